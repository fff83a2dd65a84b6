from __future__ import annotations

from newslint import Article, Hit, Iterator, PhraseHit, Tally, covering, masks, phrases, rule

_LEAST_WORDS = 200
_SHOWN = 6


@rule(
    "warning",
    wakes=["model-vocabulary"],
    why="Kobak and others, Science Advances 2025; Juzek and Ward, COLING 2025; Wikipedia, Signs of AI writing.",
    exceptions="Articles under 200 words; words of the headline; quotations and names.",
    options={
        "rate": "Weight of such words in 1,000 (those that models wore out weigh two) from which it is reported.",
        "min_kinds": "How many different ones there must be: fewer are a subject and not a habit.",
    },
    bad=[
        "<<Harbour plan moves ahead>>\n\n"
        + "The vibrant harbour stands as a beacon of resilience, and the plan will foster innovation and bolster "
        "the ecosystem. It underscores a profound commitment to sustainability. " * 8,
        "<<School opens new hall>>\n\n"
        + "The hall boasts an intricate tapestry of spaces that resonate with the community. It showcases a "
        "pivotal and transformative vision, seamlessly enhancing the learning landscape of the town for all who come. "
        * 7,
    ],
    good=[
        "Harbour plan moves ahead\n\n"
        + "The council voted 6-3 on Tuesday to rebuild the east pier. Work starts in May and costs 4 million pounds, "
        "the clerk said. The ferry will stop at the west pier until the summer. " * 8,
        "Hall plan\n\nThe vibrant hall is a beacon of resilience, a pivotal and transformative tapestry.",
    ],
)
def vocabulary_density(article: Article, *, rate: float = 14.0, min_kinds: int = 4) -> Iterator[Hit]:
    """The article leans on the stock vocabulary of generated text.

    One "pivotal" is a word. A dozen of its kind on a page are a register in which nothing has been looked at, whoever
    wrote it. Single words are not reported for this; the article is, once, with those that weigh most.

    Rewrite the worst paragraphs in plain verbs.
    """
    total = article.word_count
    if total < _LEAST_WORDS:
        return
    hits = phrases(article, "model-vocabulary")
    most = sum([int(hit.data.get("hint", 1)) for hit in hits])
    if len(hits) < min_kinds or 1000 * most < rate * total:
        return
    silent = masks(article)
    topic = frozenset(article.headline.lower().split())
    seen: dict[str, list[PhraseHit]] = {}
    weights: Tally[str] = Tally()
    for hit in hits:
        word = " ".join(article.words.folded[hit.first : hit.last + 1])
        if word not in topic and covering(silent, hit.span.start, hit.span.end) < 0:
            seen.setdefault(word, []).append(hit)
            # The second and third of one word are a subject, not a habit.
            if len(seen[word]) <= 2:
                weights[word] += int(hit.data.get("hint", 1))
    weight = 1000 * sum(weights.values()) / total
    if weight < rate or len(weights) < min_kinds:
        return
    top = sorted(weights, key=weights.__getitem__, reverse=True)[:_SHOWN]
    count = sum(len(hits) for hits in seen.values())
    yield Hit(
        article.top,
        f"{count} stock words in {total} words ({', '.join(top)}). Rewrite the worst paragraphs in plain verbs.",
        scope="document",
        see=tuple((seen[word][0].span, f"“{word}”") for word in top),
        key="vocabulary",
    )
