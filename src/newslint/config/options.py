"""Options of rules: what a configuration may give them."""

from __future__ import annotations

from newslint.config.read import called
from newslint.errors import did_you_mean
from newslint.rules import Rule
from newslint.typed import Any, Mapping

MOST = 1_000_000
"""A number that an option may be, either side of zero."""
_FROM_ONE = frozenset(
    ("max_characters", "max_lede_words", "max_words", "min_count", "min_kinds", "row", "warning_from", "within")
)
"""Options that count things of which there is always one, or none to speak of: 0 would be a slip."""


def least(option: str, default: float) -> int:
    """The least number that an option with this default may be: whole numbers count something."""
    if not isinstance(default, int) or default < 0:
        return -MOST
    return 1 if option in _FROM_ONE and default else 0


def values_of(rule: Rule, table: Mapping[str, Any]) -> dict[str, Any]:
    """The options in a table as the rule's check expects them."""
    return {_option(name): _cast(value, rule.options[_option(name)]) for name, value in table.items()}


def wrong_option(rule: Rule, name: str, option: str, value: Any) -> str:
    """What is wrong with an option, by the name that the configuration has for the rule; empty when all is well."""
    if _option(option) not in rule.options:
        known = [key.replace("_", "-") for key in rule.options]
        hint = did_you_mean(option, known) or (f"; it has {', '.join(known)}" if known else "; it has none")
        return f"rule {name!r} has no option {option!r}{hint}"
    default = rule.options[_option(option)]
    lowest = least(_option(option), default)
    if _fits(value, default, lowest):
        return ""
    return f"rules.{name}.{option} must be {_type_name(default, lowest)}, not {called(value)}"


def _option(name: str) -> str:
    return name.replace("-", "_")


def _fits(value: Any, default: Any, lowest: int) -> bool:
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, int | float):
        kind = int if isinstance(default, int) else int | float
        return isinstance(value, kind) and not isinstance(value, bool) and lowest <= value <= MOST
    if isinstance(default, tuple | list | frozenset | set):
        some = next(iter(default), "")
        return isinstance(value, list) and all(_fits(item, some, -MOST) for item in value)
    return default is None or isinstance(value, type(default))


def _type_name(default: Any, lowest: int) -> str:
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, int | float):
        return f"a {'whole ' * isinstance(default, int)}number from {lowest:,} to {MOST:,}"
    if isinstance(default, tuple | list | frozenset | set):
        return "a list"
    return "a table" if isinstance(default, dict) else "a string"


def _cast(value: Any, default: Any) -> Any:
    """As the check expects it: TOML has lists where Python has tuples and sets."""
    if isinstance(default, tuple | frozenset | set):
        return type(default)(value)
    return float(value) if isinstance(default, float) else value
