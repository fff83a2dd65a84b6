"""What is worked out once and kept on disk between runs: the program's own modules, the rules, and the word tables.

Each store is one file: plain values with the stamp of what they were made of, and parts, of which a run reads a few.
Another stamp, or damage, and it is made anew. Writing goes through a file of our own, so that hooks running beside see
the old or the new one. A home that cannot be written to, or that others can write to, costs time, not results.
"""

from __future__ import annotations

import marshal
import os
import sys
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from zlib import crc32

from newslint.typed import Any, Final, Sequence

HERE = os.path.dirname(os.path.realpath(__file__))
INSTALLED = os.path.isdir(os.path.join(HERE, "rules"))
"""True in a wheel, whose files do not change one by one; False in a checkout."""

_NUMBER: Final = 4
"""Bytes of a number: at the head of a file the checksum of the values that come next, and their length."""


class Damaged(Exception):
    """A part of a store is not what was written. The store is gone now."""


class Parts:
    """The parts of a store by number. Each is compared with its checksum when it is asked for: to sum up all of
    them, of which a hook needs a tenth, would take a twentieth of its run."""

    __slots__ = ("_block", "_ends", "_path", "_sums")

    def __init__(self, path: str, count: int, data: bytes | memoryview) -> None:
        self._path = path
        table = memoryview(data)[: _NUMBER * (2 * count + 1)].cast("I")
        self._ends = table[: count + 1]
        self._sums = table[count + 1 :]
        self._block = memoryview(data)[_NUMBER * (2 * count + 1) :]

    @classmethod
    def of(cls, path: str, parts: Sequence[bytes]) -> Parts:
        """The parts as `keep` writes them."""
        return cls(path, len(parts), b"".join((_places(parts), *parts)))

    def __getitem__(self, n: int) -> memoryview:
        part = self._block[self._ends[n] : self._ends[n + 1]]
        if crc32(part) != self._sums[n]:
            _drop(self._path)
            raise Damaged(self._path)
        return part


def folder() -> str:
    """Where this user's stores lie; ``NEWSLINT_CACHE_DIR`` names another place."""
    named = os.environ.get("NEWSLINT_CACHE_DIR")
    if named:
        return named
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(home, "newslint")


def path_of(name: str, *key: str) -> str:
    """The file of a store, apart for each installation, Python and `key`."""
    whose = "\0".join((HERE, sys.version, *key))
    return os.path.join(folder(), f"{name}-{crc32(whose.encode('utf-8', 'surrogateescape')):08x}.bin")


_unsafe: dict[str, bool] = {}
"""Folders that were met and not used, since others can write to them; with true for those that are our own."""


def notes() -> list[str]:
    """What the user should know of these folders, each with the cure."""
    cures = {
        True: "others can write to it; chmod go-w {}",
        False: "it is another user's; name one in NEWSLINT_CACHE_DIR",
    }
    said = "{} is not used, so that every start takes about a second longer: "
    return [(said + cures[own]).replace("{}", path) for path, own in _unsafe.items()]


def is_ours(path: str, *, make: bool = False) -> bool:
    """True when nobody else can have written a store there: what lies in it is run.

    With `make` the folder is made where there is none, and false is said too when we cannot write there.
    """
    try:
        if make:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        looked = os.stat(os.path.dirname(path))
    except OSError:
        return False
    if hasattr(os, "geteuid") and (looked.st_uid != os.geteuid() or looked.st_mode & 0o022):
        _unsafe[os.path.dirname(path)] = looked.st_uid == os.geteuid()
        return False
    _unsafe.pop(os.path.dirname(path), None)
    return not make or os.access(os.path.dirname(path), os.W_OK)


def kept(path: str, stamp: Any) -> tuple[Any, Parts] | None:
    """The values that were kept under this stamp, and the parts; None when there is nothing good."""
    if not is_ours(path):
        return None
    try:
        with open(path, "rb", buffering=0) as file:
            # Mapped, for a run needs few of the phrases. (Windows replaces no file that is mapped.)
            data = memoryview(file.read() if os.name == "nt" else mmap(file.fileno(), 0, access=ACCESS_READ))
        end = 2 * _NUMBER + int.from_bytes(data[_NUMBER : 2 * _NUMBER], "little")
        if crc32(data[2 * _NUMBER : end]) != int.from_bytes(data[:_NUMBER], "little"):
            return None
        made_of, value, size, count = marshal.loads(data[2 * _NUMBER : end])
    except (OSError, ValueError, EOFError, TypeError, MemoryError):
        return None
    return (value, Parts(path, count, data[end:])) if made_of == stamp and size == len(data) - end else None


def keep(path: str, stamp: Any, value: Any, parts: Sequence[bytes] = ()) -> None:
    """Keep plain values (numbers, strings, bytes, tuples, lists, dicts, sets) and parts under a stamp."""
    if not is_ours(path, make=True):
        return
    beside = f"{path}.{os.getpid()}"
    try:
        places = _places(parts)
        values = marshal.dumps((stamp, value, len(places) + sum(map(len, parts)), len(parts)))
        with open(beside, "wb") as file:
            file.write(crc32(values).to_bytes(_NUMBER, "little") + len(values).to_bytes(_NUMBER, "little") + values)
            file.writelines((places, *parts))
        os.replace(beside, path)
    except (OSError, ValueError):
        _drop(beside)


def _places(parts: Sequence[bytes]) -> bytes:
    """Where each part ends behind the one before, from 0 on, and then the checksums."""
    from array import array

    return array("I", (*accumulate(map(len, parts), initial=0), *map(crc32, parts))).tobytes()


def _drop(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


_changed: dict[str, tuple[int, int]] = {}


def changed(folder: str) -> tuple[int, int]:
    """Times of a folder, counted from the package, and of the files in it, summed up: a stamp of a checkout."""
    if folder not in _changed:
        path = os.path.join(HERE, folder)
        times = sum([entry.stat().st_mtime_ns for entry in os.scandir(path) if entry.is_file()])
        _changed[folder] = (os.stat(path).st_mtime_ns, times)
    return _changed[folder]


def folders_in(folder: str) -> list[str]:
    """The folders in a folder of the package."""
    entries = os.scandir(os.path.join(HERE, folder))
    return [entry.path for entry in entries if entry.is_dir() and not entry.name.startswith("_")]
