"""Hollow copy: an article in which more sentences judge, promise or hide their source than name one.

A sentence without a source is nothing by itself: reporters write what they have seen. In an article that says next to
nothing on anybody's authority and is full of praise, moods and guesses, the sentences between are the writer's too.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby, pairwise

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact, lexicons_here, phrases
from newslint.facts.attribution import attributions, sourced_sentences, vouched_sentences
from newslint.facts.dates import dates
from newslint.facts.figures import figures
from newslint.facts.names import name_table, names
from newslint.facts.own_voice import essay, is_country
from newslint.facts.quote_marks import quoted
from newslint.facts.voice import masks
from newslint.lean import itemgetter
from newslint.parts import STORY
from newslint.text.span import Span, covering
from newslint.typed import Sequence

BIG = (
    "absolute-claim", "challenge-formulas", "closing-chords", "empty-label", "hedge-stack", "hype-adjective",
    "importance-inflation", "meaning-tails", "not-just", "openers", "signposts", "stock-phrase", "unnamed-instances",
    "vacuous-obligation",
)  # fmt: skip
"""Lexicons and packs whose phrases praise, inflate or fill."""

NOBODY = ("agentless", "assertions", "background-claims", "crowds", "forecasts", "minds", "vague-times")
"""Lexicons whose phrases guess, or know what nobody told."""

HOLLOW = 0.2
"""Share of sentences with such a phrase from which copy can be hollow (measured: reports have 0.02 to 0.2)."""

WORDY = 0.1
"""Share of sentences that praise, inflate or fill; a sober report without sources is no hollow copy."""

_THIS = frozenset("this these such that".split())
RECOUNTS = frozenset("means marks comes follows includes".split())
"""Behind "this": it explains or recounts what happened."""
ORDERS = frozenset(
    "act adopt apply ask avoid be beware build check choose conduct consider define deploy design develop discover "
    "don't embrace ensure establish evaluate expect explore focus follow get give identify imagine implement integrate "
    "invest join keep learn leverage let look make map measure monitor move note pilot plan prepare prioritise "
    "prioritize read remember review run segment share start stay stop take test think train try turn use validate "
    "visit watch welcome work".split()
)
"""Words with which advice to the reader begins."""
TALK = frozenset("you your you'll you're we our us i my spoke spoken".split())
"""Words of advice, and of speech that somebody made in the open."""
_NOT = frozenset("not hasn't haven't isn't wasn't weren't hadn't yet".split())
_TO_COME = frozenset(
    "agreed announced clear chosen confirmed decided determined disclosed finalised finalized fixed known named "
    "published released revealed set specified".split()
)
"""What is not done or told yet."""
_STEPS = ORDERS | frozenset("call consult contact email report return seek speak turn write".split())
_SOON = 4
"""Words behind "not" or "should" that one of these is among."""
HAPPENED = frozenset(
    "killed injured wounded died dead arrested detained charged sentenced jailed convicted acquitted shot stabbed "
    "robbed robbery stolen kidnapped abducted attacked bombed bombing explosion exploded crash crashed collided "
    "collision derailed sank capsized collapsed earthquake flood flooded wildfire landslide tornado evacuated rescued "
    "hijacked massacre shooting stabbing riot rioted clashes clashed resigned sacked fired elected defeated".split()
)
"""What happened to somebody; a sentence that holds such a word is a report."""
_MODALS = frozenset("could may might would can".split())
_LOOSE = frozenset(
    "growing rising increasing mounting various numerous many several range variety wide wider broader greater "
    "increasingly further significant significantly profound major serious most often typically".split()
)
_TOGETHER = 3
"""Points of a bare paragraph from which its sentences are claims."""
_BLOCK = itemgetter(1)
"""Of a sentence."""
_SHORT = 10
"""Words below which a sentence seldom says enough to be asked for a source."""


@fact
def hollow(article: Article) -> bool:
    """True for copy that judges, promises and names nobody in more of its sentences than have a source."""
    total = len(article.sentences)
    if total < 5 or essay(article):
        return False
    empty = len(empty_sentences(article))
    if empty < HOLLOW * total or empty <= len(sourced_sentences(article)):
        return False
    return len(_big_sentences(article)) >= WORDY * total


@fact
def _big_sentences(article: Article) -> set[int]:
    """Indexes of the sentences with words that judge or promise."""
    return _holding(article, BIG)


@fact
def empty_sentences(article: Article) -> frozenset[int]:
    """Indexes of sentences, outside quotations and names, with words that judge, promise or name nobody."""
    found = {a.sentence for a in attributions(article) if a.source_class == "generic"}
    return frozenset(found | _big_sentences(article) | _holding(article, NOBODY))


def _holding(article: Article, lexicons: tuple[str, ...]) -> set[int]:
    """Sentences with a phrase of one of the lexicons in the writer's own words."""
    silent = masks(article)
    found: set[int] = set()
    for lexicon in lexicons_here(article, lexicons):
        for hit in phrases(article, lexicon):
            data = hit.data
            if (
                data.get("severity") != "info"
                and data.get("note") not in ("weak", "aside")
                and covering(silent, *hit.span) < 0
            ):
                found.add(article.sentence_index(hit.span.start))
    found.discard(-1)
    return found


@fact
def general_claims(article: Article) -> tuple[tuple[Span, int], ...]:
    """Sentences that assert in general terms where nobody says so, each as its span and index, in order.

    Those of bare paragraphs: two sentences or more, no source, name, date, figure or quotation in any of them
    (measured: 5 paragraphs in 189 reports, one in two generated articles). None in hollow copy, which asserts
    everywhere (`bare_assertions`).

    Two abstractions, a verb of promise, a guess, "this ..." speak for a claim; a new name, a date or a figure speaks
    for a report. The points were fitted by logistic regression on 477 sentences of generated articles that were read
    and judged for it, and rounded.
    """
    if hollow(article):
        return ()
    told, words = empty_sentences(article), article.words.folded
    specific = _specific_places(article)
    marks = [q.span for q in quoted(article)]
    said_by = vouched_sentences(article) | {attribution.sentence for attribution in attributions(article)}
    out: list[tuple[Span, int]] = []
    stop = 0
    for block, sentences in groupby(article.sentences, key=_BLOCK):
        paragraph = list(sentences)
        start, stop = stop, stop + len(paragraph)
        if article.blocks[block].zone not in STORY:
            continue
        points: list[tuple[int, int]] = []
        for index, (span, _) in enumerate(paragraph, start):
            if article.text[span.end - 1] not in ".!" or index in said_by:
                break
            if _holds(specific, span) or covering(marks, *span) >= 0:
                break
            near = article.sentence_words[index]
            said = words[near.start : near.stop]
            reports = not said or said[0] in ORDERS or not HAPPENED.isdisjoint(said)
            reports = reports or (not TALK.isdisjoint(said) and talks(article, near))
            points.append((index, (0 if reports else _generality(said)) + (index in told)))
        else:
            out += _of_bare_paragraph(article, points)
    return tuple(out)


def _specific_places(article: Article) -> list[int]:
    """Where something stands that makes a sentence specific, in order: a new name, a person, a date, a figure."""
    found = _first_mentions(article) + [name.span.start for name in names(article) if name.kind == "person"]
    found += [date.span.start for date in dates(article) if date.kind != "vague"]
    found += [figure.span.start for figure in figures(article) if figure.kind != "count" or figure.value > 2]
    found.sort()
    return found


def talks(article: Article, row: range) -> bool:
    """True where one of these words is of `TALK`, and no country (“US”)."""
    said = TALK.intersection(article.words.folded[row.start : row.stop])
    if said != {"us"}:
        return bool(said)
    return not all(is_country(article, k) for k in row if article.words.folded[k] == "us")


def is_open(said: Sequence[str]) -> bool:
    """ "A date has not been set", "it is not clear whether": what nobody knows yet is no claim."""
    if _NOT.isdisjoint(said):
        return False
    return any(word in _NOT and not _TO_COME.isdisjoint(said[k + 1 : k + 1 + _SOON]) for k, word in enumerate(said))


def advises(said: Sequence[str]) -> bool:
    """ "Buyers should contact the shop"."""
    return "should" in said and not _STEPS.isdisjoint(said[said.index("should") + 1 :][:2])


def _of_bare_paragraph(article: Article, rows: list[tuple[int, int]]) -> list[tuple[Span, int]]:
    """The sentences of a bare paragraph that have points, if it speaks in general terms throughout."""
    if len(rows) < 2 or min(points for _, points in rows) < 1 or sum(p for _, p in rows) < _TOGETHER:
        return []
    return [(article.sentences[index].span, index) for index, _ in rows]


def _generality(said: list[str]) -> int:
    """Points for the words of a sentence that speak of things in general."""
    different = frozenset(said)
    hollows = len(different & word_list("abstractions"))
    opening = said[:2]
    points = 2 * (hollows >= 2) + (hollows >= 4) + min(len(different & word_list("promises")), 2)
    points += 2 * (bool(opening) and opening[0] in _THIS and RECOUNTS.isdisjoint(opening))
    if "has" in different or "have" in different:
        points += any(word in ("has", "have") and after[-2:] in ("ed", "en", "wn") for word, after in pairwise(said))
    points += not _MODALS.isdisjoint(different)
    points += not _LOOSE.isdisjoint(different)
    return points - (len(said) < _SHORT)


def _first_mentions(article: Article) -> list[int]:
    """Where a name stands that the headline, the lede and all sentences above do not hold."""
    first = [entity.mentions[0].start for entity in name_table(article)]
    for _, block in article.zoned("headline", "dek", "lede"):
        low, high = block.span
        first = [start for start in first if not low <= start < high]
    return first


def _holds(starts: list[int], span: Span) -> bool:
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end
