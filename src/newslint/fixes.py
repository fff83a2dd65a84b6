"""Fixes: edits applied in rounds until none is left, and files that are either old or new, never half."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.errors import InputError
from newslint.finding import Edit, Finding

ROUNDS = 10
"""A fix may make room for another; more rounds than this would mean that two rules fight."""


class Fixed(NamedTuple):
    """A text after its fixes."""

    text: str
    applied: tuple[Finding, ...]
    """The findings that were mended, in the order in which they were."""


def wanted(finding: Finding, unsafe: bool) -> bool:
    """True when the finding has a fix of the kind asked for."""
    return finding.fix is not None and (unsafe or finding.fix.safe)


def one_round(text: str, findings: Iterable[Finding], unsafe: bool = False) -> Fixed:
    """Apply every fix that overlaps none before it. Safe ones go first, then in order of place."""
    chosen: list[Edit] = []
    applied: list[Finding] = []
    for finding in sorted(
        (f for f in findings if wanted(f, unsafe)), key=lambda f: (not (f.fix and f.fix.safe), f.span.start, f.rule)
    ):
        edits = finding.fix.edits if finding.fix else ()
        if edits and not any(_clash(edit, other) for edit in edits for other in chosen):
            chosen += edits
            applied.append(finding)
    parts: list[str] = []
    at = 0
    for edit in sorted(chosen, key=lambda e: e.span):
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    parts.append(text[at:])
    return Fixed("".join(parts), tuple(applied))


def _clash(a: Edit, b: Edit) -> bool:
    """Overlapping edits clash; so do two that insert at one place."""
    return a.span.overlaps(b.span) or a.span == b.span or (a.span.start == b.span.start) or (a.span.end == b.span.end)


def in_rounds(text: str, lint: Callable[[str], Sequence[Finding]], unsafe: bool = False) -> Fixed:
    """Lint and fix until nothing is left to fix. A round that brings a new error is not taken."""
    applied: list[Finding] = []
    findings = lint(text)
    for _ in range(ROUNDS):
        done = one_round(text, findings, unsafe)
        if not done.applied or done.text == text:
            break
        after = lint(done.text)
        if _errors(after) > _errors(findings):
            break
        text, findings = done.text, after
        applied += done.applied
    return Fixed(text, tuple(applied))


def _errors(findings: Sequence[Finding]) -> int:
    return sum(f.severity == "error" for f in findings)


def write(path: Path, data: bytes) -> None:
    """Replace the file in one step, keeping its mode; links are followed. InputError when it cannot be written.

    The new text is first written whole to a file beside it, so that a kill at any moment leaves the old or the new one.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.newslint-{os.getpid()}")
    try:
        if not os.access(target, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        mode = target.stat().st_mode
        with open(beside, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, mode & 0o7777)
        os.replace(beside, target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written ({error.strerror or error}); nothing was changed") from None


def difference(path: str, before: str, after: str) -> str:
    """The change as a unified diff, with the path as given; line ends are kept."""
    from difflib import unified_diff

    lines = unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at LF only, as diff and patch do."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
