"""Changed lines from diffs: git's quoting, renames, deletions, CRLF, broken input."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from newslint import diffs
from newslint.diffs import Lines
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.text.span import Span


def finding(line: int, scope: str = "span") -> Finding:
    return Finding(
        rule="stock-phrase", family="stock", severity="warning", message="", path="a.md", span=Span(0, 1), line=line,
        column=1, end_line=line, end_column=2, excerpt="", scope=scope, zone="body", prose=Span(0, 1),  # type: ignore[arg-type]
    )  # fmt: skip


def run(folder: Path, *args: str) -> None:
    subprocess.run(["git", "-C", str(folder), *args], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    run(tmp_path, "init", "-b", "main")
    run(tmp_path, "config", "user.email", "desk@paper.test")
    run(tmp_path, "config", "user.name", "Desk")
    (tmp_path / "a.md").write_text("one\ntwo\nthree\nfour\n")
    (tmp_path / "old.md").write_text("kept line\n" * 20)
    run(tmp_path, "add", ".")
    run(tmp_path, "commit", "-m", "first")
    return tmp_path


def test_added_lines_of_a_plain_diff() -> None:
    diff = "--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,4 @@\n one\n+new\n two\n-three\n+drei\n"
    assert diffs.parse_diff(diff) == {"x.md": [Lines(2, 2), Lines(4, 4)]}


def test_lines_that_look_like_headers_inside_a_hunk() -> None:
    diff = "--- a/x.md\n+++ b/x.md\n@@ -1,1 +1,3 @@\n one\n+++ b/evil.md\n+@@ -1 +1 @@\n"
    assert diffs.parse_diff(diff) == {"x.md": [Lines(2, 3)]}


@pytest.mark.parametrize(
    ("diff", "said"),
    [
        ("hello\nworld\n", "not a unified diff"),
        ("--- a/x\n+++ b/x\n@@ nonsense @@\n", "line 3"),
        ("--- a/x\n+++ b/x\n@@ -1,2 +1,5 @@\n one\n", "cut short"),
        ("--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n one\nwhat is this\n", "line 5"),
    ],
)
def test_a_broken_diff_says_where(diff: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        diffs.parse_diff(diff)


def test_git_quotes_paths(repository: Path) -> None:
    name = 'häus "x".md'
    (repository / name).write_text("neu\n")
    run(repository, "add", ".")
    assert diffs.staged() == {name: [Lines(1, 1)]}


def test_since_a_base_on_another_branch(repository: Path) -> None:
    run(repository, "checkout", "-q", "-b", "edit")
    (repository / "a.md").write_text("one\nTWO\nthree\nfour\n")
    run(repository, "mv", "old.md", "new.md")
    run(repository, "commit", "-qam", "edit")
    run(repository, "checkout", "-q", "main")
    (repository / "elsewhere.md").write_text("x\n")
    run(repository, "add", ".")
    run(repository, "commit", "-qm", "main goes on")
    run(repository, "checkout", "-q", "edit")
    found = diffs.since("main")
    assert found == {"a.md": [Lines(2, 2)], "new.md": []}
    assert diffs.renamed_from(diffs.merge_base("main")) == {"new.md": "old.md"}
    assert diffs.at("main", "old.md") == b"kept line\n" * 20
    assert diffs.at("main", "new.md") is None


def test_a_base_that_does_not_exist(repository: Path) -> None:
    with pytest.raises(InputError, match="no such commit; check the name"):
        diffs.since("nowhere")


def test_a_shallow_clone_says_so(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "a.md").write_text("changed\n")
    run(repository, "commit", "-qam", "second")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{repository}", str(clone)], check=True)
    monkeypatch.chdir(clone)
    with pytest.raises(InputError, match="the clone is shallow"):
        diffs.since("HEAD^")


def test_what_counts_as_touched() -> None:
    changed = {"a.md": [Lines(3, 4)]}
    assert diffs.touched(changed, finding(3), "a.md")
    assert not diffs.touched(changed, finding(2), "a.md")
    assert diffs.touched(changed, finding(1, scope="document"), "a.md")
    assert not diffs.touched(changed, finding(3), "b.md")


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="not in a git repository"):
        diffs.staged()
    with pytest.raises(InputError, match="not in a git repository"):
        diffs.since("main")
