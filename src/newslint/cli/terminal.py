"""What the terminal can do: colour and width."""

from __future__ import annotations

import os
import sys

from newslint.typed import TextIO


def wants_color(setting: str, stream: TextIO) -> bool:
    """``--color`` decides, then NO_COLOR, then FORCE_COLOR, then whether the stream is a terminal."""
    if setting != "auto":
        return setting == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE")
    if forced:
        return forced != "0"
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def width() -> int:
    """Columns: COLUMNS, else the terminal's, else 100; never under 40."""
    try:
        given = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        given = 0
    if given <= 0:
        try:
            given = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            given = 100
    return max(40, given)


def text_on_stdin() -> bool:
    """True when somebody sent text on stdin, as far as can be told without waiting and without reading it.

    CI jobs and hooks of git are left out: their stdin is the rest of a script, or git's own words.
    """
    if os.environ.get("CI") or os.environ.get("GIT_DIR"):
        return False
    try:
        from fcntl import ioctl
        from stat import S_ISFIFO, S_ISREG
        from struct import unpack
        from termios import FIONREAD

        number = sys.stdin.fileno()
        kind = os.fstat(number)
        if S_ISREG(kind.st_mode):
            return kind.st_size > os.lseek(number, 0, os.SEEK_CUR)
        if not S_ISFIFO(kind.st_mode):
            return False
        waiting: int = unpack("i", ioctl(number, FIONREAD, b"\0" * 4))[0]
    except (ImportError, OSError, ValueError):  # Windows; a stream that is closed, or none of the system's
        return False
    return waiting > 0
