"""Plug-ins: what they bring, and the files by which it is seen that they changed.

Imported when the rules are compiled, and in later runs only where there is a plug-in.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from newslint.errors import RuleError
from newslint.store import HERE
from newslint.typed import Iterable, Iterator

GROUP = "newslint.rules"
"""The entry points that name plug-ins."""
_READ = (".py", ".yaml", ".yml")


def entry_points() -> list[tuple[str, str]]:
    """The plug-ins that are installed: their names, each with the module it names."""
    from importlib.metadata import entry_points

    return sorted((point.name, point.value) for point in entry_points(group=GROUP))


def plugin(name: str, value: str) -> tuple[list[str], list[Path]]:
    """The modules and packs of a plug-in: the module it names or every module of that package, and YAML beside them."""
    try:
        module = import_module(value)
    except Exception as error:
        raise RuleError(f"plug-in {name!r} ({value}) cannot be imported: {told(error)}") from error
    wanted = getattr(module, "api", 1)
    if wanted != 1:
        raise RuleError(f"plug-in {name!r} ({value}) is written for api {wanted}; this newslint has api 1")
    if not hasattr(module, "__path__"):
        return [value], sorted(Path(module.__file__ or "").parent.glob(f"{module.__name__}*.yaml"))
    folder = Path(next(iter(module.__path__)))
    below = [f"{value}.{path.stem}" for path in sorted(folder.glob("*.py")) if not path.stem.startswith("_")]
    return [value, *below], sorted(folder.glob("*.yaml"))


def told(error: Exception) -> str:
    """An exception, and the line outside of newslint that threw it; a SyntaxError says its line itself."""
    at, place = error.__traceback__, ""
    while at:
        file = at.tb_frame.f_code.co_filename
        if not file.startswith((HERE, "<")) and file != import_module.__code__.co_filename:
            place = f" ({file}:{at.tb_lineno})"
        at = at.tb_next
    return f"{type(error).__name__}: {error}{'' if isinstance(error, SyntaxError) else place}"


def homes(modules: Iterable[str]) -> list[str]:
    """Files and folders of modules that are imported, and files of what they imported out of their own packages."""
    tops = {module.partition(".")[0] for module in modules}
    files = {
        getattr(module, "__file__", None) for name, module in [*sys.modules.items()] if name.partition(".")[0] in tops
    }
    folders = {path for module in modules for path in getattr(sys.modules[module], "__path__", ())}
    return sorted(folders.union(filter(None, files)))


def state(watched: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """Every file watched, with its time and size. Imports nothing of the plug-ins."""
    found: dict[str, tuple[str, int, int]] = {}
    for path in watched:
        for file in _files(path):
            try:
                looked = os.stat(file)
                found[file] = (file, looked.st_mtime_ns, looked.st_size)
            except OSError:
                found[file] = (file, 0, 0)
    return tuple(sorted(found.values()))


def _files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):
        yield path
        return
    for folder, below, names in os.walk(path):
        below[:] = [name for name in below if not name.startswith((".", "__pycache__"))]
        yield from (os.path.join(folder, name) for name in names if name.endswith(_READ))
