from __future__ import annotations

from newslint import (
    SOURCED,
    Article,
    Attribution,
    Hit,
    Iterator,
    Quotation,
    attributions,
    covering,
    names,
    own_account,
    phrases,
    quotations,
    rule,
)

_SINGLE = ("one ", "a ", "an ", "another ", "he ", "she ", "he,", "she,")
_CHIEFS = frozenset("CEO CFO COO CTO".split())
_SMALL = frozenset("a an the of in on and or to for with by at from".split())


@rule(
    "warning",
    wakes=[quotations],
    not_types=["fiction", "recipe", "review", "poem"],
    why="Reuters: identify the speaker at once, never run speakers together; SPJ on invented quotations.",
    exceptions=(
        "Terms and titles; mottos and signs; a quotation of several paragraphs; the quotation of a document just "
        "named; paragraphs whose marks do not balance."
    ),
    options={
        "min_words": "Shorter quotations are left alone: they are terms as a rule.",
    },
    bad=[
        """Yard grows

The yard on the east bank hired nine people, harbour master Ada Brandt said.

It has two slips and a crane.

<<"The results are beyond our dreams and far beyond the plan.">>

The hall opens in May.""",
        '<<"It is a new era for all of us,">> experts said.',
        '<<"The results are beyond our dreams,">> said the lead author of the study.',
    ],
    good=[
        '"The results are in line with our plan," Chief Financial Officer Lena Holm said.',
        'The ruling calls the clause "unfair and void in each and every part".',
        'Lena Holm runs the yard. "We sold nine boats this year and lost two." The yard lies on the east bank.',
        'The hull is sound, Lena Holm said. It has no rot. "But I would not sail it to Leith in a winter storm."\n\n'
        "It was built in 1962.",
        'Lena Holm, who runs the yard, puts down her cup and says: "I would not sail it to Leith in a storm."',
        'Lena Holm runs the yard. She took it over in 1990, at nineteen. It made no money. What changed? "I stopped '
        'building boats that only I wanted to sail."',
        'The band played "The Long Way Home From Here Again" twice.',
        'A sign read "no boats beyond this point after dark".',
    ],
)
def quote_without_speaker(article: Article, *, min_words: int = 6) -> Iterator[Hit]:
    """Words in quotation marks, and nobody who spoke them.

    A quotation without a speaker may be anybody's, or nobody's. Put name and role next to it. An error where the
    article attributes nothing to anyone, advice in a text of the first person.
    """
    if not any(q.kind == "double" and q.closed and q.words >= min_words for q in quotations(article)):
        return
    known, near = _speakers(article)
    lead_ins = {hit.last for hit in phrases(article, "not-speech")}
    attributed_before = told_before = -9
    for quote in quotations(article):
        first = article.sentence_index(quote.span.start)
        if first < 0:
            continue
        last = max(first, article.sentence_index(quote.span.end - 1))
        if not near.isdisjoint(range(first - 1, last + 2)) or not known.isdisjoint(range(first, last + 1)):
            attributed_before = last
            continue
        if _spoken_before(article, first, near):
            attributed_before = last
            continue
        goes_on = first - attributed_before <= 2
        if goes_on:
            attributed_before = last
        if goes_on or quote.kind != "double" or not quote.closed or quote.words < min_words:
            continue
        if _answers(article, quote, first):
            continue
        if first - told_before <= 1 and article.sentences[first].block == article.sentences[told_before].block:
            told_before = last
            continue  # the second half of words that were asked about
        if _is_speech(article, quote, lead_ins):
            told_before = last
            yield Hit(
                quote.span,
                "Who said this? Put the speaker's name and role next to the quotation.",
                severity="info" if own_account(article) else None if known else "error",
            )


def _spoken_before(article: Article, first: int, near: set[int]) -> bool:
    """The speaker stands two sentences before, in the paragraph, and nobody else since."""
    if first - 2 not in near or first - 1 in near:
        return False
    return article.sentences[first - 2].block == article.sentences[first].block


def _answers(article: Article, quote: Quotation, first: int) -> bool:
    """An interview: ``What changed? "I stopped explaining."``, after a question of the writer's."""
    before = article.text[article.sentences[first].span.start - 3 : article.sentences[first].span.start].rstrip()
    opens = quote.span.start == article.sentences[first].span.start
    return opens and before.endswith("?") and article.sentences[first - 1].block == article.sentences[first].block


def _speakers(article: Article) -> tuple[set[int], set[int]]:
    """Sentences in which somebody speaks, if only a group without a name; and those with somebody a reader can tell."""
    people = {*article.sentence_indexes([n.span.start for n in names(article) if n.kind == "person"])}
    groups = [hit.span for hit in phrases(article, "group-heads")]
    known, near = set(people), set(people)
    bearers = [name.span.start for name in names(article) if name.kind != "place"]
    first_named = dict(zip(reversed(article.sentence_indexes(bearers)), reversed(bearers), strict=True))
    for a in attributions(article):
        if a.source_class in SOURCED and (people or a.source_class != "person" or not _role_alone(article, a)):
            known.add(a.sentence)
            near.add(a.sentence)
        elif a.source is None and a.quoted and _joined(article, a, first_named):
            near.add(a.sentence)
        elif a.source is not None and (
            (a.source_class == "generic" and covering(groups, *a.source) < 0)
            or article.folded.startswith(_SINGLE, a.source.start)  # who that one is, anonymous-source asks
        ):
            known.add(a.sentence)
    return known, near


def _joined(article: Article, attribution: Attribution, first_named: dict[int, int]) -> bool:
    """``Ruiz puts down her cup, cocks her head and says``: the last deed of somebody named before it."""
    start, said = article.sentences[attribution.sentence].span.start, attribution.cue.start
    return (
        article.folded.endswith((" and ", " then "), start, said) and first_named.get(attribution.sentence, said) < said
    )


def _role_alone(article: Article, attribution: Attribution) -> bool:
    """``The lead author``, which tells a reader who it is only where the article names somebody."""
    source = attribution.source
    if source is None or attribution.head in ("he", "she"):
        return False
    said = article.text[source.start + 1 : source.end]
    return "anonym" not in said and all(word.islower() or word in _CHIEFS for word in said.split())


def _is_speech(article: Article, quote: Quotation, lead_ins: set[int]) -> bool:
    """False for a title, a term, a sign, and for words that a document just named holds."""
    words, text = article.words, article.text
    row = words.between(*quote.inner)
    if any(i in lead_ins for i in range(row.start - 2, row.start)):
        return False
    capitals = sum(text[words.starts[i]].isupper() for i in row if words.folded[i] not in _SMALL)
    counted = sum(words.folded[i] not in _SMALL for i in row)
    if capitals * 3 > counted * 2:
        return False
    sentence = article.sentence_at(quote.span.start)
    if sentence is None:
        return False
    outside = quote.span.start - sentence.span.start + max(0, sentence.span.end - quote.span.end)
    # Words inside a longer sentence are a phrase taken from somewhere; speech has a stop or a comma before its mark.
    if outside < 4:
        return True
    if text[quote.inner.start].islower():
        return False
    return text[quote.inner.end - 1] in ".,!?…" or text[quote.span.end : quote.span.end + 1] == ","
