from __future__ import annotations

from newslint import Article, Hit, Iterator, dates, phrases, rule, sourced_share

_DATED = frozenset(("day", "month", "year", "weekday", "quarter", "season"))
_SOURCED = 0.4
"""Share of sourced sentences of a report whose sources can be asked."""


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
    ],
    good=[
        "The dairy bought two farms in the valley on Oct. 17.",
        "The dairy recently bought two farms. It paid for them in March 2024.",
        "The firm plans to sell its watches in Spain from March 2025.",
        '"I recently bought a farm," Maddox said.',
        "She came as soon as she could.",
    ],
)
def vague_time(article: Article, *, reach: int = 1) -> Iterator[Hit]:
    """A cloudy word stands where the date of the news belongs: "recently", "soon", "in recent news".

    Whoever reads it next year, or on another site, cannot tell when it happened, and undated copy comes back as
    new. Give the day, or the month; where the time does not matter, leave the word out.

    A warning where the words mean nothing anywhere, or where the article gives no date at all; else advice, and a
    warning in copy full of other flaws. There they count beside a dated sentence, too, and in reports whose sources
    can be asked, which pass elsewhere. Silent where a date stands in the sentence or beside it.
    """
    dated = [d.span.start for d in dates(article) if d.kind in _DATED and (d.kind != "year" or d.year >= 1900)]
    here = set(map(article.sentence_index, dated))
    near = {i + step for i in here for step in range(-reach, reach + 1)}
    absolute = bool(dated)
    sourced_copy = sourced_share(article) >= _SOURCED
    for hit in phrases(article, "vague-times"):
        i = article.sentence_index(hit.span.start)
        if i < 0 or i in here:
            continue
        sort = hit.data.get("hint")
        cloud, reported = sort == "cloud", sourced_copy and (absolute or sort == "period")
        message = f"When? Give the date instead of “{article.text[hit.span.start : hit.span.end]}”."
        if hit.data.get("note") == "weak" or i in near or (reported and not cloud):
            yield Hit(hit.span, message, "doubtful")
        else:
            yield Hit(hit.span, message, "info" if reported or (absolute and not cloud) else None)
