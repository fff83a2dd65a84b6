"""Seats: the towns in which the article says that organisations have their headquarters."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.facts.names import Name, name_table, names
from newslint.named import NamedTuple
from newslint.text.span import Span


class Seat(NamedTuple):
    """Who sits where. `entity` is a row of `name_table`."""

    entity: int
    town: str
    """Folded."""
    span: Span
    """The town."""
    known: bool
    """True for a city of the gazetteer."""


_BASED = frozenset(("based", "headquartered", "headquarters", "office"))
_OF_A_PART = frozenset(
    "european american asian african us u.s uk british regional north south east west northern southern global "
    "international local new former old second joint who whose unit subsidiary arm branch team rival owner parent "
    "chief analyst editor partner affiliate agent lab division lawyer supplier competitor neighbour".split()
)
"""Words that say that a branch, a person or another firm sits there."""
_MOVES = frozenset(
    "moved move moves moving relocated relocate relocating until formerly previously originally then now both dual two "
    "second once".split()
)
_NEAR = 16
"""Words round the verb in which names are looked for."""
_REACH = 7
"""Words between an organisation and the verb at most."""


@fact
def seats(article: Article) -> tuple[Seat, ...]:
    """Every seat, in order: "based in Lyon", "the Lyon-based firm", "has its headquarters in Lyon"."""
    if article.folded.count("based") + article.folded.count("headquarter") + article.folded.count(" office in ") < 2:
        return ()  # nothing to compare
    words, folded = article.words, article.words.folded
    verbs = article.where(_BASED)
    table = name_table(article)
    found = names(article)
    starts = [name.span.start for name in found]
    out: list[Seat] = []
    for i in verbs:
        sentence = article.sentence_at(words.starts[i])
        if sentence is None:
            continue
        row = words.between(*sentence.span)
        around = folded[max(row.start, i - 6) : min(row.stop, i + 6)]
        if _MOVES & set(around) or {"was", "were", "be", "will"} & set(folded[max(row.start, i - 2) : i]):
            continue
        town, joined = _town_after(article, i, row), False
        if town is None:
            town, joined = _town_before(article, i), True
        if town is None or _OF_A_PART & set(folded[max(row.start, i - 5) : i + 3]):
            continue
        low = max(sentence.span.start, words.starts[max(row.start, i - _NEAR)])
        high = min(sentence.span.end, words.ends[min(row.stop - 1, i + _NEAR)])
        here = found[bisect_left(starts, low) : bisect_left(starts, high)]
        bodies = [
            n
            for n in here
            if table[n.entity].kind in ("organisation", "other")
            and (n.span.end <= town.start or n.span.start >= town.end)
        ]
        body = _nearest(article, bodies, found, starts, i)
        name = " ".join(article.folded[town.start : town.end].split())
        if body < 0 or name in word_list("countries") or name in word_list("regions") or name in word_list("demonyms"):
            continue
        at = bisect_left(starts, town.start)
        if joined and not (at < len(found) and found[at].span.start == town.start and found[at].kind == "place"):
            continue  # Linux-based
        out.append(Seat(body, name, town, name in word_list("places")))
    return tuple(out)


def _town_after(article: Article, i: int, row: range) -> Span | None:
    """The capitalised words after ``in``."""
    words, text = article.words, article.text
    if i + 2 >= row.stop or words.folded[i + 1] != "in" or not text[words.starts[i + 2]].isupper():
        return None
    if words.folded[i] == "office" and (not i or words.folded[i - 1] not in ("head", "main")):
        return None
    last = i + 2
    while (
        last + 1 < row.stop
        and last < i + 5
        and text[words.ends[last] : words.starts[last + 1]] == " "
        and text[words.starts[last + 1]].isupper()
    ):
        last += 1
    return Span(words.starts[i + 2], words.ends[last])


def _town_before(article: Article, i: int) -> Span | None:
    """``Lyon-based``, ``New York-based``."""
    words, text = article.words, article.text
    if words.folded[i] not in ("based", "headquartered") or not i or text[words.ends[i - 1] : words.starts[i]] != "-":
        return None
    first = i - 1
    if not text[words.starts[first]].isupper() or text[words.starts[i]].isupper():
        return None
    while (
        first > 0 and i - first < 3
        and text[words.ends[first - 1] : words.starts[first]] == " "
        and text[words.starts[first - 1]].isupper()
        and f"{words.folded[first - 1]} {words.folded[first]}" in word_list("places")
    ):  # fmt: skip
        first -= 1
    return Span(words.starts[first], words.ends[i - 1])


def _nearest(article: Article, bodies: list[Name], found: tuple[Name, ...], starts: list[int], i: int) -> int:
    """The row of the organisation that the verb speaks of, or -1 where that is in doubt."""
    words = article.words
    place = words.starts[i]
    before = [n for n in bodies if n.span.end <= place]
    after = [n for n in bodies if n.span.start >= words.ends[i]]
    if before and i - words.at(before[-1].span.end) < _REACH:
        name = before[-1]
        owner = article.folded.startswith("'s", name.span.end)
        if owner and words.folded[i] == "based":
            return -1  # Lumora's Turin-based affiliate
        between = found[bisect_left(starts, name.span.end) : bisect_left(starts, place)]
        if not any(n.kind == "person" for n in between):
            return name.entity
    if after and words.at(after[0].span.start) - i <= _REACH:
        name = after[0]
        clear = found[bisect_left(starts, words.ends[i]) : bisect_left(starts, name.span.start)]
        return name.entity if not any(n.kind == "person" for n in clear) else -1
    return -1
