"""Planting in texts that others wrote: one figure, unit or name of a real article is changed to contradict the text.

The folder holds ``*.jsonl`` files with a ``text`` in each row, or plain ``*.txt`` files, at any depth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

_SUM = r"[$£€][\d.,]*\d ?(?:m|bn|million|billion)\b"
_CONVERTED = re.compile(rf"({_SUM})( \((?:about )?)({_SUM})")
_DATED = re.compile(
    r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(,? (?:\d{1,2} )?[A-Z][a-z]+\.? (?:\d{1,2},? )?\d{4})"
)
_PERSON = re.compile(r"\b(Mr|Mrs|Ms|Dr|Professor|said) ([A-Z][a-z]{5,})\b")
_FIGURE = re.compile(r"[$£€]?\d[\d.,]*\d(?:m|bn|%)?\b|\b[1-9]\d+\b")


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of every article under the folder; text files are left out where there are rows."""
    rows = sorted(folder.rglob("*.jsonl"))
    for path in rows or sorted(folder.rglob("*.txt")):
        if path.suffix == ".txt":
            yield path.stem, path.read_text(encoding="utf-8", errors="replace")
        elif path.suffix == ".jsonl":
            for n, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                row = json.loads(line)
                if isinstance(row.get("text"), str) and len(row["text"]) > 400:
                    text, title = row["text"], row.get("title") or ""
                    yield f"{path.stem}-{n}", text if text.startswith(title[:40]) else f"{title}\n\n{text}"


def planted(text: str, rng: Random) -> Iterator[tuple[str, str]]:
    """Kind and changed text, at most one of each kind."""
    for kind, plant in (("magnitude", _magnitude), ("weekday", _weekday), ("name", _name), ("headline", _headline)):
        changed = plant(text, rng)
        if changed and changed != text:
            yield f"corpus: {kind}", changed


def _magnitude(text: str, rng: Random) -> str:
    found = list(_CONVERTED.finditer(text))
    if not found:
        return ""
    match = rng.choice(found)
    other = match[3]
    for a, b in (("million", "billion"), ("billion", "million"), ("bn", "m"), ("m", "bn")):
        if other.endswith(a):
            return text[: match.start(3)] + other.removesuffix(a) + b + text[match.end(3) :]
    return ""


def _weekday(text: str, rng: Random) -> str:
    found = list(_DATED.finditer(text))
    if not found:
        return ""
    match = rng.choice(found)
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    other = rng.choice([day for day in days if day != match[1]])
    return text[: match.start(1)] + other + text[match.end(1) :]


def _name(text: str, rng: Random) -> str:
    """A letter of a surname that stands three times or more, wrong in one later place."""
    body = text.partition("\n")[2]
    names = {m[2] for m in _PERSON.finditer(body) if len(re.findall(rf"\b{m[2]}\b", body)) >= 3}
    if not names:
        return ""
    name = rng.choice(sorted(names))
    places = [m.start() for m in re.finditer(rf"\b{name}\b", text)]
    place = rng.choice(places[2:])
    k = rng.randrange(2, len(name) - 2)
    wrong = name[:k] + name[k + 1] + name[k] + name[k + 2 :]
    return text[:place] + wrong + text[place + len(name) :]


def _headline(text: str, rng: Random) -> str:
    """A figure that headline and body share, changed in the headline."""
    head, newline, body = text.partition("\n")
    found = [m for m in _FIGURE.finditer(head) if m.group() in body and not re.fullmatch(r"(19|20)\d\d", m.group())]
    if not found:
        return ""
    match = rng.choice(found)
    digits = re.search(r"\d[\d.,]*\d|\d", match.group())
    if digits is None:
        return ""
    value = float(digits.group().replace(",", ""))
    other = f"{round(value * 1.6 + 3):,}"
    return head[: match.start() + digits.start()] + other + head[match.start() + digits.end() :] + newline + body
