"""Where reports go: stdout, a file, or several files in one run."""

from __future__ import annotations

import os
import sys

from newslint.errors import InputError, UsageError
from newslint.named import NamedTuple
from newslint.reporters import ONE_PASS, ArticleReport, Options, Report, Reporter, reporter
from newslint.typed import Iterable, Iterator, Sequence, TextIO

_FOR_PEOPLE = frozenset(("full", "concise", "grouped", "statistics"))
"""Outputs in whose place ``--statistics`` may stand; a program that asked for any other could not read it."""


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
    if output_file and formats and not to_stdout and not statistics:
        raise UsageError(f"--output-file {output_file} would stay empty: each --output-format names a file")
    if statistics:
        dropped = next((name for name in to_stdout if not output_file and name not in _FOR_PEOPLE), "")
        if dropped:
            raise UsageError(
                f"--statistics and --output-format {dropped} would share one stream; "
                f"give one of them, or the report a file: --output-format {dropped}:FILE"
            )
        table = Target(reporter("statistics"), output_file if not to_stdout else None)
        chosen = [target for target in chosen if target.file] + [table]
    elif not chosen:
        on_terminal = sys.stdout.isatty() and not output_file
        chosen = [Target(reporter("full" if on_terminal else "concise"), output_file)]
    files = [target.file for target in chosen if target.file]
    if len(set(files)) < len(files):
        raise UsageError(f"{max(files, key=files.count)} would hold one report after another; give each its own file")
    return chosen


def in_one_pass(outputs: Sequence[Target]) -> bool:
    """True when the report can be written while articles are linted, and none of them has to be kept."""
    return len(outputs) == 1 and outputs[0].write.__module__.rpartition(".")[2] in ONE_PASS


def spare_articles(outputs: Sequence[Target], paths: Sequence[str]) -> None:
    """UsageError when a report would be written over an article that is named."""
    for file in [target.file for target in outputs if target.file]:
        for path in paths:
            if _same(file, path):
                raise UsageError(f"{file}: is an article of this run; the report would be written over it")


def _same(file: str, path: str) -> bool:
    try:
        return os.path.samefile(file, path)
    except OSError:
        return False


def write_all(outputs: Sequence[Target], report: Report, options: Options) -> None:
    """Write every report. A file is replaced in one step, or left as it was."""
    first = sorted(outputs, key=lambda target: not in_one_pass([target]))
    for target in first:
        if not in_one_pass([target]) and hasattr(report.articles, "settle"):
            report.articles.settle()
        with written(target.file) as out:
            if target.file is None and in_one_pass([target]):
                articles = report.articles
                report.articles = _flushed(articles, out)
                target.write(report, out, options)
                report.articles = articles
            else:
                target.write(report, out, options if target.file is None else options._replace(color=False))
            out.flush()


def _flushed(articles: Iterable[ArticleReport], out: TextIO) -> Iterator[ArticleReport]:
    """The articles; what was written of one is on its way before the next one is linted."""
    for article in articles:
        yield article
        out.flush()


class written:
    """A stream to write to: stdout, or a file that is replaced in one step when all is written."""

    def __init__(self, file: str | None) -> None:
        self._file = file or ""
        folder, name = os.path.split(self._file)
        self._beside = os.path.join(folder, f".{name}.newslint-{os.getpid()}")
        if os.path.exists(self._file) and not os.path.isfile(self._file):  # a pipe or a device
            self._beside = ""
        self._out = sys.stdout

    def __enter__(self) -> TextIO:
        if self._file:
            try:
                self._out = open(
                    self._beside or self._file, "w", encoding="utf-8", errors="backslashreplace", newline=""
                )
            except OSError as error:
                raise _unwritable(self._file, error) from None
        return self._out

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not self._file:
            return
        try:
            self._out.close()
            if self._beside and error is None:
                os.replace(self._beside, self._file)
        except OSError as late:
            error = error or late
        if error is None:
            return
        _drop(self._beside)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise _unwritable(self._file, error) from None
        raise error


def _drop(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _unwritable(file: str, error: OSError) -> InputError:
    return InputError(f"{file}: cannot be written: {(error.strerror or str(error)).lower()}")
