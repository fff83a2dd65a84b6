"""ninjs, the IPTC's news in JSON, versions 1.0 to 3.1."""

from __future__ import annotations

import json
import re

from newslint.errors import InputError
from newslint.formats.compose import Piece, Story, headline, language
from newslint.formats.decode import decode
from newslint.formats.xmltree import day
from newslint.parts import Meta
from newslint.typed import IO, Any, Iterator, Mapping

LARGEST = 1 << 26
"""Bytes of a document that may be ninjs; a larger one is data of some other kind."""
_KEYS = re.compile(
    r'"(?:headlines?|headline_\w+|bod(?:y_\w+|ies)|description_\w+|descriptions|versioncreated|versionCreated)"\s*:'
)
_MARKED = ("xhtml", "html", "richtext", "nitf")
"""What the names of marked-up bodies hold, the most trusted first."""
_BODY = re.compile(r"<body\.content\b[^>]*>(.*?)</body\.content>", re.DOTALL)


def stories(
    stream: IO[bytes], path: str, container: str, encoding: str | None = None
) -> Iterator[tuple[str, int | None, Story]]:
    """The one article of a document. InputError when it is no ninjs, with the place where it is no JSON."""
    source = decode(stream.read(), path=path, encoding=encoding)
    try:
        document = json.loads(source)
    except json.JSONDecodeError as error:
        said = f"{error.msg[:1].lower()}{error.msg[1:]}"
        raise InputError(f"{path}:{error.lineno}:{error.colno}: not valid JSON: {said}") from None
    except (RecursionError, ValueError) as error:
        raise InputError(f"{path}: not JSON that can be read: {error}") from None
    if not _is_ninjs(document) and not (container == "ninjs" and isinstance(document, dict)):
        cure = "for one article a line name the format: --input-format jsonl"
        raise InputError(f"{path}: JSON, but not ninjs (no uri with headline or body); {cure}")
    yield "ninjs", None, _story(document, source)


def is_news(stream: IO[bytes]) -> bool:
    """True for a ninjs document."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST or b'"uri"' not in data:
        return False
    try:
        text = data.decode("utf-8-sig")
        return bool(_KEYS.search(text)) and _is_ninjs(json.loads(text))
    except (ValueError, RecursionError):
        return False


def _is_ninjs(document: Any) -> bool:
    if not isinstance(document, dict) or not isinstance(document.get("uri"), str):
        return False
    return any(_KEYS.match(f'"{key}":') for key in document)


def _story(document: Mapping[str, Any], source: str) -> Story:
    pieces: list[Piece] = []
    title = next(_titles(document), None)
    if title:
        pieces.append(headline(*title, line=_line(source, title[1])))
    pointer, text, shape = _body(document)
    if text.strip():
        pieces.append(Piece(pointer, text, shape, line=_line(source, text), read=_inner(text)))
    elif document.get("type") in ("picture", "graphic", "video", "audio"):
        caption = next(_values(document, "description", "descriptions"), None)
        if caption:
            pieces.append(Piece(caption[0], caption[1], "block", "caption", 0, "caption", _line(source, caption[1])))
    dates = ("contentcreated", "contentCreated", "firstcreated", "firstCreated", "versioncreated", "versionCreated")
    byline = document.get("byline") or document.get("by")
    return Story(
        pieces,
        Meta(
            byline=byline if isinstance(byline, str) else "",
            date=next(filter(None, (day(str(document.get(name) or "")) for name in dates)), ""),
            lang=language(document.get("language")),
        ),
    )


def _titles(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Pointer and text of each headline, the main one first."""
    yield from ((pointer, text) for pointer, text, _ in sorted(_values(document, "headline", "headlines"), key=_main))
    if isinstance(document.get("title"), str) and document["title"].strip():
        yield "/title", document["title"]


def _main(value: tuple[str, str, str]) -> int:
    return 0 if value[2] in ("", "main") else 1


def _values(document: Mapping[str, Any], single: str, several: str) -> Iterator[tuple[str, str, str]]:
    """Pointer, text, and what the name, role or content type says of it; of version 1 and of those with lists."""
    for key, value in document.items():
        if (key == single or key.startswith(f"{single}_")) and isinstance(value, str) and value.strip():
            yield f"/{key}", value, key.removeprefix(single).removeprefix("_").lower()
    listed = document.get(several)
    for i, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict) and isinstance(entry.get("value"), str) and entry["value"].strip():
            kind = entry.get("contenttype") or entry.get("contentType") or ""
            yield f"/{several}/{i}/value", entry["value"], f"{entry.get('role') or ''} {kind}".strip().lower()


def _body(document: Mapping[str, Any]) -> tuple[str, str, str]:
    """Pointer, text and format of the body: the same story is often given twice, and markup has the paragraphs."""
    bodies = list(_values(document, "body", "bodies"))
    for mark in _MARKED:
        for pointer, text, said in bodies:
            if mark in said:
                return pointer, text, "html"
    if not bodies:
        return "", "", ""
    pointer, text, said = bodies[0]
    return pointer, text, "plain" if "text" in said else ""


def _inner(text: str) -> str:
    """The text with all but the content of a NITF document blanked, at the same length."""
    match = _BODY.search(text) if "<nitf" in text else None
    if not match:
        return ""
    low, high = match.span(1)
    return " " * low + text[low:high] + " " * (len(text) - high)


def _line(source: str, text: str) -> int:
    """The line on which the value stands, as far as its first words show."""
    start = json.dumps(text[:40], ensure_ascii=False)[1:-1]
    at = source.find(f'"{start}')
    if at < 0:
        at = source.find(f'"{json.dumps(text[:40])[1:-1]}')
    return source.count("\n", 0, at) + 1 if at >= 0 else 1
