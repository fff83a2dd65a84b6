from __future__ import annotations

from newslint import (
    MONTH_NAMES,
    PROSE,
    Article,
    Date,
    Edit,
    Fix,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    covering,
    dates,
    pattern,
    quotations,
    rule,
)

_ABBREVIATED = {1: "Jan.", 2: "Feb.", 8: "Aug.", 9: "Sept.", 10: "Oct.", 11: "Nov.", 12: "Dec."}


@cache
def _parts() -> Pattern[str]:

    return pattern(r"\b([A-Z][a-z]{2,8})(\.?) (\d{1,2})(st|nd|rd|th)?(?!\d)")


@cache
def _clock() -> Pattern[str]:

    return pattern(r"(\d{1,2}(?:[:.]\d\d)?) ?([aApP])\.? ?[mM]\.?$")


@rule(
    "info",
    wakes=[dates],
    on=False,
    why="AP Stylebook, dates, months and times",
    exceptions="Quotations; names such as Fourth of July; months that stand without a day.",
    bad=[
        "The hearing is on <<October 17th>> in Reno.",
        "It was signed on <<Mar. 3>>, the clerk said.",
        "Doors open at <<7 PM>> in the hall.",
        "They closed at <<6.10pm>> on Monday.",
        "They ate at <<12 noon>> in the yard.",
    ],
    good=[
        "The hearing is on Oct. 17 in Reno.",
        "It was signed on March 3, the clerk said.",
        "Doors open at 7 p.m. in the hall.",
        "They ate at noon in the yard in October 2023.",
    ],
    fixes="safe",
)
def ap_dates(article: Article) -> Iterator[Hit]:
    """A date or time is not written as the Associated Press writes it: October 17th, Mar. 3, 7 PM, 12 noon.

    AP shortens Jan., Feb., Aug., Sept., Oct., Nov. and Dec. before a day and spells the other months; it gives the
    day as a plain number, and a.m. and p.m. with stops. Noon and midnight need no 12.
    """
    quoted = [q.span for q in quotations(article)]
    for date in dates(article):
        if article.blocks[article.block_at(date.span.start)].zone not in PROSE or covering(quoted, *date.span) >= 0:
            continue
        found = _day(date) if date.kind == "day" else _time(article, date) if date.kind == "time" else None
        if found:
            span, form, safe = found
            said = form if form.endswith(".") else f"{form}."
            yield Hit(span, f"AP: {said}", fix=Fix(f"Write “{form}”", (Edit(span, form),), safe=safe))


def _day(date: Date) -> tuple[Span, str, bool] | None:
    match = _parts().search(date.text)
    if match is None or not date.month:
        return None
    form = f"{_ABBREVIATED.get(date.month, MONTH_NAMES[date.month])} {match[3]}"
    if match.group() == form:
        return None
    start = date.span.start + match.start()
    return Span(start, start + len(match.group())), form, True


def _time(article: Article, date: Date) -> tuple[Span, str, bool] | None:
    if date.text.lower() in ("noon", "midnight"):
        start = date.span.start - 3
        if article.text[start : date.span.start] == "12 ":
            return Span(start, date.span.end), date.text, False
        return None
    match = _clock().search(date.text)
    if match is None:
        return None
    form = f"{match[1].replace('.', ':').removesuffix(':00')} {match[2].lower()}.m."
    return (date.span, form, False) if date.text not in (form, form[:-1]) else None
