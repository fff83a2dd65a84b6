"""Introductions: the words beside a name that say who the person is."""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.facts.mention_kinds import HONORIFICS, Mention, plain_list
from newslint.text.span import Span

_STOPS = frozenset(
    "the a an his her its their our my of in at for by with from to and or but said says told as that when while "
    "is was were are has had one two three some many most all other this these".split()
)
_APPOSITION = frozenset(
    "the a an his her its their our my who whose of from one now then also then-".split()
)
_NO_APPOSITION = frozenset(
    "and but or said says told which while as when in on adding where if because so then after before although though "
    "however too to for with said, citing speaking is was has will would could not also yesterday today".split()
)
_SEGMENT = re.compile(r"[^,.;:!?()\"“”\n—]{2,120}")
_SAID = re.compile(r"\s(?:said|says|told|added|believes?|thinks|warned|was|is|has|had)\b")
_HEADS = frozenset("head director editor president professor chairman chairwoman manager ceo mp author founder".split())
_BODY = re.compile(
    r"(?:of|from|at)(?: the)? [A-Z][\w&.’'-]{0,40}(?: (?:(?:of|and|for|the) ){0,2}[A-Z][\w&.’'-]{0,40}){0,6}"
)
_AGE = re.compile(r", (?:aged )?(\d{1,3})\b(?=[,.;)\s])")
_IS = re.compile(
    r"\s(?:is|was|became|remains|has been|had been)\s(?:now |also |then |still )?"
    r"(?=(?:the|a|an|one|our|his|her|its|chief|head|president|chairman)\b)"
)


def introduction(article: Article, mention: Mention) -> Span | None:
    """The stretch that says who the mentioned person is: title, apposition, age, relation; None when nothing does."""
    return (
        _title(article, mention)
        or _before(article, mention)
        or _after(article, mention)
        or _apposition_before(article, mention)
    )


def age(article: Article, mention: Mention) -> Span | None:
    """The age given right after the name: ``, 43,``."""
    match = _AGE.match(article.text, mention.span.end)
    return Span(match.start(1), match.end(1)) if match else None


def _title(article: Article, mention: Mention) -> Span | None:
    if mention.title is None:
        return None
    if article.folded[mention.title.start : mention.title.end] in HONORIFICS:
        return None
    return mention.title


def _before(article: Article, mention: Mention) -> Span | None:
    """Lower-case words directly before: ``chief executive Ana Ruiz``, ``analyst Mei Lin``."""
    words, text = article.words, article.text
    i = mention.first - 1
    if mention.title is not None:
        i = words.at(mention.title.start) - 1
    roles = plain_list("roles")
    if i < 0 or words.folded[i] not in roles:
        return None
    if text[words.ends[i] : words.starts[i + 1]] not in (" ", "\n"):
        return None
    first = i
    while (
        first > 0
        and i - first < 3
        and text[words.ends[first - 1] : words.starts[first]] in (" ", "-")
        and words.folded[first - 1] not in _STOPS
        and not words.folded[first - 1].endswith(("'s", "ly", "ed"))
        and (text[words.starts[first - 1]].islower() or words.folded[first - 1] in roles or _opens(article, first - 1))
    ):
        first -= 1
    return Span(words.starts[first], words.ends[i])


def _opens(article: Article, i: int) -> bool:
    """The word is the first of its sentence, where a capital means nothing."""
    sentence = article.sentence_at(article.words.starts[i])
    return sentence is not None and article.words.at(sentence.span.start) == i


def _after(article: Article, mention: Mention) -> Span | None:
    """``, the union's president,``; ``, 43,``; ``, who owns …``; ``of Bernstein``; ``(D-Calif.)``; ``is the …``."""
    text, folded = article.text, article.folded
    end = mention.span.end
    mark = text[end : end + 2]
    if mark == ", ":
        years = age(article, mention)
        if years:
            return years
        segment = _SEGMENT.match(text, end + 2)
        if segment is None:
            return None
        row = folded[segment.start() : segment.end()].replace("-", " ").replace("'s", " 's").split()
        if not row:
            return None
        roles = plain_list("roles")
        lower = row[0].islower() and text[segment.start()].islower() and row[0] not in _NO_APPOSITION
        demonym = row[0] in plain_list("demonyms")
        if lower or demonym or row[0] in _APPOSITION or any(w in roles or w.rstrip("s") in roles for w in row[:7]):
            said = _SAID.search(folded, *segment.span())
            return Span(segment.start(), (said or segment).end() if said is None else said.start())
        return None
    if mark == " (":
        close = text.find(")", end, end + 60)
        return Span(end + 2, close) if close > 0 and close > end + 2 else None
    follows = folded[end : end + 6]
    after = article.words.at(end)
    if mark[:1] == " " and after < len(article.words.folded) and article.words.folded[after] in _HEADS:
        return Span(article.words.starts[after], article.words.ends[after])
    if follows.startswith((" of ", " from ", " who ", " at ")) and not text[end + 4 : end + 5].isdigit():
        segment = _SEGMENT.match(text, end + 1)
        if segment and follows.startswith(" who "):
            return Span(segment.start(), min(segment.end(), segment.start() + 60))
        body = _BODY.match(text, end + 1)
        if body:
            return Span(*body.span())
    is_ = _IS.match(folded, end)
    if is_:
        segment = _SEGMENT.match(text, is_.end())
        if segment:
            row = folded[segment.start() : segment.end()].replace("-", " ").split()
            if any(w in plain_list("roles") for w in row[:7]):
                return Span(segment.start(), segment.end())
    return None


def _apposition_before(article: Article, mention: Mention) -> Span | None:
    """``The union's president, Elena Petrova, said`` and ``its chief economist – Lars Holm –``."""
    words, text = article.words, article.text
    i = (words.at(mention.title.start) if mention.title else mention.first) - 1
    if i < 0 or text[words.ends[i] : words.starts[i + 1]].strip(" \n") not in (",", "–", "—", ":", ", ("):
        return None
    roles = plain_list("roles")
    for k in range(i, max(-1, i - 9), -1):
        if k < i and text[words.ends[k] : words.starts[k + 1]] not in (" ", "-", "\n"):
            return None
        if words.folded[k] in roles or words.folded[k].removesuffix("s") in roles:
            first = k
            while (
                first > 0
                and k - first < 6
                and text[words.ends[first - 1] : words.starts[first]] in (" ", "-")
                and words.folded[first - 1] not in ("said", "told", "by", "and", "with", "to")
            ):
                first -= 1
            return Span(words.starts[first], words.ends[i])
    return None
