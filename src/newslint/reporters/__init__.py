"""What a whole run came to, and the table of the outputs that can write it.

A reporter is a function ``report(report, out, options)`` in a module of its own, imported when it is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from newslint.engine import Crash
from newslint.errors import ConfigError, did_you_mean
from newslint.finding import SEVERITIES, Finding, Severity
from newslint.named import NamedTuple
from newslint.rule import Rule
from newslint.typed import TextIO

SCHEMA_VERSION = 1
"""Of the JSON outputs; a change of their form is a new number."""

RULE_PAGES = "https://github.com/newslint/newslint/blob/main/docs/rules/"
"""Where the rules' pages are published, each under its rule's name."""


class ArticleReport(NamedTuple):
    """One article that was read, also when nothing was found in it."""

    path: str
    """As the user named it."""
    record: int | None = None
    """The index of the record, from 0, in a file of many articles."""
    format: str = "plain"
    headline: str = ""
    words: int = 0
    metrics: Mapping[str, float | int | None] = {}
    findings: Sequence[Finding] = ()
    """In order of place."""
    source: str = ""
    """The decoded source that the findings' offsets count in; empty where there is no finding."""


class Report(NamedTuple):
    """What a run came to."""

    articles: Sequence[ArticleReport]
    """In the order in which they were named."""
    suppressed: int = 0
    baselined: int = 0
    skipped: Sequence[str] = ()
    """What was left out, each with its reason: ``grammar-engine: needs Java 17``."""
    crashes: Sequence[Crash] = ()
    errors: Sequence[str] = ()
    """Inputs that could not be read, one line each."""
    version: str = ""
    rules: Mapping[str, Rule] = {}
    """The rules that ran, by name, without their pages."""
    page: Callable[[str], Rule] | None = None
    """The rule with its page (summary, doc, examples), for outputs that describe rules."""
    seconds: Mapping[str, float] = {}
    """Time by rule, when it was measured."""

    @property
    def findings(self) -> list[Finding]:
        """All findings, article by article."""
        return [finding for article in self.articles for finding in article.findings]

    @property
    def troubles(self) -> list[str]:
        """What the tool could not do, one line each: inputs that could not be read, rules that threw."""
        return [
            *self.errors,
            *(f"{c.path}: internal error in rule {c.rule} ({c.source}): {c.error}" for c in self.crashes),
        ]

    def count(self, severity: Severity) -> int:
        """How many findings have the severity."""
        return sum(finding.severity == severity for article in self.articles for finding in article.findings)


class Options(NamedTuple):
    """How a report is to look."""

    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    fail_on: Severity | None = "error"
    """The mildest severity that fails the run; None: nothing does."""
    verbose: int = 0
    quiet: bool = False
    fixes: bool = False
    """Mention that ``--fix`` would help."""


Reporter = Callable[[Report, TextIO, Options], None]

REPORTERS = (
    "full", "concise", "grouped", "statistics", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "rdjsonl",
    "checkstyle", "junit", "azure", "teamcity", "markdown", "csv", "html",
)  # fmt: skip
"""Outputs by name; each is a module here with the function ``report``."""


def reporter(name: str) -> Reporter:
    """The function that writes this output. ConfigError on an unknown name."""
    if name not in REPORTERS:
        raise ConfigError(
            f"unknown output format {name!r}{did_you_mean(name, REPORTERS)}; there are {', '.join(REPORTERS)}"
        )
    module = f"newslint.reporters.{name}"
    __import__(module)
    found: Reporter = sys.modules[module].report
    return found


def fails(severity: Severity, fail_on: Severity | None) -> bool:
    """True when a finding of this severity fails a run that fails on the other."""
    return fail_on is not None and SEVERITIES.index(severity) >= SEVERITIES.index(fail_on)


def rule_url(name: str) -> str:
    """The address of the rule's page."""
    return f"{RULE_PAGES}{name}.md"
