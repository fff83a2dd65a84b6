"""Paragraphs between others that break off in the middle of a sentence."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.voice import in_code
from newslint.text.span import Span

HANGING = frozenset(
    "the a an of and or but nor to for with from by at in into onto on as than that which who whose whom because "
    "although while is are was were be been being would could should must might may can will shall has have had its "
    "their his her our your my this these those if when where whether between among such very also not both either "
    "including despite during under over said says about against through without within toward towards upon per "
    "via".split()
)
"""A sentence does not end in one of these."""
STOPS = ".!?…:;\"”’'»)]*_|}>%"
"""With which a paragraph ends."""
_WHOLE = 8
"""Words of a paragraph that is no title."""
_SELDOM = 12
"""One paragraph in so many, or one, may break off: where more do, that is how the copy is set."""
_GOES_ON = "\"“'‘-–—•*…"
"""Before a quotation, a list or the rest of the sentence a paragraph needs no stop."""


@fact
def broken_off(article: Article) -> tuple[tuple[Span, bool], ...]:
    """The last words of such paragraphs, where all others end in a stop; True of a word that cannot end a sentence."""
    text = article.text
    prose = [(i, b) for i, b in enumerate(article.blocks) if b.zone in ("lede", "body", "conclusion")]
    broken = [(i, b) for i, b in prose[1:-1] if b.kind == "paragraph" and text[b.span.end - 1] not in STOPS]
    if not broken or len(broken) > max(1, len(prose) // _SELDOM):
        return ()
    words = article.words
    found: list[tuple[Span, bool]] = []
    for i, block in broken:
        following = article.blocks[i + 1]
        here = words.between(*block.span)
        if following.zone not in ("body", "conclusion", "subhead") or len(here) < _WHOLE:
            continue
        opens = text[following.span.start]
        last = Span(words.starts[here[-1]], words.ends[here[-1]])
        if opens.islower() or opens in _GOES_ON or not text[block.span.end - 1].isalpha():
            continue
        if text[last.start].islower() and not in_code(article, last) and _ended(article, i):
            said = words.folded[here[-1]]
            found.append((last, said in HANGING and said != "said"))
    return tuple(found)


def _ended(article: Article, at: int) -> bool:
    """True of a paragraph with a whole sentence before the one that breaks off."""
    whole = article.sentences_of(at)[:-1]
    return bool(whole) and all(article.text[sentence.span.end - 1] in STOPS for sentence in whole)
