from __future__ import annotations

from newslint import Article, Hit, Iterator, corpus_hits, rule


@rule(
    "info",
    family="corpus",
    on=False,
    why="An archive that contradicts itself is wrong once at least.",
    exceptions="What changes in time, such as headcounts and prices, is not compared.",
    bad=[
        """Orchard Robotics opens plant

Orchard Robotics Inc, founded in 2019, opened a plant in Leith on Monday.
=====
Orchard Robotics hires

Orchard Robotics Inc, founded in <<2021>>, will hire 40 people in Leith.""",
        """Orchard Robotics raises money

Orchard Robotics Inc raised $30 million in its Series A, it said on Monday.
=====
Picking arms sell

Orchard Robotics Inc raised <<$35 million>> in its Series A last year, it said.""",
    ],
    good=[
        """Orchard Robotics opens plant

Orchard Robotics Inc, founded in 2019, opened a plant in Leith on Monday.
=====
Orchard Robotics hires

Orchard Robotics Inc, founded in 2019, will hire 40 people in Leith.""",
        """Orchard Robotics raises money

Orchard Robotics Inc raised $30 million in its Series A, it said on Monday.
=====
Picking arms sell

Orchard Robotics Inc raised $35 million in its Series B, it said.""",
    ],
)
def fact_conflict(article: Article) -> Iterator[Hit]:
    """Two articles give different values for what can have only one.

    The founding year of a company and the amount of one funding round are compared over all files of the run. One of
    the two is wrong, or needs a date.
    """
    yield from corpus_hits(article, "fact-conflict")
