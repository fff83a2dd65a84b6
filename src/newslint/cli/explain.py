"""``newslint explain``."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import fill

import click

from newslint.catalog import Catalog
from newslint.cli.near import Choice
from newslint.cli.rules import listed, row_of, waits_for_corpus, write_json
from newslint.cli.terminal import wants_color, width
from newslint.errors import ConfigError, did_you_mean
from newslint.reporters.summary import painted, severity_color
from newslint.rules import Rule
from newslint.run import Request, Session
from newslint.typed import Any, Iterator, Sequence

FIXED_BY = {"safe": "“newslint fix”", "unsafe": "“newslint fix --unsafe”, which may change the sense"}


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="RULE|FAMILY...")
@click.option("--output-format", type=Choice(("text", "json")), default="text", help="How to show them.")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="F", help="Use this configuration.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--color", type=Choice(("auto", "always", "never")), default="auto", help="Colour.")
def command(names: Sequence[str], output_format: str, config_file: Path | None, isolated: bool, color: str) -> None:
    """Explain a rule: why, bad and good examples, options, exceptions. Of a family, list its rules."""
    policy = Session(Request(config=config_file, isolated=isolated)).policy()
    catalog, active = policy.catalog, policy.choice("").rules
    if output_format == "json":
        rules = [rule for name in names for rule in _named(catalog, name)]
        write_json([row_of(rule, active) | _whole(rule) for rule in rules])
        return
    on = wants_color(color, sys.stdout)
    for i, name in enumerate(names):
        if i:
            click.echo("")
        rules = _named(catalog, name)
        if name in catalog.families and name not in catalog.rules:
            lines = listed(rules, active)
        else:
            [rule] = rules
            state = "on with --corpus" if waits_for_corpus(rule, active) else "on" if rule.name in active else "off"
            rule = rule._replace(severity=active.get(rule.name, rule.severity))
            lines = page(rule, state, min(width(), 96), on)
        for line in lines:
            click.echo(line, color=True)


def _named(catalog: Catalog, name: str) -> list[Rule]:
    """The rule of that name, or the rules of the family. ConfigError where there is neither."""
    name = catalog.renamed.get(name, name)
    if name in catalog.rules:
        return [catalog.page(name)]
    if name in catalog.families:
        return [catalog.page(other) for other in sorted(catalog.rules) if catalog.rules[other].family == name]
    near = did_you_mean(name, [*catalog.rules, *catalog.families])
    raise ConfigError(f"unknown rule {name!r}{near or '; “newslint rules” lists them'}")


def _whole(rule: Rule) -> dict[str, Any]:
    """What a page says of a rule and a list does not."""
    return {
        "doc": rule.doc,
        "standard": rule.why,
        "exceptions": rule.exceptions,
        "silent_in": list(rule.not_types),
        "bad": list(rule.bad),
        "good": list(rule.good),
        "option_texts": {key.replace("_", "-"): text for key, text in rule.option_texts.items()},
        "source": rule.source,
    }


def page(rule: Rule, state: str, columns: int, color: bool) -> Iterator[str]:
    """The rule's page in lines; `state`: whether it runs."""
    severity = painted(rule.severity, severity_color(rule.severity), color)
    status = "" if rule.status == "stable" else f", {rule.status}"
    yield f"{painted(rule.name, 'bold', color)} ({rule.family}, {severity}, {state}{status})"
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
    if rule.fixes:
        yield from _section("Fixed", f"Some of it, by {FIXED_BY[rule.fixes]}.", columns, color)
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
    for example in examples:
        lead = "  • "
        for line in example.strip("\n").split("\n"):
            yield _marked(fill(line, columns, initial_indent=lead, subsequent_indent="      "), color)
            lead = "    "


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
