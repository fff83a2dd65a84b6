"""rdjsonl: one reviewdog Diagnostic a line."""

from __future__ import annotations

import json

from newslint.reporters import Options, Report
from newslint.reporters.rdjson import SOURCE, diagnostics
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the diagnostics, each with its source."""
    for row in diagnostics(report):
        out.write(json.dumps({**row, "source": SOURCE}, ensure_ascii=False) + "\n")
