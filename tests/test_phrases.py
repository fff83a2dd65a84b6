"""The notation of phrases, and the one pass that finds them all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from newslint.text.fold import fold
from newslint.text.inflect import forms
from newslint.text.notation import parse, phrase
from newslint.text.phrases import Lexicon, hits_of
from newslint.text.words import split_words


def find(entries: list[str], text: str) -> list[str]:
    lexicon = Lexicon.of(phrase("x", row, entry) for entry in entries for row in parse(entry))
    folded = fold(text)
    words = split_words(folded)
    return [text[h.span.start : h.span.end] for h in hits_of(words, lexicon.find(folded, words).get("x", []))]


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("cutting edge", "a Cutting-edge plant, a cutting edge", ["Cutting-edge", "cutting edge"]),
        ("cutting edge", "cutting. Edge", []),
        ("play~ a (pivotal|key) role", "It played a key role and plays a small role", ["played a key role"]),
        ("it('s|s)? not", "it not", ["it not"]),
        ("at (the very)? heart of", "at heart of; at the very heart of", ["at heart of", "at the very heart of"]),
        ("a * of cake", "a piece of cake, a of cake", ["a piece of cake"]),
        ("not just ** but", "not just big but bold; not just one two three four but", ["not just big but"]),
        ("in today's world", "In today’s\nworld", ["In today’s\nworld"]),
        ("section *", "see section four, section", ["section four"]),
        ("* words", "key words; words", ["key words"]),
        ("r&d", "in R&D spending", ["R&D"]),
        ("(look (in|at)|see) it", "look at it, see it, look it", ["look at it", "see it"]),
    ],
)
def test_notation(entry: str, text: str, found: list[str]) -> None:
    assert find([entry], text) == found


def test_the_longest_phrase_of_an_owner_wins() -> None:
    assert find(["perfect storm", "a perfect storm of", "storm of"], "a perfect storm of") == ["a perfect storm of"]


@pytest.mark.parametrize("entry", ["*", "* **", "a + b", "()", "~", "(a", "a)", "a (b|(c)", "(a a|b b|c c) " * 8])
def test_what_cannot_be_read_is_refused(entry: str) -> None:
    with pytest.raises(ValueError):
        parse(entry)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("play", {"play", "plays", "played", "playing"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("use", {"use", "uses", "used", "using"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("open", {"open", "opens", "opened", "opening"}),
        ("say", {"say", "says", "said", "saying"}),
        ("launch", {"launch", "launches", "launched", "launching"}),
        ("refer", {"refer", "refers", "referred", "referring"}),
    ],
)
def test_forms(word: str, wanted: set[str]) -> None:
    assert forms(word) == wanted


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="aB '-.,\nİß”", max_size=60))
def test_spans_lie_where_the_words_are(text: str) -> None:
    folded = fold(text)
    words = split_words(folded)
    assert all(folded[s:e] == w for w, s, e in zip(*words, strict=True))


def test_hostile_text_costs_no_more_than_linear() -> None:
    entries = [f"not just *** but {w}" for w in ("big", "bold")] + ["only time will tell"]
    lexicon = Lexicon.of(phrase("x", row, entry) for entry in entries for row in parse(entry))

    def seconds(n: int) -> float:
        folded = fold("not just just not but " * n)
        started = time.process_time()
        lexicon.find(folded, split_words(folded))
        return time.process_time() - started

    assert seconds(40_000) < 20 * max(seconds(4_000), 0.01)
