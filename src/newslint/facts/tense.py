"""Tense: which finite verb a sentence has, as far as one can tell without a parser.

Reporters tell what happened, in the past. A sentence in the present, the perfect or with a modal says how things are.
"""

from __future__ import annotations

from newslint.data import word_list
from newslint.text.closed_classes import ARTICLES, DEMONSTRATIVES, MODALS, POSSESSIVES
from newslint.text.inflect import forms
from newslint.text.table import cached_on_disk
from newslint.typed import Literal, Sequence

Tense = Literal["present", "perfect", "modal", "past", "none"]
"""``none``: no finite verb was found, as in a heading or an order."""

_MODALS = MODALS | frozenset("cannot can't couldn't won't wouldn't".split())
_IS = frozenset("is are isn't aren't it's that's there's do does don't doesn't".split())
_HAS = frozenset("has have hasn't haven't".split())
_WAS = frozenset("was were had did wasn't weren't hadn't didn't".split())
_AUXILIARIES = _MODALS | _IS | _HAS | _WAS
_IRREGULAR = frozenset(
    "began became came went took made got gave saw said told found left felt met ran won lost fell rose grew led held "
    "kept brought bought thought caught taught built sent spent paid shot broke spoke wrote drew drove knew threw flew "
    "chose stood sat beat sold struck fought sought wore swept stole sank sang rang hung dug fed fled stuck shook woke "
    "bore tore swore died".split()
)
_PARTICIPLES = frozenset("been had done put set cut seen become come run".split())
_NO_VERB_BEHIND = (
    ARTICLES
    | DEMONSTRATIVES
    | POSSESSIVES
    | frozenset(
        "of to in for on with by from and or at as into no any some every each another other more most such own "
        "new".split()
    )
)
"""Words behind which a form that might be a verb is a noun or an infinitive."""
_SUBORDINATE = frozenset(
    "as while although though if when after before since because despite in with by for from at on during following "
    "given unlike beyond rather to without through over under among whereas once until like amid upon per".split()
)
_POINTERS = frozenset("this that it he she which what each another".split())
_TRAILS = frozenset("by in into on from using with to for at as around near".split())
"""Words behind a participle that describes the noun before it: ``implanted into``."""
_PLURALS = frozenset(
    "people they we you women men children data many some others who which that both police media".split()
)
_ADVERBS = frozenset("also now still often always never only even already typically".split())
_FINITE = _IS | _HAS | _WAS | _MODALS
_LEAD = 30
"""Words of a clause before the main one at most."""


@cached_on_disk
def _present() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Base forms, third persons and past forms of the verbs of assertion."""
    base = word_list("verbs")
    third: set[str] = {"goes"}
    past: set[str] = set()
    for verb in base:
        for form in forms(verb):
            if form != verb and not form.endswith("ing"):
                (third if form.endswith("s") else past).add(form)
    return base, frozenset(third), frozenset(past)


def tense_of(words: Sequence[str], gaps: Sequence[str]) -> Tense:
    """The tense of the sentence made of these folded words; ``gaps[i]`` stands between word `i` and the next."""
    base, third, past = _present()
    first = _main_clause(words, gaps)
    weak = False
    for k in range(first, len(words)):
        word = words[k]
        if word in _MODALS:
            return "modal"
        if word in _IS:
            return "present"
        if word in _HAS:
            return "perfect" if any(map(is_participle, words[k + 1 : k + 4])) else "present"
        if word in _WAS:
            return "past"
        if k == first:
            continue
        before = _before(words, first, k)
        behind = words[k + 1] if k + 1 < len(words) else ""
        apart = "," in gaps[k - 1]
        if word in third and before not in _NO_VERB_BEHIND and behind not in _AUXILIARIES and behind != "of":
            return "present"
        if word in base and not apart and before not in _NO_VERB_BEHIND and _is_plural(before):
            return "present"
        irregular = word in _IRREGULAR
        if "-" in gaps[k - 1]:
            continue  # "the AI-driven system"
        if irregular or word in past or (word.endswith("ed") and len(word) > 4):
            if not (before in _NO_VERB_BEHIND or apart) and (irregular or behind not in _TRAILS):
                return "past"
            weak = weak or irregular or behind in _TRAILS
    return "past" if weak else "none"


def _main_clause(words: Sequence[str], gaps: Sequence[str]) -> int:
    """Index of the first word behind a leading clause or phrase."""
    leads = bool(words) and words[0] in _SUBORDINATE
    if not leads and not (words and words[0].endswith(("ing", "ed"))):
        return 0
    for k in range(1, min(len(words), _LEAD)):
        if "," in gaps[k - 1]:
            return k
        if not leads and words[k] in _FINITE:
            return 0  # "Waiting lists have grown, ..."
    return 0


def _before(words: Sequence[str], first: int, k: int) -> str:
    """The word before word `k`, adverbs skipped; empty where it points and is all before the verb: ``This gives``."""
    j = k - 1
    while j > first and (words[j].endswith("ly") or words[j] in _ADVERBS):
        j -= 1
    return "" if k == first + 1 and words[j] in _POINTERS else words[j]


def is_participle(word: str) -> bool:
    """True of a word, in small letters, that has the form of a past participle."""
    return word.endswith(("ed", "en", "wn")) or word in _IRREGULAR or word in _PARTICIPLES


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith("ss")) or word in _PLURALS
