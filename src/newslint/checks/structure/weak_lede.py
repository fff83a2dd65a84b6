from __future__ import annotations

from newslint import (
    HAPPENED,
    Article,
    Block,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    dates,
    empty_sentences,
    figures,
    is_country,
    is_quoted,
    names,
    pattern,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    word_list,
)

_EMPTY = 3
"""Empty sentences under which an opening without the usual words has the benefit of the doubt."""
_VERBS = tuple(
    "is was were are has have had will would could can may might should must did does said says say wants want claims "
    "plans hopes expects believes won lost beat made came went became began left took told sought saw got gave found "
    "felt met ran held broke fell rose hit set put cut spoke wrote drew led".split()
)
_TALK = frozenset(("i", "i'm", "i've", "my", "me", "we", "we're", "we've", "our", "us", "you", "your"))


@rule(
    "warning",
    not_types=[
        "feature",
        "opinion",
        "column",
        "profile",
        "essay",
        "review",
        "guide",
        "explainer",
        "editorial",
        "interview",
    ],
    why="The inverted pyramid; AP and Reuters on leads of twenty-five words",
    exceptions=(
        "Features, profiles and opinion; a first sentence with a source, date, figure or quotation; writers who "
        "say “I”."
    ),
    bad=[
        "<<Technology plays an important role in modern life.>> The town has bought forty tablets.",
        "<<The city has long been a hub of culture.>> In recent news, its museum was sold.",
        "<<If you have opened a letter lately, chances are you have seen the new stamp.>> It costs 95p from Monday.",
        "<<In today's fast-paced world, ferries matter more than ever.>> One of them sank on Monday.",
        "---\ndate: 2026-03-03\n---\n\n<<The collision>> happened near the pier at Orford on Monday. A man with a "
        "head wound was flown to Leith.\n\nThe road was shut for six hours, police said.\n\nThey want to hear "
        "from anybody who saw it.",
        "---\ndate: 2026-03-03\n---\n\n<<Dressed as plumbers, they>> took the safe from the mill.\n\nIt was found in "
        "Leith.\n\nThe owner was not hurt.",
        "---\ndate: 2026-03-03\n---\n\n<<The charity>> wants 300 new ferries by 2030.\n\nThey are to be built in "
        "Leith.\n\nThe first is due in 2028.",
    ],
    good=[
        "The Harbour Trust sold its museum to the city for $4 million on Monday.",
        "Two ferries collided off Bari on Sunday, injuring 14 people, the coast guard said.",
        "The bridge has long been shut to lorries, but on Monday the county shut it to cars.",
        "---\ndate: 2026-03-03\n---\n\nThe government wants 300 new ferries.\n\nThey are to be built in Leith.\n\n"
        "The first is due in 2028.",
        "---\ndate: 2026-03-03\n---\n\nThe collision of two ferries off Orford on Monday hurt 14 people.\n\n"
        "The coast guard brought them to Leith.\n\nBoth ferries were on time.",
    ],
)
def weak_lede(article: Article) -> Iterator[Hit]:
    """The first paragraph opens with background, praise or a truism in place of the news.

    Many readers see two sentences. Who did what, and when, belongs in the first; what everybody knows belongs nowhere.
    The finding says in which sentence the news begins. Copy without a headline whose first words point back ("The
    collision", "The 27-year-old", "The charity wants", "His departure") has lost its first sentence. In copy full of
    other flaws a first sentence that names nobody and tells no event is enough. Asked of every article.
    """
    block = next((block for _, block in article.zoned("lede")), None)
    if block is None:
        return
    first = article.sentence_index(block.span.start)
    if first < 0:
        return
    span = article.sentences[first].span
    back = _points_back(article, block)
    if back:
        message = "The story begins in the middle. Say first who or what this is."
        yield Hit(span, message, scope="sentence", shown=Span(span.start, back))
        return
    chatter = any(0 <= h.span.start - span.start <= 1 for h in phrases(article, "chatter-openers"))
    dateline = _dateline().match(article.text, span.start, span.end)
    start = dateline.end() if dateline else span.start
    opens = any(0 <= h.span.start - start <= 1 for h in phrases(article, "background-openers"))
    claims = any(h.span.within(span) and not is_quoted(article, h.span) for h in phrases(article, "background-claims"))
    doubtful = not (opens or claims or chatter)
    if doubtful and (len(empty_sentences(article)) < _EMPTY or _names_somebody(article, span)):
        return
    if not (claims or chatter) and _happens(article, span):
        return
    news = _sentences_with_news(article)
    if not chatter and (first in news or _is_talk(article, block.span)):
        return
    where = next((i for i in range(first + 1, len(article.sentences)) if i in news), -1)
    if where < 0:
        found = "It appears nowhere."
    elif where - first < 9:
        found = f"It first appears in sentence {where - first + 1}."
    else:
        found = f"It first appears in line {article.line_of(article.sentences[where].span.start)}."
    yield Hit(
        span, f"Open with the news: who did what, when. {found}", "doubtful" if doubtful else None, scope="sentence"
    )


@cache
def _back() -> Pattern[str]:
    """What was told before: a pronoun, an age, an event or a paper in the first words, and nothing to say which."""
    told = (
        "collision crash incident accident attack shooting blaze fire report study survey decision announcement move "
        "ruling verdict proposal proposals walkout button display camera pair duo couple trio man woman boy girl "
        "teenager victim victims suspect driver player striker midfielder defender goalkeeper singer actor actress "
        "election changes comments remarks footage image images photo video message letter inquest dispute row"
    )
    return pattern(
        r"(?:But|And) (?:he|she|they|it|the|his|her|their)\b|(?:He|She|They)(?: [a-z]|'s )|(?:His|Her|Their) [a-z]"
        r"|(?:Among|All of|Both of|Many of|Most of|None of|One of|Some of|Two of) (?:them|these)\b"
        r"|[A-Z][^.,:;“\"]{3,60} (?:was|were) (?:commenting|reacting|responding|speaking) "
        r"(?:after|ahead|as|at|before|during|in|on|to)\b"
        r"|It (?:also|then|will|means|meant|said|says|added|comes|came|follows|followed|marks|marked|includes) "
        r"|[A-Z][a-z]{2,12}(?:ed|ing) [a-z ]{2,40}, (?:he|she|they) [a-z]"
        r"|(?:[A-Z][a-z]{2,12}ed|Born|Built|Made|Set|Shot) (?:at|by|from|in|near|on|to|with) [^,.:;“\"]{2,60}, "
        r"th(?:is|ese)(?: [a-z-]+){1,4} "
        r"(?:is|are|was|were|has|had|[a-z]+s|[a-z]+ed) "
        r"|(?:[A-Z][a-z]+ [^,.:;A-Z]{2,40},? )?(?!I |We |You )[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3} "
        r"(?:will|would|has|had|could|may|might|must|should|can) (?:[a-z]+ly )?[a-z]{3,15} (?:them|him)\b"
        r"|The [a-z]+ (?:[a-z]+ed|[a-z]+ing|made|brought|told) (?:against|on|for|by|with|from|about|to) "
        r"(?:them|him|her|it)\b"
        r"|(?:The|These|Both) (?:\d{1,2}-year-old|" + "|".join(told.split()) + r")\b"
        r"(?!['’-]|(?: [\w-]+){0,3},? [A-Z][a-z]+ [A-Z]"
        r"| (?:of|by|in|at|on|between|that|for|to|who|whom|which|from|near|outside|inside|over|against|with|"
        r"where|when|whose|about|into|behind|and|accused|charged|killed|held|known)\b)"
    )


@cache
def _unnamed() -> Pattern[str]:
    """Somebody or something that was named before: "The charity wants", "The girl, who …", "In a letter, it says"."""
    known, verbs = "|".join(sorted(word_list("known-things"))), "|".join(_VERBS)
    party = "Republican|Democrat|Briton|American|German|Scot|Italian|Australian|Canadian|Belgian|Russian"
    return pattern(
        rf"(?:The|These|Those|Both) (?:\d{{1,3}} |\d['′’] ?\d{{1,2}}[\"”″]? |(?:South|North|New) )?"
        rf"(?:[A-Z]?[a-z]{{3,15}} )?(?:[a-z]{{3,15}} )?(?!(?:{known})\b)(?:[a-z]{{3,15}}(?:-[a-z]{{3,9}})?|{party})"
        rf"(?=, (?:who|which)\b| (?:{verbs})\b"
        r"|(?<!ly) [a-z]{3,12}ed (?:to|that|the|a|an|his|her|its|their|it|she|he)\b)"
        r"|(?:In|At|During|After|Speaking|Writing)\b[^.,;:A-Z]{2,60}, (?:he|she|it|they) [a-z]"
        r"|(?:Before|Despite|On|Over|Since|Throughout|Under|Until|Within|Without)\b[^.,;:A-Z]{2,60}, "
        r"(?:he|she|they) [a-z]"
        r"|[^.!?“\"\n]{20,200}, (?:he|she|it|they) added\."
        r"|[A-Z][a-z]{1,12}(?: [a-z]{1,12}){0,4},? the (?:company|firm|bank|club|retailer|charity|airline|union|team)"
        r"(?:['’]s)? (?!behind\b|that\b|which\b|who\b|of\b|in\b)[a-z]"
    )


@cache
def _dateline() -> Pattern[str]:
    """Where the story was filed, before a dash: ``LEITH, Scotland (Reuters) - ``."""
    return pattern(r"[A-Z][\w.'’]{1,20}(?:,? [A-Z(][\w.'’)]{0,20}){0,5} ?[-–—]{1,2} ?(?=[A-Z])")


def _points_back(article: Article, block: Block) -> int:
    """Where the words end that speak of what was told before; 0 if there are none."""
    if article.headline or len(article.sentences) < 3:
        return 0
    start, text = block.span.start, article.text
    found = _back().match(text, start) or _unnamed().match(text, start)
    if not found:
        return 0
    end = found.end()
    if text[end : end + 1].isalnum():  # in the middle of a word
        end = text.rfind(" ", start, end)
    return end - text[start:end].endswith(" ")


def _happens(article: Article, span: Span) -> bool:
    near = article.words.between(*span)
    return not HAPPENED.isdisjoint(article.words.folded[near.start : near.stop])


def _names_somebody(article: Article, span: Span) -> bool:
    start, end = span
    inside = [kind for (low, high), _, kind, _ in names(article) if start <= low and high <= end]
    return inside.count("place") < len(inside)


def _sentences_with_news(article: Article) -> set[int]:
    """Sentences with a day, a figure, a quotation or a source."""
    marks = [d.span.start for d in dates(article) if d.kind in ("day", "weekday", "relative", "time", "month")]
    marks += [f.span.start for f in figures(article) if f.kind != "count" or f.value > 2]
    for quotation in quotations(article):
        if quotation.words > 2:
            marks += (quotation.span.start, quotation.span.end - 1)
    return {*article.sentence_indexes(marks), *sourced_sentences(article)}


def _is_talk(article: Article, span: Span) -> bool:
    words = article.words
    near = words.between(*span)
    return any(words.folded[i] in _TALK and not is_country(article, i) for i in near)
