"""Crowds that a reader can find all the same: why one without a name is excused."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, phrases
from newslint.facts.attribution import Attribution, sourced_sentences, vouched_sentences
from newslint.facts.figures import figures
from newslint.facts.groups import COUNTED, named_below
from newslint.facts.hollow import hollow
from newslint.facts.names import names
from newslint.facts.unsourced import DENSE, THIN, sourced_share
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering
from newslint.typed import Callable, Final, Literal

Excuse = Literal[
    "", "authorities", "an office", "a figure", "both", "asked", "named at once", "named below", "in print", "at work",
    "told why", "told of",
]  # fmt: skip
"""Why a crowd needs no name, in short; `reasons` has each as a sentence."""

_FINDERS = ("researchers", "scientists", "academics", "astronomers", "archaeologists", "doctors")
"""Crowds whose house a report names in the sentence behind."""
_IN_PRINT = pattern(r" (?:on \w+ |last \w+ |this \w+ )?in (?:the journal\b|(?:a|their|its) (?:paper|study|letter) )")
_FILED = pattern(
    r" (?:on \w+ )?in (?:a|an|their|its) (?:court |joint |legal )?(?:filing|lawsuit|complaint|petition|submission)\b"
)
_AT_WORK = pattern(
    r" (?:at|from) (?:at least )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?!countries|nations|states)"
)
_HOUSES = frozenset(
    "airport barracks clinic consulate court depot embassy hospital jail morgue mosque museum observatory orphanage "
    "port prison school station university zoo".split()
)
_OFFICE = ("official", "officials", "authorities")
_BRIEF = 5
"""Sentences below which a share says nothing."""
_ASKED = frozenset("interviews interviewed questionnaire questionnaires respondents surveyed polled".split())
_SHORT = 20
"""Code points of a source that is a word that counts, and little more: "most of them"."""
_SHORT_WORD = 3
"""Letters of a word that names nothing by itself."""
_BACK = 1500
"""Code points within which a group was spoken of before."""
_BY_NAME = pattern(r",? (?:such as|including|among them) |, ")
_REPLY = 40
"""Code points behind whoever speaks next within which the reply is called one."""
_ANSWERS = frozenset(
    "denied denies deny rejected rejects reject dismissed dismisses dismiss disagreed disagrees disagree countered "
    "counters refuted refutes rebutted rebuts disputed disputes defended defends responded responds replied replies "
    "rebuffed retorted acknowledged acknowledges".split()
)
"""What those do who were criticised or doubted."""
_PARTED = (", ", "; ", " but ", " while ", " although ")


class _Crowd(NamedTuple):
    """Whoever speaks, and the words for them."""

    article: Article
    source: Span
    said: str
    """The words of `source`, folded."""
    head: str
    cue: Span
    at: int
    """Index of the sentence in `Article.sentences`."""


def excuse(article: Article, attribution: Attribution) -> Excuse:
    """Why nobody need be named of the crowd that speaks here: what the first row of `_EXCUSES` that is true of it says;
    empty where somebody should."""
    source = attribution.source
    assert source is not None
    said = article.folded[slice(*source)]
    crowd = _Crowd(article, source, said, attribution.head, attribution.cue, attribution.sentence)
    for why, is_true_of in _EXCUSES:
        if is_true_of(crowd):
            return why
    return ""


def _authorities_of_crime(crowd: _Crowd) -> bool:
    """``Police officials``, and any authorities in a crime report."""
    return crowd.head in _OFFICE and ("police" in crowd.said or of_crime(crowd.article))


def _in_office(crowd: _Crowd) -> bool:
    """Officers, deputies and others of whom there is a list."""
    return crowd.head in word_list("answerable")


def _of_the_place(crowd: _Crowd) -> bool:
    """``Doctors at the district hospital``: a reader finds the house from the place of the story."""
    house = crowd.said.partition(" at the ")[2] or crowd.said.partition(" from the ")[2]
    return bool(house) and house.rpartition(" ")[2] in _HOUSES


def _counted(crowd: _Crowd) -> bool:
    """``212 users``."""
    return crowd.said[0].isdigit()


def _both(crowd: _Crowd) -> bool:
    """``Both firms``, ``directors from both``."""
    said = crowd.said
    return (
        said.startswith("both ")
        or " from both " in said
        or crowd.article.folded.endswith("both ", 0, crowd.source.start)
    )


def _beside_a_name(crowd: _Crowd) -> bool:
    """``Ruiz and other supporters``."""
    return crowd.said.startswith("other ") and crowd.article.folded.endswith(" and ", 0, crowd.source.start)


def _listed_by_name(crowd: _Crowd) -> bool:
    """``Two unions, Vantor and Lithra, said``."""
    end = crowd.source.end
    by_name = _BY_NAME.match(crowd.article.text, end) if crowd.cue.start > end else None
    if by_name is None:
        return False
    return covering([name.span for name in names(crowd.article)], by_name.end(), by_name.end() + 1) >= 0


def _just_polled(crowd: _Crowd) -> bool:
    """``Most``, of those whom the sentence before has asked."""
    return _counts_only(crowd) and _asked_before(crowd.article, crowd.at)


def _counts_only(crowd: _Crowd) -> bool:
    """``Most of them``, which says too little for any row below."""
    return crowd.head in COUNTED and len(crowd.said) < _SHORT


def _house_below(crowd: _Crowd) -> bool:
    """Finders, of whom the next sentence says whose they are."""
    return crowd.head in _FINDERS and named_below(crowd.article, crowd.at)


def _in_a_journal(crowd: _Crowd) -> bool:
    """``Researchers said in the journal``."""
    end = max(crowd.source.end, crowd.cue.end)
    return crowd.head in _FINDERS and _IN_PRINT.match(crowd.article.folded, end) is not None


def _in_a_filing(crowd: _Crowd) -> bool:
    """``Owners said in a court filing``."""
    return _FILED.match(crowd.article.folded, crowd.cue.end) is not None


def _of_a_house_named(crowd: _Crowd) -> bool:
    """``School officials``, where a name of the text is that of a school."""
    house = crowd.said.rpartition(" ")[0].rpartition(" ")[2]
    return crowd.head == "officials" and house.title() in _words_of_names(crowd.article)


def _asked_at_work(crowd: _Crowd) -> bool:
    """``Dealers at three banks``: somebody went and asked them."""
    return _AT_WORK.search(crowd.said) is not None


def _with_a_reason(crowd: _Crowd) -> bool:
    """This sentence or the next says why they are not named."""
    return not {crowd.at, crowd.at + 1}.isdisjoint(reasons_given(crowd.article))


def _asked_at_work_before(crowd: _Crowd) -> bool:
    """``Dealers``, after ``dealers at three banks``."""
    if crowd.said != crowd.head:
        return False
    article = crowd.article
    start = article.sentences[crowd.at].span.start
    before = _AT_WORK.finditer(article.folded, max(0, start - _BACK), start)
    return any(article.folded.endswith(crowd.head, 0, match.start()) for match in before)


def _told_of_before(crowd: _Crowd) -> bool:
    """``The researchers``, of whom a text that is not hollow has told."""
    if not crowd.head or not crowd.said.startswith("the "):
        return False
    start = crowd.article.sentences[crowd.at].span.start
    return f" {crowd.head}" in crowd.article.folded[max(0, start - _BACK) : start] and not hollow(crowd.article)


_EXCUSES: Final[tuple[tuple[Excuse, Callable[[_Crowd], bool]], ...]] = (
    ("authorities", _authorities_of_crime),
    ("an office", _in_office),
    ("an office", _of_the_place),
    ("a figure", _counted),
    ("both", _both),
    ("named at once", _beside_a_name),
    ("named at once", _listed_by_name),
    ("asked", _just_polled),
    ("", _counts_only),
    ("named below", _house_below),
    ("in print", _in_a_journal),
    ("in print", _in_a_filing),
    ("an office", _of_a_house_named),
    ("at work", _asked_at_work),
    ("told why", _with_a_reason),
    ("told of", _asked_at_work_before),
    ("told of", _told_of_before),
)
"""Excuses, each with what it is true of; the first one counts."""


def _asked_before(article: Article, at: int) -> bool:
    """The sentence before, in the same paragraph, tells of a poll."""
    if not at or article.sentences[at - 1].block != article.sentences[at].block:
        return False
    folded = article.words.folded
    return at - 1 in polled(article) or not _ASKED.isdisjoint([folded[k] for k in article.sentence_words[at - 1]])


@fact
def _words_of_names(article: Article) -> frozenset[str]:
    return frozenset([word for name in names(article) for word in name.text.split() if len(word) > _SHORT_WORD])


@fact
def reasons_given(article: Article) -> frozenset[int]:
    """Sentences that say why somebody is not named."""
    return frozenset(article.sentence_indexes([hit.span.start for hit in phrases(article, "reasons-for-anonymity")]))


def finders_named(article: Article, start: int, at: int) -> bool:
    """ "Researchers have found" begins there, and the next sentence names their study or their house."""
    if not article.folded.startswith(_FINDERS, start):
        return False
    return at in vouched_sentences(article) or named_below(article, at)


def answered_for(article: Article, attribution: Attribution) -> bool:
    """Somebody named answers for those cited here: ``The Courier said, citing several sources``."""
    cites = article.folded.startswith("citing ", attribution.cue.start)
    return cites and attribution.sentence in sourced_sentences(article)


@fact
def of_crime(article: Article) -> bool:
    """True of news of police, courts and disasters that names its sources, whose authorities are known."""
    share = sourced_share(article) if len(article.sentences) >= _BRIEF else 1.0
    if share >= DENSE and phrases(article, "emergency-words"):
        return True
    return share >= THIN and bool(phrases(article, "court-words"))


@fact
def polled(article: Article) -> frozenset[int]:
    """Sentences that give a share, as of those whom a poll asked."""
    return frozenset([article.sentence_index(f.span.start) for f in figures(article) if f.kind == "percent"])


def vouched_for(article: Article, attribution: Attribution) -> bool:
    """Somebody named stands behind what the crowd says, in its sentence or the next one, and not merely beside it."""
    at, known = attribution.sentence, sourced_sentences(article)
    if at not in vouched_sentences(article):
        return False
    if at not in known and (_answers(article, known.get(at + 1)) or _goes_on(article, at, known.get(at + 1))):
        return False
    return not _beside(article, attribution, known.get(at))


def _answers(article: Article, other: Attribution | None) -> bool:
    """Whoever speaks next speaks against the crowd: ``Critics said so. Ruiz rejected it, saying``."""
    if other is None:
        return False
    start, end = article.sentences[other.sentence].span
    words = article.words
    row = words.between(start, min(end, other.said_by.end + _REPLY))
    return not _ANSWERS.isdisjoint([words.folded[i] for i in row])


def _goes_on(article: Article, at: int, other: Attribution | None) -> bool:
    """Whoever speaks in the next paragraph was heard before the crowd, and is none of it."""
    if other is None or other.source is None or article.sentences[at].block == article.sentences[other.sentence].block:
        return False
    heard = [one for n, one in sourced_sentences(article).items() if n < at]
    return any(one.source_class == "person" and one.head == other.head for one in heard)


def _beside(article: Article, attribution: Attribution, other: Attribution | None) -> bool:
    """``according to critics``, in a sentence in which somebody else is cited for what they do; or somebody else in
    what the group says (``Experts say that Vantor has criticised``) or in another clause (``Ruiz agreed, but``)."""
    if other is None or other.carried:
        return False
    deed = other.kind in ("act", "stance") and not other.quoted
    if attribution.kind in ("speech", "stance") and deed and attribution.cue.end < other.cue.start:
        return True
    assert attribution.source is not None
    if attribution.cue.start > attribution.source.start and attribution.kind == "speech":
        between = article.folded[other.cue.end : attribution.source.start]
        return any(part in between for part in _PARTED)
    if attribution.kind != "frame" or article.folded[attribution.cue.start] != "a":
        return False
    return other.kind in ("act", "stance", "speech") and not other.quoted
