"""Mentions of names: runs of capitalised words, cut and classed one by one. `names` joins them into entities."""

from __future__ import annotations

from itertools import compress

from newslint.article import Article
from newslint.data import word_list
from newslint.facts.mention_kinds import (
    BODY_ADJECTIVES,
    TAILS,
    Mention,
    classify_run,
    without_possessive,
)
from newslint.lean import Tally
from newslint.named import NamedTuple
from newslint.parts import PROSE
from newslint.text.closed_classes import PARTICLES
from newslint.text.span import Span
from newslint.text.words import Words

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "tues thurs easter christmas ramadan gmt bst est edt pst cet ad bc am pm".split()
)
_NEVER_ALONE = frozenset(
    "the a an in on at for from with by as but and or it it's he she they we i you his her their this that these those "
    "there if when while after before so one some many most all what who how why no not to of".split()
)
"""Words that are no name by themselves, however they are written."""
_NO_NAMES = frozenset(("i", "i'm", "i've", "i'd", "i'll", "internet", "web")) | _CALENDAR
_LONGEST = 12
"""Capitalised words in one name at most."""
_FARTHEST = 3
"""Words from one of them to the next at most."""
_SET_OFF = frozenset("which who whose founded based headquartered owned led".split())
"""Words that follow a name and a comma."""
_FIELDS = frozenset(
    "securities food health trade science culture education fire immigration revenue environment transport arts work "
    "justice research housing energy agriculture commerce standards safety business customs radio aeronautics oceanic "
    "medicines competition mergers water land tax police crime fisheries enterprise innovation innovations".split()
)
_BODIES = frozenset(
    "commission administration agency council committee service services board authority executive association "
    "department office institute foundation bureau corporation ministry trust".split()
)
"""Last words of bodies whose name joins two fields: Food and Drug Administration."""
_ALSO_SURNAMES = frozenset(("may", "march", "august", "june", "april"))
_HALF = 5
"""Letters of the second part of a given name at most."""
_BEHIND_PLACES = frozenset(
    "led born run wide style era only type made bound like free pro anti based owned wave side ready safe size age old "
    "new long year day in up out off on to and or the of de level class grade tier list".split()
)
"""Behind a hyphen, what makes an adjective of a name."""
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st sen rep gov gen col lt sgt capt prof rev jr sr hon adm maj cmdr messrs mt ft".split()
)
_STARTS = frozenset(".!?…:;\"“”‘'«—–-•*>\n(")


class _Seen:
    """How the article writes its words."""

    __slots__ = ("_capital", "_inner", "_lowered", "_places", "_text", "_upper", "_words", "doubtful")

    def __init__(self, article: Article, upper: list[bool], capital: list[int]) -> None:
        self.doubtful: list[int] = []
        """Words that open a sentence with a capital and are neither known names nor known words."""
        self._text = article.text
        self._words = article.words
        self._places = article.places
        self._upper = upper
        self._capital = capital
        self._inner: set[str] = set()
        self._lowered: dict[str, bool] = {}

    def lowered(self, word: str) -> bool:
        """The article writes the word with a small letter, too."""
        known = self._lowered.get(word)
        if known is None:
            known = self._lowered[word] = not all(map(self._upper.__getitem__, self._places.get(word, ())))
        return known

    @property
    def inner(self) -> set[str]:
        """Words with a capital in mid-sentence."""
        if not self._inner:
            text, (folded, starts, ends) = self._text, self._words
            self._inner = {""}
            self._inner |= {
                without_possessive(folded[i])
                for i in self._capital
                if (i and (starts[i] - ends[i - 1] == 1 or text[ends[i - 1] : starts[i]] == ", "))
                or (text.startswith(", ", ends[i]) and _aged(text, ends[i] + 2))
            }
        return self._inner


class Read(NamedTuple):
    """What was read of an article's names."""

    mentions: list[Mention]
    """In running text and sentence-case headings, in order."""
    headings: list[tuple[int, int]]
    """First and last capitalised word of each title-case heading, which tells no names by itself."""
    doubtful: list[int]
    """Words that open a sentence and may be names."""


def mentions(article: Article) -> Read:
    """Every mention of a name that the text itself shows."""
    words, text = article.words, article.text
    starts = words.starts
    upper = list(map(str.isupper, map(text.__getitem__, starts)))
    capital = list(compress(range(len(starts)), upper))
    folded = words.folded
    seen = _Seen(article, upper, capital)
    found: list[Mention] = []
    unread: list[tuple[int, int]] = []
    at = 0
    for block in article.blocks:
        zone = block.zone
        reads = zone in PROSE or zone in ("headline", "dek", "subhead", "faq-q", "caption")
        first = at
        end = block.span.end
        while at < len(capital) and starts[capital[at]] < end:
            at += 1
        if not reads or first == at:
            continue
        chunk = capital[first:at]
        if zone not in PROSE and zone != "caption" and _title_case(words, chunk, block.span):
            unread.append((chunk[0], chunk[-1]))
            continue
        _runs(article, chunk, seen, block.span.start, found)
    often = {
        word
        for word, n in Tally(folded[i] for i in seen.doubtful).items()
        if n > 1 and word[-1] != "s" and not (len(word) > 7 and word.endswith(("ing", "ly", "tion")))
    }
    if often:
        # A word that opens two sentences and never stands with a small letter is a name.
        for i in seen.doubtful:
            if folded[i] in often:
                classify_run(article, [i], found)
        found.sort(key=lambda mention: mention.span)
    return Read(found, unread, [i for i in seen.doubtful if folded[i] not in often])


def _title_case(words: Words, capital: list[int], block: Span) -> bool:
    """More than three fifths of the longer words have capitals."""
    inside = words.between(*block)
    long = [i for i in inside if words.ends[i] - words.starts[i] > 3]
    if len(long) < 2:
        return len(inside) < 4
    upper = set(capital)
    return sum(i in upper for i in long) > 0.6 * len(long)


def _runs(article: Article, capital: list[int], seen: _Seen, block: int, found: list[Mention]) -> None:
    words, text = article.words, article.text
    folded = words.folded
    run: list[int] = []
    for n, i in enumerate(capital):
        if folded[i] in _NEVER_ALONE and capital[n + 1 : n + 2] != [i + 1]:
            if run:
                _read_run(article, run, seen, block, found)
                run = []
            continue
        if run:
            if i - run[-1] <= _FARTHEST and len(run) < _LONGEST and _linked(words, text, run, i):
                run.append(i)
                continue
            _read_run(article, run, seen, block, found)
        run = [i]
    if run:
        _read_run(article, run, seen, block, found)


def _linked(words: Words, text: str, run: list[int], i: int) -> bool:
    """True when the capitalised word `i` goes on with the name that the run has begun."""
    last = run[-1]
    folded, starts, ends = words
    if folded[last].endswith("'s"):
        return False
    if i == last + 1:
        gap = text[ends[last] : starts[i]]
        if gap in (" ", "-", " & ", "\n", "\u00a0", "‑"):
            return True
        if gap == ". ":
            return ends[last] - starts[last] == 1 or "." in folded[last] or folded[last] in _ABBREVIATIONS
        return gap == ", " and folded[i] in TAILS
    if text[ends[last]] not in " -" or text[starts[i] - 1] not in " -’'":
        return False
    between = folded[last + 1 : i]
    for k in range(last + 1, i):
        if text[ends[k]] not in " -’'":
            return False
    if PARTICLES.issuperset(between) or (text[ends[last]] == "-" and _half_of_a_name(words, text, last)):
        return True
    if between in (["of"], ["of", "the"], ["for"], ["for", "the"]):
        head = folded[last]
        return (
            head in word_list("of-heads")
            or head in word_list("organisation-words")
            or (between[0] == "of" and folded[run[0]] in word_list("of-heads"))
        )
    return between == ["and"] and _of_one_body(words, text, run, i)


def _of_one_body(words: Words, text: str, run: list[int], i: int) -> bool:
    """What "and" joins is one name: ``Securities and Exchange Commission``, ``Department of Health and Human
    Services``."""
    folded, starts, ends = words
    if folded[run[-1]] in _FIELDS:
        k = i
        most = min(len(starts), i + 4)
        while k + 1 < most and text[starts[k + 1]].isupper() and text[ends[k]] == " ":
            k += 1
        if folded[k] in _BODIES:
            return True
    return folded[run[0]] in word_list("of-heads") and run[-1] - run[0] >= len(run)


def _half_of_a_name(words: Words, text: str, last: int) -> bool:
    """``Seo-yeon Baek``: a given name of two parts, of which the second is written small; not ``Berlin-born Ruiz``."""
    folded, _, ends = words
    half = folded[last + 1]
    if text[ends[last + 1]] != " " or not 1 < len(half) <= _HALF or half[-2:] == "ed":
        return False
    given = folded[last]
    return not (half in _BEHIND_PLACES or given in word_list("places") or given in word_list("demonyms"))


def _read_run(article: Article, run: list[int], seen: _Seen, block: int, found: list[Mention]) -> None:
    """Cut one run of capitalised words into mentions."""
    words, text = article.words, article.text
    folded = words.folded
    first = run[0]
    opening = _opens(text, words.starts[first], block)
    if len(run) == 1 and not opening:
        if without_possessive(folded[first]) not in _NO_NAMES:
            classify_run(article, run, found)
        return
    calendar = [k for k, i in enumerate(run) if without_possessive(folded[i]) in _CALENDAR]
    day = _first_day(folded, run, calendar) if calendar else -1
    if day >= 0:
        for part in (run[:day], run[day + 1 :]):
            if part:
                _read_run(article, part, seen, block, found)
        return
    if opening:
        word = without_possessive(folded[first])
        common = word in word_list("openers") or (len(run) > 1 and seen.lowered(word))
        tail = without_possessive(folded[run[-1]])
        heads_body = len(run) > 1 and word in BODY_ADJECTIVES and tail in word_list("organisation-words")
        if len(run) > 2 and word.endswith("ing") and without_possessive(folded[run[1]]) in word_list("first-names"):
            common = True  # Starring Emma Watson
        if common and not heads_body and (word not in word_list("first-names") or len(run) == 1):
            run = run[1:]
            if not run:
                return
        elif len(run) == 1 and _merely_opens(text, words, first, word, seen):
            if word.isalpha() and not seen.lowered(word):
                seen.doubtful.append(first)
            return
    classify_run(article, run, found)


def _first_day(folded: list[str], run: list[int], calendar: list[int]) -> int:
    """The first of the days and months in the run that is none of somebody's names, as in ``Ada May``; or -1."""
    first_names = word_list("first-names")
    days = (
        k for k in calendar if not k or folded[run[k]] not in _ALSO_SURNAMES or folded[run[k - 1]] not in first_names
    )
    return next(days, -1)


def _aged(text: str, at: int) -> bool:
    """``Woods, 40, ...``: only people have an age between commas; `at` is behind the first of them."""
    return text[at : at + 2].isdecimal() and text[at + 2 : at + 3] == ","


def _opens(text: str, start: int, block: int) -> bool:
    """The word stands where a capital means nothing: first in its block or sentence, or behind a mark."""
    if start == block or text[start - 1] in _STARTS:
        return True
    at = start - 1
    if not text[at].isspace():
        return False
    while at > block and text[at].isspace():
        at -= 1
    return at <= block or text[at] in _STARTS


def _merely_opens(text: str, words: Words, i: int, word: str, seen: _Seen) -> bool:
    """A single capitalised word at the head of a sentence that is a common word as far as anyone can tell."""
    if word.endswith(("ly", "ing", "ed", "tion", "n't")) or seen.lowered(word):
        return True
    written = text[words.starts[i] : words.starts[i] + len(word)]
    if any(map(str.isupper, written[1:])):
        return False
    if words.folded[i].endswith("'s"):
        return False
    set_off = text[words.ends[i] : words.ends[i] + 2] == ", " and i + 1 < len(words.folded)
    if set_off and words.folded[i + 1] in _SET_OFF:
        return False
    return not (word in word_list("places") or word in word_list("first-names") or word in seen.inner)
