"""Pairs: how a text sets two figures against each other as before and after, and a change beside them."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.calendar import MONTHS
from newslint.facts.change_words import (
    BEFORE_FIGURE,
    BY,
    COMPARABLE_KINDS,
    FALLS,
    LINK,
    MEASURES,
    NOUNS,
    OTHER_SUBJECT,
    RISES,
    THAN_WHEN,
)
from newslint.facts.figures import Figure
from newslint.facts.relative_dates import SEASONS
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.typed import Pattern

_CAME_TO = frozenset("to was were at totalled totaled reached".split())
_STANDS_AT = frozenset("last year month and now stand stands stood is was are were at to in this".split())
"""Words by which a sentence goes on with the same thing: ``fell 12% last year and now stands at``."""
_WIDE = 10
"""Words that may stand between the figures of one change."""
_HIGHER = frozenset("higher lower more less above below up down".split())
_EARLIER = (
    ["a", "year", "ago"], ["a", "year", "earlier"], ["the", "year", "before"], ["last", "year"], ["year", "earlier"],
)  # fmt: skip
_OF_OLD = frozenset("figure total than".split())


def same_kind(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one quantity at two times."""
    if a.kind != b.kind or a.kind not in COMPARABLE_KINDS or a.high or b.high:
        return False
    return a.unit == b.unit or (a.kind == "count" and not (a.noun and b.noun))


def word_before(folded: list[str], figure: Figure) -> tuple[str, int]:
    """The word before a figure, rough words left out, and its index."""
    i = figure.words[0] - 1
    low = i - 4
    while i > low and i >= 0 and folded[i] in BEFORE_FIGURE:
        i -= 1
    return (folded[i], i) if i >= 0 else ("", -1)


@cache
def _idioms() -> Pattern[str]:
    """How two figures A and B stand as before and after, or, in the groups, as after and before."""
    same = r"(?:(?!(?:and|while|but|to) )\S+ )"
    return pattern(
        r"from A (?:(?!(?:from|and|while|but) )\S+ ){0,10}to B|"  # from £4m to £5m
        rf"((?:to|at) A {same}{{0,10}}from B|"  # to £5m from £4m
        rf"\S* A {same}{{0,2}}MOVED from B|"  # £5m, up from £4m
        r"to A (?:\S+ ){0,3}(?:had|having) been B|"  # to £5m, having been £4m
        r"\S* A last year B|"  # £5m (last year £4m)
        r"\S* A (?:\S+ )?(?:compared|compares) (?:with|to) B)|"  # £5m, compared with £4m
        r"(to A (?:\S+ )?(?:after|following) B)"  # to £5m, after £4m in spring
    )


def pair(folded: list[str], first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """(before, after) where the two stand as ``from A to B``, ``to B from A`` or ``B, up from A``."""
    if not same_kind(first, second) or not 0 < second.words[0] - first.words[1] <= _WIDE:
        return None
    if second.words[0] == first.words[1] + 1:  # £5 million (£4 million a year ago)
        aside = folded[second.words[1] + 1 : second.words[1] + 4]
        return (second, first) if aside in _EARLIER or aside[:2] in _EARLIER else None
    (lead, _), (_, at) = word_before(folded, first), word_before(folded, second)
    between = ["MOVED" if w in RISES or w in FALLS else w for w in folded[first.words[1] + 1 : at + 1]]
    match = _idioms().fullmatch(" ".join((lead, "A", *between, "B")))
    if match is None or (match[2] and not _dated(folded, second)):
        return None
    return (second, first) if match[1] or match[2] else (first, second)


def enclosing(folded: list[str], after: Figure, stated: Figure, before: Figure) -> bool:
    """``£5 million, up 25% on last year's £4 million``."""
    if stated.kind not in ("percent", "points") or stated.high or not same_kind(after, before):
        return False
    lead = folded[after.words[1] + 1 : stated.words[0]]
    lead = lead[1:] if after.noun and lead[:1] == [after.noun] else lead
    tail = folded[stated.words[1] + 1 : before.words[0]]
    if len(lead) > 7 or not 0 < len(tail) <= 7:
        return False
    if lead and folded[after.words[0] - 1] == "at" and _stands_at(lead, tail):
        return len(tail) <= 3
    if tail[0] in _HIGHER:  # £5 million, 25% higher than the £4 million of last year
        return not lead and all(w in LINK or w in THAN_WHEN for w in tail)
    return (
        tail[0] in ("on", "from", "over", "compared")
        and all(w in LINK or w in _OF_OLD or w.isdecimal() for w in tail)
        and all(w in LINK or w == after.noun or w.isdecimal() for w in lead)
        and any(w in RISES or w in FALLS or w in NOUNS for w in lead)
    )


def _stands_at(lead: list[str], tail: list[str]) -> bool:
    """``At 21%, support is five points up on 16%``; ``At £5 million, sales were up 25% on the £4 million``."""
    if len(lead) <= 3 and tail[:2] in (["up", "on"], ["down", "on"]):
        return True
    return lead[-1] in ("up", "down") and tail[0] in ("on", "from") and OTHER_SUBJECT.isdisjoint(lead)


def framing(folded: list[str], before: Figure, stated: Figure, after: Figure) -> bool:
    """``From £4 million sales doubled to £8 million``; ``from £4 million, up 25% to £5 million``."""
    if stated.kind not in ("percent", "points", "multiple") or stated.high or not same_kind(before, after):
        return False
    if word_before(folded, before)[0] != "from" or word_before(folded, after)[0] != "to":
        return False
    lead = folded[before.words[1] + 1 : stated.words[0]]
    if len(lead) > _WIDE or stated.words[1] + 4 < after.words[0] or {"and", "while", "but", "to"} & set(lead):
        return False
    return stated.kind == "multiple" or (bool(lead) and (lead[-1] in RISES or lead[-1] in FALLS or lead[-1] == "by"))


def risen(article: Article, before: Figure, stated: Figure, after: Figure) -> bool:
    """``Sales, which came to £4m in 2021, have since risen 25% to £5m``; ``£4m a year ago, has doubled to £8m``."""
    folded = article.words.folded
    if stated.kind not in ("percent", "multiple") or stated.high or not same_kind(before, after):
        return False
    if folded[before.words[0] - 1] not in _CAME_TO and article.folded[before.span.start - 2] != ",":
        return False
    lead = folded[before.words[1] + 1 : stated.words[0]]
    if not {"has", "have", "had"} & set(lead) or not any(w == "ago" or w[:2] in ("19", "20") for w in lead):
        return False
    k = max(i for i, word in enumerate(lead) if word in ("has", "have", "had"))
    if k > 7 or any(
        w not in RISES and w not in FALLS and w not in BEFORE_FIGURE and w not in ("since", "by") for w in lead[k + 1 :]
    ):
        return False
    return word_before(folded, after) == ("to", stated.words[1] + 1)


def _dated(folded: list[str], figure: Figure) -> bool:
    """``after £89 million in spring``, ``after £4 million a year earlier``."""
    tail = folded[figure.words[1] + 1 : figure.words[1] + 4]
    tail = tail[1:] if figure.noun and tail[:1] == [figure.noun] else tail
    return tail[:2] in (["a", "year"], ["the", "year"], ["last", "year"], ["year", "earlier"]) or (
        tail[:1] == ["in"]
        and len(tail) > 1
        and (tail[1] in SEASONS or tail[1] in MONTHS or tail[1][:2] in ("19", "20"))
    )


def _is_change(figure: Figure, of: Figure) -> bool:
    if figure.high:
        return False
    return figure.kind in ("percent", "points", "fraction", "multiple") or (
        figure.kind == of.kind
        and figure.unit == of.unit
        and figure.kind in ("money", "count")
        and figure.noun == of.noun
    )


def stated_after(folded: list[str], last: Figure, stated: Figure) -> Figure | None:
    """``…, up 25%``, ``…, a rise of 25%``, ``… (a 25% increase)``, ``…, or 25%``."""
    if not _is_change(stated, last):
        return None
    gap = folded[last.words[1] + 1 : stated.words[0]]
    gap = gap[1:] if gap[:1] == [last.noun] else gap
    if len(gap) > _WIDE or any(word not in LINK and not word.isdecimal() and word != last.noun for word in gap):
        return None
    marked = stated.kind == "multiple" or any(w in RISES or w in FALLS or w in NOUNS for w in gap)
    noun = any(w in NOUNS for w in folded[stated.words[1] + 1 : stated.words[1] + 4])
    if stated.kind == last.kind and stated.kind != "percent":
        return stated if marked else None
    return stated if marked or noun or gap[:1] == ["or"] else None


def stated_before(folded: list[str], stated: Figure, first: Figure) -> Figure | None:
    """``rose 25% from A to B``, ``a 25% rise, from A to B``, ``doubled to B from A``."""
    if not _is_change(stated, first):
        return None
    if stated.kind == first.kind and word_before(folded, stated)[0] not in BY:
        return None
    gap = folded[stated.words[1] + 1 : first.words[0]]
    if len(gap) > _WIDE or any(word not in LINK and word not in _STANDS_AT and not word.isdecimal() for word in gap):
        return None
    if "while" in gap or ("and" in gap and not _STANDS_AT.issuperset(gap)):
        return None
    before = folded[max(0, stated.words[0] - 4) : stated.words[0]]
    marked = (
        stated.kind == "multiple" or any(w in RISES or w in FALLS for w in before) or (before and before[-1] == "by")
    )
    noun = any(w in NOUNS for w in gap[:3])
    return stated if marked or noun else None


def bare_multiple(folded: list[str], here: list[Figure], n: int) -> Figure | None:
    """``doubled``, ``halving`` anywhere else near the pair."""
    for figure in (here[n - 1] if n else None, here[n + 2] if n + 2 < len(here) else None):
        if figure is not None and figure.kind == "multiple" and figure.text[-2:].lower() in ("ed", "ng"):
            near = (
                here[n].words[0] - figure.words[1] if figure is here[n - 1] else figure.words[0] - here[n + 1].words[1]
            )
            if 0 < near <= 4 or (0 < near <= 8 and figure is not here[-1] and folded[here[n].words[0] - 2] == "going"):
                return figure
    return None


def direction_before(folded: list[str], first: Figure, start: int) -> tuple[int, int]:
    """What the nearest verb before the pair says of it, and where it stands."""
    for i in range(first.words[0] - 1, max(start, first.words[0] - 9) - 1, -1):
        word = folded[i]
        if word in ("while", "but", "and", "as"):
            break
        if folded[i + 1] in MEASURES:
            continue  # "cut its growth forecast to 1.9% from 2.3%"
        if word in RISES:
            return 1, i
        if word in FALLS:
            return -1, i
    return 0, -1
