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
        self.packed: dict[str, bytes] = {}
        self.fresh: dict[str, bytes] = {}

    def open(self) -> None:
        """Read what earlier runs kept, once."""
        self.path = store.path_of("tables")
        self.stamp = (__version__, () if store.INSTALLED else store.changed(*_SOURCES, *store.folders_in("checks")))
        kept = store.kept(self.path, self.stamp)
        self.packed = kept[0] if kept else {}


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
        packed = _tables.packed.get(key)
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
    if _tables.fresh:
        _tables.packed |= _tables.fresh
        store.keep(_tables.path, _tables.stamp, _tables.packed)
        _tables.fresh = {}
