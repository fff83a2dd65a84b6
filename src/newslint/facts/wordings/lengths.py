"""Lengths of time: how long something took, beside when it began and when it ended."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash, near
from newslint.facts.calendar import ANY_YEAR, MONTH_NAMES, WEEKDAYS, day_number
from newslint.facts.dates import Date
from newslint.facts.figures import Figure
from newslint.facts.units import SECONDS
from newslint.facts.wordings.sketches import Sketch, dates_of, figures_of
from newslint.text.pattern import pattern
from newslint.typed import Callable, Iterator, Match

_HOURS = {unit: seconds / SECONDS["h"] for unit, seconds in SECONDS.items()}
_DAYS = {unit: seconds / SECONDS["d"] for unit, seconds in (*SECONDS.items(), ("century", 100 * SECONDS["y"]))}
_ROUGH_YEARS, _ROUGH_DAYS, _ROUGH_HOURS = 0.15, 0.2, 0.25
"""Of a length that is said to be rough, how much it may be off."""
_MORE_THAN, _LESS_THAN = 1.6, 0.6
"""What "more than" and "less than" so many years may stand for, as a multiple of it."""
_ENDS = {"d": 1.0, "wk": 3.0, "mo": 12.0}
"""Days by which a length in such units may be off, as the ends count or not."""
_OF_A_YEAR = 370
"""Days beyond which two dates without a year are not of one."""
_MINUTES, _ROUND_HOURS = 0.09, 0.26
"""Hours by which a length may be off that is told in minutes and halves, and in whole hours."""
_EACH = frozenset("a each every per".split())
_OF_ANOTHER = _EACH | frozenset(
    "longer more less fewer earlier shorter before after late early ahead behind than out".split()
)
"""Words behind a length of time that is not that of the whole."""
_ALIKE = 0.12
"""By how much, as a share, one length in two units may differ: "150 minutes, two and a half hours"."""


def _gap(a: Date, b: Date) -> tuple[float, float]:
    """The least and the most days between two dates, of which the month or the day may not be given."""
    ends = []
    for date in (a, b):
        first = day_number(date.year, date.month or 1, min(date.day or 1, 28))
        last = day_number(date.year, date.month or 12, min(date.day or 28, 28))
        ends.append((first, last) if not date.day else (first, first))
    (a_low, a_high), (b_low, b_high) = ends
    low, high = b_low - a_high, b_high - a_low
    return (low, high) if low >= 0 else (max(0, -high), max(-low, high))


def _years(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``the five-year contract, signed in 2020, ends in 2027``."""
    named, ends = figures_of(sketch, match, "t"), dates_of(sketch, match, "yz")
    if not named or len(ends) < 2 or named[0].unit not in _DAYS or not all(d.year and d.year_given for d in ends):
        return
    time, (a, b) = named[0], ends
    if time.high or time.unit in ("d", "wk") or "respectively" in sketch.words:  # ice for 90 days, from 1970 to 1979
        return
    least, most = _gap(a, b)
    unit = _DAYS[time.unit]
    if time.unit in ("decade", "century"):
        slack = 0.25 * unit
    elif a.kind == b.kind == "year":
        slack = 0.5 * unit if time.unit == "y" else 0.6 * unit
    else:  # a month is told of one end at least
        slack = 0.3 * unit + 31
    if time.about:
        slack += _ROUGH_YEARS * time.value * unit
    bound = sketch.bounds.get(match["t"], 0)
    said = time.value * unit
    if (
        least - slack <= said * (_MORE_THAN if bound > 0 else 1)
        and said * (_LESS_THAN if bound < 0 else 1) <= most + slack
    ):
        return
    years = abs(b.year - a.year)
    shown = f"{years} year{'s' * (years != 1)}" if years else "less than a year"
    yield Clash(
        time.span,
        f"From {min(a.year, b.year)} to {max(a.year, b.year)} is {shown}, not {time.text.replace('-', ' ')}.",
        ((a.span, "here"), (b.span, "and here")),
    )


def _longer(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """A time that is longer than all there is between two years; a shorter one may lie among them: ``opened in 1950
    and closed in 2020 after three years of losses``."""
    for clash in _years(sketch, match):
        (time,), (a, b) = figures_of(sketch, match, "t"), dates_of(sketch, match, "yz")
        if time.value * _DAYS[time.unit] > _gap(a, b)[1]:
            yield clash


def _days(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``began on 3 June and ended on 17 June, lasted three weeks``."""
    named, ends = figures_of(sketch, match, "t"), dates_of(sketch, match, "yz")
    if not named or len(ends) < 2 or named[0].unit not in ("d", "wk", "mo") or not all(d.month and d.day for d in ends):
        return
    if _OF_ANOTHER & set(sketch.text[match.end("t") :].split()[:2]):
        return  # five days a week from 3 May to 7 June
    time, (a, b) = named[0], ends
    year = a.year if a.year_given else b.year if b.year_given else ANY_YEAR
    first, last = (day_number(d.year if d.year_given else year, d.month, d.day) for d in (a, b))
    days = abs(last - first) if a.year_given and b.year_given else (last - first) % 365  # 2 September to 1 June
    yield from _off(time, days, sketch.bounds.get(match["t"], 0), (a, b))


def _off(time: Figure, days: int, bound: int, ends: tuple[Date, ...]) -> Iterator[Clash]:
    """The time where it is neither the days between nor the days with both ends, nor the working days among them."""
    said = time.value * _DAYS[time.unit]
    slack = _ENDS[time.unit] + (_ROUGH_DAYS * said if time.about else 0)
    working = days * 5 / 7 - 2 if time.unit == "d" and days > 4 else days
    if (
        not 0 < days < _OF_A_YEAR
        or time.high
        or min(days, working) - slack <= said <= days + slack
        or bound > 0 > said - days
    ):
        return
    see = tuple((end.span, "date") for end in ends)
    yield Clash(time.span, f"{' to '.join(end.text for end in ends)} is {days} days, not {time.text}.", see)


def _range(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``for ten days, from 5 to 25 May``."""
    (time,), (date,) = figures_of(sketch, match, "t"), dates_of(sketch, match, "r")
    numbers = pattern(r"\d{1,2}(?!\d)").findall(date.text.split(",")[0])
    if time.unit not in ("d", "wk") or len(numbers) < 2 or time.high or not date.month:
        return
    first, last = int(numbers[0]), int(numbers[1])
    if 0 < first < last <= 31:
        for clash in _off(time, last - first, sketch.bounds.get(match["t"], 0), (date,)):
            days = f"{first} to {last} {MONTH_NAMES[date.month]} is {last - first + 1} days with both ends"
            yield clash._replace(message=f"{days}, not {time.text}.")


_TIME = r"(\d{1,2})(?:[:.](\d{2}))?(?: ?([ap])\.?m)?|(noon|midday)|(midnight)"


def _hour(date: Date) -> tuple[float, str]:
    """Hours since midnight, and ``a``, ``p`` or nothing."""
    match = pattern(_TIME).match(date.text.lower())
    if match is None:
        return -1.0, ""
    if match[4] or match[5]:
        return (12.0, "p") if match[4] else (24.0, "a")
    hour = int(match[1]) + int(match[2] or 0) / 60
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "p" else 0)
    return hour, match[3] or ""


def _clock(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``from 8pm to 9pm, three hours``. Silent where the hours of a night, or of another half of the day, would do."""
    named, ends = figures_of(sketch, match, "t"), dates_of(sketch, match, "yz")
    if not named or len(ends) < 2 or named[0].unit not in ("h", "min", "s") or named[0].high:
        return
    if "way" not in match.groupdict() and (_OF_ANOTHER - _EACH) & set(sketch.text[match.end("t") :].split()[:2]):
        return  # from 9am to 5pm, an hour longer than now
    time, ((start, first), (end, second)) = named[0], (_hour(ends[0]), _hour(ends[1]))
    if start < 0 or end < 0:
        return
    said = time.value * _HOURS[time.unit]
    halves = (0.0, 12.0, 24.0) if not (first and second) else (0.0, 24.0)
    slack = _MINUTES if time.value % 1 or time.unit == "min" else _ROUND_HOURS
    slack += _ROUGH_HOURS * said if time.about else 0.0
    spans = [(end - start + half) % 24 or 24.0 for half in halves]
    if any(abs(span - said) <= slack for span in spans):
        return
    hours = min(spans)
    made = f"{hours:.3g} hours" if hours >= 1 else f"{hours * 60:.0f} minutes"
    yield Clash(
        time.span,
        f"{ends[0].text} to {ends[1].text} is {made}, not {time.text}.",
        ((ends[0].span, "from"), (ends[1].span, "to")),
    )


def _weekdays(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``The 48-hour walkout starts on Monday and ends on Thursday``: with or without the last day, or a week more."""
    (time,) = figures_of(sketch, match, "t")
    if time.unit not in ("h", "d") or time.high or time.about or _OF_ANOTHER & set(match[0].split()[:3]):
        return
    days = (WEEKDAYS[match["e"]] - WEEKDAYS[match["d"]]) % 7 or 7
    said = time.value / 24 if time.unit == "h" else time.value
    least = days - 1 if time.unit == "h" else days
    if 1 <= said < 7 and not least < said <= days + 1 and not (time.unit == "d" and said == days):
        yield Clash(time.span, f"{match['d'].title()} to {match['e'].title()} is {days} days, not {time.text}.")


def _same(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``150 minutes, three hours``."""
    a, b = figures_of(sketch, match, "ab")
    if a.unit == b.unit or a.high or b.high or not a.value > 0 or a.value * _HOURS.get(a.unit, 0) == 0:
        return
    one, two = a.value * _HOURS[a.unit], b.value * _HOURS.get(b.unit, 0)
    larger = a.unit in ("s", "min", "h", "d", "wk", "mo") and _HOURS.get(b.unit, 0) > _HOURS[a.unit]
    if not larger or two == 0 or one < _HOURS[b.unit]:
        return
    slack = _ALIKE + _ROUGH_YEARS * (a.about or b.about)
    if not near(two, one, slack):
        made = one / _HOURS[b.unit]
        yield Clash(
            b.span, f"{a.text} is {made:.3g} {b.text.split()[-1].rstrip('s')}s, not {b.text}.", ((a.span, "here"),)
        )


def _since(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``in 2004, 30 years ago``."""
    year, ago = dates_of(sketch, match, "yg")
    if "year" in ago.text and ago.year and abs(year.year - ago.year) > 1:
        yield Clash(ago.span, f"{ago.text} was {ago.year}, not {year.year}.", ((year.span, "the year"),))


def _from_now(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``has signed a three-year deal … until 2030``."""
    (time,), (year,) = figures_of(sketch, match, "t"), dates_of(sketch, match, "y")
    if time.unit == "y" and sketch.year and not time.about and abs(sketch.year + time.value - year.year) > 1:
        yield Clash(
            time.span,
            f"{time.text} from {sketch.year} is {sketch.year + time.value:.0f}, not {year.year}.",
            ((year.span, "the year"),),
        )


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "years": _years,
    "longer": _longer,
    "days": _days,
    "range": _range,
    "clock": _clock,
    "same": _same,
    "weekdays": _weekdays,
    "since": _since,
    "from_now": _from_now,
}
