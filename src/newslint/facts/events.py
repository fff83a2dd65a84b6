"""Events: what the article says happened, or will, and when; one event has one date."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.dates import Date, dates
from newslint.named import NamedTuple
from newslint.text.closed_classes import DEFINITE
from newslint.typed import Iterator

_VERBS = {
    "founded": "found", "established": "found", "incorporated": "found", "formed": "found",
    "launched": "launch", "launches": "launch", "launch": "launch",
    "built": "build", "erected": "build",
    "open": "open", "opens": "open", "opened": "open", "opening": "open",
    "close": "close", "closes": "close", "closed": "close",
    "begin": "begin", "begins": "begin", "began": "begin", "start": "begin", "starts": "begin", "started": "begin",
    "end": "end", "ends": "end", "ended": "end",
    "announced": "announce", "unveiled": "announce", "signed": "sign", "approved": "approve", "passed": "approve",
    "place": "be held", "held": "be held", "happened": "be held", "occurred": "be held", "struck": "be held",
    "published": "publish", "released": "publish", "out": "publish", "born": "be born", "died": "die", "killed": "kill",
    "married": "marry", "arrested": "arrest", "sank": "sink", "crashed": "crash", "collapsed": "collapse",
    "demolished": "demolish",
}  # fmt: skip
"""Verbs of what happens once, by what they say."""
_EVENTS = frozenset(
    "vote election referendum attack crash fire match final concert wedding funeral summit meeting hearing trial "
    "strike march rally race conference festival ceremony raid explosion shooting blast robbery earthquake accident "
    "collision launch premiere marathon debate auction".split()
)
"""Nouns of events, which take a date themselves: ``the 12 June vote``, ``Sunday's attack``."""
_LINKS = frozenset(
    "was were is are be been being had has have will would to due first which that who officially formally finally on "
    "in at back early late mid the a since of it they he she again expected set scheduled and planned take took takes "
    "taking come comes came evening morning night afternoon only then until by next last this".split()
)
_OTHERS = frozenset(
    "second third another other earlier previous previously original old new former later next reopened again rebuilt "
    "first postponed moved delayed rescheduled originally initially brought forward extended changed each every annual "
    "similar separate latest".split()
)
_PASSED_OVER = (_LINKS - DEFINITE).union(("take", "took", "came", "come"))
"""Words between a verb and the noun of its subject."""
_REACH = 5
_DATED = ("year", "month", "day", "weekday")


_FUTURE = frozenset("scheduled set due planned expected slated".split())
_SENSES = {
    "meet": "meet", "meets": "meet", "meeting": "meet", "met": "meet", "talks": "talk", "vote": "vote", "voted": "vote",
    "visit": "visit", "visits": "visit", "visited": "visit", "open": "open", "opens": "open", "opened": "open",
    "launch": "launch", "launched": "launch", "speech": "speak", "speak": "speak", "speaks": "speak", "spoke": "speak",
    "march": "march", "marched": "march", "protest": "march", "protested": "march", "hearing": "hear", "appear": "hear",
    "appeared": "hear", "summit": "summit", "ceremony": "ceremony", "funeral": "funeral", "debate": "debate",
    "election": "elect", "referendum": "vote",
}  # fmt: skip
"""Words of what is arranged for a day, by what they say."""
_PAST = frozenset("met voted visited opened launched spoke marched protested appeared".split())
_TOOK_PLACE = frozenset("held ended took".split())
_AHEAD, _BEHIND = _FUTURE | {"will"}, _PAST | _TOOK_PLACE
_WINDOW = 12
"""Words before a day in which its event is told."""


class Event(NamedTuple):
    """Something that happens once, and its date."""

    what: str
    """The verb's sense and the head noun or name of its subject: ``open bridge``."""
    definite: bool
    date: Date
    clear: bool
    """No word near it says that another, or the same at another time, is meant."""


@fact
def misdated_events(article: Article) -> tuple[Clash, ...]:
    """Two dates of one event."""
    known: dict[str, Event] = {}
    mixed: set[str] = set()
    found = []
    for event in _events(article):
        first = known.setdefault(event.what, event)
        if first is event or _agree(first.date, event.date):
            continue
        far = article.sentence_index(event.date.span.start) != article.sentence_index(first.date.span.start)
        if event.definite and far and first.clear and event.clear and event.what not in mixed:
            line = article.line_of(first.date.span.start)
            message = f"{event.date.text} here, {first.date.text} in line {line}. Which?"
            found.append(Clash(event.date.span, message, ((first.date.span, "the other date"),)))
        mixed.add(event.what)
    return tuple(found)


@fact
def overtaken_events(article: Article) -> tuple[Clash, ...]:
    """``A meeting is scheduled for Sunday. The two met on Sunday``: of one day, to come and past."""
    if not (article.holds(_AHEAD) and article.holds(_BEHIND)):
        return ()
    coming: dict[tuple[str, int], Date] = {}
    past: list[tuple[str, Date]] = []
    days = [d for d in dates(article) if d.weekday >= 0 and d.kind in ("weekday", "day")]
    for date, at in zip(days, article.sentence_indexes([d.span.start for d in days]), strict=True):
        told = _tense_of(article, date, article.sentence_words[at]) if at >= 0 else None
        if told:
            is_future, senses = told
            past += [] if is_future else [(sense, date) for sense in senses]
            coming |= {(sense, date.weekday): date for sense in senses} if is_future else {}
    found = []
    for sense, date in past:
        other = coming.get((sense, date.weekday))
        if other and article.sentence_index(other.span.start) != article.sentence_index(date.span.start):
            message = f"{date.text} is past here, and to come in line {article.line_of(other.span.start)}. Which?"
            found.append(Clash(date.span, message, ((other.span, "to come here"),)))
    return tuple(found)


def _tense_of(article: Article, date: Date, row: range) -> tuple[bool, set[str]] | None:
    """Whether what is told for the day is to come, and what it is; None where neither can be told."""
    folded, words = article.words.folded, article.words
    first = bisect_left(words.starts, date.span.start)
    low = max(row.start, first - _WINDOW)
    marks = [i for i in range(low, first) if "," in article.text[words.ends[i] : words.starts[i + 1]]]
    near = folded[marks[-1] + 1 if marks else low : first]
    if not _OTHERS.isdisjoint(near) or "last" in near:
        return None
    if "will" in near or (not _FUTURE.isdisjoint(near) and not {"is", "are"}.isdisjoint(near)):
        return True, {_SENSES[word] for word in near if word in _SENSES and word not in _PAST}
    took_place = not _TOOK_PLACE.isdisjoint(near)
    return False, {_SENSES[word] for word in near if word in _PAST or (took_place and word in _SENSES)}


def _agree(a: Date, b: Date) -> bool:
    """Whether both may be one day: as far as both are given."""
    if a.weekday >= 0 and b.weekday >= 0 and not (a.day and b.day):
        return a.weekday == b.weekday
    if a.year_given and b.year_given and a.year != b.year:
        return False
    if a.month and b.month and a.month != b.month:
        return False
    if a.day and b.day and a.day != b.day:
        return False
    comparable = (a.year_given and b.year_given) or (a.month and b.month)
    return True if comparable else a.kind != b.kind or a.kind != "weekday"


def _events(article: Article) -> Iterator[Event]:
    folded, starts = article.words.folded, article.words.starts
    lede = next((i for i, _ in article.zoned("lede")), -1)
    dated = [d for d in dates(article) if d.kind in _DATED and (d.kind != "year" or len(d.text) == 4)]
    for date, at in zip(dated, article.sentence_indexes([d.span.start for d in dated]), strict=True):
        if at < 0:
            continue
        row = article.sentence_words[at]
        first, after = bisect_left(starts, date.span.start), bisect_left(starts, date.span.end)
        noun = _of_event(article, date, first, after)
        if not noun and article.sentences[at].block == lede and folded[first - 1] == "on":
            noun = _in_lede(article, first)
        verb = -1
        if not noun:
            verbs = [i for i in range(max(row.start, first - _REACH), first) if folded[i] in _VERBS]
            verb = verbs[-1] if verbs else -1
            if not verbs or not _LINKS.issuperset(folded[verb + 1 : first]):
                continue
        clear = _OTHERS.isdisjoint(folded[max(row.start, first - 9) : min(row.stop, after + 6)])
        if noun:
            yield Event(f"be held {noun}", True, date, clear)
            continue
        yield from _told(article, date, row, verb, after, clear)


def _of_event(article: Article, date: Date, first: int, after: int) -> str:
    """``the 12 June vote``, ``Sunday's attack``."""
    folded = article.words.folded
    noun = folded[after] if after < len(folded) else ""
    if date.kind == "weekday" and folded[first].endswith("'s"):
        noun = folded[first + 1] if first + 1 < len(folded) else ""
        return noun if noun in _EVENTS else ""
    return noun if noun in _EVENTS and folded[first - 1] in DEFINITE and date.kind in ("day", "month") else ""


def _in_lede(article: Article, first: int) -> str:
    """``Two died in a crash on Thursday``, where the news is told."""
    folded = article.words.folded
    noun = folded[first - 2]
    return noun if noun in _EVENTS and folded[first - 3] in ("in", "a", "an", "the") else ""


def _told(article: Article, date: Date, row: range, verb: int, after: int, clear: bool) -> Iterator[Event]:
    """The event with the noun before its verb, or behind the date where the sentence opens with the verb."""
    folded, words = article.words.folded, article.words
    i = verb - 1
    while i >= row.start and folded[i] in _PASSED_OVER:
        i -= 1
    sense = _VERBS[folded[verb]]
    if sense == "publish" and folded[verb] == "out" and folded[verb - 1] not in ("comes", "came", "come", "coming"):
        return
    if sense == "be held" and folded[verb] == "place" and folded[verb - 1] not in ("take", "takes", "took", "taking"):
        return
    if i < row.start:
        begin = next((k for k in range(after, min(after + 3, row.stop)) if folded[k] == "the"), -1)
        if begin > 0 and article.text[date.span.end : date.span.end + 1] == ",":
            for k in range(begin + 1, min(begin + 4, row.stop)):
                yield Event(f"{sense} {folded[k]}", True, date, clear)
        return
    noun = folded[i].removesuffix("'s")
    if not noun.isalpha() or len(noun) < 3:
        return
    name = article.text[words.starts[i]].isupper() and i > row.start
    definite = name or folded[i - 1] in DEFINITE or (i - 2 >= row.start and folded[i - 2] in DEFINITE)
    yield Event(f"{sense} {noun}", definite, date, clear)
