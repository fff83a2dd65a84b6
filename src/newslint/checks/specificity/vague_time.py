from __future__ import annotations

from newslint import Article, Hit, Iterator, dates, phrases, rule, sourced_share

_DATED = frozenset(("day", "month", "year", "weekday", "quarter", "season"))


@rule(
    "warning",
    wakes=["vague-times"],
    not_types=("guide", "recipe", "quiz"),
    why="Who, what, when: the third of the five Ws; Wikipedia on relative time; NewsGuard on old events served as new",
    exceptions="Quotations; background with a date in the same sentence or the next; “recently” in a sourced report.",
    bad=[
        "<<In recent news>>, the harbour board sold its last tug.",
        "The dairy <<recently>> bought two farms in the valley.",
        "The firm <<will soon>> sell its watches in Spain.",
    ],
    good=[
        "The dairy bought two farms in the valley on Oct. 17.",
        "The dairy recently bought two farms. It paid for them in March 2024.",
        "The firm plans to sell its watches in Spain from March 2025.",
        '"I recently bought a farm," Maddox said.',
        "She came as soon as she could.",
    ],
)
def vague_time(article: Article, *, reach: int = 1, sourced: float = 0.4) -> Iterator[Hit]:
    """A cloudy word stands where the date of the news belongs: "recently", "soon", "in recent news".

    Whoever reads it next year, or on another site, cannot tell when it happened, and undated copy comes back as
    new. Give the day, or the month; where the time does not matter, leave the word out.

    A warning where the words mean nothing anywhere, or where the article gives no date at all; else, and in reports
    whose sources can be asked, advice; silent where a date stands in the sentence or the next, and in reports of that
    kind unless the words mean nothing anywhere. Options: `reach`, how
    many sentences on either side may hold the date; `sourced`, share of sourced sentences of such a report.
    """
    dated = [d.span.start for d in dates(article) if d.kind in _DATED and (d.kind != "year" or d.year >= 1900)]
    near: set[int] = set()
    for place in dated:
        i = article.sentence_index(place)
        near.update(range(max(0, i - reach), min(len(article.sentences), i + reach + 1)))
    absolute = bool(dated)
    reported = sourced_share(article) >= sourced
    for hit in phrases(article, "vague-times"):
        sort = hit.data.get("hint", "event")
        i = article.sentence_index(hit.span.start)
        if i < 0 or i in near:
            continue
        weak = hit.data.get("note") == "weak"
        if (absolute and sort == "state") or (reported and sort == "event" and not weak):
            continue
        advice = sort == "state" or reported or (sort == "event" and absolute)
        said = article.text[hit.span.start : hit.span.end]
        yield Hit(
            hit.span, f"When? Give the date instead of “{said}”.", "doubtful" if weak else "info" if advice else None
        )
