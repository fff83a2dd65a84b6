"""Links: addresses in the prose and behind it, with the place of each in the source; notes and bodies in brackets."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.parts import Link
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering
from newslint.typed import Match

_NOTE = r"\[\d{1,3}\]"
LEAST_NOTES = 2
"""Numbers in brackets that make a system of notes where there is no list of them."""
_LISTS = (
    "reference", "source", "footnote", "endnote", "notes", "citation", "bibliography", "further reading", "works cited",
    "links",
)  # fmt: skip
_ENTRY = r"(?m)^\W{0,2}(\d{1,2})[\].):]"
_BODY = (
    r"\((?:(?:[Ss]ource|[Vv]ia|[Pp]er)s?:? )?[A-Z](?=[^()]{0,80}[a-z])[\w&.’'-]{1,40}"
    r"(?: (?:of |for |the |and |& ){0,2}[A-Z][\w&.’'-]{0,40}){0,5}(?:,? (?:19|20)\d\d)?\)"
)
_COUNT = r"[$£€]\d|\d%|\d (?:per cent|percent|million|billion)"
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"”’|\\^`{}]{1,2000}"


@fact
def links(article: Article) -> tuple[Link, ...]:
    """Every link in order of its words: of the markup, and addresses written out in the text."""
    marked = article.context.markup_links
    text = article.text
    if "://" not in text and "www." not in text:
        return tuple(sorted(marked))
    spans = sorted(link.span for link in marked)
    bare = []
    for match in pattern(_ADDRESS).finditer(text):
        start, end = match.span()
        while end > start and (text[end - 1] in ".,;:!?*_'…" or _closes_nothing(text, start, end)):
            end -= 1
        if covering(spans, start, end) < 0:
            bare.append(Link(Span(start, end), text[start:end], article.to_source((start, end))))
    return tuple(sorted((*marked, *bare)))


def _closes_nothing(text: str, start: int, end: int) -> bool:
    """True when the address ends with a bracket that it did not open."""
    opener = {")": "(", "]": "["}.get(text[end - 1])
    return opener is not None and text.count(opener, start, end) < text.count(text[end - 1], start, end)


@fact
def citations(article: Article) -> tuple[Span, ...]:
    """Footnotes, and bodies in brackets behind a figure (``grew by 9% (Norland Statistics)``), each kind in order.

    Not where two or more numbers in brackets have no note at all: they lead nowhere.
    """
    text = article.text
    found: list[Span] = []
    if "[" in text:
        notes = [Span(*match.span()) for match in pattern(_NOTE).finditer(text)]
        found += notes if len(notes) < LEAST_NOTES or listed_notes(article) else []
    if "(" in text:
        found += [Span(*match.span()) for match in pattern(_BODY).finditer(text) if _counts(article, match)]
    return tuple(found)


@fact
def listed_notes(article: Article) -> frozenset[int]:
    """Numbers that the article's own list of notes gives."""
    found: set[int] = set()
    listed = 0
    under = False
    for block in article.blocks:
        head = article.text[block.span.start : block.span.start + 60]
        if block.kind == "heading":
            under = any(word in head.lower() for word in _LISTS)
            continue
        under = under or (
            len(head) < 40 and head.lower().rstrip(": \n").endswith(("references", "sources", "notes", "footnotes"))
        )
        for line in pattern(_ENTRY).finditer(article.text[block.span.start : block.span.end]):
            found.add(int(line[1]))
        if under and block.kind == "list-item":
            listed += 1
            found.add(listed)
    return frozenset(found)


def _counts(article: Article, bracket: Match[str]) -> bool:
    """The body stands behind a figure of its sentence, and no name that it shortens or explains before it."""
    start = bracket.start()
    sentence = article.sentence_at(start)
    before = article.text[sentence.span.start : start].rstrip() if sentence else ""
    return not before.rpartition(" ")[2][:1].isupper() and bool(pattern(_COUNT).search(before))
