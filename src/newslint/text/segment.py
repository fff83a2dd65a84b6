"""Sentences of one block of prose. Rules written for news: titles, initials, months, companies, decimals, quotes."""

from __future__ import annotations

import re

from newslint.text.span import Span

_STOP = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s|$)|(?<=[.!?…])[\"”»](?=\s)|[.!?](?=[“\"]?[A-Z][a-z]+ )(?<=[a-z][a-z][.!?])")

# Abbreviations that never end a sentence, whatever follows.
_OPEN = frozenset(
    "mr mrs ms dr prof rev hon gen col lt sgt capt cmdr maj adm gov sen rep pres st messrs mme mlle sr fr vs no nos "
    "fig art approx est e.g i.e cf viz al dept insp supt".split()
)
# Abbreviations that end one only before a usual sentence opener.
_EITHER = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun inc corp co ltd plc llc bros jr "
    "u.s u.k u.n e.u u.s.a d.c a.m p.m ph.d m.d b.a m.a calif mass conn pa va fla ariz ill ind wis minn mich wash ore "
    "tenn ala ga ky la miss mo neb nev okla tex colo kan md del n.y n.j n.c s.c n.h n.d s.d r.i etc ave blvd rd mt ft".split()
)
_OPENERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my in on at for from with by as but and "
    "however while when after before since although though if so there here who what where why how not no some many most "
    "all both one two three last next meanwhile also still then now according under over during despite both each every "
    "yet nor or to such other another earlier later shares sales investors analysts officials police".split()
)


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, without the white space between them."""
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop < end and not _ends_sentence(text, match.start(), stop, begin, end):
            continue
        _add(spans, text, begin, stop)
        begin = stop
    _add(spans, text, begin, end)
    return spans


def _add(spans: list[Span], text: str, begin: int, stop: int) -> None:
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    if begin < stop:
        spans.append(Span(begin, stop))


def _ends_sentence(text: str, dot: int, stop: int, begin: int, end: int) -> bool:
    after = stop
    while after < end and text[after].isspace():
        after += 1
    if after >= end:
        return True
    opener = after
    while opener < end - 1 and text[opener] in "\"“”'‘’([«":
        opener += 1
    first = text[opener]
    if first.islower():
        return False
    if text[dot] != ".":
        # "Yahoo! said" goes on; "he asked?" he said goes on: both were lower case above.
        return True
    if stop - dot >= 3 and text[dot : dot + 3] == "...":
        return first.isupper() or opener > after
    word_start = dot
    while word_start > begin and not text[word_start - 1].isspace() and dot - word_start < 24:
        word_start -= 1
    word = text[word_start:dot].lstrip("\"“”'‘’([«").lower()
    if stop > dot + 1 and word not in _OPEN:
        return True  # a closing quote or bracket follows the stop
    if word in _OPEN:
        return False
    if len(word) == 1 and word.isalpha() and text[dot - 1].isupper():
        return _next_word(text, opener, end) in _OPENERS and word != "i"  # an initial
    if word in _EITHER:
        follower = _next_word(text, opener, end)
        if first.isdigit():
            return False
        return follower in _OPENERS
    return True


def _next_word(text: str, start: int, end: int) -> str:
    stop = start
    while stop < end and stop - start < 16 and text[stop].isalpha():
        stop += 1
    return text[start:stop].lower()
