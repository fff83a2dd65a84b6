"""TeamCity inspections as service messages."""

from __future__ import annotations

import re

from newslint.reporters import Options, Report
from newslint.typed import TextIO

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
_ESCAPED = {"'": "|'", "\n": "|n", "\r": "|r", "|": "||", "[": "|[", "]": "|]"}


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write each rule that found something once, then its findings."""
    for name in sorted({f.rule for f in report.findings}):
        rule = report.page(name) if report.page else report.rules.get(name)
        summary, family = (rule.summary or name, rule.family) if rule else (name, "newslint")
        out.write(
            f"##teamcity[inspectionType id='{_value(name)}' name='{_value(name)}' category='{_value(family)}'"
            f" description='{_value(summary)}']\n"
        )
    for article in report.articles:
        for f in article.findings:
            place = f"file='{_value(article.path)}' line='{f.line}' SEVERITY='{_SEVERITIES[f.severity]}'"
            out.write(f"##teamcity[inspection typeId='{_value(f.rule)}' message='{_value(f.message)}' {place}]\n")


def _value(text: str) -> str:
    def escaped(match: re.Match[str]) -> str:
        return _ESCAPED.get(match[0]) or f"|0x{ord(match[0]):04X}"

    return re.sub(r"['\n\r|\[\]]|[\x80-\uffff]", escaped, text)
