"""JSON Lines (also called NDJSON), plain or in gzip: one record a line, one article a record. Read line by line."""

from __future__ import annotations

import codecs
import zlib
from json import JSONDecodeError, JSONDecoder

from newslint.errors import InputError
from newslint.formats.compose import Story
from newslint.formats.records import story_of
from newslint.named import NamedTuple
from newslint.typed import IO, Iterator, Mapping, Sequence

LONGEST = 1 << 28
"""Bytes of a line that are taken; a longer one is no article, and would fill the memory."""
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CURES = {"{": "“jq -c .” writes them so", "[": "“jq -c '.[]'” writes a list so"}
"""By the sign that JSON begins with which is no JSON Lines."""
_decode = JSONDecoder().decode


class Line(NamedTuple):
    """A line that has not been looked into."""

    number: int
    """From 1."""
    data: bytes
    encoding: str = "utf-8"


def lines(stream: IO[bytes], path: str, encoding: str | None = None) -> Iterator[Line | InputError]:
    """The lines that hold something. InputError, as a value, where a stretch of the file cannot be read."""
    import io

    try:
        buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
        if buffered.peek(2)[:2] == b"\x1f\x8b":
            from gzip import GzipFile

            buffered = io.BufferedReader(GzipFile(fileobj=buffered))
        head = buffered.peek(2)[:2]
        name = encoding or _MARKS.get(head, "utf-8")
        try:
            end = "\n".encode(name)
        except LookupError:
            yield InputError(f"{path}: unknown encoding {name!r}; --encoding takes names such as utf-8 or cp1252")
            return
        if len(end) > 1:
            yield from _wide(buffered, name, path)
            return
        number, line = 1, buffered.readline(LONGEST)
        while line:
            if len(line) >= LONGEST and not line.endswith(b"\n"):
                yield InputError(f"{path}:{number}: longer than {LONGEST >> 20} MiB; no article is")
                while line and not line.endswith(b"\n"):
                    line = buffered.readline(1 << 20)
            elif not line.isspace():
                yield Line(number, line, name)
            number += 1
            line = buffered.readline(LONGEST)
    except (OSError, EOFError, zlib.error) as error:
        said = getattr(error, "strerror", None) or str(error) or "damaged"
        yield InputError(f"{path}: cannot be read to its end: {said[:1].lower()}{said[1:]}")


def _wide(stream: IO[bytes], name: str, path: str) -> Iterator[Line | InputError]:
    """Lines of an encoding in which a line end is more than one byte."""
    import io

    text = io.TextIOWrapper(stream, name, newline="\n")
    try:
        for number, line in enumerate(iter(lambda: text.readline(LONGEST), ""), 1):
            if not line.isspace():
                yield Line(number, line.encode("utf-8", "surrogatepass"))
    except UnicodeDecodeError as error:
        yield InputError(f"{path}: not {name.upper()} ({error.reason}); try another --encoding")


def story(line: Line, path: str, fields: Mapping[str, Sequence[str]] | None = None) -> Story:
    """The article in a line. InputError, with file and line, when there is none in it."""
    place = f"{path}:{line.number}"
    try:
        text = line.data.decode(line.encoding)
    except UnicodeDecodeError as error:
        cure = "name the encoding with --encoding" if line.encoding == "utf-8" else "try another --encoding"
        raise InputError(f"{place}: not {line.encoding.upper()} (at byte {error.start} of the line); {cure}") from None
    text = text.removeprefix("\ufeff") if line.number == 1 else text
    try:
        record = _decode(text)
    except JSONDecodeError as error:
        if way := _CURES.get(text.strip()):
            raise InputError(f"{place}: JSON over several lines; each record needs one of its own ({way})") from None
        raise InputError(f"{place}:{error.colno}: not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}") from None
    except RecursionError:
        raise InputError(f"{place}: JSON nested too deeply") from None
    except ValueError as error:  # a number with thousands of digits
        raise InputError(f"{place}: not valid JSON: {error}") from None
    if not isinstance(record, dict):
        lists = f" ({_CURES['[']})" if isinstance(record, list) and record and isinstance(record[0], dict) else ""
        raise InputError(f'{place}: not a JSON object; each line is one record, {{"text": "…"}}{lists}')
    return story_of(record, place=place, line=line.number, fields=fields)
