"""What LanguageTool said about a sentence, kept between runs, so that an unchanged paragraph costs nothing."""

from __future__ import annotations

import json
import os
import sqlite3
from hashlib import blake2b

from newslint import store
from newslint.engines.languagetool.text import Remark, Unit
from newslint.typed import Any, Mapping, Sequence

_FORM = 1
"""Of the rows; a change of what is kept is a new number."""
_LARGEST = 64_000_000
"""Bytes after which the file begins anew."""
_ASKED_AT_ONCE = 500


class Kept:
    """The file of answers of one engine. A cache that cannot be read or written costs time, never results."""

    def __init__(self, engine: str) -> None:
        """`engine` names the server and its version: another one has other answers."""
        self._engine = engine
        self._file: sqlite3.Connection | None = None
        try:
            os.makedirs(store.folder(), mode=0o700, exist_ok=True)
            path = os.path.join(store.folder(), "languagetool.sqlite")
            if os.path.exists(path) and os.path.getsize(path) > _LARGEST:
                os.unlink(path)
            self._file = sqlite3.connect(path, timeout=1, isolation_level=None, check_same_thread=False)
            self._file.execute("PRAGMA journal_mode=WAL")
            self._file.execute("PRAGMA synchronous=OFF")
            self._file.execute("CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, remarks TEXT) WITHOUT ROWID")
        except (OSError, sqlite3.Error):
            self._file = None

    def key(self, unit: Unit, language: str) -> bytes:
        """What an answer depends on, and nothing else."""
        parts = (str(_FORM), self._engine, language, repr(unit.hidden), unit.text)
        return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, list[Remark]]:
        """The answers that are kept."""
        found: dict[bytes, list[Remark]] = {}
        if self._file is None:
            return found
        try:
            for i in range(0, len(keys), _ASKED_AT_ONCE):
                some = keys[i : i + _ASKED_AT_ONCE]
                marks = ",".join("?" * len(some))
                for key, row in self._file.execute(f"SELECT key, remarks FROM kept WHERE key IN ({marks})", some):
                    found[key] = [_remark(cells) for cells in json.loads(row)] if row else []
        except (sqlite3.Error, ValueError, TypeError):
            return {}
        return found

    def put(self, answers: Mapping[bytes, Sequence[Remark]]) -> None:
        """Keep answers."""
        if self._file is None:
            return
        rows = [(key, json.dumps(list(remarks)) if remarks else "") for key, remarks in answers.items()]
        try:
            self._file.execute("BEGIN")
            self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            self._file.execute("COMMIT")
        except sqlite3.Error:
            self._file.close()
            self._file = None

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _remark(cells: list[Any]) -> Remark:
    start, end, rule, category, kind, message, replacements = cells
    return Remark(start, end, rule, category, kind, message, tuple(replacements))
