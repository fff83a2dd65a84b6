"""Java, in the form of a script that says what Java would say."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from languagetool_stub import complaint
from newslint import Unavailable
from newslint.engines.languagetool import server as servers
from newslint.engines.languagetool.engine import Setup

pytestmark = pytest.mark.slow


@pytest.fixture
def jars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    folder = tmp_path / "jars"
    folder.mkdir()
    (folder / "languagetool-server-6.6.jar").write_bytes(b"")
    return folder


def java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    path = tmp_path / "bin" / "java"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}/bin{os.pathsep}/usr/bin")


def test_no_java(jars: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "needs Java 17 or newer, and there is none" in complaint(Setup(jars=str(jars)))


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("echo 'Error: UnsupportedClassVersionError: class file version 61.0' >&2; exit 1", "older"),
        ("echo 'Error: Could not find or load main class' >&2; exit 1", "ended with code 1: Error: Could not find"),
        ("echo 'java.net.BindException: Address already in use' >&2; exit 1", "no free port"),
        ("exit 3", "ended with code 3"),
    ],
)
def test_java_gives_up(jars: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, expected: str) -> None:
    java(tmp_path, monkeypatch, script)
    assert expected in complaint(Setup(jars=str(jars)))


def test_a_server_that_never_starts(jars: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java(tmp_path, monkeypatch, "exec sleep 60")
    with pytest.raises(Unavailable, match="did not start within"):
        servers.start(str(jars), patience=0.3)


def test_a_folder_without_languagetool(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no languagetool-server"):
        servers.class_path(str(tmp_path))
    with pytest.raises(Unavailable, match="no such folder"):
        servers.class_path(str(tmp_path / "nowhere"))
