from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint import Article, Hit, Quotation, Span, name_table, quotations, rule

_SHINGLE = 4
"""Words in a row by which two quotations are brought together."""
_MOST_ALIKE = 8
"""Earlier quotations compared with each new one."""


@rule(
    "error",
    wakes=[quotations],
    why="SPJ and AP: quotations are verbatim; the invented quotations of 2024 came in two wordings.",
    exceptions="A headline or dek with part of the quotation; words left out or put in brackets; fewer than six words.",
    bad=[
        '"We will grow by a third before the summer," Lena Holm said on Monday. The yard is full. '
        '<<"We will grow by one third before the summer,">> Lena Holm said.',
        '"Nobody will lose a job in this yard," Lena Holm said. The town is glad. '
        '<<"Nobody will lose a job in this yard,">> Ola Berg said.',
    ],
    good=[
        '"We will grow by a third before the summer," Lena Holm said. Growth "by a third" would please the town.',
        '"We will grow by a third before the summer," Lena Holm said. "We will not grow at all," Ola Berg said.',
        '"We will hire nine people in May," Lena Holm said. "We will hire nine people in June," she said.',
    ],
)
def quote_conflict(article: Article, *, least_words: int = 6, alike: float = 0.8) -> Iterator[Hit]:
    """One quotation has two speakers, or two wordings.

    Somebody was misquoted. Check the recording. `least_words`: shorter quotations are left alone; `alike`: share of
    words in common from which two wordings count as one quotation.
    """
    table = name_table(article)
    persons = sorted((m.start, m.end, i) for i, e in enumerate(table) if e.kind == "person" for m in e.mentions)
    by_shingle: dict[tuple[str, ...], list[int]] = {}
    heard: list[tuple[Quotation, list[str], int]] = []
    for quote in quotations(article):
        if quote.words < least_words or quote.speaker is None or article.sentence_index(quote.span.start) < 0:
            continue
        said = [article.words.folded[i] for i in article.words.between(*quote.inner)]
        who = _who(persons, quote.speaker)
        if who < 0 or "[" in article.text[quote.inner.start : quote.inner.end]:
            continue
        shingles = {tuple(said[i : i + _SHINGLE]) for i in range(len(said) - _SHINGLE + 1)}
        tried = sorted({n for shingle in shingles for n in by_shingle.get(shingle, ())})[:_MOST_ALIKE]
        for n in tried:
            earlier, words, speaker = heard[n]
            share = _share(words, said)
            if share < alike or (speaker == who and (share == 1.0 or _differ_in_fact(words, said))):
                continue
            line = article.line_of(earlier.span.start)
            other = f"{table[speaker].name}'s words" if speaker != who else "other words"
            yield Hit(
                quote.span,
                f"This quotation also appears as {other}, in line {line}. Check the recording.",
                see=((earlier.span, "here"),),
            )
            break
        for shingle in shingles:
            held = by_shingle.setdefault(shingle, [])
            if len(held) < _MOST_ALIKE:
                held.append(len(heard))
        heard.append((quote, said, who))


def _who(persons: list[tuple[int, int, int]], span: Span) -> int:
    """The row in the name table of the person mentioned within the span, or -1."""
    i = max(0, bisect_left(persons, (span.start,)) - 1)
    while i < len(persons) and persons[i][0] < span.end:
        if persons[i][1] > span.start:
            return persons[i][2]
        i += 1
    return -1


def _share(one: list[str], other: list[str]) -> float:
    """Words in common, in order, as a share of the longer one."""
    if one == other:
        return 1.0
    from difflib import SequenceMatcher

    common = sum(
        block.size for block in SequenceMatcher(None, one[:80], other[:80], autojunk=False).get_matching_blocks()
    )
    return common / max(1, min(80, max(len(one), len(other))))


def _differ_in_fact(one: list[str], other: list[str]) -> bool:
    """Two sentences of one build by one speaker, which differ in a content word, are two sentences."""
    changed = set(one) ^ set(other)
    return len(changed) > 2 or all(len(word) > 3 for word in changed)
