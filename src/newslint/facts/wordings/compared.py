"""Compared: two figures of one thing at two times or in two places, and the change or multiple told beside them."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash, amount, meant_by, number, reach
from newslint.facts.change_pairs import same_kind
from newslint.facts.change_words import FALLS, LINK, NOUNS, OTHER_SUBJECT, RISES, SAME_THING
from newslint.facts.changes import Change
from newslint.facts.figures import Figure
from newslint.facts.units import TIME_UNITS
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of
from newslint.text.pattern import pattern
from newslint.typed import Callable, Iterator, Match

_LABELLED = tuple(
    [word]
    for word in "version line page day route platform number no phase stage season series volume part chapter round "
    "game gate room flight unit reactor type level grade class model section article channel highway".split()
)
"""Words before a number that is a name: ``twice as often as version 8``."""
_MARKS = RISES | FALLS | NOUNS
_RISEN = RISES | set(
    "rise rises leap surge increase jump gain growth uplift hike climb spike more longer larger".split()
)
_RISEN |= set("bigger dearer heavier faster above improvement overrun lifted soared lengthened swollen".split())
_FALLEN = FALLS | set("fewer less shorter smaller cheaper lighter slower below saving shortfall shortened".split())
_AT_OTHER_TIMES = frozenset(
    "while but whereas although though if would could might respectively each per annual annually".split()
)
"""Words beside which the change may be that of something else."""
_NEW_CLAUSE = frozenset("and with as while but where whose because".split())
_AGAINST = frozenset("from against compared instead than versus".split())
_THEN = frozenset("last this previous earlier ago before now today then since when used".split())
_PLANNED = frozenset("planned budgeted budgeting".split())
_HAS = frozenset("has have had been be being come came gone went go goes will said".split())
_OF_MORE = r"^ of$| (?:out of|of (?:the|its|their|his|her|all|those|these|which|whom))(?: [a-z]+)? ?$"
"""What leads to a whole, or from one to its part."""
_CAME_TO = (
    r" after [a-z]+ing at$| (?:down|up|gone|come|fallen|risen) to$| (?:gone|went|moved) from [A-Z]\d+(?: [a-z]+)? to$"
)
"""What leads from the one to the other."""
_NEAR = 3
"""How far, as a multiple, a change may lie from the one that is meant."""


def _change(sketch: Sketch, match: Match[str]) -> Iterator[Change]:
    named = figures_of(sketch, match, "abc")
    if named and same_kind(named[0], named[1]):
        before, after = named[0], named[1]
        stated = _in_points(sketch, match, named[2])
        if stated is None or not _of_the_pair(sketch, match, (before.noun, after.noun)):
            return
        if stated.kind == "multiple" and sketch.text.startswith((" the ", " that of "), match.end("c")):
            return  # twice the national rate
        if _marked(sketch, match, stated) and not _explained(sketch, before, after, stated):
            yield Change(before, after, stated, 0, -1, sketch.first)


def _later(sketch: Sketch, match: Match[str]) -> Iterator[Change]:
    """The same where only words of time tell which figure came first (``last year … , now …``): silent where the other
    order makes the change, unless the second is what the first came to (``slipped to 9,000``)."""
    came_to = sketch.text[: match.start("b")].rstrip().endswith(" to")
    for change in _change(sketch, match):
        if came_to or change.stated is None or not _makes(change.after, change.before, change.stated):
            yield change


def _told(sketch: Sketch, match: Match[str]) -> Iterator[Change]:
    """The same of a shape that binds the change to the pair by itself, whichever came first: ``which sold 12,400 in
    2023 and 18,600 last year, put the 25% jump down to schools``."""
    named = figures_of(sketch, match, "abc")
    if not named or not same_kind(named[0], named[1]) or named[2].high:
        return
    before, after, stated = named
    if _makes(after, before, stated) or _explained(sketch, before, after, stated):
        return
    if match.start("a") < match.start("b") and pattern(r" (this|now|today)").match(sketch.text, match.end("a")):
        before, after = after, before  # with 88 entries this time and 55 the year before
    yield Change(before, after, stated, 0, -1, sketch.first)


def _alone(sketch: Sketch, match: Match[str]) -> Iterator[Change]:
    """A change, and the only two figures of one kind that there are, wherever they stand: ``Membership has tripled, the
    club said: 95 paid dues then, 190 do now``."""
    (stated,) = figures_of(sketch, match, "c")
    if stated.high or (stated.kind == "multiple" and not stated.text.lower().endswith(("ed", "ing", "es"))):
        return
    two = _the_only_two(sketch, stated)
    if two is None or not _AT_OTHER_TIMES.isdisjoint(sketch.words) or not _compares(sketch, *two):
        return
    (one, at), (other, then) = sorted(two.items(), key=lambda pair: pair[1])
    if not _bound(sketch, match, at, then) or pattern(_OF_MORE).search(sketch.text[:at] + " "):
        return
    if pattern(_OF_MORE).search(sketch.text[:then]):
        return
    words = match[0].split()
    low, high = sorted((one, other), key=lambda f: f.value)
    rises = stated.value > 1 if stated.kind == "multiple" else not _RISEN.isdisjoint(words)
    if low.value <= 0 or not (rises or stated.kind == "multiple" or not _FALLEN.isdisjoint(words)):
        return
    before, after = (low, high) if rises else (high, low)
    made = abs(after.value / before.value - 1)
    said = (
        abs(stated.value - 1) if stated.kind == "multiple" else stated.value / (100 if stated.kind == "percent" else 1)
    )
    if said / _NEAR <= made <= said * _NEAR:
        yield Change(before, after, stated, 0, -1, sketch.first)


def _the_only_two(sketch: Sketch, stated: Figure) -> dict[Figure, int] | None:
    """The two figures beside the change, and where they stand; None where there are more or they are not alike."""
    rest = {
        f: sketch.text.find(f" {token} ")
        for token, f in sketch.tokens.items()
        if isinstance(f, Figure) and f is not stated and not (f.value <= 12 and f.text.isalpha()) and f.kind != "age"
    }
    lasting = {f: at for f, at in rest.items() if f.unit not in TIME_UNITS}
    rest = lasting if len(lasting) == 2 else rest
    if len(rest) != 2:
        return None
    one, other = sorted(rest, key=lambda f: rest[f])
    bare = other.kind == "count" and not other.noun and one.kind in ("count", "measure") and not other.high
    return rest if one.kind != "percent" and (same_kind(one, other) or bare) else None


def _compares(sketch: Sketch, *two: Figure) -> bool:
    """The two are told of two times, or of what was planned and what came of it."""
    text = sketch.text
    first, last = sorted(text.find(f" {token} ") for token, f in sketch.tokens.items() if f in two)
    if not _AGAINST.isdisjoint(text[first:last].split()) or pattern(_CAME_TO).search(text[:last]):
        return True
    dated = sum(token[0] in "YBDG" for token in sketch.tokens)
    return dated + len(_THEN & sketch.words) > 1 or not _PLANNED.isdisjoint(sketch.words)


def _bound(sketch: Sketch, match: Match[str], first: int, last: int) -> bool:
    """Nothing between the change and the pair begins another clause with a subject of its own."""
    start, end = match.start(), match.end("c")
    if " /" in match[0]:
        return True
    if start > last:
        between = pattern(r" as an?$").sub("", sketch.text[last:start]).split()[1:]
        clause = between[max((i + 1 for i, word in enumerate(between) if word in (",", ";", "-", ")")), default=0) :]
        plain = _as_noun(match) or all(word in LINK or word in SAME_THING or word in _HAS for word in clause)
        return plain and _NEW_CLAUSE.isdisjoint(between)
    if end < first:
        return (_NEW_CLAUSE | {"which", "who", "that"}).isdisjoint(sketch.text[end:first].split())
    return _NEW_CLAUSE.isdisjoint(sketch.text[first:start].split() + sketch.text[end:last].split())


def _as_noun(match: Match[str]) -> bool:
    """``a 20% rise``, ``a rise of 20%``."""
    return not NOUNS.isdisjoint(match[0].split())


def _of_the_pair(sketch: Sketch, match: Match[str], nouns: tuple[str, str]) -> bool:
    """Nothing but words of change stands between the pair and a change told behind it: no ``, with prices up 5%``."""
    pair_ends = max(match.end("a"), match.end("b"))
    between = (
        pattern(r" (?:between|from) [YB]\d+ (?:and|to) [YB]\d+")
        .sub("", sketch.text[pair_ends : match.start("c")])
        .split()
    )
    if not {";", "with", "whom"}.isdisjoint(between) or between[-2:] == ["of", "which"]:
        return False
    return all(w in LINK or w in SAME_THING or w in nouns or w.rstrip("s") in nouns or w[0] in "YBGD" for w in between)


def _in_points(sketch: Sketch, match: Match[str], stated: Figure) -> Figure | None:
    """``a quarter of a percentage point``; None for a share of something."""
    after = sketch.text[match.end("c") :]
    if pattern(r" (fewer|more|less|higher|lower) than in the ").match(after):
        return None  # 12% fewer than in the county
    if after.startswith((" of a percentage point", " of a point", " of a percent")):
        return stated._replace(kind="points", unit="point", rounding=0.01)
    if after.startswith(
        (" of the ", " of its ", " of their ", " of all ", " of those ", " of them ", " of whom ", " chance")
    ):
        return None
    return stated


def _marked(sketch: Sketch, match: Match[str], stated: Figure) -> bool:
    """A word of rising or falling beside the change, and no other subject between."""
    words = match[0].split()
    at = words.index(match["c"])
    lead = sketch.text[: match.start()].split()[-4:]
    near = {*(lead + words[:at])[-6:], *sketch.text[match.end("c") :].split()[:3]}
    return (stated.kind == "multiple" or bool(near & _MARKS)) and not OTHER_SUBJECT & set(words)


def _explained(sketch: Sketch, before: Figure, after: Figure, stated: Figure) -> bool:
    """Whether another pair of figures makes the change: then it is theirs."""
    others = [f for f in all_figures(sketch) if f.kind == before.kind and f is not stated]
    return any(_makes(a, b, stated) for a in others for b in others if a is not b and {a, b} != {before, after})


def _makes(before: Figure, after: Figure, stated: Figure) -> bool:
    """Whether from the one to the other is the change that is told."""
    if before.value <= 0:
        return False
    said = stated.value / 100 if stated.kind == "percent" else stated.value
    if abs(abs(after.value / before.value - 1) - said) < 0.01:
        return True
    return stated.kind == "points" and abs(abs(after.value - before.value) - stated.value) < 0.06


# -- multiples ---------------------------------------------------------------------------------------------------------


def _times(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``twice`` beside two figures: the multiple, unless another pair explains it."""
    named = figures_of(sketch, match, "abx")
    if not named:
        return
    a, b, times = named
    if match.end("x") < match.start("a") and " and " in sketch.text[match.end("x") : match.start("a")]:
        return  # three times as many as Holm and 30 in Arlow
    if any(sketch.text[: match.start(name)].split()[-1:] in _LABELLED for name in "ab"):
        return
    after = sketch.text[match.end("x") :].split()[:1]
    if match.start("x") > max(match.start("a"), match.start("b")) and after[:1] in (["the"], ["that"], ["what"]):
        return  # double the national rate
    if not _MORE.isdisjoint(sketch.text[match.end("b") :].split()[:1]):
        return  # 16mm more, and twice the average of 92mm
    bare = (a.kind == "count" and not a.noun) or (b.kind == "count" and not b.noun)
    if a.high or b.high or a.value <= 0 or not (bare or (a.kind == b.kind and (a.kind == "count" or a.unit == b.unit))):
        return
    if "money" in (a.kind, b.kind) and a.kind != b.kind:
        return
    if (
        a.kind == "count"
        and a.noun
        and b.noun
        and a.noun != b.noun
        and match.re.groups == 3
        and "to one" not in match[0]
    ):
        return
    bound = sketch.bounds.get(match["x"], 0)
    if _so_many(a, b, times, bound):
        return
    known = [f for f in all_figures(sketch) if f.kind == a.kind and f is not times and f.value > 0]
    if any(
        _so_many(one, two, times, bound) for one in known for two in known if {one, two} != {a, b} and one is not two
    ):
        return
    made = b.value / a.value
    yield Clash(
        times.span,
        f"{b.text} is {number(round(made, 2))} times {a.text}, not {_word(times)}.",
        ((b.span, "see"), (a.span, "see")),
    )


def _word(times: Figure) -> str:
    return f"“{times.text}”"


_MORE = frozenset("more less fewer higher lower above below extra".split())
_TURNS = frozenset("swung swing swings reversed overturned turned".split())
"""Of a lead that changes hands, whose two sides add up."""


def _so_many(a: Figure, b: Figure, times: Figure, bound: int) -> bool:
    """Whether `b` is so many times `a`: "twice" is said of 1.8 and of 2.3."""
    a, b = (f._replace(rounding=0.3 * f.rounding) if f.kind == "measure" and f.rounding >= 0.5 else f for f in (a, b))
    (a_low, a_high), (b_low, b_high) = reach(a, 0.05), reach(b, 0.05)
    if a.kind == "count" and a.scale == 1 and not (a.about or b.about):
        a_low, a_high, b_low, b_high = a.value, a.value, b.value, b.value
    low, high = b_low / a_high, b_high / max(a_low, 1e-9)
    least, most = meant_by(times.value)
    if bound > 0:
        least, most = times.value * 0.97, most * 1.5
    elif times.about or bound < 0:
        least = least * 0.85
        most = most * (1.0 if bound < 0 else 1.2)
    return low <= most and high >= least


def _difference(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``by £60 to £420, from £400``. Silent where a figure is rough or a range, and of changes in per cent."""
    named = figures_of(sketch, match, "abd")
    if not named:
        return
    a, b, gap = named
    if a.kind != b.kind or (a.kind != gap.kind and "points" not in match[0]) or any(f.high or f.about for f in named):
        return
    if (a.kind != "count" and a.unit != b.unit) or (gap.kind == "money" and gap.unit != a.unit):
        return
    if gap.kind == "percent" or len({f.noun for f in named if f.noun}) > 1:
        return
    if not _TURNS.isdisjoint(sketch.words):
        return  # swung by six points, from two one way to four the other
    made = abs(b.value - a.value)
    slack = 0.02 * gap.value
    if a.scale > 1 or b.scale > 1 or a.rounding < 0.5 or b.rounding < 0.5:
        slack += a.rounding + b.rounding + gap.rounding if gap.kind != "money" or a.scale > 1 else 0.006
    if abs(made - gap.value) > slack:
        unit = gap.unit if gap.kind == "money" else ""
        yield Clash(
            gap.span,
            f"From {a.text} to {b.text} is {amount(made, unit)}, not {gap.text}.",
            ((a.span, "from"), (b.span, "to")),
        )


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash | Change]]] = {
    "change": _change,
    "later": _later,
    "told": _told,
    "alone": _alone,
    "times": _times,
    "difference": _difference,
}
