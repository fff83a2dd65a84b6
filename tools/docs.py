#!/usr/bin/env python3
"""Write docs/rules.md and docs/rules/*.md from the catalog; with --check say whether they are up to date."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from newslint.catalog import load
from newslint.cli.explain import as_toml
from newslint.config.keys import KEYS, PROFILES
from newslint.rules import Rule

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "rules"
MEASURED = ROOT / "benchmarks" / "quality" / "measured.json"
FIX = {"": "", "safe": "yes", "unsafe": "unsafe"}
FIXED = {
    "safe": "`newslint fix` mends some of what it finds.",
    "unsafe": "`newslint fix --unsafe` mends some of what it finds. Read what it did.",
}
HEAD = "<!-- Made by tools/docs.py from the rules; edit the rules instead. -->\n"


def main() -> int:
    """Write or compare every page; 1 when --check finds one that is out of date."""
    catalog = load(plugins=False)
    rules = [catalog.page(name) for name in sorted(catalog.rules)]
    measured = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {}
    wanted = {ROOT / "docs" / "rules.md": index(rules)}
    wanted[ROOT / "docs" / "configuration.md"] = configuration()
    wanted |= {PAGES / f"{rule.name}.md": page(rule, measured.get(rule.name)) for rule in rules}
    present = set(PAGES.glob("*.md"))
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += sorted(present - wanted.keys())
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date: run tools/docs.py")
        return bool(stale)
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in present - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    return 0


def configuration() -> str:
    """Every key of a configuration file."""
    rows = "\n".join(
        f"| `{name}` | {cell(key.text)} | {'yes' if key.in_overrides else ''} | {f'`{key.default}`' if key.default else ''} |"
        for name, key in KEYS.items()
    )
    return f"""{HEAD}
# Configuration

`newslint.toml`, `.newslint.toml`, or `[tool.newslint]` in `pyproject.toml`; the nearest one above the file wins. Unknown keys
and rules are errors, with the nearest known name.

```toml
fail-on = "warning"
packs = ["house.yaml"]
names = ["Dunmore Rovers"]

[severity]
loaded-speech-verb = "off"
undated-story = "error"

[rules.long-sentence]
max-words = 40

[[overrides]]
paths = ["opinion/**"]
profile = "opinion"
```

A severity that you set stays. Where you set none, it may depend on the rest of the article: in a report with two sure flaws in
a hundred words, advice on sourcing and wording is a warning, and weak phrases are reported that a sober report may keep.

| key | what it is for | in `[[overrides]]` | default |
|---|---|---|---|
{rows}

Profiles: {", ".join(f"`{name}`" for name in PROFILES)}. An article's own `type` in front matter chooses one where nothing is
configured: a column may judge, a press release speaks for its sender, a brief has no room for a second source.

`newslint config init` writes a file to begin with, `newslint config show` says what holds for a file, `newslint config
validate` checks it, and `newslint config schema` prints the JSON schema (draft-07) for editors.
"""


def index(rules: list[Rule]) -> str:
    """The list of all rules, family by family."""
    on = sum(rule.on and rule.family != "corpus" for rule in rules)
    across = sum(rule.on and rule.family == "corpus" for rule in rules)
    parts = [
        HEAD,
        "# Rules\n",
        f"{len(rules)} rules, {on} of them on by default and {across} more with `check --corpus`. Where a fix is there,\n`newslint fix` writes it; one that may change the sense waits for `--unsafe`.\n",
    ]
    for family in sorted({rule.family for rule in rules}):
        parts.append(f"## {family}\n\n| rule | severity | fix | finds |\n|---|---|---|---|")
        for rule in rules:
            if rule.family == family:
                state = rule.severity + ("" if not rule.on else ", `--corpus`" if family == "corpus" else "")
                state += "" if rule.on else ", off"
                parts.append(
                    f"| [{rule.name}](rules/{rule.name}.md) | {state} | {FIX[rule.fixes]} | {cell(rule.summary)} |"
                )
        parts.append("")
    return "\n".join(parts)


def page(rule: Rule, measured: dict[str, float] | None) -> str:
    """One rule's page."""
    state = "off by default" if not rule.on else f"on {'with `--corpus`' if rule.family == 'corpus' else 'by default'}"
    parts = [
        HEAD,
        f"# {rule.name}\n",
        f"{rule.summary}\n",
        f"Family `{rule.family}`, severity **{rule.severity}**, {state}, since {rule.since}.\n",
    ]
    if rule.fixes:
        parts.append(f"{FIXED[rule.fixes]}\n")
    if rule.doc:
        parts.append(f"## Why\n\n{rule.doc}\n")
    if rule.why:
        parts.append(f"Standard: {rule.why}\n")
    parts.append(f"## Found\n\n{examples(rule.bad)}\n\n## Not found\n\n{examples(rule.good)}\n")
    if rule.exceptions:
        parts.append(f"## Exceptions\n\n{rule.exceptions}\n")
    if rule.not_types:
        parts.append(f"Silent in articles of type {', '.join(rule.not_types)}.\n")
    if rule.options:
        rows = "\n".join(
            f"| `{name.replace('_', '-')}` | `{as_toml(value)}` | {cell(rule.option_texts[name])} |"
            for name, value in rule.options.items()
        )
        parts.append(f"## Options\n\nIn `[rules.{rule.name}]`.\n\n| option | default | is |\n|---|---|---|\n{rows}\n")
    if measured:
        parts.append(f"## Measured\n\n{figures(measured)}\n")
    parts.append(
        "## Silence it\n\nWhere the words are right as they stand, say why:\n\n"
        f"```markdown\n<!-- newslint-disable-next-line {rule.name} -- the reason -->\n```\n\n"
        f'For the whole repository: `ignore = ["{rule.name}"]` in `newslint.toml`.\n'
    )
    return "\n".join(parts)


def figures(measured: dict[str, float]) -> str:
    """What the rule did on real articles, in a sentence or two."""
    said = (
        f"{measured['human_per_100k']:g} findings per 100,000 words of human journalism"
        f" ({measured['human_loud_per_100k']:g} of them error or warning),"
        f" {measured['machine_per_100k']:g} per 100,000 words of generated articles."
    )
    if measured.get("gold_precision") is not None:
        said += (
            f" On articles that an editor had marked, {measured['gold_precision']:.0%} of its"
            f" {measured['gold_findings']} findings stood in a marked sentence."
        )
    return said


def examples(texts: tuple[str, ...]) -> str:
    """Examples as block quotes, what is found in bold."""
    blocks = []
    for text in texts:
        shown = text.replace("<<", "**").replace(">>", "**") if "\n" not in text.strip() else text
        if "\n" in text.strip() or text.startswith("<"):
            blocks.append("```text\n" + text.strip("\n") + "\n```")
        else:
            blocks.append("> " + shown)
    return "\n\n".join(blocks)


def cell(text: str) -> str:
    """Text that fits a table's cell."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
