"""Dates: absolute, by weekday, relative to the article's own date."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.calendar import (
    MONTHS,
    WEEKDAYS,
    day_number,
    from_day_number,
    month_length,
    parse_iso,
)
from newslint.text.span import Span
from newslint.text.words import Words

DateKind = Literal["day", "month", "year", "weekday", "quarter", "season", "relative", "time", "vague"]


class Date(NamedTuple):
    """A date or time expression. `year`, `month` and `day` are 0 where not given and not to be worked out."""

    span: Span
    text: str
    kind: DateKind
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    """0 Monday to 6 Sunday, as written; -1 where none is."""
    iso: str = ""
    """``2026-03-03``, ``2026-03``, ``2026`` or empty; relative ones are resolved against the article's date."""
    year_given: bool = False


_SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Abbreviations, several of them words or names: dates only with a number or a stop beside them."""
_AMBIGUOUS = frozenset("may march april june august sat sun mon wed mar jan dec".split())
_BEFORE_DATE = frozenset(
    "in on by of from since until till to and or between before after during through early late mid last next this "
    "past previous following that every each for around about was is were the a".split()
)
_BEFORE_MONTH = _BEFORE_DATE - {"to", "or", "for", "about", "a", "is", "was", "were"}
_BEFORE_YEAR = frozenset(
    "in since until till by of from to and between before after during through early late mid for circa around about "
    "year summer winter spring autumn fall election season".split()
)
_COUNTED = frozenset(
    "people jobs workers employees staff homes houses households soldiers troops patients students pupils children "
    "women "
    "men deaths cases votes seats shares units copies cars vehicles metres meters miles feet yards kilometres "
    "kilometers "
    "km kg tonnes tons hectares acres dollars euros pounds yen yuan rupees percent per points calories steps words "
    "pages "
    "residents families companies firms stores shops schools members delegates visitors fans customers users refugees "
    "migrants protesters officers others more additional new words kilograms litres liters watts mah rpm hours minutes "
    "days weeks freestyle butterfly backstroke hurdles".split()
)
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
_NOT_NOW = frozenset("last next this past previous coming following same earlier later".split())
_SEASONS = frozenset(("spring", "summer", "autumn", "winter", "fall"))
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
_VAGUE = frozenset("recently lately soon nowadays shortly".split())
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_PERIODS = frozenset("week month year quarter decade century weekend morning afternoon evening night".split())
_SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1,
    "an": 1,
}
_TIME_MARKS = frozenset(("am", "pm", "a.m", "p.m", "noon", "midnight", "o'clock", "gmt"))
_WAKES = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | _SEASONS
    | frozenset(_QUARTERS)
    | _VAGUE
    | frozenset(_DAYS)
    | frozenset(("quarter", "ago", "noon", "midnight", "recent", "coming", "these"))
    | frozenset(("last", "this", "next", "previous", "past"))
)


@fact
def digit_words(article: Article) -> list[int]:
    """Indexes of the words that begin with a digit: what figures and dates look at."""
    return [i for i, word in enumerate(article.words.folded) if word < ":"]


@fact
def article_day(article: Article) -> int:
    """The article's own date as a `day_number`, or 0 when it states none."""
    date = parse_iso(article.meta.date)
    return day_number(*date) if date else 0


@fact
def dates(article: Article) -> tuple[Date, ...]:
    """Every date in headline, dateline, dek and running text, in order. Kind ``vague`` is "recently" and its like.

    Weekdays alone are not resolved: the Tuesday meant may be the last or the next.
    """
    words, text = article.words, article.folded
    wakes = _WAKES
    candidates = sorted([*digit_words(article), *[i for i, word in enumerate(words.folded) if word in wakes]])
    if not candidates:
        return ()
    found: list[Date] = []
    done = 0
    silent = [block.span for _, block in article.zoned("code", "meta", "byline")]
    skip = 0
    for i in candidates:
        start = words.starts[i]
        if start < done:
            continue
        while skip < len(silent) and silent[skip].end <= start:
            skip += 1
        if skip < len(silent) and silent[skip].start <= start:
            continue
        date = _date_at(article, text, words, i)
        if date is not None and date.span.start >= done:
            found.append(date)
            done = date.span.end
    return tuple(found)


def _date_at(article: Article, text: str, words: Words, i: int) -> Date | None:
    word = words.folded[i]
    if word < ":":
        return _from_digits(article, text, words, i)
    if word in MONTHS:
        return _from_month(article, text, words, i)
    if word in WEEKDAYS:
        return _from_weekday(article, text, words, i)
    if word in _NOT_NOW or word in ("these", "recent"):
        return _from_qualifier(article, text, words, i)
    if word in ("noon", "midnight"):
        return _made(article, words.starts[i], words.ends[i], "time")
    if word in _QUARTERS:
        return _quarter(article, text, words, i, i, _QUARTERS[word])
    if word == "quarter":
        nth = _ORDINALS.get(words.folded[i - 1], 0) if i and _close(text, words, i - 1) else 0
        return _quarter(article, text, words, i - 1, i, nth) if nth else None
    if word in _SEASONS:
        return _from_season(article, text, words, i)
    if word in _VAGUE:
        return (
            None if word == "shortly" and _next(text, words, i) in _AFTER_SHORTLY else _at(article, words, i, "vague")
        )
    if word == "ago":
        return _ago(article, text, words, i)
    if word in _DAYS:
        return _relative_day(article, words.starts[i], words.ends[i], _DAYS[word])
    return None


_AFTER_SHORTLY = frozenset(("after", "before", "following"))


# -- pieces ------------------------------------------------------------------------------------------------------------


def _close(text: str, words: Words, i: int) -> bool:
    """True when one space, hyphen or line break alone parts word `i` and the next."""
    return i + 1 < len(words.ends) and text[words.ends[i] : words.starts[i + 1]] in (" ", "-", "\n")


def _near(text: str, words: Words, i: int) -> bool:
    """As `_close`, with a comma or an abbreviation's stop allowed before the space."""
    return i + 1 < len(words.ends) and text[words.ends[i] : words.starts[i + 1]] in (
        " ", "-", "\n", ", ", ". ", ",\n", ".\n", "., ",
    )  # fmt: skip


def _next(text: str, words: Words, i: int) -> str:
    return words.folded[i + 1] if _close(text, words, i) else ""


def _previous(text: str, words: Words, i: int) -> str:
    return words.folded[i - 1] if i and _close(text, words, i - 1) else ""


def _day(word: str) -> int:
    """A day of the month as written (``17``, ``17th``), or 0."""
    if not "0" <= word[:1] <= "9":
        return 0
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else word
    return int(digits) if len(digits) <= 2 and digits.isdecimal() else 0


def _year(word: str) -> int:
    return int(word) if len(word) == 4 and word.isdecimal() and "1000" <= word < "2200" else 0


def _iso(year: int, month: int = 0, day: int = 0) -> str:
    if not year or not 0 <= month <= 12 or (day and not 1 <= day <= 31):
        return ""
    return f"{year:04}" + (f"-{month:02}" + (f"-{day:02}" if day else "") if month else "")


def _made(article: Article, start: int, end: int, kind: DateKind, **fields: int | str | bool) -> Date:
    return Date(Span(start, end), article.text[start:end], kind, **fields)  # type: ignore[arg-type]


def _at(article: Article, words: Words, i: int, kind: DateKind, **fields: int | str | bool) -> Date:
    return _made(article, words.starts[i], words.ends[i], kind, **fields)


def _guessed_year(article: Article, month: int, day: int) -> int:
    """The year that puts a date without one nearest to the article's own date, or 0."""
    today = article_day(article)
    if not today:
        return 0
    year = from_day_number(today)[0]
    day = min(day or 15, month_length(year, month))
    return min((year - 1, year, year + 1), key=lambda y: abs(day_number(y, month, min(day, 28)) - today))


# -- numbers -----------------------------------------------------------------------------------------------------------


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])|(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{2})(?![\d/])"
    )


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.?m\b\.?|gmt|bst|cet|hrs|o'clock)?(?![\w:])")


def _from_digits(article: Article, text: str, words: Words, i: int) -> Date | None:
    word, start, end = words.folded[i], words.starts[i], words.ends[i]
    after = text[end : end + 1]
    if after == " " and len(word) < 4 and i + 1 < len(words.folded) and words.folded[i + 1] < ":":
        return None  # a row of numbers
    if (after == ":" and text[end + 1 : end + 2].isdigit()) or (len(word) <= 8 and _is_time(text, words, i)):
        match = _clock().match(text, start)
        if match and match.end() > end - (word[-1] == "m") and text[start - 1 : start] not in ("$", "£", "€"):
            return _made(article, start, _trimmed(text, match.end()), "time")
        return None
    if after in ("-", "/") or word.count(".") == 2:
        match = _numeric().match(text, start)
        if match:
            return _numeric_date(article, match)
    year = _year(word)
    if year:
        return _from_year(article, text, words, i, year)
    if len(word) == 5 and word.endswith("s") and _year(word[:4]) and word[3] == "0":
        return _made(article, start, end, "year", year=int(word[:4]), iso=word[:4], year_given=True)
    if word in _ORDINALS and _next(text, words, i) == "quarter":
        return _quarter(article, text, words, i, i + 1, _ORDINALS[word])
    return _day_then_month(article, text, words, i) if len(word) <= 4 else None


def _is_time(text: str, words: Words, i: int) -> bool:
    word = words.folded[i]
    if word[-1] == "m":
        return word.rstrip(".").endswith(("am", "pm", "a.m", "p.m"))
    return _next(text, words, i) in _TIME_MARKS


def _trimmed(text: str, end: int) -> int:
    while end and text[end - 1] in " ":
        end -= 1
    return end


def _numeric_date(article: Article, match: re.Match[str]) -> Date | None:
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        if not (1 <= month <= 12 and 1000 <= year < 2200):
            return None
    else:
        first, second, year = int(match["a"]), int(match["b"]), int(match["c"])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        day, month = (first, second) if first > 12 or match["mark"] == "." else (second, first)
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            return None
        if first <= 12 and second <= 12 and first != second:  # 3/5/2024: the order is anybody's guess
            return _made(article, *match.span(), "day", year=year, iso=_iso(year), year_given=True)
    return _made(
        article, *match.span(), "day", year=year, month=month, day=day, iso=_iso(year, month, day), year_given=True
    )


def _from_year(article: Article, text: str, words: Words, i: int, year: int) -> Date | None:
    start, end = words.starts[i], words.ends[i]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "$£€¥₹#.,/:=_" and text[start - 2 : start - 1] != "":
        return None
    if before == "-" and text[start - 2 : start - 1].isdigit() and not _year(words.folded[i - 1]):
        return None
    if after in ("%", ",") and text[end + 1 : end + 2].isdigit():
        return None
    if after == "%" or (after == "." and text[end + 1 : end + 2].isdigit()):
        return None
    previous = _previous(text, words, i)
    following = words.folded[i + 1] if _close(text, words, i) else ""
    if following in _COUNTED and previous not in ("in", "since", "until", "of", "by"):
        return None
    if year < 1900 and previous not in _BEFORE_YEAR and before != "(":
        return None
    if year >= 2100:
        return None
    last = end
    if after == "-" and _year(following):
        following = ""
    elif after in ("-", "/") and following == "" and text[end + 1 : end + 3].isdecimal():
        last = words.ends[i + 1]  # 2024/25
    elif (
        after == "-" and i + 1 < len(words.folded) and len(words.folded[i + 1]) == 2 and words.folded[i + 1].isdecimal()
    ):
        last = words.ends[i + 1]
    return _made(article, start, last, "year", year=year, iso=_iso(year), year_given=True)


def _day_then_month(article: Article, text: str, words: Words, i: int) -> Date | None:
    """``17 October 2023``, ``the 17th of October``, ``17-19 October``."""
    day = _day(words.folded[i])
    if not day or i + 1 >= len(words.folded) or text[words.ends[i]] not in " -\n":
        return None  # 34% of June
    j = i + 1
    folded = words.folded
    if folded[j] in ("of", "and", "to") or (text[words.ends[i]] == "-" and _day(folded[j])):
        if folded[j] in ("and", "to") and not (j + 1 < len(folded) and _day(folded[j + 1])):
            return None
        j += 1 if folded[j] == "of" or _day(folded[j]) else 2
    if j >= len(folded) or folded[j] not in MONTHS or words.starts[j] - words.ends[i] > 12:
        return None
    if not _near(text, words, j - 1) or not article.text[words.starts[j]].isupper():
        return None
    return _with_year(article, text, words, words.starts[i], j, MONTHS[folded[j]], day)


# -- months and weekdays -----------------------------------------------------------------------------------------------


def _from_month(article: Article, text: str, words: Words, i: int, start: int = -1, weekday: int = -1) -> Date | None:
    word, folded = words.folded[i], words.folded
    if not article.text[words.starts[i]].isupper():
        return None
    month = MONTHS[word]
    start = words.starts[i] if start < 0 else start
    if i + 1 < len(folded) and _near(text, words, i):
        day = _day(folded[i + 1])
        if (
            day
            and text[words.ends[i + 1] : words.ends[i + 1] + 1] not in (":", "%")
            and not _sum_follows(text, words, i + 1)
        ):
            last = i + 1
            if (
                text[words.ends[last] : words.ends[last] + 1] == "-"
                and last + 1 < len(folded)
                and _day(folded[last + 1])
            ):
                last += 1  # May 3-5
            return _with_year(article, text, words, start, last, month, day, weekday)
        if _year(folded[i + 1]):
            return _with_year(article, text, words, start, i, month, 0, weekday)
    if word in _SHORT:
        return None
    previous = _previous(text, words, i)
    if word in _AMBIGUOUS and previous not in _BEFORE_MONTH:
        return None
    if word == "may" and previous in ("this", "that", "the", "and", "of"):
        return None
    if word in _AMBIGUOUS and _close(text, words, i) and article.text[words.starts[i + 1]].isupper():
        return None  # June Carter, March Madness
    year = _guessed_year(article, month, 0)
    return _made(article, start, words.ends[i], "month", year=year, month=month, iso=_iso(year, month))


def _sum_follows(text: str, words: Words, i: int) -> bool:
    """In ``June 30 million`` the number is no day."""
    return _next(text, words, i) in ("million", "billion", "trillion", "percent", "per", "thousand")


def _with_year(
    article: Article, text: str, words: Words, start: int, last: int, month: int, day: int, weekday: int = -1
) -> Date:
    year = 0
    if last + 1 < len(words.folded) and _near(text, words, last):
        year = _year(words.folded[last + 1])
    given = bool(year)
    if year:
        last += 1
    else:
        year = _guessed_year(article, month, day)
    iso = _iso(year, month, day)
    kind: DateKind = "day" if day else "month"
    span = Span(start, words.ends[last])
    return Date(span, article.text[span.start : span.end], kind, year, month, day, weekday, iso, given)


def _from_weekday(article: Article, text: str, words: Words, i: int) -> Date | None:
    word, folded = words.folded[i], words.folded
    if not article.text[words.starts[i]].isupper():
        return None
    weekday, start = WEEKDAYS[word], words.starts[i]
    gap = text[words.ends[i] : words.starts[i + 1]] if i + 1 < len(folded) else ""
    if gap in (" ", ", ", ". ", "., ", " (", " - "):
        if folded[i + 1] in MONTHS:
            date = _from_month(article, text, words, i + 1, start, weekday)
            if date is not None and date.day:
                return date
        j = i + 2 if folded[i + 1] == "the" else i + 1
        date = _day_then_month(article, text, words, j) if j < len(folded) and _day(folded[j]) else None
        if date is not None:
            span = Span(start, date.span.end)
            return date._replace(span=span, text=article.text[span.start : span.end], weekday=weekday)
    if word in _SHORT and not (gap == ". " or gap == ", ") and _previous(text, words, i) not in ("on", "last", "next"):
        return None
    if word in _SHORT and word in _AMBIGUOUS and _previous(text, words, i) not in ("on", "last", "next"):
        return None
    if word == "sun" or (word == "sat" and gap == " "):
        return None
    return _made(article, start, words.ends[i], "weekday", weekday=weekday)


# -- relative ----------------------------------------------------------------------------------------------------------


def _from_season(article: Article, text: str, words: Words, i: int) -> Date | None:
    word, last = words.folded[i], i
    if _next(text, words, i) == "of":
        last += 1
    year = _year(words.folded[last + 1]) if _close(text, words, last) else 0
    if year:
        return _made(
            article, words.starts[i], words.ends[last + 1], "season", year=year, iso=_iso(year), year_given=True
        )
    if word in ("fall", "spring") or _previous(text, words, i) not in (
        "in",
        "by",
        "since",
        "the",
        "until",
        "of",
        "during",
    ):
        return None
    if _next(text, words, i) in ("olympics", "games", "house", "palace", "camp", "school"):
        return None
    return _at(article, words, i, "season")


def _quarter(article: Article, text: str, words: Words, first: int, last: int, nth: int) -> Date:
    year = 0
    for step in (1, 2):
        if _close(text, words, last + step - 1):
            year = _year(words.folded[last + step])
            if year:
                last += step
                break
            if words.folded[last + step] not in ("of", "in", "fiscal"):
                break
    return _made(
        article,
        words.starts[first],
        words.ends[last],
        "quarter",
        year=year,
        month=3 * nth - 2,
        iso=_iso(year),
        year_given=bool(year),
    )


def _from_qualifier(article: Article, text: str, words: Words, i: int) -> Date | None:
    """``last year``, ``next month``, ``this Tuesday``, ``earlier this week``, ``in recent months``, ``these days``."""
    word, unit = words.folded[i], _next(text, words, i)
    if not unit:
        return None
    start, end = words.starts[i], words.ends[i + 1]
    if word == "these":
        return _made(article, start, end, "vague") if unit == "days" else None
    if word == "recent" or word == "coming":
        plural = unit in ("days", "weeks", "months", "years", "decades", "times")
        return _made(article, start, end, "vague") if plural else None
    if unit in WEEKDAYS and unit not in _AMBIGUOUS:
        return _made(article, start, end, "relative", weekday=WEEKDAYS[unit])
    if unit in MONTHS and unit not in _SHORT and article.text[words.starts[i + 1]].isupper():
        year = _relative_month(article, word, MONTHS[unit])
        return _made(article, start, end, "relative", year=year, month=MONTHS[unit], iso=_iso(year, MONTHS[unit]))
    if unit not in _PERIODS and unit not in _SEASONS:
        return None
    today = article_day(article)
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(word)
    if word in ("previous", "following") or not today or step is None:
        return _made(article, start, end, "relative")
    year, month, _ = from_day_number(today)
    if unit == "year" or unit in _SEASONS:
        return _made(article, start, end, "relative", year=year + step, iso=_iso(year + step))
    if unit == "month":
        year, month = year + (month - 1 + step) // 12, (month - 1 + step) % 12 + 1
        return _made(article, start, end, "relative", year=year, month=month, iso=_iso(year, month))
    return _made(article, start, end, "relative")


def _relative_month(article: Article, word: str, month: int) -> int:
    today = article_day(article)
    if not today:
        return 0
    year, now, _ = from_day_number(today)
    if word == "last":
        return year if month < now else year - 1
    return (year if month > now else year + 1) if word == "next" else year


def _relative_day(article: Article, start: int, end: int, shift: int) -> Date:
    today = article_day(article)
    if not today:
        return _made(article, start, end, "relative")
    year, month, day = from_day_number(today + shift)
    return _made(article, start, end, "relative", year=year, month=month, day=day, iso=_iso(year, month, day))


def _ago(article: Article, text: str, words: Words, i: int) -> Date | None:
    """``three days ago``, ``a year ago``."""
    if i < 2 or not _close(text, words, i - 1) or words.folded[i - 1] not in _UNITS:
        return None
    unit, count = words.folded[i - 1], words.folded[i - 2]
    number = _SMALL.get(count, int(count) if count.isdecimal() and len(count) < 5 else -1)
    if number < 0 or not _close(text, words, i - 2):
        return _made(article, words.starts[i - 1], words.ends[i], "relative")
    start, end = words.starts[i - 2], words.ends[i]
    today = article_day(article)
    if today and _UNITS[unit]:
        return _relative_day(article, start, end, -number * _UNITS[unit])
    if today and unit.startswith("year"):
        year = from_day_number(today)[0] - number
        return _made(article, start, end, "relative", year=year, iso=_iso(year) if year > 0 else "")
    return _made(article, start, end, "relative")
