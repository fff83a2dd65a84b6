"""Cues of claims: what speaks for a checkable sentence (figures, rankings, changes, deeds, names) and what against one
(opinion, duty, questions, talk of oneself).
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.data import word_sections
from newslint.facts.figures import figures
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.text.table import cached_on_disk
from newslint.text.words import by_word
from newslint.typed import Sequence


class _Cues(NamedTuple):
    words: dict[str, int]
    """Word to the bits of its cues."""
    pairs: dict[str, dict[str, int]]
    """First word to second word to bits."""
    bits: dict[str, int]
    """Cue to its bit."""
    once: list[tuple[int, float]]
    """Bits with what a cue weighs that a sentence holds, in log odds."""
    twice: list[tuple[int, float]]
    """What it weighs on top where the sentence holds it twice or oftener."""
    bias: float
    """What a sentence weighs that holds no cue."""


@cached_on_disk
def cue_table() -> _Cues:
    """The cues of ``data/claim-cues.txt``, each a bit."""
    table = _Cues({}, {}, {}, [], [], 0.0)
    for head, entries in word_sections("claim-cues"):
        name, *weights = head.split()
        if name == "=bias":
            table = table._replace(bias=float(weights[0]))
            continue
        bit = table.bits[name.removeprefix("=")] = 1 << len(table.bits)
        for kept, weight in zip((table.once, table.twice), weights, strict=False):
            kept.append((bit, float(weight)))
        for entry in entries:
            first, _, second = entry.partition(" ")
            row, word = (table.pairs.setdefault(first, {}), second) if second else (table.words, first)
            row[word] = row.get(word, 0) | bit
    for kept in (table.once, table.twice):  # so that no sum hangs on the order of the file
        kept.sort(key=lambda row: -row[1])
    return table


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


def cues_of_sentences(article: Article) -> list[SentenceCues]:  # noqa: C901 - one pass over all sentences
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
    table, once, twice = cue_table(), cues.once, cues.twice
    total = table.bias
    for bit, value in table.once:
        if once & bit:
            total += value
    if twice:
        for bit, value in table.twice:
            if twice & bit:
                total += value
    return total
