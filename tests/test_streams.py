"""Long runs: articles are reported one by one, memory does not grow, a file is written whole or not at all."""

from __future__ import annotations

import gc
import io
import itertools
import sys
import tracemalloc
from pathlib import Path

import pytest

from newslint.cli.output import Target, in_one_pass, write_all, written
from newslint.errors import InputError
from newslint.reporters import ONE_PASS, REPORTERS, ArticleReport, Options, Report, reporter
from newslint.run import Request, Session, articles, begin, linting, parallel
from newslint.run.linting import Linted

pytestmark = pytest.mark.slow

ONLY = Request(isolated=True, values={"select": ["percent-change-mismatch"]}, cache=False)
FLAWED = "Brewer opens bar {}\n\nSales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said.\n\n"
FILLER = "The brewery has stood at the harbour since the town was founded, and its cellar is older still.\n\n"


def desk(folder: Path, files: int) -> list[str]:
    folder.mkdir()
    for i in range(files):
        (folder / f"{i:04}.txt").write_text(FLAWED.format(i) + FILLER * 20, encoding="utf-8")
    return [str(folder)]


def peak(folder: Path, files: int, keep: bool) -> int:
    """Bytes at the worst moment of a run."""
    paths = desk(folder, files)
    session = Session(ONLY)
    linting.lint_path(session, f"{paths[0]}/0000.txt")  # loads modules and tables
    gc.collect()
    tracemalloc.start()
    try:
        run = begin(session, paths, keep=keep)
        assert sum(len(article.findings) for article in run.report.articles) == files
        if keep:
            assert sum(len(article.source) > 1000 for article in run.report.articles) == files
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("keep", [False, True])
def test_memory_does_not_grow_with_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool) -> None:
    monkeypatch.setattr(articles, "IN_MEMORY", 10)
    few, many = (peak(tmp_path / str(n), n, keep) for n in (15, 65))
    assert many - few < 50 * 2000, (
        "more than the path of each article of 2,000 characters and its findings stays behind"
    )


def test_cost_of_an_article_does_not_grow_with_the_run(tmp_path: Path) -> None:
    costs = []
    for files in (10, 10, 60):  # the first loads modules and tables
        calls = 0

        def note(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += event == "call"

        paths = desk(tmp_path / str(len(costs)), files)
        sys.setprofile(note)
        try:
            assert len(list(begin(Session(ONLY), paths, keep=False).report.articles)) == files
        finally:
            sys.setprofile(None)
        costs.append(calls / files)
    assert costs[2] < 1.1 * costs[1]


def test_an_article_is_reported_before_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    whole = linting.lint_path

    def noted(session: Session, path: str) -> object:
        read.append(path)
        return whole(session, path)

    monkeypatch.setattr(linting, "lint_path", noted)
    run = begin(Session(ONLY), desk(tmp_path / "a", 5), keep=False)
    said = []
    for article in run.report.articles:
        said.append(article.path)
        assert read == said
    assert len(said) == 5
    assert run.result().failed


def test_workers_are_not_far_ahead(tmp_path: Path) -> None:
    [folder] = desk(tmp_path / "a", 1)
    asked = 0

    def endless() -> object:
        nonlocal asked
        for _ in itertools.count():
            asked += 1
            yield f"{folder}/0000.txt"

    results = parallel.lint_items(Session(ONLY), endless(), 2)  # type: ignore[arg-type]
    assert all(isinstance(next(results), Linted) for _ in range(20))
    results.close()  # type: ignore[attr-defined]
    assert asked <= parallel.CHUNK_ITEMS * (2 * parallel.AHEAD + 3)


@pytest.mark.parametrize("name", sorted(ONE_PASS))
def test_outputs_of_one_pass(name: str) -> None:
    report = Report(())
    report.articles = (article for article in [ArticleReport("a.txt"), ArticleReport("b.txt")])
    reporter(name)(report, io.StringIO(), Options())
    assert in_one_pass([Target(reporter(name), None)])


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_long_runs_are_written_like_short_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    paths = desk(tmp_path / "a", 4)
    outputs = []
    for in_memory in (100, 1):
        monkeypatch.setattr(articles, "IN_MEMORY", in_memory)
        for keep in {True, name not in ONE_PASS}:
            run = begin(Session(ONLY), paths, keep=keep)
            write_all([Target(reporter(name), str(tmp_path / "out"))], run.report, Options())
            outputs.append((tmp_path / "out").read_text(encoding="utf-8"))
    assert len(set(outputs)) == 1
    assert outputs[0]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    old = tmp_path / "out.txt"
    old.write_text("old")
    with pytest.raises(KeyboardInterrupt), written(str(old)) as out:
        out.write("new" * 100_000)
        raise KeyboardInterrupt
    assert old.read_text() == "old"
    with written(str(old)) as out:
        out.write("new\r\n")
    assert old.read_bytes() == b"new\r\n"
    with pytest.raises(InputError, match="cannot be written"), written(str(tmp_path / "no" / "out.txt")) as out:
        out.write("new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
