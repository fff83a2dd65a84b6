"""SARIF 2.1.0 for code scanning (OASIS standard; what GitHub reads of it is in its documentation).

The fingerprint is our own: the default one hashes the first hundred characters of a line, and a paragraph is one line.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

from newslint.finding import Finding, Fix
from newslint.reporters import RULE_PAGES, ArticleReport, Options, Report, aside, in_file, rule_url
from newslint.reporters.columns import Columns
from newslint.rules import Rule
from newslint.typed import Any, TextIO

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM = {"error": "error", "warning": "warning", "info": "recommendation"}
_PRECISION = {"error": "very-high", "warning": "high", "info": "medium"}
_RELATED = 100
"""Further places at most: of a result, code scanning takes as many."""
_SNIPPET = 400
"""Code points of context at most, since a line is often a whole paragraph."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write one SARIF run; columns count UTF-16 code units."""
    rules = sorted(report.rules)
    index = {name: i for i, name in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "newslint",
                "informationUri": RULE_PAGES,
                "semanticVersion": report.version,
                "rules": [_rule(report, name) for name in rules],
            }
        },
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
        "automationDetails": {"id": "newslint/"},
        "invocations": [
            {
                "executionSuccessful": not (report.crashes or report.errors),
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": text}} for text in report.troubles
                ],
            }
        ],
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    out.write(
        f'{json.dumps(document)[:-1]},\n"runs": [{json.dumps(run, ensure_ascii=False, indent=1)[:-2]},\n "results": ['
    )
    between = "\n  "
    for article in report.articles:
        columns = Columns(article.source)
        for finding in article.findings:
            out.write(between + json.dumps(_result(finding, article, columns, index), ensure_ascii=False))
            between = ",\n  "
    out.write("\n ]\n}]}\n")


def _rule(report: Report, name: str) -> dict[str, Any]:
    rule: Rule = report.page(name) if report.page else report.rules[name]
    summary = (rule.summary or name)[:1000]
    doc = rule.doc or summary
    good = "\n".join(f"- {example}" for example in rule.good[:2])
    return {
        "id": name,
        "name": name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": f"{summary} {' '.join(doc.split())}"[:1000]},
        "help": {"text": doc, "markdown": f"{doc}\n\n**Good**\n\n{good}\n" if good else doc},
        "helpUri": rule_url(name),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": ["journalism", rule.family],
            "precision": _PRECISION[rule.severity],
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def _result(finding: Finding, article: ArticleReport, columns: Columns, index: dict[str, int]) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": _artifact(article.path), "region": _region(finding, columns)}}
    logical = f"record {article.record} " if article.record is not None else ""
    logical = f"{logical}{finding.field}" if finding.field else logical
    if logical:
        location["logicalLocations"] = [{"fullyQualifiedName": logical}]  # type: ignore[assignment]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        **({"ruleIndex": index[finding.rule]} if finding.rule in index else {}),
        "level": LEVELS[finding.severity],
        "kind": "fail",
        "message": {"text": finding.message + aside(finding)},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint, "newslint/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = _related(finding, article, columns)
    if finding.fix and finding.field is None:
        result["fixes"] = [_fix(finding.fix, article, columns)]
    return result


def _related(finding: Finding, article: ArticleReport, columns: Columns) -> list[dict[str, Any]]:
    rows = []
    for i, place in enumerate(finding.related[:_RELATED]):
        if finding.field is None:
            region = _span(place.span.start, place.span.end, columns)
        else:
            region = {"startLine": in_file(finding)[0]}
        said = place.message or ("also here" if place.role == "also-here" else "see here")
        location = {"artifactLocation": _artifact(article.path), "region": region}
        rows.append({"id": i, "message": {"text": said}, "physicalLocation": location})
    return rows


def _fix(fix: Fix, article: ArticleReport, columns: Columns) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _span(e.span.start, e.span.end, columns), "insertedContent": {"text": e.text}}
        for e in fix.edits
    ]
    change = {"artifactLocation": _artifact(article.path), "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _artifact(path: str) -> dict[str, Any]:
    """Relative to the repository's root where the path lies below the working directory."""
    file = Path(path)
    if file.is_absolute():
        try:
            file = file.relative_to(Path.cwd())
        except ValueError:
            return {"uri": file.as_uri()}
    return {"uri": quote(os.fsencode(file.as_posix().removeprefix("./"))), "uriBaseId": "SRCROOT"}


def _region(finding: Finding, columns: Columns) -> dict[str, Any]:
    if finding.field is not None:
        line, _ = in_file(finding)
        return {"startLine": line, **({"snippet": {"text": finding.excerpt}} if finding.excerpt else {})}
    snippet = columns.source[finding.span.start : finding.span.end][:_SNIPPET]
    return {
        **_span(finding.span.start, finding.span.end, columns),
        **({"snippet": {"text": snippet}} if snippet else {}),
    }


def _span(start: int, end: int, columns: Columns) -> dict[str, int]:
    line, column = columns.position(start)
    end_line, end_column = columns.position(end)
    return {
        "startLine": line,
        "startColumn": columns.utf16(line, column),
        "endLine": end_line,
        "endColumn": columns.utf16(end_line, end_column),
    }
