"""The hooks, run by the real pre-commit on a content repository made here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
GOOD = (
    "---\ntitle: Council sells its museum\nauthor: Ines Roy\ndate: 2026-03-03\n---\n\n"
    "The council sold its museum on Monday for 4 million euros, Mayor Ana Ruiz said.\n"
)
BAD = (
    GOOD.replace("The council sold", "The the council sold")
    + "\nCertainly! Here is a shorter version of the article:\n"
)


def run(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(args, cwd=folder, capture_output=True, text=True, env={**os.environ, **env}, check=False)


def commit(folder: Path, message: str) -> None:
    run(folder, "git", "add", "-A")
    done = run(
        folder, "git", "-c", "user.email=d@p.test", "-c", "user.name=D", "commit", "-q", "--no-verify", "-m", message
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's tracked files as a repository of their own."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in run(ROOT, "git", "ls-files").stdout.splitlines():
        source = ROOT / name
        if source.is_file() and not name.startswith(("tests/", "docs/", "benchmarks/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    run(folder, "git", "init", "-q")
    commit(folder, "hooks")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit"))}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    folder.mkdir()
    run(folder, "git", "init", "-q")
    (folder / "good.md").write_text(GOOD)
    commit(folder, "good")
    return folder


def try_repo(
    content: Path, hooks: Path, home: dict[str, str], hook: str, *args: str
) -> subprocess.CompletedProcess[str]:
    return run(content, sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--verbose", *args, **home)


def test_check_names_the_bad_article_only(content: Path, hooks: Path, home: dict[str, str]) -> None:
    (content / "bad.mdx").write_text(BAD)
    run(content, "git", "add", "-A")
    done = try_repo(content, hooks, home, "newslint", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad.mdx:9:1: error chatbot-offer" in done.stdout
    assert "good.md:" not in done.stdout


def test_a_range_of_commits(content: Path, hooks: Path, home: dict[str, str]) -> None:
    (content / "old.md").write_text(BAD)
    commit(content, "old flaw")
    (content / "new.md").write_text(GOOD)
    commit(content, "clean")
    done = try_repo(content, hooks, home, "newslint", "--from-ref", "HEAD^", "--to-ref", "HEAD")
    assert done.returncode == 0, done.stdout + done.stderr


def test_fix_says_that_files_were_modified(content: Path, hooks: Path, home: dict[str, str]) -> None:
    (content / "double.md").write_text(GOOD.replace("The council sold", "The the council sold"))
    run(content, "git", "add", "-A")
    done = try_repo(content, hooks, home, "newslint-fix", "--all-files")
    assert done.returncode == 1 and "files were modified by this hook" in done.stdout
    assert "The the" not in (content / "double.md").read_text()


def test_config_hook(content: Path, hooks: Path, home: dict[str, str]) -> None:
    (content / "newslint.toml").write_text('fail-onn = "warning"\n')
    run(content, "git", "add", "-A")
    done = try_repo(content, hooks, home, "newslint-config", "--all-files")
    assert done.returncode == 1 and "did you mean 'fail-on'" in done.stdout
