"""A run: from the paths that a user names to a report. The command line, hooks and servers all come through here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint import __version__, walk
from newslint.article import Article
from newslint.catalog import Catalog
from newslint.catalog import load as load_catalog
from newslint.config import Config, with_command_line
from newslint.config import find as find_config
from newslint.config import load as load_config
from newslint.config.selection import Choice, Policy, matcher
from newslint.engine import Crash, Outcome, Settings, lint
from newslint.errors import InputError, NewslintError
from newslint.finding import Finding, Severity
from newslint.formats import SUFFIXES, read, read_bytes, read_text
from newslint.reporters import ArticleReport, Report, fails

if TYPE_CHECKING:
    from newslint.baseline import Entry
    from newslint.run.gate import Gate

if TYPE_CHECKING:
    from pathlib import Path

PARALLEL_FROM = 40
"""Files below which starting processes costs more than it saves."""


class Request(NamedTuple):
    """What was asked for, apart from the paths."""

    config: Path | None = None
    """Read this file and look for no other."""
    isolated: bool = False
    """Read no configuration file."""
    values: Mapping[str, Any] = {}
    """Keys of the configuration as the command line gives them."""
    input_format: str | None = None
    encoding: str | None = None
    date: str = ""
    stdin_filename: str = ""
    force_exclude: bool = False
    corpus: bool = False
    staged: bool = False
    """Read files as they stand in git's index."""
    timed: bool = False
    metrics: bool = False
    """Work out the figures that only some outputs show."""


class Linted(NamedTuple):
    """One file after linting."""

    article: ArticleReport
    outcome: Outcome
    fail_on: Severity | None = None
    """The gate that holds for this file."""
    limit: float | None = None
    """Warnings in 1,000 words that are allowed in it."""


class Session:
    """Configurations and rules of a run, each read once. Files below one folder mostly share them."""

    def __init__(self, request: Request) -> None:
        """ConfigError or RuleError when the configuration that holds for every file cannot be used."""
        self.request = request
        self._fixed: Config | None = None
        if request.isolated:
            self._fixed = with_command_line(Config(), request.values)
        elif request.config:
            self._fixed = with_command_line(load_config(request.config), request.values)
        self._folders: dict[str, Config] = {}
        self._files: dict[Path | None, Config] = {}
        self._catalogs: dict[tuple[Path, ...], Catalog] = {}
        self._policies: dict[int, Policy] = {}
        self._excludes: dict[int, list[Callable[[str], bool]]] = {}
        self.notes: list[str] = []

    def config(self, path: str = "") -> Config:
        """The configuration that holds for a file, or for the current folder."""
        if self._fixed is not None:
            return self._fixed
        folder = os.path.dirname(path) or "."
        if folder not in self._folders:
            file = find_config(folder)
            if file not in self._files:
                found = load_config(file) if file else Config()
                self._files[file] = with_command_line(found, self.request.values)
            self._folders[folder] = self._files[file]
        return self._folders[folder]

    def policy(self, path: str = "") -> Policy:
        """The rules that the configuration of a file chooses from."""
        config = self.config(path)
        if id(config) not in self._policies:
            packs = config.packs
            if packs not in self._catalogs:
                self._catalogs[packs] = load_catalog(packs)
            policy = Policy(config, self._catalogs[packs], corpus=self.request.corpus)
            self.notes += [note for note in policy.notes if note not in self.notes]
            self._policies[id(config)] = policy
        return self._policies[id(config)]

    def excluded(self, path: str) -> bool:
        """True when the configuration of that place leaves the file alone."""
        config = self.config(path.rstrip("/"))
        if id(config) not in self._excludes:
            self._excludes[id(config)] = [
                matcher(layer.values["exclude"], layer.root) for layer in config.layers if "exclude" in layer.values
            ]
        return any(matches(path) for matches in self._excludes[id(config)])

    def read(self, path: str, stdin: bytes | None = None) -> Article:
        """The article in a file, or in what came on stdin. InputError when it cannot be read."""
        request = self.request
        if path == walk.STDIN:
            data = sys.stdin.buffer.read() if stdin is None else stdin
            name = request.stdin_filename or walk.STDIN
            return read_bytes(
                data, path=name, encoding=request.encoding, input_format=request.input_format, date=request.date,
                fields=self.config(request.stdin_filename).get("fields"),
            )  # fmt: skip
        if request.staged:
            from newslint import diffs
            from newslint.run.gate import from_here

            data_in_index = diffs.at("", from_here(path))
            if data_in_index is not None:
                return self.read_data(data_in_index, path)
        return read(
            path, encoding=request.encoding, input_format=request.input_format, date=request.date,
            fields=self.config(path).get("fields"),
        )  # fmt: skip

    def read_data(self, data: bytes, path: str) -> Article:
        """The article in bytes that stood, or stand, in the file of that path."""
        request = self.request
        return read_bytes(
            data, path=path, encoding=request.encoding, input_format=request.input_format, date=request.date,
            fields=self.config(path).get("fields"),
        )  # fmt: skip

    def read_text(self, source: str, path: str) -> Article:
        """The article in a decoded text that belongs in the file of that path."""
        request = self.request
        return read_text(
            source, path=path, input_format=request.input_format or "", date=request.date,
            fields=self.config(path).get("fields"),
        )  # fmt: skip

    def choice(self, article: Article) -> Choice:
        """What holds for an article."""
        path = "" if article.path == walk.STDIN else article.path
        return self.policy(path).choice(path or walk.STDIN, article.meta.type)

    def lint(self, article: Article) -> Linted:
        """All findings of an article, with its figures."""
        choice = self.choice(article)
        path = "" if article.path == walk.STDIN else article.path
        outcome = lint(article, self.policy(path).catalog, settings(choice, self.request.timed))
        report = ArticleReport(
            path=article.path,
            format=article.format,
            headline=article.headline,
            words=article.word_count,
            metrics=_metrics(article) if self.request.metrics else {},
            findings=outcome.findings,
            source=article.source if outcome.findings else "",
        )
        return Linted(report, outcome, choice.fail_on, choice.max_warnings_per_1000)

    def lint_path(self, path: str) -> Linted | NewslintError:
        """Read and lint a file; what is wrong with it or its configuration comes back as an error."""
        try:
            return self.lint(self.read(path))
        except NewslintError as error:
            return error


def _metrics(article: Article) -> Mapping[str, float | int | None]:
    from newslint.facts.metrics import metrics

    return metrics(article)


def settings(choice: Choice, timed: bool = False) -> Settings:
    """What the engine needs of a choice."""
    return Settings(choice.rules, choice.options, choice.require_reason, choice.names, timed)


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
    """Lint everything that the paths lead to. Order and content are the same for every number of `jobs`.

    With a gate that knows the change, files outside the change are not read.
    """
    found = list(files(session, paths))
    if gate and gate.changes is not None:
        from newslint.run.gate import from_here

        changed = gate.changes
        found = [p for p in found if not isinstance(p, str) or p == walk.STDIN or from_here(p) in changed]
    good = [path for path in found if isinstance(path, str)]
    if jobs > 1 and len(good) >= PARALLEL_FROM:
        from newslint.run.parallel import lint_paths

        done = lint_paths(session.request, good, jobs)
    else:
        done = map(session.lint_path, good)
    if progress:
        from newslint.run.progress import shown

        done = shown(done, len(good))
    return _collect(session, found, iter(done), gate)


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
        for name, spent in result.outcome.seconds.items():
            seconds[name] = seconds.get(name, 0.0) + spent
        limits.append((result.fail_on, result.limit))
    baselined = 0
    stale: Sequence[Entry] = ()
    if gate:
        from newslint.run.gate import sift

        articles, baselined, stale = sift(gate, articles, lambda data, path: _old_findings(session, data, path))
    failures = [said for article, limit in zip(articles, limits, strict=True) for said in _failures(article, *limit)]
    catalog = session.policy().catalog if articles else None
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
