"""Introductions: the words beside a name that say who the person is."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts.mention_kinds import HONORIFICS, Mention
from newslint.lean import cache
from newslint.text.closed_classes import ARTICLES, BE, DO, HAVE
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern

_STOPS = frozenset(
    "the a an his her its their our my of in at for by with from to and or but said says told as that when while is "
    "was were are has had one two three some many most all other this these".split()
)
_APPOSITION = frozenset("the a an his her its their our my who whose of from one now then also".split())
_NO_APPOSITION = frozenset(
    "and but or said says say told tells tell added wrote writes asked which while as when in on adding where if "
    "because so then after before although though however too to for with citing speaking is was has will would "
    "could not also yesterday today".split()
)
_NO_NOUN = (
    ARTICLES
    | BE
    | HAVE
    | DO
    | frozenset(
        "of by with and or but that when as for to in at on from said says told than if while where because after "
        "before then so also whether both like its their his her our this".split()
    )
)
_END = pattern(r'[,.;:!?()"“”\n—]')
_BEHIND_A_STOP = frozenset(("", " ", "\n", "\r", "\t", '"', "”", "’", "'", ")"))
_SHORTENED = (" Mr", " Mrs", " Ms", " Dr", " St", " Sen", " Rep", " Gov", " Gen", " Prof")
_LONGEST = 120
_SAID = frozenset("said says told added believe believes thinks warned was is has had".split())
_IS_OR_HAS = frozenset("is was became remains has had".split())
_SMALL = frozenset("of and for the".split())
_OPENINGS = frozenset("the a an one our his her its chief head president chairman been now also then still".split())
_LEADS_CLAUSE = frozenset("and but that while".split())
_HEADS = frozenset("head director editor president professor chairman chairwoman manager ceo mp author founder".split())


def introduction(article: Article, mention: Mention) -> Span | None:
    """The stretch that says who the mentioned person is: title, apposition, age, relation; None when nothing does."""
    near = _title(article, mention) or _before(article, mention)
    if near is not None:
        return near
    after = _after(article, mention)
    if after is None or not _tells_a_role(article, after):
        return _apposition_before(article, mention) or after  # "The mayor, Ana Ruiz, spoke first"
    return after


def _tells_a_role(article: Article, span: Span) -> bool:
    roles, words = word_list("roles"), article.words
    return any(words.folded[i] in roles or words.folded[i].isdecimal() for i in words.between(*span))


def noun_before(article: Article, span: Span) -> str:
    """The word right before a name that may say what is named (``carmaker BMW``, ``ABN's Ola Berg``), or nothing."""
    words = article.words
    i = words.at(span.start) - 1
    if i < 0 or article.text[words.ends[i] : span.start] != " " or words.folded[i] in _NO_NOUN:
        return ""
    return article.text[words.starts[i] : words.ends[i]]


def age(article: Article, mention: Mention) -> Span | None:
    """The age given with the name: ``, 43,``, ``, aged 43``, ``, who is 43``, ``is 43``, ``43-year-old``."""
    text, (start, end) = article.text, mention.span
    match = _age_after().match(text, end)
    if not match and text.rfind("-year-old", max(0, start - 50), start) >= 0:
        match = _age_before().search(text, max(0, start - 60), start)
    return Span(*match.span(1)) if match else None


@cache
def _age_after() -> Pattern[str]:
    return pattern(
        r"(?:, (?:aged |now |who is (?:now )?|who turned )?| is (?:now )?| turned )(\d{1,3})"
        r"(?=[,.;)\n]|$| and | years old\b| in [A-Z]| on [A-Z\d]|(?: last| this) )"
    )


@cache
def _age_before() -> Pattern[str]:
    return pattern(r"\b(\d{1,3})-year-old (?:[a-z]+ ){0,3}$")


def _segment(text: str, start: int) -> Span:
    """The text from `start` to the next mark of punctuation."""
    farthest = min(len(text), start + _LONGEST)
    stop = start
    while end := _END.search(text, stop, farthest):
        stop = end.start()
        shortened = text[stop : stop + 2] == ". " and text.endswith(_SHORTENED, start - 1, stop)
        if not (shortened or _inside(text, stop)):
            return Span(start, stop)
        stop += 1  # who played Mrs. Potts
    return Span(start, farthest)


def _inside(text: str, at: int) -> bool:
    """A stop inside an abbreviation or a number: ``until 10 p.m., said``, ``of Acme Inc., said``."""
    return text[at] == "." and text[at + 1 : at + 2] not in _BEHIND_A_STOP


def _title(article: Article, mention: Mention) -> Span | None:
    if mention.title is None:
        return None
    if article.folded[mention.title.start : mention.title.end] in HONORIFICS:
        return None
    return mention.title


def _before(article: Article, mention: Mention) -> Span | None:
    """Lower-case words directly before: ``chief executive Ana Ruiz``, ``analyst Mei Lin``."""
    words, text = article.words, article.text
    i = mention.first - 1
    if mention.title is not None:
        i = words.at(mention.title.start) - 1
    roles = word_list("roles")
    if i < 0 or text[words.ends[i] : words.starts[i + 1]] not in (" ", "\n"):
        return None
    last = i
    if words.folded[i] not in roles:
        i = _office_of(article, i)
        if i < 0:
            return None
    first = i
    while (
        first > 0
        and i - first < 3
        and text[words.ends[first - 1] : words.starts[first]] in (" ", "-")
        and words.folded[first - 1] not in _STOPS
        and not words.folded[first - 1].endswith(("'s", "ly", "ed"))
        and (text[words.starts[first - 1]].islower() or words.folded[first - 1] in roles or _opens(article, first - 1))
    ):
        first -= 1
    return Span(words.starts[first], words.ends[last])


def _office_of(article: Article, i: int) -> int:
    """In ``the mayor of Arlow Ana Haldane``, ``head of public health Dr Haldane``, the office of which `i` is the last
    word, or -1."""
    words, text = article.words, article.text
    for k in range(i, max(1, i - 4), -1):
        if words.folded[k] in _STOPS or text[words.ends[k - 1] : words.starts[k]] != " ":
            return -1
        if words.folded[k - 1] == "of":
            return k - 2 if words.folded[k - 2] in word_list("roles") else -1
    return -1


def _opens(article: Article, i: int) -> bool:
    """The word is the first of its sentence, where a capital means nothing."""
    sentence = article.sentence_at(article.words.starts[i])
    return sentence is not None and article.words.at(sentence.span.start) == i


def _after(article: Article, mention: Mention) -> Span | None:
    """``, the union's president,``; ``, 43,``; ``, who owns …``; ``of Bernstein``; ``(D-Calif.)``; ``is the …``."""
    text, folded = article.text, article.folded
    end = mention.span.end
    mark = text[end : end + 2]
    if mark == ", ":
        years = age(article, mention)
        if years:
            return years
        return _set_off(article, _segment(text, end + 2))
    if mark == " (":
        close = text.find(")", end, end + 60)
        return Span(end + 2, close) if close > end + 2 else None
    words = article.words
    after = words.at(end)
    if after >= len(words.folded) or words.starts[after] != end + 1 or mark[0] != " ":
        return None
    follows = words.folded[after]
    if follows in _HEADS:
        return Span(words.starts[after], words.ends[after])
    if follows == "who":
        segment = _segment(text, end + 1)
        return Span(segment.start, min(segment.end, segment.start + 60))
    if follows in ("of", "from", "at"):
        return _body(article, after)
    if follows in _IS_OR_HAS:
        segment = _segment(text, words.ends[after] + 1)
        row = folded[segment.start : segment.end].replace("-", " ").split()[:9]
        roles = word_list("roles")
        if row and (row[0] in _OPENINGS or (row[1:2] and row[1] in _OPENINGS)) and any(w in roles for w in row):
            return segment
    return None


def _set_off(article: Article, segment: Span) -> Span | None:
    """What stands between the comma after a name and the next mark, if it describes."""
    text, folded = article.text, article.folded
    row = folded[segment.start : segment.end].replace("-", " ").replace("'s", " 's").split()
    if not row:
        return None
    roles = word_list("roles")
    lower = text[segment.start].islower() and row[0] not in _NO_APPOSITION
    describes = lower or row[0] in word_list("demonyms") or row[0] in _APPOSITION or row[1:2] in (["of"], ["'s"])
    if row[0] == "for" and text[segment.start + 4 : segment.start + 5].isupper():
        describes = True  # "Ola Berg, for Labour, said"
    if not describes and not any(w in roles or w.rstrip("s") in roles for w in row[:7]):
        return None
    words = article.words
    for i in words.between(segment.start, segment.end):
        if words.folded[i] in _SAID and words.starts[i] > segment.start:
            return Span(segment.start, words.ends[i - 1])
    return segment


def _body(article: Article, i: int) -> Span | None:
    """``of Quill Research``, ``at the University of Graz``: the preposition `i` and the name that follows."""
    words, text = article.words, article.text
    last = i
    for k in range(i + 1, min(i + 12, len(words.folded))):
        if text[words.ends[k - 1] : words.starts[k]] not in (" ", "-", " & "):
            break
        if text[words.starts[k]].isupper():
            last = k
        elif words.folded[k] not in _SMALL:
            break
    return Span(words.starts[i], words.ends[last]) if last > i else None


def _title_ends(article: Article, i: int) -> bool:
    """The stop after word `i` is that of a shortened title: ``a spokeswoman for Mr. Holm's office, Ada Brandt,``."""
    words, text = article.words, article.text
    return text[words.ends[i] : words.starts[i + 1]] == ". " and text.endswith(_SHORTENED, 0, words.ends[i])


def _apposition_before(article: Article, mention: Mention) -> Span | None:
    """``The union's president, Elena Petrova, said`` and ``its chief economist – Lars Holm –``."""
    words, text = article.words, article.text
    i = (words.at(mention.title.start) if mention.title else mention.first) - 1
    if i < 0 or text[words.ends[i] : words.starts[i + 1]].strip(" \n") not in (",", "–", "—", ":", ", ("):
        return None
    roles = word_list("roles")
    for k in range(i, max(-1, i - 9), -1):
        if k < i and text[words.ends[k] : words.starts[k + 1]] not in (" ", "-", "\n") and not _title_ends(article, k):
            break
        if words.folded[k] in roles or words.folded[k].removesuffix("s") in roles:
            first = k
            while (
                first > 0
                and k - first < 6
                and text[words.ends[first - 1] : words.starts[first]] in (" ", "-")
                and words.folded[first - 1] not in ("said", "told", "by", "and", "with", "to")
            ):
                first -= 1
            return Span(words.starts[first], words.ends[i])
    return _trade(article, mention, i)


def _trade(article: Article, mention: Mention, i: int) -> Span | None:
    """``and the groundsman, Ola Berg, said``, ``Norva's response controller, Ola Berg, said``: whatever stands between
    commas with a name is its trade."""
    words, text = article.words, article.text
    if text[words.ends[i] : words.starts[i + 1]] != ", " or text[mention.span.end : mention.span.end + 2] != ", ":
        return None
    for k in range(i - 1, max(-1, i - 5), -1):
        if text[words.ends[k] : words.starts[k + 1]] not in (" ", "-") or not text[words.starts[k + 1]].islower():
            return None
        if words.folded[k] in ("the", "its", "their", "his", "her") or words.folded[k].endswith("'s"):
            led = k == 0 or text[words.ends[k - 1] : words.starts[k]] != " " or words.folded[k - 1] in _LEADS_CLAUSE
            return Span(words.starts[k], words.ends[i]) if led else None
    return None
