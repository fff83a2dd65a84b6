from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    figures,
    miscounted_lists,
    miscounted_shares,
    miscounted_sums,
    miscounted_tables,
    misfits,
    misreckoned,
    rule,
    tables,
)

_COUNTS = (
    miscounted_sums, miscounted_lists, miscounted_shares, miscounted_tables, misreckoned, misfits,
)  # fmt: skip


@rule(
    "error",
    wakes=[figures, tables],
    why="Sums that a reader can do in the head; counting slips are common in generated copy",
    exceptions="Polls where several answers are allowed, groups that overlap, lists that say “including”.",
    bad=[
        "Of 200 jobs, 120 are in Leeds and <<90>> in Hull.",
        "<<Three>> cities - Oslo, Bergen, Moss and Hamar - bid.",
        "The council will spend <<$10 million>>: $6 million on roads and $5 million on schools.",
        "The <<six>> states that signed, Norway, Iceland, Latvia and Finland, will share data in 2027.",
        "Rain closed <<both the A35, the B3081 and the A354>> for 3 hours.",
        "She faces <<four>> counts, two of fraud, one of forgery and two of theft.",
        "Half of the grant goes to schools, a third to clinics and <<a quarter>> to roads.",
        "Of the voters, 55% were for the plan and <<48%>> were against it.",
        "At £200 a month for 12 months, the course costs a total of <<£3,000>>.",
        "In all, 30 of the 120 members, or <<40%>>, stayed away.",
        "About a third of the crew, or <<45 percent>>, are women.",
        "Rossi stands at 39% in the poll, while Holm is trailing at <<47%>>.",
        "The four boats went for $2 million, or <<$600,000>> each.",
        "Over six years the yard lost €30 million, an average of <<€6 million>> a year.",
        "<h1>Ferries fill</h1><p>More people took the boat.</p><table><tr><th>Port</th><th>2024</th><th>2025</th></tr>"
        "<tr><td>Arlow</td><td>1,210</td><td>1,340</td></tr><tr><td>Bexted</td><td>805</td><td>910</td></tr>"
        "<tr><td>Total</td><td>2,015</td><td><<2,350>></td></tr></table>",
    ],
    good=[
        "Of 200 jobs, 120 are in Leeds and 80 in Hull.",
        "Four cities - Oslo, Bergen, Moss and Hamar - bid.",
        "The six states that signed, led by Norway, Iceland and Finland, will share data.",
        "The council will spend $11 million: $6 million on roads and $5 million on schools.",
        "The clock stopped on nine occasions: six for snow,\ntwo for pigeons and one for a reason nobody knows.",
        "The index added 0.8 percent, with four of the five\nlargest shares up.",
        "Of the 24,500 buses that left in May, 19,600 were on time.\nThat is 80%.",
        "He had a surplus of 32 votes. She received 20\nof those and Holm six; the other six were void.",
        "She faces five counts, two of fraud, one of forgery and two of theft.",
        "The trip takes seven hours: four by train, two by ferry and one by bus.",
        "Of 200 pupils, 150 play football and 90 play tennis.",
        "At £200 a month for 12 months, the course costs a total of £2,400.",
        "In all, 30 of the 120 members, or 25%, stayed away.",
        "The fund put in $10 million, including $3 million for roads and $2 million for schools.",
        "About a third of the crew, or 32 percent, are women.",
        "Rossi stands at 47% in the poll, while Holm is trailing at 39%.",
        "The four boats went for $2 million, or $500,000 each.",
        "<h1>Ferries fill</h1><p>More took the boat.</p><table><tr><th>Port</th><th>2025</th><th>Change</th></tr>"
        "<tr><td>Arlow</td><td>1,340</td><td>11%</td></tr><tr><td>Bexted</td><td>910</td><td>13%</td></tr>"
        "<tr><td>Total</td><td>2,250</td><td>12%</td></tr></table>",
    ],
)
def total_mismatch(article: Article) -> Iterator[Hit]:
    """The parts do not make the total: a sum, a list, shares of one whole, a rate times its term, a table's column.

    Whoever counts along stops believing here. Add up again and mend the part or the total; where groups overlap or
    a list is not complete, say so ("including", "some were both").
    """
    told: set[str] = set()
    for clash in (clash for count in _COUNTS for clash in count(article)):
        if clash.message not in told:
            told.add(clash.message)
            yield Hit(clash.span, clash.message, None if clash.sure else "warning", see=clash.see)
