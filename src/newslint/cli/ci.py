"""``newslint ci``: one run for a CI job."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from newslint.cli.checking import show_crashes
from newslint.cli.gate import gate_of, too_many_warnings
from newslint.cli.given import request_of
from newslint.cli.options import Command, gating, letting_through, reading, section, selecting
from newslint.reporters import Options, Report, reporter
from newslint.run import Session, begin
from newslint.run.report import Result, exit_code
from newslint.typed import Any

SYSTEMS = {
    "GITHUB_ACTIONS": "github",
    "GITLAB_CI": "gitlab",
    "TF_BUILD": "azure",
    "TEAMCITY_VERSION": "teamcity",
}
"""Environment variable that a CI system sets -> its annotations."""
_DEPTHS = {"github": "fetch-depth: 2", "gitlab": 'GIT_DEPTH: "0"', "azure": "fetchDepth: 0"}
"""What makes a CI system clone enough of the past."""


@click.command(cls=Command)
@reading
@selecting
@gating
@letting_through
@section(
    "Reports",
    click.option("--sarif-file", metavar="F", help="Write SARIF here, for code scanning."),
    click.option("--summary/--no-summary", default=True, help="Write the job summary, where the CI has one."),
    click.option("--annotations/--no-annotations", default=True, help="Annotate the lines of the change."),
    click.option(
        "--all", "everything", is_flag=True, help="Report old findings too, not only what the change brought."
    ),
    click.option("--from-action", is_flag=True, hidden=True, help="Take the inputs of the GitHub action."),
)
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Lint in a CI job: annotations, SARIF and summary from one run.

    The CI is known by its environment. In a pull or merge request only what the change brought is reported.
    """
    if given["from_action"]:
        return _from_action()
    system = next((name for variable, name in SYSTEMS.items() if os.environ.get(variable)), "")
    chosen = any(given.get(name) for name in ("diff_base", "diff_from", "staged", "new_only"))
    if not given["everything"] and not chosen:
        base = _base(system)
        if base:
            given |= {"diff_base": base, "new_only": True}
            click.echo(f"newslint: reporting what changed since {base}", err=True)
    session = Session(request_of(given))
    result = begin(session, paths, jobs=os.cpu_count() or 1, gate=gate_of(given, session, untracked=False)).result()
    code = exit_code(result)
    too_many = too_many_warnings(session, result.report)
    if too_many:
        code = max(code, 1)
    _write(result.report, Options(fail_on=session.config().fail_on), system, given)
    _outputs(result, given)
    for error in filter(None, (*session.notes, *result.notes, *result.errors, *result.failures, too_many)):
        click.echo(f"newslint: {error}", err=True)
    show_crashes(result.report.crashes)
    return 0 if given["exit_zero"] and code == 1 else code


def _from_action() -> int:
    """Run again with the action's inputs, which come through the environment and are never parsed by a shell."""
    import shlex

    def value(name: str) -> str:
        return os.environ.get(f"INPUT_{name}", "").strip()

    try:
        arguments = [*shlex.split(value("ARGS"))]
    except ValueError as error:
        raise click.UsageError(f"the action's input “args” cannot be read: {str(error).lower()}") from None
    for name, option in (("CONFIG", "--config"), ("FAIL_ON", "--fail-on"), ("SARIF_FILE", "--sarif-file")):
        if value(name):
            arguments += [option, value(name)]
    arguments += ["--all"] if value("CHANGED_ONLY") == "false" else []
    arguments += ["--new-only"] if value("CHANGED_ONLY") == "true" else []
    arguments += ["--no-annotations"] if value("ANNOTATIONS") == "false" else []
    arguments += ["--no-summary"] if value("SUMMARY") == "false" else []
    code = command.main([*arguments, "--", *(value("PATHS").split() or ["."])], standalone_mode=False)
    return int(code or 0)


def _base(system: str) -> str:
    """The revision that the change starts from, as the CI tells it; empty outside a pull or merge request.

    GitHub checks out the merge of the branch into its target: the first parent is the target as it is now, and
    there is one even in a clone of depth 2.
    """
    from newslint import diffs
    from newslint.errors import InputError

    if system == "github" and os.environ.get("GITHUB_EVENT_NAME", "").startswith("pull_request"):
        candidates = ["HEAD^1", f"origin/{os.environ.get('GITHUB_BASE_REF', '')}"]
    elif system == "gitlab":
        candidates = [os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")]
    elif system == "azure":
        target = os.environ.get("SYSTEM_PULLREQUEST_TARGETBRANCH", "").removeprefix("refs/heads/")
        candidates = [f"origin/{target}" if target else ""]
    else:
        candidates = []
    for candidate in filter(None, candidates):
        try:
            diffs.merge_base(candidate)
        except InputError:
            continue
        return candidate
    if any(candidates):
        cure = _DEPTHS[system]
        click.echo(f"newslint: the base of the change is not in this clone ({cure}); linting everything", err=True)
    return ""


def _write(report: Report, options: Options, system: str, given: dict[str, Any]) -> None:
    from newslint.cli.output import written

    if given["annotations"] and system in ("github", "azure", "teamcity"):
        reporter(system)(report, sys.stdout, options)
    else:
        reporter("concise")(report, sys.stdout, options)
    if given["annotations"] and system == "gitlab":
        with written("gl-code-quality-report.json") as out:
            reporter("gitlab")(report, out, options)
    if given["sarif_file"]:
        with written(given["sarif_file"]) as out:
            reporter("sarif")(report, out, options)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if given["summary"] and summary:
        with open(summary, "a", encoding="utf-8") as out:
            reporter("markdown")(report, out, options)
    sys.stdout.flush()


def _outputs(result: Result, given: dict[str, Any]) -> None:
    """Values for later steps of a GitHub job."""
    file = os.environ.get("GITHUB_OUTPUT")
    if not file:
        return
    report = result.report
    lines = [
        f"findings={sum(report.counts.values())}",
        f"errors={report.count('error')}",
        f"warnings={report.count('warning')}",
        f"sarif-file={Path(given['sarif_file']).as_posix() if given['sarif_file'] else ''}",
    ]
    with open(file, "a", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
