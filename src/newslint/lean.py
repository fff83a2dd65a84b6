"""What `functools`, `collections` and `operator` have in C, without the Python round it, of which a hook needs nothing.

To type checkers these are the ones of the standard library. `re` is not loaded either: patterns come from
`text.pattern`, and annotations name those of `typed`.
"""

from __future__ import annotations

from newslint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import defaultdict as defaultdict
    from collections.abc import Iterable
    from functools import cache as cache, partial as partial, wraps as wraps
    from operator import attrgetter as attrgetter, itemgetter as itemgetter, ne as ne
    from typing import TypeVar

    T = TypeVar("T")

    class Tally(dict[T, int]):
        """How often each thing is there: 0 for one that is not."""

        def __init__(self, things: Iterable[T] = ()) -> None: ...

else:
    from _collections import _count_elements, defaultdict as defaultdict
    from _functools import _lru_cache_wrapper, partial as partial
    from _operator import attrgetter as attrgetter, itemgetter as itemgetter, ne as ne

    def wraps(original):
        """Give a function the name and the page of the one that it stands for."""

        def dressed(function):
            function.__module__ = original.__module__
            function.__name__ = original.__name__
            function.__qualname__ = original.__qualname__
            function.__doc__ = original.__doc__
            function.__wrapped__ = original
            return function

        return dressed

    def cache(function):
        """Remember what the function answered."""
        return wraps(function)(_lru_cache_wrapper(function, None, False, None))

    class Tally(dict):
        __slots__ = ()

        def __init__(self, things=()):
            _count_elements(self, things)

        def __missing__(self, thing):
            return 0
