"""What a user may overlook is told in one line: options without effect, text on stdin, excluded folders, slips."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import CLEAN, FLAWED, told
from newslint.catalog import Catalog
from newslint.cli import run
from newslint.config.keys import PROFILES
from newslint.config.profiles import PROFILES_BY_TYPE
from newslint.formats.frontkeys import KINDS, kind_of, meant_kind
from newslint.reasons import IN_WORDS

IDLE = "newslint: --unsafe does nothing without --fix, which applies fixes, or --diff, which shows them\n"
UNREAD = "newslint: what comes on stdin is not read, but this folder; name “-” to read stdin\n"
GERMAN = (
    "Die Regierung hat am Mittwoch beschlossen, dass die Steuer nicht erhöht wird. Der Minister sagte, das sei eine "
    "gute Nachricht für alle Bürger und für das Land, und die Opposition war auch nicht dagegen."
)


# -- options and stdin -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--unsafe", "a.txt"), IDLE),
        (("check", "--unsafe", "-q", "a.txt"), ""),
        (("check", "--unsafe", "--diff", "-q", "a.txt"), ""),
        (("check", "--unsafe", "--fix", "-q", "a.txt"), ""),
        (("fix", "--unsafe", "-q", "a.txt"), ""),
    ],
)
def test_unsafe_without_a_fix(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert told(capsys, *arguments) == said


def piped(desk: Path, *arguments: str, text: str = FLAWED, **env: str) -> str:
    """What a run says on stderr that gets a text through a pipe."""
    clean = {key: value for key, value in os.environ.items() if key not in ("CI", "GIT_DIR")}
    command = [sys.executable, "-m", "newslint", *arguments]
    done = subprocess.run(command, cwd=desk, input=text, capture_output=True, text=True, env=clean | env, check=False)
    assert done.returncode == ("-" in arguments)  # the text has an error, the folder none
    return done.stderr


def test_a_text_on_stdin_that_is_not_read(desk: Path) -> None:
    assert piped(desk, "check") == piped(desk, "facts") == UNREAD
    for arguments in (["check", "a.txt"], ["check", "-"], ["check", "-q"], ["check", "--stdin-filename", "-"]):
        assert piped(desk, *arguments) == ""
    assert piped(desk, "check", text="") == ""
    # There stdin is the rest of the job's script, or what git tells its hooks.
    assert piped(desk, "check", CI="true") == piped(desk, "check", GIT_DIR=".git") == ""


def test_an_article_in_the_place_of_stdin(desk: Path) -> None:
    (desk / "b.md").write_text("x")
    with open(desk / "b.md") as file:
        clean = {key: value for key, value in os.environ.items() if key not in ("CI", "GIT_DIR")}
        command = [sys.executable, "-m", "newslint", "check"]
        assert subprocess.run(command, cwd=desk, stdin=file, capture_output=True, env=clean).stderr.decode() == UNREAD


def test_an_open_pipe_with_nothing_in_it_is_not_waited_for(desk: Path) -> None:
    read, write = os.pipe()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "newslint", "check"], cwd=desk, stdin=read, capture_output=True, timeout=60
        )
    finally:
        os.close(read)
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


# -- folders in which nothing is to be read ----------------------------------------------------------------------------


def test_a_folder_whose_articles_are_excluded(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "newslint.toml").write_text('fail-on = "error"\n\nexclude = ["*.txt"]\n')
    start = "newslint: .: no articles in this folder are to be read: a.txt is"
    cure = "; a file that is named is read all the same\n"
    assert told(capsys, "check") == f"{start} excluded by newslint.toml:3{cure}"
    assert told(capsys, "check", "--force-exclude", ".") == f"{start} excluded by newslint.toml:3\n"
    assert told(capsys, "check", "--isolated", "--exclude", "a.*") == f"{start} excluded by --exclude{cure}"
    (desk / "newslint.toml").unlink()
    (desk / ".git").mkdir()
    (desk / ".gitignore").write_text("*.txt\n")
    assert told(capsys, "check") == f"{start} ignored by git{cure}"
    assert told(capsys, "check", "a.txt") == ""


def test_a_folder_that_nobody_keeps_articles_in(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "build").mkdir()
    (desk / "a.txt").rename(desk / "build" / "a.txt")
    said = "newslint: .: no articles in this folder (looked for .txt, .text, .md, .markdown and the like)"
    assert told(capsys, "check") == f"{said}; what is in build is read only when it is named\n"
    assert told(capsys, "check", "build") == ""


# -- what is left out of records ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("german", "which"), [([1], "record 1"), ([0, 2], "2 records: 0, 2"), (range(12), f"12 records: {'%d, ' * 10}…")]
)
def test_records_in_another_language_are_counted(
    desk: Path, capsys: pytest.CaptureFixture[str], german: list[int], which: str
) -> None:
    rows = [json.dumps({"text": GERMAN if i in german else CLEAN}) for i in range(13)]
    (desk / "r.jsonl").write_text("\n".join(rows))
    run(["check", "--output-format", "json", "r.jsonl"])
    why = "r.jsonl: seems to be written in 'de', for which there are no rules"
    named = which % tuple(range(10)) if "%" in which else which
    assert json.loads(capsys.readouterr().out)["summary"]["skipped"] == [f"{why} ({named})"]


def test_a_fact_sheet_of_another_language_says_so(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [json.dumps({"text": text}) for text in (GERMAN, CLEAN, GERMAN)]
    (desk / "r.jsonl").write_text("\n".join(rows))
    made = "sheets are made by what is known of English\n"
    assert told(capsys, "facts", "r.jsonl") == f"newslint: 2 articles seem to be in 'de'; {made}"
    (desk / "r.jsonl").write_text(rows[0])
    assert told(capsys, "facts", "r.jsonl") == f"newslint: 1 article seems to be in 'de'; {made}"
    assert told(capsys, "facts", "a.txt") == ""


# -- kinds of copy -----------------------------------------------------------------------------------------------------


def test_all_kinds_that_a_rule_or_a_profile_takes_notice_of_are_known(catalog: Catalog) -> None:
    asked = {kind for rule in catalog.rules.values() for kind in rule.not_types} | {*PROFILES_BY_TYPE, *PROFILES}
    assert {kind_of(kind) for kind in asked} == KINDS


@pytest.mark.parametrize("kind", ["post", "posts", "page", "blog", "docs", "note", "product", "story", "previews"])
def test_kinds_of_the_house_are_no_slips(kind: str) -> None:
    assert meant_kind(kind) == ""


def test_kinds_are_known_in_the_plural_and_with_other_joints() -> None:
    assert kind_of("Press Releases") == kind_of("press_release") == "press-release"
    assert kind_of("news") == "news" and kind_of("posts") == "posts"


def test_a_misspelt_type(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = f"---\ntitle: Bar\ntype: opinon\n---\n\n{CLEAN}"
    (desk / "a.md").write_text(article)
    (desk / "b.md").write_text(article)
    known = "type 'opinon' is not known (did you mean 'opinion'?); the article is judged as news\n"
    for _ in range(2):
        assert told(capsys, "check", "a.md") == f"newslint: a.md:3: {known}"
    assert told(capsys, "check", ".") == f"newslint: a.md:3 and 1 more: {known}"
    assert told(capsys, "ci", "a.md") == f"newslint: a.md:3: {known}"
    assert told(capsys, "check", "--profile", "brief", "a.md") == told(capsys, "check", "-q", "a.md") == ""
    (desk / "r.jsonl").write_text(json.dumps({"type": "opinon", "text": CLEAN}))
    assert told(capsys, "check", "r.jsonl") == f"newslint: r.jsonl, record 0: {known}"
    (desk / "a.md").write_text(article.replace("opinon", "column"))
    assert told(capsys, "check", "a.md") == ""


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            "not-types: [opinon]",
            "rule 'no-mill' is silent in 'opinon': no such kind of article (did you mean 'opinion'?)",
        ),
        (
            "not-types: [Press Releases]",
            "not-types 'Press Releases' is never met; use small letters, and hyphens for spaces",
        ),
        ("replace: {mill: works}\n  safe: [mil]", "safe 'mil' is not under replace (did you mean 'mill'?)"),
        (
            "patterns:\n    - {regex: 'mill .{1,9} town', needs: [mlil]}",
            "no match holds 'mlil', which it needs (did you mean 'mill'?)",
        ),
    ],
)
def test_a_slip_in_a_pack(desk: Path, capsys: pytest.CaptureFixture[str], field: str, said: str) -> None:
    (desk / "newslint.toml").write_text('packs = ["house.yaml"]\n')
    (desk / "house.yaml").write_text(
        f"no-mill:\n  summary: Say mill.\n  message: Say it.\n  words: [mill]\n  {field}\n"
        "  bad: [The <<mill>>., A <<mill>>.]\n  good: [It., That.]\n"
    )
    assert run(["check", "a.txt"]) == 2
    error = capsys.readouterr().err
    assert "/house.yaml:" in error and error.endswith(f"{said}\n") and error.count("\n") == 1


def test_an_option_that_would_count_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "newslint.toml").write_text("[rules.long-sentence]\nmax-words = 0\n")
    assert run(["check", "a.txt"]) == 2
    said = (
        "newslint: newslint.toml:2: rules.long-sentence.max-words must be a whole number from 1 to 1,000,000, not 0\n"
    )
    assert capsys.readouterr().err == said


# -- what runs, and why something is silent ----------------------------------------------------------------------------


def test_rules_that_wait_for_corpus_are_told_apart(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["rules"])
    listed = capsys.readouterr().out
    assert "\n  near-duplicate " in listed and " of them on and 2 more with “check --corpus”. " in listed
    [row] = [line for line in listed.splitlines() if line.startswith("  near-duplicate ")]
    assert row.split()[1] == "corpus"
    run(["explain", "near-duplicate"])
    assert capsys.readouterr().out.startswith("near-duplicate (corpus, warning, on with --corpus)\n")
    run(["explain", "fact-conflict"])
    assert capsys.readouterr().out.startswith("fact-conflict (corpus, info, off)\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Police held a man on Monday, and officials said that he was charged.", IN_WORDS["authorities"]),
        ("Both unions say that the bridge is dear.", IN_WORDS["both"]),
        (
            "Researchers found that the dam is old. A team of researchers at Holm University saw it.",
            "names their study",
        ),
        ("Experts from Holm University said the dam was safe.", "“Experts from Holm University” can be asked"),
        ("Analysts at Berg Bank met on Monday.", "no word of speech or opinion is taken for theirs here"),
    ],
)
def test_why_a_crowd_need_not_be_named(desk: Path, capsys: pytest.CaptureFixture[str], text: str, why: str) -> None:
    (desk / "b.txt").write_text(f"Holm opens a bridge\n\n{text}\n")
    run(["why", "b.txt:3", "--rule", "vague-attribution", "--output-format", "json"])
    rows = [note for passage in json.loads(capsys.readouterr().out)["passages"] for note in passage["notes"]]
    assert [row["state"] for row in rows][:1] == ["left"] and why in rows[0]["why"]


def test_the_column_that_reports_print_of_a_record_is_no_mistake(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "r.jsonl").write_text(json.dumps({"text": CLEAN}))
    assert told(capsys, "why", "r.jsonl:1:1") == ""
    assert "columns do not count in records" in told(capsys, "why", "r.jsonl:1:2")
