"""Percentages: a share in per cent of a sum of money, or taken from it or put on it, beside what it makes."""

from __future__ import annotations

from newslint.facts.arithmetic import ROUGH, Clash, amount, near, reach
from newslint.facts.figures import Figure
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of
from newslint.lean import partial
from newslint.typed import Callable, Iterator, Match

_ANOTHER = frozenset("and plus another extra than from against".split())
"""Words before a sum that is not what the percentage makes."""


def _percentage_clash(how: str, sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """`a` is `r` of `b`, or `b` less or more that much."""
    named = figures_of(sketch, match, "rba")
    if not named:
        return
    rate, base, result = named
    if any(f.high for f in named) or (base.unit != result.unit and base.kind != "count"):
        return
    if how == "grown" and {"and", "while", "but"} & set(sketch.text[match.end("b") : match.start("r")].split()):
        return  # income fell to $1.21 billion and fees rose 9% to $640 million
    lead = sketch.text[: match.start("a")].split()[-2:]
    if lead[-1] in _ANOTHER or lead == [",", "with"]:
        return
    words = set(match[0].split())
    falls = bool(words & {"fall", "falls", "fell", "drop", "drops", "dropped", "cut"})
    share = rate.value / 100
    made = {
        "of": (share,),
        "off": (1 - share, share),
        "plus": (1 + share, share),
        "any": (share, 1 - share, 1 + share),
    }.get(how)
    if made is None:
        grown = 1 - share if falls else 1 + share
        made = (grown,) if how == "grown" else (share, grown)
    slack = rate.rounding / 100 * base.value + (0.1 if any(f.about for f in named) else 0.01) * result.value
    low, high = reach(result, 0.05)
    b_low, b_high = reach(base, 0.05) if base.scale > 1 else (base.value, base.value)
    if any(low - slack <= b_high * part and b_low * part <= high + slack for part in made):
        return
    others = [f.value for f in all_figures(sketch) if f not in named and 1 < f.value < 1000]
    if any(low - slack <= b_high * part * n and b_low * part * n <= high + slack for part in made for n in others):
        return
    bases = [f.value for f in all_figures(sketch) if f.kind == base.kind and f.unit == base.unit and f not in named]
    if any(low - slack <= value * part <= high + slack for part in made for value in bases):
        return
    unit = base.unit if base.kind == "money" else ""
    told = {"of": "of", "off": "off", "plus": "on top of"}.get(how, "on")
    yield Clash(
        result.span,
        f"{rate.text} {told} {base.text} makes {amount(base.value * made[0], unit)}, not {result.text}.",
        ((base.span, "base"),),
    )


def _sold(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``raised $30 million at a $100 million valuation, selling 40%``: of the value before the money or after it."""
    raised, value, stake = figures_of(sketch, match, "abr")
    if raised.unit != value.unit or raised.value >= value.value or stake.high:
        return
    before, after = raised.value / (raised.value + value.value), raised.value / value.value
    what = match["what"]
    made = (before,) if what == "pre" else (after,) if what == "post" else (before, after)
    slack = 0.015 + 0.02 * stake.about + 0.05 * after * (raised.about or value.about)
    if not min(made) - slack <= stake.value / 100 <= max(made) + slack:
        shown = amount(round(100 * made[-1], 1), "%")
        yield Clash(
            stake.span,
            f"{raised.text} at {value.text} buys {shown}, not {stake.text}.",
            ((raised.span, "money"), (value.span, "value")),
        )


def _stake(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``10% for $5 million, which values it at $80 million``."""
    paid, value, stake = figures_of(sketch, match, "abr")
    made = paid.value / (stake.value / 100) if stake.value else 0.0
    slack = 0.05 + 0.1 * (paid.about or value.about or stake.about) + 0.5 / max(stake.value, 1)
    if paid.unit == value.unit and made and not (1 - slack) * made <= value.value <= (1 + slack) * made:
        message = f"{stake.text} for {paid.text} makes {amount(made, paid.unit)} for all, not {value.text}."
        yield Clash(value.span, message, ((stake.span, "stake"), (paid.span, "price")))


def _premium(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$24 a share … closed at $20 …, 30% above``."""
    offer, price, premium = figures_of(sketch, match, "abr")
    made = 100 * (offer.value / price.value - 1) if price.value else 0
    if offer.unit == price.unit and abs(made - premium.value) > 1 + 0.05 * premium.value + 2 * premium.about:
        yield Clash(
            premium.span, f"{offer.text} is {amount(round(made, 1), '%')} above {price.text}, not {premium.text}."
        )


_WHAT = {"dollar": ("USD",), "pound": ("GBP",), "euro": ("EUR",)}


def _at_rate(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``150 yen to the dollar, the 3,000-yen ticket costs $30``."""
    rate, base, result = figures_of(sketch, match, "xba")
    if rate.unit == base.unit and result.unit in _WHAT[match["what"]] and rate.value:
        yield from _converted(rate, base, result, base.value / rate.value)


def _stood(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``The pound stood at $1.25, so the £400 fare costs $600``."""
    rate, base, result = figures_of(sketch, match, "xba")
    if rate.unit == result.unit and base.unit in _WHAT[match["what"]] and rate.value < 10:
        yield from _converted(rate, base, result, base.value * rate.value)


def _converted(rate: Figure, base: Figure, result: Figure, made: float) -> Iterator[Clash]:
    if not near(result.value, made, ROUGH):
        message = f"At {rate.text} {base.text} is {amount(made, result.unit)}, not {result.text}."
        yield Clash(result.span, message, ((rate.span, "rate"),))


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "of": partial(_percentage_clash, "of"),
    "off": partial(_percentage_clash, "off"),
    "plus": partial(_percentage_clash, "plus"),
    "grown": partial(_percentage_clash, "grown"),
    "either": partial(_percentage_clash, "either"),
    "sold": _sold,
    "stake": _stake,
    "any": partial(_percentage_clash, "any"),
    "premium": _premium,
    "at_rate": _at_rate,
    "stood": _stood,
}
