from __future__ import annotations

from newslint import (
    UNITS,
    Article,
    Figure,
    Hit,
    Iterator,
    Pattern,
    Unit,
    amount,
    cache,
    exchange_rates,
    figures,
    pattern,
    reach,
    rule,
)

_NAMESAKES = {
    "pesos": ("MXN", "PHP", "CLP", "COP", "ARS"),
    "rupees": ("INR", "PKR", "LKR"),
    "pounds": ("GBP", "EGP"),
    "kronor": ("SEK", "NOK", "DKK"),
    "kroner": ("SEK", "NOK", "DKK"),
    "dollars": ("USD", "HKD", "TWD"),
}
"""Currencies of several countries under one name."""
_LOOSE = frozenset(("ton", "t", "gal", "pt", "st", "bbl"))
"""Units of which there are two sizes under one name."""
_DRIFT = 1.5
"""How far apart, as a factor, the rates of two conversions in one article may be: one may be of another year."""
_BY_SYMBOL = {unit.symbol: unit for unit in UNITS.values()}


@rule(
    "error",
    wakes=[figures],
    why="A slip of a million for a billion, or of miles for kilometres, is the classic desk error; AP, Reuters",
    exceptions="Historic amounts; currencies are held to wide bands, not to the day's rate.",
    bad=[
        "The town lent £2 million ($2.5 million) to a mill and £400,000 (<<$1 million>>) to a shop.",
        "Gusts of 120 km/h (<<90 mph>>) were measured.",
        "The bank lent 5 billion yuan (<<$691 billion>>) to builders.",
        "The fire line is 10 miles (<<6 km>>) long.",
        "The road, 40 kilometres (<<64 miles>>) of it, will be closed.",
        "It reached 30C (<<68F>>) in the square.",
        "The estate of 200 acres, or <<810 hectares>>, is for sale.",
    ],
    good=[
        "At 2,000 metres, about 500 feet above the village, it is cold.",
        "The town lent £2 million ($2.5 million) to a mill and £400,000 ($500,000) to a shop.",
        "Gusts of 120 km/h (75 mph) were measured.",
        "The bank lent 5 billion yuan ($691 million) to builders.",
        "The fire line is 10 miles (16 km) long.",
        "It reached 30C (86F) in the square.",
        "The tower is 6ft 2in (1.88m) too tall.",
        "The estate of 200 acres, or about 80 hectares, is for sale.",
        "The bank lent 5 billion yuan (3 billion of it to builders) in May.",
    ],
)
def conversion_mismatch(article: Article) -> Iterator[Hit]:
    """One amount is given in two units, and the two cannot be the same.

    Readers abroad take the figure in brackets. Convert it again, from the figure that the source gave. Measures are
    held to their exact factors with rounding allowed for, currencies to a wide band round the year's rate, so that
    only slips of a magnitude, or of one currency for another, are reported.
    """
    found = figures(article)
    text = article.folded
    first: Figure | None = None
    known: dict[tuple[str, str], float] = {}
    for n, figure in enumerate(found):
        if not n:
            continue
        before = found[n - 1]
        gap = text[before.span.end : figure.span.start]
        if len(gap) > 40 or not _restates(gap, text[figure.span.end : figure.span.end + 14]):
            if not (first is not None and gap in ("; ", ", ", " / ", "/")):
                first = None
                continue
            before = first
        elif (
            n > 1
            and before.kind == "measure"
            and found[n - 2].kind == "measure"
            and before.span.start - found[n - 2].span.end < 2
        ):
            continue  # 6ft 2in (1.88m)
        first = before
        said = _wrong(article, before, figure) or _uneven(known, before, figure)
        if said:
            yield Hit(figure.span, f"{before.text} is about {said}, not {figure.text}.", see=((before.span, "here"),))


_FARTHER = (
    " above", " below", " higher", " lower", " longer", " shorter", " more", " less", " from", " away", " up", " down",
    " deeper", " heavier", " lighter", " beyond", " short of", " behind", " ahead", " off ",
)  # fmt: skip
"""What stands behind a figure that is the way from another thing, or a difference."""


@cache
def _gap() -> Pattern[str]:
    """What stands between ``A (B)``, ``A, or B,``, ``A - about B``; its group is how B is led in."""
    size = "(?: (?:tall|long|high|wide|deep|away|thick|across|offshore|of land|of the [a-z]+|of it)){0,10}(?:/h)?"
    rough = (
        "(?:(?:about|around|roughly|approximately|some|nearly|almost|or|over|just over|just under|c[.]|equivalent to|"
        "equal to|more than|less than|up to) |~|≈|)"
    )
    leads = (
        r"( \(| \[|,? or | - |, (?:about|nearly|almost|around|roughly|some|just over|just under) |, equivalent to |"
        r", that is |, which is )"
    )
    return pattern(f"{size}(?:/|{leads}{rough})")


def _restates(gap: str, after: str) -> bool:
    """The second figure says the first once more. Silent where ``or`` may lead to another thing."""
    match = _gap().fullmatch(gap)
    if match is None or (after.startswith(_FARTHER) and not after.startswith(" above the s")):
        return False  # at 2,400 metres, about 500 feet above the village
    if gap.startswith((" of the", " of it")):
        return after[:1] in (",", ")") and match[1] != " - "
    return match[1] != " or " or after[:1] in (",", ".", ")", " ")


def _wrong(article: Article, a: Figure, b: Figure) -> str:
    """What `a` makes in the unit of `b` when the two cannot be equal, else the empty string."""
    if a.kind == "money" and b.kind == "money":
        return _wrong_money(article, a, b)
    first, second = _measure(a, b), _measure(b, a)
    if first and second and {first.quantity, second.quantity} == {"length", "speed"}:
        first, second = (_an_hour(article, f) if u.quantity == "length" else u for f, u in ((a, first), (b, second)))
    if first is None or second is None or first.quantity != second.quantity or first.symbol == second.symbol:
        return ""
    if first.quantity == "time":
        return ""
    a_low, a_high = reach(a, 0.0)
    b_low, b_high = reach(b, 0.0)
    if first.quantity == "temperature":
        if "°" in (first.symbol, second.symbol):
            return ""
        scale, zero = (1.8, 32.0) if first.symbol == "°C" else (1 / 1.8, -32.0 / 1.8)
        for shift in (zero, 0.0):  # a temperature, or a difference of two
            if a_low * scale + shift - 1 <= b_high and b_low <= a_high * scale + shift + 1:
                return ""
        return amount(a.value * scale + zero, second.symbol)
    factor = first.size / second.size
    slack = 0.25 if {first.symbol, second.symbol} & _LOOSE else 0.1 if a.about or b.about else 0.03
    if a_low * factor * (1 - slack) <= b_high and b_low <= a_high * factor * (1 + slack):
        return ""
    return amount(a.value * factor, second.symbol)


def _uneven(known: dict[tuple[str, str], float], a: Figure, b: Figure) -> str:
    """What `a` makes at the rate at which the article turned the one currency into the other before."""
    if a.kind != "money" or b.kind != "money" or a.unit == b.unit or a.value <= 0 or b.value <= 0 or a.high or b.high:
        return ""
    rate = known.setdefault((a.unit, b.unit), b.value / a.value)
    return "" if rate / _DRIFT <= b.value / a.value <= rate * _DRIFT else amount(a.value * rate, b.unit)


def _an_hour(article: Article, figure: Figure) -> Unit | None:
    """The speed of ``120 km/h`` and of ``75 miles an hour``."""
    told = article.folded.startswith(("/h", " an hour", " per hour"), figure.span.end)
    return {"km": UNITS["kph"], "mi": UNITS["mph"]}.get(figure.unit) if told else None


def _measure(figure: Figure, other: Figure) -> Unit | None:
    """The figure's unit; ``pounds`` beside a mass are no money."""
    if figure.kind == "measure":
        return _BY_SYMBOL.get(figure.unit)
    if figure.kind == "money" and figure.text.lower().endswith(("pounds", "pound")) and other.kind == "measure":
        return UNITS["lb"]
    return None


def _band(rates: dict[str, tuple[float, float]], figure: Figure) -> tuple[float, float]:
    """The least and the most of this currency for a dollar, whichever country's it is."""
    codes = _NAMESAKES.get(figure.text.rpartition(" ")[2].lower(), (figure.unit,))
    bands = [rates[code] for code in codes if code in rates]
    return min(low for low, _ in bands), max(high for _, high in bands)


def _wrong_money(article: Article, a: Figure, b: Figure) -> str:
    if a.unit == b.unit or a.value <= 0 or b.value <= 0:
        return ""
    rates = exchange_rates(article)
    if a.unit not in rates or b.unit not in rates:
        return ""
    a_low, a_high = _band(rates, a)
    b_low, b_high = _band(rates, b)
    least = a.value * b_low / a_high
    most = a.value * b_high / a_low
    if least / 3 <= b.value <= most * 3:
        return ""
    return amount((least * most) ** 0.5, b.unit)
