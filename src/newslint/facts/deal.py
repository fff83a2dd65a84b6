"""The deal of a funding story: who got how much from whom, on what terms."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import attributions
from newslint.facts.deal_terms import date_told, lead_told, round_told, valuation_told, withheld_told
from newslint.facts.figures import Figure, figures
from newslint.facts.names import name_table, names
from newslint.facts.support import inside
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
    "investor backer cheque cheques check checks including include includes anchored leading put puts gave went "
    "partner lent lends".split()
)
_GOT = frozenset(
    "secures secured securing lands landed bags bagged nets netted attracts attracted pockets pocketed obtains "
    "obtained receives received handed takes taken took gets got wins won deal paying pays invests "
    "invested injected".split()
)
"""Verbs of getting and giving that make a sum a deal's where a house of investors stands beside it."""
_HOUSES = frozenset("ventures capital partners angels fund growth invest seed equity".split())
"""What the names of those end in who invest for a living."""
_NEW_MONEY = frozenset("fresh new growth venture additional".split())
_RAISING = frozenset("series seed round funding".split())
"""Words beside which shares are sold to investors, and not on an exchange."""
_MARKET = frozenset(("share", "shares"))


@fact
def deal(article: Article) -> Deal | None:
    """The deal that the article reports, or None when it is no funding story.

    It is one if, in the headline or the first three paragraphs, a sum of money stands near a word of funding, or a
    round is said to have been closed without a sum, and investors or a start-up are spoken of; public budgets, loans
    of states, takeovers and flotations are none.
    """
    if not article.holds(_CONTEXT) and not _is_of_start_up(article):
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
    lead = lead_told(article)
    investors = _investors(article, recipient)
    return Deal(
        told=told[first],
        amount=amounts[first] if amounts else None,
        sentence=inside[first],
        recipient=recipient,
        investors=investors,
        withheld=withheld_told(article),
        round=round_told(article),
        lead=lead or (investors[0] if len(investors) == 1 else None),
        date=date_told(article, opening),
        valuation=valuation_told(article),
    )


def _is_of_start_up(article: Article) -> bool:
    """Words of a round, or a firm that somebody founded and a house of investors."""
    folded = article.words.folded
    if any(i + 1 < len(folded) and folded[i + 1] in _PAIRS[folded[i]] for i in article.where(_PAIRS.keys())):
        return True
    return article.holds({"founded"}) and bool(_houses(article))


@fact
def speaking_names(article: Article) -> frozenset[int]:
    """Where names start that stand in the source of an attribution: who tells of the investors is none of them."""
    named = names(article)
    sources = [a.source for a in attributions(article) if a.source]
    return frozenset([n.span.start for source in sources for n in inside(named, source)])


def is_house(name: str) -> bool:
    """True of names that have the form of an investment house's: ``Lys Capital``."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last.lower() in _HOUSES


@fact
def _houses(article: Article) -> tuple[int, ...]:
    """Where houses of investors are named, by the form of the name: ``Lys Capital``, ``Liffey Angels``."""
    if not article.holds(_HOUSES):
        return ()
    return tuple([n.span.start for n in names(article) if is_house(n.text)])


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
    if _FUNDING.isdisjoint(near) and not _fresh(near) and (_GOT.isdisjoint(near) or not _from_a_house(article, figure)):
        return False
    if _told_before(words.folded[max(first - _REACH, inside.start) : first]):
        return False
    around = words.folded[inside.start : inside.stop]
    elsewhere = _ELSEWHERE if _RAISING.isdisjoint(around) else _ELSEWHERE - _MARKET
    if not (elsewhere.isdisjoint(around) and _TREND.isdisjoint(around)):
        return False
    behind = words.folded[last : min(last + 6, inside.stop)]
    return "fund" not in behind or "from" in behind  # else it is a fund's own money


def _fresh(near: list[str]) -> bool:
    """``fresh capital``, ``growth capital``: money of investors, and no stock of it."""
    found = [i for i, word in enumerate(near) if word in ("capital", "money")]
    return not _NEW_MONEY.isdisjoint([near[i - 1] for i in found if i])


def _from_a_house(article: Article, figure: Figure) -> bool:
    """The sentence, or the next in its paragraph, or the headline names a house of investors."""
    block = article.block_at(figure.span.start)
    start, end = article.blocks[block].span
    at = article.sentence_index(figure.span.start)
    if at >= 0:
        after = article.sentences[at + 1 : at + 2]
        start = article.sentences[at].span.start
        end = after[0].span.end if after and after[0].block == block else article.sentences[at].span.end
    houses = _houses(article)
    return bisect_left(houses, start) < bisect_left(houses, end)


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
    rows = []
    for span in told[:6]:
        block = words.between(*article.blocks[article.block_at(span.start)].span)
        at, first = article.sentence_index(span.start), words.at(span.start)
        opening = article.sentence_words[at].start if at >= 0 else block.start
        rows.append((opening, range(max(block.start, first - _SENTENCE), min(block.stop, first + _SENTENCE))))
    for _, near in rows:
        for i in near:
            if words.folded[i] == "in" and words.folded[i - 1] in ("investment", "stake", "invested", "round"):
                for k in range(i + 1, min(i + 8, near.stop)):
                    if k in starts and words.folded[k] != "series":
                        return starts[k]
    for opening, near in rows:
        for i in near:
            if words.folded[i] in _RAISERS and i > opening:
                for k in (*range(i - 1, i - 9, -1), *range(opening, opening + 3)):
                    if k in starts:
                        return starts[k]
    companies = [
        i for i, entity in enumerate(table) if entity.kind in ("organisation", "other") and not is_house(entity.name)
    ]
    return max(companies, key=lambda i: len(table[i].mentions), default=-1)


def _investors(article: Article, recipient: int) -> tuple[Span, ...]:
    """Names of others than the recipient, after "led by", "from", "backed by", before "invested", in "N-backed"."""
    folded, starts, table = article.words.folded, article.words.starts, name_table(article)
    named = names(article)
    speak = speaking_names(article)
    out: list[Span] = []
    last = -1
    cued = False
    for name, at in zip(named, article.sentence_indexes([n.span.start for n in named]), strict=True):
        kind = table[name.entity].kind
        if at < 0 or name.entity == recipient or (kind == "place" and not is_house(name.text)):
            continue
        if kind == "person" and name.span.start in speak:
            continue  # who tells of the investors is none
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
