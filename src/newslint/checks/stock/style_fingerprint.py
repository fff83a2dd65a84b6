from __future__ import annotations

from newslint import Article, Hit, Iterator, Pattern, cache, pattern, rule

_LEAST_WORDS = 300
_COPULAS = frozenset(("serves", "serve", "served", "stands", "stand", "stood", "acts", "act", "acted"))


@cache
def _triplet() -> Pattern[str]:
    """``A, B, and C``: three short members, each of one or two words."""
    return pattern(r"[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?, [^\W\d_]{2,20}(?: [^\W\d_]{2,20})?, and [^\W\d_]{2,20}")


@rule(
    "info",
    on=False,
    why="Wikipedia, Signs of AI writing (style); Munoz-Ortiz and others 2024 (people vary sentence length more).",
    exceptions="Articles under 300 words.",
    options={
        "triplets": "Most triplets in 1,000 words that are left alone.",
        "dashes": "The same of dashes.",
        "copulas": "The same of “serves as”, “stands as” and the like.",
        "spread": "Least standard deviation of sentence length, in words, from 20 sentences on.",
    },
    bad=[
        "<<Harbour plan moves on>>\n\n" + "The council met on Monday and then voted on the plan for the pier. " * 30,
        "<<Hall opens>>\n\n"
        + "The hall serves as a home for music, art, and dance. Here the young, the old, and the curious meet. "
        "It stands as a sign of change, hope, and growth. " * 12,
    ],
    good=[
        "Harbour plan moves on\n\nThe council met on Monday and then voted on the plan for the pier.",
        "Pier\n\n"
        + "The pier is shut. Nobody may walk on it until the spring, when engineers will have looked at every one "
        "of the four hundred piles that hold it up, the clerk said. It leaks. There is no money for another look "
        "at the piles, nor for new ones. " * 8,
    ],
)
def style_fingerprint(
    article: Article, *, triplets: float = 8.0, dashes: float = 8.0, copulas: float = 3.0, spread: float = 5.0
) -> Iterator[Hit]:
    """The rhythm is even: triplets, dashes, "serves as", sentences of one length.

    Readers tire of a beat that never changes. The signs are counted over the article and reported once; none of them
    says who wrote it.
    """
    total = article.word_count
    if total < _LEAST_WORDS:
        return
    signs = []
    words, text = article.words, article.text

    def dense(count: int, limit: float, name: str) -> None:
        rate = 1000 * count / total
        if rate > limit:
            signs.append(f"{rate:.0f} {name} in 1,000 words")

    dense(sum(1 for _ in _triplet().finditer(article.folded)), triplets, "triplets")
    dense(text.count("—") + text.count(" – "), dashes, "dashes")
    served = sum(w in _COPULAS and words.folded[i + 1 : i + 2] == ["as"] for i, w in enumerate(words.folded))
    dense(served, copulas, "“serves as”")
    lengths = [len(words.between(*s.span)) for s in article.sentences]
    if len(lengths) >= 20 and (deviation := _deviation(lengths)) < spread:
        signs.append(f"sentence lengths within {deviation:.1f} words of each other")
    if signs:
        yield Hit(
            article.top,
            f"Even rhythm: {'; '.join(signs)}. Vary sentence length; break up the triplets.",
            scope="document",
            key="rhythm",
        )


def _deviation(lengths: list[int]) -> float:
    mean = sum(lengths) / len(lengths)
    return float((sum((length - mean) ** 2 for length in lengths) / len(lengths)) ** 0.5)
