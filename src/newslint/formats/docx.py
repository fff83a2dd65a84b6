"""Word documents (docx): the text by paragraphs, each a field with its number; no layout, no comments."""

from __future__ import annotations

import zlib
from io import BytesIO

from newslint.errors import InputError
from newslint.formats.compose import Piece, Story, language
from newslint.formats.xmltree import Element, elements
from newslint.parts import Kind, Meta, Zone
from newslint.typed import IO, Iterator, Mapping

LARGEST = 1 << 26
"""Bytes that a part may have unpacked: text of fifty novels. A zip bomb has more."""
_OLE = b"\xd0\xcf\x11\xe0"


def stories(
    stream: IO[bytes], path: str, container: str, encoding: str | None = None
) -> Iterator[tuple[str, int | None, Story]]:
    """The one article of a document. InputError when it cannot be unpacked."""
    from zipfile import BadZipFile, ZipFile

    data = stream.read()
    if not data:
        raise InputError(f"{path}: empty, no Word document")
    if data.startswith(_OLE):
        raise InputError(f"{path}: an old Word document (.doc) or one with a password; save it as .docx without one")
    try:
        with ZipFile(BytesIO(data)) as package:
            body = _part(package, "word/document.xml", path)
            if body is None:
                raise InputError(f"{path}: no Word document (no word/document.xml in it)")
            styles = _part(package, "word/styles.xml", path)
            core = _part(package, "docProps/core.xml", path)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise InputError(f"{path}: no Word document that can be unpacked: {error}") from None
    pieces = _with_headline(list(_paragraphs(body, _names(styles))))
    lang = core.said("language") if core is not None else ""
    byline = core.said("creator") if core is not None else ""
    yield "docx", None, Story(pieces, Meta(byline="" if byline == "python-docx" else byline, lang=language(lang)))


def _part(package: object, name: str, path: str) -> Element | None:
    """A part of the package as XML; None when it is not there. InputError when it is too large."""
    from zipfile import ZipFile

    assert isinstance(package, ZipFile)
    try:
        about = package.getinfo(name)
    except KeyError:
        return None
    with package.open(about) as part:
        data = part.read(LARGEST + 1)  # what the directory says of the size need not be true
    if len(data) > LARGEST:
        raise InputError(f"{path}: {name} is larger than {LARGEST >> 20} MiB unpacked; no article is")
    return next(elements(BytesIO(data), f"{path}: {name}"), None)


def _names(styles: Element | None) -> Mapping[str, str]:
    """Name of each style, in lower case, by its id: ids are translated, names of built-in styles are not."""
    if styles is None:
        return {}
    found = {}
    for style in styles.children:
        name = style.first("name")
        if style.local == "style" and name is not None:
            found[style.attribute("styleId")] = name.attribute("val").lower()
    return found


def _paragraphs(body: Element, styles: Mapping[str, str]) -> Iterator[Piece]:
    """Every paragraph with its number, from 1, empty ones counted too."""
    number = 0
    waiting: list[tuple[Element, bool]] = [(body, False)]
    while waiting:
        at, tabled = waiting.pop()
        if at.local in ("del", "moveFrom", "Fallback", "sdtPr"):
            continue
        if at.local != "p" or not at.name.startswith("w:"):
            waiting += [(child, tabled or at.local == "tbl") for child in reversed(at.children)]
            continue
        number += 1
        boxes = list(_boxes(at))
        text = "".join(_words(at))
        if text.strip():
            kind, level, zone = _kind(at, styles, tabled)
            yield Piece(str(number), text, "block", kind, level, zone, number)
        waiting += [(box, tabled) for box in reversed(boxes)]


def _with_headline(pieces: list[Piece]) -> list[Piece]:
    """The paragraphs; where no style says which is the headline, the first line of the story is, if it looks it."""
    if any(piece.kind == "heading" for piece in pieces):
        return pieces
    from newslint.formats.comments import line_order
    from newslint.formats.plain import is_headline
    from newslint.formats.wire import role

    for i, piece in enumerate(pieces):
        line = piece.text.strip()
        if piece.kind != "paragraph" or piece.zone:
            break
        if not (role(line) or line_order(line, 0)):
            if "\n" not in line and is_headline(line, whole=piece is pieces[-1]):
                pieces[i] = piece._replace(kind="heading", level=1, zone="headline")
            break
    return pieces


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph; each is there once more for programs of long ago."""
    waiting = [paragraph]
    while waiting:
        at = waiting.pop()
        if at.local == "txbxContent":
            yield at
        elif at.local != "Fallback":
            waiting += reversed(at.children)


def _words(paragraph: Element) -> Iterator[str]:
    """The paragraph's text, what is deleted left out and text boxes too, which have paragraphs of their own."""
    waiting = [paragraph]
    while waiting:
        at = waiting.pop()
        if at.local in ("del", "moveFrom", "txbxContent", "Fallback", "instrText", "pPr", "rPr"):
            continue
        if at.local == "t":
            yield at.text
        elif at.local == "tab":
            yield "\t"
        elif at.local in ("br", "cr"):
            yield "\n"
        elif at.local == "noBreakHyphen":
            yield "\u2011"
        else:
            waiting += reversed(at.children)


def _kind(paragraph: Element, styles: Mapping[str, str], tabled: bool) -> tuple[Kind, int, Zone | None]:
    properties = paragraph.first("pPr")
    style = properties.first("pStyle") if properties is not None else None
    name = styles.get(style.attribute("val"), style.attribute("val").lower()) if style is not None else ""
    if name == "title":
        return "heading", 1, "headline"
    if name == "subtitle":
        return "meta", 0, "dek"
    if name.startswith("heading"):
        digits = name.removeprefix("heading").strip()
        return "heading", int(digits) if digits in ("1", "2", "3", "4", "5", "6") else 6, None
    if tabled:
        return "table", 0, None
    if "quote" in name:
        return "blockquote", 0, None
    if name == "caption":
        return "caption", 0, None
    if name in ("header", "footer", "footnote text", "endnote text"):
        return "meta", 0, None
    if name.startswith("list") or (properties is not None and properties.first("numPr") is not None):
        return "list-item", 1, None
    return "paragraph", 0, None
