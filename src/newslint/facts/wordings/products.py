"""Products: so many at so much, so much in so long, and what that makes in all."""

from __future__ import annotations

from newslint.facts.arithmetic import ROUGH, Clash, amount, at_word, near, number, reach
from newslint.facts.figures import Figure
from newslint.facts.units import SECONDS
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of, headline_sum
from newslint.typed import Callable, Iterator, Match

_PERIODS = {
    "second": "s", "minute": "min", "hour": "h", "hourly": "h", "day": "d", "daily": "d", "night": "d", "nightly": "d",
    "week": "wk", "weekly": "wk", "month": "mo", "monthly": "mo", "quarter": "q", "quarterly": "q", "year": "y",
    "annually": "y", "yearly": "y", "annum": "y",
}  # fmt: skip
_LOOSE = 0.02
"""Of a product, by how much it may be off where nothing is said to be rough."""
_EACH = {"y": "a year", "mo": "a month", "wk": "a week", "d": "a day", "h": "an hour"}
_FACTORS = {
    ("s", "min"): (60, 60), ("s", "h"): (3600, 3600), ("min", "h"): (60, 60), ("min", "d"): (300, 1440),
    ("h", "d"): (6, 24), ("h", "wk"): (30, 168), ("d", "wk"): (5, 7), ("d", "mo"): (20, 31), ("d", "y"): (200, 366),
    ("wk", "mo"): (4, 4.5), ("wk", "q"): (12, 13.1), ("wk", "y"): (44, 53), ("mo", "q"): (3, 3), ("mo", "y"): (12, 12),
    ("q", "y"): (4, 4),
}  # fmt: skip
"""The least and the most periods of the one kind that count as one of the other: a week has five to seven days."""


def _product(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``50 seats at $30 each, $2,000 in all``."""
    named = figures_of(sketch, match, "npt")
    if named and _of_more(sketch, match):
        return
    if named and not _for_another(sketch, match, named[0]):
        n, p, t = named
        yield from _product_clash(sketch, n, p, t)


_MORE = frozenset("plus extra another further additional more after against than up instead on".split())


def _of_more(sketch: Sketch, match: Match[str]) -> bool:
    """The last of the three is of something besides: ``three payments of $4 million each, after $30 million``."""
    _, middle, last = sorted("npt", key=match.start)
    return not _MORE.isdisjoint(sketch.text[match.end(middle) : match.start(last)].split())


def _for_another(sketch: Sketch, match: Match[str], n: Figure) -> bool:
    """It is told for a time, or for a share of the firm: ``or $2 a share``, ``an average of 25 each day``."""
    one = sketch.text[match.end("p") :].split()[1:2]
    return bool(one) and (one[0] in _PERIODS or (one[0] == "share" and n.noun not in ("share", "shares")))


def _product_clash(
    sketch: Sketch, n: Figure, p: Figure, t: Figure, factor: float = 1.0, one: str = "each"
) -> Iterator[Clash]:
    """The number, the price and the total, where a third does not follow from two."""
    if n.high or p.high or t.high or p.kind != t.kind or (p.kind != "count" and p.unit != t.unit) or n.value <= 1:
        return
    if p.span.start > t.span.start and t.scale > 1:  # who shares a sum out knows it better than it is told
        t = t._replace(rounding=min(t.rounding, 0.05 * t.scale))
    if t.span.start > max(n.span.start, p.span.start) and _one_of_several(sketch, n, p, t):
        return
    if p.noun and t.noun and p.noun != t.noun:
        return  # three rooms of 12 beds each, 60 staff
    if p.value >= t.value or _makes(n, p, t, factor) or _of_others(sketch, n, p, t, factor):
        return
    made = n.value * p.value * factor
    unit = t.unit if t.kind == "money" else ""
    times = f"{p.text} times {number(n.value * factor)}"
    last = p if p.span.start > t.span.start else t
    if last is p:
        each = amount(t.value / (n.value * factor), unit)
        yield Clash(
            p.span, f"{t.text} over {n.text} is {each} {one}, not {p.text}.", ((t.span, "total"), (n.span, "number"))
        )
    else:
        yield Clash(t.span, f"{times} is {amount(made, unit)}, not {t.text}.", ((p.span, "each"), (n.span, "number")))


def _makes(n: Figure, p: Figure, t: Figure, factor: float) -> bool:
    """Whether the three fit, rounding and rough words allowed for."""
    (n_low, n_high), (p_low, p_high), (t_low, t_high) = (at_word(f) for f in (n, p, t))
    slack = ROUGH if any(f.about for f in (n, p, t)) else _LOOSE
    return n_low * p_low * factor * (1 - slack) <= t_high and n_high * p_high * factor * (1 + slack) >= t_low


def _of_others(sketch: Sketch, n: Figure, p: Figure, t: Figure, factor: float) -> bool:
    """Whether another figure explains the total or the price: three people, 12 months."""
    others = [f for f in all_figures(sketch) if f not in (n, p, t) and 1 < f.value <= 1e5 and not f.high]
    known = [f.value for f in others] + [2.0 * (len(others) > 0)]
    return any(
        value
        and (_makes(n, p, t, factor * value) or _makes(n, p, t, factor / value) or _makes(n, p, t, value / n.value))
        for value in known
    )


def _one_of_several(sketch: Sketch, n: Figure, p: Figure, t: Figure) -> bool:
    """The total may be of more: ``40 tickets at £30 and 20 at £15, £1,500 in all``."""
    before = [f for f in all_figures(sketch) if f not in (n, p, t) and f.span.start < t.span.start and not f.high]
    price = any(f.kind == p.kind and f.unit == p.unit and f.kind == "money" for f in before)
    return price and any(f.kind == n.kind for f in before)


def _over_time(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$50 an hour for 30 hours``: the time is counted in what the price is for."""
    named = figures_of(sketch, match, "npt")
    if _of_more(sketch, match):
        return
    unit = _PERIODS.get(match["u"], match["u"])
    if named and unit in SECONDS and named[0].unit in SECONDS:
        n, p, t = named
        factor, one = SECONDS[n.unit] / SECONDS[unit], _EACH[unit]
        yield from _product_clash(sketch, n, p, t, factor, one)


def _bid(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$24 for each of its 30 million shares`` under a headline that has another price for all of them."""
    p, n = figures_of(sketch, match, "pn")
    if n.high or p.high or n.about or p.about or n.value < 1000:
        return
    made = n.value * p.value
    total = headline_sum(sketch, made, p.unit)
    if total is not None:
        message = f"{p.text} times {n.text} is {amount(made, p.unit)}, the headline says {total.text}."
        yield Clash(n.span, message, ((total.span, "headline"), (p.span, "each")), sure=False)


def _ratio(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``1,200 bids for 200 plots, six for every plot``; ``20 teachers for 500 pupils, 25 pupils each``."""
    one, p, other = figures_of(sketch, match, "npt")
    n, t = (one, other) if one.value < other.value else (other, one)
    if not _for_another(sketch, match, n):
        yield from _product_clash(sketch, n, p, t)


def _shifts(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``four 12-hour shifts a week, 52 hours``."""
    n, p, t = figures_of(sketch, match, "npt")
    if p.unit == t.unit:
        yield from _product_clash(sketch, n, p, t)


def _period(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``£5 a week, £300 a year``. Silent where the longer is a cheaper offer (``or £50 a year``), where another figure
    stands beside, and within what may count as so many periods (a week has five to seven days)."""
    a, b = figures_of(sketch, match, "ab")
    short, long = _PERIODS[match["p"]], _PERIODS.get(match["q"] or match["r"] or "", "")
    if (
        a.kind != b.kind
        or (a.kind != "count" and a.unit != b.unit)
        or a.high
        or b.high
        or (b.noun and b.noun != a.noun)
    ):
        return
    least, most = _FACTORS.get((short, long), (0.0, 0.0))
    if not least or b.value <= a.value:
        return
    if match["w"]:
        (days,) = figures_of(sketch, match, "w")
        least = most = days.value
    (a_low, a_high), (b_low, b_high) = at_word(a), at_word(b)
    slack = ROUGH if a.about or b.about else _LOOSE
    if a_low * least * (1 - slack) <= b_high and b_low <= a_high * most * (1 + slack):
        return
    cheaper = b.kind == "money" and b_high < a_low * least and b_high > 0.5 * a_low * least
    if (cheaper and " or " in match[0]) or any(
        f not in (a, b) and f.value > 1 for f in all_figures(sketch) if f.kind != "measure"
    ):
        return  # $8 a month or $80 a year: a discount
    middle = a.value * (most if least != most and b.value > a.value * most else least)
    unit = a.unit if a.kind == "money" else ""
    yield Clash(
        b.span,
        f"{a.text} a {match['p']} is {amount(middle, unit)} a {match['q'] or 'year'}, not {b.text}.",
        ((a.span, "each"),),
    )


def _wage(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``$15 an hour, 40 hours a week, she earns $750 a week``."""
    a, n, b = figures_of(sketch, match, "anb")
    if a.unit != b.unit or n.unit != "h" or a.high or b.high:
        return
    least, most = (
        (1, 1) if match["u"] == match["v"] else _FACTORS.get((_PERIODS[match["u"]], _PERIODS[match["v"]]), (0, 0))
    )
    made = a.value * n.value
    if (least and not made * least * 0.97 <= reach(b)[1]) or made * most * 1.03 < reach(b)[0]:
        yield Clash(
            b.span, f"{a.text} times {n.value:g} is {amount(made * least, a.unit)}, not {b.text}.", ((a.span, "wage"),)
        )


def _speed(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``400 km in two hours, an average speed of 250 km/h``."""
    d, t, v = figures_of(sketch, match, "dtv")
    if d.unit != v.unit or t.unit not in SECONDS or not t.value or not v.value:
        return
    hours = t.value * SECONDS[t.unit] / SECONDS["h"]
    made = d.value / hours
    if not near(v.value, made, ROUGH):
        yield Clash(
            max(t, v, key=lambda f: f.span.start).span,
            f"{d.text} in {t.text} is {number(made)} {v.unit} an hour, not {v.text}.",
        )


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "product": _product,
    "over_time": _over_time,
    "ratio": _ratio,
    "bid": _bid,
    "shifts": _shifts,
    "period": _period,
    "wage": _wage,
    "volume": _product,  # 5,000 litres a day at 40 cents a litre, bringing in $3,000 daily
    "speed": _speed,
}
