"""Shared by all tests: the catalog is read once, and never from a stale cache."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from command import CLEAN
from newslint.catalog import Catalog, load
from newslint.errors import NewslintError

os.environ["NEWSLINT_CACHE_DIR"] = tempfile.mkdtemp(prefix="newslint-tests-")

settings.register_profile("newslint", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newslint")  # a busy machine is no failure

JARS = os.environ.pop("NEWSLINT_LANGUAGETOOL_JARS", "")
"""A real LanguageTool, put together by ``tools/languagetool.py``; only the tests that want it may start it."""

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Path:
    """A working directory with an article that is clean, ``a.txt``."""
    (folder / "a.txt").write_text(CLEAN, encoding="utf-8")
    return folder


@cache
def rules() -> Catalog:
    """Every rule. One that does not load, since it is under construction, ends the tests with its line."""
    try:
        return load(plugins=False)
    except NewslintError as error:
        pytest.exit(f"the rules cannot be loaded: {error}", 1)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return rules()


@pytest.fixture(scope="session")
def languagetool() -> Iterator[str]:
    """The address of a real LanguageTool server. Without one its tests are skipped, and in CI that is a failure."""
    from newslint.engines.languagetool.server import start
    from newslint.errors import Unavailable

    why = "no LanguageTool: NEWSLINT_LANGUAGETOOL_JARS names its folder (python tools/languagetool.py makes one)"
    server = None
    if JARS:
        try:
            server = start(JARS)
        except Unavailable as error:
            why = str(error)
    if server is None:
        pytest.fail(why) if os.environ.get("CI") else pytest.skip(why)
    yield server.url
    server.stop()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the expected outputs of fixtures/articles anew")
