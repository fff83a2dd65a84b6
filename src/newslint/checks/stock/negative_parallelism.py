from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, Severity, Span, figures, inside, names, phrases, rule

_REACH = 30
"""Words within which the second half must begin."""
_TURN = frozenset(
    ("but", "it's", "it", "they", "they're", "he", "he's", "she", "she's", "this", "that's", "we're", "rather", "also")
)
_ALONE = ("more than", "your", "goes beyond", "not about", "n't about")


@rule(
    "info",
    wakes=["not-just"],
    why="Wikipedia, Signs of AI writing (negative parallelisms).",
    exceptions="Quotations; both halves carry a name or a figure; a stated belief that is put right with a source.",
    bad=[
        "It's <<not just a company; it's>> a movement.",
        "The app is <<more than just>> a tool.",
        "The plan is <<not only about money but>> about pride.",
    ],
    good=[
        "The company also runs a school in Leeds.",
        "Not only Shell but BP too cut its dividend.",
        "The fire did not just happen, the inquiry found.",
    ],
)
def negative_parallelism(article: Article, *, limit: int = 2) -> Iterator[Hit]:
    """A thing is built up by saying what it is not.

    "Not just X but Y" denies something that nobody said, so that Y may sound larger. Once is a figure of speech, often
    is a habit: from `limit` in an article on ("not only" not counted) these are warnings.

    Drop the "not just" and state what it is.
    """
    found = [span for hit in phrases(article, "not-just") if (span := _whole(article, hit.span, hit.last))]
    # "Not only … but" also joins two facts; the rest is figure of speech.
    figures_of_speech = sum(not article.folded.startswith("not only", span.start) for span in found)
    level: Severity | None = "warning" if figures_of_speech >= limit else None
    for span in found:
        yield Hit(span, "Drop the “not just”; state what it is.", level)


def _whole(article: Article, span: Span, last: int) -> Span | None:
    """From the "not" to the word that turns to the second half; None where there is no second half to be puffed up."""
    if span.end - span.start > 5 and any(mark in article.folded[span.start : span.end] for mark in _ALONE):
        return span
    sentence = article.sentence_at(span.start)
    if sentence is None:
        return None
    words, folded = article.words, article.folded
    end = sentence.span.end
    n = article.sentence_index(span.start) + 1
    after = [s.span for s in article.sentences[n : n + 1] if s.block == sentence.block]
    for i in range(last + 1, min(last + _REACH, len(words.folded))):
        start = words.starts[i]
        if start >= end:
            break
        word = words.folded[i]
        if word not in _TURN:
            continue
        gap = folded[words.ends[i - 1] : start]
        if word == "but" or (word != "also" and any(c in gap for c in ";,–—-")):
            return (
                None if _concrete(article, Span(span.end, start), Span(start, end)) else Span(span.start, words.ends[i])
            )
    if after:
        first = words.at(after[0].start)
        if (
            words.folded[first] in _TURN
            and words.folded[first + 1 : first + 2] != ["also"]
            and "'s" in words.folded[first]
        ):
            return Span(span.start, words.ends[first])
    return None


def _concrete(article: Article, one: Span, other: Span) -> bool:
    return all(inside(names(article), half) or inside(figures(article), half) for half in (one, other))
