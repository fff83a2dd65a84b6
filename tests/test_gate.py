"""What fails a run, end to end: every option and key that decides it, and every input that makes the answer 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ERROR = "Sales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said on Monday.\n"
CLEAN = "The brewery in Porto will open a bar on 3 May 2026, its owner, Ines Roy, said on Monday.\n"
RULES = ["--select", "percent-change-mismatch,hype-adjective"]


def newslint(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key not in ("CI", "GITHUB_ACTIONS", "GITLAB_CI")}
    command = [sys.executable, "-m", "newslint", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env=clean | env)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in (
        ("error.md", ERROR),
        ("warning.md", "It was a staggering vote, Ines Roy, who owns the brewery, said on Monday.\n"),
        ("opinion/warning.md", "It was a staggering vote, Ines Roy, who owns the brewery, said on Monday.\n"),
        ("clean.md", CLEAN),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# Brewer opens bar\n\n" + text)
    return tmp_path


@pytest.mark.parametrize(
    ("config", "arguments", "code"),
    [
        ("", ["clean.md"], 0),
        ("", ["clean.md", "--fail-on", "info", "--max-warnings", "0"], 0),
        ("", ["warning.md"], 0),
        ("", ["warning.md", "--fail-on", "error"], 0),
        ("", ["warning.md", "--fail-on", "warning"], 1),
        ("", ["warning.md", "--fail-on", "info"], 1),
        ("", ["error.md"], 1),
        ("", ["error.md", "--fail-on", "never"], 0),
        ("", ["error.md", "--exit-zero"], 0),
        ("", ["warning.md", "--max-warnings", "0"], 1),
        ("", ["warning.md", "--max-warnings", "1"], 0),
        ("", ["warning.md", "opinion/warning.md", "--max-warnings", "1"], 1),
        ("", ["warning.md", "--max-warnings", "0", "--fail-on", "never"], 1),
        ("", ["warning.md", "--max-warnings", "0", "--exit-zero"], 0),
        ('fail-on = "warning"', ["warning.md"], 1),
        ('fail-on = "warning"', ["warning.md", "--fail-on", "error"], 0),
        ('fail-on = "never"', ["error.md"], 0),
        ('fail-on = "never"', ["error.md", "--isolated"], 1),
        ("max-warnings = 0", ["warning.md"], 1),
        ("max-warnings = 0", ["warning.md", "--max-warnings", "5"], 0),
        ("max-warnings-per-1000 = 5", ["warning.md"], 1),
        ("max-warnings-per-1000 = 100", ["warning.md"], 0),
        ('severity = {hype-adjective = "error"}', ["warning.md"], 1),
        ('severity = {hype-adjective = "off"}', ["warning.md", "--fail-on", "info"], 0),
        ('severity = {hype = "error"}', ["warning.md"], 1),
        ('severity = {percent-change-mismatch = "warning"}', ["error.md"], 0),
        ('[[overrides]]\npaths = ["opinion/**"]\nfail-on = "warning"', ["warning.md"], 0),
        ('[[overrides]]\npaths = ["opinion/**"]\nfail-on = "warning"', ["opinion/warning.md"], 1),
        ('[[overrides]]\npaths = ["opinion/**"]\nseverity = {hype-adjective = "error"}', ["warning.md"], 0),
        ('[[overrides]]\npaths = ["opinion/**"]\nseverity = {hype-adjective = "error"}', ["."], 1),
        ('fail-on = "warning"\n[[overrides]]\npaths = ["opinion/**"]\nprofile = "opinion"', ["opinion/warning.md"], 0),
        ('fail-on = "warning"', ["warning.md", "--profile", "opinion"], 0),
        ('fail-on = "warning"', ["warning.md", "--profile", "news"], 1),
        # 2 beats everything.
        ("", ["error.md", "gone.md", "--exit-zero", "--fail-on", "never"], 2),
        ("", ["error.md", "--fail-on", "wrong"], 2),
        ("", ["error.md", "--max-warnings", "-1"], 2),
        ("", ["error.md", "--profile", "novel"], 2),
        ('fail-on = "wrong"', ["clean.md"], 2),
        ("fail-onn = 1", ["clean.md"], 2),
        ("max-warnings = -1", ["clean.md"], 2),
        ('severity = {hype-adjectiv = "error"}', ["clean.md"], 2),
        ("[broken", ["clean.md", "--exit-zero"], 2),
        ('required-version = ">=99"', ["clean.md"], 2),
    ],
)
def test_exit_code(desk: Path, config: str, arguments: list[str], code: int) -> None:
    if config:
        (desk / "newslint.toml").write_text(config + "\n")
    for command in ("check", "ci"):
        done = newslint(desk, command, *RULES, *arguments)
        assert done.returncode == code, f"{command}: {done.stdout}{done.stderr}"
        assert "Traceback" not in done.stderr
        if code == 2:
            assert done.stderr.count("\n") == 1, done.stderr


# -- bad input: one clear line, exit 2, nothing lost -------------------------------------------------------------------


def said(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 2, done.stdout + done.stderr
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr, done.stderr
    return done.stderr


@pytest.mark.parametrize("command", ["check .", "ci .", "baseline update .", "baseline prune .", "baseline show"])
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"newslint_baseline": 99, "entries": []}', "baseline of version 99, this newslint reads 1"),
        ("not json", "not valid JSON"),
        ('{"newslint_baseline": 1, "entries": [7]}', "entry 1 is broken"),
        ('{"newslint_baseline": 1, "entries": 7}', "no list of entries in it"),
    ],
)
def test_a_baseline_that_cannot_be_read_stays_as_it_is(desk: Path, command: str, text: str, line: str) -> None:
    file = desk / ".newslint-baseline.json"
    file.write_text(text)
    assert line in said(newslint(desk, *command.split()))
    assert file.read_text() == text


def test_a_baseline_is_not_replaced_unasked(desk: Path) -> None:
    assert newslint(desk, "baseline", "create", ".").returncode == 0
    before = (desk / ".newslint-baseline.json").read_bytes()
    assert "--force" in said(newslint(desk, "baseline", "create", "."))
    assert (desk / ".newslint-baseline.json").read_bytes() == before


def test_a_run_of_few_rules_says_nothing_of_the_others(desk: Path) -> None:
    file = desk / ".newslint-baseline.json"
    assert newslint(desk, "baseline", "create", "--extend-ignore", "structure", ".").returncode == 0
    before = file.read_bytes()
    assert b"percent-change-mismatch" in before and b"hype-adjective" in before
    for words in (["prune"], ["update"]):
        assert newslint(desk, "baseline", *words, "--select", "hype", ".").returncode == 0
        assert file.read_bytes() == before
    assert "stale" not in newslint(desk, "check", "--select", "hype", ".").stderr
    (desk / "error.md").write_text("# Brewer opens bar\n\n" + CLEAN)
    assert "stale" in newslint(desk, "check", ".").stderr
    one = ("--select", "percent-change-mismatch", ".")
    assert "1 baseline entry is stale; drop it: newslint" in newslint(desk, "check", *one).stderr
    assert newslint(desk, "baseline", "prune", *one).stdout.endswith(": 1 stale entry dropped\n")
    assert newslint(desk, "baseline", "prune", ".").returncode == 0
    assert b"percent-change-mismatch" not in file.read_bytes() and b"hype-adjective" in file.read_bytes()


@pytest.mark.parametrize("command", ["check", "ci"])
@pytest.mark.parametrize(
    ("diff", "line"),
    [
        (b"hello\n", "not a unified diff"),
        (b"--- a/error.md\n+++ b/error.md\n@@ -1,2 +1,9 @@\n one\n", "cut short"),
        (b"--- a/error.md\n+++ b/error.md\n@@ what @@\n", "line 3"),
        (b"\xff\xfe\x00", "not a unified diff"),
    ],
)
def test_a_broken_diff(desk: Path, command: str, diff: bytes, line: str) -> None:
    (desk / "x.diff").write_bytes(diff)
    assert line in said(newslint(desk, command, ".", "--diff-from", "x.diff"))


@pytest.mark.parametrize("command", ["check", "ci"])
def test_a_base_that_does_not_exist(desk: Path, command: str) -> None:
    assert "git" in said(newslint(desk, command, ".", "--diff-base", "main"))
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    assert "--diff-base nowhere: no such commit" in said(newslint(desk, command, ".", "--diff-base", "nowhere"))


def test_the_old_name_of_a_rule_still_works(tmp_path: Path) -> None:
    def pack(name: str, *old: str) -> None:
        (tmp_path / "house.yaml").write_text(
            f"lang: en\n{name}:\n  summary: A word of no use.\n  doc: Say it plainly.\n  severity: warning\n"
            f"  renamed-from: {list(old)}\n  message: 'Not “{{span}}”.'\n  words: [flimflam]\n"
            "  bad: [It is <<flimflam>>., 'More <<flimflam>>.']\n  good: [It is fine., Flim and flam.]\n"
        )

    (tmp_path / "newslint.toml").write_text('packs = ["house.yaml"]\n')
    (tmp_path / "a.md").write_text(
        "# Plan\n\n<!-- newslint-disable-next-line old-word -- so it is -->\nIt is flimflam.\n\nIt is flimflam again.\n"
    )
    pack("old-word")
    assert newslint(tmp_path, "baseline", "create", "--select", "old-word", "a.md").returncode == 0
    pack("new-word", "old-word")
    run = newslint(tmp_path, "check", "--select", "old-word,lint", "a.md")
    assert run.stdout.splitlines() == [
        "a.md:3:1: info unused-suppression: Rule 'old-word' is now called 'new-word'.",
        "Found 1 note in 1 article (1 suppressed, 1 in the baseline).",
    ]
    assert run.stderr == "newslint: --select: rule 'old-word' is now called 'new-word'\n"
    for task in ("prune", "update"):
        assert newslint(tmp_path, "baseline", task, "--select", "new-word", "a.md").returncode == 0
    assert newslint(tmp_path, "baseline", "show").stdout == "     1  new-word\n     1  in 1 file\n"


@pytest.fixture
def repository(desk: Path) -> Path:
    for words in ("init -q", "config user.email desk@paper.test", "config user.name Desk"):
        subprocess.run(["git", *words.split()], cwd=desk, check=True)
    return desk


def test_a_baseline_is_asked_of_the_whole_file_and_not_of_changed_lines(repository: Path) -> None:
    file = repository / "warning.md"
    assert newslint(repository, "baseline", "create", *RULES, ".").returncode == 0
    subprocess.run("git add . && git commit -qm x", shell=True, cwd=repository, check=True)
    file.write_text(file.read_text() + "\nThen came a staggering result, Ines Roy said.\n")
    for change in (["--diff-base", "HEAD"], ["--new-only"], ["--diff-base", "HEAD", "--new-only"], []):
        done = newslint(repository, "check", *RULES, *change)
        assert "warning.md:5:13: warning hype-adjective" in done.stdout and "Found 1 warning" in done.stdout, change
        assert "stale" not in done.stderr, change


def test_without_paths_a_change_leads_to_what_a_walk_would_read(repository: Path) -> None:
    staged = "check --staged --select percent-change-mismatch --output-format concise".split()
    (repository / "newslint.toml").write_text('exclude = ["drafts/"]\n')
    for folder in ("drafts", "vendor"):
        (repository / folder).mkdir()
        (repository / folder / "error.md").write_text("# Brewer opens bar\n\n" + ERROR)
    subprocess.run(["git", "add", "."], cwd=repository, check=True)
    (repository / "error.md").unlink()  # it is still in the index
    first = newslint(repository, *staged)
    assert first.stdout.startswith("error.md:3:") and "in 4 articles" in first.stdout, first
    assert newslint(repository, *staged, "--new-only").stdout == first.stdout
    subprocess.run("git rm -rq --cached . && git add newslint.toml", shell=True, cwd=repository, check=True)
    none = newslint(repository, *staged)
    assert (none.returncode, none.stdout, none.stderr) == (0, "No article was read.\n", "")


def test_fixes_stay_within_the_change(repository: Path) -> None:
    for name in ("old.md", "new.md"):
        (repository / name).write_text("# Brewer opens bar\n\nIt is the the bar.\n")
    subprocess.run("git add old.md && git commit -qm x && git add new.md", shell=True, cwd=repository, check=True)
    only = ("check", "--staged", "--select", "doubled-word")
    shown = newslint(repository, *only, "--diff")
    assert shown.stdout.startswith("--- a/new.md") and "old.md" not in shown.stdout
    done = newslint(repository, *only, "--fix")
    assert "1 fix applied in 1 file" in done.stderr and "git add them" in done.stderr
    assert "the the" in (repository / "old.md").read_text()
    diff = subprocess.run("git diff HEAD", shell=True, cwd=repository, check=True, capture_output=True).stdout
    (repository / "old.md").write_text("# Brewer opens bar\n\nIt is is the the bar.\n")
    command = [sys.executable, "-m", "newslint", "check", "--select", "doubled-word", "--fix", "--diff-from", "-"]
    again = subprocess.run(command, cwd=repository, capture_output=True, text=True, input=diff.decode())
    assert (again.returncode, again.stdout) == (0, "Nothing to mend in 1 article.\n"), again.stderr
    assert "the the" in (repository / "old.md").read_text()


def test_a_new_file_belongs_to_the_change_before_git_knows_it(repository: Path) -> None:
    subprocess.run("git add clean.md && git commit -qm x", shell=True, cwd=repository, check=True)
    only = ("--diff-base", "HEAD", "--select", "percent-change-mismatch")
    assert newslint(repository, "check", *only).stdout.startswith("error.md:3:")
    assert newslint(repository, "ci", *only).stdout == "No article was read.\n"


def test_a_read_only_file_is_left_and_the_others_are_fixed(desk: Path) -> None:
    for name in ("a.md", "b.md"):
        (desk / name).write_text("# Brewer opens bar\n\nThe the bar opened on Monday, Ines Roy said.\n")
    before = (desk / "a.md").read_bytes()
    (desk / "a.md").chmod(0o444)
    patch = "import os, sys; real = os.access; os.access = lambda p, m: not str(p).endswith('a.md') and real(p, m)\n"
    run = patch + "from newslint.cli import run; sys.exit(run(['fix', 'a.md', 'b.md']))"  # root may write everything
    done = subprocess.run([sys.executable, "-c", run], cwd=desk, capture_output=True, text=True)
    assert done.returncode == 2
    assert "a.md: cannot be written (the file is read-only); nothing was changed" in done.stderr
    assert (desk / "a.md").read_bytes() == before and "The bar" in (desk / "b.md").read_text()
    assert not list(desk.glob(".*newslint*"))


def test_a_file_that_vanishes_during_the_run(desk: Path) -> None:
    vanish = (
        "import os, sys; from newslint.run import inputs; real = inputs.read\n"
        "def read(session, path):\n"
        "    if path.endswith('error.md'): os.path.exists(path) and os.unlink(path)\n"
        "    return real(session, path)\n"
        "inputs.read = read\n"
        "from newslint.cli import run; sys.exit(run(['check', '--isolated', '.', '--output-format', 'json']))"
    )
    done = subprocess.run([sys.executable, "-c", vanish], cwd=desk, capture_output=True, text=True)
    assert "error.md: no such file" in said(done)
    assert [a["path"] for a in json.loads(done.stdout)["articles"]] == ["clean.md", "opinion/warning.md", "warning.md"]
