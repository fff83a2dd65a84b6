"""Sentences of one block of prose. Rules written for news: titles, initials, months, companies, decimals, quotes."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern

# Every way begins with a mark, so that the scan stops at marks only.
_STOP = pattern(
    r"[.!?…\"”»](?:"
    r"(?<=[.!?…])[.!?…]*[\"”’')\]»]*(?:\[\d{1,3}\]){0,4}(?=\s|$)"
    r"|(?<=[.!?…][\"”»])(?=\s)"
    r"|(?<=[a-z][a-z][.!?])(?=[“\"]?[A-Z][a-z]+ ))"
)

# Titles: with a capital they never end a sentence, in small letters they are words (rep, gen).
_TITLES = frozenset(
    "mr mrs ms dr prof rev hon gen col lt sgt capt cmdr maj adm gov sen rep pres st messrs mme mlle fr supt insp "
    "vs".split()
)
# They go on when a figure follows: No. 10, p. 12, approx. 40.
_NUMBERED = frozenset("no nos fig figs art p pp vol ch par approx est ca c sq".split())
_NEVER = frozenset("e.g i.e cf viz vs".split())
# These end a sentence only before a usual opener of one.
_EITHER = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc corp co ltd plc llc "
    "bros jr sr u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a calif mass conn pa va fla ariz ill ind wis minn mich wash "
    "ore tenn ala ga ky la miss mo neb nev okla tex colo kan md del n.y n.j n.c s.c n.h n.d s.d r.i ave blvd rd mt ft "
    "dept".split()
)
_WRITTEN_SMALL = frozenset("al ave blvd rd mt ft dept inc corp co ltd bros jr sr".split())
_HOURS = frozenset(("a.m", "p.m"))
_AFTER_HOUR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february "
    "march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eastern pacific central mountain "
    "local".split()
)
_OPENERS = frozenset(
    "the a an this that these those it its he his she her they their we our you your i my in on at for from with by as "
    "but and however while when after before since although though if so there here who what where why how not no some "
    "many most all both one two three last next meanwhile also still then now according under over during despite "
    "each every yet nor or to such other another earlier later shares sales investors analysts officials police "
    "critics others".split()
)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, without the white space between them."""
    spans: list[Span] = []
    begin = _skip_space(text, start, end)
    for match in _STOP.finditer(text, start, end):
        dot, stop = match.span()
        if stop >= end or _ends_sentence(text, dot, stop, begin, end):
            spans.append(Span(begin, stop))
            begin = _skip_space(text, stop, end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append(Span(begin, end))
    return spans


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_sentence(text: str, dot: int, stop: int, begin: int, end: int) -> bool:  # noqa: C901 - asked of every stop
    """The stop is none of an abbreviation, a number or a name; what is seen fastest is asked first."""
    after = _skip_space(text, stop, end)
    if after >= end:
        return True
    opener = after
    while opener < end - 1 and text[opener] in "\"“”'‘’([«":
        opener += 1
    first = text[opener]
    if first.islower() and not text[opener + 1 : opener + 2].isupper():
        return False
    if text[dot] != ".":
        # "Yahoo! said" goes on, and so does a question with its speaker behind it.
        return not (stop > dot + 1 and first.isupper() and _asked().match(text, opener, min(end, opener + 80)))
    if stop - dot >= 3 and text[dot : dot + 3] == "...":
        return first.isupper() or opener > after
    before = text[max(begin, dot - 24) : dot]
    written = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
    word_start = dot - len(written)
    written = written.lstrip("\"“”'‘’([«")
    word = written.lower()
    if word in _NEVER or (word in _TITLES and written != word):
        return False
    if stop > dot + 1:
        return True  # a closing quote or bracket follows the stop
    if word in _NUMBERED and first.isdigit():
        return False
    if len(word) == 1 and word.isalpha() and written != word:
        return _next_word(text, opener, end) in _OPENERS  # an initial
    if word.isdigit() and len(word) <= 2 and not text[begin:word_start].strip():
        return False  # the number of a list item
    if word in _HOURS:
        return not first.isdigit() and _next_word(text, opener, end) not in _AFTER_HOUR
    if word in _EITHER and (written != word or "." in word or word in _WRITTEN_SMALL):
        return not first.isdigit() and _next_word(text, opener, end) in _OPENERS
    return True


@cache
def _asked() -> Pattern[str]:
    return pattern(
        r"(?:[A-Z][\w’'.-]{0,20} ){1,4}(?:asked|said|shouted|cried|exclaimed|yelled|joked|wondered|demanded|wrote)[.,]"
    )


def _next_word(text: str, start: int, end: int) -> str:
    stop = start
    while stop < end and stop - start < 16 and text[stop].isalpha():
        stop += 1
    return text[start:stop].lower()
