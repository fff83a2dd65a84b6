"""A run under way: its articles come one by one, and what they come to is counted as they go by."""

from __future__ import annotations

from newslint import __version__
from newslint.engine import Crash
from newslint.errors import NewslintError, RecordError
from newslint.named import NamedTuple
from newslint.reporters import ArticleReport, Report, fails
from newslint.run.linting import Linted
from newslint.run.session import Session
from newslint.typed import TYPE_CHECKING, Callable, Generator, Iterable, Sequence

if TYPE_CHECKING:
    from newslint.baseline import Entry
    from newslint.catalog import Catalog
    from newslint.rules import Rule
    from newslint.run.gate import Gate

SHOWN_RECORDS = 10
"""Records of a file that are named where many have the same fate."""
BROKEN = 20
"""Broken records of a file that are named; the others are counted."""


class Result(NamedTuple):
    """What came of a whole run."""

    report: Report
    errors: Sequence[str] = ()
    """One line each: inputs and configurations that could not be used."""
    failures: Sequence[str] = ()
    """Articles over a limit."""
    stale: Sequence[Entry] = ()
    """Entries of the baseline for which nothing was found."""
    notes: Sequence[str] = ()
    """What the user should know of articles, one line each."""
    failed: bool = False
    """A finding is at or above the gate, or an article over a limit."""


class _Records:
    """Which records of a file something is said of, in order: the first ones, and how many there are."""

    def __init__(self) -> None:
        self.first: list[int] = []
        self.times = 0

    def add(self, record: int | None, own: bool) -> None:
        """Take a record in; not where the saying is of the whole run, such as a rule that cannot work."""
        if record is not None and own:
            self.times += 1
            if len(self.first) < SHOWN_RECORDS:
                self.first.append(record)

    def __str__(self) -> str:
        if not self.times:
            return ""
        named = ", ".join(map(str, self.first)) + ", …" * (self.times > len(self.first))
        return f" (record {named})" if self.times == 1 else f" ({self.times:,} records: {named})"


class Run:
    """A run under way: it lints while somebody goes through `report.articles`."""

    def __init__(self, session: Session, gate: Gate | None, watch: Callable[[ArticleReport], None] | None) -> None:
        self.report = Report((), version=__version__)
        self._crashes: list[Crash] = []
        self.report.crashes = self._crashes  # seen while it grows
        self._session = session
        self._gate = gate
        self._watch = watch
        self._catalogs: list[Catalog] = []
        self._errors: dict[str, None] = {}
        self._skipped: dict[str, _Records] = {}
        self._notes: dict[str, tuple[str, int]] = {}
        """What to say of articles: the place of the first, and how many more there are."""
        self._broken: dict[str, int] = {}
        """Broken records by the path of their file."""
        self._failures: list[str] = []
        self._failed = False
        self._stale: Sequence[Entry] = ()

    def result(self) -> Result:
        """What came of the run; lints what nobody has asked for yet."""
        settle = getattr(self.report.articles, "settle", None)  # kept articles can be settled, a generator is run down
        if settle:
            settle()
        else:
            for _ in self.report.articles:
                pass
        return Result(self.report, self.report.errors, self._failures, self._stale, self._noted(), self._failed)

    def start(self, results: Iterable[Linted | NewslintError], seen: Sequence[str], keep: bool) -> None:
        """Put the articles of the results into the report; `seen` are the paths that they come from."""
        self._live = self.report.articles = self._go(results, seen)
        if keep:
            from newslint.run.articles import Articles

            self.report.articles = Articles(self._live)

    def close(self) -> None:
        """Let go of what is left, and of the processes that work on it."""
        self._live.close()

    def _go(
        self, results: Iterable[Linted | NewslintError], seen: Sequence[str]
    ) -> Generator[ArticleReport, None, None]:
        """The articles of the results, less what the gate lets through; counts go into the report."""
        report = self.report
        sieve = None
        if self._gate:
            from newslint.run.gate import Sieve

            sieve = Sieve(self._gate, seen, self._session)
        for result in results:
            if isinstance(result, NewslintError):
                self._complain(result)
                continue
            self._count(result)
            article = sieve.sifted(result.article) if sieve else result.article
            report.add(article)
            self._judge(article, result)
            if self._watch:
                self._watch(article)
            yield article
        for path, times in self._broken.items():
            if times > BROKEN:
                self._errors[f"{path}: {times - BROKEN} more records cannot be read"] = None
        report.errors = tuple(self._errors)
        report.skipped = tuple(f"{reason}{records}" for reason, records in self._skipped.items())
        if sieve:
            report.baselined = sieve.baselined
            self._stale = sieve.stale(self._skipped)

    def _complain(self, error: NewslintError) -> None:
        """Keep what is wrong with an input; of the broken records of one file only the first ones."""
        if isinstance(error, RecordError):
            self._broken[error.path] = self._broken.get(error.path, 0) + 1
            if self._broken[error.path] > BROKEN:
                return
        self._errors[str(error)] = None

    def _count(self, result: Linted) -> None:
        """Put what came of an article, apart from its findings, into the report."""
        report, outcome = self.report, result.outcome
        catalog = self._session.policy(result.article.path).catalog
        if not any(catalog is other for other in self._catalogs):
            self._catalogs.append(catalog)
            report.rules = {**catalog.rules, **report.rules}
            report.page = _page_of(self._catalogs)
        report.suppressed += outcome.suppressed
        self._crashes += outcome.crashes
        for place, said in result.notes:
            first, more = self._notes.get(said, (place, -1))
            self._notes[said] = first, more + 1
        of_article = f"{result.article.path}: "
        for reason in outcome.skipped:
            self._skipped.setdefault(reason, _Records()).add(result.article.record, reason.startswith(of_article))
        self._errors.update(dict.fromkeys(outcome.errors))
        for name, spent in outcome.seconds.items():
            report.seconds[name] = report.seconds.get(name, 0.0) + spent

    def _noted(self) -> list[str]:
        return [f"{place}{f' and {n} more' if n else ''}: {said}" for said, (place, n) in self._notes.items()]

    def _judge(self, article: ArticleReport, result: Linted) -> None:
        """Note whether the article, as it is reported, fails the run."""
        if any(fails(finding.severity, result.fail_on) for finding in article.findings):
            self._failed = True
        warnings = sum(finding.severity == "warning" for finding in article.findings)
        words = max(1, article.words)
        if result.limit is not None and warnings * 1000 > result.limit * words:
            self._failed = True
            rate = f"{1000 * warnings / words:.1f} warnings in 1,000 words"
            self._failures.append(f"{article.path}: {rate}; at most {result.limit:g} are allowed")


def _page_of(catalogs: Sequence[Catalog]) -> Callable[[str], Rule]:
    """The pages of all rules; of one that several catalogs know, the first one's."""
    homes = {name: catalog for catalog in reversed(catalogs) for name in catalog.rules}
    return lambda name: homes[name].page(name)


def exit_code(result: Result) -> int:
    """2 when the tool could not do its job, else 1 when the run fails, else 0."""
    if result.errors or result.report.crashes:
        return 2
    return 1 if result.failed else 0
