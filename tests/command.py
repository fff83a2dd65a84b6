"""The command as a whole process or in this one, and two articles for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newslint import cli

FLAWED = "Brewer opens bar\n\nSales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said.\n"
CLEAN = "Brewer opens bar\n\nThe brewery in Porto will open a bar on 3 May 2026, its owner, Ines Roy, said on Monday.\n"


def run(
    *arguments: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command as a whole process, without colour unless asked."""
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=clean | (env or {}),
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a run in this process says on stderr."""
    cli.run([*arguments])
    return capsys.readouterr().err


def check(desk: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return run("check", "--select", "percent-change-mismatch", *arguments, cwd=desk, **more)  # type: ignore[arg-type]


def paths(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [article["path"] for article in json.loads(done.stdout)["articles"]]
