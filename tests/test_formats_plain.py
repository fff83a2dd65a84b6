"""Plain text: what a line is, by its length, its stop and the blank lines round it."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.formats import read_text
from newslint.formats.wire import dateline_end, role

STORY = "The council sold its museum on Monday, the city said."


def zones(article: Article) -> list[tuple[str, str]]:
    return [(b.zone, article.text[b.span.start : b.span.end]) for b in article.blocks]


def plain(text: str) -> list[tuple[str, str]]:
    return zones(read_text(text, input_format="plain"))


def test_a_single_sentence_is_body_and_a_single_line_without_stop_a_headline() -> None:
    assert plain("The council sold its museum.") == [("lede", "The council sold its museum.")]
    assert plain("Council sells its museum") == [("headline", "Council sells its museum")]
    assert plain("Will the council sell?")[0][0] == "lede"


@pytest.mark.parametrize(
    "line",
    [
        "Council sells its museum",
        "Is this the end of the museum?",
        "“It was a gift”",
        "Marlow Raises $30M, Opens Second Plant",
        "The Council Sells Its Museum.",
        "iPhone maker Marlow opens a plant",
    ],
)
def test_headlines(line: str) -> None:
    assert plain(f"{line}\n\n{STORY}\n") == [("headline", line), ("lede", STORY)]


@pytest.mark.parametrize(
    "line",
    [
        "The council sold its museum.",
        "The council, which owned the museum for forty years and never once opened it on a Sunday or holiday, sold it",
        "The council has sold,",
    ],
)
def test_lines_that_are_no_headlines(line: str) -> None:
    assert plain(f"{line}\n\n{STORY}\n")[0] == ("lede", line)


@pytest.mark.parametrize("line", ["What Comes Next", "The money", "$30 Million Round", "What Comes Next?", "Winners:"])
def test_subheads(line: str) -> None:
    assert ("subhead", line) in plain(f"A headline\n\n{STORY}\n\n{line}\n\n{STORY}\n")


@pytest.mark.parametrize(
    "line",
    [
        "The keys change hands in May.",
        "But will anyone come?",
        "and then nothing",
        "“It was a gift”",
        "The council gave three reasons for selling the museum:",
        "He said no…",
    ],
)
def test_short_lines_that_are_no_subheads(line: str) -> None:
    assert ("body", line) in plain(f"A headline\n\n{STORY}\n\n{line}\n\n{STORY}\n")


def test_the_last_line_heads_nothing() -> None:
    assert plain(f"A headline\n\n{STORY}\n\nThe end of it")[-1] == ("conclusion", "The end of it")


def test_a_second_line_of_display_type_is_the_dek() -> None:
    dek = "A hotel group pays 40 million euros for it"
    assert plain(f"Council sells museum\n\n{dek}\n\n{STORY}\n")[1] == ("dek", dek)
    assert plain(f"Council sells museum\n\nThe sale\n\n{STORY}\n")[1] == ("subhead", "The sale")


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_not() -> None:
    wrapped = (
        "The council sold its museum on Monday to a hotel group, which\n"
        "will turn it into rooms, the city said in a statement. Nobody\nwas told."
    )
    assert plain(f"A headline\n\n{wrapped}\n")[1] == ("lede", wrapped)
    assert [zone for zone, _ in plain(f"A headline\n\n{STORY}\nIt is gone.\nNobody was told.\n")] == [
        "headline", "lede", "body", "conclusion",
    ]  # fmt: skip


def test_a_whole_article_in_one_line() -> None:
    text = f"{STORY} " * 90
    assert plain(text) == [("lede", text.strip())]


def test_lists_keep_their_words_only() -> None:
    found = plain(f"A headline\n\n{STORY}\n\n- one boat\n* two barges\n• a rope\n  as long as the quay\n3) a buoy\n")
    assert [words for zone, words in found if zone == "list"] == [
        "one boat", "two barges", "a rope\n  as long as the quay", "a buoy",
    ]  # fmt: skip


def test_lines_with_bars_are_rows_of_a_table() -> None:
    rows = ["Candidate | Party | Share", "Ada Holm | Greens | 31.5%", "Ola Berg | Free List | 27.0%"]
    assert plain(f"Vote\n\n{STORY}\n\n" + "\n".join(rows) + "\n\nThe vote was on Thursday.\n")[2:5] == [
        ("table", row) for row in rows
    ]
    assert plain(f"Vote\n\n{STORY}\n\nIt was red | white | blue.\n\nIt was on Thursday.\n")[2][0] == "body"


def test_a_salutation_opens_no_story() -> None:
    assert [zone for zone, _ in plain(f"Crows\n\nDear readers,\n\n{STORY}\n")] == ["headline", "meta", "lede"]
    assert plain(f"Crows\n\nDear [name],\n\n{STORY}\n")[1][0] == "lede"


def test_a_numbered_line_over_a_paragraph_is_a_subhead() -> None:
    assert ("subhead", "Sell the Boats") in plain(f"A headline\n\n{STORY}\n\n1. Sell the Boats\n\n{STORY}\n")


def test_marks_of_markdown_in_plain_text() -> None:
    found = plain(f"# A headline\n\n{STORY}\n\n**The sale**\n\n{STORY}\n\n* * *\n\n{STORY}\n")
    assert [zone for zone, _ in found] == ["headline", "lede", "subhead", "body", "conclusion"]
    assert found[0] == ("headline", "A headline")


# -- questions and answers ---------------------------------------------------------------------------------------------


def test_one_rhetorical_question_is_no_faq() -> None:
    for text in ("What is left? The boats are.", "What is left of it all?"):
        found = plain(f"A headline\n\n{STORY}\n\n{text}\n\n{STORY}\n")
        assert ("body", text) in found


def test_questions_without_answers_are_no_faq() -> None:
    found = plain(f"A headline\n\n{STORY}\n\n- What is left of it?\n- Who has the key?\n- How is the quay?\n")
    assert not any(zone.startswith("faq") for zone, _ in found)


def test_a_lede_that_asks_and_goes_on_is_no_faq() -> None:
    found = plain(f"A headline\n\nHave you seen the boats? They are back.\n\nWho has the key?\n\nHe has.\n\n{STORY}\n")
    assert found[1] == ("lede", "Have you seen the boats? They are back.")


def test_questions_on_lines_of_their_own() -> None:
    tail = "What is left of it?\n\nThe boats are left.\n\nWho has the key?\n\nThe mayor has it.\n"
    found = plain(f"A headline\n\n{STORY}\n\n{STORY}\n\n{tail}")
    assert [zone for zone, _ in found] == ["headline", "lede", "conclusion", "faq-q", "faq-a", "faq-q", "faq-a"]


def test_one_answer_is_enough_under_an_faq_heading() -> None:
    found = plain(f"A headline\n\n{STORY}\n\nFAQ\n\nWho has the key? The mayor has it.\n")
    assert found[-2:] == [("faq-q", "Who has the key?"), ("faq-a", "The mayor has it.")]


# -- wire copy ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", "byline"),
        ("By JANE DOE and John van der Roe, Staff Writers", "byline"),
        ("By Sammy Dale Jr.", "byline"),
        ("By Jane Doe | The Daily Sloop", "byline"),
        ("By Monday the boats were gone", None),
        ("By the time Jane Doe came, it was over.", None),
        ("By 2030, half of them", None),
        ("-30-", "meta"),
        ("(MORE)", "meta"),
        ("###", "meta"),
        ("ENDS", "meta"),
        ("FOR IMMEDIATE RELEASE", "meta"),
        ("EMBARGOED UNTIL 0600 GMT, MAY 3", "meta"),
        ("Contact: press@example.org", "meta"),
        ("Media Contact:", "meta"),
        ("Tags: boats, hotels", "meta"),
        ("Source: the council’s own count of boats, which it made in May.", None),
        ("BC-PT--Harbor Museum, 1st Ld-Writethru", "meta"),
        ("harbor-museum-sale", "meta"),
        ("Monday, March 3, 2025", "meta"),
        ("Published 3 March 2025", "meta"),
        ("Updated: 2025-03-03 10:00", "meta"),
        ("In March 2025 it closed", None),
        ("Photo: A sloop in dry dock", "caption"),
        ("(Reporting by Jane Doe; Editing by Kim Poe)", "meta"),
        ("More people came", None),
        ("The well-known-to-all boat", None),
    ],
)
def test_lines_of_furniture(line: str, expected: str | None) -> None:
    assert role(line) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "LISBON (Newswire) - ", "LISBON, March 3 (Newswire) - ", "LISBON — ", "ST. LOUIS (Newswire) — ",
        "NEW YORK, Jan. 5 -- ",
        "Porto, Portugal, 3 March 2025 – ", "Lisbon, March 3, 2025 (Newswire) -- ",
        "LEEDS, England, May 2, 2025 /Sloopwire/ -- ",
        "(Newswire) - ", "WASHINGTON, D.C. — ", "SÃO PAULO — ", "LEEDS--(SLOOP WIRE)-- ",
    ],
)  # fmt: skip
def test_datelines(dateline: str) -> None:
    text = f"{dateline}The council sold its museum."
    assert text[dateline_end(text, 0, len(text)) :] == "The council sold its museum."


@pytest.mark.parametrize(
    "text",
    [
        "Marlow - a maker of valves - has closed.",
        "The museum – sold on Monday – is empty.",
        "IBM - the maker of chips - has closed.",
        "A well-known boat sank on May 3 - and nobody saw it.",
        "Nobody saw it.",
        "(The council did not answer) - and that was that.",
    ],
)
def test_openings_that_are_no_datelines(text: str) -> None:
    assert dateline_end(text, 0, len(text)) == 0


# -- orders to the linter ----------------------------------------------------------------------------------------------


def test_suppression_lines_are_no_prose_and_cover_what_follows() -> None:
    source = f"A headline\n\n#newslint: disable-next-line empty-label, hype -- their slogan\n{STORY}\n\n{STORY}\n"
    article = read_text(source, input_format="plain")
    assert "newslint" not in article.text
    (found,) = article.suppressions
    assert (found.rules, found.reason, found.scope) == (("empty-label", "hype"), "their slogan", "next-block")
    assert source[found.span.start : found.span.end].startswith("#newslint: disable")
    assert source[found.covers.start : found.covers.end] == STORY
    assert found.covers.start == source.index(STORY)


def test_a_region_ends_where_it_is_enabled() -> None:
    source = f"#newslint: disable a b\nOne.\n\n#newslint: enable a\n{STORY}\n\n#newslint: disable-file c\n"
    first, second, third = read_text(source, input_format="plain").suppressions
    assert (first.rules, source[first.covers.end :].startswith("#newslint: enable")) == (("a",), True)
    assert (second.rules, second.covers.end) == (("b",), len(source))
    assert (third.rules, third.scope, third.covers) == (("c",), "file", (0, len(source)))


def test_a_bare_disable_is_told_and_other_lines_stay_prose() -> None:
    (bare,) = read_text("#newslint: disable\nOne.", input_format="plain").suppressions
    assert bare.bare and not bare.rules
    article = read_text("#newslint: is a hashtag\n\nOne.", input_format="plain")
    assert article.suppressions == () and "hashtag" in article.text


def test_a_comment_on_a_line_of_its_own_is_an_order() -> None:
    source = f"A headline\n\n  <!-- newslint-disable-next-line empty-label -- theirs -->\n{STORY}\n\n{STORY}\n"
    article = read_text(source, input_format="plain")
    assert "newslint" not in article.text
    (found,) = article.suppressions
    assert (found.rules, found.reason) == (("empty-label",), "theirs")
    assert source[slice(*found.span)] == "<!-- newslint-disable-next-line empty-label -- theirs -->"
    assert source[slice(*found.covers)] == STORY
    other = read_text("A headline\n\n<!-- the desk wrote newslint -->\n", input_format="plain")
    assert "the desk wrote" in other.text and not other.suppressions


def test_what_a_web_page_puts_above_a_story_is_no_headline() -> None:
    above = "Home | News | Sport | Business\nShare this article\nFacebook Twitter WhatsApp Email\n\n"
    article = read_text(
        above + "Mayor goes over land deal\n\nThe mayor went on Friday.\n\n© 2025 The Post", path="x.txt"
    )
    assert article.meta.headline == "Mayor goes over land deal"
    assert [block.zone for block in article.blocks] == ["meta", "meta", "meta", "headline", "lede", "meta"]


def test_entries_of_a_bibliography_are_no_sentences() -> None:
    story = "Yard shuts\n\nThe yard shut in May. It had stood for years.\n\n"
    works = "Holm, Ada. The Yards. Quill, 2019.\n\nBerg, Ola. Ropes. Quill, 2021, www.quill.example/ropes."
    assert [zone for zone, _ in plain(f"{story}Works cited\n\n{works}\n")][-2:] == ["meta", "meta"]
    assert [zone for zone, _ in plain(f"{story}Sources\n\nThe river has two of them, and both are dry.\n")][
        -1
    ] != "meta"
