"""Speakers: what kind of source a noun phrase is, and who spoke before, for the pronouns that follow."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts.reading import INDEFINITE, KNOWN, PREPOSITIONS, Reading
from newslint.named import NamedTuple
from newslint.text.closed_classes import FINITE_BE, HAVE
from newslint.text.span import Span, of_pair
from newslint.typed import Literal, Mapping

SourceClass = Literal["person", "organisation", "anonymous", "generic", "none"]
"""S1 named person, S2 named organisation or document, S3 anonymous with basis, S4 generic group, S5 nobody."""

IN_WORDS: Mapping[SourceClass, str] = {
    "person": "a person", "organisation": "a body", "anonymous": "somebody unnamed", "generic": "nobody in particular",
    "none": "nobody",
}  # fmt: skip
"""The same for people; machines get the names."""

SOURCED: frozenset[SourceClass] = frozenset(("person", "organisation", "anonymous"))
"""Classes that a reader can call, or whose basis the reader knows: S1, S2 and S3."""

OF_A_BODY = frozenset("of for at from with inside within".split())
_FIRM = frozenset(
    "inc corp co ltd plc llc group bank university institute agency department ministry court council commission party "
    "association foundation center centre institution company times post journal news press reuters committee "
    "federation union authority office service services police house street college school hospital bureau board "
    "society fund partners capital holdings technologies systems airlines motors media network research "
    "reserve congress senate parliament".split()
)
_LOOSE_BODIES = frozenset(
    "firms companies groups unions authorities organisations organizations officers insurers banks".split()
)
"""Plurals that name no body until the text does."""
CHIEF = frozenset("main major biggest largest leading various different".split())
"""Behind "the" they make no group more definite."""
_OFFICE_HOLDERS = frozenset("officials official leaders lawmakers politicians executives aides diplomats".split())
_STUDIES = frozenset("study paper journal research report survey trial".split())
"""Any of these may name again what another one named: first "a report in Tide Watch", then "the paper says"."""
_FINITE = FINITE_BE | HAVE | {"will", "would"}
_ENDS_HEAD = PREPOSITIONS.union(
    "around across throughout worldwide everywhere nationwide along outside beyond all".split()
)
"""Words behind the head: ``fans all around the world``."""
_WHOLES = frozenset("community public world industry market markets".split())
"""Crowds that "the" makes no more definite."""
_OF_THE = (["of", "the"], ["by", "the"], ["from", "the"])
_ANY = frozenset("a an one some several another".split())
_OFFICES = frozenset(
    "office ministry police government commission court council authority parliament parliamentary inspectorate "
    "regulator registry observatory tribunal secretariat department bureau prison coroner".split()
)
"""Bodies that a reader finds from the story's place, and their papers with them: ``court filings``, ``results of the
police``."""
_IT_SAID = (["said"], ["says"])
"""What makes a body of a thing with a name: ``Kupari Loop has opened a shop, it said``."""
_FIELDS = frozenset("ai iot it ar vr tech nfl nba nhl f1 fifa uefa lgbt lgbtq lgbti ngo hr pr esg ev ict fmcg".split())
"""Fields, kinds and leagues, whose experts belong to nobody."""
CAMPS = frozenset(
    "supporter supporters opponent opponents critic critics proponent proponents detractor detractors defender "
    "defenders backer backers fan fans follower followers admirer admirers skeptics sceptics rivals observers "
    "advocates enthusiasts".split()
)
"""Whose name behind "of" is that of another: ``Critics of Holm Bank say``."""

_SENT = frozenset(("observer", "observers", "monitor", "monitors"))
"""Who is sent by a body to watch a vote: ``observers from the Holm Union``."""
_SENT_BY = frozenset(("from", "with", "for"))
_ADVISERS = frozenset(
    "lawyers attorneys solicitors barristers counsel doctors physicians agents managers relatives parents "
    "advisers advisors".split()
)
"""Who can be rung up, as they are somebody's: ``according to his lawyers``."""
_LETTERS = frozenset("statement letter email memo note message release".split())
_CLAUSE = 8
"""Words behind "who" in which it is said how they know."""


class Speaker(NamedTuple):
    """A noun phrase that may be a source."""

    span: Span
    source_class: SourceClass
    head: str
    """Its chief word, folded."""
    named: bool
    """Holds a proper name."""
    document: bool = False
    pronoun: bool = False
    definite: bool = False
    """A noun that is known to be neither person, body nor document, with "the" or "his" before it."""


class _Phrase(NamedTuple):
    """A noun phrase: the indexes of its first, chief and last word, and of the first one of its sentence."""

    span: Span
    lo: int
    head: int
    hi: int
    first: int
    word: str
    """The chief word, folded; `opening`: the first one."""
    opening: str
    proper: list[int]
    """Words that are parts of names."""

    def speaks_as(self, source_class: SourceClass, document: bool = False) -> Speaker:
        return Speaker(self.span, source_class, self.word, bool(self.proper), document)


class Cast(Reading):
    """Whoever spoke so far, and the article for finding who speaks next."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        nowhere = len(self.text)
        self._first_person = next((name.span.start for name in self.names if name.kind == "person"), nowhere)
        self._first_body = next((name.span.start for name in self.names if name.kind == "organisation"), nowhere)
        self._first_thing = next((name.span.start for name in self.names if name.kind == "other"), nowhere)
        self.last_person: Speaker | None = None
        self.last_body: Speaker | None = None
        self.last: Speaker | None = None

    def heard(self, speaker: Speaker) -> None:
        """Remember who spoke, for the pronouns that follow."""
        if speaker.pronoun:
            return
        self.last = speaker
        if speaker.source_class == "person" or speaker.head in self.vocabulary.role:
            self.last_person = speaker
        if speaker.source_class == "organisation":
            self.last_body = speaker

    def referred(self, i: int) -> Speaker:
        """Whoever the pronoun that is word `i` stands for."""
        word, span = self.folded[i], of_pair((self.starts[i], self.ends[i]))
        source_class: SourceClass = "none"
        if word in ("he", "she"):
            source_class = "person" if self.last_person or self._first_person <= span.start else "none"
        elif word == "they" and self.last:
            source_class = self.last.source_class
        elif word == "it" and self.last_body:
            source_class = self.last_body.source_class
        elif word == "it" and (
            self._first_body < span.start or (self._first_thing < span.start and self.folded[i + 1 : i + 2] in _IT_SAID)
        ):
            source_class = "organisation"
        named = source_class == "person" and word in ("he", "she")
        return Speaker(span, source_class, word, named, pronoun=True)

    def classified(self, lo: int, hi: int, first: int) -> Speaker:
        """The noun phrase of words `lo` to `hi` with its class. The first that fits decides: a name, a document, a
        group, a witness, an institution, a role, a name beside the head, a thing."""
        phrase, v = self._phrase(lo, hi, first), self.vocabulary
        word, opening = phrase.word, phrase.opening
        if opening == "no":
            return phrase.speaks_as("none")  # "no group claimed it"
        if phrase.head in phrase.proper and word not in v.generic:
            return phrase.speaks_as(self._named_class(phrase))
        if word in v.document:
            return phrase.speaks_as(self._document_class(phrase), True)
        if word in v.generic and not (word in v.role and opening in KNOWN):
            return phrase.speaks_as(self._group_class(phrase))
        if word in v.witness:
            return phrase.speaks_as("anonymous")
        if word in v.institution:
            return self._body(phrase)
        if word in v.role:
            return phrase.speaks_as(self._role_class(phrase))
        if any(self.folded[i] not in _FIELDS for i in phrase.proper):
            return phrase.speaks_as("organisation")
        if opening in KNOWN and not word.endswith("s"):
            return phrase.speaks_as("none")._replace(definite=True)
        return phrase.speaks_as("generic" if word.endswith("s") and not word.endswith("ss") else "none")

    def _phrase(self, lo: int, hi: int, first: int) -> _Phrase:
        """The noun phrase of words `lo` to `hi`, without a verb of its own, in a sentence that begins at `first`."""
        folded, text, starts = self.folded, self.text, self.starts
        if not _FINITE.isdisjoint(folded[lo + 1 : hi]):
            hi = self._before_verb(lo, hi)
        head = self._head_of(lo, hi)
        word = folded[head].removesuffix("'s")
        proper = [
            i for i in range(lo, hi + 1) if (text[starts[i]].isupper() or "." in folded[i]) and self.proper(i, first)
        ]
        if lo == hi == first and not proper and self.alone_a_name(word):
            proper = [lo]
        return _Phrase(of_pair((starts[lo], self.ends[hi])), lo, head, hi, first, word, folded[lo], proper)

    def _body(self, phrase: _Phrase) -> Speaker:
        """A body speaks for itself, but not any body, nor a loose one without a name."""
        folded, (_, lo, head, _, first, word, opening, proper) = self.folded, phrase
        if "concerned" in folded[lo:head]:
            return phrase.speaks_as("generic")  # "the concerned ministry"
        many = opening in INDEFINITE and opening not in ("a", "an", "one", "another")
        loose = word in _LOOSE_BODIES and (opening not in KNOWN or not CHIEF.isdisjoint(folded[lo + 1 : head]))
        if loose and proper == [first] and self.name_at(first) == "other":
            proper = []  # "Human rights groups" have their capital from the sentence
        if loose:
            proper = [i for i in proper if folded[i] not in word_list("demonyms")]  # "Norvan opposition groups"
        anybody = not proper and (many or loose)
        return phrase._replace(proper=proper).speaks_as("generic" if anybody else "organisation")

    def _role_class(self, phrase: _Phrase) -> SourceClass:
        """Whoever holds an office is somebody, "an envoy of Norva" speaks for a body and "an envoy" is unnamed."""
        proper = phrase.proper
        if not proper and self._of_any(phrase.head, phrase.hi):
            return "none"
        if phrase.opening not in INDEFINITE:
            return "person"
        placed = any(self.folded[i] not in word_list("demonyms") for i in proper)  # "a European envoy" is of no body
        return "organisation" if placed or phrase.word.startswith("spokes") else "anonymous"

    def _of_any(self, head: int, hi: int) -> bool:
        """Whose somebody is nobody can tell: ``the director of one of the airports``, ``the owner of a shop``."""
        behind = self.folded[head + 1 : min(hi + 1, head + 3)]
        return len(behind) == 2 and behind[0] in OF_A_BODY and behind[1] in _ANY

    def _before_verb(self, lo: int, hi: int) -> int:
        """The last word of people before a verb of their own: ``Some drivers were wary of it, arguing``."""
        folded = self.folded
        for k in range(lo + 1, hi):
            if folded[k] in ("who", "which", "that", "whose"):
                break
            if folded[k] in _FINITE and not self.capital(k):
                who, v = folded[self._head_of(lo, k - 1)], self.vocabulary
                people = who in v.generic or who in v.witness or who in v.role or who in word_list("crowd-nouns")
                return k - 1 if people else hi
        return hi

    def _head_of(self, lo: int, hi: int) -> int:
        """The head of a noun phrase: the word before its first preposition, but for one in a name."""
        folded, head = self.folded, hi
        for p in () if _ENDS_HEAD.isdisjoint(folded[lo + 1 : hi + 1]) else range(lo + 1, hi + 1):
            if folded[p] in _ENDS_HEAD and not (self.capital(p - 1) and p < hi and self.capital(p)):
                head = p - 1
                break
        return head - 1 if folded[head] == "s" and head > lo else head

    def _document_class(self, phrase: _Phrase) -> SourceClass:
        """A paper speaks for a body where its owner is named or known, or can be found; else it is nobody's."""
        _, lo, head, hi, _, word, opening, proper = phrase
        known = self.last_body or self.last_person
        owned = opening in ("his", "her", "its", "their") or opening.endswith("'s") or self.folded[lo - 1] == "whose"
        told = known is not None or (
            opening not in ("these", "those")
            and (self.seen_before(head, lo) or (word in _STUDIES and self.any_before(_STUDIES, lo)))
        )
        definite = owned or (opening in KNOWN and told)
        owner = any(self.folded[i] not in _FIELDS for i in proper) or self.folded[head - 1] in _OFFICES
        owner = owner or (word in _LETTERS and known is not None and self._from_known(head))
        office = self.folded[head + 1 : head + 3] in _OF_THE and self.folded[hi] in _OFFICES  # "results of the court"
        return "organisation" if owner or definite or office else "generic"

    def _from_known(self, head: int) -> bool:
        """``a statement from the council's chief``, of a body told of before."""
        behind = self.folded[head + 1 : head + 3]
        return len(behind) == 2 and behind[0] in ("from", "by") and behind[1] in KNOWN

    def _group_class(self, phrase: _Phrase) -> SourceClass:
        """People in the plural speak for a body where it is said whose they are, and are anonymous where it is said
        how they know."""
        folded, v = self.folded, self.vocabulary
        _, _, head, hi, _, word, opening, proper = phrase
        links = OF_A_BODY if word not in CAMPS else _SENT_BY if word in _SENT else frozenset()
        if links and any(
            any(folded[k] in links for k in range(head + 1, i + 1)) if i > head else self._anchors(i, word)
            for i in proper
        ):
            return "organisation"
        if proper and word in _OFFICE_HOLDERS and opening not in INDEFINITE:
            return "organisation"
        known = (self.last_person or self.last_body) and word not in CAMPS and word not in _WHOLES
        if known and opening in KNOWN and opening not in ("those", "such"):
            return "organisation"
        if word in _ADVISERS and opening in ("his", "her", "their"):
            return "organisation"
        behind = folded[head + 1 : hi + (_CLAUSE if folded[hi] == "who" else 1)]  # "aides who have seen it"
        told = word in v.witness or not v.basis.isdisjoint(behind)
        return "anonymous" if told else "generic"

    def _anchors(self, i: int, head: str) -> bool:
        """A name before the head tells whose people they are: ``Berg Bank analysts``, ``Graz officials``."""
        kind = self.name_at(i)
        return (kind == "organisation" and self.folded[i] not in _FIELDS) or (kind != "" and head in _OFFICE_HOLDERS)

    def _named_class(self, phrase: _Phrase) -> SourceClass:
        """What the name is that is the head of the phrase, by its kind or by the words beside it."""
        _, lo, head, _, _, word, opening, _ = phrase
        kind = self.name_at(head)
        if opening in INDEFINITE and head == lo + 1 and word.endswith("s") and kind in ("", "other", "place"):
            return "generic"  # "Some Norvans"
        if kind == "person":
            return "person"
        if kind in ("organisation", "place"):
            return "organisation"
        said = self.folded[lo:head]
        if not _FIRM.isdisjoint((*said, self.folded[head])) or self.text[self.starts[head] : self.ends[head]].isupper():
            return "organisation"
        if not self.vocabulary.role.isdisjoint(said):
            return "person"
        run = sum(self.capital(i) and self.gap(i - 1) != "-" for i in range(lo, head + 1))  # Wal-Mart is one
        return "person" if run >= 2 else "organisation"
