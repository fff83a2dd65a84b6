"""Which files a run reads: those named, those that a glob matches, and the articles below a folder."""

from __future__ import annotations

import os

from newslint.errors import InputError, did_you_mean
from newslint.formats import RECORDS
from newslint.named import NamedTuple
from newslint.typed import Callable, Iterable, Iterator, Sequence

STDIN = "-"

SKIPPED = frozenset((
    "node_modules", "__pycache__", "site-packages", "venv", "_site", "vendor", "bower_components", "dist", "build",
))  # fmt: skip
"""Folders in which nobody keeps articles. Hidden ones are left alone too."""

Test = Callable[[str], bool]
"""A question about a path, as the user would write it."""


class _Choice(NamedTuple):
    """What is taken of the files that a walk comes across."""

    endings: tuple[str, ...]
    excluded: Test
    """By configuration."""
    foreign: Test
    """Not ours in spite of its name."""
    excluder: Callable[[str], str]
    """What excludes a path: the place in a configuration, or an option; empty where nothing does."""


def expand(
    paths: Iterable[str],
    suffixes: Iterable[str],
    excluded: Test | None = None,
    *,
    force_exclude: bool = False,
    foreign: Test | None = None,
    excluder: Callable[[str], str] | None = None,
) -> Iterator[str | InputError]:
    """The files to read, in the order named, each once; below a folder sorted by path. ``-`` is stdin.

    A file that is named in two ways (``a.md``, ``./a.md``) keeps the name that comes first. What leads to nothing comes
    as an InputError in its place, so that the other files are still read. A file named outright is read whatever its
    suffix, also when it is excluded, unless `force_exclude`. Of files that a glob or a folder leads to, those that are
    `foreign` are left alone. `excluder` says what excludes a path.
    """
    endings = tuple(f".{suffix}" for suffix in suffixes)
    choice = _Choice(endings, excluded or _never, foreign or _never, excluder or _nothing)
    seen: set[str] = set()
    for path in paths:
        for found in _expand_one(path, choice, choice.excluded if force_exclude else _never):
            if isinstance(found, InputError):
                yield found
                continue
            place = found if found == STDIN else os.path.abspath(found)
            if place not in seen:
                seen.add(place)
                yield found


def _never(path: str) -> bool:
    return False


def _nothing(path: str) -> str:
    return ""


def _expand_one(path: str, choice: _Choice, refused: Test) -> Iterator[str | InputError]:
    """What one path of the command line leads to, unless even what is named is `refused`."""
    if path == STDIN:
        yield path
    elif os.path.isdir(path):
        whole = path.rstrip("/") + "/"
        if refused(whole):
            return
        if choice.excluded(whole):
            choice = choice._replace(excluded=_never)  # it is named all the same
        found = False
        for file in _files_in(path, choice, named=True):
            found = True
            yield file
        if not found:
            yield InputError(f"{path}: {_why_none(path, choice, by_name=refused is _never)}")
    elif os.path.lexists(path):
        if not refused(path):
            yield path
    elif any(sign in path for sign in "*?["):
        if path.lower().endswith(RECORDS):  # the pattern says that it means files of records
            choice = choice._replace(foreign=_never)
        yield from _deep(path, choice) if "**" in path else _shallow(path, choice)
    else:
        yield InputError(f"{path}: no such file or folder{_near(path)}")


def _why_none(folder: str, choice: _Choice, *, by_name: bool) -> str:
    """Why a folder that was named holds no article to read; `by_name`: a file that is named is read all the same."""
    for file in _files_in(folder, choice._replace(excluded=_never), gitignore=False):
        if isinstance(file, str):
            by = choice.excluder(file)
            how = f"is excluded by {by}" if by else "is ignored by git"
            cure = "; a file that is named is read all the same" if by_name or not by else ""
            return f"no articles in this folder are to be read: {file} {how}{cure}"
    why = f"no articles in this folder (looked for {', '.join(choice.endings[:4])} and the like)"
    passed = sorted(SKIPPED.intersection(os.listdir(folder)))
    return f"{why}; what is in {' and '.join(passed)} is read only when it is named" if passed else why


def _shallow(pattern: str, choice: _Choice) -> Iterator[str | InputError]:
    """What a glob matches, the folders walked through."""
    from glob import glob

    matches = sorted(glob(pattern))
    for match in matches:
        if os.path.isdir(match):
            if not _passed_by(match, choice):
                yield from _files_in(match, choice)
        elif not (choice.excluded(match) or choice.foreign(match)):
            yield match
    if not matches:
        yield InputError(f"{pattern}: no file matches")


def _deep(pattern: str, choice: _Choice) -> Iterator[str | InputError]:
    """What a glob with ``**`` matches: a walk like that below a folder, so that no link leads it in circles."""
    from glob import glob

    steps = pattern.replace(os.sep, "/").split("/")
    first = next(i for i, step in enumerate(steps) if "**" in step)
    start = "/".join(steps[:first]) or ("/" if first else ".")
    if os.path.splitext(steps[-1])[1].strip(".*?[]"):
        choice = choice._replace(endings=("",))  # the pattern says which files

    def matches(choice: _Choice, *, ignored: bool = True) -> Iterator[str | InputError]:
        for folder in filter(os.path.isdir, sorted(glob(start))):
            for file in _files_in(folder, choice, gitignore=ignored):
                if isinstance(file, InputError) or _fits(os.path.relpath(file, folder).split(os.sep), steps[first:]):
                    yield file

    found = False
    for file in matches(choice):
        found = True
        yield file
    if not found and not any(matches(choice._replace(excluded=_never, foreign=_never), ignored=False)):
        yield InputError(f"{pattern}: no file matches")


def _fits(parts: Sequence[str], steps: Sequence[str]) -> bool:
    """Whether the parts of a path are what the steps of a pattern say; ``**`` is any number of parts."""
    from fnmatch import fnmatchcase

    def with_skipped(reached: Iterable[int]) -> Iterator[int]:
        for i in reached:
            yield i
            while i < len(steps) and steps[i] == "**":
                i += 1
                yield i

    reached = {0}
    for part in parts:
        reached = {
            i if steps[i] == "**" else i + 1
            for i in with_skipped(reached)
            if i < len(steps) and (steps[i] == "**" or fnmatchcase(part, steps[i]))
        }
    return len(steps) in with_skipped(reached)


def _near(path: str) -> str:
    try:
        names = os.listdir(os.path.dirname(path) or ".")
    except OSError:
        return ""
    return did_you_mean(os.path.basename(path), names)


def _files_in(
    folder: str, choice: _Choice, *, named: bool = False, gitignore: bool = True
) -> Iterator[str | InputError]:
    ignored: Ignored | None = Ignored(folder) if gitignore else None
    if ignored and ignored(folder, True):
        if not named:
            return
        ignored = None
    waiting = [folder]
    while waiting:
        at = waiting.pop()
        if ignored:
            ignored.enter(at)
        try:
            entries = sorted(os.scandir(at), key=lambda entry: entry.name)
        except OSError as error:
            yield InputError(f"{at}: {(error.strerror or str(error)).lower()}")
            continue
        folders = []
        for entry in entries:
            path = entry.name if at == "." else os.path.join(at, entry.name)
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if not (_passed_by(path, choice) or (ignored and ignored(path, True))):
                    folders.append(path)
            elif (
                entry.name.lower().endswith(choice.endings)
                and os.path.isfile(path)
                and not ((ignored and ignored(path, False)) or choice.excluded(path) or choice.foreign(path))
            ):
                yield path
        waiting += reversed(folders)


def _passed_by(folder: str, choice: _Choice) -> bool:
    return os.path.basename(folder) in SKIPPED or choice.excluded(folder + "/")


class Ignored:
    """What git ignores below a folder: every ``.gitignore`` from the repository's top down, nearest last."""

    def __init__(self, folder: str) -> None:
        """`folder`: where the walk starts; files above it count up to the repository's top."""
        self._specs: list[tuple[str, object]] = []
        for above in reversed(_up_to_repository(os.path.abspath(folder))):
            self._read(above)

    def enter(self, folder: str) -> None:
        """Take the folder's own ``.gitignore`` into account."""
        full = os.path.abspath(folder)
        if not any(root == full for root, _ in self._specs):
            self._read(full)

    def __call__(self, path: str, is_folder: bool) -> bool:
        """True when the path is ignored."""
        if not self._specs:
            return False
        full = os.path.abspath(path)
        answer = False
        for root, spec in self._specs:
            if full.startswith(root + os.sep):
                relative = full[len(root) + 1 :].replace(os.sep, "/") + ("/" if is_folder else "")
                verdict = spec.check_file(relative).include  # type: ignore[attr-defined]
                if verdict is not None:
                    answer = verdict
        return answer

    def _read(self, folder: str) -> None:
        for name in (os.path.join(".git", "info", "exclude"), ".gitignore"):
            try:
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                    lines = file.read().splitlines()
            except OSError:
                continue
            if any(line.strip() and not line.startswith("#") for line in lines):
                from pathspec import GitIgnoreSpec

                self._specs.append((folder, GitIgnoreSpec.from_lines(lines)))


def _up_to_repository(folder: str) -> Sequence[str]:
    """The folder and those above it up to the one that holds ``.git``; none at all outside a repository."""
    chain = [folder]
    while not os.path.exists(os.path.join(chain[-1], ".git")):
        above = os.path.dirname(chain[-1])
        if above == chain[-1]:
            return ()
        chain.append(above)
    return chain
