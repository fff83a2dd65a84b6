"""Findings under the path of their file, in columns."""

from __future__ import annotations

from newslint.finding import SEVERITIES
from newslint.reporters import Options, Report, aside, in_file
from newslint.reporters.summary import counted, folded, painted, severity_color, starred, summary, visible
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
        places = {id(f): "{}:{}".format(*in_file(f)) for f in shown}
        place = max(map(len, places.values()))
        rule = max(len(f.rule) for f in shown)
        for f in shown:
            severity = painted(f"{f.severity:<7}", severity_color(f.severity), options.color)
            message = starred(f, options) + visible(f.message + aside(f))
            out.write(f"  {places[id(f)]:>{place}}  {severity}  {f.rule:<{rule}}  {message}\n")
        for name, count in more.items():
            out.write(f"  {'':>{place}}  and {count} more of {name}\n")
        out.write("\n")
    summary(report, out, options)
