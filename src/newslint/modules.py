"""Our own modules in one file. A hook that lints one article needs most of them, and Python takes longer to look for
each than to read it; where it may not write what it compiled beside the sources, it even compiles each one anew.

A module comes from that file while its source has the time and size that it had, which is what Python asks too;
otherwise Python finds it as ever, and the file is written anew. Only the command line loads modules this way.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec  # what importlib.machinery gives, which costs 1 ms
from _frozen_importlib_external import SourceFileLoader
from types import CodeType, ModuleType

from newslint import __version__, store
from newslint.typed import Mapping, Sequence

Row = tuple[int, int, bool, int]
"""Of a module: its source's time (ns) and size, whether it is a package, the number of its code among the parts."""

_PACKAGE = f"{__package__}."
_INIT = f"{os.sep}__init__.py"


class _Kept(SourceFileLoader):
    """Loads a module as Python does, but for where its code comes from."""

    def __init__(self, fullname: str, path: str, packed: memoryview) -> None:
        super().__init__(fullname, path)
        self._packed = packed

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = marshal.loads(self._packed)
        return code

    def exec_module(self, module: ModuleType) -> None:
        exec(marshal.loads(self._packed), module.__dict__)


class Modules:
    """Finds the modules that were kept. Python asks it for every module, so it says no at once to others."""

    def __init__(self) -> None:
        self._path = store.path_of("modules", str(sys.flags.optimize))
        kept = store.kept(self._path, __version__)
        self._rows: Mapping[str, Row] = kept[0] if kept else {}
        self._parts = kept[1] if kept else store.Parts.of(self._path, ())
        self._before = frozenset(sys.modules)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module, where it is kept and its source has not changed."""
        row = self._rows.get(fullname)
        if row is None or not path:
            return None
        time, size, package, number = row
        home = path[0] + os.sep + fullname.rpartition(".")[2]
        file = home + (_INIT if package else ".py")
        packed = self._packed(number) if _look(file) == (time, size) else None
        if packed is None:
            return None
        spec = ModuleSpec(fullname, _Kept(fullname, file, packed), origin=file, is_package=package)
        if package:
            spec.submodule_search_locations = [home]
        spec.has_location = True
        spec.cached = self._path
        return spec

    def _packed(self, number: int) -> memoryview | None:
        try:
            return self._parts[number]
        except store.Damaged:
            return None

    def keep(self) -> None:
        """Write down what Python had to find by itself; nothing, as a rule."""
        fresh = {
            name: module.__spec__.loader
            for name, module in sys.modules.copy().items()
            if name.startswith(_PACKAGE) and name not in self._before and module.__spec__
        }
        fresh = {name: loader for name, loader in fresh.items() if type(loader) is SourceFileLoader}
        if not fresh or not store.is_ours(self._path, make=True):
            return
        kept = {name: self._packed(row[3]) for name, row in self._rows.items() if name not in fresh}
        codes = {name: bytes(packed) for name, packed in kept.items() if packed}
        seen = {name: row[:3] for name, row in self._rows.items()}
        for name, loader in fresh.items():
            assert isinstance(loader, SourceFileLoader)
            looked = _look(loader.path)
            try:
                code = loader.get_code(name)
            except (OSError, SyntaxError, ValueError):  # the source is being replaced while we run
                continue
            if looked and code and _look(loader.path) == looked:
                codes[name], seen[name] = marshal.dumps(code), (*looked, loader.is_package(name))
        rows = {name: (*seen[name], n) for n, name in enumerate(codes)}
        store.keep(self._path, __version__, rows, [*codes.values()])


def _look(file: str) -> tuple[int, int] | None:
    """A file's time and size; None where there is none."""
    try:
        looked = os.stat(file)
    except OSError:
        return None
    return looked.st_mtime_ns, looked.st_size
