"""What starting loads: a hook runs on every commit, so nothing heavy may be imported that one article does not need."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

HEAVY = frozenset(
    "yaml textstat language_tool_python pathspec rich msgspec jsonschema json tomllib sqlite3 asyncio multiprocessing "
    "click inspect ast gettext platform threading datetime concurrent logging difflib hashlib ssl socket email http "
    "xml html.parser importlib.metadata importlib.resources pathlib urllib ipaddress dataclasses statistics decimal "
    "fractions random tempfile shutil subprocess unittest csv nltk typing contextlib re enum functools collections "
    "operator".split()
)
ARTICLE = (
    "Brewer opens bar\n\nThe brewery in Porto will open a game-changing bar on 3 May, experts say. Sales rose from "
    "$40 million to $50 million, up 20%, in 2025.\n\nIt is a testament to the town. “We are proud,” Ines Roy said.\n"
)
CHECK = """
import sys
before = set(sys.modules)
from newslint.cli import run
run(sys.argv[1:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
"""


COMPILED = """
import sys
import re._compiler as compiler
ours, compile = [], compiler.compile
compiler.compile = lambda source, flags=0: ours.append(source) or compile(source, flags)
from newslint.cli import run
run(sys.argv[1:])
print(*map(repr, ours), sep="\\n", file=sys.stderr)
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """What a run imports. The first run may have to compile the rules, so the second counts."""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", CHECK, *arguments], cwd=folder, capture_output=True, text=True, check=True
        )
    return set(done.stderr.splitlines()[-1].split())


def heavy(modules: set[str]) -> set[str]:
    return {name for name in modules if name in HEAVY or name.partition(".")[0] in HEAVY}


def test_one_plain_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    modules = loaded(tmp_path, "check", "a.txt")
    assert not heavy(modules)
    assert not {name for name in modules if name.startswith(("pyromark", "newslint.formats.html"))}


def test_one_markdown_article_without_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# " + ARTICLE, encoding="utf-8")
    of_pyromark = {"enum", "functools", "collections", "operator"}
    assert not heavy(loaded(tmp_path, "check", "a.md")) - of_pyromark


def test_an_article_loads_nothing_that_reads_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    others = ("fields", "formats.compose", "formats.containers", "formats.records", "run.items", "run.articles")
    assert loaded(tmp_path, "check", "a.txt").isdisjoint({f"newslint.{name}" for name in others})


def test_no_pattern_is_compiled_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for _ in range(2):  # the first run compiles and keeps them
        command = [sys.executable, "-c", COMPILED, "check", "a.txt"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr.split() == []


@pytest.mark.parametrize(("name", "allowed"), [("json", {"json"}), ("full", set()), ("grouped", set())])
def test_a_report_loads_what_it_writes(tmp_path: Path, name: str, allowed: set[str]) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    found = heavy(loaded(tmp_path, "check", "--output-format", name, "a.txt"))
    of_json = {"re", "enum", "functools", "collections", "operator"} if "json" in allowed else set()
    assert {module.partition(".")[0] for module in found} <= allowed | of_json


def test_help_imports_no_rule(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "--help")
    assert not heavy(modules) & {
        "yaml",
        "textstat",
        "pathspec",
        "rich",
        "json",
        "tomllib",
        "sqlite3",
        "multiprocessing",
    }
    assert not {name for name in modules if name.startswith("newslint.checks.")}


def test_the_public_door_loads_nothing() -> None:
    script = "import sys; import newslint; print(*[m for m in sys.modules if m.startswith('newslint.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.split() == []
