"""Unfit: figures that stand together, are said to belong together, and fit in none of the ways in which they could.

Where `reckoned` reads how a sentence sets its figures in relation, this asks only whether any relation holds: a share,
a change, a multiple or a sum. What it says is less sure.
"""

from __future__ import annotations

from itertools import combinations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, amount
from newslint.facts.change_words import FALLS, LINK, NOUNS, RISES, SAME_THING
from newslint.facts.changes import changes
from newslint.facts.dates import Date
from newslint.facts.figures import Figure
from newslint.facts.wordings.sketches import Sketch, all_figures, sketches
from newslint.typed import Iterator

_NOT = frozenset(
    "respectively while but whereas although average annual annualised compound forecast forecasts expected target "
    "targets aims about inflation error rival rivals another additional further extra adjusted underlying".split()
)
_COMPARING = frozenset("from now today compared against ago earlier previous previously then was were had".split())
_UP = RISES | frozenset("rise increase gain jump growth surge leap boost uplift more".split())
_DOWN = FALLS | frozenset("fall drop decline decrease cut reduction slump plunge loss less fewer".split())
_CLAIMS = frozenset("PFX")
_MARKS = RISES | FALLS | NOUNS
_TOTAL = frozenset("total altogether combined together totalling totaling".split())
_IN_PART = frozenset("including includes include among".split())
"""Words behind which not all parts are told, so that they may make less."""
_EACH = frozenset("each every apiece per".split())
_NEAR = 2.2
"""Within what factor of the truth a slip lies; what is farther off is of something else."""


@fact
def misfits(article: Article) -> tuple[Clash, ...]:
    """Figures that belong together and fit in no way. Of changes that are read as such others judge."""
    read = {change.stated.span for change in changes(article) if change.stated}
    found: list[Clash] = []
    for sketch in sketches(article):
        if sketch.words.isdisjoint(_NOT):
            found += (clash for clash in _look(sketch) if clash.span not in read)
    return tuple(found)


def _look(sketch: Sketch) -> Iterator[Clash]:
    yield from _claim(sketch)
    yield from _total(sketch)


def _plain(figure: Figure) -> bool:
    return not figure.high and not figure.about and figure.value > 0


def _claim(sketch: Sketch) -> Iterator[Clash]:
    """One percentage, fraction or multiple that is told as a change, beside two figures of one kind."""
    told = None if _CLAIMS.isdisjoint(sketch.order) else _told(sketch)
    if told is None:
        return
    claim, a, b = told
    token = next(t for t, thing in sketch.tokens.items() if thing is claim)
    marked = _marked(sketch, token, a, b)
    if not marked:
        return
    low, high = sorted((a.value, b.value))
    ways = _ways(low, high, bool(marked & _UP), bool(marked & _DOWN))
    said = claim.value / 100 if claim.kind == "percent" else claim.value
    slack = 0.012 if claim.kind == "percent" else 0.05
    slack = (slack + 0.06 * claim.about) * max(1.0, said) + 0.03 * said + _loose(a, b) * said
    if any(abs(way - said) <= slack for way in ways):
        return
    bound = sketch.bounds.get(token, 0)
    if bound and any(0 < (way - said) * bound <= 0.25 * said for way in ways):
        return
    near = [way for way in ways if said / _NEAR <= way <= said * _NEAR]
    if near:
        yield Clash(
            claim.span,
            f"{a.text}, {b.text} and {claim.text} do not fit. Work it out again.",
            ((a.span, "one"), (b.span, "other")),
            False,
        )


def _told(sketch: Sketch) -> tuple[Figure, Figure, Figure] | None:
    """The claim of a sentence that makes one, and its two figures."""
    known = all_figures(sketch)
    claims = [f for f in known if f.kind in ("percent", "fraction", "multiple")]
    pair = [
        f for f in known if f.kind in ("count", "money", "measure") and f.unit not in ("y", "d", "wk", "mo", "h", "min")
    ]
    if len(claims) != 1 or len(pair) != 2 or claims[0].high or not all(map(_plain, pair)):
        return None
    if " of which " in sketch.text or " of whom " in sketch.text:
        return None  # £640,000, of which it has raised £415,000, or 65 per cent
    a, b = pair
    if a.kind != b.kind or (a.kind != "count" and a.unit != b.unit) or a.value == b.value:
        return None
    if a.kind == "count" and (min(a.value, b.value) < 3 or not a.noun or b.noun not in ("", a.noun)):
        return None
    return claims[0], a, b


def _marked(sketch: Sketch, token: str, a: Figure, b: Figure) -> frozenset[str]:
    """The words beside the claim that say that something changed, where nothing parts it from its figures."""
    words = sketch.text.split()
    at = words.index(token)
    if words[at + 1 : at + 2] == ["to"] and not {"from", "against", "compared"} & sketch.words:
        return frozenset()  # rose 5% to £3 million
    places = {id(thing): words.index(name) for name, thing in sketch.tokens.items()}
    gap = min((words[min(at, k) + 1 : max(at, k)] for k in (places[id(a)], places[id(b)])), key=len)
    if not all(w in LINK or w in SAME_THING or w in (a.noun, b.noun) or w[0] in "YBDG" for w in gap):
        return frozenset()
    if _COMPARING.isdisjoint(sketch.words):
        return frozenset()
    return _MARKS.intersection((*words[max(0, at - 4) : at], *words[at + 1 : at + 3]))


def _ways(low: float, high: float, rises: bool, falls: bool) -> set[float]:
    """What a claim may mean of two figures."""
    if rises and not falls:
        return {high / low, high / low - 1}
    if falls and not rises:
        return {low / high, 1 - low / high}
    return {low / high, high / low, high / low - 1, 1 - low / high, low / (low + high), high / (low + high)}


def _loose(a: Figure, b: Figure) -> float:
    """How far, as a share, rounding may move the two."""
    return sum((f.rounding if f.scale > 1 or f.rounding < 0.5 else 0.0) / f.value for f in (a, b))


def _total(sketch: Sketch) -> Iterator[Clash]:
    """A total beside the parts: some sum of them must make it."""
    if sketch.words.isdisjoint(_TOTAL) or not _EACH.isdisjoint(sketch.words):
        return
    words = sketch.text.split()
    for token, total in sketch.tokens.items():
        if isinstance(total, Date) or total.kind not in ("count", "money") or not _plain(total):
            continue
        at = words.index(token)
        near = set(words[max(0, at - 3) : at] + words[at + 1 : at + 4])
        if not near & _TOTAL or words[at - 1] == "to":  # lifted his total to 99
            continue
        parts = [f for f in all_figures(sketch) if f is not total and f.kind == total.kind and f.unit != "time"]
        parts = [f for f in parts if f.kind == "count" or f.unit == total.unit]
        if len({f.noun for f in (total, *parts) if f.noun}) > 1:
            continue
        if not 2 <= len(parts) <= 5 or not all(map(_plain, parts)):
            continue
        slack = 0.01 * total.value + sum(f.rounding for f in (*parts, total) if f.scale > 1 or f.rounding < 0.5)
        sums = [sum(f.value for f in some) for n in range(1, len(parts) + 1) for some in combinations(parts, n)]
        if "one" in sketch.words:
            sums += [made + 1 for made in sums]  # two in Arlow and one in Bexted
        if any(abs(made - total.value) <= slack for made in sums):
            continue
        if any(abs(abs(one - two) - total.value) <= slack for one in sums for two in sums):
            continue
        made = sum(f.value for f in parts)
        if made < total.value and not sketch.words.isdisjoint(_IN_PART):
            continue
        if made > 0 and total.value / 1.6 <= made <= total.value * 1.6:
            shown = amount(made, total.unit if total.kind == "money" else "")
            yield Clash(
                total.span,
                f"The figures beside it make {shown}, not {total.text}.",
                tuple((f.span, "part") for f in parts),
                False,
            )
