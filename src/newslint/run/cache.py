"""Results of earlier runs: what has not changed since, under rules and settings that have not, is not linted. A file is
kept by its name, a record by that of its file and its number.

One sqlite file in the folder ``.newslint_cache``, beside the configuration or in the working directory; the folder
tells git to ignore it. It is never needed: where it cannot be written nothing is kept, and what is damaged in it is
made anew.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from contextlib import suppress
from zlib import crc32

from newslint import __version__, store, walk
from newslint.engine import Outcome
from newslint.errors import NewslintError
from newslint.finding import Edit, Finding, Fix, Folded, Place
from newslint.formats import file_bytes
from newslint.formats.decode import decode
from newslint.reporters import ArticleReport
from newslint.run import CACHE_TAG, inputs
from newslint.run.items import Done, Item, Work, size, taken_apart
from newslint.run.linting import Linted, with_sources
from newslint.run.session import Session
from newslint.text.span import Span
from newslint.typed import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Sequence

if TYPE_CHECKING:
    from newslint.config.selection import Policy

_IGNORED = "# Made by newslint: results of earlier runs, which nobody needs to keep.\n*\n"
_TAGGED = (
    "Signature: 8a477f597d28d172789f06886806bc55\n# This is a cache of newslint; see https://bford.info/cachedir/\n"
)
_DAYS = 60
"""After which an entry is made anew, so that those of files long gone do not pile up."""
_BATCH = 500
"""Items looked up, and results written, at a time."""
_HEAVY = 1 << 20
"""Bytes of records from which fewer are looked up at a time."""
_SECONDS = 2.0
"""To wait for another run that writes."""
_DAMAGE = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLE = "CREATE TABLE IF NOT EXISTS results_1 (path BLOB PRIMARY KEY, key BLOB, sum INTEGER, day INTEGER, result TEXT)"
_SPAN, _PROSE, _ALSO, _RELATED, _FIX = (Finding._fields.index(f) for f in ("span", "prose", "also", "related", "fix"))
_encode = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode

Row = tuple[bytes, bytes, int, int, str]


def remembered(
    session: Session, file: str, items: Iterable[Item], lint: Callable[[Iterable[Item]], Iterator[Done]]
) -> Iterator[Done]:
    """The result of each item in order: of what is known from the cache `file`, of the others from `lint`, to be kept.
    Few are in memory at a time."""
    keys = Keys(session)
    rows: list[Row] = []
    today = int(time.time() // 86400)
    try:
        for result in lint(_with_known(session, keys, file, items)):
            if isinstance(result, Linted) and result.key:
                packed = _packed(result)
                name = _name(result.article.path, result.article.record)
                rows.append((name, result.key, crc32(packed.encode()), today, packed))
                if len(rows) == _BATCH:
                    _keep(file, rows)
                    rows.clear()
            yield result
    finally:
        if rows:
            _keep(file, rows, forget=today - _DAYS)


def _with_known(session: Session, keys: Keys, file: str, items: Iterable[Item]) -> Iterator[Item]:
    """The items, with results in place of paths and records that are known."""
    batch: list[Item] = []
    heavy = 0
    for item in taken_apart(session, items):
        batch.append(item)
        heavy += size(item) if isinstance(item, Work) else 0
        if len(batch) == _BATCH or heavy >= _HEAVY:
            yield from _known(session, keys, file, batch)
            batch, heavy = [], 0
    yield from _known(session, keys, file, batch)


def _name(path: str, record: int | None) -> bytes:
    """Under which a result is kept."""
    return os.fsencode(path) + (b"" if record is None else b"\0%d" % record)


class Keys:
    """What the result of a file depends on, as a digest."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._code = _code()
        self._circumstances: dict[tuple[int, tuple[bool, ...]], bytes] = {}

    def __call__(self, path: str, data: bytes) -> bytes:
        """128 bits over the file's name and content, the settings that hold for it, the rules and the version."""
        policy = self._session.policy(path)
        active = policy.active(path)
        if (id(policy), active) not in self._circumstances:
            self._circumstances[id(policy), active] = self._of(policy, active)
        digest = _digest(self._circumstances[id(policy), active])
        digest.update(os.fsencode(path) + b"\0")
        digest.update(data)
        found: bytes = digest.digest()
        return found

    def _of(self, policy: Policy, active: tuple[bool, ...]) -> bytes:
        asked = self._session.request
        said = [{**layer.values, "exclude": ()} for layer in policy.config.layers]
        how = (asked.input_format, asked.encoding, asked.date, asked.corpus)
        everything = (__version__, self._code, policy.catalog.stamp, said, active, how)
        found: bytes = _digest(repr(everything).encode("utf-8", "surrogatepass")).digest()
        return found


def _digest(data: bytes) -> Any:
    from hashlib import blake2b

    return blake2b(data, digest_size=16)


def _code() -> tuple[Any, ...]:
    """Changes whenever the program does."""
    if store.INSTALLED:
        return (os.stat(store.HERE).st_mtime_ns,)
    return tuple(
        (entry.path, entry.stat().st_mtime_ns)
        for folder, below, _ in os.walk(store.HERE)
        for entry in os.scandir(folder)
        if entry.is_file() and not folder.endswith("__pycache__")
    )


# -- the file ----------------------------------------------------------------------------------------------------------


def _known(session: Session, keys: Keys, file: str, items: Sequence[Item]) -> Sequence[Item]:
    """The items, with results in place of what is as it was."""
    if not os.path.isfile(file):
        return items
    found = list(items)
    try:
        database = _opened(file)
        try:
            select = "SELECT key, sum, result FROM results_1 WHERE path = ?"
            for i, item in enumerate(items):
                if isinstance(item, Work) and item != walk.STDIN:
                    name = _name(item, None) if isinstance(item, str) else _name(item.path, item.nth)
                    row = database.execute(select, (name,)).fetchone()
                    found[i] = (row and _result(session, keys, item, row)) or item
        finally:
            database.close()
    except sqlite3.Error as error:
        _discard_damaged(file, error)
    return found


def _opened(file: str) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_SECONDS)
    database.execute("PRAGMA synchronous = OFF")  # a crash costs the cache, which is made anew
    return database


def _result(session: Session, keys: Keys, item: Work, row: tuple[bytes, int, str]) -> Linted | None:
    key, total, packed = row
    try:
        path = item if isinstance(item, str) else item.path
        data = file_bytes(item) if isinstance(item, str) else inputs.told_apart(item)
        if keys(path, data) != key or crc32(packed.encode()) != total:
            return None
        return _unpacked(session, item, data, packed)
    except (NewslintError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None  # linting says what is wrong with the file or its configuration; a damaged row is made anew


def _keep(file: str, rows: Sequence[Row], forget: int = 0) -> None:
    _make_folder(os.path.dirname(file))
    for _ in range(2):
        try:
            database = _opened(file)
            try:
                with database:
                    database.execute(_TABLE)
                    database.executemany("INSERT OR REPLACE INTO results_1 VALUES (?, ?, ?, ?, ?)", rows)
                    if forget:
                        database.execute("DELETE FROM results_1 WHERE day < ?", (forget,))
            finally:
                database.close()
        except sqlite3.Error as error:
            if not _discard_damaged(file, error):
                return
        else:
            return


def _make_folder(folder: str) -> None:
    """The cache's folder, with what makes git and backups pass it by. Where it cannot be made nothing is kept."""
    if os.path.isfile(os.path.join(folder, CACHE_TAG)):
        return
    with suppress(OSError):
        if os.path.isfile(folder):  # a cache as it was once, without a folder
            os.remove(folder)
        os.makedirs(folder, exist_ok=True)
        for name, text in ((".gitignore", _IGNORED), (CACHE_TAG, _TAGGED)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
                out.write(text)


def _discard_damaged(file: str, error: sqlite3.Error) -> bool:
    """Remove a file that is damaged; True when it is gone. One that is locked, full or read-only is left alone."""
    if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _DAMAGE:
        return False
    try:
        os.remove(file)
    except OSError:
        return False
    return True


# -- results as text (JSON, which a file that somebody else wrote cannot make dangerous) -------------------------------


def _packed(result: Linted) -> str:
    article = result.article
    return _encode((
        article.format, article.headline, article.words, article.metrics, article.findings,
        result.outcome.suppressed, result.fail_on, result.limit,
    ))  # fmt: skip


def _unpacked(session: Session, item: Work, data: bytes, packed: str) -> Linted | None:
    """The result; None where it lacks the figures that this run asks for. One that has them serves every run."""
    shape, headline, words, metrics, rows, suppressed, fail_on, limit = json.loads(packed)
    if session.request.metrics and not metrics:
        return None
    findings = list(map(_finding, rows))
    sources = session.request.sources and bool(rows)
    if isinstance(item, str):
        source = decode(data, path=item, encoding=session.request.encoding) if sources else ""
        report = ArticleReport(item, None, shape, headline, words, metrics, findings, source)
    else:
        report = ArticleReport(item.path, item.nth, shape, headline, words, metrics, findings)
        report = with_sources(report, inputs.read_record(session, item), sources) if sources else report
    return Linted(report, Outcome(findings, suppressed), fail_on, limit)


def _finding(row: list[Any]) -> Finding:
    row[_SPAN] = Span(*row[_SPAN])
    row[_PROSE] = Span(*row[_PROSE])
    row[_ALSO] = tuple([Folded(rule, family, Span(*span)) for rule, family, span in row[_ALSO]])
    row[_RELATED] = tuple([Place(role, Span(*span), *rest) for role, span, *rest in row[_RELATED]])
    if row[_FIX]:
        title, edits, safe = row[_FIX]
        row[_FIX] = Fix(title, tuple([Edit(Span(*span), text) for span, text in edits]), safe)
    return Finding._make(row)
