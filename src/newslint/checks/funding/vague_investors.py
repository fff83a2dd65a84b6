from __future__ import annotations

from bisect import bisect_left

from newslint import (
    Article,
    Deal,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    deal,
    inside,
    name_table,
    names,
    phrases,
    rule,
    sourced_sentences,
)

_CAME = frozenset(
    "raise raised raises raising secured attracted received funding financing round series capital million billion "
    "investment stake backed funded financed".split()
)
_REACH = 9
"""Words before investors in which the money is told."""


@rule(
    "error",
    wakes=["unnamed-investors", "investors-in-passing"],
    why="AP and Reuters name those who act; a reader cannot weigh money without knowing whose it is",
    exceptions="Names in the sentence or the next; somebody on record declines to give them; sourced statistics.",
    bad=[
        "The start-up Lumora raised $40 million in a funding round on Monday. <<It was led by a venture capital firm, "
        "with participation from existing investors.>>",
        "The start-up Lumora raised $40 million in a funding round on Monday. <<The investors remain undisclosed "
        "but are "
        "prominent figures in technology.>>",
        "The start-up Lumora closed a $12 million seed round. <<A group of leading funds backed the company.>>",
        "Start-up raises $9 million\n\nThe software start-up Kettle Works raised $9 million in a seed round on "
        "Tuesday, the "
        "company said.\n\n<<Several top-tier venture funds and strategic investors took part.>>\n",
        "Lumora delayed its rocket on Monday.\n\n<<It has raised 90 million euros to date from venture investors.>>",
    ],
    good=[
        "The start-up Lumora raised $40 million. The round was led by a venture firm in Graz, Harrow Capital, with "
        "participation from existing investors.",
        "The start-up Lumora raised $40 million in a funding round. Leading investors Harrow Capital and Bluegate "
        "joined it.",
        "The start-up Lumora raised $40 million in a funding round. The round was led by a prominent fund, Harrow "
        "Capital.",
        "The start-up Lumora raised $40 million in a funding round. Lumora declined to name the undisclosed investors.",
        "Leading investors have sold shares in the bank, the exchange said on Tuesday.",
        """Lumora delayed its rocket on Monday. It has raised 90 million euros
from venture investors, Harrow Capital among them.""",
    ],
)
def vague_investors(article: Article) -> Iterator[Hit]:
    """Investors are hidden and praised, or given as a class, in place of being named.

    "Prominent figures" and "leading funds" ask for trust and give nobody to check. Name the investors, or write who
    declined to name them. An error on funding stories; a warning where another story tells of the money in passing.
    """
    story = deal(article)
    told = set()
    if story is not None:
        for at in _hidden(article, story):
            told.add(at)
            yield _hit(article, at)
    if story is not None and story.withheld:
        return
    invested = set(article.sentence_indexes([s.start for s in story.investors])) if story else set()
    for at in _in_passing(article):
        if at not in told and invested.isdisjoint((at, at + 1)):  # nor in the next sentence
            told.add(at)
            yield _hit(article, at)._replace(severity="warning")


def _hit(article: Article, sentence: int) -> Hit:
    return Hit(
        article.sentences[sentence].span,
        "Name the investors, or say who refused to. Praise for unnamed people is not reporting.",
        scope="sentence",
    )


def _hidden(article: Article, story: Deal) -> Iterator[int]:
    """Sentences of a funding story that hide or praise its investors, and name none."""
    named = {article.sentence_index(span.start) for span in story.investors}
    withheld = article.sentence_index(story.withheld.start) if story.withheld else -2
    seen = set()
    for hit in phrases(article, "unnamed-investors"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in seen or at in named or withheld in (at, at + 1):
            continue
        if at + 1 in named and article.sentences[at + 1].block == article.sentences[at].block:
            continue
        if at in sourced_sentences(article) and "%" in article.text[slice(*article.sentences[at].span)]:
            continue
        seen.add(at)
        yield at


def _before(article: Article, hit: PhraseHit, sentence: int) -> list[str]:
    """The words from which "from venture investors" hangs, and the verb of "backed by"."""
    return article.words.folded[max(article.sentence_words[sentence].start, hit.first - _REACH) : hit.first + 1]


def _in_passing(article: Article) -> list[int]:
    """Sentences on money that came "from venture investors", with nobody's name behind it nor in the next sentence."""
    hits = phrases(article, "investors-in-passing")
    new = sorted([row.mentions[0].start for row in name_table(article) if row.kind != "place"]) if hits else []
    found = []
    for hit in hits:
        at = article.sentence_index(hit.span.start)
        if at < 0 or _CAME.isdisjoint(_before(article, hit, at)):
            continue
        end, block = article.sentences[at].span.end, article.sentences[at].block
        beside = [after.span.end for after in article.sentences[at + 1 : at + 2] if after.block == block]
        stop = beside[0] if beside else end
        behind = [n for n in inside(names(article), Span(hit.span.end, end)) if n.kind != "place"]
        if not behind and bisect_left(new, end) == bisect_left(new, stop):
            found.append(at)
    return found
