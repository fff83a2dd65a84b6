"""What the wording rules (hype, loaded, stock) look at round the words: support, place in the sentence, counts."""

from __future__ import annotations

import time

import pytest

from newslint.article import Article
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text
from newslint.text.backtracking import longest


def article(body: str) -> Article:
    return read_text(f"Report of the day\n\n{body}\n", path="a.txt")


def found(catalog: Catalog, rule: str, body: str) -> list[Finding]:
    severity = catalog.rules[rule].severity
    return list(lint(article(body), catalog, Settings({rule: severity})).findings)


def words(findings: list[Finding]) -> list[str]:
    return [f.excerpt for f in findings]


FILLER = "The council met on Monday and the clerk read the minutes. "


# -- superlatives and firsts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ("Brightline is the world's most advanced maker of pumps.", True),
        ("Brightline is the world's most advanced maker of pumps, said Ola Brandt, who runs the trade body.", False),
        ("It is the largest brewery in the world.", True),
        ("It was the largest brewery in the world by volume in 2024.", False),
        ("Brightline raised $300 million; it has the most innovative pumps of all.", True),
        ("He did his best to help.", False),
        ("The largest room seats 40.", False),
        ("Norland is the world's third-largest grower of tea.", False),
        ("It was the most exciting match of the season.", False),
    ],
)
def test_a_superlative_wants_measure_or_source(catalog: Catalog, body: str, reported: bool) -> None:
    assert bool(found(catalog, "unsupported-superlative", body)) is reported


def test_a_measurable_rank_is_advice_and_praise_a_warning(catalog: Catalog) -> None:
    rank, praise = found(
        catalog,
        "unsupported-superlative",
        9 * FILLER + "It has the longest pier in the world. The hall is the most impressive of all.",
    )
    assert (rank.severity, praise.severity) == ("info", "warning")


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ("It was an unprecedented step.", True),
        ("It was the first step of its kind since 2011.", False),
        ("Oil hit a record high of $147 a barrel.", False),
        ("The firm cut prices for the first time in nine years.", False),
        ("The society bought a historic house.", False),
    ],
)
def test_a_first_wants_its_bounds(catalog: Catalog, body: str, reported: bool) -> None:
    assert bool(found(catalog, "unsupported-first", body)) is reported


# -- conditions of lexicon entries -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("hype-adjective", "The firm has 4 million outstanding shares."),
        ("hype-adjective", "Holders called an extraordinary general meeting."),
        ("hype-adjective", "The bank took exceptional charges of 3 million."),
        ("loaded-label", "The tax regime changes in April."),
        ("loaded-label", "A court found that he murdered the guard."),
        ("stock-phrase", "The yacht had smooth sailing past the harbour."),
        ("importance-inflation", "The river reached its watershed moment in the flood."),
        ("promotional-language", "Yahoo! sold its office."),
    ],
)
def test_technical_and_literal_senses_are_left_alone(catalog: Catalog, rule: str, body: str) -> None:
    assert words(found(catalog, rule, body)) == []


def test_words_in_quotations_are_the_speakers(catalog: Catalog) -> None:
    body = '"It is a groundbreaking, world-class pump," said Ola Brandt, who built it.'
    assert words(found(catalog, "hype-adjective", body)) == []


def test_a_source_may_have_its_verdict(catalog: Catalog) -> None:
    assert words(found(catalog, "editorialising", "The plan was ridiculous.")) == ["ridiculous"]
    assert words(found(catalog, "editorialising", "The plan was ridiculous, said Ola Brandt, a councillor.")) == []


def test_entries_of_a_long_sentence_look_a_bounded_way(catalog: Catalog) -> None:
    far = "the most active best pump in the world " * 6000
    started = time.process_time()
    found(catalog, "unsupported-superlative", far)
    assert time.process_time() - started < 5


def test_a_pattern_is_tried_as_far_from_its_words_as_a_match_can_reach() -> None:
    assert longest(r"\b(?:his|her) ?/ ?hers?\b") == 10
    assert longest(r"(?<=so )\w{2,20}-(?:ridden|infested)(?! by)") == 29


# -- place in the sentence ---------------------------------------------------------------------------------------------


def test_openers_count_at_the_start_of_a_sentence_only(catalog: Catalog) -> None:
    assert words(found(catalog, "throat-clearing", "When it comes to tax, savers lose.")) == ["When it comes to"]
    assert words(found(catalog, "throat-clearing", "Savers lose when it comes to tax.")) == []


def test_overall_is_an_announcement_near_the_end_only(catalog: Catalog) -> None:
    assert words(found(catalog, "throat-clearing", "Overall, sales rose. " + 9 * FILLER)) == []
    assert words(found(catalog, "throat-clearing", 9 * FILLER + "Overall, sales rose.")) == ["Overall"]


def test_a_question_to_the_reader_ends_no_report(catalog: Catalog) -> None:
    assert words(found(catalog, "throat-clearing", FILLER + "What do you think?")) == ["What do you think?"]
    assert words(found(catalog, "throat-clearing", "What do you think? " + 9 * FILLER)) == []
    assert words(found(catalog, "throat-clearing", FILLER + '"What do you think?" the clerk asked.')) == []


def test_cutting_the_opener_leaves_a_sentence(catalog: Catalog) -> None:
    (finding,) = found(catalog, "throat-clearing", "It is important to note that rates rose.")
    assert finding.fix is not None and not finding.fix.safe
    source = article("It is important to note that rates rose.").source
    (edit,) = finding.fix.edits
    assert source[: edit.span.start] + edit.text + source[edit.span.end :] == "Report of the day\n\nRates rose.\n"


def test_some_adverbs_are_comments_wherever_they_stand(catalog: Catalog) -> None:
    assert words(found(catalog, "editorialising", "The pier had unfortunately burnt down.")) == ["unfortunately"]
    assert words(found(catalog, "editorialising", "The pier had slowly burnt down.")) == []
    assert words(found(catalog, "editorialising", "The clerk wisely refused the money.")) == ["wisely"]
    assert words(found(catalog, "editorialising", "The clerk spent the money wisely.")) == []


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ("The bridge-hating mayor spoke first.", True),
        ("The column was full of fear-mongering.", True),
        ("The hate-filled letter was unsigned.", True),
        ("He runs the liar-in-chief page.", True),
        ("The gas-filled tank stood behind the pier.", False),
        ("The debt-ridden club was sold.", False),
        ("She was the paper's editor-in-chief.", False),
        ("The town elected an anti-racist mayor.", False),
        ("The film has a cult following in Leith.", False),
        ("Two families left the cult in May.", True),
        ("The controversial bill passed.", True),
        ("The bill proved controversial.", False),
    ],
)
def test_labels_and_coinages(catalog: Catalog, body: str, reported: bool) -> None:
    assert bool(found(catalog, "loaded-label", body)) is reported


def test_words_after_a_mark_that_nobody_closed_are_somebody_elses(catalog: Catalog) -> None:
    open_quote = "The mayor, Ola Brandt, said: “It was a stunning pier and a groundbreaking bridge."
    assert words(found(catalog, "hype-adjective", open_quote)) == []
    assert words(found(catalog, "hype-adjective", "It was a groundbreaking “bridge” over the pier.")) == [
        "groundbreaking"
    ]
    assert words(found(catalog, "hype-adjective", 'It was groundbreaking for a 5" pipe.')) == ["groundbreaking"]


def test_slash_pronouns_have_a_shorter_form(catalog: Catalog) -> None:
    assert words(found(catalog, "inclusive-term", "Each member casts his/her vote.")) == ["his/her"]
    assert words(found(catalog, "inclusive-term", "Each member may say what he or she wants.")) == []
    assert words(found(catalog, "inclusive-term", "He told his mother, her sister and him.")) == []


def test_as_fine_as_it_is_rare(catalog: Catalog) -> None:
    assert words(found(catalog, "stock-phrase", "The road is as dangerous as it is beautiful.")) == [
        "as dangerous as it is beautiful"
    ]
    for plain in ("Call as soon as it is ready.", "The pipe is as long as it was before.", "It is as cold as it was."):
        assert words(found(catalog, "stock-phrase", plain)) == []


def test_comment_adverbs_want_the_start_or_commas(catalog: Catalog) -> None:
    assert words(found(catalog, "editorialising", "Sadly, the pier fell.")) == ["Sadly"]
    assert words(found(catalog, "editorialising", "She spoke sadly of the pier.")) == []
    assert words(found(catalog, "editorialising", "Several towns, notably Leith, agreed.")) == []


def test_a_tail_with_a_figure_is_a_result(catalog: Catalog) -> None:
    assert found(catalog, "participial-tail", "The bank cut rates, underscoring its faith in growth.")
    assert not found(catalog, "participial-tail", "The bank cut rates, reinforcing a fall of 3%.")
    assert not found(catalog, "participial-tail", "The thieves ran, leaving two cars and a van.")


def test_tails_become_warnings_when_they_are_a_habit(catalog: Catalog) -> None:
    once = "The bank cut rates, underscoring its faith in growth. "
    twice = once + "It shut a branch, highlighting the need for change. "
    assert [f.severity for f in found(catalog, "participial-tail", 9 * FILLER + "\n\n" + once)] == ["info"]
    assert [f.severity for f in found(catalog, "participial-tail", 9 * FILLER + "\n\n" + twice)] == ["warning"] * 2


def test_not_only_with_names_on_both_sides_is_plain_news(catalog: Catalog) -> None:
    assert not found(catalog, "negative-parallelism", "The fee is paid not only by Ola Brandt but by Ines Calder.")
    assert found(catalog, "negative-parallelism", "It's not just a pump; it's a way of life.")
    assert not found(catalog, "negative-parallelism", "The pump did not just break, the inquiry found.")


# -- whole articles ----------------------------------------------------------------------------------------------------


def test_density_counts_kinds_of_words_and_not_one_subject(catalog: Catalog) -> None:
    habit = (
        "The vibrant hub fosters a tapestry of resilience, a testament to pivotal, intricate and profound interplay. "
    )
    assert len(found(catalog, "vocabulary-density", 20 * FILLER + 3 * habit)) == 1
    assert not found(
        catalog, "vocabulary-density", 20 * FILLER + 30 * "The tapestry hangs in the hall of the tapestry. "
    )
    assert not found(catalog, "vocabulary-density", habit)


def test_density_points_at_words_without_reporting_each(catalog: Catalog) -> None:
    habit = (
        "The vibrant hub fosters a tapestry of resilience, a testament to pivotal, intricate and profound interplay. "
    )
    (finding,) = found(catalog, "vocabulary-density", 20 * FILLER + 3 * habit)
    assert finding.scope == "document"
    assert {place.role for place in finding.related} == {"see"}


def test_exclamation_marks_are_one_finding_with_a_safe_fix(catalog: Catalog) -> None:
    (finding,) = found(catalog, "promotional-language", "The fair is open! Come along! The clerk said so.")
    assert finding.fix is not None and finding.fix.safe
    assert len(finding.fix.edits) == 2 and len(finding.related) == 1


def test_a_headline_loses_its_mark_and_a_sentence_gets_a_stop(catalog: Catalog) -> None:
    got = read_text("Arlow wins the cup!\n\nThe team won the cup on Monday. It won easily! So be it!\n", path="a.txt")
    head, body = lint(got, catalog, Settings({"promotional-language": "warning"})).findings
    assert [f.fix and [e.text for e in f.fix.edits] for f in (head, body)] == [[""], [".", "."]]
    assert (head.zone, head.line, body.line) == ("headline", 1, 3)


def test_it_is_more_than_it_is(catalog: Catalog) -> None:
    assert words(found(catalog, "negative-parallelism", "The run was more than a race; it was a test of will.")) == [
        "was more than a race; it"
    ]
    assert words(found(catalog, "negative-parallelism", "The run was more than a mile long, and it rained.")) == []
    assert words(found(catalog, "negative-parallelism", "This isn't luck. It's the fruit of work.")) == [
        "This isn't luck. It's"
    ]
    assert words(found(catalog, "negative-parallelism", "This isn't Leith. It's Arlow.")) == []


def test_a_guide_may_address_its_readers(catalog: Catalog) -> None:
    text = "---\ntitle: How to save\ntype: guide\n---\n\nSign up now for the account at the bank on Pier Road.\n"
    linted = lint(read_text(text, path="a.md"), catalog, Settings({"promotional-language": "warning"}))
    assert [f.severity for f in linted.findings if f.zone != "lede"] in ([], ["info"])
