"""What annotations name. They stay strings when the program runs, so that it never loads `typing`; type checkers
see the real ones. (What that saves: ARCHITECTURE.md, "Why it is as it is".)
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import (
        Callable as Callable,
        Container as Container,
        Generator as Generator,
        Iterable as Iterable,
        Iterator as Iterator,
        Mapping as Mapping,
        Sequence as Sequence,
        Set as Set,
    )
    from re import Match as Match, Pattern as Pattern
    from typing import (
        IO as IO,
        Any as Any,
        AnyStr as AnyStr,
        Final as Final,
        Generic as Generic,
        Literal as Literal,
        NoReturn as NoReturn,
        ParamSpec as ParamSpec,
        Protocol as Protocol,
        TextIO as TextIO,
        TypeVar as TypeVar,
        get_args as get_args,
    )
else:
    from _collections_abc import (  # without `collections`, which nothing here needs and which costs 1 ms
        Callable as Callable,
        Container as Container,
        Generator as Generator,
        Iterable as Iterable,
        Iterator as Iterator,
        Mapping as Mapping,
        Sequence as Sequence,
        Set as Set,
    )

    class _Name:
        """Stands for a form of `typing` where an alias or a type variable is made; holds what it was given."""

        def __init__(self, *args):
            self.args = args

        def __getitem__(self, args):
            return _Name(*args) if isinstance(args, tuple) else _Name(args)

        def __call__(self, *_, **__):
            return self

        def __or__(self, other):
            return self

        __ror__ = __or__

    class _Base:
        """Stands for a form of `typing` in the place of a base class."""

        __slots__ = ()

        def __class_getitem__(cls, _):
            return cls

    IO = Any = AnyStr = Final = Literal = Match = NoReturn = ParamSpec = Pattern = TextIO = TypeVar = _Name()
    Generic = Protocol = _Base

    def get_args(alias):
        """The values of a `Literal`."""
        return alias.args
