"""Stems, runs of words that come back, and what repeating costs on hostile text."""

from __future__ import annotations

import time

import pytest

from newslint.catalog import load
from newslint.engine import Settings, lint
from newslint.facts.freshness import running_coverage
from newslint.facts.repeats import LONGEST, repeats
from newslint.formats import read_text
from newslint.text.stem import root, stem


@pytest.mark.parametrize(
    "row",
    [
        "plan plans planned planning plan's",
        "company companies",
        "advance advances advanced advancing",
        "invest invests invested investing",
        "technology technologies",
        "pass passes passed passing",
        "carry carries carried carrying",
        "quick quickly",
    ],
)
def test_one_stem(row: str) -> None:
    assert len({stem(word) for word in row.split()}) == 1


@pytest.mark.parametrize(
    "row",
    [
        "invest investor investors investment investments",
        "innovate innovation innovative innovations",
        "compete competes competing",
        "competition competitive competitor competitiveness",
        "significant significance significantly",
        "develop development developments developer",
        "industry industries industrial",
    ],
)
def test_one_root(row: str) -> None:
    assert len({root(word) for word in row.split()}) == 1


@pytest.mark.parametrize("pair", ["miss mission", "bus busy", "general generous", "university universe"])
def test_different_stems(pair: str) -> None:
    first, second = pair.split()
    assert stem(first) != stem(second)


def runs(body: str) -> list[str]:
    article = read_text(f"Report of the day\n\n{body}\n", path="x.txt")
    return [article.text[slice(*repeat.spans(article)[-1])] for repeat in repeats(article)]


def test_runs_are_maximal_and_stemmed() -> None:
    body = "They plan a bridge over the river.\n\nHe said she planned a bridge over the rivers, too."
    assert runs(body) == ["planned a bridge over the rivers"]


@pytest.mark.parametrize(
    "body",
    [
        "One two three. Four five six.",
        "The bridge. Over the river it goes.\n\nThe bridge over it.",  # a stop parts
        "One bridge over\n\nthe river stood. A bridge over the road fell.",  # and so does a paragraph
    ],
)
def test_no_run(body: str) -> None:
    assert runs(body) == []


def test_places_of_a_run() -> None:
    article = read_text("Report of the day\n\n" + "The old mill stands. \n\n" * 3, path="x.txt")
    (repeat,) = repeats(article)
    assert repeat.size == 4
    assert [article.line_of(span.start) for span in repeat.spans(article)] == [3, 5, 7]


@pytest.mark.parametrize(
    "body",
    [
        "a " * 100_000,
        "a b c d e " * 20_000,
        "One two three four five. " * 8_000,
        "x y. " * 40_000,
        "no word twice " * 10,
    ],
    ids=["one word", "period", "sentences", "short", "plain"],
)
def test_hostile_text_costs_little(body: str) -> None:
    article = read_text(f"Report of the day\n\n{body}\n", path="x.txt")
    assert article.words
    started = time.process_time()
    found = repeats(article)
    assert time.process_time() - started < 2
    assert all(repeat.size <= LONGEST for repeat in found)


HOLLOW = """The stunning robot is a game changer for the whole industry, and a truly groundbreaking piece of work.

The machine took years to build and now reads handwritten letters and sorts them by street, at a touch of the screen.
Its cutting-edge design is world-class.

The remarkable launch is a testament to the unwavering spirit of its makers and their tireless work.

The jaw-dropping result will be remembered for generations to come by all who love letters.

{last}

The post office pays 4 million euros for each of them.
"""
SOBER = """The robot was bought by the post office in Holm on Monday for 4 million euros, the mayor said.

The machine reads handwritten letters and sorts them by street, said Ada Brandt, who built it.

{last}
"""
ECHO = "In every office it sorts the letters of customers by street, and reads handwritten ones."


def echoes(body: str, message: str = "Much the same") -> list[str]:
    catalog = load(plugins=False)
    article = read_text(f"Post office buys robot\n\n{body}", path="x.txt")
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    return [f.excerpt for f in lint(article, catalog, settings).findings if f.message.startswith(message)]


def test_the_same_in_other_words_counts_in_copy_full_of_flaws() -> None:
    assert echoes(HOLLOW.format(last=ECHO)) == [ECHO]
    assert echoes(HOLLOW.format(last="The post office has four of them.")) == []


def test_synonyms_say_the_same() -> None:
    again = "For years firms sorted their letters by the road."
    assert echoes(HOLLOW.format(last=again)) == [again]
    assert echoes(HOLLOW.format(last=again.replace("road", "weight of it"))) == []


def test_indirect_speech_that_announces_its_quotation_is_an_echo() -> None:
    told = "Ada Brandt said that the office had made a fair and reasonable offer and urged the union to come back."
    quotation = '"We have made a fair and reasonable offer, and we urge the union to come back," Brandt said.'
    message = "The quotation in line"
    assert echoes(HOLLOW.format(last=f"{told} {quotation}"), message) == [told]
    assert echoes(HOLLOW.format(last=f"{told}\n\n{quotation}"), message) == [told]
    assert echoes(SOBER.format(last=f"{told} {quotation}"), message) == []
    other = "Ada Brandt said that four men had left the office in May and that two more would go."
    assert echoes(HOLLOW.format(last=f"{other} {quotation}"), message) == []


def test_a_sober_report_may_come_back_to_its_subject() -> None:
    assert echoes(SOBER.format(last=ECHO)) == []


def test_what_brings_a_name_is_an_echo_where_most_of_it_was_said() -> None:
    again = "In every office Ola Berg sorts the letters of customers by street, and reads handwritten ones."
    assert echoes(HOLLOW.format(last=again)) == [again]
    news = "Ola Berg of Leith, who once sorted parcels by weight, reads in the office about lost letters and dogs."
    assert echoes(HOLLOW.format(last=news)) == []


def test_a_long_sentence_that_holds_a_short_one_is_an_echo() -> None:
    holds = "Guests who came on that wet day to look at the old hall heard how a cover made of brass keeps dust away."
    assert echoes(HOLLOW.format(last=f"Its brass cover keeps dust away. They drank tea. {holds}")) == [holds]
    assert echoes(HOLLOW.format(last=f"It has a brass handle and a cover. They drank tea. {holds}")) == []


def test_what_brings_a_date_says_much_the_same_when_it_shares_more() -> None:
    dated = "From Monday the machine reads the handwritten letters of customers and sorts them by street for firms."
    assert echoes(HOLLOW.format(last=dated)) == [dated]
    assert echoes(HOLLOW.format(last="For years, until Monday, firms sorted their letters by the road.")) == []


def test_entries_under_the_time_of_day_are_running_coverage() -> None:
    entry = "The yard is shut and the boats lie at the quay.\n\n"
    live = read_text(f"The latest\n\n7:00 p.m.\n\n{entry}8:15 p.m.\n\n{entry}9.30 pm\n\n{entry}", input_format="plain")
    assert running_coverage(live)
    behind = read_text(f"The latest\n\n17.40 {entry}16:20 GMT: {entry}9.30am {entry}", input_format="plain")
    assert running_coverage(behind)
    assert not running_coverage(read_text(f"The latest\n\n7:00 p.m.\n\n{entry}", input_format="plain"))
