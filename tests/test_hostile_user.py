"""The command line in the hands of somebody who means no good, or has bad luck."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint import cli

pytestmark = pytest.mark.slow

FLAWED = "Council sells its museum\n\nThe the council met on Monday, Mayor Ines Roy said.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--output-format", "json:o", "--output-format", "csv:o", "a.txt"], "o would hold one report after another"),
        (["check", "--output-file", "a.txt", "a.txt"], "a.txt: is an article of this run"),
        (["check", "--output-file", "link.txt", "a.txt"], "link.txt: is an article of this run"),
        (["check", "--isolated", "--config", "x.toml", "a.txt"], "give one of them"),
        (["check", "--diff-from", "-", "-"], "stdin holds the article or the diff, not both"),
        (["check", "--fix", "--staged", "a.txt"], "not in a git repository"),
        (["check", "--encoding", "idna\0", "a.txt"], "unknown encoding"),
        (["test", "empty"], "empty: no rules in it"),
        (["test", "a" * 5000], "unknown rule or family"),
        (["test", "d/" * 3000], "no such pack"),
        (["check", "d/" * 3000], "no such file or folder"),
        (["explain", "a\nb"], "unknown rule"),
        (["check", "--select", "hype\n", "--ignore", "hyp", "a.txt"], "did you mean 'hype'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.txt").write_text(FLAWED)
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "empty").mkdir()
    assert cli.run(arguments) == 2
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and said in errors[0] and "internal error" not in errors[0]
    assert (tmp_path / "a.txt").read_text() == FLAWED
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "empty", "link.txt"]


SLOW = """
import os, sys, time
from newslint import cli, run
from newslint.run import linting
def slow(session, path):
    os.write(1, b"reading\\n")
    time.sleep(60)
linting.lint_path = slow
run.PARALLEL_FROM_FILES = 2
sys.argv = ["newslint", *sys.argv[1:]]
from newslint.__main__ import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_control_c_ends_all_processes_at_once_and_writes_nothing(tmp_path: Path, jobs: str) -> None:
    for i in range(60):
        (tmp_path / f"{i:02}.txt").write_text(FLAWED)
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "check", "--isolated", "--jobs", jobs, "--output-file", "out", "."],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored where tests run in the background
    )  # fmt: skip
    assert process.stdout and process.stdout.readline() == "reading\n"
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, errors = process.communicate(timeout=30)  # ends when every process has closed the pipe
    assert (process.returncode, errors.strip()) == (130, "interrupted")
    assert not (tmp_path / "out").exists() and not list(tmp_path.glob(".out*"))


def test_a_worker_that_is_killed_costs_no_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.run import Request, Session, check, linting

    if sys.platform != "linux":
        pytest.skip("workers are forked on Linux only")
    whole = linting.lint_path
    once = tmp_path / "killed"

    def dying(session: Session, path: str) -> object:
        if path.endswith("20.txt") and not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(session, path)

    monkeypatch.setattr(linting, "lint_path", dying)
    paths = []
    for i in range(80):
        (tmp_path / f"{i:02}.txt").write_text(FLAWED)
        paths.append(str(tmp_path / f"{i:02}.txt"))
    request = Request(isolated=True, values={"select": ["doubled-word"]})
    result = check(Session(request), paths, jobs=2)
    assert once.exists() and not result.errors
    assert [article.path for article in result.report.articles] == paths


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("arguments", [["check", "a.txt"], ["rules"], ["facts", "a.txt"], ["config", "schema"]])
def test_a_full_disk_is_exit_2_and_a_closed_pipe_is_quiet(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.txt").write_text(FLAWED)
    command = [sys.executable, "-m", "newslint", *arguments]
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "no space left" in done.stderr
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command, cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, text=True)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_that_cannot_be_written_to_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "newslint.toml").mkdir()
    assert cli.run(["config", "init", "--force"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "newslint.toml: is a directory" in said and "internal error" not in said
