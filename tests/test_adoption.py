"""The story of a repository: three hundred old articles, a baseline, a pull request, a fix."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PEOPLE = ["Mira Lund", "Tomas Brandt", "Ines Halloran", "Petra Lind", "Owen Hale", "Ana Ruiz"]
PLACES = ["Dunmore", "Calder", "Hexley", "Graz", "Bergen", "Lisbon"]
THINGS = ["tram line", "library", "ferry terminal", "school roof", "water main", "market hall"]
FLAWS = [
    "Experts say it will change everything.",
    "The plan is a real game changer for the whole region.",
    "It is widely believed that the costs will rise.",
    "The council made a staggering effort.",
    "Only time will tell whether it works.",
]


def article(rng: random.Random, flawed: bool) -> str:
    who, where, what = rng.choice(PEOPLE), rng.choice(PLACES), rng.choice(THINGS)
    cost, day = rng.randrange(2, 90), rng.randrange(1, 28)
    body = [
        f"The council of {where} voted on Monday to build a {what}, Mayor {who} said.",
        f"The {what} will cost {cost} million euros, according to the contract, published on {day} March 2026.",
        f"Work starts in May, {who.split()[1]} told reporters after the vote. It is due to end in 2028.",
    ]
    if flawed:
        body.insert(rng.randrange(1, 3), rng.choice(FLAWS))
    return (
        f"---\ntitle: {where} votes for a {what}\nauthor: {who}\ndate: 2026-03-{day:02d}\n---\n\n"
        + "\n\n".join(body)
        + "\n"
    )


def git(folder: Path, *args: str) -> None:
    subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True)


def newslint(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "newslint", *args], cwd=folder, capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, **env}, check=False,
    )  # fmt: skip


def findings(run: subprocess.CompletedProcess[str]) -> list[tuple[str, str]]:
    return [(a["path"], f["rule"]) for a in json.loads(run.stdout)["articles"] for f in a["findings"]]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    rng = random.Random(7)
    (folder / "content").mkdir()
    for n in range(300):
        (folder / "content" / f"{n:03d}.md").write_text(article(rng, flawed=n % 2 == 0), encoding="utf-8")
    git(folder, "init", "-b", "main")
    git(folder, "config", "user.email", "desk@paper.test")
    git(folder, "config", "user.name", "Desk")
    (folder / "newslint.toml").write_text('fail-on = "warning"\n')
    git(folder, "add", ".")
    git(folder, "commit", "-m", "three hundred articles")
    return folder


def test_from_adoption_to_green(repository: Path) -> None:
    first = newslint(repository, "check", "content")
    assert first.returncode == 1

    created = newslint(repository, "baseline", "create", "content")
    assert created.returncode == 0, created.stderr
    again = newslint(repository, "check", "content", "--output-format", "json")
    assert again.returncode == 0
    summary = json.loads(again.stdout)["summary"]
    assert summary["baselined"] >= 100 and summary["warning"] == 0
    git(repository, "add", ".")
    git(repository, "commit", "-m", "adopt newslint")

    # A pull request moves, edits and adds articles; one edit and one new article bring flaws.
    git(repository, "checkout", "-b", "pull-request")
    git(repository, "mv", "content/000.md", "content/moved.md")
    clean_edit = repository / "content/002.md"
    clean_edit.write_text(clean_edit.read_text().replace("Work starts in May", "Work starts in June"))
    bad_edit = repository / "content/001.md"
    bad_edit.write_text(bad_edit.read_text().replace("Work starts", "The the work, a staggering task, starts"))
    (repository / "content/new.md").write_text(article(random.Random(99), flawed=False) + "\nOnly time will tell.\n")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "this week")

    wanted = {
        ("content/001.md", "doubled-word"),
        ("content/001.md", "hype-adjective"),
        ("content/new.md", "stock-phrase"),
    }
    with_baseline = newslint(repository, "check", "content", "--output-format", "json")
    assert with_baseline.returncode == 1
    assert set(findings(with_baseline)) == wanted

    by_version = newslint(
        repository, "check", "content", "--no-baseline", "--diff-base", "main", "--new-only", "--output-format", "json"
    )
    assert by_version.returncode == 1
    assert set(findings(by_version)) == wanted

    # In CI the base is found by itself; only the change is reported, and the summary and outputs are written.
    git(repository, "checkout", "-b", "merge", "main")
    git(repository, "merge", "--no-ff", "pull-request", "-m", "merge of the pull request")
    out, step_summary = repository.parent / "output", repository.parent / "summary.md"
    ci = newslint(
        repository, "ci", "content", "--no-baseline", "--sarif-file", str(repository.parent / "run.sarif"),
        GITHUB_ACTIONS="true", GITHUB_EVENT_NAME="pull_request", GITHUB_BASE_REF="main",
        GITHUB_OUTPUT=str(out), GITHUB_STEP_SUMMARY=str(step_summary),
    )  # fmt: skip
    assert ci.returncode == 1, ci.stderr
    assert ci.stdout.count("::error ") + ci.stdout.count("::warning ") == len(wanted)
    assert f"findings={len(wanted)}" in out.read_text()
    assert "content/001.md" in step_summary.read_text()
    assert len(json.loads((repository.parent / "run.sarif").read_text())["runs"][0]["results"]) == len(wanted)

    # The fix commit: what is safe by itself, the rest by hand.
    git(repository, "checkout", "pull-request")
    fixed = newslint(repository, "fix", "content/001.md")
    assert fixed.returncode == 1 and "The work" in bad_edit.read_text()
    assert "“staggering”" in fixed.stdout and "doubled-word" not in fixed.stdout
    bad_edit.write_text(bad_edit.read_text().replace(", a staggering task,", ""))
    new = repository / "content/new.md"
    new.write_text(new.read_text().replace("\nOnly time will tell.\n", ""))
    git(repository, "commit", "-am", "mend")
    assert newslint(repository, "check", "content").returncode == 0
    assert (
        newslint(repository, "check", "content", "--no-baseline", "--diff-base", "main", "--new-only").returncode == 0
    )


def test_staged_lines_are_read_from_the_index(repository: Path) -> None:
    git(repository, "checkout", "-f", "main")
    file = repository / "content/003.md"
    before = file.read_text()
    file.write_text(before + "\nIt was a staggering vote.\n")
    git(repository, "add", "content/003.md")
    file.write_text(before)  # mended in the work tree only
    staged = newslint(repository, "check", "--staged", "--no-baseline", "--output-format", "json")
    git(repository, "reset", "--hard")
    assert findings(staged) == [("content/003.md", "hype-adjective")]


def test_a_killed_fix_leaves_every_file_old_or_new(tmp_path: Path) -> None:
    old = "Dunmore votes for a tram line\n\nThe the council of Dunmore voted on Monday, Mayor Ines Halloran said.\n"
    new = old.replace("The the", "The")
    for n in range(1000):
        (tmp_path / f"{n:04d}.txt").write_text(old)
    process = subprocess.Popen(
        [sys.executable, "-m", "newslint", "fix", "--isolated", "."], cwd=tmp_path, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 60
    while (tmp_path / "0020.txt").read_text() == old and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    texts = {path.read_text() for path in tmp_path.glob("[0-9]*.txt")}
    assert texts == {old, new}, "the kill came too late, or a file is half written"
    assert len(list(tmp_path.glob("[0-9]*.txt"))) == 1000


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--diff-base", "no-such-branch"], "no such commit"),
        (["--diff-from", "missing.diff"], "missing.diff"),
        (["--baseline", "missing.json"], "newslint baseline create"),
        (["--staged", "--diff-base", "main"], "both say what changed"),
        (["--new-only", "--diff-from", "x"], "needs the earlier version"),
    ],
)
def test_what_cannot_be_compared_is_one_clear_line(repository: Path, args: list[str], said: str) -> None:
    run = newslint(repository, "check", "content", *args)
    assert run.returncode == 2
    assert said in run.stderr and "Traceback" not in run.stderr
