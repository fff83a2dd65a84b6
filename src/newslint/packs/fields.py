"""The fields of packs: what each must hold, and what is said where it holds something else."""

from __future__ import annotations

from string import Formatter

from newslint.errors import did_you_mean
from newslint.parts import Zone
from newslint.typed import Any

CONDITIONS = {
    "not-after": "phrases", "not-before": "phrases", "unless": "phrases", "only-with": "phrases", "zones": "zones",
}  # fmt: skip
SAYINGS = {"hint": "text", "note": "text", "severity": "severity"}
RULE = {
    "summary": "text", "doc": "text", "why": "text", "exceptions": "text", "message": "message", "severity": "severity",
    "on": "flag", "in-quotes": "flag", "min": "count", "scope": "scope", "since": "text", "status": "status",
    "words": "list", "doubtful": "list", "replace": "mapping", "safe": "texts", "patterns": "list",
    "consistent": "list", "unless-near": "evidence", "not-types": "texts", "yields-to": "texts",
    "renamed-from": "texts", "bad": "list", "good": "list",
} | CONDITIONS  # fmt: skip
PAIRS = RULE | {"message": "message of pairs"}
"""The fields of a rule with `consistent` pairs."""
ENTRY = SAYINGS | CONDITIONS | {"words": "phrases", "case": "case"}
REPLACEMENT = SAYINGS | CONDITIONS | {"use": "text"}
PATTERN = SAYINGS | CONDITIONS | {"regex": "text", "needs": "phrases", "plain": "text"}

_CHOICES: dict[str, tuple[str, ...]] = {
    "severity": ("error", "warning", "info"),
    "scope": ("span", "sentence", "paragraph", "section", "document"),
    "status": ("stable", "preview", "deprecated"),
    "case": ("exact", "any"),
}
_ZONES: tuple[Zone, ...] = (
    "headline", "dek", "byline", "dateline", "meta", "lede", "body", "subhead", "faq-q", "faq-a", "conclusion", "list",
    "quote", "table", "caption", "code",
)  # fmt: skip
_EVIDENCE = ("figure", "date", "name", "quote", "link", "source", "figure-beside")
_BLANKS = ("span", "word", "plain", "hint", "suggestion", "note")
_BLANKS_OF_PAIRS = ("span", "word", "plain", "hint", "other", "line")
"""What the message of a `consistent` rule can name."""
_LONGEST = 60
"""Signs of a wrong value that a complaint repeats."""


def wrong_field(whose: str, body: dict[Any, Any], known: dict[str, str]) -> tuple[tuple[str | int, ...], str]:
    """The first field that cannot be used, with the number of the entry where it is one of a list, and what is wrong;
    empty when all is well."""
    for field, value in body.items():
        if field not in known:
            near = did_you_mean(str(field), sorted(known))
            return (str(field),), f"{whose} has unknown field {shown(field)}{near}"
        kind = known[field]
        if problem := _problem(kind, value):
            said = f"{field} {shown(value)}" if kind in _CHOICES else f"{field} of {whose}"
            items = value if isinstance(value, list) else []
            nth = [n for n, item in enumerate(items) if _problem(kind, [item])]
            return (field, *nth[:1]), f"{said}: {problem}"
    return (), ""


def shown(value: object) -> str:
    """A value as a complaint repeats it."""
    text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _problem(kind: str, value: Any) -> str:
    if kind in _CHOICES:
        return "" if value in _CHOICES[kind] else f"use {_listed(_CHOICES[kind])}"
    match kind:
        case "text":
            return "write one text" if isinstance(value, dict | list) or value is None else ""
        case "message":
            return _wrong_message(value, _BLANKS)
        case "message of pairs":
            return _wrong_message(value, _BLANKS_OF_PAIRS)
        case "flag":
            return "" if isinstance(value, bool) else f"use true or false, not {shown(value)}"
        case "count":
            good = isinstance(value, int) and not isinstance(value, bool) and value > 0
            return "" if good else f"use a number from 1 on, not {shown(value)}"
        case "list":
            return "" if isinstance(value, list) else f"write a list, [a, b], not {shown(value)}"
        case "mapping":
            return "" if isinstance(value, dict) else f"write phrases with their plain forms, a: b, not {shown(value)}"
        case "phrases":
            return "" if isinstance(value, str) else _texts(value)
        case "zones":
            return _texts(value, _ZONES)
        case "evidence":
            return _texts(value, _EVIDENCE)
    return _texts(value)


def _texts(value: Any, known: tuple[str, ...] = ()) -> str:
    if not isinstance(value, list):
        return f"write a list, [a, b], not {shown(value)}"
    for item in value:
        if not isinstance(item, str):
            return f"quote what is not text: {shown(item)}"
        if known and item not in known:
            return f"use {_listed(known)}, not {shown(item)}{did_you_mean(item, known)}"
    return ""


def _listed(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _wrong_message(value: Any, known: tuple[str, ...]) -> str:
    """What is wrong with a message and its blanks."""
    if not isinstance(value, str) or not value.strip():
        return f"write one text, not {shown(value)}"
    try:
        blanks = [(name, spec, way) for _, name, spec, way in Formatter().parse(value) if name is not None]
    except ValueError as error:
        return f"{error}; a brace that is meant is written twice"
    for name, spec, way in blanks:
        if name not in known or spec or way:
            return f"there is no blank {{{name}}}{did_you_mean(name, known)}; there are {_listed(known)}"
    return ""
