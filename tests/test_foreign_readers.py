"""One run in every format, read back by programs that are not ours: each must see what the JSON output says."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import html5lib
import junitparser
import pyromark
import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
DOG = ROOT / "tests/reviewdog"
NAME = "a b/süd,1:2.md"
ARTICLE = (
    "---\ntitle: Café 😀 sells its museum, experts say\ndate: 2026-03-03\n---\n\n"
    "The the council “sold” 😀 its museum on Monday, Mayor Ana Ruiz said, in a staggering deal | `x` <b>.\n\n"
    "Experts say ##vso[task.complete]done] ::error::all 100% of Ruiz|'s plan, cafÃ© and naÃ¯ve, is a game changer.\n\n"
    "The quote, “it is *what* it is; [really]”, was read out on Monday, a a staggering moment, by Ana Ruiz.\n"
)
FORMATS = (
    "json", "jsonl", "sarif", "github", "gitlab", "rdjson", "rdjsonl", "checkstyle", "junit", "azure", "teamcity",
    "markdown", "csv", "html",
)  # fmt: skip

Finding = dict[str, Any]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A flawed and a clean article, and beside them one run in every format."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / NAME).parent.mkdir()
    (folder / NAME).write_bytes(ARTICLE.encode())
    (folder / "clean.md").write_bytes(b"# Brewer opens bar\n")
    outputs = [part for name in FORMATS for part in ("--output-format", f"{name}:out.{name}")]
    command = [sys.executable, "-m", "newslint", "check", "--isolated", NAME, "clean.md", *outputs]
    rules = ("--select", "hype,language,leftovers,loaded,stock,vague-attribution,missing-disclosure")
    run = subprocess.run([*command, *rules], cwd=folder, capture_output=True, text=True)
    assert run.returncode == 1, run.stderr
    return folder


@pytest.fixture(scope="module")
def findings(desk: Path) -> list[Finding]:
    """What every reader must see."""
    articles = json.loads((desk / "out.json").read_bytes())["articles"]
    found = [{**f, "path": a["path"]} for a in articles for f in a["findings"]]
    assert {"error", "warning", "info"} == {f["severity"] for f in found}
    assert any(f["fix"] for f in found) and len({f["line"] for f in found}) >= 4
    return found


def read(desk: Path, name: str) -> str:
    with open(desk / f"out.{name}", encoding="utf-8", newline="") as file:
        return file.read()


def places(found: list[Finding]) -> Counter[tuple[str, int, str]]:
    return Counter((f["path"], f["line"], f["message"]) for f in found)


# -- reviewdog ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """reviewdog's parsers, filter and writer, built. Without Go its tests are skipped, and in CI that is a failure."""
    binary = tmp_path_factory.mktemp("go") / "reviewdog"
    why = "no Go: reviewdog cannot be built"
    if go := shutil.which("go"):
        env = {**os.environ, "GOFLAGS": "-buildvcs=false -mod=readonly", "GOTOOLCHAIN": "local"}
        run = subprocess.run([go, "build", "-o", str(binary), "."], cwd=DOG, env=env, capture_output=True, text=True)
        why = f"reviewdog cannot be built: {run.stderr}"
    if not binary.exists():
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    return binary


def review(dog: Path, desk: Path, name: str, diff: str) -> list[dict[str, Any]]:
    """What reviewdog would report on the lines that the diff adds."""
    (desk / "change.diff").write_text(diff, encoding="utf-8")
    with open(desk / f"out.{name}", "rb") as output:
        run = subprocess.run([dog, name, "change.diff"], cwd=desk, stdin=output, capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def whole(desk: Path, context: tuple[int, ...] = ()) -> str:
    """A diff that adds every line of the article, apart from some that stand there already."""
    lines = ARTICLE.splitlines()
    signs = [(" " if n in context else "+") + line for n, line in enumerate(lines, 1)]
    return f"--- a/{NAME}\n+++ b/{NAME}\n@@ -1,{len(context)} +1,{len(lines)} @@\n" + "\n".join(signs) + "\n"


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl", "checkstyle", "sarif"])
def test_reviewdog_reads_every_finding(dog: Path, desk: Path, findings: list[Finding], name: str) -> None:
    seen = review(dog, desk, name, whole(desk))
    assert places(findings) == Counter(
        (d["location"]["path"], d["location"]["range"]["start"]["line"], d["message"]) for d in seen
    )
    severities = Counter(f["severity"].upper() for f in findings)
    assert Counter(d["severity"] for d in seen) == severities
    codes = {d["code"]["value"].rpartition(".")[2] for d in seen}
    assert codes == {f["rule"] for f in findings}
    if name != "checkstyle":
        assert {d["source"]["name"] for d in seen} == {"newslint"}


@pytest.mark.parametrize("name", ["rdjson", "rdjsonl", "checkstyle", "sarif"])
def test_reviewdog_narrows_them_to_the_change(dog: Path, desk: Path, findings: list[Finding], name: str) -> None:
    seen = review(dog, desk, name, whole(desk, (1, 2, 3, 4, 5, 6, 7)))
    lines = {d["location"]["range"]["start"]["line"] for d in seen}
    assert lines == {f["line"] for f in findings if f["line"] > 7} and len(lines) >= 2


def test_reviewdogs_columns_are_bytes_of_the_words(dog: Path, desk: Path, findings: list[Finding]) -> None:
    lines = ARTICLE.encode().split(b"\n")
    one_line = {(f["line"], f["message"]): f for f in findings if f["line"] == f["end_line"]}
    checked = 0
    for d in review(dog, desk, "rdjson", whole(desk)):
        start, end = d["location"]["range"]["start"], d["location"]["range"]["end"]
        if f := one_line.get((start["line"], d["message"])):
            cut = lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode()
            same = [o for o in findings if (o["line"], o["message"]) == (f["line"], f["message"])]
            assert cut in {ARTICLE[o["start"] : o["end"]] for o in same}
            checked += 1
    assert checked >= 5


def test_a_suggestion_taken_by_hand_mends_the_flaw(dog: Path, desk: Path) -> None:
    mended = {}
    for d in review(dog, desk, "rdjson", whole(desk)):
        for s in d.get("suggestions", ()):
            lines = ARTICLE.encode().split(b"\n")
            first, last = s["range"]["start"], s["range"]["end"]
            head = lines[first["line"] - 1][: first["column"] - 1]
            tail = lines[last["line"] - 1][last["column"] - 1 :]
            mended.setdefault(d["code"]["value"], set()).add((head + s.get("text", "").encode() + tail).decode())
        assert len(d.get("suggestions", ())) <= 1, "a reviewer would apply one and not the other"
    assert any(line.startswith("The council “sold” 😀 its") for line in mended["doubled-word"])
    assert any("café and naïve, is" in line for line in mended["broken-text"])


# -- SARIF and GitLab --------------------------------------------------------------------------------------------------


def test_sarif_tools_make_the_code_quality_report_that_we_make(desk: Path, findings: list[Finding]) -> None:
    command = [sys.executable, "-m", "sarif", "codeclimate", "out.sarif", "-o", "theirs.json"]
    subprocess.run(command, cwd=desk, check=True, capture_output=True)
    theirs, ours = (json.loads((desk / name).read_bytes()) for name in ("theirs.json", "out.gitlab"))
    assert len(ours) == len(theirs) == len(findings)
    assert Counter(row["location"]["lines"]["begin"] for row in theirs) == Counter(f["line"] for f in findings)
    assert places(findings) == Counter(
        (row["location"]["path"], row["location"]["lines"]["begin"], row["description"]) for row in ours
    )
    assert len({row["fingerprint"] for row in ours}) == len(ours)


# -- service messages, read by the rules in their services' documentation ----------------------------------------------


def unescaped(text: str, table: dict[str, str]) -> str:
    return re.sub("|".join(map(re.escape, table)), lambda match: table[match[0]], text)


def github(line: str) -> Finding | None:
    command = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::([^\r\n]*)", line)
    assert command, line
    data = {"%25": "%", "%0D": "\r", "%0A": "\n"}
    prop = {**data, "%3A": ":", "%2C": ","}
    fields = {k: unescaped(v, prop) for k, _, v in (pair.partition("=") for pair in command[2].split(","))}
    if "line" not in fields:
        return None
    said = unescaped(command[3], data)
    start = f"{fields['file']}:{fields['line']}:"
    assert said.startswith(start) and fields["title"].startswith("newslint (")
    return {"path": fields["file"], "line": int(fields["line"]), "message": said.split(": ", 2)[2]}


def azure(line: str) -> Finding:
    command = re.fullmatch(r"##vso\[task\.logissue ((?:\w+=[^;\]\r\n]*;)+)\]([^\r\n]*)", line)
    assert command, line
    data = {"%AZP25": "%", "%0D": "\r", "%0A": "\n", "%3B": ";", "%5D": "]"}
    pairs = [pair.partition("=") for pair in command[1].rstrip(";").split(";")]
    fields = {k: unescaped(v, data) for k, _, v in pairs}
    assert fields.keys() == {"type", "sourcepath", "linenumber", "columnnumber", "code"}
    message = unescaped(command[2], data)
    return {"path": fields["sourcepath"], "line": int(fields["linenumber"]), "message": message}


def teamcity(line: str) -> Finding | None:
    value = r"'(?:[^'|\[\]\r\n]|\|['nr|\[\]]|\|0x[0-9A-F]{4})*'"
    command = re.fullmatch(rf"##teamcity\[(inspection|inspectionType)((?: \w+={value})+)\]", line)
    assert command, line
    named = {"|n": "\n", "|r": "\r", "|'": "'", "||": "|", "|[": "[", "|]": "]"}

    def plain(text: str) -> str:
        return re.sub(
            r"\|(?:0x([0-9A-F]{4})|.)", lambda m: chr(int(m[1], 16)) if m[1] else named[m[0]], text, flags=re.S
        )

    fields = {m[1]: plain(m[2][1:-1]) for m in re.finditer(rf"(\w+)=({value})", command[2])}
    if command[1] == "inspectionType":
        assert fields.keys() == {"id", "name", "category", "description"}
        return None
    assert fields["SEVERITY"] in ("INFO", "WARNING", "ERROR")
    return {"path": fields["file"], "line": int(fields["line"]), "message": fields["message"]}


@pytest.mark.parametrize(("name", "reader"), [("github", github), ("azure", azure), ("teamcity", teamcity)])
def test_service_messages_say_it_all(
    desk: Path, findings: list[Finding], name: str, reader: Callable[[str], Finding | None]
) -> None:
    seen = [reader(line) for line in read(desk, name).rstrip("\n").split("\n")]
    assert places(findings) == places([f for f in seen if f])


# -- XML, tables, pages ------------------------------------------------------------------------------------------------


def test_junit_holds_what_fails(desk: Path, findings: list[Finding]) -> None:
    suites = junitparser.JUnitXml.fromfile(str(desk / "out.junit"))
    results = [result for suite in suites for case in suite for result in case.result]
    text = " ".join(f"{result.text} {result.message}" for result in results)
    assert suites.failures == len([f for f in findings if f["severity"] == "error"])
    assert all(f["message"] in text for f in findings if f["severity"] == "error")


def test_csv_is_the_same_table(desk: Path, findings: list[Finding]) -> None:
    rows = list(csv.DictReader(io.StringIO(read(desk, "csv"), newline=""), strict=True))
    for row, f in zip(rows, findings, strict=True):
        assert (row["path"], int(row["line"]), int(row["column"])) == (f["path"], f["line"], f["column"])
        assert (row["severity"], row["rule"], row["fingerprint"]) == (f["severity"], f["rule"], f["fingerprint"])
        assert row["message"].lstrip("'") == f["message"].lstrip("'")
        assert row["excerpt"].lstrip("'") == f["excerpt"].lstrip("'")


def test_jsonl_is_the_same_list(desk: Path, findings: list[Finding]) -> None:
    rows = [json.loads(line) for line in read(desk, "jsonl").splitlines()]
    assert [(r["path"], r["start"], r["rule"]) for r in rows] == [(f["path"], f["start"], f["rule"]) for f in findings]


def test_markdown_shows_text_and_nothing_else(desk: Path, findings: list[Finding]) -> None:
    text = read(desk, "markdown")
    html = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    page = html5lib.parse(html, namespaceHTMLElements=False)
    assert {e.tag for e in page.iter()} <= {
        "html", "head", "body", "h2", "h3", "p", "ul", "li", "a", "strong", "code", "table", "thead", "tbody", "tr",
        "th", "td", "details", "summary",
    }  # fmt: skip
    shown = Counter(" ".join("".join(li.itertext()).split()) for li in page.iter("li"))
    for f in findings:
        place = f"{f['severity']} {f['line']}:{f['column']} {' '.join(f['message'].split())} ({f['rule']})"
        assert shown[place], place
    families = {f["family"] for f in findings}
    rows = [[(cell.text or "").strip() for cell in row] for row in page.iter("tr")]
    assert rows[0] == ["family", "error", "warning", "info"] and {row[0] for row in rows[1:]} == families
    assert sum(int(cell or 0) for row in rows[1:] for cell in row[1:]) == len(findings)


def test_html_has_no_parse_error_and_every_finding(desk: Path, findings: list[Finding]) -> None:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(read(desk, "html"))
    cards = [e for e in page.iter("li") if e.get("id", "").startswith("c0-")]
    assert len(cards) == len(findings)
    for card, f in zip(cards, findings, strict=True):
        text = "".join(card.itertext())
        assert f["message"] in text and f["rule"] in text and card.get("data-severity") == f["severity"]
    ids = {e.get("id") for e in page.iter() if e.get("id")}
    links = {e.get("href", "")[1:] for e in page.iter("a") if e.get("href", "").startswith("#")}
    assert links <= ids
    assert {e.get("data-card") for e in page.iter("mark")} <= ids
    text = "".join("".join(e.itertext()) for e in page.iter("div") if e.get("class") == "text")
    assert "cafÃ© and naÃ¯ve" in re.sub(r"\[[\w-]+: |\]", "", text) and not list(page.iter("b"))
