from __future__ import annotations

from newslint import (
    Article,
    Date,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    clause_of,
    dates,
    inside,
    measured_by_figure,
    names,
    part_of,
    pattern,
    phrases,
    rule,
    supported,
)

_GROUNDS = frozenset(
    "world country nation continent region industry hemisphere sector planet state province county kingdom league "
    "market trade profession sport".split()
)
"""Where nobody can have looked who does not say so."""
_BECAME = frozenset("became becomes history".split())
_COMPARED = r",? (?:up |down )?(?:from|to|at|with|by) [$£€]?\d"
"""Behind the only one of those that are counted: ``the only one to improve, from 15.1% to 14.0%``."""
_FINITE = frozenset(
    "is are was were be been has have had will would may might can could did does that which who".split()
)
"""Words that part "first" from the "to" behind it."""


@rule(
    "warning",
    wakes=["first-claims"],
    why='AP and Reuters practice: a "first" wants the check that finds the second.',
    exceptions=(
        "A span of time (first since 2011, in nine years), a record with its figure, a named source, a link; what is "
        "not the only one."
    ),
    bad=[
        "It is the <<first of its kind>>.",
        "The firm made an <<unprecedented>> move.",
        "It was a <<historic moment>> for the town.",
        "The yard heats 200 homes, something <<no town has ever done>>.",
        "It is <<the only firm in Norland to>> spin hemp, and has 30 staff.",
        "Two rowers <<made history>> on Thursday.",
        "<<It is the first time>> that the head of the largest club has not been asked to speak.",
    ],
    good=[
        "It is the first such licence since 2011, regulator records show.",
        "The firm cut prices for the first time in nine years.",
        "It is the first time since 1998 that the club has lost at home.",
        "Oil rose to a record high of $147 a barrel.",
        "The mayor opened the historic house by the river.",
        "Mayor Ana Ruiz on Friday became the first governor of the fund.",
        "Route 12 was the only route in Norland to improve, from 15% to 14%.",
        "Holm is not the only town that has no bridge.",
        "The only man in the room to speak was the clerk.",
    ],
)
def unsupported_first(article: Article) -> Iterator[Hit]:
    """A "first", "only", "unprecedented" or "historic" is claimed without support.

    "First" is the claim that readers most often prove wrong. It needs its bounds: first of what, since when, and who
    looked.

    Name the last time it happened, the register that was searched or the person who says so; or cut the word.
    """
    for hit in phrases(article, "first-claims"):
        asked = hit.data.get("note")
        if _denied(article, hit.span) or (asked == "place" and not _placed(article, hit)):
            continue
        record = asked == "record"
        reach = clause_of(article, hit.span) if record else Span(hit.span.start, part_of(article, hit.span).end)
        if supported(article, hit.span, reach) or measured_by_figure(article, reach, hit.span):
            continue
        if _recorded(article, hit) or pattern(_COMPARED).match(article.text, reach.end):
            continue
        if any(d.kind == "year" or (d.kind == "month" and _since(article, d)) for d in inside(dates(article), reach)):
            continue
        said = article.text[hit.span.start : hit.span.end]
        yield Hit(hit.span, f"“{said}”: of what, since when, says who? Add it or cut it.", hit.data.get("severity"))


def _recorded(article: Article, hit: PhraseHit) -> bool:
    """Somebody named became it on a day that is told: ``Ana Ruiz on Friday became the first mayor to``."""
    clause = clause_of(article, hit.span)
    row = article.words.between(clause.start, hit.span.end)
    if _BECAME.isdisjoint(article.words.folded[row.start : row.stop]):
        return False
    named = [name for name in inside(names(article), Span(clause.start, hit.span.end)) if name.kind != "place"]
    return bool(named) and any(date.kind in ("day", "weekday", "month") for date in inside(dates(article), clause))


def _since(article: Article, date: Date) -> bool:
    """The date bounds what was looked at, and does not only say when it happened (``moves in April``)."""
    return article.folded.endswith(("since ", "before ", "until "), 0, date.span.start)


def _placed(article: Article, hit: PhraseHit) -> bool:
    """The first somewhere that has a name (``the first in Norland to``), or in all the land."""
    said, words = article.text[hit.span.start : hit.span.end], article.words.folded[hit.first : hit.last + 1]
    if "," in said or not _FINITE.isdisjoint(words):
        return False
    return any(map(str.isupper, said[1:])) or not _GROUNDS.isdisjoint(words)


def _denied(article: Article, span: Span) -> bool:
    """ "Is not the only one" claims nothing."""
    words = article.words
    first = words.at(span.start)
    return any(word == "not" or word.endswith("n't") for word in words.folded[max(0, first - 2) : first])
