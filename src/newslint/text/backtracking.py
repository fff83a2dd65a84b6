"""How dear a regular expression can become: an upper bound of the steps that Python's matcher takes from one place.

The matcher tries every way in which repeats and alternatives can share out a text before it gives up. Where the next
thing to match cannot begin with what a repeat is made of (`\\w{1,20} `), only one way remains; where it can
(`(a|a){1,60}b`), ways multiply. The bound counts them from the pattern's parse tree, from its end to its start.
"""

from __future__ import annotations

import re
import warnings
from re import _constants as sre, _parser as parser  # type: ignore[attr-defined]

from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.typed import Any, Iterable, Sequence

MOST_STEPS = 12_000
"""Steps from one place of the text that a pattern of a pack may take."""
MOST_SIGNS = 5_000
"""Length of a pattern."""
_ENOUGH = 10**12
_ORDINARY = frozenset(map(chr, range(32, 127))) | frozenset("\t\n\r\x0b\u00a0éßİſK“”‘’–—…²½٣中\u0301😀")
"""Characters that stand for all others, besides those that the pattern names."""
_KINDS = {
    sre.CATEGORY_DIGIT: str.isdecimal, sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(), sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}  # fmt: skip

Chars = frozenset[str]


class _Cost(NamedTuple):
    """What a piece of a pattern can do before the rest of the pattern is tried."""

    ways: int
    """Ways through it after which the rest is tried and may fail late."""
    steps: int
    first: Chars
    """What it can begin with."""
    empty: bool
    """It can match nothing."""


def longest(regex: str) -> int:
    """Code points that a match has at most."""
    return int(parser.parse(regex).getwidth()[1])


def trouble(regex: str) -> str:
    """Why a pattern is refused, with the cure; the empty string for a good one."""
    if len(regex) > MOST_SIGNS:
        return f"is longer than {MOST_SIGNS:,} signs: list words under words"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = parser.parse(regex)
            re.compile(regex)
        if _is_open(tree):
            return "repeats without bound: write {0,60} for * and {1,60} for +"
        found = _sequence(tree, frozenset(), _alphabet(tree))
    except RecursionError:
        return "does not compile: it is nested too deeply"
    except (re.error, OverflowError, ValueError) as error:
        return f"does not compile: {error}"
    except Warning as warning:
        return f"is not clear: {str(warning).partition(' at ')[0].lower()}; put a backslash before the sign"
    if found.steps > MOST_STEPS:
        return "can try too many ways: nest fewer repeats, or part them by a sign that they cannot hold"
    return "can match nothing at all: make a word of it obligatory" if found.empty else ""


_SINGLE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _inside(op: Any, value: Any) -> Sequence[Any]:
    """The sequences within a piece of a pattern."""
    if op in _REPEATS:
        return [value[2]]
    if op is sre.BRANCH:
        return list(value[1])
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    if op is sre.ATOMIC_GROUP:
        return [value]
    return [part for part in value[1:] if part is not None] if op is sre.GROUPREF_EXISTS else []


def _is_open(items: Iterable[Any]) -> bool:
    return any(
        (op in _REPEATS and value[1] is sre.MAXREPEAT) or any(map(_is_open, _inside(op, value))) for op, value in items
    )


def _alphabet(items: Iterable[Any]) -> Chars:
    """Characters on which pieces of the pattern can differ."""
    found = set(_ORDINARY)
    for op, value in items:
        for kind, what in value if op is sre.IN else [(op, value)]:
            codes = what if kind is sre.RANGE else (what,) if kind in (sre.LITERAL, sre.NOT_LITERAL) else ()
            for code in codes:
                found.update((chr(code), chr(code).lower()[:1], chr(code).upper()[:1]))
        for inner in _inside(op, value):
            found |= _alphabet(inner)
    return frozenset(found)


def _sequence(items: Iterable[Any], follow: Chars, alphabet: Chars) -> _Cost:
    """The cost of pieces one after another, with what can come next; `follow` is empty where nothing can fail."""
    total = _Cost(1, 1, follow, True)
    for op, value in reversed(list(items)):
        piece = _piece(op, value, total.first, alphabet)
        total = _Cost(
            min(_ENOUGH, piece.ways * total.ways),
            min(_ENOUGH, piece.steps + piece.ways * total.steps),
            piece.first | total.first if piece.empty else piece.first,
            piece.empty and total.empty,
        )
    return total


def _piece(op: Any, value: Any, follow: Chars, alphabet: Chars) -> _Cost:
    if op in _REPEATS:
        return _repeat(op, value, follow, alphabet)
    if op is sre.SUBPATTERN:
        return _sequence(value[3], follow, alphabet)
    if op is sre.BRANCH:
        return _branch(value[1], follow, alphabet)
    if op is sre.GROUPREF_EXISTS:
        return _branch([part or [] for part in value[1:]], follow, alphabet)
    if op in (sre.ASSERT, sre.ASSERT_NOT):  # tried once, never again
        return _Cost(1, _sequence(value[1], frozenset(), alphabet).steps, frozenset(), True)
    if op is sre.ATOMIC_GROUP:
        inner = _sequence(value, frozenset(), alphabet)
        return inner._replace(ways=1)
    if op is sre.AT:
        return _Cost(1, 1, frozenset(), True)
    if op is sre.GROUPREF:
        return _Cost(1, 60, alphabet, True)
    return _Cost(1, 1, _one(op, value, alphabet), False)


def _one(op: Any, value: Any, alphabet: Chars) -> Chars:
    """The characters that a piece of one character matches, in either case: flags are not looked at."""
    if op is sre.ANY:
        return alphabet
    parts = value if op is sre.IN else [(op, value)]
    found: set[str] = set()
    negated = op is sre.NOT_LITERAL
    for kind, what in parts:
        if kind is sre.NEGATE:
            negated = True
        elif kind is sre.RANGE:
            found.update(c for c in alphabet if what[0] <= ord(c) <= what[1])
        elif kind is sre.CATEGORY:
            found.update(filter(_KINDS[what], alphabet))
        else:
            found.add(chr(what))
    if negated:
        return alphabet - found
    return frozenset(found | {f for c in found for f in (c.lower(), c.upper()) if len(f) == 1})


def _repeat(op: Any, value: Any, follow: Chars, alphabet: Chars) -> _Cost:
    least, most, items = int(value[0]), int(value[1]), list(value[2])
    again = _first(items, alphabet) if most > 1 else frozenset()
    inner = _sequence(items, again | follow, alphabet)
    if inner.ways == 1 and not inner.empty and not inner.first & follow:
        exits = 1  # where the repeat ends nothing else can go on
    elif op is sre.POSSESSIVE_REPEAT:
        exits = 1
    else:
        exits = _powers(inner.ways, least, most) + inner.empty
    if len(items) == 1 and items[0][0] in _SINGLE:
        tries = 1 + (2 * most if op is sre.MIN_REPEAT else most // 4)  # the matcher has a quick way for the most
    else:
        tries = 1 + _powers(inner.ways, 0, most - 1) * inner.steps
    if op is sre.MIN_REPEAT and exits > 1:
        exits *= 2  # the slow way
    return _Cost(min(_ENOUGH, exits), min(_ENOUGH, tries), inner.first, inner.empty or least == 0)


def _powers(base: int, least: int, most: int) -> int:
    """The sum of the powers from `least` to `most`, or more than enough."""
    if base == 1:
        return most - least + 1
    total = 0
    for k in range(least, most + 1):
        total += base**k if k < 50 else _ENOUGH
        if total >= _ENOUGH:
            return _ENOUGH
    return total


def _first(items: Sequence[Any], alphabet: Chars) -> Chars:
    """What the pieces can begin with; what cannot be told at a glance can begin with anything."""
    for op, value in items:
        if op in _SINGLE:
            return _one(op, value, alphabet)
        if op is sre.SUBPATTERN:
            return _first(value[3], alphabet)
        if op in _REPEATS and value[0] > 0:
            return _first(value[2], alphabet)
        if op is sre.BRANCH:
            return frozenset().union(*(_first(branch, alphabet) for branch in value[1]))
        if op is not sre.AT:
            break
    return alphabet


def _branch(branches: Iterable[Any], follow: Chars, alphabet: Chars) -> _Cost:
    """Of alternatives only those can succeed on one text that begin alike; of bare words only those that begin one
    another."""
    words: list[str] = []
    others: list[_Cost] = []
    for branch in branches:
        if all(op is sre.LITERAL for op, _ in branch):
            words.append("".join(chr(code) for _, code in branch).lower())
        else:
            others.append(_sequence(branch, follow, alphabet))
    known = Tally(words)
    by_first: dict[str, int] = {}
    lengths: Tally[str] = Tally()
    for word in words:
        alike = sum(known[word[:k]] for k in range(len(word) + 1))
        by_first[word[:1]] = max(by_first.get(word[:1], 0), alike)
        lengths[word[:1]] += len(word)
    first = frozenset(word[0] for word in words if word).union(*(cost.first for cost in others))
    first |= {c.upper() for c in first if len(c.upper()) == 1}
    always = sum(cost.ways for cost in others if cost.empty)
    ways = max(
        (
            by_first.get(c.lower(), 0) + sum(cost.ways for cost in others if c in cost.first and not cost.empty)
            for c in first
        ),
        default=by_first.get("", 0),
    )
    steps = 1 + len(words) // 4 + max(lengths.values(), default=0) + sum(cost.steps for cost in others)
    return _Cost(max(1, ways + always), min(_ENOUGH, steps), first, "" in words or any(c.empty for c in others))


def steps(regex: str) -> int:
    """The bound itself, for tests and reports."""
    tree = parser.parse(regex)
    return _sequence(tree, frozenset(), _alphabet(tree)).steps
