"""Dates said by their distance: last year, next month, three days ago, the third quarter, in summer."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.calendar import MONTHS, WEEKDAYS, from_day_number
from newslint.facts.date_parts import (
    AMBIGUOUS,
    SHORT,
    Date,
    article_day,
    following,
    iso_of,
    made,
    made_of,
    preceding,
    year_of,
)
from newslint.facts.numerals import ONES, TENS, close
from newslint.text.words import Words

_UNITS = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "month": 0,
    "months": 0,
    "year": 0,
    "years": 0,
    "decade": 0,
    "decades": 0,
}
QUALIFIERS = frozenset("last next this past previous coming".split())
SEASONS = frozenset(("spring", "summer", "autumn", "winter", "fall"))
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_PERIODS = frozenset("week month year quarter decade century weekend morning afternoon evening night".split())
_TIMES = frozenset("morning afternoon evening night".split())
_SMALL = {**{word: int(n) for word, n in (ONES | TENS).items()}, "a": 1, "an": 1}


def from_season(article: Article, text: str, words: Words, i: int) -> Date | None:
    """``in spring 2024``, ``last autumn``: the season that is word `i`, where it is one."""
    word, last = words.folded[i], i
    if following(text, words, i) == "of":
        last += 1
    year = year_of(words.folded[last + 1]) if close(text, words, last) else 0
    if year:
        return made(
            article, words.starts[i], words.ends[last + 1], "season", year=year, iso=iso_of(year), year_given=True
        )
    if word in ("fall", "spring") or preceding(text, words, i) not in (
        "in",
        "by",
        "since",
        "the",
        "until",
        "of",
        "during",
    ):
        return None
    if following(text, words, i) in ("olympics", "games", "house", "palace", "camp", "school"):
        return None
    return made_of(article, words, i, "season")


def quarter(article: Article, text: str, words: Words, first: int, last: int, nth: int) -> Date:
    """``the third quarter of 2024``: words `first` to `last` name the `nth` quarter; the year may stand beside them."""
    year = 0
    for step in (1, 2):
        if close(text, words, last + step - 1):
            year = year_of(words.folded[last + step])
            if year:
                last += step
                break
            if words.folded[last + step] not in ("of", "in", "fiscal"):
                break
    return made(
        article,
        words.starts[first],
        words.ends[last],
        "quarter",
        year=year,
        month=3 * nth - 2,
        iso=iso_of(year),
        year_given=bool(year),
    )


def from_qualifier(article: Article, text: str, words: Words, i: int) -> Date | None:
    """``last year``, ``next month``, ``this Tuesday``, ``in recent months``, ``these days``."""
    word, unit = words.folded[i], following(text, words, i)
    if not unit:
        return None
    start, end = words.starts[i], words.ends[i + 1]
    if word == "these":
        return made(article, start, end, "vague") if unit == "days" else None
    if word == "recent" or word == "coming":
        plural = unit in ("days", "weeks", "months", "years", "decades", "times")
        return made(article, start, end, "vague") if plural else None
    if unit in WEEKDAYS and unit not in AMBIGUOUS:
        return made(article, start, end, "relative", weekday=WEEKDAYS[unit])
    if unit in MONTHS and unit not in SHORT and article.text[words.starts[i + 1]].isupper():
        year = _relative_month(article, word, MONTHS[unit])
        return made(article, start, end, "relative", year=year, month=MONTHS[unit], iso=iso_of(year, MONTHS[unit]))
    if (unit not in _PERIODS and unit not in SEASONS) or (unit in _TIMES and preceding(text, words, i) == "the"):
        return None  # "the last evening bus"
    today = article_day(article)
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(word)
    if word == "previous" or not today or step is None:
        return made(article, start, end, "relative")
    year, month, _ = from_day_number(today)
    if unit == "year" or unit in SEASONS:
        return made(article, start, end, "relative", year=year + step, iso=iso_of(year + step))
    if unit == "month":
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        return made(article, start, end, "relative", year=year, month=month, iso=iso_of(year, month))
    return made(article, start, end, "relative")


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
        return made(article, start, end, "relative")
    year, month, day = from_day_number(today + shift)
    return made(article, start, end, "relative", year=year, month=month, day=day, iso=iso_of(year, month, day))


def ago(article: Article, text: str, words: Words, i: int) -> Date | None:
    """``three days ago``, ``a year ago``."""
    if i < 2 or not close(text, words, i - 1) or words.folded[i - 1] not in _UNITS:
        return None
    unit, count = words.folded[i - 1], words.folded[i - 2]
    number = _SMALL.get(count, int(count) if count.isdecimal() and len(count) < 5 else -1)
    if number < 0 or not close(text, words, i - 2):
        return made(article, words.starts[i - 1], words.ends[i], "relative")
    start, end = words.starts[i - 2], words.ends[i]
    today = article_day(article)
    if today and _UNITS[unit]:
        return relative_day(article, start, end, -number * _UNITS[unit])
    if today and unit.startswith("month") and number < 1200:
        year, month, _ = from_day_number(today)
        year, month = year + (month - 1 - number) // 12, (month - 1 - number) % 12 + 1
        return made(article, start, end, "relative", year=year, month=month, iso=iso_of(year, month))
    if today and unit.startswith("year"):
        year = from_day_number(today)[0] - number
        return made(article, start, end, "relative", year=year, iso=iso_of(year) if year > 0 else "")
    return made(article, start, end, "relative")
