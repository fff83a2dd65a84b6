"""Linting what a run reads: one article, all articles of a file, and what to tell where that fails."""

from __future__ import annotations

from newslint import engine
from newslint.article import Article
from newslint.config.selection import Choice
from newslint.engine import Outcome, Settings
from newslint.errors import InputError, NewslintError
from newslint.finding import Severity
from newslint.formats import file_bytes
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport
from newslint.run import inputs
from newslint.run.session import Session
from newslint.typed import TYPE_CHECKING, Iterator, Mapping
from newslint.walk import STDIN

if TYPE_CHECKING:
    from newslint.corpus import Signature
    from newslint.formats.containers import Record


_TABLES = (".csv", ".tsv")
_SHOWN = 40
"""Signs of a wrong value that a note repeats."""


class Linted(NamedTuple):
    """One article after linting."""

    article: ArticleReport
    outcome: Outcome
    fail_on: Severity | None = None
    """The gate that holds for this file."""
    limit: float | None = None
    """Warnings in 1,000 words that are allowed in it."""
    signature: Signature | None = None
    """What rules across files compare; None where none of them runs."""
    notes: tuple[tuple[str, str], ...] = ()
    """Places, and what the user should know of each."""
    key: bytes = b""
    """What the result depends on, where it is sound and a cache should keep it."""


def lint(session: Session, article: Article) -> Linted:
    """All findings of an article, with its figures."""
    request = session.request
    choice = session.choice(article.path, article.meta.type)
    signature = None
    if session.rules_across(article.path, choice):
        from newslint import corpus

        signature = corpus.signature(article, article.record)
        article.context.corpus_hits = session.corpus_hits.get((article.path, article.record), {})
    outcome = engine.lint(article, session.policy(article.path).catalog, settings(choice, request.timed))
    report = ArticleReport(
        path=article.path,
        record=article.record,
        format=article.container or article.format,
        headline=article.headline,
        words=article.word_count,
        metrics=_metrics(article) if request.metrics else {},
        findings=outcome.findings,
    )
    report = with_sources(report, article, request.sources)
    meant = article.meta.raw or article.meta.type or article.path.lower().endswith(_TABLES)
    notes = tuple(_notes(article, session, choice.profile)) if meant else ()
    if not article.source or article.source.isspace():
        outcome = outcome._replace(skipped=(f"{article.path}: no text in it",))
    return Linted(report, outcome, choice.fail_on, choice.max_warnings_per_1000, signature, notes)


def _notes(article: Article, session: Session, profile: str) -> Iterator[tuple[str, str]]:
    """What front matter says and nothing understands, with its place."""
    from newslint.formats.frontkeys import kind_of, undated

    meta = article.meta
    place = article.path if article.record is None else f"{article.path}, record {article.record}"

    def at(key: str) -> str:
        return f"{place}:{article.position(meta.lines[key].start)[0]}" if key else place

    if meant := session.policy(article.path).slip(meta.type):
        key = next((key for key in meta.lines if kind_of(str(meta.raw.get(key, ""))) == meta.type), "")
        known = f"type {meta.type!r} is not known (did you mean {meant!r}?)"
        yield at(key), f"{known}; the article is judged as {profile}"
    if article.path.lower().endswith(_TABLES):
        yield place, "read as plain text, as one article; for an article a row make JSON Lines of it"
    if key := undated(meta):
        value = " ".join(str(meta.raw[key]).split())[:_SHOWN]
        yield at(key), f"{key} {value!r} is no date, and does not count; write it as 2026-03-31"


def settings(choice: Choice, timed: bool = False) -> Settings:
    """What the engine needs of a choice."""
    return Settings(
        choice.rules, choice.options, choice.require_reason, choice.names, timed, choice.asked, choice.languagetool
    )


def _metrics(article: Article) -> Mapping[str, float | int | None]:
    from newslint.facts.metrics import metrics

    return metrics(article)


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


# -- files and records -------------------------------------------------------------------------------------------------


def lint_item(session: Session, item: str | Record) -> Iterator[Linted | NewslintError]:
    """All that there is to say of a path, or of one record of a file."""
    if isinstance(item, str) and inputs.container(session, item):
        for record in inputs.records(session, item):
            yield from (record,) if isinstance(record, InputError) else lint_item(session, record)
    else:
        yield lint_path(session, item) if isinstance(item, str) else _lint_record(session, item)


def lint_path(session: Session, path: str) -> Linted | NewslintError:
    """Read and lint a file; what is wrong with it or its configuration comes back as an error, and so does a bug of
    ours outside the rules: the other files are still linted."""
    try:
        if session.request.cache and path != STDIN:
            data = file_bytes(path)
            return _keyed(session, lint(session, inputs.read_data(session, data, path)), data)
        return lint(session, inputs.read(session, path))
    except NewslintError as error:
        return error
    except Exception as error:
        return inputs.our_bug(path, error)


def lint_data(session: Session, data: bytes, path: str) -> Iterator[Linted]:
    """The results of bytes that stood in the file of that path; none of what cannot be read."""
    for record in inputs.records(session, path, data) if inputs.container(session, path) else (path,):
        try:
            if isinstance(record, str):
                yield lint(session, inputs.read_data(session, data, path))
            elif not isinstance(record, InputError):
                yield lint(session, inputs.read_record(session, record))
        except InputError:
            continue


def _lint_record(session: Session, record: Record) -> Linted | NewslintError:
    try:
        article = inputs.read_record(session, record)
        done = lint(session, article)
        if record.nth is None and not article.fields:  # a picture, a package, a document of empty paragraphs
            done = done._replace(outcome=done.outcome._replace(skipped=(f"{record.path}: no text in it",)))
        return _keyed(session, done, inputs.told_apart(record)) if session.request.cache else done
    except NewslintError as error:
        return error
    except Exception as error:
        return inputs.our_bug(record.path if record.nth is None else f"{record.path}, record {record.nth}", error)


def _keyed(session: Session, done: Linted, data: bytes) -> Linted:
    """The result with what it depends on: its `data`. What a bug or a missing part spoilt gets no key."""
    if session.keys is None:
        from newslint.run.cache import Keys

        session.keys = Keys(session)
    spoilt = done.outcome.crashes or done.outcome.skipped or done.outcome.errors or done.signature or done.notes
    return done if spoilt else done._replace(key=session.keys(done.article.path, data))
