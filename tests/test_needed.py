"""What a pattern cannot match without: words, and a string."""

from __future__ import annotations

import pytest

from newslint.text.needed import held, needed

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


@pytest.mark.parametrize(
    ("regex", "string"),
    [
        (r"\b\w{2,20}-in-chief\b", "-in-chief"),
        (r"\bwhy (?:so|not)(?: \w{1,9})?\?", "?"),
        (r"\b(?:how|so) \w{1,9}\?", "?"),
        (r"\b(?:he ?/ ?she|her ?/ ?his)\b", "/"),
        (r"(?<=of )the (?:end){1,2}", "the "),
        (r"(?<=of course )no", "no"),
        (r"(?:ab|cd)", ""),
        (r"(?i)\bno-go\b", ""),
        (r"a(?= priori)", " priori"),
        (r"(?:no)?", ""),
    ],
)
def test_a_string_that_every_match_holds(regex: str, string: str) -> None:
    assert held(regex) == string
