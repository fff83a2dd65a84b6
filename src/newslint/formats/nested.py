"""Values of YAML, TOML and JSON that no program could go through: nested without end, or aliases that unfold."""

from __future__ import annotations

from newslint.typed import Any

MOST_VALUES = 100_000
"""Values in one document, each alias counted as what it stands for."""
DEEPEST = 50
"""Lists and mappings within one another."""


def too_much(root: Any) -> str:
    """Why a document that was read cannot be used, or the empty string. Takes at most `MOST_VALUES` steps."""
    waiting = [(root, 0)]
    seen = 0
    while waiting:
        value, depth = waiting.pop()
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
        seen += len(inner)
        if seen > MOST_VALUES:
            return f"it holds, or its aliases unfold into, more than {MOST_VALUES:,} values"
        if depth > DEEPEST:
            return f"it is nested more than {DEEPEST} deep"
        waiting += [(item, depth + 1) for item in inner if isinstance(item, dict | list | tuple)]
    return ""
