"""Many files on several processors. Results come back in order, and a worker that dies is named by its file."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from newslint.errors import InputError, NewslintError
from newslint.run import Linted, Request, Session

CHUNK = 16
"""Files that a worker takes at a time: few enough to share the work, enough to pay for the hand-over."""

_SAMPLE = (
    "Harbour opens\n\nThe harbour of Holm opened on Monday, 3 May, a year late. It cost $40 million, 5% more than the "
    "council had said it would.\n\n“We are proud of it,” said its first director, Ada Brandt.\n"
)
"""What the process that forks lints first, so that the others find every module and word list loaded."""

_session: Session | None = None


def lint_paths(session: Session, paths: Sequence[str], jobs: int) -> Iterator[Linted | NewslintError]:
    """Each path's result, in the order of the paths."""
    chunks = [paths[i : i + CHUNK] for i in range(0, len(paths), CHUNK)]
    jobs = min(jobs, len(chunks))
    done = 0
    pool = _pool(session, jobs, paths[0])
    try:
        for results in pool.map(_lint_chunk, chunks):
            yield from results
            done += 1
    except BrokenProcessPool:
        for path in (path for chunk in chunks[done:] for path in chunk):
            yield _alone(session, path)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(session: Session, path: str) -> Linted | NewslintError:
    """One file in a process of its own, after some worker died."""
    with _pool(session, 1, path) as pool:
        try:
            return pool.submit(_lint_chunk, [path]).result()[0]
        except BrokenProcessPool:
            return InputError(f"{path}: the process that read it died (out of memory?); lint this file by itself")


def _pool(session: Session, jobs: int, path: str) -> ProcessPoolExecutor:
    if sys.platform != "linux":
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (session.request,))
    # fork hands over for nothing what is loaded; elsewhere it is not safe.
    _warm(session, path)
    gc.freeze()  # collecting what all share would make each process its own copy
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, (session,))


def _warm(session: Session, path: str) -> None:
    with suppress(NewslintError):
        if not session.engines([path]):  # a server may be slow, or cost money
            session.lint(session.read_text(_SAMPLE, path))


def _begin(known: Session | Request) -> None:
    import signal

    global _session
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    _session = known if isinstance(known, Session) else Session(known)


def _lint_chunk(paths: Sequence[str]) -> list[Linted | NewslintError]:
    assert _session is not None
    return [_session.lint_path(path) for path in paths]
