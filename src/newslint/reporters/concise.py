"""One line a finding, as compilers and linters write it: ``path:line:column: severity rule: message``."""

from __future__ import annotations

from newslint.finding import SEVERITIES
from newslint.reporters import Options, Report, aside, in_file
from newslint.reporters.summary import painted, severity_color, starred, summary, visible
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write every finding, then one line of counts."""
    severities = {severity: painted(severity, severity_color(severity), options.color) for severity in SEVERITIES}
    for article in report.articles:
        path = visible(article.path)
        for f in article.findings:
            rule = painted(f.rule, "bold", options.color)
            line, column = in_file(f)
            message = starred(f, options) + visible(f.message + aside(f))
            out.write(f"{path}:{line}:{column}: {severities[f.severity]} {rule}: {message}\n")
    summary(report, out, options)
