"""The vocabulary of reporting and where it stands: candidates for cues, before anyone asks who speaks."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_sections
from newslint.facts import fact
from newslint.facts.quote_marks import quoted
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.table import cached_on_disk


class Vocabulary(NamedTuple):
    """The groups of ``data/reporting.txt``; what each one holds is said there."""

    speech: frozenset[str]
    act: frozenset[str]
    stance: frozenset[str]
    belief: frozenset[str]
    show: frozenset[str]
    noun: frozenset[str]
    nominal: frozenset[str]
    document: frozenset[str]
    generic: frozenset[str]
    witness: frozenset[str]
    basis: frozenset[str]
    institution: frozenset[str]
    role: frozenset[str]
    pronoun: frozenset[str]
    skip: frozenset[str]
    paper: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """All forms of all reporting verbs."""
        return self.speech | self.act | self.stance | self.show


@cached_on_disk
def vocabulary() -> Vocabulary:
    """The words of reporting, inflected; read once in a process."""
    return Vocabulary(**{name: frozenset(words) for name, words in word_sections("reporting")})


class CueSentence(NamedTuple):
    """A sentence of running text as a range of words, with what each word is to a reader of cues."""

    sentence: int
    block: int
    first: int
    """Index of the first word in `Article.words`."""
    last: int
    """One past the last."""
    candidates: tuple[int, ...]
    """Words that might be a cue and stand outside quotation marks."""


_AGAIN = frozenset(("re", "co", "pre"))
"""What a verb stays a verb behind."""


@cache
def _candidate_words() -> frozenset[str]:
    v = vocabulary()
    return v.verbs | v.nominal | v.paper | {"according", "per", "citing", "quoting", "data", "reportedly", "allegedly"}


@fact
def cue_candidates(article: Article) -> tuple[CueSentence, ...]:
    """Sentences that hold words of reporting outside quotation marks, with the places of those words."""
    folded, starts, ends = article.words
    text = article.folded
    sentence_starts, sentence_ends = article.sentence_starts, article.sentence_ends
    marks = [q.span for q in quoted(article) if q.kind != "block"]
    silent_starts, silent_ends = [start for start, _ in marks], [end for _, end in marks]
    out: list[CueSentence] = []
    k = n = 0
    count, marked = len(sentence_starts), len(marks)
    current: list[int] = []
    at = -1
    for i in article.where(_candidate_words()):
        place = starts[i]
        if text[place - 1] == "-" and i and ends[i - 1] == place - 1 and folded[i - 1] not in _AGAIN:
            continue  # "well-known", "much-touted": a quality, and nobody speaks
        while n < count and sentence_ends[n] <= place:
            n += 1
        if n == count:
            break
        if sentence_starts[n] > place:
            continue
        while k < marked and silent_ends[k] <= place:
            k += 1
        if k < marked and silent_starts[k] <= place:
            continue
        if n != at:
            if current:
                out.append(_cue_sentence(article, at, current))
            at, current = n, []
        current.append(i)
    if current:
        out.append(_cue_sentence(article, at, current))
    return tuple(out)


def _cue_sentence(article: Article, sentence: int, candidates: list[int]) -> CueSentence:
    near = article.sentence_words[sentence]
    return CueSentence(sentence, article.sentences[sentence].block, near.start, near.stop, tuple(candidates))
