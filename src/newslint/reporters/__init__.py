"""What a whole run came to, and the table of the outputs that can write it.

A reporter is a function ``report(report, out, options)`` in a module of its own, imported when it is asked for.
"""

from __future__ import annotations

import sys

from newslint.engine import Crash
from newslint.errors import ConfigError, did_you_mean
from newslint.finding import SEVERITIES, Finding, Severity
from newslint.named import NamedTuple
from newslint.rules import Rule
from newslint.typed import Callable, Iterable, Literal, Mapping, Sequence, TextIO

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
    fields: Mapping[str, str] = {}
    """Where they count in fields: the decoded text of each field that a finding names."""

    def text_of(self, field: str | None) -> str:
        """The text that offsets count in."""
        return self.source if field is None else self.fields.get(field, "")


class Report:
    """What a run comes to. The articles of a long run are linted while they are gone through, and may be gone through
    once only (`ONE_PASS`); all else is known when that is done."""

    __slots__ = (
        "articles", "baselined", "counts", "crashes", "errors", "fixable", "page", "read", "rules", "seconds",
        "skipped", "suppressed", "version",
    )  # fmt: skip

    def __init__(
        self,
        articles: Iterable[ArticleReport],
        suppressed: int = 0,
        baselined: int = 0,
        skipped: Sequence[str] = (),
        crashes: Sequence[Crash] = (),
        errors: Sequence[str] = (),
        version: str = "",
        rules: Mapping[str, Rule] | None = None,
        page: Callable[[str], Rule] | None = None,
    ) -> None:
        self.articles = articles
        """In the order in which they were named."""
        self.suppressed = suppressed
        self.baselined = baselined
        self.skipped = skipped
        """What was left out, each with its reason: ``grammar-engine: needs Java 17``."""
        self.crashes = crashes
        self.errors = errors
        """Inputs that could not be read, one line each."""
        self.version = version
        self.rules = rules or {}
        """The rules that ran, by name, without their pages."""
        self.page = page
        """The rule with its page (summary, doc, examples), for outputs that describe rules."""
        self.seconds: dict[str, float] = {}
        """Time by rule, when it was measured."""
        self.read = 0
        """How many articles there are."""
        self.counts: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        self.fixable = [0, 0]
        """How many findings have a fix that could be written to their file: unsafe ones, and safe ones."""
        if isinstance(articles, list | tuple):
            for article in articles:
                self.add(article)

    def add(self, article: ArticleReport) -> None:
        """Count an article and its findings."""
        self.read += 1
        for finding in article.findings:
            self.counts[finding.severity] += 1
            if finding.fix and finding.field is None:
                self.fixable[finding.fix.safe] += 1

    @property
    def findings(self) -> list[Finding]:
        """All findings, article by article, at once in memory."""
        return [finding for article in self.articles for finding in article.findings]

    @property
    def troubles(self) -> list[str]:
        """What the tool could not do, one line each: inputs that could not be read, rules that threw."""
        return [
            *self.errors,
            *(f"{crash.path}: {crash.told}" for crash in self.crashes),
        ]

    def count(self, severity: Severity) -> int:
        """How many findings have the severity."""
        return self.counts[severity]


class Options(NamedTuple):
    """How a report is to look."""

    color: bool = False
    width: int = 100
    """Columns of the terminal."""
    fail_on: Severity | None = "error"
    """The mildest severity that fails the run; None: nothing does."""
    quiet: bool = False
    fixed: Literal["", "safe", "unsafe"] = ""
    """Which fixes the run has tried already; ``unsafe``: all of them."""


Reporter = Callable[[Report, TextIO, Options], None]

REPORTERS = (
    "full", "concise", "grouped", "statistics", "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "rdjsonl",
    "checkstyle", "junit", "azure", "teamcity", "markdown", "csv", "html",
)  # fmt: skip
"""Outputs by name; each is a module here with the function ``report``."""

ONE_PASS = frozenset((
    "full", "concise", "grouped", "statistics", "jsonl", "gitlab", "rdjson", "rdjsonl", "checkstyle", "azure",
    "teamcity", "csv",
))  # fmt: skip
"""Outputs that go through the articles once and ask for counts and rules only behind them: they are written while
articles are linted. The others need to know first how it ends."""


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


def in_file(f: Finding) -> tuple[int, int]:
    """Line and column to jump to: the finding's, or where the field or record begins that holds it."""
    return (f.line, f.column) if f.field is None else (max(1, f.file_line), 1)


def aside(f: Finding) -> str:
    """Where the finding stands in the record or field that `in_file` leads to, behind a message; empty in a file that
    is the article."""
    if f.field is None:
        return ""
    record = "" if f.record is None else f"record {f.record}, "
    paragraph = "paragraph " if f.field.isdigit() else ""
    return f" [{record}{paragraph}{f.field} {f.line}:{f.column}]"


def rule_url(name: str) -> str:
    """The address of the rule's page."""
    return f"{RULE_PAGES}{name}.md"
