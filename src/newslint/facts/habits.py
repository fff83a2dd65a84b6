"""What many do, what usually happens and what it roughly costs: statistics in words, with no figure that was counted.

"Most users pay nothing" and "repairs typically take weeks" are said of everybody and every time, so that nobody can
have seen it; somebody must have counted, or said so.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import dates
from newslint.facts.hollow import TALK
from newslint.facts.names import names
from newslint.facts.tense import tense_of
from newslint.parts import STORY
from newslint.text.span import Span, covering

_MANY = frozenset(("many", "most"))
_OPENERS = frozenset("and but however nowadays still today yet".split())
"""Before the many at the head of a sentence."""
_OF_A_SET = frozenset("of other others recent".split())
"""Behind the many: of a set that was told before (``most of the flaws``)."""
_PEOPLE = frozenset("people men women children".split())
"""Plurals without an -s."""
_NOUN_WITHIN = 5
"""Words behind the many that their plural is among."""
_OFTEN = frozenset(
    "commonly customarily frequently generally invariably normally often ordinarily rarely regularly routinely "
    "seldom traditionally typically usually".split()
)
_TENDS = frozenset(("tend", "tends"))
_MEASURED = frozenset(
    "a all an as every how less more most no not quite so that the their these those too very".split()
)
"""Before how often: ``so often``, ``the often cold hall``."""
_NO_HABIT = frozenset(
    "a abbreviated accepted acknowledged after an and as associated at because before believed blamed but by "
    "called cited considered credited criticised criticized described dubbed during for from hailed if in known "
    "of on or praised referred regarded seen than that the thought to used viewed when where while with".split()
)
"""Behind how often: what is done with a name tells its meaning (``commonly known as``), ``often before dawn`` tells
when, and of views nobody holds another rule speaks (``often praised``)."""
_SOMEBODY = frozenset("he i she we who you".split())
"""Whose habits were seen."""
_MAY = frozenset(("can", "could", "may", "might"))
_COSTS = frozenset("add cost cut earn fetch last pay reach run save take".split())
_ROUGHLY = frozenset("anywhere between from hundreds millions several tens thousands".split())
_AT_MOST = (["up", "to"], ["as", "much"], ["as", "many"], ["as", "long"])
_RANGES = frozenset(("range", "ranges", "varies", "vary"))
_FROM = ("from", "between")
_A_FEW = frozenset("two three four five six seven eight nine ten several hundreds tens thousands".split())
_CUES = _MANY | _OFTEN | _TENDS | _MAY | _RANGES
_ZONES = STORY | {"list"}
_GENERAL = ("present", "modal")


@fact
def habits(article: Article) -> tuple[tuple[Span, int], ...]:
    """The words that tell a habit or a rough cost, each with the index of its sentence, one a sentence, in order.

    None in sentences with a date or a person, in the past tense, or to the reader.
    """
    at = [*article.where(_CUES)]
    if not at:
        return ()
    folded, starts, ends = article.words
    dated = [date.span for date in dates(article) if date.kind != "vague"]
    people = [name.span for name in names(article) if name.kind == "person"]
    out: list[tuple[Span, int]] = []
    for k, index in zip(at, article.sentence_indexes([starts[k] for k in at]), strict=True):
        if index < 0 or (out and out[-1][1] == index):
            continue
        span, block = article.sentences[index]
        row = article.sentence_words[index]
        said = folded[row.start : row.stop]
        if (
            article.blocks[block].zone not in _ZONES
            or article.text[span.end - 1] in "?:"
            or not _is_cue(article, k, row)
        ):
            continue
        if not TALK.isdisjoint(said) or covering(dated, *span) >= 0 or covering(people, *span) >= 0:
            continue
        tense = tense_of(said, [article.text[ends[i] : starts[i + 1]] for i in row[:-1]])
        whole = article.blocks[block].zone != "list" and article.text[span.end - 1] == "."
        if tense in _GENERAL or (tense == "none" and whole):
            out.append((Span(starts[k], ends[min(k + 1, row.stop - 1)]), index))
    return tuple(out)


def _is_cue(article: Article, k: int, row: range) -> bool:
    """True where the word at `k` tells of many, of often or of a rough cost."""
    folded, starts, ends = article.words
    word = folded[k]
    behind = folded[k + 1 : min(k + 1 + _NOUN_WITHIN, row.stop)]
    if not behind or article.text[ends[k] : starts[k + 1]] != " ":
        return False
    before = folded[k - 1] if k > row.start else ""
    if word in _MANY:
        first = k == row.start or (k == row.start + 1 and before in _OPENERS)
        plural = any(noun in _PEOPLE or (noun[-1] == "s" and noun[-2:] != "ss") for noun in behind[:-1])
        return first and plural and behind[0] not in _OF_A_SET and not behind[0].endswith("ly")
    if word in _OFTEN:
        follows = behind[0]
        return not (before in _MEASURED or before in _SOMEBODY or follows in _NO_HABIT or follows.endswith("ing"))
    if word in _TENDS:
        return behind[0] == "to" and behind[1:2] != ["be"] and before not in _SOMEBODY
    if word in _RANGES:
        least = behind[1] if len(behind) > 1 else ""
        return behind[0] in _FROM and before not in _MEASURED and (least[:1].isdigit() or least in _A_FEW)
    return behind[0] in _COSTS and (behind[1:3] in _AT_MOST or not _ROUGHLY.isdisjoint(behind[1:3]))
