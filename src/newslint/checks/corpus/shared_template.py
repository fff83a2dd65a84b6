from __future__ import annotations

from newslint import Article, Hit, Iterator, Sequence, corpus_hits, rule


@rule(
    "warning",
    family="corpus",
    why="Recaps made by machine for local papers were known by one phrase in all of them (LedeAI, 2023).",
    exceptions="Quotations; phrases registered as `boilerplate`; copies of one article, which count once.",
    options={
        "min_count": "In how many articles of the run a phrase must stand.",
        "known": "Texts that may come back: disclaimers, boxes.",
    },
    bad=[
        """Lynx beat Otters

The Lynx won by two goals in a close encounter of the athletic kind on Friday night in Holm.
=====
Bears lose at home

Rain stopped the Bears, who lost in a close encounter of the athletic kind on Friday night, too.
=====
Wolves draw

The Wolves drew <<in a close encounter of the athletic kind on Friday night>> after a late goal.""",
        """Port closes

The port closed on Monday. Only time will tell what the future holds for the people of the region.
=====
Mill opens

A mill opened in Holm. Only time will tell what the future holds for the people of the region.
=====
Bridge to be painted

The bridge gets new paint. <<Only time will tell what the future holds for the people of the region>>.""",
    ],
    good=[
        """Lynx beat Otters

The Lynx won by two goals on Friday night in Holm.
=====
Bears lose at home

Rain stopped the Bears on Friday night in Holm, who lost by two goals.
=====
Wolves draw

The Wolves drew on Friday night after a late goal in Holm.""",
        """Port closes

The port closed on Monday. Only time will tell what the future holds for the people of the region.
=====
Mill opens

A mill opened in Holm. Only time will tell what the future holds for the people of the region.""",
    ],
)
def shared_template(article: Article, *, min_count: int = 3, known: Sequence[str] = ()) -> Iterator[Hit]:
    """The same eight words or more stand in three articles of this run.

    What fits every story tells nothing about one. Rewrite it, or make it `known` where it is a disclaimer or a box.
    """
    yield from corpus_hits(article, "shared-template")
