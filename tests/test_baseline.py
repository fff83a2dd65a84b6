"""Baselines: old flaws stay asleep through edits and moves, new ones wake, stale entries are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from newslint import baseline
from newslint.baseline import Entry
from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.text.span import Span


def finding(
    path: str = "a.md", rule: str = "stock-phrase", print_: str = "00ff:1", excerpt: str = "perfect storm"
) -> Finding:
    return Finding(
        rule=rule, family="stock", severity="warning", message="", path=path, span=Span(0, 1), line=1, column=1,
        end_line=1, end_column=2, excerpt=excerpt, scope="span", zone="body", prose=Span(0, 1), fingerprint=print_,
    )  # fmt: skip


def test_equal_flaws_are_counted() -> None:
    entries = baseline.entries_of([finding(print_="aa:1"), finding(print_="aa:2")])
    assert entries == [Entry("a.md", "stock-phrase", "aa", "perfect storm", 2)]
    found = baseline.match(entries, [finding(print_="aa:1"), finding(print_="aa:2"), finding(print_="aa:3")], ["a.md"])
    assert (len(found.known), len(found.new), found.stale) == (2, 1, [])


def test_a_moved_file_stays_known(tmp_path: Path) -> None:
    entries = baseline.entries_of([finding(path=str(tmp_path / "old.md"))])
    found = baseline.match(entries, [finding(path=str(tmp_path / "new.md"))], [str(tmp_path / "new.md")])
    assert not found.new


def test_an_edit_round_the_words_stays_known_by_its_excerpt() -> None:
    entries = baseline.entries_of([finding(print_="aa:1")])
    assert not baseline.match(entries, [finding(print_="bb:1")], ["a.md"]).new
    assert baseline.match(entries, [finding(print_="bb:1", excerpt="double-edged sword")], ["a.md"]).new


def test_another_flaw_of_the_same_rule_is_new() -> None:
    entries = baseline.entries_of([finding(print_="aa:1")])
    found = baseline.match(
        entries, [finding(print_="aa:1"), finding(print_="cc:1", excerpt="tip of the iceberg")], ["a.md"]
    )
    assert [f.fingerprint for f in found.new] == ["cc:1"]


def test_stale_entries_are_those_of_files_that_were_read() -> None:
    entries = [Entry("a.md", "stock-phrase", "aa", "x", 2), Entry(__file__, "stock-phrase", "bb", "y")]
    found = baseline.match(entries, [finding(print_="aa:1")], ["a.md"])
    assert found.stale == [Entry("a.md", "stock-phrase", "aa", "x", 1)]
    assert baseline.pruned(entries, found.stale) == [Entry("a.md", "stock-phrase", "aa", "x", 1), entries[1]]


def test_update_keeps_other_files_and_reasons() -> None:
    entries = [
        Entry("a.md", "stock-phrase", "00ff", "perfect storm", 1, "the storm is real"),
        Entry("b.md", "r", "1", "e"),
    ]
    assert baseline.updated(entries, [finding()], ["a.md"]) == entries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not valid JSON"),
        ("[]", "no baseline of newslint"),
        ('{"newslint_baseline": 99, "entries": []}', "version 99"),
        ('{"newslint_baseline": 1, "entries": [{"path": "a"}]}', "entry 1 is broken"),
    ],
)
def test_a_broken_baseline_names_the_cure(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text)
    with pytest.raises(ConfigError, match=said) as error:
        baseline.load(file)
    assert "newslint baseline create" in str(error.value)


names = st.text(min_size=1, max_size=8)
records = st.none() | st.integers(0, 9)
known = st.builds(Entry, names, names, names, names, st.integers(1, 9), names, records)


@given(st.lists(known, unique_by=lambda e: (*e[:4], e.record)))
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "baseline.json"
        file.write_text(baseline.dump(entries), encoding="utf-8")
        read = baseline.load(file)
        assert set(read) == set(entries) and len(read) == len(entries)
        assert baseline.dump(read) == baseline.dump(entries)
