"""Our modules in one file: used when nothing has changed, and never when anything has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from newslint import store

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "Brewer opens bar\n\nThe brewery in Porto will open a game-changing bar on 3 May, experts say.\n"
MAIN = """
import os, sys
leave = os._exit
def look(code):
    ours = [m for n, m in sys.modules.items() if n.startswith("newslint.")]
    print("loaders:", *sorted(type(m.__spec__.loader).__name__ for m in ours), file=sys.stderr, flush=True)
    import inspect, newslint.cli.checking as checking
    assert inspect.getsource(checking.say).startswith("def say("), checking.__file__
    leave(code)
os._exit = look
from newslint.__main__ import main
sys.argv = ["newslint", "check", "--isolated", "a.txt"]
main()
"""


class Ran(NamedTuple):
    output: str
    kept: int
    found: int
    """Modules that came from the file, and those that Python found."""


class Checkout:
    """A copy of the program that a test may change, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.package = folder / "src/newslint"

    def process(self, code: str = MAIN) -> subprocess.Popen[str]:
        env = {**os.environ, "PYTHONPATH": str(self.folder / "src"), "NEWSLINT_CACHE_DIR": str(self.cache)}
        command = [sys.executable, "-B", "-c", code]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=env, stdout=pipe, stderr=pipe, text=True)

    def run(self) -> Ran:
        return ran(self.process())

    @property
    def file(self) -> Path:
        [file] = self.cache.glob("modules-*.bin")
        return file


def ran(process: subprocess.Popen[str]) -> Ran:
    output, errors = process.communicate()
    assert process.returncode in (0, 1), errors
    loaders = errors.partition("loaders:")[2].split()
    return Ran(output, loaders.count("_Kept"), loaders.count("SourceFileLoader"))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Checkout, Ran]:
    """A checkout after its first run."""
    checkout = Checkout(tmp_path_factory.mktemp("checkout"))
    shutil.copytree(ROOT / "src/newslint", checkout.package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "rules", checkout.folder / "rules")
    (checkout.folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return checkout, checkout.run()


@pytest.fixture
def checkout(first: tuple[Checkout, Ran]) -> Iterator[Checkout]:
    checkout = first[0]
    checkout.cache.chmod(0o700)
    checkout.run()
    before = checkout.file.read_bytes()
    yield checkout
    checkout.cache.chmod(0o700)
    checkout.file.write_bytes(before)


def test_the_second_run_looks_for_nothing(first: tuple[Checkout, Ran]) -> None:
    checkout, before = first
    assert before.kept == 0
    again = checkout.run()
    assert again.output == before.output
    assert again.kept > 50
    assert again.found <= 6  # what is loaded before the file can be


def test_a_changed_source_is_read(checkout: Checkout) -> None:
    summary = checkout.package / "reporters/summary.py"
    source = summary.read_text(encoding="utf-8")
    assert "Found " in source
    ours = checkout.run()
    summary.write_text(source.replace("Found ", "Noted "), encoding="utf-8")  # of the same size
    try:
        changed = checkout.run()
        assert changed.output == ours.output.replace("Found ", "Noted ")
        assert (changed.kept, changed.found) == (ours.kept - 1, ours.found + 1)
        assert checkout.run() == (changed.output, ours.kept, ours.found)
    finally:
        summary.write_text(source, encoding="utf-8")
    assert checkout.run().output == ours.output


def test_a_module_that_is_gone_is_gone(checkout: Checkout) -> None:
    summary = checkout.package / "reporters/summary.py"
    away = summary.rename(summary.with_suffix(".away"))
    try:
        process = checkout.process()
        assert "newslint.reporters.summary" in process.communicate()[1]
        assert process.returncode == 2
    finally:
        away.rename(summary)


@pytest.mark.parametrize(
    "damaged",
    [
        lambda data: b"",
        lambda data: b"garbage",
        lambda data: data[:-100],
        lambda data: bytes([*data[:200], data[200] ^ 1, *data[201:]]),
        lambda data: data[: len(data) // 2] + bytes(byte ^ 1 for byte in data[len(data) // 2 :]),
    ],
)
def test_damage_is_noticed_and_healed(checkout: Checkout, damaged: Callable[[bytes], bytes]) -> None:
    ours = checkout.run()
    checkout.file.write_bytes(damaged(checkout.file.read_bytes()))
    hurt = checkout.run()
    assert hurt.output == ours.output
    assert hurt.kept < ours.kept
    assert checkout.run() == ours


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no modes here")
def test_code_is_not_taken_from_where_others_can_write(checkout: Checkout) -> None:
    before = checkout.file.read_bytes()
    checkout.cache.chmod(0o777)
    done = checkout.run()
    assert done.kept == 0
    assert "game-changing" in done.output
    assert checkout.file.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no modes here")
def test_who_has_such_a_folder_is_told_once_where_notes_are_shown(checkout: Checkout) -> None:
    said = f"newslint: {checkout.cache} is not used, so that every start takes about a second longer: "
    cure = f"others can write to it; chmod go-w {checkout.cache}\n"

    def errors(mode: int, *options: str) -> str:
        checkout.cache.chmod(mode)
        more = f'"check", *{options!r}, '
        output, errors = checkout.process(MAIN.replace('"check", ', more)).communicate()
        assert options[:1] != ("--output-format",) or json.loads(output)["schema_version"] == 1
        return errors.partition("loaders:")[0]

    assert errors(0o770).count(said + cure) == 1
    assert errors(0o770, "--output-format", "json") == said + cure
    assert errors(0o770, "-q") == errors(0o700) == errors(0o755) == ""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no modes here")
def test_a_folder_of_another_user_is_told_with_another_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_unsafe", {})
    monkeypatch.setattr(os, "geteuid", lambda: os.stat(tmp_path).st_uid + 1)
    assert store.kept(str(tmp_path / "rules.bin"), "stamp") is None
    [note] = store.notes()
    assert note.startswith(f"{tmp_path} is not used") and note.endswith("name one in NEWSLINT_CACHE_DIR")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no modes here")
def test_no_store_is_taken_from_where_others_can_write(tmp_path: Path) -> None:
    file = tmp_path / "cache/rules.bin"
    store.keep(str(file), "stamp", {"a": 1}, [b"part"])
    before = file.read_bytes()
    file.parent.chmod(0o770)
    assert store.kept(str(file), "stamp") is None
    store.keep(str(file), "stamp", {"a": 2})
    assert file.read_bytes() == before
    file.parent.chmod(0o700)
    kept = store.kept(str(file), "stamp")
    assert kept and kept[0] == {"a": 1}


def test_a_cache_that_cannot_be_written_costs_no_results(checkout: Checkout) -> None:
    ours = checkout.run()
    (checkout.folder / "file").write_text("")
    checkout.cache = checkout.folder / "file/below"
    try:
        assert checkout.run().output == ours.output
    finally:
        checkout.cache = checkout.folder / "cache"


def test_hooks_that_start_at_once(checkout: Checkout) -> None:
    ours = checkout.run()
    checkout.file.unlink()
    for process in [checkout.process() for _ in range(6)]:
        assert ran(process).output == ours.output
    assert [path for path in checkout.cache.iterdir() if path.suffix != ".bin"] == []
    assert checkout.run() == ours


def test_a_source_that_vanishes_during_a_run_is_left_out(checkout: Checkout) -> None:
    ours = checkout.run()
    checkout.file.unlink()
    gone = checkout.package / "reporters/summary.py"
    hide = f"import os; os.rename({str(gone)!r}, {str(gone) + '.away'!r})\n"
    code = MAIN.replace(
        "from newslint.__main__ import main\n",
        "from newslint.__main__ import main\nfrom newslint.modules import Modules\nkeep = Modules.keep\n"
        f"def late(self):\n    {hide}    keep(self)\nModules.keep = late\n",
    )
    try:
        done = ran(checkout.process(code))
    finally:
        gone.with_name("summary.py.away").rename(gone)
    assert done.output == ours.output
    assert checkout.run().kept == ours.kept - 1


def test_nothing_is_left_beside_a_store_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "rules.bin").mkdir()  # so that no file can take its place
    store.keep(str(tmp_path / "rules.bin"), "stamp", {"a": 1})
    assert [path.name for path in tmp_path.iterdir()] == ["rules.bin"]
