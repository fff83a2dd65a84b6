"""What a run knows: the request, and the configurations and rules that hold for its files, each read once."""

from __future__ import annotations

import os

from newslint.catalog import Catalog, load as load_catalog
from newslint.config import Config, Layer, find as find_config, load as load_config, with_command_line
from newslint.config.selection import Choice, Policy, matcher
from newslint.errors import NewslintError
from newslint.named import NamedTuple
from newslint.typed import TYPE_CHECKING, Any, Callable, Iterable, Mapping
from newslint.walk import STDIN

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.corpus import Hits
    from newslint.run.cache import Keys


class Request(NamedTuple):
    """What was asked for, apart from the paths."""

    config: Path | None = None
    """Read this file and look for no other."""
    isolated: bool = False
    """Read no configuration file."""
    values: Mapping[str, Any] = {}
    """Keys of the configuration as the command line gives them."""
    input_format: str | None = None
    encoding: str | None = None
    date: str = ""
    stdin_filename: str = ""
    force_exclude: bool = False
    corpus: bool = False
    staged: bool = False
    """Read files as they stand in git's index."""
    timed: bool = False
    metrics: bool = False
    """Work out the figures that only some outputs show."""
    cache: bool = False
    """Take results of files that have not changed from an earlier run, and keep those of this one."""
    sources: bool = True
    """Keep the text of every article with findings, for outputs that show it; long runs are leaner without."""


class Session:
    """Configurations and rules of a run, each read once. Files below one folder mostly share them.

    What is on stdin, called ``-``, is judged like a file in the working directory.
    """

    def __init__(self, request: Request) -> None:
        """ConfigError or RuleError when the configuration that holds for every file cannot be used."""
        self.request = request
        self._fixed: Config | None = None
        if request.isolated:
            self._fixed = with_command_line(Config(), request.values)
        elif request.config:
            self._fixed = with_command_line(load_config(request.config), request.values)
        self._folders: dict[str, Config] = {}
        self._files: dict[Path | None, Config] = {}
        self._catalogs: dict[tuple[Path, ...], Catalog | NewslintError] = {}
        self._policies: dict[int, Policy] = {}
        self._excludes: dict[int, list[tuple[Layer, Callable[[str], bool]]]] = {}
        self._across: dict[int, dict[str, dict[str, Any]]] = {}
        self.corpus_hits: Hits = {}
        """What a comparison of all files found; empty before it."""
        self.notes: list[str] = []
        """What the user should know of the configurations, one line each."""
        self.keys: Keys | None = None
        """What names results in the cache, where one is used."""

    def config(self, path: str = "") -> Config:
        """The configuration that holds for a file, or for the current folder."""
        if self._fixed is not None:
            return self._fixed
        folder = os.path.dirname(path) or "."
        if folder not in self._folders:
            file = find_config(folder)
            if file not in self._files:
                found = load_config(file) if file else Config()
                self._files[file] = with_command_line(found, self.request.values)
            self._folders[folder] = self._files[file]
        return self._folders[folder]

    def policy(self, path: str = "") -> Policy:
        """The rules that the configuration of a file chooses from."""
        config = self.config(path)
        if id(config) not in self._policies:
            policy = Policy(config, self._catalog(config.packs), corpus=self.request.corpus)
            self.notes += [note for note in policy.notes if note not in self.notes]
            self._policies[id(config)] = policy
        return self._policies[id(config)]

    def _catalog(self, packs: tuple[Path, ...]) -> Catalog:
        """The rules with those of some packs. What cannot be loaded is tried once and not for every file."""
        if packs not in self._catalogs:
            try:
                self._catalogs[packs] = load_catalog(packs)
            except NewslintError as error:
                self._catalogs[packs] = error
        found = self._catalogs[packs]
        if isinstance(found, NewslintError):
            raise found.with_traceback(None)
        return found

    def choice(self, path: str, type: str = "") -> Choice:
        """What holds for a file; `type` is what its article says that it is."""
        return self.policy(path).choice(path or STDIN, type)

    def excluded(self, path: str) -> bool:
        """True when the configuration of that place leaves the file alone. Mistakes in it are told at the file."""
        return self._excluding(path) is not None

    def excluder(self, path: str) -> str:
        """Where it is written that the file is left alone; empty where it is not."""
        layer = self._excluding(path)
        return layer.place("exclude") if layer else ""

    def _excluding(self, path: str) -> Layer | None:
        try:
            config = self.config(path.rstrip("/"))
        except NewslintError:
            return None
        if id(config) not in self._excludes:
            self._excludes[id(config)] = [
                (layer, matcher(layer.values["exclude"], layer.root))
                for layer in config.layers
                if "exclude" in layer.values
            ]
        return next((layer for layer, matches in self._excludes[id(config)] if matches(path)), None)

    def rules_across(self, path: str, choice: Choice) -> dict[str, dict[str, Any]]:
        """Those of the chosen rules that compare a file with the others, with their options."""
        if id(choice) not in self._across:
            rules = self.policy(path).catalog.rules
            names = [name for name in choice.rules if rules[name].family == "corpus"]
            self._across[id(choice)] = {name: {**rules[name].options, **choice.options.get(name, {})} for name in names}
        return self._across[id(choice)]

    def choices(self, paths: Iterable[str]) -> list[tuple[str, Choice]]:
        """What holds for the files: each choice once, with the first of its files. Files whose configuration is wrong
        are left out; that is told when they are read."""
        found: dict[int, tuple[str, Choice]] = {}
        for path in paths:
            try:
                choice = self.policy(path).choice(path)
            except NewslintError:
                continue
            found.setdefault(id(choice), (path, choice))
        return list(found.values())
