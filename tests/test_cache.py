"""Results of earlier runs: used when nothing has changed, never when anything has, and never needed."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest

from newslint.article import Article
from newslint.cli import run
from newslint.run import CACHE, CACHE_FILE, CACHE_MADE_FROM, CACHE_RECORD, CACHE_USED_FROM, linting
from newslint.run.linting import Linted
from newslint.run.session import Session
from record_files import lines

pytestmark = pytest.mark.slow

FILES = CACHE_MADE_FROM + 3
TEXT = "Mill {} opens\n\nThe mill is a watershed moment for the town, says “Ines Roy”.\n\nIt costs $5 million.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for i in range(FILES):
        (tmp_path / f"{i:02}.md").write_text(TEXT.format(i), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def linted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are linted and not taken from the cache."""
    paths: list[str] = []
    lint = linting.lint

    def noted(session: Session, article: Article) -> Linted:
        paths.append(article.path)
        return lint(session, article)

    monkeypatch.setattr(linting, "lint", noted)
    return paths


def report(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What a check of everything writes on stdout."""
    run(["check", "--jobs", "1", "--output-format", "json", *options, "."])
    return capsys.readouterr().out


def test_a_second_run_lints_nothing_and_says_the_same(
    folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys)
    assert len(linted) == FILES
    assert report(capsys) == first
    assert "watershed moment" in first
    assert len(linted) == FILES
    assert report(capsys, "--output-format", "full:full.txt") == first
    assert "watershed moment for the town" in (folder / "full.txt").read_text(encoding="utf-8")


def test_outputs_with_the_source_and_several_processes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for jobs in ("2", "1", "2"):
        run(["check", "--jobs", jobs, "--color", "never", "."])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] == outputs[2] != ""


def test_what_changed_is_linted(folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    report(capsys)
    linted.clear()
    (folder / "03.md").write_text("Mill opens\n\nIt is open.\n", encoding="utf-8")
    (folder / "04.md").rename(folder / "zz.md")
    report(capsys)
    assert linted == ["03.md", "zz.md"]


def test_figures_of_an_article_are_kept_for_outputs_without_them(
    folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "--jobs", "1", "--output-format", "concise", "."])
    plain = capsys.readouterr().out
    first = report(capsys)
    assert len(linted) == 2 * FILES
    linted.clear()
    run(["check", "--jobs", "1", "--output-format", "concise", "."])
    assert capsys.readouterr().out == plain
    assert report(capsys) == first
    assert not linted


@pytest.mark.parametrize("options", [["--ignore", "hype"], ["--date", "2026-03-01"], ["--profile", "opinion"]])
def test_other_settings(
    folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    report(capsys)
    linted.clear()
    assert report(capsys, *options) == report(capsys, *options, "--no-cache")
    assert len(linted) == 2 * FILES


def test_a_configuration_and_its_overrides(folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    config = folder / "newslint.toml"
    config.write_text("", encoding="utf-8")
    report(capsys)
    linted.clear()
    config.write_text('[[overrides]]\npaths = ["07.md"]\nignore = ["hype"]\n', encoding="utf-8")
    said = report(capsys)
    assert len(linted) == FILES
    assert report(capsys) == said
    assert len(linted) == FILES
    config.write_text('[[overrides]]\npaths = ["08.md"]\nignore = ["hype"]\n', encoding="utf-8")
    assert report(capsys) != said


@pytest.mark.slow
def test_a_pack_of_the_house(folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    pack = "{}:\n  summary: Say mill.\n  message: Say {}.\n  severity: info\n  words: [{}]\n"
    pack += "  bad: [The <<{}>>., A <<{}>>.]\n  good: [It., That.]\n"
    (folder / "newslint.toml").write_text('packs = ["house.yaml"]\n', encoding="utf-8")
    (folder / "house.yaml").write_text(pack.format("no-mill", *["mill"] * 4), encoding="utf-8")
    assert "no-mill" in report(capsys)
    (folder / "house.yaml").write_text(pack.format("no-town", *["town"] * 4), encoding="utf-8")
    said = report(capsys)
    assert "no-mill" not in said
    assert "no-town" in said


@pytest.mark.parametrize("option", ["--no-cache", "--timings", "--fix", "--corpus"])
def test_runs_without(folder: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    report(capsys, option)
    assert not (folder / CACHE).exists()


def test_few_files_leave_none_behind_but_use_one(
    folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    some = [f"{i:02}.md" for i in range(CACHE_USED_FROM)]
    run(["check", *some])
    assert not (folder / CACHE).exists()
    report(capsys)
    linted.clear()
    run(["check", "--output-format", "json", *some])
    assert not linted
    run(["check", "--output-format", "json", *some[:-1]])
    assert len(linted) == CACHE_USED_FROM - 1


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """Records of ``a.jsonl``, which is long enough to leave a cache behind."""
    monkeypatch.chdir(tmp_path)
    told = [{"text": TEXT.format(i), "note": "n" * CACHE_RECORD} for i in range(CACHE_MADE_FROM)]
    lines(tmp_path / "a.jsonl", *told)
    return told


def test_records_are_kept_one_by_one(
    records: list[dict[str, str]], linted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = report(capsys)
    assert linted == ["a.jsonl"] * len(records) and first.count('"field": "/text"') == len(records)
    linted.clear()
    assert report(capsys) == first and not linted
    for name in ("full", "html"):
        shown = report(capsys, "--output-format", f"{name}:{name}.kept") and Path(f"{name}.kept").read_bytes()
        assert not linted
        report(capsys, "--no-cache", "--output-format", f"{name}:{name}")
        assert Path(name).read_bytes() == shown and b"watershed moment" in shown
        linted.clear()
    records[7]["text"] = records[7]["text"].replace("watershed", "defining")
    lines(Path("a.jsonl"), *records, {"text": "Quay opens\n\nIt is a watershed moment.\n"})
    changed = report(capsys)
    assert len(linted) == 2 and changed == report(capsys, "--no-cache") != first


def test_a_record_in_another_place_is_linted(
    records: list[dict[str, str]], linted: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    report(capsys)
    linted.clear()
    lines(Path("a.jsonl"), *records[1:], records[0])  # its findings have other lines and numbers
    assert report(capsys) == report(capsys, "--no-cache")
    assert len(linted) == 2 * len(records)


def test_long_files_of_records_leave_no_cache_of_their_length(
    records: list[dict[str, str]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.run.CACHE_RECORDS_UP_TO", os.path.getsize("a.jsonl") - 1)
    report(capsys)
    assert not Path(CACHE).exists()


def damage_all(file: Path) -> None:
    file.write_bytes(b"no database at all" * 100)


def damage_pages(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 3 :: 50] = b"\xff" * len(data[len(data) // 3 :: 50])
    file.write_bytes(bytes(data))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def change_results(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("UPDATE results_1 SET result = replace(result, 'watershed', 'whatever')")
    database.close()


def other_table(file: Path) -> None:
    with sqlite3.connect(file) as database:
        database.execute("DROP TABLE results_1")
        database.execute("CREATE TABLE results_1 (a)")
    database.close()


@pytest.mark.parametrize("harm", [damage_all, damage_pages, cut, empty, change_results, other_table])
def test_damage_is_noticed_and_healed(
    folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str], harm: object
) -> None:
    first = report(capsys)
    harm(folder / CACHE / CACHE_FILE)  # type: ignore[operator]
    assert report(capsys) == first
    linted.clear()
    assert report(capsys) == first
    assert not linted


def test_a_folder_that_cannot_be_written_to(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = report(capsys, "--no-cache")
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert report(capsys) == first
        if os.geteuid():
            assert not (folder / CACHE).exists()
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_folder_of_that_name_that_is_not_ours(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / CACHE).mkdir()
    (folder / CACHE / "diary.txt").write_text("mine", encoding="utf-8")
    run(["check", "--output-format", "json", "."])
    said = f"newslint: {CACHE}: holds files that are not newslint's, so that no results are kept there\n"
    assert capsys.readouterr().err == said
    assert [file.name for file in (folder / CACHE).iterdir()] == ["diary.txt"]


@pytest.mark.parametrize("before", ["nothing", "an empty folder", "a file", "an old cache"])
def test_the_folder_is_ignored_by_git(
    folder: Path, linted: list[str], capsys: pytest.CaptureFixture[str], before: str
) -> None:
    if before == "an empty folder":
        (folder / CACHE).mkdir()
    elif before == "a file":
        (folder / CACHE).write_text("of whatever kind", encoding="utf-8")
    elif before == "an old cache":
        with sqlite3.connect(folder / CACHE) as old:
            old.execute("CREATE TABLE results_1 (path BLOB PRIMARY KEY)")
        old.close()
    report(capsys)
    linted.clear()
    report(capsys)
    assert not linted
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    status = subprocess.run(
        ["git", "status", "--short", "-uall"], cwd=folder, check=True, capture_output=True, text=True
    )
    assert CACHE not in status.stdout and "00.md" in status.stdout
    assert (folder / CACHE / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_another_run_that_writes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newslint.run.cache._SECONDS", 0.05)
    first = report(capsys)
    database = sqlite3.connect(folder / CACHE / CACHE_FILE, isolation_level=None)
    database.execute("BEGIN EXCLUSIVE")
    try:
        assert report(capsys) == first
    finally:
        database.close()


def test_a_file_that_is_gone_or_unreadable(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(capsys)
    (folder / "05.md").write_bytes(b"\xff\xfe\x00\xd8\x00")
    said = []
    for options in ([], ["--no-cache"]):
        run(["check", "--jobs", "1", *options, "."])
        said.append(capsys.readouterr())
    assert said[0] == said[1]
    assert "05.md" in said[0].err
