"""The reports: what stands in JSON, and what a terminal shows of long, wide and hostile lines."""

from __future__ import annotations

import json
from io import StringIO

import pytest

from newslint.article import Article
from newslint.engine import with_fingerprints
from newslint.finding import Edit, Finding, Fix, Folded, Place, Severity
from newslint.formats import read_text
from newslint.reporters import ArticleReport, Options, Report, fails, reporter
from newslint.reporters.snippet import cells, rows
from newslint.reporters.summary import visible
from newslint.text.span import Span


def finding(
    source: str, words: str, severity: Severity = "warning", rule: str = "some-rule", **more: object
) -> Finding:
    article = read_text(source, path="a.txt", input_format="plain")
    at = source.index(words)
    span = Span(at, at + len(words))
    line, column = article.position(span.start)
    end_line, end_column = article.position(span.end)
    made = Finding(
        rule=rule, family="hype", severity=severity, message="Say it plainly.", path="a.txt", span=span, line=line,
        column=column, end_line=end_line, end_column=end_column, excerpt=words, scope="span", zone="body", prose=span,
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


def shown(name: str, source: str, *findings: Finding, **options: object) -> str:
    report = Report([ArticleReport("a.txt", findings=findings, source=source, words=12)], version="0.1.0")
    out = StringIO()
    reporter(name)(report, out, Options(**options))  # type: ignore[arg-type]
    return out.getvalue()


SOURCE = "Brewer opens bar\n\nIt is a game changer for Porto.\n"


# -- JSON --------------------------------------------------------------------------------------------------------------


def test_json_holds_its_promise() -> None:
    made = finding(
        SOURCE, "a game changer", "error",
        also=(Folded("empty-label", "hype", Span(24, 28)),),
        related=(Place("see", Span(0, 6), 1, 1, "said here first"),),
        fix=Fix("cut it", (Edit(Span(24, 39), ""),), True),
    )  # fmt: skip
    article: Article = read_text(SOURCE, input_format="plain")
    [made] = with_fingerprints(article, [made])
    row = json.loads(shown("json", SOURCE, made))
    assert list(row) == ["schema_version", "version", "summary", "articles"]
    assert list(row["summary"]) == ["articles", "error", "warning", "info", "suppressed", "baselined", "skipped"]
    assert list(row["articles"][0]) == ["path", "record", "format", "headline", "words", "metrics", "findings"]
    found = row["articles"][0]["findings"][0]
    assert list(found) == [
        "rule", "family", "severity", "message", "line", "column", "end_line", "end_column", "start", "end", "excerpt",
        "scope", "zone", "field", "also", "related", "fix", "url", "fingerprint",
    ]  # fmt: skip
    assert SOURCE[found["start"] : found["end"]] == found["excerpt"] == "a game changer"
    assert (found["line"], found["column"], found["end_line"], found["end_column"]) == (3, 7, 3, 21)
    assert found["also"] == [{"rule": "empty-label", "family": "hype", "start": 24, "end": 28}]
    assert list(found["related"][0]) == ["role", "line", "column", "start", "end", "message"]
    assert found["fix"] == {"title": "cut it", "safe": True, "edits": [{"start": 24, "end": 39, "text": ""}]}
    assert len(found["fingerprint"]) == 18
    assert found["url"].endswith("/some-rule.md")


def test_json_lists_articles_without_findings() -> None:
    row = json.loads(shown("json", SOURCE))
    assert row["articles"][0]["findings"] == []
    assert row["summary"]["articles"] == 1


def test_jsonl_is_a_finding_a_line() -> None:
    lines = shown("jsonl", SOURCE, finding(SOURCE, "game"), finding(SOURCE, "Porto")).splitlines()
    assert [json.loads(line)["excerpt"] for line in lines] == ["game", "Porto"]
    assert json.loads(lines[0])["path"] == "a.txt"


# -- for people --------------------------------------------------------------------------------------------------------


def test_concise() -> None:
    assert shown("concise", SOURCE, finding(SOURCE, "a game changer", "error")) == (
        "a.txt:3:7: error some-rule: Say it plainly.\nFound 1 error in 1 article.\n"
    )


def test_a_finding_that_can_be_mended_is_marked_and_counted() -> None:
    def fix(safe: bool) -> Fix:
        return Fix("cut it", (Edit(Span(24, 28), ""),), safe)

    safe, unsafe = (finding(SOURCE, "game", rule=name, fix=fix(name == "safe")) for name in ("safe", "unsafe"))
    in_a_record = finding(SOURCE, "game", rule="record", fix=fix(True), field="/body")  # no file to write to
    assert shown("concise", SOURCE, safe, safe, unsafe, in_a_record).splitlines()[-6:] == [
        "a.txt:3:9: warning safe: [*] Say it plainly.",
        "a.txt:3:9: warning safe: [*] Say it plainly.",
        "a.txt:3:9: warning unsafe: Say it plainly.",
        "a.txt:1:1: warning record: Say it plainly. [/body 3:9]",
        "Found 4 warnings in 1 article.",
        "[*] 2 fixable with “newslint fix” (1 more with --unsafe).",
    ]
    for name in ("full", "grouped", "statistics"):
        text = shown(name, SOURCE, safe, unsafe)
        assert text.count("[*]") == 2 and "[*] 1 fixable with “newslint fix” (1 more with --unsafe).\n" in text
    assert shown("concise", SOURCE, unsafe).endswith("\n1 fixable with “newslint fix --unsafe”; check the sense.\n")
    assert "fixable" not in shown("concise", SOURCE, safe, quiet=True)


@pytest.mark.parametrize(("fixed", "left"), [("safe", "1 fixable with “newslint fix --unsafe”"), ("unsafe", "")])
def test_fixes_that_were_tried_are_not_offered_again(fixed: str, left: str) -> None:
    both = [finding(SOURCE, "game", fix=Fix("cut it", (), safe)) for safe in (True, False)]
    text = shown("concise", SOURCE, *both, fixed=fixed)
    assert "[*]" not in text and ("fixable" in text) == bool(left) and left in text


def test_full() -> None:
    made = finding(
        SOURCE, "a game changer",
        related=(
            Place("also-here", Span(33, 38), 3, 26),
            Place("also-here", Span(0, 6), 1, 1),
            Place("see", Span(0, 6), 1, 1, "said first"),
        ),
        fix=Fix("cut it", (Edit(Span(24, 39), ""),)),
    )  # fmt: skip
    assert shown("full", SOURCE, made) == (
        "warning some-rule: Say it plainly.\n"
        " --> a.txt:3:7\n"
        "  |\n"
        "3 | It is a game changer for Porto.\n"
        "  |       ^^^^^^^^^^^^^^\n"
        "  = also here: column 26, 1:1\n"
        "  = see 1:1: said first\n"
        "  = help: cut it (check the sense)\n"
        "\n"
        "Found 1 warning in 1 article.\n"
        "1 fixable with “newslint fix --unsafe”; check the sense.\n"
        "Why, with examples: newslint explain some-rule\n"
    )


def test_a_long_message_is_wrapped() -> None:
    made = finding(
        SOURCE, "game", message="Say what it is and for whom it changes anything, with a figure and a source."
    )
    lines = shown("full", SOURCE, made, width=50).splitlines()
    assert lines[0] == "warning some-rule: Say what it is and for whom it"
    assert lines[1] == "    changes anything, with a figure and a source."


def test_full_puts_the_gravest_of_a_paragraph_first() -> None:
    source = "Head\n\nOne two three.\n\nFour five six.\n"
    text = shown(
        "full", source, finding(source, "One", "info", "a"), finding(source, "three", "error", "b"),
        finding(source, "Four", "warning", "c"),
    )  # fmt: skip
    assert [text.index(line) for line in ("error b", "info a", "warning c")] == sorted(
        text.index(line) for line in ("error b", "info a", "warning c")
    )


def test_long_lists_of_notes_are_folded_for_people_only() -> None:
    source = "Head\n\n" + "word " * 12 + "\n"
    many = [
        finding(source, "word", "info")._replace(span=Span(6 + 5 * i, 10 + 5 * i), column=1 + 5 * i) for i in range(12)
    ]
    assert "and 7 more of some-rule" in shown("full", source, *many)
    assert "and 7 more of some-rule" in shown("grouped", source, *many)
    assert len(json.loads(shown("json", source, *many))["articles"][0]["findings"]) == 12


def test_colour_only_when_asked() -> None:
    for name in ("full", "concise", "grouped", "statistics"):
        assert "\x1b" not in shown(name, SOURCE, finding(SOURCE, "game"))
        assert "\x1b[" in shown(name, SOURCE, finding(SOURCE, "game"), color=True)


def test_an_article_cannot_steer_the_terminal() -> None:
    source = "Head\n\nRed \x1b[31mtext\x07 and \u202ehidden\u202c words.\n"
    made = finding(source, "words", message="Cut \x1b]0;x\x07 it.", path="a\x1b.txt")
    for name in ("full", "concise", "grouped"):
        text = shown(name, source, made)
        assert not set(text) & set("\x1b\x07\u202e")
    assert visible("a\u200bb\x1b") == "a<U+200B>b␛"


# -- windows -----------------------------------------------------------------------------------------------------------


def window(source: str, words: str, room: int) -> tuple[str, str]:
    f = finding(source, words)
    [row] = rows(source, f.span, f.line, f.column, room)
    assert cells(row.text) <= room
    marked = row.text[len(row.marks) - len(row.marks.lstrip()) : len(row.marks)]
    assert cells(row.marks) <= room
    return row.text, marked


@pytest.mark.parametrize("room", [30, 40, 77])
@pytest.mark.parametrize("words", ["The", "middling", "end."])
def test_window_of_a_long_line(room: int, words: str) -> None:
    source = "The " + "lorem ipsum " * 40 + "middling " + "dolor sit " * 40 + "end.\n"
    text, marked = window(source, words, room)
    assert marked == words
    assert text.startswith("…") is (words != "The")
    assert text.endswith("…") is (words != "end.")
    assert all(
        word in ("The", "lorem", "ipsum", "middling", "dolor", "sit", "end.") for word in text.strip("…").split()
    )


def test_short_line_is_shown_whole() -> None:
    assert window("It is a game changer.\n", "game", 40) == ("It is a game changer.", "game")


def test_span_wider_than_the_window() -> None:
    source = "Well, " + "word " * 100 + "end.\n"
    text, marked = window(source, "word " * 90, 40)
    assert text.startswith("…word word") and text.endswith("…")
    assert set(marked.split()) == {"word"}


def test_wide_and_combining_characters_keep_the_marks_in_place() -> None:
    source = "東京 cafe\u0301 game 🙂 on.\n"
    f = finding(source, "game")
    [row] = rows(source, f.span, f.line, f.column, 60)
    assert row.marks == " " * (4 + 1 + 4 + 1) + "^^^^"
    f = finding(source, "東京")
    assert rows(source, f.span, f.line, f.column, 60)[0].marks == "^^^^"


def test_tabs_and_controls_count_as_shown() -> None:
    source = "a\tb\x1b game\n"
    f = finding(source, "game")
    [row] = rows(source, f.span, f.line, f.column, 60)
    assert row.text == "a    b␛ game"
    assert row.marks.index("^") == row.text.index("game")


def test_wrapped_passage_shows_its_lines() -> None:
    source = "Head\n\nOne two\n  three four\n  five six\n  seven eight.\n"
    f = finding(source, "two\n  three four\n  five six\n  seven")
    found = rows(source, f.span, f.line, f.column, 60)
    assert [(r.number, r.marks.strip()) for r in found] == [(3, "^^^"), (4, "^" * 10), (6, "^" * 5)]
    assert "..." in shown("full", source, f)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    source = f"Head{end}{end}It is a game.{end}Next.{end}"
    f = finding(source, "game")
    assert rows(source, f.span, f.line, f.column, 60)[0].text == "It is a game."


def test_a_megabyte_in_one_line_is_cheap() -> None:
    from time import process_time

    source = "word " * 200_000
    spans = [Span(i * 500, i * 500 + 4) for i in range(2000)]
    before = process_time()
    for span in spans:
        rows(source, span, 1, span.start + 1, 76)
    assert process_time() - before < 2


def test_gate() -> None:
    assert fails("error", "warning") and fails("warning", "warning")
    assert not fails("info", "warning")
    assert not fails("error", None)
