"""Hollow copy: where praise and guesses outnumber sources, general claims are asked for one."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.facts.bare import bare_assertions
from newslint.facts.hollow import general_claims, hollow
from newslint.facts.unsourced import unsourced_claims
from sentences import article as article_of, words

PRAISE = (
    "The launch is a game changer for the industry. Experts say demand is growing. The future looks bright. "
    "It remains to be seen how rivals respond. The company is a leading player in a rapidly evolving landscape. "
)
GENERAL = "This gives small clinics a better picture of their patients' health. "
SOBER = "The council met on Tuesday. The vote was 6-3. The hall was full. The bridge closed in May. Lorries go round. "
SAID = "".join(f"{name} Holm of the Berg Clinic said the pump was {how}. " for name, how in (
    ("Lena", "old"), ("Ola", "loud"), ("Ines", "slow"), ("Karl", "dear"), ("Mira", "weak"), ("Jon", "red"),
))  # fmt: skip


def article(*paragraphs: str) -> Article:
    return article_of(*paragraphs, headline="Nuvola sells a pump")


def claimed(a: Article) -> list[str]:
    return words(a, [span for span, _ in general_claims(a)])


def test_hollow_copy_has_bare_assertions_in_the_place_of_general_claims() -> None:
    general = "This gives many small clinics a better and clearer picture of the problems of their patients. "
    a = article("Nuvola sold a pump.", PRAISE, GENERAL, general, BARE)
    assert hollow(a)
    assert claimed(a) == []
    assert general.strip() in words(a, bare_assertions(a))


def test_the_same_sentence_in_a_sober_report() -> None:
    a = article("Nuvola sold a pump.", SOBER, GENERAL)
    assert not hollow(a)
    assert claimed(a) == []


def test_praise_that_is_outnumbered_by_sources() -> None:
    assert not hollow(article("Nuvola sold a pump.", PRAISE, SAID))


def test_five_sentences_are_needed() -> None:
    assert not hollow(article("The launch is a game changer. The future looks bright."))


@pytest.mark.parametrize(
    "specific",
    [
        "This gives Ravensmoor Clinic a better picture of the patients' health.",
        "This gave small clinics a better picture of their health on 3 May.",
        "This means a better pump.",
        '"This gives small clinics a better picture of their health."',
    ],
)
def test_names_dates_explanations_and_quotations_are_no_general_claims(specific: str) -> None:
    a = article("Nuvola sold a pump.", SOBER, BARE + specific)
    assert not hollow(a)
    assert claimed(a) == []


def test_a_guess_in_a_sober_report_is_advice() -> None:
    guess = "The closure could reshape the whole market."
    sober = [c for c in unsourced_claims(article("Nuvola sold a pump.", SOBER, guess)) if c.trigger == "forecast"]
    assert [c.sure for c in sober] == [False]
    empty = list(unsourced_claims(article("Nuvola sold a pump.", PRAISE, guess)))
    assert [c.sure for c in empty if c.sentence == empty[-1].sentence] == [True]


BARE = (
    "Higher prices have hurt small shops and weakened trust in the market. "
    "Many families continue to struggle, and the recovery remains fragile. "
)


def test_a_bare_paragraph_of_general_claims_in_a_sober_report() -> None:
    a = article("Nuvola sold a pump.", SAID, BARE)
    assert not hollow(a)
    assert len(claimed(a)) == 2
    assert [c.sure for c in unsourced_claims(a)] == [True, True]


@pytest.mark.parametrize(
    "evidence",
    [
        "Prices rose by 9% in a year.",
        "Nurse Mira Lund feels it.",
        "The shops in Ravensmoor shut.",
        "It was the same in May 2019.",
        "“Nobody buys a thing here,” says a sign.",
        "Three shops shut, the council said.",
    ],
)
def test_one_piece_of_evidence_and_the_paragraph_is_not_bare(evidence: str) -> None:
    assert claimed(article("Nuvola sold a pump.", SAID, BARE + evidence)) == []


def test_one_sentence_is_no_bare_paragraph() -> None:
    assert claimed(article("Nuvola sold a pump.", SAID, BARE.partition(". ")[0] + ".")) == []


def test_a_surname_is_no_claim() -> None:
    foster = "The clinic is old, and Ada Foster, the chief of its board, has a plan. Foster will help to enhance it."
    a = article("Nuvola sold a pump.", PRAISE, foster)
    claims = words(a, unsourced_claims(a))
    assert claims and not any(claim.startswith("Foster") for claim in claims)
