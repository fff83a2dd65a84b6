"""Many files on several processors. Results come back in order, and a worker that dies is named by its file."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from newslint.errors import InputError, NewslintError
from newslint.run import Linted, Request, Session

CHUNK = 16
"""Files that a worker takes at a time: few enough to share the work, enough to pay for the hand-over."""

_session: Session | None = None


def lint_paths(request: Request, paths: Sequence[str], jobs: int) -> Iterator[Linted | NewslintError]:
    """Each path's result, in the order of the paths."""
    chunks = [paths[i : i + CHUNK] for i in range(0, len(paths), CHUNK)]
    jobs = min(jobs, len(chunks))
    done = 0
    pool = _pool(request, jobs)
    try:
        for results in pool.map(_lint_chunk, chunks):
            yield from results
            done += 1
    except BrokenProcessPool:
        for path in (path for chunk in chunks[done:] for path in chunk):
            yield _alone(request, path)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(request: Request, path: str) -> Linted | NewslintError:
    """One file in a process of its own, after some worker died."""
    with _pool(request, 1) as pool:
        try:
            return pool.submit(_lint_chunk, [path]).result()[0]
        except BrokenProcessPool:
            return InputError(f"{path}: the process that read it died (out of memory?); lint this file by itself")


def _pool(request: Request, jobs: int) -> ProcessPoolExecutor:
    # fork hands the rules over for nothing; elsewhere it is not safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(jobs, multiprocessing.get_context(method), _begin, (request,))


def _begin(request: Request) -> None:
    import signal

    global _session
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    _session = Session(request)


def _lint_chunk(paths: Sequence[str]) -> list[Linted | NewslintError]:
    assert _session is not None
    return [_session.lint_path(path) for path in paths]
