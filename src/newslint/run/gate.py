"""What is let through: old flaws that a baseline knows, flaws on lines that the change did not touch, flaws that the
file had before the change."""

from __future__ import annotations

import os

from newslint import baseline, diffs
from newslint.baseline import Entry
from newslint.diffs import Changes
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.formats import format_of
from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport
from newslint.run import foreign
from newslint.run.linting import lint_data
from newslint.typed import TYPE_CHECKING, Iterable, Mapping, Sequence
from newslint.walk import SKIPPED

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


def changed_files(session: Session, changes: Changes) -> Sequence[str | InputError]:
    """The articles among changed files: those that a walk through this folder would come upon."""

    def read(path: str) -> bool:
        return bool(
            format_of(path)
            and (session.request.staged or os.path.isfile(path))
            and not any(part.startswith(".") or part in SKIPPED for part in path.split("/"))
            and not session.excluded(path)
            and not foreign(session, path)
        )

    return sorted(filter(read, changes))


class Sieve:
    """Takes the articles of a run one by one and leaves out what the gate lets through."""

    def __init__(self, gate: Gate, seen: Iterable[str], session: Session) -> None:
        """`seen`: the paths that the run is to read."""
        self._gate = gate
        self._session = session
        self._crossed_off = baseline.CrossedOff(gate.entries, seen) if gate.entries else None
        self._read: set[str] = set()
        self._old: tuple[str, Tally[str] | None] = ("", None)
        self.baselined = 0

    def sifted(self, article: ArticleReport) -> ArticleReport:
        """The article with the findings that are left to report."""
        if self._crossed_off:
            self._read.add(article.path)
        if not article.findings:
            return article
        findings = self._narrowed(article)
        if self._crossed_off:  # it asks for all findings of the file: what the change left alone has its entries, too
            new = {id(finding) for finding in self._crossed_off.parted(article.findings)[0]}
            fresh = [finding for finding in findings if id(finding) in new]
            self.baselined += len(findings) - len(fresh)
            findings = fresh
        return article._replace(findings=findings)

    def stale(self, skipped: Iterable[str]) -> list[Entry]:
        """Entries for which nothing was found, though their rules ran on their files; the run is over."""
        return judged(self._session, self._crossed_off.stale(self._read), skipped) if self._crossed_off else []

    def _narrowed(self, article: ArticleReport) -> Sequence[Finding]:
        gate, findings = self._gate, article.findings
        path = from_here(article.path)
        if gate.base:
            before = self._before(article.path, path)
            if before is not None:
                findings = _beyond(findings, before)
        elif gate.changes is not None:
            findings = [f for f in findings if diffs.touched(gate.changes, f, path)]
        return findings

    def _before(self, name: str, path: str) -> Tally[str] | None:
        """The fingerprints of the file's earlier version, less those that were met; None where there was no file."""
        if self._old[0] != path:
            data = diffs.at(self._gate.base, self._gate.renames.get(path, path))
            found = lint_data(self._session, data, name) if data is not None else ()
            before = Tally(f.fingerprint.partition(":")[0] for one in found for f in one.outcome.findings)
            self._old = path, None if data is None else before
        return self._old[1]


def _beyond(findings: Sequence[Finding], before: Tally[str]) -> list[Finding]:
    """The findings less as many equal ones as there were before."""
    new = []
    for finding in findings:
        name = finding.fingerprint.partition(":")[0]
        if before[name]:
            before[name] -= 1
        else:
            new.append(finding)
    return new
