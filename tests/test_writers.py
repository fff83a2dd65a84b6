"""Outputs for machines, checked by schemas and readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest

from newslint.catalog import Catalog
from newslint.engine import Crash, Settings, lint
from newslint.finding import Edit, Finding, Fix, Place
from newslint.formats import read_text
from newslint.reporters import REPORTERS, ArticleReport, Options, Report, reporter
from newslint.text.span import Span

ROOT = Path(__file__).resolve().parent.parent
SOURCE = 'Café 😀 report\n\n::error::A <b>bold</b> & "staggering" claim, ]]> 100%\r\nof it | and `more`.\n'


def finding(words: str, severity: str = "warning", **given: Any) -> Finding:
    start = SOURCE.index(words)
    article = read_text(SOURCE)
    span = Span(start, start + len(words))
    line, column = article.position(span.start)
    end_line, end_column = article.position(span.end)
    values: dict[str, Any] = dict(  # noqa: C408
        rule="hype-adjective", family="hype", severity=severity, message=f'Replace "{words}": 100% | <b>&\n::error::x', path="a b/ü,1:2.md",  # noqa: E501
        span=span, line=line, column=column, end_line=end_line, end_column=end_column, excerpt=words, scope="span", zone="body",  # noqa: E501
        prose=span, fingerprint=f"{start:016x}:1",
    )  # fmt: skip
    return Finding(**{**values, **given})


@pytest.fixture(scope="module")
def report(catalog: Catalog) -> Report:
    staggering = finding("staggering", "error", fix=Fix("Cut it", (Edit(Span(39, 49), ""),)))
    both = finding(
        '& "staggering" claim, ]]> 100%\r\nof it', "info", related=(Place("see", Span(0, 4), 1, 1, "first here"),)
    )
    articles = [
        ArticleReport(
            "a b/ü,1:2.md",
            None,
            "markdown",
            "Café 😀 report",
            12,
            {"sentences": 2},
            (both, staggering, finding("😀")),
            SOURCE,
        ),
        ArticleReport("clean.md", None, "markdown", "Clean", 5),
    ]
    crash = Crash("broken", "a.md", "KeyError: 'x'", "house.py:3")
    return Report(
        articles,
        1,
        2,
        ("grammar-engine: needs Java 17",),
        (crash,),
        ("x.md: no such file",),
        "0.1.0",
        catalog.rules,
        catalog.page,
    )


def written(report: Report, name: str) -> str:
    out = io.StringIO(newline="")
    reporter(name)(report, out, Options())
    return out.getvalue()


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_output_can_be_written_also_of_nothing(report: Report, name: str) -> None:
    assert written(report, name)
    written(Report([], version="0.1.0"), name)


# -- SARIF ---------------------------------------------------------------------------------------------------------------  # noqa: E501


def test_sarif_is_valid(report: Report) -> None:
    schema = json.loads((ROOT / "fixtures/schemas/sarif-2.1.0.json").read_text())
    jsonschema.validate(json.loads(written(report, "sarif")), schema)


def test_sarif_counts_utf16_and_names_every_rule(report: Report, catalog: Catalog) -> None:
    run = json.loads(written(report, "sarif"))["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    assert len(run["tool"]["driver"]["rules"]) == len(catalog.rules)
    emoji = next(r for r in run["results"] if r["locations"][0]["physicalLocation"]["region"]["startLine"] == 1)
    region = emoji["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (6, 8)
    uri = emoji["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/%C3%BC%2C1%3A2.md"
    assert {r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]} == {
        f.fingerprint for f in report.findings
    }


def test_sarif_is_read_by_sarif_tools(report: Report, tmp_path: Path) -> None:
    (tmp_path / "run.sarif").write_text(written(report, "sarif"), encoding="utf-8")
    command = [sys.executable, "-m", "sarif", "summary", str(tmp_path / "run.sarif")]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert re.search(r"error: 1", said) and re.search(r"warning: 1", said)


# -- annotations ---------------------------------------------------------------------------------------------------------  # noqa: E501


def test_github_commands_cannot_be_smuggled_in(report: Report) -> None:
    lines = written(report, "github").splitlines()
    assert all(re.match(r"::(error|warning|notice) [^\n]*?::", line) for line in lines)
    assert lines[0].startswith("::error file=a b/ü%2C1%3A2.md,line=3,")
    assert "100%25" in lines[0] and "%0A" in lines[0]


def test_github_shows_the_worst_first(report: Report) -> None:
    kinds = [line[2 : line.index(" ")] for line in written(report, "github").splitlines()[:3]]
    assert kinds == ["error", "warning", "notice"]


@pytest.mark.parametrize("name", ["azure", "teamcity"])
def test_service_messages_stay_on_one_line(report: Report, name: str) -> None:
    lines = written(report, name).splitlines()
    assert len([line for line in lines if line.startswith("##") and "A <b>" not in line[:10]]) == len(lines)


# -- JSON of others ------------------------------------------------------------------------------------------------------  # noqa: E501


def test_gitlab_has_what_its_documentation_requires(report: Report) -> None:
    rows = json.loads(written(report, "gitlab"))
    for row in rows:
        assert row.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1 and not row["location"]["path"].startswith("./")
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 3


def test_rdjson_counts_bytes(report: Report) -> None:
    result = json.loads(written(report, "rdjson"))
    emoji = next(d for d in result["diagnostics"] if d["location"]["range"]["start"]["line"] == 1)
    assert emoji["location"]["range"] == {"start": {"line": 1, "column": 7}, "end": {"line": 1, "column": 11}}
    with_fix = next(d for d in result["diagnostics"] if "suggestions" in d)
    assert with_fix["severity"] == "ERROR" and with_fix["suggestions"][0]["text"] == ""
    lines = [json.loads(line) for line in written(report, "rdjsonl").splitlines()]
    assert [line["message"] for line in lines] == [d["message"] for d in result["diagnostics"]]


# -- XML -----------------------------------------------------------------------------------------------------------------  # noqa: E501


def test_checkstyle_parses(report: Report) -> None:
    root = ElementTree.fromstring(written(report, "checkstyle"))
    assert [file.get("name") for file in root] == ["a b/ü,1:2.md", "clean.md"]
    assert [e.get("severity") for e in root[0]] == ["info", "error", "warning"]


def test_junit_is_read_by_junitparser(report: Report, tmp_path: Path) -> None:
    (tmp_path / "junit.xml").write_text(written(report, "junit"), encoding="utf-8")
    suites = junitparser.JUnitXml.fromfile(str(tmp_path / "junit.xml"))
    assert (suites.failures, suites.errors) == (1, 2)
    by_name = {suite.name: suite for suite in suites}
    assert by_name["clean.md"].tests == 1 and by_name["clean.md"].failures == 0


def test_xml_survives_characters_that_it_forbids(report: Report) -> None:
    bad = Report([report.articles[0]._replace(findings=(finding("claim", message="a\x00\x1b\ufffeb"),))])
    for name in ("checkstyle", "junit"):
        ElementTree.fromstring(written(bad, name))


# -- for people ----------------------------------------------------------------------------------------------------------  # noqa: E501


def test_csv_is_harmless_in_a_spreadsheet(report: Report) -> None:
    bad = Report([report.articles[0]._replace(findings=(finding("claim", message="=1+1", excerpt="@SUM(A1)"),))])
    rows = list(csv.DictReader(io.StringIO(written(bad, "csv"), newline="")))
    assert (rows[0]["message"], rows[0]["excerpt"]) == ("'=1+1", "'@SUM(A1)")


class Page(HTMLParser):
    """Tags and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "link", "br"):
            self.open.append("sr" if dict(attrs).get("class") == "sr" else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, "sr"), f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "sr"} & set(self.open):
            self.words.append(data)


def test_html_report_is_whole_and_trusts_nothing(report: Report) -> None:
    text = written(report, "html")
    page = Page(text)
    assert page.open == []
    assert not [tag for tag, _ in page.tags if tag == "b"], "article text became markup"
    assert not [
        a for _, a in page.tags if any(v and v.startswith(("http://", "//")) for v in (a.get("src"), a.get("href")))
    ]
    assert not re.search(r"<(script|link|img)[^>]+(src|href)=", text), "it must work offline"
    assert "Content-Security-Policy" in text
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    targets = {a["href"][1:] for tag, a in page.tags if tag == "a" and (a.get("href") or "").startswith("#")}  # type: ignore[index]
    assert targets <= set(ids)


def test_html_report_keeps_every_word_of_the_article(report: Report, catalog: Catalog) -> None:
    for path in sorted((ROOT / "fixtures/articles").iterdir()):
        if path.suffix == ".expected":
            continue
        source = path.read_text(encoding="utf-8")
        article = read_text(source, path=str(path))
        findings = lint(article, catalog, Settings({n: r.severity for n, r in catalog.rules.items()})).findings
        page = Page(written(Report([ArticleReport(str(path), findings=findings, source=source)]), "html"))
        assert findings
        assert "".join(source.split()) in "".join("".join(page.words).split())


def test_markdown_cannot_be_broken_out_of(report: Report) -> None:
    text = written(report, "markdown")
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "newslint could not read everything" in text
    line = next(row for row in text.splitlines() if row.startswith("- **error**"))
    assert "\\|" in line
