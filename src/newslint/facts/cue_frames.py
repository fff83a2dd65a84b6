"""Cues: whether a word of reporting is one here, in which frame, and who speaks.

A word that is as often a noun must have a subject before it; a participle after "was" asks for "by"; behind a quotation
the subject may follow the verb.
"""

from __future__ import annotations

from newslint.data import word_list
from newslint.facts.cues import CueSentence
from newslint.facts.reading import PREPOSITIONS, beside_marks, is_verb, tells
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


_BE = frozenset("is was were are be been being gets got get 's".split())
_OPENS_CONTENT = frozenset("that the he she it they his her their its there for on him them this a an".split())
_SAID = frozenset(
    "said says say told tells added adds explained recalled replied wrote asked insisted testified posted "
    "tweeted".split()
)
_SAID_BY_BODIES = _SAID | frozenset(
    "announced expects expected plans warned reported estimates confirmed denied".split()
)
_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
_HELD = frozenset("expected believed thought known considered asked seen regarded viewed".split())
_OPENS_PAPER = frozenset("a an the its his her their this that one another two recent new latest last official".split())
_DIFFUSE = frozenset("residents neighbours neighbors participants villagers voters".split())
"""Who tells what they have seen as witnesses, and what they think as a crowd."""
_COUNTED_OUT = (
    "his ", "her ", "their ", "its ", "the ", "one ", "two ", "three ", "four ", "five ", "six ", "dozens ",
)  # fmt: skip
_PAUSES = frozenset(",;:")
_PARTED = _PAUSES | frozenset("()")
_STOPS = _PAUSES | frozenset('."“”')
_IN = frozenset("in on from by via through under".split())
_THINGS_DO = frozenset(
    "highlight highlights highlighted suggest suggests suggested signal signals signalled signaled indicate indicates "
    "indicated reveal reveals revealed underline underlines underlined imply implies implied echo echoes echoed".split()
)
"""What things do as often as people: ``Her success suggests``."""
_DEEDS = frozenset("boasting claiming concluding confirming maintaining projecting recording".split())
"""Behind a comma, done as often as said: ``claiming three wickets``."""
_INFERRED = frozenset(
    "highlighting suggesting signalling signaling indicating revealing underlining implying echoing proving".split()
)
"""Behind a comma, what the deed shows as often as what somebody says."""
_QUALITIES = frozenset("a an the its their his her this these those no any some our my your".split())
"""Words behind which a participle is an adjective: ``a planned vote``."""
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently".split())
_BACKS = frozenset("back backs backed backing".split())
_AWAY = frozenset("out away off down into up onto towards toward".split())
_FAR = 30
"""Words before a name in which a paper stands that is about it."""
_SAYS_THAT = frozenset("that he she it they his her their its there to the responsibility".split())


def cue_at(cast: Cast, clause: CueSentence, i: int, spoken: Speaker | None) -> Cue | None:
    """The kind, first and last word and speaker of the cue at word `i`, or None where it is no cue.

    `spoken` is who spoke last in the sentence.
    """
    folded, v = cast.folded, cast.vocabulary
    word = folded[i]
    if word in ("according", "per", "citing", "quoting"):
        return _frame(cast, clause, i)
    if word in ("reportedly", "allegedly"):
        return Cue("frame", i, i, None)
    before = folded[i - 1] if i > clause.first else ""
    after = folded[i + 1] if i + 1 < clause.last else ""
    if _tells_nothing(cast, clause, i, before, after):
        return None
    if word in v.paper and not (word in v.noun and is_verb(cast, clause, i, before, after)):
        return _paper(cast, clause, i, after) or (
            _nominal(cast, clause, i, before, after) if word in v.nominal else None
        )
    if word in _SEEMS:
        return Cue("stance", i, i, None) if after in ("to", "that", "like", "as") else None
    if word in v.noun and not is_verb(cast, clause, i, before, after):
        return _nominal(cast, clause, i, before, after) if word in v.nominal else None
    if word in v.nominal and word not in v.speech and word not in v.act and word not in v.stance:
        return _nominal(cast, clause, i, before, after)
    kind: CueKind = (
        "speech" if word in v.speech else "act" if word in v.act else "stance" if word in v.stance else "show"
    )
    led_by_be = _led_by_be(cast, clause, i)
    if (got := _passive(cast, clause, i, kind, led_by_be)) is not None or led_by_be:
        return got
    gap_before = cast.gap(i - 1) if i > clause.first else ""
    if "," in gap_before or '"' in gap_before or "”" in gap_before:
        named = gap_before.strip() == "," and cast.name_at(i - 1) == "person" and _set_apart(cast, clause, i - 1)
        if not named and (speaker := _inverted(cast, clause, i, kind)):
            return Cue(kind, i, i, speaker)
    speaker = cast.before(clause, i)
    if before in _HEARSAY and speaker is not None:
        return Cue(kind, i, i, speaker._replace(source_class="none"))
    if word.endswith("ing"):
        return _participle(cast, clause, i, kind, speaker, spoken)
    if word in ("continued", "continues") and not (beside_marks(gap_before) or beside_marks(cast.gap(i))):
        return None
    if speaker is None and before in ("and", "but") and kind in ("speech", "act") and after not in v.noun:
        speaker = spoken or cast.opening(clause)
    if speaker is None:
        return Cue(kind, i, i, spoken) if kind == "speech" and word in ("said", "says", "told", "wrote") else None
    return _spoken_by(cast, clause, i, kind, speaker)


def _tells_nothing(cast: Cast, clause: CueSentence, i: int, before: str, after: str) -> bool:
    """The word is no verb of anybody's here: ``to say``, ``a planned vote``, ``backs away``, a part of a name."""
    word, folded = cast.folded[i], cast.folded
    if before.endswith("ly") and i - 2 >= clause.first and folded[i - 2] == "to":
        return True
    if before == "to" or cast.gap(i)[:1] == "-" or (before and cast.capital(i)):
        return True
    quality = before in _QUALITIES or (before.endswith("'s") and before not in cast.vocabulary.skip)
    if quality and word.endswith("ed") and word != "alleged":
        return True
    if word in _BACKS and after in _AWAY:
        return True
    return word == "referred" and folded[i + 1 : i + 3] == ["to", "as"]


def _participle(
    cast: Cast, clause: CueSentence, i: int, kind: CueKind, speaker: Speaker | None, spoken: Speaker | None
) -> Cue | None:
    """``He left early, saying``: the speaker is the subject of the sentence."""
    word = cast.folded[i]
    before = cast.folded[i - 1] if i > clause.first else ""
    after = cast.folded[i + 1] if i + 1 < clause.last else ""
    if kind == "stance" and before in _BE and after in ("to", "that"):
        return Cue(kind, i, i, speaker) if speaker and speaker.source_class != "none" else None
    if kind not in ("speech", "act"):
        return None
    led = i > clause.first and "," in cast.gap(i - 1)
    led = led or before in _BE or before in ("while", "as", "when", "after", "before")
    if not (led or after in _OPENS_CONTENT) or (word == "adding" and after == "to"):
        return None
    if not beside_marks(cast.gap(i)):
        if word in _INFERRED and spoken is None and after != "that":
            return None
        if word in _DEEDS and after not in _SAYS_THAT:
            return None
    return Cue(kind, i, i, spoken or speaker)


def _spoken_by(cast: Cast, clause: CueSentence, i: int, kind: CueKind, speaker: Speaker) -> Cue | None:
    """The cue with its speaker, whose class depends on what is said; None where such a one cannot say it."""
    word = cast.folded[i]
    after = cast.folded[i + 1] if i + 1 < clause.last else ""
    if word in _THINGS_DO and _is_thing(cast, clause, speaker):
        return None
    if kind == "show" and not (speaker.document or (speaker.named and tells(cast, clause, i, after))):
        return None
    if speaker.source_class == "none":
        if kind == "stance":
            return None
        if word in _SAID and not speaker.pronoun and speaker.head not in ("which", "that") and speaker.definite:
            speaker = speaker._replace(source_class="person")
    elif speaker.head == "it" and cast.last_body is None and word not in _SAID_BY_BODIES:
        speaker = speaker._replace(source_class="none")
    elif (
        kind in ("act", "stance")
        and speaker.source_class == "anonymous"
        and speaker.head in _DIFFUSE
        and not cast.article.folded.startswith(_COUNTED_OUT, speaker.span.start)
    ):
        speaker = speaker._replace(source_class="generic")
    return Cue(kind, i, i, speaker)


def _is_thing(cast: Cast, clause: CueSentence, speaker: Speaker) -> bool:
    """``Her success``, ``The partnership with Vantor``: the subject is a matter, whoever is named in it."""
    if speaker.document or speaker.pronoun:
        return False
    if speaker.head in word_list("abstractions"):
        return True
    first = cast.article.words.at(speaker.span.start)
    if first == clause.first or cast.folded[first - 1] not in PREPOSITIONS:
        return False
    return cast.vocabulary.document.isdisjoint(cast.folded[max(clause.first, first - _FAR) : first])


def _set_apart(cast: Cast, clause: CueSentence, i: int) -> bool:
    """The name that ends with word `i` stands between commas, behind its office: ``The director, Ana Ruiz, said``."""
    while i > clause.first and cast.gap(i - 1) in (" ", "-") and cast.name_at(i - 1) == "person":
        i -= 1
    return i > clause.first and cast.gap(i - 1).strip() == ","


def _paper(cast: Cast, clause: CueSentence, i: int, after: str) -> Cue | None:
    """``in a survey by Vantor``, ``data from the ministry``, ``in an interview with the paper``."""
    folded = cast.folded
    if after in ("from", "by", "of") and i + 2 < clause.last:
        speaker = cast.after(clause, i + 2)
        if (
            speaker is not None
            and speaker.named
            and speaker.source_class in SOURCED
            and not (after == "of" and folded[i] not in ("survey", "poll", "analysis", "review"))
        ):
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
    if folded[j] not in _IN or (j == i - 1 and not folded[i].endswith("s")):
        return None
    opening = folded[j + 1]
    if opening not in _OPENS_PAPER and not opening.endswith("'s") and folded[min(j + 2, i)] != "s":
        return None  # "in AI research" is a field
    speaker = cast.classified(j + 1, i, clause.first)
    if speaker.named and speaker.source_class in SOURCED:
        return Cue("frame", j, i, speaker)
    if folded[i] in ("interview", "statement", "speech", "testimony", "tweet", "filing") and folded[j] in ("in", "on"):
        return Cue("frame", j, i, cast.last)
    return None


def _frame(cast: Cast, clause: CueSentence, i: int) -> Cue | None:
    word = cast.folded[i]
    start = i + 1
    if word == "according":
        if start >= clause.last or cast.folded[start] != "to":
            return None
        start += 1
    speaker = cast.after(clause, start)
    if word == "per" and not (speaker and speaker.named):
        return None
    return Cue("frame", i, start - 1, speaker)


def _led_by_be(cast: Cast, clause: CueSentence, i: int) -> bool:
    """``was criticised``, ``is widely believed``: a participle whose subject is not the speaker."""
    folded = cast.folded
    if folded[i].endswith(("ing", "s")):
        return False
    j = i - 1
    while j > clause.first and (folded[j].endswith("ly") or folded[j] in ("also", "now", "often", "still")):
        j -= 1
    return j >= clause.first and folded[j] in _BE


def _passive(cast: Cast, clause: CueSentence, i: int, kind: CueKind, led_by_be: bool) -> Cue | None:
    """``was criticised by unions``, ``it is believed that``."""
    folded = cast.folded
    word = folded[i]
    if word.endswith(("ing", "s")):
        return None
    following = folded[i + 1 : min(i + 4, clause.last)]
    if "by" in following and (led_by_be or kind != "stance"):
        k = i + 1 + following.index("by")
        if all(_PAUSES.isdisjoint(cast.gap(j)) for j in range(i, k - 1)):
            return Cue(kind, i, k, cast.after(clause, k + 1))
    if led_by_be and (kind == "speech" or word in _HELD):
        return Cue(kind, i, i, None)
    return None


def _inverted(cast: Cast, clause: CueSentence, i: int, kind: CueKind) -> Speaker | None:
    """``said Ruiz``: the subject follows, as it may after a quotation or a comma."""
    if kind not in ("speech", "act") or i + 1 >= clause.last:
        return None
    if not _STOPS.isdisjoint(cast.gap(i)):
        return None
    word = cast.folded[i]
    if word.endswith("ing") or word in ("told", "tell", "tells"):
        return None
    v = cast.vocabulary
    after = cast.folded[i + 1]
    if after in v.pronoun and i + 2 < clause.last and _STOPS.isdisjoint(cast.gap(i + 1)):
        return None  # "Ruiz, who lives there, said she would stay"
    if cast.capital(i + 1) or after in v.role or after in v.generic or after in v.institution:
        return cast.after(clause, i + 1)
    if after in ("the", "a", "an", "one", "two", "his", "her", "its", "their", "some", "many"):
        speaker = cast.after(clause, i + 1)
        known = speaker is not None and (
            speaker.head in v.role or speaker.head in v.generic or speaker.head in v.institution
            or speaker.head in v.witness or speaker.head in v.document
        )  # fmt: skip
        return speaker if known else None
    return None


def _nominal(cast: Cast, clause: CueSentence, i: int, before: str, after: str) -> Cue | None:
    """``her claim that``, ``the statement by the union``."""
    folded = cast.folded
    word = folded[i]
    owned = before in ("his", "her", "their", "its") or before.endswith("'s") or before == "s"
    if (after == "by" or (after == "from" and word not in ("demand", "demands", "promises"))) and i + 2 < clause.last:
        speaker = cast.after(clause, i + 2)
        if speaker is not None and (speaker.named or speaker.source_class in SOURCED):
            return Cue("nominal", i, i + 1, speaker)
    if owned and after in ("that", "to", "of", "about", "on", "for", "in"):
        if before in ("his", "her", "their", "its"):
            pronoun = {"his": "he", "her": "she", "their": "they", "its": "it"}[before]
            referred = cast.last_person if pronoun in ("he", "she") else cast.last
            if referred is None:
                return None
            place = Span(cast.starts[i - 1], cast.ends[i - 1])
            return Cue("nominal", i, i, Speaker(place, referred.source_class, pronoun, True, pronoun=True))
        speaker = cast.before(clause, i)
        return Cue("nominal", i, i, speaker) if speaker else None
    if (
        after == "that"
        and i + 2 < clause.last
        and before in ("the", "a", "no", "any", "of", "with", "despite", "raised")
    ):
        return Cue("nominal", i, i, None)
    return None
