"""Names, words and sums of money that the slots draw from. All people, towns and firms are invented."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Slots = dict[str, object]
Draw = Callable[[Random], tuple[Slots, Slots]]
"""A true set of values, and one that contradicts itself."""

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


def money(value: float, style: int) -> str:
    """A sum of money in one of the ways in which news writes it; `value` is in millions."""
    number = f"{value:.1f}".removesuffix(".0") if value < 100 else f"{value:.0f}"
    return (f"${number} million", f"£{number}m", f"€{number} million", f"{number} million euros", f"${number}m")[style]
