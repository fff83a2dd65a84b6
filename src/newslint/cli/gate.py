"""The gate that the options of ``check`` and ``ci`` ask for: a baseline, a change, or both."""

from __future__ import annotations

import os
import sys

from newslint.errors import InputError, UsageError
from newslint.reporters import Report
from newslint.run import Session
from newslint.typed import TYPE_CHECKING, Any, Mapping, Sequence

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.run.gate import Gate

BASELINE = ".newslint-baseline.json"
"""Used without being named where it exists."""


def baseline_file(given: Mapping[str, Any], session: Session) -> Path | None:
    """The baseline that holds: named, configured, or lying here; None without one."""
    lies_here = os.path.isfile(BASELINE) and not session.request.isolated
    if given.get("no_baseline") or not (lies_here or given.get("baseline") or session.config().get("baseline")):
        return None
    from pathlib import Path

    if given.get("baseline"):
        return Path(given["baseline"])
    configured = session.config().get("baseline")
    if configured:
        home = session.config().path
        return home.parent / configured if home else Path(configured)
    return Path(BASELINE) if lies_here else None


def examine(given: Mapping[str, Any], paths: Sequence[str]) -> None:
    """UsageError when options contradict each other."""
    if given.get("isolated") and given.get("config_file"):
        raise UsageError("--isolated reads no configuration and --config names one; give one of them")
    if given.get("diff_from") == "-" and "-" in paths:
        raise UsageError("stdin holds the article or the diff, not both; give one of them as a file")


def gate_of(given: Mapping[str, Any], session: Session, *, untracked: bool = True) -> Gate | None:
    """The gate that the options ask for, or None. UsageError when they contradict each other.

    An editor's new file belongs to the change before git has been told of it; what a CI job makes (`untracked` false)
    does not.
    """
    ways = [f"--{name.replace('_', '-')}" for name in ("diff_base", "diff_from", "staged") if given.get(name)]
    if len(ways) > 1:
        raise UsageError(f"{' and '.join(ways)} both say what changed; give one of them")
    if given.get("new_only") and given.get("diff_from"):
        raise UsageError("--new-only needs the earlier version: give --diff-base REV or --staged, not a diff")
    file = baseline_file(given, session)
    if not (ways or file or given.get("new_only")):
        return None
    from newslint import baseline, diffs
    from newslint.run.gate import Gate

    gate = Gate(entries=baseline.load(file, session.policy().catalog.renamed) if file else ())
    if given.get("diff_from"):
        return gate._replace(changes=diffs.parse_diff(_diff(given["diff_from"])))
    base = ""
    if given.get("diff_base"):
        base = diffs.merge_base(given["diff_base"])
        gate = gate._replace(changes=diffs.since(given["diff_base"], untracked=untracked))
    elif given.get("staged"):
        gate = gate._replace(changes=diffs.staged())
    if given.get("new_only"):
        base = base or diffs.last_commit()
        gate = gate._replace(base=base, renames=diffs.renamed_from(base))
    return gate


def too_many_warnings(session: Session, report: Report) -> str:
    """What to say of a run with more warnings than ``max-warnings`` allows; empty for one with fewer."""
    limit, warnings = session.config().get("max-warnings"), report.count("warning")
    if limit is None or warnings <= limit:
        return ""
    return f"{warnings} warning{'s' * (warnings != 1)}; at most {limit} allowed"


def _diff(name: str) -> str:
    if name == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    try:
        with open(name, "rb") as file:
            return file.read().decode("utf-8", "replace")
    except OSError as error:
        raise InputError(f"--diff-from {name}: {(error.strerror or str(error)).lower()}") from None
