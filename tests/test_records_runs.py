"""Records in a run: processes, configuration, suppressions, baselines, fixes, Parquet."""

from __future__ import annotations

import gc
import io
import json
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from newslint.article import Article
from newslint.cli import run
from newslint.formats import container_of
from newslint.run import Request, Session, begin, check, inputs
from record_files import FLAW, ONLY, RECORDS, articles, at, lines


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
    assert run(["fix", "--isolated", "."]) == 1
    assert "doubled-word" in capsys.readouterr().out
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


@pytest.mark.slow
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
