"""Who may import whom. A module imports from its own layer or those below; checks import from the public door."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parent.parent / "src" / "newslint"
LAYERS = [
    "typed",
    "named lean",
    "errors ledger store text modules",
    "data",
    "parts article finding",
    "formats facts rule",
    "packs checks suppress wording corpus",
    "catalog config",
    "engine placing arbitrate doubt fields fixes engines walk baseline diffs",
    "reporters run",
    "testing scaffold",
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


def top(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_only_from_below(path: Path) -> None:
    own = path.relative_to(SRC).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    assert own in DEPTH, f"{own}: give it a layer in this test and a line in ARCHITECTURE.md"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newslint"):
            names = [node.module or ""]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names if a.name.startswith("newslint")]
        for name in names:
            other = top(name)
            if not other:  # the public door, open to everybody
                continue
            if own == "checks":
                pytest.fail(f"line {node.lineno}: checks import from newslint only, not from {name}")
            assert DEPTH[other] <= DEPTH[own], f"line {node.lineno}: {own} may not import {name}"
