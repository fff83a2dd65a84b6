"""The configuration file as a JSON schema (draft 7), for editors that complete and check TOML."""

from __future__ import annotations

from newslint.catalog import Catalog
from newslint.config.keys import FIELDS, GATES, KEYS, LANGUAGETOOL, LEVELS, PROFILES, READABILITY_ENGINES, Key
from newslint.config.options import MOST, least
from newslint.typed import Any


def schema(catalog: Catalog) -> dict[str, Any]:
    """The schema, with the names, options and summaries of the rules there are."""
    names = sorted([*catalog.rules, *catalog.renamed, *catalog.families])
    overrides = {"paths": {"type": "array", "items": {"type": "string"}, "minItems": 1}}
    overrides |= {name: _property(key, {}) for name, key in KEYS.items() if key.in_overrides}
    properties = {name: _property(key, overrides) for name, key in KEYS.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "newslint configuration",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "definitions": {
            "selector": {"enum": ["all", "default", *names]},
            "level": {"enum": list(LEVELS)},
            "levels": {
                "type": "object",
                "propertyNames": {"enum": names},
                "additionalProperties": {"$ref": "#/definitions/level"},
            },
            "rules": {"type": "object", "additionalProperties": False, "properties": _rules(catalog)},
        },
    }


def _property(key: Key, overrides: dict[str, Any]) -> dict[str, Any]:  # noqa: C901 - one case a kind of key
    shape: dict[str, Any]
    match key.kind:
        case "strings":
            shape = {"type": "array", "items": {"type": "string"}}
        case "selectors":
            shape = {"type": "array", "items": {"$ref": "#/definitions/selector"}}
        case "string":
            shape = {"type": "string"}
        case "bool":
            shape = {"type": "boolean"}
        case "number":
            shape = {"type": "number", "minimum": 0}
        case "profile":
            shape = {"enum": list(PROFILES)}
        case "gate":
            shape = {"enum": list(GATES)}
        case "level" | "levels" | "rules":
            shape = {"allOf": [{"$ref": f"#/definitions/{key.kind}"}]}
        case "fields":
            of = {"type": "array", "items": {"type": "string"}}
            shape = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(FIELDS, of)}
        case "languagetool":
            inner = {name: _property(of_it, {}) for name, of_it in LANGUAGETOOL.items()}
            shape = {"type": "object", "additionalProperties": False, "properties": inner}
        case "readability":
            engine = {"enum": list(READABILITY_ENGINES)}
            shape = {"type": "object", "additionalProperties": False, "properties": {"engine": engine}}
        case "overrides":
            item = {"type": "object", "additionalProperties": False, "required": ["paths"], "properties": overrides}
            shape = {"type": "array", "items": item}
    return {"description": key.text, **shape}


def _rules(catalog: Catalog) -> dict[str, Any]:
    return {
        name: {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                option.replace("_", "-"): {"description": text, **_option(option, rule.options[option])}
                for option, text in (catalog.page(name).option_texts.items() if rule.options else ())
            },
        }
        for name, rule in sorted(catalog.rules.items())
    }


def _option(name: str, default: Any) -> dict[str, Any]:
    if isinstance(default, bool):
        return {"type": "boolean", "default": default}
    if isinstance(default, int | float):
        kind = "integer" if isinstance(default, int) else "number"
        return {"type": kind, "minimum": least(name, default), "maximum": MOST, "default": default}
    if isinstance(default, tuple | list | set | frozenset):
        return {"type": "array", "default": sorted(default, key=str)}
    return {"type": "string", "default": default} if isinstance(default, str) else {}
