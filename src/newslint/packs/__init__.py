"""YAML packs: words and patterns become rules. Every complaint names file, line and the valid choices.

A pack is *compiled* to plain values (strings, numbers, tuples, frozensets), which the catalog can keep on disk;
`newslint.wording` then makes rules of them without reading YAML again.
"""

from __future__ import annotations

import re
from pathlib import Path

from newslint.named import NamedTuple
from newslint.packs.fields import PAIRS, RULE, shown
from newslint.packs.phrases import Rows, conditions_of, entries_of, pairs_of, pattern_of, replacements_of
from newslint.packs.source import Source, mappings
from newslint.rules import doubtful_of
from newslint.typed import Any

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LANG = re.compile("[a-z]{2}|any")
_WORDS = ("words", "doubtful", "replace", "patterns")


class Pack(NamedTuple):
    """A compiled pack: plain values only, so that it can be kept on disk."""

    rules: list[dict[str, Any]]
    phrases: Rows


def compile_pack(path: Path) -> Pack:
    """Read and check a pack. Its family is the file's name. RuleError on anything that cannot be used."""
    source = Source(path)
    rules: list[dict[str, Any]] = []
    found: Rows = []
    lang = "en"
    for name, line, value, fields in mappings(source):
        source.line = line
        if name == "lang":
            if not isinstance(value, str) or not _LANG.fullmatch(value):
                raise source.wrong(f"lang {shown(value)}: use two letters, as in en, or any")
            lang = value
        elif name == "lexicons":
            if not isinstance(value, dict):
                raise source.wrong("lexicons must map names to lists of phrases")
            for lexicon, entries in value.items():
                found += entries_of(source, str(lexicon), entries)
        else:
            _examine(source, name, value, fields)
            _examine_sayings(source, name, value)
            rule, rows = _compiled(source, name, value)
            rules.append({**rule, "lang": lang})
            found += rows
    return Pack(rules, found)


def _examine(source: Source, name: str, body: Any, lines: dict[str, int]) -> None:
    """RuleError on a rule that lacks something, or has what does not go together; `lines` are those of its fields."""
    start = source.line
    if not _NAME.fullmatch(name):
        raise source.wrong(f"rule name {name!r}: use lower-case words joined by hyphens")
    if not isinstance(body, dict):
        raise source.wrong(f"rule {name!r} must be a mapping")
    source.check(f"rule {name!r}", body, PAIRS if body.get("consistent") else RULE, lines)
    if not body.get("message"):
        raise source.wrong(f"rule {name!r} has no message")
    has_words = any(body.get(field) for field in _WORDS)
    if not has_words and not body.get("consistent"):
        raise source.wrong(f"rule {name!r} has neither words, replace, patterns nor consistent")
    if has_words and body.get("consistent"):
        raise source.wrong(f"rule {name!r}: consistent stands alone; give the other words a rule of their own")
    for side, wanted in (("bad", "carry << >> round what is found"), ("good", "carry no marks")):
        examples = body.get(side) or []
        source.line = lines.get(side, start)
        if len(examples) < 2:
            raise source.wrong(f"rule {name!r} needs at least two {side} examples")
        for example in examples:
            if not isinstance(example, str):
                raise source.wrong(f"an example must be text; quote it: {shown(example)}")
            if ("<<" in example) != (side == "bad"):
                raise source.wrong(f"{side} examples {wanted}: {shown(example)}")
    source.line = start


def _examine_sayings(source: Source, name: str, body: dict[str, Any]) -> None:
    """RuleError on a hint or note of an entry that the rule's message has no blank for: nobody would read it."""
    message = body["message"]
    entries = [entry for field in ("words", "doubtful", "patterns") for entry in body.get(field) or []]
    for entry in [*entries, *(body.get("replace") or {}).values()]:
        for field, blanks in (("hint", ("{hint}", "{suggestion}")), ("note", ("{note}",))):
            if isinstance(entry, dict) and field in entry and not any(blank in message for blank in blanks):
                raise source.wrong(
                    f"rule {name!r}: the {field} {shown(entry[field])} is never shown; put {blanks[0]} into the message"
                )


def _compiled(source: Source, name: str, body: dict[str, Any]) -> tuple[dict[str, Any], Rows]:
    """The rule as plain values, and its phrases."""
    rows: Rows = []
    rows += entries_of(source, name, body.get("words") or [])
    rows += entries_of(source, doubtful_of(name), body.get("doubtful") or [])
    rows += replacements_of(source, name, body.get("replace") or {}, body.get("safe") or [])
    rows += pairs_of(source, name, body.get("consistent") or [])
    patterns = []
    for nth, pattern in enumerate(body.get("patterns") or []):
        compiled, needed = pattern_of(source, name, nth, pattern)
        patterns.append(compiled)
        rows += needed
    rule = {
        "name": name,
        "family": source.path.stem,
        "severity": body.get("severity", "warning"),
        "on": body.get("on", True),
        "message": body["message"],
        "patterns": patterns,
        "doubtful": bool(body.get("doubtful")),
        "conditions": conditions_of(source, body),
        "unless_near": tuple(body.get("unless-near") or ()),
        "not_types": tuple(body.get("not-types") or ()),
        "yields_to": tuple(body.get("yields-to") or ()),
        "in_quotes": body.get("in-quotes", False),
        "min": body.get("min", 1),
        "consistent": bool(body.get("consistent")),
        "scope": body.get("scope", "span"),
        "since": str(body.get("since", "0.1.0")),
        "status": body.get("status", "stable"),
        "renamed_from": tuple(body.get("renamed-from") or ()),
        "source": f"{source.path}:{source.line}",
        "page": {
            "summary": str(body.get("summary", "")).strip(),
            "doc": str(body.get("doc", "")).strip(),
            "why": str(body.get("why", "")).strip(),
            "exceptions": str(body.get("exceptions", "")).strip(),
            "bad": tuple(body["bad"]),
            "good": tuple(body["good"]),
        },
    }
    return rule, rows
