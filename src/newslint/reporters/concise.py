"""One line a finding, as compilers and linters write it: ``path:line:column: severity rule: message``."""

from __future__ import annotations

from newslint.reporters import Options, Report, aside, in_file
from newslint.reporters.summary import painted, severity_color, summary, visible
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write every finding, then one line of counts."""
    for article in report.articles:
        for f in article.findings:
            severity = painted(f.severity, severity_color(f.severity), options.color)
            rule = painted(f.rule, "bold", options.color)
            line, column = in_file(f)
            out.write(f"{visible(f.path)}:{line}:{column}: {severity} {rule}: {visible(f.message + aside(f))}\n")
    summary(report, out, options)
