"""Parquet, by way of pyarrow (the extra ``parquet``): one article a row, read a few rows at a time."""

from __future__ import annotations

from newslint.errors import InputError
from newslint.formats.compose import Story
from newslint.formats.records import story_of
from newslint.named import NamedTuple
from newslint.typed import IO, Any, Iterator, Mapping, Sequence

ROWS = 64
"""Rows decoded at a time."""


class Row(NamedTuple):
    """A row as Python values."""

    number: int
    """From 1: what stands for a line."""
    values: Mapping[str, Any]


def rows(stream: IO[bytes], path: str) -> Iterator[Row | InputError]:
    """The rows of a file. InputError, as a value, where it cannot be read or pyarrow is not there."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        yield InputError(f'{path}: Parquet is read by pyarrow, which is not installed: pip install "newslint[parquet]"')
        return
    try:
        if not stream.seekable():
            from io import BytesIO

            stream = BytesIO(stream.read())
        number = 0
        for batch in ParquetFile(stream).iter_batches(ROWS):
            for values in batch.to_pylist():
                number += 1
                yield Row(number, values)
    except (ArrowException, OSError) as error:
        said = str(error).partition("\n")[0]
        yield InputError(f"{path}: not a Parquet file that can be read: {said[:1].lower()}{said[1:]}")


def story(row: Row, path: str, fields: Mapping[str, Sequence[str]] | None = None) -> Story:
    """The article in a row. InputError when there is none in it."""
    values = {name: _as_text(value) for name, value in row.values.items()}
    return story_of(values, place=f"{path}: row {row.number}", line=row.number, fields=fields)


def _as_text(value: Any) -> Any:
    """Text that was written without saying that it is text."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value
    return value
