"""Statements and articles written as wrong and true twins before anybody looked at the rules' patterns.

``{wrong|true}`` in the text files beside this one. Those whose name ends in ``-kept`` are for judging only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_EITHER = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
_DATED = re.compile(r" @(\d{4}-\d\d-\d\d)$")
_DAY = "2024-09-17"
_HERE = Path(__file__).parent


def statements(name: str, filler: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Kind, true text and false text of every statement of a file, each in a short article."""
    kind = ""
    for n, line in enumerate((_HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            kind = line.strip("[]")
        if not line or line[0] in "#[":
            continue
        dated = _DATED.search(line)
        day, told = (dated[1], line[: dated.start()]) if dated else (_DAY, line)
        head, body = "Notes from the county", told
        if told.startswith("H: "):
            head, _, body = told[3:].partition(" ¶ ")
        paragraphs = [filler[n % 4], *(part.strip() for part in body.split("¶")), filler[(n + 2) % 4]]
        if told.startswith("H: "):
            paragraphs = paragraphs[1:]
        yield kind, *_twins("\n\n".join((f"# {head}", *paragraphs)), day)


def articles(name: str) -> Iterator[tuple[str, str, str]]:
    """Kind, true text and false text: whole articles of which one statement is wrong."""
    text = (_HERE / f"{name}.txt").read_text(encoding="utf-8")
    for article in text.split("---\n")[1:]:
        made = "# " + "\n\n".join(article.strip().splitlines()).removeprefix("H: ")
        true = _EITHER.sub(r"\2", made)
        for one in _EITHER.finditer(made):
            if one[1] != one[2]:
                wrong = made[: one.start()] + one[1] + made[one.end() :]
                yield "in an article", _front(true, _DAY), _front(_EITHER.sub(r"\2", wrong), _DAY)


def _twins(text: str, day: str) -> tuple[str, str]:
    return _front(_EITHER.sub(r"\2", text), day), _front(_EITHER.sub(r"\1", text), day)


def _front(text: str, day: str) -> str:
    return f"---\ndate: {day}\n---\n\n{text}\n"
