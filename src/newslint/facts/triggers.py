"""Triggers: the words that make a sentence a claim."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.changes import figures_by_sentence
from newslint.facts.claim_cues import TRIGGERING, SentenceCues, cue_table
from newslint.lean import cache
from newslint.text.closed_classes import BE, MODALS
from newslint.text.span import Span
from newslint.typed import Literal

Trigger = Literal["figure", "rank", "effect", "forecast", "evaluation", "motive", "consensus", "general"]
"""What makes a sentence a claim; `general`: a general assertion in hollow copy."""


_MOST_FIGURES = 60
"""Figures of one sentence that are looked at."""
_FIGURES = frozenset(("money", "percent", "points", "multiple", "fraction", "rank"))
_DETERMINERS = frozenset(
    "the a an of its their his her this that these those in no any for with by some our your my to each every".split()
)
_BOUNDED = frozenset("the its his her their our world's country's nation's region's industry's europe's".split())
_CAUSING = frozenset(
    "causing leading resulting driving forcing sparking triggering igniting threatening undermining devastating "
    "crippling disrupting fuelling fueling spurring worsening eroding damaging harming paving propelling".split()
)
"""Tails that tell an effect; others praise (", enhancing the journey"), as another rule says."""
_FIXTURES = frozenset(("face", "play"))
"""What teams will do on a day that is known."""
_GOES_ON = frozenset("in as at with his her their until through on".split())
"""Behind "will continue", which then forecasts no effect: ``will continue in office``, ``will continue until May``."""
_NEVER_FIRST = frozenset(
    "quarter half name names lady floor time day week month year few two three minister aid responders responder "
    "person glance instance thing things of came met and place round leg edition".split()
)
_NEVER_BEST = frozenset("known practice practices interest interests man friend".split())
_ADVERBS = frozenset("also now not be have then soon even only still again always never likely well further".split())
_SUBJECTS = frozenset("i we you i'll we'll you'll who let us".split())
_STIRRED = frozenset(
    "grow grows growing grew mount mounts mounting mounted raise raises raised raising remain remains rising "
    "widespread spark sparked sparking heated ongoing persist persists linger swirl continue continues ignite igniting "
    "ignited intensify intensified fuelled fueled".split()
)
"""Beside a concern or a debate they tell what many feel: ``growing concern``, ``the debate continues``."""
_ABOUT = frozenset("surrounding over about around among".split())
"""Behind a concern or a debate they do so, too: ``concern among farmers``."""
_THOUGHT = frozenset(
    "regarded seen considered believed viewed known acclaimed praised recognised recognized expected hailed".split()
)
"""Behind "widely": ``widely seen as``."""
_ALSO_NOUNS = frozenset("drive impact benefit fuel influence shift damage harm trigger shape ripple cause spur".split())
"""Verbs of effect that are as often nouns, and none behind a singular: ``the impact``, ``its drive``."""
_ALSO_PLURALS = frozenset(
    "drives impacts benefits fuels influences shifts harms triggers shapes ripples causes spurs".split()
)
"""The same words in -s, which are verbs before an object: ``benefits the town``, and not ``benefits for all``."""
_BEFALLEN = frozenset("damaged disrupted harmed threatened devastated crippled".split())
_WAS = BE | {"badly", "severely", "slightly", "partly"}
"""Before them they tell what happened to a thing, and no effect of another: ``was badly damaged``."""
_ROADS = frozenset("for to into off away home through past along from around across back at on by".split())
"""Behind who sits at the wheel: ``drove for 30 miles``."""
_UNKNOWN = frozenset("circumstances events factors cause causes reasons what motive chain".split())
"""What led to something, where that is asked: ``the circumstances that led to the fire``."""
_ABSTRACT = frozenset("commitment determination unwavering".split())
_HELD_IN = frozenset("st prison jail hospital custody trial a an".split())
"""Where somebody is committed to by a court."""
_WITH_TO = frozenset("willing eager determined committed keen reluctant".split())
_GOODS = frozenset("potential future promise opportunity opportunities value benefit benefits".split())
_WISHED = frozenset("to that the in it they a".split())
_SAID_BY = MODALS | frozenset("to i we you who not don't didn't doesn't".split())
_NOT_SUBJECTS = _SAID_BY | _DETERMINERS | frozenset(("", "he", "she", "is", "are", "was", "were", "be", "been"))


def triggers_of(article: Article, cues: SentenceCues, bits: dict[str, int]) -> tuple[tuple[Trigger, Span], ...]:
    """The triggers of a sentence with the words that are one, in the order of `Trigger`."""
    once = cues.once
    if once & bits["question"] or not once & _any():
        return ()
    found: list[tuple[Trigger, Span]] = []
    if once & (bits["money"] | bits["share"] | bits["count"]):
        found += [
            ("figure", figure.span)
            for figure in figures_by_sentence(article).get(cues.sentence, ())[:_MOST_FIGURES]
            if figure.kind in _FIGURES or (figure.kind == "count" and figure.value >= 100)
        ]
    ours = once & (bits["first-person"] | bits["opens-i"] | bits["opens-order"])
    if not ours and cues.words:
        reader = _Reader(article, cues)
        if once & (bits["superlative"] | bits["first"]):
            found += reader.ranks()
        if once & bits["effect"]:
            found += reader.effects()
        if once & (bits["modal"] | bits["expected"]):
            found += reader.forecasts()
        if once & bits["evaluation"]:
            found += reader.evaluations()
        if once & bits["motive"]:
            found += reader.motives()
        if once & bits["consensus"]:
            found += reader.consensus()
    return tuple(found)


@cache
def _any() -> int:
    bits = cue_table().bits
    return sum(bits[cue] for cue in ("money", "share", "count", *TRIGGERING))


class _Reader:
    """The words of one sentence, looked through for one trigger after the other."""

    def __init__(self, article: Article, cues: SentenceCues) -> None:
        self.hits = cues.words
        self.words = article.words
        self.folded = article.words.folded
        self.row = article.sentence_words[cues.sentence]
        self.table = cue_table()
        self.bits = self.table.bits
        self.text = article.text

    def _having(self, cue: str) -> list[int]:
        bit, lookup = self.bits[cue], self.table.words
        return [i for i, code in self.hits if code & bit and lookup.get(self.folded[i], 0) & bit]

    def _before(self, i: int, n: int = 1) -> str:
        return self.folded[i - n] if i - n >= self.row.start else ""

    def _after(self, i: int, n: int = 1) -> str:
        return self.folded[i + n] if i + n < self.row.stop else ""

    def _span(self, first: int, last: int) -> Span:
        return Span(self.words.starts[first], self.words.ends[last])

    def ranks(self) -> list[tuple[Trigger, Span]]:
        """Superlatives and firsts with a set to be first in: ``the largest``, ``its only``."""
        out: list[tuple[Trigger, Span]] = []
        for i in self._having("superlative"):
            word, before, after = self.folded[i], self._before(i), self._after(i)
            if before == "at" or (word in ("most", "least") and (after == "of" or before not in _BOUNDED)):
                continue
            if word == "best" and after in _NEVER_BEST:
                continue
            if before in _BOUNDED or before.endswith("'s") or self._before(i, 2) in ("the", "its"):
                out.append(("rank", self._span(i, i)))
        for i in self._having("first"):
            if self.folded[i] == "second" or self._after(i) in _NEVER_FIRST:
                continue
            if self._before(i) in _BOUNDED or self._before(i).endswith("'s"):
                out.append(("rank", self._span(i, i)))
        return out

    def effects(self) -> list[tuple[Trigger, Span]]:
        """Verbs of effect in the indicative; nouns, infinitives and forecasts are left out."""
        out: list[tuple[Trigger, Span]] = []
        modal = self.bits["modal"]
        lookup = self.table.words
        for i, _ in self.hits:
            word = self.folded[i]
            pair = self.table.pairs.get(word, {}).get(self._after(i), 0) & self.bits["effect"]
            if not pair and not lookup.get(word, 0) & self.bits["effect"]:
                continue
            before = self._before(i)
            if (not pair or word == "result") and (before in _DETERMINERS or before.endswith("'s") or not before):
                continue
            if not pair and word in _ALSO_NOUNS and not before.endswith("s") and before not in ("also", "they", "who"):
                continue
            if not pair and word in _ALSO_PLURALS and self._after(i) not in _DETERMINERS:
                continue
            if word.endswith("ing") and (word not in _CAUSING or self.text[self.words.starts[i] - 2] != ","):
                continue
            if any(lookup.get(self._before(i, n), 0) & modal or self._before(i, n) == "to" for n in (1, 2, 3)):
                continue
            if not self._has_no_effect(i):
                out.append(("effect", self._span(i, i + 1 if pair else i)))
        return out

    def _has_no_effect(self, i: int) -> bool:
        """The verb means something else here, or what had the effect is asked."""
        word, before, after = self.folded[i], self._before(i), self._after(i)
        if word in ("contributed", "contributes", "contribute"):
            return after != "to"
        if word in ("drove", "drive", "drives") and after in _ROADS:
            return True
        if word in ("threaten", "threatens", "threatened") and after == "to":
            return True  # what somebody said
        return (word in _BEFALLEN and before in _WAS) or (
            before in ("that", "which") and self._before(i, 2) in _UNKNOWN
        )

    def forecasts(self) -> list[tuple[Trigger, Span]]:
        """``will reshape``, ``is likely to create``, ``could have an impact``."""
        out: list[tuple[Trigger, Span]] = []
        for i in self._having("modal"):
            if self._before(i) in _SUBJECTS:
                continue
            last = self._effect_after(i)
            if last >= 0:
                out.append(("forecast", self._span(i, last)))
        for i in self._having("expected"):
            if self._after(i) != "to" or self._before(i) in _SUBJECTS:
                continue
            last = self._effect_after(i + 1)
            if last >= 0:
                out.append(("forecast", self._span(i, last)))
        return out

    def _effect_after(self, i: int) -> int:
        """The index of the verb of effect that follows, adverbs skipped, or -1."""
        bit, lookup = self.bits["effect-verb"], self.table.words
        core = self.bits["effect"]
        for k in range(i + 1, min(i + 5, self.row.stop)):
            word = self.folded[k]
            if word == "continue" and self._after(k) in _GOES_ON:
                return -1
            if lookup.get(word, 0) & bit:
                if word in _FIXTURES and not self._in_general(k):
                    return -1
                return k if self.folded[i] != "can" or lookup.get(word, 0) & core or word in ("lead", "create") else -1
            if (
                word == "have"
                and self._after(k) in ("a", "an", "profound", "far")
                and ({"impact", "effect", "effects", "consequences", "implications"} & set(self.folded[k + 1 : k + 6]))
            ):
                return k
            if word not in _ADVERBS and not word.endswith("ly"):
                return -1
        return -1

    def _in_general(self, k: int) -> bool:
        """``will play a role`` and ``will face a challenge``, and not ``will face Ruiz`` or ``will play 14 dates``."""
        near = range(k + 1, min(k + 4, self.row.stop))
        if self.folded[k] == "play":
            return any(self.folded[i] in ("role", "roles", "part", "parts") for i in near)
        return not any(self.text[self.words.starts[i]].isupper() for i in near)

    def evaluations(self) -> list[tuple[Trigger, Span]]:
        """Words that judge merit or importance."""
        out: list[tuple[Trigger, Span]] = [("evaluation", self._span(i, i)) for i in self._having("evaluation")]
        for i, _ in self.hits:
            bit = self.table.pairs.get(self.folded[i], {}).get(self._after(i), 0)
            if bit & self.bits["evaluation"]:
                out.append(("evaluation", self._span(i, i + 1)))
        return out

    def motives(self) -> list[tuple[Trigger, Span]]:
        """What a third party wants, fears, sees or is committed to."""
        out: list[tuple[Trigger, Span]] = []
        for i in self._having("motive"):
            word, before, after = self.folded[i], self._before(i), self._after(i)
            if word in _ABSTRACT:
                fits = after == "to" or word == "unwavering"
            elif word in _WITH_TO:
                fits = after == "to" and before not in ("i'm", "we're")
                fits = fits and not (word == "determined" and self._after(i, 2) in ("be", "have"))  # found, not felt
                fits = fits and not (word == "committed" and self._after(i, 2) in _HELD_IN)
            elif word in ("see", "sees"):
                fits = before not in _SAID_BY and bool(_GOODS & set(self.folded[i + 1 : min(i + 5, self.row.stop)]))
            else:
                fits = before not in _NOT_SUBJECTS and after in _WISHED
            if fits:
                out.append(("motive", self._span(i, i)))
        return out

    def consensus(self) -> list[tuple[Trigger, Span]]:
        """``concerns grow``, ``a heated debate``, ``is widely seen as``."""
        out: list[tuple[Trigger, Span]] = []
        for i in self._having("consensus"):
            if self.folded[i] == "widely":
                fits = self._after(i) in _THOUGHT
            else:
                near = self.folded[max(self.row.start, i - 2) : min(i + 3, self.row.stop)]
                about = not _ABOUT.isdisjoint(self.folded[i + 1 : min(i + 3, self.row.stop)])
                of_one = self._before(i) in ("its", "his", "her", "my")
                fits = not of_one and (about or any(w in _STIRRED for w in near))
            if fits:
                out.append(("consensus", self._span(i, i)))
        return out
