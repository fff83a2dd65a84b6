"""Claims: which sentences need somebody behind them, and by which words."""

from __future__ import annotations

import pytest

from newslint import Claim, claims
from newslint.formats import read_text


def of(text: str) -> tuple[Claim, ...]:
    return claims(read_text(f"Report of the day\n\n{text}\n", input_format="plain"))


def triggers(text: str) -> set[tuple[str, str]]:
    article = read_text(f"Report of the day\n\n{text}\n", input_format="plain")
    return {(kind, article.text[s.start : s.end]) for claim in claims(article) for kind, s in claim.triggers}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The market is worth $4.2 billion.", ("figure", "$4.2 billion")),
        ("About 70% of shops close in the first year.", ("figure", "70%")),
        ("The firm is the largest maker of lamps in Norland.", ("rank", "largest")),
        ("It was the first bank to open there.", ("rank", "first")),
        ("The tax led to lower sales of sugar.", ("effect", "led to")),
        ("Cheap loans fuelled the boom in lamps.", ("effect", "fuelled")),
        ("The merger will likely reshape the whole market.", ("forecast", "will likely reshape")),
        ("The plant is expected to create thousands of jobs.", ("forecast", "expected to create")),
        ("The law has the potential to transform farming.", ("forecast", "potential to transform")),
        ("The port will play a part in the boom.", ("forecast", "will play")),
        ("The port will face a long strike.", ("forecast", "will face")),
        ("The bank played a pivotal role in the boom.", ("evaluation", "pivotal")),
        ("Investors see a bright future for the firm.", ("motive", "see")),
        ("The ministry is eager to please voters.", ("motive", "eager")),
        ("Concerns grow over the new law.", ("consensus", "Concerns")),
        ("The firm is widely regarded as a pioneer.", ("consensus", "widely")),
    ],
)
def test_triggers(text: str, trigger: tuple[str, str]) -> None:
    assert trigger in triggers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Will the merger reshape the market?",
        "Thank you.",
        "We should think about that.",
        "I believe it is a good idea.",
        "“The market is worth $4.2 billion and sales rose by 70%.”",
        "Let me say what I want.",
    ],
)
def test_no_claims(text: str) -> None:
    assert of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "At least the oven was warm, and the boost was small.",
        "He saved the file on a hard drive.",
        "The first lady opened the fair.",
        "It sank in the first half of the year.",
        "The choir will play 14 dates on the coast.",
        "Holm will now face Lund in the final.",
    ],
)
def test_words_that_are_no_triggers(text: str) -> None:
    assert {kind for kind, _ in triggers(text)} <= {"figure"}


def test_sourced_and_by_whom() -> None:
    article = read_text(
        "Report of the day\n\nSales of lamps rose by 70% last year. The market is worth $4 billion, according to Quill "
        "Research.\n",
        input_format="plain",
    )
    first, second = claims(article)
    assert not first.sourced
    assert first.source is None
    assert second.sourced
    assert second.source is not None
    assert "Quill Research" in article.text[second.source.start : second.source.end]
