"""Fixes: overlapping ones wait for the next round, files are old or new, diffs apply."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from newslint import fixes
from newslint.errors import InputError
from newslint.finding import Edit, Finding, Fix
from newslint.text.span import Span


def finding(start: int, end: int, text: str, safe: bool = True, rule: str = "doubled-word") -> Finding:
    span = Span(start, end)
    return Finding(
        rule=rule, family="language", severity="warning", message="", path="a.md", span=span, line=1, column=1,
        end_line=1, end_column=2, excerpt="", scope="span", zone="body", prose=span,
        fix=Fix("", (Edit(span, text),), safe),
    )  # fmt: skip


def test_a_round_applies_what_does_not_overlap() -> None:
    done = fixes.one_round("the the cat sat", [finding(0, 7, "the"), finding(4, 11, "dog"), finding(12, 15, "lay")])
    assert done.text == "the cat lay"
    assert len(done.applied) == 2


def test_unsafe_fixes_wait_to_be_asked() -> None:
    found = [finding(0, 1, "b", safe=False)]
    assert fixes.one_round("a", found).text == "a"
    assert fixes.one_round("a", found, unsafe=True).text == "b"


def test_rounds_end_when_nothing_is_left() -> None:
    def lint(text: str) -> list[Finding]:
        at = text.find("aa")
        return [finding(at, at + 2, "a")] if at >= 0 else []

    assert fixes.in_rounds("aaaa b", lint).text == "a b"


def test_rules_that_fight_do_not_hang() -> None:
    def lint(text: str) -> list[Finding]:
        return [finding(0, 1, "b" if text == "a" else "a")]

    assert fixes.in_rounds("a", lint).text in ("a", "b")


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.text(max_size=3)), max_size=8)
)
def test_edits_never_garble_the_rest(text: str, edits: list[tuple[int, int, str]]) -> None:
    found = [finding(min(a, b, len(text)), min(max(a, b), len(text)), new) for a, b, new in edits]
    done = fixes.one_round(text, found)
    spans = sorted(f.fix.edits[0] for f in done.applied if f.fix)
    kept = "".join(
        text[a.span.end : b.span.start]
        for a, b in zip([Edit(Span(0, 0), ""), *spans], [*spans, Edit(Span(len(text), 0), "")], strict=True)
    )
    assert len(done.text) == len(kept) + sum(len(e.text) for e in spans)


def test_writing_keeps_the_mode_and_follows_links(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "link.md"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    fixes.write(link, b"new")
    assert file.read_bytes() == b"new" and link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.md", "link.md"]


def test_a_vanished_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.md: cannot be written"):
        fixes.write(tmp_path / "gone.md", b"x")
    assert not list(tmp_path.iterdir())


def test_a_read_only_file_is_left_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")
    monkeypatch.setattr(os, "access", lambda *args, **kwargs: False)  # root may write everything
    with pytest.raises(InputError, match=r"cannot be written \(the file is read-only\); nothing was changed"):
        fixes.write(file, b"new")
    assert file.read_text() == "old" and os.listdir(tmp_path) == ["a.md"]


@pytest.mark.parametrize(("before", "after"), [("a\r\nb\r\n", "a\r\nc\r\n"), ("no end", "no end, yet"), ("", "x\n")])
def test_the_difference_applies_with_git(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "x.md"
    file.write_bytes(before.encode())
    (tmp_path / "p.diff").write_bytes(fixes.difference("x.md", before, after).encode())
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "p.diff"], cwd=tmp_path, check=True)
    assert file.read_bytes() == after.encode()
