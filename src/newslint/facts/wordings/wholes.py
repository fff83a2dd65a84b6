"""Wholes: shares of one whole that make more or less than it, parts greater than it, equal parts of it."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash, amount, hundred_clash
from newslint.facts.figures import Figure
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of
from newslint.text.pattern import pattern
from newslint.typed import Callable, Iterator, Match

_VIEWS = frozenset(
    "opposed against undecided opinion sketch abstained backed favour favor supported disagreed know".split()
)
_COUNTING = frozenset("counted reporting precincts turnout polls poll primary".split())
_ONE_WHOLE = frozenset(
    "vote votes ballots ballot total population budget electorate turnover sales revenue output market exports imports "
    "company firm club business shares stock capital workforce spending cost".split()
)
"""Of what each per cent belongs to one part alone; readers may use paper and a screen."""
_OLDER = frozenset(("than", "higher", "lower"))
_MOVES = frozenset(
    "rose fell grew up down rise risen respectively than higher lower increase increased from jumped".split()
)


def _whole(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``two thirds …; the remaining half``."""
    named = figures_of(sketch, match, "pq")
    if named and abs(named[0].value + named[1].value - 1) > 0.05 and not any(f.about for f in named):
        others = [f.value for f in all_figures(sketch) if f.kind == "fraction" and f not in named]
        if not any(abs(named[0].value + named[1].value + value - 1) < 0.05 for value in others):
            yield Clash(
                named[1].span,
                f"{named[0].text} and {named[1].text} do not make a whole.",
                ((named[0].span, "the other"),),
            )


def _half_left(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$16 million, half of which the state paid and the remaining $6 million the towns``."""
    total, part, rest = figures_of(sketch, match, "tfq")
    share = part.value / (100 if part.kind == "percent" else 1)
    made = total.value * (1 - share)
    slack = (0.1 if part.about or total.about or rest.about else 0.02) * total.value + rest.rounding * (rest.scale > 1)
    known = [f.value for f in all_figures(sketch) if f.kind == "money" and f not in (total, rest)]
    if (
        total.unit == rest.unit
        and abs(made - rest.value) > slack
        and not any(abs(made - v - rest.value) <= slack for v in known)
    ):
        left = amount(made, total.unit)
        yield Clash(
            rest.span, f"{total.text} less {part.text} of it leaves {left}, not {rest.text}.", ((total.span, "total"),)
        )


def _hundred(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``A took 61% of the vote, B 27% and C 18%``: shares of one whole, of more than a hundred."""
    names = [name for name in "pqrs" if match.groupdict().get(name)]
    shares = figures_of(sketch, match, "".join(names))
    if len(shares) == 2:
        if (
            sum(f.value for f in shares) > 101
            and not any(f.high or f.about for f in shares)
            and not (_MOVES | _COUNTING) & sketch.words
        ):
            yield hundred_clash(shares)
        return
    words = match[0].split()
    said = set(sketch.text.split())
    if len(shares) < 3 or _MOVES & said or any(f.high or f.about for f in shares):
        return
    if sum(1 for t in sketch.tokens if t[0] == "P") != len(shares):
        return
    last = sketch.text[match.end(names[-1]) :].split()[:3]
    first = words[words.index(match["p"]) + 1 :][:4]
    split = any(of[:1] == ["of"] and not _ONE_WHOLE.isdisjoint(of) for of in (first, last))
    if all(" in " in sketch.text[match.end(name) :][:40].partition(",")[0] for name in names):
        return  # shares in Holm, in Berg and in Ruiz
    if any(sketch.text.startswith(" of ", match.end(name)) for name in names[1:-1]):
        return  # 50% of the cost of buses, 40% of trains
    views = len(_VIEWS & said) >= 2
    verbs = [
        w for w in words if w in ("are", "were", "is", "was", "have", "had", "said", "say", "use", "play", "speak")
    ]
    total = sum(f.value for f in shares)
    if (
        (split or views)
        and not (split and not views and verbs)
        and total > 100 + sum(f.rounding for f in shares)
        and total <= 160
    ):
        yield hundred_clash(shares)


def _greater(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``70 of the 60 passengers``."""
    named = figures_of(sketch, match, "pt")
    if not named:
        return
    part, whole = named
    if pattern(r" (member|strong|year|man|seat|judge|minute|page|acre|mile)s? ").match(sketch.text, match.end("t")):
        return  # of the 30-member group's followers
    if part.kind != whole.kind or part.high or whole.high or part.value <= whole.value or whole.value < 3:
        return
    if (part.kind != "count" and part.unit != whole.unit) or (part.about and part.value < whole.value * 1.1):
        return
    if (part.noun and whole.noun and part.noun != whole.noun) or (whole.scale > 1 and part.scale != whole.scale):
        return
    yield Clash(
        part.span, f"{part.text} of {whole.text}: the part is greater than the whole.", ((whole.span, "whole"),)
    )


def _equal_parts(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$9 million was shared by three players, who get $4.5 million each``."""
    total, number, part = figures_of(sketch, match, "tnp")
    if total.unit != part.unit or number.value < 2 or any(f.about or f.high for f in (total, number, part)):
        return
    made = total.value / number.value
    if abs(made - part.value) > 0.02 * made + part.rounding * (part.scale > 1) + min(
        total.rounding, 0.1 * total.scale
    ) / number.value * (total.scale > 1):
        yield Clash(
            part.span,
            f"{total.text} over {number.text} is {amount(made, total.unit)}, not {part.text}.",
            ((total.span, "total"),),
        )


def _parted(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``By age, 38% were under 30, 47% between 30 and 60 and 25% older``: every share is of one whole."""
    yield from _over_a_hundred(sketch, [f for f in all_figures(sketch) if f.kind == "percent"])


def _gapped(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``Rail carries 58 percent of the freight, trucks 33 percent and barges 19 percent``."""
    names = [name for name in "pqsr" if match.groupdict().get(name)]
    what = sketch.text[match.end("p") :].split()[2]
    if what.endswith("s") and not what.endswith("ss"):
        return  # of the readers, who may take two papers
    if sum(f.kind == "percent" for f in all_figures(sketch)) == len(names):
        yield from _over_a_hundred(sketch, figures_of(sketch, match, "".join(names)))


def _over_a_hundred(sketch: Sketch, shares: list[Figure]) -> Iterator[Clash]:
    token = {id(thing): token for token, thing in sketch.tokens.items()}
    behind = [sketch.text.partition(f" {token[id(f)]} ")[2][:3] for f in shares]
    if "of " in behind[1:] or any(f.high or f.about for f in shares) or (_MOVES - _OLDER) & sketch.words:
        return  # 38% of the young, 47% of the old
    total = sum(f.value for f in shares)
    if 100 + sum(f.rounding for f in shares) < total <= 160:
        yield hundred_clash(shares)


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "whole": _whole,
    "half_left": _half_left,
    "hundred": _hundred,
    "parted": _parted,
    "gapped": _gapped,
    "greater": _greater,
    "equal_parts": _equal_parts,
}
