from __future__ import annotations

from bisect import bisect_left

from newslint import (
    Article,
    Deal,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    covering,
    deal,
    inside,
    name_table,
    names,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    speaking_names,
)

_CAME = frozenset(
    "raise raised raises raising secured attracted received funding financing round series capital million billion "
    "investment stake backed funded financed".split()
)
_LONG = 120
"""Words of a sentence in which the money is looked for."""
_APPOSED = 8
"""Words behind investors in which their names stand."""
_PAY = _CAME | frozenset(
    "joined join joining invested invest investing led took take taking money cash board shares put wrote cheque "
    "cheques check checks bought sum rest remainder participated backing".split()
)
"""What is done with money, where those who do it may be no investors."""
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
        "The start-up Lumora closed a $12 million seed round. <<A clutch of family offices put in the rest.>>",
        "The start-up Lumora closed a $12 million seed round led by Bluegate.\n\n<<An unnamed technology giant took "
        "a third of the shares.>>",
        "Lumora delayed its rocket on Monday.\n\n<<It has raised 90 million euros to date from venture investors.>>",
    ],
    good=[
        "The start-up Lumora raised $40 million. The round was led by a venture firm in Graz, Harrow Capital, with "
        "participation from existing investors.",
        "The start-up Lumora raised $40 million in a funding round. Leading investors Harrow Capital and Bluegate "
        "joined it.",
        "The start-up Lumora raised $40 million in a funding round. Existing shareholders Harrow Capital and Bluegate "
        "took part.",
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
        lede = article.blocks[article.sentences[at].block].zone == "lede"  # which leaves the names to the text
        if at not in told and not (lede and invested) and invested.isdisjoint((at, at + 1)):
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
    quoted = [q.span for q in quotations(article)]
    seen = set()
    for hit in phrases(article, "unnamed-investors"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in seen or at in named or withheld in (at, at + 1):
            continue
        if at + 1 in named and article.sentences[at + 1].block == article.sentences[at].block:
            continue
        if _named_behind(article, hit, story.recipient):
            continue
        if covering(quoted, *hit.span) >= 0 or (hit.data.get("hint") == "weak" and not _pays(article, at)):
            continue
        if at in sourced_sentences(article) and "%" in article.text[slice(*article.sentences[at].span)]:
            continue
        seen.add(at)
        yield at


def _named_behind(article: Article, hit: PhraseHit, recipient: int) -> bool:
    """``existing shareholders Harrow Capital and Bluegate``, ``angels, among them Ada Brandt``."""
    end = article.words.ends[min(hit.last + _APPOSED, len(article.words.ends) - 1)]
    at = article.sentence_index(hit.span.start)
    behind = Span(hit.span.end, min(end, article.sentences[at].span.end))
    speak = speaking_names(article)
    return any(
        n.entity != recipient and n.kind != "place" and n.span.start not in speak
        for n in inside(names(article), behind)
    )


def _pays(article: Article, sentence: int) -> bool:
    """The sentence is on the money, so that "well-known entrepreneurs" are those who pay."""
    near = article.sentence_words[sentence][:_LONG]
    return not _PAY.isdisjoint(article.words.folded[near.start : near.stop])


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
        if any(
            n.span.start <= hit.span.end - 1 < n.span.end for n in inside(names(article), article.sentences[at].span)
        ):
            continue  # "from Liffey Angels"
        behind = [n for n in inside(names(article), Span(hit.span.end, end)) if n.kind != "place"]
        if not behind and bisect_left(new, end) == bisect_left(new, stop):
            found.append(at)
    return found
