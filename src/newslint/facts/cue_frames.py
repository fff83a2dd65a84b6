"""Cues, and those that are no verb: frames (``according to``), papers (``in a survey by``), nouns (``her claim``)."""

from __future__ import annotations

from newslint.facts import subjects
from newslint.facts.cues import CueSentence
from newslint.facts.speakers import SOURCED, Cast, Speaker
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Literal

CueKind = Literal["speech", "act", "stance", "show", "frame", "nominal", "quote", "link"]
"""What reports: a verb of speech, a criticism or promise, a belief, a document, a frame, a noun, marks, a link."""


class Cue(NamedTuple):
    """A cue: its words ``first`` to ``last`` (inclusive, of the article's words) and who speaks."""

    kind: CueKind
    first: int
    last: int
    speaker: Speaker | None


class Candidate(NamedTuple):
    """A word that may be a cue, with what stands beside it in its sentence."""

    cast: Cast
    clause: CueSentence
    i: int
    word: str
    before: str
    after: str


_OPENS_PAPER = frozenset("a an the its his her their this that one another two recent new latest last official".split())
_PARTED = frozenset(",;:()")
_IN = frozenset("in on from by via through under".split())
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_BEFORE_CLAIM = frozenset("the a no any of with despite raised".split())


def paper(at: Candidate) -> Cue | None:
    """``in a survey by Vantor``, ``data from the ministry``, ``in an interview with the paper``."""
    cast, clause, i, word, _, after = at
    folded = cast.folded
    if after in ("from", "by", "of") and i + 2 < clause.last:
        speaker = subjects.after(cast, clause, i + 2)
        sourced = speaker is not None and speaker.named and speaker.source_class in SOURCED
        if speaker and sourced and (after != "of" or word in ("survey", "poll", "analysis", "review")):
            return Cue("frame", i, i + 1, speaker._replace(document=True))
    j = i
    while j > clause.first and i - j < 7:
        if not _PARTED.isdisjoint(cast.gap(j - 1)):
            return None
        j -= 1
        if folded[j] in _IN:
            break
        if folded[j] in ("said", "of", "that", "and"):
            return None
    if folded[j] not in _IN:
        return None
    opening = folded[j + 1]
    if opening not in _OPENS_PAPER and not opening.endswith("'s") and folded[min(j + 2, i)] != "s":
        return None  # "in AI research" is a field
    speaker = cast.classified(j + 1, i, clause.first)
    if speaker.named and speaker.source_class in SOURCED:
        return Cue("frame", j, i, speaker)
    if word in ("interview", "statement", "speech", "testimony", "tweet", "filing") and folded[j] in ("in", "on"):
        return Cue("frame", j, i, cast.last)
    return None


def frame(cast: Cast, clause: CueSentence, i: int) -> Cue | None:
    """``according to``, ``citing``."""
    word = cast.folded[i]
    start = i + 1
    if word == "according":
        if start >= clause.last or cast.folded[start] != "to":
            return None
        start += 1
    speaker = subjects.after(cast, clause, start)
    if word == "per" and not (speaker and (speaker.named or (cast.gap(i - 1) == ", " and _is_heard(speaker)))):
        return None
    if speaker is not None and speaker.document and speaker.source_class == "generic":
        speaker = _put_out_by(cast, clause, speaker)
    return Cue("frame", i, start - 1, speaker)


def _is_heard(speaker: Speaker) -> bool:
    """``, per court filings`` and ``, per police``: not what a rate is taken by."""
    return speaker.source_class in SOURCED and (speaker.document or speaker.head == "police")


def _put_out_by(cast: Cast, clause: CueSentence, paper: Speaker) -> Speaker:
    """``A survey that Vantor published`` has an owner."""
    that = cast.article.words.at(paper.span.end)
    relative = that + 2 < clause.last and cast.folded[that] in ("that", "which") and cast.gap(that - 1) == " "
    owned = relative and cast.name_at(that + 1) not in ("", "place")
    return paper._replace(source_class="organisation", named=True) if owned else paper


def nominal(at: Candidate) -> Cue | None:
    """``her claim that``, ``the statement by the union``."""
    cast, clause, i, word, before, after = at
    if (after == "by" or (after == "from" and word not in ("demand", "demands", "promises"))) and i + 2 < clause.last:
        speaker = subjects.after(cast, clause, i + 2)
        if speaker is not None and (speaker.named or speaker.source_class in SOURCED):
            return Cue("nominal", i, i + 1, speaker)
    if after in ("that", "to", "of", "about", "on", "for", "in"):
        if before in _OWNERS:
            return _owned(at)
        if before.endswith("'s") or before == "s":
            speaker = subjects.before(cast, clause, i)
            return Cue("nominal", i, i, speaker) if speaker else None
    by_nobody = after == "that" and i + 2 < clause.last and before in _BEFORE_CLAIM
    return Cue("nominal", i, i, None) if by_nobody else None


def _owned(at: Candidate) -> Cue | None:
    """``her claim that``: by whoever the pronoun stands for."""
    cast, pronoun = at.cast, _OWNERS[at.before]
    referred = cast.last_person if pronoun in ("he", "she") else cast.last
    if referred is None:
        return None
    place = Span(cast.starts[at.i - 1], cast.ends[at.i - 1])
    return Cue("nominal", at.i, at.i, Speaker(place, referred.source_class, pronoun, True, pronoun=True))
