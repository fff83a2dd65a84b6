"""The arithmetic behind the rules on numbers: rounding, sums shown, rates, spellings, the planted errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.data import spelling_pairs
from newslint.engine import Settings, lint
from newslint.facts.arithmetic import amount, change, number, reach
from newslint.facts.changes import changes
from newslint.facts.exchange_rates import exchange_rates
from newslint.facts.figures import Figure
from newslint.formats import read_text
from newslint.text.span import Span

ROOT = Path(__file__).resolve().parent.parent


def money(value: float, step: float, about: bool = False, scale: float = 1e6) -> Figure:
    return Figure(Span(0, 1), "", value, "USD", "money", step, about, scale=scale)


def said(catalog: Catalog, text: str, *rules: str, date: str = "") -> list[str]:
    front = f"---\ndate: {date}\n---\n\n" if date else ""
    article = read_text(f"{front}{text}\n", input_format="markdown" if date else "plain")
    settings = Settings({name: catalog.rules[name].severity for name in rules})
    return [f.message for f in lint(article, catalog, settings).findings]


def test_rounding_reaches_half_a_place_and_further_for_about() -> None:
    assert reach(money(4e7, 5e5)) == (3.95e7, 4.05e7)
    assert reach(money(4e7, 5e5, about=True)) == (3.6e7, 4.4e7)


def test_a_change_knows_what_rounding_allows() -> None:
    plain, low, high = change(money(4e7, 5e5), money(5e7, 5e5))
    assert plain == pytest.approx(0.25)
    assert low < 0.25 < high < 0.28


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (5e7, "USD", "$50 million"),
        (6.9149e8, "USD", "$691 million"),
        (1234.0, "", "1,234"),
        (16.09344, "km", "16.1 km"),
        (25.0, "%", "25%"),
        (1.2e12, "GBP", "£1.2 trillion"),
    ],
)
def test_amounts_are_written_for_readers(value: float, unit: str, shown: str) -> None:
    assert amount(value, unit) == shown


def test_numbers_of_any_size_are_plain() -> None:
    assert [number(v) for v in (0.5, 7, 999_600, 2e9)] == ["0.5", "7", "1 million", "2 billion"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Sales rose from $40 million to $50 million, up 20%.", "From $40 million to $50 million is 25%, not 20%."),
        ("Staff fell from 900 to 300, a fall of 50%.", "From 900 to 300 is a fall of 67%, not 50%."),
        ("Support rose 8 points to 45% from 40%.", ""),
        ("Support rose 8 percentage points to 45% from 40%.", "From 40% to 45% is 5 points, not 8."),
    ],
)
def test_the_message_shows_the_sum(catalog: Catalog, text: str, message: str) -> None:
    head = "Report of the day\n\n"
    assert said(catalog, head + text, "percent-change-mismatch") == ([message] if message else [])


def test_one_way_round_is_enough_where_nobody_says_which_came_first(catalog: Catalog) -> None:
    text = "Report of the day\n\nOrders, £150 million in 2020, were £100 million in 2021: {}% less.\n"
    assert said(catalog, text.format(33), "percent-change-mismatch") == []
    assert said(catalog, text.format(20), "percent-change-mismatch")


def test_changes_pair_before_and_after() -> None:
    article = read_text("Report of the day\n\nProfit fell 12% to £5m from £6m in May.\n", input_format="plain")
    (found,) = changes(article)
    assert (found.before.text, found.after.text, found.direction) == ("£6m", "£5m", -1)
    assert found.stated is not None
    assert found.stated.text == "12%"


def test_rates_follow_the_year_of_the_article() -> None:
    old = read_text("---\ndate: 1995-01-01\n---\n\n# A\n\nB.\n", input_format="markdown")
    new = read_text("---\ndate: 2025-01-01\n---\n\n# A\n\nB.\n", input_format="markdown")
    undated = read_text("A\n\nB.\n", input_format="plain")
    assert exchange_rates(old)["TRY"][1] < 1 < 30 < exchange_rates(new)["TRY"][1]
    low, high = exchange_rates(undated)["JPY"]
    assert (low, high) == (88, 149)


def test_a_date_without_a_year_is_checked_only_beside_the_article_s_own(catalog: Catalog) -> None:
    text = "# Fire\n\nThe fire broke out on Friday, 28 February."
    assert said(catalog, text, "date-contradiction", date="2026-03-04")
    assert not said(catalog, "Fire\n\nThe fire broke out on Friday, 28 February.", "date-contradiction")


def test_rough_figures_are_given_room(catalog: Catalog) -> None:
    head = "Report of the day\n\n"
    assert not said(
        catalog, head + "Sales rose from about $40 million to about $50 million, up 30%.", "percent-change-mismatch"
    )
    assert not said(catalog, head + "The path is about 10 miles (15 km) long.", "conversion-mismatch")


def test_spelling_pairs_are_many_and_each_stands_once() -> None:
    pairs = spelling_pairs()
    assert len(pairs) > 1700
    assert len({british for british, _, _ in pairs}) == len(pairs)
    assert {mark for _, _, mark in pairs} == {"=", "a", "b", "u", "z"}


def test_spelling_pairs_are_what_the_tool_makes() -> None:
    made = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "spelling_pairs.py")], capture_output=True, text=True, check=True
    )
    assert made.stdout == (ROOT / "src" / "newslint" / "data" / "spelling.txt").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["from 4 to 5, up 20%, ", "of 200 jobs, 120 and 90; ", "$5m (£4m) "])
def test_linear_on_hostile_text(catalog: Catalog, unit: str) -> None:
    import time

    rules = Settings({n: r.severity for n, r in catalog.rules.items() if r.family == "numbers"})

    def cost(n: int) -> float:
        article = read_text("Report\n\n" + unit * n, input_format="plain")
        started = time.process_time()
        lint(article, catalog, rules)
        return time.process_time() - started

    cost(100)
    # Four times the text costs four times as much, and sixteen times where it is quadratic. A busy machine may slow one
    # measurement down, so the least of several counts.
    assert any(min(cost(4000), cost(4000)) < 2.5 * 4 * cost(1000) + 0.05 for _ in range(5))


@pytest.mark.slow
def test_planted_errors_are_found_and_true_texts_left_alone() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "planted" / "planted.py"), "--each", "1"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows = {line[:24].strip(): line[24:].split() for line in run.stdout.splitlines()}
    for title, least in (("all, worked on", 0.95), ("all, kept for judging", 0.85)):
        _, hit, alarm = map(float, rows[title])
        assert hit >= least, run.stdout
        assert alarm <= 0.01, run.stdout


@pytest.mark.slow
def test_constructions_are_seen_and_their_sound_twins_left_alone() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "constructions" / "constructions.py"), "numbers", "hype", "funding"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rows = {line[:28].strip(): line[28:].replace("|", "").split() for line in run.stdout.splitlines()}
    for title, least in (("all, read", 0.65), ("all, kept", 0.42)):
        flaws, found, _, _, sound, alarms = map(int, rows[title])
        assert found >= least * flaws, run.stdout
        assert alarms <= 0.1 * sound, run.stdout
