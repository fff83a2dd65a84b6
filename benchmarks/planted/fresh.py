"""A second set of phrasings, kept for judging: the rules are not worked on with these.

When a rule has been changed because of one of them, it moves to `phrasings` and a new one is written here.
"""

from __future__ import annotations

FRESH: dict[str, tuple[str, ...]] = {
    "percent change": (
        "{Thing} in the year to June was {b}, which compares with {a} in the year before and is a rise of {p}%.",
        "{Thing} was up {p} percent at {b}, from {a}.",
        "{Thing} had been {a}; it is now {b}, an increase of {p}%.",
        "{Thing} gained {p}% in the year, rising from {a} to {b}.",
        "{Thing} totalled {b}, a {p}% improvement on the {a} of a year ago.",
        "With {b}, {thing} beat the previous year's {a} by {p}%.",
    ),
    "percent fall": (
        "{Thing} was down {p}% at {b}, from {a} the year before.",
        "{Thing} lost {p}% to end the year at {b}, having begun it at {a}.",
        "{Thing} contracted by {p}%, from {a} to {b}, the ministry said.",
    ),
    "multiple": (
        "{Thing} had {multiple} by 2022, from {a} to {b}.",
        "{Thing} {multiple}, from just {a} to {b}, in that time.",
    ),
    "direction": ("{Thing} {way} again, to {b} from {a}.", "Over the summer {thing} {way} from {a} to {b}."),
    "percentage points": (
        "The yes camp has {b}%, {d} more than in May, when it had {a}%.",
        "From {a}% in spring, support rose {d} to {b}%.",
    ),
    "parts and total": (
        "They sent {t} {noun}: {x} went to {Town} and {y} went to {Town2}.",
        "{Town} has {x} {noun}, {Town2} has {y}, and together they have {t}.",
        "Of the {t} {noun}, {x} were in {Town}; the remaining {y} were in {Town2}.",
        "In {Town} there are {x} {noun} and in {Town2} {y}, or {t} altogether.",
    ),
    "budget and parts": (
        "Of ${t} million raised, ${x} million came from the lottery and ${y} million from readers.",
        "The ${t} million will be shared by roads (${x} million) and schools (${y} million).",
        "The sum, ${t} million in all, covers ${x} million for roads and ${y} million for schools.",
    ),
    "number and list": (
        "The {n} winners are {list}.",
        "{N} clubs, namely {list}, were fined.",
        "Trains will call at {n} stations: {list}.",
    ),
    "share of a whole": (
        "{X} of the {t} trains ran late, which is {p}%.",
        "{X} members - {p}% of the {t} - have left.",
        "Some {x} of {t} homes ({p}%) lost power.",
    ),
    "two sides": ("The motion was carried by {x}% to {y}%.", "{x}% said yes and {y}% said no."),
    "rate and term": (
        "A pass costs ${r} a month; over {m} months that is ${t} in total.",
        "He ordered {m} pumps for ${r} each and paid ${t} in all.",
    ),
    "conversion": (
        "The trail covers {a}, or some {b}.",
        "It lay {a} (nearly {b}) down the coast.",
        "A fence of {a} ({b}) was put up.",
    ),
    "temperature": ("At {a} ({b}) it was the coldest night of May.",),
    "mass and area": ("He caught a fish of {a} ({b}).", "The park covers {a} ({b})."),
    "currency": ("They owe {a}, or {b}.", "A loan of {a} ({b}) was agreed in May."),
    "weekday": (
        "The fair begins {weekday}, {Month} {d}, {y}, at the port.",
        "He was last seen on the night of {weekday}, {d} {Month} {y}.",
        "Since {weekday}, {Mon} {d}, {y}, the gates have been shut.",
    ),
    "no such day": ("Tickets can be returned until {date} at the latest.", "A court date has been set for {date}."),
    "age": (
        "{Name}, born in {Town} in {y}, was {age} when he {resigned} in {r}.",
        "Born on a farm in {y}, she {resigned} in {r} when she was {age}.",
        "The painter ({y}-{r}) lived to be {age} years old.",
    ),
    "span of years": (
        "He sat in parliament from {y} to {r}, a total of {n} years.",
        "Between {y} and {r}, for {n} years, the well was dry.",
        "Her {n} years at the helm, from {y} to {r}, were good ones.",
    ),
    "order of dates": (
        "The chapel was built in {y} and closed in {r}.",
        "She taught there between {y} and {r}.",
        "From {y} to {r} it was a school.",
    ),
    "interest": (
        "At {r}% a year, ${p} would earn ${i} in interest after one year.",
        "The account pays {r}% a year, so a deposit of ${p} earns ${i} a year.",
    ),
    "headline money": (
        "{Firm} to invest {a} in port|{Firm} will invest {b} in the port over two years, it said.",
        "Ferry firm {Firm} owes {a}|The ferry firm {Firm} owes its banks {b}, court papers show.",
        "{Firm} buys brewery for {a}|{Firm} has bought a brewery for {b}, it said on Monday.",
    ),
    "headline count": (
        "{A} hurt in {Town} tram crash|{B} people were hurt when two trams crashed in {Town} on Monday.",
        "{Town} to get {a} new buses|The city of {Town} will buy {b} new buses next year.",
        "Court frees {a} prisoners|A court has freed {b} prisoners held in {Town} since May.",
    ),
    "said twice": (
        "The landslide buried {A} houses.¶Nobody was in the {b} houses, police said.",
        "Readers gave {m} to the fund, a record donation.¶The {n} donation will be spent on books.",
        "{A} prisoners broke out on Monday.¶Dogs were used to find the {b} prisoners.",
    ),
    "score": (
        "{Club} beat {Club2} {s}|{Club} won {t} at home to {Club2} on Sunday.",
        "{Club2} crash {s} at {Club}|{Club} scored late to beat {Club2} {t} on Friday.",
    ),
    "stale future": (
        "A new bridge will replace it by {Month} {y}.",
        "The store plans to close in {Month} {y}, staff were told.",
    ),
    "name": (
        "The judge, {First} {Last}, adjourned the trial.¶{Last2} will hear the next witness on Monday.",
        '{First} {Last}, a fisherman, found the wreck.¶"It was dark," said {Last2}, who dived alone.',
    ),
}
