"""Quotation marks: what stands between them, and who spoke it."""

from __future__ import annotations

import time

import pytest

from newslint.article import Article
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.facts.quote_marks import quoted
from newslint.facts.quotes import quotations
from newslint.facts.voice import masks
from newslint.formats import read_text


def article(body: str) -> Article:
    return read_text(f"Report of the day\n\n{body}\n", input_format="plain")


def found(body: str) -> list[str]:
    a = article(body)
    return [a.text[q.inner.start : q.inner.end] for q in quoted(a)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('"We won," Holm said.', ["We won,"]),
        ("“We won,” Holm said. “At last.”", ["We won,", "At last."]),
        ("« Nous avons gagné », said Holm.", [" Nous avons gagné "]),
        ("''We won,'' Holm said.", ["We won,"]),
        ("``We won,'' Holm said.", ["We won,"]),
        (
            '"He called it a "great day for us all," and left," Holm said.',
            ['He called it a "great day for us all," and left,'],
        ),
        ("„Wir haben gewonnen“, said Holm.", ["Wir haben gewonnen"]),
        ("”We won,” said Holm, who likes typewriters.", ["We won,"]),
        ("'We have won at last,' Holm said.", ["We have won at last,"]),
        ("Holm called it ‘a great day for the yard’.", ["a great day for the yard"]),
        ("\"It was 'the best day of all' for us,\" Holm said.", ["It was 'the best day of all' for us,"]),
    ],
)
def test_marks_of_all_kinds(body: str, expected: list[str]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The firms' profits and the workers' wages fell.",
        "Rock 'n' roll of the '90s isn't dead, and it won't die.",
        "The board is 27\" wide and 5' long.",
        "He said 'yes' and left.",
        'The mayor said "this must end and never closed the mark.',
    ],
)
def test_apostrophes_inches_terms_and_lone_marks_hold_nothing(body: str) -> None:
    assert found(body) == []


def test_a_quotation_may_run_over_paragraphs_without_opening_anew() -> None:
    first, second = "The yard is old.", "It has stood by the river for ninety years and more."
    third = "We shut its gates in the month of May, at long last and for ever,"
    body = f"“{first}\n\n{second}\n\n{third}” said Holm. “Why?”"
    assert found(body) == [first, second, third, "Why?"]
    assert found(f"“{first}\n\n{second}\n\nHolm said: “We shut it.”") == ["We shut it."]


def test_single_marks_hold_one_word_in_headlines_alone() -> None:
    a = read_text("'Sham' vote shuts yard\n\nHe said 'yes' and left.\n", input_format="plain")
    assert [a.text[q.inner.start : q.inner.end] for q in quoted(a)] == ["Sham"]


def test_a_lone_mark_does_not_swallow_the_next_quotation() -> None:
    assert found('He wrote "and left. Later "We won," Holm said.')[-1] == "We won,"


def test_a_quotation_of_several_paragraphs_is_open_until_the_last() -> None:
    a = article('Holm said: "We won.\n\n"We won again.\n\n"And we go home."\n\nThe town slept.')
    assert [q.closed for q in quotations(a)] == [False, False, True]


def test_an_open_quotation_needs_a_mark_on_the_next_paragraph() -> None:
    assert found('Holm said: "We won.\n\nThe town slept.') == []


def test_a_block_quote_is_a_quotation() -> None:
    a = read_text("# Report\n\nHolm wrote:\n\n> We won and went home.\n", input_format="markdown")
    assert [q.kind for q in quotations(a)] == ["block"]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ('"We won nine games," Lena Holm said.', "Lena Holm"),
        ('"We won nine games," said Lena Holm, the captain.', "Lena Holm"),
        ('Lena Holm said: "We won nine games."', "Lena Holm"),
        ('"We won," Lena Holm said, "and we lost none of them."', "Lena Holm"),
        ('Lena Holm runs the team. "We won nine games," she said.', "she"),
        ('In the words of Lena Holm: "We won nine games."', "Lena Holm"),
        ('"We won nine games," Lena Holm said. "We lost none of them."', "Lena Holm"),
    ],
)
def test_speaker(body: str, speaker: str) -> None:
    a = article(body)
    last = quotations(a)[-1]
    assert last.speaker is not None
    assert a.text[last.speaker.start : last.speaker.end] == speaker


@pytest.mark.parametrize("piece", ['"a" said b. ', '"aa bb cc dd. ', "'aa bb cc s' ", "‘", '"', "“«„"])
def test_hostile_marks_cost_no_more_than_others(piece: str) -> None:
    a = article(piece * (300_000 // len(piece)))
    started = time.process_time()
    quoted(a)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("second", "conflicts"),
    [
        ('On Friday Holm said: "Everybody at the two yards was told that the gates would close."', True),
        ('"Nobody at the two yards was told that the gates would close," Ola Berg told the council.', True),
        ('On Friday Holm said: "Nobody at the two yards was told that the gates would close."', False),
        ('On Friday Holm said: "Nobody at the two yards knew what the owners had agreed in May."', False),
        ('"Everybody at the two yards was told that the gates would close."', False),  # of the same speech
        ('On Friday Holm said: "Nobody at the two yards [in Graz] was told that the gates would close."', False),
    ],
)
def test_one_quotation_has_one_wording_and_one_speaker(catalog: Catalog, second: str, conflicts: bool) -> None:
    first = '"Nobody at the two yards was told that the gates would close," said Lena Holm, the manager.'
    found = lint(article(f"{first}\n\nIt rained.\n\n{second}"), catalog, Settings({"quote-conflict": "error"})).findings
    assert bool(found) == conflicts


def test_words_behind_a_mark_that_nothing_closes_are_somebody_s() -> None:
    a = article('The coach said, "We have been stunning. We go on.')
    at = a.text.index('"')
    assert any(span.start == at and span.end >= a.text.index("stunning") for span in masks(a))
    closed = article('The coach said "we" and was stunning. He went on.')
    assert not any(span.end > closed.text.index("stunning") for span in masks(closed))
