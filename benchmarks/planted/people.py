"""Names, posts, places, words and scores that stay the same, and others that change."""

from __future__ import annotations

from random import Random

from vocabulary import CLUBS, FIRMS, FIRSTS, LASTS, QUOTES, ROLES, TOWNS, Draw, Slots, money


def _twice(rng: Random) -> tuple[Slots, Slots]:
    a = rng.randrange(13, 95)
    m, style = rng.randrange(2, 90), rng.choice((0, 1, 2, 4))
    base = {"Town": rng.choice(TOWNS), "A": a, "m": money(m, style)}
    factor = rng.choice((10, 1.5, 2))
    return {**base, "b": a, "n": money(m, style)}, {
        **base,
        "b": a + rng.choice((2, 5, 9)),
        "n": money(m * factor, style),
    }


def _score(rng: Random) -> tuple[Slots, Slots]:
    w, e = rng.randrange(2, 6), rng.randrange(0, 4)
    clubs = rng.sample(CLUBS, 2)
    lost = rng.randrange(0, w)
    base = {"Club": clubs[0], "Club2": clubs[1], "s": f"{w}-{lost}", "e": f"{e}-{e}"}
    return {**base, "t": f"{w}-{lost}", "f": f"{e}-{e}"}, {**base, "t": f"{w + 1}-{lost}", "f": f"{e + 1}-{e + 1}"}


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


def _seat(rng: Random) -> tuple[Slots, Slots]:
    one, two = rng.sample(TOWNS, 2)
    base = {"Firm": rng.choice(FIRMS), "First": rng.choice(FIRSTS), "Last": rng.choice(LASTS), "Town": one}
    return {**base, "Town2": one}, {**base, "Town2": two}


def _speakers(rng: Random) -> tuple[Slots, Slots]:
    firsts, lasts = rng.sample(FIRSTS, 2), rng.sample(LASTS, 2)
    base = {"First": firsts[0], "Last": lasts[0], "quote": rng.choice(QUOTES)[0]}
    return {**base, "First2": firsts[0], "Last2": lasts[0]}, {**base, "First2": firsts[1], "Last2": lasts[1]}


DRAWS: dict[str, Draw] = {
    "said twice": _twice,
    "score": _score,
    "name": _name,
    "role": _role,
    "quotation": _quotation,
    "headquarters": _seat,
    "place office": _seat,
    "two speakers": _speakers,
}
