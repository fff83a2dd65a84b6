#!/usr/bin/env python3
"""Constructions: in how many forms of a flaw a rule sees it, and how often it speaks of what only looks like one.

    constructions.py [RULE OR FAMILY ...] [--show]

Writers who knew what the rules are for, and neither their words nor their code, wrote for each one paragraphs with a
flaw (its words in ``[[ ]]``) and sound ones that share its shape; whole articles or headlines where a rule looks at
those. A paragraph is linted as the third one of a sober, dated, sourced article (*found*), and of an article full of
other flaws (*doubted*). *any* counts the places at which whatever rule warns. Half of the rows are ``kept``: nobody who
works on the rules reads them, and only they tell whether a change sees a construction or knows a phrase.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.catalog import Catalog, load
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text

FOLDER = Path(__file__).parent
SOBER = (
    "# Harbour board at Kelso Bay sets out dredging plan\n\n"
    "KELSO BAY, Nov. 12, 2025 – The harbour board will dredge the north channel from 2 March, its chair, Moira "
    "Tennant, said on Wednesday.\n\n"
    "The work will cost £2.1m and take nine weeks, according to the board's budget paper.\n\n",
    "\n\nTennant said the ferry would run as usual, and that the board would meet again on 10 December.\n\n"
    "The paper is on the board's website.\n",
)
FLAWED = (
    "# New harbour plan promises a game-changing future\n\n"
    "In a bold move, the harbour board has unveiled an ambitious plan that experts say will transform the region.\n\n"
    "The plan represents a significant step forward and is poised to boost the local economy. It is widely seen as a "
    "milestone.\n\n",
    "\n\nCritics argue that more must be done. Nevertheless, the future looks bright.\n\n"
    "As the region moves forward, one thing is clear: the journey has only just begun.\n",
)
MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Row(NamedTuple):
    """One construction, or its sound twin. `text` is a paragraph, or a whole article where `whole`."""

    rule: str
    flaw: bool
    kept: bool
    text: str
    whole: bool


class Tally:
    """What was counted of one rule, in one half."""

    def __init__(self) -> None:
        self.flaws = self.found = self.any = self.doubted = self.sound = self.alarms = 0

    def line(self, title: str) -> str:
        """A row of the table."""
        return (
            f"{title:28} {self.flaws:6} {self.found:6} {self.any:5} {self.doubted:8} | {self.sound:6} {self.alarms:6}"
        )

    def add(self, other: Tally) -> None:
        """Takes the counts of the other one in."""
        for key, value in vars(other).items():
            setattr(self, key, getattr(self, key) + value)


def main() -> None:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description="constructions of flaws: seen, and false alarms")
    options.add_argument("names", nargs="*", help="rules or families (default: all)")
    options.add_argument(
        "--show", action="store_true", help="print misses and false alarms of the half that may be read"
    )
    given = options.parse_args()
    catalog = load(plugins=False)
    names = set(given.names)
    chosen = [row for row in rows() if not names or {row.rule, catalog.rules[row.rule].family} & names]
    print(f"{'':28} {'flaws':>6} {'found':>6} {'any':>5} {'doubted':>8} | {'sound':>6} {'alarms':>6}")
    for kept, title in ((False, "read"), (True, "kept")):
        whole = Tally()
        for rule, tally in measured(catalog, [row for row in chosen if row.kept == kept], given.show and not kept):
            print(tally.line(rule))
            whole.add(tally)
        print(whole.line(f"all, {title}"))


def rows() -> Iterator[Row]:
    """All of them, by file."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            whole = "article" in row or "headline" in row
            text = row.get("article") or ("# " + row["headline"] + "\n\n" if whole else "") + row["text"]
            yield Row(row["rule"], row["flaw"], row.get("kept", False), text, whole)


def measured(catalog: Catalog, chosen: Iterable[Row], show: bool) -> Iterator[tuple[str, Tally]]:
    """The counts of each rule."""
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    tallies: dict[str, Tally] = {}
    for row in chosen:
        tally = tallies.setdefault(row.rule, Tally())
        here, there = findings(catalog, settings, row, SOBER), findings(catalog, settings, row, FLAWED)
        own = of_rule(row.rule, here)
        if row.flaw:
            tally.flaws += 1
            tally.found += bool(own)
            tally.any += bool(here)
            tally.doubted += bool(of_rule(row.rule, there))
        else:
            tally.sound += 1
            tally.alarms += bool(own)
        if show and bool(own) != row.flaw:
            print("missed:" if row.flaw else "alarm:", row.rule, " / ".join(row.text.split("\n\n")))
    yield from tallies.items()


def of_rule(rule: str, found: Iterable[Finding]) -> list[Finding]:
    """Findings of the rule, or that speak for it."""
    return [f for f in found if f.rule == rule or any(folded.rule == rule for folded in f.also)]


def findings(catalog: Catalog, settings: Settings, row: Row, frame: tuple[str, str]) -> list[Finding]:
    """What is warned of in the paragraph; of a flaw at its words."""
    before, after = ("", "\n") if row.whole else frame
    marked = MARKED.search(row.text)
    low, high = len(before), len(before) + len(MARKED.sub(r"\1", row.text))
    if row.flaw and marked and not row.whole:
        low, high = len(before) + marked.start(), len(before) + marked.end() - len("[[]]")
    text = before + MARKED.sub(r"\1", row.text) + after
    outcome = lint(read_text(text, input_format="markdown"), catalog, settings)
    return [f for f in outcome.findings if f.severity != "info" and f.span.start < high and f.span.end > low]


if __name__ == "__main__":
    main()
