from __future__ import annotations

from newslint import FALLS, Article, Figure, Hit, Iterator, Span, figures, phrases, rule

_LESS = frozenset(
    "less fewer smaller lower cheaper slower shorter lighter thinner weaker narrower younger shallower lesser "
    "rarer".split()
)
_LITTLE = frozenset("cheap small short low light thin narrow few little shallow young".split())
"""Adjectives of what is less: nothing has them twice."""
_COUNTS = frozenset(
    "counted count counts recorded record records had has have saw found employs employed sold reported registered "
    "treated hired built owns owned holds with of".split()
)
_NO_NUMBER = frozenset(
    "point points degree degrees metre metres meter meters goal goals second seconds minute minutes hour hours day "
    "days mark marks run runs feet foot percent celsius fahrenheit centigrade tax fees costs".split()
)
"""What can stand below nought, or be taken off."""
_CHANCES = frozenset("chance chances probability likelihood odds".split())
_SWING = frozenset("swung swing deficit loss losses negative turned swinging".split())
_AROUND = 400
"""Code points of the sentence on either side in which a swing may be told."""


@rule(
    "warning",
    wakes=[figures, "one-of-the-only"],
    masked=True,
    why="AP, Guardian and Reuters style entries on “times less”; a quantity that falls by 100 per cent is gone",
    exceptions="A profit that turns into a loss may fall by more than 100 per cent.",
    bad=[
        "Costs <<fell 150%>>.",
        "The chip is <<three times smaller>>.",
        "Emissions were <<cut by 120 per cent>> in a decade.",
        "There is a <<130% chance>> of rain.",
        "It is <<one of the only>> mills left.",
        "A <<200% drop>> in complaints followed.",
        "The card is <<twice as cheap>> as a ticket.",
        "A <<discount of 150%>> applies to the first buyers.",
        "Wardens counted <<minus 12>> pairs of lapwing.",
    ],
    good=[
        "Costs fell by half.",
        "The chip is a third of the size.",
        "Output rose 150%.",
        "Profit fell 150% as the firm swung to a loss.",
        "The city is three times larger.",
        "The card costs half as much as a ticket.",
        "A premium of 150% applies to the last buyers.",
        "The team ended on minus 12 points.",
        "He visited three times, less often than before.",
        "It is one of the few mills left.",
    ],
)
def impossible_comparison(article: Article) -> Iterator[Hit]:
    """A comparison that no quantity can make: a fall of more than all, "three times less", a chance above 100 per cent.

    Nothing can fall by more than 100 per cent and stay a quantity; "three times smaller" has no size. Say what is
    left: "a third of the size", "fell by half". Write "one of the few", or "the only".
    """
    words = article.words
    folded = words.folded
    for figure in figures(article):
        first, last = figure.words
        if figure.kind == "multiple" and figure.text.lower().endswith("times"):
            if folded[last + 1 : last + 2] and folded[last + 1] in _LESS and _touch(article, last):
                span = Span(figure.span.start, words.ends[last + 1])
                yield Hit(span, "A quantity cannot be so many times less. Recast: say what fraction is left.")
            elif folded[last + 1 : last + 2] == ["as"] and folded[last + 2] in _LITTLE:
                yield _as_little(article, figure, last)
        elif figure.kind == "multiple" and figure.text.lower() == "twice" and folded[last + 1 : last + 2] == ["as"]:
            if folded[last + 2] in _LITTLE:
                yield _as_little(article, figure, last)
        elif figure.kind == "count" and first > 1 and folded[first - 1] == "minus" and folded[first - 2] in _COUNTS:
            if figure.noun and figure.noun not in _NO_NUMBER and article.text[figure.span.start - 1] == " ":
                span = Span(words.starts[first - 1], figure.span.end)
                yield Hit(span, "Nobody can count fewer than none. Recast: give the number, or what it is less than.")
        elif figure.kind == "percent" and figure.value > 100 and not figure.high:
            yield from _over_all(article, figure, first, last)
    for phrase in phrases(article, "one-of-the-only"):
        yield Hit(phrase.span, "The only ones cannot be one of several. Recast: “one of the few”, or “the only”.")


def _as_little(article: Article, figure: Figure, last: int) -> Hit:
    """``twice as cheap``."""
    span = Span(figure.span.start, article.words.ends[last + 2])
    return Hit(span, "A quantity cannot be so many times less. Recast: say what fraction is left.")


def _touch(article: Article, i: int) -> bool:
    return article.words.starts[i + 1] - article.words.ends[i] == 1


def _over_all(article: Article, figure: Figure, first: int, last: int) -> Iterator[Hit]:
    words, folded = article.words, article.words.folded
    size = f"{figure.value:g}%"
    after = last + 1
    if after < len(folded) and folded[after] in _CHANCES and words.starts[after] == figure.span.end + 1:
        yield Hit(Span(figure.span.start, words.ends[after]), f"A chance cannot be {size}. Recast: at most 100%.")
        return
    sentence = article.sentence_at(figure.span.start)
    low, high = sentence.span if sentence else article.blocks[article.block_at(figure.span.start)].span
    around = words.between(max(low, figure.span.start - _AROUND), min(high, figure.span.end + _AROUND))
    if not _SWING.isdisjoint(folded[around.start : around.stop]):
        return
    span = None
    noun = folded[after].rstrip("s") if after < len(folded) else ""
    if noun == "off" and words.starts[after] == figure.span.end + 1:
        span = Span(figure.span.start, words.ends[after])
    elif folded[first - 1] == "of" and folded[first - 2].rstrip("s") in _DOWN_NOUNS:
        span = Span(words.starts[first - 2], figure.span.end)
    elif noun in _DOWN_NOUNS and words.starts[after] == figure.span.end + 1:
        span = Span(figure.span.start, words.ends[after])
    else:
        at = first - 1
        while (
            at > first - 4
            and at > 0
            and folded[at] in ("by", "about", "nearly", "almost", "some", "than", "more", "over")
        ):
            at -= 1
        if (
            at >= 0
            and folded[at] in FALLS
            and folded[at] not in ("cuts",)
            and words.starts[first] - words.starts[at] < 40
        ):
            span = Span(words.starts[at], figure.span.end)
    if span is not None:
        yield Hit(span, f"A quantity cannot fall by {size}: 100% is all of it. Recast: say from what to what.")


_DOWN_NOUNS = frozenset(
    "drop fall cut decline decrease reduction los slide slump dip plunge discount rebate markdown".split()
)
