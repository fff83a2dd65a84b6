from __future__ import annotations

from newslint import STORY, Article, Hit, Iterator, Span, named_words, pattern, quotations, rule

_HINGES = frozenset(
    "and but which who whose where while because although though as when after before since so with including".split()
)
_LIST = 0.5
"""Share of words in names or figures from which a sentence is a list of them."""


@rule(
    "info",
    why="GOV.UK writes sentences of 25 words at most; wire ledes have 25 to 30 words.",
    exceptions="Lists of names; sentences that are mostly direct quotation, which is not ours to cut.",
    options={
        "max_words": "Longest sentence that is left alone.",
        "max_lede_words": "The same in the first paragraph.",
        "warning_above": "Words above which it is a warning.",
    },
    bad=[
        "<<The council of Holm, which had met for the third time since the flood of March and which had heard eleven "
        "speakers from both banks of the river, voted late on Monday to raise the dyke by a metre, to move the road "
        "and to buy up the houses nearest to the water, as the engineers had asked it to do in their report.>>",
        "The vote was close. <<The harbour master said the ferries would keep to their winter times until the new "
        "landing stage had been tested with a full ship, because the old one had bent under the load of the Easter "
        "traffic, and because the insurers would not pay for a second accident of that kind in one season there.>>",
    ],
    good=[
        "The council voted late on Monday to raise the dyke by a metre. It will also move the road and buy up the "
        "houses nearest to the water. The engineers had asked for this in their report of last year.",
        '"We had the water in the kitchen, then in the parlour, and when my man went down for the cat it was at the '
        "third step, so we sat on the stairs with the lamp and the letters and waited until the boat of the brigade "
        'came round the corner of the mill," said Ada Brandt.',
        "The prize went to Ada Brandt, Ida Holm, Ola Berg, Ines Roy, Ana Ruiz, Kai Lund, Mia Falk, Jon Dahl, Eva "
        "Strand, Per Vik, Lea Moe, Tor Haug, Siv Lie, Nils Aas, Gro Bakke, Odd Sand, Liv Hagen, Ole Nygaard, Tone "
        "Solberg and Knut Myhre.",
    ],
)
def long_sentence(
    article: Article, *, max_words: int = 42, max_lede_words: int = 35, warning_above: int = 60
) -> Iterator[Hit]:
    """A sentence is so long that readers lose its beginning.

    Put a full stop where the second thought starts.
    """
    found = []
    least = min(max_words, max_lede_words)
    for i, near in enumerate(article.sentence_words):
        if len(near) <= least:
            continue
        zone = article.blocks[article.sentences[i].block].zone
        if zone in STORY and len(near) > (max_lede_words if zone == "lede" else max_words):
            found.append((i, near))
    if not found:
        return
    named = named_words(article)
    quoted = [quotation.span for quotation in quotations(article)]
    for i, near in found:
        span = article.sentences[i].span
        if sum([n in named or article.words.folded[n][0].isdigit() for n in near]) > _LIST * len(near):
            continue
        spoken = sum([max(0, min(q.end, span.end) - max(q.start, span.start)) for q in quoted])
        if 2 * spoken > span.end - span.start:
            continue
        severe = len(near) > warning_above and spoken <= 60 and not _is_run_together(article, span)
        hint = _split(article, near, span)
        message = f"{len(near)} words." + (f" Split at “{hint}”." if hint else " Make two of it.")
        yield Hit(span, message, severity="warning" if severe else None, scope="sentence")


def _is_run_together(article: Article, span: Span) -> bool:
    """True when the text has lost spaces or stops, so that several sentences look like one."""

    return bool(pattern(r"[a-z)][.?!…][\"”]?[A-Z]|[a-z]{2}[A-Z][a-z]").search(article.text[span.start : span.end]))


def _split(article: Article, near: range, span: Span) -> str:
    """The words nearest to the middle at which a new sentence could start."""
    words, folded = article.words, article.folded
    middle = (near.start + near.stop) // 2
    best = ""
    distance = len(near) // 3
    for n in near[3:-3]:
        gap = folded[words.ends[n - 1] : words.starts[n]]
        mark = gap.strip()
        joint = mark in (";", ":", "—", "--") or gap == " - " or (mark == "," and words.folded[n] in _HINGES)
        if (joint or words.folded[n] in ("because", "although", "while", "but")) and abs(n - middle) < distance:
            distance = abs(n - middle)
            best = article.text[words.starts[n] : words.ends[n + 1]]
    return " ".join(best.split())
