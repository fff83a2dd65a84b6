"""Sums, shares, rates and measures that add up, and others that do not."""

from __future__ import annotations

from random import Random

from vocabulary import FIRMS, NOUNS, THINGS, TOWNS, WORDS, Draw, Slots, money


def _pair(rng: Random, factor: float) -> tuple[str, str, float]:
    """Two amounts of one unit of which the second is about `factor` times the first, and their true ratio."""
    if rng.random() < 0.6:
        a = round(rng.uniform(1.5, 90), 1)
        b = round(a * factor, 1)
        style = rng.randrange(5)
        return money(a, style), money(b, style), b / a
    a = rng.randrange(2, 90) * rng.choice((10, 100, 1000))
    b = round(a * factor)
    noun = rng.choice(("tonnes", "units", "tickets", "barrels", "copies"))
    return f"{a:,} {noun}", f"{b:,} {noun}", b / a


def _thing(rng: Random) -> Slots:
    thing = rng.choice(THINGS)
    return {"thing": thing, "Thing": thing[0].upper() + thing[1:]}


def _percent(rng: Random, up: bool) -> tuple[Slots, Slots]:
    a, b, ratio = _pair(rng, 1 + rng.uniform(0.08, 0.9) if up else 1 - rng.uniform(0.08, 0.7))
    true = round(abs(ratio - 1) * 100)
    wrong = true + rng.choice((-1, 1)) * max(6, round(true * rng.uniform(0.25, 0.6)))
    if wrong < 2:
        wrong = true + 9
    base = {**_thing(rng), "a": a, "b": b}
    return {**base, "p": true}, {**base, "p": wrong}


def _multiple(rng: Random) -> tuple[Slots, Slots]:
    word, factor, other = rng.choice(
        (("doubled", 2.0, 1.4), ("tripled", 3.0, 1.9), ("halved", 0.5, 0.75), ("doubled", 2.0, 3.1))
    )
    style, a = rng.randrange(5), round(rng.uniform(2, 40), 1)
    base = {**_thing(rng), "multiple": word, "a": money(a, style)}
    return {**base, "b": money(a * factor, style)}, {**base, "b": money(a * other, style)}


def _direction(rng: Random) -> tuple[Slots, Slots]:
    a, b, _ = _pair(rng, rng.uniform(1.2, 1.9))
    ups, downs = ("rose", "climbed", "grew", "jumped", "increased"), ("fell", "dropped", "declined", "sank", "slipped")
    base = {**_thing(rng), "a": a, "b": b}
    return {**base, "way": rng.choice(ups)}, {**base, "way": rng.choice(downs)}


def _points(rng: Random) -> tuple[Slots, Slots]:
    a, d = rng.randrange(12, 60), rng.randrange(3, 9)
    base = {"a": a, "b": a + d}
    if rng.random() < 0.5:
        return {**base, "d": f"{d} percentage points"}, {**base, "d": f"{d + rng.choice((2, 3))} percentage points"}
    return {**base, "d": f"{d} percentage points"}, {**base, "d": f"{d}%"}


def _parts(rng: Random) -> tuple[Slots, Slots]:
    x, y = rng.randrange(13, 90), rng.randrange(13, 90)
    towns = rng.sample(TOWNS, 2)
    base = {"noun": rng.choice(NOUNS), "Town": towns[0], "Town2": towns[1], "x": x, "X": x, "t": x + y}
    return {**base, "y": y}, {**base, "y": y + rng.randrange(3, 9)}


def _budget(rng: Random) -> tuple[Slots, Slots]:
    x, y = rng.randrange(2, 16), rng.randrange(2, 16)
    base = {"x": x, "t": x + y}
    return {**base, "y": y}, {**base, "y": y + rng.choice((1, 2, 3))}


def _list(rng: Random) -> tuple[Slots, Slots]:
    n = rng.randrange(3, 6)
    towns = rng.sample(TOWNS, n)
    listed = ", ".join(towns[:-1]) + " and " + towns[-1]
    other = n + rng.choice((-1, 1))
    return (
        {"N": WORDS[n].capitalize(), "n": WORDS[n], "list": listed},
        {"N": WORDS[other].capitalize(), "n": WORDS[other], "list": listed},
    )


def _share(rng: Random) -> tuple[Slots, Slots]:
    t = rng.randrange(40, 400)
    x = rng.randrange(t // 8, t - 5)
    p = round(100 * x / t)
    base = {"x": x, "X": x, "t": t}
    return {**base, "p": p}, {
        **base,
        "p": p + rng.choice((-1, 1)) * rng.randrange(5, 10) if 12 < p < 88 else p + 7 if p < 50 else p - 7,
    }


def _sides(rng: Random) -> tuple[Slots, Slots]:
    x = rng.randrange(51, 78)
    return {"x": x, "y": 100 - x}, {"x": x, "y": 100 - x + rng.randrange(4, 12)}


def _rate(rng: Random) -> tuple[Slots, Slots]:
    r, m = rng.randrange(3, 60) * 10, rng.choice((6, 10, 12, 18, 24, 36))
    base = {"r": r, "m": m}
    return {**base, "t": f"{r * m:,}"}, {**base, "t": f"{round(r * m * rng.choice((0.8, 1.25, 1.5))):,}"}


def _conversion(rng: Random) -> tuple[Slots, Slots]:
    names = (
        ("miles", "km", 1.609),
        ("kilometres", "miles", 0.6214),
        ("feet", "metres", 0.3048),
        ("metres", "feet", 3.281),
        ("yards", "m", 0.9144),
    )
    one, two, factor = rng.choice(names)
    a = rng.randrange(4, 95) * (10 if one in ("feet", "yards") else 1)
    b, wrong = round(a * factor), round(a / factor)
    if abs(wrong - b) < 0.15 * b:
        wrong = b * 10
    return {"a": f"{a} {one}", "b": f"{b} {two}"}, {"a": f"{a} {one}", "b": f"{wrong} {two}"}


def _temperature(rng: Random) -> tuple[Slots, Slots]:
    c = rng.randrange(4, 42)
    f = round(c * 1.8 + 32)
    one, two = rng.choice((("{}C", "{}F"), ("{}°C", "{}°F"), ("{} degrees Celsius", "{} degrees Fahrenheit")))
    return {"a": one.format(c), "b": two.format(f)}, {
        "a": one.format(c),
        "b": two.format(f + rng.choice((-14, 12, 20))),
    }


def _mass(rng: Random) -> tuple[Slots, Slots]:
    one, two, factor = rng.choice(
        (
            ("kg", "lb", 2.2046),
            ("pounds", "kg", 0.4536),
            ("acres", "hectares", 0.4047),
            ("hectares", "acres", 2.471),
            ("tonnes", "tons", 1.102),
        )
    )
    a = rng.randrange(20, 900)
    b = round(a * factor)
    wrong = b * 10 if one == "tonnes" or rng.random() < 0.4 else round(a / factor)
    return {"a": f"{a} {one}", "b": f"{b} {two}"}, {"a": f"{a} {one}", "b": f"{wrong:,} {two}"}


def _currency(rng: Random) -> tuple[Slots, Slots]:
    one, factor = rng.choice(
        (
            ("{} billion yuan", 0.14),
            ("{} billion yen", 0.0075),
            ("{} crore rupees", 0.12e-3),
            ("{} billion rupees", 0.0125),
            ("{}bn roubles", 0.015),
            ("{} billion Swedish kronor", 0.1),
            ("{}bn euros", 1.1),
            ("£{} billion", 1.3),
        )
    )
    a = rng.randrange(2, 90)
    if "crore" in one:
        a *= 100
    dollars = a * factor * 1000  # millions
    if dollars >= 1000:
        true, wrong = f"${dollars / 1000:.1f} billion", f"${dollars / 1000:.1f} million"
    else:
        true, wrong = f"${dollars:.0f} million", f"${dollars:.0f} billion"
    return {"a": one.format(f"{a:,}"), "b": true}, {"a": one.format(f"{a:,}"), "b": wrong}


def _interest(rng: Random) -> tuple[Slots, Slots]:
    p, r = rng.randrange(2, 40) * 1000, rng.choice((2, 3, 4, 5, 6))
    i = p * r // 100
    base = {"p": f"{p:,}", "r": r, "n": "two"}
    wrong = rng.choice((i + p, i * 10, round(i * 1.6)))
    return {**base, "i": f"{i:,}", "n": "one"}, {**base, "i": f"{wrong:,}", "n": "one"}


def _headline_money(rng: Random) -> tuple[Slots, Slots]:
    a = rng.randrange(2, 90)
    style = rng.choice((0, 1, 2, 4))
    b = rng.choice((a * 10, a * 1.5 + 1, a + 11, a / 2 + 0.5))
    base = {"Firm": rng.choice(FIRMS), "Town": rng.choice(TOWNS), "a": money(a, style)}
    return {**base, "b": money(a, style)}, {**base, "b": money(round(b, 1), style)}


def _headline_count(rng: Random) -> tuple[Slots, Slots]:
    a = rng.randrange(13, 95)
    b = rng.choice((a + rng.randrange(4, 30), a * 2 + 1, max(3, a - rng.randrange(6, 9))))
    base = {"Firm": rng.choice(FIRMS), "Town": rng.choice(TOWNS), "a": a, "A": a}
    return {**base, "b": a, "B": a}, {**base, "b": b, "B": b}


def _average(rng: Random) -> tuple[Slots, Slots]:
    years, loss = rng.randrange(3, 9), rng.randrange(2, 9)
    guests, each, four = rng.randrange(20, 90), rng.randrange(11, 80), rng.randrange(2, 9)
    base: Slots = {"m": years, "m2": guests, "t": four, "t2": f"{guests * each:,}", "lost": years * loss}
    wrong = rng.choice((0.7, 1.3, 1.5))

    def told(factor: float) -> Slots:
        return {
            "u": f"{round(four * 250_000 * factor):,}",
            "w": f"{round(1_000_000 * factor):,}",
            "v": round(loss * factor, 1),
            "u2": round(each * factor),
        }

    return {**base, **told(1)}, {**base, **told(wrong)}


DRAWS: dict[str, Draw] = {
    "percent change": lambda rng: _percent(rng, True),
    "percent fall": lambda rng: _percent(rng, False),
    "multiple": _multiple,
    "direction": _direction,
    "percentage points": _points,
    "parts and total": _parts,
    "budget and parts": _budget,
    "number and list": _list,
    "share of a whole": _share,
    "two sides": _sides,
    "rate and term": _rate,
    "conversion": _conversion,
    "temperature": _temperature,
    "mass and area": _mass,
    "currency": _currency,
    "interest": _interest,
    "headline money": _headline_money,
    "headline count": _headline_count,
    "average": _average,
    "table": _parts,
}
