from __future__ import annotations

from bisect import bisect_left

from newslint import (
    Article,
    Block,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    dates,
    figures,
    inside,
    names,
    own_account,
    pattern,
    quotations,
    rule,
    sourced_sentences,
    word_list,
)

_TALK = frozenset(("i", "we", "you", "i'm", "we're", "you're", "i've", "we've", "you've", "we'll", "you'll", "i'll"))
_LABEL = 50
"""Code points of a paragraph in which its label ends."""
_CHATTY = 0.008
"""Share of such words from which the whole text is a talk with its readers and no report."""
_EMPTY = 0.2
"""Share of abstractions among a paragraph's content words from which it is reported."""
_ASKED = 6
"""Words of a part from which it could have answered its heading."""
_MONEY = r"(?:prices?|pricing|costs?|fees?|fares?|charges|tolls?)"
_TIME = r"(?:dates?|times?|timings?|schedule|deadline|timeline|hours|release window)"
_PLACE = r"(?:venues?|locations?|route|areas affected|affected areas)"
_KINDS = (
    "areas|banks|brands|cities|companies|countries|districts|hospitals|locations|models|places|products|roads|routes|"
    "schools|services|states|stations|stores|teams|towns|villages"
)
_LABELS = r"(?:\d+\. )?(?:[\w'-]+ ){0,3}%s(?: details)?:?$"
_ASKS = (
    ("a price", _LABELS % _MONEY, r"how much (?:does|do|will|is|are|did|can|would|should)\b.*\?$"),
    ("a date or a time", _LABELS % _TIME, r"(?:when|what time) (?:will|does|do|is|are|did|was|were|can)\b.*\?$"),
    (
        "a place or a name",
        _LABELS % _PLACE,
        rf"(?:which|what) (?:{_KINDS})\b.*\?$|where (?:is|are|will|did|was|were)\b.*\?$",
    ),
)
"""What headings ask for: as a label, and as a question."""
_OWNED = pattern(
    r"\b(?:not (?:yet|been|made|say|said|known|disclosed|announced|given|clear)|no (?:date|price|details|exact|word|"
    r"fee|charge)|unclear|unknown|undisclosed|declined|free|immediately|already|once|until|every|daily|if|to be "
    r"(?:announced|confirmed|decided))\b"
)
"""Words of an answer without a figure, or of one who says that there is none."""


@rule(
    "warning",
    not_types=["opinion", "guide", "interview", "review", "essay"],
    why="Wikipedia, Signs of AI writing: specific facts replaced by generic praise; the best single sign of padding.",
    exceptions=(
        "Lede, conclusion and answers, which have their own rules; paragraphs that speak of concrete things or address "
        "the reader, and articles that do so throughout; one such paragraph in an article of fewer than 150 words."
    ),
    options={
        "min_words": "Shorter paragraphs are left alone.",
        "brief": "Words of a brief: shorter articles are allowed one such paragraph.",
    },
    bad=[
        """Council of Holm buys trams

The council of Holm will buy 14 trams for 60 million euros, it said on Monday.

<<The sector is dynamic and combines innovation with ambition, and progress will benefit companies, workers and society
as a whole in a sustainable future.>>

<<Questions about privacy and trust need to be addressed to secure a balanced future for the whole ecosystem and to
strengthen the role of the community.>>

The first tram runs in May, said Ada Brandt, who leads the works.""",
        """Holm museum opens wing

The Holm museum opened a wing for glass on Monday, its director Ada Brandt said.

<<The museum is a beacon of culture that inspires creativity and fosters a vibrant community. It plays a vital role in
shaping the identity of the region.>>

<<The expansion reflects a commitment to excellence and opens new possibilities for engagement, growth and lasting
impact in an ever-evolving cultural landscape.>>

Tickets cost nine euros from 4 May.""",
        """# Drivers strike in Holm

Drivers in Holm have been on strike since Monday, their union said.

## Which areas are affected?

<<The strike is felt in the big towns and at the stations.>> Pupils were hit hard.

## Ticket prices

<<Fares are charged by distance, and vans pay around three times the rate of cars.>>

## Opening time

<<The depot will be opened for all later in the day by a minister.>>
""",
    ],
    good=[
        """# Drivers strike in Holm

Drivers in Holm have been on strike since Monday, their union said.

## Which areas are affected?

The strike is felt in Leith and at the stations of Arlow.

## Ticket prices

The operator has not said what tickets will cost.

## When will it end?

The union wants to stop on Thursday, and its members vote by post.
""",
        """Council of Holm buys trams

The council of Holm will buy 14 trams for 60 million euros, it said on Monday.

The sector employed 41,000 people in 2024, the ministry said, most of them in Leeds and Derby, where three plants
opened and where growth, progress and innovation are promised.

The trams have low floors, wide doors and hooks for bicycles. Drivers sit behind glass, and the bell is the one of the
old trams, which children had asked for in letters to the mayor.

The first tram runs in May.""",
        """Holm museum opens wing

The Holm museum opened a wing for glass on Monday, its director Ada Brandt said.

The museum plays a vital role in shaping the culture and identity of the region and fosters a community, Brandt said,
and its growth has to reflect that commitment.

Tickets cost nine euros.""",
    ],
)
def content_free_paragraph(article: Article, *, min_words: int = 20, brief: int = 150) -> Iterator[Hit]:
    """A paragraph in which nothing can be checked.

    It holds no number, date, quotation, source, link or name beyond those of headline and lede, and its words judge,
    promise or generalise. Add one fact to it or cut it; nobody will miss it. So it is with a part whose heading asks
    for a price, a date or a place ("Opening time", "Which areas are affected?") and which gives none.
    """
    yield from _unanswered(article)
    abstract = article.where(word_list("abstractions"))
    found = [
        (i, block)
        for i, block in article.zoned("body")
        if block.kind == "paragraph" and _is_abstract(article, i, abstract, min_words)
    ]
    talk = article.vocabulary & _TALK
    if not found or sum(map(article.words.folded.count, talk)) > _CHATTY * len(article.words.folded):
        return
    checkable = _checkable(article)
    sourced = {article.sentences[i].block for i in sourced_sentences(article)}
    bare = [
        block
        for i, block in found
        if not (i in checkable or i in sourced or _is_linked(article, block) or _leads_in(article, i))
    ]
    if len(bare) == 1 and article.word_count < brief:
        return
    for block in bare:
        message = "Nothing in this paragraph can be checked. Add a name, number, date or source - or cut it."
        yield Hit(block.span, message, scope="paragraph")


def _is_abstract(article: Article, block: int, abstract: list[int], least: int) -> bool:
    """True when the paragraph is long enough and made of abstractions, and addresses nobody."""
    near = article.block_words[block]
    if len(near) < least or bisect_left(abstract, near.stop) - bisect_left(abstract, near.start) <= 3:
        return False
    said = article.words.folded[near.start : near.stop]
    if not _TALK.isdisjoint(said):
        return False
    light, listed = word_list("function-words"), word_list("abstractions")
    content = [word for word in said if word not in light]
    hollow = sum(word in listed for word in content)
    return hollow >= _EMPTY * len(content)


def _checkable(article: Article) -> set[int]:
    """Blocks that hold a name or figure beyond those of headline, dek and lede, a date or a quotation."""
    opening = {i for i, _ in article.zoned("headline", "dek", "lede")}
    blocks: set[int] = set()
    known: set[object] = set()
    marks: list[tuple[int, object]] = [(name.span.start, name.entity) for name in names(article)]
    marks += [(figure.span.start, (figure.kind, figure.value)) for figure in figures(article)]
    for start, mark in sorted(marks, key=lambda m: m[0]):
        at = article.block_at(start)
        if at in opening:
            known.add(mark)
        elif mark not in known:
            blocks.add(at)
    blocks.update(article.block_at(date.span.start) for date in dates(article) if date.kind != "vague")
    blocks.update(article.block_at(quotation.span.start) for quotation in quotations(article))
    return blocks


def _leads_in(article: Article, block: int) -> bool:
    """A list, or a paragraph with a label ("Code Red Drill: ..."), says below what the paragraph has left open."""
    if block + 1 >= len(article.blocks):
        return False
    below = article.blocks[block + 1]
    start = below.span.start
    return below.kind == "list-item" or ": " in article.text[start : min(below.span.end, start + _LABEL)]


def _is_linked(article: Article, block: Block) -> bool:
    source = article.to_source(block.span)
    text = article.source[source.start : source.end + 1]
    return "](" in text or "href=" in text or _site().search(text) is not None


@cache
def _site() -> Pattern[str]:
    """A web site by its name: ``norland.gov``."""
    return pattern(r"\w\.(?:com|org|net|gov|edu|io|eu|co\.uk)\b")


def _unanswered(article: Article) -> Iterator[Hit]:
    """Parts that do not say what their headings ask for."""
    heads = [i for i, block in enumerate(article.blocks) if block.zone in ("subhead", "faq-q")]
    if not heads or own_account(article):
        return
    for i, following in zip(heads, (*heads[1:], len(article.blocks)), strict=True):
        head, part = article.blocks[i].span, Span(article.blocks[i].span.end, article.blocks[following - 1].span.end)
        said = " ".join(article.folded[slice(*head)].split())
        asked = next((what for what, *shapes in _ASKS if any(pattern(shape).match(said) for shape in shapes)), "")
        answer = article.folded[slice(*part)]
        if not asked or len(article.words.between(*part)) < _ASKED or _OWNED.search(answer):
            continue
        told = inside(dates(article), part) if "date" in asked else inside(names(article), part)
        if any(map(str.isdigit, answer)) or (asked != "a price" and any(fact.kind != "vague" for fact in told)):
            continue
        if any(figure.kind != "multiple" for figure in inside(figures(article), part)):
            continue
        first = article.sentence_at(article.blocks[i + 1].span.start)
        if first is not None:
            yield Hit(first.span, f"The heading asks for {asked}, and this part gives none.")
