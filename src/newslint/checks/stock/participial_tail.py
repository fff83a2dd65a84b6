from __future__ import annotations

from newslint import (
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    PhraseHit,
    Severity,
    Span,
    dates,
    figures,
    inside,
    names,
    phrases,
    rule,
    sourced_sentences,
    word_list,
)

_MOST_WORDS = 40
_STOPS = (",", "–", "—")
"""What parts a tail from its sentence ..."""
_CLOSING = " \n)]’”\"'"
"""... behind blanks, brackets and quotation marks that end there."""


@rule(
    "info",
    wakes=["meaning-tails", "benefit-tails"],
    why="Wikipedia, Signs of AI writing (superficial analyses); Reinhart and others, PNAS 2025.",
    exceptions="An action at the same time; a result with a figure, a date or a name; sourced sentences; quotations.",
    options={
        "warning_from": "How many in an article are warnings.",
    },
    bad=[
        "The bank cut rates<<, underscoring its commitment to growth>>.",
        "The deal closed<<, igniting discussions about the future>>.",
        "The club won again<<, leaving a legacy of hope>>.",
    ],
    good=[
        "The bank cut rates to 3%.",
        "The deal closed, ending an eight-month review.",
        "The thieves fled, leaving two cars.",
        "The plant closed, cutting costs by 4% and reflecting a fall in orders to 300.",
    ],
    fixes="unsafe",
)
def participial_tail(article: Article, *, warning_from: int = 2) -> Iterator[Hit]:
    """The sentence ends in an "-ing" that explains what it means.

    ", underscoring its commitment to growth" adds no fact. It tells the reader what to think of the fact before, on
    nobody's authority.

    Cut the tail, or give it a sentence of its own with a source. Several in an article are warnings; in copy
    full of other flaws so are tails that only say what good comes of it (", improving the experience").
    """
    found = [(tail, True) for hit in phrases(article, "meaning-tails") if (tail := _tail(article, hit))]
    known = {tail for tail, _ in found}
    benefits = [tail for hit in phrases(article, "benefit-tails") if (tail := _tail(article, hit, wants_noun=False))]
    found += [(tail, False) for tail in benefits if tail not in known]
    level: Severity | None = "warning" if sum(sure for _, sure in found) >= warning_from else None
    for tail, sure in found:
        yield Hit(
            tail,
            "The tail explains without a fact. Cut it or give it its own sourced sentence.",
            level if sure else "doubtful",
            fix=Fix("Cut the tail", (Edit(tail, ""),)),
        )


def _tail(article: Article, hit: PhraseHit, *, wants_noun: bool = True) -> Span | None:
    """From the comma to the end of the sentence, without its stop."""
    words, folded = article.words, article.folded
    first = hit.first
    comma = words.ends[first - 1] if first else 0
    while first and folded[comma : words.starts[first]].strip(_CLOSING) not in _STOPS:
        # "…, further cementing": an adverb may stand between.
        first -= 1
        if hit.first - first > 1 or not words.folded[first].endswith(("ly", "er", "while", "so", "thus", "also")):
            return None
        comma = words.ends[first - 1] if first else 0
    sentence = article.sentence_at(hit.span.start)
    if sentence is None or comma <= sentence.span.start:
        return None
    end = sentence.span.end
    while end > comma and not folded[end - 1].isalnum():
        end -= 1
    last = words.at(end)
    if last - hit.first > _MOST_WORDS:
        return None
    inner = words.folded[hit.first : last]
    weak = bool(hit.data.get("hint"))
    if len(inner) < 3 or (inner[1] == "that" and weak):
        return None
    if weak and wants_noun and word_list("meaning-nouns").isdisjoint(inner):
        return None
    reach = Span(hit.span.end, end)
    if bool(inside(figures(article), reach)) or bool(inside(dates(article), reach)):
        return None
    if article.sentence_index(comma) in sourced_sentences(article):
        return None
    if weak and wants_noun and inside(names(article), reach):
        return None
    return Span(comma, end)
