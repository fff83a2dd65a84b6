"""Shares: percentages of the sides of one question, and of what remains."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, hundred_clash
from newslint.facts.changes import MOST_FIGURES, figures_by_sentence
from newslint.facts.figures import Figure, figures
from newslint.typed import Iterator

_PERCENT_SIDES = (
    ({"for", "favour", "favor", "yes", "backed", "support", "supported"},
     {"against", "no", "oppose", "opposed", "rejected"}),
    ({"men", "male", "males"}, {"women", "female", "females"}), ({"boys"}, {"girls"}), ({"leave"}, {"remain"}),
    ({"approve", "approved"}, {"disapprove", "disapproved"}), ({"agree", "agreed"}, {"disagree", "disagreed"}),
)  # fmt: skip
_FRACTIONS = frozenset("half third thirds quarter quarters fifth fifths sixth seventh eighth ninth tenth".split())
_REST = frozenset(("rest", "remainder", "remaining"))


@fact
def miscounted_shares(article: Article) -> tuple[Clash, ...]:
    """Sides of over a hundred per cent, and parts with what remains that make less."""
    found: list[Clash] = []
    folded = article.words.folded
    for i, here in figures_by_sentence(article).items():
        if 2 <= len(here) <= MOST_FIGURES and "percent" in [figure.kind for figure in here]:
            near = article.sentence_words[i]
            found += _sides(article, here, set(folded[near.start : near.stop]))
    return tuple(found)


def _sides(article: Article, here: list[Figure], said: set[str]) -> Iterator[Clash]:
    """Percentages of two sides of one question, or with the rest, over or under a hundred."""
    shares = [f for f in here if f.kind == "percent"]
    folded = article.words.folded
    if (
        not 2 <= len(shares) <= 6
        or [f for f in shares if f.high or f.value > 100]
        or said & {"respectively", "down", "than"}
        or any(folded[f.words[0] - 1] == "from" for f in shares)
    ):
        return
    made_up = len(shares) == 2 and _made_up(folded, shares)
    if "up" in said and not made_up:
        return
    total = sum(f.value for f in shares)
    slack = sum(f.rounding for f in shares) + (5 if any(f.about for f in shares) else 0)
    rest = bool(said & _REST)
    remaining = any(
        folded[f.words[0] - 1] == "remaining" or folded[max(0, f.words[0] - 2) : f.words[0]] == ["the", "other"]
        for f in shares
    )
    if remaining and (not _FRACTIONS.isdisjoint(said) or any(_bare(article, f) for f in here)):
        return  # Germany 27 per cent, France 24, the others the remaining 49 per cent
    if remaining and any(
        f.kind == "percent" and min(abs(f.value - total), abs(f.value + total - 100)) < 0.05 + slack * (f not in here)
        for f in figures(article)
    ):
        return  # a rise of 18%: "12% is paid in May and the remaining 6% in June"; or a share told in another sentence
    opposed = _opposed(article, here, shares, said, made_up)
    if total > 130 and not opposed:
        return
    if rest and not opposed and article.folded.count(" of ", shares[0].span.start, shares[-1].span.start) > 1:
        return  # shares of several wholes
    if (total > 100 + slack and (opposed or rest)) or (remaining and total < 100 - slack):
        yield hundred_clash(shares)


def _bare(article: Article, figure: Figure) -> bool:
    """A number without a noun of its own, which may be a percentage like those beside it."""
    if figure.kind != "count" or figure.value > 100:
        return False
    after = article.folded[figure.span.end : figure.span.end + 5]
    return not figure.noun or after[:1] in (",", ";", ":", ".") or after.startswith((" and ", " for ", " to "))


def _opposed(article: Article, here: list[Figure], shares: list[Figure], said: set[str], made_up: bool) -> bool:
    """The shares are those of two sides of one question."""
    if len(shares) != 2 or len(here) > 3:
        return False
    by_vote = _by_vote(article, shares)
    if by_vote and len(here) == 2:
        return True
    if not any(said & one and said & other for one, other in _PERCENT_SIDES):
        return False
    return by_vote or made_up or _one_question(article.words.folded, shares)


def _one_question(folded: list[str], shares: list[Figure]) -> bool:
    """Each share stands by its own side: ``55% for and 48% against``."""
    first, second = shares
    near_first = set(folded[max(0, first.words[0] - 4) : min(first.words[1] + 7, second.words[0])])
    near_second = set(folded[second.words[1] + 1 : second.words[1] + 6])
    if "of" in folded[second.words[1] + 1 : second.words[1] + 3]:
        return False  # 69% of one group and 45% of another
    return any(
        (near_first & a and near_second & b) or (near_first & b and near_second & a) for a, b in _PERCENT_SIDES
    ) and (second.words[0] - first.words[1] <= 10)


def _made_up(folded: list[str], shares: list[Figure]) -> bool:
    """``Men make up 59% of the crew and women 41%``."""
    first, second = shares
    lead = folded[max(0, first.words[0] - 5) : first.words[0]]
    between = folded[first.words[1] + 1 : second.words[0]]
    if not ({"make", "made", "makes"} & set(lead) and lead[-1] == "up") and lead[-2:] != ["account", "for"]:
        return False
    return len(between) <= 8 and any(
        (a & set(lead) and b & set(between[-3:])) or (b & set(lead) and a & set(between[-3:]))
        for a, b in _PERCENT_SIDES
    )


def _by_vote(article: Article, shares: list[Figure]) -> bool:
    """``voted 55% to 48%``."""
    first, second = shares
    link = article.folded[first.span.end : second.span.start]
    before = article.words.folded[max(0, first.words[0] - 4) : first.words[0]]
    return link in (" to ", "-", " - ") and bool({"voted", "vote", "by", "won", "lost"} & set(before))
