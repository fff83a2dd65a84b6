"""Links, identifiers and references: check digits by the standards' own examples, fixes, tables that are there."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text

RULES = ("tracking-parameter", "malformed-identifier", "dangling-reference")
STORY = "Mill closes after ninety years\n\nThe mill at Orford closed on Monday, its owner said.\n\n{}\n"


def found(catalog: Catalog, text: str, form: str = "plain") -> list[Finding]:
    return lint(read_text(text, input_format=form), catalog, Settings(dict.fromkeys(RULES, "warning"))).findings


@pytest.mark.parametrize(
    "number",
    [
        "ISBN 978-3-16-148410-0", "ISBN 0-306-40615-2", "ISBN 0-8044-2957-X", "ISBN-13: 978 0 306 40615 7",
        "ISSN 0378-5955", "ISSN 2434-561X", "ORCID 0000-0002-1825-0097", "ORCID: 0000-0001-5109-3700",
        "IBAN GB82 WEST 1234 5698 7654 32",
        "IBAN DE89 3704 0044 0532 0130 00", "doi:10.1000/182", "doi: 10.1000.10/123456",
    ],
)  # fmt: skip
def test_valid_numbers(catalog: Catalog, number: str) -> None:
    assert found(catalog, STORY.format(f"The book ({number}) lists it.")) == []


@pytest.mark.parametrize(
    "number",
    [
        "ISBN 978-3-16-148410-9", "ISBN 0-306-40615-3", "ISSN 0378-5956", "ORCID 0000-0002-1825-0098",
        "IBAN GB82 WEST 1234 5698 7654 33", "doi:10.1/182", "doi:10.1000",
    ],
)  # fmt: skip
def test_wrong_numbers(catalog: Catalog, number: str) -> None:
    hits = found(catalog, STORY.format(f"The book ({number}) lists it."))
    assert [f.rule for f in hits] == ["malformed-identifier"]
    assert hits[0].excerpt == number


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://https://gov.test/a", "twice"), ("http:///report", "no host"),
        ("https://localhost:8000/a", "own computer"),
        ("https://chatgpt.com/share/abc", "a chat"), ("https://gov..test/a", "cannot exist"),
        ("https://report/a", "no host"),
    ],
)  # fmt: skip
def test_wrong_addresses(catalog: Catalog, url: str, why: str) -> None:
    hits = found(catalog, STORY.format(f"The report is at {url} now."))
    assert [f.rule for f in hits] == ["malformed-identifier"]
    assert why in hits[0].message


def test_clean_address_keeps_what_it_needs(catalog: Catalog) -> None:
    text = STORY.format("See https://mill.test/a?utm_source=x&id=3&fbclid=abc#top there.")
    (hit,) = found(catalog, text)
    assert hit.fix and hit.fix.safe
    (edit,) = hit.fix.edits
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == STORY.format(
        "See https://mill.test/a?id=3#top there."
    )


def test_chat_tools_are_told_apart(catalog: Catalog) -> None:
    (hit,) = found(catalog, STORY.format("See https://mill.test/a?utm_source=chatgpt.com there."))
    assert "a chat tool chose it" in hit.message


def test_references_with_their_entries(catalog: Catalog) -> None:
    text = STORY.format("It was sold twice [1], and burnt down [2].\n\nSources\n\n1. Land register.\n2. Fire book.")
    assert found(catalog, text) == []
    (hit,) = found(catalog, text.replace("[2]", "[7]"))
    assert hit.excerpt == "[7]"


def test_a_lone_number_in_brackets_is_no_reference(catalog: Catalog) -> None:
    assert found(catalog, STORY.format("The vote was 51 [1] to 49.")) == []


def test_footnote_without_a_note(catalog: Catalog) -> None:
    text = "---\ntitle: Mill\n---\n\nThe mill closed[^1] on Monday[^2].\n\n[^1]: The owner's letter.\n"
    assert [f.excerpt for f in found(catalog, text, "markdown")] == ["[^2]"]


def test_a_chart_that_is_there(catalog: Catalog) -> None:
    text = "---\ntitle: Mill\n---\n\nThe chart below shows it.\n\n{{< chart id=3 >}}\n"
    assert found(catalog, text, "markdown") == []
