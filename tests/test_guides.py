"""The guides' commands work as written, in order, on a content repository like the reader's."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDES = sorted((ROOT / "docs").glob("*.md"))
FRONT = "---\ntitle: Council sells its museum\ndate: 2026-03-03\n---\n\n"
GOOD = FRONT + "The council sold its museum on Monday, Mayor Ana Ruiz said.\n"
FLAWED = (
    GOOD + "\nCertainly, experts say it is a game changer. As of my last knowledge update in 2023, nothing was sold.\n"
)


def commands(guide: Path) -> list[tuple[str, int]]:
    """Each line of the guide's sh blocks with the exit code it announces."""
    found = []
    for block in re.findall(r"^```sh\n(.*?)^```", guide.read_text(encoding="utf-8"), re.M | re.S):
        for line in block.splitlines():
            command, _, comment = line.partition("#")
            code = re.search(r"exits (\d)", comment)
            if command.strip():
                found.append((command.strip(), int(code[1]) if code else 0))
    return found


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "first.md").write_text(GOOD)
    (tmp_path / "content" / "second.md").write_text(FLAWED)
    for args in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.email=d@p.test", "-c", "user.name=D", "commit", "-qm", "first"],
    ):
        subprocess.run(["git", *args], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("guide", [g for g in GUIDES if commands(g)], ids=lambda g: g.stem)
def test_commands(guide: Path, repository: Path) -> None:
    for _, text in re.findall(
        r"^```(toml|yaml)\n# (?=newslint\.toml|house\.yaml)(.*?)^```", guide.read_text(), re.M | re.S
    ):
        name, _, body = text.partition("\n")
        (repository / name).write_text(body)
    for command, code in commands(guide):
        words = shlex.split(command)
        if words[0] == "newslint":
            words = [sys.executable, "-m", *words]
        env = {k: v for k, v in os.environ.items() if k not in ("CI", "GITHUB_ACTIONS")}
        run = subprocess.run(words, cwd=repository, capture_output=True, text=True, env=env, check=False)
        assert run.returncode == code, f"{command}: exit {run.returncode}\n{run.stdout}{run.stderr}"
