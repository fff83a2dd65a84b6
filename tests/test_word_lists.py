"""The lists of words: of code and of packs, without what can never be found or would be found twice."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from newslint.catalog import builtin_packs
from newslint.data import word_sections
from newslint.packs import compile_pack
from newslint.packs.fields import CONDITIONS
from newslint.rules import doubtful_of
from newslint.text.fold import fold
from newslint.text.table import read_table
from newslint.text.words import split_words

SRC = Path(__file__).resolve().parent.parent / "src" / "newslint"
MODULES = sorted(path for part in ("checks", "facts", "text") for path in (SRC / part).rglob("*.py"))


def word_lists(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lists that are written ``"a few words".split()``, each with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split"), args=[]):
                yield node.lineno, words.split()


@pytest.mark.slow
def test_every_listed_word_can_be_found() -> None:
    lists = [(path, *found) for path in MODULES for found in word_lists(path)]
    assert len(lists) > 300
    for path, line, words in lists:
        cut = [word for word in words if split_words(fold(word)).folded != [fold(word)]]
        assert not cut, f"{path.name}:{line}: {cut} are no words as `Words` has them"
        twice = [word for word, times in Counter(words).items() if times > 1]
        assert not twice, f"{path.name}:{line}: {twice} stand there twice"


@pytest.mark.parametrize("name", ["reporting", "claim-cues", "claim-marks"])
def test_every_word_of_a_table_can_be_found(name: str) -> None:
    for head, entries in word_sections(name):
        assert not {entry for entry in entries if split_words(fold(entry)).folded != entry.split()}, head


@pytest.mark.parametrize("family", ["hype", "loaded", "stock", "readability"])
def test_no_rule_lists_a_phrase_twice(family: str) -> None:
    pack = yaml.safe_load(Path(builtin_packs() / f"{family}.yaml").read_text(encoding="utf-8"))
    lists = dict(pack.pop("lexicons", {}))
    lists |= {name: body.get("words", []) for name, body in pack.items() if isinstance(body, dict)}
    for name, entries in lists.items():
        seen: set[str] = set()
        for entry in entries:
            for phrase in [entry] if isinstance(entry, str) else entry["words"]:
                assert phrase not in seen, f"{name} lists {phrase!r} twice"
                seen.add(phrase)


@pytest.mark.parametrize("path", sorted(builtin_packs().glob("*.yaml")), ids=lambda path: path.stem)
def test_a_long_choice_that_stands_twice_is_a_group(path: Path) -> None:
    pack = yaml.safe_load(path.read_text(encoding="utf-8"))
    choices = [choice for text in texts(pack) for choice in re.findall(r"\(([^()?][^()]*)\)", text) if "|" in choice]
    seen = Counter(frozenset(word.strip() for word in choice.split("|")) for choice in choices)
    assert not [sorted(words) for words, times in seen.items() if times > 1 and len(words) >= 8]


def texts(value: Any) -> Iterator[str]:
    """The phrases of a pack: every text that is no example, pattern or prose."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            if key not in ("bad", "good", "doc", "why", "exceptions", "message", "regex", "hint", "note"):
                yield from texts(one)


def test_every_piece_of_wordings_is_known_and_used() -> None:
    lines = [line for line in read_table("wordings").splitlines() if line and not line.startswith("#")]
    named = {line[1:].partition(" = ")[0] for line in lines if line.startswith("@")}
    asked = {name for line in lines for name in re.findall(r"\{([a-z][a-z-]*)\}", line)}
    assert len(named) > 15
    assert asked == named


@pytest.mark.slow
def test_the_lists_are_real_ones() -> None:
    phrases = Counter(row[0] for path in builtin_packs().glob("*.yaml") for row in compile_pack(path).phrases)
    least = {
        "hype-adjective": 500, "importance-inflation": 450, "empty-label": 250, "stock-phrase": 3000,
        "loaded-label": 200, "inclusive-term": 200, "complex-wording": 400, "model-vocabulary": 200, "verdicts": 1000,
    }  # fmt: skip
    assert not {name: phrases[name] for name, count in least.items() if phrases[name] < count}


@pytest.mark.parametrize("path", sorted(builtin_packs().glob("*.yaml")), ids=lambda path: path.stem)
def test_no_phrase_is_both_sure_and_doubtful(path: Path) -> None:
    """Where it stands it is a finding already: as a doubtful one it would never speak."""
    compiled = compile_pack(path)
    phrases: dict[str, list[tuple[Any, dict[str, Any]]]] = {}
    for owner, elements, _, data in compiled.phrases:
        phrases.setdefault(owner, []).append((elements, data))
    for name in (rule["name"] for rule in compiled.rules if rule["doubtful"]):
        sure: dict[str, list[tuple[Any, dict[str, Any]]]] = {}
        for phrase in phrases[name]:
            for word in phrase[0][0]:
                sure.setdefault(word, []).append(phrase)
        for elements, data in phrases[doubtful_of(name)]:
            for one in [(frozenset((word,)),) for word in elements[0]] if len(elements) == 1 else [elements]:
                known = sure.get(next(iter(one[0])), ())
                assert not any(spoken_for(one, data, *phrase) for phrase in known), f"{name}: {one} is sure already"


def spoken_for(doubtful: Any, its: dict[str, Any], sure: Any, conditions: dict[str, Any]) -> bool:
    """Whether the sure phrase stands wherever the doubtful one does, and no condition of its own silences it there."""
    return (
        len(doubtful) == len(sure)
        and all(
            a <= b if isinstance(a, frozenset) and isinstance(b, frozenset) else a == b
            for a, b in zip(doubtful, sure, strict=True)
        )
        and all(its.get(key) == conditions[key] for key in (*CONDITIONS, "exact") if key in conditions)
    )
