from __future__ import annotations

from itertools import compress

from newslint import (
    Article,
    Hit,
    Iterator,
    NamedTuple,
    Repeat,
    Sequence,
    Severity,
    Span,
    Tally,
    by_word,
    cache,
    covering,
    masks,
    repeats,
    rule,
    running_coverage,
    stems,
    word_list,
)

_PADDING = frozenset("range array variety myriad plethora wealth host multitude spectrum testament crucial".split())
_NEEDED = frozenset(
    "remain remains remained remaining overall vulnerable stability open responsible human social financial cultural "
    "personal better community communities standard standards technology technologies concern concerns concerned "
    "support strategy skill skills provide provides provided providing presence represent represents need needs step "
    "steps traditional modern global address value values quality serve serves served face faces faced facing society "
    "environment pressure power trust".split()
)
"""Abstractions that reports need."""
_PREDICATES = frozenset("is are was were be been has have had will would can could".split())
_KEY_TERMS = 12
"""The most frequent content words of an article, which its subject makes it repeat."""


@cache
def _worn() -> frozenset[str]:
    return (word_list("abstractions") | _PADDING) - _NEEDED


class _Limits(NamedTuple):
    """The options of the rule."""

    within: int
    words: int
    often: int


class _Candidate(NamedTuple):
    spans: tuple[Span, ...]
    weight: int
    severity: Severity


@rule(
    "warning",
    wakes=[repeats],
    why="Plain editing: a phrase that comes back was padding the first time.",
    exceptions="Quotations, names, the subject's own words, attributions, legal terms, runs of everyday words.",
    options={
        "within": "Words between two uses at most.",
        "min_words": "Length from which the second use of a phrase counts.",
        "min_count": "Use from which a shorter phrase counts.",
    },
    bad=[
        """Orchard Robotics opens plant in Leith

Orchard Robotics opened a plant in Leith on Monday that builds picking arms for a wide range of growers.

The firm has 40 staff and was founded by Ana Duarte, who says fruit rots where nobody picks it.

The arms are sold to <<a wide range of growers>> in Kent and Fife, and the plant will make 300 a year.""",
        """Harbour museum shuts for repairs

The harbour museum shut on Monday for repairs that will take until March, the trust said.

It stands at the forefront of maritime heritage and holds 300 model ships.

The trust has been at <<the forefront of>> conservation since Ada Holm founded it in 1961.

Repairs will bring it to the forefront of research, and cost 2 million pounds.""",
        """Mayors speak on ferry

The mayor of Holm said that it was a breach of the contract. The mayor of Lund also said
<<it was a breach of the contract>>.""",
    ],
    good=[
        """Bank holds rate at 4%

The Bank of Norland held its main rate at 4% on Thursday. Bank of Norland governor Ida Brandt said food prices rose.

Two members voted for a cut. Bank of Norland governor Ida Brandt cast the last vote.""",
        """Ferry firm buys two ships

The ferry company said in a statement on Monday that it had bought two ships from a yard in Gdansk.

The ferry company said in a statement in May that it would sell three.""",
        """Council closes pool

The swimming pool in Holm will close on 4 May, the council said. "We could not pay for the heating any longer," said
its leader, Ada Brandt.

Ms Brandt had said in March: "We could not pay for the heating any longer and keep the library."

The pool opened in 1962.""",
    ],
)
def repeated_phrase(article: Article, *, within: int = 600, min_words: int = 4, min_count: int = 3) -> Iterator[Hit]:
    """A phrase comes back that is neither a name nor the story's subject.

    Readers take the second "wide range" for what it is: nothing was known either time. Say it once, and put a fact
    where it came back. Worn and padded phrases are warnings, and so is one predicate at the end of two sentences in a
    row; others are advice.
    """
    limits = _Limits(within, min_words, min_count)
    likely = [r for r in repeats(article) if (r.size >= min_words or len(r.firsts) >= min_count) and _own(article, r)]
    if not likely or running_coverage(article):
        return
    topic, silent = _topic(article), masks(article)
    candidates = [c for r in likely if (c := _weigh(article, r, topic, silent, limits))]
    taken: set[int] = set()
    for candidate in sorted(candidates, key=lambda c: (-c.weight, c.spans)):
        held = {i for span in candidate.spans for i in article.words.between(*span)}
        if not taken.isdisjoint(held):
            continue
        taken |= held
        first, second, *more = candidate.spans
        said = article.one_line(second)
        lines = ", ".join(str(line) for line in sorted({article.line_of(s.start) for s in candidate.spans}))
        yield Hit(
            second,
            f"“{said}” again (lines {lines}). Say it once.",
            severity=candidate.severity,
            also_here=tuple(more),
            see=((first, "said first here"),),
        )


def _topic(article: Article) -> frozenset[str]:
    """Stems that the subject makes the article repeat: the headline's, and the most frequent ones."""
    known, words = stems(article), article.words
    topic = {known[i] for _, block in article.zoned("headline", "dek") for i in words.between(*block.span)}
    counts = Tally(compress(known, map(_is_heavy, words.folded)))
    often = [(s, n) for s, n in counts.items() if n > 3]
    topic.update(s for s, _ in sorted(often, key=lambda pair: -pair[1])[:_KEY_TERMS])
    return frozenset(topic)


@by_word
def _is_heavy(word: str) -> bool:
    return word not in word_list("function-words")


def _own(article: Article, repeat: Repeat) -> bool:
    """True when the run holds a function word and one that is neither that nor everyday, and is no fixed formula."""
    start = repeat.firsts[0]
    said = article.words.folded[start : start + repeat.size]
    if not word_list("formula-words").isdisjoint(said):
        return False
    light, plain = word_list("function-words"), word_list("plain-words")
    return not light.isdisjoint(said) and any(map(str.isalpha, frozenset(said) - light - plain))


def _weigh(
    article: Article, repeat: Repeat, topic: frozenset[str], silent: Sequence[Span], limits: _Limits
) -> _Candidate | None:
    """The repeat as a candidate, or None when it is none of the writer's own padding."""
    words, known, light, plain = article.words, stems(article), word_list("function-words"), word_list("plain-words")
    within, least, often = limits
    content: list[str] = []
    heavy = 0
    start = repeat.firsts[0]
    for i in range(start, start + repeat.size):
        word = words.folded[i]
        if word not in light and word.isalpha() and not _is_name(article, i, silent):
            heavy += 1
            if known[i] not in topic:
                content.append(word)
    if plain.issuperset(content):
        return None
    spans = tuple([s for s in repeat.spans(article) if covering(silent, s.start, s.start + 1) < 0])
    if len(spans) < 2 or (repeat.size < least and len(spans) < often):
        return None
    near = min(map(int.__sub__, repeat.firsts[1:], repeat.firsts)) <= within
    worn = not _worn().isdisjoint(content)
    weight = len(content) * len(spans) * 10 + repeat.size
    if near and worn and (len(spans) >= often or heavy > 1):
        return _Candidate(spans, weight + 1000, "warning")
    if near and heavy > 1 and repeat.size > least and _ends_neighbours(article, repeat):
        return _Candidate(spans, weight + 1000, "warning")
    if near and len(content) > 2 and repeat.size > least:
        return _Candidate(spans, weight, "warning" if len(content) > 4 else "info")
    if near and len(spans) >= often and repeat.size >= least:
        return _Candidate(spans, weight, "warning")
    if len(spans) > often and len(content) > 1:
        return _Candidate(spans, weight, "info")
    return None


def _ends_neighbours(article: Article, repeat: Repeat) -> bool:
    """ "He said that it was a breach of the law. She also said it was a breach of the law": one predicate for two."""
    start = repeat.firsts[0]
    if _PREDICATES.isdisjoint(article.words.folded[start : start + repeat.size]):
        return False
    at = article.sentence_indexes([article.words.starts[first] for first in repeat.firsts])
    stops = [article.sentence_words[i].stop if i >= 0 else -1 for i in at]
    ends = [first + repeat.size == stop for first, stop in zip(repeat.firsts, stops, strict=True)]
    blocks = [article.sentences[i].block for i in at]
    return any(
        ends[n] and ends[n + 1] and at[n] + 1 == at[n + 1] and blocks[n] == blocks[n + 1] for n in range(len(at) - 1)
    )


def _is_name(article: Article, i: int, silent: Sequence[Span]) -> bool:
    at = article.words.starts[i]
    if not article.text[at].isupper():
        return False
    before = article.text[max(0, at - 2) : at]
    return (before[-1:] in " -" and before[:1] not in ".!?:") or covering(silent, at, at + 1) >= 0
