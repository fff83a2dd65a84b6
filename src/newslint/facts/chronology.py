"""Chronology: years that a text sets in relation, and where they cannot all be true."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.calendar import ANY_YEAR, MONTHS, day_number, from_day_number
from newslint.facts.changes import figures_by_sentence
from newslint.facts.date_parts import RANGES, words_round
from newslint.facts.dates import Date, article_day, dates
from newslint.facts.figures import Figure
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

_LEVELS = frozenset("levels level figures prices terms season rate compared versus".split())
_COMPARING = frozenset("fell rose up down declined increased decreased grew dropped back".split())
_STARTS = frozenset("founded opened born established built began started launched formed created erected".split())
_ENDS = frozenset(
    "died pulled torn knocked razed wrecked destroyed burnt burned bulldozed sank sunk scuttled liquidated "
    "decommissioned folded collapsed scrapped vanished closed sold demolished dissolved abolished ended shut "
    "disbanded".split()
)
_OTHERS = frozenset(
    "whose father mother husband wife after replaced succeeded rebuilt reopened that predecessor parents brother "
    "sister son daughter when where first again older earlier previous original".split()
)
"""Words after which another thing or person may be meant."""
_DEATH = frozenset("died dies dead death killed passed drowned shot lived".split())
_PARTING = (",", ";", " and ", " but ", " who ", " before ", " after ", " until ", " (", " - ")
"""What parts an age from a year of another time: ``left school at 14, married in 1953``."""
_CLAUSE = 120
"""Code points between an age and a year of one clause."""
_BESIDE = frozenset("in at aged age the of a he she was".split())
_TODAY = frozenset(("is", "now", "today"))
_WHOLE_YEARS = 1
"""Years by which a span given in round years may be off: both ends may be counted, or none."""


@fact
def date_clashes(article: Article) -> tuple[Clash, ...]:
    """Ages against years of birth, spans of years against their ends, ends that come before their beginnings."""
    by_sentence: dict[int, list[Date]] = {}
    for date in dates(article):
        if date.kind in ("year", "day", "month") and date.year:
            i = article.sentence_index(date.span.start)
            if i >= 0:
                by_sentence.setdefault(i, []).append(date)
    figures = figures_by_sentence(article)
    day = article_day(article)
    published = day and from_day_number(day)[0]
    found: list[Clash] = []
    for i, here in by_sentence.items():
        found += _ages(article, i, by_sentence, figures, published)
        found += _backwards(article, here)
        found += _ended_before_it_began(article, here)
        found += _anniversary(article, i, here)
    found += _weekdays(article)
    found += _days_backwards(article)
    return tuple(found)


# -- ages --------------------------------------------------------------------------------------------------------------


def _ages(
    article: Article, i: int, by_sentence: dict[int, list[Date]], figures: dict[int, list[Figure]], published: int
) -> Iterator[Clash]:
    """``Born in 1980, the 52-year-old resigned in 2024.``; ``(1950-2020) died aged 65``."""
    folded, words, sentences, here = article.words.folded, article.words, article.sentences, by_sentence[i]
    life = next((pair for pair in pairwise(here) if _lifetime(article, *pair)), None)
    born = life[0] if life else None
    if life is None and "born" in article.vocabulary:
        born = next((d for d in here if _follows(folded, words.at(d.span.start), "born")), None)
    if born is None:
        return
    opening = folded[words.at(sentences[i].span.start)]
    for j in (i, i + 1, i - 1):
        if not 0 <= j < len(sentences) or sentences[j].block != sentences[i].block:
            continue
        if (j > i and folded[words.at(sentences[j].span.start)] not in ("the", "he", "she", "now")) or (
            j < i and opening not in ("he", "she")
        ):
            continue
        told = [date for date in by_sentence.get(j, ()) if date.span.end <= sentences[j].span.end and date is not born]
        starts = [date.span.start for date in told]
        for age in figures.get(j, ()):
            if not _is_age(folded, age) or age.about or age.high or age.value < 1:
                continue
            near = slice(bisect_left(starts, age.span.start - _CLAUSE), bisect_left(starts, age.span.end + _CLAUSE))
            years = _years_of(article, age, told[near], life)
            if not years and not told and published and j == i and _is_today(folded, age):
                years = {published}
            if years and not any(is_age(born, year, age) for year in years):
                yield age_clash(born, max(years), age)
                return


def _years_of(article: Article, age: Figure, told: list[Date], life: tuple[Date, Date] | None) -> set[int]:
    """The years that an age may be of: that of death where it tells of one, else those of its own clause."""
    if life is not None:
        folded, (first, last) = article.words.folded, age.words
        ends = folded[first - 1] == "was" and article.text.startswith(".", age.span.end)
        died = ends or "died" in folded[last + 1 : last + 4] or not _DEATH.isdisjoint(folded[max(0, first - 6) : first])
        return {life[1].year} if died else set()
    return {date.year for date in told if _in_one_clause(article.folded, age.span, date.span)}


def _in_one_clause(folded: str, one: Span, two: Span) -> bool:
    """Nothing parts the two but a comma next to one of them: ``retired in 2024, aged 50``; ``at 65, in 2024``."""
    first, second = sorted((one, two))
    between = folded[first.end : second.start]
    if between[:1] == "," or between[-2:] == ", ":
        return _BESIDE.issuperset(between.strip(", ").split())
    return not any(mark in between for mark in _PARTING)


def _is_today(folded: list[str], age: Figure) -> bool:
    """``is 52``, ``is now a 52-year-old``: other ages may be of any year of a life."""
    return not _TODAY.isdisjoint(folded[max(0, age.words[0] - 3) : age.words[0]])


def is_age(born: Date, year: int, age: Figure) -> bool:
    """True where somebody born then has that age before or after the birthday of the year."""
    return age.value in (year - born.year, year - born.year - 1)


def age_clash(born: Date, year: int, age: Figure) -> Clash:
    """An age that is none of those in a year."""
    makes = f"{year - born.year - 1} or {year - born.year}"
    message = f"{born.year} and {age.text} do not fit: in {year} that makes {makes}."
    return Clash(age.span, message, ((born.span, "born"),))


def _is_age(folded: list[str], figure: Figure) -> bool:
    """An age as such, or a bare number where a life is told: ``resigned at 31``, ``he was 38``."""
    if figure.kind == "age":
        return True
    bare = figure.kind == "count" and not figure.unit and figure.scale == 1 and 10 < figure.value < 110
    return bare and folded[figure.words[0] - 1] in ("at", "was", "aged", "turned")


def _lifetime(article: Article, start: Date, end: Date) -> bool:
    """``(1950-2020)``."""
    text = article.folded
    between = text[start.span.end : end.span.start]
    return between.strip() == "-" and text[start.span.start - 1] == "(" and text[end.span.end : end.span.end + 1] == ")"


def _follows(folded: list[str], i: int, word: str) -> bool:
    """Whether the word stands in the few words before word `i`, with nothing but place and preposition between."""
    return word in folded[max(0, i - 6) : i] and not {"and", "who", "when", "whose"} & set(folded[max(0, i - 3) : i])


# -- ends ------------------------------------------------------------------------------------------------------------


def _backwards(article: Article, here: list[Date]) -> Iterator[Clash]:
    """``from 2019 to 2011``."""
    words, folded = article.words, article.words.folded
    for start, end in pairwise(here):
        round_them = words_round(article, start, end)
        aside = article.folded[start.span.start - 1] == "(" and round_them[1] in ("to", "-", "until")
        if not aside and round_them not in RANGES and round_them != ("from", "through"):
            continue
        first, after = words.at(start.span.start), words.at(end.span.end)
        if (folded[after : after + 1] and folded[after] in _LEVELS) or not (start.year_given and end.year_given):
            continue
        if _before(end, start) and not _COMPARING & set(folded[max(0, first - 6) : first]):
            span = Span(words.starts[first - 1], end.span.end)
            yield Clash(span, f"{start.text} and {end.text} do not fit: the end comes first.")


@cache
def _from_day_to_day() -> Pattern[str]:
    """``from 14 to 9 March``, ``from March 14 to 9``."""
    day, month = r"(\d{1,2})(?:st|nd|rd|th)?", rf"(?:{'|'.join(name for name in MONTHS if len(name) > 2)})"
    return pattern(
        rf"\b(?:from|between) (?:{day} (?:to|until|till|and) {day} {month}\b|"
        rf"{month}\.? {day} (?:to|until|till) {day}\b)"
        r"(?![-:]| (?:quarter|percent|per cent|points?)| \d\d?\b)"
    )


def _days_backwards(article: Article) -> Iterator[Clash]:
    """Days of one month of which the last comes first; not ``fell from 14 to 9 March seats``."""
    if not article.holds(MONTHS.keys()):
        return
    words = article.words
    for match in _from_day_to_day().finditer(article.folded):
        first, last = int(match[1] or match[3]), int(match[2] or match[4])
        before = words.folded[max(0, words.at(match.start()) - 6) : words.at(match.start())]
        if 31 >= first > last > 0 and _COMPARING.isdisjoint(before):
            span = Span(match.start(), match.end())
            yield Clash(span, f"{first} and {last} do not fit: the end comes first.")


def _before(a: Date, b: Date) -> bool:
    if a.year != b.year:
        return a.year < b.year
    if not (a.month and b.month) or (a.month == b.month and not (a.day and b.day)):
        return False
    return (a.month, a.day or b.day) < (b.month, b.day or a.day)


# -- order -------------------------------------------------------------------------------------------------------------


def _ended_before_it_began(article: Article, here: list[Date]) -> Iterator[Clash]:
    """``founded in 1943 and sold in 1924``, ``born in 1950, died in 1931``."""
    words, folded = article.words, article.words.folded
    for start, end in pairwise(here):
        if end.year >= start.year or not (start.year_given and end.year_given):
            continue
        first, last = words.at(start.span.start), words.at(end.span.start)
        began, ended = set(folded[max(0, first - 4) : first]), folded[max(first, last - 4) : last]
        between = folded[first : last - len(ended)]
        verb = next((w for w in ended if w in _ENDS), "")
        if not began & _STARTS or not verb or "in" not in folded[last - 2 : last] or _OTHERS & {*between, *ended}:
            continue
        if (verb == "died") != ("born" in began) or last - first > 12:
            continue
        yield Clash(end.span, f"{start.year} and {end.year} do not fit: the end comes first.", ((start.span, "see"),))


def _anniversary(article: Article, i: int, here: list[Date]) -> Iterator[Clash]:
    """``Founded in 1972, the choir marked its 25th anniversary in 1999.``"""
    words, folded = article.words, article.words.folded
    span = article.sentences[i].span
    if len(here) != 2:
        return
    inside = words.between(*span)
    at = next((k for k in inside if folded[k] == "anniversary"), -1)
    ordinal = folded[at - 1] if at > 0 else ""
    if not ordinal[:-2].isdecimal() or ordinal[-2:] not in ("th", "st", "nd", "rd"):
        return
    start, end = sorted(here, key=lambda d: d.year)
    if not _STARTS & set(folded[max(0, words.at(start.span.start) - 4) : words.at(start.span.start)]):
        return
    if abs(end.year - start.year - int(ordinal[:-2])) > _WHOLE_YEARS:
        message = f"{start.year} to {end.year} is {end.year - start.year} years, not {ordinal[:-2]}."
        yield Clash(Span(words.starts[at - 1], words.ends[at]), message, ((start.span, "see"),))


def _weekdays(article: Article) -> Iterator[Clash]:
    """``Tuesday, May 14 … Friday, May 16``: days of the week that cannot belong to one calendar."""
    known = [d for d in dates(article) if d.kind == "day" and d.weekday >= 0 and d.month and d.day]
    for n, two in enumerate(known[1:], 1):
        one = known[n - 1]
        if one.year != two.year or one.year_given or two.year_given:
            continue
        year = one.year or ANY_YEAR
        if abs(one.month - two.month) > 1 or {one.month, two.month} == {2, 3}:
            continue
        apart = day_number(year, two.month, two.day) - day_number(year, one.month, one.day)
        if abs(apart) < 46 and (two.weekday - one.weekday - apart) % 7:
            yield Clash(two.span, f"{two.text} does not fit {one.text}.", ((one.span, "the other day"),))
