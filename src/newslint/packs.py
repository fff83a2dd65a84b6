"""YAML packs: words and patterns become rules. Every complaint names file, line and the valid choices.

A pack is first *compiled* to plain values (strings, numbers, tuples, frozensets), which the catalog can keep on disk;
`checks_of` then makes rules of them without reading YAML again.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newslint.errors import RuleError
from newslint.formats.nested import too_much
from newslint.named import NamedTuple
from newslint.packfields import ENTRY, PAIRS, PATTERN, REPLACEMENT, RULE, shown, wrong_field
from newslint.rule import doubtful_of
from newslint.text import notation
from newslint.text.backtracking import trouble
from newslint.text.inflect import forms
from newslint.typed import Any

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LANG = re.compile("[a-z]{2}|any")


class Pack(NamedTuple):
    """A compiled pack: plain values only, so that it can be kept on disk."""

    rules: list[dict[str, Any]]
    phrases: list[tuple[Any, ...]]
    """Rows of `newslint.text.notation.Phrase`."""


class _Reader:
    """One pack while it is read; knows where it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.line = 1

    def wrong(self, message: str, line: int | None = None) -> RuleError:
        return RuleError(f"{self.path}:{line or self.line}: {' '.join(message.split())}")

    def check(self, whose: str, body: dict[Any, Any], known: dict[str, str], lines: dict[str, int]) -> None:
        """RuleError at the first field that cannot be used."""
        field, problem = wrong_field(whose, body, known)
        if problem:
            raise self.wrong(problem, lines.get(field))


def compile_pack(path: Path) -> Pack:
    """Read and check a pack. Its family is the file's name. RuleError on anything that cannot be used."""
    reader = _Reader(path)
    rules: list[dict[str, Any]] = []
    found: list[tuple[Any, ...]] = []
    lang = "en"
    for name, line, value, fields in _mappings(path, reader):
        reader.line = line
        if name == "lang":
            if not isinstance(value, str) or not _LANG.fullmatch(value):
                raise reader.wrong(f"lang {shown(value)}: use two letters, as in en, or any")
            lang = value
        elif name == "lexicons":
            if not isinstance(value, dict):
                raise reader.wrong("lexicons must map names to lists of phrases")
            for lexicon, entries in value.items():
                found += _entries(reader, str(lexicon), entries)
        else:
            rule, rows = _rule(reader, name, value, fields)
            rules.append({**rule, "lang": lang})
            found += rows
    return Pack(rules, found)


@cache
def _loader() -> Any:
    """YAML in which *on*, *off*, *yes* and *no* are words, and only *true* and *false* are not."""
    import yaml

    plain: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    words = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    kept = {sign: [row for row in rows if row[0] not in words] for sign, rows in plain.yaml_implicit_resolvers.items()}
    loader: Any = type("Loader", (plain,), {"yaml_implicit_resolvers": kept})
    loader.add_implicit_resolver(words[0], re.compile("(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
    return loader


def _mappings(path: Path, reader: _Reader) -> list[tuple[str, int, Any, dict[str, int]]]:
    """Top-level keys with line, value and the lines of the value's own keys."""
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RuleError(f"{path}: no such pack") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read as UTF-8 ({error})") from None
    loader = _loader()(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            raise reader.wrong("a pack maps rule names to rules")
        out = []
        seen: dict[str, int] = {}
        for key, node in root.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise reader.wrong("a pack maps rule names to rules; a name is one word", line)
            if key.value in seen:
                raise reader.wrong(f"{key.value!r} stands twice (first in line {seen[key.value]})", line)
            seen[key.value] = reader.line = line
            fields = {}
            if isinstance(node, yaml.MappingNode):
                fields = {k.value: k.start_mark.line + 1 for k, _ in node.value if isinstance(k, yaml.ScalarNode)}
            value = loader.construct_document(node)
            if why := too_much(value):
                raise reader.wrong(f"{key.value!r} cannot be used: {why}")
            out.append((str(key.value), line, value, fields))
        return out
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be read"
        raise reader.wrong(f"not valid YAML: {said}", mark.line + 1 if mark else None) from None
    except RuleError:
        raise
    except Exception as error:  # PyYAML throws whatever a tag's value makes it stumble over
        said = str(error).partition("\n")[0] or type(error).__name__
        raise reader.wrong(f"not valid YAML: {said}") from None
    finally:
        loader.dispose()


def _rule(reader: _Reader, name: str, body: Any, lines: dict[str, int]) -> tuple[dict[str, Any], list[tuple[Any, ...]]]:
    if not _NAME.fullmatch(name):
        raise reader.wrong(f"rule name {name!r}: use lower-case words joined by hyphens")
    if not isinstance(body, dict):
        raise reader.wrong(f"rule {name!r} must be a mapping")
    start = reader.line
    reader.check(f"rule {name!r}", body, PAIRS if body.get("consistent") else RULE, lines)
    severity = body.get("severity", "warning")
    if not body.get("message"):
        raise reader.wrong(f"rule {name!r} has no message")
    if not any(body.get(k) for k in ("words", "doubtful", "replace", "patterns", "consistent")):
        raise reader.wrong(f"rule {name!r} has neither words, replace, patterns nor consistent")
    if body.get("consistent") and any(body.get(k) for k in ("words", "doubtful", "replace", "patterns")):
        raise reader.wrong(f"rule {name!r}: consistent stands alone; give the other words a rule of their own")
    for side in ("bad", "good"):
        examples = body.get(side) or []
        reader.line = lines.get(side, start)
        if len(examples) < 2:
            raise reader.wrong(f"rule {name!r} needs at least two {side} examples")
        for example in examples:
            if not isinstance(example, str):
                raise reader.wrong(f"an example must be text; quote it: {shown(example)}")
            if ("<<" in example) != (side == "bad"):
                wanted = "carry << >> round what is found" if side == "bad" else "carry no marks"
                raise reader.wrong(f"{side} examples {wanted}: {shown(example)}")
    reader.line = start
    rows: list[tuple[Any, ...]] = []
    rows += _entries(reader, name, body.get("words") or [])
    rows += _entries(reader, doubtful_of(name), body.get("doubtful") or [])
    rows += _replacements(reader, name, body.get("replace") or {}, body.get("safe") or [])
    rows += _pairs(reader, name, body.get("consistent") or [])
    patterns = [_pattern(reader, name, i, p, rows) for i, p in enumerate(body.get("patterns") or [])]
    return {
        "name": name,
        "family": reader.path.stem,
        "severity": severity,
        "on": body.get("on", True),
        "message": body["message"],
        "patterns": patterns,
        "doubtful": bool(body.get("doubtful")),
        "conditions": _conditions(reader, body),
        "unless_near": tuple(body.get("unless-near") or ()),
        "not_types": tuple(body.get("not-types") or ()),
        "in_quotes": body.get("in-quotes", False),
        "min": body.get("min", 1),
        "consistent": bool(body.get("consistent")),
        "scope": body.get("scope", "span"),
        "since": str(body.get("since", "0.1.0")),
        "status": body.get("status", "stable"),
        "renamed_from": tuple(body.get("renamed-from") or ()),
        "source": f"{reader.path}:{start}",
        "page": {
            "summary": str(body.get("summary", "")).strip(),
            "doc": str(body.get("doc", "")).strip(),
            "why": str(body.get("why", "")).strip(),
            "exceptions": str(body.get("exceptions", "")).strip(),
            "bad": tuple(body["bad"]),
            "good": tuple(body["good"]),
        },
    }, rows


def _entries(reader: _Reader, owner: str, entries: Any) -> list[tuple[Any, ...]]:
    if not isinstance(entries, list):
        raise reader.wrong(f"the words of {owner!r} must be a list")
    rows: list[tuple[Any, ...]] = []
    for entry in entries:
        data: dict[str, Any] = {}
        if isinstance(entry, dict):
            reader.check(f"an entry of {owner!r}", entry, ENTRY, {})
            data = {k: str(entry[k]) for k in ("hint", "note", "since", "severity") if k in entry}
            data.update(_conditions(reader, entry))
            listed = entry.get("words") or []
            texts: list[Any] = [listed] if isinstance(listed, str) else list(listed)
            if entry.get("case") == "exact":
                data["exact"] = True
        else:
            texts = [entry]
        for text in texts:
            if not isinstance(text, str):
                raise reader.wrong(f"a phrase of {owner!r} must be text; quote it: {shown(text)}")
            given = {**data, "exact": text} if data.get("exact") else data
            rows += _rows(reader, owner, text, given)
    return rows


def _rows(reader: _Reader, owner: str, text: str, data: dict[str, Any]) -> list[tuple[Any, ...]]:
    try:
        return [tuple(notation.phrase(owner, elements, data)) for elements in notation.parse(text)]
    except ValueError as error:
        raise reader.wrong(str(error)) from None


def _replacements(reader: _Reader, owner: str, table: Any, safe: Any) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for old, new in table.items():
        data: dict[str, Any] = {}
        if not isinstance(old, str):
            raise reader.wrong(f"a phrase of {owner!r} must be text; quote it: {shown(old)}")
        if isinstance(new, dict):
            reader.check(f"replacement {old!r} of {owner!r}", new, REPLACEMENT, {})
            data = {k: str(new[k]) for k in ("hint", "note", "since", "severity") if k in new}
            data.update(_conditions(reader, new))
            new = new.get("use", "")
        if not isinstance(new, str | int | float) or isinstance(new, bool):
            raise reader.wrong(f"{old!r} of {owner!r} needs a plain form, in quotes: {shown(new)}")
        plain = str(new).strip()
        if old in safe:
            data["safe"] = True
        # "utilise~: use" pairs the forms: utilised -> used.
        head = re.fullmatch(r"([^\W_]+)~(.*)", old)
        if head and "|" not in old and plain and plain.split()[0].isalpha():
            tail = head[2]
            verb, _, rest = plain.partition(" ")
            for form, plain_form in paired_forms(head[1], verb).items():
                said = f"{plain_form} {rest}".strip() if rest else plain_form
                rows += _rows(reader, owner, form + tail, {**data, "plain": said})
        else:
            rows += _rows(reader, owner, old, {**data, "plain": plain})
    return rows


def paired_forms(old: str, new: str) -> dict[str, str]:
    """The forms of one verb or noun with the same forms of another: utilised -> used, utilising -> using."""

    def by_ending(word: str) -> dict[str, str]:
        table: dict[str, str] = {"base": word}
        for form in sorted(forms(word) - {word}):
            if form.endswith("ing"):
                table.setdefault("ing", form)
            elif form.endswith("s") and form not in table.values() and len(form) >= len(word):
                table.setdefault("s", form)
            else:
                table.setdefault("ed", form)
        return table

    theirs = by_ending(new)
    return {form: theirs.get(kind, new) for kind, form in by_ending(old).items()}


def _pairs(reader: _Reader, owner: str, pairs: Any) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for n, pair in enumerate(pairs):
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(side, str) for side in pair)):
            raise reader.wrong(f"consistent of {owner!r} lists pairs of texts: [e-mail, email], not {shown(pair)}")
        for side, text in enumerate(pair):
            rows += _rows(reader, owner, text, {"pair": n, "side": side, "other": pair[1 - side], "exact": False})
    return rows


def _pattern(reader: _Reader, owner: str, i: int, body: Any, rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    if not isinstance(body, dict) or not isinstance(body.get("regex"), str) or not body.get("needs"):
        raise reader.wrong(f"a pattern of {owner!r} needs the fields regex and needs (words that every match holds)")
    reader.check(f"a pattern of {owner!r}", body, PATTERN, {})
    if why := trouble(body["regex"]):
        raise reader.wrong(f"pattern of {owner!r} {why}, in {shown(body['regex'])}")
    key = f"{owner}#{i}"
    for need in [body["needs"]] if isinstance(body["needs"], str) else body["needs"]:
        rows += _rows(reader, key, need, {})
    return {
        "key": key,
        "regex": body["regex"],
        "data": {k: str(body[k]) for k in ("hint", "note", "severity", "plain") if k in body},
        "conditions": _conditions(reader, body),
    }


def _conditions(reader: _Reader, body: dict[str, Any]) -> dict[str, Any]:
    """Where the words are silent, as rows of word sets."""
    out: dict[str, Any] = {}
    for field in ("not-after", "not-before", "unless", "only-with"):
        if body.get(field):
            listed = body[field] if isinstance(body[field], list) else [body[field]]
            rows = []
            for text in listed:
                try:
                    rows += notation.parse(text)
                except ValueError as error:
                    raise reader.wrong(str(error)) from None
            out[field] = tuple(rows)
    if body.get("zones"):
        out["zones"] = tuple(body["zones"])
    return out
