"""Readability: the standard formulas on the article's own sentences, so that headings, abbreviations and lists don't
spoil them.

Formulas as their authors gave them: Flesch (1948), Kincaid et al. (1975), Gunning (1952), McLaughlin (1969, SMOG),
Smith and Senter (1967, ARI).
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.names import named_words
from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.text.syllables import syllables
from newslint.text.words import by_word

_ZONES = frozenset(("lede", "body", "conclusion", "faq-a", "quote"))


_SPACES = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""All white space that there is."""
_SPOKEN_ENDINGS = ("ted", "ded", "ses", "xes", "zes", "ches", "shes", "ces", "ges")
"""Endings of which -ed and -es are a syllable of their own."""


def middle(*grades: float) -> float:
    """The median of an even number of grades; the statistics module costs 5 ms to import."""
    ordered = sorted(grades)
    half = len(ordered) // 2
    return (ordered[half - 1] + ordered[half]) / 2


class Counts(NamedTuple):
    """What the formulas count, and what they give. Grades are years of US schooling; all are 0.0 without words."""

    words: int
    sentences: int
    strokes: int
    """Everything typed but white space, as ARI's typewriter counted."""
    syllables: int
    polysyllables: int
    """Words of three or more syllables."""
    complex: int
    """Those of them that Gunning counts: no names, and none that -ed or -es alone makes long."""

    @property
    def flesch_reading_ease(self) -> float:
        """From 100 (easy) to 0 and below (very hard)."""
        if not self.words:
            return 0.0
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def flesch_kincaid_grade(self) -> float:
        """Grade by words a sentence and syllables a word."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def gunning_fog(self) -> float:
        """Grade by words a sentence and share of complex words."""
        if not self.words:
            return 0.0
        return 0.4 * (self.words / self.sentences + 100 * self.complex / self.words)

    @property
    def smog_index(self) -> float:
        """Grade by words of three or more syllables a sentence."""
        if not self.words:
            return 0.0
        return float(1.043 * (30 * self.polysyllables / self.sentences) ** 0.5 + 3.1291)

    @property
    def automated_readability_index(self) -> float:
        """Grade by strokes a word and words a sentence."""
        if not self.words:
            return 0.0
        return 4.71 * self.strokes / self.words + 0.5 * self.words / self.sentences - 21.43

    @property
    def grade(self) -> float:
        """The middle of Flesch-Kincaid, fog, SMOG and ARI, so that no single formula's whim decides."""
        return middle(self.flesch_kincaid_grade, self.gunning_fog, self.smog_index, self.automated_readability_index)


@by_word
def _is_long(word: str) -> bool:
    """Three syllables or more."""
    return syllables(word) > 2


@by_word
def _is_hard(word: str) -> bool:
    """Long by more than -ed or -es, for a word of three syllables or more."""
    return not word.endswith(_SPOKEN_ENDINGS) or syllables(word) > 3


@fact
def paragraph_counts(article: Article) -> dict[int, Counts]:
    """The counts of every paragraph of running text with a word in it, by index in `Article.blocks`."""
    return {block: _counts(article, {block: sentences}) for block, sentences in _paragraphs(article).items()}


@fact
def readability(article: Article) -> Counts:
    """The counts of all running text, quotations in; headings, lists, tables and captions out."""
    return _counts(article, _paragraphs(article))


@fact
def _paragraphs(article: Article) -> dict[int, int]:
    """The paragraphs that are counted, as indexes in `Article.blocks`, each with its number of sentences."""
    blocks, words = article.blocks, article.block_words
    sentences = Tally([block for _, block in article.sentences])
    return {i: n for i, n in sentences.items() if blocks[i].zone in _ZONES and words[i]}


@fact
def _long_words(article: Article) -> tuple[list[int], list[int]]:
    """The words of three syllables or more, and those of them that are hard, as indexes in `Article.words`."""
    folded, named = article.words.folded, named_words(article)
    long = article.where(set(filter(_is_long, article.places)))
    hard = [i for i in long if i not in named and _is_hard(folded[i])]
    return long, hard


def _joined(rows: list[range]) -> list[tuple[int, int]]:
    """Rows of words in order, those that follow upon each other as one."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row.start:
            found[-1] = found[-1][0], row.stop
        else:
            found.append((row.start, row.stop))
    return found


def _counts(article: Article, paragraphs: dict[int, int]) -> Counts:
    """What the formulas count, of all these paragraphs together."""
    text, folded = article.text, article.words.folded
    long, hard = _long_words(article)
    words = spoken = polysyllables = complex_ = 0
    for first, stop in _joined([article.block_words[i] for i in paragraphs]):
        words += stop - first
        spoken += sum(map(syllables, folded[first:stop]))
        polysyllables += bisect_left(long, stop) - bisect_left(long, first)
        complex_ += bisect_left(hard, stop) - bisect_left(hard, first)
    written = " ".join([text[start:end] for start, end in [article.blocks[i].span for i in paragraphs]])
    strokes = len(written) - sum(map(written.count, _SPACES))
    return Counts(words, sum(paragraphs.values()), strokes, spoken, polysyllables, complex_)
