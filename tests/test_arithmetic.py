"""Averages, prices for each, tables, clock times: what contradicts itself is found, what may be true is left alone."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.facts.seats import seats
from newslint.facts.tables import tables
from newslint.facts.wordings.reckoned import misreckoned
from newslint.formats import read_text


def told(catalog: Catalog, text: str, rule: str) -> list[str]:
    form = "markdown" if text.startswith("# ") else "plain"
    article = read_text(text if form == "markdown" else f"Notes from the county\n\n{text}\n", input_format=form)
    return [f.message for f in lint(article, catalog, Settings({rule: catalog.rules[rule].severity})).findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The 40 guests paid $2,000 in all, $60 a head.", "$2,000 over 40 is $50 each, not $60."),
        (
            "It sold four boats for £2 million, or £600,000 each.",
            "£2 million over four is £500,000 each, not £600,000.",
        ),
        ("Over six years it lost €30 million, an average of €6 million a year.", "is €5 million a year, not"),
        ("In 18 months the town spent $36,000, or $3,000 a month.", "is $2,000 a month, not"),
        ("The 200 square metre flat cost $1 million, or $6,500 a square metre.", "is $5,000 each"),
        ("The 12 clinics saw 3,600 patients, an average of 250 each.", "is 300 each"),
        ("It spent $10 million on 50 homes, or $300,000 each.", "is $200,000 each"),
        ("He got $12 million for 400,000 shares, or $25 a share.", "is $30 each"),
    ],
)
def test_what_each_gets_follows_from_the_total(catalog: Catalog, text: str, message: str) -> None:
    found = told(catalog, text, "total-mismatch")
    assert len(found) == 1 and message in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "The 40 guests paid $2,000 in all, $50 a head.",
        "It sold four boats for about £2 million, or £480,000 each.",
        "It spent $10 million on 50 homes, or $200,000 each.",
        "It sold four boats for £1.9 million, or £480,000 each.",
        "One of five bidders, it paid $10 million, or $2,500 each, to its workers.",
        "It sold 40 boats for £2 million, and six cars for £9,000 each.",
        "It sold four boats for £2 million, up from £300,000 each a year ago.",
        "Over six years it lost €30 million, more than the €6 million a year of its rival.",
        "The bank lent 200 farmers $3 million, an average of 4% of their debt.",
        "The two banks lent 30 farmers $3 million, or $100,000 each.",
        "In 18 months the town spent $36,000, or $24,000 a year.",
        "In 2023 it made 900 cars a week, an average of 12 fewer than in 2022.",
        "A grant of $10 million and a loan of $7 million make up the $17 million.",
        "A crew of 12 worked for 30 days at $200 a day, or $72,000 in all.",
    ],
)
def test_what_may_be_true_is_left_alone(catalog: Catalog, text: str) -> None:
    assert told(catalog, text, "total-mismatch") == []


@pytest.mark.parametrize(
    ("text", "flawed"),
    [
        ("The train left at 27:17 on Monday.", True),
        ("The doors open at 13:00 p.m. on Friday.", True),
        ("Police were called at about 11.77pm and came.", True),
        ("The polls close at 12:75, the council said.", True),
        ("The bridge is shut between 3pm and 2pm on Sunday.", True),
        ("The train left at 23:59 on Monday, or 24:00.", False),
        ("The winner crossed the line at 27:17, a record for the race.", False),
        ("In the recording the bell is heard at 71:20 of the second video.", False),
        ("The club is open from 10pm to 6am on Friday.", False),
        ("The casino is open from 6am to 5am.", False),
        ("The curfew runs from 22:00 to 06:00 on Monday.", False),
        ("Read John 25:61 by candlelight.", False),
    ],
)
def test_clocks_show_what_is_told(catalog: Catalog, text: str, flawed: bool) -> None:
    assert bool(told(catalog, text, "date-contradiction")) == flawed


@pytest.mark.parametrize(
    ("text", "flawed"),
    [
        ("Sales, which came to £40m in 2021, have since risen 40% to £50m.", True),
        ("Sales, £40m a decade ago, have tripled to £80m.", True),
        ("Sales eased 15% to £40m after £50m in spring.", True),
        ("Sales eased 15% to £40m after £50m of refunds.", False),
        ("At £50m, sales were up 40% on the £40m recorded in 2019.", True),
        ("A year ago sales were £50m. They are now £40m, 30% less.", True),
        ("A year ago sales were £50m. They are now £40m, 20% less.", False),
        ("Sales slid 40% last year and now stand at £40m, down from £50m.", True),
        ("Sales slid 20% last year and now stand at £40m, down from £50m.", False),
        ("Sales improved 40% to £50m, having been £40m a year earlier.", True),
        ("Sales: £50m (last year £40m), a rise of 40%.", True),
        ("Sales slid 20% last year and profit fell to £40m from £90m.", False),
        ("The firm, which had paid £40m in 2021, has seen sales rise 40% to £50m.", False),
        ("It carried 8,400 passengers last year, down from 11,200 in 2024, a fall of 25 percent.", False),
        ("It carried 8,400 passengers last year, down from 11,200 in 2024, a fall of 35 percent.", True),
        ("There were 150 thefts in March, up from 120 in February, a rise of 25 percent.", False),
        ("There were 150 thefts in March, up from 120 in February, a rise of 35 percent.", True),
        ("It carried 8,400 passengers last year, against 11,200 in 2024, a fall of 25 percent.", False),
        ("It carried 8,400 passengers last year, down on the 11,200 of 2024, a fall of 25 percent.", False),
        ("The club had 150 members in May, having had 120 in April, a rise of 25 percent.", False),
        ("The club had 150 members in May, having had 120 in April, a rise of 35 percent.", True),
    ],
)
def test_changes_in_other_words(catalog: Catalog, text: str, flawed: bool) -> None:
    assert bool(told(catalog, text, "percent-change-mismatch")) == flawed


def test_an_article_may_begin_with_the_number_and_end_with_any_word(catalog: Catalog) -> None:
    text = "40 guests paid $2,000 in all, $60 a head.\n\nWould they pay as much again? All of them said no"
    article = read_text(text, input_format="plain")
    assert article.words.folded[0] == "40" and article.words.folded[-1] == "no"
    assert [clash.message for clash in misreckoned(article)] == ["$2,000 over 40 is $50 each, not $60."]
    text = "Office in Lyon for Arlow\n\nArlow Foods is based in Turin. It was based on flour, and flour is its main"
    article = read_text(text, input_format="plain")
    assert [seat.town for seat in seats(article)] == ["turin"]


def table(*rows: str) -> str:
    first, *rest = rows
    line = "|".join(["---"] * (first.count("|") + 1))
    lines = [f"| {row} |" for row in (first, line, *rest)]
    return "# Ferries fill\n\nMore people took the boat.\n\n" + "\n".join(lines)


def test_tables_have_a_corner_and_footnotes() -> None:
    text = table(" | 2024 | 2025", "Arlow | 1,210 | 1.5m", "Bexted | – | $910*")
    (found,) = tables(read_text(text, input_format="markdown"))
    assert [cell.text for cell in found.head] == ["", "2024", "2025"]
    assert [(cell.value, cell.unit, cell.blank) for row in found.rows for cell in row[1:]] == [
        (1210.0, "", False),
        (1_500_000.0, "", False),
        (None, "", True),
        (910.0, "USD", False),
    ]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (("Port | 2025", "Arlow | 1,340", "Bexted | 910", "Total | 2,350"), "make 2,250, the table says 2,350"),
        (("Port | Sales", "Total | $90m", "Arlow | $40m", "Bexted | $30m"), "make 70 million"),
        (
            ("Club | Men | Women | Total", "Arlow | 4 | 5 | 9", "Glint | 6 | 7 | 13", "Farrow | 2 | 2 | 5"),
            "The cells of “Farrow” make 4",
        ),
        (("Party | Vote share", "Reds | 48%", "Blues | 40%", "Greens | 21%"), "make 109%"),
        (("Party | Share (%)", "Reds | 48", "Blues | 40", "Others | 2"), "make 90%"),
        (("Party | Share of votes (%)", "Reds | 48", "Blues | 40", "Others | 2"), "make 90%"),
        (
            ("Port | 2025", "Arlow | 1\u00a0340", "Bexted | 910", "Total | 2\u00a0350"),
            "the table says 2\u00a0350",
        ),
        (
            ("Port | 2025", "Arlow | 1\u202f340", "Bexted | 910", "Total | 2\u202f350"),
            "the table says 2\u202f350",
        ),
        (("Port | 2025", "Arlow | 1\u2009340", "Bexted | 910", "Total | 2\u2009350"), "make 2,250, the table says"),
        # True, or nothing that can be told.
        (("Port | 2025", "Arlow | 1\u202f340", "Bexted | 910", "Total | 2\u202f250"), ""),
        (("Port | 2025", "Arlow | 1,340", "Bexted | 910", "Total | 2,250"), ""),
        (("Port | 2025", "Arlow | 1.34", "Bexted | 0.91", "Total | 2.3"), ""),
        (("Port | Average wait", "Arlow | 30", "Bexted | 20", "Total | 26"), ""),
        (("Port | 2025", "Arlow | 1,340", "of which cars | 300", "Bexted | 910", "Total | 2,250"), ""),
        (("Port | 2025", "Arlow | 1,340", "Bexted | unknown", "Total | 2,250"), ""),
        (("Port | Opened", "Arlow | 1934", "Bexted | 1910", "Total | 2010"), ""),
        (("Party | Vote share", "Reds | 48%", "Blues | 40%", "Greens | 9%"), ""),
        (("Party | Vote share | Change", "Reds | 48% | 70%", "Blues | 40% | 20%", "Greens | 12% | 60%"), ""),
        (("Club | Won | Lost | Total", "Arlow | 4 | 5 | 22", "Glint | 6 | 7 | 30", "Farrow | 2 | 2 | 14"), ""),
    ],
)
def test_tables_add_up(catalog: Catalog, rows: tuple[str, ...], message: str) -> None:
    found = told(catalog, table(*rows), "total-mismatch")
    assert (message in found[0] and len(found) == 1) if message else found == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Arlow had 1,430 passengers in 2025.", "1,430 here, 1,340 for Arlow in the table. Which?"),
        ("Arlow's fares made £6.2 million in 2025.", "£6.2 million here, 5.1 for Arlow in the table. Which?"),
        ("Arlow had a vote share of 48%.", "48% here, 41% for Arlow in the table. Which?"),
        ("Arlow had 1,340 passengers in 2025.", ""),
        ("Arlow had 1,210 passengers in 2024.", ""),
        ("Arlow had about 1,300 passengers in 2025.", ""),
        ("Arlow had 130 more passengers in 2025.", ""),
        ("Arlow had 1,500 passengers in 2026.", ""),
        ("Arlow and Bexted had 2,250 passengers in 2025.", ""),
        ("Glint had 1,430 passengers in 2025.", ""),
        ("Arlow had 1,430 lamps in 2025.", ""),
        ("Arlow expected 1,430 passengers in 2025.", ""),
        ("Arlow's fares made £5.1 million in 2025.", ""),
        ("Arlow paid £6.2 million for a ship.", ""),
    ],
)
def test_text_and_table_agree(catalog: Catalog, text: str, message: str) -> None:
    rows = (
        "Port | Passengers 2024 | Passengers 2025 | Fares 2025 (£m) | Vote share",
        "Arlow | 1,210 | 1,340 | 5.1 | 41%",
        "Bexted | 805 | 910 | 2.2 | 40%",
    )
    found = told(catalog, table(*rows).replace("More people took the boat.", text), "conflicting-figures")
    assert found == ([message] if message else [])
