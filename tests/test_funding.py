"""The deal of a funding story: what is found of it, and which stories are none."""

from __future__ import annotations

import pytest

from newslint import deal, name_table
from newslint.formats import read_text

WIRE = """Sensor maker Lumora raises $40 million

LYON — Lumora, a French maker of battery sensors, raised $40 million in a Series B round led by Harrow Capital on
3 May, the start-up said in a statement.

Bluegate and existing investor Pine Ridge Partners also took part. The round values Lumora at $310 million, chief
executive Ines Roy said.

Lumora will use $15 million to build a plant in Graz and plans to hire 60 engineers by December.
"""


def said(text: str, span: tuple[int, int] | None) -> str:
    return text[span[0] : span[1]] if span else ""


def test_slots_of_a_complete_story() -> None:
    article = read_text(WIRE, input_format="plain")
    found = deal(article)
    assert found is not None
    assert found.amount.value == 40e6
    assert article.blocks[article.sentences[found.sentence].block].zone == "lede"
    assert name_table(article)[found.recipient].name == "Lumora"
    names = {said(article.text, span) for span in found.investors}
    assert "Harrow Capital" in names
    assert "Lumora" not in names
    assert said(article.text, found.round) == "Series B"
    assert said(article.text, found.lead).startswith("led by")
    assert said(article.text, found.date) == "3 May"
    assert said(article.text, found.valuation) == "values"
    assert found.withheld is None


@pytest.mark.parametrize(
    "text",
    [
        "The council raised $40 million in new funding for schools from its budget, the mayor said.",
        "Profit rose to $40 million as investors returned to the market, the bank said.",
        "The charity raised $40 million for flood relief in a round of concerts.",
        "The start-up Lumora opened an office in Graz. It pays $40 million in rent a year.",
        "Harrow Capital has raised $500 million for its third fund, the venture firm said. Its founder is Ola Berg.",
        "Lumora agreed to buy the start-up Kettle Works for $40 million. Kettle raised $3 million in funding last "
        "year.",
        "Venture funding of start-ups fell to $9 billion in the first quarter, the research firm said.",
        "The founder of Lumora died on Monday. A $40 million bid for the company was withdrawn.",
    ],
)
def test_no_funding_story(text: str) -> None:
    assert deal(read_text(f"Report of the day\n\n{text}\n", input_format="plain")) is None


@pytest.mark.parametrize(
    ("sentence", "withheld"),
    [
        ("Lumora declined to name the other investors.", True),
        ("The company did not disclose its backers.", True),
        ("Ruiz would not say who had invested.", True),
        ("The investors were not disclosed.", False),
        ("The names of the investors remain undisclosed.", False),
    ],
)
def test_only_somebody_can_withhold_names(sentence: str, withheld: bool) -> None:
    text = f"Report of the day\n\nThe start-up Lumora raised $40 million in a seed round. {sentence}\n"
    found = deal(read_text(text, input_format="plain"))
    assert found is not None
    assert bool(found.withheld) is withheld


@pytest.mark.parametrize(
    ("sentence", "investors"),
    [
        ("Harrow Capital led the round.", ["Harrow Capital"]),
        ("It was backed by Harrow Capital and Bluegate.", ["Harrow Capital", "Bluegate"]),
        ("The money came from China.", []),
        ("Leading funds took part.", []),
    ],
)
def test_who_counts_as_named(sentence: str, investors: list[str]) -> None:
    text = f"Report of the day\n\nThe start-up Lumora raised $40 million in a seed round. {sentence}\n"
    article = read_text(text, input_format="plain")
    found = deal(article)
    assert found is not None
    assert [said(article.text, span) for span in found.investors] == investors
