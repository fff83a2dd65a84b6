"""Cues of claims: what speaks for a checkable sentence (figures, rankings, changes, deeds, names) and what against one
(opinion, duty, questions, talk of oneself).

The cues are lexicons in ``data/claim-cues.txt``. Their weights were fitted by logistic regression on sentences that
people had marked as worth checking or not, and rounded.
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts.figures import figures
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.inflect import forms
from newslint.text.span import Span
from newslint.text.table import cached_on_disk, read_table
from newslint.text.words import by_word
from newslint.typed import Sequence

BIAS = -1.55
"""What a sentence weighs that holds no cue."""

WEIGHTS = {
    "money": 1.9, "share": 1.4, "digit": 1.25, "magnitude": 1.1, "state-noun": 1.05, "record": 1.0, "report": 1.0,
    "count": 1.0, "comparison": 0.8, "year": 0.8, "past": 0.75, "deed": 0.7, "superlative": 0.7, "body-name": 0.65,
    "measure": 0.65, "opens-they": 0.6, "name": 0.5, "fraction": 0.5, "person": 0.5, "change": 0.45,
    "number-word": 0.4, "body": 0.4, "first": 0.35, "time": 0.3, "opens-i": -0.25, "hypothetical": -0.3,
    "under-9-words": -0.3, "opens-the": -0.3, "courtesy": -0.4, "opens-it": -0.45, "opens-order": -0.55,
    "merit": -0.65, "address": -0.55, "opens-question": -0.7, "first-person": -0.75, "future": -0.85,
    "under-6-words": -0.9, "opinion": -0.85, "duty": -1.2, "opens-if": -1.5, "question": -2.2,
}  # fmt: skip
"""Weight of each cue that a sentence holds."""

TWICE = {
    "comparative": 1.35, "magnitude": 0.85, "deed": 0.7, "count": 0.7, "name": 0.65, "person": 0.6, "number-word": 0.6,
    "merit": -0.45, "hypothetical": -0.95,
}  # fmt: skip
"""Weight on top where the sentence holds the cue twice or more."""


class _Cues(NamedTuple):
    words: dict[str, int]
    """Word to the bits of its cues."""
    pairs: dict[str, dict[str, int]]
    """First word to second word to bits."""
    bits: dict[str, int]


@cached_on_disk
def cue_table() -> _Cues:
    """The cue lexicons, each cue a bit."""
    words: dict[str, int] = {}
    pairs: dict[str, dict[str, int]] = {}
    bits: dict[str, int] = {}
    bit = 0
    table = read_table("claim-cues")
    for line in table.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            bit = bits.setdefault(line[1:-1], 1 << len(bits))
            continue
        for entry in line.split():
            if "_" in entry:
                first, second = entry.split("_", 1)
                after = pairs.setdefault(first, {})
                after[second] = after.get(second, 0) | bit
            elif entry[-1] == "~":
                for form in forms(entry[:-1]):
                    words[form] = words.get(form, 0) | bit
            else:
                words[entry] = words.get(entry, 0) | bit
    for name in ("digit", "year", "past", *_SENTENCE_CUES):
        bits[name] = 1 << len(bits)
    return _Cues(words, pairs, bits)


_SENTENCE_CUES = (
    "money", "share", "count", "measure", "name", "person", "body-name", "question", "opens-i", "opens-it",
    "opens-they", "opens-question", "opens-order", "opens-if", "opens-the", "under-6-words", "under-9-words",
)  # fmt: skip
TRIGGERING = ("superlative", "first", "effect", "modal", "expected", "evaluation", "motive", "consensus")
"""Cues of words that may be triggers."""
_LEAD_INS = frozenset("and but so well now no yes then or because also".split())
_OPENINGS = {
    "opens-i": "i i'm i've i'd i'll",
    "opens-it": "it it's that that's this",
    "opens-they": "he she they he's she's they're they've",
    "opens-question": "what why how who where do does is are can would should did will",
    "opens-order": "let look thank tell say listen let's ask take remember go",
    "opens-if": "if",
    "opens-the": "the a",
}
_OPENS = {word: cue for cue, row in _OPENINGS.items() for word in row.split()}
_FIGURE_CUES = {
    "money": "money", "percent": "share", "points": "share", "fraction": "share", "multiple": "share", "count": "count",
    "rank": "count", "measure": "measure",
}  # fmt: skip
_NAME_CUES = {"person": "person", "place": "", "organisation": "body-name", "other": ""}


class SentenceCues(NamedTuple):
    """The cues of one sentence: bits of those it holds, and of those it holds twice or more."""

    sentence: int
    once: int
    twice: int
    words: tuple[tuple[int, int], ...]
    """The words (indexes into `Article.words`) that may be triggers, each with its bits."""


def cues_of_sentences(article: Article) -> list[SentenceCues]:
    """The cues of every sentence of running text, words in quotations left out."""
    table = cue_table()
    bits = table.bits
    words, text = article.words, article.text
    folded, starts = words.folded, words.starts
    codes = _codes(article, table)
    triggering = sum([bits[cue] for cue in TRIGGERING])
    marks = [mark.span for mark in quoted(article)]
    told = _told(article, bits)
    found: list[SentenceCues] = []
    told.append((len(text) + 1, 0))
    opens, closes = [start for start, _ in marks], [end for _, end in marks]
    marked = len(marks)
    q = t = 0
    for index, (((begin, end), _), row) in enumerate(zip(article.sentences, article.sentence_words, strict=True)):
        once = twice = 0
        while q < marked and closes[q] <= begin:
            q += 1
        indexes: Sequence[int] = row
        if q < marked and opens[q] < end:
            indexes = _outside(marks, q, row, starts)
            here = [codes[i] for i in indexes]
        else:
            here = codes[row.start : row.stop]
        while told[t][0] < begin:
            t += 1
        if not indexes or len(indexes) * 2 < len(row):
            continue
        while told[t][0] < end:
            here.append(told[t][1])
            t += 1
        for code in filter(None, here):
            twice |= once & code
            once |= code
        at = 0
        while at < len(indexes) - 1 and folded[indexes[at]] in _LEAD_INS:
            at += 1
        opening = _OPENS.get(folded[indexes[at]])
        if opening:
            once |= bits[opening]
        if text[end - 1] == "?" or text[end - 2 : end - 1] == "?":
            once |= bits["question"]
        if len(indexes) < 9:
            once |= bits["under-9-words"] | (bits["under-6-words"] if len(indexes) < 6 else 0)
        wakes: tuple[tuple[int, int], ...] = ()
        if once & triggering:
            wakes = tuple([(i, code) for i, code in zip(indexes, here, strict=False) if code and code & triggering])
        found.append(SentenceCues(index, once, twice, wakes))
    return found


def _codes(article: Article, table: _Cues) -> list[int]:
    """The bits of each word of the article."""
    folded = article.words.folded
    found = list(map(_code, folded))
    for i in article.where(table.pairs.keys()):
        found[i] |= table.pairs[folded[i]].get(folded[i + 1], 0) if i + 1 < len(folded) else 0
    return found


@by_word
def _code(word: str) -> int:
    """The bits of a word by itself."""
    table = cue_table()
    code = table.words.get(word, 0)
    if len(word) > 4 and word.endswith("ed"):
        return code | table.bits["past"]
    if not code and word[0].isdigit():
        is_year = len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()
        return table.bits["year" if is_year else "digit"]
    return code


def _told(article: Article, bits: dict[str, int]) -> list[tuple[int, int]]:
    """Names and figures by their start, each with its bits."""
    kinds = {kind: bits["name"] | (bits[cue] if cue else 0) for kind, cue in _NAME_CUES.items()}
    found = [(start, kinds[kind]) for (start, _), _, kind, _ in names(article)]
    found += [(f.span.start, bits[cue]) for f in figures(article) if (cue := _FIGURE_CUES.get(f.kind))]
    return sorted(found)


def _outside(marks: Sequence[Span], q: int, row: range, starts: Sequence[int]) -> list[int]:
    """The words of the row that stand outside quotation marks; `q` is the first pair of marks that can hold one."""
    kept: list[int] = []
    at, stop = row.start, row.stop
    while at < stop and q < len(marks):
        opens, closes = marks[q]
        kept += range(at, bisect_left(starts, opens, at, stop))
        at = bisect_left(starts, closes, at, stop)
        q += 1
    kept += range(at, stop)
    return kept


def weight(cues: SentenceCues) -> float:
    """The sum of the weights of the sentence's cues."""
    once, twice = cues.once, cues.twice
    single, double = _weighted()
    total = BIAS
    for bit, value in single:
        if once & bit:
            total += value
    if twice:
        for bit, value in double:
            if twice & bit:
                total += value
    return total


@cache
def _weighted() -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
    bits = cue_table().bits
    return [(bits[cue], value) for cue, value in WEIGHTS.items()], [(bits[cue], value) for cue, value in TWICE.items()]
