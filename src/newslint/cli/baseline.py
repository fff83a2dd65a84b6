"""``newslint baseline``: adopt newslint with the flaws that are there."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newslint import baseline as baselines
from newslint.baseline import Entry
from newslint.cli.gate import BASELINE, baseline_file
from newslint.cli.given import request_of
from newslint.cli.near import Group
from newslint.cli.options import reading, selecting
from newslint.run import Session, check
from newslint.run.gate import judged
from newslint.run.report import Result
from newslint.typed import Any, Sequence


@click.group(name="baseline", cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Remember the flaws that are there, so that only new ones fail."""


def _file(function: Any) -> Any:
    return click.option("--baseline", metavar="F", help=f"The baseline file (default: {BASELINE}).")(function)


def _linted(paths: tuple[str, ...], given: dict[str, Any]) -> tuple[Session, Result, Path]:
    session = Session(request_of(given))
    result = check(session, paths, jobs=os.cpu_count() or 1)
    for trouble in result.report.troubles:
        click.echo(f"newslint: {trouble}", err=True)
    return session, result, baseline_file(given, session) or Path(given["baseline"] or BASELINE)


def _judged(session: Session, entries: Sequence[Entry], result: Result) -> list[Entry]:
    """The entries that this run can speak of. UsageError when a rule threw: what it would have found is unknown."""
    if result.report.crashes:
        raise click.UsageError("the baseline stays as it was, since not every rule could run")
    return judged(session, entries, result.report.skipped)


@command.command()
@reading
@selecting
@_file
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
def create(paths: tuple[str, ...], **given: Any) -> int:
    """Write a baseline of everything found now."""
    _, result, file = _linted(paths, given)
    if file.exists() and not given["force"]:
        raise click.UsageError(f"{file} exists; newslint baseline update keeps its reasons, --force replaces it")
    entries = baselines.entries_of(result.report.findings)
    _write(file, entries)
    times, held = sum(e.times for e in entries), len({e.path for e in entries})
    click.echo(f"{file}: {times} finding{'s' * (times != 1)} in {held} file{'s' * (held != 1)}")
    return 2 if result.report.troubles else 0


@command.command()
@reading
@selecting
@_file
def update(paths: tuple[str, ...], **given: Any) -> int:
    """Bring the baseline up to date for these files; others and reasons stay as they are."""
    session, result, file = _linted(paths, given)
    old = baselines.load(file, session.policy().catalog.renamed)
    asked = _judged(session, old, result)
    fresh = baselines.updated(asked, result.report.findings, [a.path for a in result.report.articles])
    entries = [*fresh, *(e for e in old if e not in asked)]
    _write(file, entries)
    before = sum(e.times for e in old)
    click.echo(f"{file}: {before} finding{'s' * (before != 1)} before, {sum(e.times for e in entries)} now")
    return 2 if result.report.troubles else 0


@command.command()
@reading
@selecting
@_file
def prune(paths: tuple[str, ...], **given: Any) -> int:
    """Drop entries for which nothing is found any more."""
    session, result, file = _linted(paths, given)
    old = baselines.load(file, session.policy().catalog.renamed)
    matched = baselines.match(old, result.report.findings, [a.path for a in result.report.articles])
    stale = _judged(session, matched.stale, result)
    _write(file, baselines.pruned(old, stale))
    times = sum(e.times for e in stale)
    click.echo(f"{file}: {times} stale entr{'y' if times == 1 else 'ies'} dropped")
    return 2 if result.report.troubles else 0


@command.command()
@_file
def show(baseline: str | None) -> int:
    """Show what the baseline holds, by rule."""
    file = Path(baseline or BASELINE)
    entries = baselines.load(file)
    by_rule: dict[str, int] = {}
    for entry in entries:
        by_rule[entry.rule] = by_rule.get(entry.rule, 0) + entry.times
    for rule, times in sorted(by_rule.items(), key=lambda row: (-row[1], row[0])):
        click.echo(f"{times:6d}  {rule}")
    held = len({e.path for e in entries})
    click.echo(f"{sum(by_rule.values()):6d}  in {held} file{'s' * (held != 1)}")
    return 0


def _write(file: Path, entries: Sequence[Entry]) -> None:
    from newslint.cli.output import written

    with written(str(file)) as out:
        out.write(baselines.dump(entries))
