"""rdjson and rdjsonl for reviewdog, which puts fixes into a review as suggestions. Columns count UTF-8 bytes from 1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from newslint.reporters import RULE_PAGES, Options, Report, rule_url
from newslint.reporters.columns import Columns

SOURCE = {"name": "newslint", "url": RULE_PAGES}
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write one DiagnosticResult."""
    json.dump({"source": SOURCE, "diagnostics": list(diagnostics(report))}, out, ensure_ascii=False, indent=1)
    out.write("\n")


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    """Each finding as a Diagnostic."""
    for article in report.articles:
        columns = Columns(article.source)
        path = article.path.replace("\\", "/").removeprefix("./")
        for f in article.findings:
            row: dict[str, Any] = {
                "message": f.message,
                "location": {"path": path, "range": _range(columns, f.span.start, f.span.end)},
                "severity": _SEVERITIES[f.severity],
                "code": {"value": f.rule, "url": rule_url(f.rule)},
            }
            if f.fix:
                row["suggestions"] = [
                    {"range": _range(columns, e.span.start, e.span.end), "text": e.text} for e in f.fix.edits
                ]
            if f.related:
                row["related_locations"] = [
                    {
                        "message": place.message or ("also here" if place.role == "also-here" else "see here"),
                        "location": {"path": path, "range": _range(columns, place.span.start, place.span.end)},
                    }
                    for place in f.related
                ]
            yield row


def _range(columns: Columns, start: int, end: int) -> dict[str, dict[str, int]]:
    def at(offset: int) -> dict[str, int]:
        line, column = columns.position(offset)
        return {"line": line, "column": columns.utf8(line, column)}

    return {"start": at(start), "end": at(end)}
