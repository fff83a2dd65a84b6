"""The command line. One file a command, imported when the command is used; no logic of the linter lives here.

A plain ``newslint check FILE`` goes a quick lane that needs no parser: loading one takes half the time of a hook.
"""

from __future__ import annotations

import os
import sys

from newslint.errors import NewslintError


def run(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 the tool could not do its job, 130 interrupted."""
    _plain_streams()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except NewslintError as error:
        sys.stderr.write(f"newslint: {error}\n")
        code = 2
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        code = 130
    except BrokenPipeError:
        # Whoever read us has seen enough. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:
        # Our bug: never exit 1, which would mean that something was found.
        if os.environ.get("NEWSLINT_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        sys.stderr.write(f"newslint: internal error, please report it: {what} (NEWSLINT_TRACEBACK=1 shows where)\n")
        code = 2
    return code


def _run(arguments: list[str]) -> int:
    from newslint.cli.quick import plain_check

    asked = None if "_NEWSLINT_COMPLETE" in os.environ else plain_check(arguments)
    if asked is not None:
        from newslint.cli.checking import run_check
        from newslint.text.table import keep_tables

        code = run_check(*asked)
        keep_tables()
        return code
    from newslint.cli.group import run_group

    return run_group(arguments)


def _plain_streams() -> None:
    """UTF-8 and bare LF everywhere; what cannot be written is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
