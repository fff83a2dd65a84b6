"""The words of a pack: entries, replacements, pairs and patterns become the phrases that a text is searched for."""

from __future__ import annotations

import re

from newslint.packs.fields import ENTRY, PATTERN, REPLACEMENT, SAYINGS, shown
from newslint.packs.source import Source
from newslint.text import notation
from newslint.text.backtracking import longest, trouble
from newslint.text.inflect import forms
from newslint.text.needed import held
from newslint.typed import Any

_CONTEXT = 60
"""Code points that a pattern may look at on either side of what it finds."""
_FARTHEST = 600
"""Code points on either side of its needed word in which a pattern is tried at most."""

Rows = list[tuple[Any, ...]]
"""Phrases as plain values: rows of `newslint.text.notation.Phrase`."""


def entries_of(source: Source, owner: str, entries: Any) -> Rows:
    """The words under `words`, `doubtful` or a lexicon's name: texts, or mappings of texts with what holds for them."""
    if not isinstance(entries, list):
        raise source.wrong(f"the words of {owner!r} must be a list")
    rows: Rows = []
    for entry in entries:
        data: dict[str, Any] = {}
        if isinstance(entry, dict):
            source.check(f"an entry of {owner!r}", entry, ENTRY, {})
            data = _data(source, entry)
            listed = entry.get("words") or []
            texts: list[Any] = [listed] if isinstance(listed, str) else list(listed)
            if entry.get("case") == "exact":
                data["exact"] = True
        else:
            texts = [entry]
        for text in texts:
            if not isinstance(text, str):
                raise source.wrong(f"a phrase of {owner!r} must be text; quote it: {shown(text)}")
            given = {**data, "exact": text} if data.get("exact") else data
            rows += _rows(source, owner, text, given)
    return rows


def _data(source: Source, body: dict[str, Any]) -> dict[str, Any]:
    """What an entry says beside its words: for the message, and where the words are silent."""
    return {key: str(body[key]) for key in SAYINGS if key in body} | conditions_of(source, body)


def _rows(source: Source, owner: str, text: str, data: dict[str, Any]) -> Rows:
    try:
        return [tuple(notation.phrase(owner, elements, data)) for elements in notation.parse(text)]
    except ValueError as error:
        raise source.wrong(str(error)) from None


def replacements_of(source: Source, owner: str, table: Any, safe: Any) -> Rows:
    """The words under `replace`, each with its plain form; the fixes of those in `safe` are safe."""
    rows: Rows = []
    for old, new in table.items():
        data: dict[str, Any] = {}
        if not isinstance(old, str):
            raise source.wrong(f"a phrase of {owner!r} must be text; quote it: {shown(old)}")
        if isinstance(new, dict):
            source.check(f"replacement {old!r} of {owner!r}", new, REPLACEMENT, {})
            data = _data(source, new)
            new = new.get("use", "")
        if not isinstance(new, str | int | float) or isinstance(new, bool):
            raise source.wrong(f"{old!r} of {owner!r} needs a plain form, in quotes: {shown(new)}")
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
                rows += _rows(source, owner, form + tail, {**data, "plain": said})
        else:
            rows += _rows(source, owner, old, {**data, "plain": plain})
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


def pairs_of(source: Source, owner: str, pairs: Any) -> Rows:
    """The words under `consistent`: two ways to write a word, of which an article should keep to one."""
    rows: Rows = []
    for n, pair in enumerate(pairs):
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(side, str) for side in pair)):
            raise source.wrong(f"consistent of {owner!r} lists pairs of texts: [e-mail, email], not {shown(pair)}")
        for side, text in enumerate(pair):
            rows += _rows(source, owner, text, {"pair": n, "side": side, "other": pair[1 - side], "exact": False})
    return rows


def pattern_of(source: Source, owner: str, nth: int, body: Any) -> tuple[dict[str, Any], Rows]:
    """One of `patterns`, compiled, with the words that wake it."""
    if not isinstance(body, dict) or not isinstance(body.get("regex"), str) or not body.get("needs"):
        raise source.wrong(f"a pattern of {owner!r} needs the fields regex and needs (words that every match holds)")
    source.check(f"a pattern of {owner!r}", body, PATTERN, {})
    if why := trouble(body["regex"]):
        raise source.wrong(f"pattern of {owner!r} {why}, in {shown(body['regex'])}")
    key = f"{owner}#{nth}"
    needs = [body["needs"]] if isinstance(body["needs"], str) else body["needs"]
    compiled = {
        "key": key,
        "regex": body["regex"],
        "reach": min(longest(body["regex"]) + _CONTEXT, _FARTHEST),
        "held": held(body["regex"]),
        "data": {k: str(body[k]) for k in ("hint", "note", "severity", "plain") if k in body},
        "conditions": conditions_of(source, body),
    }
    return compiled, [row for need in needs for row in _rows(source, key, need, {})]


def conditions_of(source: Source, body: dict[str, Any]) -> dict[str, Any]:
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
                    raise source.wrong(str(error)) from None
            out[field] = tuple(rows)
    if body.get("zones"):
        out["zones"] = tuple(body["zones"])
    return out
