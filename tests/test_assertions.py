"""Bare assertions, and the tense that tells them from reports."""

from __future__ import annotations

import re

import pytest

from newslint.article import Article
from newslint.catalog import Catalog, load
from newslint.engine import Settings, lint, listen
from newslint.facts.assertions import weak_claims
from newslint.facts.bare import bare_assertions, is_faint, marks
from newslint.facts.tense import Tense, tense_of
from newslint.formats import read_text

PRAISE = (
    "The launch is a game changer for the industry. Experts say demand is growing. The future looks bright. "
    "It remains to be seen how rivals respond. The company is a leading player in a rapidly evolving landscape. "
)
SOBER = "The clerk read the minutes of the June session to the council."
BARE = "Data centres often have longer waiting times than most."


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(plugins=False)


def article(catalog: Catalog, *paragraphs: str) -> Article:
    text = "\n\n".join(("Nuvola sells a pump", *paragraphs, "The clerk read the minutes."))
    a = read_text(text + "\n", input_format="plain")
    listen(a, catalog.lexicon)
    return a


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
    return [a.text[bare.span.start : bare.span.end] for bare in bare_assertions(a)]


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
def test_sentences_that_say_how_things_are(catalog: Catalog, sentence: str) -> None:
    assert sentence in found(article(catalog, PRAISE, sentence))


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
def test_the_clause_that_asserts_is_shown(catalog: Catalog, sentence: str) -> None:
    a = article(catalog, PRAISE, sentence.replace("<<", "").replace(">>", ""))
    bare = next(b for b in bare_assertions(a) if "waiting times" in a.text[slice(*b.span)])
    assert a.text[slice(*bare.clause)] == sentence.partition("<<")[2].partition(">>")[0]


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
def test_reports_questions_orders_and_what_has_a_source(catalog: Catalog, sentence: str) -> None:
    assert sentence not in found(article(catalog, PRAISE, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinics reported the step to the hospital in the north.",
        "The module reads the query and converts the input into a vector of tokens.",
        "Ada Brandt opened the mill beside the church of Arlow.",
        "For us, data centres often have longer waiting times than most.",
        "The clerk keeps the old minutes in a box under the desk beside the mill.",
    ],
)
def test_steps_deeds_and_descriptions_are_no_claims(catalog: Catalog, sentence: str) -> None:
    assert sentence not in found(article(catalog, PRAISE, sentence))


def test_what_goes_on_behind_a_source_may_be_the_writers(catalog: Catalog) -> None:
    on = "This is often a faster and clearly better choice than most of its cheaper rivals."
    said = "Ada Brandt of Norva said on Monday that the mill has two boilers."
    assert found(article(catalog, PRAISE, f"{said} {on}")) == [*found(article(catalog, PRAISE, said)), on]
    spoken = "“The mill has two boilers,” Ada Brandt of Norva said."
    assert on in found(article(catalog, PRAISE, f"{spoken} {on}"))
    quoted = f"“The mill has two boilers,” Ada Brandt of Norva said. “{on}”"
    assert not [text for text in found(article(catalog, PRAISE, quoted)) if "choice" in text]


def test_closing_words_are_claims_where_they_are_plain_ones(catalog: Catalog) -> None:
    def faint(end: str) -> bool:
        copy = read_text(f"Nuvola sells a pump\n\n{SOBER}\n\n{SOBER}\n\n{end}\n", input_format="plain")
        listen(copy, catalog.lexicon)
        return is_faint(copy, 2, weak=False)

    assert faint("The clerk and the council go on to weave a cloth for the mill.")
    assert not faint("The clerk and the council go on to weave a cloth for the mill. Nuvola has 40 looms.")
    assert not faint("The work will often be harder and clearly more expensive.")


def test_a_mood_that_somebody_tells_is_no_claim(catalog: Catalog) -> None:
    def told(sentence: str) -> bool:
        return "mind" in [claim.kind for claim in weak_claims(article(catalog, PRAISE, sentence))]

    assert told("Some drivers are feeling betrayed, and the cup is not theirs.")
    assert not told("Some drivers are feeling betrayed, saying that the cup is not theirs.")


def test_every_mark_has_a_weight(catalog: Catalog) -> None:
    table = marks()
    assert {bit for bit, _ in table.weights} == set(table.bits.values())


def test_what_is_said_of_code_can_be_tried(catalog: Catalog) -> None:
    shown = read_text(f"# Guide\n\n{PRAISE}\n\n    pump()\n\n{BARE}\n\n    drain()\n", input_format="markdown")
    listen(shown, catalog.lexicon)
    assert found(article(catalog, PRAISE, BARE)) and not found(shown)


def test_they_count_in_a_doubted_article_alone(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})

    def claims(*paragraphs: str) -> list[str]:
        outcome = lint(article(catalog, *paragraphs), catalog, settings)
        return [f.excerpt for f in outcome.findings if f.rule == "unsourced-claim" and f.severity != "info"]

    assert BARE in claims(PRAISE, BARE)
    assert BARE not in claims("The council met. The future looks bright.", BARE)


def test_two_empty_sentences_are_enough_in_an_article_of_some_length(catalog: Catalog) -> None:
    praise = "The groundbreaking, world-class mill is a cutting-edge, revolutionary game-changer. "
    praise += "It is a testament to the timeless, unrivalled, breathtaking beauty of a stunning, iconic town."
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})
    calm = "The council met on Monday and the clerk read the minutes of the June session. " * 6

    def claims(*paragraphs: str) -> list[str]:
        outcome = lint(article(catalog, *paragraphs), catalog, settings)
        return [f.excerpt for f in outcome.findings if f.rule == "unsourced-claim" and f.severity != "info"]

    assert BARE in claims(praise, BARE, calm)
    assert BARE not in claims(praise, BARE)
    assert BARE not in claims(praise.partition(". ")[0] + ".", BARE, calm)


def test_a_plain_one_counts_beside_a_stock_phrase_but_not_beside_praise(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})
    worn = "At the end of the day, pumps often cost farmers more money than they save."
    praised = "Pumps often cost farmers more money than a groundbreaking, world-class mill saves."
    told = lint(article(catalog, PRAISE, worn, praised, "The council met."), catalog, settings).findings
    claims = {f.span for f in told if f.rule == "unsourced-claim"}
    claims.update(folded.span for f in told for folded in f.also if folded.rule == "unsourced-claim")
    text = article(catalog, PRAISE, worn, praised, "The council met.").text
    assert text.index(worn) in {span.start for span in claims}
    assert text.index(praised) not in {span.start for span in claims}


def test_a_participle_behind_a_hyphen_is_no_verb() -> None:
    assert tense_of(["the", "wind", "driven", "pump", "is", "cheap"], [" ", "-", " ", " ", " "]) == "present"


def test_moods_and_guesses_are_told_by_their_own_rules(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})
    mood, guess = "The mayor remained optimistic about the mill.", "The pump could well become a nuisance for the town."
    told = lint(article(catalog, PRAISE, mood, guess), catalog, settings).findings
    by_words = {f.excerpt: f.rule for f in told if f.family == "attribution"}
    assert by_words.get("remained optimistic") == "mind-reading"
    assert by_words.get("could well become") == "unsourced-prediction"


def test_hopes_of_those_who_say_nothing_count_in_doubted_copy(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})

    def minds(*paragraphs: str) -> list[str]:
        told = lint(article(catalog, *paragraphs), catalog, settings).findings
        return [f.excerpt for f in told if f.rule == "mind-reading" and f.severity != "info"]

    hopes = "Ada Brandt suspects that the mill lost its best clerk to the bank."
    assert minds(PRAISE, hopes) == ["suspects"]
    assert not minds("The council met. The future looks bright.", hopes)
    assert not minds(PRAISE, "“It is a fine mill,” Ada Brandt said on Monday. " + hopes)
    assert not minds(PRAISE, "Two boats are believed to lie under the quay, where the divers went.")


def weak(a: Article) -> list[tuple[str, bool]]:
    return [(a.text[claim.span.start : claim.span.end], claim.beside) for claim in weak_claims(a)]


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
def test_claims_in_words_of_sober_reports(catalog: Catalog, sentence: str, claim: tuple[str, bool]) -> None:
    assert claim in weak(article(catalog, sentence))


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
def test_no_claims_where_somebody_answers_for_them(catalog: Catalog, sentence: str) -> None:
    assert not weak(article(catalog, sentence))


def test_a_mood_is_no_source_for_itself(catalog: Catalog) -> None:
    assert weak(article(catalog, "Ada Brandt of Norva is confident. She feels a growing unease."))


def test_a_weak_claim_stands_beside_a_finding_on_wording(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})

    def claims(sentence: str) -> list[str]:
        findings = lint(article(catalog, PRAISE, sentence), catalog, settings).findings
        return [f.excerpt for f in findings if f.rule == "unsourced-claim" and f.severity != "info"]

    assert "helped turn" in claims("The groundbreaking pump helped turn the mill into a bigger plant.")
    assert "divided the town" not in claims("The groundbreaking pump has divided the town.")


def test_one_word_of_claims_makes_none_of_a_report(catalog: Catalog) -> None:
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items()})

    def claims(sentence: str) -> list[str]:
        told = lint(article(catalog, PRAISE, sentence), catalog, settings).findings
        return [f.excerpt for f in told if f.rule == "unsourced-claim" and f.severity != "info"]

    deed = "Police officers arrested two men and charged both, driving Brandt's old mill out of business."
    effect = "The law has driven many small bakeries out of business."
    assert not claims(deed)
    assert claims(effect) == ["driven"]
    a = article(catalog, PRAISE, deed, effect)
    last = [i for i, s in enumerate(a.sentences) if a.text[s.span.start : s.span.end] in (deed, effect)]
    assert [is_faint(a, i, weak=False) for i in last] == [True, False]
