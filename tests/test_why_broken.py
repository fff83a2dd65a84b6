"""``newslint why`` and rules that break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from test_plugin import newslint, plugin

pytestmark = pytest.mark.slow

BROKEN = """
from newslint import Hit, rule

@rule("warning", family="harbour", bad=["A <<vessel>>.", "<<vessel>>."], good=["A ship.", "It."])
def ship_words(article):
    \"\"\"A vessel is a ship.\"\"\"
    BREAKS
    yield Hit(article.sentences[0].span, "Write “ship”.")
"""


@pytest.mark.parametrize(
    ("breaks", "error"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("yield Hit((0, 4), 'x')", "AttributeError: 'tuple' object has no attribute 'start'"),
    ],
)
def test_a_rule_that_breaks_is_named_as_check_names_it(tmp_path: Path, breaks: str, error: str) -> None:
    code = BROKEN.replace("BREAKS", breaks)
    site = plugin(tmp_path, code)
    checked = newslint(tmp_path, "check", "--isolated", "a.txt", path=site)
    assert checked.returncode == 2 and "internal error in rule ship-words" in checked.stderr
    asked = newslint(tmp_path, "why", "--isolated", "a.txt:3", "--rule", "ship-words", path=site)
    assert asked.returncode == 2 and asked.stderr == checked.stderr and error in asked.stderr
    assert "a.txt:3:1 “" in asked.stdout and "met nothing" not in asked.stdout
    assert "left alone" not in asked.stdout
    asked = newslint(tmp_path, "why", "--isolated", "a.txt:3", "--output-format", "json", path=site)
    assert asked.returncode == 2 and asked.stderr == checked.stderr
    [told] = json.loads(asked.stdout)["errors"]
    assert told.startswith("internal error in rule ship-words (") and told.endswith(f": {error}")


def test_a_rule_that_is_off_and_would_break_is_told(tmp_path: Path) -> None:
    site = plugin(tmp_path, BROKEN.replace("BREAKS", "1 / 0"))
    (tmp_path / "newslint.toml").write_text('ignore = ["harbour"]\n')
    asked = newslint(tmp_path, "why", "a.txt:3", path=site)
    assert asked.returncode == 0, asked.stderr  # it breaks no check
    told = "Left out: ship-words: ignored by newslint.toml:1; it would break (ZeroDivisionError: division by zero; "
    assert told in asked.stdout and "ship_site" not in asked.stderr
