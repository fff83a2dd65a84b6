"""Syllables, formulas, agreement with textstat (offline), and where the rules point."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.facts.readability import Counts, readability
from newslint.formats import read_text
from newslint.text.syllables import syllables

PLAIN = [
    """The old ferry left the harbour before sunrise. A dozen people stood on the pier and waved until the boat was a
dot on the water. Nobody spoke much. The captain had worked on the river since he was a boy, and he knew every bend of
it. His daughter will steer the new boat, which runs on batteries and makes hardly any noise.""",
    """The council voted on the new budget after a long debate. Members from both parties complained that the report
had arrived too late for them to study it. The mayor promised to publish future documents at least a week before every
meeting. Residents who live near the station asked for better lighting and a safer crossing, and the council agreed to
examine both requests in the spring.""",
    """Researchers at the university have developed a material that absorbs moisture from the air and releases it when
it is heated by the sun. The material could provide drinking water in remote regions where rivers are polluted. It is
made of cheap ingredients and can be used several thousand times. The team will now test a larger version in the
desert, because laboratory conditions are considerably easier than reality.""",
    """Farmers expect a poor harvest after the driest summer in memory. Many fields turned brown in early July, and the
wells in two villages ran dry. The agriculture ministry has announced emergency payments for families whose income
depends entirely on grain. Opposition politicians criticised the programme as insufficient and demanded permanent
support for irrigation systems instead.""",
]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the price made moved changed's fire loved league through quite"),
        (2, "people table moment science quiet wanted places statement didn't safely prism theatre"),
        (3, "idea museum government commitment industry families creation musical influence however"),
        (4, "technology community reality society particularly's American immediate"),
        (5, "university opportunity international immediately association"),
    ],
)
def test_syllables(count: int, words: str) -> None:
    assert {word: syllables(word.lower()) for word in words.split() if not word.endswith("'s")} == {
        word: count for word in words.split() if not word.endswith("'s")
    }


def article_of(body: str, head: str = "Report of the day"):  # type: ignore[no-untyped-def]
    return read_text(f"{head}\n\n{body}\n", path="x.txt")


def test_formulas_by_hand() -> None:
    counts = Counts(words=100, sentences=5, strokes=470, syllables=150, polysyllables=12, complex=10)
    assert counts.flesch_reading_ease == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert counts.flesch_kincaid_grade == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert counts.gunning_fog == pytest.approx(0.4 * (20 + 10))
    assert counts.smog_index == pytest.approx(1.043 * (30 * 12 / 5) ** 0.5 + 3.1291)
    assert counts.automated_readability_index == pytest.approx(4.71 * 4.7 + 0.5 * 20 - 21.43)


def test_nothing_to_read() -> None:
    article = article_of("")
    counts = readability(article)
    assert counts.words == 0
    assert counts.flesch_kincaid_grade == counts.flesch_reading_ease == 0.0


def test_headings_lists_and_abbreviations_do_not_count_as_sentences() -> None:
    text = "# Head\n\nMr. Lund paid $1.5 million to the U.S. firm.\n\n## A subhead\n\n- one\n- two\n"
    counts = readability(read_text(text, path="x.md"))
    assert counts.sentences == 1
    assert counts.words == 9


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("body", PLAIN, ids=["ferry", "council", "research", "harvest"])
def test_agreement_with_textstat_on_plain_prose(body: str) -> None:
    from newslint.engines.readability import textstat_panel

    article = article_of(body)
    ours, theirs = readability(article), textstat_panel(article)
    for name in ("flesch_kincaid_grade", "smog_index", "automated_readability_index"):
        assert getattr(ours, name) == pytest.approx(theirs[name], abs=0.5), name
    assert ours.flesch_reading_ease == pytest.approx(theirs["flesch_reading_ease"], abs=2)
    grades = ("flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index")
    assert ours.grade == pytest.approx(median(theirs[name] for name in grades), abs=0.5)


@pytest.mark.usefixtures("no_network")
def test_the_panel_is_whole_offline() -> None:
    from newslint.engines.readability import panel

    figures = panel(PLAIN[0])
    assert figures["syllable_count"] > 70
    assert figures["dale_chall_readability_score"] > 0
    assert figures["spache_readability"] > 0


def test_linting_never_imports_textstat(catalog: Catalog) -> None:
    code = (
        "import sys; from newslint.catalog import load; from newslint.engine import Settings, lint; "
        "from newslint.formats import read_text; c = load(plugins=False); "
        "lint(read_text('Head\\n\\n' + 'The long words continue. ' * 60, path='x.txt'), c, "
        "Settings({'grade-level': 'info', 'long-sentence': 'info'})); "
        "sys.exit(bool({'textstat', 'nltk'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


HARD = (
    "Representatives of participating organisations nevertheless characterised the administrative reorganisation as "
    "fundamentally indispensable, notwithstanding considerable reservations concerning the distribution of financial "
    "responsibilities between metropolitan authorities and neighbouring municipalities. "
)


@pytest.mark.parametrize("engine", ["newslint", "textstat"])
def test_grade_level_names_the_hardest_paragraphs(catalog: Catalog, engine: str) -> None:
    easy = "The dog ran to the old man at the gate, and he gave it a bone from the pot. He sat down with it in the sun."
    body = "\n\n".join([easy, HARD * 2, HARD * 3, easy, HARD * 4])
    settings = Settings({"grade-level": "info"}, options={"grade-level": {"engine": engine}})
    (finding,) = lint(article_of(body), catalog, settings).findings
    assert finding.scope == "document"
    assert finding.severity == "warning"
    assert finding.message.endswith("Hardest: lines 5, 7, 11.")
    assert len(finding.related) == 3


def test_long_sentence_says_where_to_split(catalog: Catalog) -> None:
    body = (
        "The vote was close.\n\nThe harbour master told the council on Monday that the ferries would keep to their "
        "winter times until the new landing stage had been tested with a full ship, because the old one had bent under "
        "the load of the Easter traffic and nobody wanted to see that again."
    )
    (finding,) = lint(article_of(body), catalog, Settings({"long-sentence": "info"})).findings
    assert "Split at “because the”" in finding.message
    assert finding.line == 5


@pytest.mark.slow
def test_the_configuration_chooses_the_engine(tmp_path: Path) -> None:
    from newslint.run import Request, Session

    file = tmp_path / "newslint.toml"
    file.write_text('[readability]\nengine = "textstat"\n', encoding="utf-8")
    choice = Session(Request(config=file)).policy().choice("a.txt")
    assert choice.options["grade-level"]["engine"] == "textstat"
