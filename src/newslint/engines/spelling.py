"""Misspelt words: what an engine does not know, less the names and coinages that an article has every right to.

The engine is LanguageTool where one is set up, else Hunspell's dictionary.
"""

from __future__ import annotations

from bisect import bisect_right

from newslint.article import Article
from newslint.data import spelling_pairs, word_list
from newslint.engines import languagetool
from newslint.engines.languagetool.engine import setup_of
from newslint.errors import Unavailable
from newslint.facts.calendar import MONTH_NAMES, WEEKDAY_NAMES
from newslint.facts.names import names
from newslint.facts.voice import masks
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import PROSE, Zone
from newslint.text.span import Span, covering
from newslint.typed import Iterable, Iterator, Sequence

ESTABLISHED = 3
"""Times that an unknown word must stand in the article to be the article's own word and no slip."""

_FARTHEST = 2
"""Letters lost, added, changed or swapped between a slip and the word that was meant."""
_SHORT = 5
"""Letters up to which a word may differ in one only."""
_READ: frozenset[Zone] = PROSE | {"headline", "dek", "subhead", "caption", "faq-q"}
_MOST = 60
"""Words of one article for which Hunspell is asked for better ones, which takes it long."""


_TAILS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("r", ""))


class Misspelling(NamedTuple):
    """A misspelt word, all its places, and what may be meant, likeliest first."""

    word: str
    places: tuple[Span, ...]
    suggestions: tuple[str, ...]


def misspellings(article: Article) -> list[Misspelling]:
    """The article's misspelt words, each once, in order. Unavailable when there is no engine."""
    setup = setup_of(article.context.languagetool)
    if setup.url or setup.jars:
        return _by_languagetool(article)
    try:
        return _by_hunspell(article)
    except Unavailable as error:
        from importlib.util import find_spec

        if find_spec("language_tool_python") is None:
            raise error
        return _by_languagetool(article)


def _by_languagetool(article: Article) -> list[Misspelling]:
    matches = {match.span: match for match in languagetool.proofread(article) if match.misspelling}
    found = _grouped(article, list(matches))
    elsewhere = languagetool.known_elsewhere(article, list(found)) if found else frozenset()
    return _plausible(
        Misspelling(word, places, matches[places[0]].replacements)
        for word, places in found.items()
        if word not in elsewhere
    )


def _by_hunspell(article: Article) -> list[Misspelling]:
    from newslint.engines.hunspell import suggestions, unknown

    silent = masks(article)
    blocks = article.blocks
    spans = [
        span
        for span in unknown(article)
        if blocks[article.block_at(span.start)].zone in _READ and covering(silent, *span) < 0
    ]
    found = _grouped(article, spans)
    asked = list(found.items())[:_MOST]
    return _plausible(Misspelling(word, places, tuple(suggestions(word))) for word, places in asked)


def _grouped(article: Article, spans: Sequence[Span]) -> dict[str, tuple[Span, ...]]:
    """The words among the spans that may be slips, each as written at its first place."""
    if not spans:
        return {}
    known = _own_words(article)
    by_word: dict[str, list[Span]] = {}
    for span in spans:
        if _is_plain(article, span):
            by_word.setdefault(article.folded[span.start : span.end], []).append(span)
    return {
        article.text[places[0].start : places[0].end]: tuple(places)
        for folded, places in by_word.items()
        if len(places) < ESTABLISHED and not _is_known(folded, known)
    }


def _own_words(article: Article) -> frozenset[str]:
    """All words, folded, of the names that the article and its desk use."""
    said = [name.text for name in names(article)] + list(article.context.desk_names)
    return frozenset(part for name in said for part in name.lower().replace("-", " ").replace("’", "'").split())


def _is_plain(article: Article, span: Span) -> bool:
    """True for a word that looks like no name: lower case, or one capital where its place asks for it."""
    word = article.text[span.start : span.end]
    capital = word[:1].isupper() and (_opens(article, span) or _is_calendar(word.lower()))
    tail = word[1:] if capital else word
    return len(word) > 3 and tail.islower() and word.replace("'", "").replace("’", "").replace("-", "").isalpha()


def _is_calendar(word: str) -> bool:
    """True for a slip in one of the words that always have a capital."""
    return len(word) > _SHORT and any(distance(word, name, 1) <= 1 for name in (*MONTH_NAMES, *WEEKDAY_NAMES))


def _opens(article: Article, span: Span) -> bool:
    """True at the start of a sentence or in display type."""
    i = bisect_right(article.sentence_starts, span.start) - 1
    if i < 0 or span.start >= article.sentences[i].span.end:
        return True
    return not any(c.isalnum() for c in article.text[article.sentence_starts[i] : span.start])


def _is_known(folded: str, known: frozenset[str]) -> bool:
    stem = folded.removesuffix("'s")
    if stem in known or any(part in known for part in stem.split("-")):
        return True
    return any(form in _dialects() or form in word_list("news-words") for form in _stems(stem))


def _stems(word: str) -> Iterator[str]:
    """The word, and what it may be a form of."""
    yield word
    for tail, instead in _TAILS:
        if word.endswith(tail):
            yield word.removesuffix(tail) + instead


@cache
def _dialects() -> frozenset[str]:
    return frozenset(form for pair in spelling_pairs() for form in pair[:2])


def _plausible(found: Iterable[Misspelling]) -> list[Misspelling]:
    """Those that a slip of the pen explains, with the words that are likest."""
    out = []
    for row in found:
        word = row.word.lower()
        if any(_is_form(word, other.lower()) for other in row.suggestions) or _is_grown(word, row.suggestions[:1]):
            continue
        most = 1 if len(word) <= _SHORT else _FARTHEST
        likeness = {other: distance(word, other.lower(), most) for other in row.suggestions}
        nearest = min(likeness.values(), default=most + 1)
        if nearest <= most:
            meant = tuple(other for other in row.suggestions if likeness[other] == nearest)
            out.append(row._replace(suggestions=meant))
    return out


def _is_form(word: str, other: str) -> bool:
    """True when the word is a known one in another coat: a capital, a plural, a British s."""
    return word in (other, f"{other}s") or word.replace("is", "iz") == other


def _is_grown(word: str, likest: Sequence[str]) -> bool:
    """True when the likest reading is two words grown together: petcare."""
    halves = likest[0].lower().replace("-", " ").split(" ") if likest else []
    return len(halves) == 2 and "".join(halves) == word and min(map(len, halves)) > 2


def distance(one: str, other: str, most: int) -> int:
    """Letters lost, added, changed or swapped between two words; ``most + 1`` when there are more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
