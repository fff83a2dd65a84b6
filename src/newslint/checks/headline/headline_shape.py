from __future__ import annotations

from itertools import pairwise

from newslint import BE, HAVE, Article, Edit, Fix, Hit, Iterator, Span, rule

_PASSIVE = frozenset(
    "bolstered boosted driven fuelled fueled powered lifted buoyed propelled spurred sparked strengthened enhanced "
    "backed accelerated transformed reshaped shaped supported amplified".split()
)
_AUXILIARY = BE | HAVE | {"get", "gets", "got"}
_LABEL = frozenset(
    "look dive guide analysis overview exploration introduction journey perspective review glimpse".split()
)
_PRAISE = frozenset("comprehensive closer deep complete ultimate detailed brief definitive close in".split())
_ABBREVIATIONS = (
    "Inc.",
    "Corp.",
    "Co.",
    "Ltd.",
    "Jr.",
    "Sr.",
    "U.S.",
    "U.K.",
    "U.N.",
    "D.C.",
    "a.m.",
    "p.m.",
    "etc.",
    "No.",
    "...",
)


@rule(
    "info",
    not_types=["opinion", "column"],
    why="Desk convention; what search pages and phones show of a headline",
    exceptions="Questions, quotations, and the labels of columns.",
    options={
        "max_characters": "Longest headline that is left alone, in characters.",
        "max_words": "The same in words.",
    },
    bad=[
        "---\ntitle: <<A look at the many ways in which the new tax on fuel might affect small firms in every "
        "county>>\n---\n\nThe ministry put the cost at 2 billion euros on Monday.",
        "---\ntitle: <<Tax bill passes.>>\n---\n\nParliament passed the bill by 51 votes to 49 on Monday.",
        "<<Ferry line's plans bolstered by grant>>\n\nThe county gave the line 2 million euros on Monday.",
        "<<A Comprehensive Guide to the New Tax>>\n\nParliament passed the tax on Monday.",
    ],
    good=[
        "New tax would cost small firms $2 billion, ministry says\n\nThe ministry put out the figure on Monday.",
        "Tax bill passes\n\nParliament passed the bill on Monday.",
        "Ferry was lifted by crane\n\nThe crane lifted the ferry on Monday.",
    ],
    fixes="safe",
)
def headline_shape(article: Article, *, max_characters: int = 90, max_words: int = 15) -> Iterator[Hit]:
    """The headline is too long, ends in a full stop, or is a label in place of a sentence.

    Phones and search pages cut after some sixty to ninety characters. Name the actor, then the deed; leave out what the
    first paragraph says anyway. Asked of every article with a headline.
    """
    block = next((block for _, block in article.zoned("headline")), None)
    if block is None:
        return
    span = block.span
    line = article.text[span.start : span.end]
    near = article.words.between(*span)
    said = article.words.folded[near.start : near.stop]
    aim = "Aim for subject, verb, news in under 90 characters."
    if len(line) > max_characters or len(line.split()) > max_words:
        yield Hit(span, f"{len(line)} characters, {len(line.split())} words. {aim}")
    elif line.endswith(".") and not line.endswith(_ABBREVIATIONS) and len(said) > 1:
        fix = Fix("Drop the full stop", (Edit(Span(span.end - 1, span.end), ""),), safe=True)
        yield Hit(span, f"A headline takes no full stop. {aim}", fix=fix)
    elif any(
        a in _PASSIVE and b == "by" and _AUXILIARY.isdisjoint(said[:i]) for i, (a, b) in enumerate(pairwise(said))
    ):
        yield Hit(span, f"A passive without an actor. {aim}")
    elif (
        said[:1] in (["a"], ["an"], ["the"]) and not _PRAISE.isdisjoint(said[1:3]) and not _LABEL.isdisjoint(said[2:5])
    ):
        yield Hit(span, f"A label, not news. {aim}")
