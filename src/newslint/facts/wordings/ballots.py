"""Ballots and scores: votes for and against, who was there, margins, and results that go against their verb."""

from __future__ import annotations

from newslint.facts.arithmetic import Clash, number
from newslint.facts.figures import Figure
from newslint.facts.wordings.sketches import Sketch, all_figures, figures_of
from newslint.text.pattern import pattern
from newslint.typed import Callable, Iterator, Match

_TWO_LEGS = frozenset("aggregate penalties pens shootout away legs leg sets set odds per".split())


_VOTING = frozenset(
    "vote votes voted voting split ruled ruling divided passed approved rejected backed elected decided chose found "
    "adopted".split()
)
_CAME_BACK = frozenset("from by to after trailing down behind despite who having".split())
"""Words behind which a score is no result."""


def _sides(sketch: Sketch, match: Match[str]) -> tuple[int, int] | None:
    """The two sides, of two counts or of one score; None where one is rough or no number of votes."""
    if match.groupdict().get("s"):
        score = figures_of(sketch, match, "s")[0]
        one, _, two = score.unit.partition("-")
        return int(one), int(two)
    named = figures_of(sketch, match, "ab")
    if not named or any(f.kind != "count" or f.about or f.high or f.scale > 1 for f in named):
        return None
    return int(named[0].value), int(named[1].value)


def _spot(sketch: Sketch, match: Match[str]) -> Figure:
    return figures_of(sketch, match, "s" if match.groupdict().get("s") else "b")[0]


def _cast(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """Votes that do not make those who voted; a few may have abstained only where it is said."""
    sides = _sides(sketch, match)
    (cast,) = figures_of(sketch, match, "c")
    if sides is None or cast.about or {"abstained", "abstentions", "abstention", "abstaining"} & sketch.words:
        return
    if sum(sides) > cast.value or (sum(sides) < cast.value and "all" in match[0].split()):
        yield Clash(
            cast.span,
            f"{sides[0]} and {sides[1]} make {sum(sides)}, the text says {cast.text}.",
            ((_spot(sketch, match).span, "votes"),),
            sum(sides) > cast.value,
        )


def _beyond(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """More votes than members."""
    sides = _sides(sketch, match)
    (seats,) = figures_of(sketch, match, "d")
    if (
        sides
        and not _VOTING.isdisjoint(sketch.words)
        and not seats.about
        and 2 < seats.value < sum(sides) <= 3 * seats.value
    ):
        yield Clash(
            _spot(sketch, match).span,
            f"{sides[0]} and {sides[1]} are {sum(sides)} votes, of {seats.text}.",
            ((seats.span, "members"),),
        )


def _abstained(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``64 for, 30 against and 12 abstentions out of 100``."""
    named = figures_of(sketch, match, "abed")
    if named and sum(f.value for f in named[:3]) > named[3].value:
        yield Clash(
            named[2].span,
            f"The votes make {number(sum(f.value for f in named[:3]))}, of {named[3].text}.",
            ((named[3].span, "all"),),
        )


def _margin(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``21,400 votes to 18,900, a majority of 3,500``."""
    sides = None if "from" in match[0].split() else _sides(sketch, match)
    (margin,) = figures_of(sketch, match, "m")
    if sides and not margin.about and abs(sides[0] - sides[1]) != margin.value:
        yield Clash(
            margin.span,
            f"{number(sides[0])} less {number(sides[1])} is {number(abs(sides[0] - sides[1]))}, not {margin.text}.",
        )


def _games(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``30 games, winning 18, drawing 7 and losing 8``."""
    games, *parts = figures_of(sketch, match, "dabe")
    if sum(f.value for f in parts) != games.value:
        yield Clash(
            parts[-1].span,
            f"The games make {number(sum(f.value for f in parts))}, the text says {games.text}.",
            ((games.span, "all"),),
        )


def _points(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``40 points from 12 wins and six draws``: three or two for a win."""
    points, wins, draws = figures_of(sketch, match, "mab")
    made = [n * wins.value + draws.value for n in (3, 2)]
    if points.value not in made:
        yield Clash(
            points.span, f"{wins.text} wins and {draws.text} draws are {number(made[0])} points, not {points.text}."
        )


def _drawn(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``ended in a 2-1 draw``."""
    sides = _sides(sketch, match)
    if sides and sides[0] != sides[1] and not _TWO_LEGS & sketch.words:
        yield Clash(_spot(sketch, match).span, f"{sides[0]}-{sides[1]} is no draw.")


def _won(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``beat the Bears 98-104``: who wins has more."""
    sides = _sides(sketch, match)
    if not sides or sides[0] >= sides[1] or _TWO_LEGS & sketch.words or _CAME_BACK & set(match[0].split()):
        return
    scores = [f for f in all_figures(sketch) if f.kind == "score"]
    if match["v"].startswith("beat") and len(scores) == 1 and max(sides) > 1:
        yield Clash(scores[0].span, f"Who {match['v']} has more than the other: {scores[0].text} is a defeat.")
    elif match["v"] in ("won", "wins", "win") and len(scores) == 1 and "home" in sketch.words:
        yield Clash(scores[0].span, f"{scores[0].text} is a defeat.")


def _behind(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``leads with 39%, while his rival is trailing at 47%``; not where more than the two are asked of."""
    other, one = figures_of(sketch, match, "ab")
    ahead = one.value > other.value + other.rounding and not (one.high or other.high)
    if ahead and sketch.order.count("P") == 2 and not {"not", "no", "longer"} & set(match[0].split()):
        yield Clash(one.span, f"{one.text} is not behind {other.text}.", ((other.span, "the other"),))


def _set_scores(sketch: Sketch, match: Match[str]) -> list[tuple[int, int]]:
    """The sets of a match; empty where the scores are no sets."""
    rows = [
        figure.unit.split("-")
        for token in pattern(r"S\d+").findall(match["row"])
        if isinstance(figure := sketch.tokens[token], Figure)
    ]
    pairs = [(int(a), int(b)) for a, b in rows]
    return pairs if all(max(pair) in (6, 7) or min(pair) >= 6 for pair in pairs) else []


def _sets(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``beat Perera 6-4, 5-7``: who wins has more sets."""
    pairs = _set_scores(sketch, match)
    won = sum(a > b for a, b in pairs)
    if pairs and 2 * won <= len(pairs) and not {"retired", "injury", "withdrew"} & sketch.words:
        last = sketch.tokens[pattern(r"S\d+").findall(match["row"])[-1]]
        yield Clash(last.span, f"Who {match['v']} has won more sets than the other: here {won} of {len(pairs)}.")


def _set_count(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``in three sets, 6-4, 6-3``."""
    pairs = _set_scores(sketch, match)
    counted = sketch.tokens.get(match["n"])
    number_of = (
        len([1 for a, b in pairs if a > b]) if counted is None else counted.value if isinstance(counted, Figure) else 0
    )
    if pairs and number_of and number_of != len(pairs):
        first = sketch.tokens[pattern(r"S\d+").findall(match["row"])[0]]
        yield Clash(
            first.span, f"These are {len(pairs)} sets, not “{match['n'] if counted is None else counted.text} sets”."
        )


def _voted(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``voted 5-6 to approve``."""
    sides = _sides(sketch, match)
    if sides and sides[0] < sides[1]:
        yield Clash(_spot(sketch, match).span, f"{sides[0]} are fewer than {sides[1]}.")


def _record(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``54.2 seconds beat the old record of 54.8 by 0.9``."""
    new, old, margin = figures_of(sketch, match, "abm")
    if not new.about and not old.about and abs(abs(new.value - old.value) - margin.value) > 0.06 * margin.value + 0.001:
        made = number(round(abs(new.value - old.value), 3))
        yield Clash(margin.span, f"{new.text} against {old.text} is {made}, not {margin.text}.")


def _seats_needed(sketch: Sketch, match: Match[str]) -> Iterator[Clash]:
    """``151 seats, so 74 are needed for a majority``."""
    seats, needed = figures_of(sketch, match, "da")
    if "more" in match[0].split() or abs(needed.value - seats.value / 2) > 0.1 * seats.value + 2:
        return  # has 70 seats, 76 are needed for a majority
    if not seats.about and not needed.about and needed.value != seats.value // 2 + 1:
        yield Clash(needed.span, f"A majority of {seats.text} is {number(seats.value // 2 + 1)}, not {needed.text}.")


JUDGES: dict[str, Callable[[Sketch, Match[str]], Iterator[Clash]]] = {
    "cast": _cast,
    "beyond": _beyond,
    "abstained": _abstained,
    "margin": _margin,
    "score_margin": _margin,  # won by 12 points, 87-77
    "games": _games,
    "points": _points,
    "drawn": _drawn,
    "behind": _behind,
    "sets": _sets,
    "set_count": _set_count,
    "won": _won,
    "voted": _voted,
    "record": _record,
    "seats_needed": _seats_needed,
}
