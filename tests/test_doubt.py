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
UNDATED_TEXT = "The council met and the clerk read the minutes of the session aloud.\n\n"
LOUD = "The thunderous cheer went on.\n\n"
CALM = "I know the council, and we read our minutes. My clerk and I met there on Monday.\n\n"
WEAK = "It was truly wet.\n\nThe rousing song ended.\n"
SLIPS = "Teh rain fell and teh wind blew.\n\nTeh end.\n\n"
FLAWS = ("thunderous", "teh", "Teh")
"""The words of `LOUD` and `SLIPS` that are found in any company."""


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


def report(*, words: float, flaws: int, undated: bool = False) -> str:
    """A report of about so many words, with so many sure flaws in it."""
    sober = UNDATED_TEXT if undated else SOBER_TEXT
    return LOUD * flaws + sober * round((words - flaws * len(LOUD.split())) / len(sober.split()))


def doubted_up_to(flaws: int) -> float:
    """Words from which so many flaws no longer stand thick."""
    return flaws * 100 / DOUBTED_AT


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(f.excerpt, f.severity) for f in findings]


def said_beside(findings: list[Finding]) -> list[tuple[str, str]]:
    """What is said but of the flaws that are there to weigh."""
    return [(excerpt, severity) for excerpt, severity in said(findings) if excerpt not in FLAWS]


def test_a_sober_report_has_the_benefit_of_the_doubt(loud: Catalog) -> None:
    assert said(run(loud, WEAK)) == [("rousing", "info")]


def test_a_report_full_of_flaws_has_lost_it(loud: Catalog) -> None:
    assert said_beside(run(loud, LOUD * 3 + WEAK)) == [("truly", "warning"), ("rousing", "warning")]


def test_the_same_flaws_are_pardoned_in_a_long_report(loud: Catalog) -> None:
    long = report(flaws=3, words=doubted_up_to(3)) + WEAK
    assert said_beside(run(loud, long)) == [("rousing", "info")]


@pytest.mark.parametrize("claim", ["The parts are scarce in June.\n\n", "The parts were truly wet.\n\n"])
def test_three_doubtful_sentences_weigh_as_much_as_a_sure_finding(claim: str, tmp_path: Path) -> None:
    (tmp_path / "hype.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "attribution.yaml").write_text(CLAIMS, encoding="utf-8")
    catalog = load([tmp_path / "hype.yaml", tmp_path / "attribution.yaml"], plugins=False)

    def found(hints: int) -> int:
        sentences = claim * hints + "The parts came by ship.\n\n" * (3 - hints)
        body = report(flaws=3, words=doubted_up_to(3)) + sentences
        return len(said_beside(run(catalog, body, **{"soft-claim": "warning"})))

    assert found(3) == HINTS == 3
    assert found(1) == 0


def test_a_warning_on_the_whole_article_weighs_too(loud: Catalog) -> None:
    def found(severity: str) -> set[str]:
        body = report(flaws=3, words=1.2 * doubted_up_to(3), undated=True) + WEAK
        article = read_text(f"Report of the day\n\n{body}", path="a.txt")
        settings = Settings({"loud-word": "warning", "undated-story": severity})  # type: ignore[dict-item]
        return {f.excerpt for f in lint(article, loud, settings).findings if f.rule == "loud-word"}

    assert "truly" not in found("info")
    assert "truly" in found("warning")


def test_a_sentence_that_has_its_finding_gets_no_doubtful_one(loud: Catalog) -> None:
    assert not said_beside(run(loud, LOUD * 3 + "A truly thunderous night.\n"))


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
    def found(severity: str) -> list[tuple[str, str]]:
        return said_beside(run(loud, SLIPS + WEAK, severity=severity, **{"plain-slip": "warning"}))

    assert found("warning") == [("truly", "warning"), ("rousing", "warning")]
    assert found("info") == [("truly", "info"), ("rousing", "info")]
    assert found("error") == [("truly", "warning"), ("rousing", "error")]


def test_a_text_in_the_first_person_answers_for_its_words(loud: Catalog) -> None:
    body = "I heard teh rain. We sang, and I know teh song by heart. Teh end was ours.\n\n" * 2 + CALM * 14 + WEAK
    assert said_beside(run(loud, body, **{"plain-slip": "warning"})) == [("rousing", "info")]


def test_a_speech_that_gushes_does_not(loud: Catalog) -> None:
    body = "I heard it, and we sang. My cheer was thunderous, and our hall was ours.\n\n" + LOUD * 3 + WEAK
    assert said_beside(run(loud, body)) == [("truly", "warning"), ("rousing", "warning")]
    assert {level for _, level in said(run(loud, body + "\n" + CALM * 20))} == {"info"}


def test_a_long_sober_report_is_pardoned_a_single_flaw(loud: Catalog) -> None:
    long = report(flaws=1, words=LONG_WORDS)
    assert said(run(loud, long)) == [("thunderous", "info")]
    assert said(run(loud, long, severity="error")) == [("thunderous", "error")]


def test_flaws_that_stand_thick_are_not_pardoned(loud: Catalog) -> None:
    thick = report(flaws=3, words=300 / SOBER_PER_100_WORDS - 50)
    assert said(run(loud, thick)) == [("thunderous", "warning")] * 3


def test_a_short_report_is_pardoned_nothing(loud: Catalog) -> None:
    assert said(run(loud, report(flaws=1, words=50))) == [("thunderous", "warning")]


def test_what_is_no_matter_of_taste_is_no_matter_of_company(loud: Catalog, tmp_path: Path) -> None:
    (tmp_path / "language.yaml").write_text(PACK.partition("loud-word")[0], encoding="utf-8")
    slips = load([tmp_path / "language.yaml"], plugins=False)
    body = "Teh rain fell.\n\n" + report(flaws=0, words=LONG_WORDS)
    article = read_text(f"Report of the day\n\n{body}", path="a.txt")
    assert said(lint(article, slips, Settings({"plain-slip": "warning"})).findings) == [("Teh", "warning")]


def test_a_writer_who_argues_is_not_doubted(loud: Catalog) -> None:
    asks = "Why did it rain? Who knew of it? I did not.\n\n"
    body = SLIPS * 2 + report(flaws=0, words=doubted_up_to(5))
    assert said_beside(run(loud, body + asks + WEAK, **{"plain-slip": "warning"})) == [("rousing", "info")]
    assert len(said_beside(run(loud, body + WEAK, **{"plain-slip": "warning"}))) == 2


def test_figures_are_no_hint_of_other_flaws(loud: Catalog) -> None:
    figures = "".join(f"The looms were tried on {n},700 rolls of paper.\n\n" for n in (1, 2, 3))

    def found(flaws: int) -> list[str]:
        body = report(flaws=flaws, words=doubted_up_to(3)) + "The future looks bright.\n\n" + figures
        findings = run(loud, body, **{"unsourced-figure": "info"})
        return [f.excerpt for f in findings if f.rule == "unsourced-figure"]

    assert not found(3)
    assert found(6) == ["1,700", "2,700", "3,700"]
