"""Files that are not an article but hold one or many: which kind a file is, what it holds, one record at a time.

Each kind has its module, imported when a file of the kind is read.
"""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from itertools import islice

from newslint.article import Article
from newslint.errors import InputError, NoText, RecordError
from newslint.formats import Fields, container_of
from newslint.formats.compose import Story, compose
from newslint.named import NamedTuple
from newslint.typed import IO, Any, Iterator

TRIED = 20
"""Records without a text from which a file that nobody named is somebody else's."""


class Record(NamedTuple):
    """One article of a file, as far as it was taken apart to be handed on: a line, a row, or the article's fields."""

    path: str
    container: str
    nth: int | None
    """From 0; None where the file holds one article."""
    raw: Any


def records(
    stream: IO[bytes], path: str, container: str, *, encoding: str | None = None
) -> Iterator[Record | InputError]:
    """What the file holds, in order, read as it is asked for. What cannot be read comes as an error in its place."""
    if container == "jsonl":
        from newslint.formats.jsonl import lines

        yield from _numbered(lines(stream, path, encoding), path, container)
    elif container == "parquet":
        from newslint.formats.parquet import rows

        yield from _numbered(rows(stream, path), path, container)
    else:
        module = import_module(f"newslint.formats.{_MODULES[container]}")
        try:
            for kind, nth, story in module.stories(stream, path, container, encoding):
                yield Record(path, kind, nth, story)
        except InputError as error:
            yield error


_MODULES = {
    "json": "ninjs", "ninjs": "ninjs", "docx": "docx", "xml": "xmlnews", "nitf": "xmlnews", "newsml-g2": "xmlnews",
    "rss": "xmlnews", "atom": "xmlnews", "wxr": "xmlnews",
}  # fmt: skip


@contextmanager
def opened(path: str, stdin: IO[bytes] | None = None, data: bytes | None = None) -> Iterator[IO[bytes]]:
    """The file, what came on stdin, or bytes in their place, as a stream. InputError when it cannot be opened."""
    if data is not None:
        from io import BytesIO

        yield BytesIO(data)
    elif stdin is not None:
        yield stdin
    else:
        try:
            file = open(path, "rb")  # noqa: SIM115
        except OSError as error:
            raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from None
        with file:
            yield file


def _numbered(raw: Iterator[Any], path: str, container: str) -> Iterator[Record | InputError]:
    nth = 0
    for one in raw:
        if isinstance(one, InputError):
            yield one
        else:
            yield Record(path, container, nth, one)
            nth += 1


def article_of(record: Record, *, date: str = "", fields: Fields | None = None) -> Article:
    """The article of a record. RecordError when there is none in it."""
    raw = record.raw
    try:
        if record.container in ("jsonl", "parquet"):
            story: Story = import_module(f"newslint.formats.{record.container}").story(raw, record.path, fields)
        else:
            story = raw
        article = compose(story, path=record.path, container=record.container, record=record.nth, fields=fields)
    except InputError as error:
        found = RecordError(str(error))
        found.path = record.path
        raise found from error
    if date and not article.meta.date:
        article.meta = article.meta._replace(date=date)
    return article


def weight(record: Record) -> int:
    """Bytes, about, that the record takes when it is handed to another process."""
    raw = record.raw
    data = getattr(raw, "data", None)
    if data is not None:
        return len(data)
    if isinstance(raw, Story):
        return sum(len(piece.text) for piece in raw.pieces)
    return sum(len(value) for value in raw.values.values() if isinstance(value, str))


def holds_news(path: str, fields: Fields | None = None) -> bool:
    """True when a file that may be anybody's holds news: JSON or XML of a kind that is read, or records with a text."""
    kind = container_of(path)
    module = import_module(f"newslint.formats.{_MODULES.get(kind, kind)}")
    try:
        with open(path, "rb") as file:
            if kind in ("json", "xml"):
                found: bool = module.is_news(file)
                return found
            return _texts_in(islice(records(file, path, kind), TRIED), fields)
    except OSError:
        return True  # reading says what is wrong with it


def _texts_in(found: Iterator[Record | InputError], fields: Fields | None) -> bool:
    """False when every record is sound, and none has a text."""
    silent = 0
    for record in found:
        if isinstance(record, InputError):
            return True
        try:
            article_of(record, fields=fields)
            return True
        except RecordError as error:
            if not isinstance(error.__cause__, NoText):
                return True
            silent += 1
    return not silent
