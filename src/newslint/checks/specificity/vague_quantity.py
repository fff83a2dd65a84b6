from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    NamedTuple,
    Pattern,
    PhraseHit,
    Span,
    cache,
    covering,
    figures_by_sentence,
    fresh_sentences,
    names_instance,
    pattern,
    phrases,
    rule,
    sourced_sentences,
    word_list,
)

_SOURCES = 3
"""Sourced sentences from which everyday words pass."""
_LONGEST = 120
"""Code points of a false range at most."""
_LED_BY = 40
"""Code points between an amount word and the false range that it leads up to at most: ``a wide range of``."""
_HOLLOW = 2
"""Abstractions in a sentence that has an amount word and nothing new, from which it is surely padding."""
_EVERYDAY = frozenset(("many", "several", "various", "in"))
_JUDGED = frozenset(("considerable", "massive", "significant", "substantial", "vast"))
_VIEWS = frozenset(
    "believe believed believes assume assumed think thought argue argued say said feel felt fear feared hope hoped "
    "consider considered claim claimed expect expected agree agreed doubt doubted worry worried wonder wondered".split()
)
"""What many do is asked of them by another rule."""
_SORTS = frozenset("range array variety spectrum selection assortment set host".split())
"""What things of several kinds are; a figure in the sentence is not their number."""
_SHARES = frozenset("amount majority minority number percentage portion proportion quantity share".split())
"""What a source counted that speaks of it, and who cites it left out."""
_UNITS = frozenset("times minutes hours days weeks months years decades centuries miles metres feet".split())
_BEHIND = 400
"""Code points of the sentence within which what is counted is named."""
_INSTANCES = ("such as", "including", "for example", "for instance", "namely", "e.g.", ": ")


@cache
def _false_range() -> Pattern[str]:
    return pattern(r"\bfrom [^.;:!?\n]{3,50} to [^.;:!?\n]{3,60}$")


@rule(
    "info",
    wakes=["amount-words", "count-words", "loose-counts", "range-ends", "changes-in-time", "guessed-counts"],
    why="AP and BBC on precision; Wikipedia, Signs of AI writing (false ranges).",
    exceptions=(
        "Quotations; a figure in the same sentence; instances named behind it; everyday words (many, several, some of) "
        "in a report that names its sources by habit."
    ),
    bad=[
        "The grant is <<a substantial sum>> for the town.",
        "The tool will help <<a wide range of industries, from farming to mining and beyond>>.",
        "<<A growing number of>> farmers sell at the gate.",
        "The law covers everything <<from bakers to bankers and everything in between>>.",
        "Rents <<rose significantly>> in the year after the bridge opened.",
        "Berg won by <<a significant margin>>.",
        "Sales of bread were <<up compared to last year>>, Ada Brandt said.",
        "The club has <<perhaps a few dozen>> members.",
    ],
    good=[
        "The grant is a substantial sum: $2.1 million, three times the town's budget.",
        "The tool helps hospitals in Kent and two mines in Fife.",
        "The ferry sank after several hours.",
        "The port trades with many towns, such as Holm and Lund.",
        'Brandt called it "a substantial sum for a small town".',
        "The trains run from Holm to Gdansk and on to the coast.",
        """Sales of bread were up compared to last year,
by 4%, Ada Brandt said. She sees perhaps a few dozen members in the hall.""",
    ],
)
def vague_quantity(article: Article) -> Iterator[Hit]:
    """An amount word stands where a number is due.

    "Substantial" is a judgement, "a wide range" hides that nobody counted, and "from farming to mining and beyond"
    names two things and pretends to name all. Give the number, name the things, or leave the word out. A warning where
    a false range or a second amount word stands in the sentence, where nothing in it can be checked, and of what was
    judged and not counted ("numerous roads", "a significant margin"); else advice. In copy full of other flaws a range
    of things counts beside a figure or a source as well, which tell of something else, and so do several days, a share
    that a source counted, and things of which kinds are named behind them and no instance ("including apples").
    Everyday words pass where three sentences have a source. A warning everywhere is a rise or fall against another time
    with no figure near it.
    """
    yield from (*_changes(article), *_guesses(article))
    reported = len(sourced_sentences(article)) >= _SOURCES
    amounts: dict[int, list[_Amount]] = {}
    for sentence, amount in (*_amounts(article, reported), *_loose_counts(article, reported)):
        if amount.doubtful:
            yield _hit(article, amount.span)._replace(severity="doubtful")
        else:
            amounts.setdefault(sentence, []).append(amount)
    ranges = _false_ranges(article)
    for sentence in sorted(amounts.keys() | ranges):
        found = _apart(amounts.get(sentence, []))
        if reach := ranges.get(sentence):
            before = [s for s, _, _ in found if s.start < reach.start and reach.start - s.end < _LED_BY]
            joined = Span(before[-1].start if before else reach.start, reach.end)
            yield _hit(article, joined, sure=True)
            found = [amount for amount in found if not amount.span.overlaps(joined)]
        strong = sum(not amount.everyday for amount in found)
        sure = strong > 1 or (strong == 1 and _is_hollow(article, sentence))
        for amount in found:
            yield _hit(article, amount.span, sure=(sure and not amount.everyday) or _is_judged(article, amount.span))


class _Amount(NamedTuple):
    """An amount word in the place of a number."""

    span: Span
    everyday: bool
    """``Many``, ``several``: a word that reports have, too."""
    doubtful: bool = False
    """It counts only among many flaws."""


def _amounts(article: Article, reported: bool) -> Iterator[tuple[int, _Amount]]:
    """Amount words and count words, each with its sentence; beside a figure or a source only ranges of things."""
    counted, vouched, folded = figures_by_sentence(article), sourced_sentences(article), article.words.folded
    for lexicon in ("count-words", "amount-words"):
        for hit, sentence in _unclaimed(article, lexicon):
            example = _example(article, hit.span) if lexicon == "count-words" else ""
            if sentence in counted or (reported and sentence in vouched):
                told = folded[hit.first : hit.last + 1]
                if not example and not ((_SORTS if sentence in counted else _SORTS | _SHARES).isdisjoint(told)):
                    yield sentence, _Amount(hit.span, everyday=False, doubtful=True)
                continue
            everyday = folded[hit.first] in _EVERYDAY
            if not names_instance(example) and not (lexicon == "count-words" and everyday and reported):
                yield sentence, _Amount(hit.span, everyday, doubtful=bool(example))


def _changes(article: Article) -> Iterator[Hit]:
    """``Sales were up compared to last year``, with no figure in the paragraph's sentences on either side."""
    counted, sentences = figures_by_sentence(article), article.sentences
    for hit in phrases(article, "changes-in-time"):
        i = article.sentence_index(hit.span.start)
        if i < 0:
            continue
        near = [k for k in (i - 1, i, i + 1) if 0 <= k < len(sentences) and sentences[k].block == sentences[i].block]
        if not any(k in counted for k in near):
            said = article.one_line(hit.span)
            yield Hit(hit.span, f"By how much? Give the figure with “{said}”.", severity="warning")


def _guesses(article: Article) -> Iterator[Hit]:
    """``Perhaps a few dozen``, where nobody stands behind the guess."""
    vouched = sourced_sentences(article)
    for hit in phrases(article, "guessed-counts"):
        if article.sentence_index(hit.span.start) not in vouched:
            yield _hit(article, hit.span, sure=True)


def _loose_counts(article: Article, reported: bool) -> Iterator[tuple[int, _Amount]]:
    """``Many boats``, ``several days``, each with its sentence."""
    counted, vouched, folded = figures_by_sentence(article), sourced_sentences(article), article.words.folded
    for hit, sentence in _unclaimed(article, "loose-counts"):
        if sentence in counted:
            continue
        last = folded[hit.last]
        if last in _UNITS:
            yield sentence, _Amount(hit.span, everyday=True, doubtful=True)
        elif not (reported or sentence in vouched or last in _VIEWS):
            example = _example(article, hit.span)
            if not names_instance(example):
                doubtful = bool(example) or folded[hit.first] == "various"
                yield sentence, _Amount(hit.span, everyday=True, doubtful=doubtful)


def _unclaimed(article: Article, lexicon: str) -> list[tuple[PhraseHit, int]]:
    """The phrases of a lexicon in sentences, each with its sentence, less those that are another rule's."""
    claims = [hit.span for hit in phrases(article, "unnamed-instances")]
    found = [(hit, article.sentence_index(hit.span.start)) for hit in phrases(article, lexicon)]
    return [(hit, sentence) for hit, sentence in found if sentence >= 0 and covering(claims, *hit.span) < 0]


def _is_judged(article: Article, span: Span) -> bool:
    """ "Numerous roads", "a significant margin": nobody counted, and somebody found it much; few reports say so."""
    near = article.words.between(*span)
    said = article.words.folded[near.start : near.stop]
    return said[0] == "numerous" or (said[0] in ("a", "an", "vast") and not _JUDGED.isdisjoint(said))


def _false_ranges(article: Article) -> dict[int, Span]:
    """``From farming to mining and beyond``, by its sentence."""
    found: dict[int, Span] = {}
    for hit in phrases(article, "range-ends"):
        sentence = article.sentence_index(hit.span.start)
        if sentence < 0:
            continue
        low = max(article.sentences[sentence].span.start, hit.span.start - _LONGEST)
        match = _false_range().search(article.folded, low, hit.span.start)
        if match:
            found[sentence] = Span(match.start(), hit.span.end)
    return found


def _example(article: Article, span: Span) -> str:
    """What the sentence goes on to name of what is counted."""
    sentence = article.sentence_at(span.start)
    stop = min(sentence.span.end, span.end + _BEHIND) if sentence else span.end
    behind = article.folded[span.end : stop]
    for mark in _INSTANCES:
        if mark in behind:
            return article.text[span.end + behind.index(mark) : stop]
    return ""


def _is_hollow(article: Article, sentence: int) -> bool:
    """True when the sentence brings no new name, date, figure or source, and is abstract otherwise too."""
    if sentence in fresh_sentences(article) or sentence in sourced_sentences(article):
        return False
    near = article.words.between(*article.sentences[sentence].span)
    abstract = word_list("abstractions")
    return sum(word in abstract for word in article.words.folded[near.start : near.stop]) >= _HOLLOW


def _apart(found: list[_Amount]) -> list[_Amount]:
    """In order; of overlapping ones the longer."""
    kept: list[_Amount] = []
    for amount in sorted(found, key=lambda a: (a.span.start, -a.span.end)):
        if not kept or amount.span.start >= kept[-1].span.end:
            kept.append(amount)
    return kept


def _hit(article: Article, span: Span, *, sure: bool = False) -> Hit:
    said = article.one_line(span)
    message = f"How much, how many, which? Replace “{said}”."
    return Hit(span, message, severity="warning" if sure else None)
