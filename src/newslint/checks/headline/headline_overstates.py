from __future__ import annotations

from newslint import Article, Hit, Iterator, Span, root, rule, word_list

_HEDGES = frozenset(
    "may might could possible possibly perhaps potentially alleged allegedly accused suspected reportedly rumoured "
    "rumored considering mulling proposed unconfirmed unlikely".split()
)
_WISHES = {
    "talks": ("to", "over", "about"), "offered": ("to",), "hopes": ("to",), "threatened": ("to",), "hoping": ("to",),
}  # fmt: skip
"""What is not yet done: ``in talks to buy``, ``has offered to resign``; with the words that must follow."""
_LINKED = frozenset("linked link links associated association correlated correlation connected".split())
_CAREFUL = _HEDGES | _LINKED | _WISHES.keys()
_CAUSAL = frozenset(
    "cause causes caused prevent prevents prevented cure cures cured cuts stops kills reverses reverse halts triggers "
    "ends boosts raises lowers reduces doubles halves".split()
)
_OWN_HEDGE = (
    _HEDGES
    | _LINKED
    | frozenset(
        "would should will to if says say said study report reports poll survey claim claim's seeks wants plans plan "
        "eyes urges urged calls bid hope fear fears threat threatens set warns warning warned call risk faces "
        "denies talks chance tells asks asked how why what who when where can cannot question doubt plea demand "
        "demands offers offer suspect".split()
    )
)
_ACCUSED = frozenset("charged arrested held detained remanded bailed accused indicted trial court".split())
_SHARE = 0.6
"""Of the headline's content words in a sentence that says the same."""
_REACH = 5
"""Words from the careful word to the deed that it weakens."""
_EARLY = 6
"""Sentences that say what the headline says stand at the top."""


@rule(
    "warning",
    not_types=["opinion", "column", "review"],
    why="IPSO Editors' Code 1; Chesney and others, Incongruent headlines (2017)",
    exceptions="A headline that hedges, asks, quotes or names its source; a text in which no sentence says the same.",
    bad=[
        "<<Coffee prevents liver cancer>>\n\nDrinking coffee may be linked to a lower risk of liver cancer, a "
        "study of 900 nurses found.",
        "<<Police charge mayor over harbour deal>>\n\nThe mayor could face charges over the harbour deal, police "
        "in Orford said on Monday.",
        "<<Teller resigns as harbour master>>\n\nHarbour master Joss Teller has offered to resign, his office said.",
    ],
    good=[
        "Coffee may lower liver cancer risk, study says\n\nDrinking coffee may be linked to a lower risk of "
        "liver cancer.",
        "Mayor may face charges\n\nThe mayor could face charges over the harbour deal, police said on Monday.",
        "Man charged over boat thefts in Orford\n\nPolice charged a man over the alleged theft of boats in Orford.",
        "Police charge mayor over harbour deal\n\nPolice charged the mayor over the harbour deal on Monday. The "
        "mayor could face further charges over the harbour deal.",
    ],
)
def headline_overstates(article: Article) -> Iterator[Hit]:
    """The headline is surer than every sentence that says the same.

    "Prevents" over "may be linked to", "charge" over "could face charges": the careful words were lost on the way to
    the top, where most readers stop. Carry them over. Asked of every article with a headline.
    """
    block = next((block for _, block in article.zoned("headline")), None)
    if block is None:
        return
    span = block.span
    line = article.folded[span.start : span.end]
    near = article.words.between(*span)
    said = article.words.folded[near.start : near.stop]
    if not _OWN_HEDGE.isdisjoint(said) or any(mark in line for mark in "?\":'"):
        return
    top = article.sentence_words[:_EARLY]
    if not top or _CAREFUL.isdisjoint(article.words.folded[top[0].start : top[-1].stop]):
        return  # the text is as sure
    light = word_list("function-words")
    wanted = frozenset(root(word) for word in said if word not in light and word not in _CAUSAL)
    deeds = frozenset(root(word) for word in said[1:-1][:3] if word not in light) | frozenset(
        map(root, _CAUSAL.intersection(said))
    )
    causal = not _CAUSAL.isdisjoint(said)
    surest: Span | None = None
    for i, here in enumerate(article.sentence_words[: 5 * _EARLY]):
        roots = frozenset(map(root, article.words.folded[here.start : here.stop]))
        if len(wanted & roots) < max(2, _SHARE * len(wanted)):
            continue
        doubt = _doubt(article, here, deeds, causal)
        if doubt is None or (not surest and i >= _EARLY):
            return
        surest = surest or doubt
    if surest and article.folded.startswith("alleg", surest.start) and not _ACCUSED.isdisjoint(said):
        return  # "charged over thefts" says no more than "charged over the alleged theft"
    if surest:
        said_so = article.text[surest.start : surest.end]
        yield Hit(
            span,
            f"Headline certain, text not (“{said_so}”, line {article.line_of(surest.start)}). Match them.",
            see=((surest, "the text is less sure here"),),
        )


def _is_wish(pair: list[str]) -> bool:
    return pair[0] in _WISHES and pair[-1] in _WISHES[pair[0]]


def _doubt(article: Article, near: range, deeds: frozenset[str], causal: bool) -> Span | None:
    """The careful word that weakens the deed of the headline in a sentence."""
    words = article.words
    for i in near:
        word = words.folded[i]
        if word in _HEDGES or (
            word in _WISHES and words.folded[i + 1 : i + 2] and words.folded[i + 1] in _WISHES[word]
        ):
            behind = words.folded[i + 1 : min(near.stop, i + 1 + _REACH)]
            if any(root(w) in deeds for w in behind):
                return Span(words.starts[i], words.ends[i])
        if causal and word in _LINKED:
            return Span(words.starts[i], words.ends[i])
    return None
