"""Quantities: a number with the unit, the noun and the rough words that stand round it."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.numerals import GAPS, Numeral, adjoins
from newslint.facts.units import CENTS, CODES, CURRENCY_WORDS, NATIONAL, UNIT_FIRST_WORDS, UNITS
from newslint.named import NamedTuple
from newslint.text.span import Span, of_pair
from newslint.text.words import Words, by_word
from newslint.typed import Literal

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
    rounding: float
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
_ABOUT_SECONDS = frozenset(pair.split()[1] for pair in _ABOUT_PAIRS)
_ADDED = frozenset("add adds added adding go goes went going gone".split())
_ABOUT_AFTER = frozenset(("or", "plus"))
_NOT_NOUNS = frozenset(
    "is was has does says as its his hers this us yes thus plus minus versus always perhaps across towards unless "
    "times afterwards besides ours yours theirs alas per and or of in on at to for from by with but the a an that than "
    "who which were are be been had have will would could should may might can not no if so when while after before "
    "since until over under into out up down off about between during including more less most least other "
    "others".split()
)
STOPS = _NOT_NOUNS - {"more", "less", "other", "others", "times"}
_PLURALS = frozenset(
    "people men women children staff police personnel feet teeth mice sheep fish cattle dead wounded".split()
)
_BEFORE_AGE = (" was ", " is ", " was only ", " was just ", " was still ", " was barely ")
_OPENS_UNIT = frozenset(("percent", "pct", "per", "percentage", "basis", "won", *map(str.lower, CODES))).union(
    CENTS, CURRENCY_WORDS, NATIONAL, UNIT_FIRST_WORDS, UNITS
)
_OTHER_THINGS = frozenset(("stone", "second"))
"""Units of which one figure more often counts something else: the stones of a wall, a second goal."""
_SPANS_OF_TIME = frozenset(("d", "wk", "mo", "y", "decade", "h", "min"))


class _Unit(NamedTuple):
    """What a number is a number of."""

    kind: FigureKind
    unit: str
    """As in `Figure`; empty where the noun behind it will do."""
    last: int
    """The last word of number and unit."""
    end: int
    """Where they end in the text: signs are no words."""
    parts: int = 1
    """How many of what is written make one: 100 of cents."""


class Quantities:
    """Looks round a number; holds what each look needs."""

    __slots__ = ("article", "ends", "folded", "starts", "text", "words")

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words
        self.folded, self.starts, self.ends = words
        self.text = article.folded

    def after(self, i: int) -> str:
        """The word right after word `i`, or the empty string."""
        starts = self.starts
        i += 1
        near = i < len(starts) and self.text[self.ends[i - 1] : starts[i]] in GAPS
        return self.folded[i] if near else ""

    def before(self, i: int) -> str:
        """The word right before word `i`, or the empty string."""
        near = i and self.text[self.ends[i - 1] : self.starts[i]] in GAPS
        return self.folded[i - 1] if near else ""

    def plain(self, first: int, last: int, value: float, kind: FigureKind) -> Figure:
        """A figure of the words `first` to `last` that has no unit."""
        span = Span(self.starts[first], self.ends[last])
        text = self.article.text[span.start : span.end]
        return Figure(span, text, value, "", kind, 0.0, self.rough(first, last), words=(first, last))

    def rough(self, first: int, last: int) -> bool:
        """Whether the words before or after make it a rough figure or a bound."""
        folded, starts = self.folded, self.starts
        before = folded[first - 1] if first else ""
        if before in _ABOUT and starts[first] - self.ends[first - 1] <= 4:
            return True
        if before == "to" and first > 2 and folded[first - 2] == "up" and folded[first - 3] in _ADDED:
            return False  # adds up to $16,000
        if before in _ABOUT_SECONDS and first > 1 and f"{folded[first - 2]} {before}" in _ABOUT_PAIRS:
            return starts[first] - self.ends[first - 1] <= 4
        if self.text[starts[first] - 1 : starts[first]] == "~":
            return True
        if last + 2 >= len(folded) or folded[last + 1] not in _ABOUT_AFTER:
            return False
        return bool(self.after(last)) and self.after(last + 1) in ("so", "more", "less", "fewer")

    def unit(self, i: int, number: Numeral, code: str, start: int, minus: bool) -> tuple[Figure | None, int]:
        """The figure with whatever unit stands round the number, and how far the text is settled.

        It begins with word `i`, and at `start` with the currency of that `code`, if there is one.
        """
        found = self._unit_of(number, code)
        if found is None:
            return None, number.end
        kind, unit, last, end, parts = found
        noun = self._noun(last, unit) if kind in ("count", "percent", "money") else ""
        if kind == "count":
            unit = unit or _stem(noun)
            if self._is_age(start, end, number):
                kind, unit, noun = "age", "y", ""
        elif unit == "y" and kind == "measure" and self.after(last) == "old":
            kind, last = "age", last + 1
            end = self.ends[last]
        first = self._first(i, start) if code else i
        rough = self.rough(first, last)
        if rough and unit in _SPANS_OF_TIME and self.before(i) == "over":
            rough = False  # over five years: a period, no bound
        span = of_pair((start - 1 if minus and self.text[start - 1] == "-" else start, end))
        figure = Figure(
            span,
            self.article.text[span.start : end],
            (-number.value if minus else number.value) / parts,
            unit,
            kind,
            number.rounding / parts,
            rough,
            noun,
            scale=number.scale,
            words=(i, last),
        )
        return figure, end

    def _first(self, i: int, start: int) -> int:
        return i - 1 if i and self.starts[i - 1] >= start else i

    def _unit_of(self, number: Numeral, code: str) -> _Unit | None:
        """What the number is a number of; None where letters stand at it that are no unit."""
        last, end = number.last, number.end
        if code and self.after(last) in CURRENCY_WORDS:
            return self._up_to("money", code, last + 1)
        if code:
            return _Unit("money", code, last, end)
        mark = self.text[end : end + 2]
        if mark[:1] == "%" or mark == " %":
            if self.folded[last + 1 : last + 2] in (["point"], ["points"]):
                return self._up_to("points", "point", last + 1)
            return _Unit("percent", "%", last, end + mark.index("%") + 1)
        if mark[:1] == "°":
            scale = mark[1:2] if mark[1:2] in ("c", "f") else ""
            return _Unit("measure", "°" + scale.upper(), last, end + 1 + len(scale))
        if number.glued:
            return self._glued(number)
        return self._unit_word(number) or _Unit("count", "", last, end)

    def _glued(self, number: Numeral) -> _Unit | None:
        """``30C``, ``50p``, ``12km``: letters right behind the digits."""
        glued, last, end = number.glued, number.last, number.end
        if glued in ("c", "f") and self.article.text[end - 1].isupper() and number.value < 1000:
            return _Unit("measure", "°" + glued.upper(), last, end)
        if glued == "p":
            return _Unit("money", "GBP", last, end, 100)
        if glued in ("pc", "pct"):
            return _Unit("percent", "%", last, end)
        return _Unit("measure", UNITS[glued].symbol, last, end) if glued in UNITS else None

    def _unit_word(self, number: Numeral) -> _Unit | None:
        """What the words after the number make of it; None where they are no unit."""
        last = number.last
        after = self.after(last)
        if after not in _OPENS_UNIT:
            return None
        if after in ("percent", "pct") or (after == "per" and self.after(last + 1) == "cent"):
            last += 2 if after == "per" else 1
            if self.after(last) in ("point", "points"):
                return self._up_to("points", "point", last + 1)
            return self._up_to("percent", "%", last)
        if after in ("percentage", "basis") and self.after(last + 1) in ("point", "points"):
            return self._up_to("points", "point", last + 2, 100 if after == "basis" else 1)
        if after in CENTS:
            return self._up_to("money", CENTS[after], last + 1, 100)
        return self._currency_word(number, after) or self._measure(number, after)

    def _currency_word(self, number: Numeral, after: str) -> _Unit | None:
        """``5 dollars``, ``5 Hong Kong dollars``, ``5 HKD``."""
        last = number.last
        if after in CURRENCY_WORDS:
            return self._up_to("money", CURRENCY_WORDS[after], last + 1)
        if after == "won" and number.scale >= 1e3:
            return self._up_to("money", "KRW", last + 1)
        if after in NATIONAL:
            j = last + 2 if after in ("hong", "south", "new") else last + 1
            currency = self.after(j)
            if currency in CURRENCY_WORDS:
                code = NATIONAL[after] or {"won": "KRW", "rand": "ZAR"}.get(currency, "")
                return self._up_to("money", code or CURRENCY_WORDS[currency], j + 1)
        if len(after) == 3 and self.article.text[self.starts[last + 1] : self.ends[last + 1]] in CODES:
            return self._up_to("money", "CNY" if after == "rmb" else after.upper(), last + 1)
        return None

    def _measure(self, number: Numeral, after: str) -> _Unit | None:
        """``5 square miles``, ``5 miles``."""
        last = number.last
        if after in UNIT_FIRST_WORDS and adjoins(self.text, self.words, last + 1):
            two = f"{after} {self.folded[last + 2]}"
            if two in UNITS:
                return self._up_to("measure", UNITS[two].symbol, last + 2)
        if after not in UNITS or after in _OTHER_THINGS or (len(after) <= 2 and number.words):
            return None
        return self._up_to("measure", UNITS[after].symbol, last + 1)

    def _up_to(self, kind: FigureKind, unit: str, last: int, parts: int = 1) -> _Unit:
        return _Unit(kind, unit, last, self.ends[last], parts)

    def _noun(self, last: int, unit: str) -> str:
        """The counted noun: the last word of the run of plain words after the number that is a plural."""
        best = ""
        for _ in range(3):
            word = self.after(last)
            if not word or word in STOPS or word < ":":
                break
            last += 1
            if _is_plural(word):
                best = word
                break
        if best == "times" or (not best and unit):
            return ""
        return best

    def _is_age(self, start: int, end: int, number: Numeral) -> bool:
        """``Ana Ruiz, 52, said``, ``aged 52``, ``age of 52``."""
        if not 0 < number.value < 116 or number.scale != 1.0 or number.rounding != 0.5 or number.words:
            return False
        before = self.article.text[max(0, start - 24) : start]
        low = before.lower()
        if low.endswith(("aged ", " age ", " age of ", "aged between ")):
            return True
        if low.endswith(_BEFORE_AGE) and self.text[end : end + 6] == " when ":
            return True
        after = self.text[end : end + 1]
        if before.endswith(", ") and after in (",", ".") and before[-3:-2].isalpha():
            name = before[:-2].rpartition(" ")[2]
            return name[:1].isupper() and name.lower() not in ("no", "chapter", "room", "page", "june", "july", "may")
        return False


@by_word
def _is_plural(word: str) -> bool:
    return word in _PLURALS or (
        word[-1] == "s" and word not in _NOT_NOUNS and not word.endswith(("ss", "us", "'s", "ous"))
    )


@by_word
def _stem(noun: str) -> str:
    """The noun's stem, so that ``jobs`` and ``job`` are one unit."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
