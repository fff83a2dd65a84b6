"""Phrasings kept for judging: the rules are not worked on with these.

When a rule has been changed because of one of them, it moves to `worked_on` and a new one is written here.
"""

from __future__ import annotations

FRESH: dict[str, tuple[str, ...]] = {
    "percent change": (
        "{Thing} jumped to {b} in the year, against {a} the year before, a leap of {p}%.",
        "Having been {a} in 2020, {thing} reached {b} last year, {p}% more.",
        "{Thing} came to {b} in the year to March, which is {p}% above the {a} of the year before.",
        "The group said {thing} had gone up by {p}%, from {a} to {b}.",
        "Growth of {p} per cent took {thing} from {a} to {b}.",
    ),
    "percent fall": (
        "The yard blames the war for a {p}% slump in {thing} to {b} from {a}.",
        "The strike cut {thing} by {p}%, from {a} to {b}.",
        "{Thing}, at {b}, was {p}% below the {a} of 2023.",
        "After {a} in 2022, {thing} fell {p}% to {b} in 2023.",
    ),
    "multiple": (
        "{Thing} has more or less {multiple} in five years, from {a} to {b}.",
        "The firm has {multiple} its turnover, from {a} to {b}.",
        "From {a} in 2019, {thing} {multiple} to {b} in 2024.",
    ),
    "direction": (
        "The mine said that {thing} {way} to {b} last year, having stood at {a} in 2021.",
        "{Thing} {way} again last month, to {b} from {a}.",
        "The figures show that {thing} {way} from {a} to {b}.",
    ),
    "percentage points": (
        "The party won {b}% of the vote, {d} more than the {a}% it got in 2019.",
        "The share of smokers rose from {a}% to {b}%, a gain of {d}.",
        "Rates went from {a}% to {b}%, up {d}.",
    ),
    "parts and total": (
        "A total of {t} {noun} were counted: {x} in {Town}, {y} in {Town2}.",
        "It will build {t} {noun}, with {x} of them in {Town} and {y} in {Town2}.",
        "{Town} has {x} {noun} and {Town2} has {y}, which makes {t} in all.",
        "There are {t} {noun}, {x} in {Town} and {y} in {Town2}.",
    ),
    "budget and parts": (
        "A grant of ${x} million and a loan of ${y} million make up the ${t} million.",
        "The bill of ${t} million is split between ${x} million for the bridge and ${y} million for the road.",
        "He left ${t} million: ${x} million to his sister and ${y} million to a school.",
    ),
    "number and list": (
        "The tour takes in {n} towns: {list}.",
        "{N} clubs - {list} - have been fined.",
        "Flights to {n} cities ({list}) were called off.",
    ),
    "share of a whole": (
        "Of {t} samples, {x} were spoiled, or {p}%.",
        "{X} of {t} ships ({p}%) were late.",
        "The council let {x} of its {t} shops, which is {p}%.",
    ),
    "two sides": (
        "In the vote {x}% were for the merger and {y}% against it.",
        "The poll found {x}% in favour and {y}% against.",
        "{x}% of those asked approve of him and {y}% disapprove.",
    ),
    "rate and term": (
        "Rent is ${r} a month, so {m} months cost ${t} in total.",
        "The court told him to pay ${r} a month for {m} months, ${t} altogether.",
        "{m} chairs at ${r} each come to a total of ${t}.",
    ),
    "conversion": (
        "The fence runs for {a}, or {b}.",
        "The sea rose by {a} ({b}) in the night.",
        "He swam {a} ({b}) before help came.",
    ),
    "temperature": (
        "It was {a} ({b}) in the shade.",
        "Milk is heated to {a} ({b}) and cooled again.",
        "The lake was at {a}, or {b}, on Monday.",
    ),
    "mass and area": (
        "The farm has {a} ({b}) of land.",
        "The bell weighs {a} ({b}).",
        "Fire burnt {a}, or {b}, of forest.",
    ),
    "currency": (
        "The loan of {a} ({b}) runs for ten years.",
        "Losses came to {a}, or about {b}.",
        "The state will pay {a} ({b}) for the ships.",
    ),
    "weekday": (
        "It opened on {weekday}, {d} {Month} {y}, in the rain.",
        "Polls open at dawn on {weekday}, {Month} {d}, {y}.",
        "The letter is dated {weekday}, {d} {Month} {y}.",
    ),
    "no such day": (
        "The ban comes into force on {date}.",
        "He was arrested in {Town} on {date}.",
        "Tickets are valid until {date}.",
    ),
    "age": (
        "{Name}, born {y}, {resigned} in {r} aged {age}.",
        "She was born in {Town} in {y} and {resigned} in {r}, aged {age}.",
        "{Name} was born in {y}. He was {age} when he {resigned} in {r}.",
    ),
    "span of years": (
        "He chaired the board for {n} years, from {y} to {r}.",
        "The fort was held for {n} years, from {y} until {r}.",
        "During her {n} years in office, from {y} to {r}, taxes fell.",
    ),
    "order of dates": (
        "The school opened in {y} and closed in {r}.",
        "He was king from {y} to {r}.",
        "The theatre, founded in {y}, was demolished in {r}.",
    ),
    "interest": (
        "A deposit of ${p} at {r}% earns ${i} in interest in a year.",
        "At an interest rate of {r}%, ${p} earns ${i} in one year.",
        "The account pays interest of {r}% a year, which is ${i} on ${p}.",
    ),
    "headline money": (
        "{Firm} sells arm for {a}|{Firm} has sold its shipping arm for {b}, it said on Friday.",
        "Fund puts {a} into {Firm}|The fund has invested {b} in {Firm}, which makes pumps.",
        "{Town} bridge to cost {a}|The bridge in {Town} will cost {b}, the council said.",
        "{Firm} hit by {a} fine|The watchdog has fined {Firm} {b} over its adverts.",
    ),
    "headline count": (
        "{A} killed in {Town} fire|A fire in a factory in {Town} killed {b} people on Sunday.",
        "{Firm} sheds {a} jobs|{Firm} is cutting {b} jobs at its two plants, the union said.",
        "{A} held after {Town} riot|Police have arrested {b} people after a riot in {Town}.",
        "School in {Town} loses {a} teachers|A school in {Town} will lose {b} teachers this summer.",
    ),
    "said twice": (
        "A bus fell into the river near {Town} and {A} people died.¶The {b} dead were on the way to a fair.",
        "{Town} borrowed {m} for its pool.¶The {n} loan will be paid back by 2040.",
        "The firm agreed to pay a fine of {m}.¶It has put money aside for the {n} fine.",
        "{A} hostages were held in the bank in {Town}.¶The {b} hostages are safe, police said.",
    ),
    "score": (
        "{Club} win {s} in cup|{Club} beat {Club2} {t} in the cup on Sunday.",
        "{Club2} lose {s} at home|{Club2} lost {t} at home to {Club} on Saturday.",
        "{Club} {s} {Club2}: late goal settles it|{Club} won {t} with a goal in the last minute.",
    ),
    "stale future": (
        "The museum will reopen in {Month} {y}.",
        "The firm plans to sell the site by {Month} {y}.",
        "The film is due to be shown on {d} {Month} {y}.",
    ),
    "name": (
        "The judge fined {First} {Last} for speeding.¶{Last2}, who is 50, paid at once.",
        "{First} {Last} founded the choir.¶The choir has {Last2} to thank for its hall.",
        '"It was cold," said {First} {Last}, a diver.¶In the water {Last2} found a bell.',
    ),
    "role": (
        "{First} {Last}, {role}, read out the names.¶{First} {Last}, {role2}, then rang the bell.",
        "{Role} {First} {Last} lit the fire.¶It was warm, said {role2} {First} {Last}.",
        '"I am glad," said {First} {Last}, {role}.¶The hall was full, {role2}, {First} {Last}, said.',
    ),
    "quotation": (
        '"{quote}," {First} {Last} said on Monday.¶On Friday {Last} put it so: "{quote2}."',
        '{First} {Last} said: "{quote}."¶"{quote2}," {Last} told the council.',
        '"{quote}," said {First} {Last}, who was there.¶{Last} had told police: "{quote2}."',
    ),
    "average": (
        "The five crews earned $5 million, or ${w} each.",
        "It paid ${t2} for {m2} chairs, or ${u2} apiece.",
        "The {m2} members gave ${t2}, an average of ${u2} each.",
        "In {m} years it spent ${lost} million, or ${v} million a year.",
    ),
    "clock": (
        "The shop shuts at {time} on weekdays.",
        "She rang at {time} and nobody answered.",
        "Guards found him at around {time}.",
    ),
    "opening hours": (
        "The pool will be shut from {h1} to {h2} on Tuesday.",
        "Buses will not run between {h1} and {h2} on Sunday.",
        "On Saturday the bridge opens from {h1} to {h2}.",
    ),
    "headquarters": (
        "{Firm}, headquartered in {Town}, makes bricks.¶{Firm} is based in {Town2} and has 90 staff.",
        "The brick maker {Firm}, based in {Town}, is for sale.¶{Firm} keeps its headquarters in {Town2}.",
        "{Firm} is based in {Town}.¶A fire broke out at the head office of {Firm} in {Town2}.",
    ),
    "place office": (
        "{First} {Last}, mayor of {Town}, cut the ribbon.¶{First} {Last}, mayor of {Town2}, made a speech.",
        "The mayor of {Town}, {First} {Last}, is ill.¶{Town2} mayor {First} {Last} will rest for a week.",
        "The sheriff of {Town}, {First} {Last}, came late.¶{First} {Last}, the sheriff of {Town2}, was sorry.",
    ),
    "two speakers": (
        '"{quote}," {First} {Last} told the court.¶"{quote}," {First2} {Last2} told reporters.',
        '"{quote}," said {First} {Last}, a porter.¶{First2} {Last2}, the manager, said: "{quote}."',
        '{First} {Last} wrote: "{quote}."¶"{quote}," said {First2} {Last2}.',
    ),
    "table": (
        "More homes got light last year.¶¦ Town ¦ Lamps ¦\n¦---¦---¦\n¦ {Town} ¦ {x} ¦\n¦ {Town2} ¦ {y} ¦\n¦ Total ¦ {t} ¦",  # noqa: E501
        "The parishes have counted.¶¦ Parish ¦ Horses (2024) ¦ Note ¦\n¦:--¦--:¦---¦\n¦ All ¦ {t} ¦ sum ¦\n¦ {Town} ¦ {x} ¦ church ¦\n¦ {Town2} ¦ {y} ¦ chapel ¦",  # noqa: E501
        "The clubs sent their lists.¶¦ ¦ Boys ¦ Girls ¦ Total ¦\n¦---¦---¦---¦---¦\n¦ {Town} ¦ 12 ¦ 15 ¦ 27 ¦\n¦ Glint Hill ¦ 8 ¦ 9 ¦ 17 ¦\n¦ {Town2} ¦ {x} ¦ {y} ¦ {t} ¦",  # noqa: E501
    ),
}
