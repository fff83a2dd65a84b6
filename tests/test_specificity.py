"""What makes a paragraph checkable, and what excuses a vague amount."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.catalog import Catalog
from newslint.engine import Settings, lint, listen
from newslint.finding import Finding
from newslint.formats import read_text

EMPTY = (
    "The sector is dynamic and combines innovation with ambition, and its progress will foster growth, strengthen the "
    "community and shape a sustainable future for society as a whole."
)
STORY = """Council of Holm buys trams

The council of Holm will buy trams for 60 million euros, it said on Monday.

{}

{}

The first tram runs in May, and the line to the port opens a year later.
"""


def found(catalog: Catalog, rule: str, text: str) -> list[Finding]:
    return lint(read_text(text, path="x.txt"), catalog, Settings({rule: catalog.rules[rule].severity})).findings


def test_empty_paragraphs_are_found_whole(catalog: Catalog) -> None:
    findings = found(catalog, "content-free-paragraph", STORY.format(EMPTY, EMPTY))
    assert [(f.line, f.scope, f.excerpt) for f in findings] == [(5, "paragraph", EMPTY), (7, "paragraph", EMPTY)]


@pytest.mark.parametrize(
    "fact",
    [
        "Some 41,000 people work in it.",
        "It met in Trondheim.",
        "It was founded on 3 May 1998.",
        '"We will see," said Ada Brandt.',
        "You can visit it.",
    ],
)
def test_one_fact_is_enough(catalog: Catalog, fact: str) -> None:
    findings = found(catalog, "content-free-paragraph", STORY.format(f"{EMPTY} {fact}", EMPTY))
    assert [f.line for f in findings] in ([], [7]), "a short article may have one such paragraph"
    assert all(f.line != 5 for f in findings)


def test_figures_and_names_of_the_lede_are_no_news(catalog: Catalog) -> None:
    again = f"The 60 million euros show that Holm has ambition. {EMPTY}"
    assert [f.line for f in found(catalog, "content-free-paragraph", STORY.format(again, EMPTY))] == [5, 7]


@pytest.mark.parametrize("below", ["- one thing,\n- another.", "**Yard:** It is dry.", "**The yard** is old."])
def test_a_list_may_say_what_its_paragraph_leaves_open(catalog: Catalog, below: str) -> None:
    text = f"# Holm buys trams\n\nHolm buys trams.\n\n{EMPTY}\n\nIt is so.\n\n{EMPTY}\n\n{below}\n\nThe end.\n"
    rule = "content-free-paragraph"
    settings = Settings({rule: "warning"}, options={rule: {"brief": 0}})
    findings = lint(read_text(text, path="x.md"), catalog, settings).findings
    assert [f.line for f in findings] == ([5, 9] if "is old" in below else [5])


def test_a_link_is_a_source(catalog: Catalog) -> None:
    body = "Holm buys trams.\n\n{0}\n\n{0} See [the plan](https://holm.example/plan).\n\nThe end."
    text = f"---\ntitle: Council buys trams\n---\n\n{body}"
    article = read_text(text.format(EMPTY), path="x.md")
    rule = "content-free-paragraph"
    findings = lint(article, catalog, Settings({rule: "warning"}, options={rule: {"brief": 0}})).findings
    assert [f.line for f in findings] == [7]


def test_opinion_may_be_empty(catalog: Catalog) -> None:
    text = f"---\ntitle: On trams\ntype: opinion\n---\n\nTrams are fine.\n\n{EMPTY}\n\n{EMPTY}\n\nThe end."
    article = read_text(text, path="x.md")
    assert not lint(article, catalog, Settings({"content-free-paragraph": "warning"})).findings


def test_two_amount_words_are_a_warning(catalog: Catalog) -> None:
    one = found(catalog, "vague-quantity", STORY.format("It is a hefty sum for the town.", "So be it."))
    two = found(
        catalog, "vague-quantity", STORY.format("A growing number of towns spend a hefty sum on it.", "So be it.")
    )
    assert [f.severity for f in one] == ["info"]
    assert [f.severity for f in two] == ["warning", "warning"]


def test_a_figure_beside_excuses(catalog: Catalog) -> None:
    assert not found(
        catalog, "vague-quantity", STORY.format("It is a substantial sum, $2.1 million a mile.", "So be it.")
    )


def test_an_instance_in_the_next_sentence_but_not_in_the_next_paragraph(catalog: Catalog) -> None:
    claim, case = "The maker has won numerous awards.", "It won the Orrery prize in 2019."
    assert not found(catalog, "claim-without-instance", STORY.format(f"{claim} {case}", "So be it."))
    assert len(found(catalog, "claim-without-instance", STORY.format(claim, case))) == 1


def test_a_long_false_range_costs_little(catalog: Catalog) -> None:
    text = STORY.format("It goes " + "from here to there " * 20_000 + "and beyond.", "So be it.")
    (finding,) = [f for f in found(catalog, "vague-quantity", text) if f.excerpt.startswith("from")]
    assert finding.excerpt.endswith("and beyond")


def test_leading_may_be_a_verb(catalog: Catalog) -> None:
    rule = catalog.rules["claim-without-instance"]
    for sentence, count in (("It broke, leading authorities to ask.", 0), ("It was tested by leading authorities.", 1)):
        article = read_text(STORY.format(sentence, "It chose a colour."), path="x.txt")
        lint(article, catalog, Settings({"claim-without-instance": rule.severity}))
        assert len(list(rule.check(article))) == count


@pytest.mark.parametrize(
    ("after", "asked"),
    [("Ada Torvik found three of them in May.", False), ("They were never named, and the talks went on.", True)],
)
def test_instances_may_stand_in_the_next_sentence(catalog: Catalog, after: str, asked: bool) -> None:
    text = STORY.format(f"The works needed many measures. {after}", "The council met again. It chose a colour.")
    article = read_text(text, path="x.txt")
    rule = catalog.rules["claim-without-instance"]
    lint(article, catalog, Settings({"claim-without-instance": rule.severity}))
    assert [hit.severity for hit in rule.check(article)] == ["doubtful"] * asked


@pytest.mark.parametrize(
    ("sentence", "hits"),
    [
        ("It marked a special milestone in the town.", 1),
        ("They took every necessary precaution.", 1),
        ("Each pupil has its own unique story.", 1),
        ("A small group of residents met in the hall.", 1),
        ("Over the tea they discussed the impact at length.", 1),
        ("Leading vendors – Norva and Vantor – came.", 0),
        ("Sail Holm, a small group of residents, met in the hall.", 0),
        ("Demand is rising in various sectors, with Leather & Cloth leading.", 0),
        ("Demand is rising in various sectors, with some delay.", 1),
        ("They discussed the impact of the rain.", 0),
        ("In the spring, a large timber retailer moved in.", 1),
        ("Holm Timber, a large retailer, moved in.", 0),
        ("Other towns have joined in.", 1),
        ("It is sold in select stores.", 1),
        ("They told the relevant authorities.", 1),
        ("Airlines and travel agencies met in the hall.", 0),
        ("Airlines and public agencies met in the hall.", 1),
        ("It depends on various factors, including rain and frost.", 1),
        ("It depends on various factors, including rain in Leith.", 0),
        ("It depends on various factors: rain and frost.", 0),
    ],
)
def test_what_stands_for_an_instance(catalog: Catalog, sentence: str, hits: int) -> None:
    rule = catalog.rules["claim-without-instance"]
    assert len(list(rule.check(heard(f"Report of the day\n\n{sentence}\n", catalog)))) == hits


def heard(text: str, catalog: Catalog) -> Article:
    article = read_text(text, input_format="plain")
    listen(article, catalog.lexicon)
    return article


@pytest.mark.parametrize("below", ["- one thing,\n- another.", "**Yard:** It is dry.", "**The yard** is old."])
def test_instances_may_stand_in_the_list_below(catalog: Catalog, below: str) -> None:
    text = f"# Works begin\n\nThe works began in May.\n\nThe council takes various measures.\n\n{below}\n\nSo be it.\n"
    article = read_text(text, path="x.md")
    rule = catalog.rules["claim-without-instance"]
    lint(article, catalog, Settings({"claim-without-instance": rule.severity}))
    assert len(list(rule.check(article))) == ("is old" in below)


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("The works needed various measures.", None),
        ("The works led to significant delays.", None),
        ("The works were stopped by a group of residents.", None),
        ("The works could lead to significant delays.", "doubtful"),
        ("The works led to no significant delays.", "doubtful"),
        ("The works led to notable delays.", "doubtful"),
    ],
)
def test_what_hides_all_counts_in_any_report(catalog: Catalog, sentence: str, severity: str | None) -> None:
    rule = catalog.rules["claim-without-instance"]
    article = read_text(STORY.format(sentence, "The council met again. It chose a colour."), path="x.txt")
    lint(article, catalog, Settings({"claim-without-instance": rule.severity}))
    assert [hit.severity for hit in rule.check(article)] == [severity]


@pytest.mark.parametrize(
    ("amount", "severity"),
    [
        ("numerous letters", "warning"),
        ("a massive amount of paper", "warning"),
        ("a large amount of paper", "info"),
        ("many letters", "info"),
        ("the massive budget of the port", "info"),
        ("a whole bunch of letters", "info"),
    ],
)
def test_what_was_judged_and_not_counted_is_a_warning(catalog: Catalog, amount: str, severity: str) -> None:
    text = STORY.format(f"The clerk Ada Brandt keeps {amount} in Leith.", "It met again.")
    assert [f.severity for f in found(catalog, "vague-quantity", text)] == [severity]


@pytest.mark.parametrize(
    ("sentence", "severities"),
    [
        ("The port sells a wide range of goods, including wool and paper.", ["doubtful"]),
        ("The port sells a wide range of goods, including Leith wool.", []),
        ("The port sells a wide range of goods: wool and paper.", []),
        ("Several sheds burned, including one of brick.", ["doubtful"]),
        ("Several sheds burned, including Orford Mill.", []),
    ],
)
def test_kinds_are_no_instances(catalog: Catalog, sentence: str, severities: list[str]) -> None:
    article = heard(f"Report of the day\n\n{sentence}\n", catalog)
    assert [hit.severity for hit in catalog.rules["vague-quantity"].check(article)] == severities


@pytest.mark.parametrize(
    ("amount", "severities"),
    [("a limited number of", ["doubtful"]), ("a wide range of", ["doubtful"]), ("a growing backlog of", [])],
)
def test_a_source_that_counted_is_asked_for_its_count(catalog: Catalog, amount: str, severities: list[str]) -> None:
    told = " ".join(f"{name} said the clerks were slow." for name in ("Ada Brandt", "Ola Berg", "Ina Roy"))
    article = heard(f"Report of the day\n\n{told} Brandt said {amount} letters lay in the hall.\n", catalog)
    assert [hit.severity for hit in catalog.rules["vague-quantity"].check(article)] == severities
