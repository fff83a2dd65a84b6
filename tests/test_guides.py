"""The guides' commands work as written, in order, on a content repository like the reader's."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.catalog import load
from newslint.engine import Settings, lint
from newslint.rules import Rule
from newslint.testing import article_of, examples, unmark

pytestmark = pytest.mark.slow

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


def test_the_rules_that_contributing_shows_are_good(tmp_path: Path) -> None:
    blocks = dict(re.findall(r"^```(yaml|python)\n(.*?)^```", (ROOT / "CONTRIBUTING.md").read_text(), re.M | re.S))
    pack = tmp_path / "house.yaml"
    pack.write_text(blocks["yaml"])
    made: dict[str, Rule] = {"__name__": "newslint.checks.numbers.exact_and_rough"}  # type: ignore[dict-item]
    exec(blocks["python"], made)
    catalog = load([pack], plugins=False)
    shown = [catalog.page("tired-weather"), made["exact_and_rough"]]
    found = [example for rule in shown for example in examples(rule, catalog)]
    assert len(found) == 8
    assert [example.explain() for example in found if not example.passed] == []
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    for example in shown[0].bad:
        article, _ = article_of(unmark(example)[0])
        assert [finding.rule for finding in lint(article, catalog, settings).findings] == ["tired-weather"], example
