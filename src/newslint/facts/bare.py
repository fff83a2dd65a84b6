"""Bare assertions: sentences that say how things are, on nobody's authority and with nothing to hold on to.

They are weak evidence: a sober report has some, too, and its reader knows who stands behind them. They count where an
article has lost the benefit of the doubt.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_sections
from newslint.facts import fact
from newslint.facts.assertions import ZONES, told_elsewhere
from newslint.facts.attribution import sourced_sentences, vouched_sentences
from newslint.facts.dates import dates
from newslint.facts.freshness import specific_sentences
from newslint.facts.hollow import ORDERS, RECOUNTS, TALK, advises, is_open, talks
from newslint.facts.own_voice import own_account, shows_code
from newslint.facts.quote_marks import quoted
from newslint.facts.tense import tense_of
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.span import Span, covering
from newslint.text.table import cached_on_disk
from newslint.text.words import by_word

LIKELY = -0.8
"""Strength from which a sentence in which nothing else was found is one."""

FAINT = -1.6
"""Strength below which a sentence is no claim, whatever words of claims it holds (a third of such are marked)."""

FAINT_IF_WEAK = -1.2
"""Strength below which a sentence is no claim whose words of claims are such as sober reports use, too."""

SURE = -0.5
"""Strength from which one stands beside what was found in its words."""

_JUDGING = ("judgement", "mood", "surely", "usually")
"""Marks without which the past tense tells what happened."""

_TECHNICAL = 0.035
"""Share of words of computing from which a text explains how a thing works."""
_SHORT, _VERY_SHORT, _SHORTEST = 13, 8, 4
_CAPITALS = 2
"""Words in capitals behind the first one."""
_NUMBERS = 3
"""Numbers of a sentence at most; one with more recites a table."""
_TOP = 3
"""Sentences at the top, which tell the news."""
_MANNER = 5
"""Letters that an adverb in -ly has more than."""
_OPENERS = frozenset(
    "after although amid as at because before beyond by despite during even following for from given if in on once "
    "since though through to under until unlike upon when where while with within without".split()
)
"""What a clause or phrase in front of the main one opens with."""
_SUBJECTS = frozenset(
    "a an all another any both each every he her his it its many most no one our several she some that the their there "
    "these they this those we".split()
)
"""What the subject behind it opens with, if not with a name; what else stands behind a comma may go on with a list."""
_BY_THE_WAY = frozenset("who whom whose which where including such having after following before despite".split())
_LEAST = 4
"""Words that a clause has at least."""
_ROOM = 20
"""Code points that what is left of a sentence has at least."""
_NEAR = 4
"""Words from a form of "be" to a judgement at most."""


class Bare(NamedTuple):
    """A bare assertion."""

    span: Span
    sentence: int
    """Index in `Article.sentences`."""
    sure: bool
    """True where it is one whatever has been said of its wording."""
    clause: Span
    """What it asserts, without what it opens with ("After a year without trams, …") and what is told by the way (",
    who was born in Leith", " – a kind of boat")."""


class _Marks(NamedTuple):
    words: dict[str, int]
    """Word to the bits of its marks."""
    bits: dict[str, int]
    """Mark to its bit; marks of a sentence's shape begin with ``=``."""
    weights: tuple[tuple[int, float], ...]
    bias: float


@cached_on_disk
def marks() -> _Marks:
    """The marks of ``data/claim-marks.txt``."""
    words: dict[str, int] = {}
    bits: dict[str, int] = {}
    weights: list[tuple[int, float]] = []
    bias = 0.0
    for head, entries in word_sections("claim-marks"):
        name, weight = head.split()
        if name == "=bias":
            bias = float(weight)
            continue
        bit = bits[name] = 1 << len(bits)
        weights.append((bit, float(weight)))
        for word in entries:
            words[word] = words.get(word, 0) | bit
    return _Marks(words, bits, tuple(weights), bias)


@fact
def bare_assertions(article: Article) -> tuple[Bare, ...]:
    """Sentences that assert without a source, where no other rule has found a claim, in order."""
    if own_account(article) or shows_code(article):
        return ()
    out: list[Bare] = []
    ground = _ground(article)
    quotes = [q.span for q in quoted(article)]
    for index in _candidates(article):
        strength = _strength(article, ground, index, LIKELY)
        span = article.sentences[index].span
        if strength >= LIKELY and covering(quotes, *span) < 0:
            out.append(Bare(span, index, strength >= SURE, _clause(article, index)))
    return tuple(out)


def _clause(article: Article, index: int) -> Span:
    """The words of a sentence between its opening and what is told by the way."""
    text, (folded, starts, ends) = article.text, article.words
    start, end = article.sentences[index].span
    row = article.sentence_words[index]
    opened = folded[row.start] in _OPENERS
    for k in range(row.start + 1, row.stop - _LEAST):
        gap = text[ends[k - 1] : starts[k]]
        if opened and "," in gap:
            name = text[starts[k]].isupper() and folded[k + 1] != "and" and "," not in text[ends[k] : starts[k + 1]]
            if name or folded[k] in _SUBJECTS:
                start, opened = starts[k], False
        elif not opened and k - row.start >= _LEAST:
            by_the_way = folded[k] in _BY_THE_WAY if "," in gap else " – " in gap or "—" in gap
            if by_the_way and starts[k] - start >= _ROOM:
                return Span(start, ends[k - 1])
    return Span(start, end)


def is_faint(article: Article, index: int, weak: bool) -> bool:
    """True of a sentence whose other words say that it tells or explains something, or that it closes the article and
    asserts little; `weak`: its claim is a weak one."""
    least = FAINT_IF_WEAK if weak else FAINT
    if _ends_empty(article, article.sentences[index].block):
        least = LIKELY
    return _strength(article, _ground(article), index, least) < least


def _ends_empty(article: Article, at: int) -> bool:
    """True of a last paragraph that brings nothing new: its claims are part of its closing words."""
    (start, end), *_ = block = article.blocks[at]
    if block.zone != "conclusion" or article.text[end - 1] not in ".!":
        return False
    first = article.sentence_index(start)
    return specific_sentences(article).isdisjoint(range(first, first + len(article.sentences_of(at))))


def _strength(article: Article, ground: _Ground, index: int, least: float) -> float:
    """Log odds that a reader of a doubted article asks of a sentence who says so; exact from `least` on."""
    table = ground.table
    held = _marks_held(article, ground, index)
    strength = table.bias
    for bit, weight in table.weights:
        if held & bit:
            strength += weight
    if strength >= least and _recounts(article, ground, index, held):
        strength += table.weights[table.bits["=recounted"].bit_length() - 1][1]
    return strength


def _recounts(article: Article, ground: _Ground, index: int, held: int) -> bool:
    """True of a sentence in the past tense that judges nothing: it tells what happened. (The costliest mark of all, so
    it is looked for last.)"""
    bits = ground.table.bits
    for mark in _JUDGING:
        if held & bits[mark]:
            return False
    row = article.sentence_words[index]
    folded, starts, ends = article.words
    gaps = [article.text[ends[k] : starts[k + 1]] for k in row[:-1]]
    return tense_of(folded[row.start : row.stop], gaps) == "past"


def _marks_held(article: Article, ground: _Ground, index: int) -> int:
    """The bits of the marks that a sentence has, but ``=recounted``."""
    bits, held = ground.table.bits, ground.of_text
    being, judgement, digit = bits["being"], bits["judgement"], bits["=digit"]
    text, (folded, starts, _) = article.text, article.words
    row = article.sentence_words[index]
    was, numbers, capitals = -_NEAR, 0, 0
    for k in row:
        of_word = bits_of(folded[k])
        held |= of_word
        numbers += of_word & digit > 0
        capitals += text[starts[k]].isupper()
        if of_word & being:
            was = k
        elif of_word & judgement and k - was < _NEAR:
            held |= bits["=judged"]  # "is still hard"
    when = index in ground.dated
    if when or numbers > _NUMBERS:
        held &= ~digit
    shape = (
        ("=capitals", capitals - text[starts[row.start]].isupper() >= _CAPITALS),
        ("=short", len(row) < _SHORT),
        ("=very-short", len(row) < _VERY_SHORT),
        ("=dated", when),
        ("=vouched", index in ground.vouched),
        ("=lede", article.blocks[article.sentences[index].block].zone == "lede"),
        ("=top", index < _TOP),
        ("=opens-the", folded[row.start] == "the"),
        ("=opens-name", len(row) > 1 and text[starts[row.start + 1]].isupper()),
    )
    for mark, holds in shape:
        if holds:
            held |= bits[mark]
    return held


class _Ground(NamedTuple):
    """What the sentences of an article are weighed on."""

    table: _Marks
    dated: frozenset[int]
    """Sentences with a date."""
    vouched: frozenset[int]
    of_text: int
    """Marks of the whole text."""


@fact
def _ground(article: Article) -> _Ground:
    table = marks()
    dated = frozenset(article.sentence_indexes([date.span.start for date in dates(article) if date.kind != "vague"]))
    of_text = table.bits["=technical-text"] if _is_technical(article) else 0
    return _Ground(table, dated, vouched_sentences(article), of_text)


@by_word
def bits_of(word: str) -> int:
    """The marks that a word has."""
    bits = marks().bits
    held = marks().words.get(word, 0)
    if word[0].isdigit() and not (len(word) == len("2026") and word[:2] in ("19", "20")):
        held |= bits["=digit"]
    if word.endswith("ly") and len(word) > _MANNER:
        held |= bits["=manner"]
    return held


def _candidates(article: Article) -> list[int]:
    """Indexes of the sentences in running text and lists on which nobody has spoken yet, and that speak to nobody."""
    known, elsewhere = sourced_sentences(article), told_elsewhere(article)
    out: list[int] = []
    for index, (span, block) in enumerate(article.sentences):
        zone, ending = article.blocks[block].zone, article.text[span.end - 1]
        by = known.get(index)
        # "This surge is" goes on in the writer's words
        told = by is not None and (not by.carried or zone == "list")
        if told or index in elsewhere or zone not in ZONES or ending in "?:":
            continue
        row = article.sentence_words[index]
        said = article.words.folded[row.start : row.stop]
        if len(said) < _SHORTEST or said[0] in ORDERS or (not TALK.isdisjoint(said) and talks(article, row)):
            continue
        if said[0] == "under" or is_open(said) or advises(said):
            continue  # "Under the new law, firms may ..."
        recounts = said[0] in ("this", "that", "it") and said[1] in RECOUNTS
        label = zone != "list" and ending.isalnum()  # in bold, before what it names
        if not (recounts or label):
            out.append(index)
    return out


def _is_technical(article: Article) -> bool:
    """True for a text full of words of computing, which explains how a thing works."""
    return len(article.where(_technical())) >= _TECHNICAL * len(article.words.folded)


@cache
def _technical() -> frozenset[str]:
    bit = marks().bits["technical"]
    return frozenset(word for word, held in marks().words.items() if held & bit)
