"""The notation of lexicons, read when a pack is compiled.

``play~ a (pivotal|key) role``: ``~`` any inflection, ``(a|b)`` one of, ``(a|b)?`` or none, ``{buyers}`` one of those in
the group of that name, ``*`` one word, ``**`` up to three words, ``***`` up to eight. Hyphens and spaces are alike.
Other marks are refused.
"""

from __future__ import annotations

from itertools import accumulate

from newslint.errors import did_you_mean
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.inflect import forms
from newslint.text.pattern import pattern
from newslint.text.phrases import Element
from newslint.text.table import read_table
from newslint.typed import Any, Mapping

Row = tuple[Element, ...]


class Phrase(NamedTuple):
    """One lexicon entry: whose it is, what it looks like, and whatever its owner wants to know of it."""

    owner: str
    elements: tuple[Element, ...]
    anchor: int
    data: Any


_GAPS = {"*": (1, 1), "**": (0, 3), "***": (0, 8)}
_TOKEN = r"\*{1,3}|\)\?|[()|]|\{[^\s{}()*|]*\}\??|[^\s()*|{]+|\{"

MOST_ROWS = 2000
"""Rows that one entry may stand for."""
MOST_GAPS = 1000
"""Ways in which the gaps of one row may be filled: three of ``***``."""
LONGEST = 5000
"""Code points of an entry."""
DEEPEST = 20
"""Brackets within brackets."""


def parse(entry: str, groups: Mapping[str, list[Row]] | None = None) -> list[Row]:
    """The rows of elements that an entry in lexicon notation stands for; ValueError when it cannot be read.

    `groups` has what stands in braces: the rows of each named group."""
    if len(entry) > LONGEST:
        raise ValueError(f"a phrase of more than {LONGEST} signs: {entry[:40]!r}…; write it as several")
    tokens = pattern(_TOKEN).findall(entry.replace("’", "'").lower())
    depth = list(accumulate((t == "(") - t.startswith(")") for t in tokens))
    if max(depth, default=0) > DEEPEST:
        raise ValueError(f"more than {DEEPEST} brackets within one another in the phrase {entry[:40]!r}")
    tokens.reverse()  # to be popped from the end
    found = _choices(tokens, entry, groups or {})
    if tokens:
        raise ValueError(f"a bracket or bar too many in the phrase {entry!r}")
    if not all(any(isinstance(e, frozenset) for e in row) for row in found):
        raise ValueError(f"no fixed word in the phrase {entry!r}")
    from math import prod

    if any(prod(e[1] - e[0] + 1 for e in row if isinstance(e, tuple)) > MOST_GAPS for row in found):
        raise ValueError(f"too many gaps in the phrase {entry!r}; three of *** are the most")
    return found


def _choices(tokens: list[str], entry: str, groups: Mapping[str, list[Row]]) -> list[Row]:
    """Alternatives up to a closing bracket or the end; those of one word become one element."""
    rows = _sequence(tokens, entry, groups)
    while tokens and tokens[-1] == "|":
        tokens.pop()
        rows += _sequence(tokens, entry, groups)
        if len(rows) > LONGEST:  # which no entry comes to without groups
            raise ValueError(f"more than {MOST_ROWS} ways to read the phrase {entry!r}")
    single = [row[0] for row in rows if len(row) == 1 and isinstance(row[0], frozenset)]
    kept = [row for row in rows if not (len(row) == 1 and isinstance(row[0], frozenset))]
    return [(frozenset().union(*single),), *kept] if single else kept


def _sequence(tokens: list[str], entry: str, groups: Mapping[str, list[Row]]) -> list[Row]:
    rows: list[Row] = [()]
    while tokens and tokens[-1] not in ("|", ")", ")?"):
        token = tokens.pop()
        if token in _GAPS:
            parts: list[Row] = [(_GAPS[token],)]
        elif token == "(":
            parts = _choices(tokens, entry, groups)
            closing = tokens.pop() if tokens else ""
            if closing not in (")", ")?"):
                raise ValueError(f"a bracket is left open in the phrase {entry!r}")
            parts = [*parts, ()] if closing == ")?" else parts
        elif token.startswith("{"):
            parts = [*_group(token.rstrip("?"), entry, groups), *([()] if token.endswith("?") else [])]
        else:
            parts = [_row(token, entry)]
        if len(rows) * len(parts) > MOST_ROWS:
            raise ValueError(f"more than {MOST_ROWS} ways to read the phrase {entry!r}")
        rows = [(*row, *part) for row in rows for part in parts]
    return rows


def _group(name: str, entry: str, groups: Mapping[str, list[Row]]) -> list[Row]:
    if name[1:-1] not in groups:
        near = did_you_mean(name[1:-1], sorted(groups))
        raise ValueError(f"no group {name} is named, in the phrase {entry!r}{near}")
    return groups[name[1:-1]]


def _row(text: str, entry: str) -> tuple[frozenset[str], ...]:
    words = pattern(r"[^\W_]+(?:['.&][^\W_]+)*~?").findall(text)
    if not words:
        raise ValueError(f"cannot read {text!r} in the phrase {entry!r}")
    return tuple(forms(w[:-1]) if w.endswith("~") else frozenset((w,)) for w in words)


@cache
def _common() -> dict[str, int]:
    """How often common words stand in a million words of prose; others are rarer than all of them."""
    table = read_table("common")
    rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
    return {word: int(often) for word, often in rows}


def _wakes(element: Element) -> int:
    """How often the element would wake a phrase in a million words."""
    common = _common()
    return sum(common.get(word, 20) for word in element) if isinstance(element, frozenset) else 10**9


def phrase(owner: str, elements: tuple[Element, ...], data: Any) -> Phrase:
    """A phrase with its anchor chosen: the element that wakes it least often."""
    anchor = min(range(len(elements)), key=lambda i: _wakes(elements[i]))
    return Phrase(owner, elements, anchor, data)
