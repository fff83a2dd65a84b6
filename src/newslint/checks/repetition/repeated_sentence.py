from __future__ import annotations

from bisect import bisect_right
from itertools import chain

from newslint import (
    Article,
    Generator,
    Hit,
    Iterator,
    Sentence,
    Sequence,
    Span,
    Tally,
    by_word,
    cached_on_disk,
    empty_sentences,
    fresh_sentences,
    hollow,
    masks,
    named_words,
    quotations,
    rule,
    running_coverage,
    stem,
    word_list,
)

_REMEMBERED = 12
"""Earlier sentences remembered for one stem, so that a word in every sentence stays cheap."""
_OWN = 3
"""Common words that must be no names: two sentences on the same people are not the same sentence."""
_OF_LONGER = 0.45
"""Share of the longer sentence's content that must be common: the rest of it is news that the shorter one leaves out.
Not asked of hollow copy."""
_RUNNING = frozenset(("lede", "body", "conclusion", "faq-a"))
_SUPPOSING = frozenset(("if", "unless", "suppose", "supposing"))
_LEAST = 7
"""Words of a sentence that can say something again."""
_EMPTY = 3
"""Empty sentences under which nobody looks for echoes: the article has the benefit of the doubt anyway."""


@rule(
    "warning",
    why="Wikipedia, Signs of AI writing (section summaries); the search-engine padding that repeats a story as a FAQ.",
    exceptions=(
        "Quotations; the headline; sentences of fewer than seven words; lists; live pages; what the first two "
        "paragraphs said in other words."
    ),
    bad=[
        """Lab shows reading robot

The lab in Holm showed a robot on Monday that reads handwritten letters and sorts them by street.

It cost 4 million euros and took Ada Brandt three years.

Postal workers feared for their jobs, their union said.

<<The robot sorts handwritten letters by street, which it can read.>>""",
        """Holm buys electric ferries

The port of Holm will replace its diesel ferries with six electric ones by June, harbour master Ada Brandt said.

The yard in Gdansk builds them for 40 million euros.

<<With this purchase the port replaces its six diesel ferries with electric ones.>> A first one arrives in May.""",
        """Holm buys electric ferries

<<Holm Buys Electric Ferries>>

The port of Holm will replace its diesel ferries by June, harbour master Ada Brandt said.""",
    ],
    good=[
        """Lab shows reading robot

The lab in Holm showed a robot on Monday that reads handwritten letters and sorts them by street.

The robot needs two seconds for a letter, against half a second for the machine that reads print.""",
        """Holm buys electric ferries

The port of Holm will replace its diesel ferries with six electric ones by June, harbour master Ada Brandt said.

"The port will replace its diesel ferries with six electric ones by June," its own statement said.""",
        """Team wins at home

Holm won on Saturday. Holm won again on Sunday.""",
    ],
)
def repeated_sentence(
    article: Article,
    *,
    alike: float = 0.75,
    idle_alike: float = 0.5,
    shared: int = 5,
    faq_alike: float = 0.5,
    faq_shared: int = 4,
) -> Iterator[Hit]:
    """A sentence says again what an earlier one said.

    Summaries at the end, answers that repeat the story and paragraphs that begin by retelling the one before cost the
    reader time and give nothing. Cut one of the two. `alike`: share of the shorter sentence's content words, compared
    by stem, that the earlier one holds as well; `idle_alike`: the same in hollow copy, where the sentence brings no new
    name, date, figure or source; `shared`: how many there must be at least. The ``faq`` options hold for answers of a
    question-and-answer tail. In copy full of other flaws the same thing in other words counts, too: sentences without
    news that share the rarer words of an earlier one, or synonyms of them, and indirect speech that the quotation
    beside it repeats.
    """
    if again := _headline_again(article):
        yield Hit(again, "The headline stands here again. Cut it.", scope="sentence")
    contents, names = _said(article)
    told = yield from _sure(article, contents, names, alike, idle_alike, shared, faq_alike, faq_shared)
    if len(empty_sentences(article)) >= _EMPTY:
        yield from _echoes(article, contents, names, told)


def _headline_again(article: Article) -> Span | None:
    """The line behind the headline of a plain text that holds the same words; in markup it may be the page's title."""
    blocks = article.blocks
    if article.format != "plain" or len(blocks) < 3 or blocks[0].zone != "headline":
        return None
    words = article.words
    first, second = (words.between(*block.span) for block in blocks[:2])
    same = words.folded[first.start : first.stop] == words.folded[second.start : second.stop]
    return blocks[1].span if same and len(first) > 3 else None


def _sure(
    article: Article,
    contents: Sequence[frozenset[str]],
    names: frozenset[str],
    alike: float,
    idle_alike: float,
    shared: int,
    faq_alike: float,
    faq_shared: int,
) -> Generator[Hit, None, frozenset[int]]:
    """What holds in any article; returns the indexes of the sentences."""
    told: set[int] = set()
    sentences = article.sentences
    zones = [article.blocks[sentence.block].zone for sentence in sentences]
    suspects = _suspects(contents, names, [faq_shared if zone == "faq-a" else shared for zone in zones], zones)
    if not suspects or running_coverage(article):
        return frozenset()
    wanted = frozenset().union(*(contents[i] for i in suspects))
    quoted, empty = _quoted(article), hollow(article)
    opening = _second_paragraph(sentences, zones)
    holders: dict[str, list[int]] = {}
    for i in range(max(suspects) + 1):
        sentence, content = sentences[i], contents[i]
        if zones[i] not in _RUNNING or i in quoted:
            continue
        if i in suspects and article.text[sentence.span.end - 1] != "?" and not _supposes(article, i):
            answer = zones[i] == "faq-a"
            limit, least = (faq_alike, faq_shared) if answer else (min(alike, idle_alike), shared)
            limit = limit if empty else alike
            earlier, share = _closest(content, contents, names, holders, limit, least, 0.0 if empty else _OF_LONGER)
            # What brings news may say some of the old again, and a report retells its opening.
            adds = (
                earlier >= 0
                and not answer
                and share < alike
                and (i in fresh_sentences(article) or sentences[earlier].block <= opening)
            )
            if earlier >= 0 and not adds and len(article.sentence_words[i]) >= _LEAST:
                line = article.line_of(sentences[earlier].span.start)
                told.add(i)
                yield Hit(
                    sentence.span,
                    f"Already said in line {line}. Cut one.",
                    scope="sentence",
                    see=((sentences[earlier].span, "said here"),),
                )
        for key in content & wanted:
            holding = holders.setdefault(key, [])
            if len(holding) < _REMEMBERED:
                holding.append(i)
    return frozenset(told)


def _echoes(
    article: Article, contents: Sequence[frozenset[str]], names: frozenset[str], told: frozenset[int]
) -> Iterator[Hit]:
    """Sentences that say in other words what an earlier one said, or the quotation beside them, each once.

    Asked in copy full of flaws alone: each sentence is compared with those before it, 5 to 7 % of the run there.
    """
    from newslint import echoes

    sentences = article.sentences
    quoted = frozenset(_quoted(article))
    for i, first in echoes(article, contents, names, quoted, told):
        if _supposes(article, i):
            continue
        line = article.line_of(sentences[first].span.start)
        yield Hit(
            sentences[i].span,
            f"The quotation in line {line} says this. Cut one of the two."
            if first in quoted
            else f"Much the same was said in line {line}. Say what is new, or cut it.",
            "doubtful",
            scope="sentence",
            see=((sentences[first].span, "said here"),),
        )


def _supposes(article: Article, sentence: int) -> bool:
    """ "Even if the pier was built on sand, ...": it reasons from what was said, and does not say it again."""
    words, row = article.words.folded, article.sentence_words[sentence]
    return words[row.start] in _SUPPOSING or (words[row.start] == "even" and words[row.start + 1] == "if")


def _second_paragraph(sentences: Sequence[Sentence], zones: Sequence[str]) -> int:
    """The block of the first paragraph behind the lede, or -1."""
    return next((s.block for s, zone in zip(sentences, zones, strict=True) if zone == "body"), -1)


def _suspects(
    contents: Sequence[frozenset[str]], names: frozenset[str], least: Sequence[int], zones: Sequence[str]
) -> set[int]:
    """Sentences that `_closest` might find said before, taking all earlier ones together; the rest need no comparing.

    More than half of their content is old, `least` words of it at least, and no figure is new.
    """
    seen: set[str] = set()
    found: set[int] = set()
    for i, content in enumerate(contents):
        if zones[i] in _RUNNING:
            old = content & seen
            if (
                len(old) >= least[i]
                and len(old) * 2 > len(content)
                and len(old - names) >= _OWN
                and not any(key[0].isdigit() for key in content - old)
            ):
                found.add(i)
            seen |= content
    return found


def _said(article: Article) -> tuple[list[frozenset[str]], frozenset[str]]:
    """For every sentence the stems of its content words, each name as one, addresses left out; and all the names."""
    words, keys = article.words, list(map(_content, article.words.folded))
    names = {i: f"={entity}" for i, entity in named_words(article).items()}
    for i, name in names.items():
        keys[i] = name
    if "://" in article.folded or "www." in article.folded:
        for span in masks(article):
            if _is_address(article, span):
                near = words.between(*span)
                keys[near.start : near.stop] = [""] * len(near)
    contents = [frozenset(filter(None, keys[near.start : near.stop])) for near in article.sentence_words]
    return contents, frozenset(names.values())


@by_word
def _content(word: str) -> str:
    """The word's stem, or the empty string where it has no content."""
    base = stem(word)
    return "" if base in _light() else base


@cached_on_disk
def _light() -> frozenset[str]:
    return frozenset(map(stem, word_list("function-words")))


def _is_address(article: Article, span: Span) -> bool:
    return "://" in article.folded[span.start : span.end] or article.folded.startswith("www.", span.start)


def _quoted(article: Article) -> set[int]:
    """The sentences most of which is somebody's words."""
    starts, ends = article.sentence_starts, article.sentence_ends
    said: Tally[int] = Tally()
    for quotation in quotations(article):
        start, end = quotation.span
        i = bisect_right(ends, start)
        while i < len(starts) and starts[i] < end:
            said[i] += min(end, ends[i]) - max(start, starts[i])
            i += 1
    return {i for i, length in said.items() if length * 2 > ends[i] - starts[i]}


def _closest(
    content: frozenset[str],
    contents: Sequence[frozenset[str]],
    names: frozenset[str],
    holders: dict[str, list[int]],
    alike: float,
    shared: int,
    of_longer: float,
) -> tuple[int, float]:
    """The earlier sentence that holds most of this one, or is held by it, and how much; -1 when none does so enough.

    One that brings a new figure, or is mostly new, adds to what was said.
    """
    met = Tally(chain.from_iterable([holders[key] for key in content if key in holders]))
    best, most = -1, 0.0
    # Frequent roots are not remembered for ever. Of two as close the first, whatever the order of sets.
    for j in sorted([j for j, count in met.items() if count * 2 >= shared]):
        both = content & contents[j]
        common = len(both)
        ratio = common / min(len(content), len(contents[j]))
        if common < shared or ratio < alike or ratio <= most or len(both - names) < _OWN:
            continue
        if common < of_longer * max(len(content), len(contents[j])):
            continue
        if common * 2 > len(content) and not any(key[0].isdigit() for key in content - contents[j]):
            best, most = j, ratio
    return best, most
