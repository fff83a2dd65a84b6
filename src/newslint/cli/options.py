"""Options that several commands share."""

from __future__ import annotations

import click

from newslint.cli.gate import BASELINE
from newslint.cli.near import Choice
from newslint.config.keys import GATES, PROFILES
from newslint.typed import TYPE_CHECKING, Any, Callable, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

F = TypeVar("F", bound=Callable[..., Any])


class Command(click.Command):
    """A command whose help shows its options under the titles of `section`."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click does, in several lists."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record and isinstance(parameter, click.Option):
                sections.setdefault(getattr(parameter, "section", "Help"), []).append(record)
        for title, records in sections.items():
            with formatter.section(title):
                formatter.write_dl(records)


def section(title: str, *options: Callable[[F], F]) -> Callable[[F], F]:
    """One decorator of several, shown by help in this order under a title."""

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
            parameter = function.__click_params__[-1]  # type: ignore[attr-defined]
            parameter.section = title
        return function

    return decorate


def reading(function: F) -> F:
    """What to read, how, and under which configuration."""
    return click.argument("paths", nargs=-1, metavar="[PATH|-]...")(configuring(function))


def configuring(function: F) -> F:
    """How to read, and under which configuration."""
    return section(
        "What is read",
        click.option(
            "--config",
            "config_file",
            callback=as_path,
            metavar="F",
            help="Read this configuration file and look for no other.",
        ),
        click.option("--isolated", is_flag=True, help="Read no configuration file."),
        click.option("--profile", type=Choice(PROFILES), help="What kind of copy this is."),
        click.option(
            "--input-format",
            metavar="NAME",
            help="plain, markdown, mdx, html, jsonl, parquet, docx, ninjs, nitf, newsml-g2, rss, atom or wxr, whatever "
            "the file is called.",
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of the input, where it is not UTF-8."),
        click.option(
            "--stdin-filename",
            default="",
            metavar="F",
            help="Name for what comes on stdin; decides format and configuration.",
        ),
        click.option(
            "--exclude",
            multiple=True,
            metavar="PATHS",
            help="Leave these files and folders alone, too; written as in .gitignore.",
        ),
        click.option("--force-exclude", is_flag=True, help="Exclude also files that are named here."),
        click.option(
            "--date", default="", metavar="YYYY-MM-DD", callback=_date, help="The article's date where it states none."
        ),
    )(function)


def selecting(function: F) -> F:
    """Which rules run."""
    return section(
        "Which rules run",
        click.option(
            "--select",
            multiple=True,
            metavar="NAMES",
            help="Run these rules or families instead of the default set (also: all, default).",
        ),
        click.option("--extend-select", multiple=True, metavar="NAMES", help="Run these besides."),
        click.option("--ignore", multiple=True, metavar="NAMES", help="Don't run these."),
        click.option("--extend-ignore", multiple=True, metavar="NAMES", help="The same as --ignore."),
        click.option("--preview", is_flag=True, help="Run rules that are still on trial."),
    )(function)


def ineffective(function: F) -> F:
    """Options of `check` that make no difference to a fact sheet; taken, so that scripts may give both the same."""
    names = ("--select", "--extend-select", "--ignore", "--extend-ignore")
    return section(
        "",
        *(click.option(name, multiple=True, hidden=True) for name in names),
        click.option("--preview", is_flag=True, hidden=True),
        click.option("--jobs", type=click.IntRange(0), default=0, hidden=True),
        click.option("--no-cache", is_flag=True, hidden=True),
    )(function)


def showing(function: F) -> F:
    """Colour and chatter."""
    return section(
        "On the screen",
        click.option(
            "--color",
            type=Choice(("auto", "always", "never")),
            default="auto",
            help="Colour: auto looks at NO_COLOR, FORCE_COLOR and the terminal.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no notes."),
        click.option("-v", "--verbose", count=True, help="Say also which files and configuration are read."),
    )(function)


def gating(function: F) -> F:
    """What fails the run."""
    return section(
        "What fails the run",
        click.option("--fail-on", type=Choice(GATES), help="Mildest severity that fails the run (default: error)."),
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


def letting_through(function: F) -> F:
    """Which findings do not count."""
    return section(
        "Which findings count",
        click.option("--baseline", metavar="F", help=f"Leave out what this baseline knows (default: {BASELINE})."),
        click.option("--no-baseline", is_flag=True, help="Report also what the baseline knows."),
        click.option(
            "--diff-base", metavar="REV", help="Only findings on lines changed since the merge base with REV."
        ),
        click.option("--diff-from", metavar="FILE|-", help="Only findings on lines that this unified diff changes."),
        click.option("--staged", is_flag=True, help="Only findings on staged lines; files are read from the index."),
        click.option("--new-only", is_flag=True, help="Only findings that the earlier version did not have."),
    )(function)
