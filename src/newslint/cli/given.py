"""What the options of a command ask for, as the run understands it. Knows no parser."""

from __future__ import annotations

from newslint.errors import UsageError
from newslint.run import Request
from newslint.typed import Any, Mapping, Sequence

_CHANGES = ("diff_base", "diff_from", "staged", "new_only")
"""Options by which the change says what is read."""


def names(values: Sequence[str]) -> list[str]:
    """Comma-separated and repeated values as one list."""
    return [name for value in values for part in value.split(",") if (name := part.strip())]


def as_values(given: Mapping[str, Any]) -> dict[str, Any]:
    """The command line's options as keys of the configuration; what was not given is left out.

    UsageError when rules are selected and none is named: nothing would run, and all would seem well.
    """
    values: dict[str, Any] = {}
    if given.get("select") and not names(given["select"]):  # an empty variable of a script
        raise UsageError("--select names no rule; name rules or families, or leave --select out")
    for key in ("select", "extend_select", "ignore", "extend_ignore", "exclude"):
        if given.get(key):
            values[key.replace("_", "-")] = names(given[key])
    if given.get("preview"):
        values["preview"] = True
    for key in ("profile", "fail_on", "max_warnings"):
        if given.get(key) is not None:
            values[key.replace("_", "-")] = given[key]
    return values


def overlooked(given: Mapping[str, Any], paths: Sequence[str]) -> list[str]:
    """What of the command line makes no difference, though whoever wrote it will think so."""
    notes = []
    if given.get("unsafe") and "fix" in given and not (given["fix"] or given["diff"]):
        notes.append("--unsafe does nothing without --fix, which applies fixes, or --diff, which shows them")
    if not (paths or given["stdin_filename"] or any(given.get(name) for name in _CHANGES)):
        from newslint.cli.terminal import text_on_stdin

        if text_on_stdin():
            notes.append("what comes on stdin is not read, but this folder; name “-” to read stdin")
    return notes


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
