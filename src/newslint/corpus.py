"""Rules across the files of one run: each article leaves a small signature, and all are compared at the end.

    signatures = [signature(article) for article in articles]        # in any process, in any order
    hits = compare(signatures, {"near-duplicate": {"alike": 0.9}})   # rule names with their options
    for (path, record), by_rule in hits.items(): ...                 # read that article again and give it its hits:
    article.context.corpus_hits = by_rule                            # the corpus rules yield what they find there

A signature is plain values and pickles. Results do not depend on order, batches or processes: signatures are sorted by
date and path, and of two articles alike the later one is reported. Comparing is linear in the number of signatures.
"""

from __future__ import annotations

from array import array
from collections import Counter
from zlib import crc32

from newslint.article import Article
from newslint.facts.attributes import Attribute, attributes
from newslint.facts.names import named_words
from newslint.facts.quotes import quotations
from newslint.named import NamedTuple
from newslint.parts import STORY
from newslint.rules import Hit
from newslint.text.span import Span, covering
from newslint.typed import Any, Iterable, Iterator, Mapping, Sequence

SHINGLE = 5
"""Words of a shingle, by which two articles are alike (Broder 1997)."""
PHRASE = 8
"""Words of the shortest phrase that a template is known by."""
SKETCH = 256
"""Least shingle hashes kept of an article: the share of common ones is right to 3 points."""
ALIKE = 0.8
"""Share of common shingles from which an article is a copy, where the options of near-duplicate name no other."""
_SHARING = 40
"""Articles remembered by one shingle or phrase, so that a thousand copies stay cheap."""
_FINDINGS = 5
"""Shared phrases reported of one article at most, the longest first."""
_BASE, _MASK = 1_000_003, (1 << 64) - 1
_UPDATES = (
    "update-of",
    "update_of",
    "updates",
    "syndicated",
    "syndicated-from",
    "canonical",
    "correction-of",
    "series",
)


class Signature(NamedTuple):
    """What is kept of an article: hashes, places and attributes, a few kilobytes."""

    path: str
    record: int | None
    date: str
    """ISO, or empty."""
    anchor: Span
    """Headline or first sentence: where a finding on the whole article points."""
    words: int
    """Of running text, quotations left out."""
    repeats_on_purpose: bool
    """The metadata say that it updates, corrects or reprints another one, or is one of a series."""
    sketch: frozenset[int]
    phrases: tuple[array[int], array[int], array[int]]
    """Hash, start and end of every phrase of `PHRASE` words that is not mostly names."""
    attributes: tuple[Attribute, ...]


Key = tuple[str, int | None]
Hits = dict[Key, dict[str, list[Hit]]]


def corpus_hits(article: Article, rule: str) -> list[Hit]:
    """What the comparison found for this article and rule; empty outside a corpus run."""
    return [*article.context.corpus_hits.get(rule, ())]


def signature(article: Article, record: int | None = None) -> Signature:
    """The signature of one article; `record` is its index in a file of many."""
    hashes: list[int] = []
    phrases: tuple[array[int], array[int], array[int]] = (array("Q"), array("L"), array("L"))
    words, total = article.words, 0
    quoted = [q.span for q in quotations(article)]
    named = named_words(article)
    for block in article.blocks:
        if block.zone not in STORY:
            continue
        near = words.between(*block.span)
        own = [i for i in near if not quoted or covering(quoted, words.starts[i], words.ends[i]) < 0]
        total += len(own)
        values = [crc32(words.folded[i].encode("utf-8", "surrogatepass")) for i in own]
        hashes += _rolling(values, SHINGLE)
        for n, value in enumerate(_rolling(values, PHRASE)):
            first, last = own[n], own[n + PHRASE - 1]
            if last - first == PHRASE - 1 and sum(i in named for i in range(first, last + 1)) <= PHRASE // 2:
                for column, entry in zip(phrases, (value, words.starts[first], words.ends[last]), strict=True):
                    column.append(entry)
    return Signature(
        path=article.path,
        record=record,
        date=article.meta.date,
        anchor=article.top,
        words=total,
        repeats_on_purpose=any(key in article.meta.raw for key in _UPDATES),
        sketch=frozenset(sorted({_scrambled(h) for h in hashes})[:SKETCH]),
        phrases=phrases,
        attributes=attributes(article),
    )


def _rolling(values: Sequence[int], size: int) -> Iterator[int]:
    """A 64-bit hash of every run of `size` values, each from the one before (Karp and Rabin 1987)."""
    if len(values) < size:
        return
    top = pow(_BASE, size, _MASK + 1)
    current = 0
    for value in values[:size]:
        current = (current * _BASE + value) & _MASK
    yield current
    for gone, value in zip(values, values[size:], strict=False):
        current = (current * _BASE + value - gone * top) & _MASK
        yield current


def _scrambled(value: int) -> int:
    """Mixed, so that the least hashes are a fair sample (the finaliser of MurmurHash3, Appleby 2011)."""
    value = (value ^ value >> 33) * 0xFF51AFD7ED558CCD & _MASK
    value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53 & _MASK
    return value ^ value >> 33


def compare(signatures: Iterable[Signature], rules: Mapping[str, Mapping[str, Any]]) -> Hits:
    """The hits of each article, by path and record, for the corpus rules named with their options."""
    ordered = sorted(signatures, key=lambda s: (s.date or "9999", s.path, s.record or 0))
    hits: Hits = {}
    alike = _alike(ordered) if "near-duplicate" in rules or "shared-template" in rules else {}
    found: list[tuple[str, int, Hit]] = []
    if "near-duplicate" in rules:
        found += [("near-duplicate", i, hit) for i, hit in _near_duplicates(ordered, alike, **rules["near-duplicate"])]
    if "shared-template" in rules:
        from_here = rules.get("near-duplicate", {}).get("alike", ALIKE)
        copies = {i: j for i, (share, j) in alike.items() if share >= from_here}
        found += [("shared-template", i, hit) for i, hit in _templates(ordered, copies, **rules["shared-template"])]
    if "fact-conflict" in rules:
        found += [("fact-conflict", i, hit) for i, hit in _conflicts(ordered, **rules["fact-conflict"])]
    for rule, i, hit in found:
        key = (ordered[i].path, ordered[i].record)
        hits.setdefault(key, {}).setdefault(rule, []).append(hit)
    return hits


def _alike(ordered: Sequence[Signature]) -> dict[int, tuple[float, int]]:
    """For each article the earlier one that it is most like, with the estimated Jaccard index of their shingles."""
    holders: dict[int, list[int]] = {}
    closest: dict[int, tuple[float, int]] = {}
    for i, one in enumerate(ordered):
        shared: Counter[int] = Counter()
        for value in one.sketch:
            holding = holders.setdefault(value, [])
            shared.update(holding)
            if len(holding) < _SHARING:
                holding.append(i)
        best = max(shared, key=lambda j: (shared[j], -j), default=-1)
        if best >= 0:
            other = ordered[best].sketch
            least = set(sorted(one.sketch | other)[:SKETCH])
            closest[i] = (len(least & one.sketch & other) / max(1, len(least)), best)
    return closest


def _near_duplicates(
    ordered: Sequence[Signature],
    alike_to: Mapping[int, tuple[float, int]],
    *,
    alike: float = ALIKE,
    min_words: int = 60,
) -> Iterator[tuple[int, Hit]]:
    for i, (share, j) in alike_to.items():
        one = ordered[i]
        if share >= alike and one.words >= min_words and not one.repeats_on_purpose:
            message = f"{round(100 * share)}% the same as {_name(ordered[j], one)}. Merge, or mark as update."
            yield i, Hit(one.anchor, message, scope="corpus", key="near-duplicate")


def _templates(
    ordered: Sequence[Signature], copies: Mapping[int, int], *, min_count: int = 3, known: Sequence[str] = ()
) -> Iterator[tuple[int, Hit]]:
    """Stretches that at least so many articles share; an article and its copies, each of an earlier one, count once."""
    allowed = {value for phrase in known for value in _phrase_hashes(phrase)}
    origin = {i: _origin(i, copies) for i in range(len(ordered))}
    holders: dict[int, list[int]] = {}
    for i, one in enumerate(ordered):
        for value in one.phrases[0]:
            holding = holders.setdefault(value, [])
            if (not holding or holding[-1] != i) and len(holding) < _SHARING:
                holding.append(i)
    shared = {
        value: holding
        for value, holding in holders.items()
        if len(holding) >= min_count and value not in allowed and len({origin[i] for i in holding}) >= min_count
    }
    for i, one in enumerate(ordered):
        runs = sorted(_runs(one, shared), key=lambda run: (run[0].start - run[0].end, run[0]))
        for span, holding in sorted(runs[:_FINDINGS]):
            others = [_name(ordered[j], one) for j in holding if j != i]
            more = f" and {len(others) - 3} more" if len(others) > 3 else ""
            files = ", ".join(others[:3]) + more
            message = f"Also in {len(others)} articles ({files}). Rewrite or register as boilerplate."
            yield i, Hit(span, message, scope="corpus", key=f"template {one.phrases[0][_at(one, span)]:x}")


def _at(one: Signature, span: Span) -> int:
    return one.phrases[1].index(span.start)


def _runs(one: Signature, shared: Mapping[int, list[int]]) -> Iterator[tuple[Span, list[int]]]:
    """Stretches of the article all of whose phrases are shared, with who shares the first of them."""
    start = end = -1
    holding: list[int] = []
    for value, low, high in zip(*one.phrases, strict=True):
        if value not in shared:
            continue
        if low < end and start >= 0:
            end = high
            continue
        if start >= 0:
            yield Span(start, end), holding
        start, end, holding = low, high, shared[value]
    if start >= 0:
        yield Span(start, end), holding


def _origin(i: int, copies: Mapping[int, int]) -> int:
    """The article that it is a copy of, or a copy of a copy; itself where it is none."""
    while i in copies:
        i = copies[i]
    return i


def _phrase_hashes(phrase: str) -> Iterator[int]:
    from newslint.text.fold import fold
    from newslint.text.words import split_words

    return _rolling([crc32(word.encode("utf-8")) for word in split_words(fold(phrase)).folded], PHRASE)


def _conflicts(ordered: Sequence[Signature]) -> Iterator[tuple[int, Hit]]:
    """The first value of each attribute stands; later articles that give another one are reported."""
    first: dict[tuple[str, str], tuple[int, Attribute]] = {}
    for i, one in enumerate(ordered):
        for attribute in one.attributes:
            j, known = first.setdefault((attribute.entity, attribute.kind), (i, attribute))
            if j != i and known.value != attribute.value:
                message = (
                    f"{_name(ordered[j], one)} says {known.text} of {attribute.name}. One is wrong or needs a date."
                )
                key = f"{attribute.entity} {attribute.kind}"
                yield i, Hit(attribute.span, message, scope="corpus", key=key)


def _name(other: Signature, beside: Signature) -> str:
    """How a finding on one article names another one: without the folder where both lie in it."""
    folder, _, file = other.path.rpartition("/")
    name = file if folder == beside.path.rpartition("/")[0] else other.path
    return name if other.record is None else f"{name} (record {other.record})"
