"""Stems, runs of words that come back, and what repeating costs on hostile text."""

from __future__ import annotations

import time

import pytest

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
