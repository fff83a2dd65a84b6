"""Sources that nobody can ring up: which of them count, in copy full of other flaws and anywhere."""

from __future__ import annotations

import pytest

from newslint.facts.answerable import excuse
from newslint.facts.attribution import attributions, sourced_sentences
from sentences import DOUBTED, article, blamed

_RULES = ("agentless-attribution", "unnamed-study", "vague-attribution")


def found(text: str, tested: str) -> list[str]:
    """What the rules on vague sources say of the last sentences, in a report that has the text and nothing else."""
    return blamed(article(text + tested), *_RULES, tested=tested)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ada Brandt, the mate, said that it was late. It is seen as a blow to the port.", ["is seen as"]),
        ('"We are glad to sail," said Ada Brandt. This has sparked a debate in the town.', ["sparked a debate"]),
        ("Ada Brandt said that it is seen as a blow to the port.", []),
        ("The move is seen as a sign of intent from Holm Ferries.", ["is seen as"]),
        ("Scientists have discovered that eels follow the ferry.", ["Scientists have discovered"]),
        ("Scientists have discovered a body.", []),
        ("The ferry was late, with residents linking it to a strike.", ["residents linking"]),
        ("The ferry was renowned for its lounge.", ["was renowned for"]),
        ("Port members are now urging the town to act.", ["Port members are now urging"]),
        ("The main Danish party groups have expressed doubt.", ["The main Danish party groups have expressed"]),
        ("Opposition groups fear that the ferry could sink.", ["Opposition groups fear"]),
        ("Holm Ferries, once hailed as a marvel, lost $3 million.", ["once hailed as"]),
    ],
)  # fmt: skip
def test_in_copy_full_of_flaws(sentence: str, expected: list[str]) -> None:
    assert found(DOUBTED, sentence) == expected


def test_a_sober_report_goes_on_with_what_somebody_said() -> None:
    assert found("", "Ada Brandt, the mate, said that it was late. It is seen as a blow to the port.") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Reports suggest that it may sink. The council said that it has a study of it.", ["Reports suggest"]),
        ("Police came after reports of a man found in the dock. Ada Brandt told the council of a study.", []),
        ("An initial assessment suggests that it may sink.", ["An initial assessment suggests"]),
        ("Speculation suggests that it may sink.", ["Speculation suggests"]),
        ("Recent reports have suggested that it may sink.", ["Recent reports have suggested"]),
        ("Many believe that he threatened to sink it.", ["Many believe"]),
        ("The ferry is acknowledged to be late.", ["is acknowledged to"]),
        ("They have long been associated with theft.", ["have long been associated with"]),
        ("Concerns were raised when it left.", ["Concerns were raised"]),
        ("There has been continued speculation about its sale.", ["There has been continued speculation about"]),
        ("The storm prompted demands for a new ferry.", ["prompted demands"]),
        ("The mate and the cook, both believed to be Danes, left.", ["believed to"]),
        ("In May it was also noted that the ferry leaks.", ["it was also noted that"]),
        ("It was learned that Ada Brandt had said so to the crew.", ["It was learned that"]),
        ("It was learned that the ferry leaks, Ada Brandt said.", []),
        ("In the note of the two unions it is stated that the ferry leaks.", []),
        ("According to what was conveyed, it may sink.", ["According to what was conveyed"]),
        ("As per the rumours, it may sink.", ["As per the rumours"]),
        ("According to claims in the lawsuit, it may sink.", []),
        ("Experts point out that it may sink.", ["Experts point"]),
        ("It became known that it may sink.", ["It became known that"]),
        ("According to preliminary information, it hit a rock.", ["According to preliminary information"]),
        ("According to preliminary information from the port, it hit a rock.", []),
        ("There is information that it hit a rock.", ["There is information that"]),
        ("It is claimed that Ada Brandt had said so to the crew.", ["It is claimed that"]),
        ("Ada Brandt, the mate, said that it leaks. It is claimed that it may sink.", ["It is claimed that"]),
        ("According to the most accepted theory, it hit a rock.", ["According to the most accepted theory"]),
        ("In poll after poll, people want a ferry.", ["poll after poll"]),
        ("Estimates of its age range from 30 to 90 years.", ["Estimates of its age range from"]),
        ("The results were described as very positive.", ["were described as very positive"]),
        ("The mate was described as tall, white and about 30 years old.", []),
        ("The ferry is being termed as a marvel.", ["is being termed as"]),
        ("Ada Brandt told a newspaper that it leaks.", ["told a newspaper"]),
        ("Ada Brandt told a Danish daily, Tide Watch, that it leaks.", []),
        ("Other reports do not give the name of the mate.", ["Other reports do not give"]),
        ("According to a survey, most Danes favour the ferry.", ["According to a survey"]),
        ("The concerned ministry has stated that it may sink.", ["The concerned ministry has stated"]),
        ("Those against argued that it may sink.", ["Those against argued"]),
        ("Critics say it may sink. Ada Brandt of Holm Ferries denied that it leaks.", ["Critics say"]),
        ("Critics say it may sink. Ada Brandt of Holm Ferries wrote that it leaks.", []),
        ("The unions called him “the Goat”, and he is called “the Ox” by his critics.", []),
        ("The rule obliges doctors to report suspected cases.", []),
    ],
)
def test_in_any_report(sentence: str, expected: list[str]) -> None:
    assert found("The council met on Monday. ", sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "sourced"),
    [
        ("Ada Brandt, once considered the best, sold the ferry.", False),
        ("The port isn't considered safe.", False),
        ("Ada Brandt and the cook, both believed to be Danes, left.", False),
        ("Ada Brandt considered the port safe.", True),
    ],
)
def test_of_whom_something_is_believed_believes_nothing(sentence: str, sourced: bool) -> None:
    assert bool(sourced_sentences(article(sentence))) == sourced


@pytest.mark.parametrize(
    ("source", "source_class"),
    [
        ("Danish unions", "generic"),
        ("The largest unions", "generic"),
        ("The main Danish unions", "generic"),
        ("The unions", "organisation"),
        ("Holm unions", "organisation"),
        ("Speculation", "generic"),
    ],
)
def test_groups_that_nothing_names(source: str, source_class: str) -> None:
    a = article(f"The ferry of Holm Ferries sank. {source} warned that it was old.")
    assert attributions(a)[-1].source_class == source_class


def test_figures_of_an_agency_are_no_people() -> None:
    assert not found("", "The bus carried 3,100 people a day in the first half of the year, agency figures show.")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Experts said that it may sink.", ""),
        ("Police officials said that the dock is shut.", "authorities"),
        ("A court fined him. Officials said that he paid.", "authorities"),
        ("Court officers said that he left.", "an office"),
        ("212 users said that it leaks.", "a figure"),
        ("Both firms said that the pump fails.", "both"),
        ("Two thirds, 66%, want a ferry. Most said that they would pay.", "asked"),
        ("Ada Brandt wrote to the crews. Most said that they would pay.", ""),
        ("Researchers said that eels sleep. A team of researchers at Holm University watched them.", "named below"),
        ("Two divers found a bell. The divers said that it rang.", "told of"),
        ("Two divers found a bell. Divers said that it rang.", ""),
    ],
)
def test_why_a_crowd_is_excused(text: str, reason: str) -> None:
    told = article(text)
    assert excuse(told, attributions(told)[-1]) == reason
