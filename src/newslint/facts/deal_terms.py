"""The terms of a deal, each where the story gives it: round, lead, date, valuation, and names withheld."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.dates import dates
from newslint.facts.relative_dates import ORDINALS
from newslint.text.span import Span

_ROUNDS = frozenset("seed angel bridge convertible crowdfunding mezzanine debenture equity loan note facility".split())
_NEW = frozenset("new ordinary preference preferred class convertible".split())
_ISSUED = frozenset("issued issue sold sells sell selling subscribed bought buying placed".split())
"""Verbs by which shares are the instrument."""
_REFUSED = frozenset("declined declines refused refuses".split())
_NOT = frozenset(("not", "didn't", "wouldn't", "won't", "hasn't"))
_NO_SIDE = frozenset(("neither", "nobody", "none"))
_DISCLOSE = frozenset("name disclose identify reveal share say comment tell".split())
_BACKERS = ("investor", "backer", "fund", "who", "sharehold", "them")
_VALUED = frozenset("valuation valued values valuing worth convertible debenture loan facility mezzanine".split())


def withheld_told(article: Article) -> Span | None:
    """``declined to name the other investors``, ``did not disclose its backers``, ``would not say who``."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word not in _DISCLOSE:
            continue
        before = folded[max(0, i - 4) : i]
        refused = not _REFUSED.isdisjoint(before) or not _NOT.isdisjoint(before[-2:])
        if not refused and _NO_SIDE.isdisjoint(before):
            continue
        if word == "comment" and not any(w in _REFUSED for w in before):
            continue
        after = folded[i + 1 : i + 12]
        at = article.sentence_index(words.starts[i])
        if at < 0 or any(w in ("been", "was", "were") for w in before):
            continue
        fronted = folded[article.sentence_words[at].start] in ("who", "whose")  # "Who put it in, Baird would not say"
        if word == "comment" or fronted or any(w.startswith(_BACKERS) for w in after):
            return Span(words.starts[max(0, i - 2)], words.ends[i])
    return None


def round_told(article: Article) -> Span | None:
    """Which round it is: seed, ``Series B``, ``its third funding round``."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word == "round" and i > 1 and (folded[i - 1] in ORDINALS or folded[i - 2] in ORDINALS):
            return Span(words.starts[i - 1], words.ends[i])
        if word in _ROUNDS or (word == "shares" and _is_instrument(folded, i)):
            return Span(words.starts[i], words.ends[i])
        if word == "series" and i + 1 < len(folded) and len(folded[i + 1]) <= 2 and folded[i + 1][0] in "abcdefghij":
            return Span(words.starts[i], words.ends[i + 1])
    return None


def _is_instrument(folded: list[str], i: int) -> bool:
    """``new shares``, ``the shares were issued``, ``bought shares``."""
    return folded[i - 1] in _NEW or folded[i - 1] in _ISSUED or not _ISSUED.isdisjoint(folded[i + 1 : i + 4])


def lead_told(article: Article) -> Span | None:
    """Where it says who led."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word in ("led", "leads", "leading") and i + 1 < len(folded):
            near = folded[i + 1 : i + 5]
            if near[0] == "by" or "round" in near or "investment" in near or "financing" in near:
                return Span(words.starts[i], words.ends[min(i + 1, len(folded) - 1)])
        if word == "leading" and folded[i + 1 : i + 3] in (["the", "investors"], ["the", "round"]):
            return Span(words.starts[i], words.ends[i + 2])
        if word == "lead" and folded[i + 1 : i + 2] in (["investor"], ["investors"]):
            return Span(words.starts[i], words.ends[i + 1])
    return None


def date_told(article: Article, opening: list[Span]) -> Span | None:
    """The day on which the deal was made or told, where the opening gives one."""
    for date in dates(article):
        if date.kind in ("day", "weekday", "month") and any(s.start <= date.span.start < s.end for s in opening):
            return date.span
        if date.text.lower() in ("today", "yesterday"):
            return date.span
    return None


def valuation_told(article: Article) -> Span | None:
    """What the company is held to be worth, that this was not told, or that the instrument leaves it open."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word in _VALUED or (word == "terms" and any(w in ("disclosed", "disclose") for w in folded[i : i + 8])):
            return Span(words.starts[i], words.ends[i])
    return None
