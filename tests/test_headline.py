"""Headlines: bait against news, and headlines against their text."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text

BODY = (
    "The town museum has sold a painting of a windmill to a collector for 40,000 euros, its director, "
    "Ada Brandt, said on Monday. "
    "The painting hung in the reading room for ninety years.\n\nThe museum will mend its roof with the "
    "money. The county may add "
    "10,000 euros, and Brandt could sell two further paintings in May. Visitors may see them free of "
    "charge until the summer.\n"
)


def found(catalog: Catalog, headline: str, rule: str, body: str = BODY) -> list[Finding]:
    article = read_text(f"{headline}\n\n{body}", input_format="plain")
    return lint(article, catalog, Settings({rule: catalog.rules[rule].severity})).findings


@pytest.mark.parametrize(
    "headline",
    [
        "21 things only people who grew up by the sea will understand",
        "This museum sold a painting and you won't believe the price",
        "Here's what happened when we tried to buy a windmill",
        "Can you guess which of these paintings is actually real",
        "Why everyone is obsessed with this adorable windmill",
    ],
)
def test_bait(catalog: Catalog, headline: str) -> None:
    assert [f.excerpt for f in found(catalog, headline, "clickbait-headline")] == [headline]


@pytest.mark.parametrize(
    "headline",
    [
        "Museum sells windmill painting for 40,000 euros",
        "12 hurt as tram hits wall in Orford",
        "'You robbed us', widow tells banker in court",
        'Museum "will make you cry", mayor tells critics',
        "Police say 3 people died in storm",
        "How the county lost 9 million euros on a bridge",
    ],
)
def test_news(catalog: Catalog, headline: str) -> None:
    assert found(catalog, headline, "clickbait-headline") == []


def test_a_quiz_may_bait(catalog: Catalog) -> None:
    text = "---\ntitle: Can you guess which of these paintings is real\ntype: quiz\n---\n\nThe museum has nine.\n"
    outcome = lint(read_text(text, input_format="markdown"), catalog, Settings({"clickbait-headline": "warning"}))
    assert outcome.findings == []


def test_what_readers_ask_is_advice_where_sources_answer_it(catalog: Catalog) -> None:
    headline = "Bank freezes 4,000 accounts: what customers need to know"
    body = "The bank froze them on Monday, its spokesman said. {}The branches stay open."
    answers = "The court said so. The ministry said so. The police said so. "
    assert [f.severity for f in found(catalog, headline, "clickbait-headline", body.format(""))] == ["warning"]
    assert [f.severity for f in found(catalog, headline, "clickbait-headline", body.format(answers))] == ["info"]


def test_another_story_is_an_error(catalog: Catalog) -> None:
    (hit,) = found(catalog, "Airline cancels winter flights over pilot strike", "headline-not-supported")
    assert hit.severity == "error"


@pytest.mark.parametrize(
    "headline",
    [
        "Windmill picture sold",
        "Museum's sale pays for roof",
        "Brandt sells painting to mend roof",
        "Painted mill fetches 40,000 euros at museum sale",
    ],
)
def test_the_same_story_in_other_words(catalog: Catalog, headline: str) -> None:
    assert found(catalog, headline, "headline-not-supported") == []


def test_a_teaser_that_names_the_same_thing_is_enough(catalog: Catalog) -> None:
    teaser = "The museum's director is said to have sold it behind the county's back.\n"
    assert not found(catalog, "Windmill scandal: why museum boss defends herself", "headline-not-supported", teaser)
    assert found(catalog, "Ferry captain saves crew from sinking barge", "headline-not-supported", teaser)


def test_figures_and_number_words_are_one(catalog: Catalog) -> None:
    body = (
        "Three of the county's lifts broke on Monday, and a fourth was shut for repairs until May. "
        "Nobody was hurt, said Ada Brandt, who runs the works. She wants newer ones, and the county will pay.\n"
    )
    assert not found(catalog, "3 elevators out, 4th closed", "headline-not-supported", body)


def test_a_clipped_word_and_a_number_are_known_again(catalog: Catalog) -> None:
    body = (
        "The county will spend 4 million euros on technology for its schools, so that pupils who reach their 18th "
        "birthday leave with a certificate, said Ada Brandt, who runs them. The money comes from the sale of a mill.\n"
    )
    assert not found(catalog, "Tech deal for 18s", "headline-not-supported", body)
    assert found(catalog, "Pubs deal for 19s", "headline-not-supported", body)


def test_a_person_who_is_not_in_the_text(catalog: Catalog) -> None:
    hits = found(catalog, "Ruben Okafor slams plans of county bank over painting", "headline-not-supported")
    assert [f.severity for f in hits] == ["info"]


def test_surer_than_the_text(catalog: Catalog) -> None:
    (hit,) = found(catalog, "Brandt sells two further paintings", "headline-overstates")
    assert "could" in hit.message
    assert found(catalog, "Brandt may sell two further paintings", "headline-overstates") == []
    assert found(catalog, "Museum sells windmill painting", "headline-overstates") == []
