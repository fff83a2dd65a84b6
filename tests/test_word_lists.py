"""The word lists that stand in code: a word that `split_words` would cut can never be found."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newslint.text.fold import fold
from newslint.text.words import split_words

SRC = Path(__file__).resolve().parent.parent / "src" / "newslint"
MODULES = sorted(path for part in ("checks", "facts", "text") for path in (SRC / part).rglob("*.py"))


def word_lists(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The lists that are written ``"a few words".split()``, each with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(words)), attr="split"), args=[]):
                yield node.lineno, words.split()


def test_every_listed_word_can_be_found() -> None:
    lists = [(path, *found) for path in MODULES for found in word_lists(path)]
    assert len(lists) > 300
    for path, line, words in lists:
        cut = [word for word in words if split_words(fold(word)).folded != [fold(word)]]
        assert not cut, f"{path.name}:{line}: {cut} are no words as `Words` has them"
        twice = [word for word, times in Counter(words).items() if times > 1]
        assert not twice, f"{path.name}:{line}: {twice} stand there twice"
