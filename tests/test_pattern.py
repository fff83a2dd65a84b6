"""Patterns that are kept between runs are those that `re` compiles."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint.catalog import Catalog
from newslint.text import pattern as kept

PACKAGE = Path(newslint.__file__).parent


def constants() -> list[tuple[str | bytes, int]]:
    """The patterns that stand in the program, with their flags."""
    found: list[tuple[str | bytes, int]] = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "pattern":
                source = node.args[0]
                if isinstance(source, ast.Constant):
                    flags = eval(ast.unparse(node.args[1]), {"re": re}) if node.args[1:] else 0
                    found.append((source.value, int(flags)))
    return found


def same(made: re.Pattern[Any], source: str | bytes, flags: int) -> bool:
    theirs = re.compile(source, flags)
    return made == theirs and made.groupindex == theirs.groupindex and made.groups == theirs.groups


@pytest.fixture(autouse=True)
def forgotten() -> None:
    kept._made.cache_clear()


@pytest.mark.slow
def test_every_pattern_of_the_program() -> None:
    found = constants()
    assert len(found) > 40
    for source, flags in found:
        assert same(kept.pattern(source, flags), source, flags)


def test_every_pattern_of_the_packs(catalog: Catalog) -> None:
    compiled = [rule.check.args[0] for rule in catalog.rules.values() if hasattr(rule.check, "args")]
    found = [entry["regex"] for rule in compiled for entry in rule["patterns"]]
    assert len(found) > 5
    for source in found:
        assert same(kept.pattern(source), source, 0)


def test_groups_and_flags() -> None:
    found = kept.pattern(r"(?P<y>\d{4})-(?P<m>\d\d)|(x)", re.IGNORECASE).fullmatch("2025-03")
    assert found
    assert found.groupdict() == {"y": "2025", "m": "03"}
    assert found.lastgroup == "m"
    assert kept.pattern(rb"a+", re.IGNORECASE).findall(b"aAb") == [b"aA"]
    with pytest.raises(re.error):
        kept.pattern("(")


@pytest.mark.parametrize(
    "parts", [(), (0,), (0, [1, 2, 3], 0, {}, (None,)), (0, [-1], 0, {}, (None,)), (0, "", 1, [], ())]
)
def test_what_the_engine_refuses_is_compiled(parts: tuple[Any, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_parts", lambda source, flags: parts)
    assert kept.pattern(r"a(b)") == re.compile(r"a(b)")


@pytest.mark.parametrize("error", [ImportError, AttributeError])
def test_a_python_to_come(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def parts(source: str, flags: int) -> None:
        raise error

    monkeypatch.setattr(kept, "_parts", parts)
    assert kept.pattern(r"a(b)", re.IGNORECASE) == re.compile(r"a(b)", re.IGNORECASE)
