"""Rules across the files of a run: compare what each article left behind, then give each its findings."""

from __future__ import annotations

from newslint import engine, walk
from newslint.article import Article
from newslint.corpus import compare
from newslint.errors import InputError, NewslintError
from newslint.run import inputs
from newslint.run.articles import Kept
from newslint.run.linting import Linted, lint, settings, with_sources
from newslint.run.session import Session
from newslint.typed import TYPE_CHECKING, Any, Iterable, Iterator

if TYPE_CHECKING:
    from newslint.corpus import Signature
    from newslint.formats.containers import Record


def settled(
    session: Session, results: Iterable[Linted | NewslintError], *, stdin: bool
) -> Iterator[Linted | NewslintError]:
    """The results with the findings across files. What came on stdin cannot be read again and is left as it is."""
    kept: Kept[Linted | NewslintError] = Kept()
    signatures: list[Signature] = []
    rules: dict[str, dict[str, Any]] = {}
    for result in results:
        if isinstance(result, Linted) and result.signature:
            signatures.append(result.signature)
            rules |= _rules(session, result.article.path)
            result = result._replace(signature=None)
        kept.add(result)
    session.corpus_hits = compare(signatures, rules)
    del signatures
    name = session.request.stdin_filename or walk.STDIN
    again = _Again(session)
    for result in kept:
        if isinstance(result, Linted) and not (stdin and result.article.path == name):
            key = result.article.path, result.article.record
            if key in session.corpus_hits:
                try:
                    result = _with_hits(session, again(*key), result)
                except NewslintError as error:  # gone or changed since it was read first
                    yield error
                    continue
        yield result


def _rules(session: Session, path: str) -> dict[str, dict[str, Any]]:
    """The rules across files that run on a file, whatever kind of copy it is, with their options."""
    return session.rules_across(path, session.choice(path))


class _Again:
    """Reads articles once more; those of one file in their order."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._path = ""
        self._records: Iterator[Record | InputError] = iter(())

    def __call__(self, path: str, nth: int | None) -> Article:
        """InputError when it is gone."""
        if not inputs.container(self._session, path):
            return inputs.read(self._session, path)
        if path != self._path:
            self._path, self._records = path, inputs.records(self._session, path)
        for record in self._records:
            if not isinstance(record, InputError) and record.nth == nth:
                return inputs.read_record(self._session, record)
        raise InputError(f"{path}: changed while it was read; lint it again")


def _with_hits(session: Session, article: Article, first: Linted) -> Linted:
    """The article's result with what the comparison found in it; the rules that have run need not run again, unless
    there are suppressions, of which some may look unused without the new findings."""
    if article.suppressions:
        return lint(session, article)
    choice = session.choice(article.path, article.meta.type)
    rules = {name: choice.rules[name] for name in _rules(session, article.path) if name in choice.rules}
    article.context.corpus_hits = session.corpus_hits[article.path, article.record]
    outcome = engine.lint(article, session.policy(article.path).catalog, settings(choice)._replace(rules=rules))
    findings = sorted([*first.article.findings, *outcome.findings], key=lambda f: (f.span.start, f.rule, f.span.end))
    report = with_sources(first.article._replace(findings=findings), article, session.request.sources)
    crashes = (*first.outcome.crashes, *outcome.crashes)
    return first._replace(article=report, outcome=first.outcome._replace(findings=findings, crashes=crashes))
