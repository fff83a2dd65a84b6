from __future__ import annotations

from itertools import chain

from newslint import (
    STORY,
    Article,
    Contents,
    Hit,
    Iterator,
    NamedTuple,
    Sentence,
    Sequence,
    Span,
    Tally,
    contents,
    empty_sentences,
    figures_again,
    fresh_sentences,
    hollow,
    phrases,
    quoted_sentences,
    rule,
    running_coverage,
)

_REMEMBERED = 12
"""Earlier sentences remembered for one stem, so that a word in every sentence stays cheap."""
_OWN = 3
"""Common words that must be no names: two sentences on the same people are not the same sentence."""
_OF_LONGER = 0.45
"""Share of the longer sentence's content that must be common: the rest of it is news that the shorter one leaves out.
Not asked of hollow copy."""
_SUPPOSING = frozenset(("if", "unless", "suppose", "supposing"))
_LEAST = 7
"""Words of a sentence that can say something again."""
_EMPTY = 3
"""Empty sentences under which nobody looks for echoes: the article has the benefit of the doubt anyway."""
_LAX = 0.5
"""Share of content words that is enough in hollow copy."""
_SHARED, _SHARED_FAQ = 5, 4
"""How many of them there must be at least; in an answer of a question-and-answer tail."""


@rule(
    "warning",
    why="Wikipedia, Signs of AI writing (section summaries); the search-engine padding that repeats a story as a FAQ.",
    exceptions=(
        "Quotations; the headline; sentences of fewer than seven words; lists; live pages; what the first two "
        "paragraphs said in other words."
    ),
    options={
        "alike": "Share of the shorter sentence's content words, by stem, that the earlier one holds as well.",
    },
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
        """Two die on coast road

Two people died on the coast road at Holm on Monday. Their names have not been released.

The road was shut for an hour. <<The two people who died have not been named.>>""",
        """Holm votes

Ada Brandt took 44.81 percent of the vote on Sunday and Ola Berg 20.03 percent, the city said.

Turnout was low. <<Brandt had 44.8% and Berg 20%, which means a second round.>>""",
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
        """Two die on coast road

Two people died on the coast road at Holm on Monday. Their names have not been released.

The other driver has not been named either.""",
    ],
)
def repeated_sentence(article: Article, *, alike: float = 0.75) -> Iterator[Hit]:
    """A sentence says again what an earlier one said.

    Summaries at the end, answers that repeat the story and paragraphs that begin by retelling the one before cost the
    reader time and give nothing. Cut one of the two. In hollow copy half of the content words are enough, where
    the sentence brings no new name, date, figure or source, and so they are in answers of a question-and-answer tail.
    In copy full of other flaws the same thing in other words counts, too: sentences without news that share the rarer
    words of an earlier one, or synonyms of them, and indirect speech that the quotation beside it repeats.
    """
    if again := _headline_again(article):
        yield Hit(again, "The headline stands here again. Cut it.", scope="sentence")
    lax = hollow(article)
    of_longer = 0.0 if lax else _OF_LONGER
    story = _Bar(min(alike, _LAX) if lax else alike, _SHARED, of_longer, certain=alike)
    answer = _Bar(_LAX if lax else alike, _SHARED_FAQ, of_longer, certain=0.0)
    repeats = _repeats(article, story, answer)
    for i, first in repeats.items():
        earlier = article.sentences[first].span
        message = f"Already said in line {article.line_of(earlier.start)}. Cut one."
        yield Hit(article.sentences[i].span, message, scope="sentence", see=((earlier, "said here"),))
    for i, first in _standing_again(article):
        if i not in repeats:
            earlier = article.sentences[first].span
            message = f"Line {article.line_of(earlier.start)} says that this is not known or done yet. Cut one."
            yield Hit(article.sentences[i].span, message, scope="sentence", see=((earlier, "said here"),))
    counted = [] if running_coverage(article) else [(i, j) for i, j in figures_again(article) if i not in repeats]
    for i, first in counted:
        earlier = article.sentences[first].span
        message = f"Line {article.line_of(earlier.start)} has these figures. Say what is new, or cut it."
        yield Hit(article.sentences[i].span, message, scope="sentence", see=((earlier, "said here"),))
    if len(empty_sentences(article)) >= _EMPTY:
        yield from _echoes(article, frozenset(repeats).union(i for i, _ in counted))


def _standing_again(article: Article) -> Sequence[tuple[int, int]]:
    """``Their names have not been released`` of people who "have not been named"."""
    if len(phrases(article, "none-told")) < 2:
        return ()
    from newslint import standing_again

    return standing_again(article)


class _Bar(NamedTuple):
    """How alike two sentences must be for the later one to be a repeat."""

    alike: float
    """Share of the shorter one's content that they have in common."""
    shared: int
    """Stems and names that they have in common at least."""
    of_longer: float
    """Share of the longer one's content that they have in common."""
    certain: float
    """`alike` from which it is a repeat although it brings news, or retells the opening."""


def _headline_again(article: Article) -> Span | None:
    """The line behind the headline of a plain text that holds the same words; in markup it may be the page's title."""
    blocks = article.blocks
    if article.format != "plain" or len(blocks) < 3 or blocks[0].zone != "headline":
        return None
    words = article.words
    first, second = (words.between(*block.span) for block in blocks[:2])
    same = words.folded[first.start : first.stop] == words.folded[second.start : second.stop]
    return blocks[1].span if same and len(first) > 3 else None


def _repeats(article: Article, story: _Bar, answer: _Bar) -> dict[int, int]:
    """The sentences that say again what an earlier one said, each with that one; counted in any article.

    `answer` is the bar for answers of a question-and-answer tail.
    """
    sentences, said = article.sentences, contents(article)
    zones = [article.blocks[sentence.block].zone for sentence in sentences]
    bars = [answer if zone == "faq-a" else story for zone in zones]
    figures = frozenset([key for key in frozenset().union(*said.keys) if key[0].isdigit()])
    suspects = _suspects(said, figures, bars, zones)
    if not suspects or running_coverage(article):
        return {}
    wanted = frozenset().union(*map(said.keys.__getitem__, suspects))
    quoted = quoted_sentences(article)
    opening = _second_paragraph(sentences, zones)
    holders: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    for i in range(max(suspects) + 1):
        if zones[i] not in STORY or i in quoted:
            continue
        if i in suspects and _asserts(article, i):
            earlier, share = _closest(said, figures, i, holders, bars[i])
            # What brings news may say some of the old again, and a report retells its opening.
            if earlier >= 0 and (
                share >= bars[i].certain or not (i in fresh_sentences(article) or sentences[earlier].block <= opening)
            ):
                found[i] = earlier
        for key in said.keys[i] & wanted:
            holding = holders.setdefault(key, [])
            if len(holding) < _REMEMBERED:
                holding.append(i)
    return found


def _echoes(article: Article, told: frozenset[int]) -> Iterator[Hit]:
    """Sentences that say in other words what an earlier one said, or the quotation beside them, each once.

    Asked in copy full of flaws alone: each sentence is compared with those before it, 5 to 7 % of the run there.
    """
    from newslint import echoes

    sentences = article.sentences
    quoted = quoted_sentences(article)
    for i, first in echoes(article, told):
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


def _asserts(article: Article, sentence: int) -> bool:
    """The sentence is long enough to say something, and neither asks nor supposes it."""
    end = article.sentences[sentence].span.end
    long_enough = len(article.sentence_words[sentence]) >= _LEAST
    return long_enough and article.text[end - 1] != "?" and not _supposes(article, sentence)


def _supposes(article: Article, sentence: int) -> bool:
    """ "Even if the pier was built on sand, ...": it reasons from what was said, and does not say it again."""
    words, row = article.words.folded, article.sentence_words[sentence]
    return words[row.start] in _SUPPOSING or (words[row.start] == "even" and words[row.start + 1] == "if")


def _second_paragraph(sentences: Sequence[Sentence], zones: Sequence[str]) -> int:
    """The block of the first paragraph behind the lede, or -1."""
    return next((s.block for s, zone in zip(sentences, zones, strict=True) if zone == "body"), -1)


def _suspects(said: Contents, figures: frozenset[str], bars: Sequence[_Bar], zones: Sequence[str]) -> set[int]:
    """Sentences that `_closest` might find said before, taking all earlier ones together; the rest need no comparing.

    More than half of their content is old, as much of it as the bar asks for, and no figure is new.
    """
    seen: set[str] = set()
    found: set[int] = set()
    for i, content in enumerate(said.keys):
        if zones[i] in STORY:
            old = content & seen
            if (
                len(old) >= bars[i].shared
                and len(old) * 2 > len(content)
                and len(old - said.names) >= _OWN
                and figures.isdisjoint(content - old)
            ):
                found.add(i)
            seen |= content
    return found


def _closest(
    said: Contents, figures: frozenset[str], i: int, holders: dict[str, list[int]], bar: _Bar
) -> tuple[int, float]:
    """The earlier sentence that holds most of sentence `i`, or is held by it, and how much; -1 when none is alike.

    `holders` has the earlier sentences by what they hold. One that brings a new figure, or is mostly new, adds to what
    was said.
    """
    content = said.keys[i]
    met = Tally(chain.from_iterable([holders[key] for key in content if key in holders]))
    best, most = -1, 0.0
    # Frequent roots are not remembered for ever. Of two as close the first, whatever the order of sets.
    for j in sorted([j for j, count in met.items() if count * 2 >= bar.shared]):
        other = said.keys[j]
        both = content & other
        common = len(both)
        ratio = common / min(len(content), len(other))
        if common < bar.shared or ratio < bar.alike or ratio <= most or len(both - said.names) < _OWN:
            continue
        if common < bar.of_longer * max(len(content), len(other)):
            continue
        if common * 2 > len(content) and figures.isdisjoint(content - other):
            best, most = j, ratio
    return best, most
