"""Who says what, on whose authority, and which sentences somebody stands behind."""

from __future__ import annotations

import time

import pytest

from newslint.article import Article
from newslint.facts.attribution import Attribution, attributions, sourced_sentences, vouched_sentences
from newslint.facts.sources import sources
from newslint.formats import read_text
from sentences import article, reported, words


def first(body: str) -> tuple[Article, Attribution]:
    a = article(body)
    return a, attributions(a)[0]


@pytest.mark.parametrize(
    ("body", "source", "source_class"),
    [
        ("Lena Holm said the bridge was safe.", "Lena Holm", "person"),
        ("The bridge was safe, Lena Holm said.", "Lena Holm", "person"),
        ("The bridge was safe, said Lena Holm, the mayor.", "Lena Holm", "person"),
        ("Lena Holm, the mayor of Graz, said the bridge was safe.", "Lena Holm", "person"),
        ("The manager, Lena Holm, said some bridges were safe.", "Lena Holm", "person"),
        ("A poll of 1,300 bosses suggests that trade is slow.", "A poll of 1,300 bosses", "generic"),
        ('"It is safe," Lena Holm, of the Berg Institute in Graz, tells Axion.', "Lena Holm", "person"),
        ("Lena Holm, however, warned that it was not.", "Lena Holm", "person"),
        ("Lena Holm, who lives there, said she would move.", "Lena Holm", "person"),
        ("The operator, Ridgeline Buses, said it was safe.", "Ridgeline Buses", "organisation"),
        ("Lena Holm, who lives there, points out that it was not.", "Lena Holm", "person"),
        ("Holm Crown Court heard that it was safe.", "Holm Crown Court", "organisation"),
        ("The jury learned that it was safe.", None, "organisation"),
        ("It was safe, Holm Crown Court was told.", "Holm Crown Court", "organisation"),
        ("Lena Holm went on to explain that it was safe.", "Lena Holm", "person"),
        ("The council, which owns Ridgeline Buses, said it was safe.", "The council", "organisation"),
        ('"It is safe," said she.', "she", "none"),
        ("The bridge is safe, according to the Transport Ministry.", "the Transport Ministry", "organisation"),
        ("Police said the driver fled.", "Police", "organisation"),
        ("A spokesman for Berg Bank said it would pay.", "A spokesman for Berg Bank", "organisation"),
        ("Analysts at Berg Bank said it would pay.", "Analysts at Berg Bank", "organisation"),
        ("The plan was criticised by Lena Holm of the tenants' union.", None, "person"),
        ("Two people briefed on the talks said a deal was close.", None, "anonymous"),
        ("Experts say the bridge will fall.", "Experts", "generic"),
        ("According to his lawyers, he is ill.", "his lawyers", "organisation"),
        ("Many believe that the bridge will fall.", "Many", "generic"),
        ("Observers from the Norva Union said the vote was calm.", "Observers from the Norva Union", "organisation"),
        ("Observers said the vote was calm.", "Observers", "generic"),
        ("Results of the electoral office show that few came.", "Results of the electoral office", "organisation"),
        ("A court fined the ferry operator Nordlys on Monday, saying that a door was open.", "A court", "organisation"),
        ("Loans tripled, according to a survey that Norva Books published in May.", "a survey", "organisation"),
        ("Kupari Loop, a firm in Graz, has raised a loan, it said.", "it", "organisation"),
        ("Studies show that bridges fall.", "Studies", "generic"),
        ("Ana Ruiz fought for a new roof, insisting that it was safe.", "Ana Ruiz", "person"),
        ("The Graz Bridge Union weighed in, saying that it was safe.", "Graz Bridge Union", "organisation"),
        ("It is closed, like some engineers feared.", "some engineers", "generic"),
        ("Clubs in other towns - Some fans said yes.", "Some fans", "generic"),
        ("Some Norvans complained that it was cold.", "Some Norvans", "generic"),
        ("Ports: Industrial firms said that it would fall.", "Industrial firms", "generic"),
        ("It is believed that the bridge will fall.", None, "none"),
        ("The bridge reportedly fell.", None, "none"),
    ],
)
def test_source_and_class(body: str, source: str | None, source_class: str) -> None:
    a, found = first(body)
    assert found.source_class == source_class
    if source is not None:
        assert found.source is not None and words(a, [found.source]) == [source]


@pytest.mark.parametrize(
    "body",
    [
        "The United States and the Islamic State signed nothing.",
        "The report on claims for damage was long.",
        "The plans were large and the hopes were small.",
        "They went to the bank to find a safe.",
        "A picture holds 784 data points.",
        "The crowd heard that the bridge was safe, and Lena Holm learned to swim.",
        "The state of the bridge was poor.",
        "Thanks to the rain, the river rose.",
        "Brightloom raised the money from well-known investors.",
        "The minister's much-criticised plan was dropped.",
        "Berg Bank, once hailed as a model, has lost its head.",
        "Graz has scored most, credited to Lena Holm's strong knees.",
        "As Berg Bank nears its third year under Lena Holm, calls for a new law are growing louder.",
    ],
)
def test_nouns_and_plain_deeds_are_no_cues(body: str) -> None:
    assert attributions(article(body)) == ()


@pytest.mark.parametrize(
    "body",
    [
        "Ola Berg backs his van up to the door.", "The pupils cannot tell which is which.",
        "A new agency would add a layer of cost.", "The crew was observing another ship.",
    ],
)  # fmt: skip
def test_what_is_done_or_seen_is_not_said(body: str) -> None:
    assert not attributions(article(body))


def test_words_inside_quotations_are_no_cues_of_the_writer() -> None:
    a = article('"Experts say it and I deny it," Lena Holm told the council.')
    assert {found.source_class for found in attributions(a)} == {"person"}


def test_a_pronoun_stands_for_whoever_was_named() -> None:
    a = article("Lena Holm runs the yard. She said it was full.")
    assert attributions(a)[0].source_class == "person"


def test_a_pronoun_without_anybody_before_it_is_nobody() -> None:
    assert attributions(article("He said it was full."))[0].source_class == "none"


def test_every_sentence_of_a_quotation_is_attributed() -> None:
    a = article('"We won. We lost none. We go home," Lena Holm said.')
    assert {found.sentence for found in attributions(a)} == set(range(len(a.sentences)))


def test_carry_over_lasts_two_sentences_of_a_paragraph() -> None:
    a = article(
        "Lena Holm said the yard was full. She has nine boats. They are blue. They are old.\n\n"
        "She lives in Graz. It is far."
    )
    assert sorted(sourced_sentences(a)) == [0, 1, 2]
    assert sourced_sentences(a)[1].carried


def test_a_list_is_told_by_whoever_leads_it_in() -> None:
    text = "# Bridge\n\nLena Holm said two things{}\n\n- The bridge is old.\n- It is dear. It leaks.\n\nIt rains.\n"
    led = read_text(text.format(":"), path="x.md")
    told = words(led, [led.sentences[i] for i in sorted(sourced_sentences(led))])
    assert told == ["Lena Holm said two things:", "The bridge is old.", "It is dear.", "It leaks."]
    assert len(sourced_sentences(read_text(text.format("."), path="x.md"))) == 1


def test_carry_over_stops_at_a_new_subject() -> None:
    a = article("Lena Holm said the yard was full. Rents rose in the whole town. She has nine boats.")
    assert sorted(sourced_sentences(a)) == [0]


def test_what_is_read_out_of_a_speech_is_the_writers() -> None:
    told = "Lena Holm said the yard was full. {} busier."
    for goes_on in ("This is", "These will be", "It is"):
        assert sorted(sourced_sentences(article(told.format(goes_on)))) == [0, 1]
    for reads in ("This makes the town", "This boom leaves the town", "Such growth has made the town"):
        assert sorted(sourced_sentences(article(told.format(reads)))) == [0]


def test_who_remains_well_regarded_regards_nobody() -> None:
    assert sourced_sentences(article("Lena Holm remains highly regarded for her plan.")) == {}


def test_groups_and_nobody_source_nothing() -> None:
    assert sourced_sentences(article("Experts say so. It is widely believed. Some critics have questioned it.")) == {}


def test_the_next_sentence_may_name_the_source() -> None:
    a = article("Critics object to the plan. Lena Holm of the union said it doubled the rent. The hall is new.")
    assert sorted(vouched_sentences(a)) == [0, 1]


def test_sources_are_joined_by_name_and_pronoun() -> None:
    a = article(
        "Lena Holm, head of the yard, said it was full. She added that it would grow.\n\n"
        "Holm denied that anybody was leaving. Experts say otherwise."
    )
    assert [(s.name, s.source_class, len(s.mentions)) for s in sources(a)] == [
        ("Lena Holm", "person", 3),
        ("Experts", "generic", 1),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "said ",
        "x, y said, ",
        "Xa Yb of the said that Ana ",
        '"a b c d" said b. ',
        "according to the ",
        "the poll said ",
    ],
)
def test_hostile_copy_costs_no_more_than_other_copy(piece: str) -> None:
    a = article(piece * (300_000 // len(piece)))
    a.words  # noqa: B018 - worked out before the clock starts
    a.sentences  # noqa: B018
    started = time.process_time()
    sources(a)
    sourced_sentences(a)
    assert time.process_time() - started < 5


def test_things_are_no_sources() -> None:
    a = article("The incident highlights the need for reform. The plan calls for a wall.")
    assert sourced_sentences(a) == {}
    assert sources(a) == ()


@pytest.mark.parametrize(
    ("body", "source_class"),
    [
        ("In a survey by Berg Bank, half of them agreed.", "organisation"),
        ("Rents rose by 9%, Labor Bureau data show.", "organisation"),
        ("Vantor puts the market at $4 billion.", "organisation"),
        ("The mill owed $9 million, court filings show.", "organisation"),
        ("The mill owed $9 million, its latest annual report shows.", "organisation"),
        ("The mill lost $9 million, accounts just filed with the register show.", "organisation"),
        ("The mill lost $9 million, accounts just filed with the register also show.", "organisation"),
        ("The mill lost $9 million, records that its owner kept show.", "organisation"),
        ("The mill sells yarn, data cables and a seat at the show.", None),
        ("The mill was shut in May, per court records.", "organisation"),
        ("The mill was shut in May, per police.", "organisation"),
        ("The mill sells yarn at $9, per metre.", None),
        ("Work on AI research goes on in Graz.", None),
        ("A decision by Berg Bank is due.", None),
    ],
)
def test_papers_and_figures_have_owners(body: str, source_class: str | None) -> None:
    known = sourced_sentences(article(body))
    assert (known[0].source_class if known else None) == source_class


def test_a_statement_from_the_head_of_a_body_told_of_before_is_the_bodys() -> None:
    known = sourced_sentences(article("Vantor said it was sad. A statement from the firm's owner said trade was slow."))
    assert known[1].source_class == "organisation"


@pytest.mark.parametrize(
    ("body", "sourced"),
    [
        ("Norva believes sales will rise.", True),
        ("No Norva union claimed responsibility.", False),
        ("Sales of the pump have been slower than Norva believed.", False),
        ("The trade may not be as fast as the Norva board had thought.", False),
        ("Most tenants of Norva can expect their rents to rise.", False),
        ("The trend, supported by Norva, is changing the trade.", False),
        ("The plan was opposed by Norva.", True),
        ("Norva maintains its lead in the trade.", False),
        ("Norva maintains that it leads the trade.", True),
        ("Ada Brandt maintained her innocence.", True),
        ("The results at Norva are promising, and rents are low.", False),
        ("Ada Brandt of Norva is promising to cut rents.", True),
    ],
)
def test_what_stands_beside_a_name_is_not_always_its_word(body: str, sourced: bool) -> None:
    assert bool(sourced_sentences(article(body))) == sourced


def test_a_link_or_a_footnote_stands_behind_its_sentence_alone() -> None:
    a = read_text(
        "# Report\n\nRents rose [by 9%](https://example.org/rents). It was the most for years.\n\nWages fell.[3]\n",
        input_format="markdown",
    )
    assert sorted(sourced_sentences(a)) == [0, 2]


def test_a_source_wrapped_over_two_lines_is_one_line() -> None:
    lines = "The sum is in a filing\nwith the commercial register, a filing\nwith the register shows.\n"
    text = f"Report of the day\n\n{lines}"
    assert all("\n" not in source.name for source in sources(read_text(text)))


def test_the_capital_of_a_sentence_makes_no_name_of_a_group() -> None:
    a = article("Human Watch is new. Human rights groups said it was late.")
    assert attributions(a)[-1].source_class == "generic"


def test_what_somebody_may_yet_think_is_not_said() -> None:
    assert sourced_sentences(article("Lena Holm will consider the offer in May.")) == {}


@pytest.mark.parametrize(
    ("verb", "severity"), [("said", "info"), ("argue", "warning"), ("claim", "warning"), ("say", "warning")]
)
def test_an_opinion_of_nobody_is_no_lapse_of_a_well_sourced_report(verb: str, severity: str) -> None:
    said = "".join(f"{who} of the Berg Clinic said it was {how}.\n\n" for who, how in (
        ("Lena Holm", "old"), ("Ola Lund", "loud"), ("Karl Weiss", "dear"), ("Mira Stein", "weak"),
    ))  # fmt: skip
    a = article(f"{said}The plan is late, and critics {verb} it is too dear.")
    assert [f.severity for f in reported(a, "vague-attribution", alone=True)] == [severity]


def test_those_who_hold_a_view_count_in_copy_full_of_flaws() -> None:
    flaws = "Experts say demand is growing. Analysts warn of a fall. Many believe that it will rain. "
    a = article(f"{flaws}It pleases critics who see it as a threat. He may go, with surveys suggesting it.")
    found = reported(a, "vague-attribution", "unnamed-study", alone=True)
    assert [f.excerpt for f in found[3:]] == ["critics who see", "surveys suggesting"]
