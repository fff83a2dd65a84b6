"""Shared by all tests: the catalog is read once, and never from a stale cache."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from newslint.catalog import Catalog, load

os.environ["NEWSLINT_CACHE_DIR"] = tempfile.mkdtemp(prefix="newslint-tests-")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load(plugins=False)
