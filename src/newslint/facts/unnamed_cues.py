"""By what somebody unnamed is cited: the verb behind, or the frame, the passive or the verb before."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_sections
from newslint.facts import fact
from newslint.facts.cues import vocabulary
from newslint.facts.names import names
from newslint.facts.reading import BREAKS, PREPOSITIONS
from newslint.text.closed_classes import BE, HAVE, MODALS
from newslint.text.span import Span, covering
from newslint.text.table import cached_on_disk

INNER = frozenset("in inside within close near around familiar present involved".split())
"""Behind people whom only their place tells: ``those close to the coach``."""
_HERE = frozenset("there here too today locally".split())
_RELATIVE = frozenset(("who", "whose", "that"))
_FARTHEST = 18
"""Words between somebody and the verb at most."""
_BETWEEN = 5
"""Words between a participle and "by" at most: ``branded unworkable by one nurse``."""
_CONDITION = 6
"""Words between "if somebody" and "is right" at most."""
_AT = 8
"""Words between "put" and "at", and before what somebody is the origin of."""
_WORDS_OF = frozenset(
    "words view opinion telling account version estimate estimation reckoning testimony word eyes mind".split()
)
_LED_IN = frozenset("in on by to".split())
_LEARNED = frozenset("learned learnt heard understood".split())
_HEARD = frozenset(
    "account accounts claim claims figure figures estimate estimates story version tip description".split()
)
"""What comes from somebody."""
_COMES = frozenset("comes came come stems stemmed".split())
_RIGHT = frozenset("right correct".split())
_TO_US = frozenset("us me this reporters".split())
_TO_WHOM = frozenset("police officers detectives investigators court jury inquest hearing tribunal trial".split())
"""Who is told in crime copy."""
_TOLD = frozenset("tell tells told".split())
_TURNS = dict.fromkeys("make makes made".split(), "clear") | dict.fromkeys(
    "speak speaks spoke talk talks talked".split(), "of"
)
"""Phrases of a verb and another word that say something."""
_LET = frozenset("let lets".split())
_SLIP = (["slip"], ["drop"], ["on"])
_HIDES = frozenset("anonymity anonymous anonymously identified identity name named names nameless unnamed".split())
"""What is said of whoever is not to be named, who is a source by that, whatever the verb."""
_UNSAID = BE | MODALS
"""Before a verb of speech, what makes of it something done to somebody or not yet said."""
_NO_END = BREAKS | _UNSAID | frozenset("to who he she they it i we not".split())
"""Behind which a verb is not that of the person before the relative clause."""
_CLAUSE = frozenset("that he she they it the there".split())
"""Behind whoever is told, what opens what is said."""
_CONTENT = frozenset(
    "that he she it they his her its their there this these those the a an how why what in on only us me of at".split()
)
"""Behind a verb that may be a deed, what opens the words it reports."""
_OBJECT = frozenset("it him her them".split())


@cached_on_disk
def _sections() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in word_sections("unnamed")}


def unnamed_words(section: str) -> frozenset[str]:
    """The words of a section of ``data/unnamed.txt``."""
    return _sections()[section]


@fact
def _bodies(article: Article) -> tuple[Span, ...]:
    return tuple([name.span for name in names(article) if name.kind == "organisation"])


def verb_behind(article: Article, stop: int, i: int, content_first: bool) -> int:
    """The verb by which word `i` is the source, or -1; `content_first`: what was said, and a comma, stand before."""
    folded, starts, ends = article.words
    skip = vocabulary().skip
    k = i + 1
    if folded[i] in ("someone", "somebody") and (k >= stop or folded[k] not in PREPOSITIONS):
        return -1  # "Someone suggested": nobody knows who
    while (
        k < stop and (folded[k] in skip or folded[k] in _HERE or folded[k].endswith("ly")) and folded[k] not in _UNSAID
    ):
        k += 1
    if k >= stop:
        return -1
    if _cites(article, k, stop, content_first):
        return k if article.text[ends[i] : starts[i + 1]] in (" ", "\n") else -1
    i += folded[i + 1] in _HERE  # "an employee there, who would not give her name, said"
    if i + 2 >= stop:
        return -1
    comma, relative = article.text[ends[i]] == ",", folded[i + 1] in _RELATIVE
    placed = folded[i + 1] in PREPOSITIONS or folded[i + 1] in INNER or folded[i + 1].endswith(("ing", "ed"))
    if not (comma or relative or placed):
        return -1
    for v in range(i + 2, min(stop, i + _FARTHEST)):
        gap = article.text[ends[v - 1] : starts[v]]
        if any(mark in gap for mark in ';:"“”') or (not comma and not relative and "," in gap):
            return -1
        closed = not comma or "," in gap or folded[v - 1] in HAVE
        if not closed or (relative and v <= i + 3) or folded[v - 1] in _NO_END:
            continue
        if folded[v] in vocabulary().noun and not (folded[v] in ("put", "puts") or folded[v].endswith("ed")):
            continue
        hides = not _HIDES.isdisjoint(folded[i + 1 : v])
        if _cites(article, v, stop, content_first) or (hides and _reports(folded, v)):
            return v
    return -1


def _cites(article: Article, k: int, stop: int, content_first: bool) -> bool:
    """Word `k` is a verb that reports what somebody says, and not a deed."""
    folded, starts, ends = article.words
    word, rows = folded[k], _sections()
    if folded[k - 1] == "to" or word.endswith("ing"):
        return False
    after = folded[k + 1] if k + 1 < stop else ""
    gap = article.text[ends[k] : starts[k + 1]] if k + 1 < stop else "."
    if word in _TOLD:
        return _tells(article, k, stop)
    if word in _TURNS:
        return _TURNS[word] in folded[k + 1 : k + 3]
    if word in _LET:
        return (
            folded[k + 1 : k + 2] in _SLIP
            or folded[k + 1 : k + 3] == ["it", "slip"]
            or folded[k + 1 : k + 4] == ["it", "be", "known"]
        )
    if word in ("put", "puts"):
        return after == "it" or "at" in folded[k + 1 : min(stop, k + _AT)]
    if word in rows["calls"]:
        return after in _OBJECT or (after in ("the", "this") and word.endswith("ed"))
    if word in rows["says"]:
        return word not in vocabulary().noun or after in _CONTENT or '"' in gap or "“" in gap
    if word in rows["thinks"]:
        return after in _CONTENT and "one" in folded[max(0, k - _FARTHEST) : k]
    if word in rows["tells"]:
        return (
            after == "that" or any(mark in gap for mark in ',"“.:') or (content_first and after in ("in", "on", "at"))
        )
    return False


def _reports(folded: list[str], k: int) -> bool:
    """Word `k` may report, where it is plain that somebody is a source."""
    word, rows = folded[k], _sections()
    return folded[k - 1] not in _NO_END and any(word in rows[name] for name in ("says", "tells", "thinks", "calls"))


def _tells(article: Article, k: int, stop: int) -> bool:
    """``told us``, ``told The Courier``, ``told me that``: reporters, and not the police."""
    folded, starts, ends = article.words
    if k + 2 >= stop or not _TO_WHOM.isdisjoint(folded[k + 1 : k + 4]):
        return False
    if folded[k + 1] in _TO_US or folded[k + 1] == "that":
        return True
    if covering(_bodies(article), starts[k + 1], ends[k + 2]) >= 0:
        return True
    return folded[k + 2] in _CLAUSE and not article.text[starts[k + 1]].isupper()


def cue_before(article: Article, row: range, lo: int, i: int) -> int:
    """The first word of the frame, the passive or the verb before words `lo` to `i` of sentence `row`, or -1."""
    folded, starts, ends = article.words
    if lo - 2 < row.start:
        return lo - 1 if lo > row.start and (_leads(article, row.stop, lo, i) or _opens(folded[lo - 1])) else -1
    far, near = folded[lo - 2 : lo]
    if near == "to" and far == "according":
        return lo - 2
    if near == "of" and far in _WORDS_OF and lo - 4 >= row.start:
        words = lo - 3 if folded[lo - 3] in _LED_IN else lo - 4
        return words if folded[words] in _LED_IN else -1
    if near == "from" and (
        far in _LEARNED or (far in _COMES and not _HEARD.isdisjoint(folded[max(row.start, lo - _AT) : lo - 2]))
    ):
        return lo - 2
    if near in ("by", "from") and far in _HEARD:
        return lo - 2
    if near == "by":
        return _judged(article, row.start, lo)
    if _leads(article, row.stop, lo, i):
        return lo - 1
    rows = _sections()
    if (near in rows["says"] or near in rows["tells"]) and near not in vocabulary().noun:
        gap = article.text[ends[lo - 2] : starts[lo - 1]]
        if (far == "so" or "," in gap or '"' in gap or "”" in gap) and article.text[ends[lo - 1] : starts[lo]] == " ":
            return lo - 1
    return -1


def _opens(word: str) -> bool:
    """``Recalled a deckhand: nobody had slept``."""
    return word.endswith("ed") and (word in _sections()["says"] or word in _sections()["tells"])


def _judged(article: Article, first: int, lo: int) -> int:
    """The participle of ``was branded unworkable by``, or -1."""
    folded, starts, ends = article.words
    for k in range(lo - 2, max(first, lo - 2 - _BETWEEN), -1):
        told = folded[k] in _sections()["judged"]
        if told and (folded[k - 1] in BE or folded[k - 1].endswith("ly") or article.text[ends[k - 1]] == ","):
            return k
        if (folded[k] in BREAKS and folded[k] != "as") or "," in article.text[ends[k] : starts[k + 1]]:
            return -1
    return -1


def _leads(article: Article, stop: int, lo: int, i: int) -> bool:
    """``Citing somebody``, ``if an engineer on the project is right``."""
    folded = article.words.folded
    if folded[lo - 1] != "if":
        return folded[lo - 1] in ("citing", "quoting")
    for k in range(i + 1, min(stop - 1, i + _CONDITION)):
        if folded[k] in BE:
            return folded[k + 1] in _RIGHT or folded[k + 1 : k + 4] == ["to", "be", "believed"]
    return False
