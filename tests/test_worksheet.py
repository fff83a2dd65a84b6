"""The fact sheet: every claim, figure and quotation in order, with who says so or a blank."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.article import Article
from newslint.facts.sheet import sheet
from newslint.facts.worksheet import BLANK, as_markdown, as_text, items
from newslint.formats import read_text

ARTICLE = """\
# Harbour tram to cost more

The tram will cost $40 million, 25% more than planned, Mayor Ines Roy told the council on Tuesday.

The line is the longest in the country. It will create 300 jobs in 2027.

"We were too hopeful," Roy said. "It happens."

Experts say the bill will grow.
"""


@pytest.fixture
def article() -> Article:
    return read_text(ARTICLE, path="a.md", input_format="markdown")


def test_every_place_is_in_the_source(article: Article) -> None:
    row = sheet(article)
    for kind in ("claims", "figures", "dates"):
        for fact in row[kind]:
            assert ARTICLE[fact["start"] : fact["end"]] == fact["text"]
    for attribution in row["attributions"]:
        for part in ("cue", "source"):
            if attribution[part]:
                assert ARTICLE[attribution[part]["start"] : attribution[part]["end"]] == attribution[part]["text"]


def test_kinds_are_those_that_are_promised(article: Article) -> None:
    row = sheet(article)
    assert {f["kind"] for f in row["figures"]} <= {"money", "percent", "count", "rank", "measure"}
    assert {s["class"] for s in row["sources"]} <= {"person", "organisation", "anonymous", "generic", "none"}
    triggers = {trigger for claim in row["claims"] for trigger in claim["triggers"]}
    assert triggers <= {"figure", "rank", "effect", "forecast", "evaluation", "motive", "consensus"}
    assert {"$40 million", "25%", "300"} <= {f["text"] for f in row["figures"]}


def test_a_speaker_has_the_full_name(article: Article) -> None:
    assert [quote["speaker"] for quote in sheet(article)["quotes"]] == ["Ines Roy", None]


def test_the_person_speaks_and_not_the_firm_in_the_title() -> None:
    article = read_text('Rovers win\n\n"We were poor," Rovers manager Sue Kell said.\n', input_format="plain")
    assert [quote["speaker"] for quote in sheet(article)["quotes"]] == ["Sue Kell"]


def test_passages_come_in_order_with_who_says_so(article: Article) -> None:
    found = items(article)
    assert [item.line for item in found] == sorted(item.line for item in found)
    first = next(item for item in found if "tram will cost" in item.text)
    assert first.says in ("Ines Roy", "Mayor Ines Roy")
    assert first.figures[:2] == ("$40 million", "25%")
    assert next(item for item in found if "longest" in item.text).says == ""


def test_paper_has_boxes_and_blanks(article: Article) -> None:
    text = "\n".join(as_text(article, 60))
    assert "figures:  [ ] $40 million" in text
    assert f"says so:  [ ] {BLANK}" in text
    assert "(who?)" in text and "(nobody in particular; line" in text and "generic" not in text
    assert max(len(line) for line in text.splitlines() if "says so" not in line) <= 100


def test_markdown_is_a_task_list(article: Article) -> None:
    lines = list(as_markdown(article))
    assert lines[0] == "# Harbour tram to cost more"
    assert "  - [ ] $40 million" in lines
    assert any(line.startswith("- [ ] **Line 3**, claim") for line in lines)


def test_an_empty_article_has_an_empty_sheet() -> None:
    nothing = read_text("", path="a.txt", input_format="plain")
    assert all(value in ([], "a.txt") for value in sheet(nothing).values())
    assert "  none" in "\n".join(as_text(nothing))


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_bug_spoils_one_sheet_only(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from newslint.cli import run
    from newslint.facts import sheet as sheet_module, worksheet

    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.md").write_text(f"# Story {name}\n\nThe mill cost $3 million, Ana Ruiz said.\n")

    def spoilt(work: Callable[[Article], Any]) -> Callable[[Article], Any]:
        def maybe(article: Article) -> Any:
            if article.path.endswith("b.md"):
                raise LookupError("no such word")
            return work(article)

        return maybe

    monkeypatch.setattr(sheet_module, "sheet", spoilt(sheet))
    monkeypatch.setattr(worksheet, "heading", spoilt(worksheet.heading))
    code = run(["facts", "--isolated", "--output-format", form, *(str(tmp_path / f"{n}.md") for n in "abc")])
    told = capsys.readouterr()
    assert code == 2
    assert "Story a" in told.out or '"Ana Ruiz"' in told.out
    assert "c.md" in told.out and "b.md" not in told.out
    if form == "json":
        assert len(json.loads(told.out)["articles"]) == 2
    assert told.err.count("\n") == 1 and "b.md: internal error" in told.err and "LookupError" in told.err
