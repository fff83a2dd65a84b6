"""Parting: whether the parts of a sum can overlap: who plays chess may play tennis, who is in Arlow is not in Moss."""

from __future__ import annotations

from newslint.facts.sums import OPPOSITES
from newslint.facts.wordings.sketches import Sketch
from newslint.typed import Match

_VERBS = frozenset("are were is was go went come came live lived".split())
_SAME = frozenset("in at from for to on against".split())
_NO_PLACE = frozenset(
    "the a an their its his her this that these those all any other spring summer autumn winter".split()
)


def told_apart(first: set[str], second: set[str]) -> bool:
    """One has a word of a pair of opposites and the other has its counterpart."""
    return any((one in first and two in second) or (two in first and one in second) for one, two in OPPOSITES)


def apart(sketch: Sketch, match: Match[str]) -> bool:
    """Nothing can be in two of the parts: they are told apart by opposites, or each is in a place of its own."""
    behind = []
    for name in "pqrs":
        if match.groupdict().get(name):
            after = sketch.text[match.end(name) :].split()[:6]
            stop = next((n for n, word in enumerate(after) if word in (",", ".", ";", "and", ")")), len(after))
            behind.append(after[:stop])
    if len(behind) == 2 and told_apart(set(behind[0]), set(behind[1])):
        return True
    placed = [_place(words) for words in behind]
    if "M" in match["p"]:
        return all(words and words[0] in _SAME for words in placed) and len({words[0] for words in placed}) == 1
    return all(len(words) > 1 and words[0] in _SAME and _is_place(words[1]) for words in placed) and (
        len({words[0] for words in placed}) == 1
    )


def _is_place(word: str) -> bool:
    """Not ``the``, nor a time: who was late in May may be late in June."""
    return word not in _NO_PLACE and not (word[0].isupper() and word[1:].isdecimal())


def _place(words: list[str]) -> list[str]:
    """From the preposition on: ``are bound for Arlow``."""
    if words[:1] and words[0] in _VERBS:
        return words[2:] if len(words) > 2 and words[1] not in _SAME else words[1:]
    return words
