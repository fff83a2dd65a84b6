"""What a run has to lint, one item after the other, here or on several processors."""

from __future__ import annotations

from collections import deque
from itertools import chain

from newslint import run
from newslint.errors import NewslintError
from newslint.formats.containers import Record, weight
from newslint.run import inputs
from newslint.run.linting import Linted, lint_item
from newslint.run.session import Session
from newslint.typed import Iterable, Iterator

Work = str | Record
"""A path, or a record of a file that holds many articles."""
Done = Linted | NewslintError
"""A result: known from an earlier run, or a path that leads nowhere."""
Item = Work | Done

PARALLEL_FROM_BYTES = 1 << 20
"""Bytes of records for which several processors pay, however few the records are."""
LOOKAHEAD = 1000
"""Items held back at most while it is open whether there is work for several processors."""


def size(item: Work) -> int:
    """Bytes that are handed to a worker with the item."""
    return 0 if isinstance(item, str) else weight(item)


def where(item: Work) -> str:
    """The item's name in a message."""
    if isinstance(item, str):
        return item
    return item.path if item.nth is None else f"{item.path}, record {item.nth}"


def taken_apart(session: Session, items: Iterable[Item]) -> Iterator[Item]:
    """The items, with its records in the place of each file that holds articles."""
    for item in items:
        if isinstance(item, str) and inputs.container(session, item):
            yield from inputs.records(session, item)
        else:
            yield item


def lint_all(session: Session, items: Iterable[Item], jobs: int) -> Iterator[Done]:
    """The results of all items in order; on several processors where there is work enough."""
    waiting: deque[Item] = deque()
    work = 0
    heavy = 0
    source = taken_apart(session, items)
    for item in source:
        waiting.append(item)
        if isinstance(item, Work):
            work += 1
            heavy += size(item)
        if jobs > 1 and (work >= run.PARALLEL_FROM_FILES or heavy >= PARALLEL_FROM_BYTES):
            from newslint.run.parallel import lint_items

            yield from lint_items(session, chain(waiting, source), jobs)
            return
        while waiting and (jobs == 1 or not isinstance(waiting[0], Work) or len(waiting) > LOOKAHEAD):
            work -= isinstance(waiting[0], Work)
            yield from _here(session, waiting.popleft())
    for item in waiting:
        yield from _here(session, item)


def _here(session: Session, item: Item) -> Iterable[Done]:
    return lint_item(session, item) if isinstance(item, Work) else (item,)
