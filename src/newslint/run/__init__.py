"""A run: from the paths that a user names to a report. The command line, hooks and servers all come through here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from newslint import __version__, walk
from newslint.engine import Crash
from newslint.errors import InputError, NewslintError
from newslint.finding import Finding, Severity
from newslint.formats import SUFFIXES
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport, Report, fails
from newslint.run.session import Linted as Linted
from newslint.run.session import Request as Request
from newslint.run.session import Session as Session
from newslint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.baseline import Entry
    from newslint.run.gate import Gate

PARALLEL_FROM = 40
"""Files below which starting processes costs more than it saves."""

CACHE = ".newslint_cache"
"""Results of earlier runs, beside the configuration or in the working directory."""
CACHE_USED_FROM = 5
"""Files below which opening the cache costs more than it saves."""
CACHE_MADE_FROM = 50
"""Files from which a run leaves a cache behind where there was none."""


def _failures(report: ArticleReport, fail_on: Severity | None, limit: float | None) -> Iterator[str]:
    if any(fails(finding.severity, fail_on) for finding in report.findings):
        yield "gate"
    warnings = sum(finding.severity == "warning" for finding in report.findings)
    if limit is not None and warnings * 1000 > limit * max(1, report.words):
        rate = 1000 * warnings / max(1, report.words)
        yield f"{report.path}: {rate:.1f} warnings in 1,000 words; at most {limit:g} are allowed"


def files(session: Session, paths: Sequence[str]) -> Iterator[str | InputError]:
    """The files that the paths lead to."""
    return walk.expand(paths or ["."], SUFFIXES, session.excluded, force_exclude=session.request.force_exclude)


class Result(NamedTuple):
    """A whole run."""

    report: Report
    errors: tuple[str, ...] = ()
    """One line each: inputs and configurations that could not be used."""
    failures: tuple[str, ...] = ()
    """Articles over a limit."""
    stale: Sequence[Entry] = ()
    """Entries of the baseline for which nothing was found."""
    failed: bool = False
    """A finding is at or above the gate, or an article over a limit."""


def check(
    session: Session, paths: Sequence[str], *, jobs: int = 1, progress: bool = False, gate: Gate | None = None
) -> Result:
    """Lint everything that the paths lead to, in order of path. All is the same for every number of `jobs`.

    With a gate that knows the change, files outside the change are not read.
    """
    found = sorted(files(session, paths), key=str)
    if gate and gate.changes is not None:
        from newslint.run.gate import from_here

        changed = gate.changes
        found = [p for p in found if not isinstance(p, str) or p == walk.STDIN or from_here(p) in changed]
    good = [path for path in found if isinstance(path, str)]
    engines = session.engines(good)
    if engines:
        from newslint.engines.languagetool import leaves_for

        for host in filter(None, map(leaves_for, engines)):
            session.notes.append(f"grammar and spelling: the articles' text is sent to {host}")
    if engines and jobs > 1 and len(good) >= PARALLEL_FROM:
        from newslint.engines.languagetool import begin

        for table in engines:
            begin(table)

    def lint(paths: Sequence[str]) -> Iterator[Linted | NewslintError]:
        if jobs > 1 and len(paths) >= PARALLEL_FROM:
            from newslint.run.parallel import lint_paths

            return lint_paths(session, paths, jobs)
        return map(session.lint_path, paths)

    cache = _cache(session, len(good)) if session.request.cache and not engines else ""
    session.request = session.request._replace(cache=bool(cache))
    if cache:
        from newslint.run.cache import remembered

        done = remembered(session, cache, good, lint)
    else:
        done = lint(good)
    if progress:
        from newslint.run.progress import shown

        done = shown(done, len(good))
    results = list(done)
    if any(isinstance(result, Linted) and result.signature for result in results):
        from newslint.run.across import settled

        results = settled(session, good, results)
    return _collect(session, found, iter(results), gate)


def _cache(session: Session, files: int) -> str:
    """The file with the results of earlier runs, where a run of so many files should use one; else empty."""
    if files < CACHE_USED_FROM:
        return ""
    config = session.config().path
    place = str(config.with_name(CACHE)) if config else CACHE
    return place if files >= CACHE_MADE_FROM or os.path.isfile(place) else ""


def _collect(
    session: Session, found: Sequence[str | InputError], done: Iterator[Linted | NewslintError], gate: Gate | None
) -> Result:
    articles: list[ArticleReport] = []
    crashes: list[Crash] = []
    errors: list[str] = []
    limits: list[tuple[Severity | None, float | None]] = []
    skipped: dict[str, None] = {}
    seconds: dict[str, float] = {}
    suppressed = 0
    for path in found:
        result = next(done) if isinstance(path, str) else path
        if isinstance(result, NewslintError):
            if str(result) not in errors:
                errors.append(str(result))
            continue
        articles.append(result.article)
        suppressed += result.outcome.suppressed
        crashes += result.outcome.crashes
        skipped.update(dict.fromkeys(result.outcome.skipped))
        errors += [error for error in result.outcome.errors if error not in errors]
        for name, spent in result.outcome.seconds.items():
            seconds[name] = seconds.get(name, 0.0) + spent
        limits.append((result.fail_on, result.limit))
    baselined = 0
    stale: Sequence[Entry] = ()
    if gate:
        from newslint.run.gate import judged, sift

        articles, baselined, stale = sift(gate, articles, lambda data, path: _old_findings(session, data, path))
        stale = judged(session, stale, skipped)
    failures = [said for article, limit in zip(articles, limits, strict=True) for said in _failures(article, *limit)]
    catalog = session.catalog_of(a.path if a.path != walk.STDIN else "" for a in articles) if articles else None
    report = Report(
        articles=articles,
        suppressed=suppressed,
        baselined=baselined,
        skipped=tuple(skipped),
        crashes=tuple(crashes),
        errors=tuple(errors),
        version=__version__,
        rules=catalog.rules if catalog else {},
        page=catalog.page if catalog else None,
        seconds=seconds,
    )
    return Result(report, tuple(errors), tuple(f for f in failures if f != "gate"), stale, bool(failures))


def _old_findings(session: Session, data: bytes, path: str) -> list[Finding]:
    """The findings of an earlier version; none where it cannot be read."""
    try:
        return session.lint(session.read_data(data, path)).outcome.findings
    except InputError:
        return []


def exit_code(result: Result) -> int:
    """2 when the tool could not do its job, else 1 when the run fails, else 0."""
    if result.errors or result.report.crashes:
        return 2
    return 1 if result.failed else 0
