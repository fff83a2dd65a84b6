"""Which rules run on which file, how severe they are, and with which options."""

from __future__ import annotations

import os

from newslint.catalog import Catalog
from newslint.config import Config, Layer
from newslint.config.profiles import PROFILES_BY_TYPE, SEVERITIES_BY_PROFILE
from newslint.errors import ConfigError, did_you_mean
from newslint.finding import Severity
from newslint.named import NamedTuple
from newslint.rules import Rule
from newslint.typed import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping, Sequence

if TYPE_CHECKING:
    from pathlib import Path


class Choice(NamedTuple):
    """What holds for one file."""

    rules: Mapping[str, Severity]
    options: Mapping[str, Mapping[str, Any]]
    names: tuple[str, ...]
    require_reason: bool
    fail_on: Severity | None
    max_warnings_per_1000: float | None
    profile: str
    asked: frozenset[str] = frozenset()
    """Rules that are selected by their own names."""
    languagetool: Mapping[str, Any] = {}
    """Where LanguageTool is, with its folder of jars in full."""

    @property
    def asks_languagetool(self) -> bool:
        """True when a rule runs that may put the article to LanguageTool."""
        return not _BY_LANGUAGETOOL.isdisjoint(self.rules)


_BY_LANGUAGETOOL = frozenset(("grammar-engine", "spelling"))
"""Rules that are in the default set where LanguageTool is configured."""


class _Part(NamedTuple):
    """A layer's values, or those of one of its overrides, which hold for some paths only."""

    values: Mapping[str, Any]
    layer: Layer
    keys: tuple[str, ...] = ()
    matches: Callable[[str], bool] | None = None


class Policy:
    """A configuration with its rules: answers what holds for a file. Answers are kept, as most files share one."""

    def __init__(self, config: Config, catalog: Catalog, *, corpus: bool = False) -> None:
        """ConfigError on an unknown rule, family or option, or on a value of the wrong type."""
        self.config = config
        self.catalog = catalog
        self.corpus = corpus
        self.notes: list[str] = []
        self._families = frozenset(rule.family for rule in catalog.rules.values())
        self._parts = tuple(_parts(config))
        self._known: dict[tuple[tuple[bool, ...], str], Choice] = {}
        self._slips: dict[str, str] = {}
        self._preview = bool(config.get("preview", False))
        self._languagetool = _languagetool(config)
        for part in self._parts:
            self._examine(part)

    def choice(self, path: str, type: str = "") -> Choice:
        """What holds for the file; `type` is what the article itself says it is."""
        active = self.active(path)
        key = active, type
        if key not in self._known:
            self._known[key] = self._choose([p for p, on in zip(self._parts, active, strict=True) if on], type)
        return self._known[key]

    def slip(self, type: str) -> str:
        """The kind of copy that an article seems to mean that calls itself otherwise; empty where all is well, and
        where the configuration says what kind it is."""
        from newslint.formats.frontkeys import KINDS, meant_kind

        if type in KINDS or any("profile" in part.values for part in self._parts):
            return ""
        if type not in self._slips:
            house = {kind for rule in self.catalog.rules.values() for kind in rule.not_types}
            self._slips[type] = meant_kind(type, sorted(house))
        return self._slips[type]

    def active(self, path: str) -> tuple[bool, ...]:
        """Which of the configuration's parts hold for the file; with its content they decide the choice."""
        return tuple(part.matches is None or part.matches(path) for part in self._parts)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _choose(self, parts: Sequence[_Part], type: str) -> Choice:
        def nearest(key: str, default: Any) -> Any:
            return next((p.values[key] for p in reversed(parts) if key in p.values), default)

        profile = nearest("profile", PROFILES_BY_TYPE.get(type.lower(), "news"))
        names = self._default()
        for part in parts:
            names = self._selected(names, part.values)
        selected = [name for name in self.catalog.rules if name in names]
        levels = self._levels(parts, profile)
        rules: dict[str, Severity] = {}
        asked = {
            self._now(name)
            for part in parts
            for key in ("select", "extend-select")
            for name in part.values.get(key, ())
        }
        for name in selected:
            level = levels.get(name, self.catalog.rules[name].severity)
            unfit = profile in self.catalog.rules[name].not_types and name not in asked
            if level != "off" and not unfit:
                rules[name] = level
        options: dict[str, dict[str, Any]] = {}
        for part in parts:
            if "engine" in part.values.get("readability", {}):
                options.setdefault("grade-level", {})["engine"] = part.values["readability"]["engine"]
            for name, table in part.values.get("rules", {}).items():
                from newslint.config.options import values_of

                rule = self.catalog.rules[self._now(name)]
                options.setdefault(rule.name, {}).update(values_of(rule, table))
        gate = nearest("fail-on", "error")
        return Choice(
            rules=rules,
            options=options,
            names=tuple(name for part in parts for name in part.values.get("names", ())),
            require_reason=nearest("require-reason", False),
            fail_on=None if gate == "never" else gate,
            max_warnings_per_1000=nearest("max-warnings-per-1000", None),
            profile=profile,
            asked=frozenset(asked & set(rules)),
            languagetool=self._languagetool or {},
        )

    def _default(self) -> set[str]:
        return {name for name, rule in self.catalog.rules.items() if self._is_default(rule)}

    def _is_default(self, rule: Rule) -> bool:
        if rule.family == "corpus" and not self.corpus:
            return False
        if self._languagetool is not None and rule.name in _BY_LANGUAGETOOL:
            return True
        return rule.on and (rule.status == "stable" or (rule.status == "preview" and self._preview))

    def _selected(self, names: set[str], values: Mapping[str, Any]) -> set[str]:
        """The rules after one layer: the more specific mention wins, and of two equal ones the one that ignores."""
        chosen = self._weights(values["select"]) if "select" in values else dict.fromkeys(names, 0)
        for name, weight in self._weights(values.get("extend-select", ())).items():
            chosen[name] = max(weight, chosen.get(name, 0))
        ignored = self._weights([*values.get("ignore", ()), *values.get("extend-ignore", ())])
        return {name for name, weight in chosen.items() if weight > ignored.get(name, -1)}

    def _weights(self, names: Iterable[str]) -> dict[str, int]:
        """Rules named, with how specific their naming is: 1 all, 2 default, 3 family, 4 rule."""
        out: dict[str, int] = {}
        for name in names:
            for rule in self._named(name):
                weight = {"all": 1, "default": 2}.get(name, 3 if name in self._families else 4)
                out[rule] = max(weight, out.get(rule, 0))
        return out

    def _named(self, name: str) -> Iterator[str]:
        rules = self.catalog.rules
        if name == "all":
            yield from (rule.name for rule in rules.values() if rule.status == "stable" or self._preview)
        elif name == "default":
            yield from self._default()
        elif name in self._families:
            yield from (
                rule.name
                for rule in rules.values()
                if rule.family == name and (rule.status == "stable" or self._preview)
            )
        else:
            yield self._now(name)

    def _levels(self, parts: Sequence[_Part], profile: str) -> dict[str, Any]:
        """Severities that are not the rules' own: the profile's, then each layer's; a rule's beats its family's."""
        out: dict[str, Any] = {}
        tables = [SEVERITIES_BY_PROFILE[profile], *(part.values.get("severity", {}) for part in parts)]
        for table in tables:
            for name, level in table.items():
                if name in self._families:
                    out.update(dict.fromkeys(self._named(name), level))
            for name, level in table.items():
                if name not in self._families:
                    out[self._now(name)] = level
        return out

    def _now(self, name: str) -> str:
        """The rule's name today."""
        return self.catalog.renamed.get(name, name)

    # -- complaints ------------------------------------------------------------------------------------------------

    def _examine(self, part: _Part) -> None:
        for key in ("select", "extend-select", "ignore", "extend-ignore"):
            for name in part.values.get(key, ()):
                if name not in ("all", "default"):
                    self._examine_name(part, name, key)
        for name in part.values.get("severity", {}):
            self._examine_name(part, name, "severity", name)
        for name, table in part.values.get("rules", {}).items():
            self._examine_name(part, name, "rules", name)
            if name in self._families:
                raise ConfigError(
                    f"{part.layer.place(*part.keys, 'rules', name)}: {name!r} is a family; options belong to rules"
                )
            self._examine_options(part, name, table)

    def _examine_name(self, part: _Part, name: str, *keys: str) -> None:
        if name in self.catalog.rules or name in self._families:
            return
        where = part.layer.place(*part.keys, *keys)
        if name in self.catalog.renamed:
            self.notes.append(f"{where}: rule {name!r} is now called {self.catalog.renamed[name]!r}")
            return
        hint = did_you_mean(name, [*self.catalog.rules, *sorted(self._families), "all", "default"])
        raise ConfigError(f"{where}: unknown rule or family {name!r}{hint or '; “newslint rules” lists them'}")

    def _examine_options(self, part: _Part, name: str, table: Mapping[str, Any]) -> None:
        from newslint.config.options import wrong_option

        rule = self.catalog.rules[self._now(name)]
        for option, value in table.items():
            if wrong := wrong_option(rule, name, option, value):
                raise ConfigError(f"{part.layer.place(*part.keys, 'rules', name, option)}: {wrong}")


def _languagetool(config: Config) -> Mapping[str, Any] | None:
    for layer in reversed(config.layers):
        if "languagetool" in layer.values:
            table: dict[str, Any] = dict(layer.values["languagetool"])
            if table.get("jars"):
                table["jars"] = str(layer.root / os.path.expanduser(table["jars"]))
            return table
    return None


def _parts(config: Config) -> Iterator[_Part]:
    for layer in config.layers:
        yield _Part(layer.values, layer)
        for override in layer.values.get("overrides", ()):
            yield _Part(override, layer, ("overrides",), matcher(override["paths"], layer.root))


def matcher(patterns: Sequence[str], root: Path) -> Callable[[str], bool]:
    """Whether a path matches patterns written as in .gitignore, counted from a folder."""
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines(patterns)

    def matches(path: str) -> bool:
        relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/") + "/" * path.endswith("/")
        return not relative.startswith("../") and spec.match_file(relative)

    return matches
