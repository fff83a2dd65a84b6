"""What doubt makes of everyday words: in gushing copy they count, in a sourced report nobody says a thing of them."""

from __future__ import annotations

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read_text

SOBER_TEXT = "The council met on Monday and the clerk read the minutes of the June session.\n\n"
GUSHING_NEWS = """Valmer is set to open a new mill

The firm's groundbreaking mill is a testament to its commitment to the town. It is widely regarded as a game-changer, \
and many believe that it will transform the region.

{}

Experts say the future looks bright. The cutting-edge looms are a true marvel, and fans are eagerly awaiting the first \
cloth. Critics have questioned the plan.
"""
SOURCED_NEWS = """Valmer opens a mill

Valmer opened a mill at Orford on Monday, its owner, Ada Brandt, said. The mill makes paper for 40 printers in Holm.

{}

The mill cost 4 million euros, a deed shows. Ola Berg, the mayor, cut the ribbon at noon on 4 May.
"""


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("claim-without-instance", "In a public speech the owner thanked the town."),
        ("claim-without-instance", "The looms need substantial computing power."),
        ("claim-without-instance", "The looms, made in 1987, need substantial computing power."),
        ("claim-without-instance", "The owner gave a loom to a local school."),
        ("claim-without-instance", "The mill went into new foreign markets."),
        ("vague-time", "His recent visit pleased the town."),
        ("vague-time", "The town has recently paved its square."),
        ("vague-time", "He opened a shop earlier this year."),
        ("vague-quantity", "The mill waited several months."),
        ("vague-quantity", "The looms came from various friends."),
        ("vague-quantity", "The 40 looms weave a wide range of cloths."),
        ("vague-quantity", "Ada Brandt said the looms weave a wide range of cloths."),
        ("unsourced-figure", "The looms were tried on 1,700 rolls of paper."),
        ("unsourced-figure", "The looms were tried on over 400 rolls of paper."),
        ("hype-adjective", "The hall of the mill is outstanding."),
        ("hype-adjective", "The mill had a horrific fire."),  # and a comment word
        ("agentless-attribution", "The mill has looms deemed sufficient for paper."),
        ("agentless-attribution", "Testing is under way to mend the looms."),
        ("unsourced-claim", "The mill is still second only to Berg in cheaper paper."),
        ("unsourced-claim", "The engine accurately weighs most rolls of paper better than clerks."),
        ("stock-phrase", "The looms typify the ways of Orford."),
        ("throat-clearing", "What happened to the looms?"),
        ("heading-scaffold", "Common questions"),
    ],
)
def test_everyday_words_count_in_gushing_copy_alone(catalog: Catalog, rule: str, sentence: str) -> None:
    def rules_of(story: str) -> set[str]:
        text = story.format(sentence)
        at = text.index(sentence)
        found = lint(
            read_text(text, path="x.txt"),
            catalog,
            Settings({n: r.severity for n, r in catalog.rules.items() if r.family != "corpus"}),
        ).findings
        return {f.rule for f in found if at <= f.prose.start < at + len(sentence) and f.severity == "warning"}

    assert rule in rules_of(GUSHING_NEWS)
    assert not rules_of(SOURCED_NEWS)


def figures_asked(catalog: Catalog, text: str) -> list[str]:
    severities = {n: r.severity for n, r in catalog.rules.items() if r.family != "corpus"}
    found = lint(read_text(text, path="x.txt"), catalog, Settings(severities)).findings
    return [f.excerpt for f in found if f.rule == "unsourced-figure" and f.severity == "warning"]


def test_a_small_exact_count_may_be_the_reporters(catalog: Catalog) -> None:
    assert not figures_asked(catalog, GUSHING_NEWS.format("The looms were tried on 400 rolls of paper."))


def test_figures_of_gushing_copy_need_a_source_though_others_have_one(catalog: Catalog) -> None:
    sourced = "Ada Brandt said the mill is dear. Ola Berg said the looms are loud. Lena Holm said the wall is new."
    text = GUSHING_NEWS.format(f"{sourced}\n\nAbout 70% of the town buys its cloth in Holm.\n\n{sourced}")
    assert figures_asked(catalog, text) == ["70%"]
    spoken = GUSHING_NEWS.format("I love our mill, and we all do. About 70% of our town buys its cloth in Holm.")
    assert figures_asked(catalog, spoken) == ["70%"]
    assert not figures_asked(catalog, SOURCED_NEWS.format("About 70% of the town buys its cloth in Holm."))


def test_a_forecast_is_pardoned_where_nothing_else_is_wrong(catalog: Catalog) -> None:
    def severities(copy: str) -> set[str]:
        article = read_text(f"Report of the day\n\n{copy}The mill will change the whole valley.\n", path="x.txt")
        settings = Settings({"unsourced-prediction": "warning", "promotional-language": "warning"})
        return {f.severity for f in lint(article, catalog, settings).findings if f.rule == "unsourced-prediction"}

    assert severities(SOBER_TEXT) == {"info"}
    assert severities("Don't miss the best mill money can buy.\n\n" * 2) == {"warning"}


@pytest.mark.parametrize(
    ("behind", "asked"),
    [
        ("They swim in winter, according to a study by Norva University.", False),
        ("A team at Norva University let them swim in winter.", False),
        ("They swim in winter.", True),
    ],
)
def test_researchers_may_have_their_study_in_the_next_sentence(catalog: Catalog, behind: str, asked: bool) -> None:
    text = GUSHING_NEWS.format(f"Researchers have found that eels swim. {behind}")
    found = lint(read_text(text, path="x.txt"), catalog, Settings({"vague-attribution": "warning"})).findings
    assert any(f.excerpt.startswith("Researchers") for f in found) == asked


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("throat-clearing", "Who pays for the looms? And who gains?", ["Who pays for the looms?"]),
        ("throat-clearing", "One thing is open: who pays for the looms?", []),
        ("agentless-attribution", "The plan raised concerns about the looms.", ["raised concerns about"]),
        ("agentless-attribution", "Berg Bank has raised concerns about the looms.", []),
        ("agentless-attribution", "The Berg Plan raised concerns about the looms.", ["raised concerns about"]),
        ("agentless-attribution", "The man is thought to be between 50 and 60 years old.", []),
        ("agentless-attribution", "The man is thought to be the clerk.", ["is thought to"]),
        ("unsourced-figure", "The mill has lost $2 million in Orford.", ["$2 million"]),
        ("unsourced-figure", "The mill set up a $2 million fund in Orford.", []),
        ("unsourced-figure", "The firm bought the mill for $2 million.", []),
    ],
)
def test_what_needs_no_source_in_doubted_copy(catalog: Catalog, rule: str, text: str, found: list[str]) -> None:
    story = GUSHING_NEWS.format(text)
    at = story.index(text)
    article = read_text(story, path="x.txt")
    settings = Settings({n: r.severity for n, r in catalog.rules.items() if r.family != "corpus"})
    lint(article, catalog, settings)
    hits = [article.text[slice(*hit.span)] for hit in catalog.rules[rule].check(article) if hit.span.start >= at]
    assert [said for said in hits if said in text] == found


def test_a_report_of_nothing_but_figures_is_advised(catalog: Catalog) -> None:
    rows = (
        "Schools take 37% of the budget.",
        "Roads follow with 18%.",
        "Pensions cost 13%.",
        "Debt is 57% of output.",
        "The rest of it is 32%.",
    )
    budget = "Town spends more\n\nThe town will spend more next year.\n\n" + "\n\n".join(rows)
    assert not figures_asked(catalog, budget)
    assert figures_asked(catalog, budget + "\n\nExperts say it is stunning.\n\nMany believe that it is a great deal.")
