"""Figures: money, percentages, counts, ranks and measures, with value and unit."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.dates import dates, digit_words
from newslint.facts.numerals import NUMBER_WORDS, SCALES, Numeral, close, numeral_at, scaled, spelled_at
from newslint.facts.units import (
    CENTS,
    CODES,
    CURRENCY_WORDS,
    DOLLAR_PREFIXES,
    NATIONAL,
    SYMBOLS,
    UNIT_FIRST_WORDS,
    UNITS,
)
from newslint.text.span import Span
from newslint.text.words import Words

FigureKind = Literal["money", "percent", "points", "count", "rank", "measure", "multiple", "fraction", "score", "age"]


class Figure(NamedTuple):
    """A figure in the text."""

    span: Span
    text: str
    value: float
    """In plain units: ``$300 million`` is 300000000.0. Of a range the lower end, of a score the first number."""
    unit: str
    """ISO 4217 code, ``%``, a unit of measure, or the counted noun's stem; empty when bare. Of a score ``3-1``."""
    kind: FigureKind
    step: float
    """Half of the last place given: how far the true value may lie from `value` by rounding alone."""
    about: bool = False
    """Said to be rough or a bound: about, nearly, more than."""
    noun: str = ""
    """What is counted or measured, folded: ``jobs`` in ``200 jobs``."""
    high: float = 0.0
    """The upper end of a range (``10 to 15 percent``), else 0."""
    scale: float = 1.0
    """1e6 where it is written in millions."""
    words: tuple[int, int] = (0, 0)
    """First and last word, indexes into `Article.words`."""


_ABOUT = frozenset(
    "about around nearly almost roughly some approximately approx over under circa estimated exceeding above below "
    "virtually maybe perhaps towards toward nearing minimum maximum least most".split()
)
_ABOUT_PAIRS = frozenset(
    (
        "more than|less than|fewer than|up to|close to|as many|as much|as few|as little|as low|as high|well over|"
        "just over|just under|upwards of|north of|in excess|excess of|better than|greater than|in region|region of|"
        "many as|much as|few as|little as|high as|low as|short of|shy of"
    ).split("|")
)
_ABOUT_AFTER = frozenset(("or", "plus"))
_RANKED = frozenset(
    "largest biggest smallest highest lowest best worst oldest youngest richest poorest busiest fastest slowest "
    "longest "
    "tallest deadliest ranked placed seed seeded place".split()
)
_NTH = {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_PARTS = {
    "half": 0.5, "halves": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2,
    "fifths": 0.2, "sixth": 1 / 6, "sixths": 1 / 6, "seventh": 1 / 7, "sevenths": 1 / 7, "eighth": 0.125,
    "eighths": 0.125, "ninth": 1 / 9, "ninths": 1 / 9, "tenth": 0.1, "tenths": 0.1,
}  # fmt: skip
_TIMES = {
    "doubled": 2.0, "doubling": 2.0, "doubles": 2.0, "double": 2.0, "tripled": 3.0, "tripling": 3.0, "triples": 3.0,
    "triple": 3.0, "trebled": 3.0, "trebling": 3.0, "treble": 3.0, "quadrupled": 4.0, "quadrupling": 4.0,
    "quadruple": 4.0, "quintupled": 5.0, "halved": 0.5, "halving": 0.5, "halves": 0.5, "twofold": 2.0,
    "threefold": 3.0, "fourfold": 4.0, "fivefold": 5.0, "tenfold": 10.0,
}  # fmt: skip
_TWICE = frozenset("as the that what its their his her last this".split())
_NOT_NOUNS = frozenset(
    "is was has does says as its his hers this us yes thus plus minus versus always perhaps across towards unless "
    "times "
    "afterwards besides ours yours theirs alas per and or of in on at to for from by with but the a an that than who "
    "which were are be been had have will would could should may might can not no if so when while after before since "
    "until over under into out up down off about between during including more less most least other others".split()
)
_STOPS = _NOT_NOUNS - {"more", "less", "other", "others", "times"}
_PLURALS = frozenset(
    "people men women children staff police personnel feet teeth mice sheep fish cattle dead wounded".split()
)
_SPANS_OF_TIME = frozenset(("d", "wk", "mo", "y", "decade", "h", "min"))
_BARE_ONE = frozenset("of who which that or to day by another such".split())
_WAKES = (
    NUMBER_WORDS
    | frozenset(_TIMES)
    | frozenset(_PARTS)
    | frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen", "twice", "times"))
    | frozenset(_NTH)
)


@fact
def figures(article: Article) -> tuple[Figure, ...]:
    """Every figure in headline, dek and running text; dates, times, phone numbers and years are none."""
    words = article.words
    wakes = _WAKES
    candidates = sorted([*digit_words(article), *[i for i, word in enumerate(words.folded) if word in wakes]])
    if not candidates:
        return ()
    silent = sorted(
        [block.span for _, block in article.zoned("code", "meta", "byline", "dateline", "table")]
        + [date.span for date in dates(article) if date.kind not in ("vague",)]
    )
    reader = _Reader(article, words)
    found: list[Figure] = []
    done = skip = 0
    for i in candidates:
        start = words.starts[i]
        if start < done or _in_a_row(article.folded, words, i):
            continue
        while skip < len(silent) and silent[skip].end <= start:
            skip += 1
        if skip < len(silent) and silent[skip].start <= start:
            continue
        figure, end = reader.at(i)
        if figure is not None and figure.span.start >= done:
            found.append(figure)
        done = max(done, end)
    return tuple(_lent(article, found))


def _in_a_row(text: str, words: Words, i: int) -> bool:
    """``020 7946 0018``: a number after a number, neither of them a figure; years before one are left alone."""
    if not i or words.folded[i] >= ":" or words.folded[i - 1] >= ":" or words.ends[i - 1] != words.starts[i] - 1:
        return False
    before = words.folded[i - 1]
    return text[words.ends[i - 1]] == " " and before.isdecimal() and not (len(before) == 4 and before[:2] in ("19", "20"))


def _lent(article: Article, found: list[Figure]) -> list[Figure]:
    """Bare figures take the unit of the next: ``from 40 to 50 million euros``; ``10 to 15 percent`` is one range."""
    folded = article.words.folded
    out: list[Figure] = []
    for figure in found:
        low = out[-1] if out else None
        if low is None or not _leads_to(folded, low, figure) or figure.words[0] - low.words[1] != 2:
            out.append(figure)
            continue
        scale = figure.scale if figure.scale > 1 and low.value < 1000 else 1.0
        lent = low._replace(
            value=low.value * scale, step=low.step * scale, scale=scale, unit=figure.unit, kind=figure.kind,
            noun=figure.noun,
        )  # fmt: skip
        before = folded[low.words[0] - 1] if low.words[0] else ""
        link = folded[low.words[1] + 1]
        if before == "between" or (link == "to" and before not in ("from", "of", "by") and lent.value < figure.value):
            span = Span(low.span.start, figure.span.end)
            out[-1] = lent._replace(
                span=span, text=article.text[span.start : span.end], high=figure.value, about=True,
                words=(low.words[0], figure.words[1]),
            )  # fmt: skip
        else:
            out[-1] = lent
            out.append(figure)
    return out


def _leads_to(folded: list[str], low: Figure, figure: Figure) -> bool:
    """A bare count, ``to`` or (after ``between``) ``and``, and a figure with a unit."""
    if low.kind != "count" or low.scale != 1.0 or low.noun or low.high or figure.high:
        return False
    if not figure.unit or figure.kind not in ("count", "money", "percent", "points", "measure"):
        return False
    link = folded[low.words[1] + 1] if low.words[1] + 1 < len(folded) else ""
    between = low.words[0] > 0 and folded[low.words[0] - 1] == "between"
    return link == ("and" if between else "to")


class _Reader:
    """Reads one figure at a time; holds what each reading needs."""

    __slots__ = ("article", "folded", "text", "words")

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words
        self.folded = words.folded
        self.text = article.folded

    def at(self, i: int) -> tuple[Figure | None, int]:
        """The figure that begins with word `i`, and how far the text is settled."""
        word = self.folded[i]
        if word < ":":
            return self._digits(i)
        if word in _TIMES:
            return self._plain(i, i, _TIMES[word], "multiple"), self.words.ends[i]
        if word == "twice" or word == "times":
            if word == "twice" and self._after(i) in _TWICE:
                return self._plain(i, i, 2.0, "multiple"), self.words.ends[i]
            return None, 0
        if word in _NTH and word not in NUMBER_WORDS:
            ranked = self._after(i) in _RANKED or (
                word != "first" and self._before(i) in ("ranked", "finished", "came", "placed", "finishing")
            )
            if ranked:
                return self._plain(i, i, float(_NTH[word]), "rank"), self.words.ends[i]
        if word in _PARTS:
            return self._part(i)
        if word in SCALES and word not in NUMBER_WORDS:
            return self._scale_alone(i)
        return self._spelled(i) if word in NUMBER_WORDS else (None, 0)

    # -- neighbours ----------------------------------------------------------------------------------------------------

    def _after(self, i: int) -> str:
        return self.folded[i + 1] if close(self.text, self.words, i) else ""

    def _before(self, i: int) -> str:
        return self.folded[i - 1] if i and close(self.text, self.words, i - 1) else ""

    def _plain(
        self, first: int, last: int, value: float, kind: FigureKind, unit: str = "", step: float = 0.0
    ) -> Figure:
        span = Span(self.words.starts[first], self.words.ends[last])
        return Figure(
            span,
            self.article.text[span.start : span.end],
            value,
            unit,
            kind,
            step,
            self._rough(first, last),
            words=(first, last),
        )

    def _rough(self, first: int, last: int) -> bool:
        """Whether the words before or after make it a rough figure or a bound."""
        before = self.folded[first - 1] if first else ""
        if before in _ABOUT and self.words.starts[first] - self.words.ends[first - 1] <= 4:
            return True
        if first > 1 and f"{self.folded[first - 2]} {before}" in _ABOUT_PAIRS:
            return self.words.starts[first] - self.words.ends[first - 1] <= 4
        if self.text[self.words.starts[first] - 1 : self.words.starts[first]] == "~":
            return True
        return self._after(last) in _ABOUT_AFTER and self._after(last + 1) in ("so", "more", "less", "fewer")

    # -- numbers in digits ---------------------------------------------------------------------------------------------

    def _digits(self, i: int) -> tuple[Figure | None, int]:
        text, words = self.text, self.words
        start = words.starts[i]
        before = text[start - 1] if start else " "
        if before == "-" and start > 1 and not text[start - 2].isspace() and text[start - 2] not in "($£€":
            return None, 0  # covid-19, 555-0134
        slash = before == "/" and start > 1 and (text[start - 2].isalpha() or text[start - 2] == "°")
        if before in "./:=_@&" and start > 1 and not text[start - 2].isspace() and not slash:
            return None, 0
        code, first_place = self._currency_before(i, start, before)
        number = numeral_at(text, words, i, money=bool(code))
        if number is None:
            return None, 0
        if number.glued and not code and number.glued in ("th", "st", "nd", "rd"):
            kind: Figure | None = None
            if self._after(i) not in ("century", "centuries", "anniversary", "birthday", "street", "avenue"):
                kind = self._plain(i, i, number.value, "rank")
            return kind, number.end
        after = text[number.end : number.end + 2]
        if (
            after[:1] == ")"
            and before in " \n\t"
            and not code
            and number.value < 50
            and "(" not in text[max(0, start - 40) : start]
        ):
            return None, number.end  # 1) a point of a list
        if after[:1] == "-" and after[1:2] in "0123456789$£€" and after[1:2]:
            return self._dashed(i, number, code, first_place)
        if after[:1] in (":", "/") and after[1:2].isdigit() and not number.glued:
            return None, self._run_end(number.end)
        if number.glued == "x":
            return self._plain(i, number.last, number.value, "multiple", step=number.step), number.end
        numbered = i > 0 and self.folded[i - 1] in ("no", "number", "nos") and start - words.ends[i - 1] <= 2
        if before == "#" or (numbered and number.value < 1000):
            span = Span(start - 1 if before == "#" else words.starts[i - 1], number.end)
            ranked = self._plain(i, number.last, number.value, "rank")
            return ranked._replace(span=span, text=self.article.text[span.start : span.end]), number.end
        written = self.folded[i]
        if not code and written[0] == "0" and len(written) > 2 and written.isdecimal():
            return None, number.end  # 020 7946 0018
        return self._unit(i, number, code, first_place, before == "-" or self._before(i) == "minus")

    def _run_end(self, place: int) -> int:
        """The end of ``10/12/34`` or ``020-7946-0000``."""
        stop = min(len(self.text), place + 40)
        while place < stop and (self.text[place].isdigit() or self.text[place] in "-/:.,"):
            place += 1
        while self.text[place - 1] in "-/:.,":
            place -= 1
        return place

    def _currency_before(self, i: int, start: int, before: str) -> tuple[str, int]:
        """The currency written before the digits, and where the figure begins with it."""
        if before in SYMBOLS:
            code, place = SYMBOLS[before], start - 1
            if i and self.words.ends[i - 1] == place:
                letters = self.folded[i - 1]
                if before == "$" and letters in DOLLAR_PREFIXES:
                    return DOLLAR_PREFIXES[letters], self.words.starts[i - 1]
                if before == "¥" and letters in ("cn", "rmb"):
                    return "CNY", self.words.starts[i - 1]
            return code, place
        if i and start - self.words.ends[i - 1] <= 2:
            word = self.folded[i - 1]
            if word == "rs":
                return "INR", self.words.starts[i - 1]
            if len(word) == 3 and before in " \u00a0":
                written = self.article.text[self.words.starts[i - 1] : self.words.ends[i - 1]]
                if written in CODES:
                    return ("CNY" if written == "RMB" else written), self.words.starts[i - 1]
        return "", start

    def _dashed(self, i: int, number: Numeral, code: str, first_place: int) -> tuple[Figure | None, int]:
        """``10-15%`` is a range, ``3-1`` a score, ``555-0134`` neither."""
        j = number.last + 1
        words = self.words
        if j >= len(words.starts):
            return None, number.end
        second = numeral_at(self.text, words, j, money=bool(code))
        end = self._run_end(number.end)
        if second is None or end > second.end:
            return None, end
        whole, _ = self._unit(j, second, code, words.starts[j], False)
        plural = whole is not None and (
            whole.kind != "count" or (whole.noun.endswith("s") and self._after(second.last) == whole.noun)
        )
        if whole is not None and plural and second.value > number.value / max(1.0, second.scale):
            low = number.value * (second.scale if number.scale == 1.0 else 1.0)
            span = Span(first_place, whole.span.end)
            return whole._replace(
                span=span,
                text=self.article.text[span.start : span.end],
                value=low,
                high=whole.value,
                about=True,
                words=(i, whole.words[1]),
            ), span.end
        if number.value < 200 and second.value < 200 and not (number.glued or second.glued or number.step < 0.5):
            span = Span(words.starts[i], second.end)
            unit = f"{number.value:.0f}-{second.value:.0f}"
            return Figure(
                span, self.article.text[span.start : span.end], number.value, unit, "score", 0.0, words=(i, second.last)
            ), span.end
        return None, end

    # -- numbers in words ----------------------------------------------------------------------------------------------

    def _spelled(self, i: int) -> tuple[Figure | None, int]:
        number = spelled_at(self.text, self.words, i)
        if number is None or (i and self.text[self.words.starts[i] - 1] == "-"):
            return None, 0
        after = self._after(number.last)
        if after in _PARTS and (number.value == 1 or after.endswith("s")) and after not in ("seconds", "half"):
            if number.value == 1 and after == "quarter" and self._after(number.last + 1) != "of":
                return None, 0
            figure = self._plain(i, number.last + 1, number.value * _PARTS[after], "fraction")
            return figure, figure.span.end
        if after == "in" and number.value < 20:
            figure_in = self._one_in(i, number)
            if figure_in is not None:
                return figure_in, figure_in.span.end
        if number.value == 1 and number.last == i:
            if (
                after in _BARE_ONE
                or not after
                or after in _STOPS
                or self._before(i)
                in ("no", "any", "some", "every", "each", "this", "that", "the", "another", "only", "which", "is")
            ):
                return None, 0
            if after not in UNITS and after not in ("percent", "per", "pct") and after not in CURRENCY_WORDS:
                return None, 0
        if after == "times":
            return self._times(i, number)
        return self._unit(i, number, "", self.words.starts[i], False)

    def _scale_alone(self, i: int) -> tuple[Figure | None, int]:
        """``a million``, ``half a billion``, ``a dozen``."""
        before = self._before(i)
        if before not in ("a", "an"):
            return None, 0
        factor = SCALES[self.folded[i]]
        first, value = i - 1, factor
        if self._before(i - 1) == "half":
            first, value = i - 2, factor / 2
        elif self._before(i - 1) == "of" and self._before(i - 2) == "quarter":
            return None, 0
        number = scaled(self.text, self.words, Numeral(value, factor / 2, factor, self.words.ends[i], i, "", True))
        return self._unit(first, number, "", self.words.starts[first], False)

    def _part(self, i: int) -> tuple[Figure | None, int]:
        """``a third of``, ``half``, ``by a quarter``."""
        word, before, after = self.folded[i], self._before(i), self._after(i)
        if word == "half":
            if before in ("first", "second", "other", "better", "final", "last") or after in (
                "time",
                "hour",
                "century",
                "a",
                "an",
                "dozen",
                "way",
                "past",
            ):
                return None, 0
            if after in ("of", "the", "its", "their", "his", "her", "that", "those", "what", "as") or before in (
                "by",
                "in",
                "than",
                "about",
                "nearly",
                "almost",
                "over",
                "to",
            ):
                return self._plain(i, i, 0.5, "fraction"), self.words.ends[i]
            return None, 0
        if before not in ("a", "an") or word.endswith("s"):
            return None, 0
        by = self._before(i - 1) in ("by", "than", "about", "nearly", "almost", "over", "around", "roughly", "to")
        if after == "of" or (by and (not after or after in _STOPS)):
            return self._plain(i - 1, i, _PARTS[word], "fraction"), self.words.ends[i]
        return None, 0

    def _one_in(self, i: int, number: Numeral) -> Figure | None:
        """``one in five``, ``3 in 10``."""
        j = number.last + 2
        if j >= len(self.folded) or not close(self.text, self.words, j - 1):
            return None
        other = spelled_at(self.text, self.words, j) if self.folded[j] in NUMBER_WORDS else None
        if other is None and self.folded[j] < ":":
            other = numeral_at(self.text, self.words, j)
        if other is None or not number.value < other.value <= 10000 or other.glued or 1900 < other.value < 2100:
            return None
        if self.folded[j] < ":" and number.value != 1 and other.value not in (5, 10, 20, 100, 1000):
            return None
        return self._plain(i, other.last, number.value / other.value, "fraction")

    def _times(self, i: int, number: Numeral) -> tuple[Figure | None, int]:
        last = number.last + 1
        after = self._after(last)
        if after in (
            "as",
            "the",
            "more",
            "higher",
            "larger",
            "bigger",
            "less",
            "lower",
            "smaller",
            "greater",
            "its",
            "that",
            "faster",
            "cheaper",
            "fewer",
            "what",
        ):
            return self._plain(i, last, number.value, "multiple", step=number.step), self.words.ends[last]
        return self._plain(i, last, number.value, "count", "time", number.step)._replace(noun="times"), self.words.ends[
            last
        ]

    # -- units ---------------------------------------------------------------------------------------------------------

    def _unit(self, i: int, number: Numeral, code: str, start: int, minus: bool) -> tuple[Figure | None, int]:
        """The figure with whatever unit stands round the number."""
        text, words, folded = self.text, self.words, self.folded
        value = -number.value if minus else number.value
        kind: FigureKind = "count"
        unit, noun, end, last = "", "", number.end, number.last
        step, scale = number.step, number.scale
        mark = text[end : end + 2]
        if code:
            kind, unit = "money", code
            if self._after(last) in CURRENCY_WORDS:
                last += 1
                end = words.ends[last]
        elif mark[:1] == "%" or mark == " %":
            kind, unit, end = "percent", "%", end + (1 if mark[:1] == "%" else 2)
            if folded[last + 1 : last + 2] == ["point"] or folded[last + 1 : last + 2] == ["points"]:
                kind, unit, last = "points", "point", last + 1
                end = words.ends[last]
        elif mark[:1] == "°":
            kind = "measure"
            letter = text[end + 1 : end + 2]
            unit = {"c": "°C", "f": "°F"}.get(letter, "°")
            end += 2 if letter in ("c", "f") and letter else 1
        elif number.glued:
            glued = UNITS.get(number.glued)
            if number.glued in ("c", "f") and self.article.text[end - 1].isupper() and abs(value) < 1000:
                kind, unit = "measure", "°" + number.glued.upper()
            elif number.glued == "p":
                kind, unit, value, step = "money", "GBP", value / 100, step / 100
            elif number.glued in ("pc", "pct"):
                kind, unit = "percent", "%"
            elif glued is not None:
                kind, unit = "measure", glued.symbol
            else:
                return None, end
        else:
            kind, unit, last, value, step = self._unit_word(last, value, step, number)
            end = words.ends[last] if last > number.last else end
        if kind == "count":
            noun = self._noun(last, unit)
            unit = unit or _stem(noun)
            if self._is_age(start, end, number):
                kind, unit, noun = "age", "y", ""
        elif kind in ("percent", "money"):
            noun = self._noun(last, unit)
        if unit == "y" and kind == "measure" and self._after(last) == "old":
            kind, last = "age", last + 1
            end = words.ends[last]
        span = Span(start - (1 if minus and text[start - 1] == "-" else 0), end)
        first = self._first(i, start) if code else i
        rough = self._rough(first, last)
        if rough and unit in _SPANS_OF_TIME and self._before(i) == "over":
            rough = False  # over five years: a period, no bound
        made = Figure(
            span, self.article.text[span.start : span.end], value, unit, kind, step, rough, noun, 0.0, scale, (i, last)
        )
        return made, end

    def _first(self, i: int, start: int) -> int:
        return i - 1 if i and self.words.starts[i - 1] >= start else i

    def _unit_word(
        self, last: int, value: float, step: float, number: Numeral
    ) -> tuple[FigureKind, str, int, float, float]:
        """What the word after the number makes of it."""
        after = self._after(last)
        kind: FigureKind = "count"
        if not after:
            return kind, "", last, value, step
        folded = self.folded
        if after in ("percent", "pct") or (after == "per" and self._after(last + 1) == "cent"):
            last += 1 if after != "per" else 2
            if self._after(last) in ("point", "points"):
                return "points", "point", last + 1, value, step
            return "percent", "%", last, value, step
        if after in ("percentage", "basis") and self._after(last + 1) in ("point", "points"):
            basis = 0.01 if after == "basis" else 1.0
            return "points", "point", last + 2, value * basis, step * basis
        if after in CURRENCY_WORDS:
            return "money", CURRENCY_WORDS[after], last + 1, value, step
        if after == "won" and number.scale >= 1e3:
            return "money", "KRW", last + 1, value, step
        if after in CENTS:
            return "money", CENTS[after], last + 1, value / 100, step / 100
        if after in NATIONAL:
            j = last + 1
            if after in ("hong", "south") or after == "new":
                j += 1
            currency = self._after(j)
            if currency in CURRENCY_WORDS:
                code = NATIONAL[after] or {"won": "KRW", "rand": "ZAR"}.get(currency, "")
                return "money", code or CURRENCY_WORDS[currency], j + 1, value, step
        if len(after) == 3 and self.article.text[self.words.starts[last + 1] : self.words.ends[last + 1]] in CODES:
            code = after.upper()
            return "money", "CNY" if code == "RMB" else code, last + 1, value, step
        two = (
            f"{after} {folded[last + 2]}"
            if after in UNIT_FIRST_WORDS and close(self.text, self.words, last + 1)
            else ""
        )
        if two in UNITS:
            return "measure", UNITS[two].symbol, last + 2, value, step
        if after in UNITS and not (len(after) <= 2 and number.words):
            if after == "stone" or after == "second":
                return kind, "", last, value, step
            return "measure", UNITS[after].symbol, last + 1, value, step
        if after in ("in",) and number.scale == 1.0:
            return kind, "", last, value, step
        return kind, "", last, value, step

    def _noun(self, last: int, unit: str) -> str:
        """The counted noun: the last word of the run of plain words after the number that is a plural."""
        best = ""
        for _ in range(3):
            word = self._after(last)
            if not word or word in _STOPS or word < ":":
                break
            last += 1
            if word in _PLURALS or (
                word[-1] == "s" and word not in _NOT_NOUNS and not word.endswith(("ss", "us", "'s", "ous"))
            ):
                best = word
                break
        if best == "times" or (not best and unit):
            return ""
        return best

    def _is_age(self, start: int, end: int, number: Numeral) -> bool:
        """``Ana Ruiz, 52, said``, ``aged 52``, ``age of 52``."""
        if not 0 < number.value < 116 or number.scale != 1.0 or number.step != 0.5 or number.words:
            return False
        before = self.article.text[max(0, start - 24) : start]
        low = before.lower()
        if low.endswith(("aged ", " age ", " age of ", "aged between ")):
            return True
        if low.endswith((" was ", " is ")) and self.text[end : end + 6] == " when ":
            return True
        after = self.text[end : end + 1]
        if before.endswith(", ") and after in (",", ".") and before[-3:-2].isalpha():
            name = before[:-2].rpartition(" ")[2]
            return name[:1].isupper() and name.lower() not in ("no", "chapter", "room", "page", "june", "july", "may")
        return False


def _stem(noun: str) -> str:
    """The noun's stem, so that ``jobs`` and ``job`` are one unit."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
