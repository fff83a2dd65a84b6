"""Which lines of which files a change touches, from git or from any unified diff."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from newslint.errors import InputError
from newslint.finding import Finding
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.typed import Mapping, Sequence

_HUNK = pattern(r"@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@")
"""Lines on the old side, the first on the new side, lines there; no number of lines is one line."""
_NOWHERE = "/dev/null"
"""The new name of a file that the change deletes."""
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}

_SIDES = {"+": (0, 1), "-": (1, 0), " ": (1, 1), "": (1, 1), "\\": (0, 0)}
"""Lines of the old and of the new side that a line of a hunk is, by its sign."""


class Lines(NamedTuple):
    """Lines ``first`` to ``last`` of the new file, both from 1 and inclusive."""

    first: int
    last: int


Changes = Mapping[str, Sequence[Lines]]
"""New and changed lines by path, ``/``-separated and relative to where the diff was made."""


def parse_diff(diff: str) -> dict[str, list[Lines]]:
    """The added and changed lines of a unified diff (git's or plain). InputError when it is none, with the line."""
    changed: dict[str, list[Lines]] = {}
    path = ""
    left = right = 0  # lines that the hunk still owes on the old and on the new side
    at = 0
    begun = False
    for number, line in enumerate(diff.split("\n"), 1):
        if left > 0 or right > 0:
            if line[:1] not in _SIDES:
                raise InputError(
                    f"diff, line {number}: {line[:40]!r} cannot stand inside a hunk; is the diff cut short?"
                )
            old, new = _SIDES[line[:1]]
            if new > old:
                _touch(changed[path], at)
            at, left, right = at + new, left - old, right - new
        elif line.startswith("+++ "):
            begun = True
            path = _path(line[4:]) or _NOWHERE
            changed.setdefault(path, [])
        elif line.startswith("@@"):
            left, at, right = _owed(line, number, begun)
            path = path or _NOWHERE
            changed.setdefault(path, [])
        elif line.startswith("rename to "):
            begun = True
            changed.setdefault(_path(line[10:]), [])
        elif line.startswith(("diff ", "Binary files")):
            begun = True
    if left > 0 or right > 0:
        raise InputError(f"diff ends inside a hunk of {path}; is it cut short?")
    if not begun and diff.strip():
        raise InputError("not a unified diff: no '+++ ' line in it")
    changed.pop(_NOWHERE, None)
    return changed


def _owed(line: str, number: int, begun: bool) -> tuple[int, int, int]:
    """What the head of a hunk says: lines on the old side, first line and lines on the new side."""
    hunk = _HUNK.match(line)
    if hunk is None or not begun:
        raise InputError(f"diff, line {number}: not a hunk header: {line[:40]!r}")
    return int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)


def _touch(lines: list[Lines], at: int) -> None:
    if lines and lines[-1].last >= at - 1:
        lines[-1] = Lines(lines[-1].first, max(lines[-1].last, at))
    else:
        lines.append(Lines(at, at))


def _path(name: str) -> str:
    name = name.rstrip("\r\t")  # git adds a tab to names with spaces
    quoted = len(name) > 1 and name[0] == name[-1] == '"'
    name = _unquote(name[1:-1]) if quoted else name.partition("\t")[0]
    return name[2:] if name[:2] in ("a/", "b/") else name


def _unquote(quoted: str) -> str:
    """git's C-style quoting: ``\\303\\251`` are the bytes of é."""
    out = bytearray()
    i = 0
    while i < len(quoted):
        c = quoted[i]
        if c == "\\" and i + 1 < len(quoted):
            digits = quoted[i + 1 : i + 4]
            if re.fullmatch("[0-3][0-7]{2}", digits):
                out.append(int(digits, 8))
                i += 4
                continue
            out += _ESCAPES.get(quoted[i + 1], quoted[i + 1]).encode()
            i += 2
            continue
        out += c.encode()
        i += 1
    return out.decode("utf-8", "replace")


def touched(changes: Changes, finding: Finding, path: str) -> bool:
    """True when the finding, or a further place of it, stands on a changed line. What is said of the whole article
    counts as changed when anything in the file changed."""
    lines = changes.get(path)
    if lines is None:
        return False
    if finding.scope in ("document", "section", "corpus") and finding.record is None:
        return True
    if finding.field is not None:  # lines count in the field; a record of JSON Lines is a line, of the rest ask nothing
        here = finding.file_line
        by_line = finding.record is not None and path.lower().endswith((".jsonl", ".ndjson"))
        return not by_line or any(span.first <= here <= span.last for span in lines)
    places = [(finding.line, finding.end_line), *((p.line, p.line) for p in finding.related if p.role == "also-here")]
    return any(first <= span.last and span.first <= last for first, last in places for span in lines)


# -- git ---------------------------------------------------------------------------------------------------------------


def git(*args: str) -> bytes:
    """What a git command prints in the working directory. InputError with git's own first line when it fails."""
    try:
        run = subprocess.run(["git", *args], capture_output=True, check=False)
    except FileNotFoundError:
        raise InputError("git is not installed; give the change as a file: --diff-from") from None
    if run.returncode:
        if not _in_repository():
            raise InputError("not in a git repository; give the change as a file: --diff-from")
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"git {args[0]}: {said[0] if said else 'failed'}")
    return run.stdout


def _in_repository() -> bool:
    return subprocess.run(["git", "rev-parse", "--git-dir"], capture_output=True, check=False).returncode == 0


def merge_base(revision: str) -> str:
    """The commit from which the change is counted. InputError when the revision is unknown or the clone too shallow."""
    try:
        commit = git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except InputError:
        commit = ""
    if not commit:
        shallow = git("rev-parse", "--is-shallow-repository").strip() == b"true"
        cure = (
            "the clone is shallow: fetch more history (actions/checkout: fetch-depth: 2 or 0)"
            if shallow
            else "check the name"
        )
        raise InputError(f"--diff-base {revision}: no such commit; {cure}")
    try:
        return git("merge-base", commit, "HEAD").decode().strip()
    except InputError:
        return commit  # no common history, as in a clone of depth 2: the revision itself is the base


def since(revision: str, *, untracked: bool = False) -> dict[str, list[Lines]]:
    """What the work tree changes against the merge base with the revision, renames followed; with `untracked` also the
    files that git has not been told of, which are new from end to end."""
    changed = _of_git(merge_base(revision))
    if untracked:
        names = git("ls-files", "--others", "--exclude-standard", "-z").decode("utf-8", "replace")
        changed |= {name: [Lines(1, sys.maxsize)] for name in names.split("\0") if name}
    return changed


def last_commit() -> str:
    """``HEAD``, or the empty tree in a repository without a commit. InputError outside a repository."""
    try:
        git("rev-parse", "--verify", "--quiet", "HEAD")
    except InputError:
        return git("hash-object", "-t", "tree", os.devnull).decode().strip()
    return "HEAD"


def staged() -> dict[str, list[Lines]]:
    """What the index changes against the last commit."""
    return _of_git("--cached")


def _of_git(what: str) -> dict[str, list[Lines]]:
    """The diff in git's own form, whatever the user has configured."""
    form = ("-c", "core.quotePath=true", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false")
    shown = ("-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--diff-filter=d", "-M", "--relative")
    diff = git(*form, "diff", *shown, what)
    return parse_diff(diff.decode("utf-8", "replace"))


def at(revision: str, path: str) -> bytes | None:
    """The file as it was at a revision (``""`` for the index); None when it was not there."""
    try:
        return git("show", f"{revision}:./{path}")
    except InputError:
        return None


def renamed_from(base: str) -> dict[str, str]:
    """New path to old path for every file that the change renamed."""
    out = git("diff", "--name-status", "-z", "-M", "--relative", base).decode("utf-8", "replace").split("\0")
    renames: dict[str, str] = {}
    i = 0
    while i < len(out) - 1:
        if out[i].startswith(("R", "C")):
            renames[out[i + 2]] = out[i + 1]
            i += 3
        else:
            i += 2
    return renames
