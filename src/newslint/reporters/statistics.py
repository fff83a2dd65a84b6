"""Findings counted by rule."""

from __future__ import annotations

from newslint.finding import SEVERITIES, Severity
from newslint.reporters import Options, Report
from newslint.reporters.summary import painted, severity_color, starred, summary
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write a table: how many, how grave, which rule, in how many articles; the most frequent first."""
    counts: dict[tuple[Severity, str], int] = {}
    articles: dict[tuple[Severity, str], set[int]] = {}
    stars: dict[tuple[Severity, str], str] = {}
    for i, article in enumerate(report.articles):
        for f in article.findings:
            key = f.severity, f.rule
            counts[key] = counts.get(key, 0) + 1
            articles.setdefault(key, set()).add(i)
            stars[key] = stars.get(key) or starred(f, options)
    width = max((len(rule) for _, rule in counts), default=0)
    rank = {severity: -i for i, severity in enumerate(SEVERITIES)}
    for (severity, rule), count in sorted(counts.items(), key=lambda row: (-row[1], rank[row[0][0]], row[0][1])):
        shown = painted(f"{severity:<7}", severity_color(severity), options.color)
        where = len(articles[severity, rule])
        star = stars[severity, rule] or "    " * any(stars.values())
        out.write(f"{count:>6}  {shown}  {rule:<{width}}  {star}in {where} article{'s' * (where != 1)}\n")
    summary(report, out, options)
