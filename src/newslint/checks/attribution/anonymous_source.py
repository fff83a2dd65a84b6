from __future__ import annotations

from newslint import (
    CONDITIONS,
    Article,
    Attribution,
    Hit,
    Iterator,
    Mapping,
    Span,
    answered_for,
    attributions,
    covering,
    names,
    quotations,
    reasons_given,
    rule,
    unnamed_voices,
    word_list,
)

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
    "academic commentator pundit historian scholar psychologist sociologist".split()
)
"""Whoever speaks for a trade or a street; nobody can ring "one trader"."""
_VOICES = frozenset(
    "representative user customer passenger student voter viewer parent commuter "
    "player manager member neighbour neighbor colleague friend relative bystander onlooker driver witness reviewer "
    "commenter follower supporter participant attendee".split()
)
"""Whoever speaks for a body or for a crowd, and might be named."""
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson".split())
"""Whoever answers for a body, which is the source where it is told."""
_OFFICERS = frozenset(
    "ceo cfo coo cto cmo executive founder cofounder chairman chairwoman chairperson director officer "
    "principal headteacher owner".split()
)
"""Of whom a house has one, whose name everybody can look up."""
_OFFICES = frozenset(
    "airport army consulate customs defence defense embassy hospital interior ministry navy palace police port prison "
    "treasury".split()
)
_HEADS = _OFFICERS.union(
    _SPOKESMEN,
    "boss captain chief coach commander dean editor employee executive head leader manager mayor member minister "
    "official organiser organizer president rector representative secretary treasurer trustee".split(),
)
"""Whoever speaks for a body or runs it."""
_BACK = 3
"""Sentences before words in which whoever says them is named."""
_SPEECH = 5
"""Words of a quotation from which whoever speaks is to be named: fewer may be a term."""
_ANY = tuple(f"{link} {who} " for link in ("of", "for", "from", "at", "with") for who in ("one of", "a", "an", "some"))
_APPOSED = 3
"""Code points behind somebody within which the name begins: ``a passenger, Ines Roy``."""
_OTHERS = ("another", "another one", "one", "one of them", "yet another", "a third", "a second", "a fourth", "others")
_NAMES_SOME = (", among them ", ", including ")
_SINGLE = ("a ", "an ", "one ", "another ")
_ONE_OF_HIS = ("one of his ", "one of her ", "one of its ", "one of their ")
_NEAR = 16
"""Code points behind the verb that tell what it does."""
_OBJECTS = ("a ", "an ", "the ", "his ", "her ", "it ", "him ", "them ", "their ")
_OPENINGS = ("a ", "an ", "one ", "two ", "three ", "several ", "some ", "four ", "another ")


@rule(
    "warning",
    wakes=["source-heads", "inside-talk", attributions],
    why='AP: a bare "a source" is almost always prohibited; NPR, Reuters; Journalism Trust Initiative, clause 12.1.',
    exceptions=(
        "How they know and why they are unnamed both stand there; source code; officials and spokesmen of a named body."
    ),
    bad=[
        "<<A source said>> the deal is close.",
        "<<Insiders revealed>> a shake-up at the bank.",
        '"It is a fine time to sell," <<said one local agent>>.',
        "<<Two people briefed on the talks said>> the deal is close.",
        '"We were in the water for an hour," <<one passenger said>>.',
        '"The boats are old and the crews are tired," <<said a Norva executive>>.',
        '"The boats are old and the crews are tired," <<said the firm\'s chief executive>>.',
        "<<The director of one of the yards said>> that the boats are old.",
        "<<A friend of the couple has revealed>> that they parted in May. The hull, <<a joiner at the yard told>> us, "
        "is rotten.",
        "<<An aide confided>> that it failed. It was rigged, <<two suppliers recounted>>. <<A senior figure at the "
        "club let>> it slip.",
        "The rota was <<branded unfair by one nurse>>. The tide will turn, <<whispers a deckhand>>.",
        "<<The word from inside the yard is that>> the boats are old. <<In the words of one purser>>, they leak.",
    ],
    good=[
        'Ana Ruiz is chief executive of Norva.\n\n"The boats are old and dear," said the chief executive.\n\n'
        "The owner of a shop in Dock Street, Ines Roy, said that nobody had asked her.",
        "Two people briefed on the talks, who were not authorised to speak publicly, said the deal is close.",
        "One engineer, who asked not to be named because she is leaving, said the pump was old.",
        "Chief executive Ana Ruiz said the deal is close.",
        "The fund is short.\n\nSome pension advisers, among them Ines Roy of Berg Bank, argue that it is unfair.",
        "The school was shut after a teacher reported a crack in the wall, Ana Ruiz said.\n\nA resident of the inn "
        "reported losing a hat, and another resident wrote to the clerk.",
        "Rents fell, two people briefed on the sale said.\n\nThe two people asked not to be named, as the sale is "
        "secret.",
        "The Orford Courier, citing several sources at the harbour, said the deal is close.",
        "When a deckhand complains, the purser replies. A joiner told police that he had slept.\n\nThe hull is sound, "
        "Ines Roy, a joiner at the yard, said.\n\nA diver has found a wreck, a friend says.\n\nThe diver, Ana Ruiz, "
        "is 41, and her friend is Ada Brandt.",
        'The source code said nothing.\n\n"We were in the water for an hour," said a passenger, Ines Roy.',
    ],
)
def anonymous_source(article: Article) -> Iterator[Hit]:
    """Somebody unnamed is the source.

    A reader cannot weigh a source without knowing how it knows. Say who it is by role, how they know, and why they are
    unnamed; where only the reason is missing this is advice. Words in quotation marks are somebody's who has a name. A
    body's nameless representative, or "another", counts in copy full of other flaws alone where nothing is quoted; a
    council's spokesman is the council.
    """
    reasons = reasons_given(article)
    explained = _explained(article, reasons)
    named = [name.span for name in names(article)]
    spoken = [quotation.span for quotation in quotations(article) if quotation.words >= _SPEECH]
    told: set[int] = set()
    voiced = {voice.sentence for voice in unnamed_voices(article)}
    for attribution in attributions(article):
        if attribution.source is None or attribution.sentence in told or attribution.carried:
            continue
        if attribution.quoted and (
            _quoted_by_nobody(article, attribution, spoken, named) or _unnamed_officer(article, attribution, spoken)
        ):
            told.add(attribution.sentence)
            if attribution.sentence not in reasons:
                yield Hit(attribution.said_by, "Name whoever is quoted, or say how they know and why you do not.")
            continue
        of_any = _of_any(article, attribution)
        if of_any or (attribution.sentence not in voiced and _somebody(article, attribution)):
            told.add(attribution.sentence)
            yield Hit(attribution.said_by, "Name whoever says it, with title.", None if of_any else "doubtful")
            continue
        if attribution.source_class in ("person", "organisation") or not _is_unnamed(article, attribution):
            continue
        if answered_for(article, attribution):
            continue
        told.add(attribution.sentence)
        reason = attribution.sentence in reasons or attribution.sentence < explained.get(attribution.head, -1)
        described = attribution.source_class == "anonymous" and (
            attribution.head in _BARE or (attribution.head in _ONE_OF_MANY and _is_placed(article, attribution.source))
        )  # how they know
        if attribution.sentence > explained.get(attribution.head, attribution.sentence):
            continue  # of whom the text has said why
        if reason and (described or attribution.head in _EXPERT):
            continue
        yield _say_who(attribution.said_by, described, reason, _of_an_office(article, attribution))
    yield from _by_form(article, told, reasons, explained)


def _by_form(article: Article, told: set[int], reasons: frozenset[int], explained: Mapping[str, int]) -> Iterator[Hit]:
    """Whoever else is cited without a name: ``a friend of hers has revealed``, ``branded unfair by one nurse``."""
    for voice in unnamed_voices(article):
        if voice.sentence in told:
            continue
        told.add(voice.sentence)
        reason = not reasons.isdisjoint((voice.sentence, voice.sentence + 1))
        described = voice.described or voice.head in ("official", "officials")
        if (reason and described) or explained.get(voice.head, voice.sentence) != voice.sentence:
            continue
        yield _say_who(voice.said_by, described, reason)


def _say_who(said_by: Span, described: bool, reason: bool, placed: bool = False) -> Hit:
    """Asks how they know, but of whom that is `described`, and why they are unnamed, but where a `reason` is given."""
    missing = "how they know and why they are unnamed"
    if described or reason:
        missing = "why they are unnamed" if described else "how they know"
    return Hit(said_by, f"Say who this is, {missing}.", "info" if described or reason or placed else None)


def _is_placed(article: Article, source: Span) -> bool:
    """More is told than "an aide"."""
    return article.folded.count(" ", source.start, source.end) > 1


def _explained(article: Article, reasons: frozenset[int]) -> dict[str, int]:
    """Words of the sentences that say why somebody is not named, and of those before, with the last such sentence: of a
    lede's "two executives" a later one may say ``Both executives asked not to be named, as``."""
    folded, rows = article.words.folded, article.sentence_words
    near = ((at, rows[i]) for at in sorted(reasons) for i in (at - 1, at) if i >= 0)
    return {word: at for at, row in near for word in folded[row.start : row.stop]}


def _is_unnamed(article: Article, attribution: Attribution) -> bool:
    """``A source said``, ``one of two people briefed on it``, ``a trader said``."""
    source, head, source_class = attribution.source, attribution.head, attribution.source_class
    assert source is not None
    if source_class == "none" and head not in _EXPERT:
        return False
    if head in ("source", "sources") and _of_what(article, source):
        return False  # "cited a source for the claim"
    before = article.words.folded[article.words.at(source.start) - 1]
    if before == "as" or before in CONDITIONS:
        return False  # "sees him as an agent of change, arguing"; "where a doctor has told them"
    if article.folded.startswith(_NAMES_SOME, source.end):
        return False
    if head in _BARE or (source_class == "anonymous" and head in _ONE_OF_MANY):
        return True
    if head not in _BARE and _notifies(article, attribution):
        return False
    if head == "people" or not article.folded.startswith(_OPENINGS, source.start):
        return False
    return head in _ONE_OF_MANY or (head in _EXPERT and attribution.kind in ("speech", "frame"))


def _of_any(article: Article, attribution: Attribution) -> bool:
    """``The director of one of the airports said``: neither somebody nor the body is told."""
    source = attribution.source
    if source is None or attribution.kind != "speech" or attribution.source_class != "none":
        return False
    head = attribution.head
    if head not in _HEADS or (article.folded.startswith("called", attribution.cue.start) and not attribution.quoted):
        return False
    said = article.folded[slice(*source)].partition(f"{head} ")[2]
    return said.startswith(_ANY) and not _named_behind(article, attribution)


def _named_behind(article: Article, attribution: Attribution) -> bool:
    """A name is in the words or right behind them: ``the owner of a shop in Holm, Ines Roy``."""
    said, end = attribution.said_by, article.sentences[attribution.sentence].span.end
    named = [name.span for name in names(article)]
    return covering(named, said.start, min(said.end + _APPOSED, end)) >= 0


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
    if head in _SPOKESMEN:
        return len(said.split()) == 2  # "a spokesman", of nobody knows whom
    placed = attribution.source_class in ("organisation", "person")
    return head in _VOICES or (placed and (head in _EXPERT or head in _ONE_OF_MANY))


def _notifies(article: Article, attribution: Attribution) -> bool:
    """``A teacher reported a stain`` is what was done, and no source for the stain."""
    first, _, behind = article.folded[attribution.cue.start : attribution.cue.end + _NEAR].partition(" ")
    if first in ("wrote", "writes"):
        return behind.startswith("to ")
    return first in ("report", "reports", "reported") and (
        behind.startswith(_OBJECTS) or behind.partition(" ")[0].endswith("ing")
    )


def _quoted_by_nobody(article: Article, attribution: Attribution, spoken: list[Span], named: list[Span]) -> bool:
    """``"We were in the water for an hour," one passenger said.``: the words of one person, who has no name."""
    source, head = attribution.source, attribution.head
    if source is None or attribution.kind != "speech" or head in _SPOKESMEN:
        return False
    if not article.folded.startswith(_SINGLE, source.start) or not (
        article.folded.startswith(_ONE_OF_HIS, source.start)
        or head in word_list("roles")
        or head in _EXPERT
        or head in _VOICES
        or head + "s" in word_list("crowd-nouns")
    ):
        return False
    said = article.sentences[attribution.sentence].span
    if covering(named, source.end, min(source.end + _APPOSED, said.end)) >= 0:
        return False
    return covering(spoken, *said) >= 0


def _of_an_office(article: Article, attribution: Attribution) -> bool:
    """``An embassy official``: of a body that a reader finds from the place of the story."""
    assert attribution.source is not None
    return attribution.head in _ONE_OF_MANY and not _OFFICES.isdisjoint(
        article.folded[slice(*attribution.source)].split()
    )


def _unnamed_officer(article: Article, attribution: Attribution, spoken: list[Span]) -> bool:
    """``the founder and CEO said``, of a house whose founder has a name, and the article nowhere tells it."""
    source, head = attribution.source, attribution.head
    if source is None or attribution.kind != "speech" or head not in _OFFICERS:
        return False
    at = attribution.sentence
    if article.folded.startswith(_SINGLE, source.start) or covering(spoken, *article.sentences[at].span) < 0:
        return False
    people = [name.span.start for name in names(article) if name.kind == "person"]
    told = {*article.sentence_indexes(people)}
    if not told.isdisjoint(range(at - _BACK, at + 2)):
        return False
    offices = _OFFICERS if head in ("ceo", "executive") else {head}
    words = article.words
    return not any(words.folded[i] in offices for n in told if n >= 0 for i in article.sentence_words[n])


def _of_what(article: Article, source: Span) -> bool:
    """A source of something: "a source for his claim", "the sources of the Holm"."""
    return not {"for", "of"}.isdisjoint(article.folded[source.start : source.end + 5].split())
