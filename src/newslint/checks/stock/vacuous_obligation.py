from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    figures,
    inside,
    names,
    phrases,
    quotations,
    rule,
    sourced_sentences,
)

_BEFORE = 3
"""Words that may stand between those who owe it and the "must": "and safety", "too"."""
_PHRASE = 6
"""Words in a preposition and its noun: "of the tenants"."""
_OF = frozenset("of for in about around between to over with".split())
_BEHIND = 2
"""Words between the "must" and what is owed: "always", "be all"."""
_LAW = frozenset("bill section clause court judge judges directive statute ordinance".split())
"""Words of a sentence that tells of a rule of law."""
_CLAUSE = frozenset("who which that if when because is are was were said says what how why whether".split())
"""What may not stand between subject and "must": another clause."""


@rule(
    "warning",
    wakes=["set-duties", "duty-acts"],
    not_types=["opinion", "guide", "editorial", "column"],
    why="AP Stylebook (be specific); Wikipedia, Signs of AI writing (challenges and future prospects).",
    exceptions="Quotations; a law or rule that is named; a demand by a named person or body; guides; opinion.",
    bad=[
        "Ethical <<concerns need to be addressed>>.",
        "The sector <<must navigate these challenges>> as it grows.",
        "After the flood, <<a balance must be struck>>.",
        "The mill has lost 40 jobs, and <<something must be done>>.",
        "The hall is shut. <<Both sides should show restraint>>, and <<trust needs to be rebuilt>>.",
        "The <<needs of all those tenants must be respected>>. The matter <<ought to be handled with care>>.",
        "The port grows. <<Decision-makers would do well to>> listen.",
    ],
    good=[
        "The draft law would make firms file a risk report by June.",
        '"Regulators must publish the data," said Ilse Brandt, a member of parliament.',
        "Under section 4 of the act, concerns must be addressed to the clerk in writing.",
        "More must be done for tenants, Ilse Brandt said.",
        "Leith parents must act before 4 May if they want a place.\nThe barriers must be removed by the tenant.",
    ],
)
def vacuous_obligation(article: Article) -> Iterator[Hit]:
    """Something must be done, by nobody, about nothing in particular.

    "Concerns must be addressed" names no concern, no duty and nobody who owes it. It is the sound of a conclusion.

    Say who must do what by when, and who says so. If nobody does, cut it.
    """
    found = [hit.span for hit in phrases(article, "set-duties") if not _figured(article, hit)]
    found += _owed(article)
    reached = -1
    for span in sorted(found):
        if span.start >= reached and not _vouched(article, span):
            reached = span.end
            yield Hit(span, "Who must do what, by when, says who?")


def _owed(article: Article) -> Iterator[Span]:
    """From those who owe it to what they owe, where neither is anything in particular."""
    acts = phrases(article, "duty-acts")
    if not acts:
        return
    duties = {hit.last: hit for hit in phrases(article, "duties")}
    subjects = {hit.last: hit for hit in phrases(article, "duty-subjects")}
    starts = {hit.first: hit for hit in acts}
    for duty in duties.values():
        if duty.data.get("hint"):
            subject = _before(article, subjects, duty)
            if subject and subject.data["hint"] == "bearer" and _is_one_clause(article, subject, duty.last + 1):
                yield Span(subject.span.start, duty.span.end)
            continue
        act = next((starts[i] for i in range(duty.last + 1, duty.last + _BEHIND + 2) if i in starts), None)
        if act is None or article.words.folded[act.last + 1 : act.last + 2] == ["by"]:
            continue  # somebody owes it
        if act.data["hint"] == "any":
            yield Span(duty.span.start, act.span.end)
            continue
        subject = _before(article, subjects, duty)
        if subject and subject.data["hint"] == act.data["hint"] and _is_one_clause(article, subject, act.last):
            yield Span(subject.span.start, act.span.end)


def _before(article: Article, subjects: dict[int, PhraseHit], duty: PhraseHit) -> PhraseHit | None:
    """The subject that ends next to the "must", or before a preposition and its noun: "the needs of those tenants"."""
    for i in range(duty.first - 1, duty.first - _PHRASE - 2, -1):
        if i in subjects:
            is_near = duty.first - i - 1 <= _BEFORE or article.words.folded[i + 1] in _OF
            return subjects[i] if is_near else None
    return None


def _is_one_clause(article: Article, subject: PhraseHit, last: int) -> bool:
    """True where no name says whose they are, and no other clause begins between."""
    words, first = article.words, subject.first
    reach = Span(subject.span.start, words.ends[last])
    n = article.sentence_index(reach.start)
    if n < 0 or n != article.sentence_index(reach.end - 1):
        return False
    if first - 1 > article.sentence_words[n].start and _is_owner(article, first - 1):
        return False
    return not inside(names(article), reach) and _CLAUSE.isdisjoint(words.folded[first:last])


def _is_owner(article: Article, i: int) -> bool:
    """A name or a genitive: "Leith parents", "the bank's concerns"."""
    return article.text[article.words.starts[i]].isupper() or article.words.folded[i].endswith("'s")


def _figured(article: Article, hit: PhraseHit) -> bool:
    """True of a turn of phrase in a sentence that counts something."""
    n = article.sentence_index(hit.span.start)
    return n >= 0 and any(not f.span.overlaps(hit.span) for f in inside(figures(article), article.sentences[n].span))


def _vouched(article: Article, span: Span) -> bool:
    """True in a sentence that has a source, quotes somebody or tells of a rule of law."""
    n = article.sentence_index(span.start)
    if n < 0:
        return False
    where = article.sentence_words[n]
    return (
        n in sourced_sentences(article)
        or not _LAW.isdisjoint(article.words.folded[where.start : where.stop])
        or bool(inside(quotations(article), article.sentences[n].span))
    )
