"""The command line from outside: what is read, how it is shown, and the other commands."""

from __future__ import annotations

import json
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


# -- what is read ------------------------------------------------------------------------------------------------------


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


def test_what_cannot_be_fixed_is_told_once(desk: Path) -> None:
    for command in (("fix",), ("check", "--fix"), ("fix", "--diff"), ("check", "--diff")):
        done = run(*command, "--isolated", "none.md", cwd=desk)
        assert done.returncode == 2
        assert done.stderr.count("none.md: no such file or folder") == 1


def test_fix_is_check_with_fix(desk: Path) -> None:
    flawed = FLAWED + "\nThe the bar opened.\n"
    done = []
    for command in (("fix",), ("check", "--fix"), ("fix", "--diff"), ("check", "--diff")):
        (desk / "bad.md").write_text(flawed)
        result = run(*command, "--isolated", "bad.md", cwd=desk)
        done.append((result.returncode, result.stdout, result.stderr, (desk / "bad.md").read_text() == flawed))
    assert done[0] == done[1] and done[2] == done[3]
    assert done[0][0] == 1 and "percent-change-mismatch" in done[0][1] and not done[0][3]
    assert done[2][0] == 1 and "+The bar opened." in done[2][1] and done[2][3]
    (desk / "bad.md").write_text(CLEAN.replace("a bar", "a a bar"))
    assert run("fix", "--isolated", "bad.md", cwd=desk).returncode == 0


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
    assert "did you mean 'attribution'?" in run("explain", "atribution", cwd=tmp_path).stderr


def test_what_is_left_of_fixes_is_told_after_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mill opens\n\nThe mill utilised the the pump on Monday.\n")
    check = ("check", "--isolated", "--select", "doubled-word,complex-wording", "a.txt")
    assert "[*] 1 fixable with “newslint fix” (1 more with --unsafe).\n" in run(*check, cwd=tmp_path).stdout
    after = run(*check, "--fix", cwd=tmp_path).stdout
    assert "[*]" not in after and "1 fixable with “newslint fix --unsafe”" in after
    assert "fixable" not in run(*check, "--fix", "--unsafe", cwd=tmp_path).stdout


def test_explain_a_family_and_in_json(tmp_path: Path) -> None:
    shown = run("explain", "--isolated", "style", cwd=tmp_path).stdout
    assert shown.startswith("style\n  ap-dates ") and "\n  mixed-spelling" in shown and "\n\n" not in shown
    told = run("explain", "--isolated", "--output-format", "json", "doubled-word", "style", cwd=tmp_path).stdout
    first, *others = json.loads(told)["rules"]
    assert (first["name"], first["fixes"]) == ("doubled-word", "safe")
    assert first["bad"][0] == "<<The the>> minister left." and first["doc"] and first["standard"]
    assert [row["name"] for row in others] == [line.split()[0] for line in shown.splitlines()[1:]]


def test_an_example_is_one_example_in_explain(tmp_path: Path) -> None:
    shown = run("explain", "--isolated", "headline-shape", cwd=tmp_path).stdout
    assert "  • Tax bill passes\n\n    Parliament passed the bill on Monday.\n  • Ferry was lifted" in shown


def test_rules_say_what_can_be_fixed(tmp_path: Path) -> None:
    lines = run("rules", "--isolated", cwd=tmp_path).stdout.splitlines()
    said = {words[0]: words[1:3] for line in lines if len(words := line.split()) > 2}
    assert said["doubled-word"] == ["error", "fix"] and said["name-variant"][1] == "unsafe"
    assert said["no-sources"] == ["error", "Nobody"]


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
