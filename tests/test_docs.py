"""Documents are true: generated pages are up to date, and our own prose passes newslint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read, read_text

ROOT = Path(__file__).resolve().parent.parent
PROSE = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PROSE += [path for path in sorted((ROOT / "docs").glob("*.md")) if path.name != "rules.md"]  # made of rule pages
WORDING = ("hype", "loaded", "stock", "language", "leftovers")


def wording(catalog: Catalog) -> Settings:
    chosen = {
        n: r.severity for n, r in catalog.rules.items() if r.on and (r.family in WORDING or n == "complex-wording")
    }
    return Settings(chosen)


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "tools/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", PROSE, ids=lambda p: p.name)
def test_our_own_prose_passes(path: Path, catalog: Catalog) -> None:
    findings = lint(read(str(path)), catalog, wording(catalog)).findings
    loud = [f"{f.line}:{f.column} {f.rule}: {f.excerpt}" for f in findings if f.severity != "info"]
    assert not loud, "\n".join(loud)


def test_rule_pages_pass_too(catalog: Catalog) -> None:
    loud = []
    for name in catalog.rules:
        rule = catalog.page(name)
        article = read_text(f"Report of the day\n\n{rule.summary}\n\n{rule.doc}\n", input_format="plain")
        settings = wording(catalog)
        # A rule's page names the words that it is about; other rules must still be content.
        own = {n: s for n, s in settings.rules.items() if catalog.rules[n].family != rule.family}
        loud += [
            f"{name}: {f.rule}: {f.excerpt}"
            for f in lint(article, catalog, settings._replace(rules=own)).findings
            if f.severity != "info"
        ]
    assert not loud, "\n".join(loud)
