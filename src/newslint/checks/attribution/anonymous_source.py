from __future__ import annotations

from newslint import Article, Attribution, Hit, Iterator, Span, attributions, phrases, rule

_BARE = frozenset(
    "source sources insider insiders tipster tipsters whistleblower whistleblowers leaker leakers".split()
)
_ONE_OF_MANY = frozenset(
    "person people official officials executive executives employee employees aide aides diplomat diplomats individual "
    "individuals staffer staffers adviser advisers advisor banker bankers lawyer officer".split()
)
_EXPERT = frozenset(
    "analyst strategist trader economist expert specialist researcher observer agent broker dealer resident local "
    "teacher doctor nurse engineer consultant developer investor fan critic shopper buyer seller worker scientist "
    "academic".split()
)
"""Whoever speaks for a trade or a street; nobody can ring "one trader"."""
_VOICES = frozenset(
    "representative spokesman spokeswoman spokesperson user customer passenger student voter viewer parent commuter "
    "player manager member neighbour neighbor colleague friend relative bystander onlooker driver witness reviewer "
    "commenter follower supporter participant attendee".split()
)
"""Whoever speaks for a body or for a crowd, and might be named."""
_OTHERS = ("another", "one", "a third", "a second", "others")
_SINGLE = ("a ", "an ", "one ", "another ")
_OPENINGS = ("a ", "an ", "one ", "two ", "three ", "several ", "some ", "four ", "another ")


@rule(
    "warning",
    wakes=["source-heads", attributions],
    why='AP: a bare "a source" is almost always prohibited; NPR, Reuters; Journalism Trust Initiative, clause 12.1.',
    exceptions="How they know and why they are unnamed both stand there; source code; officials of a named body.",
    bad=[
        "<<A source said>> the deal is close.",
        "<<Insiders revealed>> a shake-up at the bank.",
        '"It is a fine time to sell," <<said one local agent>>.',
        "<<Two people briefed on the talks said>> the deal is close.",
    ],
    good=[
        "Two people briefed on the talks, who were not authorised to speak publicly, said the deal is close.",
        "One engineer, who asked not to be named because she is leaving, said the pump was old.",
        "Chief executive Ana Ruiz said the deal is close.",
        "The source code said nothing of it, Ruiz wrote.",
    ],
)
def anonymous_source(article: Article) -> Iterator[Hit]:
    """Somebody unnamed is the source.

    A reader cannot weigh a source without knowing how it knows. Say who it is by role, how they know, and why they are
    unnamed; where only the reason is missing this is advice. A body's nameless spokesman, or "another", counts in copy
    full of other flaws alone.
    """
    reasons = {article.sentence_index(hit.span.start) for hit in phrases(article, "reasons-for-anonymity")}
    told: set[int] = set()
    for attribution in attributions(article):
        source = attribution.source
        head = attribution.head
        if source is None or attribution.sentence in told or attribution.carried:
            continue
        if _somebody(article, attribution):
            told.add(attribution.sentence)
            yield Hit(_together(attribution), "Name whoever says it, with title.", "doubtful")
            continue
        if attribution.source_class not in ("anonymous", "generic") and (
            head not in _EXPERT or attribution.source_class != "none"
        ):
            continue
        if head in ("source", "sources") and _of_what(article, source):
            continue  # "cited a source for the claim"
        if article.folded[max(0, source.start - 4) : source.start] == " as ":
            continue  # "sees him as an agent of change, arguing"
        bare = head in _BARE
        described = attribution.source_class == "anonymous" and (bare or head in _ONE_OF_MANY)
        one = (
            head in (_ONE_OF_MANY | _EXPERT if attribution.kind in ("speech", "frame") else _ONE_OF_MANY)
            and article.folded.startswith(_OPENINGS, source.start)
            and head != "people"
        )
        if not (bare or described or one):
            continue
        told.add(attribution.sentence)
        reason = attribution.sentence in reasons
        if reason and (described or head in _EXPERT):
            continue
        span = _together(attribution)
        missing = "how they know and why they are unnamed"
        if described:
            missing = "why they are unnamed"
        elif reason:
            missing = "how they know"
        yield Hit(span, f"Say who this is, {missing}.", severity="info" if described or reason else None)


def _somebody(article: Article, attribution: Attribution) -> bool:
    """One of a body's or of a crowd's: ``explained a Norva representative``, ``Another added``."""
    source, head = attribution.source, attribution.head
    if source is None or attribution.kind != "speech":
        return False
    said = article.folded[slice(*source)]
    if said in _OTHERS:
        return attribution.quoted
    if not said.startswith(_SINGLE) or (article.text[attribution.cue.end - 1] == "s" and not attribution.quoted):
        return False  # "a user describes what it should do"
    placed = attribution.source_class in ("organisation", "person")
    return head in _VOICES or (placed and (head in _EXPERT or head in _ONE_OF_MANY))


def _together(attribution: Attribution) -> Span:
    source = attribution.source
    assert source is not None
    return Span(min(source.start, attribution.cue.start), max(source.end, attribution.cue.end))


def _of_what(article: Article, source: Span) -> bool:
    """A source of something: "a source for his claim", "the sources of the Holm"."""
    return not {"for", "of"}.isdisjoint(article.folded[source.start : source.end + 5].split())
