"""Shares: percentages of a whole, sides of a vote, and rates over a term."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, amount, number, reach
from newslint.facts.changes import FALLS, MOST_FIGURES, RISES, figures_by_sentence
from newslint.facts.figures import Figure, figures
from newslint.typed import Iterator

_PERCENT_SIDES = (
    ({"for", "favour", "favor", "yes", "backed", "support", "supported"},
     {"against", "no", "oppose", "opposed", "rejected"}),
    ({"men", "male", "males"}, {"women", "female", "females"}), ({"boys"}, {"girls"}), ({"leave"}, {"remain"}),
    ({"approve", "approved"}, {"disapprove", "disapproved"}), ({"agree", "agreed"}, {"disagree", "disagreed"}),
)  # fmt: skip
_REST = frozenset(("rest", "remainder", "remaining"))
_PERIODS = {
    "month": "mo", "monthly": "mo", "year": "y", "yearly": "y", "annually": "y", "week": "wk", "weekly": "wk",
    "day": "d",
}  # fmt: skip
_EACH_OF_THE = ["each", "of", "the"]
_TOTALS = frozenset("total totals totalling totaling altogether all".split())


@fact
def miscounted_shares(article: Article) -> tuple[Clash, ...]:
    """Percentages that do not follow from part and whole, sides of over a hundred, rates that miss their total."""
    found: list[Clash] = []
    folded = article.words.folded
    for i, here in figures_by_sentence(article).items():
        if not 2 <= len(here) <= MOST_FIGURES:
            continue
        kinds = [figure.kind for figure in here]
        if "percent" in kinds:
            near = article.sentence_words[i]
            found += _sides(article, here, set(folded[near.start : near.stop]))
            found += _shares(article, here)
        if kinds.count("money") > 1:
            found += _rate(article, here)
    return tuple(found)


def _sides(article: Article, here: list[Figure], said: set[str]) -> Iterator[Clash]:
    """Percentages of two sides of one question, or with the rest, over or under a hundred."""
    shares = [f for f in here if f.kind == "percent"]
    if (
        not 2 <= len(shares) <= 6
        or any(f.high or f.value > 100 for f in shares)
        or said & {"respectively", "from", "down", "than"}
    ):
        return
    made_up = len(shares) == 2 and _made_up(article.words.folded, shares)
    if "up" in said and not made_up:
        return
    total = sum(f.value for f in shares)
    slack = sum(f.rounding for f in shares) + (5 if any(f.about for f in shares) else 0)
    rest = bool(said & _REST)
    folded = article.words.folded
    remaining = any(f.words[0] and folded[f.words[0] - 1] == "remaining" for f in shares)
    if remaining and any(f.kind == "percent" and abs(f.value - total) < 0.05 for f in figures(article)):
        return  # a rise of 18%: "12% is paid in May and the remaining 6% in June"
    opposed = _opposed(article, here, shares, said, made_up)
    if (total > 100 + slack and (opposed or rest)) or (remaining and total < 100 - slack):
        yield Clash(
            shares[-1].span,
            f"The parts make {total:g}%, of a whole of 100%.",
            see=tuple((f.span, "part") for f in shares[:-1]),
        )


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


def _shares(article: Article, here: list[Figure]) -> Iterator[Clash]:
    """``30 of the 120 members, or 40%``; ``a third, or 45 percent``."""
    for n, share in enumerate(here):
        if share.kind != "percent" or share.high:
            continue
        before = here[n - 1] if n else share
        if before.kind == "fraction":
            gap = article.folded[before.span.end : share.span.start]
            if len(gap) < 60 and _or(gap):
                yield from _in_words(before, share)
            continue
        found = _part_and_whole(article, here, n)
        if found is not None and _is_part(article, *found):
            yield from _in_figures(*found, share)


def _in_words(fraction: Figure, share: Figure) -> Iterator[Clash]:
    """``a third, or 45 percent``."""
    slack = 3.5 + share.rounding + (3 if fraction.about or share.about else 0)
    if abs(fraction.value * 100 - share.value) > slack:
        made = amount(round(fraction.value * 100), "%")
        yield Clash(share.span, f"“{fraction.text}” is {made}, not {share.text}.", see=((fraction.span, "here"),))


def _in_figures(part: Figure, whole: Figure, share: Figure) -> Iterator[Clash]:
    """``30 of the 120 members, or 40%``."""
    low, high = reach(part, 0.05)[0] / reach(whole, 0.05)[1], reach(part, 0.05)[1] / reach(whole, 0.05)[0]
    if part.scale == 1 and whole.scale == 1 and not (part.about or whole.about):
        low = high = part.value / whole.value
    slack = share.rounding + 0.5 + (2 if share.about else 0)
    if not low * 100 - slack <= share.value <= high * 100 + slack:
        made = amount(round(100 * part.value / whole.value, 1), "%")
        message = f"{part.text} of {whole.text} is {made}, not {share.text}."
        yield Clash(share.span, message, see=((part.span, "part"), (whole.span, "whole")))


def _is_part(article: Article, part: Figure, whole: Figure) -> bool:
    """The first count is told as one of the second: ``30 of the 120``."""
    if part.kind != "count" or part.high or part.value > whole.value or not whole.value:
        return False
    if part.words > whole.words:
        return True
    link = article.words.folded[part.words[1] + 1 : whole.words[0]]
    return len(link) <= 6 and "of" in link and {"and", "in", "for"}.isdisjoint(link)


def _part_and_whole(article: Article, here: list[Figure], n: int) -> tuple[Figure, Figure] | None:
    """The two counts that the percentage `here[n]` compares, as part and whole."""
    text, folded = article.folded, article.words.folded
    share = here[n]
    if n + 2 < len(here) and here[n + 1].kind == here[n + 2].kind == "count":
        gap = text[share.span.end : here[n + 1].span.start]
        link = text[here[n + 1].span.end : here[n + 2].span.start]
        opened = gap.startswith(" of ") and gap.endswith((", ", " (", ", or ")) and len(gap) < 50
        if opened and link in (" of ", " of the ", " out of "):
            return here[n + 1], here[n + 2]  # 58% of the members, 95 of 147,
    if n and n + 1 < len(here) and here[n - 1].kind == here[n + 1].kind == "count":
        gap = text[here[n - 1].span.end : share.span.start]
        link = text[share.span.end : here[n + 1].span.start]
        opened = gap.endswith((" - ", ", ", " (", ", or ")) and len(gap) < 30
        if opened and link in (" of the ", " of its ", " of their ", " of "):
            return here[n - 1], here[n + 1]  # 235 members - 59% of the 395 -
    if n < 2 or here[n - 1].kind != "count" or here[n - 2].kind != "count" or not _restates(article, here, n):
        return None
    first, second = here[n - 2], here[n - 1]
    if second.value < first.value and text[first.span.end : second.span.start].endswith((", of whom ", ", of which ")):
        return second, first  # 120 members, of whom 30, or 25%,
    lead = folded[max(0, first.words[0] - 2) : first.words[0]]
    if "of" in lead and len(folded[first.words[1] + 1 : second.words[0]]) <= 2 and second.value <= first.value:
        return second, first  # Of 120 members, 30, or 25%,
    return first, second


_RESTATING = (" a rate of ", ", which is ", ", that is ", " - or ", ", about ", ", nearly ", ", almost ", ", some ")


def _restates(article: Article, here: list[Figure], n: int) -> bool:
    """The percentage `here[n]` says once more what the two counts before it say."""
    text, folded = article.folded, article.words.folded
    share = here[n]
    gap = text[here[n - 1].span.end : share.span.start]
    after = text[share.span.end : share.span.end + 14]
    if len(gap) > 60:
        return False
    if _or(gap) or (after.startswith((" of the total", " of them", " of all")) and ", " in gap):
        return True
    set_apart = gap.endswith(", ") and after[:1] in (",", ".")
    if set_apart and "," not in gap[:-2] and len(gap) < 40:
        return True
    first, last = share.words
    beside = folded[first - 4 : first]
    if after[:1] not in (",", ".", ")"):
        beside += folded[last + 1 : last + 4]
    changes = not (
        RISES.isdisjoint(beside) and FALLS.isdisjoint(beside) and {"more", "less", "than"}.isdisjoint(beside)
    )
    loose = after.startswith(" of them") or gap.endswith(_RESTATING) or set_apart
    return loose and len(here) == 3 and not changes


def _or(gap: str) -> bool:
    """The share restates what stands before: ``, or 25%``, ``(25%)``."""
    tail = gap.rstrip()
    for rough in ("about", "nearly", "almost", "roughly", "some", "around", "just over", "just under"):
        tail = tail.removesuffix(rough).rstrip()
    head = tail.removesuffix(", or").removesuffix("- or").removesuffix("(")
    return head != tail and "," not in head and "(" not in head


def _rate(article: Article, here: list[Figure]) -> Iterator[Clash]:
    """``£200 a month for 12 months, a total of £3,000``; ``12 buses at £30,000 each, a total of £400,000``."""
    folded = article.words.folded
    sums = [f for f in here if f.kind == "money" and not f.high]
    if len(sums) != 2 or sums[0].unit != sums[1].unit:
        return
    price, total = sums if sums[0].value < sums[1].value else sums[::-1]
    found = _multiplier(folded, here, price)
    if found is None or not _is_total(folded, total):
        return
    count, factor = found
    heads = [f.value for f in here if f.kind == "count" and f is not count]
    if any(abs(price.value * factor * n - total.value) <= 0.02 * total.value for n in heads):
        return  # 12 people for 30 days at $200 a day
    low, high = reach(price)[0] * factor, reach(price)[1] * factor
    slack = 0.15 if count.about or total.about or price.about else 0.01
    t_low, t_high = reach(total)
    if t_high < low * (1 - slack) or t_low > high * (1 + slack):
        made = amount(price.value * factor, total.unit)
        message = f"{price.text} times {number(factor)} is {made}, not {total.text}."
        yield Clash(total.span, message, see=((price.span, "rate"),))


def _multiplier(folded: list[str], here: list[Figure], price: Figure) -> tuple[Figure, float] | None:
    """The figure that says how often the price is paid, and how often that is."""
    after = folded[price.words[1] + 1 : price.words[1] + 3]
    unit = next((_PERIODS[w] for w in after if w in _PERIODS), "")
    if unit and (after[0] in ("a", "per", "each", "every") or after[0] in _PERIODS):
        times = [f for f in here if f.kind == "measure" and f.unit in _PERIODS.values() and not f.high]
        if len(times) != 1:
            return None
        factor = {("mo", "y"): 12, ("wk", "y"): 52, ("d", "wk"): 7}.get((unit, times[0].unit), 1)
        return (times[0], times[0].value * factor) if factor > 1 or times[0].unit == unit else None
    if "each" in after or "apiece" in after or any(folded[f.words[0] - 3 : f.words[0]] == _EACH_OF_THE for f in here):
        counts = [f for f in here if f.kind == "count" and f.noun and not f.high]
        return (counts[0], counts[0].value) if len(counts) == 1 else None
    return None


def _is_total(folded: list[str], figure: Figure) -> bool:
    """``a total of £3,000``, ``£3,000 in all``, ``or £3,000 over the year``."""
    lead = folded[max(0, figure.words[0] - 4) : figure.words[0]]
    tail = folded[figure.words[1] + 1 : figure.words[1] + 3]
    if lead[-1:] == ["or"] and tail[:1] in (["over"], ["for"], ["in"]):
        return True
    return not _TOTALS.isdisjoint((*lead, *tail))
