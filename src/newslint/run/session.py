"""What a run knows: the request, and the configurations, rules and articles that it reads, each once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from newslint import walk
from newslint.article import Article
from newslint.catalog import Catalog, load as load_catalog
from newslint.config import Config, find as find_config, load as load_config, with_command_line
from newslint.config.selection import Choice, Policy, matcher
from newslint.engine import Outcome, Settings, lint
from newslint.errors import InputError, NewslintError
from newslint.finding import Severity
from newslint.formats import container_of, file_bytes, read, read_bytes, read_text
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport
from newslint.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.corpus import Hits, Signature
    from newslint.formats.containers import Record


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
    cache: bool = False
    """Take results of files that have not changed from an earlier run, and keep those of this one."""
    sources: bool = True
    """Keep the text of every article with findings, for outputs that show it; long runs are leaner without."""


class Linted(NamedTuple):
    """One file after linting."""

    article: ArticleReport
    outcome: Outcome
    fail_on: Severity | None = None
    """The gate that holds for this file."""
    limit: float | None = None
    """Warnings in 1,000 words that are allowed in it."""
    signature: Signature | None = None
    """What rules across files compare; None where none of them runs."""
    key: bytes = b""
    """What the result depends on, where it is sound and a cache should keep it."""


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
        self._across: dict[int, dict[str, dict[str, Any]]] = {}
        self.corpus_hits: Hits = {}
        """What a comparison of all files found; empty before it."""
        self.notes: list[str] = []
        self._keys: Callable[[str, bytes], bytes] | None = None

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
        """True when the configuration of that place leaves the file alone. Mistakes in it are told at the file."""
        try:
            config = self.config(path.rstrip("/"))
        except NewslintError:
            return False
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

    def container(self, path: str) -> str:
        """The kind of a file that holds articles and is none itself; empty for a file that is one."""
        name = self.request.stdin_filename if path == walk.STDIN else path
        return container_of(name, self.request.input_format)

    def records(self, path: str, data: bytes | None = None) -> Iterator[Record | InputError]:
        """What a file of articles holds, read as it is asked for; `data` in place of what stands in the file now."""
        from newslint.formats.containers import opened, records

        request, container = self.request, self.container(path)
        name = request.stdin_filename or walk.STDIN if path == walk.STDIN else path
        if data is None and request.staged and path != walk.STDIN:
            from newslint import diffs
            from newslint.run.gate import from_here

            data = diffs.at("", from_here(path))
        try:
            with opened(path, sys.stdin.buffer if path == walk.STDIN else None, data) as stream:
                yield from records(stream, name, container, encoding=request.encoding)
        except InputError as error:
            yield error
        except OSError as error:  # a folder, a network that went away
            yield InputError(f"{name}: {(error.strerror or str(error)).lower()}")
        except Exception as error:
            yield InputError(f"{name}: internal error, please report it: {_traced(error)}")

    def read_record(self, record: Record) -> Article:
        """The article of a record. InputError when there is none in it."""
        from newslint.formats.containers import article_of

        path = "" if record.path == walk.STDIN else record.path
        return article_of(record, date=self.request.date, fields=self.config(path).get("fields"))

    def articles(self, path: str) -> Iterator[Article | NewslintError]:
        """All articles of a file, and what cannot be read of it."""
        for record in self.records(path) if self.container(path) else (path,):
            try:
                if isinstance(record, NewslintError):
                    yield record
                else:
                    yield self.read(record) if isinstance(record, str) else self.read_record(record)
            except NewslintError as error:
                yield error

    def choice(self, article: Article) -> Choice:
        """What holds for an article."""
        path = "" if article.path == walk.STDIN else article.path
        return self.policy(path).choice(path or walk.STDIN, article.meta.type)

    def lint(self, article: Article) -> Linted:
        """All findings of an article, with its figures."""
        choice = self.choice(article)
        path = "" if article.path == walk.STDIN else article.path
        signature = None
        if self._rules_across(path, choice):
            from newslint import corpus

            signature = corpus.signature(article, article.record)
            article.facts["corpus-hits"] = self.corpus_hits.get((article.path, article.record), {})
        outcome = lint(article, self.policy(path).catalog, settings(choice, self.request.timed))
        report = ArticleReport(
            path=article.path,
            record=article.record,
            format=article.container or article.format,
            headline=article.headline,
            words=article.word_count,
            metrics=_metrics(article) if self.request.metrics else {},
            findings=outcome.findings,
        )
        report = with_sources(report, article, self.request.sources)
        return Linted(report, outcome, choice.fail_on, choice.max_warnings_per_1000, signature)

    def lint_data(self, data: bytes, path: str) -> Iterator[Linted]:
        """The results of bytes that stood in the file of that path; none of what cannot be read."""
        for record in self.records(path, data) if self.container(path) else (path,):
            try:
                if isinstance(record, str):
                    yield self.lint(self.read_data(data, path))
                elif not isinstance(record, InputError):
                    yield self.lint(self.read_record(record))
            except InputError:
                continue

    def corpus_rules(self, path: str) -> dict[str, dict[str, Any]]:
        """The rules across files that run on a file, with their options."""
        path = "" if path == walk.STDIN else path
        return self._rules_across(path, self.policy(path).choice(path or walk.STDIN))

    def _rules_across(self, path: str, choice: Choice) -> dict[str, dict[str, Any]]:
        if id(choice) not in self._across:
            rules = self.policy(path).catalog.rules
            names = [name for name in choice.rules if rules[name].family == "corpus"]
            self._across[id(choice)] = {name: {**rules[name].options, **choice.options.get(name, {})} for name in names}
        return self._across[id(choice)]

    def lint_item(self, item: str | Record) -> Iterator[Linted | NewslintError]:
        """All that there is to say of a path, or of one record of a file."""
        if isinstance(item, str) and self.container(item):
            for record in self.records(item):
                yield from (record,) if isinstance(record, InputError) else self.lint_item(record)
        else:
            yield self.lint_path(item) if isinstance(item, str) else self._lint_record(item)

    def _lint_record(self, record: Record) -> Linted | NewslintError:
        try:
            article = self.read_record(record)
            done = self.lint(article)
            if record.nth is None and not article.fields:  # a picture, a package, a document of empty paragraphs
                done = done._replace(outcome=done.outcome._replace(skipped=(f"{record.path}: no text in it",)))
            return done
        except NewslintError as error:
            return error
        except Exception as error:
            of = "" if record.nth is None else f", record {record.nth}"
            return InputError(f"{record.path}{of}: internal error, please report it: {_traced(error)}")

    def lint_path(self, path: str) -> Linted | NewslintError:
        """Read and lint a file; what is wrong with it or its configuration comes back as an error, and so does a bug of
        ours outside the rules: the other files are still linted."""
        try:
            if self.request.cache and path != walk.STDIN:
                return self._lint_keyed(path)
            return self.lint(self.read(path))
        except NewslintError as error:
            return error
        except Exception as error:
            return InputError(f"{path}: internal error, please report it: {_traced(error)}")

    def _lint_keyed(self, path: str) -> Linted:
        """The result with what it depends on, of the same bytes. What a bug or a missing part spoilt gets no key."""
        if self._keys is None:
            from newslint.run.cache import Keys

            self._keys = Keys(self)
        data = file_bytes(path)
        done = self.lint(self.read_data(data, path))
        spoilt = done.outcome.crashes or done.outcome.skipped or done.outcome.errors or done.signature
        return done if spoilt else done._replace(key=self._keys(path, data))

    def ahead(self, paths: Iterable[str]) -> tuple[list[Mapping[str, Any]], bool]:
        """Where LanguageTool is, for the files whose rules ask it, and whether rules compare files with each other.
        Mistakes in configurations are told elsewhere."""
        found: list[Mapping[str, Any]] = []
        seen: list[Choice] = []
        compares = False
        for path in paths:
            try:
                choice = self.policy(path).choice(path)
            except NewslintError:
                continue
            if any(choice is other for other in seen):
                continue
            seen.append(choice)
            compares = compares or bool(self._rules_across(path, choice))
            if not choice.rules.keys().isdisjoint(("grammar-engine", "spelling")) and choice.languagetool not in found:
                found.append(choice.languagetool)
        return found, compares


def with_sources(report: ArticleReport, article: Article, wanted: bool) -> ArticleReport:
    """The report with the text that its findings count in, for outputs that show it."""
    if not wanted or not report.findings:
        return report
    if not article.fields:
        return report._replace(source=article.source)
    names = {name for f in report.findings for name in (f.field, *(place.field for place in f.related))}
    return report._replace(
        fields={f.pointer: article.source[f.start : f.end] for f in article.fields if f.pointer in names}
    )


def _traced(error: Exception) -> str:
    """What was thrown, and where: ``KeyError: 'x' (quotes.py:12)``."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    place = f" ({os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno})" if at else ""
    return f"{type(error).__name__}: {error}{place}"


def _metrics(article: Article) -> Mapping[str, float | int | None]:
    from newslint.facts.metrics import metrics

    return metrics(article)


def settings(choice: Choice, timed: bool = False) -> Settings:
    """What the engine needs of a choice."""
    return Settings(
        choice.rules, choice.options, choice.require_reason, choice.names, timed, choice.asked, choice.languagetool
    )
