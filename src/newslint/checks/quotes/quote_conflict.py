from __future__ import annotations

from bisect import bisect_left

from newslint import Article, Hit, Iterator, Quotation, Span, name_table, quotations, rule

_SHINGLE = 4
"""Words in a row by which two quotations are brought together."""
_LONG = 9
"""Words from which a quotation is not said twice with one word changed."""
_REWORDED = 0.82
"""Share of words in common from which such a long quotation is the same one."""
_NOBODY, _PRONOUN = -1, -2
"""Speakers without a row in the name table: none that is known, and one who is "he" or "she"."""
_SMALL = frozenset(
    "a an the that and but or of to in on at by for with before too so very just really be been is was quite only also "
    "even then now here there some about would will can could all".split()
)
"""Words that a quotation may lose or gain where it is told anew."""
_TITLE = 5
"""Letters of an abbreviated title."""
_SHORT = {
    f"{who}'{short}": f"{who} {full}"
    for who in ("i", "we", "you", "they", "he", "she", "it", "that", "there")
    for short, full in (("d", "would"), ("ll", "will"), ("re", "are"), ("ve", "have"), ("m", "am"))
} | {f"{verb}n't": f"{verb} not" for verb in "is are was were do does did has have had would could should".split()}
_FRAME = 8
"""Code points round a quotation from which its paragraph says anything of it."""
_MOST_ALIKE = 8
"""Earlier quotations compared with each new one."""


@rule(
    "error",
    wakes=[quotations],
    why="SPJ and AP: quotations are verbatim; the invented quotations of 2024 came in two wordings.",
    exceptions="A headline or dek with part of the quotation; words left out or put in brackets; fewer than six words.",
    options={
        "min_words": "Shorter quotations are left alone.",
        "alike": "Share of words in common from which two wordings are one quotation.",
    },
    bad=[
        '"We will grow by a third before the summer," Lena Holm said on Monday. The yard is full. '
        '<<"We will grow by one third before the summer,">> Lena Holm said.',
        'Yards\n\n"Nobody at the two yards was told that the gates would close," Lena Holm said.\n\nOn Friday Holm '
        "said: "
        '<<"Everybody at the two yards was told that the gates would close.">>',
        '"Nobody will lose a job in this yard," Lena Holm said. The town is glad. '
        '<<"Nobody will lose a job in this yard,">> Ola Berg said.',
        '"My neighbours drive to town to file their taxes," said Sen. Lena Holm.\n\n'
        '<<"My neighbours drive to town to file their taxes,">> Ola Berg said.',
        '"The first boats ran too hot and we would rather be late," Lena Holm said.\n\nOn Friday she was asked once '
        'more. <<"The first boats ran hot and we\'d rather be late,">> she said.',
    ],
    good=[
        '"We will grow by a third before the summer," Lena Holm said. Growth "by a third" would please the town.',
        '"We will grow by a third before the summer," Lena Holm said. "We will not grow at all," Ola Berg said.',
        '"We will hire nine people in May," Lena Holm said. "We will hire nine people in June," she said.',
    ],
)
def quote_conflict(article: Article, *, min_words: int = 6, alike: float = 0.8) -> Iterator[Hit]:
    """One quotation has two speakers, or two wordings.

    Somebody was misquoted. Check the recording.
    """
    long = [q for q in quotations(article) if q.words >= min_words and q.speaker is not None]
    if len(long) < 2:
        return
    table = name_table(article)
    named = sorted((m.start, m.end, i) for i, e in enumerate(table) if e.kind == "person" for m in e.mentions)
    by_shingle: dict[tuple[str, ...], list[int]] = {}
    heard: list[tuple[Quotation, list[str], int]] = []
    for quote in long:
        if quote.speaker is None or article.sentence_index(quote.span.start) < 0:
            continue
        near = article.words.between(*quote.inner)
        said = _written_out(article.words.folded[near.start : near.stop])
        who = _speaker(article, named, quote.speaker)
        if "'s " in article.folded[quote.speaker.start : quote.speaker.end + 3]:
            continue  # "Holm's remarks were": somebody else may call them so
        if who == _NOBODY or not quote.closed or "[" in article.text[quote.inner.start : quote.inner.end]:
            continue
        shingles = set(zip(*(said[k:] for k in range(_SHINGLE)), strict=False))
        tried = sorted({n for shingle in shingles for n in by_shingle.get(shingle, ())})[:_MOST_ALIKE]
        for n in tried:
            earlier, words, speaker = heard[n]
            share = _share(words, said)
            one = speaker == who or _PRONOUN in (speaker, who)
            if one and speaker != who and not _but_for_small_words(article, earlier, quote, words, said):
                continue
            if share < alike or (one and not _reworded(article, earlier, quote, words, said, share)):
                continue
            line = article.line_of(earlier.span.start)
            other = "other words" if one else f"{table[speaker].name}'s words"
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


def _speaker(article: Article, named: list[tuple[int, int, int]], span: Span) -> int:
    """The row of the person who speaks; also behind a title that ends in a stop (``Sen. Ruiz``), and of a pronoun."""
    if article.folded[span.start : span.end] in ("he", "she"):
        return _PRONOUN
    title = article.text.startswith(". ", span.end) and span.end - span.start <= _TITLE
    return _who(named, Span(span.start, span.end + 3) if title else span)


def _but_for_small_words(
    article: Article, earlier: Quotation, quote: Quotation, one: list[str], other: list[str]
) -> bool:
    """Told in two paragraphs with the same words of content: so "she" is who said it before."""
    apart = article.block_at(earlier.span.start) != article.block_at(quote.span.start)
    return apart and _SMALL.issuperset(set(one) ^ set(other))


def _written_out(said: list[str]) -> list[str]:
    """``we'd`` as ``we would``: how it is written down is no other wording."""
    return [part for word in said for part in _SHORT.get(word, word).split()] if "'" in "".join(said) else said


def _who(named: list[tuple[int, int, int]], span: Span) -> int:
    """The row in the name table of the person mentioned within the span, or -1."""
    i = max(0, bisect_left(named, (span.start,)) - 1)
    while i < len(named) and named[i][0] < span.end:
        if named[i][1] > span.start:
            return named[i][2]
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


def _reworded(
    article: Article, earlier: Quotation, quote: Quotation, one: list[str], other: list[str], share: float
) -> bool:
    """One sentence of one speaker told twice in two wordings, and not two sentences of one build.

    Small words may differ anywhere (``by a third``, ``by one third``). A content word may in a long quotation that is
    reported twice, each time with its own cue, in two paragraphs: nobody says so long a sentence twice but for a word.
    """
    if share == 1.0:
        return False
    changed = set(one) ^ set(other)
    if len(changed) <= 2 and any(len(word) <= 3 for word in changed):
        return True
    longer = min(len(one), len(other)) >= _LONG and share >= _REWORDED
    first, second = article.block_at(earlier.span.start), article.block_at(quote.span.start)
    if not longer or first == second:
        return False
    block, span = article.blocks[second].span, quote.span
    return earlier.cue != quote.cue or span.start - block.start + block.end - span.end > _FRAME  # told anew
