"""CSV for spreadsheets: one finding a row. Cells that would run as formulas get an apostrophe in front."""

from __future__ import annotations

import csv

from newslint.reporters import Options, Report
from newslint.typed import TextIO

COLUMNS = (
    "path",
    "record",
    "line",
    "column",
    "severity",
    "family",
    "rule",
    "message",
    "excerpt",
    "fingerprint",
    "field",
)


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write a head row and one row a finding."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for article in report.articles:
        record = "" if article.record is None else article.record
        for f in article.findings:
            cells = (
                article.path,
                record,
                f.line,
                f.column,
                f.severity,
                f.family,
                f.rule,
                f.message,
                f.excerpt,
                f.fingerprint,
                f.field or "",
            )
            rows.writerow([_harmless(cell) if isinstance(cell, str) else cell for cell in cells])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
