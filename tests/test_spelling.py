"""Spelling by Hunspell's dictionary, without Java."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.engines import hunspell
from newslint.engines.spelling import distance
from newslint.errors import Unavailable
from newslint.formats import read, read_text

pytest.importorskip("hunspell", reason="the extra “spelling” is not installed")

ROOT = Path(__file__).resolve().parent.parent
RULES = Settings({"spelling": "warning"})


def found(text: str, catalog: Catalog, settings: Settings = RULES) -> list[str]:
    article = read_text(f"Report of the day\n\n{text}\n", input_format="plain")
    return [finding.excerpt for finding in lint(article, catalog, settings).findings]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("teh", "the", 1),
        ("goverment", "government", 1),
        ("recieve", "receive", 1),
        ("house", "hours", 2),
        ("a", "abcd", 3),
    ],
)
def test_distance(one: str, other: str, expected: int) -> None:
    assert min(distance(one, other, 2), 3) == expected


def test_a_slip_once_with_all_its_places(catalog: Catalog) -> None:
    article = read_text("R\n\nThe goverment fell.\n\nThe goverment rose.\n", input_format="plain")
    (finding,) = lint(article, catalog, RULES).findings
    assert finding.message == "“goverment”: “government”?"
    assert [place.line for place in finding.related] == [5]
    assert finding.fix
    assert [edit.text for edit in finding.fix.edits] == ["government", "government"]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Vandermolen of Zorgwerk said so; Vandermolen's firm agreed.",
        "The colour of the programme was criticised; the color was organized.",
        "She wrote “we was definately robbed” on a wall.",
        "A grumblefest, then a second grumblefest, then a last grumblefest.",
        "See https://goverment.example/seperate for the podcast.",
        "The fintech startup's smartphones, blockchains and cryptocurrencies.",
        "The B2B 4x4 market rose 3pc.",
    ],
)
def test_what_is_no_slip(text: str, catalog: Catalog) -> None:
    assert found(text, catalog) == []


def test_words_of_the_house(catalog: Catalog) -> None:
    settings = RULES._replace(options={"spelling": {"known": ("goverment",)}})
    assert found("The goverment fell.", catalog, settings) == []
    assert found("The Prime Minister of zorgwerkk fell.", catalog, RULES._replace(names=("zorgwerkk",))) == []


def test_a_slip_with_a_curly_apostrophe(catalog: Catalog) -> None:
    assert found("The goverment’s plan failed, and the café’s owner knew.", catalog) == ["goverment’s"]


def test_without_the_package(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    hunspell._dictionary.cache_clear()
    with pytest.raises(Unavailable, match="newslint\\[spelling\\]"):
        hunspell.unknown(read_text("A\n\nb.\n"))
    hunspell._dictionary.cache_clear()


def test_good_articles_are_silent(catalog: Catalog) -> None:
    paths = sorted((ROOT / "fixtures" / "clean").iterdir())
    assert len(paths) > 5
    for path in paths:
        assert [f.excerpt for f in lint(read(str(path)), catalog, RULES).findings] == []


def test_a_rule_asked_for_by_name_that_cannot_run_is_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Report\n\nThe goverment fell.\n", encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('[languagetool]\njars = "nowhere"\n', encoding="utf-8")
    command = [sys.executable, "-m", "newslint", "check", "a.txt"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1)
    assert "skipped: spelling: no such folder of jars" in done.stdout
    done = subprocess.run([*command, "--select", "spelling"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "newslint: spelling: no such folder of jars" in done.stderr
