"""Numerals as news writes them: ``1,200``, ``3.5m``, ``1.2 lakh``, ``two and a half million``, ``twenty-five``."""

from __future__ import annotations

from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.words import Words
from newslint.typed import Pattern

ONES = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12.0,
    "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12, "mm": 1e6,
}  # fmt: skip
GLUED_SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12,
    "trn": 1e12, "cr": 1e7,
}  # fmt: skip
"""Letters that stand directly after the digits."""

NUMBER_WORDS = frozenset(ONES) | frozenset(TENS)


class Numeral(NamedTuple):
    """A number as written. `end` is a place in the text, `last` the index of its last word."""

    value: float
    rounding: float
    """Half of the last place given."""
    scale: float
    """1e6 for ``3 million``; 1.0 where none is written."""
    end: int
    last: int
    glued: str = ""
    """Letters directly after the digits that are no scale: ``th``, ``km``."""
    words: bool = False
    """Spelled out."""


@cache
def _digits() -> Pattern[str]:
    return pattern(
        r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,2}(?:,\d{2}){1,3},\d{3}|\d{1,15})(?:\.(\d{1,8}))?([^\W\d_]{0,4}(?:[²³2]|/h)?)(?!\d)"
    )


GAPS = frozenset((" ", "-", "\n"))
"""What may stand between the words of one number."""


def adjoins(text: str, words: Words, i: int) -> bool:
    """True when one space, hyphen or line break alone parts word `i` and the next."""
    starts = words.starts
    return i + 1 < len(starts) and text[words.ends[i] : starts[i + 1]] in GAPS


def numeral_at(text: str, words: Words, i: int, money: bool = False) -> Numeral | None:
    """The number in digits that begins with word `i`; `money` reads ``m`` as million."""
    word, stop = words.folded[i], words.ends[i]
    if word.isdecimal() and len(word) < 16 and text[stop : stop + 1] not in (",", "/"):  # most are as simple as that
        return scaled(text, words, Numeral(float(word), 0.5, 1.0, stop, i), money)
    match = _digits().match(text, words.starts[i])
    if match is None:
        return None
    whole, decimals, glued = match.groups()
    value = float(whole.replace(",", "") + ("." + decimals if decimals else ""))
    rounding = 0.5 * 10.0 ** -len(decimals) if decimals else 0.5
    last = i
    end = match.end()
    while last + 1 < len(words.starts) and words.starts[last + 1] < end:
        last += 1
    if words.ends[last] > end:
        return None  # 3d-printed, 1990s and the like
    if glued:
        scale = GLUED_SCALES.get(glued, 0.0)
        if scale and (money or glued not in ("m", "t", "mm") or (glued == "m" and _counts(text, words, last))):
            return Numeral(value * scale, rounding * scale, scale, end, last)
        return Numeral(value, rounding, 1.0, end, last, glued)
    return scaled(text, words, Numeral(value, rounding, 1.0, end, last), money)


_COUNTED = frozenset(
    "people children women men euro pound dollar rouble ruble rupee rupees yuan yen krona kronor krone kroner zloty "
    "franc rand peso lira baht ringgit forint".split()
)


def _counts(text: str, words: Words, i: int) -> bool:
    """``12m people`` counts, ``100m sprint`` measures."""
    if not adjoins(text, words, i):
        return False
    word = words.folded[i + 1]
    return word in _COUNTED or (
        len(word) > 4
        and word.endswith("s")
        and word not in ("hurdles", "across", "finals", "heats", "races", "sprints")
    )


def scaled(text: str, words: Words, number: Numeral, money: bool = False) -> Numeral:
    """The numeral with a scale word after it: ``3`` to ``3 million``. Of a sum of money ``mm`` is a million."""
    if not adjoins(text, words, number.last) or words.folded[number.last + 1] not in SCALES:
        return number
    value, rounding, scale, end, last = number[:5]
    while adjoins(text, words, last) and words.folded[last + 1] in SCALES:
        factor = SCALES[words.folded[last + 1]]
        if words.folded[last + 1] == "mm" and not money:
            break
        last += 1
        end = words.ends[last]
        value, rounding, scale = value * factor, rounding * factor, scale * factor
        if factor == 12.0:
            break
    return number._replace(value=value, rounding=rounding, scale=scale, end=end, last=last)


def spelled_at(text: str, words: Words, i: int) -> Numeral | None:
    """The number in words that begins with word `i`: ``twenty-five``, ``two and a half million``."""
    total = current = 0.0
    scale = 1.0
    last, j = i - 1, i
    room = 1000.0  # what may still be added: after "twenty" only ones, after "hundred" tens and ones
    folded = words.folded
    while j < len(folded):
        word = folded[j]
        if word in ONES and (room > 10 or 0 < ONES[word] < room) and ONES[word] < room:
            current += ONES[word]
            room = 1.0
        elif word in TENS and room >= 100:
            current += TENS[word]
            room = 10.0
        elif word == "hundred" and 0 < current < 100 and room <= 10:
            current *= 100
            room = 100.0
        elif word in SCALES and SCALES[word] >= 1000 and current:
            scale = SCALES[word]
            total += current * scale
            current = 0.0
            room = 1000.0
        elif word == "dozen" and current and not total:
            current *= 12
            last = j
            break
        elif (
            word == "and" and room >= 100 and j > i and j + 1 < len(folded) and _continues(folded[j + 1], folded[j - 1])
        ):
            if not adjoins(text, words, j):
                break
            j += 1
            continue
        elif word == "and" and folded[j + 1 : j + 3] == ["a", "half"] and current and adjoins(text, words, j):
            current += 0.5
            j += 2
        else:
            break
        last = j
        if not adjoins(text, words, j):
            break
        j += 1
    if last < i:
        return None
    value = total + current
    rounding = 0.5 * scale if scale > 1 and not current else 0.5
    return Numeral(value, rounding, scale if not current else 1.0, words.ends[last], last, "", True)


def _continues(word: str, before: str) -> bool:
    return (word in ONES or word in TENS) and (before == "hundred" or SCALES.get(before, 0) >= 1000)
