"""Figures: value, unit, kind, noun, rounding; what is none."""

from __future__ import annotations

import pytest

from newslint.facts.figures import Figure, figures
from newslint.formats import read_text


def found(text: str) -> list[Figure]:
    return list(figures(read_text(f"Report of the day\n\n{text}\n", input_format="plain")))


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("It cost $300 million.", 3e8, "USD", "money"),
        ("It cost $300M.", 3e8, "USD", "money"),
        ("It cost US$3.5bn.", 3.5e9, "USD", "money"),
        ("It cost A$5 million.", 5e6, "AUD", "money"),
        ("It cost £60m.", 6e7, "GBP", "money"),
        ("It cost 60p.", 0.6, "GBP", "money"),
        ("It cost 35 cents.", 0.35, "USD", "money"),
        ("It cost EUR 5m.", 5e6, "EUR", "money"),
        ("It cost 5 billion yuan.", 5e9, "CNY", "money"),
        ("It cost 12 million Swiss francs.", 1.2e7, "CHF", "money"),
        ("It cost Rs 500 crore.", 5e9, "INR", "money"),
        ("It cost 3 lakh rupees.", 3e5, "INR", "money"),
        ("It cost half a million pounds.", 5e5, "GBP", "money"),
        ("It rose 12.5%.", 12.5, "%", "percent"),
        ("It rose twelve per cent.", 12, "%", "percent"),
        ("It rose 2.5 percentage points.", 2.5, "point", "points"),
        ("It rose 25 basis points.", 0.25, "point", "points"),
        ("It has 1,200 jobs.", 1200, "job", "count"),
        ("It has two hundred and ten jobs.", 210, "job", "count"),
        ("It took a 650m euro charge.", 6.5e8, "EUR", "money"),
        ("It is 500 times the size.", 500, "", "multiple"),
        ("It has a lens of 400 mm and more.", 400, "mm", "measure"),
        ("It raised $40 mm.", 4e7, "USD", "money"),
        ("It has 12m users.", 1.2e7, "user", "count"),
        ("It is 16 km long.", 16, "km", "measure"),
        ("It is 20kg.", 20, "kg", "measure"),
        ("It is 30°C.", 30, "°C", "measure"),
        ("It is 30C.", 30, "°C", "measure"),
        ("It took three years.", 3, "y", "measure"),
        ("It is the No. 3 team.", 3, "", "rank"),
        ("It is the third-largest firm.", 3, "", "rank"),
        ("It is twice as large.", 2, "", "multiple"),
        ("It halved.", 0.5, "", "multiple"),
        ("It fell by a third.", 1 / 3, "", "fraction"),
        ("It hit one in five.", 0.2, "", "fraction"),
        ("They won 3-1.", 3, "3-1", "score"),
        ("Ana Ruiz, 52, said so.", 52, "y", "age"),
        ("The 52-year-old said so.", 52, "y", "age"),
    ],
)
def test_reads(text: str, value: float, unit: str, kind: str) -> None:
    (figure,) = found(text)
    assert (figure.value, figure.unit, figure.kind) == (pytest.approx(value), unit, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-0134 or 020 7946 0018.",
        "It was 2019, at 10:30 on 3 May 2024.",
        "Version 1.2.3 came out.",
        "He has covid-19 and a G-20 badge.",
        "It is open 24/7.",
        "The 1990s and the 19th century were better.",
        "One of the men left.",
        "The office called 18F made it.",
        "1) where it stands",
    ],
)
def test_is_none(text: str) -> None:
    assert found(text) == []


def test_a_bare_m_after_millions_is_millions_of_the_same() -> None:
    sums = [(f.text, f.value, f.unit) for f in found("It made 77m euros (£53m; $100m), up from 38m in 2003.")]
    assert sums[-1] == ("38m", 3.8e7, "EUR")
    assert found("It cost £77m to run 38m round the yard.")[-1].unit == "m"


def test_the_number_of_a_heading_counts_nothing() -> None:
    text = "# News\n\nIt rained.\n\n## 2. Bridges\n\nIt has 3 bridges.\n"
    assert [f.text for f in figures(read_text(text, input_format="markdown"))] == ["3"]


def test_rounding_follows_the_last_place_given() -> None:
    rounding = {f.text: f.rounding for f in found("It rose from $1.2 million to $300 million, or 40 jobs and 4.75%.")}
    assert rounding == {"$1.2 million": 5e4, "$300 million": 5e5, "40": 0.5, "4.75%": pytest.approx(0.005)}


@pytest.mark.parametrize(
    "text", ["About 40 jobs went.", "More than 40 jobs went.", "Some 40 jobs went.", "40 or so went."]
)
def test_rough_figures_say_so(text: str) -> None:
    assert found(text)[0].about


def test_a_period_is_no_bound() -> None:
    assert not found("It fell over five years.")[0].about


@pytest.mark.parametrize("text", ["It rose 10-15%.", "It rose 10 to 15 percent.", "It rose between 10 and 15 percent."])
def test_ranges(text: str) -> None:
    (figure,) = found(text)
    assert (figure.value, figure.high, figure.unit) == (10, 15, "%")


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("It costs between $5 and $10 million.", 5e6, 1e7),
        ("It costs $5 to $10 million.", 5e6, 1e7),
        ("Yields rise by 20 to 30 percent.", 20, 30),
        ("It raised its bid from $5 to $10 million.", 5e6, 0),
        ("It was worth $400 to $1 million.", 400, 0),
    ],
)
def test_the_first_end_of_a_range_takes_the_scale_of_the_second(text: str, value: float, high: float) -> None:
    first = found(text)[0]
    assert (first.value, first.high) == (value, high)


def test_a_bare_figure_takes_the_unit_of_its_pair() -> None:
    first, second = found("It rose from 40 to 50 million euros.")
    assert (first.value, first.unit, second.value) == (4e7, "EUR", 5e7)


def test_spans_and_words_point_at_the_text() -> None:
    article = read_text("Report of the day\n\nSales rose to $50 million in May.\n", input_format="plain")
    (figure,) = figures(article)
    assert article.text[figure.span.start : figure.span.end] == "$50 million" == figure.text
    assert article.words.folded[figure.words[0] : figure.words[1] + 1] == ["50", "million"]


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1,", "$1 ", "1-", "one hundred and ", "10:", "3 of 4 ", "1 to "])
def test_linear_on_hostile_text(unit: str) -> None:
    import time

    def cost(n: int) -> float:
        article = read_text("Report\n\n" + unit * n, input_format="plain")
        started = time.process_time()
        figures(article)
        return time.process_time() - started

    cost(200)
    # Four times the text costs four times as much, and sixteen times where it is quadratic. A busy machine may slow one
    # measurement down, so the least of several counts.
    assert any(min(cost(16000), cost(16000)) < 2.5 * 4 * cost(4000) + 0.05 for _ in range(5))
