"""Records: one article a line, each finding in its field, broken records by their line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from newslint.cli import run
from newslint.run.report import BROKEN
from record_files import FLAW, ONLY, RECORDS, articles, at, lines


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
    assert len(said) == BROKEN + 1
    assert said[-1] == "newslint: a.jsonl: 480 more records cannot be read"


@pytest.mark.slow
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
