"""Completion scripts, sourced by the real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.cli.completion import SHELLS

pytestmark = pytest.mark.slow


def script(shell: str) -> str:
    command = [sys.executable, "-m", "newslint", "completion", shell]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_takes_the_script(shell: str, tmp_path: Path) -> None:
    (tmp_path / "newslint").write_text(script(shell))
    assert "_NEWSLINT_COMPLETE" in (tmp_path / "newslint").read_text()
    if shutil.which(shell):  # bash everywhere, the others where they are
        subprocess.run([shell, "-n", str(tmp_path / "newslint")], check=True)


def completed(tmp_path: Path, *words: str) -> set[str]:
    """What bash offers after these words, the last of them unfinished."""
    program = tmp_path / "newslint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n')
    program.chmod(0o755)
    line = " ".join(f"'{word}'" for word in words)
    asked = (
        'eval "$(newslint completion bash)"\n'
        f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}\n"
        "_newslint_completion newslint\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    run = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, env=env)
    assert run.returncode == 0 and not run.stderr, run.stderr
    return set(run.stdout.split())


def test_bash_completes(tmp_path: Path) -> None:
    assert completed(tmp_path, "newslint", "ba") == {"baseline"}
    assert completed(tmp_path, "newslint", "wh") == {"why"}
    assert {"check", "fix", "facts", "completion"} <= completed(tmp_path, "newslint", "")
    assert completed(tmp_path, "newslint", "check", "--max") == {"--max-warnings"}
    assert completed(tmp_path, "newslint", "check", "--fail-on", "w") == {"warning"}


def test_an_unknown_shell_is_a_usage_error() -> None:
    command = [sys.executable, "-m", "newslint", "completion", "tcsh"]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 2 and "'bash', 'zsh', 'fish'" in run.stderr
