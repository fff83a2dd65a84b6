"""Stems: what is left of a word when its endings are gone, so that a thought said twice in other forms is seen.

Two strengths. `stem` takes away inflection only (``advances``, ``advanced`` -> ``advanc``); `root` also takes away what
makes a noun of a verb or an adjective of a noun (``innovation``, ``innovative`` -> ``innovat``). Both are for
comparing, not for showing, and cheaper than Porter's full algorithm, whose step 1 (Porter 1980) they follow.
"""

from __future__ import annotations

from newslint.text.words import by_word

_VOWELS = frozenset("aeiouy")

# Suffix -> least length of what must remain. Longer ones first.
_DERIVED = (
    ("ization", 4), ("isation", 4), ("fulness", 3), ("ational", 4), ("iveness", 4), ("ousness", 4), ("ically", 4),
    ("ability", 4), ("ation", 4), ("ement", 5), ("ship", 4), ("ment", 4), ("ness", 4), ("ance", 4),
    ("ence", 4), ("able", 4), ("ible", 4), ("ious", 4), ("ical", 4), ("less", 4), ("ful", 4), ("ion", 4), ("ous", 4),
    ("ive", 4), ("ize", 4), ("ise", 4), ("ity", 4), ("ism", 4), ("ist", 4), ("ant", 5), ("ent", 5), ("al", 4),
    ("ic", 4), ("er", 4), ("or", 5), ("ate", 5), ("at", 5),
)  # fmt: skip
_BY_LETTER = {letter: tuple(row for row in _DERIVED if row[0][-1] == letter) for letter in {s[-1] for s, _ in _DERIVED}}


@by_word
def stem(word: str) -> str:  # noqa: C901 - the endings in Porter's order
    """The folded word without possessive, plural, -ed, -ing and -ly."""
    if word.endswith("'s"):
        word = word[:-2]
    size = len(word)
    if size < 4 or not word.isalpha():
        return word
    if word[-1] == "s" and word[-2] not in "sui":
        if word.endswith("ies") and size > 4:
            word = word[:-3] + "y"
        elif word.endswith(("sses", "xes", "zes", "ches", "shes")):
            word = word[:-2]
        else:
            word = word[:-1]
    if word.endswith("ly") and len(word) > 5:
        word = word[:-2]
        if word[-1] == "i":
            word = word[:-1] + "y"
    if word.endswith("ing") and len(word) > 5 and not _VOWELS.isdisjoint(word[:-3]):
        word = _bare(word[:-3])
    elif word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("ed") and len(word) > 4 and not _VOWELS.isdisjoint(word[:-2]) and word[-3] != "e":
        word = _bare(word[:-2])
    if word[-1] == "e" and len(word) > 3:
        word = word[:-1]
    if word[-1] == "y" and len(word) > 3 and word[-2] not in _VOWELS:
        word = word[:-1] + "i"
    return word


def _bare(word: str) -> str:
    """``planned`` -> ``plann`` -> ``plan``; ``fall``, ``miss`` and ``buzz`` keep both letters."""
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        return word[:-1]
    return word


@by_word
def root(word: str) -> str:
    """`stem` without the endings that change a word's class: invest, investment, investor -> ``invest``."""
    base = stem(word)
    if len(base) < 6:
        return base
    whole = base + "e" if word.endswith(("e", "es")) and not word.endswith("ies") else base
    for _ in range(2):  # competitiveness -> competitive -> competit
        if whole[-1] == "i":
            whole = whole[:-1] + "y"
        endings = _BY_LETTER.get(whole[-1], ())
        cut = next((len(s) for s, least in endings if whole.endswith(s) and len(whole) - len(s) >= least), 0)
        if not cut:
            break
        base = whole = whole[:-cut]
    return base[:-1] if base[-1] in "eiy" and len(base) > 4 else base
