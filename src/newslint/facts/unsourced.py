"""Claims that nobody stands behind, and how sure one can be that somebody should.

Reporters do not repeat the source in every sentence. In an article that says who says so in most of its sentences, a
claim beside a sourced one is as a rule the same source's; in one that hardly ever says so, it is the writer's own.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases
from newslint.facts.attribution import attributions, sourced_sentences, vouched_sentences
from newslint.facts.claims import claims
from newslint.facts.dates import dates
from newslint.facts.figures import figures
from newslint.facts.habits import habits
from newslint.facts.hollow import general_claims, hollow
from newslint.facts.links import citations, links
from newslint.facts.own_voice import essay, own_account, shows_code
from newslint.facts.speakers import SOURCED
from newslint.facts.triggers import Trigger
from newslint.facts.voice import masks
from newslint.named import NamedTuple
from newslint.text.closed_classes import BE
from newslint.text.span import Span, covering
from newslint.typed import Iterator, Mapping, Sequence

# How well an article is sourced: shares of its sentences that somebody stands behind.
THIN = 0.25
"""Below it no sentence may lean on its neighbour."""

DENSE = 0.3
"""From it each sourced sentence is taken to speak for those beside it, too."""

WELL_SOURCED = 0.4
"""From it what has no source of its own is taken to be the reporting of those who have."""

_HABIT = 0.35
"""Share of sourced sentences from which naming sources is a habit, where so many voices speak:"""
_VOICES = 3

_ONE_EACH = 1.6
"""Sentences to the paragraph below which a paragraph's neighbours are as close as a sentence's."""

_PRONOUNS = frozenset("he she they it".split())
_SOBERLY = frozenset(("effect", "evaluation", "consensus", "motive"))
"""What a sober report may know without saying whence."""


_QUESTION_WORDS = frozenset("how what whether which who whom where why".split())
_ASKS_IF = frozenset("or unclear see ask asks asked know knows wonder wonders determine decide question".split())
_APPOINTMENTS = frozenset("say speak tell announce appear attend open meet visit arrive travel testify".split())
_CONDITIONS = frozenset("when if once whenever unless until".split())
_TO_READERS = frozenset("you your you'll yours".split())


class Unsourced(NamedTuple):
    """A claim without a source."""

    span: Span
    """The words that make it one."""
    sentence: int
    """Index in `Article.sentences`."""
    trigger: Trigger
    sure: bool
    """False where a source may be meant (an article full of sources, a forecast with a figure) and in an essay."""


@fact
def sourced_share(article: Article) -> float:
    """Share of the sentences that somebody stands behind, 0 to 1."""
    return len(sourced_sentences(article)) / max(1, len(article.sentences))


@fact
def voices(article: Article) -> int:
    """How many named people and bodies speak in the article."""
    spoken = (a for a in attributions(article) if a.source_class in ("person", "organisation"))
    return len({a.head for a in spoken if a.kind in ("speech", "frame") and a.head not in _PRONOUNS})


@fact
def names_its_sources(article: Article) -> bool:
    """True where naming sources is the article's habit, so that a lapse is one, and no way of writing."""
    return sourced_share(article) >= _HABIT and voices(article) >= _VOICES


@fact
def nobody_cited(article: Article) -> bool:
    """True where the article has no source of any class, no link and no score, and speaks in nobody's own voice."""
    if links(article) or any(article.text[place.start] == "(" for place in citations(article)):
        return False
    if any(attribution.source_class in SOURCED for attribution in attributions(article)):
        return False
    return not own_account(article) and not any(figure.kind == "score" for figure in figures(article))


@fact
def unsourced_claims(article: Article) -> tuple[Unsourced, ...]:
    """Every claim that has no source in its sentence, in the next one, by carry-over, or by a link; in order.

    None in a text in the first person, where the reader knows whose opinion it is, and in one that shows code, which
    can be tried; in a well-sourced one only what stands in paragraphs that assert in general terms and name nothing.
    """
    if own_account(article) or shows_code(article):
        return ()
    argued = essay(article)
    general = {sentence: span for span, sentence in general_claims(article)}
    if sourced_share(article) >= WELL_SOURCED and not hollow(article):
        return tuple(Unsourced(span, sentence, "general", not argued) for sentence, span in general.items())
    thin = sourced_share(article) < THIN
    spoken_for = frozenset(sourced_sentences(article)) if thin else vouched_sentences(article)
    found = list(_particular(article, spoken_for, general))
    told = {claim.sentence for claim in found} | spoken_for
    found += [
        Unsourced(span, sentence, "general", not argued) for sentence, span in general.items() if sentence not in told
    ]
    return tuple(sorted(found))


class _Case(NamedTuple):
    """An article as its claims are judged."""

    article: Article
    lax: bool
    """Hollow copy, in which nothing is taken on trust."""
    dense: bool
    """It names its sources by habit."""
    thin: bool
    """It hardly ever does."""
    argued: bool
    """An essay, whose writer answers for it."""
    general: Mapping[int, Span]
    """Its general assertions, by their sentences."""
    dated: Sequence[Span]
    counted: Sequence[Span]
    """Dates that are no vague ones, and figures, in order."""


def _particular(article: Article, spoken_for: frozenset[int], general: Mapping[int, Span]) -> Iterator[Unsourced]:
    """The claims that words or figures make, each trigger once a sentence."""
    known, share, lax = sourced_sentences(article), sourced_share(article), hollow(article)
    case = _Case(
        article,
        lax=lax,
        dense=share >= DENSE and not lax,
        thin=share < THIN,
        argued=essay(article),
        general=general,
        dated=[date.span for date in dates(article) if date.kind != "vague"],
        counted=[figure.span for figure in figures(article)],
    )
    one_each = len(article.sentences) < _ONE_EACH * len({sentence.block for sentence in article.sentences})
    neighbours_vouch = case.dense or (one_each and not case.thin)
    seen: set[tuple[int, Trigger]] = set()
    for span, sentence, trigger in sorted(_candidates(article)):
        if sentence in spoken_for or (sentence, trigger) in seen or (trigger == "general" and case.dense):
            continue
        if neighbours_vouch and sentence not in general and (sentence - 1 in known or sentence + 1 in known):
            continue
        seen.add((sentence, trigger))
        claim = _judged(case, span, sentence, trigger)
        if claim:
            yield claim


def _judged(case: _Case, span: Span, sentence: int, trigger: Trigger) -> Unsourced | None:
    """The claim, sure or not; None where a reporter may say so without a source."""
    article, lax = case.article, case.lax
    said, whole = article.folded[span.start : span.end], article.sentences[sentence].span
    wish, guess = said.startswith("would "), said.startswith(("could ", "may ", "might "))
    forecast = trigger == "forecast"
    # A forecast with a date or a figure is a plan or a published estimate more often than a guess.
    measured = forecast and (covering(case.dated, *whole) >= 0 or covering(case.counted, *whole) >= 0)
    if not lax and (wish or measured or (guess and not case.thin)):
        return None  # what a plan would do, what is on the calendar, and what a sober report marks as a guess
    if (wish and _drafted(article, sentence)) or (measured and _on_a_timetable(article, span, case.dated)):
        return None
    if forecast and (_asked(article, span) or (not lax and _conditional(article, whole))):
        return None
    sober = not lax and (guess or trigger in _SOBERLY)
    doubted = case.argued or ((case.dense or sober) and sentence not in case.general)
    return Unsourced(span, sentence, trigger, not (doubted or measured or wish))


_DRAFTS = frozenset(
    "bill bills proposal proposals proposed legislation act amendment amendments ordinance referendum treaty".split()
)


def _drafted(article: Article, sentence: int) -> bool:
    """True where the sentence or one beside it speaks of a law that is proposed: "would" tells what is in it."""
    rows = article.sentence_words[max(0, sentence - 1) : sentence + 2]
    return not _DRAFTS.isdisjoint(article.words.folded[rows[0].start : rows[-1].stop])


_SCHEDULED = frozenset(("slated", "set", "due"))
_LASTS = frozenset("continue last run stay remain".split())
"""What a timetable tells: ``is expected to last until spring``."""


def _on_a_timetable(article: Article, span: Span, dated: Sequence[Span]) -> bool:
    """ "Is set to launch its third boat on 28 August"."""
    sentence = article.sentence_at(span.start)
    if sentence is None:
        return False
    words = article.words
    scheduled = not _SCHEDULED.isdisjoint(words.folded[i] for i in words.between(*span))
    return scheduled and covering(dated, *sentence.span) >= 0


_MEETS = frozenset("play face host join visit fight".split())
_EXPECTED = frozenset("expected predicted projected forecast anticipated tipped".split())
_IS = BE | {"remain", "remains"}


def expected_by_nobody(article: Article, claim: Unsourced) -> bool:
    """True of a forecast in the passive, which hides its forecaster: ``is expected to``."""
    words = article.words
    near = words.between(*claim.span)
    first = near.start
    said = words.folded[first : near.stop]
    return not _EXPECTED.isdisjoint(said) and not _IS.isdisjoint(words.folded[max(0, first - 3) : near.stop])


def is_fixture(article: Article, span: Span) -> bool:
    """True of words that tell who meets whom: "is set to play Ruiz"."""
    words = article.words
    after = words.at(span.end)
    meets = after + 1 < len(words.folded) and words.folded[after] in _MEETS
    return meets and article.text[words.starts[after + 1]].isupper()


def _asked(article: Article, span: Span) -> bool:
    """The forecast is what somebody asks or arranges: "how it will end", "is expected to speak"."""
    words = article.words
    first, after = words.at(span.start), words.at(span.end)
    sentence = article.sentence_at(span.start)
    begins = sentence.span.start if sentence else span.start
    row = words.between(max(begins, words.starts[max(0, first - 6)]), span.start)
    for i in reversed(row):
        if "," in article.folded[words.ends[i] : words.starts[i + 1]]:
            break
        word = words.folded[i]
        if word in _QUESTION_WORDS or (word == "if" and words.folded[i - 1] in _ASKS_IF):
            return True
    follows = words.folded[after] if after < len(words.folded) else ""
    if follows in _LASTS and words.folded[after + 1 : after + 2] in (["until"], ["till"], ["through"]):
        return True
    return follows in _APPOINTMENTS or is_fixture(article, span)


def _conditional(article: Article, sentence: Span) -> bool:
    """The sentence tells a rule ("When the tide turns, the boats will leave") or speaks to the reader."""
    near = article.words.between(*sentence)
    said = article.words.folded[near.start : near.stop]
    return bool(said) and (said[0] in _CONDITIONS or not _TO_READERS.isdisjoint(said))


def _candidates(article: Article) -> Iterator[tuple[Span, int, Trigger]]:
    silent = masks(article)
    scores = [figure.span for figure in figures(article) if figure.kind == "score"]
    for claim in claims(article):
        for trigger, span in claim.triggers:
            if scores and trigger == "effect" and covering(scores, *claim.span) >= 0:
                continue  # "leading to a 3-1 victory", which everybody saw
            said = article.folded[span.start : span.end]
            if article.folded[span.start - 1 : span.start] == "-" or not _own_words(silent, span):
                continue  # "test-driven", "Ada Foster"
            if (trigger == "evaluation" and " " not in said) or (trigger == "forecast" and said.startswith("can ")):
                continue  # praise by adjective is hype; "can" tells an ability
            yield span, claim.sentence, trigger
    for hit in (*phrases(article, "assertions"), *phrases(article, "forecasts")):
        sentence = article.sentence_index(hit.span.start)
        if sentence >= 0 and _own_words(silent, hit.span) and hit.data.get("note") != "open":
            yield hit.span, sentence, hit.data.get("note", "evaluation")
    for span, sentence in () if hollow(article) else habits(article):  # bare assertions, there
        if _own_words(silent, span):
            yield span, sentence, "general"


@fact
def bold_sentences(article: Article) -> frozenset[int]:
    """Sentences that assert or foretell in so many words ("will breathe new life into", "opinion is divided"),
    whatever names and dates stand beside them."""
    bold = [hit for lexicon in ("assertions", "forecasts") for hit in phrases(article, lexicon)]
    return frozenset([article.sentence_index(hit.span.start) for hit in bold if hit.data.get("hint") == "bold"])


def _own_words(silent: Sequence[Span], span: Span) -> bool:
    """False where the words begin in a quotation or a name."""
    return covering(silent, span.start, span.start + 1) < 0
