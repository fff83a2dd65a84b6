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
        # Never exit 1, which would mean that something was found.
        if os.environ.get("NEWSLINT_TRACEBACK"):
            raise
        sys.stderr.write(f"newslint: {_why(error)}\n")
        code = 2
    return code


def _why(error: Exception) -> str:
    """What the machine lacks, or else that it is our bug."""
    if isinstance(error, OSError):
        from errno import EDQUOT, EFBIG, EIO, ENOSPC

        if error.errno in (EDQUOT, EFBIG, EIO, ENOSPC):
            return f"the output cannot be written: {(error.strerror or str(error)).lower()}"
        try:
            os.getcwd()
        except OSError:
            return "the working directory is gone; change to one that exists"
        if error.filename and error.strerror:
            return f"{error.filename}: {error.strerror.lower()}"
    return f"internal error, please report it: {type(error).__name__}: {error} (NEWSLINT_TRACEBACK=1 shows where)"


def _run(arguments: list[str]) -> int:
    from newslint.cli.quick import plain_check

    asked = None if "_NEWSLINT_COMPLETE" in os.environ else plain_check(arguments)
    if asked is not None:
        from newslint.cli.checking import run_check

        code = run_check(*asked)
    else:
        from newslint.cli.group import run_group

        code = run_group(arguments)
    from newslint.text.table import keep_tables

    keep_tables()
    return code


def _plain_streams() -> None:
    """UTF-8 and bare LF everywhere; what cannot be written is escaped. A stream closed by our caller is empty."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
