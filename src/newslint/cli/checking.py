"""The work of ``newslint check``, whoever read the options: the parser, or the quick lane."""

from __future__ import annotations

import os
import sys

from newslint import store
from newslint.cli.gate import examine, gate_of, too_many_warnings
from newslint.cli.given import overlooked, request_of
from newslint.cli.output import in_one_pass, spare_articles, targets, write_all
from newslint.cli.terminal import wants_color, width
from newslint.errors import UsageError
from newslint.reporters import ArticleReport, Options, Report
from newslint.run import Request, Session, begin
from newslint.run.report import Result, exit_code
from newslint.typed import TYPE_CHECKING, Any, Sequence
from newslint.walk import STDIN

if TYPE_CHECKING:
    from newslint.engine import Crash
    from newslint.run.gate import Gate

SOURCELESS = frozenset(("concise", "json", "jsonl", "statistics", "csv", "checkstyle", "junit", "markdown"))
"""Outputs that show no more of an article than its findings hold."""


def run_check(paths: tuple[str, ...], given: dict[str, Any]) -> int:
    """Lint and report; the exit code."""
    paths = paths or ((STDIN,) if given["stdin_filename"] else ())
    examine(given, paths)
    session = Session(_request(given))
    if given["show_settings"]:
        from newslint.cli.settings import show

        show(session, given["show_settings"])
        return 0
    if given["diff"]:
        return _show_fixes(session, paths, given)
    outputs = targets(given["output_format"], given["output_file"], given["statistics"])
    spare_articles(outputs, paths)
    gate = None
    unfixed: list[str] = []
    if given["fix"]:
        gate = gate_of(given, session)  # complains before anything is changed
        unfixed = _fix(session, paths, given, gate)
    if gate is None or given["diff_from"] != "-":  # stdin is read once; whatever else says what changed, has changed
        gate = gate_of(given, session)
    interactive = sys.stderr.isatty() and not given["quiet"]
    jobs = 1 if given["timings"] else given["jobs"] or os.cpu_count() or 1
    keep = bool(given["add_suppressions"]) or not in_one_pass(outputs)
    watch = _tell if given["verbose"] else None
    run = begin(session, paths, jobs=jobs, progress=interactive, gate=gate, keep=keep, watch=watch)
    try:
        if given["add_suppressions"]:
            from newslint.run.suppressing import add_suppressions

            for note in add_suppressions(session, run.result().report):
                say(f"newslint: {note}")
        write_all(outputs, run.report, _options(given, session))
    finally:
        run.close()
    result = run.result()
    for error in unfixed:
        if error not in result.errors:  # which are told below
            say(f"newslint: {error}")
    return max(_finish(session, result, given, paths), 2 if unfixed else 0)


def _tell(article: ArticleReport) -> None:
    say(f"newslint: read {article.path} as {article.format}")


def say(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(text + "\n")


def _fix(session: Session, paths: tuple[str, ...], given: dict[str, Any], gate: Gate | None) -> list[str]:
    """Mend the files before they are linted; why some could not be mended."""
    from newslint.cli.fix import fix_all

    if STDIN in paths:
        raise UsageError("what comes on stdin is fixed or reported, not both; “newslint fix -” writes it fixed")
    done, errors = fix_all(session, paths, unsafe=given["unsafe"], diff=False, quiet=given["quiet"], gate=gate)
    if done and given["staged"] and not given["quiet"]:
        say("newslint: the fixes are in the work tree; git add them")
    return errors


def _show_fixes(session: Session, paths: tuple[str, ...], given: dict[str, Any]) -> int:
    from newslint.cli.fix import fix_all

    gate = gate_of(given, session)
    changed, errors = fix_all(session, paths, unsafe=given["unsafe"], diff=True, quiet=given["quiet"], gate=gate)
    for error in errors:
        say(f"newslint: {error}")
    return 2 if errors else int(changed > 0)


def _request(given: dict[str, Any]) -> Request:
    outputs = {value.partition(":")[0] for value in given["output_format"]}
    return request_of(given)._replace(
        staged=given["staged"],
        corpus=given["corpus"],
        timed=given["timings"],
        cache=not any(given[name] for name in ("no_cache", "timings", "fix", "add_suppressions", "staged", "corpus")),
        metrics="json" in outputs,
        sources=not outputs or not outputs <= SOURCELESS,
    )


def _options(given: dict[str, Any], session: Session) -> Options:
    return Options(
        color=wants_color(given["color"], sys.stdout),
        width=width(),
        fail_on=session.config().fail_on,
        quiet=given["quiet"],
        fixed="" if not given["fix"] else "unsafe" if given["unsafe"] else "safe",
    )


def _finish(session: Session, result: Result, given: dict[str, Any], paths: Sequence[str]) -> int:
    """Say on stderr what went wrong, and give the exit code."""
    notes = [] if given["quiet"] else [*session.notes, *result.notes, *result.failures, *store.notes()]
    notes += [] if given["quiet"] else overlooked(given, paths)
    if given["verbose"]:
        notes.append(f"configuration: {session.config().path or 'none'}")
    for note in notes:
        say(f"newslint: {note}")
    for error in result.errors:
        say(f"newslint: {error}")
    show_crashes(result.report.crashes)
    if result.stale and not given["quiet"]:
        times = sum(entry.times for entry in result.stale)
        say(
            "newslint: 1 baseline entry is stale; drop it: newslint baseline prune"
            if times == 1
            else f"newslint: {times} baseline entries are stale; drop them: newslint baseline prune"
        )
    if given["timings"]:
        _show_timings(result.report)
    code = exit_code(result)
    if too_many := too_many_warnings(session, result.report):
        if not given["quiet"]:
            say(f"newslint: {too_many}")
        code = max(code, 1)
    return 0 if given["exit_zero"] and code == 1 else code


def show_crashes(crashes: Sequence[Crash]) -> None:
    """One line for each rule that threw, at the first file where it did."""
    times: dict[str, int] = {}
    for crash in crashes:
        times[crash.rule] = times.get(crash.rule, 0) + 1
    for crash in crashes:
        more = times.pop(crash.rule, 0) - 1
        if more >= 0:
            others = f" and {more} more file{'s' * (more != 1)}" if more else ""
            say(f"newslint: {crash.path}{others}: {crash.told}; “--extend-ignore {crash.rule}” switches it off")


def _show_timings(report: Report) -> None:
    total = sum(report.seconds.values()) or 1.0
    for name, seconds in sorted(report.seconds.items(), key=lambda row: -row[1]):
        say(f"{seconds * 1000:9.2f} ms {seconds / total:6.1%}  {name}")
    shared = sum(name.endswith(")") for name in report.seconds)
    say(f"{total * 1000:9.2f} ms in {len(report.seconds) - shared} rules that woke and {shared} facts that they share")
