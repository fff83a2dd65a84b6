"""A second set of phrasings, kept for judging: the rules are not worked on with these.

When a rule has been changed because of one of them, it moves to `phrasings` and a new one is written here.
"""

from __future__ import annotations

FRESH: dict[str, tuple[str, ...]] = {
    "percent change": (
        "The {p}% rise in {thing}, from {a} to {b}, came as a surprise.",
        "{Thing} edged past {b}, {p}% up on the {a} of the same quarter last year.",
        "{Thing} rocketed {p}% to a record {b}, from {a} in 2022.",
        "Figures out on Monday put {thing} at {b}, up from {a} a year before - a {p}% increase.",
        "{Thing} of {b} was {p}% more than the {a} of last year.",
        "{Thing} has grown to {b} from {a} since 2018, or by {p}%.",
    ),
    "percent fall": (
        "{Thing} plunged to {b}, a {p}% drop from {a}.",
        "The {p}% fall in {thing}, from {a} to {b}, worries the board.",
        "{Thing} eased {p}% to {b} after {a} in spring.",
    ),
    "multiple": (
        "{Thing} all but {multiple} to {b} last year from {a}.",
        "In ten years {thing} has {multiple}, from {a} to {b} a year.",
    ),
    "direction": ("{Thing} {way} to {b} in May, from {a} in April.", "{Thing} {way}: from {a} it went to {b}."),
    "percentage points": (
        "The rate went up {d}, to {b}% from {a}%.",
        "Approval stands at {b}%, {d} higher than the {a}% of June.",
    ),
    "parts and total": (
        "All {t} {noun} are gone: {x} from {Town}, {y} from {Town2}.",
        "The town ordered {t} {noun}, {x} of which are for {Town} and {y} for {Town2}.",
        "Some were lucky: {x} {noun} in {Town} and {y} in {Town2} survived, {t} in total.",
        "Of its {t} {noun}, the county keeps {x} in {Town} and {y} in {Town2}.",
    ),
    "budget and parts": (
        "It set aside ${t} million, ${x} million for roads and ${y} million for schools.",
        "Two gifts of ${x} million and ${y} million made up the ${t} million.",
        "The cost, ${t} million, is divided between the state (${x} million) and the town (${y} million).",
    ),
    "number and list": (
        "All {n} villages - {list} - lost power.",
        "He has lived in {n} cities: {list}.",
        "The {n} members of the league ({list}) voted on it.",
    ),
    "share of a whole": (
        "{X} of the {t} delegates, {p} percent, walked out.",
        "Of the {t} homes checked, {x} ({p}%) had damp.",
        "The union has {t} members, of whom {x}, or {p}%, work at night.",
    ),
    "two sides": ("The town voted {x}% against and {y}% for the dam.", "Men make up {x}% of the crew and women {y}%."),
    "rate and term": (
        "A loan is paid back at ${r} a month for {m} months: ${t} in total.",
        "The {m} benches were bought at ${r} apiece, ${t} in total.",
    ),
    "conversion": (
        "Visibility fell to {a} ({b}).",
        "The cable, {a} ({b}) in length, was cut.",
        "It is {a}, or about {b}, from here.",
    ),
    "temperature": ("Water of {a} ({b}) was pumped in.",),
    "mass and area": ("She lifted {a} ({b}) twice.", "A plot of {a}, or {b}, was sold."),
    "currency": ("The prize is {a}, about {b}.", "Exports fell to {a} ({b}) in May."),
    "weekday": (
        "On the morning of {weekday}, {Month} {d}, {y}, snow fell.",
        "The next sitting is {weekday}, {d} {Month} {y}.",
    ),
    "no such day": ("The last tram ran on {date}.", "From {date} dogs must be kept on a lead."),
    "age": (
        "{Name}, who {resigned} in {r} aged {age}, was born in {y} in {Town}.",
        "Born in {y}, {Name} was only {age} when she {resigned} in {r}.",
    ),
    "span of years": (
        "He was its editor from {y} to {r} - {n} years.",
        "For {n} years, from {y} to {r}, no train ran.",
        "A {n}-year drought lasted from {y} to {r}.",
    ),
    "order of dates": ("Opened in {y}, the shop closed in {r}.", "The works ran from {y} until {r}."),
    "interest": (
        "${p} put away at {r}% for one year earns ${i} in interest.",
        "The loan of ${p} carries {r}% interest, so he pays ${i} a year.",
    ),
    "headline money": (
        "Town to borrow {a} for pool|The town will borrow {b} to build its pool.",
        "{Firm} pays {a} for tram maker|{Firm} has paid {b} for a maker of trams.",
        "Lottery gives {a} to {Town} museum|The lottery will give {b} to the museum in {Town}.",
    ),
    "headline count": (
        "{Firm} to open {a} shops|{Firm} plans to open {b} shops in the north.",
        "Flood drives {a} families out in {Town}|{B} families had to leave their homes in {Town} on Monday.",
        "{A} die in mine near {Town}|A blast in a mine near {Town} has killed {b} men.",
    ),
    "said twice": (
        "{A} sailors were saved from a ship off {Town}.¶A helicopter took the {b} sailors ashore.",
        "The fund made a loan of {m} to the yard.¶Half of the {n} loan has been paid back.",
    ),
    "score": ("{Club} go top with {s} win|{Club} beat {Club2} {t} on Sunday to go top.",),
    "stale future": ("Swimmers will have to wait until {Month} {y}.", "It is scheduled to reopen in {Month} {y}."),
    "name": ("A doctor, {First} {Last}, treated the men.¶{Last2} said that they were cold but well.",),
}
