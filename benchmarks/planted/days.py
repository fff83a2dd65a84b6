"""Dates, ages and hours that agree with each other, and others that do not."""

from __future__ import annotations

import datetime
from random import Random

from vocabulary import DAYS, FIRSTS, LASTS, MONTHS, SHORT, TOWNS, WORDS, Draw, Slots


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


def _stale(rng: Random) -> tuple[Slots, Slots]:
    base = {"Month": rng.choice(MONTHS), "d": rng.randrange(1, 28)}
    return {**base, "y": 2025 + rng.randrange(1, 3)}, {**base, "y": 2024 - rng.randrange(1, 4)}


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


DRAWS: dict[str, Draw] = {
    "weekday": _weekday,
    "no such day": _no_day,
    "age": _age,
    "span of years": _span,
    "order of dates": _order,
    "stale future": _stale,
    "clock": _clock,
    "opening hours": _hours,
}
