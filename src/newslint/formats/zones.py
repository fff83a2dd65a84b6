"""What each block is in the article: one answer for all formats."""

from __future__ import annotations

from newslint.formats import wire
from newslint.named import NamedTuple
from newslint.parts import FAQ_TITLES, Block, Kind, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Sequence


class Part(NamedTuple):
    """A block as the markup gives it. `zone` is set where the markup itself says what the block is."""

    span: Span
    kind: Kind
    level: int = 0
    zone: Zone | None = None


_BY_KIND: dict[Kind, Zone] = {
    "list-item": "list", "blockquote": "quote", "table": "table", "caption": "caption", "code": "code", "meta": "meta",
}  # fmt: skip
_ASKING = frozenset(
    "what who whom whose how why when where which is are was were can could will would should do does did has have may "
    "might".split()
)
_WORKS = frozenset(
    ("bibliography", "citations", "endnotes", "footnotes", "notes", "references", "sources", "sources cited",
     "work cited", "works cited")
)  # fmt: skip
"""Headings of a list of what was read for the article; the entries are nobody's sentences."""
_ENTRY = pattern(r"https?://|www\.|\b(?:19|20)\d\d\b|^\[\d")

DEK_WORDS = 7
"""A second line of display type with at least so many words is a dek, a shorter one the first subhead."""


def blocks_of(text: str, parts: Sequence[Part], *, furnished: bool = False) -> list[Block]:
    """The parts with their zones, in order. Datelines and question-and-answer lines become blocks of their own.

    `furnished`: the lines of furniture have their zones already.
    """
    zones: list[Zone | None] = [part.zone or _BY_KIND.get(part.kind) for part in parts]
    first_prose = _display(text, parts, zones)
    if not furnished:
        _furniture(text, parts, zones)
    _works_cited(text, parts, zones)
    faq = _questions(text, parts, zones)
    stories = [i for i, zone in enumerate(zones) if zone is None and parts[i].kind == "paragraph"]
    lede = next((i for i in stories if i >= first_prose), -1)
    ending = [i for i in stories if not faq or i < min(faq)]
    conclusion = ending[-1] if ending and ending[-1] != lede else -1
    blocks: list[Block] = []
    for i, part in enumerate(parts):
        zone = zones[i] or ("lede" if i == lede else "conclusion" if i == conclusion else "body")
        if faq.get(i):
            span, cut = part.span, faq[i]
            start = _skip_space(text, cut, span.end)
            blocks.append(Block(Span(span.start, cut), part.kind, "faq-q", part.level))
            blocks.append(Block(Span(start, span.end), part.kind, "faq-a", part.level))
        elif zone == "lede" and (cut := wire.dateline_end(text, *part.span)) > part.span.start and cut < part.span.end:
            stop = cut
            while stop > part.span.start and text[stop - 1].isspace():
                stop -= 1
            blocks.append(Block(Span(part.span.start, stop), part.kind, "dateline", part.level))
            blocks.append(
                Block(Span(_skip_space(text, cut, part.span.end), part.span.end), part.kind, zone, part.level)
            )
        else:
            blocks.append(Block(part.span, part.kind, zone, part.level))
    return blocks


def _display(text: str, parts: Sequence[Part], zones: list[Zone | None]) -> int:
    """Set headline, dek and subheads; the index from which the lede may come."""
    headline = next((i for i, zone in enumerate(zones) if zone == "headline"), -1)
    for i, part in enumerate(parts):
        if headline >= 0 or (part.kind == "paragraph" and zones[i] is None and wire.role(_words(text, part)) is None):
            break
        if part.kind == "heading" and zones[i] is None:
            headline = i
    if headline < 0:
        headline = next(
            (i for i, p in enumerate(parts) if p.kind == "heading" and p.level == 1 and zones[i] is None), -1
        )
    if headline >= 0:
        zones[headline] = "headline"
    for i, part in enumerate(parts):
        if part.kind == "heading" and zones[i] is None:
            zones[i] = "subhead"
    dek = headline + 1
    bare = 0 < dek < len(parts) - 1 and parts[dek].level == parts[headline].level == 0 and zones[dek + 1] is None
    if bare and "dek" not in zones and zones[dek] == "subhead" and len(_words(text, parts[dek]).split()) >= DEK_WORDS:
        zones[dek] = "dek"
    return headline if headline >= 0 and parts[headline].level <= 1 else 0


def _furniture(text: str, parts: Sequence[Part], zones: list[Zone | None]) -> None:
    """Set bylines, slugs, release notes and end marks."""
    for i, part in enumerate(parts):
        if part.kind == "paragraph" and zones[i] is None and part.span.end - part.span.start <= 200:
            zones[i] = wire.role(_words(text, part))


def _works_cited(text: str, parts: Sequence[Part], zones: list[Zone | None]) -> None:
    """Set the entries of a bibliography, up to the next heading, to ``meta``."""
    listing = False
    for i, part in enumerate(parts):
        heading = part.kind == "heading"
        if heading or (part.kind == "paragraph" and part.span.end - part.span.start <= 20):
            named = text[part.span.start : part.span.end].strip(" \t:*_").lower() in _WORKS
            if named and i + 1 < len(parts):
                listing = _ENTRY.search(text, parts[i + 1].span.start, parts[i + 1].span.end) is not None
                continue
            listing = listing and not heading
        if listing and zones[i] in (None, "list"):
            zones[i] = "meta"


def _questions(text: str, parts: Sequence[Part], zones: list[Zone | None]) -> dict[int, int]:
    """Set faq-q and faq-a; where one part holds both, the offset between them, else 0.

    One question in running text is a figure of speech; two that are answered at once are an FAQ.
    """
    found: dict[int, int] = {}
    for titled, group in _question_groups(text, parts, zones):
        answered = [asked for asked in group if asked.cut or asked.answers]
        if len(answered) < (1 if titled else 2) or 2 * len(answered) < len(group):
            continue
        for question, cut, answers in answered:
            found[question] = cut
            zones[question] = "faq-q"
            for answer in answers:
                found[answer] = 0
                zones[answer] = "faq-a"
    return found


class _Asked(NamedTuple):
    """A question and what may be its answer, by the index of their parts."""

    question: int
    cut: int
    """The offset at which the answer begins in the same part, or 0."""
    answers: list[int]


def _question_groups(
    text: str, parts: Sequence[Part], zones: Sequence[Zone | None]
) -> Iterator[tuple[bool, list[_Asked]]]:
    """Questions that follow one another, each group with whether its heading says that it is an FAQ. (A lede that
    asks and goes on is none.)"""
    group: list[_Asked] = []
    titled = False
    expected = 0  # the part with which the group may go on
    opening = next((i for i, p in enumerate(parts) if zones[i] is None and p.kind == "paragraph"), -1)
    for i, part in enumerate(parts):
        heading = part.kind == "heading" and zones[i] == "subhead"
        if heading and not text[part.span.start : part.span.end].rstrip().endswith("?"):
            yield titled, group
            group = []
            low = text[part.span.start : min(part.span.end, part.span.start + 80)].lower()
            titled = any(word in low for word in FAQ_TITLES)
            expected = i + 1
            continue
        if not heading and (zones[i] not in (None, "list") or part.kind not in ("paragraph", "list-item")):
            continue
        cut = _question_end(text, part.span)
        if cut >= 0 and not (i == opening and cut < part.span.end):  # a lede may ask, and go on
            if group and i != expected:
                yield titled, group
                group = []
            group.append(_Asked(i, cut if cut < part.span.end else 0, []))
            expected = i + 1
        elif group and i == expected and not group[-1].cut:
            asked = group[-1]
            if not asked.answers or titled or parts[asked.question].kind == "heading":
                asked.answers.append(i)
                expected = i + 1
    yield titled, group


def _question_end(text: str, span: Span) -> int:
    """The offset behind the question that a part opens with; -1 when it does not ask at once."""
    start = span.start
    head = text[start : min(span.end, start + 300)]
    mark = head.find("?")
    if mark < 0:
        return -1
    asked = head[:mark]
    prefix = asked.lstrip("0123456789.)*# ")[:9].lower()
    labelled = prefix.startswith(("q:", "q.", "question:"))
    words = (asked.partition(":")[2] if labelled else asked).split()
    while words and not words[0][0].isalpha():
        words.pop(0)
    if not labelled and (len(words) < 3 or words[0].lower().split("'")[0].split("’")[0] not in _ASKING):
        return -1
    end = start + mark + 1
    while end < span.end and text[end] in "\"”’'*_)":
        end += 1
    rest = _skip_space(text, end, span.end)
    return span.end if rest >= span.end else end


def _words(text: str, part: Part) -> str:
    return text[part.span.start : min(part.span.end, part.span.start + 400)]


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
