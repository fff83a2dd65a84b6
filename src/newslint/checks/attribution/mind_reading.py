from __future__ import annotations

from newslint import (
    WELL_SOURCED,
    Article,
    Attribution,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    answered_sentences,
    attributions,
    covering,
    crowd_reactions,
    empty_sentences,
    essay,
    figures,
    own_account,
    phrases,
    quotations,
    rule,
    sourced_share,
    unsourced_claims,
    vouched_sentences,
    weak_claims,
)

_THINKS = "You report what somebody thinks. Quote or cite them, or report what they did."
_HELPS = frozenset("help helps helped helping allow allows allowed allowing enable enables enabling let lets".split())
_CLOSE = 6
"""Words before a wish in which a word of help makes it no wish."""
_INSIDE = frozenset(
    "believe believes believed think thinks thought hope hopes hoped fear fears feared suspect suspects suspected "
    "doubt doubts doubted worry worries worried feel feels felt regret regrets regretted wish wishes wished wonder "
    "wonders wondered admire admires admired resent resents resented dislike dislikes hate hates hated".split()
)
"""What goes on in a head, and is no demand, plan or forecast that was published."""
_PASSIVE = frozenset("be been is are was were once".split())
"""What stands between a holder and a verb that is somebody else's: ``long been thought``."""
_SPOKEN = frozenset(("speech", "quote", "frame"))
_OWN = frozenset("i we you your our my us i'm we're if you're".split())
_HEARTS = frozenset(
    "adore adored appreciate appreciated begrudge begrudged cherish cherished covet coveted crave craved despise "
    "despised detest detested distrust distrusted dread dreaded envy envied hate hated idolise idolised loathe "
    "loathed love loved mistrust mistrusted relish relished resent resented revere revered savour savoured "
    "prefer preferred treasure treasured worship worshipped yearn yearned".split()
)
"""What a crowd does at heart."""
_FAITHFUL = frozenset(
    "follower followers adherent adherents believer believers disciple disciples devotee devotees worshippers pagans "
    "christians catholics protestants muslims jews hindus buddhists sikhs mormons quakers religion religions faith "
    "sect cult church doctrine".split()
)
"""Whose beliefs a faith has."""
_REGARDS = frozenset("regard regarded".split())
_NEAR_AS = 50
"""Code points behind these in which "as" stands."""
_OPENS = "“\"‘'*_ "
"""Marks before the first word of a sentence."""
_BEHIND = (", ", "– ", "— ", " - ", "(")
_MOTIVE = 14
"""Words of a motive at the head of a sentence at most."""
_SUBJECT = 4
"""Words behind it in which the one who has it stands."""


@rule(
    "warning",
    wakes=["minds", "weak-claims", crowd_reactions, unsourced_claims],
    not_types=["opinion", "column", "editorial", "review", "obituary"],
    why="Reuters; IPSO 1: distinguish comment and conjecture from fact; Wikipedia, Words to watch.",
    exceptions=(
        "Words or acts of the holder in the sentence; polls; stated policy; quotations; law (intent). A mood in common "
        "words (“will be looking to”), and a hope or a belief of somebody who says nothing near it, count in articles "
        "full of other findings."
    ),
    bad=[
        "Investors <<see a bright future>> for the firm.",
        "The ministry <<is eager to>> please voters.",
        "Her rival, <<stung by>> the defeat, left.\n\nIts <<real aim is>> to look green. It <<knows "
        "full well that>> they pay.",
        "Tenants <<have lost faith in>> the landlord. The board <<sees itself as>> a friend of theirs.",
        "<<Customers love>> the lockers.",
        "The matter <<is also followed closely>> in Leith. Rivals <<are paying close attention>>.",
    ],
    good=[
        "The fund said it expects revenue to double by 2027.",
        "The ministry moved the vote to after the election.",
        "Ruiz was stung by a wasp. Some love it, others do not. Most followers of the sect believe in spirits.",
        "The scheme has been open\nto everyone since May.",
        '"We are eager to start," minister Ana Ruiz said.',
    ],
)
def mind_reading(article: Article) -> Iterator[Hit]:
    """Somebody's wish, belief or motive is reported as a fact.

    Nobody can see into a head, let alone into a ministry. Quote or cite them, or report what they did. Advice
    where two sentences in five have a source.
    """
    minds = phrases(article, "minds")
    motives = [claim for claim in unsourced_claims(article) if claim.trigger == "motive"]
    empties = bool(empty_sentences(article))
    moods = [claim for claim in weak_claims(article) if claim.kind == "mind"] if empties else []
    unspoken = _unspoken(article) if empties else []
    hearts = [span for span in crowd_reactions(article) if _feels(article, span)]
    if not (minds or motives or moods or unspoken or hearts) or own_account(article):
        return
    told: set[int] = set()
    yield from _in_words(article, minds, told)
    yield from _in_hearts(article, hearts, told)
    for claim in motives:
        if claim.sentence in told or _own(article, claim.sentence, claim.span):
            continue
        if _of_a_faith(article, claim.sentence, claim.span):
            continue
        if not _passive(article, claim.span):
            told.add(claim.sentence)
            yield _hit(claim.span, claim.sure)
    for held in unspoken:
        if held.sentence not in told:
            told.add(held.sentence)
            yield Hit(held.cue, _THINKS, "doubtful")
    for mood in moods:
        if mood.sentence not in told and not _passive(article, mood.span):
            yield Hit(mood.span, _THINKS, "doubtful", scope="span" if mood.beside else "sentence")


def _in_words(article: Article, minds: list[PhraseHit], told: set[int]) -> Iterator[Hit]:
    """``The ministry is eager to``, where nobody says so, helps or counts; sentences are added to those `told`."""
    if not minds:
        return
    vouched, told_of = vouched_sentences(article), answered_sentences(article)
    marks = [q.span for q in quotations(article)]
    polled = {article.sentence_index(f.span.start) for f in figures(article) if f.kind == "percent"}
    sure = {claim.sentence: claim.sure for claim in unsourced_claims(article)}
    otherwise = not essay(article) and sourced_share(article) < WELL_SOURCED
    for hit in minds:
        index = article.sentence_index(hit.span.start)
        note = hit.data.get("note", "")
        if index < 0 or index in (told_of if note else vouched) or index in told or index in polled:
            continue
        if (
            covering(marks, *hit.span) >= 0
            or _own(article, index, hit.span)
            or _passive(article, hit.span)
            or _helped(article, index, hit.span)
            or _of_a_faith(article, index, hit.span)
        ):
            continue
        if note == "aside" and not _set_apart(article, index, hit.span):
            continue
        told.add(index)
        yield _hit(hit.span, sure.get(index, otherwise) or (bool(note) and not essay(article)))


def _feels(article: Article, span: Span) -> bool:
    """``Customers appreciate``, ``shopkeepers regard the works as a threat``."""
    crowd, _, verb = article.folded[slice(*span)].rpartition(" ")
    if crowd in ("some", "others"):
        return False  # "Some love it, others do not"
    return verb in _HEARTS or (verb in _REGARDS and " as " in article.folded[span.end : span.end + _NEAR_AS])


def _in_hearts(article: Article, hearts: list[Span], told: set[int]) -> Iterator[Hit]:
    """What a crowd without a name loves, dreads and resents."""
    answered, marks = answered_sentences(article), [q.span for q in quotations(article)]
    for span in hearts:
        index = article.sentence_index(span.start)
        if index in told or index in answered or covering(marks, *span) >= 0 or _own(article, index, span):
            continue
        told.add(index)
        yield _hit(span, not essay(article))


def _unspoken(article: Article) -> list[Attribution]:
    """What somebody is said to hope or believe who says nothing in this sentence and those beside it."""
    held = [a for a in attributions(article) if a.kind == "stance" and not (a.carried or a.quoted)]
    if not held:
        return []
    spoken = {a.sentence for a in attributions(article) if a.kind in _SPOKEN}
    out: list[Attribution] = []
    for stance in held:
        cue, index = article.folded[stance.cue.start : stance.cue.end], stance.sentence
        if cue not in _INSIDE or not spoken.isdisjoint((index - 1, index, index + 1)):
            continue
        before = article.folded[stance.source.end : stance.cue.start] if stance.source else " be "
        if _PASSIVE.isdisjoint(before.split()):
            out.append(stance)
    return out


def _set_apart(article: Article, index: int, span: Span) -> bool:
    """A motive behind a comma or a dash, or at the head of the sentence: ``Stung by the defeat, he stayed away``."""
    start, end = article.sentences[index].span
    if article.text[start : span.start].strip(_OPENS):
        return article.text.endswith(_BEHIND, 0, span.start)
    comma = article.text.find(",", span.end, end)
    if comma < 0 or article.text[span.end : comma].count(" ") > _MOTIVE:
        return False
    words = article.words
    return _OWN.isdisjoint(words.folded[i] for i in words.between(comma, end)[:_SUBJECT])


def _passive(article: Article, span: Span) -> bool:
    """ "Were committed by", "was determined to be", "it is understood the": things done, found and heard, not felt."""
    before, said = article.folded[max(0, span.start - 4) : span.start], article.folded[span.start : span.end]
    if said.startswith("understood"):
        return before.endswith((" is ", "was "))
    if said.endswith("committed to") and article.text[span.end : span.end + 2].strip()[:1].isupper():
        return True  # "was committed to St Brendan's"
    return said.endswith(("committed by", "determined that")) or (
        said.endswith("determined to") and article.folded.startswith((" be ", " have "), span.end)
    )


def _helped(article: Article, index: int, span: Span) -> bool:
    """ "Helping nurses understand the ward": what somebody is to be enabled to do."""
    words = article.words
    row = words.between(article.sentences[index].span.start, span.start)
    return not _HELPS.isdisjoint(words.folded[i] for i in row[-_CLOSE:])


def _of_a_faith(article: Article, index: int, span: Span) -> bool:
    """``Most followers of it believe in spirits``: what a faith teaches, and no thought of theirs."""
    if not article.folded.startswith("believ", span.start):
        return False
    words = article.words
    row = words.between(article.sentences[index].span.start, span.start)
    return not _FAITHFUL.isdisjoint(words.folded[i] for i in row[-_CLOSE:])


def _own(article: Article, index: int, span: Span) -> bool:
    """True where the writer or the reader is the one who feels it."""
    words = article.words
    row = words.between(article.sentences[index].span.start, span.end)
    return any(words.folded[i] in _OWN for i in row[-8:])


def _hit(span: Span, sure: bool) -> Hit:
    return Hit(span, _THINKS, severity=None if sure else "info")
