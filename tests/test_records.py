"""Records: JSON Lines and Parquet, one article a record, each finding in its field, broken records by their line."""

from __future__ import annotations

import gc
import gzip
import io
import json
import sys
import tracemalloc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from newslint import run as runs
from newslint.article import Article
from newslint.cli import run
from newslint.formats import container_of
from newslint.run import Request, Session, begin, check, inputs

FLAW = "Sales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said."
ONLY = ("--isolated", "--select", "percent-change-mismatch")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(path: Path, *records: object) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def articles(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> list[dict[str, Any]]:
    assert run(["check", "--isolated", "--no-cache", "--output-format", "json", *arguments]) == code
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["articles"]
    return found


def at(record: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        record = record[int(step)] if isinstance(record, list) else record[step.replace("~1", "/").replace("~0", "~")]
    return record


RECORDS: Sequence[Mapping[str, Any]] = [
    {"text": f"Brewer opens bar\n\n{FLAW}"},
    {"id": 7, "title": "Brewer opens bar", "text": FLAW, "date": "2026-03-02", "author": "Ines Roy"},
    {"headline": "Brewer opens “bar”", "summary": "A new bar", "Body": f"One.\r\n\r\n{FLAW}\r\n"},
    {"content_html": f"<h1>Brewer opens bar</h1><p>{FLAW.replace('up', '<b>u&#112;</b>')}</p>"},
    {"output": f"# Brewer opens\n\nIt is *here*.\n\n{FLAW}", "prompt": "Write of a brewer, up 20%."},
    {"messages": [{"role": "user", "content": FLAW}, {"role": "assistant", "content": f"Brewer opens\n\n{FLAW}"}]},
    {"messages": [{"role": "assistant", "content": [{"type": "text", "text": f"Brewer opens\n\n{FLAW}"}]}]},
    {"text": ["Brewer opens", "The bar is new.", FLAW]},
    {"text": {"en/gb": 1, "text": FLAW}},
    {"text": f"---\ntitle: Brewer opens\n---\n\n{FLAW}", "format": "markdown"},
    {"title": "Brewer opens bar", "text": f"Brewer opens bar\n\n{FLAW}"},
]


def test_each_finding_counts_in_its_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(folder / "a.jsonl", *RECORDS)
    found = articles(capsys, "a.jsonl")
    assert [a["record"] for a in found] == list(range(len(RECORDS)))
    assert {a["format"] for a in found} == {"jsonl"}
    for article, record in zip(found, RECORDS, strict=True):
        [flaw] = [f for f in article["findings"] if f["rule"] == "percent-change-mismatch"]
        for finding in article["findings"]:
            field = at(record, finding["field"])
            words = field[finding["start"] : finding["end"]]
            assert words == finding["excerpt"] or "&" in words or "*" in words or "<" in words
            before = field[: finding["start"]]
            assert finding["line"] == before.count("\n") + 1
            assert finding["column"] == len(before) - before.rfind("\n")
        assert at(record, flaw["field"])[flaw["start"] : flaw["end"]] == "20%"
        assert all(at(record, place.get("field", flaw["field"])) for place in flaw["related"])
    assert [a["headline"] for a in found[:4]] == ["Brewer opens bar"] * 2 + ["Brewer opens “bar”", "Brewer opens bar"]
    assert found[5]["findings"][-1]["field"] == "/messages/1/content"


@pytest.mark.parametrize("name", ["concise", "github", "checkstyle", "rdjsonl", "gitlab", "azure", "junit", "sarif"])
def test_annotations_lead_to_the_line_of_the_record(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    lines(folder / "a.jsonl", {"text": "Brewer opens bar\n\nIt is new."}, {"text": f"Brewer\n\nOne.\n\nTwo.\n\n{FLAW}"})
    run(["check", *ONLY, "--output-format", name, "a.jsonl"])
    said = capsys.readouterr().out
    places = {
        "concise": "a.jsonl:2:1: error", "github": "line=2,endLine=2", "checkstyle": 'line="2"', "junit": 'line="2"',
        "rdjsonl": '"line": 2', "gitlab": '"begin": 2', "azure": "linenumber=2", "sarif": '"startLine": 2',
    }  # fmt: skip
    assert places[name] in said
    assert "record 1" in said


ODD = {
    "{}": "no field with the article's text",
    "[1]": "not a JSON object",
    '"text"': "not a JSON object",
    "null": "not a JSON object",
    "{broken": "not valid JSON",
    '{"text": 7}': "no field with the article's text",
    '{"text": "a"} x': "not valid JSON",
    "[" * 100_000: "nested too deeply",
    '{"text": "a", "n": ' + "[" * 100_000: "nested too deeply",
    '{"text": "a", "n": ' + "9" * 5000 + "}": "not valid JSON",
}


@pytest.mark.parametrize("line", ODD, ids=lambda line: line[:20])
def test_a_broken_line_is_named_and_the_others_are_linted(
    folder: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    good = json.dumps({"text": f"Brewer opens bar\n\n{FLAW}"})
    (folder / "a.jsonl").write_text(f"{good}\n\n{line}\n{good}\n", encoding="utf-8")
    assert run(["check", *ONLY, "--output-format", "concise", "a.jsonl"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("newslint: a.jsonl:3")
    assert ODD[line] in said.err
    assert said.err.count("\n") == 1
    assert "a.jsonl:1:1: error" in said.out
    assert "a.jsonl:4:1: error" in said.out
    assert "record 2" in said.out


def test_bytes_that_are_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.jsonl").write_bytes(b'{"text": "caf\xe9"}\n{"text": "One.\\n\\nTwo."}\n')
    assert run(["check", *ONLY, "a.jsonl"]) == 2
    assert "a.jsonl:1: not UTF-8 (at byte 13 of the line)" in capsys.readouterr().err
    assert run(["check", *ONLY, "--encoding", "cp1252", "a.jsonl"]) == 0


@pytest.mark.parametrize(
    "data",
    [
        b'\xef\xbb\xbf{"text": "Brewer\\r\\n\\r\\nSales rose from $40 to $50, up 20%."}\r\n\r\n',
        '\ufeff{"text": "Brewer\\n\\nSales rose from $40 to $50, up 20%."}'.encode("utf-16-le"),
        b'{"text": "lost", "text": "Brewer\\n\\nSales rose from $40 to $50, up \\u0032\\u0030%. \\ud83d\\ude00 '
        b'\\ud800 \\u0000"}',
    ],
)
def test_marks_line_ends_escapes_and_double_keys(folder: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    (folder / "a.jsonl").write_bytes(data)
    [article] = articles(capsys, "a.jsonl", "--select", "percent-change-mismatch")
    assert [f["excerpt"] for f in article["findings"]] == ["20%"]


def test_nothing_to_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.jsonl").write_text("")
    (folder / "blank.jsonl").write_text("\n\r\n  \n")
    assert articles(capsys, "empty.jsonl", "blank.jsonl", code=0) == []
    lines(folder / "null.jsonl", {"text": None}, {"text": ""}, {"messages": []})
    found = articles(capsys, "null.jsonl", code=0)
    assert [(a["record"], a["words"], a["findings"]) for a in found] == [(0, 0, []), (1, 0, []), (2, 0, [])]


def test_many_broken_lines_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.jsonl").write_text("{\n" * 500)
    assert run(["check", *ONLY, "a.jsonl"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == runs.BROKEN + 1
    assert said[-1] == "newslint: a.jsonl: 480 more records cannot be read"


def test_a_long_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(folder / "a.jsonl", {"text": "Brewer opens\n\n" + "One. " * 20_000 + FLAW, "blob": "x" * 20_000_000})
    [article] = articles(capsys, "a.jsonl", "--select", "percent-change-mismatch")
    assert len(article["findings"]) == 1


def test_compressed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = "".join(json.dumps({"text": f"Brewer {i}\n\n{FLAW}"}) + "\n" for i in range(3)).encode()
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(data))
    assert [len(a["findings"]) for a in articles(capsys, ".", "--select", "percent-change-mismatch")] == [1, 1, 1]
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(data)[:-20])
    assert run(["check", *ONLY, "a.jsonl.gz"]) == 2
    assert "a.jsonl.gz: cannot be read to its end" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "csv"])
def test_processes_change_nothing(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    lines(folder / "a.jsonl", *[{"text": f"Brewer {i}\n\n{FLAW}" if i % 3 else None} for i in range(120)], [1], {})
    (folder / "b.txt").write_text(f"Brewer\n\n{FLAW}")
    said = []
    for jobs in ("1", "2", "3"):
        assert run(["check", *ONLY, "--jobs", jobs, "--output-format", name, "."]) == 2
        said.append(capsys.readouterr())
    assert said[0] == said[1] == said[2]
    assert "a.jsonl:121" in said[0].err


def test_stdin(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps({"text": f"Brewer\n\n{FLAW}"}).encode()
    for options in (["--input-format", "jsonl"], ["--stdin-filename", "x.ndjson"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        [article] = articles(capsys, *options, "--select", "percent-change-mismatch", "-")
        assert article["record"] == 0
        assert article["path"] == ("x.ndjson" if len(options[1]) > 5 else "-")


def test_the_configuration_names_the_fields(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "newslint.toml").write_text(
        '[fields]\ntext = ["/data/0/copy", "Story"]\nheadline = ["slug"]\nformat = ["markup"]\n'
    )
    lines(
        folder / "a.jsonl",
        {"data": [{"copy": FLAW}], "text": "not this", "slug": "Brewer opens"},
        {"story": f"<p>{FLAW}</p>", "markup": "HTML"},
        {"text": "none"},
    )
    assert run(["check", "--select", "percent-change-mismatch", "--output-format", "json", "a.jsonl"]) == 2
    said = capsys.readouterr()
    found = json.loads(said.out)["articles"]
    assert [(a["headline"], a["findings"][0]["field"]) for a in found] == [
        ("Brewer opens", "/data/0/copy"), ("", "/story"),
    ]  # fmt: skip
    assert "a.jsonl:3: no field with the article's text (looked for /data/0/copy, Story)" in said.err


def test_suppressions_hold_for_their_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = "#newslint: disable-file percent-change-mismatch -- checked\n\n"
    lines(
        folder / "a.jsonl",
        {"text": f"Brewer\n\n{order}{FLAW}"},
        {"text": f"Brewer\n\n{FLAW}"},
        {
            "title": "Brewer",
            "text": f"<!-- newslint-disable-next-line numbers -- so -->\n\n<p>{FLAW}</p>",
            "format": "html",
        },
    )
    found = articles(capsys, "--select", "percent-change-mismatch,unused-suppression", "a.jsonl")
    assert [len(a["findings"]) for a in found] == [0, 1, 0]


def test_a_baseline_knows_records(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = {"text": f"Brewer\n\n{FLAW}"}, {"text": f"Baker\n\n{FLAW.replace('20%', '35%')}"}
    lines(folder / "a.jsonl", one, two)
    assert run(["baseline", "create", *ONLY, "a.jsonl"]) == 0
    entries = json.loads((folder / ".newslint-baseline.json").read_text())["entries"]
    assert [entry["record"] for entry in entries] == [0, 1]
    asked = ["check", "--select", "percent-change-mismatch", "a.jsonl"]
    assert run(asked) == 0
    lines(folder / "a.jsonl", {"text": "Miller\n\nHe mills."}, one, two)  # all move by one
    assert run(asked) == 0
    lines(folder / "a.jsonl", one, two, {"text": f"Miller\n\n{FLAW.replace('20%', '45%')}"})
    capsys.readouterr()
    assert run([*asked, "--output-format", "jsonl"]) == 1
    assert [json.loads(line)["record"] for line in capsys.readouterr().out.splitlines()] == [2]


def test_only_changed_records(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(folder / "a.jsonl", *[{"text": f"Brewer {i}\n\n{FLAW}"} for i in range(3)])
    (folder / "a.diff").write_text("--- a/a.jsonl\n+++ b/a.jsonl\n@@ -2,1 +2,1 @@\n-old\n+new\n")
    found = articles(capsys, "--select", "percent-change-mismatch", "--diff-from", "a.diff")
    assert [len(a["findings"]) for a in found] == [0, 1, 0]


def test_records_are_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = " ".join(
        f"The {word} of Holm met on Tuesday and voted for the dyke, the town said."
        for word in "council board jury team crew staff band choir".split()
    )
    lines(folder / "a.jsonl", {"text": f"Holm\n\n{body}"}, {"text": "Ferry\n\nIt sails."}, {"text": f"Holm\n\n{body}"})
    found = articles(capsys, "--corpus", "--select", "corpus", "a.jsonl", code=0)
    said = [[(f["rule"], f["field"], "record 0" in f["message"]) for f in a["findings"]] for a in found]
    assert said == [[], [], [("near-duplicate", "/text", True)]]


def test_fixes_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(folder / "a.jsonl", {"text": "Brewer\n\nThe the bar is new."})
    before = (folder / "a.jsonl").read_bytes()
    assert run(["fix", "--isolated", "a.jsonl"]) == 2
    assert "a.jsonl: not fixed: only plain text, Markdown, MDX and HTML are" in capsys.readouterr().err
    (folder / "b.txt").write_text("Brewer\n\nThe the bar is new.")
    assert run(["fix", "--isolated", "."]) == 0
    assert (folder / "a.jsonl").read_bytes() == before
    assert (folder / "b.txt").read_text() == "Brewer\n\nThe bar is new."


def test_facts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(folder / "a.jsonl", *RECORDS[:2])
    assert run(["facts", "--isolated", "--output-format", "json", "a.jsonl"]) == 0
    found = json.loads(capsys.readouterr().out)["articles"]
    assert [a["record"] for a in found] == [0, 1]
    for article, record in zip(found, RECORDS, strict=False):
        for figure in article["figures"]:
            assert at(record, figure["field"])[figure["start"] : figure["end"]] == figure["text"]


def test_memory_does_not_grow_with_the_file(folder: Path) -> None:
    peaks = []
    for count in (40, 240):
        path = folder / f"{count}.jsonl"
        lines(path, *[{"text": f"Brewer {i}\n\n{FLAW}\n\n" + "The bar is old. " * 300} for i in range(count)])
        session = Session(Request(isolated=True, values={"select": ["percent-change-mismatch"]}))
        for _ in range(2):
            tracemalloc.start()
            for article in begin(session, [str(path)], keep=False).report.articles:
                assert article.findings
                gc.collect(0 if (article.record or 0) % 20 else 2)
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        peaks.append(peak)
    assert peaks[1] < peaks[0] + 50_000


def test_a_record_that_throws_costs_only_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint import engine

    whole = engine.lint

    def broken(article: Any, *rest: Any) -> Any:
        if article.record == 1:
            raise KeyError("x")
        return whole(article, *rest)

    monkeypatch.setattr(engine, "lint", broken)
    lines(folder / "a.jsonl", *[{"text": f"Brewer {i}\n\nHe brews."} for i in range(3)])
    result = check(Session(Request(isolated=True)), ["a.jsonl"])
    assert [a.record for a in result.report.articles] == [0, 2]
    assert "a.jsonl, record 1: internal error" in result.errors[0]


def test_names_of_files() -> None:
    known = {
        "a.jsonl": "jsonl",
        "a.NDJSON": "jsonl",
        "a.b.jsonl.gz": "jsonl",
        "a.parquet": "parquet",
        "a.gz": "",
        "a.md": "",
    }
    assert {name: container_of(name) for name in known} == known
    assert container_of("a.md", "ndjson") == "jsonl"
    assert container_of("a.jsonl", "markdown") == ""


# -- Parquet -----------------------------------------------------------------------------------------------------------


def test_parquet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [{"id": i, "title": f"Brewer {i}", "text": None if i == 1 else FLAW, "n": [1.5]} for i in range(90)]
    parquet.write_table(arrow.Table.from_pylist(rows), "a.parquet", row_group_size=20)
    said = [articles(capsys, "--jobs", jobs, "--select", "percent-change-mismatch", "a.parquet") for jobs in ("1", "2")]
    assert said[0] == said[1]
    assert [a["record"] for a in said[0]] == list(range(90))
    assert [f["field"] for a in said[0] for f in a["findings"]] == ["/text"] * 89
    (folder / "b.parquet").write_bytes(b"PAR1 no")
    assert run(["check", *ONLY, "b.parquet"]) == 2
    assert "b.parquet: not a Parquet file that can be read" in capsys.readouterr().err


def test_parquet_without_pyarrow(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (folder / "a.parquet").write_bytes(b"PAR1")
    assert run(["check", *ONLY, "a.parquet"]) == 2
    assert 'pip install "newslint[parquet]"' in capsys.readouterr().err


@pytest.mark.parametrize("title", [{}, {"title": "Brewer"}])
def test_front_matter_switches_off_with_or_without_a_headline_field(
    title: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    front = "---\ntopic: beer\nnewslint: {ignore: [percent-change-mismatch], reason: checked}\n---\n\n"
    lines(
        folder / "a.jsonl", {**title, "text": f"{front}{FLAW}\n"}, {**title, "text": f"---\ntopic: beer\n---\n\n{FLAW}"}
    )
    found = articles(capsys, "--select", "percent-change-mismatch,unused-suppression", "a.jsonl")
    assert [len(a["findings"]) for a in found] == [0, 1]


@pytest.mark.parametrize("title", [{}, {"title": "Brewer"}])
def test_a_misspelt_key_of_front_matter_is_told_where_it_stands(
    title: dict[str, str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    front = "---\ntopic: beer\nnewslint: {ignor: [percent-change-mismatch]}\n---\n\n"
    lines(folder / "a.jsonl", {**title, "text": f"{front}{FLAW}\n"})
    [found] = articles(capsys, "--select", "unused-suppression", "a.jsonl", code=0)
    assert [(f["rule"], f["field"], f["line"]) for f in found["findings"]] == [("unused-suppression", "/text", 3)]


@pytest.mark.parametrize(
    "opening", ["<!-- SC_OFF -->", "<!-- a -->\n<!-- newslint-disable-file stock-phrase -- so -->\n"]
)
def test_html_behind_comments_is_html(opening: str, folder: Path) -> None:
    lines(folder / "a.jsonl", {"title": "Brewer", "text": f"{opening}<p>It rose.</p><p>It fell &amp; rose.</p>"})
    [article] = inputs.articles(Session(Request(isolated=True)), "a.jsonl")
    assert isinstance(article, Article)
    assert [b.kind for b in article.blocks] == ["heading", "paragraph", "paragraph"]
    assert "fell & rose" in article.text and "<" not in article.text


def test_that_nothing_can_be_written_into_a_file_is_said_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines(folder / "a.jsonl", *({"text": f"Brewer {n}\n\n{FLAW}"} for n in range(3)))
    run(["check", "--isolated", "--no-cache", "--select", "percent-change-mismatch", "--add-suppressions", "a.jsonl"])
    said = capsys.readouterr()
    assert (said.out + said.err).count("no suppressions can be written") == 1


def test_records_without_text_are_left_alone_unless_they_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines(folder / "events.jsonl", *[{"rule": "vague-time", "line": n} for n in range(3)])
    lines(folder / "late.jsonl", {"id": 1}, {"text": FLAW})
    lines(folder / "story.jsonl", {"copy": FLAW})
    (folder / "broken.jsonl").write_text("{\n")
    assert run(["check", *ONLY, "--no-cache", "."]) == 2
    said = capsys.readouterr()
    assert "late.jsonl:2" in said.out
    assert "events.jsonl: its records hold no text; left alone" in said.err
    assert "broken.jsonl:1:" in said.err and "events.jsonl:1:" not in said.err
    assert run(["check", *ONLY, "events.jsonl"]) == 2
    assert "events.jsonl:3: no field with the article's text" in capsys.readouterr().err
    for pattern in ("e*.jsonl", "**/e*.jsonl"):
        assert run(["check", *ONLY, pattern]) == 2
        assert "events.jsonl:3: no field with the article's text" in capsys.readouterr().err
    (folder / "newslint.toml").write_text('[fields]\ntext = ["copy"]\n')
    run(["check", "--select", "percent-change-mismatch", "--no-cache", "."])
    assert "story.jsonl:1" in capsys.readouterr().out
