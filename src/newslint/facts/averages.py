"""Averages: a total, the number that it is shared among, and what that makes for each."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, amount, number, reach
from newslint.facts.changes import MOST_FIGURES, figures_by_sentence
from newslint.facts.figures import Figure
from newslint.facts.units import SECONDS, UNITS
from newslint.typed import Iterator

_EACH = frozenset(("each", "apiece"))
_HEADS = frozenset("head person capita share unit piece guest visitor passenger pupil student member employee".split())
"""After ``a`` or ``per``: whoever or whatever was counted."""
_PERIODS = {
    "year": "y", "month": "mo", "week": "wk", "day": "d", "hour": "h", "annum": "y", "season": "y",
}  # fmt: skip
_EACH_PERIOD = {"y": "a year", "mo": "a month", "wk": "a week", "d": "a day", "h": "an hour"}
_AREAS = frozenset(unit.symbol for unit in UNITS.values() if unit.quantity == "area")
_LINKS = frozenset(
    "or an a the average of averaging averages averaged about nearly almost roughly around approximately just over "
    "under some which that is was works worked working out at to equivalent equal equals equalling making makes in all "
    "total altogether mean meaning giving i.e ie".split()
)
"""Words that may stand between a total and what it makes for each."""
_AVERAGES = frozenset(("average", "averaging"))
_NO_COUNT = frozenset(("of", "no", "number", "aged", "top"))
"""Words before a number that is shared among nobody: one of five, No 10, aged 40."""
_OTHERS = frozenset(
    "another more further extra additional plus against compared from than previously earlier and while but up down "
    "rose fell worth half some others".split()
)


@fact
def miscounted_averages(article: Article) -> tuple[Clash, ...]:
    """Averages and prices for each that do not follow from the total and the number beside them."""
    found: list[Clash] = []
    folded = article.words.folded
    averages = article.holds(_AVERAGES)
    for i, here in figures_by_sentence(article).items():
        if not 3 <= len(here) <= MOST_FIGURES:
            continue
        sentence = article.sentence_words[i]
        for n, each in enumerate(here):
            if each.kind in ("money", "count", "measure") and not each.high and each.value > 0:
                asked = _asked(folded, each, sentence, averages)
                if asked:
                    found += _check(article, here, n, asked)
    return tuple(found)


def _asked(folded: list[str], each: Figure, sentence: range, averages: bool) -> str:
    """What the figure is given for: ``each``, ``per home``'s noun, a period's unit; empty when it is no average.

    `averages`: the article speaks of some.
    """
    last = each.words[1]
    after = folded[last + 1 : min(last + 4, sentence.stop)]
    if each.kind == "count" and each.noun and after[:1] == [each.noun]:
        after = folded[last + 2 : min(last + 5, sentence.stop)]
    if after[:1] and after[0] in _EACH:
        return "each"
    if len(after) > 1 and after[0] in ("a", "an", "per", "every", "for"):
        noun = after[2] if after[1] == "every" and len(after) > 2 else after[1]
        if noun == "square" or noun in ("sq", "hectare", "acre"):
            return "area"
        average = averages and _average(folded, each, sentence)
        if after[0] == "per" or noun in _PERIODS or noun in _HEADS or average:
            return _PERIODS.get(noun, noun)
    return "each" if averages and after[:1] != ["per"] and _average(folded, each, sentence) else ""


def _average(folded: list[str], each: Figure, sentence: range) -> bool:
    """``an average of 12``, ``averaging 12``, ``12 on average``."""
    first, last = each.words
    before = folded[max(sentence.start, first - 5) : first]
    while before and before[-1] in ("about", "nearly", "almost", "roughly", "around", "some", "just", "over", "under"):
        before.pop()
    return (
        before[-2:] == ["average", "of"]
        or before[-1:] == ["averaging"]
        or folded[last + 1 : last + 3] == ["on", "average"]
    )


def _check(article: Article, here: list[Figure], n: int, asked: str) -> Iterator[Clash]:
    """The figure where total and number make another one for each."""
    each = here[n]
    total = _total(article, here, n)
    if total is None:
        return
    shared = [f for f in here if f is not each and f is not total]
    counted = _counted(article, shared, total, each, asked)
    if counted is None:
        return
    among, factor = counted
    low, high = reach(
        total._replace(rounding=min(total.rounding, 0.05 * total.scale) if total.scale > 1 else total.rounding)
    )
    n_low, n_high = (
        reach(among) if among.about or among.scale > 1 or among.rounding < 0.5 else (among.value, among.value)
    )
    if n_low <= 0 or factor <= 0:
        return
    made, made_low, made_high = (
        total.value / (among.value * factor),
        low / (n_high * factor),
        high / (n_low * factor),
    )
    least, most = reach(each)
    slack = 0.01 * made
    if made_high + slack < least or made_low - slack > most:
        unit = each.unit if each.kind == "money" else ""
        share = f"{amount(made, unit) if unit else number(made)} {_EACH_PERIOD.get(asked, 'each')}"
        shown = f"{total.text} over {among.text} is {share}"
        yield Clash(each.span, f"{shown}, not {each.text}.", ((total.span, "total"), (among.span, "number")))


def _total(article: Article, here: list[Figure], n: int) -> Figure | None:
    """The total that the figure `here[n]` restates for each: the nearest larger one before it, and nothing between."""
    each = here[n]
    folded = article.words.folded
    for k in range(n - 1, max(-1, n - 3), -1):
        total = here[k]
        if total.kind != each.kind or total.high or (each.kind != "count" and total.unit != each.unit):
            continue
        if total.value <= each.value or (each.kind == "count" and total.noun and each.noun not in ("", total.noun)):
            continue
        apart = here[k + 1 : n]
        skipped = {i for f in apart for i in range(f.words[0], f.words[1] + 1)}
        known = {"for", "from", "among", "between", "over", "on", "by", total.noun, *(f.noun for f in apart)}
        between = [folded[i] for i in range(total.words[1] + 1, each.words[0]) if i not in skipped]
        rest = [word for word in between if word not in known]
        aside = article.folded[each.span.start - 2 : each.span.start] in (", ", " (", "- ")
        if all(word in _LINKS for word in rest) and (
            aside or {"or", "average", "averaging", "that", "which"} & set(rest)
        ):
            return total
        if total.kind == "money" and not _OTHERS & set(rest) and len(rest) < 6 and _average_of(folded, each):
            return total
        return None
    return None


def _average_of(folded: list[str], each: Figure) -> bool:
    return "average" in folded[max(0, each.words[0] - 4) : each.words[0]]


def _counted(
    article: Article, shared: list[Figure], total: Figure, each: Figure, asked: str
) -> tuple[Figure, float] | None:
    """What the total is shared among, with how many of what was asked for one of it holds; None where in doubt."""
    folded = article.words.folded
    if asked in _PERIODS.values():
        spans = [f for f in shared if f.kind == "measure" and f.unit in SECONDS and not f.high]
        if len(spans) != 1 or len(shared) > 2:
            return None
        return spans[0], SECONDS[spans[0].unit] / SECONDS[asked]
    if asked == "area":
        areas = [f for f in shared if f.unit in _AREAS and not f.high]
        return (areas[0], 1.0) if len(areas) == 1 else None
    counts = [f for f in shared if f.kind == "count" and not f.high and f.value > 1]
    counts = [f for f in counts if f.words[0] == 0 or folded[f.words[0] - 1] not in _NO_COUNT]
    if len(counts) != 1 or any(f.kind == total.kind and f.unit == total.unit for f in shared if f is not counts[0]):
        return None
    count = counts[0]
    if count.words[0] > each.words[1] and (not count.noun or "and" in folded[each.words[1] : count.words[0]]):
        return None  # an average of three a game, and let in 21
    if asked != "each" and asked not in _HEADS and count.noun and not _alike(asked, count.noun):
        return None
    return count, 1.0


def _alike(one: str, many: str) -> bool:
    """``home`` and ``homes``, ``family`` and ``families``, ``child`` and ``children``."""
    return many.startswith(one[: max(3, len(one) - 1)])
