"""Mojibake: characters whose bytes in UTF-8 were read as Windows-1252, as in ``donâ€™t``."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

_BY_CODE = {
    character: code
    for code, character in zip(range(0x80, 0xA0), "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ", strict=True)
}
"""What Windows-1252 shows for the bytes of a second and third place."""
_AFTER_A = "\u00a0£©®°·§«»±²³½¼¾´"
"""Signs of Latin-1, before which UTF-8 has the byte that shows as Â."""
_SURE = "Ããâð"
"""Letters that nobody writes before such signs."""


@cache
def _mangled() -> Pattern[str]:
    tail = "[\u0080-\u00bf" + "".join(_BY_CODE) + "]"
    return pattern(f"[ÃÂ]{tail}|[âã]{tail}{{2}}|ð{tail}{{3}}|[ÐÑÅÄÎÏ]{tail}")


def mojibake(text: str) -> Iterator[tuple[Span, str]]:
    """Where a damaged character stands, and what it was."""
    for match in _mangled().finditer(text):
        said = match.group()
        meant = _decoded(said)
        if meant and _is_damage(said, text[match.start() - 1 : match.start()]):
            yield Span(*match.span()), meant


@cache
def _lost() -> Pattern[str]:
    return pattern(r"(?<=[a-z])\?(?=(?:t|re|ve|ll|s|d|m)\b(?! ?=))")


def lost_apostrophes(text: str) -> list[Span]:
    """Question marks where a character went: ``couldn?t``. None in an address."""
    return [
        Span(*match.span())
        for match in _lost().finditer(text)
        if not set("/@.=").intersection(text[max(0, match.start() - 60) : match.start()].rpartition(" ")[2])
    ]


def _is_damage(said: str, before: str) -> bool:
    """A capital before a quotation mark or a dash is more often a letter and a mark."""
    if said[0] in _SURE or (said[0] == "Â" and said[1] in _AFTER_A):
        return True
    return before.islower() and not any(ord(c) > 0x2000 for c in said[1:])


def _decoded(said: str) -> str:
    """What the characters were; empty when they were nothing."""
    try:
        meant = bytes(_BY_CODE.get(c, ord(c)) for c in said).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return ""
    return meant if meant.isprintable() or meant in "\u00a0\u200b" else ""
