"""XML read safely: nothing is fetched, no entity is expanded, depth has a bound; elements know their line and XPath."""

from __future__ import annotations

import re

from newslint.errors import InputError
from newslint.typed import IO, Any, Iterator

DEPTH = 200
"""Elements within each other; news needs a dozen."""
READ = 1 << 16
"""Bytes read at a time."""


class Element:
    """An element with its children and text in order. Names are as written, with their prefix."""

    __slots__ = ("attributes", "content", "line", "local", "name", "parent", "place", "seen")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None, line: int) -> None:
        self.name = name
        self.local = name.rpartition(":")[2]
        """The name without its prefix: authors choose prefixes freely."""
        self.attributes = attributes
        self.content: list[str | Element] = []
        self.parent = parent
        self.line = line
        self.seen: dict[str, int] = {}
        self.place = 1
        """The how-manieth of its name among its parent's children."""
        if parent is not None:
            self.place = parent.seen[name] = parent.seen.get(name, 0) + 1

    @property
    def xpath(self) -> str:
        """Where it stands in its document."""
        if self.parent is None:
            return f"/{self.name}"
        return f"{self.parent.xpath}/{self.name}[{self.place}]"

    @property
    def children(self) -> list[Element]:
        """The elements in it."""
        return [part for part in self.content if isinstance(part, Element)]

    @property
    def text(self) -> str:
        """All text in it, of its children too."""
        found: list[str] = []
        waiting: list[str | Element] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                waiting += reversed(part.content)
        return "".join(found)

    def first(self, *path: str) -> Element | None:
        """The first element that the local names lead to."""
        at: Element | None = self
        for name in path:
            at = next((child for child in at.children if child.local == name), None) if at is not None else None
        return at

    def said(self, *path: str) -> str:
        """The text of the first element that the local names lead to, on one line; empty without one."""
        found = self.first(*path)
        return " ".join(found.text.split()) if found is not None else ""

    def below(self, *names: str) -> Iterator[Element]:
        """Every element of one of the local names, at any depth, in order."""
        waiting = [self]
        while waiting:
            at = waiting.pop()
            if at.local in names:
                yield at
            waiting += reversed(at.children)

    def attribute(self, local: str) -> str:
        """The value of an attribute by its local name; empty without one."""
        return next((value for name, value in self.attributes.items() if name.rpartition(":")[2] == local), "")

    def inherited(self, name: str) -> str:
        """The value of an attribute here or on the nearest element round it."""
        at: Element | None = self
        while at is not None:
            if name in at.attributes:
                return at.attributes[name]
            at = at.parent
        return ""


def elements(
    stream: IO[bytes], path: str, tops: frozenset[str] = frozenset(), *, encoding: str | None = None
) -> Iterator[Element]:
    """The elements with one of the local names `tops`, outermost ones, each as soon as it is read and then forgotten;
    last the root, with all the rest. InputError with line and column when the document is broken or unsafe."""
    from xml.parsers import expat

    try:
        parser = expat.ParserCreate(encoding)
    except (LookupError, ValueError):
        raise InputError(f"{path}: unknown encoding {encoding!r}; --encoding takes names such as utf-8") from None
    builder = _Builder(parser, path, tops)
    try:
        while data := stream.read(READ):
            parser.Parse(data, False)
            yield from builder.taken()
        parser.Parse(b"", True)
        yield from builder.taken()
    except expat.ExpatError as error:
        yield from builder.taken()
        said = expat.ErrorString(error.code).removeprefix("not well-formed (").removesuffix(")")
        raise InputError(
            f"{path}:{error.lineno}:{error.offset + 1}: not well-formed XML: {said}; mend it there, or export it anew"
        ) from None
    except LookupError as error:
        raise InputError(f"{path}: {error}; name the encoding with --encoding") from None
    except ValueError as error:  # an encoding that expat cannot take
        raise InputError(f"{path}: {error}; name the encoding with --encoding") from None
    if builder.root is not None:
        yield builder.root


class _Builder:
    """Builds elements from what the parser meets."""

    def __init__(self, parser: Any, path: str, tops: frozenset[str]) -> None:
        self._parser = parser
        self._path = path
        self._tops = tops
        self._at: Element | None = None
        self._depth = 0
        self._done: list[Element] = []
        self._in_top = 0
        self.root: Element | None = None
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._skipped

    def taken(self) -> list[Element]:
        """The top elements that are whole."""
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise InputError(
                f"{self._path}:{self._parser.CurrentLineNumber}: elements nested too deeply; no article is"
            )
        element = Element(name, attributes, self._at, self._parser.CurrentLineNumber)
        if self._at is None:
            self.root = element
        else:
            self._at.content.append(element)
        self._in_top += element.local in self._tops
        self._at = element

    def _end(self, name: str) -> None:
        element = self._at
        assert element is not None
        self._depth -= 1
        self._at = element.parent
        if element.local in self._tops:
            self._in_top -= 1
            if not self._in_top and element.parent is not None:
                element.parent.content.pop()
                self._done.append(element)

    def _text(self, data: str) -> None:
        if self._at is not None:
            self._at.content.append(data)

    def _declared(self, name: str, *rest: object) -> None:
        line = self._parser.CurrentLineNumber
        raise InputError(f"{self._path}:{line}: declares the entity {name!r}; take the DOCTYPE's declarations out")

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """An entity of a DTD that was not fetched: known from HTML, or left as it is written."""
        from html import unescape

        if not is_parameter:
            self._text(unescape(f"&{name};"))


def day(written: str) -> str:
    """``YYYY-MM-DD`` of a date as feeds and wires write it (RFC 822, ISO 8601 with or without hyphens); else empty."""
    from newslint.formats.dates import iso

    match = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:T|\s|$)", written)
    if match:
        return iso("-".join(match.groups()))
    match = re.match(r"\s*(?:[A-Za-z]{3,9},\s*)?(\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4})\b", written)
    return iso(" ".join(match[1].split())) if match else ""
