"""LanguageTool itself: a real server on loopback, real articles, and the errors that it must find."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import JARS, ROOT
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.engines.languagetool.engine import Engine, Setup
from newslint.engines.languagetool.text import units
from newslint.formats import read, read_text

pytestmark = pytest.mark.slow

NAMES = ("grammar-engine", "spelling", "doubled-word", "word-slip", "verb-agreement")
RULES = Settings(dict.fromkeys(NAMES, "warning"))
HEAD = "Report of the day\n\n"
MARK = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")
PLANTED = [
    line
    for line in (ROOT / "fixtures" / "planted-grammar.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
NEAR = 30
"""Code points that a finding may reach beyond the planted error: engines mark the words that disagree."""


@pytest.fixture
def here(languagetool: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("NEWSLINT_LANGUAGETOOL_URL", languagetool)
    return languagetool


def test_planted_errors_are_found_at_their_place(here: str, catalog: Catalog) -> None:
    assert len(PLANTED) >= 200
    text = HEAD
    places = []
    for line in PLANTED:
        mark = MARK.search(line)
        assert mark
        start = len(text) + mark.start()
        places.append((start, start + len(mark[1])))
        text += line[: mark.start()] + mark[1] + line[mark.end() :] + "\n\n"
    findings = lint(read_text(text, input_format="plain"), catalog, RULES).findings
    missed = [
        line
        for line, (start, end) in zip(PLANTED, places, strict=True)
        if not any(
            f.span.start < end and start < f.span.end and f.span.start >= start - NEAR and f.span.end <= end + NEAR
            for f in findings
        )
    ]
    assert len(missed) <= 0.2 * len(PLANTED), missed


def test_the_corrected_sentences_are_silent(here: str, catalog: Catalog) -> None:
    text = HEAD + "\n\n".join(MARK.sub(r"\2", line) for line in PLANTED) + "\n"
    findings = lint(read_text(text, input_format="plain"), catalog, RULES).findings
    assert len(findings) <= 0.02 * len(PLANTED), [f.excerpt for f in findings]


def test_good_articles_are_silent(here: str, catalog: Catalog) -> None:
    words = 0
    findings = []
    for path in sorted((ROOT / "fixtures" / "clean").iterdir()):
        article = read(str(path))
        words += article.word_count
        outcome = lint(article, catalog, RULES)
        assert not outcome.skipped
        findings += [f"{path.name}:{f.line}: {f.excerpt}" for f in outcome.findings]
    assert words > 300
    assert findings == []


def test_exact_places_in_markdown_with_emoji(here: str, catalog: Catalog) -> None:
    source = "# Report 🍺\n\nThe *brewery* 😀 &amp; its owner could **of** won, see `teh code`.\n"
    findings = lint(read_text(source, input_format="markdown"), catalog, RULES).findings
    assert [source[f.span.start : f.span.end] for f in findings] == ["could **of"]


def test_a_server_that_dies_in_the_middle_is_started_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not JARS:
        pytest.skip("no LanguageTool") if not os.environ.get("CI") else pytest.fail("no LanguageTool")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path))
    engine = Engine(Setup(jars=JARS))
    try:
        first, second = (list(units(read_text(f"{HEAD}It could of {n}.\n"))) for n in ("won", "lost"))
        assert engine.ask(first, "en-US")[-1]
        assert engine._stop
        server = engine._stop.__self__  # type: ignore[attr-defined]
        server._process.send_signal(signal.SIGKILL)
        server._process.wait()
        assert engine.ask(second, "en-US")[-1][0].rule == "MODAL_OF"
        assert engine._stop.__self__ is not server  # type: ignore[attr-defined]
    finally:
        engine.close()


def servers() -> set[str]:
    """The processes that run LanguageTool here."""
    table = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in table.splitlines() if "languagetool.server.HTTPServer" in line}


def test_a_run_with_workers_starts_one_server_and_stops_it(tmp_path: Path) -> None:
    if not JARS:
        pytest.skip("no LanguageTool") if not os.environ.get("CI") else pytest.fail("no LanguageTool")
    before = servers()
    for n in range(60):
        (tmp_path / f"{n:02}.txt").write_text(f"Report {n}\n\nIt could of won {n} times.\n", encoding="utf-8")
    (tmp_path / "newslint.toml").write_text(f'[languagetool]\njars = "{JARS}"\n', encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "newslint",
        "check",
        "--jobs",
        "2",
        "--output-format",
        "json",
        "--ignore",
        "word-slip",
        ".",
    ]
    environment = {**os.environ, "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    report = json.loads(done.stdout)
    assert report["summary"]["skipped"] == []
    found = [f for article in report["articles"] for f in article["findings"] if f["rule"] == "grammar-engine"]
    assert len(found) == 60
    assert servers() == before, "the run has stopped its server"
