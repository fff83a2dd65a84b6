"""A third-party plug-in, installed with pip: its rules run, its examples are tests, its faults are named."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from newslint import Article, Hit, rule

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = (
    "Tram line opens in Dunmore.\n\nThe vessel that carried the first tram left on Monday, Mayor Ines Halloran said.\n"
)

UNDESCRIBED = """\
from newslint import Article, rule

@rule("info", family="house", bad=["A <<b>>.", "C <<d>>."], good=["A b.", "C d."])
def too_long(article: Article, *, most: int = 3):
    \"\"\"It is too long.\"\"\"
    return ()
"""
"""A rule with an option that nothing is said of."""


def newslint(folder: Path, *args: str, path: Path) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(path), str(ROOT / "src")])
    env = {**os.environ, "PYTHONPATH": paths, "NEWSLINT_CACHE_DIR": str(folder / "cache")}
    command = [sys.executable, "-m", "newslint", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=env, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(target),
        str(ROOT / "fixtures/plugin"),
    ]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target


def test_its_rules_run(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: Tram line opens.\n---\n\nThe vessel left on Monday, Mayor Ines Halloran said.\n"
    )
    done = newslint(tmp_path, "check", "--isolated", "--select", "harbour", "a.md", path=installed)
    assert "a.md:2:23: warning headline-full-stop" in done.stdout, done.stdout + done.stderr
    assert "info harbour-words: The Gazette writes “ship”." in done.stdout
    assert newslint(tmp_path, "fix", "--isolated", "--select", "harbour", "a.md", path=installed).returncode == 0
    assert "title: Tram line opens\n" in (tmp_path / "a.md").read_text()


def test_its_examples_are_tests(installed: Path, tmp_path: Path) -> None:
    done = newslint(tmp_path, "test", "headline-full-stop", "harbour-words", path=installed)
    assert done.returncode == 0, done.stdout + done.stderr
    env = {**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{ROOT / 'src'}"}
    tests = ROOT / "fixtures/plugin/tests"
    own = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tests)],
        cwd=tmp_path, capture_output=True, text=True, env=env, check=False,
    )  # fmt: skip
    assert own.returncode == 0 and "8 passed" in own.stdout, own.stdout


OWN_FACT = """
from newslint import Hit, Span, fact, rule

api = 1

@fact
def vessels(article):
    at = article.text.find("vessel")
    return (Span(at, at + 6),) if at >= 0 else ()

@rule("warning", family="harbour", wakes=[WAKES], bad=["A <<vessel>>.", "<<vessel>>."], good=["A ship.", "It."])
def ship_words(article):
    \"\"\"A vessel is a ship.\"\"\"
    for span in vessels(article):
        yield Hit(span, "Write “ship”.")
"""


def plugin(folder: Path, code: str) -> Path:
    """The folder of packages in which a plug-in of one module is installed."""
    site = folder / "site"
    (site / "newslint_own-1.dist-info").mkdir(parents=True)
    (site / "newslint_own.py").write_text(code)
    (site / "newslint_own-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: newslint-own\nVersion: 1\n")
    (site / "newslint_own-1.dist-info/entry_points.txt").write_text("[newslint.rules]\nown = newslint_own\n")
    (folder / "a.txt").write_text(ARTICLE)
    return site


def test_a_fact_of_its_own_wakes_its_rule(tmp_path: Path) -> None:
    site = plugin(tmp_path, OWN_FACT.replace("WAKES", "vessels"))
    for _ in range(2):  # read, and kept
        done = newslint(tmp_path, "check", "--isolated", "--select", "harbour", "a.txt", path=site)
        assert "a.txt:3:5: warning ship-words: Write “ship”." in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("wakes", "said"),
    [
        ("'vague-time'", "wakes on 'vague-time': no such lexicon (did you mean 'vague-times'?)"),
        ("], yields_to=['stock-phrases'", "yields to 'stock-phrases': no such rule (did you mean 'stock-phrase'?)"),
    ],
)
def test_a_rule_that_names_what_is_not_there_is_refused(tmp_path: Path, wakes: str, said: str) -> None:
    site = plugin(tmp_path, OWN_FACT.replace("WAKES", wakes))
    done = newslint(tmp_path, "check", "--isolated", "a.txt", path=site)
    assert done.returncode == 2 and f"rule 'ship-words' {said}" in done.stderr


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import no_such_module\n", "plug-in 'own' (newslint_own) cannot be imported: ModuleNotFoundError"),
        ("api = 2\n", "plug-in 'own' (newslint_own) is written for api 2; this newslint has api 1"),
        (
            UNDESCRIBED.replace('"info"', '"warn"'),
            "newslint_own.py:3: rule 'too-long': severity 'warn': use error, warning or info (did you mean 'warning'?)",
        ),
        (UNDESCRIBED, "newslint_own.py:3: rule 'too-long': say in one line what the option 'most' is"),
        (
            UNDESCRIBED.replace("bad=", "options={'most': 'A number.', 'mots': 'Another.'}, bad="),
            "has no such option (did",
        ),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named(tmp_path: Path, code: str, said: str) -> None:
    done = newslint(tmp_path, "check", "--isolated", "a.txt", path=plugin(tmp_path, code))
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("package", [False, True])
def test_an_edit_in_place_is_noticed(tmp_path: Path, package: bool) -> None:
    code = OWN_FACT.replace("WAKES", "vessels")
    site = plugin(tmp_path, code)
    file = site / "newslint_own.py"
    if package:
        (site / "newslint_own/ships").mkdir(parents=True)
        (site / "newslint_own/__init__.py").touch()
        (site / "newslint_own/ships/__init__.py").touch()
        file = file.rename(site / "newslint_own/ships/vessels.py")
        points = "[newslint.rules]\nown = newslint_own.ships\n"
        (site / "newslint_own-1.dist-info/entry_points.txt").write_text(points)

    def run(*args: str) -> str:
        done = newslint(tmp_path, *args, path=site)
        return done.stdout + done.stderr

    def edit(old: str, new: str) -> None:
        assert old in code
        folder = file.parent.stat()
        file.write_text(code.replace(old, new))
        os.utime(file.parent, ns=(folder.st_atime_ns, folder.st_mtime_ns))  # as editors that write in place leave it

    check = ("check", "--isolated", "--select", "harbour", "a.txt")
    assert "warning ship-words" in run(*check)
    edit('"warning"', '"error"')
    assert "error ship-words" in run(*check)
    assert "ship-words (harbour, error, on)" in run("explain", "--isolated", "ship-words")
    edit("[vessels]", "['nope']")
    assert "wakes on 'nope': no such lexicon" in run(*check)
    edit('(article):\n    """A vessel', '(article, *, most=3):\n    """A vessel')
    assert "say in one line what the option 'most' is" in run("explain", "--isolated", "ship-words")


def test_an_edit_of_what_it_imports_is_noticed(tmp_path: Path) -> None:
    site = plugin(tmp_path, "")
    (site / "newslint_own.py").unlink()
    (site / "newslint_own/rules").mkdir(parents=True)
    (site / "newslint_own/levels.py").write_text("LEVEL = 'warning'\n")
    rules = OWN_FACT.replace("WAKES", "vessels").replace('rule("warning"', "rule(LEVEL")
    (site / "newslint_own/rules/__init__.py").write_text(f"from newslint_own.levels import LEVEL\n{rules}")
    points = "[newslint.rules]\nown = newslint_own.rules\n"
    (site / "newslint_own-1.dist-info/entry_points.txt").write_text(points)
    for level in ("warning", "error"):
        (site / "newslint_own/levels.py").write_text(f"LEVEL = {level!r}\n")
        done = newslint(tmp_path, "check", "--isolated", "--select", "harbour", "a.txt", path=site)
        assert f"{level} ship-words" in done.stdout, done.stdout + done.stderr


def test_a_start_without_plugins_looks_for_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    newslint(tmp_path, "check", "--isolated", "a.txt", path=tmp_path)
    code = "import sys; from newslint.catalog import load; load(); print('newslint.plugins' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")}
    for said in ("True", "False"):  # other paths than those of the run above: it reads the rules once, and keeps them
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, env=env, check=True
        )
        assert done.stdout.strip() == said


def test_an_option_that_nothing_is_said_of_is_explained() -> None:
    from newslint.cli.explain import page

    def too_long(article: Article, *, most: int = 3) -> Iterable[Hit]:
        """It is too long."""
        return ()

    made = rule("info", family="house", bad=["A <<b>>.", "C <<d>>."], good=["A b.", "C d."])(too_long)
    lines = list(page(made, "on", 80, False))
    assert lines[lines.index("  most = 3") + 1] == "      (no description)"
