"""Dates said by their distance: last year, next month, three days ago, the third quarter, in summer."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.calendar import MONTHS, WEEKDAYS, from_day_number
from newslint.facts.date_parts import (
    AMBIGUOUS,
    SHORT,
    Date,
    article_day,
    date_from,
    date_of_word,
    iso_of,
    word_after,
    word_before,
    year_of,
)
from newslint.facts.numerals import ONES, TENS

_DAYS_IN = {"day": 1, "week": 7, "month": 0, "year": 0, "decade": 0}
"""Days in a unit of time; 0 where that differs."""
_UNITS = _DAYS_IN | {unit + "s": days for unit, days in _DAYS_IN.items()}
QUALIFIERS = frozenset("last next this past previous coming".split())
SEASONS = frozenset(("spring", "summer", "autumn", "winter", "fall"))
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_BEFORE_SEASON = frozenset("in by since the until of during".split())
_PERIODS = frozenset("week month year quarter decade century weekend morning afternoon evening night".split())
_TIMES = frozenset("morning afternoon evening night".split())
_SMALL = {**{word: int(n) for word, n in (ONES | TENS).items()}, "a": 1, "an": 1}


def from_season(article: Article, i: int) -> Date | None:
    """``in spring 2024``, ``last autumn``: the season that is word `i`, where it is one."""
    words = article.words
    word, last = words.folded[i], i
    if word_after(article, i) == "of":
        last += 1
    year = year_of(word_after(article, last))
    if year:
        start, end = words.starts[i], words.ends[last + 1]
        return date_from(article, start, end, "season", year=year, iso=iso_of(year), year_given=True)
    if word in ("fall", "spring") or word_before(article, i) not in _BEFORE_SEASON:
        return None
    if word_after(article, i) in ("olympics", "games", "house", "palace", "camp", "school"):
        return None
    return date_of_word(article, i, "season")


def quarter(article: Article, first: int, last: int, nth: int) -> Date:
    """``the third quarter of 2024``: words `first` to `last` name the `nth` quarter; the year may stand beside them."""
    words = article.words
    year = 0
    for i in (last, last + 1):
        word = word_after(article, i)
        year = year_of(word)
        if year:
            last = i + 1
        if year or (word and word not in ("of", "in", "fiscal")):
            break
    start, end = words.starts[first], words.ends[last]
    date = date_from(article, start, end, "quarter", year=year, iso=iso_of(year), year_given=bool(year))
    return date._replace(month=3 * nth - 2)


def from_qualifier(article: Article, i: int) -> Date | None:
    """``last year``, ``next month``, ``this Tuesday``, ``in recent months``, ``these days``."""
    words = article.words
    word, unit = words.folded[i], word_after(article, i)
    if not unit:
        return None
    start, end = words.starts[i], words.ends[i + 1]
    if word == "these":
        return date_from(article, start, end, "vague") if unit == "days" else None
    if word == "recent" or word == "coming":
        plural = unit in ("days", "weeks", "months", "years", "decades", "times")
        return date_from(article, start, end, "vague") if plural else None
    if unit in WEEKDAYS and unit not in AMBIGUOUS:
        return date_from(article, start, end, "relative", weekday=WEEKDAYS[unit])
    if unit in MONTHS and unit not in SHORT and article.text[words.starts[i + 1]].isupper():
        year = _relative_month(article, word, MONTHS[unit])
        return date_from(article, start, end, "relative", year=year, month=MONTHS[unit], iso=iso_of(year, MONTHS[unit]))
    if (unit not in _PERIODS and unit not in SEASONS) or (unit in _TIMES and word_before(article, i) == "the"):
        return None  # "the last evening bus"
    today = article_day(article)
    shift = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(word)
    if word == "previous" or not today or shift is None:
        return date_from(article, start, end, "relative")
    year, month, _ = from_day_number(today)
    if unit == "year" or unit in SEASONS:
        return date_from(article, start, end, "relative", year=year + shift, iso=iso_of(year + shift))
    if unit == "month":
        year, month = year + (month - 1 + shift) // 12, (month - 1 + shift) % 12 + 1
        return date_from(article, start, end, "relative", year=year, month=month, iso=iso_of(year, month))
    return date_from(article, start, end, "relative")


def _relative_month(article: Article, word: str, month: int) -> int:
    """The year of ``last May`` or ``next May``, counted from the article's date; 0 where it states none."""
    today = article_day(article)
    if not today:
        return 0
    year, now, _ = from_day_number(today)
    if word == "last":
        return year if month < now else year - 1
    return (year if month > now else year + 1) if word == "next" else year


def relative_day(article: Article, start: int, end: int, shift: int) -> Date:
    """A day that is `shift` days from the article's date."""
    today = article_day(article)
    if not today:
        return date_from(article, start, end, "relative")
    year, month, day = from_day_number(today + shift)
    return date_from(article, start, end, "relative", year=year, month=month, day=day, iso=iso_of(year, month, day))


def ago(article: Article, i: int) -> Date | None:
    """``three days ago``, ``a year ago``."""
    words = article.words
    unit = word_before(article, i)
    if i < 2 or unit not in _UNITS:
        return None
    count = word_before(article, i - 1)
    number = _SMALL.get(count, int(count) if count.isdecimal() and len(count) < 5 else -1)
    if number < 0:
        return date_from(article, words.starts[i - 1], words.ends[i], "relative")
    start, end = words.starts[i - 2], words.ends[i]
    today = article_day(article)
    if today and _UNITS[unit]:
        return relative_day(article, start, end, -number * _UNITS[unit])
    if today and unit.startswith("month") and number < 1200:
        year, month, _ = from_day_number(today)
        year, month = year + (month - 1 - number) // 12, (month - 1 - number) % 12 + 1
        return date_from(article, start, end, "relative", year=year, month=month, iso=iso_of(year, month))
    if today and unit.startswith("year"):
        year = from_day_number(today)[0] - number
        return date_from(article, start, end, "relative", year=year, iso=iso_of(year) if year > 0 else "")
    return date_from(article, start, end, "relative")
