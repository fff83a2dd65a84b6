"""Many articles on several processors. Results come back in order, and a worker that dies is named by its file.

Only so much is handed out ahead of whoever takes the results, so that memory does not grow with the run.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress

from newslint.errors import InputError, NewslintError
from newslint.formats import read_text
from newslint.run.items import Item, Work, size, where
from newslint.run.linting import Linted, lint, lint_item
from newslint.run.session import Request, Session
from newslint.typed import Iterable, Iterator

CHUNK_ITEMS = 16
"""Items that a worker takes at a time: few enough to share the work, enough to pay for the hand-over."""
CHUNK_BYTES = 1 << 19
"""Bytes of records from which a chunk is full with fewer items."""
AHEAD = 4
"""Chunks under way for each worker."""

_SAMPLE = (
    "Harbour opens\n\nThe harbour of Holm opened on Monday, 3 May, a year late. It cost $40 million, 5% more than the "
    "council had said it would.\n\n“We are proud of it,” said its first director, Ada Brandt.\n"
)
"""What the process that forks lints first, so that the others find every module and word list loaded."""

Results = list[list[Linted | NewslintError]]
"""Of each item of a chunk."""
_session: Session | None = None


def lint_items(session: Session, items: Iterable[Item], jobs: int) -> Iterator[Linted | NewslintError]:
    """The results of each item, in the order of the items."""
    pool = _pool(session, jobs)
    killed = False
    waiting: deque[tuple[list[Work], Future[Results] | Linted | NewslintError]] = deque()

    def settle() -> Iterator[Linted | NewslintError]:
        """The results of the oldest chunk. When a worker died, everything under way is done once more."""
        nonlocal pool
        chunk, future = waiting.popleft()
        if not isinstance(future, Future):
            yield future
            return
        try:
            found = future.result()
        except BrokenProcessPool:
            pool.shutdown(wait=False, cancel_futures=True)
            found = _once_more(session, chunk)
            for i, (other, begun) in enumerate(waiting):
                if isinstance(begun, Future) and not (begun.done() and begun.exception() is None):
                    again: Future[Results] = Future()
                    again.set_result(_once_more(session, other))
                    waiting[i] = other, again
            pool = _pool(session, jobs)
        for results in found:
            yield from results

    try:
        for chunk in _chunks(items):
            waiting.append((chunk, _submitted(pool, chunk)) if isinstance(chunk, list) else ([], chunk))
            while len(waiting) > jobs * AHEAD:
                yield from settle()
        while waiting:
            yield from settle()
    except BaseException:  # Ctrl-C: nobody waits for files that nobody will see
        killed = True
        _kill(pool)
        raise
    finally:
        pool.shutdown(wait=not killed, cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C waits; processes that begin meanwhile never hear it, since the parent answers."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill(pool: ProcessPoolExecutor) -> None:
    """End the workers now. The pool's own thread, which then complains of answers that nobody awaits, is not heard."""
    import threading

    threading.excepthook = lambda *_: None
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()


def _submitted(pool: ProcessPoolExecutor, chunk: list[Work]) -> Future[Results]:
    try:
        with _deaf():  # the first one starts the workers
            return pool.submit(_lint, chunk)
    except BrokenProcessPool as error:  # found out before we asked for the result
        future: Future[Results] = Future()
        future.set_exception(error)
        return future


def _chunks(items: Iterable[Item]) -> Iterator[list[Work] | Linted | NewslintError]:
    """Neighbouring work together; what is done already by itself."""
    chunk: list[Work] = []
    weight = 0
    for item in items:
        if not isinstance(item, Work):
            if chunk:
                yield chunk
                chunk, weight = [], 0
            yield item
            continue
        chunk.append(item)
        weight += size(item)
        if len(chunk) == CHUNK_ITEMS or weight >= CHUNK_BYTES:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _once_more(session: Session, chunk: list[Work]) -> Results:
    """The results of a chunk in a process of its own, after some worker died; where that one dies too, item by item."""
    with _pool(session, 1) as pool:
        try:
            return pool.submit(_lint, chunk).result()
        except BrokenProcessPool:
            pass
    if len(chunk) > 1:
        return [_once_more(session, [item])[0] for item in chunk]
    why = "the process that read it died (out of memory?); lint this file by itself"
    return [[InputError(f"{where(chunk[0])}: {why}")]]


def _pool(session: Session, jobs: int) -> ProcessPoolExecutor:
    if sys.platform != "linux":
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (session.request,))
    # fork hands over for nothing what is loaded; elsewhere it is not safe.
    _warm(session)
    gc.freeze()  # collecting what all share would make each process its own copy
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"), _begin, (session,))


def _warm(session: Session) -> None:
    with suppress(NewslintError):
        if not any(choice.asks_languagetool for _, choice in session.choices([""])):  # slow, or it may cost money
            lint(session, read_text(_SAMPLE, input_format="plain"))


def _begin(known: Session | Request) -> None:
    global _session
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    _session = known if isinstance(known, Session) else Session(known)


def _lint(chunk: list[Work]) -> Results:
    assert _session is not None
    return [list(lint_item(_session, item)) for item in chunk]
