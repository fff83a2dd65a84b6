"""Subjects: where the noun phrase stands that a verb of reporting belongs to.

Before the verb, with an aside between them (``Lin, an analyst at Berg, said``); behind it (``said Lin``); or at the
opening of the sentence, for its second verb.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslint.data import word_list
from newslint.facts.cues import CueSentence
from newslint.facts.reading import ASIDE, BREAKS, INDEFINITE, KNOWN, PREPOSITIONS
from newslint.facts.speakers import OF_A_BODY, Cast, Speaker
from newslint.text.closed_classes import PARTICLES

_PARTICLES = PARTICLES | {"mac", "abu"}
_SMALL = frozenset("of the and for in on de la".split())
_PARTS = frozenset(';:"“”»')
"""Marks that part a verb from what stands before it."""
_ASIDE_ENDS = frozenset(';"“”»')
_ENDS_PHRASE = frozenset(',;:"“”»—()–')
_STOPS = frozenset(".!?")
_AFTER_VERB = frozenset(',;:."“”')
_OPENS_SUBJECT = frozenset("the a an one two his her its their some many".split())
_FINITE = frozenset(
    "should must can could may might will would shall cannot is are was were has have had do does did need".split()
)
"""Verbs by which a noun behind "says" is the subject of what is said."""
_OPENS_NAME = frozenset("a an one another former s vice deputy senior".split())
_FARTHEST = 14
"""Words of a subject at most."""


def before(cast: Cast, clause: CueSentence, cue: int) -> Speaker | None:
    """The subject to the left of a verb."""
    folded, skip = cast.folded, cast.vocabulary.skip
    j = cue - 1
    first = clause.first
    while j >= first and (folded[j] in skip or folded[j] in ASIDE or _adverb(cast, j, first)):
        j -= 1
    if j < first:
        return None
    gap = cast.gap(j)
    if not _PARTS.isdisjoint(gap):
        return None
    if folded[j] in ("who", "which") and j > first:
        return _noun_phrase(cast, first, j - 1)
    if "," in gap or ")" in gap or "—" in gap or " - " in gap or " – " in gap:
        return _past_aside(cast, first, j)
    nearest = _noun_phrase(cast, first, j)
    if nearest is None or nearest.source_class in ("none", "generic"):
        return _with_relative_clause(cast, first, j) or nearest
    return nearest


def _with_relative_clause(cast: Cast, first: int, j: int) -> Speaker | None:
    """The plural before a relative clause that ends with word `j`: ``Farmers who adopt these tools report``."""
    for i in range(j - 1, max(first, j - _FARTHEST), -1):
        if not _ENDS_PHRASE.isdisjoint(cast.gap(i)):
            return None
        if cast.folded[i] == "who":
            return _noun_phrase(cast, first, i - 1) if cast.folded[i - 1].endswith(("s", "people")) else None
    return None


def _adverb(cast: Cast, i: int, first: int) -> bool:
    opens = i == first and not cast.name_at(i)
    return cast.folded[i].endswith("ly") and len(cast.folded[i]) > 4 and (opens or not cast.capital(i))


def _past_aside(cast: Cast, first: int, j: int) -> Speaker | None:
    """The noun before an apposition or a relative clause: ``Lin, an analyst at Berg, said``."""
    nearest = _noun_phrase(cast, first, j)
    if nearest and nearest.named and nearest.source_class == "person" and cast.name_at(j) == "person":
        return nearest  # "Norva's head of research, Nick Berg, said"
    whole = nearest and cast.text[max(0, nearest.span.start - 2) : nearest.span.start] == ", "
    best: Speaker | None = None
    commas = 0
    i = j - 1
    while i >= first and j - i < 40 and commas < 4:
        gap = cast.gap(i)
        if not _ASIDE_ENDS.isdisjoint(gap):
            break
        if "," in gap or "(" in gap or "—" in gap or " - " in gap or " – " in gap:
            commas += 1
            found = _noun_phrase(cast, first, i)
            if found and found.named and found.source_class == "person":
                return found
            if found and (best is None or (found.named and not best.named)):
                best = found
        i -= 1
    if whole and best and not best.named and cast.name_at(j) == "organisation":
        return nearest  # "The operator, Ridgeline Buses, said"
    return best or nearest


def opening(cast: Cast, clause: CueSentence) -> Speaker | None:
    """The subject that a sentence opens with, for its second verb: ``He praised the plan and mocked``."""
    first = clause.first
    if cast.folded[first] in ("he", "she", "they"):
        return cast.referred(first)
    if cast.folded[first] == "the" and first + 1 < clause.last:
        first += 1
    k = bisect_right(cast.name_starts, cast.starts[first]) - 1
    if k < 0 or cast.names[k].span.start != cast.starts[first]:
        return _office(cast, clause)
    last = first
    while last + 1 < clause.last and cast.starts[last + 1] < cast.names[k].span.end:
        last += 1
    return cast.classified(first, last, first)


def _office(cast: Cast, clause: CueSentence) -> Speaker | None:
    """``A court``, ``The district council``: a body without a name that a sentence opens with."""
    first = clause.first
    if cast.folded[first] not in ("a", "an", "the"):
        return None
    for k in range(first + 1, min(first + 4, clause.last)):
        if cast.folded[k] in cast.vocabulary.institution:
            return cast.classified(first, k, first)
    return None


def after(cast: Cast, clause: CueSentence, i: int, most: int = 16) -> Speaker | None:
    """The noun phrase that begins with word `i`."""
    folded, v, last = cast.folded, cast.vocabulary, clause.last
    if i >= last:
        return None
    if folded[i] in v.pronoun:
        return cast.referred(i)
    if folded[i] in BREAKS or folded[i] in ("to", "if", "why", "how", "what"):
        return None
    hi = i
    while hi + 1 < last and hi - i < most:
        gap = cast.gap(hi)
        if not (_ENDS_PHRASE.isdisjoint(gap) and _STOPS.isdisjoint(gap)):
            break
        word = folded[hi + 1]
        if word in BREAKS and not (word == "and" and hi + 2 < last and cast.capital(hi) and cast.capital(hi + 2)):
            break
        if word in v.skip or (word in ("who", "which", "on", "during", "after", "in") and cast.capital(hi)):
            break
        hi += 1
    return cast.classified(i, hi, clause.first)


def inverted(cast: Cast, clause: CueSentence, verb: int) -> Speaker | None:
    """``said Ruiz``: the subject follows, as it may after a quotation or a comma."""
    i = verb + 1
    if i >= clause.last or not _AFTER_VERB.isdisjoint(cast.gap(verb)):
        return None
    word, after_verb, v = cast.folded[verb], cast.folded[i], cast.vocabulary
    if word.endswith("ing") or word in ("told", "tell", "tells"):
        return None
    if after_verb in v.pronoun and i + 1 < clause.last and _AFTER_VERB.isdisjoint(cast.gap(i)):
        return None  # "Ruiz, who lives there, said she would stay"
    if cast.capital(i) or after_verb in v.role or after_verb in v.generic or after_verb in v.institution:
        speaker = after(cast, clause, i)
        return None if speaker and _acts(cast, clause, speaker) else speaker
    if after_verb in _OPENS_SUBJECT:
        speaker = after(cast, clause, i)
        known = speaker is not None and (
            speaker.head in v.role or speaker.head in v.generic or speaker.head in v.institution
            or speaker.head in v.witness or speaker.head in v.document or speaker.head in word_list("roles")
        )  # fmt: skip
        return speaker if known else None
    return None


def _acts(cast: Cast, clause: CueSentence, speaker: Speaker) -> bool:
    """``The watchdog, which met on Monday, says buyers should wait``: who waits is not who says it."""
    follows = bisect_left(cast.starts, speaker.span.end)
    return follows < clause.last and cast.folded[follows] in _FINITE


def _noun_phrase(cast: Cast, first: int, hi: int) -> Speaker | None:
    """The noun phrase that ends with word `hi`."""
    folded, v = cast.folded, cast.vocabulary
    if folded[hi] in v.pronoun:
        return cast.referred(hi)
    if folded[hi] in PREPOSITIONS or folded[hi] in BREAKS:
        return None
    lo = hi
    proper = cast.proper(hi, first)
    while lo > first and hi - lo < _FARTHEST:
        gap = cast.gap(lo - 1)
        number = gap == "," and folded[lo].isdecimal() and folded[lo - 1].isdecimal()
        if not number and (not _ENDS_PHRASE.isdisjoint(gap) or gap == " - "):
            break
        word = folded[lo - 1]
        if word == "like" and folded[lo] in INDEFINITE:
            break
        if word in BREAKS:
            both = word in ("and", "or") and lo - 2 >= first and cast.capital(lo - 2) == cast.capital(lo)
            if not (both and proper):
                break
        elif (
            word in v.pronoun
            or (word in v.speech and word not in v.noun)
            or (proper and not cast.capital(lo - 1) and not _leads_name(cast, lo - 1, first))
        ):
            break
        lo -= 1
    while lo < hi and (folded[lo] in PREPOSITIONS or folded[lo] in v.skip or folded[lo] in ("and", "or")):
        lo += 1
    return cast.classified(lo, hi, first)


def _leads_name(cast: Cast, i: int, first: int) -> bool:
    """A lower-case word that may stand inside or before a name: ``van``, ``chief executive``, ``spokesman for``."""
    word, v = cast.folded[i], cast.vocabulary
    if word in _PARTICLES or word in _SMALL or word in v.role or word in v.institution or word in v.generic:
        return True
    if word in v.document or word in v.witness:
        return True
    return word in OF_A_BODY or word in KNOWN or word in _OPENS_NAME
