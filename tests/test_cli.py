"""The command line from outside: exit codes, and an answer in one line to every bad input."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command import CLEAN, FLAWED, check, paths, run

pytestmark = pytest.mark.slow


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(FLAWED)
    (tmp_path / "good.md").write_text(CLEAN)
    return tmp_path


# -- exit codes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.md"], 0),
        (["bad.md"], 1),
        (["bad.md", "--fail-on", "never"], 0),
        (["bad.md", "--exit-zero"], 0),
        (["good.md", "missing.md"], 2),
        (["bad.md", "missing.md"], 2),
        (["bad.md", "missing.md", "--exit-zero"], 2),
        (["--no-such-option"], 2),
    ],
)
def test_exit_code(desk: Path, arguments: list[str], code: int) -> None:
    assert check(desk, *arguments).returncode == code


def test_warnings_fail_when_asked(desk: Path) -> None:
    (desk / "newslint.toml").write_text('severity = {percent-change-mismatch = "warning"}\n')
    assert check(desk, "bad.md").returncode == 0
    assert check(desk, "bad.md", "--fail-on", "warning").returncode == 1
    assert check(desk, "bad.md", "--max-warnings", "0").returncode == 1
    assert check(desk, "bad.md", "--max-warnings", "1").returncode == 0
    (desk / "newslint.toml").write_text('max-warnings-per-1000 = 5\nseverity = {percent-change-mismatch = "warning"}\n')
    done = check(desk, "bad.md")
    assert done.returncode == 1
    assert "in 1,000 words; at most 5 are allowed" in done.stderr


def test_a_run_says_that_it_has_too_many_warnings(desk: Path) -> None:
    (desk / "newslint.toml").write_text('max-warnings = 0\nseverity = {percent-change-mismatch = "warning"}\n')
    for command in ("check", "ci"):
        done = run(command, "--select", "percent-change-mismatch", "bad.md", cwd=desk)
        assert (done.returncode, "newslint: 1 warning; at most 0 allowed" in done.stderr) == (1, True)
        done = run(command, "--select", "percent-change-mismatch", "bad.md", "--max-warnings", "1", cwd=desk)
        assert (done.returncode, "at most" in done.stderr) == (0, False)


def test_bare_command_shows_help(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert done.returncode == 2
    assert "check" in done.stderr + done.stdout


def test_closed_pipe_is_quiet(desk: Path) -> None:
    for i in range(300):
        (desk / f"{i}.md").write_text(FLAWED)
    command = f"{sys.executable} -m newslint check --isolated . | head -n 1"
    done = subprocess.run(command, shell=True, cwd=desk, capture_output=True, text=True)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


# -- bad input: one line with place and cure, and the others are still read --------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("latin.txt", b"The caf\xe9 is open.\n", "latin.txt: not UTF-8"),
        ("nul.txt", b"a\0b\n", "nul.txt: binary, not text"),
        ("front.md", b"---\ntitle: [a\n---\n\nText.\n", "front.md:"),
    ],
)
def test_file_that_cannot_be_read(desk: Path, name: str, data: bytes, said: str) -> None:
    (desk / name).write_bytes(data)
    done = check(desk, name, "bad.md")
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "bad.md:3:" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["goood.md"], "goood.md: no such file or folder (did you mean 'good.md'?)"),
        (["*.rst"], "*.rst: no file matches"),
        (["--select", "percent-change-mismach", "good.md"], "did you mean 'percent-change-mismatch'?"),
        (["--output-format", "jsom", "good.md"], "did you mean 'json'?"),
        (["--config", "none.toml", "good.md"], "none.toml: no such file"),
        (["--date", "yesterday", "good.md"], "write it as 2026-03-31"),
        (["--input-format", "markdwn", "good.md"], "did you mean 'markdown'?"),
        (["--output-format", "json", "--output-format", "full", "good.md"], "would share one stream"),
        (["--output-file", "none/out.txt", "good.md"], "cannot be written"),
        (["--select", "", "good.md"], "--select names no rule"),
        (["--select=", "good.md"], "--select names no rule"),
        (["--select", " , ", "good.md"], "--select names no rule"),
        (["--output-format", "json:a.json", "--output-file", "b.json", "good.md"], "b.json would stay empty"),
        (["--statistics", "--output-format", "json", "bad.md"], "--statistics and --output-format json would share"),
        (["--extend-exclude", "old", "good.md"], "no such option: --extend-exclude; here it is --exclude"),
        (["--selct", "hype", "good.md"], "no such option: --selct (did you mean '--select'?)"),
        (["--fail-on", "eror", "good.md"], "is not one of 'error', 'warning', 'info', 'never' (did you mean 'error'?)"),
        (["--profile", "opinon", "good.md"], "(did you mean 'opinion'?)"),
    ],
)
def test_mistake_gets_one_line(desk: Path, arguments: list[str], said: str) -> None:
    done = run("check", *arguments, cwd=desk)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_folder_without_articles(desk: Path) -> None:
    (desk / "empty").mkdir()
    done = check(desk, "empty")
    assert done.returncode == 2
    assert "empty: no articles in this folder" in done.stderr


def test_unreadable_file(desk: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    (desk / "shut.md").write_text(CLEAN)
    (desk / "shut.md").chmod(0)
    assert "shut.md: permission denied" in check(desk, "shut.md").stderr


def test_odd_but_good_files(desk: Path) -> None:
    (desk / "empty.md").write_bytes(b"")
    (desk / "headline.txt").write_text("Brewer opens bar in Porto")
    (desk / "bom.txt").write_bytes(b"\xef\xbb\xbf" + FLAWED.encode())
    (desk / "wide.txt").write_bytes(FLAWED.encode("utf-16"))
    done = check(desk, "empty.md", "headline.txt", "bom.txt", "wide.txt")
    assert done.stderr == ""
    *places, _, skipped = done.stdout.splitlines()
    assert [line.split(" ")[0] for line in places] == ["bom.txt:3:48:", "wide.txt:3:48:"]
    assert skipped == "skipped: empty.md: no text in it"


def test_a_file_named_twice_counts_once(desk: Path) -> None:
    done = check(desk, "./bad.md", "bad.md", "--output-format", "json")
    assert paths(done) == ["./bad.md"]


def test_excluded_on_the_command_line(desk: Path) -> None:
    for folder in ("old", "drafts"):
        (desk / folder).mkdir()
        (desk / folder / "worse.md").write_text(FLAWED)
    (desk / "newslint.toml").write_text('exclude = ["drafts/"]\n')
    as_json = ("--output-format", "json")
    assert paths(check(desk, ".", *as_json)) == ["bad.md", "good.md", "old/worse.md"]
    assert paths(check(desk, ".", "--exclude", "old/,bad.md", *as_json)) == ["good.md"]
    assert paths(check(desk, "old/worse.md", "--exclude", "old", *as_json)) == ["old/worse.md"]
    assert paths(check(desk, "old/worse.md", "good.md", "--exclude", "old", "--force-exclude", *as_json)) == ["good.md"]


def test_rules_on_trial_run_when_asked(desk: Path) -> None:
    (desk / "newslint.toml").write_text('packs = ["house.yaml"]\n')
    (desk / "house.yaml").write_text(
        "bars:\n  summary: A bar.\n  doc: It shuts.\n  status: preview\n  message: Say inn.\n  words: [bar]\n"
        "  bad: [A <<bar>> opens., The <<bar>> shut.]\n  good: [An inn opens., The inn shut.]\n"
    )
    assert "bars" not in run("check", "bad.md", cwd=desk).stdout
    assert "bad.md:1:14: warning bars: Say inn." in run("check", "--preview", "bad.md", cwd=desk).stdout


def test_other_names_for_help_and_version(tmp_path: Path) -> None:
    assert run("-V", cwd=tmp_path).stdout == run("version", cwd=tmp_path).stdout == "newslint 0.1.0\n"
    assert run("help", "check", cwd=tmp_path).stdout == run("check", "-h", cwd=tmp_path).stdout
    assert run("help", cwd=tmp_path).stdout == run("--help", cwd=tmp_path).stdout


def test_help_of_check_has_titles(tmp_path: Path) -> None:
    shown = run("check", "--help", cwd=tmp_path).stdout
    titles = [line for line in shown.splitlines() if line.endswith(":") and not line.startswith(" ")]
    assert titles == [
        "What is read:", "Which rules run:", "Reports:", "What fails the run:", "Which findings count:", "Fixes:",
        "The run:", "On the screen:", "Help:",
    ]  # fmt: skip
    assert "  [PATH" not in shown


def test_mistyped_command(tmp_path: Path) -> None:
    assert "no such command: chek (did you mean 'check'?)" in run("chek", cwd=tmp_path).stderr
    assert "no such command: creat (did you mean 'create'?)" in run("baseline", "creat", cwd=tmp_path).stderr
    assert "no such command: shw (did you mean 'show'?)" in run("config", "shw", cwd=tmp_path).stderr
    (tmp_path / "a.md").write_text(CLEAN)
    assert "newslint check a.md" in run("a.md", cwd=tmp_path).stderr
    assert "no such option: --hepl (did you mean '--help'?)" in run("facts", "--hepl", cwd=tmp_path).stderr
    said = run("facts", "--outputformat", "json", cwd=tmp_path).stderr
    assert "no such option: --outputformat (did you mean '--output-format'?)" in said
    assert run("facts", "--zzz", cwd=tmp_path).stderr == "newslint: no such option: --zzz (see newslint facts --help)\n"
