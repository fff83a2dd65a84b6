"""What fills the slots of `phrasings`: for each kind a true set of values and one that contradicts itself."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from random import Random

Slots = dict[str, object]

THINGS = (
    "sales", "profit at the group", "turnover", "exports of glass", "the club's income", "revenue", "spending on roads",
    "orders", "output of the two mines", "takings at the gate", "advertising income", "the firm's debt",
)  # fmt: skip
TOWNS = (
    "Arlow",
    "Bexted",
    "Corvane",
    "Dunmere",
    "Eastholm",
    "Farrow",
    "Glint",
    "Harbury",
    "Inverlee",
    "Joules",
    "Kestrow",
)
NOUNS = ("jobs", "homes", "buses", "beds", "nurses", "trees", "lamps", "boats")
FIRMS = ("Tarvik", "Holmsund", "Brightwater", "Ostrel", "Quennel", "Larkhill Foods")
CLUBS = ("Rovers", "Harbury Town", "Glint United", "Arlow", "Eastholm Athletic", "Farrow City")
FIRSTS = ("Ana", "Tomas", "Ingrid", "Paul", "Maeve", "Oskar", "Lena", "Victor")
LASTS = ("Haldane", "Rossiter", "Lindqvist", "Marchetti", "Oduya", "Petrov", "Castellan", "Brandvold")
ROLES = (
    ("the mayor of Arlow", "the treasurer of Arlow"), ("chief executive of Tarvik", "finance director of Tarvik"),
    ("the head teacher", "the caretaker"), ("the club's captain", "the club's chairman"),
)  # fmt: skip
QUOTES = (
    (
        "We lost the roof but saved every painting in the hall",
        "We lost the roof but saved not one painting in the hall",
    ),
    (
        "Nobody told the drivers that the road would close on Friday",
        "Somebody told the drivers that the road would close on Friday",
    ),
    (
        "The harbour will be open to all ships before winter comes",
        "The harbour will be open to few ships before winter comes",
    ),
)
MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def _sum(rng: Random, value: float, style: int) -> str:
    """A sum of money in one of the ways in which news writes it; `value` is in millions."""
    number = f"{value:.1f}".removesuffix(".0") if value < 100 else f"{value:.0f}"
    return (f"${number} million", f"£{number}m", f"€{number} million", f"{number} million euros", f"${number}m")[style]


def _pair(rng: Random, factor: float) -> tuple[str, str, float]:
    """Two amounts of one unit of which the second is about `factor` times the first, and their true ratio."""
    if rng.random() < 0.6:
        a = round(rng.uniform(1.5, 90), 1)
        b = round(a * factor, 1)
        style = rng.randrange(5)
        return _sum(rng, a, style), _sum(rng, b, style), b / a
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
    base = {**_thing(rng), "multiple": word, "a": _sum(rng, a, style)}
    return {**base, "b": _sum(rng, a * factor, style)}, {**base, "b": _sum(rng, a * other, style)}


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
            ("{} crore rupees", 0.12e-3 * 1e0),
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


def _weekday(rng: Random) -> tuple[Slots, Slots]:
    day = datetime.date(2015, 1, 1) + datetime.timedelta(rng.randrange(4000))
    base = {"y": day.year, "d": day.day, "Month": MONTHS[day.month - 1], "Mon": SHORT[day.month - 1]}
    return {**base, "weekday": DAYS[day.weekday()]}, {
        **base,
        "weekday": DAYS[(day.weekday() + rng.randrange(1, 7)) % 7],
    }


def _no_day(rng: Random) -> tuple[Slots, Slots]:
    month, last = rng.choice((("April", 30), ("June", 30), ("September", 30), ("November", 30), ("February", 28)))
    year = rng.choice((2021, 2022, 2023, 2025))
    day = rng.choice(("{d} {m} {y}", "{m} {d}, {y}", "{d} {m}"))
    base = {"Town": rng.choice(TOWNS)}
    wrong = 31 if last == 30 else 30
    return {**base, "date": day.format(d=last, m=month, y=year)}, {**base, "date": day.format(d=wrong, m=month, y=year)}


def _age(rng: Random) -> tuple[Slots, Slots]:
    y, age = rng.randrange(1925, 1980), rng.randrange(28, 45)
    base = {
        "y": y,
        "r": y + age,
        "Town": rng.choice(TOWNS),
        "resigned": rng.choice(("resigned", "retired", "died")),
        "Name": f"{rng.choice(FIRSTS)} {rng.choice(LASTS)}",
    }
    return {**base, "age": age}, {**base, "age": age + rng.choice((-8, -5, 4, 7, 10))}


def _span(rng: Random) -> tuple[Slots, Slots]:
    y, n = rng.randrange(1950, 2010), rng.randrange(4, 14)
    words = n <= 9 and rng.random() < 0.5
    wrong = n + rng.choice((-3, 3, 4))
    if wrong < 2:
        wrong = n + 4
    show = lambda k: WORDS[k] if words and k < len(WORDS) else str(k)  # noqa: E731
    return {"y": y, "r": y + n, "n": show(n), "k": n}, {"y": y, "r": y + n, "n": show(wrong), "k": wrong}


def _order(rng: Random) -> tuple[Slots, Slots]:
    y = rng.randrange(1920, 1990)
    r = y + rng.randrange(18, 30)
    name = {"Name": f"{rng.choice(FIRSTS)} {rng.choice(LASTS)}"}
    return {**name, "y": y, "r": r}, {**name, "y": r, "r": y}


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
    base = {"Firm": rng.choice(FIRMS), "Town": rng.choice(TOWNS), "a": _sum(rng, a, style)}
    return {**base, "b": _sum(rng, a, style)}, {**base, "b": _sum(rng, round(b, 1), style)}


def _headline_count(rng: Random) -> tuple[Slots, Slots]:
    a = rng.randrange(13, 95)
    b = rng.choice((a + rng.randrange(4, 30), a * 2 + 1, max(3, a - rng.randrange(6, 9))))
    base = {"Firm": rng.choice(FIRMS), "Town": rng.choice(TOWNS), "a": a, "A": a}
    return {**base, "b": a, "B": a}, {**base, "b": b, "B": b}


def _twice(rng: Random) -> tuple[Slots, Slots]:
    a = rng.randrange(13, 95)
    m, style = rng.randrange(2, 90), rng.choice((0, 1, 2, 4))
    base = {"Town": rng.choice(TOWNS), "A": a, "m": _sum(rng, m, style)}
    factor = rng.choice((10, 1.5, 2))
    return {**base, "b": a, "n": _sum(rng, m, style)}, {
        **base,
        "b": a + rng.choice((2, 5, 9)),
        "n": _sum(rng, m * factor, style),
    }


def _score(rng: Random) -> tuple[Slots, Slots]:
    w, e = rng.randrange(2, 6), rng.randrange(0, 4)
    clubs = rng.sample(CLUBS, 2)
    lost = rng.randrange(0, w)
    base = {"Club": clubs[0], "Club2": clubs[1], "s": f"{w}-{lost}", "e": f"{e}-{e}"}
    return {**base, "t": f"{w}-{lost}", "f": f"{e}-{e}"}, {**base, "t": f"{w + 1}-{lost}", "f": f"{e + 1}-{e + 1}"}


def _stale(rng: Random) -> tuple[Slots, Slots]:
    base = {"Month": rng.choice(MONTHS), "d": rng.randrange(1, 28)}
    return {**base, "y": 2025 + rng.randrange(1, 3)}, {**base, "y": 2024 - rng.randrange(1, 4)}


def _name(rng: Random) -> tuple[Slots, Slots]:
    last = rng.choice(LASTS)
    k = rng.randrange(2, len(last) - 2)
    wrong = rng.choice(
        (last[:k] + last[k + 1] + last[k] + last[k + 2 :], last[:k] + last[k + 1 :], last[:k] + last[k] + last[k:])
    )
    base = {"First": rng.choice(FIRSTS), "Last": last}
    return {**base, "Last2": last}, {**base, "Last2": wrong if wrong != last else last + "s"}


def _role(rng: Random) -> tuple[Slots, Slots]:
    one, two = rng.choice(ROLES)
    base = {"First": rng.choice(FIRSTS), "Last": rng.choice(LASTS), "role": one, "Role": one[0].upper() + one[1:]}
    return {**base, "role2": one}, {**base, "role2": two}


def _quotation(rng: Random) -> tuple[Slots, Slots]:
    one, two = rng.choice(QUOTES)
    base = {"First": rng.choice(FIRSTS), "Last": rng.choice(LASTS), "quote": one}
    return {**base, "quote2": one}, {**base, "quote2": two}


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


def _clock(rng: Random) -> tuple[Slots, Slots]:
    hour, minute = rng.randrange(1, 12), rng.randrange(10, 59)
    return rng.choice(
        (
            ({"time": f"{hour}:{minute} p.m."}, {"time": f"{hour + 12}:{minute} p.m."}),
            ({"time": f"{hour + 12}:{minute}"}, {"time": f"{hour + 24}:{minute}"}),
            ({"time": f"{hour}.{minute}pm"}, {"time": f"{hour}.{minute % 40 + 60}pm"}),
            ({"time": f"{hour + 10}:{minute}"}, {"time": f"{hour + 10}:{minute + 60 if minute < 40 else 77}"}),
        )
    )


def _hours(rng: Random) -> tuple[Slots, Slots]:
    one, two = rng.randrange(1, 11), rng.randrange(1, 6)
    start, end = f"{one} a.m.", f"{two} p.m."
    late = rng.randrange(13, 20)
    return rng.choice(
        (
            ({"h1": f"{one}pm", "h2": f"{one + 1}pm"}, {"h1": f"{one + 1}pm", "h2": f"{one}pm"}),
            ({"h1": f"{one + 8:02}:00", "h2": f"{late + 2}:00"}, {"h1": f"{late + 2}:00", "h2": f"{late}:00"}),
            ({"h1": start, "h2": end}, {"h1": end, "h2": start}),
        )
    )  # fmt: skip


def _seat(rng: Random) -> tuple[Slots, Slots]:
    one, two = rng.sample(TOWNS, 2)
    base = {"Firm": rng.choice(FIRMS), "First": rng.choice(FIRSTS), "Last": rng.choice(LASTS), "Town": one}
    return {**base, "Town2": one}, {**base, "Town2": two}


def _speakers(rng: Random) -> tuple[Slots, Slots]:
    firsts, lasts = rng.sample(FIRSTS, 2), rng.sample(LASTS, 2)
    base = {"First": firsts[0], "Last": lasts[0], "quote": rng.choice(QUOTES)[0]}
    return {**base, "First2": firsts[0], "Last2": lasts[0]}, {**base, "First2": firsts[1], "Last2": lasts[1]}


DRAWS: dict[str, Callable[[Random], tuple[Slots, Slots]]] = {
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
    "weekday": _weekday,
    "no such day": _no_day,
    "age": _age,
    "span of years": _span,
    "order of dates": _order,
    "interest": _interest,
    "headline money": _headline_money,
    "headline count": _headline_count,
    "said twice": _twice,
    "score": _score,
    "stale future": _stale,
    "name": _name,
    "role": _role,
    "quotation": _quotation,
    "average": _average,
    "table": _parts,
    "clock": _clock,
    "opening hours": _hours,
    "headquarters": _seat,
    "place office": _seat,
    "two speakers": _speakers,
}
