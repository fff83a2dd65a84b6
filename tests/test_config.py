"""Configuration: what is found, what wins, and complaints with file, line and cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newslint.catalog import Catalog, load
from newslint.config import Config, find, load as load_config, with_command_line
from newslint.config.keys import KEYS
from newslint.config.profiles import PROFILES_BY_TYPE, SEVERITIES_BY_PROFILE
from newslint.config.read import allows
from newslint.config.schema import schema
from newslint.config.selection import Policy
from newslint.errors import ConfigError


def written(folder: Path, text: str, name: str = "newslint.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def policy(folder: Path, catalog: Catalog, text: str, **command_line: object) -> Policy:
    config = load_config(written(folder, text))
    return Policy(with_command_line(config, {k.replace("_", "-"): v for k, v in command_line.items()}), catalog)


# -- finding -----------------------------------------------------------------------------------------------------------


def test_nearest_file_wins(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    top = written(tmp_path, "", "newslint.toml")
    assert find(deep) == top
    middle = written(tmp_path / "a", "[tool.newslint]\n", "pyproject.toml")
    assert find(deep) == middle
    written(tmp_path / "a" / "b", "[tool.other]\n", "pyproject.toml")
    assert find(deep) == middle
    hidden = written(deep, "", ".newslint.toml")
    assert find(deep) == hidden
    assert find(tmp_path) == top


def test_extend_is_read_first(tmp_path: Path, catalog: Catalog) -> None:
    written(tmp_path / "shared", 'ignore = ["hype"]\nnames = ["Roy Ales"]\nfail-on = "warning"\n', "base.toml")
    text = 'extend = "shared/base.toml"\nextend-select = ["hype-adjective"]\nnames = ["Porto Bier"]\nfail-on = "info"\n'
    choice = policy(tmp_path, catalog, text).choice("a.md")
    assert "hype-adjective" in choice.rules
    assert "empty-label" not in choice.rules
    assert choice.names == ("Roy Ales", "Porto Bier")
    assert choice.fail_on == "info"


def test_ignore_and_extend_ignore_are_one(tmp_path: Path, catalog: Catalog) -> None:
    written(tmp_path / "shared", 'ignore = ["hype"]\n', "base.toml")
    kept = [
        set(policy(tmp_path, catalog, f'extend = "shared/base.toml"\n{key} = ["stock"]\n').choice("a.md").rules)
        for key in ("ignore", "extend-ignore")
    ]
    assert kept[0] == kept[1]
    assert {"hype", "stock"}.isdisjoint(catalog.rules[name].family for name in kept[0])


def test_extending_oneself_is_refused(tmp_path: Path) -> None:
    written(tmp_path, 'extend = "newslint.toml"\n', "other.toml")
    with pytest.raises(ConfigError, match="extends itself"):
        load_config(written(tmp_path, 'extend = "other.toml"\n'))


# -- choosing rules ----------------------------------------------------------------------------------------------------


def test_more_specific_mention_wins(tmp_path: Path, catalog: Catalog) -> None:
    rules = policy(tmp_path, catalog, 'select = ["hype"]\nignore = ["hype-adjective"]\n').choice("a.md").rules
    assert "hype-adjective" not in rules
    assert {catalog.rules[name].family for name in rules} == {"hype"}
    rules = policy(tmp_path, catalog, 'select = ["hype-adjective"]\nignore = ["hype"]\n').choice("a.md").rules
    assert set(rules) == {"hype-adjective"}
    assert policy(tmp_path, catalog, 'ignore = ["all"]\n').choice("a.md").rules == {}


def test_command_line_beats_file(tmp_path: Path, catalog: Catalog) -> None:
    text = 'ignore = ["hype-adjective"]\n'
    assert "hype-adjective" in policy(tmp_path, catalog, text, extend_select=["hype-adjective"]).choice("a.md").rules
    assert set(policy(tmp_path, catalog, text, select=["hype-adjective"]).choice("a.md").rules) == {"hype-adjective"}
    assert policy(tmp_path, catalog, 'fail-on = "info"\n', fail_on="never").choice("a.md").fail_on is None


def test_severity_of_rule_beats_that_of_family(tmp_path: Path, catalog: Catalog) -> None:
    text = '[severity]\nhype-adjective = "error"\nhype = "info"\nempty-label = "off"\n'
    rules = policy(tmp_path, catalog, text).choice("a.md").rules
    assert rules["hype-adjective"] == "error"
    assert rules["importance-inflation"] == "info"
    assert "empty-label" not in rules


def test_overrides_hold_for_their_paths(tmp_path: Path, catalog: Catalog) -> None:
    text = (
        'fail-on = "error"\n[[overrides]]\npaths = ["opinion/**"]\nprofile = "opinion"\nfail-on = "never"\n'
        '[[overrides]]\npaths = ["opinion/strict/**"]\nextend-select = ["vague-quantity"]\nfail-on = "warning"\n'
    )
    found = policy(tmp_path, catalog, text)
    assert found.choice(str(tmp_path / "news" / "a.md")).fail_on == "error"
    column = found.choice(str(tmp_path / "opinion" / "a.md"))
    assert (column.profile, column.fail_on) == ("opinion", None)
    assert found.choice(str(tmp_path / "opinion" / "strict" / "a.md")).fail_on == "warning"
    assert found.choice("/elsewhere/opinion/a.md").fail_on == "error"


def test_the_article_says_what_it_is(tmp_path: Path, catalog: Catalog) -> None:
    found = policy(tmp_path, catalog, "")
    assert found.choice("a.md").profile == "news"
    assert found.choice("a.md", "Editorial").profile == "opinion"
    assert policy(tmp_path, catalog, 'profile = "brief"\n').choice("a.md", "opinion").profile == "brief"


def test_profiles_name_rules_and_levels() -> None:
    rules = load(plugins=False).rules
    for table in SEVERITIES_BY_PROFILE.values():
        assert set(table.values()) <= {"error", "warning", "info", "off"}
        unknown = set(table) - set(rules)
        assert not unknown, unknown
    assert set(PROFILES_BY_TYPE.values()) <= set(SEVERITIES_BY_PROFILE)


def test_corpus_rules_run_only_when_asked(catalog: Catalog) -> None:
    corpus = {name for name, rule in catalog.rules.items() if rule.family == "corpus"}
    if not corpus:
        pytest.skip("no corpus rules")
    assert not corpus & set(Policy(Config(), catalog).choice("a.md").rules)
    assert corpus & set(Policy(Config(), catalog, corpus=True).choice("a.md").rules)
    asked = Policy(with_command_line(Config(), {"select": ["corpus"]}), catalog)
    assert corpus == set(asked.choice("a.md").rules)


def test_options_are_given_their_type(tmp_path: Path, catalog: Catalog) -> None:
    choice = policy(tmp_path, catalog, "[rules.percent-change-mismatch]\ntolerance = 1\n").choice("a.md")
    assert choice.options == {"percent-change-mismatch": {"tolerance": 1.0}}


# -- complaints --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[per-file-ignores]", "newslint.toml:1: unknown key 'per-file-ignores'; here it is [[overrides]] with paths"),
        ('slect = ["hype"]', "newslint.toml:1: unknown key 'slect' (did you mean 'select'?)"),
        ('\nselect = "hype"', "newslint.toml:2: select must be a list of strings, not 'hype'"),
        ("preview = 1", "newslint.toml:1: preview must be true or false, not 1"),
        ('profile = "opinon"', "(did you mean 'opinion'?)"),
        ("max-warnings = -1", "newslint.toml:1: max-warnings must be a number from 0 on, not -1"),
        ('[severity]\nhype = "eror"', "newslint.toml:2: severity.hype must be one of"),
        ('[[overrides]]\nprofile = "opinion"', 'newslint.toml:1: an override needs paths = ["…"]'),
        ('[[overrides]]\npaths = ["a"]\nbaseline = "x"', "newslint.toml:3: unknown key 'baseline'"),
        ('[fields]\nheadlin = ["t"]', "newslint.toml:2: unknown field 'headlin' (did you mean 'headline'?)"),
        ("select = [", "newslint.toml: not valid TOML:"),
        ("select = ]", "newslint.toml:1:10: not valid TOML: invalid value"),
        ('required-version = ">=99"', "newslint.toml:1: needs newslint >=99"),
        ('required-version = "new"', "'new' is no version"),
        ('extend = "none.toml"', "newslint.toml:1: extend: no such file: none.toml"),
    ],
)
def test_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, complaint: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        load_config(written(tmp_path, text + "\n"))
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('ignore = ["hyp"]', "newslint.toml:1: unknown rule or family 'hyp' (did you mean 'hype'?)"),
        ('[severity]\nhyp = "info"', "newslint.toml:2: unknown rule or family 'hyp'"),
        ("[rules.hype]\nx = 1", "newslint.toml:1: 'hype' is a family; options belong to rules"),
        (
            "[rules.percent-change-mismatch]\ntolerence = 1",
            "newslint.toml:2: rule 'percent-change-mismatch' has no option",
        ),
        (
            "[rules.percent-change-mismatch]\ntolerance = true",
            "newslint.toml:2: rules.percent-change-mismatch.tolerance",
        ),
        (
            "[rules.long-sentence]\nmax-words = -3",
            "newslint.toml:2: rules.long-sentence.max-words must be a whole number from 1 to 1,000,000, not -3",
        ),
        (
            "[rules.long-sentence]\nmax-words = 0",
            "newslint.toml:2: rules.long-sentence.max-words must be a whole number from 1 to 1,000,000, not 0",
        ),
        (
            "[rules.grade-level]\nmin-words = -1",
            "newslint.toml:2: rules.grade-level.min-words must be a whole number from 0 to 1,000,000, not -1",
        ),
        (
            "[rules.percent-change-mismatch]\ntolerance = nan",
            "percent-change-mismatch.tolerance must be a number from -1,000,000 to 1,000,000, not nan",
        ),
        ('[[overrides]]\npaths = ["a"]\nignore = ["hyp"]', "newslint.toml:3: unknown rule or family 'hyp'"),
    ],
)
def test_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalog: Catalog, text: str, complaint: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as caught:
        policy(tmp_path, catalog, text + "\n")
    assert complaint in str(caught.value)


def test_line_in_pyproject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = '[project]\nname = "x"\nselect = 1\n\n[tool.newslint]\nselect = 1\n'
    with pytest.raises(ConfigError, match=r"pyproject\.toml:6: select must be"):
        load_config(written(tmp_path, text, "pyproject.toml"))


def test_missing_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match=r"newslint\.toml:2: no such pack: house\.yaml"):
        _ = load_config(written(tmp_path, '\npacks = ["house.yaml"]\n')).packs


@pytest.mark.parametrize(
    ("specifier", "version", "answer"),
    [
        (">=0.1", "0.1.0", True),
        (">=0.1, <0.2", "0.2.0", False),
        ("==0.1.*", "0.1.7", True),
        ("==0.1", "0.1.7", False),
        ("~=0.1.2", "0.1.9", True),
        ("~=0.1.2", "0.2.0", False),
        ("!=0.1.0", "0.1.0", False),
        ("0.1.0", "0.1.0", True),
    ],
)
def test_versions(specifier: str, version: str, answer: bool) -> None:
    assert allows(specifier, version) is answer


# -- the schema --------------------------------------------------------------------------------------------------------


def test_schema_judges_as_we_do(catalog: Catalog) -> None:
    from jsonschema import Draft7Validator

    made = schema(catalog)
    Draft7Validator.check_schema(made)
    json.dumps(made)
    assert set(made["properties"]) == set(KEYS)
    tables = made["definitions"]["rules"]["properties"].values()
    options = [option for table in tables for option in table["properties"].values()]
    assert options and all(option["description"].endswith(".") for option in options)
    validator = Draft7Validator(made)
    good = {
        "select": ["hype", "default"], "severity": {"hype-adjective": "off"}, "fail-on": "never",
        "rules": {"percent-change-mismatch": {"tolerance": 1.5}},
        "overrides": [{"paths": ["opinion/**"], "profile": "opinion", "ignore": ["hype"]}],
    }  # fmt: skip
    assert not list(validator.iter_errors(good))
    for bad in (
        {"slect": []}, {"select": ["hyp"]}, {"severity": {"hype": "bad"}}, {"overrides": [{}]},
        {"rules": {"percent-change-mismatch": {"x": 1}}}, {"preview": "yes"},
    ):  # fmt: skip
        assert list(validator.iter_errors(bad)), bad


def test_documentation_names_every_key() -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"`{key}`" not in text] == []


def test_documented_example_is_good(tmp_path: Path, catalog: Catalog) -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    (tmp_path / "house.yaml").write_text("lang: en\n")
    assert policy(tmp_path, catalog, example).choice("a.md").rules
    assert load_config(tmp_path / "newslint.toml").packs == (tmp_path / "house.yaml",)
