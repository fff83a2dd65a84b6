"""What an article costs, counted and not timed: modules that a run loads, functions that a thousand words call, and
whose they are. Measure anew, and write down what is, where one comes near its bound."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from types import FrameType

from newslint.catalog import Catalog, load
from newslint.engine import Settings, lint
from newslint.formats import read_text

SLACK = 1.1
"""Of what was measured, so that an honest new module or fact passes; a careless loop does not."""

MODULES = 225
"""Loaded by a check of one article in which a few rules wake, Python's own included, when this was last measured."""
OURS = 211
"""Of them ours."""

CALLS = 16_050
"""Python functions called to lint 1,000 words. (The examples that they come from hold more than news does.)"""

SHARE = 0.05
DEARER = {
    "engine": "goes through the active rules, and places what each one finds",
    "text/phrases": "the one pass over all words for the phrases of all rules",
    "facts/mention_kinds": "what kind of name each run of capitals is, which a third of the rules ask",
}
"""Modules that make more than that share of the calls, each with its reason."""

CHECK = """
import sys
before = set(sys.modules)
from newslint.cli import run
run(["check", "--isolated", "a.txt"])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""
ARTICLE = (
    "Brewer opens bar\n\nThe brewery in Porto will open a game-changing bar on 3 May, experts say. Sales rose from "
    "$40 million to $50 million, up 20%, in 2025.\n\nIt is a testament to the town. “We are proud,” Ines Roy said.\n"
)


def articles(catalog: Catalog, count: int) -> list[str]:
    """Reports of 400 words put together of the rules' good examples."""
    good = [text for name in catalog.rules for text in catalog.page(name).good if "\n" not in text]
    order = random.Random(1)
    return [
        f"Report {n} of the day\n\n" + "\n\n".join(" ".join(order.sample(good, 4)) for _ in range(10))
        for n in range(count)
    ]


@cache
def counted() -> tuple[int, Counter[str]]:
    """Words, and calls by module: those of rules and facts, each with what it calls in modules that serve many."""
    catalog = load(plugins=False)
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    texts = articles(catalog, 20)
    for text in texts:  # loads modules and tables
        lint(read_text(text, input_format="plain"), catalog, settings)
    calls: Counter[str] = Counter()
    owners: dict[str, str] = {}
    stack = ["engine"]

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            file = frame.f_code.co_filename
            if file not in owners:
                owners[file] = owner(file)
            stack.append(owners[file] or stack[-1])
            calls[stack[-1]] += 1
        elif event == "return" and len(stack) > 1:
            stack.pop()

    words = 0
    for text in texts:
        article = read_text(text, input_format="plain")
        words += len(article.words.folded)
        sys.setprofile(note)
        lint(article, catalog, settings)
        sys.setprofile(None)
        del stack[1:]
    return words, calls


def owner(file: str) -> str:
    """The module that a file's calls count for; empty: its caller."""
    parts = ("", "", *Path(file).with_suffix("").parts)
    if "facts" in parts[-3:-1] and parts[-1] != "__init__":
        return f"facts/{parts[-1]}"
    if "checks" in parts:
        return parts[-1].replace("_", "-")
    return "text/phrases" if parts[-2:] == ("text", "phrases") else ""


def test_modules(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for _ in range(2):  # the first run may have to compile the rules
        done = subprocess.run([sys.executable, "-c", CHECK], cwd=tmp_path, capture_output=True, text=True, check=True)
    modules = done.stderr.splitlines()[-1].split()
    ours = [name for name in modules if name.partition(".")[0] == "newslint"]
    assert len(ours) <= OURS * SLACK
    assert len(modules) <= MODULES * SLACK


def test_calls_for_a_thousand_words() -> None:
    words, calls = counted()
    assert calls.total() * 1000 / words <= CALLS * SLACK, calls.most_common(8)


def test_no_rule_or_fact_takes_more_than_its_share() -> None:
    calls = counted()[1]
    dear = {name: f"{count / calls.total():.1%}" for name, count in calls.items() if count > SHARE * calls.total()}
    assert not dear.keys() - DEARER.keys(), dear
