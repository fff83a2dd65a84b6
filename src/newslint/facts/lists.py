"""Lists that are announced by their number: ``three cities - Oslo, Bergen and Moss``."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.changes import figures_by_sentence
from newslint.facts.figures import Figure, figures
from newslint.text.span import Span

_OPENINGS = (" - ", " – ", " — ", "—", ": ", " (", " as ", ", namely ", " are ", " were ")
"""What stands between the noun and its list."""


@fact
def miscounted_lists(article: Article) -> tuple[Clash, ...]:
    """Lists that are longer or shorter than their number says."""
    found: list[Clash] = []
    for i, here in figures_by_sentence(article).items():
        end = article.sentences[i].span.end
        for figure in here:
            small = figure.kind == "count" and 2 <= figure.value <= 12
            if small and not figure.about and not figure.high and figure.noun:
                found += _enumeration(article, figure, end)
    if any(f.kind == "count" and 2 <= f.value <= 30 for f in figures(article)) or " both " in article.folded:
        from newslint.facts.named_lists import listed, numbered  # many articles count nothing so small

        told = {clash.span for clash in found}
        found += [clash for clash in (*listed(article), *numbered(article)) if clash.span not in told]
    return tuple(found)


def _enumeration(article: Article, figure: Figure, end: int) -> Iterator[Clash]:
    """``Three cities - Oslo, Bergen, Moss and Hamar - bid.``"""
    words, text = article.words, article.text
    last = figure.words[1]
    while last < figure.words[1] + 3 and words.folded[last] != figure.noun:
        last += 1
    if words.folded[last] != figure.noun or figure.unit in ("time", "day", "way"):
        return
    at = words.ends[last]
    opening = next(o for o in _OPENINGS if text.startswith(o, at)) if text.startswith(_OPENINGS, at) else ""
    if not opening:
        stop = _past_of(article, figure, last)
        if stop:
            opening, at = " (", stop
    if not opening:
        yield from _between_commas(article, figure, at)
        return
    begin = at + len(opening)
    stop = end
    closing = ")" if opening == " (" else opening.strip() if opening.strip() in "-–—" else ""
    if opening[-1] == " " and opening.strip() in (", namely", "as", "are", "were"):
        joined = text.find(" and ", begin, end)
        comma = text.find(",", joined, end) if joined > 0 else -1
        stop = comma if comma > 0 else end
    elif closing:
        stop = text.find(closing, begin, end)
        if stop < 0:
            stop = end if text[end - 1] in ".!?" and opening != " (" else -1
        if stop < 0:
            return
    items = _items(text[begin:stop].rstrip(" .!?"))
    if items and items != figure.value:
        said = f"The list has {items}, the text says {figure.text}."
        yield Clash(figure.span, said, see=((Span(begin, stop), "list"),))


def _past_of(article: Article, figure: Figure, noun: int) -> int:
    """In ``the five members of the league (A, B and C)`` the place after the body; 0 where it may be another list."""
    words, text, folded = article.words, article.text, article.words.folded
    if figure.noun not in ("members", "states", "partners") or folded[figure.words[0] - 1] not in ("the", "its", "all"):
        return 0
    if folded[noun + 1 : noun + 2] != ["of"]:
        return 0
    for i in range(noun + 2, min(noun + 6, len(folded))):
        if not folded[i].isalpha() or text[words.ends[i - 1] : words.starts[i]] != " ":
            return 0
        if text.startswith(" (", words.ends[i]):
            return words.ends[i]
    return 0


def _between_commas(article: Article, figure: Figure, at: int) -> Iterator[Clash]:
    """``The mayors of four towns, Arlow, Bexted and Glint, signed.``: names only, three or more, then the verb."""
    text = article.text
    before = article.words.folded[figure.words[0] - 1] if figure.words[0] else ""
    if (
        before in ("in", "at", "for", "after", "over", "within", "during", "by", "with", "across", "on")
        or text[at : at + 2] != ", "
    ):
        return
    joined = text.find(" and ", at, at + 200)
    stop = text.find(",", joined, joined + 60) if joined > 0 else -1
    if stop < 0 or not text[stop + 2 : stop + 3].islower():
        return
    items = _items(text[at + 2 : stop])
    if items >= 3 and items != figure.value:
        said = f"The list has {items}, the text says {figure.text}."
        yield Clash(figure.span, said, see=((Span(at + 2, stop), "list"),))


def _items(listed: str) -> int:
    """How many names a plain list of names holds; 0 when it is anything else."""
    if len(listed) > 400 or any(mark in listed for mark in ';:()"“”'):
        return 0
    head, joined, tail = listed.rpartition(" and ")
    if not joined or " and " in head:
        return 0
    parts = [*(part.strip() for part in head.rstrip(", ").split(",")), tail.strip()]
    if len(parts) < 2 or any(not part or not part[0].isupper() or len(part.split()) > 4 for part in parts):
        return 0
    if any(
        word[0].islower() and word not in ("of", "the", "de", "la", "du", "van", "von", "upon", "del", "al")
        for part in parts
        for word in part.split()
    ):
        return 0
    return len(parts)
