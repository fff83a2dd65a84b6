"""JSON for programs. Its form is a promise: a change is a new ``schema_version``."""

from __future__ import annotations

import json

from newslint.finding import Finding
from newslint.reporters import SCHEMA_VERSION, ArticleReport, Options, Report, rule_url
from newslint.typed import Any, TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the whole run as one object. Offsets are code points of the decoded source, end-exclusive."""
    dumps = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    summary = {
        "articles": report.read,
        "error": report.count("error"),
        "warning": report.count("warning"),
        "info": report.count("info"),
        "suppressed": report.suppressed,
        "baselined": report.baselined,
        "skipped": list(report.skipped),
    }
    head = dumps({"schema_version": SCHEMA_VERSION, "version": report.version, "summary": summary})
    out.write(head[:-1] + ', "articles": [')
    between = "\n"
    for article in report.articles:
        out.write(between + dumps(article_row(article)))
        between = ",\n"
    out.write("\n]}\n")


def article_row(article: ArticleReport) -> dict[str, Any]:
    """An article as the JSON output shows it."""
    return {
        "path": article.path,
        "record": article.record,
        "format": article.format,
        "headline": article.headline,
        "words": article.words,
        "metrics": dict(article.metrics),
        "findings": [finding_row(finding) for finding in article.findings],
    }


def finding_row(f: Finding) -> dict[str, Any]:
    """A finding as the JSON output shows it."""
    return {
        "rule": f.rule,
        "family": f.family,
        "severity": f.severity,
        "message": f.message,
        "line": f.line,
        "column": f.column,
        "end_line": f.end_line,
        "end_column": f.end_column,
        "start": f.span.start,
        "end": f.span.end,
        "excerpt": f.excerpt,
        "scope": f.scope,
        "zone": f.zone,
        "field": f.field,
        "also": [{"rule": a.rule, "family": a.family, "start": a.span.start, "end": a.span.end} for a in f.also],
        "related": [
            {
                "role": place.role,
                "line": place.line,
                "column": place.column,
                "start": place.span.start,
                "end": place.span.end,
                "message": place.message,
                **({"field": place.field} if place.field else {}),
            }
            for place in f.related
        ],
        "fix": f.fix
        and {
            "title": f.fix.title,
            "safe": f.fix.safe,
            "edits": [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in f.fix.edits],
        },
        "url": rule_url(f.rule),
        "fingerprint": f.fingerprint,
    }
