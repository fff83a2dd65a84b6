"""Who took how long, for ``--timings``: each rule and fact without what it asked of others."""

from __future__ import annotations

from time import perf_counter

from newslint.typed import Callable, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Ledger:
    """Seconds by name. What is charged within another charge is taken off that one."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._others = [0.0]

    def charge(self, name: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the work at the cost of `name`."""
        self._others.append(0.0)
        started = perf_counter()
        try:
            return work(*args, **kwargs)
        finally:
            took = perf_counter() - started
            self.seconds[name] = self.seconds.get(name, 0.0) + took - self._others.pop()
            self._others[-1] += took
