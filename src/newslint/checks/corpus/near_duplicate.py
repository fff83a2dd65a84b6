from __future__ import annotations

from newslint import Article, Hit, Iterator, corpus_hits, rule


@rule(
    "warning",
    family="corpus",
    why="NewsGuard and the search engines count copies with changed names as the sign of a content farm.",
    exceptions="Articles whose metadata say `update-of`, `syndicated`, `correction-of` or `series`; quotations.",
    options={
        "alike": "Share of common runs of five words from which two articles are the same.",
        "min_words": "Shorter articles are left alone.",
    },
    bad=[
        """Council of Holm raises dyke

The council of Holm will raise the dyke by a metre, move the road behind it and buy up the houses nearest to the water.
Work starts in May and lasts for two years. The road will be closed on weekdays. Buses will stop at the church while
the work goes on, and the ferry will take cars for the price of a ticket. The engineers found cracks in the old dyke
after the flood of March last year.
=====
<<Dyke in Holm grows by a metre>>

The council of Holm will raise the dyke by a metre, move the road behind it and buy up the houses nearest to the water.
Work starts in May and lasts for two years. The road will be closed on weekdays. Buses will stop at the church while
the work goes on, and the ferry will take cars for the price of a ticket. The engineers found cracks in the old dyke
after the flood of March last year.""",
        """Lynx beat Otters

The Lynx won at home on Saturday in front of a full house and stay on top of the table with three games left to play.
The visitors led at half time but lost their keeper and then their nerve when the rain set in. The trainer praised the
bench, which brought two goals, and said nothing about the red card. The next game is on Tuesday in the old stadium,
where the gates open at noon and children pay nothing.
=====
<<Bears beat Wolves>>

The Bears won at home on Saturday in front of a full house and stay on top of the table with three games left to play.
The visitors led at half time but lost their keeper and then their nerve when the rain set in. The trainer praised the
bench, which brought two goals, and said nothing about the red card. The next game is on Tuesday in the old stadium,
where the gates open at noon and children pay nothing.""",
    ],
    good=[
        """Council of Holm raises dyke

The council of Holm will raise the dyke by a metre, move the road behind it and buy up the houses nearest to the water.
Work starts in May and lasts for two years. The road will be closed on weekdays.
=====
Holm residents fight dyke

People in Mill Lane went to court on Tuesday against the plan to raise the dyke. Their houses would lose the view, and
their gardens a third of the ground. The judge will hear them in June.""",
        """Lynx beat Otters

The Lynx won at home on Saturday in front of a full house and stay on top of the table with three games left to play.
=====
Storm closes port

Ships stayed in port on Sunday because of the wind, the harbour master said. Two ferries were sent to Gdansk.""",
    ],
)
def near_duplicate(article: Article, *, alike: float = 0.8, min_words: int = 60) -> Iterator[Hit]:
    """The article is nearly the same as an earlier one of this run.

    Two headlines over one text, or one text with the names changed, are published twice by mistake or on purpose;
    readers and search engines take both ill. Merge them, or say in the metadata what updates what.
    """
    yield from corpus_hits(article, "near-duplicate")
