"""Whole articles: flawed ones with their exact output, good ones that must stay silent.

``pytest tests/test_articles.py --update`` writes the expected outputs anew; the diff is the review.
"""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from command import run
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read
from newslint.reporters import ArticleReport, Options, Report, reporter

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FLAWED = sorted(path for path in (FIXTURES / "articles").iterdir() if path.suffix != ".expected")
CLEAN = sorted((FIXTURES / "clean").iterdir())


def linted(path: Path, catalog: Catalog) -> ArticleReport:
    article = read(str(path))
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    outcome = lint(article, catalog, settings)
    assert not outcome.crashes
    findings = [finding._replace(path=path.name) for finding in outcome.findings]
    return ArticleReport(
        path.name, None, article.format, article.headline, article.word_count, {}, findings, article.source
    )


@pytest.mark.parametrize("path", FLAWED, ids=lambda p: p.name)
def test_flawed_articles(path: Path, catalog: Catalog, request: pytest.FixtureRequest) -> None:
    out = io.StringIO()
    reporter("full")(Report([linted(path, catalog)], version="0"), out, Options(width=100))
    expected = path.with_name(path.name + ".expected")
    if request.config.getoption("--update"):
        expected.write_text(out.getvalue(), encoding="utf-8")
    assert out.getvalue() == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CLEAN, ids=lambda p: p.name)
def test_good_articles_stay_silent(path: Path, catalog: Catalog) -> None:
    loud = [
        f"{f.line}:{f.column} {f.rule}: {f.excerpt}" for f in linted(path, catalog).findings if f.severity != "info"
    ]
    assert not loud, "\n".join(loud)


@pytest.mark.slow
def test_sober_copy_stays_silent() -> None:
    """265 pieces as a wire, a regional daily, a trade paper write them, full of words that are literal there."""
    done = run("check", "--isolated", "--no-cache", "--output-format", "json", "sober.jsonl", cwd=FIXTURES)
    rows = json.loads(done.stdout)["articles"]
    found = [f for row in rows for f in row["findings"] if f["severity"] != "info"]
    loud = [f"{f['line']} {f['rule']}: {f['message']}" for f in found]
    assert len(rows) == 265
    assert not loud, "\n".join(loud)
