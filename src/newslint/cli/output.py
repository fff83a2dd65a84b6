"""Where reports go: stdout, a file, or several files in one run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import StringIO

from newslint.errors import InputError, UsageError
from newslint.named import NamedTuple
from newslint.reporters import Options, Report, Reporter, reporter
from newslint.typed import TextIO


class Target(NamedTuple):
    """One report of the run."""

    write: Reporter
    file: str | None
    """None: stdout."""


def targets(formats: Sequence[str], output_file: str | None, statistics: bool) -> list[Target]:
    """The reports asked for; without any, the full one on a terminal and one line a finding in a pipe."""
    chosen: list[Target] = []
    to_stdout: list[str] = []
    for name, _, file in (value.partition(":") for value in formats):
        write = reporter(name)
        if not file:
            to_stdout.append(name)
        chosen.append(Target(write, file or output_file))
    if len(to_stdout) > 1:
        raise UsageError(
            f"{' and '.join(to_stdout)} would share one stream; "
            f"give all but one a file: --output-format {to_stdout[0]}:FILE"
        )
    if statistics:
        chosen = [target for target in chosen if target.file] + [Target(reporter("statistics"), None)]
    elif not chosen:
        on_terminal = sys.stdout.isatty() and not output_file
        chosen = [Target(reporter("full" if on_terminal else "concise"), output_file)]
    return chosen


def write_all(outputs: Sequence[Target], report: Report, options: Options) -> None:
    """Write every report. A file is replaced in one step, or left as it was."""
    for target in outputs:
        if target.file is None:
            target.write(report, sys.stdout, options)
            sys.stdout.flush()
        else:
            with written(target.file) as out:
                target.write(report, out, options._replace(color=False))


@contextmanager
def written(file: str | None) -> Iterator[TextIO]:
    """A stream to write to: stdout, or a file that is replaced in one step when all is written."""
    if file is None:
        yield sys.stdout
        return
    text = StringIO()
    yield text
    _replace(file, text.getvalue().encode("utf-8", "backslashreplace"))


def _replace(path: str, data: bytes) -> None:
    """Write the file whole or leave it as it was. InputError when it cannot be written."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f".{name}.newslint-{os.getpid()}")
    is_special = os.path.exists(path) and not os.path.isfile(path)  # a pipe or a device
    try:
        with open(path if is_special else beside, "wb") as file:
            file.write(data)
        if not is_special:
            os.replace(beside, path)
    except OSError as error:
        with suppress(OSError):
            os.unlink(beside)
        raise InputError(f"{path}: cannot be written: {(error.strerror or str(error)).lower()}") from None
