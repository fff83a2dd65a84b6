"""Packs: each wrong one names file, line and the valid choices."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.catalog import load
from newslint.engine import Settings, lint
from newslint.errors import RuleError
from newslint.formats import read_text
from newslint.packs import compile_pack
from newslint.packs.phrases import paired_forms

GOOD = """\
house-style:
  summary: Words of the house.
  doc: The house writes plainly.
  severity: warning
  message: 'Write "{plain}" for "{span}".'
  replace:
    utilise~: use
  bad: [They <<utilised>> it., They <<utilise>> it.]
  good: [They used it., The utility used it.]
"""


def pack(folder: Path, text: str) -> Path:
    path = folder / "house.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("severity: warning", "severty: warning"),
            r":4: rule 'house-style' has unknown field 'severty' \(did you mean 'severity'\?\)",
        ),
        (("severity: warning", "severity: fatal"), ":4: severity 'fatal': use error, warning or info"),
        (("house-style:", "House Style:"), ":1: rule name 'House Style'"),
        (("<<utilised>>", "utilised"), "bad examples carry << >>"),
        (("They used it., ", ""), "at least two good examples"),
        (('  message: \'Write "{plain}" for "{span}".\'\n', ""), "has no message"),
        (("  replace:\n    utilise~: use\n", ""), "has neither words, replace, patterns nor consistent"),
        (("utilise~: use", "a + b: use"), "cannot read '[+]'"),
        (("  replace:", "  words: [ok\n  replace:"), "not valid YAML"),
        (("  replace:", "  patterns: [{regex: 'a+', needs: [a]}]\n  replace:"), "repeats without bound"),
        (
            ("  replace:", "  patterns: [{regex: '(a{1,90}){1,90}(b{1,90}){1,90}', needs: [a]}]\n  replace:"),
            "too many ways",
        ),
        (("  replace:", "  unless-near: [luck]\n  replace:"), "use figure, date, name"),
        (('"{plain}" for', '"{other}" for'), "there is no blank {other}"),  # only pairs have another side
        (
            ("    utilise~: use", "    utilise~: {use: use, hint: the short word}"),
            "rule 'house-style': the hint 'the short word' is never shown; put {hint} into the message",
        ),
        (("  replace:", "  words: [{words: [vessel], note: old}]\n  replace:"), "the note 'old' is never shown"),
        (("  replace:", "  consistent: [[e-mail, email]]\n  replace:"), "consistent stands alone"),
    ],
)
def test_a_wrong_pack_says_where_and_what(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert change[0] in GOOD
    with pytest.raises(RuleError, match=said) as error:
        compile_pack(pack(tmp_path, GOOD.replace(*change, 1)))
    assert "house.yaml:" in str(error.value)


def test_a_rule_defined_twice_names_both_places(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    (tmp_path / "other.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match=r"other.yaml:1.*also defined in .*house.yaml:1"):
        load([tmp_path], plugins=False)


def test_a_pack_beside_the_configuration_runs(tmp_path: Path) -> None:
    catalog = load([pack(tmp_path, GOOD)], plugins=False)
    article = read_text("Report of the day\n\nThe board utilised the fund. Nobody is utilising it now.\n")
    found = lint(article, catalog, Settings({"house-style": "warning"})).findings
    assert [(f.excerpt, f.message) for f in found] == [
        ("utilised", 'Write "used" for "utilised".'),
        ("utilising", 'Write "using" for "utilising".'),
    ]


def test_a_changed_pack_is_read_anew(tmp_path: Path) -> None:
    path = pack(tmp_path, GOOD)
    assert load([path], plugins=False).rules["house-style"].severity == "warning"
    path.write_text(GOOD.replace("severity: warning", "severity: error"), encoding="utf-8")
    assert load([path], plugins=False).rules["house-style"].severity == "error"


def test_paired_forms() -> None:
    assert paired_forms("utilise", "use") == {
        "utilise": "use",
        "utilises": "uses",
        "utilised": "used",
        "utilising": "using",
    }
