"""GitHub workflow commands: annotations in a pull request.

Ten errors and ten warnings show in a step, so the worst come first. Article text can never act as a command: nothing of
it stands at the beginning of a line, and line ends are escaped.
"""

from __future__ import annotations

from newslint.finding import SEVERITIES, Finding
from newslint.reporters import Options, Report, aside, in_file
from newslint.typed import TextIO

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
SHOWN = 10
"""Annotations of one kind that GitHub shows in a step."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write one command a finding, worst first, and a notice when more were found than show."""
    for severity in reversed(SEVERITIES):
        if report.count(severity):
            for article in report.articles:
                for finding in article.findings:
                    if finding.severity == severity:
                        out.write(command(article.path, finding) + "\n")
    hidden = sum(max(0, report.count(severity) - SHOWN) for severity in SEVERITIES)
    if hidden:
        out.write(f"::notice title=newslint::{hidden} more findings do not show here; see the log or the job summary\n")
    for text in report.troubles:
        out.write(f"::error title=newslint::{data(text)}\n")


def command(path: str, f: Finding) -> str:
    """The workflow command of a finding."""
    line, column = in_file(f)
    fields = {
        "file": path.replace("\\", "/").removeprefix("./"),
        "line": str(line),
        "endLine": str(line if f.field else f.end_line),
        "title": f"newslint ({f.rule})",
    }
    if f.field is None and f.line == f.end_line:  # columns make no sense over several lines
        fields |= {"col": str(f.column), "endColumn": str(f.end_column)}
    said = ",".join(f"{key}={prop(value)}" for key, value in fields.items())
    return f"::{_COMMANDS[f.severity]} {said}::{data(f'{path}:{line}:{column}: {f.rule}: {f.message}{aside(f)}')}"


def data(text: str) -> str:
    """Escaped as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def prop(text: str) -> str:
    """Escaped as a property of a command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")
