"""The word tables that lie in ``data/``: as they are written, and as they are worked out, kept between runs."""

from __future__ import annotations

import marshal
import os

from newslint import __version__, store
from newslint.lean import cache, wraps
from newslint.typed import Any, Callable, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_FOLDER = os.path.join(store.HERE, "data")
_SOURCES = ("data", "facts", "facts/wordings", "text")
"""Folders whose files the tables are made of and by; the checks make some too."""


def read_table(name: str) -> str:
    """The text of ``data/NAME.txt``. (Read without pathlib, which every start would pay 2 ms for.)"""
    with open(os.path.join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        return file.read()


class _Tables:
    """Tables of earlier runs, packed, and those that this run had to work out."""

    def __init__(self) -> None:
        self.path = ""
        self.stamp: Any = None
        self.kept: dict[str, int] = {}
        """The number of each among the parts."""
        self.parts: store.Parts | None = None
        self.fresh: dict[str, bytes] = {}
        self.written = 0
        """How many of those that are fresh lie on the disk."""

    def open(self) -> None:
        """Read what earlier runs kept, once."""
        self.path = store.path_of("tables")
        folders = () if store.INSTALLED else (*_SOURCES, *store.folders_in("checks"))
        self.stamp = (__version__, *map(store.changed, folders))
        self.kept, self.parts = store.kept(self.path, self.stamp) or ({}, None)

    def packed(self, key: str) -> bytes | memoryview | None:
        """A table of an earlier run, where there is one."""
        if key not in self.kept or self.parts is None:
            return None
        try:
            return self.parts[self.kept[key]]
        except store.Damaged:
            return None


_tables = _Tables()


def cached_on_disk(compute: Callable[P, T]) -> Callable[P, T]:
    """Remember a table in this process and for the next ones.

    For functions of nothing or of a name, whose answer follows from the files in ``data/`` alone and is plain (numbers,
    strings, dicts, sets, lists, tuples) or a named tuple of such, which the return annotation then names.
    """

    @cache
    @wraps(compute)
    def table(*args: P.args, **kwargs: P.kwargs) -> T:
        if not _tables.path:
            _tables.open()
        key = f"{compute.__module__}.{compute.__name__}{args!r}"
        packed = _tables.packed(key)
        if packed is None:
            value = compute(*args, **kwargs)
            plain = tuple(value) if hasattr(value, "_fields") else value  # type: ignore[var-annotated, arg-type]
            _tables.fresh[key] = marshal.dumps(plain)
        else:
            value = marshal.loads(packed)
            shape: Any = compute.__globals__.get(compute.__annotations__["return"])
            if hasattr(shape, "_fields"):
                value = shape(*value)
        return value

    return table  # type: ignore[return-value]  # `cache` knows nothing of the arguments


def keep_tables() -> None:
    """Write down what this run had to work out; nothing, as a rule."""
    if len(_tables.fresh) > _tables.written:
        old = {key: bytes(packed) for key in _tables.kept if (packed := _tables.packed(key)) is not None}
        tables = old | _tables.fresh
        store.keep(_tables.path, _tables.stamp, {key: n for n, key in enumerate(tables)}, [*tables.values()])
        _tables.written = len(_tables.fresh)
