"""Spellings of names that differ by so little that one of them is likely wrong."""

from __future__ import annotations

from itertools import combinations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.facts.mention_kinds import Mention
from newslint.facts.names import doubtful_names, name_mentions
from newslint.facts.quote_marks import quoted
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Iterable, Sequence


class Variant(NamedTuple):
    """A name written two ways: the rarer spelling (of equally frequent ones the later) and the usual one."""

    rare: tuple[Span, ...]
    usual: tuple[Span, ...]
    letters: bool
    """True when the letters differ, False when only capitals, spaces, hyphens or accents do."""


class _Seen(NamedTuple):
    """Where one word of a name stands, and in which names."""

    spans: list[Span]
    rows: set[tuple[str, ...]]
    kinds: set[str]


_SHORTEST = 4
_LEAST = 5
"""Letters that the longer spelling must have; shorter names are alike by accident."""
_LONG = 7
"""Letters from which a likeness is no accident."""
_LISTS = ("places", "demonyms", "titles", "organisation-words")
_LONGEST = 24
_MANY = 12
"""Words with one first letter up to which each is compared with each."""
_MOST = 20_000
"""Different words that are compared, so that a hostile text costs no more than a long one."""
_KIN = frozenset(
    "wife husband son daughter brother sister brothers sisters father mother twin twins couple cousin uncle aunt "
    "nephew niece family sibling siblings".split()
)


@fact
def name_variants(article: Article) -> tuple[Variant, ...]:
    """Names of the article that stand in two spellings, quotations left out."""
    text = article.text
    spoken = [
        m
        for m in (*_outside(article, name_mentions(article)), *_outside(article, _openers(article)))
        if not ((m.span.start and text[m.span.start - 1] in "@#/_") or text[m.span.end : m.span.end + 1] == "/")
    ]  # @AnaRuiz and example.org/AnaRuiz are addresses
    return (*_misspelt(article, spoken), *_rewritten(article, spoken, text))


def _outside(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions (given in order) that stand in no quotation."""
    marks = [*[q.span for q in quoted(article)], Span(len(article.text) + 1, len(article.text) + 1)]
    n = 0
    kept = []
    for mention in mentions:
        while marks[n].end <= mention.span.start:
            n += 1
        if mention.span.end <= marks[n].start:
            kept.append(mention)
    return kept


def _openers(article: Article) -> list[Mention]:
    """Words at the head of a sentence that may be names."""
    words = article.words
    return [
        Mention(Span(words.starts[i], words.ends[i]), (words.folded[i],), "other", False, i, i)
        for i in doubtful_names(article)
    ]


def _misspelt(article: Article, spoken: Sequence[Mention]) -> list[Variant]:
    words = article.words
    alike = _pairs({w: None for m in spoken for w in m.words if _SHORTEST <= len(w) <= _LONGEST and w.isalpha()})
    if not alike:
        return []
    near = {word for pair in alike for word in pair}
    seen: dict[str, _Seen] = {}
    for mention in spoken:
        if near.isdisjoint(mention.words):
            continue
        for i, word in zip(range(mention.first, mention.last + 1), mention.words, strict=False):
            if word not in near:
                continue
            if article.text[words.starts[i] + 1].isupper() and article.text[words.starts[i] + 2].isupper():
                continue  # an acronym
            entry = seen.get(word)
            if entry is None:
                if len(seen) >= _MOST:
                    continue
                entry = seen[word] = _Seen([], set(), set())
            entry.spans.append(Span(words.starts[i], words.starts[i] + len(word)))
            entry.rows.add(mention.words)
            entry.kinds.add(mention.kind)
    out: list[Variant] = []
    pairs = _pairs(seen)
    if not pairs:
        return []
    common = {words.folded[i] for i in article.where(near) if article.text[words.starts[i]].islower()}
    for a, b in pairs:
        if a in common or b in common or not _one_name(article, a, b, seen[a], seen[b]):
            continue
        out.append(_variant(seen[a].spans, seen[b].spans, a.isascii() == b.isascii()))
    return out


def _variant(a: list[Span], b: list[Span], letters: bool) -> Variant:
    rare, usual = sorted((a, b), key=lambda spans: (len(spans), -spans[0].start))
    return Variant(tuple(rare), tuple(usual), letters)


def _pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of words with one first letter that are one letter apart: one more, one less, one other, or two
    neighbours swapped."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word)
    out: list[tuple[str, str]] = []
    for alike in by_letter.values():
        if len(alike) > _MANY:
            out += _many_pairs(alike)
        elif len(alike) > 1:
            out += [(a, b) for a, b in combinations(alike, 2) if -2 < len(a) - len(b) < 2 and one_letter_apart(a, b)]
    return out


def _many_pairs(words: Iterable[str]) -> list[tuple[str, str]]:
    """`_pairs` through an index of what is left of each word without one letter, which grows with the words only."""
    by_rest: dict[str, list[str]] = {}
    found: dict[tuple[str, str], None] = {}
    for word in words:
        rests = {word[:k] + word[k + 1 :] for k in range(1, len(word))}
        for rest in (word, *rests):
            others = by_rest.setdefault(rest, [])
            for other in others[:20]:
                if other != word and one_letter_apart(word, other):
                    found[other, word] = None
            others.append(word)
    return list(found)


def one_letter_apart(a: str, b: str) -> bool:
    """True when one letter added, left out, changed or swapped with its neighbour makes one word of the other."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or a == b:
        return False
    k = 0
    while k < len(a) and a[k] == b[k]:
        k += 1
    if len(a) == len(b):
        return a[k + 1 :] == b[k + 1 :] or (a[k : k + 2] == b[k : k + 2][::-1] and a[k + 2 :] == b[k + 2 :])
    return a[k:] == b[k + 1 :]


def _one_name(article: Article, a: str, b: str, first: _Seen, second: _Seen) -> bool:
    """True when the two words are as far as one can tell the same part of the same name."""
    if a[0] != b[0] or a.startswith(b) or b.startswith(a) or max(len(a), len(b)) < _LEAST:
        return False  # Russia and Russian, Petrov and Petrova
    listed = [any(w in word_list(name) for name in _LISTS) for w in (a, b)]
    desk = " ".join(article.context.desk_names).lower()
    if all(listed) or (a in desk and b in desk) or (any(listed) and a[:-1] == b[:-1]):
        return False
    given = [w in word_list("first-names") for w in (a, b)]
    whole = _whole_name(a, b, first, second)
    if whole:
        return whole[-1] == a or not any(given) or _KIN.isdisjoint(article.words.folded)
    if any(listed):
        noun = a if listed[0] else b
        return len(noun) >= _LONG and noun in word_list("organisation-words")  # Commission, Commsision
    one, other = _use(a, first), _use(b, second)
    if (given[0] and not one.family) or (given[1] and not other.family):
        return False
    if (one.last and other.last) or not (one.alone or other.alone):
        return False  # two people
    if (one.last and other.alone and "person" in first.kinds) or (
        other.last and one.alone and "person" in second.kinds
    ):
        return True
    few, many = sorted((len(first.spans), len(second.spans)))
    return one.alone and other.alone and (many >= 2 * few or min(len(a), len(b)) > _LEAST)


def _whole_name(a: str, b: str, first: _Seen, second: _Seen) -> tuple[str, ...] | None:
    """A full name of both spellings: ``Elena Petrova``, ``Elena Petrovna``; ``Harrow Capital``, ``Harow Capital``."""
    for row in first.rows:
        for other in second.rows:
            if len(row) == len(other) > 1 and tuple(b if w == a else w for w in row) == other:
                return row
    return None


class _Use(NamedTuple):
    """How the text uses a word that stands in names."""

    alone: bool
    """By itself."""
    last: bool
    """At the end of a longer name."""
    family: bool
    """As a family name."""


def _use(word: str, seen: _Seen) -> _Use:
    alone = (word,) in seen.rows
    last = any(len(row) > 1 and row[-1] == word for row in seen.rows)
    return _Use(alone, last, last or (alone and "person" in seen.kinds))


def _rewritten(article: Article, spoken: Iterable[Mention], text: str) -> list[Variant]:
    """One name with other capitals, spaces or hyphens: OpenAI, Open AI."""
    short = [mention for mention in spoken if len(mention.words) < 4]
    written = {text[start:end] for start, end in [mention.span for mention in short]}
    by_key: dict[str, set[str]] = {}
    for name in written:
        key = name.lower().replace(" ", "").replace("-", "").replace("\n", "")
        if len(key) >= _LEAST and key.isalpha():
            by_key.setdefault(key, set()).add(name)
    alike = {name: key for key, names in by_key.items() if len(names) > 1 for name in names}
    if not alike:
        return []
    spans: dict[str, list[Span]] = {}
    for mention in short:
        name = text[mention.span.start : mention.span.end]
        if name in alike:
            spans.setdefault(name, []).append(mention.span)
    forms: dict[str, dict[str, list[Span]]] = {}
    for name, places in spans.items():
        forms.setdefault(alike[name], {}).setdefault(" ".join(name.split()), []).extend(places)
    out: list[Variant] = []
    for spellings in forms.values():
        if len(spellings) < 2:
            continue
        kept = {s: spans for s, spans in spellings.items() if not any(part.isupper() for part in s.split())}
        if len(kept) < 2:
            continue
        (a, first), (b, second) = sorted(kept.items(), key=lambda pair: (-len(pair[1]), pair[1][0].start))[:2]
        if a[1:] == b[1:] or ("-" in a + b and a.replace("-", " ").title() == b.replace("-", " ").title()):
            continue
        out.append(_variant(first, second, False))
    return out
