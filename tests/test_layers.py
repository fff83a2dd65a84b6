"""Who may import whom. A module imports from its own line of the layers or those above it; checks import from the
public door, `newslint` itself, which is open to everybody."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import newslint

SRC = Path(__file__).resolve().parent.parent / "src" / "newslint"
LAYERS = [
    "typed",
    "named lean",
    "errors ledger store text modules",
    "data",
    "parts article finding",
    "formats facts rules",
    "packs checks suppress wording corpus",
    "plugins demands catalog config",
    "engine placing tags arbitrate doubt fields fixes engines walk baseline diffs",
    "reporters run",
    "testing scaffold reasons inquiry",
    "cli",
    "__main__",
]
DEPTH = {name: depth for depth, names in enumerate(LAYERS) for name in names.split()}
MODULES = sorted(SRC.rglob("*.py"))


def test_the_architecture_shows_these_layers() -> None:
    page = (SRC.parent.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert "\n".join("  ".join(layer.split()) for layer in LAYERS[:-1]) in page


def test_the_map_of_facts_names_every_module() -> None:
    from newslint import facts

    words = set(re.findall(r"\w+", facts.__doc__ or ""))
    assert {path.stem for path in (SRC / "facts").rglob("[a-z]*.py")} <= words


def imported(node: ast.AST) -> list[str]:
    """What an import of ours takes: modules by their whole names, public names as those of the door."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if alias.name.startswith("newslint")]
    if not isinstance(node, ast.ImportFrom):
        return []
    assert not node.level, f"line {node.lineno}: write the whole name of the module"
    if node.module == "newslint":
        return [f"newslint.{alias.name}" if alias.name in DEPTH else "newslint" for alias in node.names]
    return [node.module] if node.module and node.module.startswith("newslint.") else []


def test_no_module_has_a_public_name() -> None:
    """Once imported, it would stand in the place of what is public."""
    assert not {path.stem for path in [*SRC.glob("*.py"), *SRC.glob("*/__init__.py")]} & set(newslint._HOME)


def test_public_names_are_the_same_for_type_checkers_and_at_run_time() -> None:
    body = ast.parse((SRC / "__init__.py").read_text(encoding="utf-8")).body
    [checked] = [node for node in body if isinstance(node, ast.If)]
    homes = {
        (node.module or "").removeprefix("newslint."): [alias.asname for alias in node.names]
        for node in checked.body
        if isinstance(node, ast.ImportFrom) and node.module != "typing"
    }
    assert homes == {home: names.split() for home, names in newslint._HOMES.items()}
    for name in newslint._HOME:
        assert getattr(newslint, name) is not None


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_only_from_above(path: Path) -> None:
    own = path.relative_to(SRC).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    assert own in DEPTH, f"{own}: give it a layer in this test and a line in ARCHITECTURE.md"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for name in imported(node):
            if name == "newslint":
                continue
            if own == "checks":
                pytest.fail(f"line {node.lineno}: checks import from newslint only, not from {name}")
            assert DEPTH[name.split(".")[1]] <= DEPTH[own], f"line {node.lineno}: {own} may not import {name}"
