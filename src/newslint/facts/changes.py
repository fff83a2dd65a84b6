"""Changes: two figures that the text sets against each other (``from 40 to 50``), and the change it states."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.change_pairs import (
    bare_multiple,
    direction_before,
    enclosing,
    framing,
    pair,
    risen,
    same_kind,
    stated_after,
    stated_before,
    word_before,
)
from newslint.facts.change_words import COMPARED, FALLS as FALLS, LINK, NOUNS, OTHER_SUBJECT, RISES as RISES
from newslint.facts.figures import Figure, figures
from newslint.facts.units import TIME_UNITS
from newslint.named import NamedTuple
from newslint.typed import Iterator


class Change(NamedTuple):
    """``from before to after``, with the change stated beside it, if any."""

    before: Figure
    after: Figure
    stated: Figure | None
    direction: int
    """1 where the verb says that it rose, -1 where it fell, 0 where nothing is said."""
    verb: int
    """The index of the word that says so, or -1."""
    sentence: int
    sure: bool = True
    """False where only the company they keep says that the figures belong together, and which came first is a guess."""


MOST_FIGURES = 16
"""Figures beyond which a sentence is a table: nothing can be said of how they belong together."""


@fact
def figures_by_sentence(article: Article) -> dict[int, list[Figure]]:
    """The figures of each sentence, by its index in `Article.sentences`; sentences without any are left out."""
    starts, ends = article.sentence_starts, article.sentence_ends
    count = len(starts)
    grouped: dict[int, list[Figure]] = {}
    i = 0
    for figure in figures(article):
        at = figure.span.start
        while i < count and ends[i] <= at:
            i += 1
        if i < count and starts[i] <= at:
            grouped.setdefault(i, []).append(figure)
    return grouped


@fact
def changes(article: Article) -> tuple[Change, ...]:
    """Every pair of figures that the text sets against each other as before and after."""
    by_sentence = figures_by_sentence(article)
    found: list[Change] = []
    for sentence, here in by_sentence.items():
        if not 2 <= len(here) <= MOST_FIGURES:
            continue
        here = [figure for figure in here if figure.unit not in TIME_UNITS and not _aside(figure)]
        found += _round_a_change(article, here, sentence)
        paired = _paired(article, here, sentence)
        found += paired
        if any(change.stated for change in paired):
            continue
        if len(here) == 3:
            found += _loose(article, here, sentence)
        elif len(here) == 2 and sentence - 1 in by_sentence:
            found += _since_then(article, by_sentence[sentence - 1], here, sentence)
    return tuple(found)


def _round_a_change(article: Article, here: list[Figure], sentence: int) -> list[Change]:
    """Two figures with the change between them: ``from 40, up 25% to 50``."""
    found: list[Change] = []
    folded = article.words.folded
    for n in range(len(here) - 2):
        first, stated, last = here[n : n + 3]
        if enclosing(folded, first, stated, last):
            found.append(Change(last, first, stated, 0, -1, sentence))
        elif framing(folded, first, stated, last) or risen(article, first, stated, last):
            found.append(Change(first, last, stated, 0, -1, sentence))
    return found


def _paired(article: Article, here: list[Figure], sentence: int) -> list[Change]:
    """Two figures beside each other, with the change that is stated near them, if any."""
    found: list[Change] = []
    folded, start = article.words.folded, article.words.at(article.sentences[sentence].span.start)
    for n in range(len(here) - 1):
        two = pair(folded, here[n], here[n + 1])
        if two is None or _part_of(article, here[n], here[n + 1]):
            continue
        direction, verb = direction_before(folded, here[n], start)
        found.append(Change(*two, _stated(article, here, n, sentence), direction, verb, sentence))
    return found


def _stated(article: Article, here: list[Figure], n: int, sentence: int) -> Figure | None:
    """The change that is stated of figure `n` and the one behind it: after the two, before them, or in the sentence
    behind."""
    folded, behind = article.words.folded, figures_by_sentence(article).get(sentence + 1)
    stated = None
    if n + 2 < len(here):
        stated = stated_after(folded, here[n + 1], here[n + 2])
        if stated is not None and _of_another(article.folded[here[n + 1].span.end : stated.span.start]):
            stated = None
    if stated is None and n:
        stated = stated_before(folded, here[n - 1], here[n])
    if stated is None and n + 2 == len(here) and behind:
        stated = _next_sentence(article, sentence + 1, behind[0])
    return bare_multiple(folded, here, n) if stated is None else stated


def _part_of(article: Article, whole: Figure, part: Figure) -> bool:
    """``£640,000, of which the trust has raised £415,000, or 65 per cent``."""
    between = article.folded[whole.span.end : part.span.start]
    return any(said in between for said in (" of which ", " of whom ", " of that "))


def _of_another(between: str) -> bool:
    """The words between a pair and a change begin with another subject, or tell a share: ``, imports by 12%``."""
    _, comma, rest = between.replace(";", ",").partition(",")
    words = rest.split()
    if any(said in between for said in ("of which", "of whom", " since ")):
        return True
    return bool(comma and words) and not _goes_on(words[0])


def _goes_on(word: str) -> bool:
    return word != "with" and (word in LINK or word.isdecimal())


def _aside(figure: Figure) -> bool:
    """``the two mines``: a small count in words, which is no quantity that changed."""
    return figure.kind == "count" and figure.value <= 12 and bool(figure.noun) and figure.text[0].isalpha()


def _loose(article: Article, here: list[Figure], sentence: int) -> Iterator[Change]:
    """Two figures of one kind and one change in per cent, alone in a sentence that compares."""
    stated = [f for f in here if f.kind == "percent" and not f.high]
    pair = [f for f in here if f.kind != "percent"]
    if len(stated) != 1 or len(pair) != 2 or not same_kind(*pair) or pair[0].value == pair[1].value:
        return
    if _part_of(article, *pair):
        return
    folded = article.words.folded
    low, high = here[0].words[0], here[-1].words[1]
    if OTHER_SUBJECT & set(folded[low:high]):
        return
    if any(folded[i] == "and" and folded[i + 1] not in ("is", "was", "represents") for i in range(low, high)):
        return
    first, last = stated[0].words
    if stated[0] is here[2] and _of_another(article.folded[here[1].span.end : stated[0].span.start]):
        return
    near = {*folded[max(0, first - 4) : first], *folded[last + 1 : last + 4]}
    if folded[first - 1] == "of" and "turnout" in folded[first - 4 : first]:
        return
    if {"point", "points"} & set(folded[last + 1 : last + 6]) or folded[here[0].words[0] - 1] == "of":
        return  # of 5,000 voters, 3,200 came, 64 percent, three points fewer
    if not near & (RISES | FALLS | NOUNS | {"above", "below", "by"}):
        return
    span = article.sentences[sentence].span
    said = article.words.between(*span)
    around = set(folded[said.start : said.stop])
    years = sum(len(w) == 4 and w[:2] in ("19", "20") and w.isdecimal() for w in folded[said.start : said.stop])
    if not (
        around & COMPARED
        or {"last", "this", "year"} <= around
        or years == 2
        or any(_of_year(article, f) for f in pair)
        or {"year", "before"} <= around
        or {"year", "ago"} <= around
    ):
        return
    known = [f for f in pair if word_before(folded, f)[0] in COMPARED - {"now"} or _of_year(article, f)]
    older = known[0] if len(known) == 1 else pair[0]
    newer = pair[1] if older is pair[0] else pair[0]
    way = (newer.value > older.value) - (newer.value < older.value) if len(known) == 1 else 0
    yield Change(older, newer, stated[0], way, -1, sentence, sure=False)


def _of_year(article: Article, figure: Figure) -> bool:
    """``(2021: £4 million)``."""
    before = article.folded[max(0, figure.span.start - 7) : figure.span.start]
    return before.startswith("(") and before[1:5].isdecimal() and before.endswith(": ")


def _since_then(article: Article, earlier: list[Figure], here: list[Figure], sentence: int) -> Iterator[Change]:
    """``A year ago sales were £5 million. They are now £4 million, 20% less.``"""
    folded, sentences = article.words.folded, article.sentences
    known = [figure for figure in earlier if figure.unit not in TIME_UNITS and not _aside(figure)]
    if len(known) != 1 or sentences[sentence].block != sentences[sentence - 1].block:
        return
    before, (after, stated) = known[0], here
    if not same_kind(before, after) or stated.kind != "percent" or stated_after(folded, after, stated) is None:
        return
    start = article.words.at(sentences[sentence].span.start)
    past = article.words.at(sentences[sentence - 1].span.start)
    then = folded[past:start]
    if folded[start] not in ("it", "they", "now", "today") or "now" not in folded[start : after.words[0]]:
        return
    if "ago" in then or ("last" in then and "year" in then) or any(w[:2] in ("19", "20") and len(w) == 4 for w in then):
        yield Change(before, after, stated, 0, -1, sentence)


def _next_sentence(article: Article, sentence: int, stated: Figure) -> Figure | None:
    """``That is an increase of 25%.``, ``The 25% rise ...``"""
    if stated.kind not in ("percent", "multiple", "fraction", "points") or stated.high:
        return None
    folded = article.words.folded
    start = article.words.at(article.sentences[sentence].span.start)
    opening = folded[start : stated.words[0]]
    if not opening or len(opening) > 8 or opening[0] not in ("that", "this", "it", "the", "a", "an", "which"):
        return None
    if article.sentences[sentence].block != article.sentences[sentence - 1].block:
        return None
    nearby = opening + folded[stated.words[1] + 1 : stated.words[1] + 3]
    if opening[0] == "it" and not {"represents", "represented", "is", "was", "means", "marks"} & set(opening):
        return None
    if opening[0] in ("the", "a", "an") and any(w not in LINK for w in opening):
        return None
    return stated if any(w in NOUNS for w in nearby) else None
