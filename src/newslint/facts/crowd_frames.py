"""Crowds whose view is told in another construction than "critics say": ``in the opinion of most doctors``, ``there are
those who argue``, ``described by many as``, ``came the verdict from teachers``."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases_in_sentences
from newslint.facts.attribution import Attribution
from newslint.facts.crowds import is_adverb
from newslint.facts.groups import AGENTS
from newslint.facts.quotes import quotations
from newslint.facts.reading import BREAKS, PREPOSITIONS
from newslint.facts.sources import answered_sentences
from newslint.lean import cache
from newslint.text.closed_classes import BE, DEFINITE, HAVE, MODALS
from newslint.text.span import Span, covering

_COUNTS = frozenset("many some most others several few everyone everybody those people".split())
"""Words that are a crowd by themselves."""
_NOT_ALONE = frozenset("few those people".split())
_OF_MANY = frozenset(
    "number majority minority handful host chorus section lot raft range group growing dozens scores".split()
)
"""Before "of", how many they are."""
_OPENS = frozenset(
    "many some most others other several few certain various numerous countless all plenty a an the more not both any "
    "large small growing vocal sizeable sizable significant fair good great vast".split()
)
_WHOLES = frozenset("public market markets community world industry critics pundits press media experts".split())
"""Crowds that "the" makes no more definite."""
_NO_CROWD = (BREAKS | PREPOSITIONS | BE | HAVE | MODALS) - {"to"} | frozenset(
    "me him her them us it you he she they we what which who this that his its their my our your whose not no".split()
)
"""Words that no noun phrase of a crowd holds before its head."""
_GAPS = (" ", "\n", "-")
_WIDEST = 7
"""Words of a crowd at most: ``a growing number of leading art historians``."""
_AUXILIARIES = MODALS | HAVE | BE
_AT_A_HOUSE = frozenset("at from of with for".split())
_NAMED_BEHIND = frozenset("including like namely notably".split())
_LABELS = frozenset("as to a an the one".split())
"""Behind "described by many" and "whom some call" the judgement that is theirs."""
_VOICES = frozenset(
    "accuse advise advocate argue ask believe bet blame brand call caution claim complain condemn consider "
    "contend counsel credit criticise criticize decry deem demand denounce describe dismiss dispute doubt dub "
    "fear feel forecast foresee grumble hail hope insist interpret judge label lament laud liken maintain "
    "mock object oppose perceive point portray praise predict question rank rate read reckon recommend regard "
    "reject say see suspect take term think tip treat urge value view want warn wonder worship".split()
)
_NO_OPINION = frozenset(
    "ask call demand feel hope interpret point rank rate read say see take term treat view want".split()
)
"""Of these, what reporters may use of facts, or what is felt."""
_BELIEVED = (
    ["to", "be", "believed"], ["to", "be", "trusted"], ["right"], ["correct"], ["anything", "to", "go", "by"],
)  # fmt: skip
_ROOM = 4
"""Words between a crowd and its verb at most."""


@cache
def _voiced() -> frozenset[str]:
    """The verbs in all their forms."""
    forms = set(_VOICES)
    for verb in _VOICES:
        stem = verb.removesuffix("e")
        forms.update((verb + "s", stem + "ed", stem + "ing"))
    return frozenset(forms | set("said saw seen thought told took taken felt says sees".split()))


@cache
def _opinions() -> frozenset[str]:
    """The forms of those that only argue, warn, praise or blame."""
    forms = _VOICES - _NO_OPINION
    return frozenset(word for word in _voiced() if any(word.startswith(verb.removesuffix("e")) for verb in forms))


def gives_an_opinion(article: Article, attribution: Attribution) -> bool:
    """An unnamed crowd argues, warns or blames, and does not only report: ``rival producers grumble``."""
    source = attribution.source
    if source is None or attribution.kind not in ("speech", "act"):
        return False
    if _opinions().isdisjoint(article.folded[slice(*attribution.cue)].split()):
        return False
    return _crowd(article, article.words.at(source.start), article.sentence_words[attribution.sentence].stop, True) >= 0


@fact
def crowd_frames(article: Article) -> tuple[Span, ...]:
    """Where an unnamed crowd is said to hold a view and nobody answers for it, from what leads to the crowd to the word
    that shows it."""
    words, marks = article.words, [q.span for q in quotations(article)]
    found: list[Span] = []
    for hit, row in phrases_in_sentences(article, "crowd-frames"):
        first = hit.last + 1
        last = _crowd(article, first, row.stop)
        if last < 0 or not _apart(article, first) or covering(marks, *hit.span) >= 0:
            continue
        if article.sentence_index(hit.span.start) in answered_sentences(article):
            continue
        end = _shown(article, hit.data.get("note", ""), first, last, row.stop)
        if end >= 0:
            found.append(Span(hit.span.start, words.ends[end]))
    return tuple(found)


def _apart(article: Article, first: int) -> bool:
    """Only a space stands before the crowd."""
    _, starts, ends = article.words
    return article.text[ends[first - 1] : starts[first]].isspace()


def _crowd(article: Article, first: int, stop: int, opens: bool = False) -> int:
    """The last word of the unnamed crowd that begins with word `first`, which may open a sentence, or -1."""
    folded, starts, ends = article.words
    if first >= stop or (article.text[starts[first]].isupper() and not opens):
        return -1
    last = -1
    for k in range(first, min(first + _WIDEST, stop)):
        word = folded[k]
        joined = article.text[ends[k]] == "-"  # "former team-mates"
        if k > first and article.text[ends[k - 1] : starts[k]] not in _GAPS:
            break
        if not joined and _is_people(word) and ((opens and k == first) or not article.text[starts[k]].isupper()):
            last = k
        elif last >= 0 and folded[last] not in _COUNTS:
            break
        elif joined or (word == "of" and k > first and folded[k - 1] in _OF_MANY | _COUNTS):
            last = -1
        elif last >= 0 and (word in _LABELS or word not in _OPENS):
            break
        elif word in _NO_CROWD or not _may_qualify(article, k, first):
            return -1
    if last < 0 or (folded[first] == "the" and folded[last] not in _WHOLES):
        return -1
    return -1 if _named_behind(article, last, stop) else last


def _may_qualify(article: Article, k: int, first: int) -> bool:
    """Word `k` says which people: ``seasoned``, ``privacy``, ``Westminster``, ``old``; "the" only opens."""
    word = article.words.folded[k]
    return k == first if word in DEFINITE else word[0].isalpha()


def _is_people(word: str) -> bool:
    if word in word_list("crowd-nouns") or word in _COUNTS:
        return True
    return word.endswith(AGENTS) and word not in word_list("no-people")


def _named_behind(article: Article, last: int, stop: int) -> bool:
    """``Historians at Holm University``, ``critics, including Ruiz``."""
    folded, starts, ends = article.words
    k = last + 1
    if k >= stop:
        return False
    if folded[k] in _NAMED_BEHIND or folded[k : k + 2] in (["such", "as"], ["among", "them"], ["led", "by"]):
        return True
    near = range(k, min(k + _ROOM, stop))
    if folded[k] in _AT_A_HOUSE:
        return any(article.text[starts[i]].isupper() or folded[i][0].isdigit() for i in near)
    return article.text.startswith(", ", ends[last]) and article.text[starts[k]].isupper()


def _shown(article: Article, note: str, first: int, last: int, stop: int) -> int:
    """The last word of the frame, or -1 where it is none."""
    folded = article.words.folded
    k = last + 1
    if note == "who":
        return _verb(article, k + 1, stop) if folded[k : k + 1] == ["who"] else -1
    if note == "verb":
        return _verb(article, k, stop)
    if note == "label":
        return last if k < stop and folded[k] in _LABELS else -1
    if note == "many":
        alone = last == first and folded[last] in _COUNTS - _NOT_ALONE
        counted = folded[first] in _COUNTS or folded[first] in ("a", "various", "numerous")
        return last if alone or (last > first and counted) else -1
    if note == "is":
        return k if k < stop and folded[k] in BE else -1
    if note == "believed" and k < stop:
        rows = [row for row in _BELIEVED if folded[k + 1 : k + 1 + len(row)] == row] if folded[k] in BE else []
        return k + len(rows[0]) if rows and k + len(rows[0]) < stop else -1
    return last


def _verb(article: Article, at: int, stop: int) -> int:
    """The verb by which the crowd says or thinks it, at word `at` or behind its auxiliaries; or -1."""
    folded, starts, ends = article.words
    for k in range(at, min(at + _ROOM, stop)):
        if not article.text[ends[k - 1] : starts[k]].isspace():
            return -1
        if folded[k] in _voiced():
            return k
        if folded[k] not in _AUXILIARIES and not is_adverb(folded[k]):
            return -1
    return -1
