"""Every example of every rule, and the form of every rule."""

from __future__ import annotations

import os
import re

import pytest

from conftest import JARS, rules
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.rules import Rule
from newslint.testing import Example, article_of, examples, unmark

try:
    CATALOG = rules()
except pytest.exit.Exception as error:  # of which pytest, while it collects, makes a long trace
    raise pytest.Collector.CollectError(error.msg) from None
RULES = [CATALOG.page(name) for name in CATALOG.rules]
EXAMPLES = [(rule, side, n) for rule in RULES for side in ("bad", "good") for n in range(len(getattr(rule, side)))]


@pytest.fixture(scope="session")
def results(catalog: Catalog, request: pytest.FixtureRequest) -> dict[tuple[str, str, int], Example]:
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for rule in RULES:
            if rule.name == "grammar-engine" and (JARS or os.environ.get("CI")):
                patch.setenv("NEWSLINT_LANGUAGETOOL_URL", request.getfixturevalue("languagetool"))
            found.update({(e.rule, e.side, e.number): e for e in examples(rule, catalog)})
            patch.delenv("NEWSLINT_LANGUAGETOOL_URL", raising=False)
    return found


@pytest.mark.parametrize(
    ("rule", "side", "n"), [pytest.param(rule, side, n, id=f"{rule.name}-{side}-{n + 1}") for rule, side, n in EXAMPLES]
)
def test_example(rule: Rule, side: str, n: int, results: dict[tuple[str, str, int], Example]) -> None:
    example = results[rule.name, side, n + 1]
    if example.skipped and not os.environ.get("CI"):
        pytest.skip(example.skipped)
    assert example.passed, f"{rule.source}: {example.explain()}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_says_which_fixes_it_has(rule: Rule, results: dict[tuple[str, str, int], Example]) -> None:
    own = [example for example in results.values() if example.rule == rule.name]
    if any(example.skipped for example in own):
        pytest.skip("its engine is not here")
    assert rule.fixes == min(filter(None, (example.fixes for example in own)), default="")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_form(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.summary.endswith("."), "the summary is one sentence"
    assert "\n" not in rule.summary
    assert rule.doc, "say why a reader suffers and what to do"
    assert len(set(rule.bad + rule.good)) == len(rule.bad + rule.good), "an example stands twice"
    where = rule.source.rpartition(":")[0]
    if "/checks/" in where:
        assert where.endswith(f"/checks/{rule.family}/{rule.name.replace('-', '_')}.py")


def test_messages_quote_with_curly_marks_and_say_nothing_twice(catalog: Catalog) -> None:
    heard = 0
    for rule in RULES:
        settings = Settings({rule.name: rule.severity})
        for marked in rule.bad:
            article, _ = article_of(unmark(marked)[0])
            for finding in lint(article, catalog, settings).findings:
                heard += 1
                assert '"' not in finding.message, f"{rule.name}: {finding.message}"
                said = [s.strip().lower() for s in re.split(r"[.?!:] ", finding.message.rstrip(".?!"))]
                said = [s.removeprefix("say ") for s in said]
                assert len(set(said)) == len(said), f"{rule.name}: {finding.message}"
    assert heard > len(RULES)
