"""JUnit XML: one suite an article; a clean one is a test that passed, so that a clean run shows tests at all."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from newslint.finding import SEVERITIES
from newslint.reporters import ArticleReport, Options, Report, aside, fails, in_file
from newslint.reporters.xml import printable
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the suites. What does not fail the run is a passed test with its message as output."""
    failures = sum(report.count(severity) for severity in SEVERITIES if fails(severity, options.fail_on))
    tests = sum(max(1, len(article.findings)) for article in report.articles)
    errors = len(report.troubles)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="newslint" tests="{tests + errors}" failures="{failures}" errors="{errors}">\n')
    for article in report.articles:
        _suite(article, out, options)
    if errors:
        out.write(f'  <testsuite name="newslint" tests="{errors}" failures="0" errors="{errors}">\n')
        for text in report.troubles:
            said = quoteattr(printable(text))
            out.write(f'    <testcase name={said} classname="newslint"><error message={said}/></testcase>\n')
        out.write("  </testsuite>\n")
    out.write("</testsuites>\n")


def _suite(article: ArticleReport, out: TextIO, options: Options) -> None:
    name = printable(article.path if article.record is None else f"{article.path}#{article.record}")
    failures = sum(fails(f.severity, options.fail_on) for f in article.findings)
    tests = max(1, len(article.findings))
    out.write(f'  <testsuite name={quoteattr(name)} tests="{tests}" failures="{failures}" errors="0">\n')
    if not article.findings:
        out.write(f'    <testcase name="clean" classname={quoteattr(name)}/>\n')
    for f in article.findings:
        said = printable(f.message + aside(f))
        line, column = in_file(f)
        case = f"{f.rule} {f.line}:{f.column}"
        out.write(f'    <testcase name={quoteattr(case)} classname={quoteattr(name)} line="{line}" column="{column}">')
        if fails(f.severity, options.fail_on):
            body = escape(printable(f"{f.path}:{line}:{column}: {f.severity} {f.rule}\n{f.excerpt}"))
            out.write(f"<failure message={quoteattr(said)} type={quoteattr(f.severity)}>{body}</failure>")
        else:
            out.write(f"<system-out>{escape(f'{f.severity}: {said}')}</system-out>")
        out.write("</testcase>\n")
    out.write("  </testsuite>\n")
