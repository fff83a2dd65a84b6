"""Sketches: sentences with their figures and dates as tokens, so that one pattern reads many wordings of a sum.

``Of the 120 hospitals, 72 (about 75%) have signed.`` is `` of the N0 hospitals , N1 ( P2 ) have signed .``; rough words
are left out and remembered. ``/`` parts two sentences, ``//`` two paragraphs.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.calendar import from_day_number
from newslint.facts.dates import Date, article_day, dates
from newslint.facts.figures import Figure, FigureKind, figures
from newslint.facts.units import SECONDS
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Match, Pattern

_LETTERS = {
    "count": "N", "money": "M", "percent": "P", "points": "Q", "fraction": "F", "multiple": "X", "measure": "U",
    "age": "A", "score": "S", "rank": "O",
}  # fmt: skip
_DATES = {"year": "Y", "day": "D", "month": "B", "time": "K", "relative": "G"}
_TIMES = SECONDS.keys() | {"century"}
_ROUGH = frozenset("about around nearly almost roughly some approximately just exactly only well barely".split())
_BOUNDS = {
    ("more", "than"): 1, ("less", "than"): -1, ("fewer", "than"): -1, ("at", "least"): 1, ("at", "most"): -1,
    ("close", "to"): 0, ("as", "many"): 0,
}  # fmt: skip
_STRIPPED = _ROUGH.union([last for _, last in _BOUNDS], ("over", "above", "under", "below"))
"""Words before a figure that a sketch may leave out."""
_PARTS = {
    "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "seventh": 1 / 7, "eighth": 0.125, "ninth": 1 / 9,
    "tenth": 0.1,
}  # fmt: skip
_MULTIPLES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "thrice": 3.0}
_WHOLE_TIMES = {"hour": ("h", 0.5), "decade": ("decade", 0.2), "century": ("century", 0.1), "fortnight": ("wk", 0.2)}
_SPECIAL = frozenset((*_PARTS, *_MULTIPLES, *_WHOLE_TIMES, "half"))
_NOT_HALF = frozenset("first second other last final half time hours hour way past term back".split())
_LONG = 2000
"""Code points beyond which a sentence is none."""
_MOST_TOKENS = 24
"""Tokens beyond which a sentence is a table."""


class Sketch(NamedTuple):
    """One sentence, or two that follow each other."""

    text: str
    """Each word and mark of it behind a space."""
    tokens: dict[str, Figure | Date]
    order: str
    """The letters of the tokens, in order."""
    words: frozenset[str]
    bounds: dict[str, int]
    """1 for figures said to be more than they are given, -1 for less."""
    first: int
    """The index of the sentence in `Article.sentences`."""
    year: int
    """In which the article says that it was published, or 0."""
    money: tuple[Figure, ...]
    """The sums of the whole article."""
    headline: Span
    """From the headline's first letter to the last of the dek; empty where there is none."""


def figures_of(sketch: Sketch, match: Match[str], names: str) -> list[Figure]:
    """The figures of the named groups; those that are dates are no figures and end in an empty list."""
    found = [sketch.tokens[match[name]] for name in names]
    return [] if any(isinstance(thing, Date) for thing in found) else found  # type: ignore[return-value]


def dates_of(sketch: Sketch, match: Match[str], names: str) -> list[Date]:
    """The dates of the named groups."""
    return [thing for name in names if isinstance(thing := sketch.tokens[match[name]], Date)]


def all_figures(sketch: Sketch) -> list[Figure]:
    """Every figure of the sketch, in order."""
    return [thing for thing in sketch.tokens.values() if isinstance(thing, Figure)]


def headline_sum(sketch: Sketch, made: float, unit: str) -> Figure | None:
    """The one sum of the headline, of about the size of `made`, where no sum of the article is `made`."""
    sums = [f for f in sketch.money if f.unit == unit]
    if any(abs(f.value - made) <= max(0.03 * made, f.rounding) or f.high for f in sums):
        return None
    told = [f for f in sums if f.span.within(sketch.headline)]
    return told[0] if len({f.value for f in told}) == 1 and 0.4 < told[0].value / made < 2.5 else None


@fact
def sketches(article: Article) -> tuple[Sketch, ...]:
    """A sketch of every sentence with two figures or dates or more, or with a score."""
    return tuple(one for one in _by_sentence(article).values() if len(one.tokens) > 1 or "S" in one.order)


@fact
def couples(article: Article) -> tuple[Sketch, ...]:
    """A sketch of every two neighbouring sentences with three figures and dates or more, or two of one kind."""
    known, sentences = _by_sentence(article), article.sentences
    out = []
    for i, one in known.items():
        two = known.get(i + 1)
        if two is None or not one.tokens or not two.tokens or len(one.tokens) + len(two.tokens) > _MOST_TOKENS:
            continue
        if (
            len(one.tokens) == len(two.tokens) == 1
            and one.order not in (two.order, "S")
            and "birthday" not in one.words
        ):
            continue
        apart = " /" if sentences[i].block == sentences[i + 1].block else " //"
        tokens, bounds = {**one.tokens, **two.tokens}, {**one.bounds, **two.bounds}
        order, words = one.order + two.order, one.words | two.words
        out.append(
            Sketch(one.text + apart + two.text, tokens, order, words, bounds, i, one.year, one.money, one.headline)
        )
    return tuple(out)


@fact
def _by_sentence(article: Article) -> dict[int, Sketch]:
    """A sketch of every sentence with a figure or a date in it and another there or next to it, by its index."""
    grouped: dict[int, list[tuple[str, Figure | Date]]] = {}
    things: list[Figure | Date] = [*figures(article), *[d for d in dates(article) if d.kind in _DATES]]
    places = [thing.span.start for thing in things]
    indexes = article.sentence_indexes(places)
    for k in sorted(range(len(things)), key=places.__getitem__):
        i = indexes[k]
        letter = _letter(things[k]) if i >= 0 else ""
        if letter:
            grouped.setdefault(i, []).append((letter, things[k]))
    if not grouped:
        return {}
    starts = article.words.starts
    special = {article.sentence_index(starts[k]) for k in article.where(_SPECIAL)}
    out = {}
    number = 0
    day = article_day(article)
    about = _About(
        day and from_day_number(day)[0],
        tuple(f for f in figures(article) if f.kind == "money"),
        _headline(article),
        _piece(article.folded.isascii()),
    )
    for i, here in grouped.items():
        alone = len(here) == 1 and here[0][0] != "S" and i not in special
        if alone and i - 1 not in grouped and i + 1 not in grouped:
            continue
        start, end = article.sentences[i].span
        if len(here) <= _MOST_TOKENS and end - start < _LONG:
            if i in special:
                here = sorted([*here, *_unread(article, article.sentence_words[i], here)], key=_place_of_pair)
            out[i] = _sketch(article, i, here, number, about)
            number += len(here)
    return out


class _About(NamedTuple):
    """What a sketch knows of the article: its year, its sums, where its headline stands, and how it is cut."""

    year: int
    money: tuple[Figure, ...]
    headline: Span
    piece: Pattern[str]


def _headline(article: Article) -> Span:
    heads = [block.span for _, block in article.zoned("headline", "dek")]
    return Span(heads[0].start, heads[-1].end) if heads else Span(0, 0)


def _place_of_pair(pair: tuple[str, Figure | Date]) -> int:
    return pair[1].span.start


def _sketch(article: Article, i: int, things: list[tuple[str, Figure | Date]], number: int, about: _About) -> Sketch:
    folded, piece = article.folded, about.piece
    out: list[str] = [""]
    tokens: dict[str, Figure | Date] = {}
    bounds: dict[str, int] = {}
    done, end = article.sentences[i].span
    order = ""
    for letter, thing in things:
        start, stop = thing.span
        if start < done:
            continue
        out += piece.findall(folded, done, start)
        token = f"{letter}{number + len(tokens)}"
        tokens[token] = thing
        order += letter
        if out and out[-1] in _STRIPPED and letter not in "YDBKG" and (bound := _strip(out, thing)):
            bounds[token] = bound
        out.append(token)
        done = stop
        if folded.startswith("/h", done) and not folded[done + 2 : done + 3].isalnum():
            out += ("an", "hour")
            done += 2
    out += piece.findall(folded, done, end)
    text = " ".join(out).replace("/", ";").replace("\u2014", "-")
    return Sketch(text, tokens, order, frozenset(out), bounds, i, about.year, about.money, about.headline)


@cache
def _piece(ascii: bool) -> Pattern[str]:
    """A word, or a mark that parts what is said: a comma, a bracket, a dash, the stop of a sentence.

    In folded texts of ASCII alone words are found faster.
    """
    letter = "[a-z0-9]" if ascii else r"[^\W_]"
    word = f"{letter}+(?:['.&]{letter}+(?:['.&]{letter}+)*|)"
    return pattern(word + r"|[,;:()/]|-(?:(?= )|(?<= -))|[.!?](?=[\s\"]|\Z)" + ("" if ascii else "|\u2014"))


def _letter(thing: Figure | Date) -> str:
    if isinstance(thing, Date):
        if (thing.kind == "year" and len(thing.text) != 4) or (thing.kind == "relative" and thing.text[-3:] != "ago"):
            return ""
        return _DATES[thing.kind]
    if thing.kind == "measure" and thing.unit in _TIMES:
        return "T"
    return _LETTERS[thing.kind]


def _strip(out: list[str], thing: Figure | Date) -> int:
    """Take rough words from the end of what is written; 1 where they say more than, -1 where less."""
    bound = 0
    while out:
        if out[-1] in _ROUGH:
            out.pop()
        elif len(out) > 1 and (out[-2], out[-1]) in _BOUNDS:
            bound = _BOUNDS[out[-2], out[-1]]
            del out[-2:]
        elif out[-1] in ("over", "above") and isinstance(thing, Figure) and thing.unit not in _TIMES:
            bound = 1
            out.pop()
        elif out[-1] in ("under", "below"):
            bound = -1
            out.pop()
        else:
            break
    return bound


def _unread(
    article: Article, inside: range, here: list[tuple[str, Figure | Date]]
) -> Iterator[tuple[str, Figure | Date]]:
    """Fractions, multiples and lengths of time that are no figures elsewhere: ``a third``, ``half``, ``an hour``."""
    folded, starts = article.words.folded, article.words.starts
    taken = [thing.span for _, thing in here]
    for k in inside:
        word, after = folded[k], folded[k + 1] if k + 1 < inside.stop else ""
        if word not in _SPECIAL:
            continue
        if any(span.start <= starts[k] < span.end for span in taken):
            continue
        if word in _MULTIPLES:
            yield "X", _made(article, k, k, _MULTIPLES[word], "multiple", "", 0.0)
        elif word == "half":
            if not _NOT_HALF & {folded[k - 1], after} and after != "a":
                yield "F", _made(article, k, k, 0.5, "fraction", "", 0.0)
        elif folded[k - 1] in ("a", "an", "one", "other", "remaining") and word in _PARTS:
            first = k - 1 if folded[k - 1] in ("a", "an", "one") else k
            yield "F", _made(article, first, k, _PARTS[word], "fraction", "", 0.0)
        elif folded[k - 1] in ("a", "an", "one") and word in _WHOLE_TIMES:
            unit, rounding = _WHOLE_TIMES[word]
            value = 2.0 if word == "fortnight" else 1.0
            if any(0 <= starts[k - 1] - span.end < 20 for span in taken) and folded[k + 1 : k + 2] != ["and"]:
                continue  # 100 masks an hour
            if folded[k + 1 : k + 4] == ["and", "a", "half"]:
                yield "T", _made(article, k - 1, k + 3, value * 1.5, "measure", unit, rounding / 2)
            else:
                yield "T", _made(article, k - 1, k, value, "measure", unit, rounding)


def _made(
    article: Article, first: int, last: int, value: float, kind: FigureKind, unit: str, rounding: float
) -> Figure:
    words = article.words
    span = Span(words.starts[first], words.ends[last])
    text = article.text[span.start : span.end]
    return Figure(span, text, value, unit, kind, rounding, words=(first, last))
