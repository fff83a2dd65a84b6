"""Which files a run reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newslint.errors import InputError
from newslint.walk import expand


def found(*paths: str, **more: object) -> list[str]:
    return [str(path) for path in expand(paths, ["md", "txt"], **more)]  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.md", "a.txt", "x.csv", "news/c.MD", "news/deep/d.txt", ".hidden/e.md", "build/f.md", "news/.g.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folders_are_walked_in_order(desk: Path) -> None:
    assert found(".") == ["a.txt", "b.md", "news/c.MD", "news/deep/d.txt"]
    assert found("news/") == ["news/c.MD", "news/deep/d.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is(desk: Path) -> None:
    assert found("x.csv", ".hidden/e.md") == ["x.csv", ".hidden/e.md"]


def test_each_file_comes_once_in_the_order_named(desk: Path) -> None:
    assert found("news", "b.md", ".") == ["news/c.MD", "news/deep/d.txt", "b.md", "a.txt"]


def test_a_file_named_in_two_ways_comes_once(desk: Path) -> None:
    assert found("b.md", "./b.md", "news/../b.md", str(desk / "b.md"), "./a.txt", ".") == [
        "b.md", "./a.txt", "news/c.MD", "news/deep/d.txt",
    ]  # fmt: skip
    (desk / "-").write_text("x\n")
    assert found("-", "./-") == ["-", "./-"]


def test_stdin_is_a_dash(desk: Path) -> None:
    assert found("-", "b.md") == ["-", "b.md"]


def test_what_is_missing_comes_in_its_place(desk: Path) -> None:
    first, second, third = expand(["c.md", "b.md", "*.rst"], ["md"])
    assert isinstance(first, InputError) and second == "b.md" and isinstance(third, InputError)


def test_a_glob_goes_into_the_folders_it_matches(desk: Path) -> None:
    (desk / "x.csv").unlink()
    assert found("n*") == ["news/c.MD", "news/deep/d.txt"]
    assert found("*") == ["a.txt", "b.md", "news/c.MD", "news/deep/d.txt"]
    assert found("n*", excluded=lambda path: path == "news/") == []


def test_a_deep_glob_walks_like_a_folder(desk: Path) -> None:
    (desk / "news" / "loop").symlink_to(desk)
    (desk / "news" / "again").symlink_to(desk)
    (desk / "news" / "node_modules").mkdir()
    (desk / "news" / "node_modules" / "h.md").write_text("x\n")
    assert found("**") == ["a.txt", "b.md", "news/c.MD", "news/deep/d.txt"]
    assert found("**/*.txt", "news/**/d*", f"{desk}/n*/**/**/deep/*") == ["a.txt", "news/deep/d.txt"]
    assert found("**/x.csv", "news/**/*.MD") == ["x.csv", "news/c.MD"]
    assert found("**/*.txt", excluded=lambda path: path == "news/") == ["a.txt"]
    assert found("news/**/*.txt", excluded=lambda path: True) == []
    [missing] = expand(["**/*.rst"], ["md"])
    assert isinstance(missing, InputError)


def test_links_to_folders_are_not_followed(desk: Path) -> None:
    (desk / "news" / "loop").symlink_to(desk)
    (desk / "news" / "link.md").symlink_to(desk / "b.md")
    assert found("news") == ["news/c.MD", "news/link.md", "news/deep/d.txt"]


def test_exclusion_prunes_folders(desk: Path) -> None:
    asked: list[str] = []

    def excluded(path: str) -> bool:
        asked.append(path)
        return path == "news/deep/"

    assert found("news", excluded=excluded) == ["news/c.MD"]
    assert "news/deep/d.txt" not in asked
    assert found("news/deep/d.txt", excluded=lambda path: True) == ["news/deep/d.txt"]
    assert found("news/deep/d.txt", excluded=lambda path: True, force_exclude=True) == []
    assert found("news/deep", excluded=excluded) == ["news/deep/d.txt"]
    assert found("news/deep/", excluded=excluded, force_exclude=True) == []


def test_gitignore_counts_from_the_repository_down(desk: Path) -> None:
    (desk / ".git" / "info").mkdir(parents=True)
    (desk / ".git" / "info" / "exclude").write_text("a.txt\n")
    (desk / ".gitignore").write_text("*.txt\n!news/deep/*.txt\nb.md\n")
    (desk / "news" / ".gitignore").write_text("c.MD\n")
    assert found(".") == ["news/deep/d.txt"]
    assert found("news") == ["news/deep/d.txt"]
    os.chdir("news")
    assert found(".") == ["deep/d.txt"]
    os.chdir("..")
    (desk / ".gitignore").write_text("news/\n")
    assert found(".", "n*") == ["b.md"]
    assert found("news") == ["news/c.MD", "news/deep/d.txt"]


def test_outside_a_repository_the_folder_s_own_file_counts(desk: Path) -> None:
    (desk / "news" / ".gitignore").write_text("deep/\n")
    assert found("news") == ["news/c.MD"]
