"""An article put together of fields: of a record, of a feed's item, of the elements or paragraphs of a document.

`Article.source` is then the decoded fields, one below the other; `Article.fields` says which is which.
"""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.formats import read_text, sniff
from newslint.formats.comments import Order, line_order, suppressions
from newslint.formats.prose import BETWEEN, Prose
from newslint.formats.zones import Part, blocks_of
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import Field, Kind, Link, Meta, Run, Suppression, Zone
from newslint.text.span import Span
from newslint.typed import Any, Iterator, Mapping, Sequence


class Piece(NamedTuple):
    """One field as it was decoded."""

    pointer: str
    """JSON pointer, XPath or paragraph number."""
    text: str
    format: str = ""
    """plain, markdown or html; ``block`` for text that is one block whatever it looks like; empty: as it looks."""
    kind: Kind = "paragraph"
    """Of a block, with its level and zone."""
    level: int = 0
    zone: Zone | None = None
    line: int = 0
    """Of the file, where the field or its record begins."""
    read: str = ""
    """What is read in place of the text, of the same length: with stretches blanked that are no prose."""


class Story(NamedTuple):
    """What a file says of one article."""

    pieces: Sequence[Piece]
    """In reading order: headline and dek first."""
    meta: Meta = Meta()


class _Reading(NamedTuple):
    """A field read: prose with its map to the field, blocks, links and orders to the linter."""

    text: str
    runs: Sequence[Run]
    parts: Sequence[Part]
    links: Sequence[Link] = ()
    orders: Sequence[Order] = ()
    switched_off: Sequence[Suppression] = ()
    """In front matter."""


def headline(pointer: str, text: str, line: int = 0) -> Piece:
    """A headline."""
    return Piece(pointer, text, "block", "heading", 1, "headline", line)


def dek(pointer: str, text: str, line: int = 0) -> Piece:
    """A line below the headline."""
    return Piece(pointer, text, "block", "meta", 0, "dek", line)


def compose(
    story: Story,
    *,
    path: str,
    container: str,
    record: int | None = None,
    fields: Mapping[str, Sequence[str]] | None = None,
) -> Article:
    """The article. InputError when a field holds front matter that is broken."""
    pieces = [_sound(piece) for piece in story.pieces if piece.text and not piece.text.isspace()]
    if len(pieces) == 1 and pieces[0].format != "block" and not (pieces[0].read or pieces[0].zone):
        article = _whole(pieces[0], story.meta, path, fields)
    else:
        article = _joined(pieces, story.meta, path)
    article.container, article.record = container, record
    return article


def _sound(piece: Piece) -> Piece:
    """The piece without code points that are no characters, which JSON can smuggle in; nothing moves."""
    if not piece.text.isascii() or "\0" in piece.text:
        sound = (re.sub("[\0\ud800-\udfff]", "\ufffd", text) for text in (piece.text, piece.read))
        piece = piece._replace(text=next(sound), read=next(sound))
    return piece if piece.format else piece._replace(format=looks_like(piece.text))


def looks_like(text: str) -> str:
    """The format of a field that does not say it: also HTML that is no whole page."""
    return "html" if _html().match(text, _behind_comments(text)) else sniff(text)


def _behind_comments(text: str) -> int:
    """Where the text begins behind the comments it opens with; a block's comment of WordPress says what follows."""
    at = 0
    while opens := _comment().match(text, at):
        end = text.find("-->", opens.end())
        if end < 0:
            break
        at = end + 3
    return at


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"\s*<!--(?!\s*wp:)", re.IGNORECASE)


@cache
def _html() -> re.Pattern[str]:
    names = "p|div|h[1-6]|ul|ol|figure|blockquote|section|article|span|table|strong|em|b|i|a|img|br|hr|pre|main|body"
    return re.compile(rf"\s*<(?:!--\s*wp:|(?:{names})(?:\s[^<>]*)?/?>)", re.IGNORECASE)


def _whole(piece: Piece, meta: Meta, path: str, fields: Mapping[str, Sequence[str]] | None) -> Article:
    """The article of a single field, which may hold headline, front matter and all."""
    article = read_text(piece.text, path=path, input_format=piece.format, fields=fields)
    said = {name: value for name, value in meta._asdict().items() if value}
    article.meta = article.meta._replace(**said)
    article.fields = (Field(piece.pointer, 0, len(piece.text), piece.line),)
    return article


def _joined(pieces: Sequence[Piece], meta: Meta, path: str) -> Article:
    """The article of several fields: each is read by itself and put below the others, with all offsets moved."""
    readings = [_read(piece) for piece in pieces]
    if len(readings) > 1 and pieces[0].zone == "headline" and _repeats(readings[0], readings[1:]):
        pieces, readings = pieces[1:], readings[1:]
    text: list[str] = []
    source: list[str] = []
    runs: list[Run] = []
    parts: list[Part] = []
    links: list[Link] = []
    orders: list[Order] = []
    switched_off: list[Suppression] = []
    fields: list[Field] = []
    at = base = 0
    for piece, reading in zip(pieces, readings, strict=True):
        if at and reading.text:
            text.append(BETWEEN)
            at += len(BETWEEN)
        runs += [
            Run(r.start + at, r.end + at, r.source_start + base, r.source_end + base, r.exact) for r in reading.runs
        ]
        parts += [part._replace(span=_moved(part.span, at)) for part in reading.parts]
        links += [Link(_moved(link.span, at), link.url, _moved(link.source, base)) for link in reading.links]
        orders += [order._replace(span=_moved(order.span, base)) for order in reading.orders]
        switched_off += [said._replace(span=_moved(said.span, base)) for said in reading.switched_off]
        fields.append(Field(piece.pointer, base, base + len(piece.text), piece.line))
        text.append(reading.text)
        source += [piece.text, BETWEEN]
        at += len(reading.text)
        base += len(piece.text) + len(BETWEEN)
    prose, whole = "".join(text), "".join(source[:-1])
    body = next((piece.format for piece in pieces if piece.format != "block"), "plain")
    article = Article(source=whole, text=prose, runs=runs, blocks=blocks_of(prose, parts), path=path, format=body)
    spoken = {b.zone: prose[b.span.start : b.span.end] for _, b in article.zoned("headline", "dek", "byline")}
    article.meta = meta._replace(
        headline=meta.headline or spoken.get("headline", ""),
        dek=meta.dek or spoken.get("dek", ""),
        byline=meta.byline or spoken.get("byline", ""),
    )
    article.context.markup_links = tuple(links)
    article.fields = tuple(fields)
    if orders or switched_off:
        places = [article.to_source(part.span) for part in parts]
        off = (said._replace(covers=Span(0, len(whole))) for said in switched_off)
        article.suppressions = (*off, *suppressions(orders, places, len(whole)))
    return article


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _repeats(title: _Reading, others: Sequence[_Reading]) -> bool:
    """True when the text opens with the headline once more, so that it would seem to say everything twice."""
    first = next(((r, r.parts[0]) for r in others if r.parts), None)
    if first is None or first[1].kind != "heading":
        return False
    reading, part = first
    return _bare(reading.text[slice(*part.span)]) == _bare(title.text)


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold()


def _read(piece: Piece) -> _Reading:
    given = piece.read or piece.text
    if piece.format == "plain":
        from newslint.formats.plain import plain_parts

        text, runs, parts, orders = plain_parts(given)
        return _Reading(text, runs, parts, (), orders)
    prose = Prose(given)
    switched_off: Sequence[Suppression] = ()
    if piece.format == "block":
        if said := line_order(given, 0) if "newslint" in given else None:
            return _Reading("", (), (), (), (said,))
        _write_block(prose, piece)
        return _Reading(prose.text(), prose.runs(), prose.parts)
    if piece.format == "html":
        from newslint.formats.html import read_story

        found = read_story(prose)
    else:
        from newslint.formats.events import EventReader
        from newslint.formats.frontkeys import suppressions_of
        from newslint.formats.frontmatter import front_matter

        front = front_matter(given, piece.pointer)
        switched_off = tuple(suppressions_of(front, 0)) if front else ()
        reader = EventReader(prose, front.body if front else 0, mdx=piece.format == "mdx", titled=False)
        reader.read()
        found = sorted(reader.orders, key=lambda said: said.span)
    if piece.zone:
        prose.parts = [Part(part.span, piece.kind, piece.level, piece.zone) for part in prose.parts]
    return _Reading(prose.text(), prose.runs(), prose.parts, prose.links, found, switched_off)


def _write_block(prose: Prose, piece: Piece) -> None:
    for start, end in _stretches(piece.text):
        prose.exact(start, end)
    prose.end(piece.kind, piece.level, piece.zone)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The text without white space at its ends, and of a run of white space within only one."""
    at = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for match in _spaces().finditer(text, at, end):
        yield at, match.start() + 1
        at = match.end()
    yield at, end


@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"\s{2,}")


def language(value: Any) -> str:
    """The language tag, in lower case; empty where the value is none."""
    return (
        value.strip().lower() if isinstance(value, str) and re.match(r"[A-Za-z]{2,3}(?:[-_]|$)", value.strip()) else ""
    )
