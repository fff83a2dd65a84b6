"""Lives: ages against years of birth and against each other, and what cannot come before a beginning."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash
from newslint.facts.chronology import age_clash, is_age
from newslint.facts.dates import Date
from newslint.facts.figures import Figure
from newslint.facts.numerals import ONES, TENS
from newslint.facts.wordings.sketches import Sketch, dates_of, figures_of
from newslint.typed import Callable, Iterator, Match


def _age_in(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """An age in a year, beside the year of birth."""
    named, (born, year) = figures_of(sketch, match, "a"), dates_of(sketch, match, "yz")
    age = named[0] if named and not named[0].about and _told_as_age(sketch, match, named[0]) else None
    if age is None or not (born.year_given and year.year_given and 0 < age.value < 120):
        return
    if not is_age(born, year.year, age):
        yield age_clash(born, year.year, age)


def _told_as_age(sketch: Sketch, match: Match[str], age: Figure) -> bool:
    """An age as such, or a bare number behind a word that tells of one: not ``born in 1901, one of 14 children``."""
    return age.kind == "age" or (
        not age.noun and sketch.text[: match.start("a")].rsplit(None, 1)[-1] in ("at", "aged", "was", "of", "turned")
    )


def _age_now(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """An age today; an article may have been written late in the year before."""
    (age,), (born,) = figures_of(sketch, match, "a"), dates_of(sketch, match, "y")
    if age.kind == "count" and (age.noun or age.value < 11):
        return
    years = _years_of_telling(sketch, born)
    known = years and born.year_given and not age.about and 1 < age.value < 116
    if known and not any(is_age(born, year, age) for year in years):
        yield age_clash(born, max(years), age)


def _age_died(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``Born in 1961, Ola Berg died on Sunday at the age of 71``."""
    if _KIN.isdisjoint(match[0].replace(" died ", " ").split()):
        yield from _age_now(sketch, match)


def _years_of_telling(sketch: Sketch, born: Date) -> set[int]:
    """The year of the article, and those of full dates of the sentence: ``his family said on 9 November 2025``."""
    told = [thing for thing in sketch.tokens.values() if isinstance(thing, Date) and thing is not born]
    years = {date.year for date in told if date.kind == "day" and date.year_given and date.year > born.year}
    return years | {sketch.year} if sketch.year else years


def _unborn(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``the 1969 graduate, now 49``, in 2025: born in 1976."""
    (age,), (year,) = figures_of(sketch, match, "a"), dates_of(sketch, match, "y")
    years = _years_of_telling(sketch, year)
    if years and not age.about and not age.noun and min(years) - age.value > year.year:
        yield Clash(
            age.span,
            f"In {year.year} nobody who is {age.text} in {min(years)} was born yet.",
            ((year.span, "the year"),),
        )


def _editions(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``first held in 1975 and every year since, had its 40th edition in 2025``."""
    first, last = dates_of(sketch, match, "yz")
    told = match["nth"] if match["nth"] not in sketch.tokens else sketch.tokens[match["nth"]].text
    nth, made = _nth(told.lower()), last.year - first.year + 1
    if nth and abs(made - nth) > _SKIPPED:
        yield Clash(last.span, f"Every year from {first.year} to {last.year} makes {made}, not {nth}.")


def _two_ages(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``in 2004, aged 40, … in 2019, aged 60``."""
    (one, two), (first, second) = figures_of(sketch, match, "ab"), dates_of(sketch, match, "yz")
    if abs((second.year - first.year) - (two.value - one.value)) > 1 and not one.about and not two.about:
        makes = one.value + second.year - first.year
        yield Clash(
            two.span,
            f"{one.text} in {first.year} makes {makes:.0f} in {second.year}, not {two.text}.",
            ((one.span, "before"),),
            sure=False,
        )


def _apart(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``At 45 she is 20 years older than her husband, who is 30``; ``born five years apart, in 1970 and 1979``."""
    (gap,) = figures_of(sketch, match, "t")
    if gap.unit != "y" or gap.about:
        return
    if "way" in match.groupdict():
        one, two = figures_of(sketch, match, "ab")
        apart = one.value - two.value
        apart = apart if match["way"] == "older" else -apart
    else:
        first, second = dates_of(sketch, match, "yz")
        apart = float(abs(second.year - first.year))
    if abs(apart - gap.value) > 1:
        yield Clash(gap.span, f"That makes {apart:.0f} years, not {gap.text}.")


def _years_in(thing: Figure | Date) -> float:
    """Whole years in ``31 years`` and in ``20 years ago``; 0 where they are none."""
    if isinstance(thing, Figure):
        return thing.value if thing.unit == "y" and not thing.about else 0.0
    word, _, rest = thing.text.lower().partition(" ")
    number = float(word) if word.isdecimal() else float(ONES.get(word, TENS.get(word, 0)))
    return number if rest.startswith("years ago") else 0.0


def _ago_aged(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``34, won her first prize 20 years ago at the age of 24``."""
    now, then = figures_of(sketch, match, "ab")
    if not _KIN.isdisjoint(match[0].split()):
        return
    gap = _years_in(sketch.tokens[match["g"]])
    if gap and abs(now.value - gap - then.value) > 1:
        yield Clash(
            then.span, f"{now.text} less {gap:g} is {now.value - gap:.0f}, not {then.text}.", ((now.span, "now"),)
        )


def _older_than(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``Ms Ortiz, 29, has been a nurse for 31 years``."""
    (age,), thing = figures_of(sketch, match, "a"), sketch.tokens[match["t"]]
    gap = _years_in(thing)
    behind, before = sketch.text[: match.start("a")].split()[-1:], sketch.text[: match.start("t")].split()[-1:]
    if behind not in ([","], ["is"]) or (isinstance(thing, Figure) and before != ["for"]):
        return
    if age.noun or "founded" in match[0]:
        return  # in a 200-year-old house; the 12, have been open for 31 years
    if gap and gap >= age.value and 5 < age.value < 100:
        yield Clash(thing.span, f"{thing.text} is longer than a life of {age.text}.", ((age.span, "age"),))


def _twins(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``the twins, 8 and 9,``."""
    one, two = figures_of(sketch, match, "ab")
    if one.value != two.value:
        yield Clash(two.span, f"Twins are of one age: {one.text} and {two.text}.")


def _parent(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``her father, 36, and his daughter, 40,``."""
    one, two = figures_of(sketch, match, "ab")
    if one.value < two.value + 10:
        yield Clash(
            one.span, f"At {one.text} nobody is {match['who']} of one who is {two.text}.", ((two.span, "the child"),)
        )


def _precedes(one: Date, two: Date) -> bool:
    """Whether `one` comes before `two`, as far as both are given."""
    if one.kind == two.kind == "day" and not (one.year_given and two.year_given):
        return (
            bool(one.month and two.month and one.day and two.day)
            and (one.month, one.day) < (two.month, two.day)
            and (two.month - one.month < 6)
        )
    if not (one.year and two.year) or one.year != two.year:
        return bool(one.year and two.year) and one.year < two.year
    if not (one.month and two.month) or one.month != two.month:
        return bool(one.month and two.month) and one.month < two.month
    return bool(one.day and two.day) and one.day < two.day


def _before(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """`z` cannot come before `y`."""
    first, last = dates_of(sketch, match, "yz")
    if _precedes(last, first) and _ELSE.isdisjoint(match[0].split()):
        yield Clash(last.span, f"{first.text} and {last.text} do not fit: the end comes first.", ((first.span, "see"),))


def _after(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """`z`, so long after or before `y`."""
    later, earlier = dates_of(sketch, match, "zy")
    if not _TO_COME.isdisjoint(match[0].split()):
        return
    way = match.groupdict().get("way") or "after"
    if way == "before":
        later, earlier = earlier, later
    if _precedes(later, earlier):
        spot = dates_of(sketch, match, "z")[0]
        other = dates_of(sketch, match, "y")[0]
        yield Clash(spot.span, f"{spot.text} is not {way} {other.text}.", ((other.span, "see"),))


_ELSE = frozenset(
    "after whose when where that which father mother parents grandfather predecessor who from backdated "
    "retroactively".split()
)
"""Words behind which an earlier thing may be told."""
_TO_COME = frozenset("and court will would due appear expected plan plans planned promised until by to which".split())
"""Words behind which the later date may be of what was only to come."""
_KIN = frozenset("whose father mother son daughter brother sister husband wife friend uncle aunt died killed".split())
"""Words behind which the age may be somebody else's."""
_SKIPPED = 3
"""Years in which something that is held every year may not have been."""
_NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "centenary": 100,
    "silver": 25, "golden": 50,
}  # fmt: skip


def _nth(word: str) -> int:
    return _NTH.get(word, 0) or (int(word[:-2]) if word[:-2].isdecimal() else 0)


def _anniversary(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``founded in 1924, celebrates its 75th anniversary this year``; a festival's 40th may be its 40th edition."""
    (year,) = dates_of(sketch, match, "y")
    yield from _years_since(year, _nth(match["nth"]), sketch.year)


def _birthday(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``died two days before his 70th birthday … born in 1964``."""
    (born,) = dates_of(sketch, match, "y")
    others = [thing for thing in sketch.tokens.values() if isinstance(thing, Date) and thing is not born]
    if born.year_given and not any(date.year_given for date in others):
        yield from _years_since(born, _nth(match["nth"]), sketch.year)


def _years_since(date: Date, nth: int, now: int) -> Iterator[Clash]:
    """The year of the article is not the `nth` since the date; 0 for what is not known."""
    if nth and now and abs(now - date.year - nth) > 1:
        yield Clash(date.span, f"From {date.year} to {now} is {now - date.year} years, not {nth}.")


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "age_in": _age_in,
    "two_ages": _two_ages,
    "apart": _apart,
    "ago_aged": _ago_aged,
    "older_than": _older_than,
    "twins": _twins,
    "parent": _parent,
    "before": _before,
    "after": _after,
    "age_now": _age_now,
    "anniversary": _anniversary,
    "birthday": _birthday,
    "age_died": _age_died,
    "unborn": _unborn,
    "editions": _editions,
}
