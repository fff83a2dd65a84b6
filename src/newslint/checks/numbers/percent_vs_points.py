from __future__ import annotations

from newslint import Article, Edit, Fix, Hit, Iterator, Span, amount, changes, rule, told_changes


@rule(
    "warning",
    wakes=[changes, told_changes],
    why="BBC and AP guidance on statistics: the difference of two percentages is counted in percentage points",
    exceptions="Relative changes that are right (from 4% to 5%, up 25%), and texts that say points.",
    bad=[
        "Support rose from 40% to 45%, up <<5%>>.",
        "The rate rose <<2%>> to 7% from 5%.",
        "Turnout fell from 61 percent in 2018 to 58 percent in 2022, a drop of <<3 percent>>.",
        "The club sells 70 percent of its seats, a gain of <<12 percent>> on last season's 58 percent.",
        "A year ago 20% of the cars were electric. The figure is now 32%, <<12%>> higher.",
    ],
    good=[
        "Support rose 5 points to 45%.",
        "The rate rose 2 percentage points to 7% from 5%.",
        "The share rose from 4% to 5%, up 25%.",
        "The club sells 70 percent of its seats, a gain of 21 percent on last season's 58.",
        "Turnout fell from 61 percent to 58 percent, and the party lost 3 percent of its members.",
    ],
    fixes="unsafe",
)
def percent_vs_points(article: Article) -> Iterator[Hit]:
    """A change between two percentages is given in per cent where percentage points are meant.

    From 40% to 45% is five percentage points, or 12.5 per cent more. A reader who takes "up 5%" at its word thinks
    of 42%. Write "percentage points", or give the change as a share of the old figure.
    """
    told: set[Span] = set()
    for found in (*changes(article), *told_changes(article)):
        before, after, stated = found.before, found.after, found.stated
        if stated is None or stated.kind != "percent" or before.kind != "percent" or before.value <= 0:
            continue
        points = abs(after.value - before.value)
        relative = 100 * points / before.value
        slack = before.rounding + after.rounding + stated.rounding
        if abs(points - stated.value) > slack or abs(relative - stated.value) <= 0.15 * relative or points == 0:
            continue
        if stated.span in told:
            continue
        told.add(stated.span)
        said = "1 percentage point" if points == 1 else f"{amount(round(points, 2), '')} percentage points"
        fix = Fix(f"Write “{said}”", (Edit(stated.span, said),))
        yield Hit(stated.span, f"Say “{said}”.", see=((before.span, "from"), (after.span, "to")), fix=fix)
