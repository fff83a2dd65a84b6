"""YAML packs: words and patterns become rules. Every complaint names file, line and the valid choices.

A pack is *compiled* to plain values (strings, numbers, tuples, frozensets), which the catalog can keep on disk;
`newslint.wording` then makes rules of them without reading YAML again.
"""

from __future__ import annotations

import re
from pathlib import Path

from newslint.errors import did_you_mean
from newslint.formats.frontkeys import kind_of
from newslint.named import NamedTuple
from newslint.packs.fields import PAIRS, RULE, shown
from newslint.packs.phrases import (
    NAME,
    Rows,
    conditions_of,
    entries_of,
    groups_of,
    pairs_of,
    pattern_of,
    replacements_of,
)
from newslint.packs.source import Groups, Place, mappings
from newslint.rules import doubtful_of
from newslint.typed import Any

_LANG = re.compile("[a-z]{2}|any")
_WORDS = ("words", "doubtful", "replace", "patterns")


class Pack(NamedTuple):
    """A compiled pack: plain values only, so that it can be kept on disk."""

    rules: list[dict[str, Any]]
    phrases: Rows


def compile_pack(path: Path) -> Pack:
    """Read and check a pack. Its family is the file's name. RuleError on anything that cannot be used."""
    rules: list[dict[str, Any]] = []
    found: Rows = []
    lang = "en"
    top = mappings(path)
    naming = next(
        (place._replace(groups=groups_of(place, value)) for key, value, place in top if key == "groups"), None
    )
    groups = naming.groups if naming else Groups()
    for name, value, place in top:
        if name == "groups":
            continue
        place = place._replace(groups=groups)
        if name == "lang":
            if not isinstance(value, str) or not _LANG.fullmatch(value):
                raise place.wrong(f"lang {shown(value)}: use two letters, as in en, or any")
            lang = value
        elif name == "lexicons":
            if not isinstance(value, dict):
                raise place.wrong("lexicons must map names to lists of phrases")
            for lexicon, entries in value.items():
                found += entries_of(place.within(str(lexicon)), str(lexicon), entries)
        else:
            _examine(place, name, value)
            _examine_sayings(place, name, value)
            rule, rows = _compiled(place, name, value)
            rules.append({**rule, "lang": lang})
            found += rows
    for group in groups:
        if naming and group not in groups.asked:
            raise naming.within(group).wrong(f"no phrase asks for the group {{{group}}}: take it out")
    return Pack(rules, found)


def _examine(place: Place, name: str, body: Any) -> None:
    """RuleError on a rule that lacks something, or has what does not go together."""
    if not NAME.fullmatch(name):
        raise place.wrong(f"rule name {name!r}: use lower-case words joined by hyphens")
    if not isinstance(body, dict):
        raise place.wrong(f"rule {name!r} must be a mapping")
    place.check(f"rule {name!r}", body, PAIRS if body.get("consistent") else RULE)
    if not body.get("message"):
        raise place.wrong(f"rule {name!r} has no message")
    has_words = any(body.get(field) for field in _WORDS)
    if not has_words and not body.get("consistent"):
        raise place.wrong(f"rule {name!r} has neither words, replace, patterns nor consistent")
    if has_words and body.get("consistent"):
        raise place.wrong(f"rule {name!r}: consistent stands alone; give the other words a rule of their own")
    _examine_lists(place, name, body)
    _examine_examples(place, name, body)


def _examine_lists(place: Place, name: str, body: dict[str, Any]) -> None:
    """RuleError on an entry of safe or not-types that could never count."""
    for nth, phrase in enumerate(body.get("safe") or []):
        replaced = [str(old) for old in body.get("replace") or {}]
        if phrase not in replaced:
            near = did_you_mean(phrase, replaced)
            raise place.within("safe", nth).wrong(f"rule {name!r}: safe {shown(phrase)} is not under replace{near}")
    for nth, kind in enumerate(body.get("not-types") or []):
        if kind != kind.strip().lower().replace(" ", "-"):
            raise place.within("not-types", nth).wrong(
                f"rule {name!r}: not-types {shown(kind)} is never met; use small letters, and hyphens for spaces"
            )


def _examine_examples(place: Place, name: str, body: dict[str, Any]) -> None:
    """RuleError on too few examples, or on one with the marks of the other side."""
    for side, wanted in (("bad", "carry << >> round what is found"), ("good", "carry no marks")):
        examples = body.get(side) or []
        if len(examples) < 2:
            raise place.within(side).wrong(f"rule {name!r} needs at least two {side} examples")
        for nth, example in enumerate(examples):
            at = place.within(side, nth)
            if not isinstance(example, str):
                raise at.wrong(f"an example must be text; quote it: {shown(example)}")
            if ("<<" in example) != (side == "bad"):
                raise at.wrong(f"{side} examples {wanted}: {shown(example)}")


def _examine_sayings(place: Place, name: str, body: dict[str, Any]) -> None:
    """RuleError on a hint or note of an entry that the rule's message has no blank for: nobody would read it."""
    message = body["message"]
    entries: list[tuple[Any, tuple[str | int, ...]]] = [
        (entry, (field, nth))
        for field in ("words", "doubtful", "patterns")
        for nth, entry in enumerate(body.get(field) or [])
    ]
    entries += [(new, ("replace", str(old))) for old, new in (body.get("replace") or {}).items()]
    for entry, keys in entries:
        for field, blanks in (("hint", ("{hint}", "{suggestion}")), ("note", ("{note}",))):
            if isinstance(entry, dict) and field in entry and not any(blank in message for blank in blanks):
                raise place.within(*keys, field).wrong(
                    f"rule {name!r}: the {field} {shown(entry[field])} is never shown; put {blanks[0]} into the message"
                )


def _fixes(body: dict[str, Any]) -> str:
    """The best fix that the rule has: the plain form in the place of the words."""
    if body.get("consistent") or body.get("safe"):
        return "safe"
    plain = body.get("replace") or any(pattern.get("plain") for pattern in body.get("patterns") or [])
    return "unsafe" if plain else ""


def _compiled(place: Place, name: str, body: dict[str, Any]) -> tuple[dict[str, Any], Rows]:
    """The rule as plain values, and its phrases."""
    rows: Rows = []
    rows += entries_of(place.within("words"), name, body.get("words") or [])
    rows += entries_of(place.within("doubtful"), doubtful_of(name), body.get("doubtful") or [])
    rows += replacements_of(place.within("replace"), name, body.get("replace") or {}, body.get("safe") or [])
    rows += pairs_of(place.within("consistent"), name, body.get("consistent") or [])
    patterns = []
    for nth, pattern in enumerate(body.get("patterns") or []):
        compiled, needed = pattern_of(place.within("patterns", nth), name, nth, pattern)
        patterns.append(compiled)
        rows += needed
    rule = {
        "name": name,
        "family": place.path.stem,
        "severity": body.get("severity", "warning"),
        "on": body.get("on", True),
        "message": body["message"],
        "patterns": patterns,
        "doubtful": bool(body.get("doubtful")),
        "conditions": conditions_of(place, body),
        "unless_near": tuple(body.get("unless-near") or ()),
        "not_types": tuple(map(kind_of, body.get("not-types") or ())),
        "yields_to": tuple(body.get("yields-to") or ()),
        "in_quotes": body.get("in-quotes", False),
        "min": body.get("min", 1),
        "consistent": bool(body.get("consistent")),
        "fixes": _fixes(body),
        "scope": body.get("scope", "span"),
        "since": str(body.get("since", "0.1.0")),
        "status": body.get("status", "stable"),
        "renamed_from": tuple(body.get("renamed-from") or ()),
        "source": str(place),
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
