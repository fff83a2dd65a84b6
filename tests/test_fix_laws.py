"""What every fix keeps to, on real and on made-up articles: what it mended is gone, nothing new came, a second run has
nothing left to do, no quotation was touched, and every other byte is as it was."""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from conftest import ROOT
from newslint import fixes
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.formats.decode import decode, encode
from newslint.run import Request, Session, inputs, linting
from newslint.run.fixing import fix_file

pytestmark = pytest.mark.slow

CORPORA = os.environ.get("NEWSLINT_CORPORA", "")
"""A folder of articles to try besides the project's own; at most `SAMPLE` of them, the same ones each time."""

SAMPLE = int(os.environ.get("NEWSLINT_SAMPLE", "40"))
SUFFIXES = (".txt", ".md", ".mdx", ".html")
OUTSIDE = ["corpus", "grammar-engine", "spelling"]
"""Rules that look at other files, or ask other programs and so are slow here."""

CHARACTERS = frozenset(("broken-text",))
"""Rules that mend characters, not words, and do so in quotations too."""
NO_ARTICLES = ("true-figures.txt",)
"""480 paragraphs in as many notations: more than rounds of fixes make one."""


def articles() -> list[Path]:
    found = [p for p in sorted((ROOT / "fixtures").rglob("*")) if p.suffix in SUFFIXES and p.name not in NO_ARTICLES]
    more = [p for p in sorted(Path(CORPORA).rglob("*")) if p.suffix in SUFFIXES] if CORPORA else []
    return found + random.Random(2).sample(more, min(SAMPLE, len(more)))


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Request(isolated=True, values={"select": ["all"], "extend-ignore": OUTSIDE}))


def linter(session: Session, path: str) -> Callable[[str], Sequence[Finding]]:
    return lambda text: linting.lint(session, inputs.read_text(session, text, path)).outcome.findings


def quotations(text: str) -> Counter[str]:
    """Words in curly quotation marks, found without any of newslint."""
    return Counter(re.findall("“[^“”\n]{1,600}”", text))


def keeps_the_laws(text: str, lint: Callable[[str], Sequence[Finding]], unsafe: bool) -> fixes.Fixed:
    before = lint(text)
    done = fixes.in_rounds(text, lint, unsafe)
    after = lint(done.text)
    refused = {(f.rule, f.fingerprint) for f in done.refused}
    left = [f for f in after if fixes.wanted(f, unsafe) and (f.rule, f.fingerprint) not in refused]
    assert not left, f"still there: {[(f.rule, f.excerpt) for f in left]}"
    known = Counter(f.rule for f in before) + Counter(also.rule for f in before for also in f.also)
    assert not Counter(f.rule for f in after) - known, "new findings came"
    assert fixes.in_rounds(done.text, lint, unsafe).text == done.text, "a second run changed more"
    if not CHARACTERS & {f.rule for f in done.applied}:
        assert not quotations(done.text) - quotations(text), "a quotation was changed"
    return done


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_laws_hold_on_real_articles(session: Session, unsafe: bool) -> None:
    applied = 0
    for path in articles():
        try:
            text = decode(path.read_bytes(), path=str(path))
            done = keeps_the_laws(text, linter(session, str(path)), unsafe)
        except InputError:
            continue
        except AssertionError as error:
            raise AssertionError(f"{path}: {error}") from error
        applied += len(done.applied)
    assert applied


PARTS = st.sampled_from(
    [
        "The council of Dunmore voted on Monday to build a tram line, Mayor Ines Halloran said.",
        "The the line will cost $300 million dollars, according to the contract.",
        "It will will cost 4 million euros, Halloran told reporters.",
        "“The the bridge is is safe,” Halloran said on on Monday.",
        "He said: “We will utilise the the new centre.”",
        "The labour minister, Tomas Brandt, praised the color of the the centre.",
        "The center and the colour were were agreed on 3rd of March 2026.",
        "A cafÃ© in Calder wonâ€™t open, its owner, Ana Ruiz, said.",
        "Soft\u00adhyphens and zero\u200bwidth marks stand here, Owen Hale of the transport office said.",
        "In conclusion, the line is a testament to the city.",
        "Certainly! Here is a shorter version of the article:",
        "See [the plan](https://plan.test/a?utm_source=mail&id=3) for more, , he said..",
        "> The the plan was read out by by the clerk.",
        "- one one item",
        "### A subhead here.",
        "He said “the the plan",
        "`the the code` and <b>the the</b> tag",
        "The spokesperson, Petra Lind, said it costs 5 % more — 12% in all -- and five per cent later.",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(PARTS, min_size=1, max_size=8),
    st.sampled_from([" ", "\n", "\n\n"]),
    st.sampled_from(["a.md", "a.txt", "a.mdx"]),
    st.booleans(),
)
def test_laws_hold_on_made_up_articles(session: Session, parts: list[str], glue: str, name: str, unsafe: bool) -> None:
    keeps_the_laws("Dunmore votes for a tram line\n\n" + glue.join(parts), linter(session, name), unsafe)


FLAWED = "Dunmore votes for a tram\n\nThe the council and “the the” 😀 mayor voted.\n\nIt met in the the park.\n"
MENDED = "Dunmore votes for a tram\n\nThe council and “the the” 😀 mayor voted.\n\nIt met in the park.\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"], ids=["bare", "BOM", "LE", "BE"])
@pytest.mark.parametrize("final", [True, False], ids=["final-newline", "none"])
def test_every_other_byte_is_kept(tmp_path: Path, ends: str, mark: bytes, final: bool) -> None:
    def as_bytes(text: str) -> bytes:
        text = (text if final else text.rstrip("\n")).replace("\n", ends)
        return mark + text.encode({b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8"))

    file = tmp_path / "a.txt"
    file.write_bytes(as_bytes(FLAWED))
    done = fix_file(Session(Request(isolated=True, values={"select": ["doubled-word"]})), str(file))
    assert not done.error and len(done.applied) == 2
    assert file.read_bytes() == as_bytes(MENDED)


def test_mixed_line_ends_and_odd_separators_stay(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    old = "Dunmore\r\n\r\nThe the plan\u2028is here,\x0b Mayor Ruiz said.\n\rIt met in the the park.\r\tEnd\x85\n\n \n"
    file.write_bytes(old.encode())
    fix_file(Session(Request(isolated=True, values={"select": ["doubled-word"]})), str(file))
    new = file.read_bytes().decode()
    assert new == old.replace("The the", "The").replace("the the", "the")


@given(st.text(), st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"]))
def test_encoding_gives_back_what_was_decoded(text: str, mark: bytes) -> None:
    text = text.replace("\0", "").replace("\ufeff", "")
    data = mark + text.encode({b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark, "utf-8"))
    assert encode(decode(data, path="a"), data) == data


def test_a_fix_that_would_bring_a_flaw_is_left_to_the_editor() -> None:
    from test_fixes import finding

    def lint(text: str) -> list[Finding]:
        found = [finding(m.start(), m.end(), "b", rule="letters") for m in re.finditer("[ac]", text)]
        pairs = [finding(m.start(), m.end(), "", rule="pairs") for m in re.finditer("bb", text)]
        return found + [f._replace(fix=None) for f in pairs]

    done = fixes.in_rounds("ab c.c", lint)
    assert (done.text, len(done.applied), len(done.refused)) == ("ab b.b", 2, 1)
