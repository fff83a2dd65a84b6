"""Whether a word of reporting is a cue here, and who speaks.

A word that is as often a noun must have a subject before it; a participle after "was" asks for "by"; behind a quotation
the subject may follow the verb.
"""

from __future__ import annotations

from newslint.data import word_list
from newslint.facts import cue_frames, subjects
from newslint.facts.cue_frames import Candidate, Cue, CueKind
from newslint.facts.cue_senses import COURTS, LEADS_PASSIVE, OPENS_CONTENT, SENSES
from newslint.facts.cues import CueSentence
from newslint.facts.reading import PREPOSITIONS, beside_marks, closing_paper, is_verb, tells
from newslint.facts.speakers import Cast, Speaker
from newslint.text.closed_classes import ARTICLES, POSSESSIVES

_SAID = frozenset(
    "said says say told tells added adds explained recalled replied wrote asked insisted testified posted "
    "tweeted".split()
)
_SAID_BY_BODIES = _SAID | frozenset(
    "announced expects expected plans warned reported estimates confirmed denied".split()
)
_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
_HELD = frozenset("expected believed thought known considered asked seen regarded viewed".split())
_HELD_TO = frozenset("believed thought known considered".split())
_TOLD_OF = frozenset("said reported alleged rumoured rumored".split())
_BEING = frozenset("be have amount stand hold contain include weigh cost date run number total".split())
"""Behind "to": what a thing is said to be or to have."""
_ONCE = frozenset("once widely long generally commonly".split())
_ALSO = frozenset("also even now often still later long already".split())
_REMAINS = frozenset("remain remains remained".split())
"""Before them, another form of "be": ``remains highly regarded``."""
_DIFFUSE = frozenset("residents neighbours neighbors participants villagers voters".split())
"""Who tells what they have seen as witnesses, and what they think as a crowd."""
_PAUSES = frozenset(",;:")
_THINGS_DO = frozenset(
    "highlight highlights highlighted suggest suggests suggested signal signals signalled signaled indicate indicates "
    "indicated reveal reveals revealed underline underlines underlined imply implies implied echo echoes echoed".split()
)
"""What things do as often as people: ``Her success suggests``."""
_DEEDS = frozenset("boasting claiming concluding confirming maintaining observing projecting recording".split())
"""Behind a comma, done as often as said: ``claiming three wickets``."""
_INFERRED = frozenset(
    "highlighting suggesting signalling signaling indicating revealing underlining implying echoing proving".split()
)
"""Behind a comma, what the deed shows as often as what somebody says."""
_QUALITIES = ARTICLES | POSSESSIVES | {"this", "these", "those", "no", "any", "some"}
"""Words behind which a participle is an adjective: ``a planned vote``."""
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly apparently".split())
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
        return cue_frames.frame(cast, clause, i)
    if word in ("reportedly", "allegedly"):
        return Cue("frame", i, i, None)
    before = folded[i - 1] if i > clause.first else ""
    after = folded[i + 1] if i + 1 < clause.last else ""
    at = Candidate(cast, clause, i, word, before, after)
    if _tells_nothing(at):
        return None
    if word in v.paper and not (word in v.noun and is_verb(cast, clause, i)):
        return cue_frames.paper(at) or (cue_frames.nominal(at) if word in v.nominal else None)
    if word in _SEEMS:
        return Cue("stance", i, i, None) if after in ("to", "that", "like", "as") else None
    if word in v.noun and not is_verb(cast, clause, i):
        return cue_frames.nominal(at) if word in v.nominal else None
    if word in v.speech:
        return _verb(at, "speech", spoken)
    if word in v.act:
        return _verb(at, "act", spoken)
    if word in v.stance:
        return _verb(at, "stance", spoken)
    return cue_frames.nominal(at) if word in v.nominal else _verb(at, "show", spoken)


def _tells_nothing(at: Candidate) -> bool:
    """The word is no verb of anybody's here: ``to say``, ``a planned vote``, ``backs away``, a part of a name."""
    cast, clause, i, word, before, _ = at
    if before.endswith("ly") and i - 2 >= clause.first and cast.folded[i - 2] == "to":
        return True
    if (before == "to" and not _went_on(cast.folded, i)) or cast.gap(i)[:1] == "-" or (before and cast.capital(i)):
        return True
    quality = before in _QUALITIES or (before.endswith("'s") and before not in cast.vocabulary.skip)
    if quality and word.endswith("ed") and (word != "alleged" or before.endswith("'s")):
        return True
    is_meant = SENSES.get(word)
    return is_meant is not None and is_meant(at)


def _verb(at: Candidate, kind: CueKind, spoken: Speaker | None) -> Cue | None:
    """The cue of a verb, by its voice and place: in the passive, before its subject, or behind it."""
    cast, clause, i, word, before, after = at
    led_by_be = _led_by_be(at)
    passive = _passive(at, kind, led_by_be)
    if passive is not None or led_by_be:
        return passive
    gap = cast.gap(i - 1) if i > clause.first else ""
    if kind in ("speech", "act") and ("," in gap or '"' in gap or "”" in gap):
        named = gap.strip() == "," and cast.name_at(i - 1) == "person" and _set_apart(at)
        if not named and (speaker := subjects.inverted(cast, clause, i)):
            return Cue(kind, i, i, speaker)
    paper = closing_paper(cast, clause, i)
    subject = subjects.before(cast, clause, paper + 1 if paper >= 0 else i - 3 if _went_on(cast.folded, i) else i)
    if subject is not None and 0 <= paper < i - 1:
        subject = subject._replace(source_class="organisation")  # "accounts filed with the registry"
    if before in _HEARSAY and subject is not None:
        return Cue(kind, i, i, subject._replace(source_class="none"))
    if word.endswith("ing"):
        return _participle(at, kind, subject, spoken)
    if word in ("continued", "continues") and not (beside_marks(gap) or beside_marks(cast.gap(i))):
        return None
    if subject is None and before in ("and", "but") and kind in ("speech", "act") and after not in cast.vocabulary.noun:
        subject = spoken or subjects.opening(cast, clause)
    if subject is None:
        return Cue(kind, i, i, spoken) if kind == "speech" and word in ("said", "says", "told", "wrote") else None
    return _spoken_by(at, kind, subject)


def _went_on(folded: list[str], i: int) -> bool:
    """``She went on to explain``."""
    return folded[i - 1] == "to" and folded[i - 3 : i - 1] in (["went", "on"], ["goes", "on"])


def _led_by_be(at: Candidate) -> bool:
    """``was criticised``, ``is widely believed``: a participle whose subject is not the speaker."""
    if at.word.endswith(("ing", "s")):
        return False
    cast, folded, j, first = at.cast, at.cast.folded, at.i - 1, at.clause.first
    if at.word in _HELD and (at.before in _ONCE or (at.after == "to" and at.word in _HELD_TO)):
        return True  # "Holm, once considered safe", "both believed to be safe"
    told_of = at.word in _TOLD_OF and at.after == "to" and not _BEING.isdisjoint(folded[at.i + 2 : at.i + 3])
    if told_of and at.before not in cast.vocabulary.pronoun and not cast.capital(j):
        return True  # "The mine, said to hold coal"
    while j > first and (folded[j].endswith("ly") or folded[j] in _ALSO):
        j -= 1
    return j >= first and (folded[j] in LEADS_PASSIVE or (at.word in _HELD and folded[j] in _REMAINS))


def _passive(at: Candidate, kind: CueKind, led_by_be: bool) -> Cue | None:
    """``was criticised by unions``, ``it is believed that``."""
    cast, clause, i, word, _, _ = at
    if word.endswith(("ing", "s")):
        return None
    following = cast.folded[i + 1 : min(i + 4, clause.last)]
    if "by" in following and (led_by_be or kind != "stance"):
        k = i + 1 + following.index("by")
        if all(_PAUSES.isdisjoint(cast.gap(j)) for j in range(i, k - 1)):
            return Cue(kind, i, k, subjects.after(cast, clause, k + 1))
    if led_by_be and word == "told" and i - 2 >= clause.first and cast.folded[i - 2] in COURTS:
        return Cue(kind, i, i, subjects.before(cast, clause, i - 1))
    if led_by_be and (kind == "speech" or word in _HELD):
        return Cue(kind, i, i, None)
    return None


def _set_apart(at: Candidate) -> bool:
    """The name before the verb stands between commas, behind its office: ``The director, Ana Ruiz, said``."""
    cast, first, i = at.cast, at.clause.first, at.i - 1
    while i > first and cast.gap(i - 1) in (" ", "-") and cast.name_at(i - 1) == "person":
        i -= 1
    return i > first and cast.gap(i - 1).strip() == ","


def _participle(at: Candidate, kind: CueKind, subject: Speaker | None, spoken: Speaker | None) -> Cue | None:
    """``He left early, saying``: the speaker is the subject of the sentence."""
    cast, clause, i, word, before, after = at
    if kind == "stance":  # "is hoping to"
        believes = subject and subject.source_class != "none" and before in LEADS_PASSIVE and after in ("to", "that")
        return Cue(kind, i, i, subject) if believes else None
    led = before in LEADS_PASSIVE or before in ("while", "as", "when", "after", "before")
    comma = i > clause.first and "," in cast.gap(i - 1)
    led = led or comma
    if kind == "show" or not (led or after in OPENS_CONTENT) or (word == "adding" and after == "to"):
        return None
    if not beside_marks(cast.gap(i)):
        if word in _INFERRED and spoken is None and after != "that":
            return None
        if word in _DEEDS and after not in _SAYS_THAT:
            return None
    if led and kind == "speech" and (subject is None or comma):
        subject = subjects.opening(cast, clause) or subject  # ", insisting" is not said by the noun before the comma
    return Cue(kind, i, i, spoken or subject)


def _spoken_by(at: Candidate, kind: CueKind, speaker: Speaker) -> Cue | None:
    """The cue with its speaker, whose class depends on what is said; None where such a one cannot say it."""
    cast, clause, i, word, _, after = at
    if word in _THINGS_DO and _is_thing(cast, clause, speaker):
        return None
    if kind == "show" and not (speaker.document or (speaker.named and tells(cast, clause, i, after))):
        return None
    if speaker.source_class == "none":
        if kind == "stance":
            return None
        if word in _SAID and not speaker.pronoun and speaker.definite:
            speaker = speaker._replace(source_class="person")
    elif speaker.head == "it" and cast.last_body is None and word not in _SAID_BY_BODIES:
        speaker = speaker._replace(source_class="none")
    elif kind in ("act", "stance") and speaker.source_class == "anonymous" and speaker.head in _DIFFUSE:
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
