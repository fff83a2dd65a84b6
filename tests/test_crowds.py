"""Nobody in particular: moods of crowds, verdicts in the passive, and who is no source."""

from __future__ import annotations

import pytest

from conftest import rules
from newslint.facts import phrases
from newslint.facts.attribution import attributions, sourced_sentences
from newslint.facts.crowd_views import crowd_views
from newslint.facts.crowds import crowd_moods, crowd_reactions
from newslint.facts.responses import crowd_responses, judged_by_nobody
from newslint.facts.unsourced import voices
from sentences import DOUBTED, article, blamed, reported, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Consumer groups, however, remain critical of the tariff.", ["Consumer groups, however, remain critical"]),
        ("Fans of chess in the north are already very eager.", ["Fans of chess in the north are already very eager"]),
        ("The community is hopeful that the mill will reopen.", ["community is hopeful"]),
        ("Stakeholders on both sides will be watching.", ["Stakeholders on both sides will be watching"]),
        ("Commuters are pretty frustrated.", ["Commuters are pretty frustrated"]),
        ("Thousands of fans are eager to see it.", []),
        ("More than 90% of companies are optimistic.", []),
        ("His students are worried about the exam.", []),
        ("The old Berg Bank analysts are confident.", []),
        ("Whenever users are confused, they ring the desk.", []),
        ("Companies like Norva would be happy to pay.", []),
    ],
)  # fmt: skip
def test_moods_of_crowds(text: str, found: list[str]) -> None:
    a = article(text)
    assert words(a, crowd_moods(a)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Experts evaluate that the vase is a copy.", ["Experts evaluate that"]),
        ("Some scholars had defended that the vase is a copy.", ["scholars had defended that"]),
        ("Observers are of the opinion that it will fail.", ["Observers are of the opinion"]),
        ("Officials called attention to the queue.", ["Officials called attention to"]),
        ("Residents have mixed feelings about the bridge.", ["Residents have mixed feelings"]),
        ("Analysts have offered very different views.", ["Analysts have offered very different views"]),
        ("Lobby groups received the news with great relief.", ["groups received the news with great relief"]),
        ("Market researchers put the trade at above $50 billion.", ["researchers put the trade at"]),
        ("Privacy advocates have also asked where it goes.", ["advocates have also asked where"]),
        ("Several contributors asked what it costs.", []),
        ("Others in the room are not put at risk.", []),
        ("Workers value that pump.", []),
        ("Analysts at Berg Bank drew attention to the sum.", []),
        ("Critics, who drew attention to the sum, left.", []),
        ("Residents received the parcel with the keys.", []),
        ("Experts gave a talk on bees.", []),
    ],
)  # fmt: skip
def test_views_of_crowds(text: str, found: list[str]) -> None:
    a = article(text)
    assert words(a, crowd_views(a)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Supporters have reacted with joy.", ["Supporters have reacted"]),
        ("Several clubs across Europe have been monitoring him.", ["Several clubs across Europe have been monitoring"]),
        ("Families of the victims expressed relief.", ["Families of the victims expressed"]),
        ("The fee rose, with some questioning its worth.", ["some questioning"]),
        ("Fans have been quick to embrace it.", ["Fans have been quick to embrace"]),
        ("Stocks fell as investors weighed the vote.", ["investors weighed"]),
        ("Residents should embrace it.", []),
        ("The public says no.", ["The public says"]),
        ("Landlords, for their part, say it is dear.", ["Landlords, for their part, say"]),
        ("Residents, once wary, have come to embrace it.", ["Residents, once wary, have come to embrace"]),
        ("Opposition groups are sceptical of the truce.", ["Opposition groups are sceptical"]),
        ("Residents, led by Ada Brandt, have embraced it.", []),
        ("Residents, who met in May, have embraced it.", []),
        ("The players praised him.", []),
        ("Two players praised him.", []),
        ("Analysts at Berg Bank expect a rise.", []),
        ("Norva supporters praised him.", ["Norva supporters praised"]),
        ("The old Norva analysts praised him.", []),
        ("Twelve men were accused of fraud.", []),
        ("The firm lost its market share.", []),
        ("It quoted media reports.", []),
        ("The pressure that women face is great.", []),
        ("Voters who met him in May praised the plan.", []),
        ("She spoke for the nurses. Praised by all, it came home.", []),
        ("Residents were told to leave.", []),
        ("Many users press the button.", []),
    ],
)
def test_reactions_of_crowds(text: str, found: list[str]) -> None:
    a = article(text)
    assert words(a, crowd_reactions(a)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plan drew praise from local residents.", ["praise from local residents"]),
        ("The song was applauded by many of the guests.", ["applauded by many"]),
        ("The fee caused concern among Norva drivers.", ["concern among Norva drivers"]),
        ("The delay left commuters in the north angry.", ["left commuters in the north angry"]),
        ("The closure has angered shopkeepers.", ["angered shopkeepers"]),
        ("The show mesmerised audiences.", ["mesmerised audiences"]),
        ("He shocked his colleagues.", ["shocked his colleagues"]),
        ("The thieves fled, shocking residents.", ["shocking residents"]),
        ("The host was shocked by his colleagues.", []),
        ("The host met shocked residents.", []),
        ("The host thanked the mesmerised audiences.", []),
        ("It came as a shock to the community.", ["shock to the community"]),
        ("They calmed angry shopkeepers.", []),
        ("The plan drew praise from officials in Holm.", []),
        ("The plan drew praise from Berg Bank analysts.", []),
        ("The plan drew praise from three residents.", []),
        ("It left the opposition reeling.", []),
        ("The delay left commuters with tickets.", []),
    ],
)
def test_crowds_behind_the_verb(text: str, found: list[str]) -> None:
    a = article(text)
    assert words(a, crowd_responses(a)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The waves at the beach were deemed inconsistent.", ["were deemed"]),
        ("Her plays have been highly acclaimed.", ["been highly acclaimed"]),
        ("He has previously been criticised for it.", ["been criticised"]),
        ("High tides were blamed for the fall.", ["were blamed for"]),
        ("The play was praised by Ola Berg of the Holm Post.", []),
        ("Acclaimed in Paris, it came home.", []),
    ],
)
def test_verdicts_without_a_judge(text: str, found: list[str]) -> None:
    a = article(text)
    assert words(a, judged_by_nobody(a)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Norva shares saw a rise of 3%.",
        "The council might oppose the hunt of seals.",
        "Critics of Holm Bank say the fees are too high.",
        "Ola Berg spoke first. Its supporters argue that it heals.",
        "Local residents have expressed shock.",
        "A survey of several AI recipes revealed much the same.",
        "The tool, often referred to as Holmbot, sorts the post.",
        "Ola has put that behind her.",
    ],
)
def test_nobody_stands_behind_it(text: str) -> None:
    a = article(text)
    last = len(a.sentences) - 1
    assert last not in sourced_sentences(a)


@pytest.mark.parametrize(
    "text",
    [
        "Norva sees the plant as a risk.",
        "The council opposed the hunt of seals.",
        "Two residents described the blast.",
        "Ada Brandt referred to the mill.",
        "Vantor puts the market at $4bn.",
    ],
)
def test_somebody_stands_behind_it(text: str) -> None:
    a = article(text)
    assert 0 in sourced_sentences(a)


@pytest.mark.parametrize(
    "text",
    [
        "The vessel had long been thought not to exist.",
        "It was determined that the pump had failed.",
        "The sector is earmarked as a key field.",
        "The fall has prompted calls for a cut.",
        "The survey was conducted by a leading consultancy firm.",
        "The drop can be attributed to the rain.",
        "The firm, whose name remains undisclosed, is old.",
        "Holm is known as a paradise for divers.",
        "It came as a shock to many.",
        "Reports have it that he left.",
        "The move is seen as a statement of intent from Norva.",
    ],
)
def test_nobody_holds_it(text: str) -> None:
    assert phrases(article(text), "agentless")


@pytest.mark.parametrize(
    "text",
    ["Holm is known as a borough.", "The survey was conducted by a firm called Norva.", "It was called a fall."],
)
def test_somebody_or_nothing_holds_it(text: str) -> None:
    assert not phrases(article(text), "agentless")


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ('"It works," explained a Norva Research representative.', ["doubtful"]),
        ("A spokesman said it would rain.", ["doubtful"]),
        ("A spokesman for Norva said it would rain.", []),
        ("A council spokeswoman said it would rain.", []),
        ('Ola Berg said it was good. Another added: "It is a fine old song."', ["doubtful"]),
        ('"It is a fine time to sell," said one local agent.', [None]),
        ("Then a user describes what it should do.", []),
        ("Norva spokesman Ola Berg said it would rain.", []),
    ],
)
def test_nameless_spokesmen(text: str, levels: list[str | None]) -> None:
    rule = rules().rules["anonymous-source"]
    assert [hit.severity for hit in rule.check(article(text))] == levels


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plant is expected to boost growth (Berg Bank).", 0),
        ("The plant is expected to boost growth.", 1),
        ("He is widely seen as a pioneer (Berg Bank, 2024).", 0),
        ("He is widely seen as a pioneer of the Holm Port Authority (HPA).", 1),
    ],
)
def test_a_source_in_brackets(text: str, found: int) -> None:
    rule = rules().rules["agentless-attribution"]
    assert len(list(rule.check(article(text)))) == found


def test_they_who_were_critics_stay_critics() -> None:
    a = article("According to critics, the refusal by the union hurts patients. They argue that it is greed.")
    assert [x.source_class for x in attributions(a) if x.head in ("critics", "they")] == ["generic", "generic"]


def test_voices_are_counted_once() -> None:
    a = article("Ola Berg said it was late. Berg said it was dear. The Holm Post reported it. Analysts said so too.")
    assert voices(a) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Norva's success highlights that thrift pays.",
        "The partnership with Norva suggests a sense of purpose.",
        "Her rise met player demand for speed.",
        "Ada Brandt took the lead, claiming three wickets in an hour.",
        "Ada Brandt came second, highlighting the rise of the coast.",
        "Norva's planned mill on the coast is large.",
        "The valley, which has seen a surge in visitors, is full.",
        "Ada Brandt reportedly expressed confidence in the plan.",
        "Norva backed out of the plan in May.",
    ],
)
def test_what_things_do_is_nobody_s_word(text: str) -> None:
    assert not sourced_sentences(article(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt spoke of the coast, saying the mill would close.",
        "Pools, 40, had a boat on the river. Pools said he felt good.",
        "The poll by the journal Tide Watch was large. Half had a boat, the poll says.",
        "The valley lost two mills, a new poll for the Holm Post suggests.",
    ],
)
def test_what_somebody_still_stands_behind(text: str) -> None:
    assert sourced_sentences(article(text))


def test_like_is_no_part_of_likely() -> None:
    a = article("Port experts say the fees are likely to rise.")
    assert len(reported(a, "vague-attribution", alone=True)) == 1


def test_they_who_were_never_named() -> None:
    gush = "The launch is a game changer for the industry. The future looks bright. It is a testament to the town. "
    a = article(gush, "Experts say demand is growing. They argue that the mill must close.")
    assert [f.excerpt for f in reported(a, "vague-attribution")] == ["Experts say", "They argue"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The sums, compiled by a research firm, are high.", ["compiled by a research firm"]),
        ("They were published last week in a leading journal.", ["published last week in a leading journal"]),
        ("They were published in a journal, Tide Watch.", []),
        ("One theory holds that the pump failed.", ["One theory holds"]),
    ],
)
def test_in_doubted_copy_nameless_bodies_are_asked_for(sentence: str, found: list[str]) -> None:
    for before, expected in ((DOUBTED, found), ("The council met on Monday. ", [])):
        assert blamed(article(before + sentence), "agentless-attribution", tested=sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("According to eyewitnesses, the ferry ran aground.", ["According to eyewitnesses"]),
        ("Colleagues argue that the mate meant well.", ["Colleagues argue"]),
        ("Colleagues, including Ada Brandt, argue that the mate meant well.", []),
        ("Her colleagues at Norva sold the ferry.", []),
        ("Islanders learned of the plan by email.", []),
    ],
)
def test_in_doubted_copy_people_of_any_kind_are_a_vague_source(sentence: str, found: list[str]) -> None:
    for before, expected in ((DOUBTED, found), ("The council met on Monday. ", [])):
        assert blamed(article(before + sentence), "vague-attribution", tested=sentence) == expected


WALL = """Norva will rebuild its wall, Mayor Ana Ruiz said.

The work costs 4 million euros, according to the Norva council. The harbour office has closed two piers.

{who} say the sea will rise by a metre.

The wall was built in 1924. Ola Berg, {role}, said that it had cracks. The storm took the roof of the fish hall.

The fishers land 1,200 tonnes a year, Berg said. They sell from a tent in Dock Street.
"""


@pytest.mark.parametrize(
    ("who", "role", "severity"),
    [
        ("Experts", "who runs the ferry", "warning"),
        ("Marine biologists", "who runs the ferry", "warning"),
        ("Diplomats", "who runs the ferry", "warning"),
        ("Experts", "an engineer at Holm University", "info"),
        ("Officials", "who runs the ferry", "info"),  # the mayor is one
        ("Critics", "who runs the ferry", "warning"),
        ("Dockers' groups", "who runs the ferry", "warning"),
        ("Dockers' groups", "a docker of the Norva Federation", "info"),
    ],
)
def test_crowds_whose_trade_somebody_named_stands_for(who: str, role: str, severity: str) -> None:
    findings = reported(article(WALL.format(who=who, role=role)), "vague-attribution")
    assert [(f.severity, f.excerpt) for f in findings] == [(severity, f"{who} say")]
