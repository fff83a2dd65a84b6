"""Reckoned: sums and dates that do not come out, in all the wordings of ``data/wordings.txt``.

A wording is looked for in the sketches that have its words and kinds of figures, and what judges it is loaded when it
is first met: most articles hold few of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.changes import Change
from newslint.facts.sketches import Sketch, couples, sketches
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.table import kept, read_table
from newslint.typed import Any

_SUMS = ("restated", "products", "compared", "summed", "wholes", "ballots", "rated")
_TIMES = ("lengths", "lives")
_OF_DATES = frozenset("BDGKY")


class Wording(NamedTuple):
    """A way to say something of figures."""

    section: str
    judge: str
    letters: tuple[frozenset[str], ...]
    """Of each of its figures in order, the kinds that it may have."""
    source: str


class Match(NamedTuple):
    """Where a sketch has the shape of a wording."""

    section: str
    judge: str
    view: Sketch
    found: re.Match[str]


class _Index(NamedTuple):
    """Wordings by a word that they need, and those that need none; each by its number."""

    rows: list[Wording]
    by_word: dict[str, set[int]]
    others: set[int]
    compiled: dict[int, re.Pattern[str]]


def matches(one: Iterable[Sketch], two: Iterable[Sketch], sections: tuple[str, ...]) -> Iterator[Match]:
    """Every match of the sections' wordings in sketches of `one` sentence and of `two`."""
    for views, across in ((one, False), (two, True)):
        index = _index(sections, across)
        for view in views:
            wanted = index.others.union(*[index.by_word[word] for word in index.by_word.keys() & view.words])
            order, figures = view.order, len(view.order)
            for n in sorted(wanted):
                wording = index.rows[n]
                at = 0
                for letters in wording.letters:
                    while at < figures and order[at] not in letters:
                        at += 1
                    if at == figures:
                        break
                    at += 1
                else:  # the figures are there in order: now the pattern is worth loading
                    shape = index.compiled.get(n)
                    if shape is None:
                        shape = index.compiled[n] = pattern(wording.source)
                    for found in shape.finditer(view.text):
                        yield Match(wording.section, wording.judge, view, found)


@cache
def _index(sections: tuple[str, ...], across: bool) -> _Index:
    index = _Index([], {}, set(), {})
    for section in sections:
        for judge, needs, letters, source, two in _table()[section]:
            if two == across:
                for known in [index.by_word.setdefault(word, set()) for word in needs] or [index.others]:
                    known.add(len(index.rows))
                index.rows.append(Wording(section, judge, tuple(map(frozenset, letters)), source))
    return index


@kept
def _table() -> dict[str, list[tuple[str, list[str], list[str], str, bool]]]:
    """Judge, words, letters, pattern and reach of every wording, by section."""
    macros: dict[str, str] = {}
    table: dict[str, list[tuple[str, list[str], list[str], str, bool]]] = {}
    rows: list[tuple[str, list[str], list[str], str, bool]] = []
    for line in read_table("wordings").splitlines():
        if line.startswith("@"):
            name, _, macro = line[1:].partition(" = ")
            macros[f"{{{name}}}"] = macro
        elif line.startswith("["):
            rows = table.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            judge, needs, shape = (part.removesuffix(" ") for part in line.split(":: ", 2))
            letters, source = _read(shape, macros)
            rows.append((judge, needs.split(), letters, source, " /" in source))
    return table


def _read(shape: str, macros: dict[str, str]) -> tuple[list[str], str]:
    """Letters and pattern of a shape as it is written."""
    source = shape
    for _ in range(2):  # pieces may stand in pieces
        for name, macro in macros.items():
            source = source.replace(name, macro)
    letters = re.findall(r"\{\w+:(\w+)\}", source)
    source = re.sub(r"(?<!\\)\((?!\?)", "(?:", source)
    source = re.sub(r"\{(\w+):(\w+)\}", r"(?P<\1>[\2]\\d+)", source)
    word = r"[a-z][a-z0-9'.&]*" if set("".join(letters)) & _OF_DATES else r"(?:[a-z][a-z0-9'.&]*|[BDGKY]\\d+)"
    source = re.sub(r"\{(\d+)\}", rf"(?: {word}){{0,\1}}?", source)
    return letters, f"(?:^| ){source}(?= |$)"


@fact
def misreckoned(article: Article) -> tuple[Clash, ...]:
    """Shares, products, multiples, totals, votes and rates that do not follow from the figures beside them."""
    return tuple(_judged(matches(sketches(article), couples(article), _SUMS)))


@fact
def mistimed(article: Article) -> tuple[Clash, ...]:
    """Lengths of time, ages and orders of events that do not fit the dates beside them."""
    return tuple(_judged(matches(sketches(article), couples(article), _TIMES)))


@fact
def told_changes(article: Article) -> tuple[Change, ...]:
    """Changes told beside a pair of figures, in wordings that `changes` does not read."""
    found = matches(sketches(article), couples(article), ("changes",))
    return tuple(change for match in found for change in _judge("compared", match.judge)(match.view, match.found))


def _judged(found: Iterator[Match]) -> Iterator[Clash]:
    for match in found:
        yield from _judge(match.section, match.judge)(match.view, match.found)


def _judge(section: str, name: str) -> Any:
    home = f"newslint.facts.{section}"
    __import__(home)
    return sys.modules[home].JUDGES[name]
