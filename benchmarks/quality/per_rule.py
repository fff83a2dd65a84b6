#!/usr/bin/env python3
"""What each rule does on real text: how loud it is on good journalism, how often it is right where editors have marked.

    per_rule.py DATA [--json FILE] [--rules NAMES] [--show RULE]     the table (DATA holds corpora/ and gold/)
    per_rule.py DATA --compare REVISION                              findings that came and went since REVISION

DATA is a folder with ``corpora/human-bbc``, ``corpora/generated-headline`` … and ``gold/articles`` with
``gold/articles.jsonl``; without it there is nothing to measure and the command says so. A change of rules is judged by
this table: a warning that is loud on human articles, or wrong on marked ones, is made quieter or goes.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HUMAN = ("human-bbc", "human-opinion", "generated-headline/dev/human", "markdown-human")
MACHINE = (
    "generated-headline/dev/generated_base",
    "generated-headline/dev/generated_expert",
    "generated-xsum",
    "generated-wild",
)


def files(folders: Iterable[Path]) -> list[Path]:
    """Articles below the folders; human texts of a machine corpus are left out."""
    kept = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            human_among_machine = "human" in path.parent.name and "human" not in str(folder)
            if path.suffix in {".txt", ".md", ".mdx", ".html"} and path.name != "README.md" and not human_among_machine:
                kept.append(path)
    return kept


def lint(paths: list[Path], source: Path = ROOT / "src") -> dict[str, list[dict[str, Any]]]:
    """Findings by path, with the package taken from `source`."""
    found: dict[str, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory() as cache:
        env = {**os.environ, "PYTHONPATH": str(source), "NEWSLINT_CACHE_DIR": cache}
        for i in range(0, len(paths), 400):
            chunk = [str(p) for p in paths[i : i + 400]]
            command = [sys.executable, "-m", "newslint", "check", "--isolated", "--output-format", "json", *chunk]
            run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=False)
            if run.returncode not in (0, 1):
                sys.exit(f"newslint: exit {run.returncode}\n{run.stderr[-2000:]}")
            for article in json.loads(run.stdout)["articles"]:
                found[article["path"]] = article["findings"]
    return found


def words(path: Path) -> int:
    """Words of the file, roughly."""
    return max(1, len(path.read_text(encoding="utf-8", errors="replace").split()))


def sentence(text: str, at: int) -> str:
    """The sentence round an offset, for people."""
    start = max(text.rfind(stop, 0, at) for stop in (". ", "! ", "? ", "\n")) + 1
    ends = [e for e in (text.find(stop, at) for stop in (". ", "! ", "? ", "\n")) if e >= 0]
    return " ".join(text[start : (min(ends) + 1) if ends else len(text)].split())


def marks(gold: Path) -> dict[str, list[tuple[int, int]]]:
    """Sentences of the gold articles that an editor marked, as spans of lines cut at stops."""
    marked: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in (gold / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row["label"].startswith("not:") and row["label"] != "none":
            marked[row["file"]].append((row["start"], row["end"]))
    return marked


def table(data: Path, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """Per rule: findings per 100,000 words on human and on machine text, share folded, precision on gold."""
    corpora = data / "corpora"
    human, machine = files(corpora / f for f in HUMAN), files(corpora / f for f in MACHINE)
    gold = sorted((data / "gold" / "articles").glob("*"))
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    totals = {"human": sum(map(words, human)), "machine": sum(map(words, machine))}
    marked = marks(data / "gold")
    for kind, paths in (("human", human), ("machine", machine)):
        for findings in lint(paths).values():
            for f in findings:
                rows[f["rule"]][kind] += 1
                rows[f["rule"]][f"{kind}-{f['severity']}"] += 1
                for also in f["also"]:
                    rows[also["rule"]][f"{kind}-folded"] += 1
    for path, findings in lint(gold).items():
        text = Path(path).read_bytes().decode("utf-8")
        for f in findings:
            if f["scope"] in ("document", "corpus"):
                continue
            here = _stretch(text, f["start"], f["end"])
            right = any(start < here[1] and here[0] < end for start, end in marked[Path(path).name])
            rows[f["rule"]]["gold-right" if right else "gold-wrong"] += 1
    out = {}
    for rule, cells in sorted(rows.items()):
        if wanted and rule not in wanted:
            continue
        seen = cells["gold-right"] + cells["gold-wrong"]
        said = cells["human"] + cells["machine"]
        folded = cells["human-folded"] + cells["machine-folded"]
        out[rule] = {
            "human_per_100k": round(1e5 * cells["human"] / totals["human"], 1),
            "human_loud_per_100k": round(1e5 * (cells["human-error"] + cells["human-warning"]) / totals["human"], 1),
            "machine_per_100k": round(1e5 * cells["machine"] / totals["machine"], 1),
            "folded": round(folded / max(1, said + folded), 2),
            "gold_precision": round(cells["gold-right"] / seen, 2) if seen else None,
            "gold_findings": seen,
        }
    return out


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentences that a finding lies in."""
    before = max(text.rfind(stop, 0, start) for stop in (". ", "! ", "? ", "\n"))
    after = [e for e in (text.find(stop, max(start, end - 1)) for stop in (". ", "! ", "? ", "\n")) if e >= 0]
    return before + 1, min(after) + 1 if after else len(text)


def compare(data: Path, revision: str, show: int) -> None:
    """Print the findings that came and went since a revision, by rule, with their sentences."""
    paths = files(data / "corpora" / f for f in (*HUMAN, *MACHINE)) + sorted((data / "gold" / "articles").glob("*"))
    now = lint(paths)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        subprocess.run(["git", "-C", str(ROOT), "worktree", "add", "--detach", "-q", str(tree), revision], check=True)
        try:
            then = lint(paths, tree / "src")
        finally:
            subprocess.run(["git", "-C", str(ROOT), "worktree", "remove", "--force", str(tree)], check=True)
    moves: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"+": [], "-": []})
    for path in now:
        text = Path(path).read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
        keys = [Counter((f["rule"], f["severity"], f["start"], f["end"]) for f in run[path]) for run in (now, then)]
        for sign, more, less in (("+", keys[0], keys[1]), ("-", keys[1], keys[0])):
            for rule, severity, start, end in (more - less).elements():
                line = f"{severity}: «{text[start:end][:60]}» in: {sentence(text, start)[:160]} [{Path(path).name}]"
                moves[rule][sign].append(re.sub(r"\s+", " ", line))
    for rule, signs in sorted(moves.items(), key=lambda item: -sum(map(len, item[1].values()))):
        print(f"{rule}: +{len(signs['+'])} -{len(signs['-'])}")
        for sign in "+-":
            for line in signs[sign][:show]:
                print(f"  {sign} {line}")


def main() -> None:
    """Parse the command line and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--rules", default="")
    parser.add_argument("--compare", metavar="REVISION")
    parser.add_argument("--show", type=int, default=5, help="sentences shown by rule in a comparison")
    args = parser.parse_args()
    if not (args.data / "corpora").is_dir():
        sys.exit(f"{args.data}: no corpora/ there, nothing to measure")
    if args.compare:
        compare(args.data, args.compare, args.show)
        return
    rows = table(args.data, set(filter(None, args.rules.split(","))))
    print(f"{'rule':26s} {'human':>8s} {'loud':>7s} {'machine':>8s} {'folded':>7s} {'gold P':>7s} {'n':>5s}")
    for rule, row in sorted(rows.items(), key=lambda item: -item[1]["human_loud_per_100k"]):
        precision = "" if row["gold_precision"] is None else f"{row['gold_precision']:.2f}"
        print(
            f"{rule:26s} {row['human_per_100k']:8.1f} {row['human_loud_per_100k']:7.1f} {row['machine_per_100k']:8.1f}"
            f" {row['folded']:7.2f} {precision:>7s} {row['gold_findings']:5d}"
        )
    if args.json:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
