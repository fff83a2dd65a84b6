from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence

from newslint import Article, Hit, Span, content_roots, covering, quotations, rule

_REMEMBERED = 12
"""Earlier sentences remembered for one root, so that a word in every sentence stays cheap."""
_RUNNING = frozenset(("lede", "body", "conclusion"))


@rule(
    "warning",
    why="Wikipedia, Signs of AI writing (section summaries); the search-engine padding that repeats a story as a FAQ.",
    exceptions="Quotations; the headline; sentences of fewer than seven words; lists and tables.",
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
    article: Article, *, alike: float = 0.75, shared: int = 5, faq_alike: float = 0.5, faq_shared: int = 4
) -> Iterator[Hit]:
    """A sentence says again what an earlier one said.

    Summaries at the end, answers that repeat the story and paragraphs that begin by retelling the one before cost the
    reader time and give nothing. Cut one of the two. `alike`: share of the shorter sentence's content words, compared
    by root, that the earlier one holds as well; `shared`: how many there must be at least. The ``faq`` options hold for
    answers of a question-and-answer tail.
    """
    sentences, roots = article.sentences, content_roots(article)
    quoted = [q.span for q in quotations(article)]
    frequency = Counter(root for content in roots for root in content)
    holders: dict[str, deque[int]] = {}
    for i, (sentence, content) in enumerate(zip(sentences, roots, strict=True)):
        zone = article.blocks[sentence.block].zone
        in_faq = zone == "faq-a"
        if (zone in _RUNNING or in_faq) and len(content) >= 3 and not _is_quoted(quoted, sentence.span):
            least = faq_shared if in_faq else shared
            earlier = _closest(i, content, roots, holders, frequency, faq_alike if in_faq else alike, least)
            if earlier >= 0 and len(article.words.between(*sentence.span)) >= 7:
                line = article.line_of(sentences[earlier].span.start)
                yield Hit(
                    sentence.span,
                    f"Already said in line {line}. Cut one.",
                    scope="sentence",
                    see=((sentences[earlier].span, "said here"),),
                )
            for root in content:
                holders.setdefault(root, deque(maxlen=_REMEMBERED)).append(i)


def _is_quoted(quoted: Sequence[Span], span: Span) -> bool:
    """True when most of the sentence is somebody's words."""
    i = covering(quoted, *span) if quoted else -1
    said = 0
    while 0 <= i < len(quoted) and quoted[i].start < span.end:
        said += min(span.end, quoted[i].end) - max(span.start, quoted[i].start)
        i += 1
    return said * 2 > span.end - span.start


def _closest(
    i: int,
    content: frozenset[str],
    roots: Sequence[frozenset[str]],
    holders: dict[str, deque[int]],
    frequency: Counter[str],
    alike: float,
    shared: int,
) -> int:
    """The earlier sentence that holds most of this one, or is held by it; -1 when none does so enough.

    One that brings a new figure, or is mostly new, adds to what was said. A pair
    that is alike shares one of the rarest roots of either; the rest need not be looked up.
    """
    rare = sorted(content, key=lambda root: (frequency[root], root))[: len(content) // 2 + 1]
    tried = {j for root in rare for j in holders.get(root, ())}
    best, most = -1, 0.0
    for j in tried:
        common = len(content & roots[j])
        ratio = common / max(1, min(len(content), len(roots[j])))
        if common < shared or ratio < alike or ratio <= most:
            continue
        if common * 2 > len(content) and not any(root[0].isdigit() for root in content - roots[j]):
            best, most = j, ratio
    return best
