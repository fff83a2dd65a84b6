"""JSON Lines: one finding a line, with its path; for jq and for tables."""

from __future__ import annotations

import json

from newslint.reporters import Options, Report
from newslint.reporters.json import finding_row
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write each finding as one object; an article without findings gives no line."""
    dumps = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
    for article in report.articles:
        for finding in article.findings:
            row = {"path": article.path, "record": article.record, **finding_row(finding)}
            out.write(dumps(row) + "\n")
