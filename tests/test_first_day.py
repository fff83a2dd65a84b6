"""First-day checks over articles of our own, and over natural text where it lies beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import ROOT, SHARED
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read

pytestmark = pytest.mark.slow

FIXTURES = ROOT / "fixtures"
CORPORA = SHARED / "corpora"
KINDS = {".md", ".mdx", ".html", ".txt"}


def articles(ours: Path, *names: str) -> list[Path]:
    """The articles in a folder of ours, and in those of the corpora that are there."""
    folders = [ours, *(CORPORA / name for name in names)]
    paths = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in KINDS]
    assert len(paths) > 10
    return paths


def test_error_rules_alone_block_at_most_five_in_a_hundred_good_articles(catalog: Catalog) -> None:
    errors = {name: rule.severity for name, rule in catalog.rules.items() if rule.on and rule.severity == "error"}
    paths = articles(FIXTURES / "clean", "human-bbc", "human-opinion")
    blocked = [
        f"{path.name}: {finding.rule}: {finding.excerpt[:60]}"
        for path in paths
        for finding in lint(read(str(path)), catalog, Settings(errors)).findings[:1]
        if finding.severity == "error"
    ]
    assert len(blocked) <= 0.05 * len(paths), "\n".join(blocked)


def test_good_journalism_stays_quiet(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    words = loud = grave = 0
    for path in articles(FIXTURES / "clean", "human-bbc"):
        article = read(str(path))
        words += article.word_count
        found = lint(article, catalog, settings).findings
        loud += sum(finding.severity == "warning" for finding in found)
        grave += sum(finding.severity == "error" for finding in found)
    assert 1000 * grave / words <= 0.3
    assert 1000 * loud / words <= 5


def test_no_rule_throws(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})
    crashes = {
        f"{crash.rule}: {crash.error} ({path.name})"
        for path in articles(FIXTURES, "markdown-human", "generated-wild", "human-opinion")
        for crash in lint(read(str(path)), catalog, settings).crashes
    }
    assert not crashes, "\n".join(sorted(crashes))
