"""Structure: what makes an ending empty, a lede weak and a FAQ a tail; and what does not."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.facts.freshness import specific_sentences
from newslint.finding import Finding
from newslint.formats import read_text

RULES = ("weak-lede", "faq-residue", "empty-conclusion", "challenges-formula", "heading-scaffold", "missing-disclosure")


def found(catalog: Catalog, text: str, form: str = "plain") -> list[Finding]:
    return lint(read_text(text, input_format=form), catalog, Settings(dict.fromkeys(RULES, "warning"))).findings


STORY = (
    "Trust sells museum to the city\n\n{lede}\n\nThe city pays 4 million euros, a deed shows. The roof "
    "will be mended in May.\n\n"
    "Ana Ruiz, who leads the trust, said it would keep two other museums.\n\n{end}\n"
)
LEDE = "The Harbour Trust sold its museum to the city for 4 million euros on Monday."
END = "The council votes on the sale on 4 June."


def test_a_sound_story_is_left_alone(catalog: Catalog) -> None:
    assert found(catalog, STORY.format(lede=LEDE, end=END)) == []


@pytest.mark.parametrize(
    "lede",
    [
        "In today's fast-paced world, museums matter more than ever. The trust has sold one.",
        "Art has long captivated audiences around the world. Now a museum is sold.",
        "When it comes to museums, few towns can compare with Orford.",
        "When it comes to museums, few towns of the US can compare with Orford.",
        "The museum's place in the hearts of the town is no secret.",
        "ORFORD, England (Wire) - In today's fast-paced world, museums matter more than ever. The trust has sold one.",
    ],
)
def test_weak_ledes(catalog: Catalog, lede: str) -> None:
    (hit,) = found(catalog, STORY.format(lede=lede, end=END))
    assert hit.rule == "weak-lede"
    assert "sentence" in hit.message


@pytest.mark.parametrize(
    "lede",
    [
        "The museum, which has long been the pride of Orford, was sold to the city on Monday.",
        "In recent years the trust lost money; on Monday it sold its museum.",
        "When I was nine, it is no secret, I hid in the museum.",
        "When it comes to museums, few towns can teach us as much as Orford.",
    ],
)
def test_sound_ledes(catalog: Catalog, lede: str) -> None:
    assert found(catalog, STORY.format(lede=lede, end=END)) == []


@pytest.mark.parametrize(
    "end",
    [
        "In conclusion, the sale marks a turning point for the museum and its friends.",
        "As the museum continues to evolve, its future looks bright.",
        "The sale serves as a reminder of the power of art, and it will continue to inspire generations to come.",
        "It remains to be seen how the sale will change the harbour.",
    ],
)
def test_empty_endings(catalog: Catalog, end: str) -> None:
    (hit,) = found(catalog, STORY.format(lede=LEDE, end=end))
    assert (hit.rule, hit.excerpt) == ("empty-conclusion", end)


@pytest.mark.parametrize(
    "end",
    [
        "It remains to be seen who will pay for the roof, the mayor, Ola Berg, said.",
        "In conclusion, the auditors found 40,000 euros missing.",
        '"The future looks bright," Berg said. "We open in June."',
        "Overall, 900 people came to see it.",
    ],
)
def test_endings_with_a_fact(catalog: Catalog, end: str) -> None:
    assert found(catalog, STORY.format(lede=LEDE, end=end)) == []


def test_specifics_are_new() -> None:
    article = read_text(
        "Mill sold\n\nAna Ruiz sold the mill for 40 euros. Ruiz paid 40 euros. One of the two wept.\n",
        input_format="plain",
    )
    assert specific_sentences(article) == {0}


FAQ = "{story}Who sold it? {first}\n\nWhat comes next? {second}\n"


def test_faq_with_new_facts_is_left_alone(catalog: Catalog) -> None:
    story = STORY.format(lede=LEDE, end=END) + "\n"
    empty = FAQ.format(story=story, first="The trust sold it.", second="It will change.")
    full = FAQ.format(story=story, first="Ada Brandt, for 7 million euros.", second="A sale of 90 pictures on 9 July.")
    assert [f.rule for f in found(catalog, empty)] == ["faq-residue"]
    assert found(catalog, full) == []
    assert found(catalog, f"---\ntype: explainer\nauthor: Ana Ruiz\n---\n\n{empty}", "markdown") == []


@pytest.mark.parametrize(
    ("front", "count"),
    [
        ("author: Ana Ruiz", 0), ("author: Staff", 1), ("authors: [Admin, Editor]", 1),
        ("author: Ana Ruiz\nai: true", 1),
        ("author: Ana Ruiz\nai: false", 0), ("description: none", 1),
    ],
)  # fmt: skip
def test_disclosure(catalog: Catalog, front: str, count: int) -> None:
    text = f"---\ntitle: Mill sold\ndate: 2026-03-03\n{front}\n---\n\nThe mill was sold on Monday.\n"
    assert len(found(catalog, text, "markdown")) == count


GUSHING = """Trust sells museum

The Harbour Trust sold its museum to the city for 4 million euros on Monday.

The stunning museum is a testament to the unwavering spirit of its makers, and a truly groundbreaking place.
It plays a vital role in the life of the town, and its breathtaking roof leaves nobody cold.

{head}

Its cutting-edge halls are a game changer for the whole region. The trust keeps two other halls.

{end}
"""


def flaws(catalog: Catalog, head: str = "", end: str = "The council votes on the sale on 4 June.") -> set[str]:
    """Rules that find something in copy full of other flaws, with all rules that are on."""
    settings = Settings({name: rule.severity for name, rule in catalog.rules.items() if rule.on})
    article = read_text(GUSHING.format(head=head, end=end), input_format="markdown")
    return {f.rule for f in lint(article, catalog, settings).findings if f.severity != "info"}


@pytest.mark.parametrize(
    "head", ["## The Road Ahead", "## Key Takeaways: What We Know", "**The Verdict**", "## Trends & Future Outlook"]
)
def test_labels_of_an_essay_count_in_copy_full_of_flaws(catalog: Catalog, head: str) -> None:
    assert "heading-scaffold" in flaws(catalog, head)


@pytest.mark.parametrize(("words", "severity"), [(60, "info"), (40, "warning")])
def test_a_list_under_labels_is_no_story(catalog: Catalog, words: int, severity: str) -> None:
    parts = "".join(f"## Hall {n}\n\n{'The hall has a roof. ' * (words // 5)}\n\n" for n in "ABCD")
    article = read_text(f"# Trust sells museum\n\n{parts}", input_format="markdown")
    rules = {"heading-scaffold": catalog.rules["heading-scaffold"].severity}
    assert [f.severity for f in lint(article, catalog, Settings(rules)).findings] == [severity]


@pytest.mark.parametrize(
    "lede",
    [
        "It means that the halls are sold.",
        "The 10 halls have been sold.",
        "The South African sculptor was the first to leave.",
        "The last city hall will be sold.",
        "Ada Brandt keeps the keys to the halls, it added.",
        "Rents of halls at the company rose by nine per cent.",
        "Over the next four days, they will move out of the halls.",
        "Over the next few years the Orford Trust will plant them around Holm.",
        "The lawsuits brought against them by Ana Ruiz name two halls.",
        "The 6' 4\" centre-half was released at the end of the season.",
        "Built by monks in Orford, this modest stone hall measures 20 metres.",
        "The trust, said its clerk, sold it.",
        "Over the next four days the trust, said its clerk, will sell them.",
        "Built by monks in Orford, said its clerk, the hall is this wide.",
    ],
)
def test_an_opening_may_not_point_back(catalog: Catalog, lede: str) -> None:
    text = f"{lede}\n\nThe city paid 4 million euros on Monday.\n\nIt opens in May.\n"
    hits = lint(read_text(text, path="x.txt"), catalog, Settings({"weak-lede": "warning"})).findings
    assert [hit.rule for hit in hits] == ["weak-lede"] * (", said" not in lede)


@pytest.mark.parametrize("head", ["## Two halls stay open", "**The verdict was read on Monday in a full hall.**"])
def test_subheads_with_news_do_not(catalog: Catalog, head: str) -> None:
    assert "heading-scaffold" not in flaws(catalog, head)


def test_an_end_without_news_counts_in_copy_full_of_flaws(catalog: Catalog) -> None:
    end = "The halls are there for all who come, and those who come will find there what they came for."
    assert "empty-conclusion" in flaws(catalog, end=end)
    assert "empty-conclusion" not in flaws(catalog)
    asked = "The makers of the roof and those of the halls have not yet answered requests for comment."
    assert "empty-conclusion" not in flaws(catalog, end=asked)
    assert found(catalog, STORY.format(lede=LEDE, end=end)) == []
