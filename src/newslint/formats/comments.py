"""Suppressions: what the comments of a file say to the linter, in every format's clothes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from newslint.article import Suppression
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span


class Order(NamedTuple):
    """One order to the linter: ``disable-next-line``, ``disable``, ``enable`` or ``disable-file``."""

    span: Span
    """The whole comment, in source offsets."""
    word: str
    rules: tuple[str, ...]
    reason: str


@cache
def _order() -> re.Pattern[str]:
    return pattern(r"\s*(?:newslint-)?(disable-next-line|disable-file|disable|enable)(?![\w-])([^\r\n]{0,2000})", re.S)


def order(words: str, span: tuple[int, int]) -> Order | None:
    """The order in the words of a comment (without its marks), or None when they are no order."""
    match = _order().match(words)
    if not match:
        return None
    names, _, reason = match[2].partition("--")
    return Order(Span(*span), match[1], tuple(names.replace(",", " ").split()), reason.strip())


def suppressions(orders: Sequence[Order], blocks: Iterable[tuple[int, int]], length: int) -> tuple[Suppression, ...]:
    """What the orders cover. `blocks`: source spans of the article's blocks in order; `length`: of the source."""
    if not orders:
        return ()
    found: list[Suppression] = []
    running: dict[str, list[int]] = {}  # the orders that switched a rule off, by rule, until it is switched on again
    spans = sorted(blocks)
    at = 0
    for n, given in enumerate(orders):
        if given.word == "enable":
            found += _ended(orders, running, given.rules or tuple(running), given.span.start)
        elif not given.rules:
            found.append(
                Suppression((), given.span, "region", Span(given.span.end, given.span.end), given.reason, True)
            )
        elif given.word == "disable":
            for rule in dict.fromkeys(given.rules):
                running.setdefault(rule, []).append(n)
        elif given.word == "disable-file":
            found.append(Suppression(given.rules, given.span, "file", Span(0, length), given.reason))
        else:
            while at < len(spans) and spans[at][1] <= given.span.end:
                at += 1
            covers = Span(*spans[at]) if at < len(spans) else Span(given.span.end, given.span.end)
            found.append(Suppression(given.rules, given.span, "next-block", covers, given.reason))
    found += _ended(orders, running, tuple(running), length)
    return tuple(sorted(found, key=lambda s: s.span))


def _ended(
    orders: Sequence[Order], running: dict[str, list[int]], rules: Iterable[str], end: int
) -> Iterator[Suppression]:
    """What was switched off until `end`, as one suppression for each order."""
    ended: dict[int, list[str]] = {}
    for rule in rules:
        for n in running.pop(rule, ()):
            ended.setdefault(n, []).append(rule)
    for n, names in ended.items():
        opener = orders[n]
        yield Suppression(tuple(names), opener.span, "region", Span(opener.span.end, end), opener.reason)
