from __future__ import annotations

from itertools import pairwise

from newslint import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    Article,
    Date,
    Hit,
    Iterator,
    article_day,
    clock_clashes,
    date_clashes,
    dates,
    day_number,
    figures,
    misdated_events,
    mistimed,
    month_length,
    overtaken_events,
    rule,
    weekday_of,
)

_FELL_ON = frozenset("is was which fell falls on will be".split())
"""Words between a date and its weekday."""
_STEPS = {"the next day": 1, "the following day": 1, "a day later": 1, "the day after": 1, "the day before": -1}
_STEPS |= {"the previous day": -1, "a day earlier": -1}
_NEAR = 12
"""Words between a day and the one beside it."""


@rule(
    "error",
    wakes=[dates, figures],
    why="Accuracy that can be checked with a calendar; a wrong weekday sends readers to the wrong day",
    exceptions="Dates without a year are checked only where the article states its own date. Rough ages and spans.",
    bad=[
        "The hearing is on <<Tuesday, Oct. 18, 2023>>, the court said.",
        "The lease runs out on <<31 April 2027>>.",
        "Born in 1980, the <<52-year-old>> resigned in 2024.",
        "She led the union from 2012 to 2018, <<nine years>> in all.",
        "He was its treasurer <<from 2019 to 2011>>.",
        "The mill closed, said Ola Berg, 34, of Leith, who has worked there for <<40 years>>.",
        "The mill was founded in 1943 and sold in <<1924>>.",
        "Ana Ruiz (1953-1983) died at the age of <<34>>.",
        "Founded in 1972, the choir marked its <<25th anniversary>> in 1999.",
        "The doors open at <<13:00 p.m.>> on Friday.",
        "The bridge is shut <<from 21 to 9 March>> for painting.",
        "The boat left port on 22 October and returned on <<19 October>>.",
        "The last train left at <<25:30>> and was full.",
        "The bridge is shut <<from 5pm to 3pm>> on Sunday.",
        "A meeting of the two is scheduled for Sunday. The two met on <<Sunday>> evening and agreed on little.",
        "Two people died in a crash on Thursday.\n\nThe crash happened on <<Wednesday>> evening near Holm.",
        "The fair, a <<three-day>> event, runs from 3 May to 12 May.",
        "The fair was held on <<12 September 2025>>, a Sunday, and was well attended.",
        "The comet was seen on Wednesday and again the next day, <<Friday>>.",
        "The <<48-hour>> strike starts at 6 a.m. on Monday and ends at 6 a.m. on Thursday.",
        "---\ndate: 2026-03-04\n---\n\n# Mill\n\nThe mill closed in 1990, <<25 years ago>>.",
        "---\ndate: 2026-03-04\n---\n\n# Fire\n\nThe fire broke out on <<Friday, 28 February>>.",
    ],
    good=[
        "The hearing is on Tuesday, Oct. 17, 2023, the court said.",
        """The two met on Sunday and will meet again on Sunday.
A man was charged on Thursday. The crash happened on Wednesday.""",
        "Born in 1980, the 44-year-old resigned in 2024.",
        "She led the union from 2012 to 2018, six years in all.",
        "The lease runs out on 29 February 2028.",
        "The bog was cut between 1390\nand 1260 BC, the museum said.",
        "Costs fell from 2019 to 2018 levels.",
        "Seats fell from 21 to 9 March seats.",
        "The boat left port on 22 December and returned on 9 January.",
        "The curfew runs from 10pm to 6am on Friday.",
        "The winner finished at 25:30, a record.",
        "The three-day fair runs from 3 May to 5 May.",
        "The fair was held on 14 September 2025, a Sunday.",
        "The comet was seen on Wednesday and again the next day, Thursday.",
        "The three-day strike starts on Monday and ends on Wednesday.",
        "---\ndate: 2026-03-04\n---\n\n# Mill\n\nThe mill closed in 1990, 36 years ago.",
        "The mill was founded in 1943 by a man whose father had died in 1924.",
        "---\ndate: 2026-03-04\n---\n\n# Fire\n\nThe fire broke out on Saturday, 28 February.",
        "---\ndate: 2025-11-12\n---\n\n# Games\n\nThe games of 2021 ran from Friday, 23 July, to Sunday, 8 August.",
    ],
)
def date_contradiction(article: Article) -> Iterator[Hit]:
    """Two dates of the text contradict each other or the calendar: weekday, age, span, order, a day that is none.

    Look the date up once more, in the source and not in the text. Weekdays are checked against the calendar, ages
    against the year of birth, spans against their ends; where the text gives no year, the article's own date does.
    """
    published, told = article_day(article), _years_told(article)
    for date in dates(article):
        if date.kind == "day" and date.month:
            of_another = told.get(article.sentence_index(date.span.start))
            if date.year_given or not of_another or date.year in of_another:
                yield from _calendar(_with_weekday(article, date), published)
    yield from _next_day(article)
    for clash in (*date_clashes(article), *clock_clashes(article), *mistimed(article), *misdated_events(article)):
        yield Hit(clash.span, clash.message, None if clash.sure else "warning", see=clash.see)
    for clash in overtaken_events(article):
        yield Hit(clash.span, clash.message, "warning", see=clash.see)


def _with_weekday(article: Article, date: Date) -> Date:
    """The date with the weekday told behind it: ``12 September, a Sunday``, ``12 September was a Sunday``."""
    if date.weekday >= 0:
        return date
    words = article.words
    at = words.at(date.span.end)
    for k in range(at, min(at + 5, len(words.folded) - 1)):
        day = words.folded[k + 1].title()
        if words.folded[k] == "a" and day in WEEKDAY_NAMES:
            ends = article.text[words.ends[k + 1] : words.ends[k + 1] + 1] != " " or words.folded[k - 1] == "was"
            return date._replace(weekday=WEEKDAY_NAMES.index(day)) if ends else date
        if words.folded[k] not in _FELL_ON:
            break
    return date


def _next_day(article: Article) -> Iterator[Hit]:
    """``on Wednesday, 17 September, and again the next day, Friday``."""
    folded, told = article.words.folded, [date for date in dates(article) if date.weekday >= 0]
    for one, other in pairwise(told):
        at = article.words.at(other.span.start)
        step = _STEPS.get(" ".join(folded[at - 3 : at]), 0)
        near = at - article.words.at(one.span.start) < _NEAR
        if not (step and near and (other.weekday - one.weekday - step) % 7):
            continue
        if article.sentence_at(one.span.start) == article.sentence_at(other.span.start):
            yield Hit(other.span, f"{other.text} does not fit {one.text}.", see=((one.span, "the other day"),))


def _years_told(article: Article) -> dict[int, set[int]]:
    """The years that each sentence gives: ``The Games were held in 2021, from Friday, 23 July``."""
    years: dict[int, set[int]] = {}
    for date in dates(article):
        if date.year_given:
            years.setdefault(article.sentence_index(date.span.start), set()).add(date.year)
    return years


def _calendar(date: Date, published: int) -> Iterator[Hit]:
    year = date.year
    last = month_length(year if date.year_given else 0, date.month)
    if not 1 <= date.day <= last:
        if date.day <= 39:
            month = MONTH_NAMES[date.month] + (f" {year}" if date.year_given and date.month == 2 else "")
            yield Hit(date.span, f"There is no such day: {month} has {last} days.")
        return
    if date.weekday < 0 or not year or year < 1753:
        return
    true = weekday_of(year, date.month, date.day) if date.day <= month_length(year, date.month) else -1
    if true == date.weekday:
        return
    if not date.year_given:
        ahead = day_number(year, date.month, date.day) - published if published else 0
        others = ([year - 1] if ahead > 30 or ahead < -120 else []) + ([year + 1] if abs(ahead) > 120 else [])
        if true < 0 or date.weekday in (weekday_of(y, date.month, min(date.day, 28)) for y in others):
            return  # last September, as like as next
    day = f"{date.day} {MONTH_NAMES[date.month]} {year}"
    yield Hit(date.span, f"{day} is a {WEEKDAY_NAMES[true]}, not a {WEEKDAY_NAMES[date.weekday]}.")
