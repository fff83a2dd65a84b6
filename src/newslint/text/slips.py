"""Slips of the keyboard: marks that collide, an apostrophe or a space that is not there. None inside an address."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern

_SIGNS = (",.", ";.", ",,", "..", "n t ", " ve ", " ll ", " s ")
"""What a slip holds, one of them."""
_LITTLE = frozenset("the of in and is to for with by on from was that at".split())
_FARTHEST = 200
"""Code points looked back over for the beginning of an address."""


@cache
def _slips() -> Pattern[str]:
    """Marks that cannot stand together, and short forms that lost their apostrophe."""
    return pattern(
        r"(?<=\w)[,;]\.(?=\s|$)|(?<=[a-z]{2})\.\.(?=[A-Z])"
        r"|\b(?:do|is|did|does|wo|was|could|would|are|have|has|should|were)n t(?= [a-z])"
        r"|\b(?:[Ww]e|[Yy]ou|[Tt]hey) (?:ve|ll)(?= [a-z])|\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hat|[Tt]here) s(?= [a-z])"
    )


def slips(text: str) -> list[Span]:
    """Marks that collide, and short forms without their apostrophe, in order: ``We didn t wait,.``"""
    if not any(map(text.__contains__, _SIGNS)):
        return []
    return [Span(*match.span()) for match in _slips().finditer(text) if not _in_address(text, match.start())]


@cache
def _joint() -> Pattern[str]:
    """A capital behind a stop or a small letter. (It begins with the capital, which is seen quickly.)"""
    return pattern(r"[A-Z](?:(?<=[a-z]{3}[.!?].)[a-z]{1,20} [a-z]|(?<=[a-z].)[a-z]{2,20} )")


def joints(text: str) -> list[Span]:
    """A stop, or a little word, and the next word without a space between them, in order: ``late.It was``."""
    found: list[Span] = []
    for match in _joint().finditer(text):
        at = match.start()
        stop = text[at - 1] in ".!?"
        start = at - 1 if stop else text.rfind(" ", 0, at) + 1
        if (stop or (start and text[start:at] in _LITTLE)) and not _in_address(text, start):
            found.append(Span(start, at))
    return found


def _in_address(text: str, at: int) -> bool:
    word = text[max(0, at - _FARTHEST) : at].rpartition(" ")[2]
    return "/" in word or "@" in word or word.startswith("www.")
