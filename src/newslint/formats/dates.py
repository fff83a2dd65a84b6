"""Dates as files and pages write them, made ISO."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.typed import Pattern

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

DIGITS = 5
"""A day and a year have at least so many."""


@cache
def _written() -> Pattern[str]:
    return pattern(
        r"(?:(?:published|updated|last updated|posted|date|on)[:,]? )?"
        r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?"
        r"(?:(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})"
        r"|(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
        r"|(?P<day2>\d{1,2})(?:st|nd|rd|th)? (?P<month2>[a-z]{3,9})\.?,? (?P<year2>\d{4}))"
        r"(?:[ ,t|]{1,3}(?:at )?\d{1,2}[:.]\d{2}.{0,30})?"
    )


def iso(value: object) -> str:
    """``YYYY-MM-DD`` of a date, a timestamp or a written date (``Monday, March 3, 2025``); else the empty string."""
    isoformat = getattr(value, "isoformat", None)
    line = str(isoformat()) if isoformat else value if isinstance(value, str) else ""
    if len(line) > 80 or sum(map(str.isdigit, line)) < DIGITS:
        return ""
    match = _written().fullmatch(line.strip().lower())
    if not match:
        return ""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        name = (match["month"] or match["month2"])[:3]
        if name not in _MONTHS:
            return ""
        year, month = int(match["year"] or match["year2"]), _MONTHS.index(name) + 1
        day = int(match["day"] or match["day2"])
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""
