"""Azure Pipelines logging commands."""

from __future__ import annotations

from newslint.reporters import Options, Report, aside, in_file
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write one ``task.logissue`` a finding; Azure knows errors and warnings only."""
    for article in report.articles:
        for f in article.findings:
            kind = "error" if f.severity == "error" else "warning"
            line, column = in_file(f)
            place = f"sourcepath={_escaped(article.path)};linenumber={line};columnnumber={column}"
            out.write(f"##vso[task.logissue type={kind};{place};code={f.rule};]{_data(f.message + aside(f))}\n")


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")
