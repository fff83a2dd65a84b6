"""The quick lane and the parser give the same answers."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from newslint.cli.check import command
from newslint.cli.quick import FLAGS, LISTS, plain_check


def parsed(arguments: list[str]) -> tuple[tuple[str, ...], dict[str, object]]:
    params = dict(command.make_context("check", list(arguments[1:])).params)
    return params.pop("paths"), params


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "a.md", "-", "b c.txt"],
        ["check", "--isolated", "--output-format", "json", "--output-format=sarif:out", "a.md", "-q"],
        ["check", "a.md", "--select", "hype,stock", "--ignore=vague-time"],
    ],
)
def test_plain_commands(arguments: list[str]) -> None:
    assert plain_check(arguments) == parsed(arguments)


word = st.sampled_from(["a.md", "content", "hype", "json", "-"])
flag = st.sampled_from(sorted(FLAGS)).map(lambda f: [f])
listed = st.tuples(st.sampled_from(sorted(LISTS)), word.filter(lambda w: w != "-")).map(list)
joined = st.tuples(st.sampled_from(sorted(LISTS)), word).map(lambda p: [f"{p[0]}={p[1]}"] if p[1] != "-" else [])


@given(st.lists(st.one_of(word.map(lambda w: [w]), flag, listed, joined), max_size=6))
def test_any_mixture(parts: list[list[str]]) -> None:
    arguments = ["check", *(a for part in parts for a in part)]
    assert plain_check(arguments) == parsed(arguments)


@pytest.mark.parametrize(
    "arguments",
    [[], ["facts", "a.md"], ["check", "--help"], ["check", "--isolatedd"], ["check", "--select"], ["check", "--", "-x"],
     ["check", "--fail-on", "warning"], ["check", "--select", "--isolated"], ["check", "-qv"]],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_the_parser(arguments: list[str]) -> None:
    assert plain_check(arguments) is None
