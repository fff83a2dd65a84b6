"""``newslint why``: what was met at a place, and what became of it."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.cli import run
from newslint.doubt import Standing
from newslint.engine import Settings, lint
from newslint.formats import read_text
from newslint.inquiry import inquire, weighed
from newslint.typed import Any

ARTICLES = sorted(
    path
    for path in (Path(__file__).resolve().parent.parent / "fixtures" / "articles").iterdir()
    if path.suffix != ".expected"
)

TRAM = """\
---
title: Council plans a tram line
date: 2026-03-02
---

The council will build a tram line by 2030, Mayor Ines Halloran said on Monday.

<!-- newslint-disable-next-line hype-adjective -- the slogan of the firm -->

The groundbreaking tram is made in Leith, Halloran said. “It is a groundbreaking tram,” she added.

Experts say the tram is quick. The council bought a sleek bus on Monday.
"""

HOUSE = """\
tram-words:
  summary: A word that the house does not use.
  doc: The house has its words.
  message: 'Not “{span}”: {hint}.'
  words:
    - words: [trolley~]
      hint: write tram
      unless: [museum]
    - street railway
  bad: [The <<trolley>> left., A <<street railway>> opened.]
  good: [The tram left., The trolley of the museum left.]
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with an article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "1000")
    (tmp_path / "a.md").write_text(TRAM, encoding="utf-8")
    return tmp_path


def why(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    code = run(["why", *arguments])
    out, err = capsys.readouterr()
    assert code == 0, err
    return re.sub(r"\n {6}(?=\S)", " ", out)  # lines that were filled


def notes(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    row = json.loads(why(capsys, *arguments, "--output-format", "json"))
    assert row["schema_version"] == 1
    return [note for passage in row["passages"] for note in passage["notes"]]


# -- the reasons -------------------------------------------------------------------------------------------------------


def test_what_is_said_and_who_stands_behind_the_sentence(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = why(capsys, "a.md:12")
    said = "  not sourced: nobody can ask “Experts” (nobody in particular, “say”)"
    assert f"a.md:12:1 “Experts say the tram is quick.”\n{said}" in shown
    assert "    12:1 warning vague-attribution: Who? “Experts say” gives the reader nobody to check" in shown
    assert "sourced: “Mayor Ines Halloran” (a person, “said”)" in why(capsys, "a.md:6")
    assert "; quoted\n" in why(capsys, "a.md:10:65")
    assert "a.md:12:1" not in why(capsys, "a.md:12:40")


def test_doubtful_words_are_weighed(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = "a.md:12:53"
    [note] = [n for n in notes(capsys, place, "--ignore", "attribution") if n["rule"] == "hype-adjective"]
    assert note["state"] == "doubtful" and note["excerpt"] == "sleek"
    assert note["why"].startswith("doubtful, and the article is not doubted: ")
    assert note["why"].endswith(" sure findings in a hundred words weigh against it, and it takes 2")
    [note] = [n for n in notes(capsys, place) if n["rule"] == "hype-adjective"]
    assert note["state"] == "said" and "doubtful, and counts here, as the article is doubted" in note["why"]


def test_words_that_are_not_the_writers(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "hype-adjective “groundbreaking”: stands in a quotation" in why(capsys, "a.md:10:70")


def test_a_comment_and_its_reason(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "“groundbreaking”: switched off in line 8 (the slogan of the firm)" in why(capsys, "a.md:10:1")


def test_a_rule_that_speaks_for_another(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "b.txt").write_text(
        "Ring on sale\n\nThe ring went on sale on Monday. It is widely seen as the best ring.\n"
    )
    folded = [n for n in notes(capsys, "b.txt:3:35") if n["state"] == "folded"]
    assert folded and {n["by"] for n in folded} == {"agentless-attribution"}
    assert all(n["why"].startswith("agentless-attribution speaks for it, at 3:") for n in folded)


def test_who_speaks_for_what_stands_in_no_also(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside a vague source no number of the sentence is listed, so that the report does not tell."""
    (desk / "b.txt").write_text(
        "Bridge stays open\n\nThe groundbreaking bridge is a watershed moment and a true testament to Holm. But after "
        "several discussions the plan was approved by all owners, and it has even been praised by many drivers.\n"
    )
    [folded] = [n for n in notes(capsys, "b.txt:3:100") if n["state"] == "folded"]
    assert (folded["rule"], folded["excerpt"], folded["by"]) == ("vague-quantity", "many drivers", "vague-attribution")


@pytest.mark.parametrize(
    ("configured", "arguments", "said"),
    [
        ('ignore = ["attribution"]', (), "ignored by newslint.toml:1"),
        ('[severity]\nvague-attribution = "off"', (), "switched off by the severity in newslint.toml:1"),
        ('[[overrides]]\npaths = ["a.md"]\nselect = ["hype"]', (), "not selected by newslint.toml:3"),
        ("", ("--extend-ignore", "vague-attribution"), "ignored by --extend-ignore"),
    ],
)
def test_the_configuration(
    desk: Path, capsys: pytest.CaptureFixture[str], configured: str, arguments: tuple[str, ...], said: str
) -> None:
    (desk / "newslint.toml").write_text(configured)
    [note] = [n for n in notes(capsys, "a.md:12:1", *arguments) if n["rule"] == "vague-attribution"]
    assert note["state"] == "off" and note["why"] == said


def test_the_kind_of_copy_and_a_configured_severity(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "b.md").write_text("---\ntitle: Tram\n---\n\nThe tram must never fail again and everybody knows it.\n")
    off = notes(capsys, "b.md:5", "--profile", "opinion")
    assert {n["why"] for n in off if n["rule"] == "absolute-claim"} <= {"off in the profile 'opinion'"}
    (desk / "newslint.toml").write_text('[severity]\nvague-attribution = "error"')
    assert "(its severity is configured; it would be warning)" in why(capsys, "a.md:12:1")


def test_a_severity_is_the_profiles_where_no_configuration_sets_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "b.md").write_text("---\ntype: opinion\n---\n\nThe groundbreaking tram is made in Leith.\n")
    told = "(the profile 'opinion' makes it info; it would be warning)"
    assert "5:5 info hype-adjective: " in why(capsys, "b.md:5") and told in why(capsys, "b.md:5")
    (desk / "newslint.toml").write_text('[[overrides]]\npaths = ["b.md"]\nseverity = {hype = "info"}')
    assert "(its severity is configured; it would be warning)" in why(capsys, "b.md:5")
    (desk / "newslint.toml").write_text('[[overrides]]\npaths = ["c.md"]\nseverity = {hype = "info"}')
    assert told in why(capsys, "b.md:5")


def test_a_rule_that_is_off_by_default_is_told_when_it_is_asked_for(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "b.txt").write_text("Ring on sale\n\nThe ring cost 5 percent more on Monday.\n")
    [note] = notes(capsys, "b.txt:3", "--rule", "ap-numerals")
    assert note["why"] == "off by default; --extend-select ap-numerals asks for it"
    assert "ap-numerals" not in {n["rule"] for n in notes(capsys, "b.txt:3")}


def test_the_baseline(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "create", "a.md"]) == 0
    assert "vague-attribution “Experts say”: the baseline knows it" in why(capsys, "a.md:12:1")
    assert "warning vague-attribution" in why(capsys, "a.md:12:1", "--no-baseline")


def test_words_that_a_condition_leaves_alone_with_their_line(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "house.yaml").write_text(HOUSE, encoding="utf-8")
    (desk / "newslint.toml").write_text('packs = ["house.yaml"]')
    (desk / "b.txt").write_text("Show opens\n\nThe museum showed two trolleys on Monday, Ada Brandt said.\n")
    shown = why(capsys, "b.txt:3", "--rule", "tram-words")
    told = "tram-words “trolleys”: the entry's “unless” leaves it alone (house.yaml:6; hint “write tram”)"
    assert f"  Met and left alone:\n    3:23 {told}\n" in shown
    [note] = notes(capsys, "b.txt:3", "--rule", "tram-words")
    assert note["state"] == "left" and note["entry"] == "house.yaml:6"


def test_a_rule_that_sleeps(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\nunnamed-study sleeps: the article has none of study" in why(capsys, "a.md:12", "--rule", "unnamed-study")
    assert "\nvague-attribution met nothing here\n" in why(capsys, "a.md:6", "--rule", "vague-attribution")


# -- what weighs against an article ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("doubted", "weight", "own", "said"),
    [
        (True, 1.2, True, "it says I or we, and it gushes"),
        (True, 2.4, True, "2.40 sure findings in a hundred words weigh against it, and it takes 2"),
        (True, 2.4, False, "2.40 sure findings in a hundred words weigh against it, and it takes 2"),
        (False, 1.2, False, "1.20 sure findings in a hundred words weigh against it, and it takes 2"),
        (False, 2.4, True, "it says I or we, which is not doubted for its weight, and it does not gush"),
    ],
)
def test_the_weight_is_told_where_it_decides(doubted: bool, weight: float, own: bool, said: str) -> None:
    assert weighed(Standing(doubted, False, weight, own)) == said


# -- the place ---------------------------------------------------------------------------------------------------------


def test_records_and_stdin(desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"title": "Ring on sale", "body": "A ring is on sale, Ada Brandt said."}, {"body": "Experts say it is."}]
    (desk / "r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert "r.jsonl:2 [/body] “Experts say it is.”" in why(capsys, "r.jsonl:2")
    assert run(["why", "r.jsonl:2:999"]) == 0
    out, err = capsys.readouterr()
    assert "r.jsonl:2 [/body] “Experts say it is.”" in out
    assert err == "newslint: r.jsonl:2:999: columns do not count in records; all of line 2 is meant\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TRAM.encode())))
    assert "x.md:12:1 “Experts say the tram is quick.”" in why(capsys, "-:12:2", "--stdin-filename", "x.md")


def test_a_line_without_words_of_the_article(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert why(capsys, "a.md:5") == "a.md:5: nothing of the article stands here\n"
    (desk / "a.md").write_text(TRAM.replace("groundbreaking", "new"), encoding="utf-8")
    assert "unused-suppression: Nothing here for 'hype-adjective' to silence." in why(capsys, "a.md:8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.md",), "'a.md' names no line; write PATH:LINE or PATH:LINE:COL"),
        (("a.md:99",), "a.md:99: no such line; the last one is 13"),
        (("a.md:6:0",), "a.md:6:0: no such column; the first one is 1"),
        (("r.jsonl:1:0",), "r.jsonl:1:0: no such column; the first one is 1"),
        (("a.md:6:99",), "a.md:6:99: no such column; the last one is 80"),
        (("b.md:1",), "b.md: no such file or folder (did you mean 'a.md'?)"),
        ((".:1",), ".: names several articles; name one"),
        (("r.jsonl:9",), "r.jsonl:9: no article has a field that begins in this line"),
        (("x.txt:1",), "x.txt: not UTF-8"),
        (("a.md:1", "--rule", "hype-adjectiv"), "unknown rule 'hype-adjectiv' (did you mean 'hype-adjective'?)"),
    ],
)
def test_what_cannot_be_asked(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (desk / "r.jsonl").write_text('{"body": "Experts say it is."}\n')
    (desk / "x.txt").write_bytes(b"\xff\xfd\xfc")
    assert run(["why", *arguments]) == 2
    out, err = capsys.readouterr()
    assert not out and err.startswith(f"newslint: {said}") and err.count("\n") == 1


# -- laws --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_every_hit_is_accounted_for(catalog: Catalog, path: Path) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    text = path.read_text(encoding="utf-8")
    plain = lint(read_text(text, path=str(path)), catalog, settings)
    article = read_text(text, path=str(path))
    traced = lint(article, catalog, settings._replace(traced=True))
    assert plain.steps is None and traced.steps is not None
    assert traced.findings == plain.findings
    asked = inquire(article, catalog, settings, [], {}, {})
    assert [note.finding for note in asked.notes if note.state == "said"] == plain.findings
    met = {(note.finding.rule, note.finding.prose) for note in asked.notes if note.state != "left"}
    said = {(rule.name, hit.span) for rule, hit in traced.steps.said if hit.scope != "document"}
    assert said and said <= met
    speakers = {note.finding.rule for note in asked.notes if note.state == "said"}
    assert {note.by for note in asked.notes if " speaks for it" in note.why} <= speakers
