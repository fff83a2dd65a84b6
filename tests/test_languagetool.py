"""What goes to LanguageTool and what comes back; a recorded server stands for the real one, and for its bad days."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from languagetool_stub import BAR, Answer, Stub, bar, complaint, said
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.engines.languagetool import client, dialect, engine, proofread
from newslint.engines.languagetool.client import Client
from newslint.engines.languagetool.engine import Engine, Setup
from newslint.engines.languagetool.text import annotation, from_wide, units, wide_length
from newslint.formats import read_text

pytestmark = pytest.mark.slow


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., Stub]]:
    """Start a stub and make it the engine, with a cache of its own."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(client, "_LONGEST_WAIT", 0.05)
    started: list[Stub] = []

    def start(answer: Callable[[dict[str, str], int], Answer] = lambda fields, n: said()) -> Stub:
        started.append(Stub(answer))
        monkeypatch.setenv("NEWSLINT_LANGUAGETOOL_URL", started[-1].url)
        return started[-1]

    yield start
    for server in started:
        server.shutdown()
        server.server_close()


def settings(*rules: str, asked: bool = True) -> Settings:
    return Settings(dict.fromkeys(rules, "warning"), asked=frozenset(rules if asked else ()))


# -- text and places ---------------------------------------------------------------------------------------------------


def test_utf_16_places_become_code_points() -> None:
    text = "a😀b🍺c"
    assert wide_length(text) == 7
    assert [from_wide(text, n) for n in range(9)] == [0, 1, 1, 2, 3, 3, 4, 5, None]
    assert from_wide("abc", 4) is None


def test_both_ends_are_exact_after_emoji(stub: Callable[..., Stub]) -> None:
    stub()
    article = bar()
    assert [article.text[slice(*match.span)] for match in proofread(article)] == ["goverment", "could of", "depends of"]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Read https://brewer.example/of today.", ["https://brewer.example/of"]),
        ("Run `pip instal x` today.", ["pip", "instal", "x"]),
        ("Nothing to hide.", []),
    ],
)
def test_addresses_and_code_are_hidden(markdown: str, expected: list[str]) -> None:
    article = read_text(f"# Report\n\n{markdown}\n", input_format="markdown")
    parts = annotation(list(units(article)))
    assert [part["markup"] for part in parts if part.get("interpretAs") == "this"] == expected


def test_annotation_holds_every_sentence_once() -> None:
    article = bar()
    whole = "".join(part.get("text", part.get("markup", "")) for part in annotation(list(units(article))))
    assert [article.text[slice(*unit.span)] for unit in units(article)] == whole.strip("\n").split("\n\n")


def test_a_match_over_two_sentences_is_dropped(stub: Callable[..., Stub]) -> None:
    stub(lambda fields, n: said([{"offset": 30, "length": 20, "rule": {"id": "X", "category": {"id": "GRAMMAR"}}}]))
    assert proofread(bar()) == ()


def test_quotations_are_not_reported(stub: Callable[..., Stub], catalog: Catalog) -> None:
    text = "“We could of won,” the coach said.\n"

    def answer(fields: dict[str, str], n: int) -> Answer:
        sent = "".join(p.get("text", p.get("markup", "")) for p in json.loads(fields["data"])["annotation"])
        rule = {"id": "MODAL_OF", "issueType": "misspelling", "category": {"id": "TYPOS"}}
        return said([{"offset": sent.index("could of"), "length": 8, "message": "m", "rule": rule}])

    stub(answer)
    assert lint(read_text(text, input_format="plain"), catalog, settings("grammar-engine")).findings == []
    bare = read_text(text.translate({0x201C: None, 0x201D: None}), input_format="plain")
    assert [f.excerpt for f in lint(bare, catalog, settings("grammar-engine")).findings] == ["could of"]


@pytest.mark.parametrize(
    ("lang", "configured", "text", "expected"),
    [
        ("en-AU", "", "x", "en-AU"),
        ("en_gb", "", "x", "en-GB"),
        ("en-IE", "en-US", "x", "en-GB"),
        ("", "en-CA", "The colour of labour.", "en-CA"),
        ("en", "", "The colour of labour.", "en-GB"),
        ("", "", "The color of labor.", "en-US"),
        ("", "", "Nothing to tell by.", "en-US"),
    ],
)
def test_dialect(lang: str, configured: str, text: str, expected: str) -> None:
    head = f"---\nlang: {lang}\n---\n" if lang else ""
    article = read_text(f"{head}# Report\n\n{text}\n", input_format="markdown")
    assert dialect(article, Setup(language=configured)) == expected


# -- the cache ---------------------------------------------------------------------------------------------------------


def test_an_unchanged_sentence_is_not_asked_again(stub: Callable[..., Stub]) -> None:
    server = stub()
    first = proofread(bar())
    assert proofread(bar()) == first
    assert len(server.asked) == 1
    changed = read_text(BAR.replace("The outcome", "Its outcome"), input_format="plain")
    server.answer = lambda fields, n: said([])
    assert [match.rule for match in proofread(changed)] == [match.rule for match in first[:2]]
    sent = json.loads(server.asked[1]["data"])["annotation"]
    assert [part["text"] for part in sent if "text" in part] == ["Its outcome depends of the weather."]


def test_a_cache_that_cannot_be_written_costs_nothing_else(
    stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stub()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert len(proofread(bar())) == 3


def test_a_broken_cache_is_passed_over(stub: Callable[..., Stub], tmp_path: Path) -> None:
    stub()
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "languagetool.sqlite").write_bytes(b"no database" * 100)
    assert len(proofread(bar())) == 3


# -- bad days ----------------------------------------------------------------------------------------------------------


def test_429_is_waited_out(stub: Callable[..., Stub]) -> None:
    server = stub(lambda fields, n: (429, {"Retry-After": "9"}, b"slow down") if n < 3 else said())
    assert len(proofread(bar())) == 3
    assert len(server.asked) == 3


def test_429_for_good(stub: Callable[..., Stub]) -> None:
    server = stub(lambda fields, n: (429, {}, b""))
    assert "too many requests" in complaint()
    assert "too many requests" in complaint()
    assert len(server.asked) == 3, "an engine that gave up is not asked for the next article"


def test_413_is_asked_in_halves(stub: Callable[..., Stub]) -> None:
    def answer(fields: dict[str, str], n: int) -> Answer:
        sentences = [part for part in json.loads(fields["data"])["annotation"] if part.get("markup") == "\n\n"]
        return (413, {}, b"") if len(sentences) > 1 else said([])

    server = stub(answer)
    assert proofread(bar()) == ()
    assert len(server.asked) == 7


def test_one_sentence_too_long_for_the_server_is_left_out(stub: Callable[..., Stub]) -> None:
    stub(lambda fields, n: (413, {}, b""))
    assert proofread(bar()) == ()


def test_a_server_that_hangs_up_is_asked_again(stub: Callable[..., Stub]) -> None:
    server = stub(lambda fields, n: (0, {}, b"") if n == 1 else said())
    assert len(proofread(bar())) == 3
    assert len(server.asked) == 2


def test_no_answer_in_time(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(fields: dict[str, str], n: int) -> Answer:
        time.sleep(0.3)
        return said()

    stub(answer)
    monkeypatch.setattr(Client.__init__, "__defaults__", (0.05,))
    assert "no answer within 0.05 seconds" in complaint()


@pytest.mark.parametrize("data", [b"<html>", b"[]", b'{"software": {}}'])
def test_something_else_answers(stub: Callable[..., Stub], data: bytes) -> None:
    stub(lambda fields, n: (200, {}, data))
    assert "no LanguageTool server" in complaint()


def test_a_refusal_is_passed_on(stub: Callable[..., Stub]) -> None:
    stub(lambda fields, n: (400, {}, b"Error: 'en-XX' is not a language code"))
    assert "answered 400, “Error: 'en-XX'" in complaint()


def test_nobody_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    assert "is the server running?" in complaint(Setup(url=url))


@pytest.mark.parametrize("url", ["ftp://x", "http://", "http://h:port"])
def test_an_address_that_is_none(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    assert "is no address" in complaint(Setup(url=url))


def test_text_leaves_only_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    assert "would leave this machine" in complaint(Setup(url="https://api.languagetool.org"))
    engine.refuse_public("https://api.languagetool.org", True)
    assert engine.leaves_for({"url": "https://api.languagetool.org"}) == "api.languagetool.org"
    assert engine.leaves_for({"url": "http://localhost:8081"}) == ""


# -- what a run makes of it --------------------------------------------------------------------------------------------


def test_skipped_or_an_error(catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    broken = settings("grammar-engine", "doubled-word", asked=False)._replace(languagetool={"jars": "/nowhere"})
    article = read_text("Report\n\nThe the minister left.\n", input_format="plain")
    outcome = lint(article, catalog, broken)
    assert outcome.skipped == ("grammar-engine: no such folder of jars: /nowhere",)
    assert outcome.errors == ()
    assert [f.rule for f in outcome.findings] == ["doubled-word"], "the other rules go on"
    outcome = lint(article, catalog, broken._replace(asked=frozenset(["grammar-engine"])))
    assert outcome.errors == ("grammar-engine: no such folder of jars: /nowhere",)


def test_an_engine_is_not_started_for_what_is_kept(stub: Callable[..., Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    stub()
    url = os.environ["NEWSLINT_LANGUAGETOOL_URL"]
    kept = Engine(Setup(url=url))
    asked = list(units(bar()))
    answers = kept.ask(asked, "en-US")
    fresh = Engine(Setup(url=url))
    monkeypatch.setattr(Engine, "open", lambda self: pytest.fail("started"))
    assert fresh.ask(asked, "en-US") == answers
