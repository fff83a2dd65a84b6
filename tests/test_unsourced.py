"""Claims that nobody stands behind: where the neighbours vouch, and where nobody has to."""

from __future__ import annotations

from newslint.facts.own_voice import essay
from newslint.facts.unsourced import nobody_cited, own_account, sourced_share, unsourced_claims
from newslint.formats import read_text
from sentences import article, words

_PLAIN = "The hall stands by the river. The doors are green. The roof is new. "
_CLAIM = "The merger will reshape the whole market. "


def found(body: str) -> list[tuple[str, bool]]:
    a = article(body)
    claims = unsourced_claims(a)
    return [(said, claim.sure) for said, claim in zip(words(a, claims), claims, strict=True)]


def test_work_that_lasts_until_a_date_is_on_a_timetable() -> None:
    assert found(_PLAIN + "The work is expected to continue until June. ") == []
    assert found(_PLAIN + "The work is expected to continue. ") == [("is expected to", True)]


def test_a_claim_in_copy_without_sources_is_sure() -> None:
    assert found(_PLAIN + _CLAIM) == [("will reshape", True)]


_SAID = "Lena Holm said the hall was old. Ola Berg said it was cold. Ines Roy said it was dark. "


def test_a_claim_far_from_the_sources_of_sourced_copy_is_not_sure() -> None:
    assert found(_SAID + _PLAIN + "The clock is slow. " + _CLAIM) == [("will reshape", False)]


def test_a_well_sourced_report_is_trusted() -> None:
    assert found(_SAID + _PLAIN + _CLAIM) == []


def test_a_claim_beside_a_sourced_sentence_of_well_sourced_copy_is_let_pass() -> None:
    assert found("Lena Holm said the hall was old. Critics left. " + _CLAIM + "Ola Berg said it was cold.") == []


def test_a_sourced_claim_is_none() -> None:
    assert found(_PLAIN + "The merger will reshape the market, Lena Holm said.") == []


def test_a_text_in_the_first_person_is_an_account_of_its_own() -> None:
    a = article("I went to the hall, and we liked it. You will like it too. I think my friends did. " + _CLAIM)
    assert own_account(a)
    assert unsourced_claims(a) == ()
    assert not nobody_cited(a)
    assert own_account(article("This sums up my conversation with Ola Berg. The mill has been a great success."))
    assert not own_account(article("Ana Ruiz summed up her conversation with Ola Berg. The mill has been a success."))


_FARM = """# What we know about the ropeworks

The ropeworks will close. Below we go through the dates. {}

## What we don't know

The hall stands by the river, and our bodies are mostly water.

## FAQ

**Will my rope be sent?**
Yes, rope is sent by rail.

**Can I call at my own risk?**
No, and our newsroom cannot either.

The mine is shut. We will update this page, and we've rounded up the rest.
"""


def test_the_voices_of_a_desk_and_of_its_readers_are_nobodys_own() -> None:
    desk = read_text(_FARM.format(""), path="a.md")
    assert not own_account(desk)
    assert not essay(desk)
    assert own_account(read_text(_FARM.format("We like it, I think, and we paid for our rope."), path="a.md"))
    assert own_account(read_text(_FARM.format("This guide is based on notes by the Holm Rope Guild."), path="a.md"))
    assert not own_account(read_text(_FARM.format("This guide is based on notes by experts."), path="a.md"))


def test_quotations_do_not_make_a_text_first_person() -> None:
    assert not own_account(article('"I like my hall and I like my friends, and you like yours," Holm said. ' + _PLAIN))


def test_nobody_cited() -> None:
    assert nobody_cited(article(_PLAIN))
    assert not nobody_cited(article(_PLAIN + "Lena Holm said it was cold."))
    assert not nobody_cited(article(_PLAIN + "See https://example.org/hall for more."))


def test_sourced_share() -> None:
    assert sourced_share(article("Lena Holm said it was cold. The doors are green.")) == 0.5


def test_what_a_plan_would_do_is_let_pass_in_sober_copy() -> None:
    assert found(_PLAIN + "The tool would reshape the whole market. ") == []


def test_an_essay_asks_or_says_i() -> None:
    assert not essay(article("As we move on, the way we live changes. We all ride. " + "The rain fell. " * 20))
    assert essay(article("I rang. We met, and my boat sank. " + "The rain fell on the quay. " * 20))
    assert essay(article("Why now? I ask. Who pays? " + "The rain fell on the quay. " * 20))
    assert not essay(article("Why now? Who pays? " + "The rain fell on the quay. " * 20))
    assert not essay(article("I rang. " + "The rain fell on the quay. " * 20))


def test_who_stays_in_office_and_what_led_to_what_is_asked_are_no_claims() -> None:
    assert not found(_PLAIN + "Ola Berg will continue as head of the ropeworks.")
    assert found(_PLAIN + "The law will continue to reshape the trade in rope.")
    assert not found(_PLAIN + "The county will look into the events that led to the fire.")
    assert not found(_PLAIN + "A young man threatened to burn the hall.")
    assert found(_PLAIN + "The law threatened the trade in rope.")
    assert not found(_PLAIN + "The roof was badly damaged.")
    assert found(_PLAIN + "The law damaged the trade in rope.")


def test_a_score_shows_what_a_goal_led_to() -> None:
    assert not found(_PLAIN + "Holm scored late, leading to a 3-1 win over Leith.")
    assert found(_PLAIN + "Holm cut the fee, leading to a run on the hall.")


def test_what_is_asked_or_arranged_is_no_forecast() -> None:
    assert not found("It is unclear when the vote is or if the law will reshape the trade in rope. It rained.")
    assert not found("The show is set to air in May. It rained.")
    assert not found("The yard is set to launch its third boat on 28 August. It rained.")
    assert not found("She is set to play Ines Calder of Leith. It rained.")
    assert found("She is set to play a crucial role. It rained.")
    assert not found("Holm wondered how the law will reshape the trade in rope. It rained.")
    assert not found("The mayor is expected to speak at the gate. It rained.")
    assert found("The law will reshape the trade in rope. It rained.")


def test_a_body_in_brackets_behind_a_figure_is_its_source() -> None:
    said = "The market will be worth $4.2 billion next year (Vantor Research, 2025). "
    assert found(_PLAIN + said) == []
    assert not nobody_cited(article(_PLAIN + said))
    assert not nobody_cited(article(_PLAIN + "It is worth $4.2 billion (ABC Research). "))
    for other in ("$4.2 billion of Norland Shipping (Norship)", "4.2 hours a week (Vantor)", "$4.2 billion (NSA)"):
        assert nobody_cited(article(f"{_PLAIN} It is worth {other}. "))


def test_what_shows_code_can_be_tried() -> None:
    body = "Use `fit_model()` for it.\n\nThen `x_train` holds the rest, and `n_parts = 3`.\n\n" + _PLAIN + _CLAIM
    assert unsourced_claims(read_text(f"# Report\n\n{body}\n", input_format="markdown")) == ()
    bare = body.replace("`", "")
    assert unsourced_claims(read_text(f"# Report\n\n{bare}\n", input_format="markdown")) != ()


def test_who_plays_whom_is_no_forecast() -> None:
    praise = (
        "The stunning design is a game changer. It is a testament to world-class work. Experts say that nobody will "
        "forget the groundbreaking launch. Its remarkable rise is a true milestone for the whole industry. "
    )

    def claims(last: str) -> list[str]:
        a = article(praise + last)
        return words(a, [claim for claim in unsourced_claims(a) if claim.trigger == "forecast"])

    assert claims("Berg is set to face Ines Roy in the last round.") == []
    assert claims("Berg is set to face huge trouble.") == ["is set to"]
