"""A run: from the paths that a user names to a report. The command line, hooks and servers all come through here."""

from __future__ import annotations

import os

from newslint import __version__, walk
from newslint.engine import Crash
from newslint.errors import InputError, NewslintError, RecordError
from newslint.formats import SUFFIXES, UNSURE, container_of
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport, Report, fails
from newslint.run import inputs
from newslint.run.linting import Linted, lint_item
from newslint.run.session import Request as Request, Session as Session
from newslint.typed import TYPE_CHECKING, Any, Callable, Generator, Iterable, Iterator, Mapping, Sequence

if TYPE_CHECKING:
    from newslint.baseline import Entry
    from newslint.catalog import Catalog
    from newslint.rules import Rule
    from newslint.run.gate import Gate

PARALLEL_FROM_FILES = 40
"""Files below which starting processes costs more than it saves."""

BROKEN = 20
"""Broken records of a file that are named; the others are counted."""

CACHE = ".newslint_cache"
"""Results of earlier runs, beside the configuration or in the working directory."""
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
        foreign=lambda path: foreign(session, path),
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


class Result(NamedTuple):
    """What came of a whole run."""

    report: Report
    errors: Sequence[str] = ()
    """One line each: inputs and configurations that could not be used."""
    failures: Sequence[str] = ()
    """Articles over a limit."""
    stale: Sequence[Entry] = ()
    """Entries of the baseline for which nothing was found."""
    failed: bool = False
    """A finding is at or above the gate, or an article over a limit."""


class Run:
    """A run under way: it lints while somebody goes through `report.articles`."""

    def __init__(self, session: Session, gate: Gate | None, watch: Callable[[ArticleReport], None] | None) -> None:
        self.report = Report((), version=__version__)
        self._crashes: list[Crash] = []
        self.report.crashes = self._crashes  # seen while it grows
        self._session = session
        self._gate = gate
        self._watch = watch
        self._catalogs: list[Catalog] = []
        self._errors: dict[str, None] = {}
        self._skipped: dict[str, None] = {}
        self._broken: dict[str, int] = {}
        """Broken records by the path of their file."""
        self._failures: list[str] = []
        self._failed = False
        self._stale: Sequence[Entry] = ()

    def result(self) -> Result:
        """What came of the run; lints what nobody has asked for yet."""
        settle = getattr(self.report.articles, "settle", None)  # kept articles can be settled, a generator is run down
        if settle:
            settle()
        else:
            for _ in self.report.articles:
                pass
        return Result(self.report, self.report.errors, self._failures, self._stale, self._failed)

    def start(self, results: Iterable[Linted | NewslintError], seen: Sequence[str], keep: bool) -> None:
        """Put the articles of the results into the report; `seen` are the paths that they come from."""
        self._live = self.report.articles = self._go(results, seen)
        if keep:
            from newslint.run.articles import Articles

            self.report.articles = Articles(self._live)

    def close(self) -> None:
        """Let go of what is left, and of the processes that work on it."""
        self._live.close()

    def _go(
        self, results: Iterable[Linted | NewslintError], seen: Sequence[str]
    ) -> Generator[ArticleReport, None, None]:
        """The articles of the results, less what the gate lets through; counts go into the report."""
        report = self.report
        sieve = None
        if self._gate:
            from newslint.run.gate import Sieve

            sieve = Sieve(self._gate, seen, self._session)
        for result in results:
            if isinstance(result, NewslintError):
                self._complain(result)
                continue
            self._count(result)
            article = sieve.sifted(result.article) if sieve else result.article
            report.add(article)
            self._judge(article, result)
            if self._watch:
                self._watch(article)
            yield article
        for path, times in self._broken.items():
            if times > BROKEN:
                self._errors[f"{path}: {times - BROKEN} more records cannot be read"] = None
        report.errors, report.skipped = tuple(self._errors), tuple(self._skipped)
        if sieve:
            report.baselined = sieve.baselined
            self._stale = sieve.stale(self._skipped)

    def _complain(self, error: NewslintError) -> None:
        """Keep what is wrong with an input; of the broken records of one file only the first ones."""
        if isinstance(error, RecordError):
            self._broken[error.path] = self._broken.get(error.path, 0) + 1
            if self._broken[error.path] > BROKEN:
                return
        self._errors[str(error)] = None

    def _count(self, result: Linted) -> None:
        """Put what came of an article, apart from its findings, into the report."""
        report, outcome = self.report, result.outcome
        catalog = self._session.policy(result.article.path).catalog
        if not any(catalog is other for other in self._catalogs):
            self._catalogs.append(catalog)
            report.rules = {**catalog.rules, **report.rules}
            report.page = _page_of(self._catalogs)
        report.suppressed += outcome.suppressed
        self._crashes += outcome.crashes
        self._skipped.update(dict.fromkeys(outcome.skipped))
        self._errors.update(dict.fromkeys(outcome.errors))
        for name, spent in outcome.seconds.items():
            report.seconds[name] = report.seconds.get(name, 0.0) + spent

    def _judge(self, article: ArticleReport, result: Linted) -> None:
        """Note whether the article, as it is reported, fails the run."""
        if any(fails(finding.severity, result.fail_on) for finding in article.findings):
            self._failed = True
        warnings = sum(finding.severity == "warning" for finding in article.findings)
        words = max(1, article.words)
        if result.limit is not None and warnings * 1000 > result.limit * words:
            self._failed = True
            rate = f"{1000 * warnings / words:.1f} warnings in 1,000 words"
            self._failures.append(f"{article.path}: {rate}; at most {result.limit:g} are allowed")


def _page_of(catalogs: Sequence[Catalog]) -> Callable[[str], Rule]:
    """The pages of all rules; of one that several catalogs know, the first one's."""
    homes = {name: catalog for catalog in reversed(catalogs) for name in catalog.rules}
    return lambda name: homes[name].page(name)


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
    place = str(config.with_name(CACHE)) if config else CACHE
    return place if articles >= CACHE_MADE_FROM or os.path.isfile(place) else ""


def exit_code(result: Result) -> int:
    """2 when the tool could not do its job, else 1 when the run fails, else 0."""
    if result.errors or result.report.crashes:
        return 2
    return 1 if result.failed else 0
