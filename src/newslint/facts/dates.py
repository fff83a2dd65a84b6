"""Dates: absolute, by weekday, relative to the article's own date."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.facts.calendar import MONTHS, WEEKDAYS
from newslint.facts.date_parts import (
    AMBIGUOUS,
    SHORT,
    Date as Date,
    DateKind as DateKind,
    adjoins_or_comma,
    article_day as article_day,
    date_from,
    date_of_word,
    day_of,
    guessed_year,
    iso_of,
    numeric,
    numeric_date,
    word_after,
    word_before,
    year_of,
)
from newslint.facts.relative_dates import (
    ORDINALS,
    QUALIFIERS,
    SEASONS,
    ago,
    from_qualifier,
    from_season,
    quarter,
    relative_day,
)
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern

_BEFORE_DATE = frozenset(
    "in on by of from since until till to and or between before after during through early late mid last next this "
    "past previous following that every each for around about was is were the a".split()
)
_BEFORE_MONTH = _BEFORE_DATE - {"to", "or", "for", "about", "a", "is", "was", "were"}
_BEFORE_YEAR = frozenset(
    "in since until till by of from to and between before after during through early late mid for circa around about "
    "year summer winter spring autumn fall election season".split()
)
_QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
_VAGUE = frozenset("recently lately soon nowadays shortly".split())
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_BEFORE_CHRIST = frozenset("bc bce bp b.c b.c.e".split())
"""Years that are counted backwards: none of them is a date here."""
_TIME_MARKS = frozenset(("am", "pm", "a.m", "p.m", "noon", "midnight", "o'clock", "gmt"))
_WAKES = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | SEASONS
    | frozenset(_QUARTERS)
    | _VAGUE
    | frozenset(_DAYS)
    | QUALIFIERS
    | frozenset(("quarter", "ago", "noon", "midnight", "recent", "these"))
)


@fact
def dates(article: Article) -> tuple[Date, ...]:
    """Every date in headline, dateline, dek and running text, in order. Kind ``vague`` is "recently" and its like.

    Weekdays alone are not resolved: the Tuesday meant may be the last or the next.
    """
    words = article.words
    candidates = article.where(_WAKES, numbers=True)
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
        date = _date_at(article, i)
        if date is not None and date.span.start >= done:
            found.append(date)
            done = date.span.end
    return tuple(found)


def _date_at(article: Article, i: int) -> Date | None:
    """The date that begins with word `i`, by what the word is; of ``three days ago`` it is the last."""
    words = article.words
    word = words.folded[i]
    if word < ":":
        return _from_digits(article, i)
    if word in MONTHS:
        return _from_month(article, i)
    if word in WEEKDAYS:
        return _from_weekday(article, i)
    if word in QUALIFIERS or word in ("these", "recent"):
        return from_qualifier(article, i)
    if word in ("noon", "midnight"):
        return date_of_word(article, i, "time")
    if word in _QUARTERS:
        return quarter(article, i, i, _QUARTERS[word])
    if word == "quarter":
        nth = ORDINALS.get(word_before(article, i), 0)
        return quarter(article, i - 1, i, nth) if nth else None
    if word in SEASONS:
        return from_season(article, i)
    if word in _VAGUE:
        soon = word == "shortly" and word_after(article, i) in ("after", "before", "following")
        return None if soon else date_of_word(article, i, "vague")
    if word == "ago":
        return ago(article, i)
    if word in _DAYS:
        return relative_day(article, words.starts[i], words.ends[i], _DAYS[word])
    return None


# -- numbers -----------------------------------------------------------------------------------------------------------


@cache
def _clock() -> Pattern[str]:
    return pattern(r"\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.?m\b\.?|gmt|bst|cet|hrs|o'clock)?(?![\w:])")


def _from_digits(article: Article, i: int) -> Date | None:
    """A time, a date in figures, a year, or the day before its month."""
    text, words = article.folded, article.words
    word, start, end = words.folded[i], words.starts[i], words.ends[i]
    after = text[end : end + 1]
    if (after == ":" and text[end + 1 : end + 2].isdigit()) or (len(word) <= 8 and _is_time(article, i)):
        match = _clock().match(text, start)
        if match and match.end() > end - (word[-1] == "m") and text[start - 1 : start] not in ("$", "£", "€"):
            return date_from(article, start, start + len(match.group().rstrip(" ")), "time")
        return None
    if after in ("-", "/") or word.count(".") == 2:
        match = numeric().match(text, start)
        if match:
            return numeric_date(article, match)
    year = year_of(word)
    if year:
        return _from_year(article, i, year)
    if len(word) == 5 and word.endswith("s") and year_of(word[:4]) and word[3] == "0":
        return date_from(article, start, end, "year", year=int(word[:4]), iso=word[:4], year_given=True)
    if word in ORDINALS and word_after(article, i) == "quarter":
        return quarter(article, i, i + 1, ORDINALS[word])
    return _day_then_month(article, i) if len(word) <= 4 else None


def _is_time(article: Article, i: int) -> bool:
    word = article.words.folded[i]
    if word[-1] == "m":
        return word.rstrip(".").endswith(("am", "pm", "a.m", "p.m"))
    return word_after(article, i) in _TIME_MARKS


def _from_year(article: Article, i: int, year: int) -> Date | None:
    """A year that its neighbours let stand: no price, no count, no part of a number."""
    text, words = article.folded, article.words
    start, end = words.starts[i], words.ends[i]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "$£€¥₹#.,/:=_" and text[start - 2 : start - 1] != "":
        return None
    if before == "-" and text[start - 2 : start - 1].isdigit() and not year_of(words.folded[i - 1]):
        return None
    if after == "%" or (after in (",", ".") and text[end + 1 : end + 2].isdigit()):
        return None
    previous, following = word_before(article, i), word_after(article, i)
    if following in word_list("counted") and previous not in ("in", "since", "until", "of", "by"):
        return None
    if year < 1900 and previous not in _BEFORE_YEAR and before != "(":
        return None
    if year >= 2100 or not _BEFORE_CHRIST.isdisjoint(words.folded[i + 1 : i + 4]):
        return None
    last = i
    if after == "/" and text[end + 1 : end + 3].isdecimal():
        last += 1  # 2024/25
    elif after == "-" and len(following) == 2 and following.isdecimal():
        last += 1  # 2024-25
    return date_from(article, start, words.ends[last], "year", year=year, iso=iso_of(year), year_given=True)


def _day_then_month(article: Article, i: int) -> Date | None:
    """``17 October 2023``, ``the 17th of October``, ``17-19 October``."""
    text, words, folded = article.folded, article.words, article.words.folded
    day = day_of(folded[i])
    if not day or i + 1 >= len(folded) or text[words.ends[i]] not in " -\n":
        return None  # 34% of June
    j = i + 1
    if folded[j] in ("of", "and", "to") or (text[words.ends[i]] == "-" and day_of(folded[j])):
        j += 1 if folded[j] == "of" or day_of(folded[j]) else 2
    if j >= len(folded) or folded[j] not in MONTHS or words.starts[j] - words.ends[i] > 12:
        return None
    if not adjoins_or_comma(article, j - 1) or not article.text[words.starts[j]].isupper():
        return None
    return _with_year(article, i, j, MONTHS[folded[j]], day)


# -- months and weekdays -----------------------------------------------------------------------------------------------


def _from_month(article: Article, i: int) -> Date | None:
    """A month, with its day and year where they follow."""
    text, words, folded = article.folded, article.words, article.words.folded
    word = folded[i]
    if not article.text[words.starts[i]].isupper():
        return None
    month = MONTHS[word]
    if adjoins_or_comma(article, i):
        day, last = day_of(folded[i + 1]), i + 1
        mark = text[words.ends[last] : words.ends[last] + 1]
        if day and mark not in (":", "%") and not _sum_follows(article, last):
            if mark == "-" and last + 1 < len(folded) and day_of(folded[last + 1]):
                last += 1  # May 3-5
            return _with_year(article, i, last, month, day)
        if year_of(folded[i + 1]):
            return _with_year(article, i, i, month, 0)
    if word in SHORT:
        return None
    previous = word_before(article, i)
    if word in AMBIGUOUS and previous not in _BEFORE_MONTH:
        return None
    if word == "may" and previous in ("this", "that", "the", "and", "of"):
        return None
    if word in AMBIGUOUS and word_after(article, i) and article.text[words.starts[i + 1]].isupper():
        return None  # June Carter, March Madness
    year = guessed_year(article, month, 0)
    return date_of_word(article, i, "month", year=year, month=month, iso=iso_of(year, month))


def _sum_follows(article: Article, i: int) -> bool:
    """In ``June 30 million`` and ``in June, 19,600`` the number is no day."""
    end = article.words.ends[i]
    if article.folded[end : end + 1] == "," and article.folded[end + 1 : end + 4].isdecimal():
        return not article.folded[end + 4 : end + 5].isdecimal()
    return word_after(article, i) in ("million", "billion", "trillion", "percent", "per", "thousand")


def _with_year(article: Article, first: int, last: int, month: int, day: int) -> Date:
    """The date of words `first` to `last`, and of the year behind them where one is given."""
    words = article.words
    year = year_of(words.folded[last + 1]) if adjoins_or_comma(article, last) else 0
    given = bool(year)
    if given:
        last += 1
    else:
        year = guessed_year(article, month, day)
    kind: DateKind = "day" if day else "month"
    span = Span(words.starts[first], words.ends[last])
    text = article.text[span.start : span.end]
    return Date(span, text, kind, year, month, day, iso=iso_of(year, month, day), year_given=given)


def _from_weekday(article: Article, i: int) -> Date | None:
    """A weekday, with the date behind it where there is one."""
    text, words, folded = article.folded, article.words, article.words.folded
    word, weekday, start = folded[i], WEEKDAYS[folded[i]], words.starts[i]
    if not article.text[start].isupper():
        return None
    gap = text[words.ends[i] : words.starts[i + 1]] if i + 1 < len(folded) else ""
    if gap in (" ", ", ", ". ", "., ", " (", " - "):
        date = _from_month(article, i + 1) if folded[i + 1] in MONTHS else None
        if date is None or not date.day:
            j = i + 2 if folded[i + 1] == "the" else i + 1
            date = _day_then_month(article, j) if j < len(folded) and day_of(folded[j]) else None
        if date is not None:
            end = date.span.end
            return date._replace(span=Span(start, end), text=article.text[start:end], weekday=weekday)
    led = word_before(article, i) in ("on", "last", "next")
    if word in SHORT and not led and (word in AMBIGUOUS or gap not in (". ", ", ")):
        return None
    return date_of_word(article, i, "weekday", weekday=weekday)
