"""Names: which words are one, of what kind, who is who, and what is said of them."""

from __future__ import annotations

import pytest

from newslint import Article, foundings, introductions, name_table, name_variants, names, one_letter_apart
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read_text


def article(text: str, head: str = "Report of the day") -> Article:
    return read_text(f"{head}\n\n{text}\n", input_format="plain")


def table(text: str, head: str = "Report of the day") -> dict[str, str]:
    return {entity.name: entity.kind for entity in name_table(article(text, head))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The plan failed, Elena Petrova said.", "Elena Petrova", "person"),
        ("The plan failed, said Jean-Luc Marchetti.", "Jean-Luc Marchetti", "person"),
        ("He met Bashar al-Attar in spring.", "Bashar al-Attar", "person"),
        ("He met Louis van Dorn in spring.", "Louis van Dorn", "person"),
        ("It is a moon jar, said Dr Seo-yeon Baek, the curator.", "Seo-yeon Baek", "person"),
        ("They met Orford-based Harrow Capital in spring.", "Harrow Capital", "organisation"),
        (
            "It was told by the Southern Holm Development Community.",
            "Southern Holm Development Community",
            "organisation",
        ),
        ("They met President Tomasz Okafor on Friday.", "Tomasz Okafor", "person"),
        ("They met Dr Quill on Friday.", "Quill", "person"),
        ("Bank of Norland governor Mervyn King resigned.", "Mervyn King", "person"),
        ("The case of Theresa May is closed.", "Theresa May", "person"),
        ("The bid by Harrow Capital failed.", "Harrow Capital", "organisation"),
        ("It was the Securities and Traders Commission.", "Securities and Traders Commission", "organisation"),
        ("They met in Ada Park and Bryce Canyon National Park.", "Bryce Canyon National Park", "place"),
        ("The firm of Graz, CA, failed.", "CA", "place"),
        ("It rained, said Maeve Haldane, the mayor.", "Maeve Haldane", "person"),
        ("Mitke Bainwold, head of the Alliance of Mill Owners, was late.", "Mitke Bainwold", "person"),
        ("It joined the Alliance of Mill Owners.", "Alliance of Mill Owners", "organisation"),
        ("Starring Emma Holm as a queen, it opens today.", "Emma Holm", "person"),
        ("It rained, said the mayor of Arlow Ana Haldane.", "Ana Haldane", "person"),
        ("The bid by J.P. Quill & Sons failed.", "J.P. Quill & Sons", "organisation"),
        ("It was the Department of Trade and Human Rights.", "Department of Trade and Human Rights", "organisation"),
        ("It was the Bank of England.", "Bank of England", "organisation"),
        ("The World Bank sent a letter.", "World Bank", "organisation"),
        ("They flew to New York on Monday.", "New York", "place"),
        ("They flew to Lyon.", "Lyon", "place"),
        ("The operator, Ridgeline Buses, did not reply.", "Ridgeline Buses", "organisation"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    assert table(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "However, the vote took place on Monday in May.",
        "Chinese and German firms grew.",
        "Critics say the plan failed. Police agree.",
        "The Prime Minister resigned.",
        "AI and TV made it worse.",
        "Suddenly, it rained.",
    ],
)
def test_no_names(text: str) -> None:
    assert table(text) == {}


def test_surname_acronym_and_short_form_join_the_full_name() -> None:
    text = (
        "Elena Petrova leads the Fair Credit Review Authority (FCRA). Petrova spoke for an hour. Acme Robotics sued "
        "the "
        "FCRA, and Acme won, Petrova said."
    )
    forms = {entity.name: set(entity.forms) for entity in name_table(article(text))}
    assert forms["Elena Petrova"] == {"Elena Petrova", "Petrova"}
    assert forms["Fair Credit Review Authority"] == {"Fair Credit Review Authority", "FCRA"}
    assert forms["Acme Robotics"] == {"Acme Robotics", "Acme"}


def test_a_knight_is_called_by_his_first_name() -> None:
    rows = table("The talks with Sir Edward Quill failed. Sir Edward left at noon, and Quill's aides stayed.")
    assert rows == {"Edward Quill": "person"}


def test_offices_split_a_run_of_capitals() -> None:
    rows = table("Supreme Court Justice Stephen Quill spoke at the Ministry of Justice on New Year's Eve.")
    assert rows["Supreme Court"] == "organisation"
    assert rows["Stephen Quill"] == "person"
    assert rows["Ministry of Justice"] == "organisation"


def test_two_people_of_one_surname_stay_two() -> None:
    rows = table("Ana Ruiz sings. Ines Ruiz plays the harp.")
    assert rows == {"Ana Ruiz": "person", "Ines Ruiz": "person"}


def test_title_case_headline_takes_names_from_the_text() -> None:
    found = article("Talks with Baronax failed, the union said.", "Big Union Leaves Talks With Baronax In Norway")
    assert [n.text for n in names(found)] == ["Baronax", "Norway", "Baronax"]


def test_possessive_is_not_part_of_the_name() -> None:
    found = article("The court heard Baronax's plea and Elena Petrova’s answer.")
    assert [n.text for n in names(found)] == ["Baronax", "Elena Petrova"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chip analyst Mei Lin said so.", "Chip analyst"),
        ("So said Mei Lin, a chip analyst at Quill Research.", "a chip analyst at Quill Research"),
        ("So said Mei Lin, 43.", "43"),
        (
            "So said Mei Lin, Quill's global politics and government outreach director.",
            "Quill's global politics and government outreach director",
        ),
        ("So said Mei Lin, who owns the shop.", "who owns the shop"),
        ("Mei Lin, who packs parcels until 10 p.m., said so.", "who packs parcels until 10 p.m."),
        ("The union's president, Mei Lin, said so.", "The union's president"),
        ("The talks with Mei Lin of Quill Research failed.", "of Quill Research"),
        ("The talks failed, President Mei Lin said.", "President"),
        ("The talks failed, Mei Lin said.", ""),
        ("The talks failed, Ms Lin said.", ""),
    ],
)
def test_roles(text: str, role: str) -> None:
    person = next(e for e in name_table(article(text)) if e.kind == "person")
    assert person.role == role


def test_a_trade_between_commas_is_a_role() -> None:
    (person,) = (e for e in name_table(article("The pitch is wet, and the turner, Ada Holm, said it was.")) if e.sure)
    assert person.role == "the turner"
    (other,) = (e for e in name_table(article("After the long vote, Ada Holm, said it was.")) if e.sure)
    assert other.role == ""


def test_every_introduction_is_known() -> None:
    found = article("The baker Lars Holm, 43, lit the oven. The court fined Holm, the owner, for it.")
    said = [found.text[i.role.start : i.role.end] for i in introductions(found)]
    assert said == ["baker", "43", "the owner"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Lumora Labs, founded in 2019 by two nurses, makes lamps.", [2019]),
        ("Founded in April 2023, Lumora Labs makes lamps.", [2023]),
        ("Lumora Labs was established by nuns in 1898.", [1898]),
        ("Lumora Labs founded a school with 2019 pupils.", []),
        ("The facts were established in court.", []),
    ],
)
def test_founding_years(text: str, years: list[int]) -> None:
    assert [f.year for f in foundings(article(text))] == years


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("baichuan", "baichaun", True),
        ("petrova", "petrovna", True),
        ("farelly", "farrelly", True),
        ("larsen", "larson", True),
        ("holm", "holm", False),
        ("austria", "australia", False),
        ("ab", "ba", True),
        ("abcd", "badc", False),
    ],
)
def test_one_letter_apart(a: str, b: str, alike: bool) -> None:
    assert one_letter_apart(a, b) is alike
    assert one_letter_apart(b, a) is alike


def test_variants_give_the_rarer_spelling() -> None:
    found = article("The firm Baronax grew. Shares of Baronxa fell, and Baronax paid. Staff of Baronax cheered.")
    (variant,) = name_variants(found)
    assert [found.text[s.start : s.end] for s in variant.rare] == ["Baronxa"]
    assert {found.text[s.start : s.end] for s in variant.usual} == {"Baronax"}
    assert variant.letters


@pytest.mark.parametrize("size", [20_000, 40_000])
def test_a_hostile_text_is_read_to_the_end(size: int) -> None:
    for piece in ("Monday ", "Chinese ", "President ", "A B ", "Mr Ab, 43, ", "Bank of "):
        assert isinstance(names(article(piece * (size // len(piece)))), tuple)


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("Lumora, based in Lyon, makes lamps. The Turin-based Lumora will hire ten people.", ["error"]),
        ("Lumora is headquartered in Arlow. From its head office in Glint, Lumora runs ten shops.", ["warning"]),
        ("Lumora, based in Lyon, makes lamps. Lumora, based in France, will hire ten people.", []),
        ("Lumora, based in Seattle, makes lamps. The Redmond-based Lumora will hire ten people.", []),
        ("Lumora, based in New York City, makes lamps. Lumora is headquartered in New York.", []),
        ("Lumora, based in Lyon, makes lamps. Lumora moved there when it was based in Turin.", []),
        ("Lumora, based in Lyon, makes lamps. Its Turin-based rival Kettle Works is older. Lumora grew.", []),
        ("The Linux-based Lumora is fast. Lumora is based in Lyon.", []),
        ("Lumora, based in Lyon, makes lamps. Lumora has its Asian headquarters in Tokyo.", []),
        ("Lumora, based in Lyon, hired Ana Ruiz, who is based in Turin. Lumora and Ruiz, based in Turin, agree.", []),
    ],
)
def test_one_firm_has_one_seat(catalog: Catalog, text: str, severities: list[str]) -> None:
    article = read_text(f"Notes from the county\n\n{text}\n", input_format="plain")
    found = lint(article, catalog, Settings({"role-conflict": "error"})).findings
    assert [f.severity for f in found] == severities


@pytest.mark.parametrize(
    ("listed", "said", "severities"),
    [
        ("president of the union", "Elena Petrova, the union's president", []),
        ("chairwoman", "Elena Petrova, the union's treasurer", ["error"]),
        ("founder", "Elena Petrova, the union's lawyer", ["warning"]),
        ("treasurer until May", "Elena Petrova, the union's chairwoman", []),
        ("43", "Elena Petrova, 47", ["error"]),
        ("43", "Elena Petrova, 43", []),
        ("treasurer", "her cousin Ines Petrova, the union's chairwoman", ["warning"]),  # she is nowhere in the text
    ],
)
def test_roles_listed_are_roles_told(catalog: Catalog, listed: str, said: str, severities: list[str]) -> None:
    front = f"---\nfacts:\n  people:\n    Elena Petrova: {listed}\n---\n\n# Vote lost\n\n"
    text = read_text(f"{front}The plan has failed, said {said}, on Monday.\n", input_format="markdown")
    found = lint(text, catalog, Settings({"facts-mismatch": "error"})).findings
    assert [f.severity for f in found] == severities


def test_addresses_are_no_spellings_of_names() -> None:
    text = "Open Kiln makes ovens. Follow @OpenKiln or go to kiln.example.org/OpenKiln/shop. Open Kiln pays well."
    assert name_variants(article(text)) == ()


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("The mayor of Arlow, Ana Ruiz, spoke. The mayor of Glint, Ana Ruiz, did not.", ["error"]),
        ("Arlow mayor Ana Ruiz spoke. It had rained, said Glint Mayor Ana Ruiz.", ["error"]),
        ("The mayor of New York, Ana Ruiz, spoke. New York City Mayor Ana Ruiz did so twice.", []),
        ("The mayor of Arlow, Ana Ruiz, spoke. Republican Mayor Ana Ruiz did so twice.", []),
        ("The mayor of Arlow, Ana Ruiz, spoke. Later Mayor Ana Ruiz did so again.", []),
        ("The mayor of Arlow, Ana Ruiz, spoke. Former Glint mayor Ana Ruiz did so twice.", []),
        ("The mayor of Lyon, Ana Ruiz, spoke. The French mayor Ana Ruiz did so twice.", []),
        ("The mayor, Ana Ruiz, spoke. It had rained, said the treasurer, Ana Ruiz.", ["error"]),
    ],
)
def test_one_office_is_of_one_place(catalog: Catalog, text: str, severities: list[str]) -> None:
    found = lint(article(text), catalog, Settings({"role-conflict": "error"})).findings
    assert [f.severity for f in found] == severities
