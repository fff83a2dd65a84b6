"""Wholes: shares of one whole that make more or less than it, parts greater than it, equal parts of it."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash, amount, hundred_clash, parts_clash
from newslint.facts.figures import Figure
from newslint.facts.wordings.parting import told_apart
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
_FIRST = frozenset("play live work went came are were voted".split())
"""Verbs between a part and where it is."""
_UNLISTED = frozenset("both also another other others respectively least some twice many overlap".split())
_FAR = 1.67
"""How far, as a multiple, parts may lie from a total that is theirs."""
_MORE_THAN_ALL = 1.03
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


_PEOPLE = frozenset(
    "people men women members players workers staff employees passengers victims pupils students patients "
    "soldiers officers residents children adults teenagers prisoners inmates recruits candidates "
    "applicants volunteers participants migrants refugees delegates guests visitors voters judges teachers "
    "doctors nurses".split()
)
"""Of whom one may be in two places, or in two groups."""
_SIDES = frozenset("for against in abstaining".split())
"""Of a vote."""


def _listed(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """Parts without a noun of their own, each behind the other by the same preposition: ``four counts, two of fraud,
    one of forgery and two of theft``."""
    total = sketch.tokens[match["t"]]
    slots = list(
        pattern(r" (N\d+|one)(?: of (?:them|these|those|whom|which))?((?: (?!and |one )[a-z]+)+)").finditer(
            match["row"]
        )
    )
    parts = [figure for slot in slots if isinstance(figure := sketch.tokens.get(slot[1]), Figure)]
    if (
        not isinstance(total, Figure)
        or not parts
        or any(f.high or f.about or f.noun not in ("", total.noun) for f in parts)
    ):
        return
    if (total.kind == "count" and not total.noun) or not _UNLISTED.isdisjoint(sketch.words):
        return
    if pattern(r" of (?:them|these|those|whom|which) ").search(match["row"], match["row"].find(" ", 1) + 12):
        return  # 90 in the south and 45 of them in the capital
    ways = [slot[2].split() for slot in slots]
    first = {way[0] if way[0] not in _FIRST else way[1] for way in ways if len(way) > 1 or way[0] not in _FIRST}
    voted = "against" in first and first <= _SIDES
    alike = voted or (
        len(first) == 1 and not (total.noun in _PEOPLE and first & {"in", "at", "on", "with", "for", "by"})
    )
    alike = alike or (len(ways) == 2 and told_apart(set(ways[0]), set(ways[1])))
    made = sum(f.value for f in parts) + len(slots) - len(parts)
    if not alike or total.about or total.high or any(f.value >= total.value for f in parts):
        return
    others = [f.value for f in all_figures(sketch) if f is not total and f not in parts]
    closed = match[0][match[0].find(match["t"]) :].partition(match["row"])[0].rstrip().endswith((":", "-", "("))
    if made in others or not total.value / _FAR <= made <= total.value * _FAR:
        return
    if made > total.value or (closed and made < total.value):
        yield parts_clash(total, parts, total)


def _within(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``23 people on board, including 19 passengers and six crew``: more than all, and nobody is both."""
    total, first, last = figures_of(sketch, match, "tpq")
    one, two = sketch.text[match.end("p") : match.start("q")].split(), sketch.text[match.end("q") :].split()[:2]
    if any(f.about or f.high for f in (total, first, last)) or not told_apart({*one}, {*two}):
        return
    if max(first.value, last.value) < total.value < first.value + last.value:
        yield parts_clash(total, [first, last], total)


def _shared_out(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``Half of the grant goes to schools, a third to clinics and a quarter to roads``."""
    shares = figures_of(sketch, match, "pqr")
    if len({f.kind for f in shares}) > 1 or len({match["v"], match["w"], match["x"]}) > 1:
        return
    if shares[0].kind == "percent":
        yield from _over_a_hundred(sketch, shares)
    elif sum(f.value for f in shares) > _MORE_THAN_ALL and not any(f.about or f.high for f in shares):
        told = ", ".join(f.text for f in shares)
        yield Clash(shares[-1].span, f"{told} make more than the whole.", ((shares[0].span, "here"),))


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "whole": _whole,
    "half_left": _half_left,
    "hundred": _hundred,
    "parted": _parted,
    "gapped": _gapped,
    "listed": _listed,
    "within": _within,
    "shared_out": _shared_out,
    "greater": _greater,
    "equal_parts": _equal_parts,
}
