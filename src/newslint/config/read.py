"""Reading configuration files: TOML, the form of every key, and complaints with file and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from newslint import __version__
from newslint.config import Layer, shown
from newslint.config.keys import FIELDS, GATES, KEYS, LANGUAGETOOL, LEVELS, OTHERS, PROFILES, READABILITY_ENGINES, Key
from newslint.errors import ConfigError, did_you_mean
from newslint.typed import Any, Iterator, Mapping, Sequence


def read_layers(path: Path, seen: tuple[Path, ...] = ()) -> Iterator[Layer]:
    """The file's layer after those that it extends."""
    path = path.absolute()
    if path in seen:
        raise ConfigError(f"{shown(seen[-1])}: extends itself by way of {shown(path)}")
    values = _table(path)
    layer = Layer(values, path)
    _check(layer)
    if "extend" in values:
        base = path.parent / values["extend"]
        if not base.is_file():
            raise ConfigError(f"{layer.place('extend')}: extend: no such file: {values['extend']}")
        yield from read_layers(base, (*seen, path))
    yield layer


def _table(path: Path) -> dict[str, Any]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(path)}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except OSError as error:
        raise ConfigError(f"{shown(path)}: {(error.strerror or str(error)).lower()}") from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_toml_error(path, str(error))) from None
    except (ValueError, RecursionError) as error:  # a number or a nest beyond what Python reads
        raise ConfigError(_toml_error(path, str(error))) from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("newslint", {})
        if not isinstance(table, dict):
            raise ConfigError(f"{shown(path)}: tool.newslint must be a table")
    return table


def _toml_error(path: Path, message: str) -> str:
    """``file:line: what`` of ``what (at line 3, column 5)``."""
    match = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if match is None:
        return f"{shown(path)}: not valid TOML: {message[:1].lower() + message[1:]}"
    what = message[: match.start()]
    return f"{shown(path)}:{match[1]}:{match[2]}: not valid TOML: {what[:1].lower() + what[1:]}"


def _check(layer: Layer) -> None:
    for key, value in layer.values.items():
        _check_key(layer, (key,), value, KEYS)
    wanted = layer.values.get("required-version")
    if wanted is not None:
        place = layer.place("required-version")
        try:
            allowed = allows(wanted, __version__)
        except ConfigError as error:
            raise ConfigError(f"{place}: {error}") from None
        if not allowed:
            raise ConfigError(f"{place}: needs newslint {wanted}; this is {__version__}")


def _check_key(layer: Layer, keys: tuple[str, ...], value: Any, known: Mapping[str, Key]) -> None:
    name = keys[-1]
    if name not in known:
        there_is = f"; here it is {OTHERS[name]}" if name in OTHERS else ""
        hint = there_is or did_you_mean(name, list(known)) or f"; there are {', '.join(known)}"
        raise ConfigError(f"{layer.place(*keys)}: unknown key {name!r}{hint}")
    problem = _problem(layer, keys, known[name], value)
    if problem:
        raise ConfigError(f"{layer.place(*keys)}: {'.'.join(keys)} {problem}, not {called(value)}")


def _problem(layer: Layer, keys: tuple[str, ...], key: Key, value: Any) -> str:  # noqa: C901 - one case a kind of key
    """What the value must be, when it is not."""
    match key.kind:
        case "strings" | "selectors":
            return "" if _is_strings(value) else "must be a list of strings"
        case "string":
            return "" if isinstance(value, str) else "must be a string"
        case "bool":
            return "" if isinstance(value, bool) else "must be true or false"
        case "number":
            good = isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
            return "" if good else "must be a number from 0 on"
        case "profile":
            return _choice(value, PROFILES)
        case "gate":
            return _choice(value, GATES)
        case "level":
            return _choice(value, LEVELS)
        case "levels":
            return _check_levels(layer, keys, value)
        case "rules":
            good = isinstance(value, dict) and all(isinstance(options, dict) for options in value.values())
            return "" if good else "must be a table of tables, [rules.NAME]"
        case "fields":
            return _check_fields(layer, keys, value)
        case "languagetool":
            return _check_languagetool(layer, keys, value)
        case "readability":
            return _check_readability(layer, keys, value)
        case "overrides":
            return _check_overrides(layer, keys, value)


def _check_levels(layer: Layer, keys: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, dict):
        return "must be a table, rule = level"
    for rule, level in value.items():
        problem = _choice(level, LEVELS)
        if problem:
            raise ConfigError(f"{layer.place(*keys, rule)}: {'.'.join(keys)}.{rule} {problem}, not {called(level)}")
    return ""


def _check_fields(layer: Layer, keys: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, dict):
        return "must be a table, field = [keys]"
    for name, names in value.items():
        if name not in FIELDS:
            raise ConfigError(f"{layer.place(*keys, name)}: unknown field {name!r}{did_you_mean(name, FIELDS)}")
        if not _is_strings(names):
            raise ConfigError(
                f"{layer.place(*keys, name)}: {'.'.join(keys)}.{name} must be a list of strings, not {called(names)}"
            )
    return ""


def _check_languagetool(layer: Layer, keys: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, dict):
        return "must be a table, [languagetool]"
    for name, inner in value.items():
        _check_key(layer, (*keys, name), inner, LANGUAGETOOL)
    if value.get("url") and value.get("jars"):
        raise ConfigError(f"{layer.place(*keys, 'jars')}: languagetool has url or jars, not both")
    return ""


def _check_readability(layer: Layer, keys: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, dict):
        return "must be a table, [readability]"
    for name, inner in value.items():
        place = layer.place(*keys, name)
        if name != "engine":
            raise ConfigError(f"{place}: unknown key {name!r} in readability; there is engine")
        problem = _choice(inner, READABILITY_ENGINES)
        if problem:
            raise ConfigError(f"{place}: readability.engine {problem}, not {called(inner)}")
    return ""


def _check_overrides(layer: Layer, keys: tuple[str, ...], value: Any) -> str:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return "must be a list of tables, [[overrides]]"
    known = {"paths": Key("strings", "")} | {name: key for name, key in KEYS.items() if key.in_overrides}
    for item in value:
        for key, inner in item.items():
            _check_key(layer, (*keys, key), inner, known)
        if not item.get("paths"):
            raise ConfigError(f'{layer.place(*keys)}: an override needs paths = ["…"]')
    return ""


def _choice(value: Any, choices: Sequence[str]) -> str:
    if value in choices:
        return ""
    return f"must be one of {', '.join(choices)}" + (
        did_you_mean(value, tuple(choices)) if isinstance(value, str) else ""
    )


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def called(value: Any) -> str:
    """A value as a complaint names it, at most 40 signs long."""
    text = f"{value!r}".replace("True", "true").replace("False", "false") if isinstance(value, bool) else repr(value)
    return text if len(text) <= 40 else f"a {type(value).__name__}"


def line_of(path: Path, keys: Sequence[str]) -> int:
    """The line on which the last of nested keys stands, from 1; 0 when it cannot be told."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    *tables, last = keys
    if path.name == "pyproject.toml":
        tables = ["tool", "newslint", *tables]
    section: list[str] = []
    nearest = 0
    for number, line in enumerate(lines, 1):
        header = re.match(r"\s*\[{1,2}([^\[\]]+)\]{1,2}", line)
        if header:
            section = [part.strip().strip("'\"") for part in header[1].split(".")]
            if section == [*tables, last]:
                return number
            if section == tables:
                nearest = nearest or number
            continue
        name = re.match(r"\s*([\w.\-]+|'[^']*'|\"[^\"]*\")\s*=", line)
        if name is None:
            continue
        full = [*section, *(part.strip("'\"") for part in name[1].split("."))]
        if full == [*tables, last]:
            return number
        if tables and full == tables:
            nearest = number
    return nearest


def allows(specifier: str, version: str) -> bool:
    """True when a version satisfies ``>=0.1, <2`` (PEP 440's comparisons of release numbers)."""
    ours = _release(version)
    for part in specifier.split(","):
        match = re.fullmatch(r"\s*(>=|<=|==|!=|~=|>|<|)\s*(\d{1,9}(?:\.\d{1,9}){0,9})(\.\*)?\s*", part)
        if match is None:
            raise ConfigError(f"required-version: {called(part.strip())} is no version; write it as “>=0.1, <2”")
        theirs = _release(match[2])
        size = max(len(ours), len(theirs))
        a, b = ours + (0,) * (size - len(ours)), theirs + (0,) * (size - len(theirs))
        same = a[: len(theirs)] == theirs if match[3] else a == b
        answer = {
            ">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b, "": same, "==": same, "!=": not same,
            "~=": a >= b and a[: len(theirs) - 1] == theirs[:-1],
        }  # fmt: skip
        if not answer[match[1]]:
            return False
    return True


def _release(version: str) -> tuple[int, ...]:
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in match[0].split(".")) if match else (0,)
