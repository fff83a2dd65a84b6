"""What figures can and cannot mean: how far rounding reaches, and how a sum is shown to the reader."""

from __future__ import annotations

from math import floor, log10

from newslint.facts.figures import Figure
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Iterable, Sequence


class Clash(NamedTuple):
    """A place whose figures cannot be right, why, and the places that it contradicts."""

    span: Span
    message: str
    see: tuple[tuple[Span, str], ...] = ()
    sure: bool = True
    """False where the figures stand so far apart that they may be of two things."""


_BOTH = 0.7
"""Of their `rounding`, how much two rounded figures may both lie from the truth: that each lies at its end is most
unlikely."""
ROUGH = 0.1
"""How far, as a share, a figure said to be rough may lie from the truth."""
_EXACT = 1e-9
"""What floating point may be off where a number should be a whole one."""


def reach(figure: Figure, rough: float = ROUGH) -> tuple[float, float]:
    """The least and the greatest true value that may stand behind the figure as written."""
    low, high = figure.value, max(figure.value, figure.high) if figure.high else figure.value
    slack = figure.rounding
    if figure.about:
        slack = max(2 * slack, rough * abs(high))
    return low - slack, high + slack


def at_word(figure: Figure, rough: float = ROUGH) -> tuple[float, float]:
    """The same where whole numbers that are counted or paid are taken at their word."""
    plain = figure.scale == 1 and figure.rounding >= 0.5
    return reach(figure, rough) if figure.about or figure.high or not plain else (figure.value, figure.value)


def half_place(figure: Figure) -> float:
    """Half of the last place that is not a nought; exact counts under a hundred have none."""
    value = abs(figure.value)
    if (value < 100 and figure.kind == "count") or not figure.rounding:
        return 0.0
    place = figure.rounding * 2
    while value and place < value and abs(value / (place * 10) - round(value / (place * 10))) < _EXACT:
        place *= 10
    return min(place / 2, 10 ** floor(log10(value)) / 2) if value else 0.0


def agree(a: Figure, b: Figure) -> bool:
    """Equal within the rounding that either figure shows; scores from either side's point of view."""
    if a.kind == "score":
        return a.unit in (b.unit, "-".join(reversed(b.unit.split("-"))))
    if a.value == b.value:
        return True
    slack = max(half_place(a), half_place(b))
    return abs(a.value - b.value) <= slack + (ROUGH * max(a.value, b.value) if a.about or b.about else 0)


def sum_reach(figures: Iterable[Figure]) -> tuple[float, float]:
    """The least and the greatest sum of figures; whole millions below twenty, too, are taken at their word."""
    low = high = 0.0
    for figure in figures:
        few = figure.rounding >= 0.5 * figure.scale and figure.value < 20 * figure.scale
        whole = figure.scale > 1 and few and not (figure.about or figure.high)
        least, most = (figure.value, figure.value) if whole else at_word(figure, 0.05)
        low, high = low + least, high + most
    return low, high


def near(value: float, made: float, share: float) -> bool:
    """A figure lies within a share of what it should be."""
    return abs(value - made) <= share * abs(made)


def parts_clash(total: Figure, parts: Sequence[Figure], spot: Figure) -> Clash:
    """Parts that do not make the total, told at one of them or at the total."""
    made = amount(sum(part.value for part in parts), total.unit if total.kind == "money" else "")
    message = f"The parts make {made}, the text says {total.text}."
    return Clash(spot.span, message, tuple((part.span, "part") for part in parts if part is not spot))


def hundred_clash(shares: Sequence[Figure]) -> Clash:
    """Shares of one whole that do not make a hundred per cent, told at the last."""
    message = f"The parts make {sum(share.value for share in shares):g}%, of a whole of 100%."
    return Clash(shares[-1].span, message, tuple((share.span, "part") for share in shares[:-1]))


def change(a: Figure, b: Figure) -> tuple[float, float, float]:
    """From `a` to `b` as a share of `a`: the plain figure, and the least and greatest that rounding allows.

    ``from £4 million to £5.2 million``: a writer who gives tenths gives them for both, so £4 million is £4.0 million.
    """
    if a.scale == b.scale > 1:
        a, b = a._replace(rounding=min(a.rounding, b.rounding)), b._replace(rounding=min(a.rounding, b.rounding))
    if a.rounding > 0.5 and b.rounding > 0.5:
        a, b = a._replace(rounding=_BOTH * a.rounding), b._replace(rounding=_BOTH * b.rounding)
    a_low, a_high = reach(a, 0.05)
    b_low, b_high = reach(b, 0.05)
    plain = b.value / a.value - 1
    if a_low <= 0:
        return plain, -float("inf"), float("inf")
    return plain, b_low / a_high - 1, b_high / a_low - 1


_MEANT_BY = {
    2.0: (1.8, 2.35), 3.0: (2.7, 3.5), 4.0: (3.6, 4.6), 5.0: (4.5, 5.8), 10.0: (9.0, 11.5), 0.5: (0.41, 0.57),
}  # fmt: skip
"""What a multiple in words may stand for: ``doubled`` is used of 1.9 and of 2.3."""


def meant_by(multiple: float) -> tuple[float, float]:
    """The least and the greatest multiple of which writers use the word for this one."""
    return _MEANT_BY.get(multiple, (0.88 * multiple, 1.15 * multiple))


def number(value: float, digits: int = 3) -> str:
    """A number as a reader writes it: ``1,250``, ``3.2``, ``691 million``."""
    size = abs(value)
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size >= scale * 0.9995:
            return f"{_short(value / scale, digits)} {name}"
    if size >= 1000:
        return f"{value:,.0f}"
    return _short(value, digits)


def _short(value: float, digits: int) -> str:
    text = f"{value:.{digits}g}" if abs(value) < 10**digits else f"{value:.0f}"
    return f"{float(text):.{max(0, digits)}f}".rstrip("0").rstrip(".") if "e" in text else text


def amount(value: float, unit: str) -> str:
    """A value with its unit: ``$50 million``, ``16.1 km``, ``25%``."""
    signs = {"USD": "$", "GBP": "£", "EUR": "€", "INR": "₹", "JPY": "¥"}
    if unit == "%":
        return f"{_short(value, 3)}%"
    if unit in signs:
        return f"{'-' if value < 0 else ''}{signs[unit]}{number(abs(value))}"
    if unit.startswith("°"):
        return f"{value:.0f}{unit}"
    return f"{number(value)} {unit}".strip()
