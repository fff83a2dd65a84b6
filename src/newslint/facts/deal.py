"""The deal of a funding story: who got how much from whom, on what terms."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import dates
from newslint.facts.figures import Figure, figures
from newslint.facts.names import name_table, names
from newslint.facts.relative_dates import ORDINALS
from newslint.named import NamedTuple
from newslint.text.span import Span


class Deal(NamedTuple):
    """What a funding story says of its deal. Spans are None or empty where it is silent."""

    told: Span
    """The sum at its first mention in running text, or in the headline when it stands nowhere else; where no sum is
    given, the words for the deal (``funding round``)."""
    amount: Figure | None
    """That sum, or None where the story keeps it back."""
    sentence: int
    """The sentence of `told`, -1 for the headline."""
    recipient: int
    """Who got the money: row of `name_table`, -1 when that cannot be told."""
    investors: tuple[Span, ...]
    """Investors by name, each where the text says that they invested."""
    withheld: Span | None
    """Where somebody on record refuses to name them."""
    round: Span | None
    """Series, seed, convertible, third and the like."""
    lead: Span | None
    """Where it says who led: the words for it, or the only investor."""
    date: Span | None
    valuation: Span | None
    """A valuation, that it was not disclosed, or an instrument that sets none (a loan, a convertible note)."""


_FUNDING = frozenset("funding financing round series seed raise raised raises raising investment".split())
_MONEY = _FUNDING | {"million", "billion", "funds", "money", "capital"}
_CONTEXT = frozenset("startup startups venture founder founders cofounder valuation".split())
_PAIRS = {
    "start": ("up", "ups"), "seed": ("round", "funding"), "funding": ("round",), "series": ("a", "b", "c", "d", "e"),
}  # fmt: skip
"""Words and pairs of words one of which every story of a start-up's money holds."""
_ELSEWHERE = frozenset(
    "government council budget budgets ministry taxpayer taxpayers lottery charity charities grant grants aid relief "
    "bond bonds ipo flotation takeover merger acquisition acquire acquired bid campaign election donors debt "
    "bailout tax taxes spending shares share fine fined lawsuit profit profits sales revenue turnover "
    "pension".split()
)
_TREND = frozenset("fell fall falls rose rise rises dropped declined quarter averaged totalled totaled".split())
_TAKEOVER = frozenset("buys acquire acquires acquired acquisition takeover merger buyout".split())
_SUMS = 40
"""Figures that are looked at in each of the opening paragraphs."""
_SENTENCE = 80
"""Words on either side of a sum that count as its sentence at most."""
_REACH = 12
"""Words between the sum and the word that makes it a deal's."""
_ROUNDS = frozenset("seed angel bridge convertible crowdfunding mezzanine debenture equity loan note facility".split())
_NEW = frozenset("new ordinary preference preferred class convertible".split())
"""Shares that are issued for the money."""
_RAISERS = frozenset(
    "raises raised raise secures secured lands landed closes closed gets got receives received nets netted bags bagged "
    "attracts attracted has scores wins won picks picked".split()
)
_EARLIER = frozenset(("when", "had", "since", "previously", "earlier"))
"""Words before a verb of raising that put it behind the news."""
_DEALS = frozenset("funding financing investment round".split())
_KINDS = frozenset("funding financing seed investment a b c d e".split())
_CLOSED = frozenset(
    "raises raised secures secured securing lands landed closes closed closing completes completed bags bagged nets "
    "netted attracts attracted announces announced".split()
)
_INVESTED = frozenset(
    "led invested joined participated participation participating backed bought contributed leads backers investors "
    "investor backer including include includes anchored leading".split()
)
_REFUSED = frozenset("declined declines refused refuses".split())
_NOT = frozenset(("not", "didn't", "wouldn't", "won't", "hasn't"))
_DISCLOSE = frozenset("name disclose identify reveal share say comment".split())
_BACKERS = ("investor", "backer", "fund", "who", "sharehold", "them")
_VALUED = frozenset("valuation valued values valuing worth convertible debenture loan facility mezzanine".split())


@fact
def deal(article: Article) -> Deal | None:
    """The deal that the article reports, or None when it is no funding story.

    It is one if, in the headline or the first three paragraphs, a sum of money stands near a word of funding, or a
    round is said to have been closed without a sum, and investors or a start-up are spoken of; public budgets, loans
    of states, takeovers and flotations are none.
    """
    folded = article.words.folded
    if not article.holds(_CONTEXT) and not any(
        i + 1 < len(folded) and folded[i + 1] in _PAIRS[folded[i]] for i in article.where(_PAIRS.keys())
    ):
        return None
    opening = [block.span for _, block in article.zoned("headline", "dek")]
    opening += [block.span for _, block in article.zoned("lede", "body", "conclusion")][:3]
    sums = _sums_within(article, opening)
    if any(_takes_over(article, f) for f in sums[:2]):
        return None
    amounts = sorted(f for f in sums if _near_funding(article, f))
    told = [f.span for f in amounts] or _rounds(article, opening)
    if not told:
        return None
    inside = [article.sentence_index(span.start) for span in told]
    first = next((n for n, at in enumerate(inside) if at >= 0), 0)
    recipient = _recipient(article, told)
    lead = _lead(article)
    investors = _investors(article, recipient)
    return Deal(
        told=told[first],
        amount=amounts[first] if amounts else None,
        sentence=inside[first],
        recipient=recipient,
        investors=investors,
        withheld=_withheld(article),
        round=_round(article),
        lead=lead or (investors[0] if len(investors) == 1 else None),
        date=_date(article, opening),
        valuation=_valuation(article),
    )


def _sums_within(article: Article, spans: list[Span]) -> list[Figure]:
    """The sums of money in the spans, of each at most so many."""
    found = figures(article)
    starts = [figure.span.start for figure in found]
    within = (found[bisect_left(starts, start) : bisect_left(starts, end)][:_SUMS] for start, end in spans)
    return [figure for here in within for figure in here if figure.kind == "money"]


def _near_funding(article: Article, figure: Figure) -> bool:
    words = article.words
    first, last = words.at(figure.span.start), words.at(figure.span.end)
    block = article.blocks[article.block_at(figure.span.start)].span
    at = article.sentence_index(figure.span.start)
    whole = words.between(*(article.sentences[at].span if at >= 0 else block))
    inside = range(max(whole.start, first - _SENTENCE), min(whole.stop, last + _SENTENCE))
    near = words.folded[max(first - _REACH, inside.start) : min(last + _REACH, inside.stop)]
    if _FUNDING.isdisjoint(near):
        return False
    if _told_before(words.folded[max(first - _REACH, inside.start) : first]):
        return False
    around = words.folded[inside.start : inside.stop]
    if not (_ELSEWHERE.isdisjoint(around) and _TREND.isdisjoint(around)):
        return False
    return "fund" not in words.folded[last : min(last + 6, inside.stop)]  # a fund's own money


def _told_before(before: list[str]) -> bool:
    """An earlier deal told in passing: ``the 30 percent it had budgeted for when it raised``, ``had raised``."""
    verb = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _RAISERS), -1)
    return verb > 0 and not _EARLIER.isdisjoint(before[max(0, verb - 3) : verb])


def _takes_over(article: Article, figure: Figure) -> bool:
    """The sum is the price of a company."""
    words = article.words
    at = article.sentence_index(figure.span.start)
    block = article.blocks[article.block_at(figure.span.start)].span
    row = words.between(*(article.sentences[at].span if at >= 0 else block))
    first = words.at(figure.span.start)
    here = words.folded[max(row.start, first - _SENTENCE) : min(row.stop, first + _SENTENCE)]
    return not _TAKEOVER.isdisjoint(here) or ("agreed" in here and "buy" in here)


def _rounds(article: Article, opening: list[Span]) -> list[Span]:
    """``closed its Series B``, ``secures funding``, ``announced a funding round``: a deal without its sum."""
    words = article.words
    found = []
    for span in opening:
        row = words.between(*span)
        here = words.folded[row.start : row.stop]
        if not (_TREND.isdisjoint(here) and _ELSEWHERE.isdisjoint(here) and _TAKEOVER.isdisjoint(here)):
            continue
        for i, word in enumerate(here):
            if word not in _DEALS or _CLOSED.isdisjoint(here[max(0, i - _REACH) : i]):
                continue
            first = i - 1 if word == "round" else i
            if word == "round" and here[first] not in _KINDS:
                continue
            found.append(Span(words.starts[row.start + first], words.ends[row.start + i]))
            break
    return found


def _recipient(article: Article, told: list[Span]) -> int:
    """The company after "investment in" or before "raised", else the organisation that is named most."""
    words, table = article.words, name_table(article)
    named = names(article)
    starts = {bisect_left(words.starts, n.span.start): n.entity for n in named if table[n.entity].kind != "place"}
    for span in told[:6]:
        block = words.between(*article.blocks[article.block_at(span.start)].span)
        at, first = article.sentence_index(span.start), words.at(span.start)
        opening = article.sentence_words[at].start if at >= 0 else block.start
        for i in range(max(block.start, first - _SENTENCE), min(block.stop, first + _SENTENCE)):
            word = words.folded[i]
            if word == "in" and words.folded[i - 1] in ("investment", "stake", "invested", "round"):
                for k in range(i + 1, i + 5):
                    if k in starts:
                        return starts[k]
            if word in _RAISERS and i > opening:
                for k in (*range(i - 1, i - 9, -1), *range(opening, opening + 3)):
                    if k in starts:
                        return starts[k]
    companies = [i for i, entity in enumerate(table) if entity.kind in ("organisation", "other")]
    return max(companies, key=lambda i: len(table[i].mentions), default=-1)


def _investors(article: Article, recipient: int) -> tuple[Span, ...]:
    """Names of others than the recipient, after "led by", "from", "backed by", before "invested", in "N-backed"."""
    folded, starts, table = article.words.folded, article.words.starts, name_table(article)
    named = names(article)
    out: list[Span] = []
    last = -1
    cued = False
    for name, at in zip(named, article.sentence_indexes([n.span.start for n in named]), strict=True):
        if at < 0 or name.entity == recipient or table[name.entity].kind == "place":
            continue
        if at != last:
            last, row = at, article.sentence_words[at]
            said = folded[row.start : row.stop]
            cued = not _INVESTED.isdisjoint(said) or any(
                not _MONEY.isdisjoint(said[max(0, i - 6) : i]) for i, word in enumerate(said) if word == "from"
            )
        after = bisect_left(starts, name.span.start) + len(name.text.split())
        hyphened = folded[after : after + 1] == ["backed"]
        if cued or hyphened:
            out.append(name.span)
    return tuple(out)


def _withheld(article: Article) -> Span | None:
    """``declined to name the other investors``, ``did not disclose its backers``, ``would not say who``."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word not in _DISCLOSE:
            continue
        before = folded[max(0, i - 4) : i]
        if not (any(w in _REFUSED for w in before) or any(w in _NOT for w in before[-2:])):
            continue
        if word == "comment" and not any(w in _REFUSED for w in before):
            continue
        after = folded[i + 1 : i + 12]
        at = article.sentence_index(words.starts[i])
        if at < 0 or any(w in ("been", "was", "were") for w in before):
            continue
        if word == "comment" or any(w.startswith(_BACKERS) for w in after):
            return Span(words.starts[max(0, i - 2)], words.ends[i])
    return None


def _round(article: Article) -> Span | None:
    """Which round it is: seed, ``Series B``, ``its third funding round``."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word == "round" and i > 1 and (folded[i - 1] in ORDINALS or folded[i - 2] in ORDINALS):
            return Span(words.starts[i - 1], words.ends[i])
        if word in _ROUNDS or (word == "shares" and i and folded[i - 1] in _NEW):
            return Span(words.starts[i], words.ends[i])
        if word == "series" and i + 1 < len(folded) and len(folded[i + 1]) <= 2 and folded[i + 1][0] in "abcdefghij":
            return Span(words.starts[i], words.ends[i + 1])
    return None


def _lead(article: Article) -> Span | None:
    """Where it says who led."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word in ("led", "leads", "leading") and i + 1 < len(folded):
            near = folded[i + 1 : i + 5]
            if near[0] == "by" or "round" in near or "investment" in near or "financing" in near:
                return Span(words.starts[i], words.ends[min(i + 1, len(folded) - 1)])
        if word == "lead" and folded[i + 1 : i + 2] in (["investor"], ["investors"]):
            return Span(words.starts[i], words.ends[i + 1])
    return None


def _date(article: Article, opening: list[Span]) -> Span | None:
    """The day on which the deal was made or told, where the opening gives one."""
    for date in dates(article):
        if date.kind in ("day", "weekday", "month") and any(s.start <= date.span.start < s.end for s in opening):
            return date.span
        if date.text.lower() in ("today", "yesterday"):
            return date.span
    return None


def _valuation(article: Article) -> Span | None:
    """What the company is held to be worth, that this was not told, or that the instrument leaves it open."""
    words, folded = article.words, article.words.folded
    for i, word in enumerate(folded):
        if word in _VALUED or (word == "terms" and any(w in ("disclosed", "disclose") for w in folded[i : i + 8])):
            return Span(words.starts[i], words.ends[i])
    return None
