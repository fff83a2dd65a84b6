"""Reads one figure at a time: the number, and what stands round it."""

from __future__ import annotations

from newslint.facts.numerals import NUMBER_WORDS, SCALES, Numeral, adjoins, numeral_at, scaled, spelled_at
from newslint.facts.quantities import STOPS, Figure, Quantities
from newslint.facts.units import CODES, CURRENCY_WORDS, DOLLAR_PREFIXES, SYMBOLS, UNITS
from newslint.text.span import Span

_RANKED = frozenset(
    "largest biggest smallest highest lowest best worst oldest youngest richest poorest busiest fastest slowest "
    "longest tallest deadliest ranked placed seed seeded place".split()
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
_FOLD = ("double", "triple", "treble")
_PLAYED = frozenset("men's women's mixed tennis badminton ladies the a in junior".split())
"""Before "doubles": a match of four."""
_OF_MULTIPLE = frozenset("digit the that what of rise increase number amount figure rate".split())
"""Behind "a double": what is a multiple; "a double change" and "a double room" are none."""
_AFTER_TWICE = frozenset("as the that what its their his her last this".split())
_TIMES_AS = frozenset(
    "as the more higher larger bigger less lower smaller greater its that faster cheaper fewer what".split()
)
_BARE_ONE = frozenset("of who which that or to day by another such".split())
_ONE_OF_MANY = frozenset("no any some every each this that the another only which is".split())
_NO_HALF_BEHIND = frozenset("first second other better final last".split())
_NO_HALF_BEFORE = frozenset("time hour century a an dozen way past".split())
_HALF_OF = frozenset("of the its their his her that those what as".split())
_BY_HALF = frozenset("by in than about nearly almost over to".split())
_NO_RANKS = frozenset("century centuries anniversary birthday street avenue".split())
_HANGING = frozenset("-./:=_@&")
"""Signs before digits that may make them a part of something."""
_RANGE_GOES_ON = frozenset("0123456789$£€")
_REACHED = frozenset(
    "is was at to reached reaching hit touched topped below above exceed exceeds exceeded exceeding under over minus "
    "around about nearly between".split()
)
_WARM = frozenset(
    "temperature temperatures degrees celsius fahrenheit heat hot warm warmer cold colder cool cooler freezing boiling "
    "oven weather thermometer mercury highs lows heatwave".split()
)
WAKES = (
    NUMBER_WORDS
    | frozenset(_TIMES)
    | frozenset(_PARTS)
    | frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen", "twice", "times"))
    | frozenset(_NTH)
)
"""Words, apart from digits, that a figure may begin with."""


class Reader(Quantities):
    """Reads one figure at a time."""

    def at(self, i: int) -> tuple[Figure | None, int]:
        """The figure that begins with word `i`, and how far the text is settled."""
        word = self.folded[i]
        if word < ":":
            return self._digits(i)
        if word in _TIMES:
            if word in _FOLD and self.before(i) in ("a", "the") and self.after(i) not in _OF_MULTIPLE:
                return None, 0
            if word == "doubles" and self.before(i) in _PLAYED:
                return None, 0
            return self.plain(i, i, _TIMES[word], "multiple"), self.words.ends[i]
        if word == "twice" or word == "times":
            if word == "twice" and self.after(i) in _AFTER_TWICE:
                return self.plain(i, i, 2.0, "multiple"), self.words.ends[i]
            return None, 0
        if word in _NTH and word not in NUMBER_WORDS:
            ranked = self.after(i) in _RANKED or (
                word != "first" and self.before(i) in ("ranked", "finished", "came", "placed", "finishing")
            )
            if ranked:
                return self.plain(i, i, float(_NTH[word]), "rank"), self.words.ends[i]
        if word in _PARTS:
            return self._part(i)
        if word in SCALES and word not in NUMBER_WORDS:
            return self._scale_alone(i)
        return self._spelled(i) if word in NUMBER_WORDS else (None, 0)

    def _digits(self, i: int) -> tuple[Figure | None, int]:
        """The figure that begins with digits; first what only looks like one is turned away."""
        start = self.starts[i]
        before = self.text[start - 1] if start else " "
        if before in _HANGING and self._hangs_on(before, start):
            return None, 0
        code, first_place = self._currency_before(i, start, before)
        number = numeral_at(self.text, self.words, i, money=bool(code))
        if number is None:
            return None, 0
        glued, after = number.glued, self.text[number.end : number.end + 2]
        if not code and glued in ("th", "st", "nd", "rd"):
            ranked = self.after(i) not in _NO_RANKS
            return self.plain(i, i, number.value, "rank") if ranked else None, number.end
        if not code and after[:1] in (")", ".") and self._is_label(start, number):
            return None, number.end
        if after[:1] == "-" and after[1:] in _RANGE_GOES_ON:
            return self._dashed(i, number, code, first_place)
        if after[:1] in (":", "/", ",") and after[1:].isdigit() and not glued:
            return None, self._run_end(number.end)
        if glued in ("c", "f") and not self._temperature(i, number):
            return None, number.end  # 18F, a body
        if glued == "x":
            return self.plain(i, number.last, number.value, "multiple")._replace(rounding=number.rounding), number.end
        numbered = i > 0 and self.folded[i - 1] in ("no", "number", "nos") and start - self.ends[i - 1] <= 2
        if before == "#" or (numbered and number.value < 1000):
            span = Span(start - 1 if before == "#" else self.starts[i - 1], number.end)
            rank = self.plain(i, number.last, number.value, "rank")
            return rank._replace(span=span, text=self.article.text[span.start : span.end]), number.end
        if not code and self.after(number.last) == "times":
            return self._times(i, number)
        written = self.folded[i]
        if not code and written[0] == "0" and len(written) > 2 and written.isdecimal():
            return None, number.end  # 020 7946 0018
        minus = before == "-" or (i > 0 and self.folded[i - 1] == "minus" and self.before(i) != "")
        return self.unit(i, number, code, first_place, minus)

    def _hangs_on(self, before: str, start: int) -> bool:
        """The digits go on with what stands before them: ``covid-19``, ``555-0134``, ``v2.1``."""
        if start < 2 or self.text[start - 2].isspace():
            return False
        further = self.text[start - 2]
        if before == "-":
            return further not in "($£€"
        return before != "/" or not (further.isalpha() or further == "°")

    def _is_label(self, start: int, number: Numeral) -> bool:
        """``1)`` of a list, ``2. Network security`` of a heading."""
        text = self.text
        if text[number.end] == ")":
            alone = not start or text[start - 1] in " \n\t"
            return alone and number.value < 50 and "(" not in text[max(0, start - 40) : start]
        return text.startswith(". ", number.end) and number.value < 100 and self._opens_heading(start)

    def _opens_heading(self, start: int) -> bool:
        block = self.article.blocks[self.article.block_at(start)]
        return block.span.start == start and block.kind == "heading"

    def _temperature(self, i: int, number: Numeral) -> bool:
        """``30C``: after a word of reaching or measuring, or where degrees are spoken of."""
        if i and self.folded[i - 1] in _REACHED:
            return True
        around = self.folded[max(0, i - 12) : number.last + 12]
        text = self.text[max(0, self.words.starts[i] - 40) : number.end + 40]
        return (
            bool(_WARM & set(around))
            or "°" in text
            or any(word != self.folded[i] and word[-1:] in ("c", "f") and word[:-1].isdecimal() for word in around)
        )

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
        whole, _ = self.unit(j, second, code, words.starts[j], False)
        plural = whole is not None and (
            whole.kind != "count" or (whole.noun.endswith("s") and self.after(second.last) == whole.noun)
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
        if number.value < 200 and second.value < 200 and not (number.glued or second.glued or number.rounding < 0.5):
            span = Span(words.starts[i], second.end)
            unit = f"{number.value:.0f}-{second.value:.0f}"
            return Figure(
                span, self.article.text[span.start : span.end], number.value, unit, "score", 0.0, words=(i, second.last)
            ), span.end
        return None, end

    def _spelled(self, i: int) -> tuple[Figure | None, int]:
        number = spelled_at(self.text, self.words, i)
        if number is None or (i and self.text[self.words.starts[i] - 1] == "-"):
            return None, 0
        after = self.after(number.last)
        if after in _PARTS and (number.value == 1 or after.endswith("s")) and after not in ("seconds", "half"):
            if number.value == 1 and after == "quarter" and self.after(number.last + 1) != "of":
                return None, 0
            figure = self.plain(i, number.last + 1, number.value * _PARTS[after], "fraction")
            return figure, figure.span.end
        if after == "in" and number.value < 20:
            figure_in = self._one_in(i, number)
            if figure_in is not None:
                return figure_in, figure_in.span.end
        if number.value == 1 and number.last == i:
            if not after or after in _BARE_ONE or after in STOPS or self.before(i) in _ONE_OF_MANY:
                return None, 0
            if after not in UNITS and after not in ("percent", "per", "pct") and after not in CURRENCY_WORDS:
                return None, 0
        if after == "times":
            return self._times(i, number)
        return self.unit(i, number, "", self.words.starts[i], False)

    def _scale_alone(self, i: int) -> tuple[Figure | None, int]:
        """``a million``, ``half a billion``, ``a dozen``."""
        before = self.before(i)
        if before not in ("a", "an"):
            return None, 0
        factor = SCALES[self.folded[i]]
        first, value = i - 1, factor
        if self.before(i - 1) == "half":
            first, value = i - 2, factor / 2
        elif self.before(i - 1) == "of" and self.before(i - 2) == "quarter":
            return None, 0
        number = scaled(self.text, self.words, Numeral(value, factor / 2, factor, self.words.ends[i], i, "", True))
        return self.unit(first, number, "", self.words.starts[first], False)

    def _part(self, i: int) -> tuple[Figure | None, int]:
        """``a third of``, ``half``, ``by a quarter``."""
        word, before, after = self.folded[i], self.before(i), self.after(i)
        if word == "half":
            if before in _NO_HALF_BEHIND or after in _NO_HALF_BEFORE:
                return None, 0
            if after in _HALF_OF or before in _BY_HALF:
                return self.plain(i, i, 0.5, "fraction"), self.words.ends[i]
            return None, 0
        if before not in ("a", "an") or word.endswith("s"):
            return None, 0
        by = self.before(i - 1) in ("by", "than", "about", "nearly", "almost", "over", "around", "roughly", "to")
        if after == "of" or (by and (not after or after in STOPS)):
            return self.plain(i - 1, i, _PARTS[word], "fraction"), self.words.ends[i]
        return None, 0

    def _one_in(self, i: int, number: Numeral) -> Figure | None:
        """``one in five``, ``3 in 10``."""
        j = number.last + 2
        if j >= len(self.folded) or not adjoins(self.text, self.words, j - 1):
            return None
        other = spelled_at(self.text, self.words, j) if self.folded[j] in NUMBER_WORDS else None
        if other is None and self.folded[j] < ":":
            other = numeral_at(self.text, self.words, j)
        if other is None or not number.value < other.value <= 10000 or other.glued or 1900 < other.value < 2100:
            return None
        if self.folded[j] < ":" and number.value != 1 and other.value not in (5, 10, 20, 100, 1000):
            return None
        return self.plain(i, other.last, number.value / other.value, "fraction")

    def _times(self, i: int, number: Numeral) -> tuple[Figure | None, int]:
        """``three times as many``, or how often something happened."""
        last = number.last + 1
        if self.after(last) in _TIMES_AS:
            times = self.plain(i, last, number.value, "multiple")
        else:
            times = self.plain(i, last, number.value, "count")._replace(unit="time", noun="times")
        return times._replace(rounding=number.rounding), self.words.ends[last]
