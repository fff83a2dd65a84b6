"""The files that others' programs run: templates of CI, hooks, the action."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("schema", "file"),
    [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "docs/ci/gitlab.yml")],
)
def test_templates_are_valid(schema: str, file: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(ROOT / file)]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_the_workflow_in_the_guide_is_valid(tmp_path: Path) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "docs/github.md").read_text(encoding="utf-8"), re.M | re.S)
    workflows = [block for block in blocks if "jobs:" in block]
    assert workflows
    for n, block in enumerate(workflows):
        (tmp_path / f"{n}.yml").write_text(block)
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", f"{n}.yml"]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout


def test_the_hooks_are_valid() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout


def test_the_actions_inputs_all_reach_the_command() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    passed = " ".join(str(value) for step in steps for key in ("env", "with") for value in step.get(key, {}).values())
    assert all(f"inputs.{name} " in passed for name in action["inputs"])
    scripts = " ".join(step.get("run", "") for step in steps)
    assert "${{" not in scripts, "an input in a script could run as a command"
