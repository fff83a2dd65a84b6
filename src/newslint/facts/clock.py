"""Clock times: hours and minutes that no clock shows, and times of one day of which the end comes first."""

from __future__ import annotations

from itertools import pairwise

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.calendar import WEEKDAYS
from newslint.facts.date_parts import RANGES, words_round
from newslint.facts.dates import Date, dates
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

_BEFORE = frozenset(
    "at about around from until till by after before between and to since approximately past roughly just".split()
)
_PARTS_OF_PLAY = frozenset(
    "goal goals scored scores lap laps race raced record finished finish ran runs period half quarter episode video "
    "clip verse psalm chapter minute minutes seconds marathon km mark odds heat swim swam podcast track song game "
    "match possession".split()
)
"""Words beside which 25:30 is a length of time, a place in a recording or a verse."""
_AFTER = frozenset("of in into mark remaining left minutes seconds min".split())
_ONE_DAY = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays today yesterday tomorrow january february march april may june july august september october november "
    "december".split()
)
_AROUND = 25
"""Words round a time that are looked at."""
_LONGEST = 18
"""Hours; what would last longer past midnight is no night shift but a slip."""


@cache
def _parts() -> Pattern[str]:
    return pattern(r"(\d{1,3})(?:[:.](\d{2,3}))?(?::\d{2})? ?(?:([ap])\.?m\b\.?|(gmt|bst|cet|hrs|o'clock))?")


@fact
def clock_clashes(article: Article) -> tuple[Clash, ...]:
    """Times that cannot be, and ends before their beginnings."""
    times = [date for date in dates(article) if date.kind == "time" and date.text[0].isdigit()]
    found: list[Clash] = []
    for time in times:
        found += _impossible(article, time)
    wrong = {clash.span for clash in found}
    for start, end in pairwise(times):
        if start.span not in wrong and end.span not in wrong:
            found += _shut_before_it_opens(article, start, end)
    return tuple(found)


def _read(article: Article, time: Date) -> tuple[int, int, str]:
    """Hour, minute (-1 when not given) and ``a``, ``p`` or nothing."""
    match = _parts().match(article.folded, time.span.start)
    if match is None:
        return 0, -1, ""
    return int(match[1]), int(match[2]) if match[2] else -1, match[3] or ""


def _impossible(article: Article, time: Date) -> Iterator[Clash]:
    hour, minute, half = _read(article, time)
    words = article.words
    first, after = words.at(time.span.start), words.at(time.span.end)
    if half:
        if hour > 12:
            yield Clash(time.span, f"There is no such time: a clock with a.m. and p.m. ends at 12, not at {hour}.")
        elif minute > 59:
            yield Clash(time.span, f"There is no such time: an hour has 60 minutes, not {minute}.")
        return
    over = minute > 59 or hour > 24 or (hour == 24 and minute > 0)
    if not over or minute < 0 or first == 0 or words.folded[first - 1] not in _BEFORE:
        return
    sentence = article.sentence_at(time.span.start)
    if sentence is None or (words.folded[after : after + 1] and words.folded[after] in _AFTER):
        return
    row = words.between(*sentence.span)
    dated = words.folded[after : after + 1] == ["on"] and words.folded[after + 1] in WEEKDAYS
    if not dated and _PARTS_OF_PLAY & set(
        words.folded[max(row.start, first - _AROUND) : min(row.stop, after + _AROUND)]
    ):
        return
    many = article.folded.count(":", time.span.start, time.span.end) > 1
    if not many and hour < 100:
        why = (
            f"an hour has 60 minutes, not {minute}"
            if minute > 59
            else f"a day ends at 24:00, not at {hour}:{minute:02}"
        )
        yield Clash(time.span, f"There is no such time: {why}.")


def _shut_before_it_opens(article: Article, start: Date, end: Date) -> Iterator[Clash]:
    """``from 5pm to 3pm on Sunday``; ``between 17:00 and 15:00``."""
    words = article.words
    if words_round(article, start, end) not in RANGES:
        return
    first = words.at(start.span.start)
    a, b = _minutes(article, start), _minutes(article, end)
    if a < 0 or b < 0 or b >= a or 24 * 60 - (a - b) <= _LONGEST * 60:
        return
    sentence = article.sentence_at(start.span.start)
    if sentence is None:
        return
    row = words.between(*sentence.span)
    said = words.folded[max(row.start, first - _AROUND) : min(row.stop, first + _AROUND)]
    if sum(word in _ONE_DAY for word in said) != 1 or {"next", "following", "day", "daily", "overnight"} & set(said):
        return
    message = f"{start.text} to {end.text} do not fit: the end comes first."
    yield Clash(Span(words.starts[first - 1], end.span.end), message)


def _minutes(article: Article, time: Date) -> int:
    """Minutes since midnight, or -1 where the time does not say which half of the day."""
    hour, minute, half = _read(article, time)
    if half:
        return (hour % 12 + (12 if half == "p" else 0)) * 60 + max(0, minute)
    return hour * 60 + minute if 0 <= minute < 60 and hour < 24 else -1
