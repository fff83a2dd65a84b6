"""Keeping: articles that are linted while somebody goes through them, for those who come after.

A long run is kept in a temporary file, so that memory stays flat however many articles there are.
"""

from __future__ import annotations

from newslint.typed import IO, Generic, Iterator, TypeVar

T = TypeVar("T")

IN_MEMORY = 500
"""Things that are kept in memory; what comes after goes to the file."""


class Kept(Generic[T]):
    """Things that can be gone through again, one reader at a time."""

    def __init__(self) -> None:
        self._first: list[T] = []
        self._file: IO[bytes] | None = None
        self._more = 0

    def add(self, thing: T) -> None:
        """Keep one more."""
        if len(self._first) < IN_MEMORY:
            self._first.append(thing)
            return
        import pickle
        from tempfile import TemporaryFile

        if self._file is None:
            self._file = TemporaryFile(prefix="newslint-")  # noqa: SIM115 - lives as long as we do
        pickle.dump(thing, self._file, pickle.HIGHEST_PROTOCOL)
        self._more += 1

    def __iter__(self) -> Iterator[T]:
        yield from self._first
        if self._file is not None:
            import pickle

            self._file.seek(0)
            for _ in range(self._more):
                yield pickle.load(self._file)
            self._file.seek(0, 2)


class Articles(Generic[T]):
    """Made while they are first gone through, and kept for the next time."""

    def __init__(self, live: Iterator[T]) -> None:
        self._live: Iterator[T] | None = live
        self._kept: Kept[T] = Kept()

    def __iter__(self) -> Iterator[T]:
        live, self._live = self._live, None
        if live is None:
            yield from self._kept
            return
        for one in live:
            self._kept.add(one)
            yield one

    def settle(self) -> None:
        """Go through all that is left, so that everything is known."""
        if self._live is not None:
            for _ in self:
                pass
