"""Reading: what a run lints, as the request and the configuration of each file say."""

from __future__ import annotations

import os
import sys

from newslint import formats
from newslint.article import Article
from newslint.errors import InputError, NewslintError
from newslint.run.session import Session
from newslint.typed import TYPE_CHECKING, Iterator
from newslint.walk import STDIN

if TYPE_CHECKING:
    from newslint.formats.containers import Record


def read(session: Session, path: str) -> Article:
    """The article in a file, or in what comes on stdin. InputError when it cannot be read."""
    request = session.request
    if path == STDIN:
        data = sys.stdin.buffer.read()
        if not (request.stdin_filename or request.input_format) and _are_records(data):
            session.notes.append("what comes on stdin looks like records; --input-format jsonl reads them, one a line")
        return _parsed(session, data, request.stdin_filename, request.stdin_filename or STDIN)
    staged = _staged(session, path)
    return read_data(session, formats.file_bytes(path) if staged is None else staged, path)


def _are_records(data: bytes) -> bool:
    """True of JSON Lines, as far as the first two lines show, and of a list of records in one line."""
    if data.lstrip()[:1] not in (b"{", b"["):
        return False
    import json

    first, _, rest = data.strip().partition(b"\n")
    try:
        record = json.loads(first)
    except (ValueError, RecursionError):
        return False
    if isinstance(record, list):
        return bool(record) and isinstance(record[0], dict) and not rest
    return isinstance(record, dict) and (not rest or rest.lstrip()[:1] == b"{")  # front matter has a body below it


def read_data(session: Session, data: bytes, path: str) -> Article:
    """The article in bytes that stood, or stand, in the file of that path."""
    return _parsed(session, data, path, path)


def _parsed(session: Session, data: bytes, place: str, name: str) -> Article:
    """The article in bytes; `place` finds the configuration, `name` the format."""
    request = session.request
    return formats.read_bytes(
        data, path=name, encoding=request.encoding, input_format=request.input_format, date=request.date,
        fields=session.config(place).get("fields"),
    )  # fmt: skip


def read_text(session: Session, source: str, path: str) -> Article:
    """The article in a decoded text that belongs in the file of that path."""
    request = session.request
    return formats.read_text(
        source, path=path, input_format=request.input_format or "", date=request.date,
        fields=session.config(path).get("fields"),
    )  # fmt: skip


def read_record(session: Session, record: Record) -> Article:
    """The article of a record. InputError when there is none in it."""
    from newslint.formats.containers import article_of

    return article_of(record, date=session.request.date, fields=session.config(record.path).get("fields"))


def told_apart(record: Record) -> bytes:
    """All of a record that its article is made of, with its place in the file: never the same for two that differ."""
    return repr((record.container, record.nth, record.raw)).encode("utf-8", "surrogatepass")


def container(session: Session, path: str) -> str:
    """The kind of a file that holds articles and is none itself; empty for a file that is one."""
    name = session.request.stdin_filename if path == STDIN else path
    return formats.container_of(name, session.request.input_format)


def records(session: Session, path: str, data: bytes | None = None) -> Iterator[Record | InputError]:
    """What a file of articles holds, read as it is asked for; `data` in place of what stands in the file now."""
    from newslint.formats.containers import opened, records as records_in

    request = session.request
    name = request.stdin_filename or STDIN if path == STDIN else path
    if data is None and path != STDIN:
        data = _staged(session, path)
    try:
        with opened(path, sys.stdin.buffer if path == STDIN else None, data) as stream:
            yield from records_in(stream, name, container(session, path), encoding=request.encoding)
    except InputError as error:
        yield error
    except OSError as error:  # a folder, a network that went away
        yield InputError(f"{name}: {(error.strerror or str(error)).lower()}")
    except Exception as error:
        yield our_bug(name, error)


def articles(session: Session, path: str) -> Iterator[Article | NewslintError]:
    """All articles of a file, and what cannot be read of it."""
    for record in records(session, path) if container(session, path) else (path,):
        try:
            if isinstance(record, NewslintError):
                yield record
            else:
                yield read(session, record) if isinstance(record, str) else read_record(session, record)
        except NewslintError as error:
            yield error


def _staged(session: Session, path: str) -> bytes | None:
    """The file as it stands in git's index, where the run is of what is staged and the file is there."""
    if not session.request.staged:
        return None
    from newslint import diffs
    from newslint.run.gate import from_here

    return diffs.at("", from_here(path))


def our_bug(name: str, error: Exception) -> InputError:
    """What to tell of an exception that nobody foresaw, and where it was thrown; it spoils one input, not the run.

    Where a trace is wanted the exception is raised as it is.
    """
    if os.environ.get("NEWSLINT_TRACEBACK"):
        raise error
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    place = f" ({os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno})" if at else ""
    return InputError(f"{name}: internal error, please report it: {type(error).__name__}: {error}{place}")
