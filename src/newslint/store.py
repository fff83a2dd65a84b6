"""What is worked out once and kept on disk between runs: the rules, and the word tables.

Each store is one file of plain values with the stamp of what it was made of; another stamp, or damage, and it is made
anew. Writing goes through a file of our own, so that hooks running beside see the old or the new one. A home that
cannot be written to costs time, not results.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import Any

HERE = os.path.dirname(os.path.realpath(__file__))
INSTALLED = os.path.isdir(os.path.join(HERE, "rules"))
"""True in a wheel, whose files do not change one by one; False in a checkout."""


def path_of(name: str, *key: str) -> str:
    """The file of a store, apart for each installation, Python and `key`."""
    from zlib import crc32

    folder = os.environ.get("NEWSLINT_CACHE_DIR")
    if not folder:
        home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        folder = os.path.join(home, "newslint")
    whose = "\0".join((HERE, sys.version, *key))
    return os.path.join(folder, f"{name}-{crc32(whose.encode('utf-8', 'surrogateescape')):08x}.bin")


def kept(path: str, stamp: Any) -> Any:
    """What was kept under this stamp; None when there is nothing good."""
    try:
        with open(path, "rb") as file:
            found = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError, MemoryError):
        return None
    return found[1] if isinstance(found, tuple) and len(found) == 2 and found[0] == stamp else None


def keep(path: str, stamp: Any, value: Any) -> None:
    """Keep plain values (numbers, strings, bytes, tuples, lists, dicts, sets) under a stamp."""
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(beside, "wb") as file:
            file.write(marshal.dumps((stamp, value)))
        os.replace(beside, path)
    except (OSError, ValueError):
        return


def changed(*folders: str) -> tuple[Any, ...]:
    """Names and times of the files in folders, counted from the package: a stamp of a checkout."""
    return tuple(
        tuple(sorted((e.name, e.stat().st_mtime_ns) for e in os.scandir(os.path.join(HERE, folder)) if e.is_file()))
        for folder in folders
    )
