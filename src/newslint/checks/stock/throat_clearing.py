from __future__ import annotations

from newslint import (
    PROSE,
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    dates,
    essay,
    figures,
    inside,
    names,
    own_questions,
    phrases,
    rule,
    sourced_sentences,
)

_OPEN_ENDED = frozenset(
    "to of this these all recent we the world industry nation global digital landscape move look navigate reflect "
    "continue delve head enter embrace approach strive witness await worth important crucial essential vital "
    "interesting imperative necessary critical evident undeniable undoubtedly no reasons ways factors things aspects "
    "types benefits challenges options more clear it them him her means certain truly as".split()
)
"""Last words of openers that run on without a comma."""
_LAST_PART = 0.7
"""Beyond this share of the text "overall" and "ultimately" announce that nothing new is coming."""

_JOINS = frozenset("and but yet so still now or then perhaps of course for in the end even meanwhile at least".split())
"""What may stand before words about the story, at the start of a sentence."""
_VERDICT = 14
"""Words of a sentence that only judges the story."""
_COMMENTED = frozenset(("that", "whether", "how", "why", "when", "where", "who", "because"))
"""What a verdict on the story goes on with that has news to tell."""

_ASKED = 10
"""Words of a question that is asked for the sake of the answer."""
_ANSWERS = frozenset(
    "because yes no not that it partly maybe perhaps simple simply hardly probably mostly almost nobody money "
    "apparently possibly barely sort kind well only for".split()
)
"""What the writer's answer opens with."""
_STOCK_QUESTIONS = frozenset(("matter", "care", "bother", "true"))
"""Last words of questions that could stand in any story."""

_READER = frozenset(("you", "your", "yours"))


@rule(
    "warning",
    wakes=["signposts", "openers", "story-talk", own_questions],
    why="Plain-language guides; Wikipedia, Signs of AI writing (didactic disclaimers).",
    exceptions="Quotations; instructions in guides; a source that sums up (“Overall, the bank said”).",
    bad=[
        "<<It is important to note>> that rates rose.",
        "<<Before delving into>> the numbers, the council met.",
        "The rest is known. <<When it comes to>> rates, savers lose.",
        "<<Having said that>>, rents fell. <<As far as rents are concerned>>, they rose.",
        "<<In recent news>>, the bank cut its rate.",
        "The bank cut its rate. <<What do you think?>>",
        "The bank cut its rate. But then <<there's the matter of>> rents.",
        "The bank cut its rate. <<The logic is simple>>.",
        "<<To understand why, it helps to look at>> the rents.",
        "<<What is striking is>> the silence.",
        "<<At first glance>>, it is a shed. <<Which makes>> the price a puzzle, <<and for good reason>>.",
        "<<Either way>>, the ferry is full. <<Part of the answer is>> the rain.",
        "The bank met on Monday. <<Why did it?>> Because rents rose.",
        "<<The timing is notable>>. <<A regulatory angle is also in play>>, <<and much will depend on>> the courts.",
        "<<Not everyone agrees>> with the move. Some savers want to keep their books.",
        "<<Beyond cost, safety is on the agenda>>. Rent <<is the number to watch>>.",
        "<<There is no single right answer>>, the council found out.",
        "<<It was a hard night for>> the club. Phones have <<changed the way people>> ride.",
    ],
    good=[
        "Rates rose to 5%.",
        "The vote was close. Overall, the clerk Ada Brandt said, a third stayed away.",
        "The numbers are worse than in 2023, and savers lose when it comes to tax.",
        '"It is important to note that rates rose," said Ola Brandt.',
        "Overall spending rose by 3%.",
        "The logic is simple, Ada Brandt of Holm Bank said.\nThe answer is 42 per cent.\nThe pattern is the same "
        "in all the banks of the county that have told the council what they did with rents.",
        """Not everyone agrees with the move.
Ada Brandt of the savers' union wants to keep the books. The timing is notable for savers of the county, whose rents
rose by a tenth in the year when the bank cut its rate.""",
        "What changed? The bank cut its rate on Monday. Rents fell, and the clerk read the minutes.",
    ],
    fixes="unsafe",
)
def throat_clearing(article: Article) -> Iterator[Hit]:
    """Words announce what is coming in place of saying it.

    "It is important to note that rates rose" is "Rates rose". The run-up costs a line, and what it runs up to is always
    nearer the point than the reader was.

    Start with the fact. If it were not important it would not be there. In copy full of other flaws a question that
    nobody is said to ask counts, too: readers came for the answer.
    """
    for hit in phrases(article, "signposts"):
        if article.blocks[article.block_at(hit.span.start)].zone in PROSE:
            yield _hit(article, hit)
    for hit in phrases(article, "openers"):
        sentence = article.sentence_at(hit.span.start)
        if sentence is None or hit.span.start - sentence.span.start > 1:
            continue
        if "hint" in hit.data and hit.span.start < _LAST_PART * len(article.text):
            continue
        if "hint" in hit.data and article.sentence_index(hit.span.start) in sourced_sentences(article):
            continue  # the source sums up, not the writer
        if article.words.folded[hit.last] in _OPEN_ENDED or article.text[hit.span.end : hit.span.end + 1] in ",:":
            yield _hit(article, hit)
    for hit in phrases(article, "story-talk"):
        if _opens(article, hit) and not ("hint" in hit.data and _has_news(article, hit)):
            yield Hit(hit.span, "This is about the story. Tell the story in its place.")
    for i in own_questions(article):
        if i not in sourced_sentences(article) and not _goes_on(article, i):
            yield _asked(article, i)


def _opens(article: Article, hit: PhraseHit) -> bool:
    """True where nothing but "and", "but" and the like stands before it in its sentence."""
    n = article.sentence_index(hit.span.start)
    if n < 0:
        return False
    start, first, folded = article.sentence_words[n].start, hit.first, article.words.folded
    while first > start and folded[first - 1] in _JOINS:
        first -= 1
    return first == start


def _has_news(article: Article, hit: PhraseHit) -> bool:
    """True of a sentence that does more than judge the story: a long one, one with a name, a figure or a source; and
    of "not everyone agrees" where the sentence behind it says who."""
    n = article.sentence_index(hit.span.start)
    if hit.data["hint"] == "crowd":
        return any(
            inside(fact(article), after.span) for after in article.sentences[n : n + 2] for fact in (names, figures)
        )
    span, where = article.sentences[n].span, article.sentence_words[n]
    if hit.data["hint"] == "whole" and hit.last + 1 < where.stop:
        return True
    return (
        len(where) > _VERDICT
        or n in sourced_sentences(article)
        or article.words.folded[min(hit.last + 1, where.stop - 1)] in _COMMENTED
        or any(inside(fact(article), span) for fact in (names, figures, dates))
    )


def _goes_on(article: Article, sentence: int) -> bool:
    """One of several questions in a row, of which the first is enough, or one that a label or a list led in."""
    span, block = article.sentences[sentence]
    if ": " in article.text[span.start : span.end]:
        return True
    before = article.sentences[sentence - 1] if sentence else None
    return before is not None and before.block == block and article.text[before.span.end - 1] == "?"


def _asked(article: Article, sentence: int) -> Hit:
    """A question in place of an answer; at the end, put to the reader, it is sure to bring no news."""
    said = map(article.words.folded.__getitem__, article.sentence_words[sentence])
    if sentence == len(article.sentences) - 1 and not _READER.isdisjoint(said):
        return Hit(article.sentences[sentence].span, "The news does not ask its readers. Cut the question.")
    message = "Readers came for the answer. Give it in place of the question."
    sure = _answered(article, sentence) and not essay(article)
    return Hit(article.sentences[sentence].span, message, None if sure else "doubtful")


def _answered(article: Article, sentence: int) -> bool:
    """True of a short question that the writer answers in the same breath."""
    where = article.sentence_words[sentence]
    after = sentence + 1
    if len(where) > _ASKED or after >= len(article.sentences):
        return False
    if article.sentences[after].block != article.sentences[sentence].block:
        return False
    folded = article.words.folded
    stock = (folded[where.start] == "so" and "or" not in folded[where.start : where.stop]) or (
        len(where) < _ASKED / 2 and folded[where.stop - 1] in _STOCK_QUESTIONS
    )
    answers = folded[where.stop] in _ANSWERS or folded[where.stop : where.stop + 2] == ["the", "answer"]
    return stock or answers


def _hit(article: Article, hit: PhraseHit) -> Hit:
    said = article.one_line(hit.span)
    return Hit(hit.span, f"Start with the fact. Cut “{said}”.", hit.data.get("severity"), fix=_cut(article, hit))


def _cut(article: Article, hit: PhraseHit) -> Fix | None:
    """Delete the opening and give the next word its capital, where what is left can stand alone."""
    text, words = article.text, article.words
    sentence = article.sentence_at(hit.span.start)
    following = hit.last + 1
    if sentence is None or sentence.span.start != hit.span.start or following >= len(words.folded):
        return None
    if words.folded[following] == "that":
        following += 1
    elif text[hit.span.end : hit.span.end + 1] != ",":
        return None
    if following >= len(words.folded) or words.starts[following] >= sentence.span.end:
        return None
    start = words.starts[following]
    return Fix("Start with the fact", (Edit(Span(hit.span.start, start + 1), text[start].upper()),))
