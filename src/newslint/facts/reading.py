"""Reading an article word by word: gaps, capitals and names, the small words that bound a noun phrase, and whether a
word of reporting is a verb."""

from __future__ import annotations

from bisect import bisect_right

from newslint.article import Article
from newslint.facts.cues import CueSentence, vocabulary
from newslint.facts.names import name_starts, names
from newslint.text.closed_classes import DEFINITE, DO, HAVE, MODALS
from newslint.typed import Iterable

BREAKS = frozenset(
    "that but while because as when if although though whereas so before after since where than whether until unless "
    "and or nor yet despite amid given how why what".split()
)
PREPOSITIONS = frozenset(
    "of for at from in with on by within inside near to close familiar briefed among who whose involved working based "
    "represented against about over under into across using living seeking facing".split()
)
KNOWN = DEFINITE | {"both", "such"}
"""What opens a noun phrase of which an article has told."""
INDEFINITE = frozenset(
    "a an one some many several most few other another two three four five dozens hundreds thousands multiple numerous "
    "various certain countless more different any".split()
)
ASIDE = frozenset("however meanwhile though too instead nevertheless nonetheless moreover therefore".split())
_OBJECT_OPENERS = frozenset(
    "that the a an this these those he she it they his her their its there no not how why what whether if to for on in "
    "all some more i we you our my as about him them us".split()
)
_AFTER_NOUN = frozenset("of by and were is are was from has have had between against over or".split())
_ADVERBS = frozenset("also still then later never now again always often".split())
_BEFORE_VERB = MODALS | HAVE | DO | frozenset("to not didn't doesn't don't won't wouldn't also then later".split())
_BEFORE_NOUN = frozenset("the a an of in on for with".split())
_MANY_PAPERS = frozenset(
    "data figures records filings documents statistics studies surveys polls reports results".split()
)
_PUTS = frozenset("put puts rank ranks ranked rate rates estimate value values lists measured link links".split())
_ROUGHLY = frozenset("about around nearly almost over under more some between roughly least most up".split())
_COUNTING = frozenset("many some most several few all both".split())
_FARTHEST = 10
"""Words between a paper and what it shows at most."""
_BEFORE_PAPER = 4
"""Words of a paper's name before it at most: ``, its latest annual report shows``."""
_PLURAL = frozenset("people police men women children parents media".split())


class Reading:
    """The article's words and names, looked at one by one; words are indexes in `Article.words`."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.folded, self.starts, self.ends = article.words
        self.vocabulary = vocabulary()
        self.names = names(article)
        self.name_starts = name_starts(article)
        self._first_seen: dict[str, int] = {}
        self._last = len(self.starts) - 1

    def gap(self, i: int) -> str:
        """What stands between word `i` and the next one."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i < self._last else ""

    def capital(self, i: int) -> bool:
        """Word `i` begins with a capital."""
        return self.text[self.starts[i]].isupper()

    def name_at(self, i: int) -> str:
        """The kind of the name that holds word `i`, or the empty string."""
        k = bisect_right(self.name_starts, self.starts[i]) - 1
        return self.names[k].kind if k >= 0 and self.starts[i] < self.names[k].span.end else ""

    def proper(self, i: int, first: int) -> bool:
        """Word `i` belongs to a name; at a sentence's start or behind a colon the capital alone proves nothing."""
        word = self.folded[i]
        if not self.text[self.starts[i]].isupper():
            return "." in word and word[-1].isalpha() and len(word) > 6  # an address: data from city.gov
        if i > first and self.text[self.ends[i - 1]] != ":":
            return not word.endswith(("ese", "ican", "ish")) or bool(self.name_at(i))
        return bool(self.name_at(i))

    def alone_a_name(self, word: str) -> bool:
        """A single word in the singular that is the whole subject, without an article: ``Norva said``."""
        v = self.vocabulary
        return not (
            word.endswith(("s", "ing")) or word == "there" or word in DEFINITE or word in INDEFINITE
            or word in PREPOSITIONS or word in BREAKS or word in v.pronoun or word in v.generic or word in v.document
            or word in v.witness or word in v.role or word in v.skip or word in v.institution or word in ASIDE
        )  # fmt: skip

    def seen_before(self, i: int, place: int) -> bool:
        """The article has used word `i` before the word at `place`: "the poll" is then one that it introduced."""
        return self.any_before((self.folded[i],), place)

    def any_before(self, words: Iterable[str], place: int) -> bool:
        """The article has used one of the words before the word at `place`."""
        if not self._first_seen:
            for n in range(len(self.folded) - 1, -1, -1):
                self._first_seen[self.folded[n]] = n
        return any(self._first_seen.get(word, place) < place for word in words)


def is_verb(reading: Reading, clause: CueSentence, i: int) -> bool:
    """Word `i`, as often a noun (``states``, ``claims``), reads as a verb here.

    What stands beside it settles most. Else it must go on as a verb does, behind a name, a comma or a speaker.
    """
    v, folded = reading.vocabulary, reading.folded
    after = folded[i + 1] if i + 1 < clause.last else ""
    adverb = i > clause.first and (folded[i - 1] in _ADVERBS or folded[i - 1].endswith("ly"))
    word, at = folded[i], i - adverb  # "also claims" is one
    before = folded[at - 1] if at > clause.first else ""
    if before in v.pronoun or before in _BEFORE_VERB or (word in ("point", "points") and after == "out"):
        return True  # she claims, to claim, has claimed
    if at == clause.first or before in _BEFORE_NOUN or after in _AFTER_NOUN:
        return False  # the claims, claims of
    gap = reading.gap(at - 1)
    if closing_paper(reading, clause, i) >= 0:
        return True  # ..., the filing shows.
    if "," in gap and word.endswith("s") and _led_in(reading, clause, at):
        return False  # As Norva grew, calls for a law
    goes_on = after in _OBJECT_OPENERS or word.endswith("ed") or beside_marks(reading.gap(i))
    alone = at - 1 == clause.first and word.endswith("s") and reading.alone_a_name(before)
    if alone or reading.proper(at - 1, clause.first) or "," in gap or "”" in gap or '"' in gap:
        return goes_on  # Norva claims that; Ms Holm, 40, claims that
    base = not word.endswith(("s", "ed"))
    if before.endswith("'s") or (base and before in v.role and before not in _PLURAL and not before.endswith("s")):
        return False  # Holm's call, player demand
    document = before in v.document and word in v.show
    agrees = before in _MANY_PAPERS or (before.endswith("s") and base)
    if document and agrees and not word.endswith("ed"):
        return True  # figures show, accounts show
    if word == before or (before in _COUNTING and word.endswith("s")):
        return False  # several claims
    speaks = before in v.generic or before in v.role or before in v.witness or before in v.institution
    several = before.endswith("s") and not word.endswith("s") and after in _OBJECT_OPENERS
    return (speaks or document or several) and goes_on  # critics claim that, the study shows that, growers claim that


def closing_paper(reading: Reading, clause: CueSentence, i: int) -> int:
    """The word of the paper that shows it, where word `i` ends a sentence with one behind a comma (``…, accounts filed
    with the registry show.``), else -1."""
    many = reading.folded[i] == "show"
    if not (many or reading.folded[i] == "shows") or (i + 1 < clause.last and reading.folded[i + 1] != "on"):
        return -1
    for j in range(i - 1, max(clause.first, i - _FARTHEST), -1):
        word = reading.folded[j]
        if word in reading.vocabulary.document and (word.endswith("s") or word == "data") == many:
            behind_comma = any("," in reading.gap(k - 1) for k in range(j, max(clause.first, j - _BEFORE_PAPER), -1))
            return j if behind_comma else -1
        if "," in reading.gap(j - 1):
            return -1
    return -1


def _led_in(reading: Reading, clause: CueSentence, i: int) -> bool:
    """Word `i` follows what a clause opens with, and no subject: ``As Norva grew, calls for a law did, too``."""
    opening = reading.folded[clause.first]
    leads = opening in PREPOSITIONS or opening in BREAKS
    return leads and not any("," in reading.gap(k) for k in range(clause.first, i - 1))


def tells(reading: Reading, clause: CueSentence, i: int, after: str) -> bool:
    """``Vantor finds that``, ``Vantor puts the market at``, ``Holm's ranks it third``."""
    folded = reading.folded
    if folded[i] not in _PUTS:
        return after == "that"
    if not folded[i].startswith("put"):
        return True
    for k in range(i + 1, min(i + 10, clause.last - 1)):
        if folded[k] == "at":
            return folded[k + 1][0].isdigit() or folded[k + 1] in _ROUGHLY or reading.gap(k).strip() in ("$", "£", "€")
    return False


def beside_marks(gap: str) -> bool:
    """A quotation mark stands between two words."""
    return '"' in gap or "“" in gap or "”" in gap
