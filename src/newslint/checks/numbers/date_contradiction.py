from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Article,
    Date,
    Figure,
    Hit,
    Sentence,
    Span,
    dates,
    day_number,
    figures_by_sentence,
    month_length,
    parse_iso,
    rule,
    weekday_of,
)

_LEVELS = frozenset("levels level figures prices terms season rate compared versus".split())
_WHOLE_YEARS = 1
"""Years by which a span given in round years may be off: both ends may be counted or none."""


@rule(
    "error",
    wakes=[dates],
    why="Accuracy that can be checked with a calendar; a wrong weekday sends readers to the wrong day",
    exceptions="Dates without a year are checked only where the article states its own date. Rough ages and spans.",
    bad=[
        "The hearing is on <<Tuesday, Oct. 18, 2023>>, the court said.",
        "The lease runs out on <<31 April 2027>>.",
        "Born in 1980, the <<52-year-old>> resigned in 2024.",
        "She led the union from 2012 to 2018, <<nine years>> in all.",
        "He was its treasurer <<from 2019 to 2011>>.",
        "---\ndate: 2026-03-04\n---\n\n# Fire\n\nThe fire broke out on <<Friday, 28 February>>.",
    ],
    good=[
        "The hearing is on Tuesday, Oct. 17, 2023, the court said.",
        "Born in 1980, the 44-year-old resigned in 2024.",
        "She led the union from 2012 to 2018, six years in all.",
        "The lease runs out on 29 February 2028.",
        "Costs fell from 2019 to 2018 levels.",
        "---\ndate: 2026-03-04\n---\n\n# Fire\n\nThe fire broke out on Saturday, 28 February.",
    ],
)
def date_contradiction(article: Article) -> Iterator[Hit]:
    """Two dates of the text contradict each other or the calendar: weekday, age, span of years, order, a day that
    never is.

    Look the date up once more, in the source and not in the text. Weekdays are checked against the calendar, ages
    against
    the year of birth, spans against their ends; where the text gives no year, the article's own date supplies it.
    """
    found = dates(article)
    published = _published(article)
    for date in found:
        if date.kind == "day" and date.month:
            yield from _calendar(date, published)
    by_sentence: dict[int, list[Date]] = {}
    for date in found:
        if date.kind in ("year", "day", "month") and date.year:
            i = article.sentence_index(date.span.start)
            if i >= 0:
                by_sentence.setdefault(i, []).append(date)
    figures = figures_by_sentence(article)
    for i, here in by_sentence.items():
        yield from _ages(article, i, here, figures, published)
        yield from _spans(article, here, figures.get(i, []))


def _published(article: Article) -> tuple[int, int, int]:
    return parse_iso(article.meta.date) or (0, 0, 0)


def _calendar(date: Date, published: tuple[int, int, int]) -> Iterator[Hit]:
    year = date.year
    if not 1 <= date.day <= month_length(year if date.year_given else 0, date.month):
        if date.day <= 39:
            month = MONTH_NAMES[date.month] + (f" {year}" if date.year_given and date.month == 2 else "")
            last = month_length(year if date.year_given else 0, date.month)
            yield Hit(date.span, f"There is no such day: {month} has {last} days.")
        return
    if date.weekday < 0 or not year or year < 1753:
        return
    true = weekday_of(year, date.month, date.day) if date.day <= month_length(year, date.month) else -1
    if true == date.weekday:
        return
    if not date.year_given:
        near = abs(day_number(year, date.month, date.day) - day_number(*published)) if published[0] else 0
        others = {weekday_of(y, date.month, min(date.day, 28)) for y in (year - 1, year + 1)} if near > 150 else set()
        if true < 0 or date.weekday in others:
            return
    day = f"{date.day} {MONTH_NAMES[date.month]} {year}"
    yield Hit(date.span, f"{day} is a {WEEKDAY_NAMES[true]}, not a {WEEKDAY_NAMES[date.weekday]}.")


# -- ages --------------------------------------------------------------------------------------------------------------


def _ages(
    article: Article, i: int, here: list[Date], figures: dict[int, list[Figure]], published: tuple[int, int, int]
) -> Iterator[Hit]:
    """``Born in 1980, the 52-year-old resigned in 2024.``"""
    words = article.words
    born = next((d for d in here if _follows(words.folded, words.at(d.span.start), "born")), None)
    if born is None:
        return
    sentences = article.sentences
    died = next((d for d in here if d is not born and _follows(words.folded, words.at(d.span.start), "died")), None)
    if died is not None and died.year < born.year:
        yield Hit(
            died.span,
            f"{born.year} and {died.year} do not fit: the death comes before the birth.",
            see=((born.span, "born"),),
        )
        return
    for j in (i, i + 1):
        if j >= len(sentences) or sentences[j].block != sentences[i].block:
            return
        for age in figures.get(j, ()):
            if age.kind != "age" or age.about or age.high or age.value < 1:
                continue
            years = _years_of(article, sentences[j], born)
            if not years:
                years = {published[0]} if published[0] and j == i else set()
            if not years or (j > i and not _about_the_same(article, sentences[j])):
                continue
            if all(age.value not in (year - born.year, year - born.year - 1) for year in years):
                year = max(years)
                makes = f"{year - born.year - 1} or {year - born.year}"
                yield Hit(
                    age.span, f"{born.year} and {age.text} do not fit: in {year} that makes {makes}.",
                    see=((born.span, "born"),),
                )  # fmt: skip
                return


def _follows(folded: list[str], i: int, word: str) -> bool:
    """Whether the word stands in the few words before word `i`, with nothing but place and preposition between."""
    return word in folded[max(0, i - 4) : i] and not {"and", "who", "when", "whose"} & set(folded[max(0, i - 3) : i])


def _years_of(article: Article, sentence: Sentence, born: Date) -> set[int]:
    span = sentence.span
    return {
        d.year
        for d in dates(article)
        if d.year and d is not born and d.span.within(span) and d.kind in ("year", "day", "month")
    }


def _about_the_same(article: Article, sentence: Sentence) -> bool:
    """The next sentence goes on about the person: ``The 52-year-old ...``, ``He ...``"""
    words = article.words
    return words.folded[words.at(sentence.span.start)] in ("the", "he", "she", "now")


# -- spans -------------------------------------------------------------------------------------------------------------


def _spans(article: Article, here: list[Date], figures: list[Figure]) -> Iterator[Hit]:
    """``from 2012 to 2018, nine years``; ``from 2019 to 2011``."""
    words, folded = article.words, article.words.folded
    for start, end in pairwise(here):
        first = words.at(start.span.start)
        lead = folded[first - 1] if first else ""
        link = article.folded[start.span.end : end.span.start].strip()
        if (lead, link) not in (("from", "to"), ("from", "until"), ("between", "and"), ("from", "through")):
            continue
        after = words.at(end.span.end)
        if (folded[after : after + 1] and folded[after] in _LEVELS) or not (start.year_given and end.year_given):
            continue
        if _before(end, start):
            if _compares(folded, first):
                continue
            yield Hit(
                Span(words.starts[first - 1], end.span.end),
                f"{start.text} and {end.text} do not fit: the end comes first.",
            )
            continue
        if start.kind != "year" or end.kind != "year" or len(start.text) != 4 or len(end.text) != 4:
            continue
        span = end.year - start.year
        for figure in figures:
            if figure.unit != "y" or figure.kind != "measure" or figure.about or figure.high:
                continue
            if _speaks_of(folded, figure, first - 1, after) and abs(figure.value - span) > _WHOLE_YEARS:
                said = f"{start.year} to {end.year} is {span} year{'' if span == 1 else 's'}, not {figure.value:g}."
                yield Hit(figure.span, said, see=((Span(start.span.start, end.span.end), "here"),))


def _before(a: Date, b: Date) -> bool:
    if a.year != b.year:
        return a.year < b.year
    if not (a.month and b.month) or (a.month == b.month and not (a.day and b.day)):
        return False
    return (a.month, a.day or b.day) < (b.month, b.day or a.day)


def _compares(folded: list[str], first: int) -> bool:
    """``fell from 2019 to 2018`` may compare two years; a term of office or a run does not."""
    return any(
        w in ("fell", "rose", "up", "down", "declined", "increased", "decreased", "grew", "dropped", "back")
        for w in folded[max(0, first - 6) : first]
    )


def _speaks_of(folded: list[str], figure: Figure, first: int, after: int) -> bool:
    """``for six years, from 2012 to 2018``, ``from 2012 to 2018, six years``."""
    if 0 <= first - figure.words[1] <= 3:
        between = folded[figure.words[1] + 1 : first]
        return all(
            w in ("in", "office", "there", "running", "long", "a", "spell", "stint", "period", "term") for w in between
        )
    if 0 <= figure.words[0] - after <= 4:
        between = folded[after : figure.words[0]]
        return all(
            w
            in (
                "a",
                "the",
                "span",
                "of",
                "period",
                "for",
                "that",
                "is",
                "in",
                "all",
                "over",
                "or",
                "total",
                "those",
                "some",
            )
            for w in between
        ) and (figure.words[0] == after or "for" not in between or len(between) == 1)
    return False
