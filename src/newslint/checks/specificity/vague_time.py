from __future__ import annotations

from newslint import (
    WELL_SOURCED,
    Article,
    Hit,
    Iterator,
    Span,
    dates,
    figures_by_sentence,
    inside,
    names,
    phrases,
    rule,
    sourced_share,
)

_DATED = frozenset(("day", "month", "year", "weekday", "quarter", "season"))
_UNDATED = {
    "day": frozenset(("day", "weekday", "month", "relative", "season")),
    "quarter": frozenset(("day", "month", "year", "quarter", "weekday")),
}
"""Dates of which one must stand in the article for an hour of a day, or for "the latest quarter", to be found."""
_FORETOLD = frozenset(
    "forecast forecasts project projects projected predict predicts predicted expect expects expected estimate "
    "estimates estimated could will would might may reach exceed surpass".split()
)
_SUMS = ("money", "percent", "count")
"""Figures that are foretold for a time."""


@rule(
    "warning",
    wakes=["vague-times"],
    not_types=("guide", "recipe", "quiz"),
    why="Who, what, when: the third of the five Ws; Wikipedia on relative time; NewsGuard on old events served as new",
    exceptions=(
        "Quotations; a date in the same sentence; in sound copy one in the next sentence, and “recently” in a dated "
        "report that names its sources by habit."
    ),
    options={
        "reach": "Sentences on either side that may hold the date.",
    },
    bad=[
        "<<In recent news>>, the harbour board sold its last tug.",
        "The dairy <<recently>> bought two farms in the valley.",
        "The firm <<will soon>> sell its watches in Spain.",
        "The dairy <<recently>> bought two farms, its owner Ada Brandt said. “We need them,” she said.",
        "The prices <<will be announced in due course>>.\n\nIt has two floors. The shop opened on 3 May.",
        "Sales of the bread could reach $20 million <<within the next several years>>.",
        "The fire broke out <<in the early hours of the morning>>.\n\nIt took an hour to put it out.",
        "Holm Dairy posted <<higher quarterly profit>>, its owner said.",
        "Holm Dairy was founded in 1911. Its milk is sold in jars.\n\nIt <<recently>> opened a new plant.",
    ],
    good=[
        "The prices will be announced soon,\non 3 May. The dairy recently opened a plant in Holm.",
        "Sales could reach $20 million by 2031.\n\nMore shops open within the next several years.",
        "The dairy bought two farms in the valley on Oct. 17.",
        "The dairy recently bought two farms. It paid for them in March 2024.",
        "The firm plans to sell its watches in Spain from March 2025.",
        '"I recently bought a farm," Maddox said.',
        """The fire broke out in the early hours of the morning. The
tug was sold on Monday.""",
        "She came as soon as she could.",
    ],
)
def vague_time(article: Article, *, reach: int = 1) -> Iterator[Hit]:
    """A cloudy word stands where the date of the news belongs: "recently", "soon", "in recent news".

    Whoever reads it next year, or on another site, cannot tell when it happened, and undated copy comes back as
    new. Give the day, or the month; where the time does not matter, leave the word out.

    A warning where the words mean nothing anywhere, or where the article gives no date at all; else advice, and a
    warning in copy full of other flaws. There they count beside a dated sentence, too, and in reports whose sources
    can be asked, which pass elsewhere. A promise without a time ("will be announced soon"), a sum that is foretold for
    "the next several years" and what a firm has "recently" done are warnings everywhere. Silent where a date stands in
    the sentence or beside it.
    """
    dated = [d.span.start for d in dates(article) if d.kind in _DATED and (d.kind != "year" or d.year >= 1900)]
    here = set(map(article.sentence_index, dated))
    near = {i + step for i in here for step in range(-reach, reach + 1)}
    blocks = [sentence.block for sentence in article.sentences]
    absolute, kinds = bool(dated), {d.kind for d in dates(article)}
    sourced_copy = sourced_share(article) >= WELL_SOURCED
    for hit in phrases(article, "vague-times"):
        i = article.sentence_index(hit.span.start)
        if i < 0 or i in here:
            continue
        sort, span = hit.data.get("hint"), hit.span
        if sort in _UNDATED:
            if kinds.isdisjoint(_UNDATED[sort]) and not article.meta.date:
                yield Hit(span, f"Which {sort}? Nothing in the article dates “{article.text[slice(*span)]}”.")
            continue
        if sort == "deed":
            sure = not _is_told(article, Span(span.end, article.sentences[i].span.end))
            span = Span(span.start, span.start + len("recently"))
        else:
            sure = sort == "promise" or (sort == "period" and _is_forecast(article, i))
        cloud, reported = sort == "cloud", sourced_copy and (absolute or sort == "period")
        message = f"When? Give the date instead of “{article.text[slice(*span)]}”."
        beside = [k for k in range(i - reach, i + reach + 1) if k in here and blocks[k] == blocks[i]]
        if sure and not beside:
            yield Hit(span, message)
        elif hit.data.get("note") == "weak" or i in near or (reported and not cloud):
            yield Hit(span, message, "doubtful")
        else:
            yield Hit(span, message, "info" if reported or (absolute and not cloud) else None)


def _is_told(article: Article, rest: Span) -> bool:
    """ "Recently bought a mill in Holm": a name or a figure says which deed is meant, and it can be looked up."""
    return bool(inside(names(article), rest)) or any(map(str.isdigit, article.text[slice(*rest)]))


def _is_forecast(article: Article, sentence: int) -> bool:
    """ "Expected to reach $20 billion within the next several years": a sum is foretold, and no year."""
    near = article.sentence_words[sentence]
    foretold = not _FORETOLD.isdisjoint(article.words.folded[near.start : near.stop])
    return foretold and any(figure.kind in _SUMS for figure in figures_by_sentence(article).get(sentence, ()))
