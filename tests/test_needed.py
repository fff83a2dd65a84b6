"""The words without which a pattern over words cannot match."""

from __future__ import annotations

import pytest

from newslint.text.needed import needed

COMMON = frozenset(("of", "the", "a", "in", ","))
WORD = r"(?: [a-z]+){0,3}?"


@pytest.mark.parametrize(
    ("regex", "words"),
    [
        (r"(?:^| )twins , (?P<a>N\d+)(?= |$)", [{"twins"}]),
        (rf"(?:^| )(?:beat|beats){WORD} S\d+ in (?:two|ten) sets(?= |$)", [{"beat", "beats"}, {"sets"}]),
        (rf"(?:^| )N\d+{WORD} of my{WORD} whole(?= |$)", [{"my"}, {"whole"}]),
        (r"(?:^| )N\d+ (?:a|an)? ?(?:year|[a-z]+ day)(?= |$)", []),
        (r"(?:^| )N\d+ pre[a-z]* lost(?= |$)", [{"lost"}]),
        (r"(?:^| )N\d+ won(?: [a-z]+)?s ", []),
    ],
)
def test_needed_words(regex: str, words: list[set[str]]) -> None:
    assert sorted(map(sorted, needed(regex, COMMON))) == sorted(map(sorted, words))
