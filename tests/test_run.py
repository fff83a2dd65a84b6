"""A run as a whole: several configurations, bugs of ours, workers that die, interruption, a terminal."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newslint import engine, run as runs
from newslint.article import Article
from newslint.catalog import Catalog, load
from newslint.engine import Crash, Outcome
from newslint.errors import InputError
from newslint.run import Request, Session, check, linting
from newslint.run.report import exit_code

pytestmark = pytest.mark.slow

FLAWED = "Brewer opens bar\n\nSales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said.\n"
ONLY = Request(isolated=True, values={"select": ["percent-change-mismatch"]})


def desk(folder: Path, files: int) -> list[str]:
    for i in range(files):
        (folder / f"{i:03}.txt").write_text(FLAWED)
    return [str(folder)]


def test_folders_have_their_own_configuration(tmp_path: Path) -> None:
    for name, text in (
        ("strict", 'fail-on = "info"\nseverity = {percent-change-mismatch = "info"}\n'),
        ("lax", 'ignore = ["percent-change-mismatch"]\n'),
        ("broken", 'ignore = ["percent-chance"]\n'),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "newslint.toml").write_text(text)
        (tmp_path / name / "a.txt").write_text(FLAWED)
    result = check(Session(Request()), [str(tmp_path / "strict"), str(tmp_path / "lax"), str(tmp_path / "broken")])
    by_folder = {
        Path(a.path).parent.name: [f.severity for f in a.findings if f.family == "numbers"]
        for a in result.report.articles
    }
    assert by_folder == {"strict": ["info"], "lax": []}
    assert result.failed
    assert len(result.errors) == 1
    assert "broken/newslint.toml:1: unknown rule or family 'percent-chance'" in result.errors[0]


def test_a_bug_of_ours_spoils_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = engine.lint

    def broken(article: Article, *rest: object) -> Outcome:
        if article.path.endswith("001.txt"):
            raise KeyError("x")
        return whole(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "lint", broken)
    monkeypatch.delenv("NEWSLINT_TRACEBACK", raising=False)
    result = check(Session(ONLY), desk(tmp_path, 3))
    assert len(result.report.articles) == 2
    assert result.errors[0].startswith(
        f"{tmp_path}/001.txt: internal error, please report it: KeyError: 'x' (test_run.py:"
    )
    assert exit_code(result) == 2
    monkeypatch.setenv("NEWSLINT_TRACEBACK", "1")
    with pytest.raises(KeyError):
        check(Session(ONLY), desk(tmp_path, 3))


def test_a_bug_anywhere_is_exit_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from newslint import cli

    def broken(arguments: list[str]) -> int:
        raise KeyError("x")

    monkeypatch.setattr(cli, "_run", broken)
    monkeypatch.delenv("NEWSLINT_TRACEBACK", raising=False)
    assert cli.run(["check"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("newslint: internal error, please report it: KeyError: 'x'")
    assert said.count("\n") == 1


def test_a_rule_that_throws_makes_exit_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    crash = Crash("some-rule", "a.txt", "KeyError: 'x'", "house.py:3")
    monkeypatch.setattr(engine, "lint", lambda *_: Outcome([], 0, (crash,)))
    result = check(Session(ONLY), desk(tmp_path, 1))
    assert result.report.crashes == [crash]
    assert exit_code(result) == 2


def twins(folder: Path) -> Path:
    body = " ".join(
        f"The {word} of Holm met on Tuesday and voted for the dyke, the town said."
        for word in "council board jury team crew staff band choir".split()
    )
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Holm raises dyke\n\n{body}\n")
    (folder / "c.txt").write_text(
        "Ferry fares fall\n\nThe ferry to Holm costs 3 euros from Monday, its owner, Ines Roy, said.\n"
    )
    return folder


@pytest.mark.parametrize(
    "request_", [Request(isolated=True, corpus=True), Request(isolated=True, values={"select": ["corpus"]})]
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_articles_are_compared_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request_: Request, jobs: int
) -> None:
    monkeypatch.setattr(runs, "PARALLEL_FROM_FILES", 2)
    monkeypatch.chdir(twins(tmp_path))
    report = check(Session(request_), ["."], jobs=jobs).report
    found = [(f.path, f.rule) for f in report.findings if f.family == "corpus"]
    assert found == [("b.txt", "near-duplicate")]
    assert all(f.scope == "corpus" and f.fingerprint for f in report.findings if f.family == "corpus")
    plain = check(Session(Request(isolated=True)), ["."]).report
    assert not [f for f in plain.findings if f.family == "corpus"]


def test_a_comparison_can_be_suppressed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(twins(tmp_path))
    text = (tmp_path / "b.txt").read_text()
    (tmp_path / "b.txt").write_text(f"{text}\n#newslint: disable-file near-duplicate -- reprinted\n")
    result = check(Session(Request(isolated=True, values={"select": ["corpus", "unused-suppression"]})), ["."])
    assert result.report.findings == []
    assert result.report.suppressed == 1


def test_processes_change_nothing(tmp_path: Path) -> None:
    paths = desk(tmp_path, 90)
    (tmp_path / "050.txt").write_bytes(b"\xff\xfe\x00")
    one, many = check(Session(ONLY), paths), check(Session(ONLY), paths, jobs=3)
    for part in ("articles", "counts", "read", "suppressed", "skipped", "crashes", "errors"):
        assert getattr(one.report, part) == getattr(many.report, part)
    assert len(one.report.articles) == 89
    assert len(one.errors) == 1


def test_a_worker_that_dies_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.run import parallel

    if sys.platform != "linux":
        pytest.skip("workers are forked on Linux only")
    whole = linting.lint_path

    def dying(session: Session, path: str) -> object:
        if path.endswith("033.txt"):
            os._exit(9)
        return whole(session, path)

    monkeypatch.setattr(linting, "lint_path", dying)
    paths = [str(tmp_path / f"{i:03}.txt") for i in range(48)]
    desk(tmp_path, 48)
    results = list(parallel.lint_items(Session(ONLY), paths, 2))
    assert len(results) == 48
    assert [i for i, result in enumerate(results) if isinstance(result, InputError)] == [33]
    assert "033.txt: the process that read it died" in str(results[33])


def test_interruption_is_130(tmp_path: Path) -> None:
    script = (
        "import sys, time\nfrom newslint import cli\nfrom newslint.run import linting\n"
        "linting.lint_path = lambda session, path: time.sleep(60)\nprint('ready', flush=True)\n"
        "sys.exit(cli.run(['check', '.']))"
    )
    desk(tmp_path, 2)
    process = subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored where tests run in the background
    )  # fmt: skip
    assert process.stdout and process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors.strip()) == (130, "interrupted")


def test_a_terminal_gets_the_full_report_in_colour(tmp_path: Path) -> None:
    desk(tmp_path, 1)
    ours, theirs = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")} | {
        "TERM": "xterm",
        "COLUMNS": "60",
    }
    subprocess.run(
        [sys.executable, "-m", "newslint", "check", "--isolated", "--select", "percent-change-mismatch", "000.txt"],
        cwd=tmp_path, stdout=theirs, stderr=theirs, env=env,
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while chunk := os.read(ours, 4096):
            shown += chunk
    except OSError:
        pass
    text = shown.decode().replace("\r\n", "\n")
    assert "\x1b[1;31merror\x1b[0m" in text
    assert "^^^" in text
    assert "…" in text


def test_a_pack_that_cannot_be_loaded_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = desk(tmp_path, 5)
    (tmp_path / "newslint.toml").write_text('packs = ["house.yaml"]\n')
    (tmp_path / "house.yaml").write_text("my-rule:\n  wrods: [a]\n")
    tries = []

    def counted(packs: tuple[Path, ...]) -> Catalog:
        tries.append(packs)
        return load(packs)

    monkeypatch.setattr("newslint.run.session.load_catalog", counted)
    result = check(Session(Request()), files)
    assert len(tries) == 1
    assert [("wrods" in line) for line in result.errors] == [True]
