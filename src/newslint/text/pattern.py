"""Patterns, compiled once and kept between runs.

What is kept is what `re` hands to its engine. Python promises nothing about it, so it serves the very Python that made
it (`store.path_of`), and where a Python to come makes it otherwise, or its engine refuses it, `re` compiles as ever.
"""

from __future__ import annotations

from _sre import compile as made_of_parts  # type: ignore[import-not-found]

from newslint.lean import cache
from newslint.text.table import cached_on_disk
from newslint.typed import Any, AnyStr, Pattern


def pattern(source: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """`re.compile`, for a pattern that is a constant of the program or of a pack."""
    made: Pattern[AnyStr] = _made(source, int(flags))
    return made


@cache
def _made(source: Any, flags: int) -> Any:
    try:
        return made_of_parts(source, *_parts(source, flags))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
        import re

        return re.compile(source, flags)


@cached_on_disk
def _parts(source: str | bytes, flags: int) -> tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]:
    """What `re.compile` makes of a pattern, in the order in which the engine takes it."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    state = parsed.state
    names = {number: name for name, number in state.groupdict.items()}
    groups = tuple(names.get(number) for number in range(state.groups))
    code = [int(word) for word in _compiler._code(parsed, flags)]
    return flags | int(state.flags), code, state.groups - 1, dict(state.groupdict), groups
