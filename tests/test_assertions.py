"""Bare assertions, and the tense that tells them from reports."""

from __future__ import annotations

import re

import pytest

from newslint.article import Article
from newslint.facts.assertions import weak_claims
from newslint.facts.bare import bare_assertions, is_faint, marks
from newslint.facts.tense import Tense, tense_of
from newslint.formats import read_text
from sentences import article as article_of, blamed, reported, words

PRAISE = (
    "The launch is a game changer for the industry. Experts say demand is growing. The future looks bright. "
    "It remains to be seen how rivals respond. The company is a leading player in a rapidly evolving landscape. "
)
SOBER = "The clerk read the minutes of the June session to the council."
BARE = "Data centres often have longer waiting times than most."


def article(*paragraphs: str) -> Article:
    return article_of(*paragraphs, "The clerk read the minutes.", headline="Nuvola sells a pump")


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The tool streamlines the work of clerks", "present"),
        ("Users rely on it", "present"),
        ("This gives clinics a picture", "present"),
        ("Power constraints limit the plant", "present"),
        ("The tank, emptied in June, holds water", "present"),
        ("A tank implanted into the wall holds water", "present"),
        ("The tank is full", "present"),
        ("While it rained, the tank overflowed", "past"),
        ("The council met in the hall", "past"),
        ("The board has closed the mill", "perfect"),
        ("Waiting lists have grown, and the board, which met in May, resigned", "perfect"),
        ("Waiting for rain, the board met in May", "past"),
        ("The board has two seats", "present"),
        ("The mill could close", "modal"),
        ("A tank for the clinics of the coast", "none"),
        ("", "none"),
    ],
)
def test_the_tense_of_a_sentence(sentence: str, tense: Tense) -> None:
    words = re.findall(r"[\w']+", sentence.lower())
    gaps = [", " if f"{word}," in sentence.lower() else " " for word in words]
    assert tense_of(words, gaps) == tense


def found(a: Article) -> list[str]:
    return words(a, bare_assertions(a))


@pytest.mark.parametrize(
    "sentence",
    [
        BARE,
        "The pump is a simpler device than those of rivals.",
        "The clinics of the coast face growing problems with the safety of their water.",
        "US clinics often have longer waiting times than most.",
        "The pump industry has responded to growing and often bigger needs of the clinics.",
        "Many hospitals have refused to accept the cheaper pumps, which are often less safe.",
        "Its cheapest and most popular pump is still the most reliable one.",
    ],
)
def test_sentences_that_say_how_things_are(sentence: str) -> None:
    assert sentence in found(article(PRAISE, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "After a year of repairs, <<the clinics often have longer waiting times than most.>>",
        "Following its sale, <<Norva often has longer waiting times than most>>, including those of the coast.",
        "In Leith, Orford and Bari, <<the clinics often have longer waiting times than most.>>",
        "<<Clinics often have longer waiting times than most>> – a kind of house with beds for the sick.",
        "<<Clinics often have longer waiting times than most>>, which is a growing problem.",
        "<<Despite cheaper pumps, better clinics often have longer waiting times than most.>>",
    ],
)
def test_the_clause_that_asserts_is_shown(sentence: str) -> None:
    a = article(PRAISE, sentence.replace("<<", "").replace(">>", ""))
    bare = next(b for b in bare_assertions(a) if "waiting times" in words(a, [b])[0])
    assert words(a, [bare.clause])[0] == sentence.partition("<<")[2].partition(">>")[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The council opened the old data centre to several visitors.",
        "Data centres often have longer waiting times, Ada Brandt of Norva said.",
        "Data centres had longer waiting times on 3 May 2025.",
        "Do data centres often have longer waiting times?",
        "Build more data centres than your rivals.",
        "“Data centres often have longer waiting times,” reads a sign.",
        "A list of several data centres in the north.",
        "Ola Brandt could run a data centre for the clinics of the north.",
        "Under the new rules, firms may build several data centres.",
        "Many clerks have been injured in the fire and are in hospital.",
        "Several data centres for the clinics of the coast are a better choice",
    ],
)
def test_reports_questions_orders_and_what_has_a_source(sentence: str) -> None:
    assert sentence not in found(article(PRAISE, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinics reported the step to the hospital in the north.",
        "The module reads the query and converts the input into a vector of tokens.",
        "Ada Brandt opened the mill beside the church of Arlow.",
        "For us, data centres often have longer waiting times than most.",
        "The clerk keeps the old minutes in a box under the desk beside the mill.",
        "A better price for the cheaper pumps has not yet been set.",
        "It is not clear whether the cheaper pumps are often a better choice than most.",
        "Clinics that want cheaper and often better pumps should contact a rival.",
    ],
)
def test_steps_deeds_and_descriptions_are_no_claims(sentence: str) -> None:
    assert sentence not in found(article(PRAISE, sentence))


def test_what_goes_on_behind_a_source_may_be_the_writers() -> None:
    on = "This is often a faster and clearly better choice than most of its cheaper rivals."
    said = "Ada Brandt of Norva said on Monday that the mill has two boilers."
    assert found(article(PRAISE, f"{said} {on}")) == [*found(article(PRAISE, said)), on]
    spoken = "“The mill has two boilers,” Ada Brandt of Norva said."
    assert on in found(article(PRAISE, f"{spoken} {on}"))
    quoted = f"“The mill has two boilers,” Ada Brandt of Norva said. “{on}”"
    assert not [text for text in found(article(PRAISE, quoted)) if "choice" in text]


def test_closing_words_are_claims_where_they_are_plain_ones() -> None:
    def faint(end: str) -> bool:
        return is_faint(article_of(SOBER, SOBER, end), 2, weak=False)

    assert faint("The clerk and the council go on to weave a cloth for the mill.")
    assert not faint("The clerk and the council go on to weave a cloth for the mill. Nuvola has 40 looms.")
    assert not faint("The work will often be harder and clearly more expensive.")


def test_a_mood_that_somebody_tells_is_no_claim() -> None:
    def told(sentence: str) -> bool:
        return "mind" in [claim.kind for claim in weak_claims(article(PRAISE, sentence))]

    assert told("Some drivers are feeling betrayed, and the cup is not theirs.")
    assert not told("Some drivers are feeling betrayed, saying that the cup is not theirs.")


def test_every_mark_has_a_weight() -> None:
    table = marks()
    assert {bit for bit, _ in table.weights} == set(table.bits.values())


def test_what_is_said_of_code_can_be_tried() -> None:
    shown = read_text(f"# Guide\n\n{PRAISE}\n\n    pump()\n\n{BARE}\n\n    drain()\n", input_format="markdown")
    assert found(article(PRAISE, BARE)) and not found(shown)


def test_they_count_in_a_doubted_article_alone() -> None:
    def claims(*paragraphs: str) -> list[str]:
        return blamed(article(*paragraphs), "unsourced-claim")

    assert BARE in claims(PRAISE, BARE)
    assert BARE not in claims("The council met. The future looks bright.", BARE)


def test_two_empty_sentences_are_enough_in_an_article_of_some_length() -> None:
    praise = "The groundbreaking, world-class mill is a cutting-edge, revolutionary game-changer. "
    praise += "It is a testament to the timeless, unrivalled, breathtaking beauty of a stunning, iconic town."
    calm = "The council met on Monday and the clerk read the minutes of the June session. " * 6

    def claims(*paragraphs: str) -> list[str]:
        return blamed(article(*paragraphs), "unsourced-claim")

    assert BARE in claims(praise, BARE, calm)
    assert BARE not in claims(praise, BARE)
    assert BARE not in claims(praise.partition(". ")[0] + ".", BARE, calm)


def test_a_plain_one_counts_beside_a_stock_phrase_but_not_beside_praise() -> None:
    worn = "At the end of the day, pumps often cost farmers more money than they save."
    praised = "Pumps often cost farmers more money than a groundbreaking, world-class mill saves."
    a = article(PRAISE, worn, praised, "The council met.")
    told = reported(a)
    claims = {f.span for f in told if f.rule == "unsourced-claim"}
    claims.update(folded.span for f in told for folded in f.also if folded.rule == "unsourced-claim")
    assert a.text.index(worn) in {span.start for span in claims}
    assert a.text.index(praised) not in {span.start for span in claims}


def test_a_participle_behind_a_hyphen_is_no_verb() -> None:
    assert tense_of(["the", "wind", "driven", "pump", "is", "cheap"], [" ", "-", " ", " ", " "]) == "present"


def test_moods_and_guesses_are_told_by_their_own_rules() -> None:
    mood, guess = "The mayor remained optimistic about the mill.", "The pump could well become a nuisance for the town."
    a = article(PRAISE, mood, guess)
    assert [f.excerpt for f in reported(a, "mind-reading")] == ["remained optimistic"]
    assert "could well become" in [f.excerpt for f in reported(a, "unsourced-prediction")]


def test_hopes_of_those_who_say_nothing_count_in_doubted_copy() -> None:
    def minds(*paragraphs: str) -> list[str]:
        return blamed(article(*paragraphs), "mind-reading")

    hopes = "Ada Brandt suspects that the mill lost its best clerk to the bank."
    assert minds(PRAISE, hopes) == ["suspects"]
    assert not minds("The council met. The future looks bright.", hopes)
    assert not minds(PRAISE, "“It is a fine mill,” Ada Brandt said on Monday. " + hopes)
    assert not minds(PRAISE, "Two boats are believed to lie under the quay, where the divers went.")


def weak(a: Article) -> list[tuple[str, bool]]:
    claims = weak_claims(a)
    return [(said, claim.beside) for said, claim in zip(words(a, claims), claims, strict=True)]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Her pump helped turn the mill into a plant.", ("helped turn", True)),
        ("The mill has divided the town.", ("divided the town", False)),
        ("The choir was in fine voice.", ("in fine voice", False)),
        ("Spare parts are scarce.", ("are scarce", False)),
        ("The sale signals a shift in the trade.", ("signals a shift", False)),
        ("The mayor will be hoping to keep the mill.", ("will be hoping to", True)),
        ("Attention now turns to the plant.", ("Attention now turns to", False)),
        ("The vote left the town divided.", ("left the town divided", True)),
        ("There was widespread confusion on the quay.", ("There was widespread confusion", True)),
        ("The plan did little to calm the tenants.", ("did little to calm", True)),
        ("The new line makes the old mill redundant.", ("makes the old mill redundant", True)),
        ("The pump will streamline the work of the clinic.", ("will streamline", False)),
    ],
)
def test_claims_in_words_of_sober_reports(sentence: str, claim: tuple[str, bool]) -> None:
    assert claim in weak(article(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Spare parts are scarce, Ada Brandt of Norva said.",
        "He said that spare parts are scarce.",
        "Ada Brandt is set to play Ola Berg.",
        "“Spare parts are scarce,” reads a sign.",
        "Are spare parts scarce?",
        "I see that spare parts are scarce. I told my clerk. I told my board.",
    ],
)
def test_no_claims_where_somebody_answers_for_them(sentence: str) -> None:
    assert not weak(article(sentence))


def test_a_mood_is_no_source_for_itself() -> None:
    assert weak(article("Ada Brandt of Norva is confident. She feels a growing unease."))


def test_a_weak_claim_stands_beside_a_finding_on_wording() -> None:
    def claims(sentence: str) -> list[str]:
        return blamed(article(PRAISE, sentence), "unsourced-claim")

    assert "helped turn" in claims("The groundbreaking pump helped turn the mill into a bigger plant.")
    assert "divided the town" not in claims("The groundbreaking pump has divided the town.")


def test_one_word_of_claims_makes_none_of_a_report() -> None:
    def claims(sentence: str) -> list[str]:
        return blamed(article(PRAISE, sentence), "unsourced-claim")

    deed = "Police officers arrested two men and charged both, driving Brandt's old mill out of business."
    effect = "The law has driven many small bakeries out of business."
    assert not claims(deed)
    assert claims(effect) == ["driven"]
    a = article(PRAISE, deed, effect)
    last = [i for i, said in enumerate(words(a, a.sentences)) if said in (deed, effect)]
    assert [is_faint(a, i, weak=False) for i in last] == [True, False]
