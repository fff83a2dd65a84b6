"""Where in its pack an entry stands that an article holds. Read when somebody asks, and never while linting."""

from __future__ import annotations

from pathlib import Path

import yaml

from newslint.article import Article
from newslint.text import notation
from newslint.text.phrases import Lexicon, PhraseHit
from newslint.typed import Any, Iterable, Iterator

_HEAD = 3
"""First letters of a word that its forms share as a rule."""

Entry = tuple[str, str, dict[str, list[notation.Row]]]
"""A phrase as it is written, ``file:line``, and the groups of its pack."""


class Places:
    """The entries of packs with their places, each lexicon read once."""

    def __init__(self, packs: Iterable[Path]) -> None:
        self._packs = list(packs)
        self._entries: dict[str, list[Entry]] = {}

    def of(self, article: Article, lexicon: str, hit: PhraseHit) -> str:
        """``file:line`` of the entry that was met, of a rule or a lexicon; empty where these packs have none."""
        if lexicon not in self._entries:
            self._entries[lexicon] = [entry for pack in self._packs for entry in _entries(pack, lexicon)]
        entries = self._entries[lexicon]
        heads = [word[:_HEAD] for word in article.words.folded[hit.first : hit.last + 1]]
        likely = [entry for entry in entries if any(head in entry[0].lower() for head in heads)]
        return _matching(article, hit, likely) or _matching(article, hit, entries)


def _matching(article: Article, hit: PhraseHit, entries: list[Entry]) -> str:
    parsed = [(row, place) for text, place, groups in entries for row in notation.parse(text, groups)]
    rows = [tuple(notation.phrase("", row, place)) for row, place in parsed]
    found = Lexicon.of(rows).find(article.folded, article.words).get("", [])
    return next((place for first, last, place in found if (first, last) == (hit.first, hit.last)), "")


def _entries(pack: Path, lexicon: str) -> Iterator[Entry]:
    """The phrases of a lexicon or a rule: ``name``, ``name#doubtful``, or ``name#0`` that wakes its first pattern."""
    name, _, part = lexicon.partition("#")
    text = "\n" + pack.read_text(encoding="utf-8")  # so that lines count from 1
    if f"\n{name}:" not in text and f"\n  {name}:" not in text:  # reading YAML takes a tenth of a second
        return
    top = _fields(yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    rule = _fields(top.get(name))
    if part == "doubtful":
        found = [rule.get("doubtful")]
    elif part:
        found = [_fields(rule["patterns"].value[int(part)]).get("needs")] if "patterns" in rule else []
    else:
        found = [rule.get("words"), rule.get("replace"), rule.get("consistent"), _fields(top.get("lexicons")).get(name)]
    groups: dict[str, list[notation.Row]] = {}
    for group, words in _fields(top.get("groups")).items():
        groups[group] = notation.parse(words.value, groups)
    for node in found:
        yield from ((text, place, groups) for text, place in _phrases(pack, node))


def _fields(node: Any) -> dict[str, Any]:
    return {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def _phrases(pack: Path, node: Any) -> Iterator[tuple[str, str]]:
    """The texts of a list of entries, or the keys of a table of replacements."""
    if isinstance(node, yaml.ScalarNode):
        yield node.value, f"{pack}:{node.start_mark.line}"
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _phrases(pack, _fields(item).get("words") if isinstance(item, yaml.MappingNode) else item)
    elif isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            yield from _phrases(pack, key)
