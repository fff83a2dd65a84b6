"""Words said twice, marks set twice, and the sound that "a" and "an" go by."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text


def found(catalog: Catalog, text: str) -> list[Finding]:
    article = read_text(f"Mill closes after ninety years\n\n{text}\n", input_format="plain")
    return lint(article, catalog, Settings({"doubled-word": "error"})).findings


@pytest.mark.parametrize(
    "text",
    [
        "an hour, an heir, an honest man, an MBA, an FBI man, an 8-year-old, an X-ray, an uncle, an umbrella.",
        "a union, a user, a European, a one-off, a once-great mill, a unanimous vote, a Uruguayan, a "
        "eulogy, a ewe, a year.",
        "an historic day, an hotel, a historic day, a hotel, a NATO base, an NGO, a US base, a unit.",
        "Group A is out, Serie A all over, vitamin A and iron; plan A of the mill; an n-th time; a la "
        "carte; A in maths.",
        "He had had enough, said that that was it, and did so so often that very very few heard him.",
        "Duran Duran, New York, New York, Baden Baden, Bora Bora and Sirhan Sirhan came again and again.",
        "The bill rose 4..5 points, wait... and so on; no no no no; see ../mill and etc.",
        "What it is is a mill. The house they live in in May is a flat.",
    ],
)
def test_left_alone(catalog: Catalog, text: str) -> None:
    assert found(catalog, text) == []


@pytest.mark.parametrize(
    ("text", "excerpt", "mended"),
    [
        ("It stood on the the river.", "the the", "It stood on the river."),
        ("It was an year ago.", "an", "It was a year ago."),
        ("An mill stood there.", "An", "A mill stood there."),
        ("He is a engineer.", "a", "He is an engineer."),
        ("It is a unusual mill.", "a", "It is an unusual mill."),
        ("It is an useful mill.", "an", "It is a useful mill."),
        ("It stood on the,, river.", ",,", "It stood on the, river."),
    ],
)
def test_found_and_mended(catalog: Catalog, text: str, excerpt: str, mended: str) -> None:
    (hit,) = found(catalog, text)
    assert hit.excerpt == excerpt
    assert hit.fix and hit.fix.safe
    whole = f"Mill closes after ninety years\n\n{text}\n"
    for span, new in reversed(hit.fix.edits):
        whole = whole[: span.start] + new + whole[span.end :]
    assert whole.endswith(f"{mended}\n")


def test_a_slip_of_the_tongue_is_advice(catalog: Catalog) -> None:
    (hit,) = found(catalog, 'Ana Ruiz said: "It stood on the the river."')
    assert hit.severity == "info"
