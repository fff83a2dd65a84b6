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
from newslint.text.pattern import pattern
from newslint.text.span import covering
from newslint.typed import Final, Literal, Mapping

Excuse = Literal[
    "", "authorities", "an office", "a figure", "both", "asked", "named at once", "named below", "in print", "at work",
    "told why", "told of",
]  # fmt: skip
IN_WORDS: Final[Mapping[Excuse, str]] = {
    "authorities": "in news of police, courts and disasters readers know which authorities speak",
    "an office": "who holds such an office can be asked",
    "a figure": "so many of them is a figure, which needs a source and no names",
    "both": "“both” are named before",
    "asked": "they are those whom the poll before has asked",
    "named at once": "a name comes right behind",
    "named below": "the next sentence says whose they are",
    "in print": "the sentence says where they wrote it",
    "at work": "the sentence says how many of them were asked, and where",
    "told why": "the text says why they are not named",
    "told of": "the text has told of them before",
}
"""What each excuse says to somebody who asks why nothing is said."""

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


def excuse(article: Article, attribution: Attribution) -> Excuse:
    """Why nobody need be named of the crowd that speaks here; empty where somebody should.

    The authorities of a crime report ("police officials"); officers and others of an office or a house of the place,
    and "school officials" where a school is named; "212 users", who ask for a source and not for names; "both firms";
    "two unions, Vantor and Lithra" and "Ruiz and other supporters"; "most" of those whom a poll has just asked; finders
    whose house the next sentence names, or whose journal this one; what is said in a court filing; "dealers at three
    banks", whom somebody went and asked; those of whom this sentence or the next says why they are not named; "the
    researchers" told of before.
    """
    source, head, at = attribution.source, attribution.head, attribution.sentence
    assert source is not None
    said = article.folded[slice(*source)]
    if head in _OFFICE and ("police" in said or of_crime(article)):
        return "authorities"
    if head in word_list("answerable") or _of_the_place(said):
        return "an office"
    if said[0].isdigit():
        return "a figure"
    if said.startswith("both ") or " from both " in said or article.folded.endswith("both ", 0, source.start):
        return "both"
    if said.startswith("other ") and article.folded.endswith(" and ", 0, source.start):
        return "named at once"  # "Ruiz and other supporters"
    by_name = _BY_NAME.match(article.text, source.end)
    if (
        attribution.cue.start > source.end
        and by_name
        and covering([name.span for name in names(article)], by_name.end(), by_name.end() + 1) >= 0
    ):
        return "named at once"
    if head in COUNTED and len(said) < _SHORT:
        return "asked" if _asked_before(article, at) else ""
    if head in _FINDERS and named_below(article, at):
        return "named below"
    if head in _FINDERS and _IN_PRINT.match(article.folded, max(source.end, attribution.cue.end)):
        return "in print"
    if _FILED.match(article.folded, attribution.cue.end):
        return "in print"
    if head == "officials" and _house_named(article, said):
        return "an office"
    if _AT_WORK.search(said):
        return "at work"
    if not {at, at + 1}.isdisjoint(reasons_given(article)):
        return "told why"
    start = article.sentences[at].span.start
    before = _AT_WORK.finditer(article.folded, max(0, start - _BACK), start) if said == head else ()
    if any(article.folded.endswith(head, 0, match.start()) for match in before):
        return "told of"
    told_of = head and said.startswith("the ") and f" {head}" in article.folded[max(0, start - _BACK) : start]
    if told_of and not hollow(article):
        return "told of"
    return ""


def _house_named(article: Article, said: str) -> bool:
    """``School officials``, where a name of the text is that of a school."""
    return said.rpartition(" ")[0].rpartition(" ")[2].title() in _words_of_names(article)


@fact
def _words_of_names(article: Article) -> frozenset[str]:
    return frozenset([word for name in names(article) for word in name.text.split() if len(word) > _SHORT_WORD])


@fact
def reasons_given(article: Article) -> frozenset[int]:
    """Sentences that say why somebody is not named."""
    return frozenset(article.sentence_indexes([hit.span.start for hit in phrases(article, "reasons-for-anonymity")]))


def _of_the_place(said: str) -> bool:
    """``Doctors at the district hospital``: a reader finds the house from the place of the story."""
    house = said.partition(" at the ")[2] or said.partition(" from the ")[2]
    return bool(house) and house.rpartition(" ")[2] in _HOUSES


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


def _asked_before(article: Article, at: int) -> bool:
    """The sentence before, in the same paragraph, tells of a poll."""
    if not at or article.sentences[at - 1].block != article.sentences[at].block:
        return False
    folded = article.words.folded
    return at - 1 in polled(article) or not _ASKED.isdisjoint([folded[k] for k in article.sentence_words[at - 1]])


def vouched_for(article: Article, attribution: Attribution) -> bool:
    """Somebody named stands behind what the crowd says, in its sentence or the next one, and not merely beside it."""
    at, known = attribution.sentence, sourced_sentences(article)
    if at not in vouched_sentences(article):
        return False
    if at not in known and _answers(article, known.get(at + 1)):
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
