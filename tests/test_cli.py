"""The command line from outside: exit codes, streams, options, and an answer in one line to every bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FLAWED = "Brewer opens bar\n\nSales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said.\n"
CLEAN = "Brewer opens bar\n\nThe brewery in Porto will open a bar on 3 May 2026, its owner, Ines Roy, said on Monday.\n"


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as a whole process, without colour unless asked."""
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=clean | (env or {}),
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(FLAWED)
    (tmp_path / "good.md").write_text(CLEAN)
    return tmp_path


def check(desk: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return run("check", "--select", "percent-change-mismatch", *arguments, cwd=desk, **more)  # type: ignore[arg-type]


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
    places = [line.split(" ")[0] for line in done.stdout.splitlines()[:-1]]
    assert places == ["bom.txt:3:48:", "wide.txt:3:48:"]


def test_a_file_named_twice_counts_once(desk: Path) -> None:
    done = check(desk, "./bad.md", "bad.md", "--output-format", "json")
    assert paths(done) == ["./bad.md"]


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


# -- what is read ------------------------------------------------------------------------------------------------------


def paths(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [article["path"] for article in json.loads(done.stdout)["articles"]]


def test_folders_respect_gitignore_and_exclude(desk: Path) -> None:
    for folder in (".git", "drafts", "news/old", "node_modules"):
        (desk / folder).mkdir(parents=True)
    for name in ("drafts/a.md", "news/b.txt", "news/old/c.html", "news/keep.md", "node_modules/d.md", "news/data.csv"):
        (desk / name).write_text(CLEAN)
    (desk / ".gitignore").write_text("drafts/\n*.txt\n")
    (desk / "news" / ".gitignore").write_text("!b.txt\n")
    assert paths(check(desk, ".", "--output-format", "json")) == [
        "bad.md", "good.md", "news/b.txt", "news/keep.md", "news/old/c.html",
    ]  # fmt: skip
    (desk / "newslint.toml").write_text('exclude = ["news/old", "good.md"]\n')
    assert paths(check(desk, ".", "--output-format", "json")) == ["bad.md", "news/b.txt", "news/keep.md"]
    assert paths(check(desk, "good.md", "--output-format", "json")) == ["good.md"]
    assert paths(check(desk, "good.md", "bad.md", "--force-exclude", "--output-format", "json")) == ["bad.md"]


def test_globs_and_doubles(desk: Path) -> None:
    assert paths(check(desk, "*.md", "bad.md", "--output-format", "json")) == ["bad.md", "good.md"]


def test_articles_come_in_order_of_path(desk: Path) -> None:
    (desk / "a").mkdir()
    (desk / "a" / "z.md").write_text(FLAWED)
    (desk / "a.md").write_text(FLAWED)
    for named in ([".", "good.md"], ["good.md", "bad.md", "a", "a.md"]):
        done = check(desk, *named, "none.md", "--output-format", "json")
        assert paths(done) == ["a.md", "a/z.md", "bad.md", "good.md"]
        assert done.returncode == 2


def test_a_link_to_itself_spoils_nothing(desk: Path) -> None:
    (desk / "loop.md").symlink_to("loop.md")
    (desk / "up").symlink_to(".")
    assert paths(check(desk, ".", "--output-format", "json")) == ["bad.md", "good.md"]
    done = check(desk, "loop.md", "good.md")
    assert (done.returncode, done.stderr) == (2, "newslint: loop.md: too many levels of symbolic links\n")


def test_a_broken_configuration_below_spoils_its_folder_only(desk: Path) -> None:
    (desk / "news").mkdir()
    (desk / "news" / "c.md").write_text(FLAWED)
    (desk / "news" / "newslint.toml").write_text("select = [\n")
    done = check(desk, ".", "--output-format", "json")
    assert paths(done) == ["bad.md", "good.md"]
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("newslint: news/newslint.toml: not valid TOML")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_machine_in_trouble_is_no_bug_of_ours(desk: Path) -> None:
    def shell(command: str) -> subprocess.CompletedProcess[str]:
        script = command.replace("newslint", f"{sys.executable} -m newslint")
        return subprocess.run(["sh", "-c", script], cwd=desk, capture_output=True, text=True)

    done = shell("newslint check --isolated bad.md > /dev/full")
    assert (done.returncode, done.stderr) == (
        2,
        "newslint: the output cannot be written: no space left on device\n",
    )
    done = shell("newslint check --isolated bad.md >&-")
    assert (done.returncode, done.stderr) == (1, "")
    done = shell("newslint check --isolated - <&-")
    assert (done.returncode, done.stderr) == (0, "")
    done = shell("mkdir gone; cd gone; rmdir ../gone; newslint check ../bad.md")
    assert (done.returncode, done.stderr) == (2, "newslint: the working directory is gone; change to one that exists\n")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text here")
def test_every_report_takes_a_name_that_is_no_text(desk: Path) -> None:
    from newslint.reporters import REPORTERS

    with open(os.fsencode(desk) + b"/caf\xe9.md", "w") as file:
        file.write(FLAWED)
    for name in REPORTERS:
        done = check(desk, ".", "--output-format", name)
        assert (done.returncode, done.stderr) == (1, ""), name


def test_twenty_megabytes_in_one_line(desk: Path) -> None:
    (desk / "line.txt").write_bytes(b"x" * 20_000_000)
    done = check(desk, "line.txt", "bad.md", "--output-format", "json")
    assert paths(done) == ["bad.md", "line.txt"]
    assert (done.returncode, done.stderr) == (1, "")


def test_stdin_is_fixed_or_reported(desk: Path) -> None:
    done = check(desk, "--fix", "-", stdin=FLAWED.encode())
    assert done.returncode == 2
    assert "newslint fix -" in done.stderr
    doubled = CLEAN.replace("a bar", "a a bar").encode()
    done = run("fix", "-", cwd=desk, stdin=doubled)
    assert (done.stdout, done.returncode) == (CLEAN, 0)
    assert done.stderr == "newslint: 1 fix applied in 1 file\n"


def test_stdin_takes_a_name(desk: Path) -> None:
    done = check(desk, "-", "--stdin-filename", "news/today.md", stdin=FLAWED.encode())
    assert done.stdout.startswith("news/today.md:3:48: error percent-change-mismatch")
    assert check(desk, "--stdin-filename", "news/today.md", stdin=FLAWED.encode()).stdout == done.stdout
    assert check(desk, "-", stdin=FLAWED.encode()).stdout.startswith("-:3:48:")


def test_many_files_keep_their_order(desk: Path) -> None:
    for i in range(60):
        (desk / f"{i:02}.md").write_text(FLAWED if i % 7 == 0 else CLEAN)
    one, two = (check(desk, ".", "--output-format", "json", "--jobs", jobs).stdout for jobs in ("1", "2"))
    assert one == two
    assert len(json.loads(one)["articles"]) == 62


# -- how it is shown ---------------------------------------------------------------------------------------------------


def test_colour_is_decided_in_order(desk: Path) -> None:
    def coloured(*arguments: str, **env: str) -> bool:
        return "\x1b[" in check(desk, "bad.md", *arguments, env=env).stdout

    assert not coloured()
    assert coloured(FORCE_COLOR="1")
    assert not coloured(FORCE_COLOR="1", NO_COLOR="1")
    assert coloured("--color", "always", NO_COLOR="1")
    assert not coloured("--color", "never", FORCE_COLOR="1")


def test_several_reports_in_one_run(desk: Path) -> None:
    done = check(desk, "bad.md", "--output-format", "json:out.json", "--output-format", "concise")
    assert done.stdout.startswith("bad.md:3:48:")
    assert json.loads((desk / "out.json").read_text())["summary"]["error"] == 1
    done = check(desk, "bad.md", "--output-format", "json", "--output-file", "whole.json")
    assert done.stdout == ""
    assert paths(subprocess.CompletedProcess([], 0, (desk / "whole.json").read_text())) == ["bad.md"]
    assert sorted(p.name for p in desk.iterdir()) == ["bad.md", "good.md", "out.json", "whole.json"]


def test_quiet_statistics_timings_settings(desk: Path) -> None:
    assert check(desk, "bad.md", "-q").stdout.count("\n") == 1
    assert check(desk, "good.md", "-q").stdout == ""
    assert "1  error    percent-change-mismatch  in 1 article" in check(desk, "bad.md", "--statistics").stdout
    assert "in 1 article" in check(desk, "bad.md", "--statistics", "--output-format", "full").stdout
    done = check(desk, "bad.md", "--statistics", "--output-format", "json:out.json")
    assert "in 1 article" in done.stdout and json.loads((desk / "out.json").read_text())["summary"]["error"] == 1
    assert check(desk, "bad.md", "--statistics", "--output-file", "table.txt").stdout == ""
    assert "in 1 article" in (desk / "table.txt").read_text()
    assert "ms" in check(desk, "bad.md", "--timings").stderr
    assert 'percent-change-mismatch = "error"' in check(desk, "--show-settings", "bad.md").stdout
    assert "read bad.md as markdown" in check(desk, "bad.md", "-v").stderr


# -- the other commands ------------------------------------------------------------------------------------------------


def test_help_lists_every_command(tmp_path: Path) -> None:
    from newslint.cli.group import COMMANDS

    shown = run("--help", cwd=tmp_path).stdout
    assert all(f"  {name} " in shown for name in COMMANDS)
    for name in COMMANDS:
        assert run(name, "--help", cwd=tmp_path).returncode == 0


def test_rules_and_explain(tmp_path: Path) -> None:
    rows = json.loads(run("rules", "--output-format", "json", "--isolated", cwd=tmp_path).stdout)["rules"]
    row = next(row for row in rows if row["name"] == "percent-change-mismatch")
    assert (row["family"], row["severity"], row["options"]) == ("numbers", "error", {"tolerance": 0.5})
    shown = run("explain", "percent-change-mismatch", cwd=tmp_path).stdout
    assert "  tolerance = 0.5\n      Percentage points that are granted on top of rounding.\n" in shown
    assert "Bad\n" in shown
    assert "tolerance = 0.5" in shown
    assert "did you mean 'percent-change-mismatch'?" in run("explain", "percent-change", cwd=tmp_path).stderr


def test_new_rule_is_tested_at_once(tmp_path: Path) -> None:
    assert run("new-rule", "tired-weather", "--words", cwd=tmp_path).returncode == 0
    done = run("test", "house.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "4 examples of 1 rule: all good.\n")
    pack = tmp_path / "house.yaml"
    (tmp_path / "newslint.toml").write_text(
        'packs = ["."]\n[severity]\ntired-weather = "info"\n'
    )  # read once all the same
    assert run("test", "house.yaml", cwd=tmp_path).stdout == done.stdout
    shown = [
        run(*words.split(), cwd=tmp_path).stdout for words in ("explain tired-weather", "rules --output-format json")
    ]
    assert shown[0].startswith("tired-weather (house, info, on)\n")
    row = next(row for row in json.loads(shown[1])["rules"] if row["name"] == "tired-weather")
    assert (row["severity"], row["on"]) == ("info", True)
    (tmp_path / "newslint.toml").unlink()
    pack.write_text(pack.read_text().replace("    - exactly what", "    - something else than what"))
    done = run("test", "house.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert "FAILED tired-weather-bad-1: expected" in done.stdout
    assert "there is a rule 'tired-weather' already" in run("new-rule", "tired-weather", "--words", cwd=tmp_path).stderr
    assert "'tired-weather' would" in run("new-rule", "Tired Weather", cwd=tmp_path).stderr
    done = run("new-rule", "tired-metaphor", cwd=tmp_path)
    assert done.returncode == 0
    last = done.stdout.splitlines()[-1]  # a rule in Python is known once its package is installed
    assert last == "Install that (pip install -e .), then run: newslint test tired-metaphor"
    compile((tmp_path / "tired_metaphor.py").read_text(), "tired_metaphor.py", "exec")


def test_a_house_pack_runs(desk: Path) -> None:
    run("new-rule", "tired-weather", "--words", cwd=desk)
    (desk / "newslint.toml").write_text('packs = ["house.yaml"]\n')
    (desk / "a.md").write_text(
        "Brewer opens bar\n\nThis is exactly what must be found, said Ines Roy of the brewery.\n"
    )
    assert "a.md:3:9: warning tired-weather:" in run("check", "a.md", cwd=desk).stdout


def test_facts(desk: Path) -> None:
    (desk / "a.md").write_text(
        "# Brewer opens bar\n\nSales rose to $50 million in 2025, Ines Roy told the newspaper.\n"
    )
    row = json.loads(run("facts", "--output-format", "json", "a.md", cwd=desk).stdout)["articles"][0]
    keys = ["path", "sources", "attributions", "quotes", "claims", "figures", "dates", "names"]
    assert list(row) == keys
    money = next(figure for figure in row["figures"] if figure["kind"] == "money")
    assert (money["text"], money["value"], money["unit"]) == ("$50 million", 50000000, "USD")
    sheet = run("facts", "a.md", cwd=desk).stdout
    assert "1 claim, 0 with nobody behind it; 1 figure; 0 quotations" in sheet
    assert "[ ] $50 million" in sheet
    assert "says so:  [ ] Ines Roy" in sheet
    assert "- [ ] $50 million" in run("facts", "--output-format", "markdown", "a.md", cwd=desk).stdout
    assert run("facts", "none.md", cwd=desk).returncode == 2
    same = run("facts", "a.md", "--select", "hype", "--jobs", "2", "--no-cache", cwd=desk)
    assert (same.returncode, same.stdout) == (0, sheet)
    assert "unknown rule" in run("facts", "a.md", "--ignore", "hyp", cwd=desk).stderr
