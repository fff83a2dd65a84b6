"""Named tuples that are cheap to declare: the values of newslint are some ninety classes, and a hook declares them anew
for every commit.

To type checkers `NamedTuple` is the one of ``typing``. Its classes do what that one's do, but nothing is compiled for
each of them: annotations stay the strings that they are, and classes with equally many fields share the code that makes
a tuple.
"""

from __future__ import annotations

from newslint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from _collections import _tuplegetter
    from types import FunctionType

    _makers = {}
    _getters = {}

    class _Declared(type):
        """Turns the body of a class into a tuple's: ``type.__new__`` once, no class above it but `tuple`."""

        def __new__(meta, name, bases, body):
            if not bases:
                return type.__new__(meta, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default stands behind one with a default")
            for i, field in enumerate(fields):
                body[field] = _getters.get(i) or _getters.setdefault(i, _tuplegetter(i, f"Field number {i}"))
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": _maker(fields, tuple(defaults.values())),
                "_make": _make,
                "_replace": _replace,
                "_asdict": _asdict,
                "__repr__": _repr,
                "__getnewargs__": _values,
            }
            return type(name, (tuple,), body)

    class NamedTuple(metaclass=_Declared):
        """The base of a declaration; no value is an instance of it."""

    def _maker(fields, defaults):
        """``__new__`` of a class: the code for so many fields, under their names."""
        code = _makers.get(len(fields))
        if code is None:
            names = "".join(f"_{i}, " for i in range(len(fields)))
            code = eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__
            _makers[len(fields)] = code = code.replace(co_name="__new__", co_qualname="__new__")
        code = code.replace(co_varnames=("_cls", *fields))
        return FunctionType(code, {"_new": tuple.__new__, "__builtins__": {}}, "__new__", defaults)

    @classmethod
    def _make(cls, values):
        """A tuple of the values in an iterable."""
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes):
        """A tuple with other values in some fields."""
        values, place_of = list(self), self._fields.index
        try:
            for field, value in changes.items():
                values[place_of(field)] = value
        except ValueError:
            raise ValueError(f"Got unexpected field names: {[*changes.keys() - self._fields]!r}") from None
        return tuple.__new__(self.__class__, values)

    def _asdict(self):
        """The values by their fields' names."""
        return dict(zip(self._fields, self, strict=True))

    def _values(self):
        return tuple(self)

    def _repr(self):
        values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{self.__class__.__name__}({values})"
