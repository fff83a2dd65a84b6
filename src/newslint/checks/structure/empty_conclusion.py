from __future__ import annotations

from newslint import (
    STORY,
    Article,
    Block,
    Edit,
    Fix,
    Hit,
    Iterator,
    NamedTuple,
    PhraseHit,
    Span,
    empty_sentences,
    is_quoted,
    own_account,
    phrases,
    rule,
    specific_sentences,
)

_SUMS_UP = frozenset("conclusion summary closing essence conclude summarize summarise".split())
_ON_TERMS = ("Only if ", "Only when ", "Only where ")
"""How a question is answered."""
_OF_WHAT = ("for ", "from ", "on ", "of ", "about ", "and ", "& ", ": ")
"""What may follow in a subhead that announces a recap: "Takeaways for holders"."""
_STORY = STORY | {"list"}
_LEAST_BLOCKS = 3
_EMPTY = 3
"""Empty sentences under which no last paragraph is asked for news: the article has the benefit of the doubt anyway."""
_LEAST_WORDS = 12
"""Words of a last paragraph that could have told something."""


@rule(
    "warning",
    wakes=["closing-openers", "closing-words", "closing-chords", "closing-heads"],
    not_types=["opinion", "column", "essay", "speech", "review", "editorial", "study", "interview"],
    why=(
        "The inverted pyramid: news ends with its least important fact; Wikipedia, signs of AI writing (section "
        "summaries)"
    ),
    exceptions="Opinion, speeches and reviews; a last paragraph with a new figure, date, name, source or quotation.",
    bad=[
        "The trust sold its museum to the city on Monday.\n\nThe city pays 4 million euros, a deed shows.\n\n"
        "<<In conclusion, the deal is a milestone for the city and its people.>>",
        "The firm opened a mill in Orford on Monday.\n\nThe mill makes paper for 40 printers, its owner said.\n\n"
        "<<As the firm continues to grow, its future looks bright.>>",
        "The two clubs met on Sunday.\n\nThe match ended 2-2, and 900 people saw it.\n\n"
        "Both goals fell late. <<Only time will tell who will be promoted.>>",
        """---
title: Trust sells museum
---

The trust sold its museum on Monday.

The city pays 4 million euros, a deed shows.

Ola Berg, who runs it, stays until May.

## <<Key points to remember>>

- The trust has sold its museum
- The city pays 4 million euros
- Ola Berg stays""",
    ],
    good=[
        "The trust sold its museum on Monday.\n\nThe city pays 4 million euros, a deed shows.\n\n"
        "The council votes on the sale on 4 June.",
        "The trust sold its museum on Monday.\n\nThe city pays 4 million euros, a deed shows.\n\n"
        "The trust has two other museums.",
        "The trust sold its museum on Monday.\n\nThe city pays 4 million euros, a deed "
        'shows.\n\n"Only time will tell," the mayor, '
        "Ola Berg, said.",
        "The trust sold its museum on Monday.\n\nThe city pays 4 million euros, a deed shows.\n\n"
        "Until then the trust continues to look after it. Its head is Ola Berg, and the rent 3,000 euros.",
        """---
title: Trust sells museum
---

The trust sold its museum on Monday.

The city pays 4 million euros, a deed shows.

Ola Berg, who runs it, stays until May.

## Key points

- The council votes on 4 June
- The trust keeps 300 pictures

## Conclusion

The museum was built by Ida Holm in 1904.""",
        "The trust sold its museum on Monday.\n\nThe city pays 4 million euros, a deed shows.\n\nIt opens in May.\n\n"
        "Overall, this page is for information only and must not be taken as advice in any future.",
        "Overall, the trust holds 300 pictures.\n\nThe city pays 4 million euros, a deed shows.\n\n"
        "Overall, sales rose 4 percent in May.",
    ],
    fixes="unsafe",
)
def empty_conclusion(article: Article) -> Iterator[Hit]:
    """The last paragraph sums up or looks ahead, and tells nothing new.

    News has no conclusion: readers leave when they know enough, so the least important fact comes last. A closing
    chord ("time will tell", "the future looks bright") costs them the belief that you had something to say. Stop at
    the last fact. In copy full of other flaws a last paragraph without any new fact is enough, and so is a recap under
    a subhead of its own ("Key takeaways", "Final words") in any copy: advice in the writer's own voice.
    """
    recaps = list(_recaps(article))
    if recaps:
        yield from recaps
        return
    at, block = _last_paragraph(article)
    if block is None:
        return
    closing = _closing(article, at, block)
    if not (closing.openers or closing.words or closing.chords) and len(empty_sentences(article)) < _EMPTY:
        return
    hollow = [span for n, span in enumerate(closing.spans) if _is_hollow(article, closing, n)]
    if hollow and (closing.told or hollow[0].start > block.span.start):
        yield Hit(
            hollow[0], "Stop at the last fact. Cut this sentence.", scope="sentence", fix=_cut(article, hollow[0])
        )
    elif hollow:
        yield Hit(
            block.span, "Stop at the last fact. Cut this paragraph.", scope="paragraph", fix=_cut(article, block.span)
        )
    elif _brings_nothing(article, closing, at):
        yield Hit(
            block.span, "The last paragraph brings nothing new. Stop at the last fact.", "doubtful", scope="paragraph",
            fix=_cut(article, block.span),
        )  # fmt: skip


class _Closing(NamedTuple):
    """The last paragraph: its sentences by number, and what they hold of the words that end a text."""

    spans: list[Span]
    told: set[int]
    """Sentences that tell something new."""
    openers: dict[int, PhraseHit]
    """By the code point at which they start."""
    words: dict[int, list[int]]
    """Where they start, by sentence."""
    chords: dict[int, list[int]]
    waits: set[int]
    """Sentences with a chord that is none where more news follows."""


def _closing(article: Article, at: int, block: Block) -> _Closing:
    spans = [sentence.span for sentence in article.sentences_of(at)]
    first, specific = article.sentence_index(block.span.start), specific_sentences(article)
    chords = phrases(article, "closing-chords")
    return _Closing(
        spans,
        told={n for n in range(len(spans)) if first + n in specific},
        openers={h.span.start: h for h in phrases(article, "closing-openers") if h.span.within(block.span)},
        words=_by_sentence(article, phrases(article, "closing-words"), block),
        chords=_by_sentence(article, chords, block),
        waits={article.sentence_index(h.span.start) - first for h in chords if h.data.get("note")},
    )


def _is_hollow(article: Article, closing: _Closing, n: int) -> bool:
    """The sentence sums up or looks ahead, and tells nothing new."""
    if n in closing.told or _answers_a_question(article, closing, n):
        return False
    opener = closing.openers.get(closing.spans[n].start)
    if opener and not _SUMS_UP.isdisjoint(article.words.folded[opener.first : opener.last + 1]):
        return True
    goes_on = n < max(closing.told, default=-1)  # "Until then … It cannot"
    if n in closing.chords and not (goes_on and n in closing.waits):
        return True
    said = [start for start in closing.words.get(n, ()) if not opener or start > opener.span.start]
    return not goes_on and len(said) > (0 if opener else 1)


def _answers_a_question(article: Article, closing: _Closing, n: int) -> bool:
    """``Would I recommend it? Only if``."""
    asked = n > 0 and article.text[closing.spans[n - 1].end - 1] == "?"
    return asked and article.text.startswith(_ON_TERMS, closing.spans[n].start)


def _brings_nothing(article: Article, closing: _Closing, at: int) -> bool:
    """The paragraph is long enough to tell something, and does not say who was asked for a comment either."""
    row = article.block_words[at]
    if closing.told or "comment" in article.words.folded[row.start : row.stop]:
        return False
    return len(row) >= _LEAST_WORDS and article.text[article.blocks[at].span.end - 1] in ".!"


def _recaps(article: Article) -> Iterator[Hit]:
    """Sections in the second half that announce a recap, where half of what they say or more is not new."""
    blocks = article.blocks
    heads = [
        article.block_at(hit.span.start) for hit in phrases(article, "closing-heads") if _is_head(article, hit.span)
    ]
    told = [i for i, block in enumerate(blocks) if block.zone in _STORY]
    for at in heads:
        before, behind = [i for i in told if i < at], [i for i in told if i > at]
        section = [
            i
            for i in behind
            if not any(blocks[k].zone == "subhead" for k in range(at + 1, i)) and not _is_note(article, blocks[i])
        ]
        if len(before) < _LEAST_BLOCKS or len(behind) > len(before):
            continue
        said = [sentence.span for i in section for sentence in article.sentences_of(i)]
        specific = specific_sentences(article)
        numbers = article.sentence_indexes([span.start for span in said])
        old = [span for span, i in zip(said, numbers, strict=True) if i not in specific]
        if old and len(old) * 2 >= len(said):
            cut = "Cut this section." if len(old) == len(said) else "Cut what this section repeats."
            yield Hit(
                blocks[at].span, f"Stop at the last fact. {cut}", severity="info" if own_account(article) else None,
                scope="section", also_here=tuple(old),
            )  # fmt: skip


def _is_note(article: Article, block: Block) -> bool:
    """A paragraph in italics is a note of the paper: "This article is no advice." """
    start, end = article.to_source(block.span)
    around = article.source[max(0, start - 1) : start] + article.source[end : end + 1]
    return block.kind == "paragraph" and around in ("**", "__")


def _is_head(article: Article, span: Span) -> bool:
    """The words are a whole subhead, or it goes on with what is summed up."""
    block = article.blocks[article.block_at(span.start)]
    rest = article.folded[span.end : block.span.end].lstrip(" ")
    opens = not article.text[block.span.start : span.start].strip(" *_#")
    return block.zone == "subhead" and opens and (not rest.strip(" :.!*_") or rest.startswith(_OF_WHAT))


def _by_sentence(article: Article, hits: list[PhraseHit], block: Block) -> dict[int, list[int]]:
    """Where the phrases start in the block, by the number of the sentence in it, quotations left out."""
    first = article.sentence_index(block.span.start)
    found: dict[int, list[int]] = {}
    for hit in hits:
        if hit.span.within(block.span) and not is_quoted(article, hit.span):
            found.setdefault(article.sentence_index(hit.span.start) - first, []).append(hit.span.start)
    return found


def _last_paragraph(article: Article) -> tuple[int, Block | None]:
    """The story's last paragraph, when there is enough before it; a disclaimer or a note in brackets is none of it."""
    disclaimed = {article.block_at(hit.span.start) for hit in phrases(article, "disclaimers")}
    stories = [(i, block) for i, block in article.zoned("lede", "body", "conclusion") if block.kind == "paragraph"]
    if len(stories) < _LEAST_BLOCKS:
        return -1, None
    for i, block in reversed(stories):
        if block.span.end - block.span.start > 30 and i not in disclaimed and article.text[block.span.start] != "[":
            return i, block
    return -1, None


def _cut(article: Article, span: Span) -> Fix:
    return Fix("Cut it", (Edit(span, ""),))
