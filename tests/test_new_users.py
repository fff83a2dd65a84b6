"""What editors, maintainers of CI jobs and authors of scripts try on their first day is answered in one line."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from command import CLEAN, FLAWED, told
from conftest import ROOT
from newslint import Article, Hit, Iterator, Span, rule
from newslint.catalog import load
from newslint.cli import run
from newslint.cli.ci import SYSTEMS
from newslint.engine import Settings, lint
from newslint.errors import RuleError
from newslint.formats import read_text
from newslint.plugins import plugin
from newslint.run import session

# -- files from an editor's desk ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF, not text; save it as .docx, .txt or .md"),
        (b"{\\rtf1\\ansi The bar is open.}", "an RTF document, not text; save it as .docx, .txt or .md"),
        (
            b"PK\x03\x04mimetypeapplication/vnd.oasis",
            "a zip archive, as documents of Word and LibreOffice are, not text; save it as .docx, .txt or .md, "
            "or say --input-format docx if it is of Word",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word document, not text; save it as .docx, .txt or .md"),
        (
            "Café opens\n\nIt’s open.\n".encode("cp1252"),
            "not UTF-8 (at byte 3, line 1); name the encoding with --encoding, for files from Windows mostly cp1252, "
            "or save it as UTF-8",
        ),
    ],
)
def test_a_file_that_is_no_text(desk: Path, capsys: pytest.CaptureFixture[str], data: bytes, said: str) -> None:
    (desk / "x.txt").write_bytes(data)
    assert told(capsys, "check", "x.txt") == f"newslint: x.txt: {said}\n"


def test_an_article_without_a_word(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.txt").write_text("\n\n", encoding="utf-8")
    assert run(["check", "a.txt"]) == 0
    assert capsys.readouterr().out == "Nothing to mend in 1 article.\nskipped: a.txt: no text in it\n"


@pytest.mark.parametrize("date", ["2026-02-30", "“2026-02-03”", "next week"])
def test_a_date_of_front_matter_that_is_none(desk: Path, capsys: pytest.CaptureFixture[str], date: str) -> None:
    (desk / "a.md").write_text(f"---\ntitle: Bar\ndate: {date}\n---\n\n{CLEAN}", encoding="utf-8")
    known = f"date {date!r} is no date, and does not count; write it as 2026-03-31"
    assert told(capsys, "check", "a.md") == f"newslint: a.md:3: {known}\n"


@pytest.mark.parametrize("date", ["2026-02-03", "2026-02-03T10:00:00+01:00", "3 February 2026", "''", '"2026-02-03"'])
def test_dates_of_front_matter_that_count(desk: Path, capsys: pytest.CaptureFixture[str], date: str) -> None:
    (desk / "a.md").write_text(f"---\ntitle: Bar\ndate: {date}\n---\n\n{CLEAN}", encoding="utf-8")
    assert told(capsys, "check", "a.md") == ""


def test_commands_of_other_linters_are_told_by_their_names_here(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "lint", "a.txt") == "newslint: no such command: lint; here it is check (see newslint --help)\n"


# -- configurations, packs and baselines -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("check", "--ignore", "all"),
            "nothing is looked for: what select, ignore and severity say leaves no rule to run",
        ),
        (("explain", "qqq"), "unknown rule 'qqq'; “newslint rules” lists them"),
        (("test", "qqq"), "unknown rule or family 'qqq'; “newslint rules” lists them"),
        (
            ("check", "--baseline", "b.json"),
            "b.json: no baseline of newslint; make it anew with: newslint baseline create",
        ),
    ],
)
def test_what_is_named_and_is_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (desk / "b.json").write_text("{}")
    assert told(capsys, *arguments) == f"newslint: {said}\n"


def test_a_configuration_that_selects_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "newslint.toml").write_text("select = []\n")
    assert told(capsys, "check").startswith("newslint: nothing is looked for")
    (desk / "newslint.toml").write_text('[[overrides]]\npaths = ["old.txt"]\nselect = []\n')
    (desk / "old.txt").write_text(FLAWED)
    assert told(capsys, "check") == ""


@pytest.mark.parametrize("table", ["tool.newslint", "newslint"])
def test_a_table_of_pyproject_in_a_file_of_our_own(desk: Path, capsys: pytest.CaptureFixture[str], table: str) -> None:
    (desk / "newslint.toml").write_text(f'[{table}]\nselect = ["hype"]\n')
    error = told(capsys, "check")
    assert "unknown key " in error and "; here it is no table: its keys stand at the top" in error


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("words: [mill]\n  words: [dam]", "house.yaml:5: 'words' of 'no-mill' stands twice (first in line 4)"),
        (
            "replace:\n    mill: works\n    dam: wall\n    mill: plant",
            "house.yaml:7: 'mill' of 'no-mill' stands twice (first in line 5)",
        ),
    ],
)
def test_a_key_that_stands_twice_in_a_pack(
    desk: Path, capsys: pytest.CaptureFixture[str], pack: str, said: str
) -> None:
    (desk / "newslint.toml").write_text('packs = ["house.yaml"]\n')
    (desk / "house.yaml").write_text(
        f"no-mill:\n  summary: Say it.\n  message: Say it.\n  {pack}\n"
        "  bad: [The <<mill>>., A <<mill>>.]\n  good: [It., That.]\n"
    )
    assert told(capsys, "check").endswith(f"/{said}\n")


# -- scripts and plug-ins ----------------------------------------------------------------------------------------------


def test_records_on_stdin_without_a_name(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def piped_in(text: str, *arguments: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return told(capsys, "check", *arguments, "-")

    records = f"{json.dumps({'text': CLEAN})}\n" * 2
    said = "newslint: what comes on stdin looks like records; --input-format jsonl reads them, one a line\n"
    assert piped_in(records) == said
    assert piped_in(records, "--input-format", "jsonl") == piped_in(records, "--stdin-filename", "a.jsonl") == ""
    assert piped_in(f"[{json.dumps({'text': CLEAN})}]") == said
    assert piped_in('{"title": "Brewer opens bar"}\n\nThe bar opened on 3 May 2026, its owner, Ines Roy, said.\n') == ""
    assert piped_in("{{ title }}\n\nThe bar opened.\n") == piped_in(CLEAN) == ""


@pytest.mark.parametrize(
    ("indent", "listed", "cure"), [(None, True, "jq -c '.[]'"), (1, True, "jq -c '.[]'"), (1, False, "jq -c .")]
)
def test_json_that_is_not_one_record_a_line(
    desk: Path, capsys: pytest.CaptureFixture[str], indent: int | None, listed: bool, cure: str
) -> None:
    record = {"text": CLEAN}
    (desk / "a.jsonl").write_text(json.dumps([record] if listed else record, indent=indent))
    first = told(capsys, "check", "a.jsonl").splitlines()[0]
    assert first.startswith("newslint: a.jsonl:1: ") and f"(“{cure}” writes " in first


def test_a_table_is_no_article(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.csv").write_text(f'id,text\n1,"{CLEAN}"\n', encoding="utf-8")
    known = "read as plain text, as one article; for an article a row make JSON Lines of it"
    assert told(capsys, "check", "a.csv") == f"newslint: a.csv: {known}\n"


def test_the_script_that_the_docs_show(desk: Path) -> None:
    [shown] = re.findall(r"^```python\n(.*?)^```", (ROOT / "docs/formats.md").read_text(), re.M | re.S)
    (desk / "script.py").write_text(shown.replace('["newslint", ', "[*COMMAND, ", 1), encoding="utf-8")
    code = f"COMMAND = {[sys.executable, '-m', 'newslint']!r}; exec(open('script.py', encoding='utf-8').read())"
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=True)
    assert "0 3 vague-attribution Who? " in done.stdout and "\n1 " not in done.stdout


def test_a_new_rule_says_how_it_becomes_a_plug_in(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new-rule", "cold-fish"]) == 0
    said = capsys.readouterr().out
    block = said.partition("pyproject.toml:\n")[2].partition("Install that")[0]
    project = tomllib.loads(block)["project"]
    assert project["entry-points"]["newslint.rules"] == {"house": "cold_fish"} and project["name"]
    (desk / "pyproject.toml").write_text("[project]\nname = 'desk'\n")
    (desk / "house").mkdir()
    (desk / "house" / "__init__.py").touch()
    run(["new-rule", "warm-fish", "--into", "house"])
    said = capsys.readouterr().out
    assert '\n[project.entry-points."newslint.rules"]\nhouse = "house"\n' in said and "[project]" not in said
    (desk / "pyproject.toml").write_text(block)
    run(["new-rule", "hot-fish"])
    installed = "Install that (pip install -e .), then run: newslint test hot-fish\n"
    assert capsys.readouterr().out == f"hot_fish.py: fill it in\n{installed}"


# -- CI jobs -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("env", "cure"),
    [
        ({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request"}, "fetch-depth: 2"),
        ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "0123abc"}, 'GIT_DEPTH: "0"'),
        ({"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}, "fetchDepth: 0"),
    ],
)
def test_a_clone_that_is_too_shallow_names_the_setting_of_its_ci(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, env: dict[str, str], cure: str
) -> None:
    for name in SYSTEMS:
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    said = f"newslint: the base of the change is not in this clone ({cure}); linting everything\n"
    assert told(capsys, "ci", "a.txt") == said


@pytest.mark.parametrize("command", ["check", "ci"])
def test_a_rule_that_breaks_is_named(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def broken(article: Article, **options: object) -> Iterator[Hit]:
        raise KeyError("x")

    for name in SYSTEMS:
        monkeypatch.delenv(name, raising=False)
    catalog = load(plugins=False)
    lost = catalog.rules["undated-story"]._replace(check=broken, wakes=(), source="house.py:3")
    spoilt = catalog._replace(rules={**catalog.rules, lost.name: lost})
    monkeypatch.setattr(session, "load_catalog", lambda packs: spoilt)
    assert run([command, "a.txt"]) == 2
    named = "a.txt: internal error in rule undated-story (house.py:3): KeyError: 'x'"
    assert f"newslint: {named}; “--extend-ignore undated-story” switches it off\n" in capsys.readouterr().err


def test_arguments_of_the_action_that_cannot_be_read(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INPUT_ARGS", '--ignore "hype')
    assert run(["ci", "--from-action"]) == 2
    assert "the action's input “args” cannot be read: no closing quotation" in capsys.readouterr().err


def test_a_new_configuration_leaves_an_articles_own_type_alone(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.md").write_text(f"---\ntitle: Bar\ntype: opinion\n---\n\n{CLEAN}\nA truly wonderful bar.\n")
    run(["check", "--output-format", "json", "a.md"])
    before = capsys.readouterr().out
    for options, same in ([], True), (["--profile", "news"], False):
        assert run(["config", "init", "--force", *options]) == 0
        capsys.readouterr()
        run(["check", "--output-format", "json", "a.md"])
        assert (capsys.readouterr().out == before) is same


# -- a plug-in of one file ---------------------------------------------------------------------------------------------


def test_a_rule_without_a_folder_is_of_the_house() -> None:
    made: dict[str, object] = {"__name__": "exact_and_rough"}
    exec(re.findall(r"^```python\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text(), re.M | re.S)[0], made)
    assert made["exact_and_rough"].family == "house"  # type: ignore[attr-defined]


@pytest.mark.parametrize("span", [Span(-5, 3), Span(3, 99), Span(4, 3)])
def test_a_hit_outside_the_article_is_a_broken_rule(span: Span) -> None:
    @rule("warning", family="house", bad=["A <<b>>.", "C <<d>>."], good=["A b.", "C d."])
    def lost(article: Article) -> Iterator[Hit]:
        """It is lost."""
        yield Hit(Span(0, 1), "Here.")
        yield Hit(span, "Nowhere.")

    article = read_text("The bar is open.", path="a.txt")
    outcome = lint(article, load()._replace(rules={"lost": lost}), Settings({"lost": "warning"}))
    assert not outcome.findings
    [crash] = outcome.crashes
    assert crash.error == f"ValueError: it found something at {span.start}-{span.end} of a text of 16"


def test_a_module_that_cannot_be_imported_names_its_line(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "newslint_lost.py").write_text("from newslint import rule, figures\n\n\nrule('info', wakes=figures)\n")
    monkeypatch.syspath_prepend(desk)
    with pytest.raises(RuleError, match=rf"TypeError: .* \({desk}/newslint_lost.py:4\)$"):
        plugin("lost", "newslint_lost")
