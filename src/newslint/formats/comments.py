"""Suppressions: what the comments of a file say to the linter, in every format's clothes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
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
    running: list[tuple[Order, tuple[str, ...]]] = []
    spans = sorted(blocks)
    at = 0
    for given in orders:
        if given.word == "enable":
            still: list[tuple[Order, tuple[str, ...]]] = []
            for opener, rules in running:
                ended = tuple(r for r in rules if not given.rules or r in given.rules)
                if ended:
                    found.append(_region(opener, ended, given.span.start))
                left = tuple(r for r in rules if r not in ended)
                if left:
                    still.append((opener, left))
            running = still
        elif not given.rules:
            found.append(
                Suppression((), given.span, "region", Span(given.span.end, given.span.end), given.reason, True)
            )
        elif given.word == "disable":
            running.append((given, given.rules))
        elif given.word == "disable-file":
            found.append(Suppression(given.rules, given.span, "file", Span(0, length), given.reason))
        else:
            while at < len(spans) and spans[at][1] <= given.span.end:
                at += 1
            covers = Span(*spans[at]) if at < len(spans) else Span(given.span.end, given.span.end)
            found.append(Suppression(given.rules, given.span, "next-block", covers, given.reason))
    found += [_region(opener, rules, length) for opener, rules in running]
    return tuple(sorted(found, key=lambda s: s.span))


def _region(opener: Order, rules: tuple[str, ...], end: int) -> Suppression:
    return Suppression(rules, opener.span, "region", Span(opener.span.end, end), opener.reason)
