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
from newslint.text.needed import spells

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


NESTED = """\
lexicons:
  boats:
    - ferry
    - words: [cog]
house-style:
  summary: Words of the house.
  message: 'Not "{span}".'
  words:
    - words:
        - cog
        - hulk
      case: exact
      unless:
        - harbour
        - quay
    - punt
  safe:
    - in order to
  replace:
    in order to: to
    utilise~: {use: use, zones: [lede]}
  patterns:
    - regex: '\\bnot only \\b.{1,60}\\bbut also (?:a|\\w{1,20})\\b'
      needs: [not only]
  zones:
    - lede
    - body
  not-types:
    - guide
    - opinion
  yields-to:
    - stock-phrase
    - word-slip
  bad:
    - A <<punt>>.
    - The <<punt>>.
  good: [They used it., It is.]
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("    - ferry", "    - (ferry"), ":3: .*bracket"),
        (("words: [cog]", "word: [cog]"), ":4: an entry of 'boats' has unknown field 'word'"),
        (("        - hulk", "        - (hulk"), ":11: .*bracket"),
        (("case: exact", "case: exactly"), ":12: case 'exactly': use exact or any"),
        (("        - quay", "        - 1"), ":15: unless of an entry of 'house-style': quote what is not text: 1"),
        (("        - quay", "        - +"), ":15: cannot read '[+]' in the phrase"),
        (("    - punt", "    - [punt"), ":17: not valid YAML"),
        (("    - punt", "    - 7"), ":16: a phrase of 'house-style' must be text; quote it: 7"),
        (
            ("    - in order to", "    - in ordr to"),
            r":18: rule 'house-style': safe 'in ordr to' is not under replace \(did you mean 'in order to'\?\)",
        ),
        (("zones: [lede]", "zones: [led]"), r":21: zones of replacement .* not 'led' \(did you mean 'lede'\?\)"),
        (("{1,60}", "+"), ":23: pattern of 'house-style' repeats without bound"),
        (
            ("needs: [not only]", "needs: [not olny]"),
            r":24: pattern of 'house-style': no match holds 'olny', which it needs \(did you mean 'only'\?\)",
        ),
        (
            (".{1,60}\\bbut also (?:a|\\w{1,20})\\b'\n      needs: [not only]", "'\n      needs: [mast~]"),
            ":24: pattern of 'house-style': no match holds 'mast', which it needs$",
        ),
        (
            ("    - body", "    - boddy"),
            r":27: zones of rule 'house-style': use .* not 'boddy' \(did you mean 'body'\?\)",
        ),
        (("    - opinion", "    - Opinion"), ":30: rule 'house-style': not-types 'Opinion' is never met; use small"),
        (
            ("    - opinion", "    - opinoin"),
            r":30: rule 'house-style' is silent in 'opinoin': no such kind of article \(did you mean 'opinion'\?\)",
        ),
        (
            ("    - word-slip", "    - word-slipp"),
            r":33: rule 'house-style' yields to 'word-slipp': no such rule \(did you mean 'word-slip'\?\)",
        ),
        (("The <<punt>>", "The punt"), ":36: bad examples carry << >>"),
    ],
)
def test_a_complaint_leads_to_the_entry(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert change[0] in NESTED
    path = pack(tmp_path, NESTED.replace(*change, 1))
    with pytest.raises(RuleError, match="house.yaml" + said):
        compile_pack(path)
        load([path], plugins=False)


GROUPS = """\
groups:
  boats: ferry|barge~|river boat
  craft: kite|{boats}
house-style:
  message: 'Not "{span}".'
  words:
    - the {craft} of (doom|{boats})
    - words: [mast]
      not-after: ['{boats}']
  replace:
    old {boats}?: vessel
  bad: [The <<mast>>., A <<mast>>.]
  good: [They used it., It is.]
"""


def test_a_group_stands_for_its_words(tmp_path: Path) -> None:
    spelt = GROUPS[GROUPS.index("house") :]
    for group, words in (("{craft}", "kite|{boats}"), ("{boats}", "ferry|barge~|river boat")):
        spelt = spelt.replace(group, f"({words})")
    compiled = compile_pack(pack(tmp_path, GROUPS)).phrases
    assert compiled == compile_pack(pack(tmp_path, spelt)).phrases
    assert len(compiled) == 8


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("of (doom|{boats})", "of {boast}"), r":7: no group {boast} is named, .* \(did you mean 'boats'\?\)$"),
        (("not-after: ['{boats}']", "not-after: ['{}']"), ":9: no group {} is named"),
        (
            ("'{boats}'", "{boats}"),
            ":9: not-after of an entry of 'house-style': quote what is not text: {'boats': None}",
        ),
        (("the {craft}", "{craft}"), ":7: not valid YAML: .*; quote what begins with a brace$"),
        (("the {craft} of (doom|{boats})", "{craft}"), ":7: quote what begins with a brace: '{craft}'"),
        (("the {craft}", "the kite"), ":3: no phrase asks for the group {craft}: take it out"),
        (("|{boats}\n", "|{craft}\n"), ":3: no group {craft} is named"),
        (("kite|", "(kite|"), ":3: a bracket is left open"),
        (("boats: ferry", "Boats: ferry"), ":2: name of a group 'Boats': use lower-case words joined by hyphens"),
        (
            ("kite|{boats}", "[kite]"),
            r":3: group 'craft' must be text, its words with bars between: .*, not \['kite'\]",
        ),
        (
            ("groups:\n  boats: ferry|barge~|river boat\n  craft: kite|{boats}", "groups: [a]"),
            ":1: groups must map names",
        ),
    ],
)
def test_a_group_that_cannot_be_used(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    assert change[0] in GROUPS
    with pytest.raises(RuleError, match="house.yaml" + said):
        compile_pack(pack(tmp_path, GROUPS.replace(*change, 1)))


@pytest.mark.slow
def test_a_desk_may_have_kinds_of_articles_of_its_own(tmp_path: Path) -> None:
    kinds = ("previews", "gallery", "live-blog", "columnists", "horoscope", "fable", "opinions")
    text = NESTED.replace("    - guide", "".join(f"    - {kind}\n" for kind in kinds).rstrip())
    house = load([pack(tmp_path, text)], plugins=False).rules["house-style"]
    assert house.not_types == (*kinds[:-1], "opinion", "opinion")  # the plural of one of ours is that one


@pytest.mark.parametrize(
    ("regex", "words", "others"),
    [
        ("colou?r", ["color", "colour"], ["colur", "clour"]),
        (r"\bnot only\b.{1,60}\bbut also\b", ["not", "only", "but", "also"], ["olny", "tonly"]),
        ("(?:ha){2,3}[bt]e?", ["haha", "hahate", "hab"], ["hb", "hahac"]),
        (r"\b(?!fish)\w{2,9}monger(?=s| of)", ["monger", "mongers", "of"], ["fish", "ironmonger"]),
        (r"(ab)\1", ["ab", "abab"], []),
    ],
)
def test_words_that_a_pattern_spells(regex: str, words: list[str], others: list[str]) -> None:
    assert [word for word in words + others if spells(regex, word)] == words
    assert spells(r"\w{2,9}monger", "ironmonger", anything=True)
    assert not spells(r"\w{2,9}monger", "ironmongery", anything=True)


@pytest.mark.slow
def test_a_rule_defined_twice_names_both_places(tmp_path: Path) -> None:
    pack(tmp_path, GOOD)
    (tmp_path / "other.yaml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match=r"other.yaml:1.*also defined in .*house.yaml:1"):
        load([tmp_path], plugins=False)


@pytest.mark.slow
def test_a_pack_beside_the_configuration_runs(tmp_path: Path) -> None:
    catalog = load([pack(tmp_path, GOOD)], plugins=False)
    article = read_text("Report of the day\n\nThe board utilised the fund. Nobody is utilising it now.\n")
    found = lint(article, catalog, Settings({"house-style": "warning"})).findings
    assert [(f.excerpt, f.message) for f in found] == [
        ("utilised", 'Write "used" for "utilised".'),
        ("utilising", 'Write "using" for "utilising".'),
    ]


@pytest.mark.slow
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
