"""Changes: two figures that the text sets against each other (``from 40 to 50``), and the change it states."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.figures import Figure, figures
from newslint.named import NamedTuple


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


RISES = frozenset(
    "rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows grew "
    "grown growing growth climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar "
    "soars soared soaring gain gains gained gaining leap leaps leapt leaped up advance advanced advances expand "
    "expanded expands swell swelled swollen higher spike spiked improvement doubled doubling tripled tripling trebled "
    "quadrupled".split()
)
FALLS = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
    "decreases decreased decreasing slip slips slipped slipping slide slides slid sliding plunge plunges plunged "
    "plunging tumble tumbles tumbled tumbling sink sinks sank sunk shrink shrinks shrank shrunk shrinking cut cuts "
    "cutting reduce reduces reduced reducing reduction slash slashes slashed lower lowered lowers down dip dips "
    "dipped slump slumped ease eased eases halved halving contraction contracted loss lost losing".split()
)
_NOUNS = frozenset(
    "rise increase gain jump growth fall drop decline decrease surge cut reduction leap improvement slump plunge "
    "change hike boost uplift dip slide climb loss advance spike contraction expansion uptick upturn downturn "
    "doubling halving higher lower more less fewer".split()
)
_FILLER = frozenset(
    "a an the or by of about nearly almost roughly around approximately more than just over under some well "
    "representing represents which is that was were this it marking marks equivalent to equal in one two three years "
    "year month months quarter on compared with from before earlier last same period an annual year's since previous "
    "prior and equals amounting amounts works out at making close less even sharp steep total overall net nearly full "
    "whole week weeks ago monday tuesday wednesday thursday friday january february march april may june july august "
    "september october november december s spring summer autumn winter two three four five six seven eight nine ten "
    "twelve decade decades has have had".split()
)
_LINK = RISES | FALLS | _NOUNS | _FILLER
_ROUGH = frozenset(
    "about around nearly almost roughly some approximately just over under more less than only a an the its as much "
    "little low high well".split()
)
_TIMES = frozenset(("d", "wk", "mo", "y", "decade", "h", "min", "s"))
"""Units of figures that say in what time, not from what to what."""
_BY = RISES | FALLS | {"by"}
_THAN_WHEN = frozenset("than recorded when it they had she he the in".split())
_COMPARED = frozenset("from against compared compares than above below previous beat been having earlier now".split())
_OTHER_SUBJECT = frozenset("while but whereas although though as after if".split())
_ALIKE = ("money", "count", "measure", "percent")
CROWD = 16
"""Figures beyond which a sentence is a table: nothing can be said of how they belong together."""
_WIDE = 10
"""Words that may stand between the figures of one change."""


@fact
def figures_by_sentence(article: Article) -> dict[int, list[Figure]]:
    """The figures of each sentence, by its index in `Article.sentences`; sentences without any are left out."""
    grouped: dict[int, list[Figure]] = {}
    for figure in figures(article):
        i = article.sentence_index(figure.span.start)
        if i >= 0:
            grouped.setdefault(i, []).append(figure)
    return grouped


@fact
def changes(article: Article) -> tuple[Change, ...]:
    """Every pair of figures that the text sets against each other as before and after."""
    by_sentence = figures_by_sentence(article)
    folded = article.words.folded
    found = []
    for sentence, here in by_sentence.items():
        if not 2 <= len(here) <= CROWD:
            continue
        start = article.words.at(article.sentences[sentence].span.start)
        here = [figure for figure in here if figure.unit not in _TIMES and not _aside(figure)]
        for n in range(len(here) - 2):
            if _enclosing(folded, here[n], here[n + 1], here[n + 2]):
                found.append(Change(here[n + 2], here[n], here[n + 1], 0, -1, sentence))
            elif _framing(folded, here[n], here[n + 1], here[n + 2]):
                found.append(Change(here[n], here[n + 2], here[n + 1], 0, -1, sentence))
        count = len(found)
        pairs = [(n, pair) for n in range(len(here) - 1) if (pair := _pair(folded, here[n], here[n + 1])) is not None]
        for n, (before, after) in pairs:
            first, last = here[n], here[n + 1]
            stated = None
            if n + 2 < len(here):
                stated = _after(folded, last, here[n + 2])
            if stated is None and n:
                stated = _leading(folded, here[n - 1], first)
            if stated is None and n + 2 == len(here) and sentence + 1 in by_sentence:
                stated = _next_sentence(article, sentence + 1, by_sentence[sentence + 1][0])
            if stated is None:
                stated = _bare_multiple(here, n)
            direction, verb = _direction(folded, first, start)
            found.append(Change(before, after, stated, direction, verb, sentence))
        if not any(change.stated for change in found[count:] if change.sentence == sentence) and len(here) == 3:
            found += _loose(article, here, sentence)
    return tuple(found)


def _aside(figure: Figure) -> bool:
    """``the two mines``: a small count in words, which is no quantity that changed."""
    return figure.kind == "count" and figure.value <= 12 and bool(figure.noun) and figure.text[0].isalpha()


def _loose(article: Article, here: list[Figure], sentence: int) -> Iterator[Change]:
    """Two figures of one kind and one change in per cent, alone in a sentence that compares."""
    stated = [f for f in here if f.kind == "percent" and not f.high]
    pair = [f for f in here if f.kind != "percent"]
    if len(stated) != 1 or len(pair) != 2 or not _same_kind(*pair) or pair[0].value == pair[1].value:
        return
    folded = article.words.folded
    low, high = here[0].words[0], here[-1].words[1]
    if _OTHER_SUBJECT & set(folded[low:high]):
        return
    if any(folded[i] == "and" and folded[i + 1] not in ("is", "was", "represents") for i in range(low, high)):
        return
    first, last = stated[0].words
    near = {*folded[max(0, first - 4) : first], *folded[last + 1 : last + 4]}
    if not near & (RISES | FALLS | _NOUNS | {"above", "below", "by"}):
        return
    span = article.sentences[sentence].span
    said = article.words.between(*span)
    around = set(folded[said.start : said.stop])
    years = sum(len(w) == 4 and w[:2] in ("19", "20") and w.isdecimal() for w in folded[said.start : said.stop])
    if not (
        around & _COMPARED
        or years == 2
        or any(_of_year(article, f) for f in pair)
        or {"year", "before"} <= around
        or {"year", "ago"} <= around
    ):
        return
    known = [f for f in pair if _word_before(folded, f)[0] in _COMPARED - {"now"} or _of_year(article, f)]
    older = known[0] if len(known) == 1 else pair[0]
    newer = pair[1] if older is pair[0] else pair[0]
    way = (newer.value > older.value) - (newer.value < older.value) if len(known) == 1 else 0
    yield Change(older, newer, stated[0], way, -1, sentence, sure=False)


def _of_year(article: Article, figure: Figure) -> bool:
    """``(2021: £4 million)``."""
    before = article.folded[max(0, figure.span.start - 7) : figure.span.start]
    return before.startswith("(") and before[1:5].isdecimal() and before.endswith(": ")


def _same_kind(a: Figure, b: Figure) -> bool:
    if a.kind != b.kind or a.kind not in _ALIKE or a.high or b.high:
        return False
    return a.unit == b.unit or (a.kind == "count" and not (a.noun and b.noun))


def _word_before(folded: list[str], figure: Figure) -> tuple[str, int]:
    """The word before a figure, rough words left out, and its index."""
    i = figure.words[0] - 1
    low = i - 4
    while i > low and i >= 0 and folded[i] in _ROUGH:
        i -= 1
    return (folded[i], i) if i >= 0 else ("", -1)


def _pair(folded: list[str], first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """(before, after) where the two stand as ``from A to B``, ``to B from A`` or ``B, up from A``."""
    if not _same_kind(first, second) or not 0 < second.words[0] - first.words[1] <= _WIDE:
        return None
    link, at = _word_before(folded, second)
    lead, _ = _word_before(folded, first)
    if second.words[0] == first.words[1] + 1:  # £5 million (£4 million a year ago)
        aside = folded[second.words[1] + 1 : second.words[1] + 4]
        told = aside in (["a", "year", "ago"], ["a", "year", "earlier"], ["the", "year", "before"])
        return (second, first) if told or aside[:2] in (["last", "year"], ["year", "earlier"]) else None
    if at <= first.words[1]:
        return None
    if lead == "from" and link == "to":
        between = folded[first.words[1] + 1 : at]
        return (first, second) if not {"from", "and", "while", "but"} & set(between) else None
    near = at - first.words[1] <= 4 and (folded[at - 1] in RISES or folded[at - 1] in FALLS)
    if link == "from" and (lead in ("to", "at") or near):
        between = folded[first.words[1] + 1 : at]
        return (
            (second, first) if not {"and", "while", "but", "to"} & set(between) and first.kind == second.kind else None
        )
    if link in ("with", "to") and folded[at - 1] in ("compared", "compares") and at - first.words[1] <= 3:
        return second, first
    return None


def _enclosing(folded: list[str], after: Figure, stated: Figure, before: Figure) -> bool:
    """``£5 million, up 25% on last year's £4 million``."""
    if stated.kind not in ("percent", "points") or stated.high or not _same_kind(after, before):
        return False
    lead = folded[after.words[1] + 1 : stated.words[0]]
    tail = folded[stated.words[1] + 1 : before.words[0]]
    if len(lead) > 7 or not 0 < len(tail) <= 7:
        return False
    if tail[0] in ("higher", "lower", "more", "less", "above", "below", "up", "down"):
        return not lead and all(w in _LINK or w in _THAN_WHEN for w in tail)
    if tail[0] not in ("on", "from", "over", "compared") or not lead:
        return False
    if any(word not in _LINK and not word.isdecimal() and word not in ("figure", "total", "than") for word in tail):
        return False
    return any(w in RISES or w in FALLS or w in _NOUNS for w in lead) and all(
        w in _LINK or w == after.noun or w.isdecimal() for w in lead
    )


def _framing(folded: list[str], before: Figure, stated: Figure, after: Figure) -> bool:
    """``From £4 million sales doubled to £8 million``; ``from £4 million, up 25% to £5 million``."""
    if stated.kind not in ("percent", "points", "multiple") or stated.high or not _same_kind(before, after):
        return False
    if _word_before(folded, before)[0] != "from" or _word_before(folded, after)[0] != "to":
        return False
    lead = folded[before.words[1] + 1 : stated.words[0]]
    if len(lead) > _WIDE or stated.words[1] + 4 < after.words[0] or {"and", "while", "but", "to"} & set(lead):
        return False
    return stated.kind == "multiple" or (bool(lead) and (lead[-1] in RISES or lead[-1] in FALLS or lead[-1] == "by"))


def _is_change(figure: Figure, of: Figure) -> bool:
    if figure.high:
        return False
    return figure.kind in ("percent", "points", "fraction", "multiple") or (
        figure.kind == of.kind
        and figure.unit == of.unit
        and figure.kind in ("money", "count")
        and figure.noun == of.noun
    )


def _after(folded: list[str], last: Figure, stated: Figure) -> Figure | None:
    """``…, up 25%``, ``…, a rise of 25%``, ``… (a 25% increase)``, ``…, or 25%``."""
    if not _is_change(stated, last):
        return None
    gap = folded[last.words[1] + 1 : stated.words[0]]
    gap = gap[1:] if gap[:1] == [last.noun] else gap
    if len(gap) > _WIDE or any(word not in _LINK and not word.isdecimal() and word != last.noun for word in gap):
        return None
    marked = stated.kind == "multiple" or any(w in RISES or w in FALLS or w in _NOUNS for w in gap)
    noun = any(w in _NOUNS for w in folded[stated.words[1] + 1 : stated.words[1] + 4])
    if stated.kind == last.kind and stated.kind != "percent":
        return stated if marked else None
    return stated if marked or noun or gap[:1] == ["or"] else None


def _leading(folded: list[str], stated: Figure, first: Figure) -> Figure | None:
    """``rose 25% from A to B``, ``a 25% rise, from A to B``, ``doubled to B from A``."""
    if not _is_change(stated, first):
        return None
    if stated.kind == first.kind and _word_before(folded, stated)[0] not in _BY:
        return None
    gap = folded[stated.words[1] + 1 : first.words[0]]
    if len(gap) > _WIDE or any(word not in _LINK and not word.isdecimal() for word in gap):
        return None
    if "and" in gap or "while" in gap:
        return None
    before = folded[max(0, stated.words[0] - 4) : stated.words[0]]
    marked = (
        stated.kind == "multiple" or any(w in RISES or w in FALLS for w in before) or (before and before[-1] == "by")
    )
    noun = any(w in _NOUNS for w in gap[:3])
    return stated if marked or noun else None


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
    if opening[0] in ("the", "a", "an") and any(w not in _LINK for w in opening):
        return None
    return stated if any(w in _NOUNS for w in nearby) else None


def _bare_multiple(here: list[Figure], n: int) -> Figure | None:
    """``doubled``, ``halving`` anywhere else near the pair."""
    for figure in (here[n - 1] if n else None, here[n + 2] if n + 2 < len(here) else None):
        if figure is not None and figure.kind == "multiple" and figure.text[-2:].lower() in ("ed", "ng"):
            near = (
                here[n].words[0] - figure.words[1] if figure is here[n - 1] else figure.words[0] - here[n + 1].words[1]
            )
            if 0 < near <= 4:
                return figure
    return None


def _direction(folded: list[str], first: Figure, start: int) -> tuple[int, int]:
    """What the nearest verb before the pair says of it, and where it stands."""
    for i in range(first.words[0] - 1, max(start, first.words[0] - 9) - 1, -1):
        word = folded[i]
        if word in ("while", "but", "and", "as"):
            break
        if word in RISES:
            return 1, i
        if word in FALLS:
            return -1, i
    return 0, -1
