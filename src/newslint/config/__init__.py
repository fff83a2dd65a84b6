"""Configuration: the nearest ``newslint.toml``, ``.newslint.toml`` or ``pyproject.toml`` with ``[tool.newslint]``."""

from __future__ import annotations

import os

from newslint.errors import ConfigError
from newslint.named import NamedTuple
from newslint.typed import TYPE_CHECKING, Any, Literal, Mapping

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.finding import Severity

FILE_NAMES = ("newslint.toml", ".newslint.toml")


class Layer(NamedTuple):
    """One file, or the command line, checked for form; rules' names are checked when the rules are known."""

    values: Mapping[str, Any]
    path: Path | None = None
    """None for the command line."""

    @property
    def root(self) -> Path:
        """The folder that the layer's paths start from."""
        from pathlib import Path

        return self.path.parent if self.path else Path.cwd()

    def place(self, *keys: str) -> str:
        """Where a key stands, for complaints: ``newslint.toml:3``."""
        if self.path is None:
            return f"--{keys[0]}"
        from newslint.config.read import line_of

        line = line_of(self.path, keys)
        return f"{shown(self.path)}:{line}" if line else shown(self.path)


class Config(NamedTuple):
    """What was configured: layers from the furthest (``extend``) to the nearest (the command line)."""

    layers: tuple[Layer, ...] = ()

    @property
    def path(self) -> Path | None:
        """The file that was found, if any."""
        return next((layer.path for layer in reversed(self.layers) if layer.path), None)

    def get(self, key: str, default: Any = None) -> Any:
        """The nearest layer's value."""
        for layer in reversed(self.layers):
            if key in layer.values:
                return layer.values[key]
        return default

    @property
    def fail_on(self) -> Severity | None:
        """The mildest severity that fails a run; None: nothing does."""
        found: Severity | Literal["never"] = self.get("fail-on", "error")
        return None if found == "never" else found

    @property
    def packs(self) -> tuple[Path, ...]:
        """The house's packs. ConfigError when one is not there."""
        found = []
        for layer in self.layers:
            for name in layer.values.get("packs", ()):
                path = layer.root / name
                if not path.exists():
                    raise ConfigError(f"{layer.place('packs')}: no such pack: {name}")
                found.append(path)
        return tuple(found)


def shown(path: Path) -> str:
    """The path from here, when it lies below; else in full."""
    here = os.getcwd()
    text = str(path)
    return text[len(here) + 1 :] if text.startswith(here + os.sep) else text


def find(folder: str | Path) -> Path | None:
    """The nearest configuration file in the folder or above it."""
    found = _find(os.path.abspath(folder))
    if not found:
        return None
    from pathlib import Path

    return Path(found)


def _find(at: str) -> str:
    while True:
        for name in FILE_NAMES:
            candidate = os.path.join(at, name)
            if os.path.isfile(candidate):
                return candidate
        candidate = os.path.join(at, "pyproject.toml")
        if os.path.isfile(candidate) and _speaks_of_us(candidate):
            return candidate
        above = os.path.dirname(at)
        if above == at:
            return ""
        at = above


def _speaks_of_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"[tool.newslint" in file.read()
    except OSError:
        return False


def load(path: Path) -> Config:
    """The configuration in a file, with all that it extends. ConfigError with place and cure on any mistake."""
    from newslint.config.read import read_layers

    return Config(tuple(read_layers(path)))


def with_command_line(config: Config, values: Mapping[str, Any]) -> Config:
    """The configuration with the command line's values over it."""
    return Config((*config.layers, Layer(values))) if values else config
