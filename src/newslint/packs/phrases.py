"""The words of a pack: entries, replacements, pairs and patterns become the phrases that a text is searched for."""

from __future__ import annotations

import re

from newslint.errors import did_you_mean
from newslint.packs.fields import ENTRY, PATTERN, REPLACEMENT, SAYINGS, shown
from newslint.packs.source import Groups, Place
from newslint.text import notation
from newslint.text.backtracking import longest, trouble
from newslint.text.inflect import forms
from newslint.text.needed import held, spells
from newslint.text.notation import Row
from newslint.typed import Any

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CONTEXT = 60
"""Code points that a pattern may look at on either side of what it finds."""
_FARTHEST = 600
"""Code points on either side of its needed word in which a pattern is tried at most."""

Rows = list[tuple[Any, ...]]
"""Phrases as plain values: rows of `newslint.text.notation.Phrase`."""


def groups_of(place: Place, table: Any) -> Groups:
    """The words under `groups`: by its name what may stand for a name in braces."""
    if not isinstance(table, dict):
        raise place.wrong(f"groups must map names to words, boats: ferry|barge~, not {shown(table)}")
    groups = Groups()
    for name, text in table.items():
        at = place.within(str(name))
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise at.wrong(f"name of a group {shown(name)}: use lower-case words joined by hyphens")
        if not isinstance(text, str):
            raise at.wrong(f"group {name!r} must be text, its words with bars between: ferry|barge~, not {shown(text)}")
        groups[name] = _parsed(at._replace(groups=groups), text)
    return groups


def entries_of(place: Place, owner: str, entries: Any) -> Rows:
    """The words under `words`, `doubtful` or a lexicon's name: texts, or mappings of texts with what holds for them."""
    if not isinstance(entries, list):
        raise place.wrong(f"the words of {owner!r} must be a list")
    rows: Rows = []
    for nth, entry in enumerate(entries):
        at = place.within(nth)
        data: dict[str, Any] = {}
        if isinstance(entry, dict):
            for name in entry.keys() & place.groups.keys():  # what YAML makes of a group that is not in quotes
                raise at.wrong(f"quote what begins with a brace: '{{{name}}}'")
            at.check(f"an entry of {owner!r}", entry, ENTRY)
            data = _data(at, entry)
            at = at.within("words")
            listed = entry.get("words") or []
            texts: list[Any] = [listed] if isinstance(listed, str) else list(listed)
            if entry.get("case") == "exact":
                data["exact"] = True
        else:
            texts = [entry]
        for n, text in enumerate(texts):
            one = at.within(n)
            if not isinstance(text, str):
                raise one.wrong(f"a phrase of {owner!r} must be text; quote it: {shown(text)}")
            given = {**data, "exact": text} if data.get("exact") else data
            rows += _rows(one, owner, text, given)
    return rows


def _data(place: Place, body: dict[str, Any]) -> dict[str, Any]:
    """What an entry says beside its words: for the message, and where the words are silent."""
    return {key: str(body[key]) for key in SAYINGS if key in body} | conditions_of(place, body)


def _rows(place: Place, owner: str, text: str, data: dict[str, Any]) -> Rows:
    return [tuple(notation.phrase(owner, elements, data)) for elements in _parsed(place, text)]


def _parsed(place: Place, text: str) -> list[Row]:
    try:
        return notation.parse(text, place.groups)
    except ValueError as error:
        raise place.wrong(str(error)) from None


def replacements_of(place: Place, owner: str, table: Any, safe: Any) -> Rows:
    """The words under `replace`, each with its plain form; the fixes of those in `safe` are safe."""
    rows: Rows = []
    for old, new in table.items():
        at = place.within(str(old))
        data: dict[str, Any] = {}
        if not isinstance(old, str):
            raise at.wrong(f"a phrase of {owner!r} must be text; quote it: {shown(old)}")
        if isinstance(new, dict):
            at.check(f"replacement {old!r} of {owner!r}", new, REPLACEMENT)
            data = _data(at, new)
            new = new.get("use", "")
        if not isinstance(new, str | int | float) or isinstance(new, bool):
            raise at.wrong(f"{old!r} of {owner!r} needs a plain form, in quotes: {shown(new)}")
        plain = str(new).strip()
        if old in safe:
            data["safe"] = True
        # "utilise~: use" pairs the forms: utilised -> used.
        head = re.fullmatch(r"([^\W_]+)~(.*)", old)
        if head and not re.search("[|{]", old) and plain and plain.split()[0].isalpha():
            tail = head[2]
            verb, _, rest = plain.partition(" ")
            for form, plain_form in paired_forms(head[1], verb).items():
                said = f"{plain_form} {rest}".strip() if rest else plain_form
                rows += _rows(at, owner, form + tail, {**data, "plain": said})
        else:
            rows += _rows(at, owner, old, {**data, "plain": plain})
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


def pairs_of(place: Place, owner: str, pairs: Any) -> Rows:
    """The words under `consistent`: two ways to write a word, of which an article should keep to one."""
    rows: Rows = []
    for n, pair in enumerate(pairs):
        at = place.within(n)
        if not (isinstance(pair, list) and len(pair) == 2 and all(isinstance(side, str) for side in pair)):
            raise at.wrong(f"consistent of {owner!r} lists pairs of texts: [e-mail, email], not {shown(pair)}")
        for side, text in enumerate(pair):
            rows += _rows(at, owner, text, {"pair": n, "side": side, "other": pair[1 - side], "exact": False})
    return rows


def pattern_of(place: Place, owner: str, nth: int, body: Any) -> tuple[dict[str, Any], Rows]:
    """One of `patterns`, compiled, with the words that wake it."""
    if not isinstance(body, dict) or not isinstance(body.get("regex"), str) or not body.get("needs"):
        raise place.wrong(f"a pattern of {owner!r} needs the fields regex and needs (words that every match holds)")
    place.check(f"a pattern of {owner!r}", body, PATTERN)
    if why := trouble(body["regex"]):
        raise place.within("regex").wrong(f"pattern of {owner!r} {why}, in {shown(body['regex'])}")
    key = f"{owner}#{nth}"
    needs = [body["needs"]] if isinstance(body["needs"], str) else body["needs"]
    rows: Rows = []
    for n, need in enumerate(needs):
        at = place.within("needs", n)
        rows += _rows(at, key, need, {})
        if word := _unmet(need, body["regex"]):
            near = did_you_mean(word, _words_of(body["regex"]))
            raise at.wrong(f"pattern of {owner!r}: no match holds {shown(word)}, which it needs{near}")
    compiled = {
        "key": key,
        "regex": body["regex"],
        "reach": min(longest(body["regex"]) + _CONTEXT, _FARTHEST),
        "held": held(body["regex"]),
        "data": {k: str(body[k]) for k in ("hint", "note", "severity", "plain") if k in body},
        "conditions": conditions_of(place, body),
    }
    return compiled, rows


def _unmet(need: str, regex: str) -> str:
    """The first word of a need that can stand in no match, or that is a slip for one that the pattern names."""
    written: str
    spelt = re.sub(r"\{[^{}]*\}", " ", need.lower().replace("’", "'"))  # less what is in groups
    for written in re.findall(r"[^\W_]+(?:['.&][^\W_]+)*~?", spelt):
        word = written.rstrip("~")
        inflected = forms(word) if written.endswith("~") else {word}
        if not any(spells(regex, form) for form in inflected) and (
            did_you_mean(word, _words_of(regex)) or not any(spells(regex, form, anything=True) for form in inflected)
        ):
            return word
    return ""


def _words_of(regex: str) -> list[str]:
    """The words that a pattern spells out."""
    return re.findall("[a-z']{3,}", re.sub(r"\\.|\(\?P<\w+>", " ", regex))


def conditions_of(place: Place, body: dict[str, Any]) -> dict[str, Any]:
    """Where the words are silent, as rows of word sets."""
    out: dict[str, Any] = {}
    for field in ("not-after", "not-before", "unless", "only-with"):
        if body.get(field):
            listed = body[field] if isinstance(body[field], list) else [body[field]]
            rows = [_parsed(place.within(field, n), text) for n, text in enumerate(listed)]
            out[field] = tuple(row for found in rows for row in found)
    if body.get("zones"):
        out["zones"] = tuple(body["zones"])
    return out
