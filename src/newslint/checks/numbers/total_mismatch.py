from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Figure, Hit, Span, amount, figures, figures_by_sentence, number, reach, rule

_POLL = frozenset(
    "said say says saying told think thought believe believed feel felt want wanted prefer preferred own owned use "
    "used uses "
    "play plays played respondents polled surveyed survey poll asked multiple several both also overlap overlapping "
    "some "
    "had have has suffered reported listed named chose speak like liked hold held bought buy read watch ate".split()
)
_OVERLAP = frozenset("both also some multiple several overlap overlapping respectively".split())
_EXACT = frozenset("comprising comprise comprises comprised consist consisting consists split divided".split())
_RATE_NOT = frozenset("than another more further additional extra compared last earlier previous".split())
_PERCENT_SIDES = (
    ({"for", "favour", "favor", "yes", "backed", "support", "supported"}, {"against", "no", "oppose", "opposed", "rejected"}),
    ({"men", "male", "males"}, {"women", "female", "females"}), ({"boys"}, {"girls"}), ({"leave"}, {"remain"}),
    ({"approve", "approved"}, {"disapprove", "disapproved"}), ({"agree", "agreed"}, {"disagree", "disagreed"}),
)  # fmt: skip
_REST = frozenset(("rest", "remainder", "remaining"))


@rule(
    "error",
    wakes=[figures],
    why="Sums that a reader can do in the head; counting slips are common in generated copy",
    exceptions="Polls where several answers are allowed, groups that overlap, lists that say “including”.",
    bad=[
        "Of 200 jobs, 120 are in Leeds and <<90>> in Hull.",
        "<<Three>> cities - Oslo, Bergen, Moss and Hamar - bid.",
        "The council will spend <<$10 million>>: $6 million on roads and $5 million on schools.",
        "Of the voters, 55% were for the plan and <<48%>> were against it.",
        "At £200 a month for 12 months, the course costs a total of <<£3,000>>.",
        "In all, 30 of the 120 members, or <<40%>>, stayed away.",
        "About a third of the crew, or <<45 percent>>, are women.",
    ],
    good=[
        "Of 200 jobs, 120 are in Leeds and 80 in Hull.",
        "Four cities - Oslo, Bergen, Moss and Hamar - bid.",
        "The council will spend $11 million: $6 million on roads and $5 million on schools.",
        "Of 200 pupils, 150 play football and 90 play tennis.",
        "At £200 a month for 12 months, the course costs a total of £2,400.",
        "In all, 30 of the 120 members, or 25%, stayed away.",
        "The fund put in $10 million, including $3 million for roads and $2 million for schools.",
        "About a third of the crew, or 32 percent, are women.",
    ],
)
def total_mismatch(article: Article) -> Iterator[Hit]:
    """The parts do not make the total: a sum, a list after its number, shares of one whole, a rate times its term.

    Whoever counts along stops believing here. Add up again and mend the part or the total; where groups overlap or a
    list
    is not complete, say so ("including", "some were both").
    """
    folded = article.words.folded
    for i, here in figures_by_sentence(article).items():
        span = article.sentences[i].span
        start, end = article.words.at(span.start), article.words.at(span.end)
        said = set(folded[start:end])
        if len(here) > 1:
            yield from _of_total(folded, here, said, start)
            yield from _listed(article, here)
            yield from _summed_up(article, here, said)
            yield from _sides(article, here, said, span)
            yield from _shares(article, here)
            yield from _rate(article, here, said, span)
        for figure in here:
            if (
                figure.kind == "count"
                and 2 <= figure.value <= 12
                and not figure.about
                and not figure.high
                and figure.noun
            ):
                yield from _enumeration(article, figure, span.end)


def _alike(total: Figure, part: Figure) -> bool:
    if part.high or part.kind != total.kind or part.kind not in ("count", "money"):
        return False
    return part.unit == total.unit if part.kind == "money" else not part.noun or part.noun == total.noun


def _sum_of(parts: list[Figure]) -> tuple[float, float, float]:
    """The plain sum of the parts, and the least and the most that rounding allows."""
    reaches = [reach(part, 0.05) for part in parts]
    if all(_exact(part) for part in parts):
        total = sum(part.value for part in parts)
        return total, total, total
    return sum(part.value for part in parts), sum(low for low, _ in reaches), sum(high for _, high in reaches)


def _exact(figure: Figure) -> bool:
    """Counts, and small whole numbers of millions, are taken at their word."""
    if figure.about or figure.high or figure.step < 0.5 * figure.scale:
        return False
    return figure.value / figure.scale < 20 if figure.scale > 1 else figure.kind == "count"


def _misses(total: Figure, parts: list[Figure], complete: bool) -> float:
    """What the parts make, when that is not the total; else 0."""
    plain, low, high = _sum_of(parts)
    t_low, t_high = (total.value, total.value) if _exact(total) else reach(total, 0.05)
    if low > t_high or (complete and high < t_low):
        return plain
    return 0.0


def _of_total(folded: list[str], here: list[Figure], said: set[str], start: int) -> Iterator[Hit]:
    """``Of 200 jobs, 120 are in Leeds and 90 in Hull.``"""
    total = here[0]
    lead = folded[max(start, total.words[0] - 2) : total.words[0]]
    if (
        "of" not in lead
        or total.words[0] - start > 3
        or total.kind not in ("count", "money")
        or said & _POLL
        or total.about
    ):
        return
    parts = [f for f in here[1:] if _alike(total, f)]
    if len(parts) < 2 or len(parts) != len(here) - 1:
        return
    makes = _misses(total, parts, complete=False)
    if makes:
        yield Hit(
            parts[-1].span,
            f"The parts make {_shown(makes, total)}, the text says {total.text}.",
            see=((total.span, "total"),),
        )


def _listed(article: Article, here: list[Figure]) -> Iterator[Hit]:
    """``$10 million: $6 million on roads and $5 million on schools``; ``comprising …``; ``of which …``."""
    text, folded = article.folded, article.words.folded
    for n, total in enumerate(here[:-2]):
        if total.kind not in ("count", "money") or total.about or total.high:
            continue
        gap = text[total.span.end : here[n + 1].span.start]
        between = folded[total.words[1] + 1 : here[n + 1].words[0]]
        parts = here[n + 1 :]
        if ":" in gap[:60] and len(between) <= 6:
            complete, after = False, gap.index(":")
        elif len(between) <= 7 and (_EXACT & set(between) or "made up of" in gap):
            complete, after = True, 0
        elif len(between) <= 4 and gap.endswith((" of which ", " of whom ", ", ")) and _of_them(folded, parts):
            complete, after = False, len(gap)
        else:
            continue
        if "including" in between or (gap[after + 1 :].strip() not in ("", "about", "some", "nearly") and not complete):
            continue
        if not all(_alike(total, p) or (total.kind == p.kind == "count" and complete) for p in parts) or len(parts) > 8:
            continue
        if not all(_next_in_list(text, a, b, complete) for a, b in pairwise(parts)):
            continue
        makes = _misses(total, parts, complete=complete or ":" in gap[:60])
        if makes and not _RATE_NOT & set(folded[total.words[1] : parts[-1].words[0]]):
            yield Hit(
                total.span,
                f"The parts make {_shown(makes, total)}, the text says {total.text}.",
                see=tuple((p.span, "part") for p in parts),
            )
        return


def _next_in_list(text: str, a: Figure, b: Figure, complete: bool) -> bool:
    gap = text[a.span.end : b.span.start]
    if complete:  # roads ($11 million) and schools ($4 million)
        return len(gap) < 60 and (" and " in gap or ", " in gap)
    return len(gap) < 90 and gap.rstrip().endswith((",", "and", ";", "the other", "another")) and "(" not in gap


def _of_them(folded: list[str], parts: list[Figure]) -> bool:
    """``102 boats, 49 of them in Arlow and 59 in Bexted``; ``67 buses, of which 17 are ...``."""
    first = parts[0]
    before = folded[first.words[0] - 2 : first.words[0]]
    return before in (["of", "which"], ["of", "whom"]) or folded[first.words[1] + 1 : first.words[1] + 3] == ["of", "them"]


def _summed_up(article: Article, here: list[Figure], said: set[str]) -> Iterator[Hit]:
    """``18 lamps in Arlow and 72 in Bexted, 85 in all``; ``$2 million and $3 million, a total of $6 million``."""
    folded, text = article.words.folded, article.folded
    total = here[-1]
    if len(here) < 3 or total.kind not in ("count", "money") or total.about or said & _OVERLAP or said & _RATE_NOT:
        return
    lead = folded[total.words[0] - 3 : total.words[0]]
    tail = folded[total.words[1] + 1 : total.words[1] + 4]
    if not (lead[-2:] == ["total", "of"] or lead[-1:] == ["totalling"] or tail[:2] in (["in", "all"], ["in", "total"])):
        if tail[:1] != ["altogether"] and tail[1:3] not in (["in", "all"], ["in", "total"]):
            return
    parts = here[:-1]
    nouns = {part.noun for part in parts if part.noun}
    if len(nouns) > 1 or any(p.kind != total.kind or p.high or (p.kind == "money" and p.unit != total.unit) for p in parts):
        return
    if total.noun and nouns and total.noun not in nouns or {"each", "per", "apiece"} & set(_after_each(folded, parts)):
        return
    if not all(" and " in gap or "," in gap for gap in _gaps(text, parts)):
        return
    makes = _misses(total, parts, complete=True)
    if makes:
        message = f"The parts make {_shown(makes, total)}, the text says {total.text}."
        yield Hit(total.span, message, see=tuple((p.span, "part") for p in parts))


def _after_each(folded: list[str], parts: list[Figure]) -> list[str]:
    return [folded[p.words[1] + 1] for p in parts if p.words[1] + 1 < len(folded)]


def _gaps(text: str, parts: list[Figure]) -> list[str]:
    return [text[a.span.end : b.span.start] for a, b in pairwise(parts)]


def _sides(article: Article, here: list[Figure], said: set[str], span: Span) -> Iterator[Hit]:
    """Percentages of two sides of one question, or with the rest, over or under a hundred."""
    shares = [f for f in here if f.kind == "percent"]
    if (
        not 2 <= len(shares) <= 6
        or any(f.high or f.value > 100 for f in shares)
        or said & {"respectively", "from", "up", "down", "than"}
    ):
        return
    total = sum(f.value for f in shares)
    slack = sum(f.step for f in shares) + (5 if any(f.about for f in shares) else 0)
    opposed = len(shares) == 2 and any(said & one and said & other for one, other in _PERCENT_SIDES)
    opposed = opposed or (len(here) == 2 and _by_vote(article, shares))
    rest = bool(said & _REST)
    folded = article.words.folded
    remaining = any(f.words[0] and folded[f.words[0] - 1] == "remaining" for f in shares)
    if opposed and len(here) > len(shares) + 1:
        opposed = False
    if opposed and not _by_vote(article, shares) and not _one_question(folded, shares):
        opposed = False
    if (total > 100 + slack and (opposed or rest)) or (remaining and total < 100 - slack):
        yield Hit(
            shares[-1].span,
            f"The parts make {total:g}%, of a whole of 100%.",
            see=tuple((f.span, "part") for f in shares[:-1]),
        )


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


def _by_vote(article: Article, shares: list[Figure]) -> bool:
    """``voted 55% to 48%``."""
    first, second = shares
    link = article.folded[first.span.end : second.span.start]
    before = article.words.folded[max(0, first.words[0] - 4) : first.words[0]]
    return link in (" to ", "-", " - ") and bool({"voted", "vote", "by", "won", "lost"} & set(before))


def _shares(article: Article, here: list[Figure]) -> Iterator[Hit]:
    """``30 of the 120 members, or 40%``; ``a third, or 45 percent``."""
    text, folded = article.folded, article.words.folded
    for n, share in enumerate(here):
        if share.kind != "percent" or share.high:
            continue
        before = here[n - 1] if n else share
        gap = text[before.span.end : share.span.start]
        if before.kind == "fraction":
            if len(gap) < 60 and _or(gap):
                slack = 3.5 + share.step + (3 if before.about or share.about else 0)
                if abs(before.value * 100 - share.value) > slack:
                    yield Hit(
                        share.span,
                        f"“{before.text}” is {amount(round(before.value * 100), '%')}, not {share.text}.",
                        see=((before.span, "here"),),
                    )
            continue
        found = _part_and_whole(article, here, n)
        if found is None:
            continue
        part, whole = found
        link = folded[part.words[1] + 1 : whole.words[0]] if part.words < whole.words else ["of"]
        if (
            part.kind != "count"
            or len(link) > 5
            or "of" not in link
            or part.value > whole.value
            or part.high
            or not whole.value
        ):
            continue
        if any(w in ("and", "in", "for") for w in link):
            continue
        low, high = reach(part, 0.05)[0] / reach(whole, 0.05)[1], reach(part, 0.05)[1] / reach(whole, 0.05)[0]
        if part.scale == 1 and whole.scale == 1 and not (part.about or whole.about):
            low = high = part.value / whole.value
        slack = share.step + 0.5 + (2 if share.about else 0)
        if not low * 100 - slack <= share.value <= high * 100 + slack:
            made = amount(round(100 * part.value / whole.value, 1), "%")
            message = f"{part.text} of {whole.text} is {made}, not {share.text}."
            yield Hit(share.span, message, see=((part.span, "part"), (whole.span, "whole")))


def _part_and_whole(article: Article, here: list[Figure], n: int) -> tuple[Figure, Figure] | None:
    """The two counts that the percentage `here[n]` compares, as part and whole."""
    text, folded = article.folded, article.words.folded
    share = here[n]
    if n + 2 < len(here) + 0 and here[n + 1].kind == here[n + 2].kind == "count":  # 58% of the members, 95 of 147,
        gap = text[share.span.end : here[n + 1].span.start]
        link = text[here[n + 1].span.end : here[n + 2].span.start]
        if gap.startswith(" of ") and len(gap) < 50 and gap.endswith((", ", " (", ", or ")) and link in (" of ", " of the ", " out of "):
            return here[n + 1], here[n + 2]
    if n < 2 or here[n - 1].kind != "count" or here[n - 2].kind != "count":
        return None
    gap = text[here[n - 1].span.end : share.span.start]
    after = text[share.span.end : share.span.end + 14]
    aside = gap.endswith(", ") and "," not in gap[:-2] and after[:1] in (",", ".") and len(gap) < 40
    told = after.startswith((" of the total", " of them", " of all")) and ", " in gap
    if len(gap) > 60 or not (_or(gap) or aside or told):
        return None
    first, second = here[n - 2], here[n - 1]
    lead = folded[max(0, first.words[0] - 2) : first.words[0]]
    if "of" in lead and len(folded[first.words[1] + 1 : second.words[0]]) <= 2 and second.value <= first.value:
        return second, first  # Of 120 members, 30, or 25%,
    return first, second


def _or(gap: str) -> bool:
    """The share restates what stands before: ``, or 25%``, ``(25%)``."""
    tail = gap.rstrip()
    for rough in ("about", "nearly", "almost", "roughly", "some", "around", "just over", "just under"):
        tail = tail.removesuffix(rough).rstrip()
    head = tail.removesuffix(", or").removesuffix("- or").removesuffix("(")
    return head != tail and "," not in head and "(" not in head


_PERIODS = {
    "month": "mo",
    "monthly": "mo",
    "year": "y",
    "yearly": "y",
    "annually": "y",
    "week": "wk",
    "weekly": "wk",
    "day": "d",
}


def _rate(article: Article, here: list[Figure], said: set[str], span: Span) -> Iterator[Hit]:
    """``£200 a month for 12 months, a total of £3,000``; ``12 buses at £30,000 each, a total of £400,000``."""
    folded = article.words.folded
    sums = [f for f in here if f.kind == "money" and not f.high]
    if len(sums) != 2 or sums[0].unit != sums[1].unit:
        return
    price, total = sums if sums[0].value < sums[1].value else sums[::-1]
    after = folded[price.words[1] + 1 : price.words[1] + 3]
    unit = next((_PERIODS[w] for w in after if w in _PERIODS), "")
    each = "each" in after or "apiece" in after
    if unit and (after[0] in ("a", "per", "each", "every") or after[0] in _PERIODS):
        times = [f for f in here if f.kind == "measure" and f.unit in ("mo", "y", "wk", "d") and not f.high]
        if len(times) != 1:
            return
        factor = times[0].value * {("mo", "y"): 12, ("wk", "y"): 52, ("d", "wk"): 7}.get((unit, times[0].unit), 1)
        if times[0].unit != unit and factor == times[0].value:
            return
        count = times[0]
    elif each:
        counts = [f for f in here if f.kind == "count" and f.noun and not f.high]
        if len(counts) != 1:
            return
        count, factor = counts[0], counts[0].value
    else:
        return
    lead = folded[max(0, total.words[0] - 4) : total.words[0]]
    tail = folded[total.words[1] + 1 : total.words[1] + 3]
    restated = lead[-1:] == ["or"] and tail[:1] in (["over"], ["for"], ["in"])
    if not restated and not {"total", "totals", "totalling", "totaling", "altogether", "all"} & {*lead, *tail}:
        return
    low, high = reach(price)[0] * factor, reach(price)[1] * factor
    slack = 0.15 if count.about or total.about or price.about else 0.01
    t_low, t_high = reach(total)
    if t_high < low * (1 - slack) or t_low > high * (1 + slack):
        made = amount(price.value * factor, total.unit)
        yield Hit(
            total.span, f"{price.text} times {number(factor)} is {made}, not {total.text}.", see=((price.span, "rate"),)
        )


def _enumeration(article: Article, figure: Figure, end: int) -> Iterator[Hit]:
    """``Three cities - Oslo, Bergen, Moss and Hamar - bid.``"""
    words, text = article.words, article.text
    last = figure.words[1]
    while last < figure.words[1] + 3 and words.folded[last] != figure.noun:
        last += 1
    if words.folded[last] != figure.noun or figure.unit in ("time", "day", "way"):
        return
    at = words.ends[last]
    opening = next((o for o in (" - ", " – ", " — ", "—", ": ", " (") if text.startswith(o, at)), "")
    if not opening:
        yield from _between_commas(article, figure, at)
        return
    begin = at + len(opening)
    stop = end
    closing = {" (": ")", ": ": ""}.get(opening, opening.strip())
    if closing:
        stop = text.find(closing, begin, end)
        if stop < 0:
            stop = end if text[end - 1] in ".!?" and opening != " (" else -1
        if stop < 0:
            return
    items = _items(text[begin:stop].rstrip(" .!?"))
    if items and items != figure.value:
        said = f"The list has {items}, the text says {figure.text}."
        yield Hit(figure.span, said, see=((Span(begin, stop), "list"),))


def _between_commas(article: Article, figure: Figure, at: int) -> Iterator[Hit]:
    """``The mayors of four towns, Arlow, Bexted and Glint, signed.``: names only, three or more, then the verb."""
    text = article.text
    before = article.words.folded[figure.words[0] - 1] if figure.words[0] else ""
    if before in ("in", "at", "for", "after", "over", "within", "during", "by", "with", "across", "on") or text[at : at + 2] != ", ":
        return
    joined = text.find(" and ", at, at + 200)
    stop = text.find(",", joined, joined + 60) if joined > 0 else -1
    if stop < 0 or not text[stop + 2 : stop + 3].islower():
        return
    items = _items(text[at + 2 : stop])
    if items >= 3 and items != figure.value:
        said = f"The list has {items}, the text says {figure.text}."
        yield Hit(figure.span, said, see=((Span(at + 2, stop), "list"),))


def _items(listed: str) -> int:
    """How many names a plain list of names holds; 0 when it is anything else."""
    if len(listed) > 400 or any(mark in listed for mark in ';:()"“”'):
        return 0
    head, joined, tail = listed.rpartition(" and ")
    if not joined or " and " in head:
        return 0
    parts = [*(part.strip() for part in head.rstrip(", ").split(",")), tail.strip()]
    if len(parts) < 2 or any(not part or not part[0].isupper() or len(part.split()) > 4 for part in parts):
        return 0
    if any(
        word[0].islower() and word not in ("of", "the", "de", "la", "du", "van", "von", "upon", "del", "al")
        for part in parts
        for word in part.split()
    ):
        return 0
    return len(parts)


def _shown(value: float, like: Figure) -> str:
    return amount(value, like.unit if like.kind == "money" else "")
