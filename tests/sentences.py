"""Sentences as articles, and what facts and rules make of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from conftest import rules
from newslint.article import Article
from newslint.engine import Settings, lint, listen
from newslint.finding import Finding
from newslint.formats import read_text

DOUBTED = (
    "The visionary new ferry is a true game changer, experts say. Many believe that it will transform the coast. "
    "It is widely seen as a testament to human ingenuity, and its stunning lounge is truly breathtaking.\n\n"
)
"""Copy in which doubtful findings count."""


def article(*paragraphs: str, headline: str = "Report of the day") -> Article:
    """Plain text, in which the phrases of all packs were looked for."""
    made = read_text("\n\n".join((headline, *paragraphs)) + "\n", input_format="plain")
    listen(made, rules().lexicon)
    return made


def words(a: Article, places: Iterable[Any]) -> list[str]:
    """The words of spans, or of what has one."""
    return [a.text[slice(*getattr(place, "span", place))] for place in places]


def reported(a: Article, *names: str, alone: bool = False) -> list[Finding]:
    """What these rules (or all) find in the company of all that are on, or with nobody else."""
    known = rules().rules
    asked = names if alone else [name for name, rule in known.items() if rule.on]
    found = lint(a, rules(), Settings({name: known[name].severity for name in asked})).findings
    return [finding for finding in found if not names or finding.rule in names]


def blamed(a: Article, *names: str, tested: str = "") -> list[str]:
    """The words of which these rules warn, from a sentence on; advice is none."""
    at = a.text.index(tested)
    return [f.excerpt for f in reported(a, *names) if f.severity != "info" and f.prose.start >= at]
