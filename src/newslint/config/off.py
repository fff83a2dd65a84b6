"""Why a rule does not run on a file, or runs with another severity than its own."""

from __future__ import annotations

from newslint.config import Layer
from newslint.config.profiles import SEVERITIES_BY_PROFILE
from newslint.config.selection import Policy, matcher
from newslint.typed import Any, Iterator, Mapping


def why_off(policy: Policy, path: str, kind: str, name: str) -> str:
    """What keeps the rule from running on an article of that kind: the copy's kind, the nearest layer of configuration
    that leaves the rule out, or the profile; empty for a rule that is off by default."""
    rule, profile = policy.catalog.rules[name], policy.choice(path, kind).profile
    if kind in rule.not_types or profile in rule.not_types:
        return f"silent in copy of the kind {kind or profile!r}"
    names = {name, rule.family, "all"}
    for layer in reversed(policy.config.layers):
        for keys, values in _tables(layer, path):
            for key in ("ignore", "extend-ignore"):
                if not names.isdisjoint(values.get(key, ())):
                    return f"ignored by {layer.place(*keys, key)}"
            if any(values.get("severity", {}).get(said) == "off" for said in names):
                return f"switched off by the severity in {layer.place(*keys, 'severity')}"
            if "select" in values:
                return f"not selected by {layer.place(*keys, 'select')}"
    if SEVERITIES_BY_PROFILE[profile].get(name) == "off":
        return f"off in the profile {profile!r}"
    return ""


def is_graded(policy: Policy, path: str, name: str) -> bool:
    """Whether the configuration that holds for the file sets the severity of the rule, or of its family."""
    names = {
        name,
        policy.catalog.rules[name].family,
        *(old for old, now in policy.catalog.renamed.items() if now == name),
    }
    tables = (values for layer in policy.config.layers for _, values in _tables(layer, path))
    return any(not names.isdisjoint(values.get("severity", ())) for values in tables)


def _tables(layer: Layer, path: str) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any]]]:
    """The tables of a layer that hold for a file, each with the keys that lead to it; the last one first."""
    for override in reversed(layer.values.get("overrides", ())):
        if matcher(override["paths"], layer.root)(path):
            yield ("overrides",), override
    yield (), layer.values
