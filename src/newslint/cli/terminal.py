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
