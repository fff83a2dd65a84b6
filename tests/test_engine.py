"""The engine: masks, severities, places, fixes, fingerprints, rules that throw, suppressions."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.article import Article
from newslint.catalog import Catalog, load
from newslint.engine import Outcome, Settings, lint
from newslint.errors import RuleError
from newslint.formats import read_text
from newslint.ledger import Ledger
from newslint.rules import Hit, Rule, rule
from newslint.text.phrases import Lexicon
from newslint.text.span import Span
from newslint.text.words import split_words

PACK = """\
loud-word:
  summary: A loud word.
  doc: Say what happened.
  severity: warning
  message: 'Cut "{span}".'
  words: [thunderous]
  bad: [A <<thunderous>> win., The <<thunderous>> end.]
  good: [A win., The end.]
"""


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    folder = tmp_path_factory.mktemp("packs")
    (folder / "hype.yaml").write_text(PACK, encoding="utf-8")
    return load([folder / "hype.yaml"], plugins=False)


def run(catalog: Catalog, text: str, name: str = "loud-word", **settings: object) -> Outcome:
    article = read_text(text, input_format="markdown" if text.startswith("---") else "plain")
    return lint(
        article, catalog, Settings({name: catalog.rules[name].severity, "unused-suppression": "warning"}, **settings)
    )  # type: ignore[arg-type]


def test_positions_count_code_points_of_the_source(words: Catalog) -> None:
    text = "Report of the day\r\n\r\nThe 😀 crowd gave a thunderous cheer.\r\n"
    [found] = run(words, text).findings
    assert text[found.span.start : found.span.end] == "thunderous" == found.excerpt
    assert (found.line, found.column) == (3, 1 + text.split("\r\n")[2].index("thunderous"))


def test_words_of_others_are_masked(words: Catalog) -> None:
    text = 'Report of the day\n\n"It was a thunderous night for the whole club," captain Mira Lund said on Monday.\n'
    assert not run(words, text).findings


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("Captain Mira Lund said that", 0),
        ("Captain Mira Lund said so. She explained that", 0),
        ("The club lost a night which Captain Mira Lund thinks hid", 0),
        ("Captain Mira Lund felt ill on", 1),
        ("Many fans said that", 1),
        ("Captain Mira Lund said little on", 1),
    ],
)
def test_what_somebody_said_is_retold_in_their_words(words: Catalog, lead: str, found: int) -> None:
    text = f"Report of the day\n\n{lead} the thunderous night hid much.\n"
    assert len(run(words, text).findings) == found


def test_a_fingerprint_survives_edits_elsewhere(words: Catalog) -> None:
    before = "Report of the day\n\nThe club won on Monday.\n\nIt was a thunderous night in Oslo.\n"
    after = before.replace("The club won on Monday.", "A new first paragraph.\n\nThe club won again, by far.")
    [a], [b] = run(words, before).findings, run(words, after).findings
    assert a.fingerprint == b.fingerprint and a.line != b.line
    [c] = run(words, before.replace("night in Oslo", "night in Bergen")).findings
    assert c.fingerprint != a.fingerprint


def test_equal_flaws_get_an_ordinal(words: Catalog) -> None:
    sentence = "It was a thunderous night.\n\n"
    prints = [f.fingerprint for f in run(words, "Report of the day\n\n" + sentence * 3).findings]
    assert [p.partition(":")[2] for p in prints] == ["1", "2", "3"]
    assert len({p.partition(":")[0] for p in prints}) == 1


def test_a_rule_that_throws_spoils_only_its_own_result(words: Catalog) -> None:
    def check(article: Article) -> Iterator[Hit]:
        raise KeyError("x")
        yield

    broken = Rule("broken", "hype", "warning", check, source="house.py:3")
    catalog = Catalog({**words.rules, "broken": broken}, words.lexicon, {})
    outcome = lint(
        read_text("Report of the day\n\nA thunderous win.\n"),
        catalog,
        Settings({"broken": "error", "loud-word": "warning"}),
    )
    assert [(c.rule, c.error, c.source) for c in outcome.crashes] == [("broken", "KeyError: 'x'", "house.py:3")]
    assert [f.rule for f in outcome.findings] == ["loud-word"]


def test_an_article_in_another_language_is_left_alone(words: Catalog) -> None:
    outcome = run(words, "---\ntitle: Bericht\nlang: de\n---\n\nA thunderous win.\n")
    assert not outcome.findings
    assert "written in 'de'" in outcome.skipped[0]


def test_a_hit_may_be_less_sure_unless_the_user_decided(words: Catalog) -> None:
    @rule("warning", family="names", bad=["<<a>>", "<<b>>"], good=["c", "d"])
    def unsure(article: Article) -> Iterator[Hit]:
        """Unsure."""
        yield Hit(Span(0, 1), "perhaps", severity="info")

    catalog = Catalog({**words.rules, "unsure": unsure}, words.lexicon, {})
    article = read_text("Report of the day\n\nA win.\n")
    assert lint(article, catalog, Settings({"unsure": "warning"})).findings[0].severity == "info"
    assert lint(article, catalog, Settings({"unsure": "error"})).findings[0].severity == "error"


# -- suppressions ------------------------------------------------------------------------------------------------------

PARAGRAPH = "It was a thunderous night.\n\n"
FRONT = "---\ntitle: Rovers win\n---\n\n"


@pytest.mark.parametrize(
    ("text", "found", "suppressed"),
    [
        (FRONT + "<!-- newslint-disable-next-line loud-word -- his word -->\n\n" + PARAGRAPH * 2, ["loud-word"], 1),
        (
            FRONT + "<!-- newslint-disable loud-word -->\n\n" + PARAGRAPH + "<!-- newslint-enable -->\n\n" + PARAGRAPH,
            ["loud-word"],
            1,
        ),
        (FRONT + PARAGRAPH + "<!-- newslint-disable-file hype -->\n\n" + PARAGRAPH, [], 2),
        ("---\ntitle: Rovers win\nnewslint: {ignore: [loud-word], reason: quoted}\n---\n\n" + PARAGRAPH, [], 1),
        ("Rovers win\n\n#newslint: disable-next-line loud-word -- his word\n\n" + PARAGRAPH * 2, ["loud-word"], 1),
        ("Rovers win\n\n# newslint: disable-next-line loud-word -- his word\n\n" + PARAGRAPH * 2, ["loud-word"], 1),
        (FRONT + "<!-- newslint-disable-next-line loud-word -->\n\nA quiet night.\n", ["unused-suppression"], 0),
        (
            FRONT + "<!-- newslint-disable-next-line loud-wrod -->\n\n" + PARAGRAPH,
            ["unused-suppression", "loud-word"],
            0,
        ),
        (FRONT + "<!-- newslint-disable -->\n\n" + PARAGRAPH, ["unused-suppression", "loud-word"], 0),
    ],
)
def test_suppressions(words: Catalog, text: str, found: list[str], suppressed: int) -> None:
    outcome = run(words, text)
    assert [f.rule for f in outcome.findings] == found
    assert outcome.suppressed == suppressed


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("disable-line", "disable-next-line"),
        ("disable-lines", "disable-next-line"),
        ("disable-first-line", "disable-next-line"),
        ("disabel", "disable"),
        ("disable-fiel", "disable-file"),
    ],
)
def test_an_order_there_is_not_is_taken_for_none_that_is_wider(words: Catalog, word: str, meant: str) -> None:
    outcome = run(words, FRONT + f"<!-- newslint-{word} loud-word -->\n\n" + PARAGRAPH)
    [said] = [finding.message for finding in outcome.findings if finding.rule == "unused-suppression"]
    assert f"(did you mean '{meant}'?)" in said
    assert ("covers the whole next block" in said) == (meant == "disable-next-line")


def test_a_suppression_of_an_unknown_rule_says_which_was_meant(words: Catalog) -> None:
    outcome = run(words, FRONT + "<!-- newslint-disable-next-line loud-wrod -->\n\n" + PARAGRAPH)
    assert "did you mean 'loud-word'?" in outcome.findings[0].message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FRONT + "<!-- newslint-disable-nextline loud-word -->\n\n" + PARAGRAPH, "mean 'disable-next-line'?"),
        (FRONT + "It <!-- newslint-ignore loud-word --> was a thunderous night.\n", "there are disable-next-line,"),
        (FRONT + "<!-- newslint disable-file loud-word -->\n\n" + PARAGRAPH, "write newslint-disable-file"),
        ("Rovers win\n\n#newslint: disable-nextline loud-word\n\n" + PARAGRAPH, "mean 'disable-next-line'?"),
        ("Rovers win\n\n<!-- newslint-disable-nextline loud-word -->\n\n" + PARAGRAPH, "mean 'disable-next-line'?"),
        ("---\ntitle: Rovers win\nnewslint: {ignor: [loud-word]}\n---\n\n" + PARAGRAPH, "did you mean 'ignore'?"),
        ("---\ntitle: Rovers win\nnewslint: loud-word\n---\n\n" + PARAGRAPH, "write newslint: {ignore: [RULE]"),
        (FRONT + PARAGRAPH + "<!-- newslint-enable loud-word -->\n", "Nothing above switches loud-word off"),
        (FRONT + PARAGRAPH + "<!-- newslint-enable -->\n", "Nothing above switches anything off"),
    ],
)
def test_an_order_that_does_nothing_is_told(words: Catalog, text: str, said: str) -> None:
    outcome = run(words, text)
    assert sorted(f.rule for f in outcome.findings) == ["loud-word", "unused-suppression"]
    assert said in next(f.message for f in outcome.findings if f.rule == "unused-suppression")


@pytest.mark.parametrize("comment", ["enable comments", "newslinter was here", "disable loud-word"])
def test_other_comments_are_not_ours(words: Catalog, comment: str) -> None:
    outcome = run(words, f"{FRONT}<!-- {comment} -->\n\n{PARAGRAPH}")
    assert [f.rule for f in outcome.findings] == ["loud-word"]


def test_the_end_of_a_bad_order_is_no_second_flaw(words: Catalog) -> None:
    text = FRONT + "<!-- newslint-disble loud-word -->\n\n" + PARAGRAPH + "<!-- newslint-enable loud-word -->\n"
    assert sorted(f.rule for f in run(words, text).findings) == ["loud-word", "unused-suppression"]


def test_reasons_can_be_asked_for(words: Catalog) -> None:
    text = FRONT + "<!-- newslint-disable-next-line loud-word -->\n\n" + PARAGRAPH
    assert [f.rule for f in run(words, text, require_reason=True).findings] == ["unused-suppression"]


# -- cost --------------------------------------------------------------------------------------------------------------


def test_a_shared_fact_is_charged_to_itself_and_not_to_the_rule_that_asks_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticks = itertools.count()
    monkeypatch.setattr("newslint.ledger.perf_counter", lambda: float(next(ticks)))
    ledger = Ledger()

    def asks() -> None:
        ledger.charge("fact", lambda: None)
        ledger.charge("fact", lambda: None)

    ledger.charge("rule", asks)
    assert ledger.seconds == {"fact": 2.0, "rule": 3.0}  # of five ticks in all

    catalog = load(plugins=False)
    article = read_text("Prices\n\nPrices rose from $40 to $50, up 20%, on Monday, 3 May 2021.", input_format="plain")
    asked = Settings({"percent-change-mismatch": "error", "total-mismatch": "error"}, timed=True)
    seconds = lint(article, catalog, asked).seconds
    assert {"figures (fact)", "dates (fact)", "percent-change-mismatch"} <= seconds.keys()
    assert not lint(article, catalog, asked._replace(timed=False)).seconds


@pytest.mark.slow
def test_a_hundred_idle_rules_cost_under_50_ms_a_megabyte() -> None:
    def asleep(article: Article) -> Iterator[Hit]:
        raise AssertionError("woken for nothing")
        yield

    rules = {f"idle-{i}": Rule(f"idle-{i}", "names", "warning", asleep, wakes=("no-such-phrase",)) for i in range(100)}
    idle = Catalog(rules, Lexicon.of(()), {})
    none = Catalog({}, idle.lexicon, {})
    text = "Report of the day\n\n" + "The council met on Tuesday and voted on the budget of the year.\n\n" * 40
    texts = [text] * (1_000_000 // len(text))

    def seconds(catalog: Catalog) -> float:
        settings = Settings(dict.fromkeys(catalog.rules, "warning"))
        articles = [read_text(text) for text in texts]
        started = time.process_time()
        for article in articles:
            lint(article, catalog, settings)
        return time.process_time() - started

    # Pairs, because a shared machine changes its pace between one measurement and the next.
    assert min(seconds(idle) - seconds(none) for _ in range(6)) < 0.05


@pytest.mark.slow
def test_the_catalog_is_kept_and_a_broken_store_is_healed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    first = load(plugins=False)
    [store] = tmp_path.iterdir()
    for damage in (b"", b"garbage", store.read_bytes()[:-200]):
        store.write_bytes(damage)
        assert load(plugins=False).rules.keys() == first.rules.keys()
    whole = store.read_bytes()
    store.write_bytes(whole[: len(whole) // 2] + bytes(byte ^ 1 for byte in whole[len(whole) // 2 :]))
    hurt = load(plugins=False)
    with pytest.raises(RuleError, match="run newslint again"):
        hurt.lexicon.find("experts say", split_words("experts say"))
    assert not store.exists()
    assert load(plugins=False).rules.keys() == first.rules.keys()


def test_a_home_that_cannot_be_written_costs_no_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert load(plugins=False).rules


def test_what_is_said_of_the_whole_article_stands_at_its_top(catalog: Catalog) -> None:
    head = "---\ntitle: Lumora opens in Graz\n---\n\n"
    deal = "The start-up Lumora raised $40 million in new funding, Ines Roy said.\n"
    below = run(catalog, f"{head}The office opened on Monday.\n\n{deal}", "deal-terms-missing").findings
    first = run(catalog, f"{head}{deal}", "deal-terms-missing").findings
    assert [(f.scope, f.line, f.column, f.excerpt) for f in (*below, *first)] == [
        ("document", 2, 8, "Lumora opens in Graz"),
        ("document", 5, 28, "$40 million"),
    ]


@pytest.mark.parametrize("text", ("2027.", "The strike was never just about pay. It", "The plan isn't cheap; the plan"))
def test_a_text_may_end_anywhere(catalog: Catalog, text: str) -> None:
    outcome = lint(read_text(text, input_format="markdown"), catalog, Settings(dict.fromkeys(catalog.rules, "info")))
    assert not outcome.crashes
