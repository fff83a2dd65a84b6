"""Rules across the files of a run: compare what each article left behind, then give each its findings."""

from __future__ import annotations

from collections.abc import Sequence

from newslint import walk
from newslint.article import Article
from newslint.corpus import compare
from newslint.engine import lint
from newslint.errors import NewslintError
from newslint.run.session import Linted, Session, settings
from newslint.typed import Any


def settled(
    session: Session, paths: Sequence[str], results: Sequence[Linted | NewslintError]
) -> list[Linted | NewslintError]:
    """The results with the findings across files."""
    out = list(results)
    signed = {i: r.signature for i, r in enumerate(results) if isinstance(r, Linted) and r.signature}
    rules: dict[str, dict[str, Any]] = {}
    for i in signed:
        rules |= session.corpus_rules(paths[i])
    session.corpus_hits = compare(signed.values(), rules)
    for i, one in signed.items():
        first = results[i]
        if (one.path, one.record) in session.corpus_hits and paths[i] != walk.STDIN and isinstance(first, Linted):
            try:
                out[i] = _with_hits(session, session.read(paths[i]), first)
            except NewslintError as error:  # gone or changed since it was read first
                out[i] = error
    return out


def _with_hits(session: Session, article: Article, first: Linted) -> Linted:
    """The article's result with what the comparison found in it; the rules that have run need not run again, unless
    there are suppressions, of which some may look unused without the new findings."""
    if article.suppressions:
        return session.lint(article)
    choice = session.choice(article)
    path = "" if article.path == walk.STDIN else article.path
    rules = {name: choice.rules[name] for name in session.corpus_rules(path) if name in choice.rules}
    article.facts["corpus-hits"] = session.corpus_hits[article.path, None]
    outcome = lint(article, session.policy(path).catalog, settings(choice)._replace(rules=rules))
    findings = sorted([*first.article.findings, *outcome.findings], key=lambda f: (f.span.start, f.rule, f.span.end))
    source = article.source if session.request.sources else ""
    report = first.article._replace(findings=findings, source=source)
    crashes = (*first.outcome.crashes, *outcome.crashes)
    return first._replace(article=report, outcome=first.outcome._replace(findings=findings, crashes=crashes))
