from __future__ import annotations

from newslint import (
    MONTH_NAMES,
    Article,
    Date,
    Hit,
    Iterator,
    Span,
    article_day,
    covering,
    dates,
    day_number,
    month_length,
    phrases,
    quotations,
    rule,
)

_BEFORE = frozenset("in on by until before during late early mid from of".split())
_PAST = frozenset(
    "was were had would then could might if unless said announced originally initially previously".split()
)
_NOT_AFTER = frozenset("since than after compared versus from over".split())


@rule(
    "warning",
    wakes=["future-plans"],
    why="Old copy served as new: NewsGuard counts it among the marks of content farms",
    exceptions="Quotations, conditionals, and what was once planned. Silent where the article has no date of its own.",
    bad=[
        "---\ndate: 2026-03-01\n---\n\n# Plant\n\nThe plant <<will open in May 2025>>, the company says.",
        "---\ndate: 2026-03-01\n---\n\n# Bank\n\nThe bank <<is expected to report its results in 2024>>.",
        "# Cup\n\nGRAZ, Nov. 12, 2025 – The cup is over.\n\nBern <<will face Graz on 24 May 2025>>, the club said.",
    ],
    good=[
        "---\ndate: 2026-03-01\n---\n\n# Plant\n\nThe plant opened in May 2025.",
        "---\ndate: 2026-03-01\n---\n\n# Bank\n\nThe bank is expected to report in March.",
        "---\ndate: 2026-03-01\n---\n\n# Plan\n\nIn 2023 the firm said that it will open a plant in 2025.",
        "---\ndate: 2026-03-01\n---\n\n# Vote\n\nMembers will vote on 2 May 2026, as they did on 8 May 2022.",
        "The plant will open in May 2025.",
    ],
)
def stale_future(article: Article) -> Iterator[Hit]:
    """Something is announced for a date that comes before the article's own.

    The sentence was written for another day. Find out whether it happened and say so, or give the new date. The
    rule needs the article's date, from front matter, a dateline or `--date`.
    """
    today = article_day(article)
    if not today:
        return
    words = article.words
    quoted = [quotation.span for quotation in quotations(article)]
    found = dates(article)
    at = 0
    for plan in phrases(article, "future-plans"):
        sentence = article.sentence_at(plan.span.start)
        if sentence is None or covering(quoted, *plan.span) >= 0:
            continue
        end = min(sentence.span.end, words.ends[min(len(words.ends) - 1, plan.last + 14)])
        before = words.folded[words.at(sentence.span.start) : plan.first]
        if any(word in _PAST for word in before):
            continue
        while at < len(found) and found[at].span.start < plan.span.end:
            at += 1
        for date in found[at : at + 3]:
            if date.span.start >= end:
                break
            if not _is_due(article, date, plan.last):
                continue
            if _last_day(date) >= today:
                break  # will elect an assembly on 12 April 2026, as they did on 18 April 2021
            yield Hit(Span(plan.span.start, date.span.end), f"{_name(date)} is past. Did it happen?")
            break


def _is_due(article: Article, date: Date, after: int) -> bool:
    """A date with its year, as a term and not as a yardstick."""
    if not date.year_given or date.kind not in ("day", "month", "year", "quarter"):
        return False
    words = article.words
    i = words.at(date.span.start) - 1
    if words.folded[i] == "the" or words.folded[i] not in _BEFORE:
        return False
    between = words.folded[after + 1 : i + 1]
    if between[-1:] == ["from"] and date.kind == "day" and not any(word[0].isdigit() for word in between):
        between.pop()  # will run again from 1 March 2025
    return not any(word in _NOT_AFTER for word in between) and "which" not in between and "that" not in between


def _last_day(date: Date) -> int:
    month = date.month or 12
    if date.kind == "quarter":
        month += 2
    return day_number(date.year, month, date.day or month_length(date.year, month))


def _name(date: Date) -> str:
    if date.kind == "quarter":
        return date.text
    day = f"{date.day} " if date.day else ""
    return f"{day}{MONTH_NAMES[date.month]} {date.year}".strip()
