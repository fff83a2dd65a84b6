"""A run: from the paths that a user names to a report. The command line, hooks and servers all come through here."""

from __future__ import annotations

import os

from newslint import walk
from newslint.errors import InputError, NewslintError
from newslint.formats import SUFFIXES, UNSURE, container_of
from newslint.reporters import ArticleReport
from newslint.run import inputs
from newslint.run.linting import Linted, lint_item
from newslint.run.report import Result, Run
from newslint.run.session import Request as Request, Session as Session
from newslint.typed import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping, Sequence

if TYPE_CHECKING:
    from newslint.run.gate import Gate

PARALLEL_FROM_FILES = 40
"""Files below which starting processes costs more than it saves."""

CACHE = ".newslint_cache"
"""The folder with results of earlier runs, beside the configuration or in the working directory."""
CACHE_FILE = "results.sqlite"
CACHE_TAG = "CACHEDIR.TAG"
"""By which backups know such a folder, and we our own."""
CACHE_USED_FROM = 5
"""Files below which opening the cache costs more than it saves."""
CACHE_MADE_FROM = 50
"""Files from which a run leaves a cache behind where there was none."""
CACHE_RECORD = 4096
"""Bytes of a file of records that count as one file."""
CACHE_RECORDS_UP_TO = 1 << 26
"""Bytes of such files from which nothing is kept: what is kept of a record is about as long as the record."""


def files(session: Session, paths: Sequence[str]) -> Iterator[str | InputError]:
    """The files that the paths lead to; without any this folder, or stdin where it was given a name."""
    paths = paths or [walk.STDIN if session.request.stdin_filename else "."]
    return walk.expand(
        paths, SUFFIXES, session.excluded, force_exclude=session.request.force_exclude,
        foreign=lambda path: foreign(session, path), excluder=session.excluder,
    )  # fmt: skip


def chosen(session: Session, paths: Sequence[str], gate: Gate | None) -> Sequence[str | InputError]:
    """The files that a run reads, sorted; where the gate knows a change, those of the change alone."""
    if gate is None or gate.changes is None:
        return sorted(files(session, paths), key=str)
    from newslint.run.gate import changed_files, from_here

    changed = gate.changes
    named = sorted(files(session, paths), key=str) if paths else changed_files(session, changed)
    return [path for path in named if not isinstance(path, str) or path == walk.STDIN or from_here(path) in changed]


def foreign(session: Session, path: str) -> bool:
    """True for a file that only its content could make one of ours, and does not."""
    if session.request.input_format or not path.lower().endswith(UNSURE):  # a format that was named holds for all
        return False
    from newslint.formats import containers

    try:
        fields = session.config(path).get("fields")
    except NewslintError:
        return False  # told when the file is read
    ours = containers.holds_news(path, fields)
    if not ours and container_of(path) in ("jsonl", "parquet"):
        session.notes.append(f"{path}: its records hold no text; left alone (name the file to lint it all the same)")
    return not ours


def begin(
    session: Session,
    paths: Sequence[str],
    *,
    jobs: int = 1,
    progress: bool = False,
    gate: Gate | None = None,
    keep: bool = True,
    watch: Callable[[ArticleReport], None] | None = None,
) -> Run:
    """Start to lint everything that the paths lead to, in order of path. All is the same for every number of `jobs`.

    With a gate that knows the change, files outside the change are not read, and without paths just these are.
    Without `keep` the articles of the report can be gone through once only, and the run takes no more memory for many
    than for a few. `watch` sees each article.
    """
    found = chosen(session, paths, gate)
    good = [path for path in found if isinstance(path, str)]
    choices = session.choices(good)
    if choices and not any(choice.rules for _, choice in choices):
        session.notes.append("nothing is looked for: what select, ignore and severity say leaves no rule to run")
    engines = [choice.languagetool for _, choice in choices if choice.asks_languagetool]
    if engines:
        _prepare(engines, session, at_once=jobs > 1 and len(good) >= PARALLEL_FROM_FILES)
    results = _results(session, found, good, jobs, cached=session.request.cache and not engines)
    if progress:
        from newslint.run.progress import shown

        results = shown(results, len(found))
    if any(session.rules_across(path, choice) for path, choice in choices):
        from newslint.run.across import settled

        results = settled(session, results, stdin=walk.STDIN in good)
    run = Run(session, gate, watch)
    run.start(results, good, keep)
    return run


def _prepare(engines: Sequence[Mapping[str, Any]], session: Session, *, at_once: bool) -> None:
    """Say where text will be sent; `at_once`: start the engines before worker processes share them."""
    from newslint.engines.languagetool import engine

    for host in dict.fromkeys(filter(None, map(engine.leaves_for, engines))):
        session.notes.append(f"grammar and spelling: the articles' text is sent to {host}")
    if at_once:
        for table in engines:
            engine.begin(table)


def _results(
    session: Session, found: Sequence[str | InputError], good: Sequence[str], jobs: int, *, cached: bool
) -> Iterable[Linted | NewslintError]:
    """The results in order: from the cache where that is used, else linted here or on several processors."""
    cache = _cache(session, good) if cached else ""
    session.request = session.request._replace(cache=bool(cache))  # where `lint_path` looks whether results get keys
    many = len(good) >= PARALLEL_FROM_FILES or any(inputs.container(session, path) for path in good)
    if not cache and (jobs == 1 or not many):
        return _one_by_one(session, found)
    from newslint.run.items import lint_all

    if not cache:
        return lint_all(session, found, jobs)
    from newslint.run.cache import remembered

    return remembered(session, cache, found, lambda items: lint_all(session, items, jobs))


def check(
    session: Session, paths: Sequence[str], *, jobs: int = 1, progress: bool = False, gate: Gate | None = None
) -> Result:
    """Lint everything that the paths lead to, and have all of it in memory."""
    run = begin(session, paths, jobs=jobs, progress=progress, gate=gate, keep=False)
    run.report.articles = list(run.report.articles)
    return run.result()


def _one_by_one(session: Session, found: Iterable[str | InputError]) -> Iterator[Linted | NewslintError]:
    for path in found:
        if isinstance(path, str):
            yield from lint_item(session, path)
        else:
            yield path


def _cache(session: Session, paths: Sequence[str]) -> str:
    """The file with the results of earlier runs, where a run of so many files should use one; else empty."""
    records = sum(os.path.getsize(path) for path in paths if inputs.container(session, path) and os.path.isfile(path))
    articles = len(paths) + records // CACHE_RECORD
    if articles < CACHE_USED_FROM or records > CACHE_RECORDS_UP_TO:
        return ""
    config = session.config().path
    folder = str(config.with_name(CACHE)) if config else CACHE
    file = os.path.join(folder, CACHE_FILE)
    if os.path.isfile(file) or articles < CACHE_MADE_FROM:
        return file if os.path.isfile(file) else ""
    if os.path.isdir(folder) and (held := _listed(folder)) and CACHE_TAG not in held:
        session.notes.append(f"{folder}: holds files that are not newslint's, so that no results are kept there")
        return ""
    return file


def _listed(folder: str) -> Sequence[str]:
    try:
        return os.listdir(folder)
    except OSError:  # sqlite will say no, too
        return ()
