#!/usr/bin/env python3
"""How long newslint takes beside other prose linters, as whole processes on the same files, in one run.

    run.py [--peers FOLDER] [--articles FOLDER] [--runs N]

Prints a Markdown table: wall and CPU seconds (median), peak memory. Peers are installed into FOLDER (kept for the next
run) with pip and npm; one that cannot be installed is left out and named. Articles come from the sample articles of
this project, varied so that no two are the same, or from FOLDER.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PYTHON_PEERS = {"proselint": ("proselint", ["proselint", "check"])}
NODE_PEERS = {
    "write-good": ("write-good", ["write-good"]),
    "alex": ("alex", ["alex", "--quiet"]),
    "textlint": ("textlint textlint-rule-write-good", ["textlint", "--rule", "write-good"]),
}
BATCH = 2000
"""Files named on one command line."""


class Figures(NamedTuple):
    """What one command took: seconds, seconds, MiB."""

    wall: float
    cpu: float
    memory: float


def articles(folder: Path | None, size: int) -> list[str]:
    """About `size` characters of articles, each different."""
    if folder:
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    else:
        samples = [*(ROOT / "fixtures/articles").glob("*.txt"), *(ROOT / "fixtures/clean").glob("*.txt")]
        texts = [path.read_text(encoding="utf-8") for path in sorted(samples)]
    rng = random.Random(3)
    made: list[str] = []
    length = 0
    while length < size:
        head, *body = rng.choice(texts).split("\n\n")
        for other in rng.sample(texts, min(2, len(texts))):
            body += other.split("\n\n")[1:4]
        rng.shuffle(body)
        made.append(f"{head}\n\n" + "\n\n".join(body[:9]).strip() + f"\n\nThis is report {len(made)}.\n")
        length += len(made[-1])
    return made


def install(folder: Path) -> dict[str, list[str]]:
    """The peers that can be run here, by name, each with its command."""
    commands: dict[str, list[str]] = {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, (package, command) in PYTHON_PEERS.items():
        home = folder / "python"
        if not (home / "bin" / command[0]).exists():
            subprocess.run([sys.executable, "-m", "venv", str(home)], check=False, capture_output=True)
            subprocess.run([str(home / "bin/pip"), "install", "-q", package], check=False, capture_output=True)
        if (home / "bin" / command[0]).exists():
            commands[name] = [str(home / "bin" / command[0]), *command[1:]]
    for name, (package, command) in NODE_PEERS.items():
        program = folder / "node_modules/.bin" / command[0]
        if not program.exists() and shutil.which("npm"):
            npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *package.split()]
            subprocess.run(npm, check=False, capture_output=True)
        if program.exists():
            commands[name] = [str(program), *command[1:]]
    return commands


def timed(command: Sequence[str], files: Sequence[Path], runs: int, limit: float = 300) -> Figures | None:
    """Medians over runs; None when the command does not finish in time. Findings are not failures."""
    figures = []
    for _ in range(runs):
        started, cpu, memory = time.perf_counter(), 0.0, 0.0
        for i in range(0, len(files), BATCH):
            batch = [*command, *map(str, files[i : i + BATCH])]
            process = subprocess.Popen(batch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            watch = threading.Timer(limit, process.kill)
            watch.start()
            _, status, used = os.wait4(process.pid, 0)  # this process's own figures, its children's included
            watch.cancel()
            if os.WIFSIGNALED(status):
                return None
            cpu += used.ru_utime + used.ru_stime
            memory = max(memory, used.ru_maxrss / 1024)
        figures.append(Figures(time.perf_counter() - started, cpu, memory))
    return Figures(*(statistics.median(column) for column in zip(*figures, strict=True)))


def main() -> None:
    """Make the files, run everybody, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir()) / "newslint-peers")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    newslint = [sys.executable, "-m", "newslint", "check", "--isolated"]
    everybody = {"newslint": newslint, **install(args.peers)}
    missing = sorted({*PYTHON_PEERS, *NODE_PEERS} - everybody.keys())
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        texts = articles(args.articles, 1_000_000)
        many = [Path(f"{n:05d}.txt") for n in range(len(texts))]
        for path, text in zip(many, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        Path("one.txt").write_text("\n\n".join(texts), encoding="utf-8")
        cases: dict[str, list[Path]] = {
            "one article": many[:1],
            f"1 MB, {len(many)} articles": many,
            "1 MB, one file": [Path("one.txt")],
        }
        print(f"{date.today()}, {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
        print("| case | linter | wall s | CPU s | peak MiB |\n|---|---|--:|--:|--:|")
        for case, files in cases.items():
            for name, command in everybody.items():
                timed(command, files[:1], 1)  # warm
                figures = timed(command, files, args.runs if case == "one article" else 1)
                row = f"{figures.wall:.2f} | {figures.cpu:.2f} | {figures.memory:.0f}" if figures else "over 300 | |"
                print(f"| {case} | {name} | {row} |", flush=True)
        times = [timed([sys.executable, "-c", "import click"], [Path("x")], 5), timed(newslint, many[:1], 5)]
        if times[0] and times[1]:
            print(f"\nOne article takes {times[1].wall / times[0].wall:.2f} times as long as importing click.")
        if missing:
            print(f"\nNot installed here: {', '.join(missing)}.")
        os.chdir(ROOT)


if __name__ == "__main__":
    main()
