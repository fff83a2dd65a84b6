"""Findings under the path of their file, in columns."""

from __future__ import annotations

from newslint.finding import SEVERITIES
from newslint.reporters import Options, Report
from newslint.reporters.summary import counted, folded, painted, severity_color, summary, visible
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write each article that has findings as a block: place, severity, rule, message."""
    for article in report.articles:
        if not article.findings:
            continue
        counts = [
            counted(n, severity)
            for severity in reversed(SEVERITIES)
            if (n := sum(f.severity == severity for f in article.findings))
        ]
        out.write(f"{painted(visible(article.path), 'bold', options.color)}: {', '.join(counts)}\n")
        shown, more = folded(article)
        place = max(len(f"{f.line}:{f.column}") for f in shown)
        rule = max(len(f.rule) for f in shown)
        for f in shown:
            severity = painted(f"{f.severity:<7}", severity_color(f.severity), options.color)
            out.write(f"  {f'{f.line}:{f.column}':>{place}}  {severity}  {f.rule:<{rule}}  {visible(f.message)}\n")
        for name, count in more.items():
            out.write(f"  {'':>{place}}  and {count} more of {name}\n")
        out.write("\n")
    summary(report, out, options)
