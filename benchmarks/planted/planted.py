#!/usr/bin/env python3
"""Planted errors: how many contradictions are found, and how often a true text is called wrong.

    planted.py [FOLDER] [--seed N] [--each N] [--show KIND]

Every phrasing of ``worked_on.yaml`` and ``fresh.yaml`` makes articles that are true, and the same with one figure,
date, name or role changed so that it contradicts the text. With a FOLDER of real articles the same is done to those.
*found* is the share of planted articles in which a rule of the factual families says something that it does not say of
the true one; *alarms* is the share of true articles in which it says anything. The wordings of ``fresh.yaml`` are kept
for judging. The same is done with statements and articles that were written as wrong and true twins before anybody
looked at the rules (`statements`): of them, too, half is kept for judging.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from random import Random

import yaml

sys.path.insert(0, str(Path(__file__).parent))

import corpora
import slots
from statements import articles, statements

from newslint.catalog import Catalog, load
from newslint.engine import Settings, lint
from newslint.formats import read_text

FACTUAL = ("numbers", "names", "quotes")
NOT_FACTUAL = (
    "unintroduced-person", "undefined-acronym", "country-as-actor", "quote-without-speaker", "boilerplate-quote",
    "impossible-comparison",
)  # fmt: skip
"""Rules of these families that look at style and completeness, not at contradictions."""

FILLER = (
    "The council met in the old school because the town hall is under repair. Rain kept most people at home.",
    "A spokeswoman did not answer questions that were put to her by telephone. The office is closed at weekends.",
    "The site lies between the canal and the railway. Cattle were kept there before the war.",
    "Residents have asked for a crossing near the church. The road is narrow, and lorries use it at night.",
)


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description="planted errors: found, and false alarms")
    options.add_argument("folder", nargs="?", type=Path, help="real articles (*.jsonl with text, *.txt)")
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--each", type=int, default=4, help="articles of each phrasing")
    options.add_argument("--show", default="", help="print what was missed, and false alarms, of this kind (or: all)")
    given = options.parse_args()
    catalog = load(plugins=False)
    rules = {
        name: rule.severity
        for name, rule in catalog.rules.items()
        if rule.family in FACTUAL and name not in NOT_FACTUAL
    }
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    sums = []
    for title, file, prefix in (
        ("all, worked on", "worked_on.yaml", ""), ("all, kept for judging", "fresh.yaml", "fresh: "),
    ):  # fmt: skip
        own: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for kind, sentences in yaml.safe_load((Path(__file__).parent / file).read_text(encoding="utf-8")).items():
            rng = Random(f"{given.seed} {kind}")
            row = table[prefix + kind] = own[kind]
            for sentence in sentences:
                for _ in range(given.each):
                    true, false = (story(sentence, filled, kind) for filled in slots.DRAWS[kind](rng))
                    _count(row, catalog, rules, true, false, kind, given.show)
        sums.append((title, [sum(column) for column in zip(*own.values(), strict=True)]))
    for title, ending in (("statements, worked on", ""), ("statements, kept for judging", "-kept")):
        rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for kind, true, false in (*statements(f"statements{ending}", FILLER), *articles(f"articles{ending}")):
            _count(rows[kind], catalog, rules, true, false, kind, "" if ending else given.show)
        table.update({f"{'fresh: ' * bool(ending)}said: {kind}": row for kind, row in rows.items()})
        sums.append((title, [sum(column) for column in zip(*rows.values(), strict=True)]))
    clean = _corpus(table, catalog, rules, given) if given.folder and given.folder.is_dir() else ""
    print(f"{'kind':24} {'planted':>8} {'found':>7} {'alarms':>7}")
    for kind, (n, hit, alarm) in table.items():
        print(f"{kind:24} {n:8} {hit / n:7.2f} {alarm / n:7.3f}")
    for title, (n, hit, alarm) in sums:
        print(f"{title:24} {n:8} {hit / n:7.2f} {alarm / n:7.3f}")
    if clean:
        print(clean)


def story(phrasing: str, filled: slots.Slots, kind: str) -> str:
    """The sentence in an article: under its headline, between paragraphs that have nothing to do with it."""
    text = phrasing.format(**filled)
    head, bar, body = text.partition("|")
    if not bar:
        head, body = "Notes from the county", text
    parts = body.split("¶")
    number = sum(map(ord, phrasing))
    paragraphs = [FILLER[number % 4], f"{parts[0]} {FILLER[(number + 1) % 4]}"]
    if bar:
        paragraphs = [parts[0], FILLER[number % 4]]
    if len(parts) > 1:
        paragraphs += [FILLER[(number + 2) % 4], parts[1]]
    paragraphs.append(FILLER[(number + 3) % 4])
    front = "---\ndate: 2025-01-15\n---\n\n# " if kind in ("stale future", "table") else ""
    return front + head + "\n\n" + "\n\n".join(paragraphs).replace("¦", "|") + "\n"


def said(catalog: Catalog, rules: dict[str, str], text: str) -> set[tuple[str, str]]:
    """Rule and message of every finding."""
    form = "markdown" if text.startswith("---") else "plain"
    outcome = lint(read_text(text, input_format=form), catalog, Settings(rules))  # type: ignore[arg-type]
    return {(f.rule, f.message) for f in outcome.findings if f.severity != "info"}


def _count(
    row: list[int], catalog: Catalog, rules: dict[str, str], true: str, false: str, kind: str, show: str
) -> None:
    before, after = said(catalog, rules, true), said(catalog, rules, false)
    row[0] += 1
    row[1] += bool(after - before)
    row[2] += bool(before)
    if show in (kind, "all"):
        if not after - before:
            print("missed:", _core(false, true))
        if before:
            print("alarm:", _core(true, false), sorted(before))


def _core(text: str, other: str) -> str:
    """The lines in which the two differ."""
    lines = [line for line in text.splitlines() if line not in other.splitlines()] or text.splitlines()[:3]
    return " / ".join(lines)[:300]


def _corpus(table: dict[str, list[int]], catalog: Catalog, rules: dict[str, str], given: argparse.Namespace) -> str:
    rng = Random(given.seed)
    articles = loud = 0
    for name, text in corpora.texts(given.folder):
        before = said(catalog, rules, text)
        articles += 1
        loud += bool(before)
        if before and given.show in ("corpus", "all"):
            print("alarm:", name, sorted(before))
        for kind, changed in corpora.planted(text, rng):
            row = table[kind]
            after = said(catalog, rules, changed)
            row[0] += 1
            row[1] += bool(after - before)
            row[2] += bool(before)
            if given.show in (kind, "all") and not after - before:
                print("missed:", kind, name, _core(changed, text)[:200])
    return f"{'unchanged real articles':24} {articles:8} {'':7} {loud / max(1, articles):7.3f}"


if __name__ == "__main__":
    main()
