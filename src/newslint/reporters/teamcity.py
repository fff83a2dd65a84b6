"""TeamCity inspections as service messages."""

from __future__ import annotations

import re

from newslint.finding import Finding
from newslint.reporters import Options, Report, aside, in_file
from newslint.typed import TextIO

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_ESCAPED = {"'": "|'", "\n": "|n", "\r": "|r", "|": "||", "[": "|[", "]": "|]"}


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write each finding, and before the first one of a rule the rule."""
    known: set[str] = set()
    for article in report.articles:
        for f in article.findings:
            if f.rule not in known:
                known.add(f.rule)
                out.write(_kind(report, f))
            place = f"file='{_value(article.path)}' line='{in_file(f)[0]}' SEVERITY='{_SEVERITIES[f.severity]}'"
            out.write(
                f"##teamcity[inspection typeId='{_value(f.rule)}' message='{_value(f.message + aside(f))}' {place}]\n"
            )


def _kind(report: Report, f: Finding) -> str:
    rule = report.page(f.rule) if report.page else report.rules.get(f.rule)
    summary = rule.summary or f.rule if rule else f.rule
    return (
        f"##teamcity[inspectionType id='{_value(f.rule)}' name='{_value(f.rule)}' category='{_value(f.family)}'"
        f" description='{_value(summary)}']\n"
    )


def _value(text: str) -> str:
    def escaped(match: re.Match[str]) -> str:
        return _ESCAPED.get(match[0]) or f"|0x{ord(match[0]):04X}"

    return re.sub(r"['\n\r|\[\]]|[\x80-\uffff]", escaped, text)
