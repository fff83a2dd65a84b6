"""rdjson and rdjsonl for reviewdog, which puts fixes into a review as suggestions. Columns count UTF-8 bytes from 1."""

from __future__ import annotations

import json
from itertools import pairwise

from newslint.finding import Finding, Fix
from newslint.reporters import RULE_PAGES, Options, Report, aside, in_file, rule_url
from newslint.reporters.columns import Columns
from newslint.typed import Any, Iterator, TextIO

SOURCE = {"name": "newslint", "url": RULE_PAGES}
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_LINES = 20
"""A fix that reaches further has no suggestion: nobody would read it in a review."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write one DiagnosticResult."""
    out.write(f'{{"source": {json.dumps(SOURCE)}, "diagnostics": [')
    between = "\n "
    for row in diagnostics(report):
        out.write(between + json.dumps(row, ensure_ascii=False))
        between = ",\n "
    out.write("\n]}\n")


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    """Each finding as a Diagnostic."""
    for article in report.articles:
        columns = Columns(article.source)
        path = article.path.replace("\\", "/").removeprefix("./")
        for f in article.findings:
            row: dict[str, Any] = {
                "message": f.message + aside(f),
                "location": {"path": path, "range": _place(columns, f)},
                "severity": _SEVERITIES[f.severity],
                "code": {"value": f.rule, "url": rule_url(f.rule)},
            }
            if f.fix and f.field is None and (whole := _suggestion(columns, f.fix)):
                row["suggestions"] = [whole]
            if f.related and f.field is None:
                row["related_locations"] = [
                    {
                        "message": place.message or ("also here" if place.role == "also-here" else "see here"),
                        "location": {"path": path, "range": _range(columns, place.span.start, place.span.end)},
                    }
                    for place in f.related
                ]
            yield row


def _place(columns: Columns, f: Finding) -> dict[str, Any]:
    """The finding's range, or the line where the field or record begins that holds it."""
    if f.field is None:
        return _range(columns, f.span.start, f.span.end)
    return {"start": {"line": in_file(f)[0], "column": 1}}


def _suggestion(columns: Columns, fix: Fix) -> dict[str, Any] | None:
    """The edits of a fix as one suggestion: a reviewer applies suggestions one by one, and half a fix is none."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    if not edits:
        return None
    start, end = edits[0].span.start, edits[-1].span.end
    if columns.position(end)[0] - columns.position(start)[0] > _LINES:
        return None
    parts = [edits[0].text]
    for before, after in pairwise(edits):
        parts += [columns.source[before.span.end : after.span.start], after.text]
    return {"range": _range(columns, start, end), "text": "".join(parts)}


def _range(columns: Columns, start: int, end: int) -> dict[str, dict[str, int]]:
    def at(offset: int) -> dict[str, int]:
        line, column = columns.position(offset)
        return {"line": line, "column": columns.utf8(line, column)}

    return {"start": at(start), "end": at(end)}
