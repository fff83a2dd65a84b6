"""Part and whole: a share that stands beside its part and its whole, in whatever words."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash, amount, reach
from newslint.facts.change_words import FALLS, RISES
from newslint.facts.figures import Figure
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of
from newslint.typed import Callable, Iterator, Match

_MOVED = RISES | FALLS | {"added", "adds", "shed", "sheds", "firmed"}
"""Verbs behind which a percentage is a change and no share."""
_RATES = frozenset(("rate", "rates", "yield", "yields", "inflation"))
"""Percentages that are the share of nothing: ``cut its rate to 13.5 percent, with three of nine against``."""


def _share(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    named = figures_of(sketch, match, "abc")
    if not named:
        return
    part, whole, share = named
    bound = sketch.bounds.get(match["c"], 0)
    restated = sketch.text.endswith((" or ", " rate of "), 0, match.start("c"))
    if not _of_this_whole(sketch.text[match.end("c") :].split()[:5], whole):
        return
    if not _comparable(part, whole) or _fits(part, whole, share, bound):
        return
    if not _MOVED.isdisjoint(sketch.text[: match.start("c")].split()[-2:]):
        return  # the index added 0.8 percent, with four of the five largest shares up
    if not (restated or _RATES.isdisjoint(sketch.words)):
        return
    if not _of_others(sketch, share, bound, restated):
        made = amount(round(100 * part.value / whole.value, 1), "%")
        message = f"{part.text} of {whole.text} is {made}, not {share.text}."
        yield Clash(share.span, message, ((part.span, "part"), (whole.span, "whole")))


_WHOLES = frozenset("total whole lot entire original all them amount sum number membership electorate".split())


def _of_this_whole(after: list[str], whole: Figure) -> bool:
    """Behind the share stands nothing that makes it one of another thing: ``300 are part-time, 80% of them women``;
    ``12 of its 40 shops, half of its floor space``."""
    if after[:1] != ["of"] or len(after) < 2:
        return True
    if after[1] in ("them", "whom", "which", "those", "these"):
        return len(after) < 3 or not after[2][0].isalpha() or after[1] == "those"
    named = [word for word in after[1:4] if word[0].isalpha()]
    if not whole.noun or any(word[0].isupper() for word in named):
        return True
    return not named or any(word in _WHOLES or word.startswith(whole.noun[:4]) for word in named)


def _comparable(part: Figure, whole: Figure) -> bool:
    if part.high or whole.high or not 0 < part.value <= whole.value:
        return False
    if part.kind != whole.kind:
        return part.kind == "count" and not part.noun and whole.kind == "measure"
    return part.kind == "count" or part.unit == whole.unit


def _fits(part: Figure, whole: Figure, share: Figure, bound: int) -> bool:
    """Whether the share is that of the part in the whole, rounding and rough words allowed for."""
    if part.scale == whole.scale == 1 and not (part.about or whole.about):
        low = high = part.value / whole.value
    else:
        low, high = reach(part, 0.05)[0] / reach(whole, 0.05)[1], reach(part, 0.05)[1] / reach(whole, 0.05)[0]
    if share.kind == "percent":
        said, slack = share.value / 100, share.rounding / 100 + 0.005
    else:
        said, slack = share.value, 0.035 if share.value >= 0.2 else 0.02
    if share.high:
        return low - slack <= share.high / 100 and high + slack >= said
    if bound:
        return said <= high + slack and low - 0.2 <= said if bound > 0 else low - slack <= said
    if share.about:
        slack += 0.02 if share.kind == "percent" else 0.04
    return low - slack <= said <= high + slack


def _of_others(sketch: Sketch, share: Figure, bound: int, restated: bool) -> bool:
    """Whether any two figures make the share, or, where it is not said to be just this one, the rest of it: then it may
    be theirs."""
    known = [f for f in all_figures(sketch) if f.kind in ("count", "money", "measure")]
    rest = share._replace(value=(100 if share.kind == "percent" else 1) - share.value)
    return any(
        _comparable(a, b) and (_fits(a, b, share, bound) or (not restated and _fits(a, b, rest, -bound)))
        for a in known
        for b in known
        if a is not b
    )


def _in_words(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``a third, or 45 percent``."""
    fraction, share = figures_of(sketch, match, "fc")
    slack = 3.5 + share.rounding + 3 * (fraction.about or share.about)
    if not share.high and abs(fraction.value * 100 - share.value) > slack:
        made = amount(round(fraction.value * 100), "%")
        yield Clash(share.span, f"“{fraction.text}” is {made}, not {share.text}.", ((fraction.span, "here"),))


def _majority(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``a majority of the 15 judges, seven,``."""
    part, whole = figures_of(sketch, match, "ab")
    if part.value >= whole.value or part.about or whole.about:
        return
    if (part.value * 2 > whole.value) == (match["c"] == "minority"):
        share = "half or more" if match["c"] == "minority" else "no " + match["c"]
        yield Clash(part.span, f"{part.text} of {whole.text} is {share}.", ((whole.span, "whole"),))


def _dollar(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$30 million of its $120 million, 40 cents of every dollar``."""
    part, whole, cents = figures_of(sketch, match, "abc")
    share = cents._replace(value=cents.value * 100, kind="percent", rounding=0.5)
    if part.unit == whole.unit == cents.unit and cents.value < 1 and not _fits(part, whole, share, 0):
        made = amount(round(100 * part.value / whole.value), "")
        yield Clash(cents.span, f"{part.text} of {whole.text} is {made} in a hundred, not {cents.text}.")


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "share": _share,
    "in_words": _in_words,
    "majority": _majority,
    "dollar": _dollar,
}
