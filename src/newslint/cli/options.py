"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from newslint.config.keys import GATES, PROFILES
from newslint.run import Request

if TYPE_CHECKING:
    from pathlib import Path

F = TypeVar("F", bound=Callable[..., Any])


def stacked(*options: Callable[[F], F]) -> Callable[[F], F]:
    """One decorator of several, shown by help in this order."""

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def reading(function: F) -> F:
    """What to read, how, and under which configuration."""
    return stacked(
        click.argument("paths", nargs=-1, metavar="[PATH|-]..."),
        click.option(
            "--config",
            "config_file",
            callback=as_path,
            metavar="F",
            help="Read this configuration file and look for no other.",
        ),
        click.option("--isolated", is_flag=True, help="Read no configuration file."),
        click.option("--profile", type=click.Choice(PROFILES), help="What kind of copy this is."),
        click.option(
            "--input-format", metavar="NAME", help="plain, markdown, mdx or html, whatever the file is called."
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of the input, where it is not UTF-8."),
        click.option(
            "--stdin-filename",
            default="",
            metavar="F",
            help="Name for what comes on stdin; decides format and configuration.",
        ),
        click.option("--force-exclude", is_flag=True, help="Exclude also files that are named here."),
        click.option(
            "--date", default="", metavar="YYYY-MM-DD", callback=_date, help="The article's date where it states none."
        ),
    )(function)


def selecting(function: F) -> F:
    """Which rules run."""
    return stacked(
        click.option(
            "--select",
            multiple=True,
            metavar="NAMES",
            help="Run these rules or families instead of the default set (also: all, default).",
        ),
        click.option("--extend-select", multiple=True, metavar="NAMES", help="Run these besides."),
        click.option("--ignore", multiple=True, metavar="NAMES", help="Don't run these."),
        click.option("--extend-ignore", multiple=True, metavar="NAMES", help="Don't run these besides."),
    )(function)


def showing(function: F) -> F:
    """Colour and chatter."""
    return stacked(
        click.option(
            "--color",
            type=click.Choice(("auto", "always", "never")),
            default="auto",
            help="Colour: auto looks at NO_COLOR, FORCE_COLOR and the terminal.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no notes."),
        click.option("-v", "--verbose", count=True, help="Say also which files and configuration are read."),
    )(function)


def gating(function: F) -> F:
    """What fails the run."""
    return stacked(
        click.option(
            "--fail-on", type=click.Choice(GATES), help="Mildest severity that fails the run (default: error)."
        ),
        click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Fail when there are more warnings."),
        click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found."),
    )(function)


def as_path(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """The option's value as a path; pathlib is loaded only when there is one."""
    if value is None:
        return None
    from pathlib import Path

    return Path(value)


def _date(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value:
        from datetime import date

        try:
            date.fromisoformat(value)
        except ValueError:
            raise click.BadParameter(f"{value!r} is no date; write it as 2026-03-31") from None
    return value


def names(values: Sequence[str]) -> list[str]:
    """Comma-separated and repeated values as one list."""
    return [name for value in values for part in value.split(",") if (name := part.strip())]


def as_values(given: Mapping[str, Any]) -> dict[str, Any]:
    """The command line's options as keys of the configuration; what was not given is left out."""
    values: dict[str, Any] = {}
    for key in ("select", "extend_select", "ignore", "extend_ignore"):
        if given.get(key):
            values[key.replace("_", "-")] = names(given[key])
    for key in ("profile", "fail_on", "max_warnings"):
        if given.get(key) is not None:
            values[key.replace("_", "-")] = given[key]
    return values


def request_of(given: Mapping[str, Any]) -> Request:
    """What the options of `reading` and `selecting` ask of a run."""
    return Request(
        config=given["config_file"],
        isolated=given["isolated"],
        values=as_values(given),
        input_format=given["input_format"],
        encoding=given["encoding"],
        date=given["date"],
        stdin_filename=given["stdin_filename"],
        force_exclude=given["force_exclude"],
    )
