"""What is let through: old flaws that a baseline knows, flaws on lines that the change did not touch, flaws that the
file had before the change."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from newslint import baseline, diffs
from newslint.baseline import Entry
from newslint.diffs import Changes
from newslint.finding import Finding
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport
from newslint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.run.session import Session


class Gate(NamedTuple):
    """What stands between the findings and the report."""

    entries: Sequence[Entry] = ()
    """Of the baseline."""
    changes: Changes | None = None
    """Lines of the change, by path from the working directory; None: every line counts."""
    base: str = ""
    """The commit whose flaws are subtracted (``--new-only``); empty: none."""
    renames: Mapping[str, str] = {}
    """New path -> path in the base."""


class Sifted(NamedTuple):
    """What is left to report."""

    articles: list[ArticleReport]
    baselined: int = 0
    stale: Sequence[Entry] = ()


def judged(session: Session, entries: Iterable[Entry], skipped: Iterable[str] = ()) -> list[Entry]:
    """The entries whose rules this run asked: only of these a missing finding means that the flaw is gone."""
    left_out = {note.partition(":")[0] for note in skipped}
    kept = []
    for entry in entries:
        policy = session.policy(entry.path)
        asked = entry.rule in policy.choice(entry.path).rules or entry.rule not in policy.catalog.rules
        if asked and entry.rule not in left_out:
            kept.append(entry)
    return kept


def from_here(path: str) -> str:
    """The path as git says it: from the working directory, with ``/``."""
    return os.path.relpath(path).replace(os.sep, "/")


def sift(gate: Gate, articles: Sequence[ArticleReport], lint_old: Callable[[bytes, str], list[Finding]]) -> Sifted:
    """Leave out what the gate lets through. `lint_old` lints the bytes of an earlier version under its path."""
    kept = [_narrowed(gate, article, lint_old) for article in articles]
    if not gate.entries:
        return Sifted(kept)
    findings = [f for article in kept for f in article.findings]
    matched = baseline.match(gate.entries, findings, [article.path for article in kept])
    new = set(map(id, matched.new))
    kept = [a._replace(findings=[f for f in a.findings if id(f) in new]) if a.findings else a for a in kept]
    return Sifted(kept, len(matched.known), matched.stale)


def _narrowed(gate: Gate, article: ArticleReport, lint_old: Callable[[bytes, str], list[Finding]]) -> ArticleReport:
    findings = article.findings
    if not findings:
        return article
    path = from_here(article.path)
    if gate.base:
        old_path = gate.renames.get(path, path)
        old = diffs.at(gate.base, old_path)
        if old is not None:
            before = Counter(f.fingerprint.partition(":")[0] for f in lint_old(old, article.path))
            findings = _beyond(findings, before)
    elif gate.changes is not None:
        findings = [f for f in findings if diffs.touched(gate.changes, f, path)]
    return article._replace(findings=findings)


def _beyond(findings: Sequence[Finding], before: Counter[str]) -> list[Finding]:
    """The findings less as many equal ones as there were before."""
    new = []
    for finding in findings:
        name = finding.fingerprint.partition(":")[0]
        if before[name]:
            before[name] -= 1
        else:
            new.append(finding)
    return new
