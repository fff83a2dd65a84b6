"""Columns in the units of others: UTF-16 for SARIF, UTF-8 bytes for rdjson. Ours count code points."""

from __future__ import annotations

from newslint.article import line_starts


class Columns:
    """Lines of one source, cut once."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = line_starts(source)

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its end."""
        start = self.starts[number - 1] if number - 1 < len(self.starts) else len(self.source)
        end = self.starts[number] if number < len(self.starts) else len(self.source)
        return self.source[start:end].rstrip("\r\n")

    def utf16(self, line: int, column: int) -> int:
        """The column, from 1, in UTF-16 code units."""
        return 1 + len(self.line(line)[: column - 1].encode("utf-16-le", "surrogatepass")) // 2

    def utf8(self, line: int, column: int) -> int:
        """The column, from 1, in UTF-8 bytes."""
        return 1 + len(self.line(line)[: column - 1].encode("utf-8", "surrogatepass"))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1 and in code points, of an offset in the source."""
        from bisect import bisect_right

        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
