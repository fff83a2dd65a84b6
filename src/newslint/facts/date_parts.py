"""Parts of dates: what a date is made of, and how its words stand together."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.calendar import MONTHS, day_number, from_day_number, month_length, parse_iso
from newslint.facts.numerals import GAPS
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.text.words import by_word
from newslint.typed import Literal, Match, Pattern

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


SHORT = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Abbreviations, several of them words or names: dates only with a number or a stop beside them."""
AMBIGUOUS = frozenset("may march april june august sat sun mon wed mar jan dec".split())
"""Months and weekdays that are other words as well."""


@fact
def article_day(article: Article) -> int:
    """The article's own date as a `day_number`, or 0 when it states none: that of its metadata, or of its dateline."""
    date = parse_iso(article.meta.date) or _stamped(article)
    return day_number(*date) if date else 0


def _stamped(article: Article) -> tuple[int, int, int] | None:
    """The full date of the dateline or the byline: ``LISBON, May 3, 2026 (Newswire)``, ``By Ana Ruiz | 3 May 2026``."""
    for _, block in article.zoned("dateline", "byline"):
        for match in _stamp().finditer(article.text, *block.span):
            month, day, year = MONTHS.get((match[2]).lower(), 0), int(match[1] or match[3] or 0), int(match[4])
            if month and 0 < day <= month_length(year, month):
                return year, month, day
    return None


@cache
def _stamp() -> Pattern[str]:
    return pattern(r"(?:\b(\d{1,2}) )?\b([A-Z][a-z]{2,8})\.?(?: (\d{1,2}),)? ((?:19|20)\d\d)\b")


def adjoins_or_comma(article: Article, i: int) -> bool:
    """As `numerals.adjoins`, but a comma or an abbreviation's stop may stand before the space."""
    words = article.words
    return i + 1 < len(words.ends) and article.folded[words.ends[i] : words.starts[i + 1]] in (
        " ", "-", "\n", ", ", ". ", ",\n", ".\n", "., ",
    )  # fmt: skip


def word_after(article: Article, i: int) -> str:
    """The word right after word `i`, or the empty string."""
    folded, starts, ends = article.words
    near = i + 1 < len(starts) and article.folded[ends[i] : starts[i + 1]] in GAPS
    return folded[i + 1] if near else ""


def word_before(article: Article, i: int) -> str:
    """The word right before word `i`, or the empty string."""
    folded, starts, ends = article.words
    near = i > 0 and article.folded[ends[i - 1] : starts[i]] in GAPS
    return folded[i - 1] if near else ""


RANGES = frozenset((("from", "to"), ("from", "until"), ("between", "and")))
"""What `words_round` gives for two dates that are the ends of one stretch of time."""


def words_round(article: Article, start: Date, end: Date) -> tuple[str, str]:
    """The word before the first of two dates, and what stands between them."""
    first = article.words.at(start.span.start)
    return article.words.folded[first - 1] if first else "", article.folded[start.span.end : end.span.start].strip()


@by_word
def day_of(word: str) -> int:
    """A day of the month as written (``17``, ``17th``), or 0."""
    if not "0" <= word[:1] <= "9":
        return 0
    digits = word[:-2] if word.endswith(("st", "nd", "rd", "th")) else word
    return int(digits) if len(digits) <= 2 and digits.isdecimal() else 0


@by_word
def year_of(word: str) -> int:
    """A year of four digits as written, or 0."""
    return int(word) if len(word) == 4 and word.isdecimal() and "1000" <= word < "2200" else 0


def iso_of(year: int, month: int = 0, day: int = 0) -> str:
    """``2026``, ``2026-03`` or ``2026-03-03``; empty where the year is not known or a part cannot be."""
    if not year or not 0 <= month <= 12 or (day and not 1 <= day <= 31):
        return ""
    return f"{year:04}" + (f"-{month:02}" + (f"-{day:02}" if day else "") if month else "")


def date_from(article: Article, start: int, end: int, kind: DateKind, **fields: int | str | bool) -> Date:
    """The date that stands from `start` to `end` in the text."""
    return Date(Span(start, end), article.text[start:end], kind, **fields)  # type: ignore[arg-type]


def date_of_word(article: Article, i: int, kind: DateKind, **fields: int | str | bool) -> Date:
    """The date that is word `i` alone."""
    return date_from(article, article.words.starts[i], article.words.ends[i], kind, **fields)


def guessed_year(article: Article, month: int, day: int) -> int:
    """The year that puts a date without one nearest to the article's own date, or 0."""
    today = article_day(article)
    if not today:
        return 0
    year = from_day_number(today)[0]
    day = min(day or 15, month_length(year, month))
    return min((year - 1, year, year + 1), key=lambda y: abs(day_number(y, month, min(day, 28)) - today))


@cache
def numeric() -> Pattern[str]:
    """Dates in figures alone: ``2026-03-31``, ``31/3/2026``, ``31.3.26``."""
    return pattern(
        r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d-])"
        r"|(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{4}|\d{2})(?![\d/])"
    )


def numeric_date(article: Article, match: Match[str]) -> Date | None:
    """The date that such figures mean; without month and day where their order is anybody's guess."""
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
            return date_from(article, *match.span(), "day", year=year, iso=iso_of(year), year_given=True)
    return date_from(
        article, *match.span(), "day", year=year, month=month, day=day, iso=iso_of(year, month, day), year_given=True
    )
