"""Documents are true: generated pages are up to date, and our own prose passes newslint."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.formats import read, read_text

ROOT = Path(__file__).resolve().parent.parent
PROSE = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PROSE += [path for path in sorted((ROOT / "docs").glob("*.md")) if path.name != "rules.md"]  # made of rule pages
WORDING = ("hype", "loaded", "stock", "language", "leftovers")


def wording(catalog: Catalog) -> Settings:
    chosen = {
        n: r.severity for n, r in catalog.rules.items() if r.on and (r.family in WORDING or n == "complex-wording")
    }
    return Settings(chosen)


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "tools/docs.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_readme_shows_what_the_command_prints() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command, shown = readme.split("```console\n$ newslint ")[1].split("\n```\n\n```text\n")
    done = subprocess.run([sys.executable, "-m", "newslint", *command.split()], cwd=ROOT, capture_output=True)
    printed = done.stdout.decode("utf-8").splitlines()
    lines = shown.split("\n```")[0].splitlines()
    at, may_skip = 0, False
    for line in lines:  # in order; only where a … stands may lines be missing
        if line != "…":
            assert line in (printed[at:] if may_skip else printed[at : at + 1]), line
            at = printed.index(line, at) + 1
        may_skip = line == "…"
    assert at == len(printed)


@pytest.mark.parametrize("path", PROSE, ids=lambda p: p.name)
def test_our_own_prose_passes(path: Path, catalog: Catalog) -> None:
    findings = lint(read(str(path)), catalog, wording(catalog)).findings
    loud = [f"{f.line}:{f.column} {f.rule}: {f.excerpt}" for f in findings if f.severity != "info"]
    assert not loud, "\n".join(loud)


def test_rule_pages_pass_too(catalog: Catalog) -> None:
    loud = []
    for name in catalog.rules:
        rule = catalog.page(name)
        article = read_text(f"Report of the day\n\n{rule.summary}\n\n{rule.doc}\n", input_format="plain")
        settings = wording(catalog)
        # A rule's page names the words that it is about; other rules must still be content.
        own = {n: s for n, s in settings.rules.items() if catalog.rules[n].family != rule.family}
        loud += [
            f"{name}: {f.rule}: {f.excerpt}"
            for f in lint(article, catalog, settings._replace(rules=own)).findings
            if f.severity != "info"
        ]
    assert not loud, "\n".join(loud)
