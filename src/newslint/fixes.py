"""Fixes: edits applied in rounds until none is left, and files that are either old or new, never half."""

from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections import Counter
from pathlib import Path

from newslint.errors import InputError
from newslint.finding import Edit, Finding
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Callable, Iterable, Sequence

ROUNDS = 10
"""A fix may make room for another; more rounds than this would mean that two rules fight."""


class Fixed(NamedTuple):
    """A text after its fixes."""

    text: str
    applied: tuple[Finding, ...]
    """The findings that were mended, in the order in which they were."""
    refused: tuple[Finding, ...] = ()
    """Findings whose fix would have brought another finding."""


def wanted(finding: Finding, unsafe: bool) -> bool:
    """True when the finding has a fix of the kind asked for."""
    return finding.fix is not None and (unsafe or finding.fix.safe)


def one_round(text: str, findings: Iterable[Finding], unsafe: bool = False) -> Fixed:
    """Apply every fix that overlaps none before it. Safe ones go first, then in order of place."""
    chosen: list[Edit] = []  # in order of place, so that only its neighbours can clash with an edit
    applied: list[Finding] = []
    for finding in sorted(
        (f for f in findings if wanted(f, unsafe)), key=lambda f: (not (f.fix and f.fix.safe), f.span.start, f.rule)
    ):
        edits = finding.fix.edits if finding.fix else ()
        places = [(edit, bisect_left(chosen, edit.span, key=_place)) for edit in edits]
        if edits and not any(_clash(edit, other) for edit, i in places for other in chosen[max(0, i - 1) : i + 1]):
            for edit in edits:
                insort(chosen, edit, key=_place)
            applied.append(finding)
    parts: list[str] = []
    at = 0
    for edit in chosen:
        parts += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    parts.append(text[at:])
    return Fixed("".join(parts), tuple(applied))


def _place(edit: Edit) -> Span:
    return edit.span


def _clash(a: Edit, b: Edit) -> bool:
    """Overlapping edits clash; so do two that insert at one place."""
    return a.span.overlaps(b.span) or a.span == b.span or (a.span.start == b.span.start) or (a.span.end == b.span.end)


def in_rounds(text: str, lint: Callable[[str], Sequence[Finding]], unsafe: bool = False) -> Fixed:
    """Lint and fix until nothing is left to fix. A fix that would bring another finding is left to the editor."""
    applied: list[Finding] = []
    refused: dict[tuple[str, str], Finding] = {}
    findings = lint(text)
    for _ in range(ROUNDS):
        found = [f for f in findings if wanted(f, unsafe) and _name(f) not in refused]
        step = _harmless(text, findings, found, lint, unsafe, refused)
        if step is None:
            break
        done, findings = step
        text = done.text
        applied += done.applied
    return Fixed(text, tuple(applied), tuple(refused.values()))


def _harmless(
    text: str,
    before: Sequence[Finding],
    chosen: Sequence[Finding],
    lint: Callable[[str], Sequence[Finding]],
    unsafe: bool,
    refused: dict[tuple[str, str], Finding],
) -> tuple[Fixed, Sequence[Finding]] | None:
    """The chosen fixes, or as many of them as bring nothing new, with what is found after them; None when none is left.

    A fix that brings something by itself is refused; the others are for the next round.
    """
    done = one_round(text, chosen, unsafe)
    if not done.applied or done.text == text:
        return None
    after = lint(done.text)
    if not _more(before, after):
        return done, after
    if len(done.applied) == 1:
        refused[_name(done.applied[0])] = done.applied[0]
        return None
    half = len(done.applied) // 2
    return _harmless(text, before, done.applied[:half], lint, unsafe, refused) or _harmless(
        text, before, done.applied[half:], lint, unsafe, refused
    )


def _more(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """True when a rule finds more than it did, what was folded into others counted in."""
    known = Counter(f.rule for f in before)
    known.update(also.rule for f in before for also in f.also)
    return bool(Counter(f.rule for f in after) - known)


def _name(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.fingerprint


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

    name = path.lstrip("/")
    lines = unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at LF only, as diff and patch do."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
