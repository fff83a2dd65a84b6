from __future__ import annotations

from math import log

from newslint import (
    Article,
    Hit,
    Iterator,
    Severity,
    Span,
    Tally,
    cached_on_disk,
    covering,
    dates,
    figures,
    name_table,
    pattern,
    root,
    rule,
    word_list,
)

LIMIT = 0.25
"""Share of the headline's words in the text, up to which the two have nothing to do with each other ..."""
BY_LENGTH = 0.06
"""... more by this for each e-fold of the text over 200 words, since long texts share words by chance ..."""
WITH_TOPIC = 0.32
"""Share up to which a headline is doubtful that names one of the text's main words."""
TOPICS = 12
"""Main words: the text's most frequent ones."""
_ALL_THERE = 0.42
"""A headline with more of its words in the text may name a person in another way."""
_LONGEST = 300
"""Code points of a first line that is still a headline."""
_UNCLIPPED = 8
"""Letters of a word that a headline may cut to its first four: ``tech``, ``info``."""
_SURE = 0.12
_FEW = 4
"""Counts up to this come back by chance."""
_LEAST_WORDS = 60
"""A shorter text may be a teaser; it is not blocked."""
_TEASER = 30
"""A text of fewer words may say the same in other words throughout."""
_NUMBER_WORDS = {
    word: str(n)
    for n, row in enumerate(
        "one first 1st, two second 2nd, three third 3rd, four fourth 4th, five fifth 5th, six sixth 6th, "
        "seven seventh 7th, eight eighth 8th, nine ninth 9th, ten tenth, eleven eleventh, twelve twelfth".split(", "),
        start=1,
    )
    for word in row.split()
} | dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), "20 30 40 50 60 70 80 90".split(), strict=True)
)
"""A headline has figures where the text has words."""
_FIGURES = frozenset(_NUMBER_WORDS.values())
_LABELS = tuple(
    f"{kind}: "
    for kind in "review|book review|film review|theatre review|restaurant review|album review|comment|opinion|column|"
    "editorial|letter|diary".split("|")
)
"""What a headline that plays may open with."""
_ROUNDUP = (
    r"\b(?:the|this|a|your) (?:week|weekend|month|year|day) in\b|\bas it happened\b|\blive updates\b"
    r"|\bin (?:brief|pictures)\b|\bwhat to (?:see|watch|read)\b|\byour (?:questions|letters)\b"
    r"|\bbriefs$|\bround-?up\b|\bnews of the\b|\bnotebook\b"
)
"""What the headline of a letter to readers, a live page or a round-up says in place of its news."""
_IN_FULL = {"fed": "federal", "gov": "governor", "sen": "senator", "uni": "university", "met": "metropolitan"}
"""Offices that only a headline cuts so short."""
_WEAK = 0.35
"""Weight of a word that stands in any news."""


@rule(
    "error",
    not_types=["opinion", "column", "review", "feature", "quiz", "newsletter", "live"],
    why="IPSO Editors' Code 1 (headlines not supported by the text); SPJ code of ethics",
    exceptions=(
        "Features, columns, reviews and round-ups, whose headlines play; a name or figure that is merely absent is "
        "advice."
    ),
    bad=[
        "<<Airline cancels winter flights over pilot strike>>\n\nThe town museum has sold a painting of a "
        "windmill to a collector for 40,000 euros, its director said on Monday.\n\n"
        "The painting, which hung in the reading room for 90 years, goes to Porto in May. The museum will mend "
        "its roof with the money, and the county adds 10,000 euros, a deed shows. Two other pictures by the same "
        "artist stay where they are, and visitors may see them free of charge until the summer.",
        "<<Berg named head of the port authority>>\n\nA fire has closed the swimming hall at Orford for three "
        "weeks, the county said.",
    ],
    good=[
        "Museum sells windmill painting for 40,000 euros\n\nThe town museum has sold a painting of a windmill to "
        "a collector for 40,000 euros, its director said on Monday.",
        "Ruiz resigns\n\nAna Ruiz resigned on Monday as head of the port.",
        "Hybrid frame trims 11 weeks from school programme\n\nA school for 90 pupils was dry eleven weeks sooner than "
        "one of concrete, its builder said.",
        "Book review: Pews to spare\n\nThe author has followed 16 churches from their last service to what came next.",
        "Small boats: The week in harbour news\n\nThe ferry to Inish Wen stays in dock until May, its owner said.",
        "Chinese exports fall\n\nExports from China fell 4 percent in May, the customs office said.",
    ],
)
def headline_not_supported(article: Article) -> Iterator[Hit]:
    """The headline tells of something that the text does not.

    A reader takes the headline for the news, and often reads no further. Where hardly one of its words comes back in
    the text, the two do not belong together: a wrong file, a changed story, an invented headline. Write the headline
    from the text. Asked of every article with a headline.
    """
    span = _display_line(article)
    if span is None:
        return
    if article.folded.startswith(_LABELS, span.start) or pattern(_ROUNDUP).search(article.folded, *span):
        return
    words = article.words
    inside = words.between(*span)
    days = [date.span for date in dates(article) if date.kind in ("day", "month") and date.span.within(span)]
    heading = [
        _NUMBER_WORDS.get(words.folded[i], words.folded[i])
        for i in inside
        if not days or covering(days, words.starts[i], words.ends[i]) < 0
    ]
    light = _light()
    keys = [(w, root(w)) for w in heading if (len(w) > 1 or w in _FIGURES) and w not in light]
    length = len(words.folded) - len(inside)
    if len(keys) < 2 or length < 8:
        return
    limit = LIMIT + BY_LENGTH * log(max(length, 20) / 200)
    if _word_for_word(article, keys, inside) > max(_ALL_THERE, limit) or _same_count(article, span):
        return
    body = words.folded[: inside.start] + words.folded[inside.stop :]
    counts = Tally([_NUMBER_WORDS.get(w, w) for w in body])
    share, topics = _support(keys, counts)
    if topics and length < _TEASER:
        return
    doubtful = share + 0.05 * min(topics, 3) <= WITH_TOPIC if topics else share <= limit
    if doubtful:
        severity: Severity | None = None
        if topics or share > _SURE or length < _LEAST_WORDS or len(keys) < 4:
            severity = "warning" if length >= _TEASER else "info"
        yield Hit(
            span, "Hardly a word of the headline comes back in the text. Write it from the text.", severity=severity
        )
        return
    if share < _ALL_THERE:
        yield from _absent_people(article, span, counts)


def _same_count(article: Article, headline: Span) -> bool:
    """The headline and the first sentence count the same (``eleven weeks``) and share another word."""
    lede = next((block.span for _, block in article.zoned("lede") if block.span.start >= headline.end), None)
    first = article.sentence_at(lede.start) if lede else None
    if first is None:
        return False
    counted = [f for f in figures(article) if f.value > _FEW and (f.unit or f.noun) and f.span.within(headline)]
    if not counted:
        return False
    told = {(f.value, f.unit or f.noun) for f in figures(article) if f.span.within(first.span)}
    same = [f for f in counted if (f.value, f.unit or f.noun) in told]
    if not same:
        return False
    words = article.words
    light = _light().union(*(words.folded[f.words[0] : f.words[1] + 1] for f in same))
    here, there = (
        {root(words.folded[i]) for i in words.between(*place) if words.folded[i] not in light}
        for place in (headline, first.span)
    )
    return not here.isdisjoint(there)


def _display_line(article: Article) -> Span | None:
    """The headline; in plain text also a first line that is too long for one and has no final stop."""
    found = next((block.span for block in article.blocks if block.zone == "headline"), None)
    if found or article.format != "plain" or len(article.blocks) < 2:
        return found
    first = article.blocks[0].span
    line = article.text[first.start : first.end]
    if len(line) <= _LONGEST and "\n" not in line and line[-1] not in ".;:,":
        return first
    return None


@cached_on_disk
def _any_news() -> frozenset[str]:
    """Words that stand in any news, with their roots."""
    words = word_list("any-news")
    return words | frozenset(map(root, words))


def _light() -> frozenset[str]:
    return word_list("function-words")


def _word_for_word(article: Article, keys: list[tuple[str, str]], inside: range) -> float:
    """The weighted share of the headline's words that the text has as they are: `_support` finds no less."""
    any_news, places = _any_news(), article.places
    have = whole = 0.0
    for word, stem in keys:
        weight = _WEAK if word in any_news or stem in any_news else 1.0
        whole += weight
        if word in article.vocabulary and (places[word][0] < inside.start or places[word][-1] >= inside.stop):
            have += weight
    return have / whole


def _support(keys: list[tuple[str, str]], counts: Tally[str]) -> tuple[float, int]:
    """The weighted share of the headline's words that the text has, and how many of them are its main words."""
    light, any_news = _light(), _any_news()
    roots: dict[str, int] = {}
    for word, count in counts.items():
        stem = root(word)
        roots[stem] = roots.get(stem, 0) + (count if len(word) > 2 and word not in light else 0)
    main = set(sorted(roots, key=roots.__getitem__, reverse=True)[:TOPICS])
    heads = {word[:5] for word in counts if len(word) > 5}
    clipped = {word[:4] for word in counts if len(word) >= _UNCLIPPED}
    ordinals = {match for word in counts if word[0].isdigit() and (match := word.rstrip("stndrh")).isdigit()}
    parts = {
        part for word in counts if not word.isalnum() for part in word.replace("'", ".").replace("&", ".").split(".")
    }
    have = whole = 0.0
    topics = 0
    for word, stem in keys:
        weight = _WEAK if word in any_news or stem in any_news or word in _FIGURES else 1.0
        whole += weight
        if (
            word in counts
            or stem in roots
            or _IN_FULL.get(word) in counts
            or word in parts
            or (len(word) > 5 and word[:5] in heads)
            or (len(word) == 4 and word in clipped)
            or (word[0].isdigit() and word.rstrip("stndrh") in ordinals)
            or (6 < len(word) < 40 and any(word[:size] in counts for size in range(max(4, len(word) // 2), len(word))))
        ):
            have += weight
            topics += weight == 1.0 and stem in main
    return have / whole, topics


def _absent_people(article: Article, span: Span, counts: Tally[str]) -> Iterator[Hit]:
    """People of the headline whom the text never names."""
    for entity in name_table(article):
        if entity.kind != "person" or len(entity.mentions) > 2 or not all(m.within(span) for m in entity.mentions):
            continue
        tokens = [token.lower().strip(".’'") for token in entity.name.split()]
        if counts.keys().isdisjoint(tokens):
            where = entity.mentions[0]
            yield Hit(where, f"The headline says {entity.name}; the text does not.", severity="info")
