"""``newslint check``."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from newslint.cli.options import as_values, gating, reading, selecting, showing
from newslint.cli.output import Target, targets, write_all
from newslint.cli.terminal import wants_color, width
from newslint.reporters import Options, Report
from newslint.run import Request, Result, Session, check, exit_code


@click.command()
@reading
@selecting
@click.option("--output-format", multiple=True, metavar="NAME[:FILE]", help="How to report; repeatable with files.")
@click.option("--output-file", metavar="F", help="Write the report here instead of to stdout.")
@gating
@click.option(
    "--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes for many files (0: one a processor)."
)
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of showing them.")
@click.option("--timings", is_flag=True, help="Say on stderr how long each rule took.")
@click.option("--show-settings", metavar="FILE", help="Show what holds for a file, and lint nothing.")
@showing
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Lint articles: files, folders, globs, or stdin ("-").

    Exit code 0: nothing at or above --fail-on; 1: something; 2: newslint could not do its job.
    """
    session = Session(_request(given))
    if given["show_settings"]:
        from newslint.cli.settings import show

        show(session, given["show_settings"])
        return 0
    outputs = targets(given["output_format"], given["output_file"], given["statistics"])
    interactive = sys.stderr.isatty() and not given["quiet"]
    jobs = given["jobs"] or os.cpu_count() or 1
    result = check(session, paths, jobs=1 if given["timings"] else jobs, progress=interactive)
    write_all(outputs, result.report, _options(given, outputs, session))
    return _finish(session, result, given)


def _request(given: dict[str, Any]) -> Request:
    formats = " ".join(given["output_format"])
    return Request(
        config=given["config_file"],
        isolated=given["isolated"],
        values=as_values(given),
        input_format=given["input_format"],
        encoding=given["encoding"],
        date=given["date"],
        stdin_filename=given["stdin_filename"],
        force_exclude=given["force_exclude"],
        timed=given["timings"],
        metrics="json" in formats or "html" in formats or "markdown" in formats or "csv" in formats,
    )


def _options(given: dict[str, Any], outputs: list[Target], session: Session) -> Options:
    gate = session.config().get("fail-on", "error")
    return Options(
        color=wants_color(given["color"], sys.stdout),
        width=width(),
        fail_on=None if gate == "never" else gate,
        verbose=given["verbose"],
        quiet=given["quiet"],
    )


def _finish(session: Session, result: Result, given: dict[str, Any]) -> int:
    """Say on stderr what went wrong, and give the exit code."""
    notes = [] if given["quiet"] else [*session.notes, *result.failures]
    if given["verbose"]:
        path = session.config().path
        notes.append(f"configuration: {path or 'none'}")
        notes += [f"read {article.path} as {article.format}" for article in result.report.articles]
    for note in notes:
        click.echo(f"newslint: {note}", err=True)
    for error in result.errors:
        click.echo(f"newslint: {error}", err=True)
    for crash in result.report.crashes:
        click.echo(
            f"newslint: {crash.path}: internal error in rule {crash.rule} ({crash.source}): {crash.error}; "
            f"“--ignore {crash.rule}” switches it off",
            err=True,
        )
    if given["timings"]:
        _show_timings(result.report)
    code = exit_code(result)
    limit = session.config().get("max-warnings")
    if limit is not None and result.report.count("warning") > limit:
        if not given["quiet"]:
            click.echo(f"newslint: {result.report.count('warning')} warnings; at most {limit} are allowed", err=True)
        code = max(code, 1)
    return 0 if given["exit_zero"] and code == 1 else code


def _show_timings(report: Report) -> None:
    total = sum(report.seconds.values()) or 1.0
    for name, seconds in sorted(report.seconds.items(), key=lambda row: -row[1]):
        click.echo(f"{seconds * 1000:9.2f} ms {seconds / total:6.1%}  {name}", err=True)
    click.echo(f"{total * 1000:9.2f} ms in {len(report.seconds)} rules that woke", err=True)
