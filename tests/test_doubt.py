"""The benefit of the doubt: what counts only in the company of other findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.catalog import Catalog, load
from newslint.doubt import DOUBTED_AT, HINTS, LONG_WORDS, SOBER_PER_100_WORDS
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text

PACK = """\
plain-slip:
  summary: A slip.
  doc: Mend it.
  severity: warning
  message: 'Mend "{span}".'
  words: [teh]
  bad: [<<Teh>> win., <<Teh>> end.]
  good: [A win., The end.]
loud-word:
  summary: A loud word.
  doc: Say what happened.
  severity: warning
  message: 'Cut "{span}".'
  words:
    - thunderous
    - words: [rousing]
      severity: info
  doubtful:
    - truly
    - (rousing|warm) welcome
  bad: [A <<thunderous>> win., The <<thunderous>> end.]
  good: [A win., A truly wet end.]
"""
CLAIMS = """\
soft-claim:
  summary: A claim.
  doc: Say who says so.
  severity: warning
  message: 'Who says "{span}"?'
  words: [unheard of]
  doubtful: [scarce]
  bad: [It is <<unheard of>>., They are <<unheard of>>.]
  good: [A win., The end.]
"""
SOBER_TEXT = "The council met on Monday and the clerk read the minutes of the June session.\n\n"
LOUD = "The thunderous cheer went on.\n\n"
CALM = "I know the council, and we read our minutes. My clerk and I met there on Monday.\n\n"
WEAK = "It was truly wet.\n\nThe rousing song ended.\n"


@pytest.fixture(scope="module")
def loud(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("packs")
    (folder / "hype.yaml").write_text(PACK, encoding="utf-8")
    return load([folder / "hype.yaml"], plugins=False)


def run(catalog: Catalog, body: str, **severities: str) -> list[Finding]:
    severity = severities.get("severity", "warning")
    article = read_text(f"Report of the day\n\n{SOBER_TEXT}{body}", path="a.txt")
    others = {name: level for name, level in severities.items() if name != "severity"}
    return lint(article, catalog, Settings({"loud-word": severity, **others})).findings  # type: ignore[dict-item]


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(f.excerpt, f.severity) for f in findings]


def test_a_sober_report_has_the_benefit_of_the_doubt(loud: Catalog) -> None:
    assert said(run(loud, WEAK)) == [("rousing", "info")]


def test_a_report_full_of_flaws_has_lost_it(loud: Catalog) -> None:
    body = LOUD * 3 + WEAK
    assert said(run(loud, body))[3:] == [("truly", "warning"), ("rousing", "warning")]


def test_the_same_flaws_are_pardoned_in_a_long_report(loud: Catalog) -> None:
    words = 300 / DOUBTED_AT
    long = LOUD * 3 + SOBER_TEXT * int(words / 14) + WEAK
    assert said(run(loud, long))[3:] == [("rousing", "info")]


@pytest.mark.parametrize("claim", ["The parts are scarce in June.\n\n", "The parts were truly wet.\n\n"])
def test_three_doubtful_sentences_weigh_as_much_as_a_sure_finding(claim: str, tmp_path: Path) -> None:
    (tmp_path / "hype.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "attribution.yaml").write_text(CLAIMS, encoding="utf-8")
    catalog = load([tmp_path / "hype.yaml", tmp_path / "attribution.yaml"], plugins=False)
    calm = SOBER_TEXT * int(260 / DOUBTED_AT / 14)

    def found(hints: int) -> int:
        body = LOUD * 3 + calm + claim * hints + "The parts came by ship.\n\n" * (3 - hints)
        return len(run(catalog, body, **{"soft-claim": "warning"})) - 3

    assert found(3) == HINTS == 3
    assert found(1) == 0


def test_a_warning_on_the_whole_article_weighs_too(loud: Catalog) -> None:
    undated = "The council met and the clerk read the minutes of the session aloud.\n\n" * int(300 / DOUBTED_AT / 12)

    def found(severity: str) -> set[str]:
        article = read_text(f"Report of the day\n\n{undated}{LOUD * 3}{WEAK}", path="a.txt")
        settings = Settings({"loud-word": "warning", "undated-story": severity})  # type: ignore[dict-item]
        return {f.excerpt for f in lint(article, loud, settings).findings if f.rule == "loud-word"}

    assert "truly" not in found("info")
    assert "truly" in found("warning")


def test_a_sentence_that_has_its_finding_gets_no_doubtful_one(loud: Catalog) -> None:
    body = LOUD * 3 + "A truly thunderous night.\n"
    assert said(run(loud, body))[3:] == [("thunderous", "warning")]


def test_the_finding_of_a_sentence_holds_the_doubtful_ones_on_other_words(loud: Catalog) -> None:
    *_, night = run(loud, LOUD * 3 + "A truly thunderous night with a warm welcome.\n")
    assert [(a.rule, a.span.end - a.span.start) for a in night.also] == [("loud-word", 5), ("loud-word", 12)]
    *_, night, welcome = run(loud, LOUD * 3 + "A thunderous night with a rousing welcome.\n")
    assert (night.also, welcome.excerpt) == ((), "rousing")  # of those words a rule has spoken


def test_a_sober_report_holds_none(loud: Catalog) -> None:
    (night,) = run(loud, "A truly thunderous night.\n")
    assert night.also == ()


def test_a_doubtful_phrase_never_hides_a_sure_one_inside_it(loud: Catalog) -> None:
    assert said(run(loud, "A rousing welcome.\n")) == [("rousing", "info")]


def test_headings_are_not_doubted(loud: Catalog) -> None:
    body = LOUD * 3 + "Truly wet\n\nThe rain fell on Monday and on Tuesday, the mayor said.\n"
    assert len(run(loud, body)) == 3


def test_what_a_subhead_says_behind_its_colon_is(loud: Catalog) -> None:
    body = LOUD * 3 + "## Truly wet\n\nIt rained.\n\n## Rain: truly wet\n\nIt rained.\n"
    article = read_text(f"# Report of the day\n\n{SOBER_TEXT}{body}", path="a.md")
    *_, last = lint(article, loud, Settings({"loud-word": "warning"})).findings
    assert (last.zone, last.line) == ("subhead", 15)


def test_a_severity_set_by_hand_stays(loud: Catalog) -> None:
    slips = "Teh rain fell and teh wind blew.\n\nTeh end.\n\n"
    assert said(run(loud, slips + WEAK, **{"plain-slip": "warning"}))[3:] == [
        ("truly", "warning"),
        ("rousing", "warning"),
    ]
    by_hand = run(loud, slips + WEAK, severity="info", **{"plain-slip": "warning"})
    assert said(by_hand)[3:] == [("truly", "info"), ("rousing", "info")]
    graver = run(loud, slips + WEAK, severity="error", **{"plain-slip": "warning"})
    assert said(graver)[3:] == [("truly", "warning"), ("rousing", "error")]


def test_a_text_in_the_first_person_answers_for_its_words(loud: Catalog) -> None:
    body = "I heard teh rain. We sang, and I know teh song by heart. Teh end was ours.\n\n" * 2 + CALM * 14 + WEAK
    assert said(run(loud, body, **{"plain-slip": "warning"}))[6:] == [("rousing", "info")]


def test_a_speech_that_gushes_does_not(loud: Catalog) -> None:
    body = "I heard it, and we sang. My cheer was thunderous, and our hall was ours.\n\n" + LOUD * 3 + WEAK
    assert said(run(loud, body))[4:] == [("truly", "warning"), ("rousing", "warning")]
    assert {level for _, level in said(run(loud, body + "\n" + CALM * 20))} == {"info"}


def test_a_long_sober_report_is_pardoned_a_single_flaw(loud: Catalog) -> None:
    sober = SOBER_TEXT * (LONG_WORDS // 14 + 2)
    assert said(run(loud, LOUD + sober)) == [("thunderous", "info")]
    assert said(run(loud, LOUD + sober, severity="error")) == [("thunderous", "error")]


def test_flaws_that_stand_thick_are_not_pardoned(loud: Catalog) -> None:
    words = int(3 / SOBER_PER_100_WORDS * 100)
    found = said(run(loud, LOUD * 3 + SOBER_TEXT * (words // 15 - 5)))
    assert found == [("thunderous", "warning")] * 3


def test_a_short_report_is_pardoned_nothing(loud: Catalog) -> None:
    assert said(run(loud, LOUD + SOBER_TEXT * 3)) == [("thunderous", "warning")]


def test_what_is_no_matter_of_taste_is_no_matter_of_company(loud: Catalog, tmp_path: Path) -> None:
    (tmp_path / "language.yaml").write_text(PACK.partition("loud-word")[0], encoding="utf-8")
    slips = load([tmp_path / "language.yaml"], plugins=False)
    body = "Teh rain fell.\n\n" + SOBER_TEXT * (LONG_WORDS // 14 + 2)
    article = read_text(f"Report of the day\n\n{body}", path="a.txt")
    assert said(lint(article, slips, Settings({"plain-slip": "warning"})).findings) == [("Teh", "warning")]


def test_a_writer_who_argues_is_not_doubted(loud: Catalog) -> None:
    slips = "Teh rain fell and teh wind blew.\n\nTeh end.\n\n"
    asks = "Why did it rain? Who knew of it? I did not.\n\n"
    body = slips * 2 + SOBER_TEXT * 17
    assert said(run(loud, body + asks + WEAK, **{"plain-slip": "warning"}))[6:] == [("rousing", "info")]
    assert len(said(run(loud, body + WEAK, **{"plain-slip": "warning"}))[6:]) == 2


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


def test_figures_are_no_hint_of_other_flaws(loud: Catalog) -> None:
    calm = "The future looks bright.\n\n" + SOBER_TEXT * int(260 / DOUBTED_AT / 14)
    figures = "".join(f"The looms were tried on {n},700 rolls of paper.\n\n" for n in (1, 2, 3))

    def found(body: str) -> list[str]:
        findings = run(loud, body + calm + figures, **{"unsourced-figure": "info"})
        return [f.excerpt for f in findings if f.rule == "unsourced-figure"]

    assert not found(LOUD * 3)
    assert found(LOUD * 6) == ["1,700", "2,700", "3,700"]


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
