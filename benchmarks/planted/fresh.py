"""A second set of phrasings, kept for judging: the rules are not worked on with these.

When a rule has been changed because of one of them, it moves to `phrasings` and a new one is written here.
"""

from __future__ import annotations

FRESH: dict[str, tuple[str, ...]] = {
    "percent change": (
        "{Thing} hit {b}, against {a} the year before, a {p}% jump.",
        "Compared with {a} a year ago, {thing} has reached {b}, up {p}%.",
        "{Thing} improved by {p}%, to {b} from {a}, thanks to a dry summer.",
        "{Thing} last year came in at {b}, or {p}% above the {a} of 2021.",
        "{Thing} swelled from {a} to {b} over the year (up {p}%).",
        "A {p}% increase took {thing} from {a} to {b}.",
        "{Thing}, {a} in 2020, stood at {b} in 2021: {p}% more.",
    ),
    "percent fall": (
        "{Thing} tumbled {p}% from {a} to {b} as the rain set in.",
        "{Thing} came in at {b}, down from {a}, a fall of {p}%.",
        "From {a} the year before, {thing} dropped {p}% to {b}.",
        "{Thing} declined by {p}% to {b} (2021: {a}).",
    ),
    "multiple": (
        "{Thing} more or less {multiple}, going from {a} to {b}.",
        "Since 2015 {thing} has {multiple}, to {b} from {a}.",
    ),
    "direction": (
        "{Thing} {way} in the first half, from {a} to {b}.",
        "After a dull start, {thing} {way} to {b} from {a}.",
    ),
    "percentage points": (
        "The share of late trains went from {a}% to {b}%, up by {d}.",
        "Unemployment is at {b}%, up {d} from {a}% a year ago.",
    ),
    "parts and total": (
        "Of {t} {noun} on the list, {x} are bound for {Town} and {y} for {Town2}.",
        "{t} {noun} will be lost - {x} in {Town} and {y} in {Town2}.",
        "{Town} gets {x} {noun} and {Town2} {y}, which makes {t} in total.",
        "The {t} {noun} include {x} in {Town} and {y} in {Town2}.",
        "Altogether {t} {noun} were bought, {x} for {Town} and {y} for {Town2}.",
    ),
    "budget and parts": (
        "It will cost ${t} million, with ${x} million coming from the state and ${y} million from the town.",
        "The state will pay ${x} million and the town ${y} million of the ${t} million cost.",
        "The bill of ${t} million breaks down into ${x} million for steel and ${y} million for labour.",
    ),
    "number and list": (
        "Councils in {n} towns ({list}) said no.",
        "There are {n} candidates: {list}.",
        "{N} harbours - {list} - remain shut.",
        "It named the {n} ports as {list}.",
    ),
    "share of a whole": (
        "Just {x} of the {t} seats, {p}% of them, were sold.",
        "The union says {x} out of its {t} members - or {p}% - took part.",
        "A total of {x} of {t} boats, about {p}%, sank.",
        "Only {x} pupils out of {t} passed, a rate of {p}%.",
    ),
    "two sides": (
        "The result: {x}% in favour, {y}% against.",
        "Some {x}% of members supported the merger and {y}% opposed it.",
    ),
    "rate and term": (
        "They will repay ${r} a month over {m} months, ${t} altogether.",
        "Each of the {m} seats costs ${r}, making ${t} in all.",
    ),
    "conversion": (
        "It stretches {a}, equivalent to {b}.",
        "The tower is {a} tall ({b}).",
        "They were stranded {a} [{b}] offshore.",
    ),
    "temperature": ("Forecasters expect a high of {a}/{b}.", "The oven runs at {a}, that is {b}."),
    "mass and area": ("The anchor, at {a} ({b}), is the heaviest there.", "Some {a} of land, about {b}, was flooded."),
    "currency": (
        "Sales came to {a}, about {b}, the company said.",
        "It bought the mill for {a} ({b} at today's rate).",
        "The fund is worth {a} - {b}.",
    ),
    "weekday": (
        "It was {weekday}, {Month} {d}, {y}, when the roof fell.",
        "The deal was signed {weekday}, {Mon} {d}, {y}, in the old court.",
        "{weekday} {d} {Month} {y} was a wet day.",
        "See you there on {weekday}, the {d}th of {Month}, {y}.",
    ),
    "no such day": ("Applications close on {date}, the council said.", "It all began on {date}."),
    "age": (
        "{Name} (born {y}) {resigned} in {r} at {age}.",
        "When {Name} {resigned} in {r} he was {age}. He was born in {y}.",
        "{Name}, {age}, {resigned} in {r}. She was born in {y} in {Town}.",
    ),
    "span of years": (
        "She ran the school for {n} years ({y} to {r}).",
        "The trial dragged on for {n} years, between {y} and {r}.",
        "Her {n}-year reign lasted from {y} to {r}.",
        "He spent {n} years in jail, from {y} to {r}.",
    ),
    "order of dates": (
        "Built in {y}, the pier was demolished in {r}.",
        "The show ran from {y} to {r}.",
        "The paper, launched in {y}, folded in {r}.",
    ),
    "interest": (
        "With {r}% interest, ${p} brings in ${i} after a year.",
        "Someone who saves ${p} in an account paying {r}% a year would earn interest of ${i}.",
    ),
    "headline money": (
        "Fire at {Firm} costs {a}|A fire at a depot of {Firm} cost the company {b}, it said.",
        "{Firm} sells mill for {a}|{Firm} has sold its mill in the valley for {b}.",
        "State lends {Firm} {a}|The state will lend {Firm} {b} to keep its mill open.",
        "{Firm} loses {a} in quarter|{Firm} lost {b} in the quarter to June, it said.",
    ),
    "headline count": (
        "Bus crash near {Town} injures {a}|A bus crash near {Town} injured {b} people on Monday, police said.",
        "{A} trees felled in {Town}|Workers felled {b} trees in a park in {Town} on Monday.",
        "{Firm} recalls {a} boats|{Firm} is calling back {b} boats over a fault in the pump.",
        "{A} shops to close in {Town}|{Firm} will close {b} shops in {Town} by the summer.",
    ),
    "said twice": (
        "A blast killed {A} miners on Monday.¶The families of the {b} miners were told at night.",
        "The bank gave the yard a loan of {m}.¶The yard will use the {n} loan to buy steel.",
        "Police arrested {A} people at the port.¶The {b} suspects will be heard on Friday.",
        "The state put up a grant of {m}.¶\"We need it,\" the mayor said of the {n} grant.",
    ),
    "score": (
        "{Club} {s} {Club2}|{Club} won {t} against {Club2} on Saturday.",
        "{Club2} beaten {s}|{Club2} went down {t} at {Club} on Sunday.",
    ),
    "stale future": (
        "The new line will be ready in {Month} {y}, according to the builder.",
        "Work is set to end by {Month} {y}.",
    ),
    "name": (
        "Police named the driver as {First} {Last}, 41.¶{Last2} is to appear in court on Friday.",
        "{First} {Last} said the roof had leaked for years.¶{Last2} added that nobody listened.",
    ),
}
