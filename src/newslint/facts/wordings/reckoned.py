"""Reckoned: sums and dates that do not come out, in all the wordings of ``data/wordings.txt``.

A wording is looked for in the sketches that have its kinds of figures in order, and the words without which it cannot
be; what judges it is loaded when it is first met: most articles hold few of them.
"""

from __future__ import annotations

import marshal
import sys

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.changes import Change
from newslint.facts.wordings.sketches import Sketch, couples, sketches
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.table import cached_on_disk, read_table
from newslint.text.words import by_word
from newslint.typed import Any, Iterator, Match

_SUMS = ("part_and_whole", "products", "compared", "summed", "wholes", "ballots", "percentages")
_TIMES = ("lengths", "lives")
_OF_DATES = frozenset("BDGKY")


class Wording(NamedTuple):
    """A way to say something of figures."""

    section: str
    judge: str
    needs: tuple[frozenset[str], ...]
    """Words of which the sketch holds one from each set, the rarest set first."""
    letters: tuple[str, ...]
    """Of each of its figures in order, the kinds that it may have."""
    source: str
    across: bool
    """It reads two sentences."""


class _Shaped(NamedTuple):
    """Where a sketch has the shape of a wording."""

    section: str
    judge: str
    sketch: Sketch
    found: Match[str]


@fact
def _matches(article: Article) -> tuple[_Shaped, ...]:
    """Every match of the wordings in sketches of one sentence, and then of two."""
    out: list[_Shaped] = []
    for drawn, waking_by_order, index in (
        (sketches(article), _sketches_waking, _index()[False]),
        (couples(article), _couples_waking, _index()[True]),
    ):
        for sketch in drawn:
            waking, here = waking_by_order(sketch.order), sketch.words
            awake = set(waking[""]).union(*[waking[word] for word in index.keys() & here])
            for n in sorted(awake):
                section, judge, needs, _, source, _ = _wording(n)
                for words in needs:
                    if words.isdisjoint(here):
                        break
                else:  # the figures are there in order, and the words: now the pattern is worth loading
                    out += [_Shaped(section, judge, sketch, match) for match in pattern(source).finditer(sketch.text)]
    return tuple(out)


class _Waking(dict[str, list[int]]):
    """The wordings for figures in some order, each by its number, by the word that wakes them, or by no word. They are
    looked through when that word is first met beside such figures."""

    __slots__ = ("_index", "_order")

    def __init__(self, order: str, across: bool) -> None:
        self._order = order
        self._index = _index()[across]

    def __missing__(self, word: str) -> list[int]:
        self[word] = [n for n, letters in self._index.get(word, ()) if _in_order(letters, self._order)]
        return self[word]


def _in_order(wanted: tuple[str, ...], order: str) -> bool:
    """True when letters of the kinds wanted stand in the order, one after the other."""
    at = 0
    for letters in wanted:
        while at < len(order) and order[at] not in letters:
            at += 1
        if at == len(order):
            return False
        at += 1
    return True


_ORDERS = 500
"""Orders of figures remembered; most sentences share a few."""
_sketches_waking = by_word(lambda order: _Waking(order, False), _ORDERS)
_couples_waking = by_word(lambda order: _Waking(order, True), _ORDERS)


@cache
def _wording(n: int) -> Wording:
    return Wording(*marshal.loads(_packed()[n]))


@cached_on_disk
def _packed() -> list[bytes]:
    """Every wording, in order, each for itself: an article needs a few."""
    return [marshal.dumps(tuple(wording)) for wording in _table()]


@cached_on_disk
def _index() -> tuple[dict[str, list[tuple[int, tuple[str, ...]]]], dict[str, list[tuple[int, tuple[str, ...]]]]]:
    """The wordings in one sentence and those across two, each by its number and its letters, by the words that wake
    them, or by no word."""
    index: tuple[dict[str, list[tuple[int, tuple[str, ...]]]], ...] = ({}, {})
    for n, wording in enumerate(_table()):
        for word in wording.needs[0] if wording.needs else ("",):
            index[wording.across].setdefault(word, []).append((n, wording.letters))
    return index[False], index[True]


@cache
def _table() -> list[Wording]:
    """Every wording, as it is written."""
    from newslint.text.needed import needed

    common = word_list("function-words") | frozenset(",:()")
    macros: dict[str, str] = {}
    rows = []
    section = ""
    for line in read_table("wordings").splitlines():
        if line.startswith("@"):
            name, _, macro = line[1:].partition(" = ")
            macros[f"{{{name}}}"] = macro
        elif line.startswith("["):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            head, _, shape = line.partition(" :: ")
            judge, *condition = head.split(" if ")
            letters, source = _read(shape, macros)
            needs = {*needed(source, common), *(frozenset(words.split()) for words in condition)}
            rarest_first = tuple(sorted(needs, key=lambda words: (not common.isdisjoint(words), *_commonness(words))))
            rows.append(Wording(section, judge, rarest_first, tuple(letters), source, " /" in source))
    return rows


def _commonness(words: frozenset[str]) -> tuple[int, int, list[str]]:
    """A guess: the shorter a word, the more texts hold it."""
    return -min(map(len, words)), len(words), sorted(words)


def _read(shape: str, macros: dict[str, str]) -> tuple[list[str], str]:
    """Letters and pattern of a shape as it is written."""
    source = shape
    for _ in range(2):  # pieces may stand in pieces
        for name, macro in macros.items():
            source = source.replace(name, macro)
    letters = pattern(r"\{\w+:(\w+)\}").findall(source)
    source = pattern(r"(?<!\\)\((?!\?)").sub("(?:", source)
    source = pattern(r"\{(\w+):(\w+)\}").sub(r"(?P<\1>[\2]\\d+)", source)
    word = r"[a-z][a-z0-9'.&]*" if set("".join(letters)) & _OF_DATES else r"(?:[a-z][a-z0-9'.&]*|[BDGKY]\\d+)"
    source = pattern(r"\{(\d+)\}").sub(rf"(?: {word}){{0,\1}}?", source)
    return letters, (f"^ {source[1:]}" if source.startswith("^") else f" {source}") + "(?= |$)"


@fact
def misreckoned(article: Article) -> tuple[Clash, ...]:
    """Shares, products, multiples, totals, votes and rates that do not follow from the figures beside them."""
    return tuple(_clashes(article, _SUMS))


@fact
def mistimed(article: Article) -> tuple[Clash, ...]:
    """Lengths of time, ages and orders of events that do not fit the dates beside them."""
    return tuple(_clashes(article, _TIMES))


@fact
def told_changes(article: Article) -> tuple[Change, ...]:
    """Changes told beside a pair of figures, in wordings that `changes` does not read."""
    return tuple(
        change
        for match in _matches(article)
        if match.section == "changes"
        for change in _judge("compared", match.judge)(match.sketch, match.found)
    )


def _clashes(article: Article, sections: tuple[str, ...]) -> Iterator[Clash]:
    for match in _matches(article):
        if match.section in sections:
            clashes = _judge(match.section, match.judge.rstrip("?"))(match.sketch, match.found)
            yield from (clash._replace(sure=False) for clash in clashes) if match.judge[-1] == "?" else clashes


def _judge(section: str, name: str) -> Any:
    home = f"newslint.facts.wordings.{section}"
    __import__(home)
    return sys.modules[home].JUDGES[name]
