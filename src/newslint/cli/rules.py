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
from newslint.typed import Mapping, Sequence


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
        _json(rules, active)
        return
    width = max((len(rule.name) for rule in rules), default=0)
    last = ""
    for rule in rules:
        if rule.family != last:
            click.echo(("\n" if last else "") + rule.family)
            last = rule.family
        state = active.get(rule.name, "off")
        click.echo(f"  {rule.name:<{width}}  {state:<7}  {rule.summary}")
    on = sum(rule.name in active for rule in rules)
    click.echo(f"\n{len(rules)} rule{'s' * (len(rules) != 1)}, {on} of them on. “newslint explain RULE” shows one.")


def _json(rules: Sequence[Rule], active: Mapping[str, Severity]) -> None:
    from json import dump

    rows = [
        {
            "name": rule.name,
            "family": rule.family,
            "severity": active.get(rule.name, rule.severity),
            "on": rule.name in active,
            "summary": rule.summary,
            "options": {key.replace("_", "-"): _plain(value) for key, value in rule.options.items()},
            "status": rule.status,
            "since": rule.since,
            "renamed_from": list(rule.renamed_from),
            "url": rule_url(rule.name),
        }
        for rule in rules
    ]
    dump({"schema_version": 1, "rules": rows}, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, set | frozenset) else value
