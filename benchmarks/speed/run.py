#!/usr/bin/env python3
"""How long newslint takes, beside other prose linters, as whole processes on the same files, in one run.

    run.py [--peers FOLDER] [--articles FOLDER] [--many N] [--runs N] [--alone]

Prints the tables of the README: wall and CPU seconds (medians), peak memory of the largest process. Other linters are
installed into FOLDER (kept for the next run) with pip, npm, Go and Maven; whoever cannot be had is left out and named.
Articles come from the sample articles of this project, varied so that no two are alike, or from a folder of texts.
Takes about ten minutes, and wants a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from peers import LANGUAGETOOL, Peers, Server, install
from texts import articles, hostile, of_words

BATCH = 2000
"""Files named on one command line."""
LIMIT = 300.0
"""Seconds that one command may take."""
HOSTILE = 60_000
"""Characters of a hostile text."""
CLICK = [sys.executable, "-c", "import click"]


class Figures(NamedTuple):
    """What one command took: seconds, seconds, MiB."""

    wall: float
    cpu: float
    memory: float


def timed(command: Sequence[str], files: Sequence[Path], limit: float = LIMIT, worst: int = 1) -> Figures | None:
    """One run over all files; None when it does not finish in time. Exit codes up to `worst` are no failures: findings,
    and with 2 texts that are refused."""
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
        if "newslint" in Path(command[0]).name and os.waitstatus_to_exitcode(status) > worst:
            raise SystemExit(f"failed: {' '.join(command)}")
        cpu += used.ru_utime + used.ru_stime
        memory = max(memory, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))
    return Figures(time.perf_counter() - started, cpu, memory)


def medians(figures: Sequence[Figures | None]) -> Figures | None:
    """The median of each figure."""
    done = [one for one in figures if one]
    return Figures(*map(statistics.median, zip(*done, strict=True))) if done else None


def row(case: str, name: str, figures: Figures | None) -> None:
    """A row of the table."""
    bold = f"**{name}**" if name.startswith("newslint") else name
    said = f"{figures.wall:.2f} | {figures.cpu:.2f} | {figures.memory:.0f}" if figures else f"over {LIMIT:.0f} | |"
    print(f"| {case} | {bold} | {said} |", flush=True)


def machine() -> str:
    """When and where."""
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    busy = f"; the machine was not quiet (load {load:.1f})" if load > 0.5 else ""
    return f"{date.today()}, Python {platform.python_version()}, {os.cpu_count()} cores, {model}{busy}"


class Bench:
    """The commands, and the folder in which they run."""

    def __init__(self, newslint: list[str], peers: Peers, runs: int) -> None:
        self.newslint = newslint
        self.fresh = [*newslint, "--no-cache"]
        self.peers = peers
        self.runs = runs
        self.server: Server | None = None
        self.times_click = self.twice = self.again = float("nan")

    def cold(self, path: Path) -> None:
        """One article by everybody in turn, again and again, so that a slow moment hits all alike."""
        everybody = {"newslint": self.fresh, **self.peers.commands}
        took: dict[str, list[Figures | None]] = {name: [] for name in [*everybody, "click"]}
        for n in range(3 * self.runs + 1):
            for name, command in everybody.items():
                took[name].append(timed(command, [path]))
            took["click"].append(timed(CLICK, [path]))
            if n == 0:  # the first run of each fills caches
                for figures in took.values():
                    figures.clear()
        for name in everybody:
            row("one article, cold", name, medians(took[name]))
        if self.peers.languagetool:
            started = time.perf_counter()
            self.server = Server(self.peers.languagetool)
            self.server.check_all([path])
            cpu, memory = self.server.used()
            row("", f"{LANGUAGETOOL}, its start included", Figures(time.perf_counter() - started, cpu, memory))
        ratios = [a.wall / b.wall for a, b in zip(took["newslint"], took["click"], strict=True) if a and b]
        self.times_click = statistics.median(ratios)

    def same_files(self, case: str, files: Sequence[Path]) -> None:
        """The same files by everybody."""
        runs = [medians([timed([*self.fresh, "--jobs", str(n)], files) for _ in range(self.runs)]) for n in (1, 2)]
        row(case, "newslint --jobs 1", runs[0])
        if len(files) > 1:
            row("", "newslint --jobs 2", runs[1])
            if runs[0] and runs[1]:
                self.twice = runs[0].wall / runs[1].wall
        for name, command in self.peers.commands.items():
            row("", name, timed(command, files))
        if self.server:
            row("", f"{LANGUAGETOOL}, running", self._asked(self.server, files))

    def _asked(self, server: Server, files: Sequence[Path]) -> Figures | None:
        cpu, started = server.used()[0], time.perf_counter()
        try:
            server.check_all(files)
        except OSError:
            return None
        spent, memory = server.used()
        return Figures(time.perf_counter() - started, spent - cpu, memory)

    def kept(self, files: Sequence[Path]) -> None:
        """Results of an earlier run."""
        folder = str(files[0].parent)
        said = f"{len(files):,} articles"
        first = _over(self.newslint, folder)
        row(said, "newslint, first run", first)
        again = medians([_over(self.newslint, folder) for _ in range(self.runs)])
        row("", "newslint, nothing changed", again)
        files[len(files) // 2].write_text("Another report\n\nIt has changed, experts say.\n", encoding="utf-8")
        row("", "newslint, one file changed", _over(self.newslint, folder))
        if first and again:
            self.again = first.wall / again.wall

    def hostile(self, folder: Path, usual: str) -> tuple[float, float, str]:
        """CPU per character of texts that nobody writes, over that of news: of all together, and of the worst."""
        empty = folder / "empty.txt"
        empty.write_text("Nothing\n", encoding="utf-8")
        start = self._cpu(empty)
        news = folder / "news.txt"
        news.write_text(usual[:HOSTILE], encoding="utf-8")
        normal = self._cpu(news) - start
        times: dict[str, float] = {}
        for n, (name, (text, ending)) in enumerate(hostile(HOSTILE).items()):
            path = folder / f"hostile{n}{ending}"
            path.write_text(text, encoding="utf-8")
            times[name] = (self._cpu(path) - start) / normal
        worst = max(times, key=times.__getitem__)
        return statistics.mean(times.values()), times[worst], worst

    def _cpu(self, path: Path) -> float:
        figures = [timed([*self.fresh, "--jobs", "1"], [path], worst=2) for _ in range(3)]
        return min(one.cpu if one else LIMIT for one in figures)


def _over(command: Sequence[str], folder: str) -> Figures | None:
    """A run over a folder, which is named on one command line."""
    return timed(command, [Path(folder)], 4 * LIMIT)


def rules_timed(command: Sequence[str], files: Sequence[Path]) -> list[str]:
    """The dearest rules, as ``--timings`` has them."""
    done = subprocess.run([*command, "--timings", *map(str, files)], capture_output=True, text=True, check=False)
    return [line.strip() for line in done.stderr.splitlines() if line.lstrip()[:1].isdigit() and "%" in line][:10]


def write(folder: Path, texts: Sequence[str]) -> list[Path]:
    """The texts as files."""
    folder.mkdir()
    paths = [folder / f"{n:05d}.txt" for n in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def measure(bench: Bench, samples: Path | None, many: int, say: Callable[[str], None]) -> None:
    """All cases, in the working directory."""
    say(f"{machine()}\n\n| case | linter | wall s | CPU s | peak MiB |\n|---|---|--:|--:|--:|")
    [one] = write(Path("cold"), [of_words(samples, 800)])
    bench.cold(one)
    texts = articles(samples, 400, 2_100)
    files = write(Path("four-hundred"), texts)
    size = sum(map(len, texts))
    bench.same_files(f"{size / 1e6:.1f} MB, {len(files)} articles", files)
    [whole] = write(Path("whole"), ["\n\n".join(texts)])
    bench.same_files(f"{size / 1e6:.1f} MB, one file", [whole])
    thousands = write(Path("thousands"), articles(samples, many, 2_100))
    bench.kept(thousands)
    say("\n| articles | CPU ms an article, --jobs 1 | peak MiB |\n|--:|--:|--:|")
    for count in sorted({min(count, many) for count in (100, 1_000, many)}):
        some = Path(f"first-{count}")
        some.mkdir()
        for path in thousands[:count]:
            os.link(path, some / path.name)
        took = medians([_over([*bench.fresh, "--jobs", "1"], str(some)) for _ in range(3 if count < 10_000 else 1)])
        say(f"| {count:,} | {took.cpu * 1000 / count:.2f} | {took.memory:.0f} |" if took else f"| {count:,} | | |")
    mean, worst, name = bench.hostile(Path("whole"), "\n\n".join(texts))
    say(
        f"\nOne article takes {bench.times_click:.2f} times as long as importing click. Two processes are "
        f"{bench.twice:.2f} times as fast as one; a run in which nothing has changed is {bench.again:.0f} times as "
        f"fast as the first. Hostile texts of {HOSTILE:,} characters cost {mean:.1f} times what news costs, at worst "
        f"{worst:.1f} times ({name}).\n\nThe dearest rules on the {len(files)} articles:\n"
    )
    for line in rules_timed(bench.fresh, files):
        say(f"    {line}")
    if bench.peers.missing:
        say(f"\nNot here: {', '.join(bench.peers.missing)}.")


def main() -> None:
    """Make the files, run everybody, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir()) / "newslint-peers")
    parser.add_argument("--articles", type=Path, help="a folder of texts to make the articles of")
    parser.add_argument("--many", type=int, default=20_000, help="articles of the largest case")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--alone", action="store_true", help="newslint only")
    args = parser.parse_args()
    script = Path(sys.executable).with_name("newslint")
    if not script.exists():
        parser.error("no newslint beside this Python; run it by the Python that newslint is installed for")
    peers = Peers({}, "", ["all others (--alone)"]) if args.alone else install(args.peers.resolve())
    bench = Bench([str(script), "check", "--isolated"], peers, args.runs)
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):  # usual in containers, and not on a desk
        os.environ.pop(name, None)
    samples = args.articles.resolve() if args.articles else None
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            measure(bench, samples, args.many, lambda line: print(line, flush=True))
        finally:
            os.chdir(here)
            if bench.server:
                bench.server.stop()


if __name__ == "__main__":
    main()
