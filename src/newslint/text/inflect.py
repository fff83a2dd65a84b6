"""English inflection, forwards only: from the base form in a lexicon to the forms that texts use."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.table import read_table


@cache
def _irregular() -> dict[str, frozenset[str]]:
    table = read_table("irregular")
    rows = [line.split() for line in table.splitlines() if not line.startswith("#")]
    return {row[0]: frozenset(row) for row in rows if row}


_VOWELS = frozenset("aeiou")


def forms(word: str) -> frozenset[str]:
    """The word with its plural, third person, past and -ing forms; some may not exist, which harms no matching."""
    if word in _irregular():
        return _irregular()[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset((word, word + "es", word + "ed", word + "ing"))
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        stem = word[:-1]
        return frozenset((word, stem + "ies", stem + "ied", word + "ing"))
    if word.endswith("ie"):
        return frozenset((word, word + "s", word + "d", word[:-2] + "ying"))
    if word.endswith("ee"):
        return frozenset((word, word + "s", word + "d", word + "ing"))
    if word.endswith("e"):
        return frozenset((word, word + "s", word + "d", word[:-1] + "ing"))
    if _doubles(word):
        return frozenset((word, word + "s", word + word[-1] + "ed", word + word[-1] + "ing"))
    return frozenset((word, word + "s", word + "ed", word + "ing"))


def _doubles(word: str) -> bool:
    """``plan`` doubles its last letter, ``open`` and ``fix`` do not."""
    if len(word) < 3 or word[-1] in "aeiouwxy" or word[-2] not in _VOWELS or word[-3] in _VOWELS:
        return False
    return sum(c in "aeiouy" for c in word) == 1 or word.endswith(("fer", "mit", "cur", "pel", "gret"))
