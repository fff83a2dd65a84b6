"""Who speaks: the noun phrase beside a cue, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_right

from newslint.article import Article
from newslint.facts.cues import CueSentence
from newslint.facts.reading import ASIDE, BREAKS, DEFINITE, INDEFINITE, PREPOSITIONS, Reading
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Literal

SourceClass = Literal["person", "organisation", "anonymous", "generic", "none"]
"""S1 named person, S2 named organisation or document, S3 anonymous with basis, S4 generic group, S5 nobody."""

SOURCED: frozenset[SourceClass] = frozenset(("person", "organisation", "anonymous"))
"""Classes that a reader can call, or whose basis the reader knows: S1, S2 and S3."""

_OF_A_BODY = frozenset("of for at from with inside within".split())
_PARTICLES = frozenset("de van von der den al el bin ibn la le di da du dos del ter ten mac st abu".split())
_SMALL = frozenset("of the and for in on de la".split())
_FIRM = frozenset(
    "inc corp co ltd plc llc group bank university institute agency department ministry court council commission party "
    "association foundation center centre institution company times post journal news press reuters committee "
    "federation union authority office service services police house street college school hospital bureau board "
    "society council fund partners capital holdings technologies systems airlines motors media network research "
    "reserve congress senate parliament".split()
)
_LOOSE_BODIES = frozenset(
    "firms companies groups unions authorities organisations organizations officers insurers banks".split()
)
"""Plurals that name no body until the text does."""
_OFFICE_HOLDERS = frozenset("officials official leaders lawmakers politicians executives aides diplomats".split())
_STUDIES = frozenset("study paper journal research report survey trial".split())
"""Words for one another: a journal was named, and then "the paper says"."""
_FIELDS = frozenset("ai iot it ar vr tech nfl nba fifa uefa".split())
"""Fields and leagues, whose experts belong to nobody."""
CAMPS = frozenset(
    "supporter supporters opponent opponents critic critics proponent proponents detractor detractors defender "
    "defenders backer backers fan fans follower followers admirer admirers skeptics sceptics rivals observers "
    "advocates enthusiasts".split()
)
"""Whose name behind "of" is that of another: ``Critics of Holm Bank say``."""
_PARTS = frozenset(';:"“”»')
"""Marks that part a verb from what stands before it."""
_ASIDE_ENDS = frozenset(';"“”»')
_ENDS_PHRASE = frozenset(',;:"“”»—()–')
_STOPS = frozenset(".!?")
_FARTHEST = 14
"""Words of a subject at most."""


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


class Cast(Reading):
    """Whoever spoke last, for finding the subject of one cue after another."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self._person_starts = [n.span.start for n in self.names if n.kind == "person"]
        self._body_starts = [n.span.start for n in self.names if n.kind == "organisation"]
        self.last_person: Speaker | None = None
        self.last_body: Speaker | None = None
        self.last: Speaker | None = None

    # -- subjects --------------------------------------------------------------------------------------------------

    def before(self, clause: CueSentence, cue: int) -> Speaker | None:
        """The subject to the left of a verb."""
        folded, skip = self.folded, self.vocabulary.skip
        j = cue - 1
        first = clause.first
        while j >= first and (folded[j] in skip or folded[j] in ASIDE or self._adverb(j, first)):
            j -= 1
        if j < first:
            return None
        gap = self.gap(j)
        if not _PARTS.isdisjoint(gap):
            return None
        if folded[j] in ("who", "which") and j > first:
            return self._noun_phrase(first, j - 1)
        if "," in gap or ")" in gap or "—" in gap or " - " in gap or " – " in gap:
            return self._past_aside(first, j)
        nearest = self._noun_phrase(first, j)
        if nearest is None or nearest.source_class in ("none", "generic"):
            return self._with_relative_clause(first, j) or nearest
        return nearest

    def _with_relative_clause(self, first: int, j: int) -> Speaker | None:
        """The plural before a relative clause that ends with word `j`: ``Farmers who adopt these tools report``."""
        for i in range(j - 1, max(first, j - _FARTHEST), -1):
            if not _ENDS_PHRASE.isdisjoint(self.gap(i)):
                return None
            if self.folded[i] == "who":
                return self._noun_phrase(first, i - 1) if self.folded[i - 1].endswith(("s", "people")) else None
        return None

    def opening(self, clause: CueSentence) -> Speaker | None:
        """The subject that a sentence opens with, for its second verb: ``He praised the plan and mocked``."""
        first = clause.first
        if self.folded[first] in ("he", "she", "they"):
            return self._referred(first)
        k = bisect_right(self.name_starts, self.starts[first]) - 1
        if k < 0 or self.names[k].span.start != self.starts[first]:
            return None
        last = first
        while last + 1 < clause.last and self.starts[last + 1] < self.names[k].span.end:
            last += 1
        return self.classified(first, last, first)

    def _adverb(self, i: int, first: int) -> bool:
        opens = i == first and not self.name_at(i)
        return self.folded[i].endswith("ly") and len(self.folded[i]) > 4 and (opens or not self.capital(i))

    def _past_aside(self, first: int, j: int) -> Speaker | None:
        """The noun before an apposition or a relative clause: ``Lin, an analyst at Berg, said``."""
        nearest = self._noun_phrase(first, j)
        if nearest and nearest.named and nearest.source_class == "person" and self.name_at(j) == "person":
            return nearest  # "Norva's head of research, Nick Berg, said"
        whole = nearest and self.text[max(0, nearest.span.start - 2) : nearest.span.start] == ", "
        best: Speaker | None = None
        commas = 0
        i = j - 1
        while i >= first and j - i < 40 and commas < 4:
            gap = self.gap(i)
            if not _ASIDE_ENDS.isdisjoint(gap):
                break
            if "," in gap or "(" in gap or "—" in gap or " - " in gap or " – " in gap:
                commas += 1
                found = self._noun_phrase(first, i)
                if found and found.named and found.source_class == "person":
                    return found
                if found and (best is None or (found.named and not best.named)):
                    best = found
            i -= 1
        if whole and best and not best.named and self.name_at(j) == "organisation":
            return nearest  # "The operator, Ridgeline Buses, said"
        return best or nearest

    def _noun_phrase(self, first: int, hi: int) -> Speaker | None:
        """The noun phrase that ends with word `hi`."""
        folded, v = self.folded, self.vocabulary
        if folded[hi] in v.pronoun:
            return self._referred(hi)
        if folded[hi] in PREPOSITIONS or folded[hi] in BREAKS:
            return None
        lo = hi
        proper = self.proper(hi, first)
        while lo > first and hi - lo < _FARTHEST:
            gap = self.gap(lo - 1)
            number = gap == "," and folded[lo].isdecimal() and folded[lo - 1].isdecimal()
            if not number and not _ENDS_PHRASE.isdisjoint(gap):
                break
            word = folded[lo - 1]
            if word in BREAKS:
                both = word in ("and", "or") and lo - 2 >= first and self.capital(lo - 2) == self.capital(lo)
                if not (both and proper):
                    break
            elif (
                word in v.pronoun
                or (word in v.speech and word not in v.noun)
                or (proper and not self.capital(lo - 1) and not self._leads_name(lo - 1, first))
            ):
                break
            lo -= 1
        while lo < hi and (folded[lo] in PREPOSITIONS or folded[lo] in v.skip or folded[lo] in ("and", "or")):
            lo += 1
        return self.classified(lo, hi, first)

    def _leads_name(self, i: int, first: int) -> bool:
        """A lower-case word that may stand inside or before a name: ``van``, ``chief executive``, ``spokesman for``."""
        word, v = self.folded[i], self.vocabulary
        if word in _PARTICLES or word in _SMALL or word in v.role or word in v.institution or word in v.generic:
            return True
        if word in v.document or word in v.witness:
            return True
        return word in _OF_A_BODY or word in DEFINITE or word in ("a", "an", "former", "s", "vice", "deputy", "senior")

    def after(self, clause: CueSentence, i: int, most: int = 16) -> Speaker | None:
        """The noun phrase that begins with word `i`."""
        folded, v, last = self.folded, self.vocabulary, clause.last
        if i >= last:
            return None
        if folded[i] in v.pronoun:
            return self._referred(i)
        if folded[i] in BREAKS or folded[i] in ("to", "if", "why", "how", "what"):
            return None
        hi = i
        while hi + 1 < last and hi - i < most:
            gap = self.gap(hi)
            if not (_ENDS_PHRASE.isdisjoint(gap) and _STOPS.isdisjoint(gap)):
                break
            word = folded[hi + 1]
            if word in BREAKS and not (word == "and" and hi + 2 < last and self.capital(hi) and self.capital(hi + 2)):
                break
            if word in v.skip or (word in ("who", "which", "on", "during", "after", "in") and self.capital(hi)):
                break
            hi += 1
        return self.classified(i, hi, clause.first)

    # -- classes ---------------------------------------------------------------------------------------------------

    def _referred(self, i: int) -> Speaker | None:
        """Whoever a pronoun stands for."""
        word = self.folded[i]
        span = Span(self.starts[i], self.ends[i])
        if word in ("he", "she"):
            k = bisect_right(self._person_starts, span.start) - 1
            if self.last_person or k >= 0:
                return Speaker(span, "person", word, True, pronoun=True)
            return Speaker(span, "none", word, False, pronoun=True)
        if word == "they":
            source_class = self.last.source_class if self.last else "none"
            return Speaker(span, source_class, word, False, pronoun=True)
        if word == "it":
            named = self._body_starts and self._body_starts[0] < span.start
            source_class = self.last_body.source_class if self.last_body else "organisation" if named else "none"
            return Speaker(span, source_class, word, False, pronoun=True)
        return Speaker(span, "none", word, False, pronoun=True)

    def classified(self, lo: int, hi: int, first: int) -> Speaker:
        """The noun phrase of words `lo` to `hi` with its class. The first that fits decides: a name, a document, a
        group, a witness, an institution, a role, a name beside the head, a thing."""
        folded, v = self.folded, self.vocabulary
        head = self._head_of(lo, hi)
        span = Span(self.starts[lo], self.ends[hi])
        word = folded[head].removesuffix("'s")
        text, starts = self.text, self.starts
        proper = [
            i for i in range(lo, hi + 1) if (text[starts[i]].isupper() or "." in folded[i]) and self.proper(i, first)
        ]
        if lo == hi == first and not proper and self.alone_a_name(word):
            proper = [lo]
        opening = folded[lo]

        def made(source_class: SourceClass, document: bool = False) -> Speaker:
            return Speaker(span, source_class, word, bool(proper), document)

        if head in proper and word not in v.generic:
            return made(self._named_class(lo, head, first))
        if word in v.document:
            return made(self._document_class(word, lo, head, proper), True)
        if word in v.generic and not (word in v.role and opening in DEFINITE):
            return made(self._group_class(word, lo, head, hi, proper))
        if word in v.witness:
            return made("anonymous")
        indefinite = opening in INDEFINITE
        if word in v.institution:
            many = indefinite and opening not in ("a", "an", "one", "another")
            loose = word in _LOOSE_BODIES and opening not in DEFINITE
            return made("generic" if not proper and (many or loose) else "organisation")
        if word in v.role:
            if not indefinite:
                return made("person")
            return made("organisation" if proper or word.startswith("spokes") else "anonymous")
        if any(folded[i] not in _FIELDS for i in proper):
            return made("organisation")
        if opening in DEFINITE and not word.endswith("s"):
            return made("none")._replace(definite=True)
        return made("generic" if word.endswith("s") and not word.endswith("ss") else "none")

    def _head_of(self, lo: int, hi: int) -> int:
        """The head of a noun phrase: the word before its first preposition, but for one in a name."""
        folded, head = self.folded, hi
        for p in () if PREPOSITIONS.isdisjoint(folded[lo + 1 : hi + 1]) else range(lo + 1, hi + 1):
            if folded[p] in PREPOSITIONS and not (
                self.capital(p - 1) and p < hi and self.capital(p + 1) and self.capital(p)
            ):
                head = p - 1
                break
        return head - 1 if folded[head] == "s" and head > lo else head

    def _document_class(self, word: str, lo: int, head: int, proper: list[int]) -> SourceClass:
        """A paper speaks for a body where its owner is named or known; else it is nobody's."""
        opening = self.folded[lo]
        known = self.last_body or self.last_person
        owned = opening in ("his", "her", "its", "their") or opening.endswith("'s")
        told = known is not None or (
            opening not in ("these", "those")
            and (self.seen_before(head, lo) or (word in _STUDIES and self.any_before(_STUDIES, lo)))
        )
        definite = owned or (opening in DEFINITE and told)
        owner = any(self.folded[i] not in _FIELDS for i in proper)
        return "organisation" if owner or definite else "generic"

    def _group_class(self, word: str, lo: int, head: int, hi: int, proper: list[int]) -> SourceClass:
        """People in the plural speak for a body where it is said whose they are, and are anonymous where it is said
        how they know."""
        folded, v, opening = self.folded, self.vocabulary, self.folded[lo]
        if word not in CAMPS and any(
            any(folded[k] in _OF_A_BODY for k in range(head + 1, i + 1)) if i > head else self._anchors(i, word)
            for i in proper
        ):
            return "organisation"
        if proper and word in _OFFICE_HOLDERS and opening not in INDEFINITE:
            return "organisation"
        known = self.last_person or self.last_body
        if known and word not in CAMPS and opening in DEFINITE and opening not in ("those", "such"):
            return "organisation"
        told = word in v.witness or any(folded[k] in v.basis for k in range(head + 1, hi + 1))
        return "anonymous" if told else "generic"

    def _anchors(self, i: int, head: str) -> bool:
        """A name before the head tells whose people they are: ``Berg Bank analysts``, ``Graz officials``."""
        kind = self.name_at(i)
        return (kind == "organisation" and self.folded[i] not in _FIELDS) or (kind != "" and head in _OFFICE_HOLDERS)

    def _named_class(self, lo: int, head: int, first: int) -> SourceClass:
        kind = self.name_at(head)
        if kind == "person":
            return "person"
        if kind in ("organisation", "place"):
            return "organisation"
        folded = self.folded
        if (
            any(folded[i] in _FIRM for i in range(lo, head + 1))
            or self.text[self.starts[head] : self.ends[head]].isupper()
        ):
            return "organisation"
        if any(folded[i] in self.vocabulary.role or folded[i] in ("mr", "mrs", "ms", "dr") for i in range(lo, head)):
            return "person"
        run = sum(self.capital(i) and self.gap(i - 1) != "-" for i in range(lo, head + 1))  # Wal-Mart is one
        return "person" if run >= 2 else "organisation"

    def heard(self, speaker: Speaker) -> None:
        """Remember who spoke, for the pronouns that follow."""
        if speaker.pronoun:
            return
        self.last = speaker
        if speaker.source_class == "person" or speaker.head in self.vocabulary.role:
            self.last_person = speaker
        if speaker.source_class == "organisation":
            self.last_body = speaker
