"""Summed: parts and totals in wordings that `sums` does not read, what is left over, parts greater than the whole."""

from __future__ import annotations

from itertools import combinations

from newslint.facts.arithmetic import Clash, amount, near, parts_clash, sum_reach
from newslint.facts.figures import Figure
from newslint.facts.sums import OVERLAP
from newslint.facts.wordings.parting import apart, told_apart
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of, headline_sum
from newslint.text.pattern import pattern
from newslint.typed import Callable, Iterator, Match

_OVERLAP = OVERLAP | {"each", "including", "another"}
_SAID_TOTAL = r"in all|in total|total of|altogether|all told|between them|combined"
_WHOLES = frozenset(
    "people members players workers staff employees passengers victims dead jurors pupils students patients soldiers "
    "officers residents seats rooms flats homes children adults pensioners teenagers infants babies twins "
    "prisoners inmates recruits candidates applicants volunteers participants migrants refugees delegates guests "
    "visitors voters judges teachers doctors nurses animals cows".split()
)
"""What is counted as a whole, before its parts are named."""
_POLL = frozenset(
    "said say says think thought believe feel want prefer own owned use used play played asked multiple several both "
    "also overlap had have suffered reported named chose speak like liked hold held bought read watch ate know take "
    "takes took study studied".split()
)
"""Words of groups that may overlap: who plays football may play tennis."""
_BEFORE = 6
"""Sums before a sentence, the last ones, whose parts it may tell."""


def _of_one_kind(named: list[Figure]) -> bool:
    """One kind and currency, nothing rough, no ranges."""
    first = named[0]
    return all(
        f.kind == first.kind and not f.high and not f.about and (f.kind == "count" or f.unit == first.unit)
        for f in named
    )


def _parts(sketch: Sketch, match: Match[str]) -> tuple[Figure, list[Figure]] | None:
    names = [name for name in "pqrs" if match.groupdict().get(name)]
    named = figures_of(sketch, match, "t" + "".join(names))
    if not named or not _of_one_kind(named) or _OVERLAP & set(match[0].split()):
        return None
    return named[0], named[1:]


def _behind_colon(match: Match[str]) -> bool:
    """The parts are told behind a colon, as all of them."""
    return ":" in match[0].split()


def _over(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """Parts that make more than the total, each less than it."""
    found = _parts(sketch, match)
    if found is None or not (_behind_colon(match) or apart(sketch, match)):
        return
    if all(part.value < found[0].value for part in found[1]):
        yield from _too_many(sketch, match, *found)


def _too_many(sketch: Sketch, match: Match[str], total: Figure, parts: list[Figure]) -> Iterator[Clash]:
    if not _first(sketch, total) or not _POLL.isdisjoint(_up_to_the_source(sketch, match).split()):
        return
    if sum_reach(parts)[0] > sum_reach([total])[1]:
        yield parts_clash(total, parts, parts[-1])


def _up_to_the_source(sketch: Sketch, match: Match[str]) -> str:
    """What is said from the total on, without a source behind it: ``…, the union said``."""
    last = max(match.end(name) for name in "pqrs" if match.groupdict().get(name))
    tag = pattern(r" ,(?: [a-z][a-z0-9'.&]*){1,12} (?:said|say|says|shows?|reports?) \.?$").search(sketch.text, last)
    return sketch.text[match.end("t") : tag.start() if tag else None]


def _apposed(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``The jury of 12, seven women and six men,``; not ``25 Greens, 20 Liberals and 15 others``, which is one list."""
    found = _parts(sketch, match)
    if found is None or (
        found[0].noun not in _WHOLES and (match.start() == 0 or not match[0].startswith(f" {match['t']} ,"))
    ):
        return
    if any(f.value >= found[0].value for f in all_figures(sketch) if f.kind == "count" and f is not found[0]):
        return
    yield from _over(sketch, match)


def _of_all(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``Of 200 jobs, 120 are in Leeds and 90 in Hull``; not ``of the 20 schools, 15 teachers and 8 pupils``."""
    found = _parts(sketch, match)
    if found is not None and all(part.noun in ("", found[0].noun) for part in found[1]) and apart(sketch, match):
        yield from _too_many(sketch, match, *found)


def _exactly(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """Parts and a total that is said to be theirs."""
    found = _parts(sketch, match)
    if found is None:
        return
    total, parts = found
    if "v" in match.groupdict() and not told_apart({match["v"]}, {match["w"]}):
        return
    if "bringing" in match[0] and "first" not in match[0].split():
        return
    told = pattern(_SAID_TOTAL).search(match[0])
    if (
        len({part.noun for part in parts if part.noun} | ({total.noun} - {""})) > 1
        and total.kind == "count"
        and not told
    ):
        return
    (low, high), (t_low, t_high) = sum_reach(parts), sum_reach([total])
    plain = sum(part.value for part in parts)
    if not (low > t_high or high < t_low) or not 0.5 * total.value <= plain <= 2 * total.value:
        return
    others = [f for f in all_figures(sketch) if f.kind == total.kind and f is not total and f not in parts]
    more = [f.value for f in others][:_MOST_OTHERS] + [1.0] * ("one" in match[0].split())
    if any(near(plain + sum(some), total.value, 0.01) for n in range(len(more)) for some in combinations(more, n + 1)):
        return
    yield parts_clash(total, parts, total if total.span.start > parts[-1].span.start else parts[-1])


def _whole_list(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``120 rooms (70 doubles and 60 singles)``: the list between brackets or behind a colon is all of it."""
    found = _parts(sketch, match)
    if found is None or not _first(sketch, found[0]) or "of" in match[0].split()[-8:]:
        return
    total, parts = found
    plain = sum(part.value for part in parts)
    if any(f.value == plain for f in all_figures(sketch) if f is not total and f not in parts):
        return  # some 1,300 of the 4,200 posts: 800 in Oslo and 500 in Bergen
    if any(part.value >= total.value for part in parts) or not 0.8 * total.value <= plain <= 1.5 * total.value:
        return
    if (
        len({part.noun for part in parts if part.noun}) < 2
        and total.noun
        and any(p.noun and p.noun != total.noun for p in parts)
    ):
        return
    if plain != total.value:
        yield parts_clash(total, parts, parts[-1])


def _rest(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``nine of the 14 crew; the other six``."""
    found = _parts(sketch, match)
    if found is None:
        return
    total, (part, rest) = found[0], found[1]
    if rest.noun and "leaving" not in match[0] and len({f.noun for f in (total, part, rest) if f.noun}) > 1:
        return
    if part.value >= total.value or rest.value >= total.value:
        return
    after = sketch.text[match.end("q") :]
    others = [f for f in all_figures(sketch) if f.kind == total.kind and f not in (total, part, rest)]
    more = [f for f in others if f.value < total.value]
    for extra in (0.0, *(f.value for f in more), sum(f.value for f in more)):
        low, high = sum_reach([part, rest])
        t_low, t_high = sum_reach([total])
        if low + extra <= t_high and high + extra >= t_low:
            return
    if after.startswith((" of the", " of them", " of those")):
        return
    unit = total.unit if total.kind == "money" else ""
    left = amount(total.value - part.value, unit)
    yield Clash(
        rest.span,
        f"{total.text} less {part.text} leaves {left}, not {rest.text}.",
        ((total.span, "total"), (part.span, "part")),
    )


_OF_THEM = (" of those ", " of these ", " of them ", " of whom ", " of which ")
"""Behind a figure that is itself a part: ``20 of those votes went to Ruiz, six to Holm; the other six were void``."""


_SHARED = frozenset("shared split divided distributed allocated apportioned which whom".split())
_MOST_OTHERS = 6
"""Other figures of a sentence of which all sums are tried."""
_FAR = 1.67
"""How far, as a multiple, parts may lie from a total that is theirs."""


def _left_over(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``The £20 million will be shared: £12 million …, £5 million … and the remaining £4 million …``."""
    named = figures_of(sketch, match, "tq")
    if not named or not _first(sketch, named[0]) or sketch.text.startswith(_OF_THEM, match.end("t")):
        return
    total, rest = named
    low, high = total.span.end, rest.span.start
    parts = [f for f in all_figures(sketch) if low <= f.span.start < high and f.kind == total.kind]
    opens = pattern(r" of( the| its| their| his| her| these| those)? $").fullmatch(sketch.text, 0, match.start("t"))
    if not parts or not (opens or _shared_out(sketch, total, parts)):
        return
    if not _of_one_kind([total, rest, *parts]) or any(f.value >= total.value for f in (*parts, rest)):
        return
    if len({f.noun for f in (total, *parts) if f.noun}) > 1:
        return
    (least, most), (t_low, t_high) = sum_reach([*parts, rest]), sum_reach([total])
    made = sum(part.value for part in (*parts, rest))
    if not total.value / _FAR <= made <= total.value * _FAR:
        return
    if (least > t_high or most < t_low) and not _of_a_sum_before(sketch, [total, *parts, rest]):
        yield parts_clash(total, [*parts, rest], rest)


def _shared_out(sketch: Sketch, total: Figure, parts: list[Figure]) -> bool:
    """The first part follows a colon, or a word of sharing out: ``took 121 lots, British 104, the other 27`` is one
    list, and its first item no total."""
    token = {id(thing): token for token, thing in sketch.tokens.items()}
    words = sketch.text.split()
    between = words[words.index(token[id(total)]) + 1 : words.index(token[id(parts[0])])]
    return not _SHARED.isdisjoint(between) or between[-1:] in ([":"], ["-"], ["("])


def _of_a_sum_before(sketch: Sketch, parts: list[Figure]) -> bool:
    """The parts are those of a sum told before, alone or with what stands between: ``raised £18m. … put in £9m.``"""
    made = sum(part.value for part in parts)
    before = [f for f in sketch.money if f.unit == parts[0].unit and f.span.start < parts[0].span.start][-_BEFORE:]
    for n, whole in enumerate(before):
        left = whole.value - made
        runs = (sum(f.value for f in before[k:]) for k in range(n + 1, len(before) + 1))
        if any(abs(left - run) <= 0.01 * whole.value for run in runs):
            return True
    return False


def _headline(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``put in $15 million and two backers the remaining $12 million`` under a headline of $25 million."""
    part, rest = figures_of(sketch, match, "pq")
    if not _of_one_kind([part, rest]):
        return
    if any(f not in (part, rest) and f.kind == "money" for f in all_figures(sketch)):
        return
    total = headline_sum(sketch, part.value + rest.value, part.unit)
    if total is not None and total.value > max(part.value, rest.value):
        made = amount(part.value + rest.value, part.unit)
        message = f"The parts make {made}, the headline says {total.text}."
        yield Clash(rest.span, message, ((total.span, "headline"), (part.span, "part")), sure=False)


def _first(sketch: Sketch, total: Figure) -> bool:
    """Whether no figure of its kind stands before it in the sketch."""
    return next(f for f in all_figures(sketch) if f.kind == total.kind) is total


def _result(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """Sales, costs and what is left of them."""
    result, sales, costs = figures_of(sketch, match, "psc")
    if not _of_one_kind([result, sales, costs]):
        return
    made = abs(sales.value - costs.value)
    slack = 0.01 * result.value + sum(f.rounding for f in (result, sales, costs)) * (
        result.rounding < 0.5 * result.scale
    )
    if abs(made - result.value) > slack:
        yield Clash(
            result.span,
            f"{sales.text} less {costs.text} is {amount(sales.value - costs.value, sales.unit)}, not {result.text}.",
        )


def _mean(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``The bids of $4, $5 and $6 million averaged $6 million.``"""
    found = _parts(sketch, match)
    if found is None or (
        sum(1 for f in all_figures(sketch) if f.kind == found[0].kind and f.unit == found[0].unit) != 4
        and found[0].kind != "count"
    ):
        return
    mean, parts = found
    made = sum(part.value for part in parts) / len(parts)
    if not near(mean.value, made, 0.05):
        unit = mean.unit if mean.kind == "money" else ""
        yield Clash(
            mean.span,
            f"The average of the {len(parts)} is {amount(made, unit)}, not {mean.text}.",
            tuple((f.span, "one") for f in parts),
        )


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "over": _over,
    "of_all": _of_all,
    "apposed": _apposed,
    "exactly": _exactly,
    "rest": _rest,
    "whole_list": _whole_list,
    "left_over": _left_over,
    "headline": _headline,
    "exceeds": _over,  # won 12 of its 20 games, losing 9
    "result": _result,
    "mean": _mean,
}
