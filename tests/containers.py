"""Wires, feeds and the like: their articles, and what a run finds in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newslint.article import Article
from newslint.cli import run
from newslint.run import Request, Session, inputs


def read(path: Path) -> list[Article]:
    found = list(inputs.articles(Session(Request(isolated=True)), str(path)))
    assert all(isinstance(article, Article) for article in found), found
    return found  # type: ignore[return-value]


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    code = run(["check", "--isolated", "--no-cache", "--output-format", "json", *arguments])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err
