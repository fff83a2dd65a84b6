"""``newslint check``."""

from __future__ import annotations

import click

from newslint.cli.checking import run_check
from newslint.cli.options import Command, gating, letting_through, reading, section, selecting, showing
from newslint.typed import Any


@click.command(cls=Command)
@reading
@selecting
@section(
    "Reports",
    click.option("--output-format", multiple=True, metavar="NAME[:FILE]", help="How to report; repeatable with files."),
    click.option("--output-file", metavar="F", help="Write the report here instead of to stdout."),
    click.option("--statistics", is_flag=True, help="Count findings by rule instead of showing them."),
)
@gating
@letting_through
@section(
    "Fixes",
    click.option("--fix", is_flag=True, help="Apply safe fixes first, and report what is left."),
    click.option("--unsafe", is_flag=True, help="With --fix: also fixes that delete or swap words."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing."),
    click.option(
        "--add-suppressions", is_flag=True, help="Write comments that silence what is found, to be given reasons."
    ),
)
@section(
    "The run",
    click.option("--corpus", is_flag=True, help="Compare the articles of this run with each other, too."),
    click.option(
        "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes for many files (0: one a processor)."
    ),
    click.option("--no-cache", is_flag=True, help="Lint also files that have not changed since an earlier run."),
    click.option("--timings", is_flag=True, help="Say on stderr how long each rule and each shared fact took."),
    click.option("--show-settings", metavar="FILE", help="Show what holds for a file, and lint nothing."),
)
@showing
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Lint articles: files, folders, globs, or stdin ("-").

    Exit code 0: nothing at or above --fail-on; 1: something; 2: newslint could not do its job.
    """
    return run_check(paths, given)
