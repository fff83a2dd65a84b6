"""True figures are never called wrong: a false alarm on a right sum costs more than a slip that nobody finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read_text

TRUE = Path(__file__).resolve().parent.parent / "fixtures" / "true-figures.txt"


def findings(catalog: Catalog, text: str) -> list[str]:
    numbers = {name: rule.severity for name, rule in catalog.rules.items() if rule.family == "numbers"}
    article = read_text(text, input_format="markdown")
    found = lint(article, catalog, Settings(numbers)).findings
    return [f"{f.rule}: {f.message}" for f in found if f.severity != "info"]


@pytest.mark.parametrize("front", ["", "---\ndate: 2026-03-04\n---\n\n# Figures\n\n"], ids=["plain", "dated"])
def test_true_figures_are_never_called_wrong(catalog: Catalog, front: str) -> None:
    lines = [line for line in TRUE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    wrong = {line: found for line in lines if (found := findings(catalog, f"{front}{line}\n"))}
    assert len(lines) > 300
    assert not wrong
