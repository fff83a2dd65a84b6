from __future__ import annotations

from newslint import (
    FAQ_TITLES,
    STORY,
    Article,
    Block,
    Edit,
    Fix,
    Hit,
    Iterator,
    Span,
    is_quoted,
    own_account,
    rule,
    specific_sentences,
)

_LEAST = 2
_STORY_BLOCKS = 3
_TITLES = frozenset(("faq", "faqs", "questions", "q&a"))
"""Words of a subhead over questions."""
_MOST = 0.5
"""Share of the words from which the whole piece is an explainer and the questions its form."""


@rule(
    "warning",
    not_types=["explainer", "guide", "interview", "faq", "how-to", "tutorial", "q&a"],
    why="Padding for search engines; Wikipedia, signs of AI writing (section summaries)",
    exceptions="Explainers, guides and interviews; answers with new facts count for the block.",
    bad=[
        "The Orford fund bought the mill on Monday.\n\nIt paid 4 million euros, a deed shows.\n\n"
        "The mill, which stands on the river, employs 40 people and prints paper for nine towns.\n\n"
        "<<What is the fund?>> The fund is a fund for mills.\n\nWho runs the mill? The mill is run by the fund.",
        "The Orford fund bought the mill on Monday.\n\nIt paid 4 million euros, a deed shows.\n\n"
        "The mill employs 40 people.\n\n<<Frequently asked questions>>\n\nWhy does the mill matter?\n\n"
        "The mill matters to the town.\n\nHow will it change?\n\nIt will grow.",
        """---
title: Mill changes hands
---

The Orford fund bought the mill on Monday.

## What did it pay?

It paid 4 million euros, a deed shows.

## Who works there?

The mill employs 40 people and prints paper for nine towns on the river.

## <<FAQ>>

**Can I still visit the mill?**
Yes, visits go on as before.

**Do I need a ticket?**
Tickets may be needed.""",
    ],
    good=[
        "The Orford fund bought the mill on Monday.\n\nIt paid 4 million euros, a deed shows.\n\n"
        "The mill employs 40 people.",
        "The Orford fund bought the mill on Monday.\n\nWhat will it do with it? Nobody at the fund would say on "
        "Monday.\n\nThe mill employs 40 people.",
    ],
    fixes="unsafe",
)
def faq_residue(article: Article) -> Iterator[Hit]:
    """Questions and answers hang on the end of a news story.

    They are written for search pages, and repeat what stands above them. A reader who has read the story learns
    nothing; one who has not could have asked the story. Cut the block, and move up what is new. Asked of every
    article: the questions are zones, found when it is read.
    """
    asked = [(i, block) for i, block in article.zoned("faq-q") if not is_quoted(article, block.span)]
    if len(asked) < _LEAST:
        return
    blocks = article.blocks
    answers = [(i, block) for i, block in article.zoned("faq-a")]
    title = _title(article, [i for i, _ in asked])
    if title > 0:  # subheads of the story that ask are the story's
        asked, answers = ([(i, block) for i, block in zoned if i > title] for zoned in (asked, answers))
    story = [block for block in blocks[: title if title > 0 else asked[0][0]] if block.zone in STORY]
    words = article.words
    inside = sum(len(words.between(*block.span)) for _, block in [*asked, *answers])
    if len(story) < _STORY_BLOCKS or inside > _MOST * max(1, len(words.folded)):
        return
    empty = _empty_answers(article, answers)
    if 2 * empty < len(asked):
        return
    last = blocks[max(i for i, _ in [*asked, *answers])].span.end
    over = blocks[asked[0][0] - 1]
    heading = article.folded[slice(*over.span)].split() if over.zone == "subhead" else []
    if "ask" in heading:
        return  # "Questions to ask your landlord" are advice
    titled = not _TITLES.isdisjoint(heading)
    first = over.span if titled else asked[0][1].span
    idle = "none adds" if empty >= len(asked) else f"{empty} of them add" if empty > 1 else "one of them adds"
    nothing = "anything" if empty >= len(asked) else "nothing"
    yield Hit(
        first,
        f"{len(asked)} questions and answers after the story; {idle} {nothing} to it. Cut the block or move new facts "
        "up.",
        severity="info" if own_account(article) else None,
        scope="section",
        also_here=() if titled else tuple(block.span for _, block in asked[1:]),
        fix=Fix("Cut the block", (Edit(Span(first.start, last), ""),)),
    )


def _title(article: Article, asked: list[int]) -> int:
    """The index of the last subhead that says that a block of questions follows, with two of them or more behind it;
    -1 is none. `asked` are the blocks that ask."""
    titles = [
        i
        for i, block in article.zoned("subhead")
        if i + 1 in asked and any(words in article.folded[slice(*block.span)] for words in FAQ_TITLES)
    ]
    return titles[-1] if titles and sum(i > titles[-1] for i in asked) >= _LEAST else -1


def _empty_answers(article: Article, answers: list[tuple[int, Block]]) -> int:
    """Answers without a new name, figure, date, source or quotation."""
    specific = specific_sentences(article)
    empty = 0
    for i, block in answers:
        start = article.sentence_index(block.span.start)
        count = len(article.sentences_of(i))
        empty += start < 0 or specific.isdisjoint(range(start, start + count))
    return empty
