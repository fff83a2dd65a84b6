"""New rules start from a file that loads, in a checkout and outside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.errors import ConfigError
from newslint.packs import compile_pack
from newslint.scaffold import checkout_above, python_rule, word_rule


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "src" / "newslint" / "checks").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    return tmp_path


def test_the_checkout_is_found_from_below(checkout: Path) -> None:
    deep = checkout / "docs" / "deep"
    deep.mkdir(parents=True)
    assert checkout_above(deep) == checkout
    assert checkout_above(checkout.parent) is None


def test_a_python_rule_goes_to_its_family(checkout: Path) -> None:
    path = python_rule("cold-fish", "hype", checkout, checkout)
    assert path == checkout / "src" / "newslint" / "checks" / "hype" / "cold_fish.py"
    assert (path.parent / "__init__.py").exists()
    assert "family=" not in path.read_text()
    with pytest.raises(ConfigError, match="there is such a file already"):
        python_rule("cold-fish", "hype", checkout, checkout)


def test_a_rule_of_a_plug_in_says_its_family(tmp_path: Path) -> None:
    text = python_rule("cold-fish", "house", None, tmp_path).read_text()
    assert 'family="house"' in text
    made: dict[str, object] = {"__name__": "plugin"}
    exec(compile(text, "cold_fish.py", "exec"), made)
    rule = made["cold_fish"]
    assert (rule.name, rule.family, len(rule.bad), len(rule.good)) == ("cold-fish", "house", 2, 2)  # type: ignore[attr-defined]


def test_rules_of_words_are_added_to_the_pack(checkout: Path) -> None:
    pack = word_rule("cold-fish", "hype", checkout, checkout)
    assert pack == checkout / "rules" / "hype.yaml"
    assert word_rule("warm-fish", "hype", checkout, checkout) == pack
    assert [rule["name"] for rule in compile_pack(pack).rules] == ["cold-fish", "warm-fish"]
    with pytest.raises(ConfigError, match="there is a rule 'warm-fish' already"):
        word_rule("warm-fish", "hype", checkout, checkout)


@pytest.mark.parametrize(
    ("name", "family", "said"),
    [("Cold Fish", "hype", "'cold-fish' would"), ("cold_fish", "hype", "'cold-fish' would"), ("x-", "y", "'x' would")],
)
def test_names_are_lower_case_words(tmp_path: Path, name: str, family: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        python_rule(name, family, None, tmp_path)
