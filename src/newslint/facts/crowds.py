"""Nobody in particular: crowds with a mood (``fans are eager``), and what they say, do and think."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases_in_sentences
from newslint.facts.speakers import CAMPS
from newslint.lean import cache
from newslint.text.closed_classes import BE, HAVE, MODALS
from newslint.text.span import Span

_IS = frozenset("are is were was be been being remain remains remained feel feels felt seem seems stay stayed".split())
_BETWEEN = frozenset(
    "already also still now not being left both all more most so very as quite rather understandably however too soon "
    "particularly especially equally just only even again long no pretty somewhat".split()
)
_OF_THEM = frozenset(
    "of for to by from at among in on like than between against about around across over throughout as is are were was "
    "when whenever if unless because".split()
)
"""Words before a crowd that is no subject: ``thousands of fans``."""
_DEFINITE = frozenset("the these those its their his her this both two three four five".split())
_WHOLES = frozenset(
    "public community communities fans critics supporters opponents industry world nation country town city market "
    "markets media experts analysts observers authorities locals residents".split()
)
"""Crowds that "the" makes no more definite."""
_STOPS = frozenset(
    "like such including who which that whose where when while because if but said say says told".split()
)
_COUNTED = 4
"""Words before a crowd in which a figure counts it: ``90% of large companies``."""
_FAR = 7
"""Words between a crowd and its verb at most: ``fans of the sport around the globe are``."""
_AFTER = 4
"""Words from there to the mood at most."""
_APART = frozenset('.;:"“”()')
_BETWEEN_CLAUSES = _APART | frozenset(",—–")


@fact
def crowd_moods(article: Article) -> tuple[Span, ...]:
    """Where an unnamed crowd is given a mood, from the crowd to the mood, in order."""
    folded, _, ends = article.words
    found: list[Span] = []
    for hit, row in phrases_in_sentences(article, "group-heads"):
        if hit.first > row.start and not is_alone(article, row.start, hit.first, folded[hit.last]):
            continue
        last = _mood(article, hit.last + 1, row.stop)
        if last >= 0:
            found.append(Span(hit.span.start, ends[last]))
    return tuple(found)


def is_alone(article: Article, opens: int, first: int, head: str) -> bool:
    """The crowd before which other words stand is a subject that nothing names or counts."""
    folded, starts, _ = article.words
    before = folded[first - 1]
    if before in _OF_THEM or (before in _DEFINITE and head not in _WHOLES):
        return False
    if head not in CAMPS and article.text[starts[first - 1]].isupper() and first - 1 > opens:
        return False  # "Berg Bank analysts"
    return not [i for i in range(max(opens, first - _COUNTED), first) if folded[i][0].isdigit()]


def _mood(article: Article, at: int, stop: int) -> int:
    """The index of the mood that is said of the crowd before word `at`, or -1."""
    folded, starts, ends = article.words
    moods = word_list("moods")
    verb = False
    for k in range(at, min(at + _FAR + _AFTER, stop)):
        if not _APART.isdisjoint(article.text[ends[k - 1] : starts[k]]):
            return -1
        word = folded[k]
        if verb:
            if word in moods:
                return k
            if word not in _IS and not is_adverb(word):
                return -1
        elif word in _IS:
            verb = True
        elif word in _STOPS or k - at > _FAR:
            return -1
    return -1


# -- what it feels, thinks and does ------------------------------------------------------------------------------------

_WITHIN = frozenset(
    "of in on at from across around throughout among within inside near along all over with for".split()
)
"""Words that lead from a crowd to what it belongs to: ``families of the victims``, ``clubs across Europe``."""
_OPENS_CLAUSE = frozenset("and but while although though as when because since with that whereas so if yet or".split())
_COUNTED_OUT = frozenset(
    "three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred dozen no not every each".split()
)
_NAME = 3
"""Words of a name before a crowd at most."""
_AUXILIARIES = MODALS | HAVE | BE
_SINGULAR = frozenset("public community world industry market internet fanbase everyone everybody opposition".split())
_FATES = ("gain", "grappl", "fac", "suffer", "struggl", "grow", "grew", "los", "becom", "becam", "remain", "endur")
"""What befalls an industry or the world, and is nobody's view."""
_PROMISED = frozenset("expect enjoy look find see watch follow join buy".split())
"""Behind "can": what is promised to a crowd."""
_QUICK = frozenset(
    "quick slow keen eager reluctant ready willing able likely known said reported understood come came begun began "
    "started continued learned learnt tend tended seem seemed".split()
)
_FINDS = frozenset(
    "calculate calculated conclude concluded demonstrate demonstrated detect detected discover discovered estimate "
    "estimated uncover uncovered unearth unearthed".split()
)
"""What a crowd says by these only before "that"."""
_NAMERS = frozenset("astronomers biologists doctors economists engineers physicists psychologists scientists".split())
"""Who have a word of their trade for things."""
_ASIDE = 4
"""Words of an aside between commas at most."""
_FURTHEST = 12
"""Words from the start of a clause to the verb of its crowd at most."""


@cache
def _responses() -> frozenset[str]:
    return word_list("reactions") | word_list("moods")


@fact
def crowd_reactions(article: Article) -> tuple[Span, ...]:
    """Where an unnamed crowd feels, thinks or does something about the news, from the crowd to the verb or the mood.

    The subject is a plural of people that opens its clause: no name, figure or article before it, no name behind "of",
    "at" or "from". Good reports have it, too: what the street thinks is told in a phrase.
    """
    words = article.words
    crowd = word_list("crowd-nouns")
    places = article.where(crowd)
    found: list[Span] = []
    row, k = range(0), 0
    for i in article.where(_responses()) if places else ():
        while k + 1 < len(places) and places[k + 1] < i:
            k += 1
        if not 0 < i - places[k] <= _FURTHEST:
            continue
        if words.folded[i] in _FINDS and words.folded[i + 1 : i + 2] != ["that"]:
            continue  # "authorities discovered a body"
        if words.folded[i - 1 : i + 1] == ["will", "see"] and words.folded[i + 1 : i + 2] in (["the"], ["their"]):
            continue  # "customers will see the new prices"
        if words.folded[i] == "call" and words.folded[places[k]] in _NAMERS:
            continue  # "economists call it the paradox of thrift"
        if words.folded[i] == "long" and words.folded[i + 1 : i + 2] not in (["for"], ["to"]):
            continue  # "users long press the button"
        if i >= row.stop:
            sentence = article.sentence_index(words.starts[i])
            if sentence < 0:
                continue
            row = article.sentence_words[sentence]
        if row.start <= places[k]:
            first = _crowd_before(article, row.start, i, crowd)
            if first >= 0:
                found.append(Span(words.starts[first], words.ends[i]))
    return tuple(found)


def _crowd_before(article: Article, opens: int, verb: int, crowd: frozenset[str]) -> int:
    """The index of the first word of the crowd that is the subject of word `verb`, or -1."""
    last = _subject_end(article, opens, verb)
    if last < 0:
        return -1
    first = _clause_start(article, opens, last)
    head = _head(article.words.folded, first, last, crowd)
    if head < 0 or not _in_general(article, opens, first, head) or not _of_nobody(article, head, last):
        return -1
    folded = article.words.folded
    if first > opens and (folded[first - 1] == "that" or folded[first - 2] in crowd):
        return -1  # "pressure that women face", "a range of tenants and firms"
    return first


def _subject_end(article: Article, opens: int, verb: int) -> int:
    """The last word of the subject of word `verb`, or -1 where the verb has none that it agrees with."""
    folded = article.words.folded
    at = _past_auxiliaries(folded, opens, verb - 1)
    if folded[at + 1] in ("should", "must"):
        return -1  # advice
    if at >= opens and folded[at] == "to":  # "have been quick to embrace"
        at = _past_auxiliaries(folded, opens, at - 1)
        if at == verb - 2:
            return -1
    at = _past_aside(article, opens, at)
    if at < opens:
        return -1
    if _done_to(folded, at, verb) or folded[at] in ("whom", "which"):
        return -1
    if folded[at] in _SINGULAR and folded[verb].startswith(_FATES):
        return -1
    if folded[verb] in _PROMISED and folded[verb - 1] == "can":
        return -1
    if at < verb - 1:
        return at
    if folded[verb].endswith("ing") and "with" not in folded[max(opens, at - 3) : at]:
        return -1  # but "with some questioning" has a subject of its own
    return at if _agree(folded[at], folded[verb]) else -1


def _done_to(folded: list[str], at: int, verb: int) -> bool:
    """What others do to a crowd: ``Medics were called to the scene``."""
    if not folded[verb].endswith(("ed", "told", "given")) or folded[verb] in word_list("moods"):
        return False
    return not BE.isdisjoint(folded[at + 1 : verb])


def _clause_start(article: Article, opens: int, at: int) -> int:
    """The first word of the clause whose subject ends with word `at`."""
    folded, starts, ends = article.words
    first = at
    while first > opens and at - first < _FURTHEST and folded[first - 1] not in _OPENS_CLAUSE:
        if not _BETWEEN_CLAUSES.isdisjoint(article.text[ends[first - 1] : starts[first]]):
            break
        first -= 1
    return first


def _head(folded: list[str], first: int, last: int, crowd: frozenset[str]) -> int:
    """The first crowd among the words, of ``youth groups`` the second word; -1 where there is none."""
    for i in range(first, last + 1):
        if folded[i] in crowd:
            while i < last and folded[i + 1] in crowd:
                i += 1
            return i
    return -1


def _in_general(article: Article, opens: int, first: int, head: int) -> bool:
    """Nothing before the head says which ones are meant: ``many angry fans``, not ``these fans``."""
    folded, starts, _ = article.words
    adjectives = word_list("crowd-adjectives")
    if folded[head] not in _WHOLES and folded[first] in _DEFINITE:
        return False
    for i in range(first + (folded[first] == "the"), head):
        if article.text[starts[i]].isupper() and (i > opens or folded[i] not in adjectives):
            if folded[head] in word_list("house-people") or folded[i] in _COUNTED_OUT or head - i > _NAME:
                return False
        elif folded[i] not in adjectives:
            return False
    return True


def _of_nobody(article: Article, head: int, last: int) -> bool:
    """Nothing behind the head names whose they are: ``fans across Europe``, but not ``members of Berg Bank``."""
    folded, starts, _ = article.words
    if head == last:
        return True
    link = folded[head + 1]
    if link not in _WITHIN:
        return False
    bodies = link in ("at", "from", "with", "of")
    return not any(
        folded[i] in _AUXILIARIES or folded[i][0].isdigit() or (bodies and article.text[starts[i]].isupper())
        for i in range(head + 1, last + 1)
    )  # fmt: skip


def _past_auxiliaries(folded: list[str], opens: int, at: int) -> int:
    """The last word, going back from word `at`, that is no auxiliary, adverb or "quick to"."""
    while at >= opens and (folded[at] in _AUXILIARIES or is_adverb(folded[at]) or folded[at] in _QUICK):
        at -= 1
    return at


def _past_aside(article: Article, opens: int, at: int) -> int:
    """The last word before an aside that ends with word `at`: ``Residents, once wary, have``."""
    _, starts, ends = article.words
    if at < opens or not article.text.startswith(", ", ends[at]):
        return at
    for k in range(at, max(opens, at - _ASIDE), -1):
        if article.text[starts[k]].isupper():
            return at
        if article.text[ends[k - 1] : starts[k]] == ", ":
            return k - 1
    return at


def _agree(subject: str, verb: str) -> bool:
    """``fans say`` and ``the public says``, but neither ``media reports`` nor ``market share``."""
    third = verb.endswith("s") and not verb.endswith("ss")
    if subject in _SINGULAR:
        acts = word_list("reactions")
        return third or verb + "s" not in acts
    return not third


def is_adverb(word: str) -> bool:
    """An adverb, or a small word of its kind, between a subject and its verb."""
    return word.endswith("ly") or word in _BETWEEN
