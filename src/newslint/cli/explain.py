"""``newslint explain``."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import fill

import click

from newslint.cli.near import Choice
from newslint.cli.terminal import wants_color, width
from newslint.errors import ConfigError, did_you_mean
from newslint.reporters.summary import painted, severity_color
from newslint.rules import Rule
from newslint.run import Request, Session
from newslint.typed import Iterator, Sequence


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="F", help="Use this configuration.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--color", type=Choice(("auto", "always", "never")), default="auto", help="Colour.")
def command(names: Sequence[str], config_file: Path | None, isolated: bool, color: str) -> None:
    """Explain a rule: why, bad and good examples, options, exceptions."""
    policy = Session(Request(config=config_file, isolated=isolated)).policy()
    catalog, active = policy.catalog, policy.choice("").rules
    on = wants_color(color, sys.stdout)
    for i, name in enumerate(names):
        name = catalog.renamed.get(name, name)
        if name not in catalog.rules:
            if name in catalog.families:
                raise ConfigError(f"{name!r} is a family; “newslint rules --family {name}” lists its rules")
            raise ConfigError(f"unknown rule {name!r}{did_you_mean(name, list(catalog.rules))}")
        if i:
            click.echo("")
        rule = catalog.page(name)
        rule = rule._replace(severity=active.get(name, rule.severity), on=name in active)
        for line in page(rule, min(width(), 96), on):
            click.echo(line, color=True)


def page(rule: Rule, columns: int, color: bool) -> Iterator[str]:
    """The rule's page in lines."""
    state = painted(rule.severity, severity_color(rule.severity), color)
    status = "" if rule.status == "stable" else f", {rule.status}"
    yield f"{painted(rule.name, 'bold', color)} ({rule.family}, {state}, {'on' if rule.on else 'off'}{status})"
    yield ""
    yield from _paragraphs("\n\n".join(filter(None, (rule.summary, rule.doc))), columns)
    yield from _examples("Bad", rule.bad, columns, color)
    yield from _examples("Good", rule.good, columns, color)
    if rule.exceptions:
        yield from _section("Left alone", rule.exceptions, columns, color)
    if rule.not_types:
        yield from _section("Silent in", ", ".join(rule.not_types), columns, color)
    if rule.options:
        yield ""
        yield painted("Options", "bold", color) + f", in [rules.{rule.name}]:"
        for option, default in rule.options.items():
            yield f"  {option.replace('_', '-')} = {as_toml(default)}"
            yield from _paragraphs(rule.option_texts.get(option, "(no description)"), columns, "      ")
    if rule.why:
        yield from _section("Standard", rule.why, columns, color)
    yield ""
    yield f"Since {rule.since}. Switch it off here: <!-- newslint-disable-next-line {rule.name} -- reason -->"
    yield f"Source: {rule.source}"


def _paragraphs(text: str, columns: int, indent: str = "") -> Iterator[str]:
    for i, paragraph in enumerate(text.split("\n\n")):
        if i:
            yield ""
        yield fill(" ".join(paragraph.split()), columns, initial_indent=indent, subsequent_indent=indent)


def _section(title: str, text: str, columns: int, color: bool) -> Iterator[str]:
    yield ""
    yield painted(title, "bold", color)
    yield from _paragraphs(text, columns, "  ")


def _examples(title: str, examples: Sequence[str], columns: int, color: bool) -> Iterator[str]:
    yield ""
    yield painted(title, "bold", color)
    for i, example in enumerate(examples):
        if i and "\n" in example.strip():
            yield ""
        marked = example.strip("\n")
        for line in marked.split("\n"):
            yield _marked(fill(line, columns, initial_indent="  ", subsequent_indent="    "), color)


def _marked(text: str, color: bool) -> str:
    """Marks in colour, or as they are written."""
    return text.replace("<<", "\x1b[1;31m").replace(">>", "\x1b[0m") if color else text


def as_toml(value: object) -> str:
    """A default as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list | set | frozenset):
        shown = [repr(item).replace("'", '"') for item in sorted(value, key=str)]
        return f"[{', '.join(shown)}]"
    return repr(value).replace("'", '"')
