"""``newslint rules``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli.near import Choice
from newslint.errors import ConfigError, did_you_mean
from newslint.finding import Severity
from newslint.reporters import rule_url
from newslint.rules import Rule
from newslint.run import Request, Session
from newslint.typed import Any, Iterator, Mapping, Sequence

_FIXES = {"safe": "fix", "unsafe": "unsafe", "": ""}


@click.command()
@click.option("--family", metavar="NAME", help="Only this family.")
@click.option("--output-format", type=Choice(("text", "json")), default="text", help="How to show them.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="F", help="Use this configuration.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
def command(family: str | None, output_format: str, config_file: Path | None, isolated: bool) -> None:
    """List the rules and say which are on.

    Built-in ones, those of plug-ins, and those of the configured packs.
    """
    session = Session(Request(config=config_file, isolated=isolated))
    catalog = session.policy().catalog
    if family and family not in catalog.families:
        hint = did_you_mean(family, catalog.families)
        raise ConfigError(f"unknown family {family!r}{hint}; there are {', '.join(catalog.families)}")
    pages = [catalog.page(name) for name in catalog.rules]
    rules = sorted((r for r in pages if family in (None, r.family)), key=lambda r: (r.family, r.name))
    active = session.policy().choice("").rules
    if output_format == "json":
        write_json([row_of(rule, active) for rule in rules])
        return
    for line in listed(rules, active):
        click.echo(line)
    on = sum(rule.name in active for rule in rules)
    across = sum(waits_for_corpus(rule, active) for rule in rules)
    more = f" and {across} more with “check --corpus”" if across else ""
    click.echo(
        f"\n{len(rules)} rule{'s' * (len(rules) != 1)}, {on} of them on{more}. “newslint explain RULE” shows one."
    )
    if across:
        click.echo("corpus: it compares the files of a run, when “newslint check --corpus” asks for it.")
    click.echo("fix: “newslint fix” mends some of what it finds; unsafe: “newslint fix --unsafe” does.")


def listed(rules: Sequence[Rule], active: Mapping[str, Severity]) -> Iterator[str]:
    """The rules, sorted by family, in columns."""
    width = max((len(rule.name) for rule in rules), default=0)
    last = ""
    for rule in rules:
        if rule.family != last:
            yield ("\n" if last else "") + rule.family
            last = rule.family
        state = "corpus" if waits_for_corpus(rule, active) else active.get(rule.name, "off")
        yield f"  {rule.name:<{width}}  {state:<7}  {_FIXES[rule.fixes]:<6}  {rule.summary}"


def waits_for_corpus(rule: Rule, active: Mapping[str, Severity]) -> bool:
    """True of a rule that only ``check --corpus`` switches on."""
    return rule.on and rule.family == "corpus" and rule.name not in active


def row_of(rule: Rule, active: Mapping[str, Severity]) -> dict[str, Any]:
    """The rule as JSON has it."""
    return {
        "name": rule.name,
        "family": rule.family,
        "severity": active.get(rule.name, rule.severity),
        "on": rule.name in active,
        "fixes": rule.fixes or None,
        "summary": rule.summary,
        "options": {key.replace("_", "-"): _plain(value) for key, value in rule.options.items()},
        "status": rule.status,
        "since": rule.since,
        "renamed_from": list(rule.renamed_from),
        "url": rule_url(rule.name),
    }


def write_json(rows: Sequence[dict[str, Any]]) -> None:
    """Rows of rules to stdout."""
    from json import dump

    dump({"schema_version": 1, "rules": rows}, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, set | frozenset) else value
