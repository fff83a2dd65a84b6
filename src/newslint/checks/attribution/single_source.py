from __future__ import annotations

from newslint import SOURCED, Article, Hit, Iterator, attributions, rule, sources

_BRANDT = '"Sales rose in every month of the year and we hired forty people," said Ada Brandt, head of Holm Boats.'
_REST = (
    "The yard builds ferries and small freighters. It lies on the east bank, opposite the old grain store. The workers "
    "come from the villages along the river, and most of them have been there for ten years or longer. A new hall is "
    "to be built next to the slipway. She said the hall would open in May."
)


@rule(
    "info",
    wakes=[attributions],
    not_types=[
        "opinion",
        "interview",
        "obituary",
        "court-report",
        "press-conference",
        "press-release",
        "brief",
        "column",
    ],
    why="BBC: reluctant to rely on a single source; Reuters: two are better.",
    exceptions="Interviews, obituaries, court reports; `single-source: yes` in front matter; fewer than 250 words.",
    options={
        "min_words": "Shorter articles are left alone.",
        "min_count": "How often the source must be cited before the article leans on it.",
    },
    bad=[
        f"<<Yard grows>>\n\n{_BRANDT}\n\n" + "\n\n".join([_REST] * 5),
        f"<<Ferries for the river>>\n\n{_REST}\n\n{_BRANDT}\n\n" + "\n\n".join([_REST] * 5),
    ],
    good=[
        f"Yard grows\n\n{_BRANDT}\n\n{_REST}",
        f"Yard grows\n\n{_BRANDT}\n\n"
        + "\n\n".join([_REST] * 5)
        + "\n\nThe harbour council said it would pay half of it.",
    ],
)
def single_source(article: Article, *, min_words: int = 250, min_count: int = 3) -> Iterator[Hit]:
    """Everything rests on one source.

    One voice has one interest. Add a second, independent one, or say plainly that it is theirs alone.
    """
    if article.word_count < min_words or article.meta.raw.get("single-source"):
        return
    cited = [source for source in sources(article) if source.source_class in SOURCED]
    if len(cited) != 1 or len(cited[0].mentions) < min_count:
        return
    yield Hit(
        article.top,
        f"Everything rests on {cited[0].name}. Add a second, independent source or say it is theirs alone.",
        scope="document",
        key="single-source",
        see=((cited[0].mentions[0], "cited here first"),),
    )
