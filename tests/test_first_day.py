"""First-day checks over natural text, where it lies beside the project; elsewhere they skip and say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
HUMAN = ("human-bbc", "human-opinion")

pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="no corpora beside the project")


def articles(*names: str) -> list[Path]:
    return [path for name in names for path in sorted((CORPORA / name).rglob("*.txt"))]


def test_error_rules_alone_block_at_most_five_in_a_hundred_good_articles(catalog: Catalog) -> None:
    errors = {name: rule.severity for name, rule in catalog.rules.items() if rule.on and rule.severity == "error"}
    paths = articles(*HUMAN)
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
    for path in articles("human-bbc"):
        article = read(str(path))
        words += article.word_count
        found = lint(article, catalog, settings).findings
        loud += sum(finding.severity == "warning" for finding in found)
        grave += sum(finding.severity == "error" for finding in found)
    assert 1000 * grave / words <= 0.3
    assert 1000 * loud / words <= 5


def test_no_rule_throws_on_real_files(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})
    crashes = {
        f"{crash.rule}: {crash.error} ({path.name})"
        for name in ("markdown-human", "generated-wild", "human-opinion")
        for path in sorted((CORPORA / name).rglob("*"))
        if path.suffix in {".md", ".mdx", ".html", ".txt"}
        for crash in lint(read(str(path)), catalog, settings).crashes
    }
    assert not crashes, "\n".join(sorted(crashes))
