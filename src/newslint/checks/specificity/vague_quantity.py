from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    covering,
    figures_by_sentence,
    fresh_sentences,
    pattern,
    phrases,
    rule,
    sourced_sentences,
    word_list,
)

_LONGEST = 120
"""Code points of a false range at most."""
_HOLLOW = 2
"""Abstractions in a sentence that has an amount word and nothing new, from which it is surely padding."""
_EVERYDAY = frozenset(("many", "several", "various", "in"))
_VIEWS = frozenset(
    "believe believed believes assume assumed think thought argue argued say said feel felt fear feared hope hoped "
    "consider considered claim claimed expect expected agree agreed doubt doubted worry worried wonder wondered".split()
)
"""What many do is asked of them by another rule."""
_SORTS = frozenset("range array variety spectrum selection assortment set host".split())
"""What things of several kinds are; a figure in the sentence is not their number."""
_UNITS = frozenset("times minutes hours days weeks months years decades centuries miles metres feet".split())
_INSTANCES = ("such as", "including", "for example", "for instance", "namely", "e.g.", ": ")


@cache
def _false_range() -> Pattern[str]:

    return pattern(r"\bfrom [^.;:!?\n]{3,50} to [^.;:!?\n]{3,60}$")


@rule(
    "info",
    wakes=["amount-words", "count-words", "loose-counts", "range-ends"],
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
    ],
    good=[
        "The grant is a substantial sum: $2.1 million, three times the town's budget.",
        "The tool helps hospitals in Kent and two mines in Fife.",
        "The ferry sank after several hours.",
        "The port trades with many towns, such as Holm and Lund.",
        'Brandt called it "a substantial sum for a small town".',
        "The trains run from Holm to Gdansk and on to the coast.",
    ],
)
def vague_quantity(article: Article, *, sources: int = 3) -> Iterator[Hit]:
    """An amount word stands where a number is due.

    "Substantial" is a judgement, "a wide range" hides that nobody counted, and "from farming to mining and beyond"
    names two things and pretends to name all. Give the number, name the things, or leave the word out. A warning where
    a false range or a second amount word stands in the sentence, or nothing in it can be checked; else advice. In copy
    full of other flaws a range of things counts beside a figure or a source as well, which tell of something else, and
    so do several days. `sources`: sourced sentences from which everyday words pass.
    """
    counted = figures_by_sentence(article)
    by_sentence: dict[int, list[tuple[Span, bool]]] = {}
    claims = [hit.span for hit in phrases(article, "unnamed-instances")]  # another rule's
    vouched = sourced_sentences(article)
    reported = len(vouched) >= sources
    for lexicon in ("count-words", "amount-words"):
        for hit in phrases(article, lexicon):
            sentence = article.sentence_index(hit.span.start)
            if sentence < 0 or covering(claims, *hit.span) >= 0:
                continue
            exemplified = lexicon == "count-words" and _is_exemplified(article, hit.span)
            if sentence in counted or (reported and sentence in vouched):
                if article.words.folded[hit.last - 1] in _SORTS and not exemplified:
                    yield _hit(article, hit.span, doubtful=True)
                continue
            plain = article.words.folded[hit.first] in _EVERYDAY
            if not exemplified and not (lexicon == "count-words" and plain and reported):
                by_sentence.setdefault(sentence, []).append((hit.span, plain))
    for hit in phrases(article, "loose-counts"):
        sentence = article.sentence_index(hit.span.start)
        if sentence < 0 or sentence in counted or covering(claims, *hit.span) >= 0:
            continue
        last = article.words.folded[hit.last]
        if last in _UNITS:
            yield _hit(article, hit.span, doubtful=True)
        elif not (reported or sentence in vouched or last in _VIEWS or _is_exemplified(article, hit.span)):
            if article.words.folded[hit.first] == "various":
                yield _hit(article, hit.span, doubtful=True)
            else:
                by_sentence.setdefault(sentence, []).append((hit.span, True))
    ranges: dict[int, Span] = {}
    for hit in phrases(article, "range-ends"):
        sentence = article.sentence_index(hit.span.start)
        if sentence < 0:
            continue
        low = max(article.sentences[sentence].span.start, hit.span.start - _LONGEST)
        match = _false_range().search(article.folded, low, hit.span.start)
        if match:
            ranges[sentence] = Span(match.start(), hit.span.end)
            by_sentence.setdefault(sentence, [])
    for sentence, found in sorted(by_sentence.items()):
        reach = ranges.get(sentence)
        found = _apart(found)
        if reach:
            before = [s for s, _ in found if s.start < reach.start and reach.start - s.end < 40]
            joined = Span(before[-1].start if before else reach.start, reach.end)
            yield _hit(article, joined, sure=True)
            found = [(s, plain) for s, plain in found if not s.overlaps(joined)]
        strong = sum(not plain for _, plain in found)
        sure = strong > 1 or (strong == 1 and _is_hollow(article, sentence))
        for span, plain in found:
            yield _hit(article, span, sure=sure and not plain)


def _is_exemplified(article: Article, span: Span) -> bool:
    """True when the sentence goes on to name some of what is counted."""
    sentence = article.sentence_at(span.start)
    behind = article.folded[span.end : sentence.span.end] if sentence else ""
    return any(mark in behind for mark in _INSTANCES)


def _is_hollow(article: Article, sentence: int) -> bool:
    """True when the sentence brings no new name, date, figure or source, and is abstract otherwise too."""
    if sentence in fresh_sentences(article) or sentence in sourced_sentences(article):
        return False
    near = article.words.between(*article.sentences[sentence].span)
    abstract = word_list("abstractions")
    return sum(word in abstract for word in article.words.folded[near.start : near.stop]) >= _HOLLOW


def _apart(found: list[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
    """In order; of overlapping ones the longer."""
    kept: list[tuple[Span, bool]] = []
    for span, plain in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, plain))
    return kept


def _hit(article: Article, span: Span, *, sure: bool = False, doubtful: bool = False) -> Hit:
    said = " ".join(article.text[span.start : span.end].split())
    message = f"How much, how many, which? Replace “{said}”."
    return Hit(span, message, "doubtful" if doubtful else "warning" if sure else None)
