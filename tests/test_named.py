"""Our named tuples do what those of `typing` do."""

from __future__ import annotations

import copy
import pickle
import re
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint.finding import Severity
from newslint.named import NamedTuple
from newslint.typed import get_args


class Ours(NamedTuple):
    """A place."""

    line: int
    name: str = ""
    others: tuple[str, ...] = ()

    @property
    def next(self) -> int:
        """The line after it."""
        return self.line + 1

    @classmethod
    def first(cls) -> Ours:
        """Where all begins."""
        return cls(1)


class Theirs(typing.NamedTuple):
    """A place."""

    line: int
    name: str = ""
    others: tuple[str, ...] = ()


class Bare(NamedTuple):
    only: int


USES: list[Callable[[Any], Any]] = [
    lambda place: tuple(place(1)),
    lambda place: tuple(place(1, others=("a",))),
    lambda place: place(line=2, name="b").name,
    lambda place: place(1)[0] + place(3).line,
    lambda place: place(1) == place(1) != place(2),
    lambda place: place(1) < place(2),
    lambda place: hash(place(1)),
    lambda place: place(1)._replace(name="b").name,
    lambda place: place(1)._asdict(),
    lambda place: tuple(place._make([1, "b", ()])),
    lambda place: repr(place(1, "b")).removeprefix(place.__name__),
    lambda place: (place._fields, place._field_defaults, place.__match_args__, place.__slots__),
    lambda place: (place.__mro__[1:], place.__doc__, place.__new__.__defaults__),
    lambda place: typing.get_type_hints(place),
    lambda place: pickle.loads(pickle.dumps(place(1, "b"))) == copy.deepcopy(place(1, "b")) == place(1, "b"),
    lambda place: type(pickle.loads(pickle.dumps(place(1)))) is place,
    lambda place: place(),
    lambda place: place(1, "b", (), 4),
    lambda place: place(1, colour="red"),
    lambda place: place(1)._replace(colour="red"),
    lambda place: place._make([1]),
    lambda place: setattr(place(1), "line", 2),
    lambda place: setattr(place(1), "colour", "red"),
]


def outcome(use: Callable[[Any], Any], place: Any) -> Any:
    try:
        return use(place)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("use", USES)
def test_like_those_of_typing(use: Callable[[Any], Any]) -> None:
    assert outcome(use, Ours) == outcome(use, Theirs)


def test_a_body_keeps_its_methods() -> None:
    assert Ours.first().next == 2
    match Ours(7, "b"):
        case Ours(line, name=name):
            assert (line, name) == (7, "b")


def test_classes_with_equally_many_fields_are_apart() -> None:
    class Other(NamedTuple):
        one: int
        two: str
        three: float = 0.5

    assert Other(two="b", one=1) == (1, "b", 0.5)
    with pytest.raises(TypeError):
        Other(line=1, name="b")  # type: ignore[call-arg]
    assert Bare(3).only == 3


def test_a_field_without_a_default_behind_one_with() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(NamedTuple):
            name: str = ""
            line: int  # type: ignore[misc]


def test_no_module_of_ours_loads_typing() -> None:
    """Neither for named tuples, whose classes would cost ten times as much, nor for annotations."""
    package = Path(newslint.__file__).parent
    theirs = re.compile(r"^(?:from typing import|import typing)", re.MULTILINE)
    assert not [path for path in package.rglob("*.py") if theirs.search(path.read_text(encoding="utf-8"))]


def test_a_literal_keeps_its_values() -> None:
    assert get_args(Severity) == ("error", "warning", "info")
