"""Syllables of English words, by rules of spelling and a list of words that break them.

Counting groups of vowels gets about four words in five right; what goes wrong is silent e (inside compounds too), two
vowels that are spoken apart, and endings that are not spoken as written. Exceptions are in ``data/syllables.txt``.
"""

from __future__ import annotations

from newslint.text.pattern import pattern
from newslint.text.table import cached_on_disk, read_table
from newslint.text.words import by_word

_VOWELS = frozenset("aeiouy")
_GROUP = pattern("[aeiouy]+")
_LONGEST = 45

# Two letters that are two syllables, unless what stands round them says otherwise.
_APART = frozenset(("ia", "io", "iu", "eo", "ua", "uo", "yi", "ya", "yo", "ye", "uu", "ii", "ao", "iy", "aa"))
# Endings in which such a pair is one syllable after all, or is not spoken.
_TOGETHER = (
    "cial", "tial", "cian", "sian", "tian", "gian", "cious", "tious", "xious", "gious", "geous", "ceous", "teous",
    "tion", "sion", "cion", "xion", "gion", "shion", "nion", "llion", "vior", "viour", "guage", "guard", "suad", "geon",
    "cheon", "people", "leopard", "yeoman", "beyond", "lawyer", "canyon", "nior",
)  # fmt: skip
_COMPOUNDS = (
    "ment ments ness less lessness ful fully ly ty ties some thing things time times where body man men woman "
    "women work works town line lines land back ware keeper keepers maker makers holder holders wide guard guards "
    "side sides place places like style styles one how ball head by of in fore ship way ways book down house up "
    "writer writers walk dom teen"
).split()
_SILENT_BEFORE = {letter: tuple(e for e in _COMPOUNDS if e[-1] == letter) for letter in {e[-1] for e in _COMPOUNDS}}
"""Endings before which an e is silent, by last letter: move-ment, some-thing."""
_SPOKEN_APART = {"eu": ("um",), "oi": ("ing", "ic"), "ei": ("ing",), "ai": ("ing",), "oe": ("et", "em", "ev")}


@cached_on_disk
def _exceptions() -> dict[str, int]:
    table = read_table("syllables")
    known: dict[str, int] = {}
    for line in table.splitlines():
        count, _, words = line.partition(":")
        if count.isdigit():
            known.update(dict.fromkeys(words.split(), int(count)))
    return known


@cached_on_disk
def _common() -> dict[str, int]:
    """The commonest words with their syllables: they make up half of an article's, which every start would count."""
    lines = read_table("common").splitlines()
    return {word: _counted(word) for word in (line.split()[0] for line in lines if not line.startswith("#"))}


@by_word
def syllables(word: str) -> int:
    """How many syllables the folded word has; at least one. A number counts as one."""
    common = _common()
    return common[word] if word in common else _counted(word)


def _counted(word: str) -> int:
    known = _exceptions()
    if word in known:
        return known[word]
    if not word.isalpha():
        if "'" in word:
            stem, _, tail = word.rpartition("'")
            return _with_tail(stem, tail)
        return max(1, sum(map(str.isalpha, word))) if "." in word else 1
    if len(word) < 3:
        return 1
    if len(word) > _LONGEST:  # no word, but keys held down or a link without its slashes
        return len(word) // 3
    for suffix in ("s", "d"):  # an inflected exception: areas, created
        if word.endswith(suffix) and word[:-1] in known:
            return known[word[:-1]]
    return _count(word)


def _with_tail(stem: str, tail: str) -> int:
    if not stem.isalpha():
        return 1
    if tail == "t" and stem.endswith("n"):  # didn't is two, can't is one
        base = stem[:-1]
        return _counted(base) + (base[-1:] not in _VOWELS and base not in ("ca", "wo", "do", "are", "we", "were", "ai"))
    if tail == "s" and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se")):
        return _counted(stem) + 1
    if tail in ("ve", "ll", "d") and stem[-1:] not in _VOWELS:
        return _counted(stem) + 1
    return _counted(stem)


def _count(word: str) -> int:
    groups = _GROUP.findall(word, word[0] == "y")
    count = len(groups)
    if count < sum(map(len, groups)):
        for group in _GROUP.finditer(word, word[0] == "y"):
            for i in range(group.start() + 1, group.end()):
                count += _is_apart(word, i)
    return max(1, count - _silent(word) + _added(word))


def _is_apart(word: str, i: int) -> bool:
    """True when the vowel at `i` begins a syllable of its own after the vowel before it."""
    pair, before, rest = word[i - 1 : i + 1], word[i - 2 : i - 1], word[i:]
    if pair in _APART:
        if (pair[0] == "u" and before in ("q", "g")) or (pair[0] == "y" and i == 1):
            return False
        return not any(pair in ending and word.startswith(ending, i - 1 - ending.find(pair)) for ending in _TOGETHER)
    if pair == "ie":
        if before in ("t", "c"):
            return False
        agent = rest in ("er", "ers") and before in ("r", "l", "n", "d", "s") and len(word) < 8
        return agent or rest.startswith(("et", "enc", "ent"))
    if pair == "ea":
        if rest in ("a", "as"):
            return i > 3
        people = rest in ("an", "ans") and before in ("p", "r", "n") and i > 4
        return people or (rest.startswith(("ate", "ati", "ality", "alis")) and before in ("r", "n", "l"))
    if pair == "ui":
        return rest.startswith(("ing", "ity", "ities", "id", "in")) and before not in ("q", "g", "b")
    return rest.startswith(_SPOKEN_APART.get(pair, "."))


def _silent(word: str) -> int:
    """Written e that nobody says: at the end, before -s and -d, and inside compounds."""
    silent = 0
    if word.endswith(("gue", "que", "gues", "ques", "gued", "qued")):
        return int(sum(c in _VOWELS for c in word) > 2)
    if word.endswith("e") and not word.endswith(("ee", "ie", "oe", "ye", "ue", "ae")):
        le = word.endswith("le") and len(word) > 3 and word[-3] not in _VOWELS and word[-3] not in "lrw"
        re = word.endswith(("cre", "tre", "bre", "gre")) and len(word) > 3
        silent += not (le or re) and word[-2] not in _VOWELS
    elif word.endswith("es") and word[-3:-2] not in _VOWELS and len(word) > 3:
        le = word.endswith("les") and len(word) > 4 and word[-4] not in _VOWELS and word[-4] not in "lrw"
        hissing = word.endswith(("ses", "xes", "zes", "ches", "shes", "ces", "ges"))
        silent += not (le or hissing)
    elif word.endswith("ed") and word[-3:-2] not in _VOWELS and len(word) > 3:
        le = word.endswith("led") and len(word) > 5 and word[-4] not in _VOWELS and word[-4] not in "lrw"
        silent += word[-3] not in "td" and not le
    endings = _SILENT_BEFORE.get(word[-1], ())
    if word.endswith(endings):
        at = len(word) - len(next(ending for ending in endings if word.endswith(ending))) - 1
        if at > 1 and word[at] == "e" and word[at - 1] not in _VOWELS and not _VOWELS.isdisjoint(word[: at - 1]):
            silent += 1
    return silent


def _added(word: str) -> int:
    """Syllables that are not written: prism, rhythm."""
    added = int(word.endswith(("sm", "sms", "thm", "thms")))
    if word.startswith(("cooper", "coord", "reelect", "reent", "preempt", "reexam")):
        added += 1
    elif word.startswith(
        ("react", "reass", "reapp", "realign", "reaff", "rearr", "preamb", "reope", "reorg", "reorient")
    ):
        added += word[2] == "a"
    return added
