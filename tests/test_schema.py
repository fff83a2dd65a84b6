"""The published schema, by a validator not ours: it takes and refuses what reading the file takes and refuses."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from newslint.catalog import load as load_catalog
from newslint.config import load
from newslint.config.keys import KEYS
from newslint.config.selection import Policy
from newslint.errors import NewslintError

GOOD = {
    "extend": 'extend = "other.toml"',
    "required-version": 'required-version = ">=0.1"',
    "profile": 'profile = "press-release"',
    "select": 'select = ["default", "hype", "doubled-word"]',
    "extend-select": 'extend-select = ["style"]',
    "ignore": 'ignore = ["stock"]',
    "extend-ignore": 'extend-ignore = ["stock-phrase"]',
    "severity": '[severity]\nhype = "info"\ndoubled-word = "off"',
    "rules": "[rules.long-sentence]\nmax-words = 40",
    "fail-on": 'fail-on = "never"',
    "max-warnings": "max-warnings = 3",
    "max-warnings-per-1000": "max-warnings-per-1000 = 2.5",
    "overrides": '[[overrides]]\npaths = ["opinion/**"]\nprofile = "opinion"\nfail-on = "warning"\nnames = ["Acme"]',
    "packs": 'packs = ["house.yaml"]',
    "names": 'names = ["Acme", "Ines Roy"]',
    "exclude": 'exclude = ["old/"]',
    "baseline": 'baseline = "known.json"',
    "preview": "preview = true",
    "require-reason": "require-reason = true",
    "readability": '[readability]\nengine = "textstat"',
    "languagetool": '[languagetool]\nurl = "http://localhost:8081"\npublic = false\nlanguage = "en-GB"',
    "fields": '[fields]\nheadline = ["kop"]\nbyline = ["auteur"]',
}
BAD = [
    "extend = 1", "required-version = 1", 'profile = "novel"', 'select = "hype"', 'select = ["hyp"]',
    'severity = "info"', '[severity]\nhype = "loud"', '[severity]\nhyp = "info"', "[rules.long-sentence]\nmax = 4",
    '[rules.long-sentence]\nmax-words = "many"', "[rules.long]\nwords = 4",
    "[rules.long-sentence]\nmax-words = -3", "[rules.long-sentence]\nmax-words = 1000001",
    "[rules.percent-change-mismatch]\ntolerance = -1000001", 'fail-on = "off"', 'max-warnings = "3"',
    "max-warnings = -1", "overrides = 1", '[[overrides]]\nprofile = "opinion"', "[[overrides]]\npaths = []",
    '[[overrides]]\npaths = ["a"]\nexclude = ["b"]', "packs = true", "names = [1]", 'preview = "yes"',
    '[readability]\nengine = "nltk"', "[readability]\nengines = 1",
    "[languagetool]\nport = 1", '[fields]\nheadlin = ["t"]', '[fields]\nheadline = "t"', "fail_on = 'error'",
]  # fmt: skip


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Draft7Validator:
    command = [sys.executable, "-m", "newslint", "config", "schema"]
    run = subprocess.run(command, cwd=tmp_path_factory.mktemp("desk"), capture_output=True, text=True, check=True)
    schema: dict[str, Any] = json.loads(run.stdout)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    return Draft7Validator(schema)


def read(folder: Path, text: str) -> None:
    """Read the file as newslint does, with all that it names. NewslintError when it is not good."""
    (folder / "other.toml").write_text("preview = true\n")
    (folder / "house.yaml").write_text("family: house\nrules: {}\n")
    (folder / "newslint.toml").write_text(text)
    config = load(folder / "newslint.toml")
    policy = Policy(config, load_catalog((), plugins=False))
    policy.choice("opinion/a.md")


def test_every_key_is_tried() -> None:
    assert GOOD.keys() == KEYS.keys()


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_both_take(validator: Draft7Validator, tmp_path: Path, text: str) -> None:
    assert [error.message for error in validator.iter_errors(tomllib.loads(text))] == []
    read(tmp_path, text)


@pytest.mark.parametrize("text", BAD)
def test_both_refuse(validator: Draft7Validator, tmp_path: Path, text: str) -> None:
    assert list(validator.iter_errors(tomllib.loads(text)))
    with pytest.raises(NewslintError):
        read(tmp_path, text)


def test_the_file_that_init_writes_is_good(validator: Draft7Validator, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "newslint", "config", "init"], cwd=tmp_path, check=True, capture_output=True)
    text = (tmp_path / "newslint.toml").read_text()
    plain = "\n".join(line.removeprefix("# ") if "=" in line or "[" in line[:4] else line for line in text.splitlines())
    for version in (text, plain):
        assert not list(validator.iter_errors(tomllib.loads(version))), version
