"""What is worked out once and kept on disk between runs: the program's own modules, the rules, and the word tables.

Each store is one file: plain values with the stamp of what they were made of, a block of bytes that they point into,
and a checksum over all. Another stamp, or damage, and it is made anew. Writing goes through a file of our own, so that
hooks running beside see the old or the new one. A home that cannot be written to costs time, not results.
"""

from __future__ import annotations

import marshal
import os
import sys
from zlib import crc32

from newslint.typed import Any, Final

HERE = os.path.dirname(os.path.realpath(__file__))
INSTALLED = os.path.isdir(os.path.join(HERE, "rules"))
"""True in a wheel, whose files do not change one by one; False in a checkout."""

_NUMBER: Final = 4
"""Bytes of a number at the head of a file: the checksum over all behind it, then the length of the values."""


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


def is_ours(path: str, *, make: bool = False) -> bool:
    """True when nobody else can have written a store there, so that even code may be taken from it.

    With `make` the folder is made where there is none, and false is said too when we cannot write there.
    """
    try:
        if make:
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        looked = os.stat(os.path.dirname(path))
    except OSError:
        return False
    if hasattr(os, "geteuid") and (looked.st_uid != os.geteuid() or looked.st_mode & 0o022):
        return False
    return not make or os.access(os.path.dirname(path), os.W_OK)


def kept(path: str, stamp: Any) -> tuple[Any, memoryview] | None:
    """The values that were kept under this stamp, and their block; None when there is nothing good."""
    try:
        with open(path, "rb", buffering=0) as file:
            data = memoryview(file.read())
        if crc32(data[_NUMBER:]) != int.from_bytes(data[:_NUMBER], "little"):
            return None
        block = 2 * _NUMBER + int.from_bytes(data[_NUMBER : 2 * _NUMBER], "little")
        made_of, value = marshal.loads(data[2 * _NUMBER : block])
    except (OSError, ValueError, EOFError, TypeError, MemoryError):
        return None
    return (value, data[block:]) if made_of == stamp else None


def keep(path: str, stamp: Any, value: Any, block: bytes = b"") -> None:
    """Keep plain values (numbers, strings, bytes, tuples, lists, dicts, sets) and a block of bytes under a stamp."""
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        values = marshal.dumps((stamp, value))
        body = len(values).to_bytes(_NUMBER, "little") + values + block
        with open(beside, "wb") as file:
            file.write(crc32(body).to_bytes(_NUMBER, "little") + body)
        os.replace(beside, path)
    except (OSError, ValueError):
        try:
            os.unlink(beside)
        except OSError:
            return


def changed(*folders: str) -> tuple[Any, ...]:
    """Names and times of the files in folders, counted from the package: a stamp of a checkout."""
    return tuple(
        tuple(sorted((e.name, e.stat().st_mtime_ns) for e in os.scandir(os.path.join(HERE, folder)) if e.is_file()))
        for folder in folders
    )


def folders_in(folder: str) -> list[str]:
    """The folders in a folder of the package."""
    entries = os.scandir(os.path.join(HERE, folder))
    return [entry.path for entry in entries if entry.is_dir() and not entry.name.startswith("_")]
