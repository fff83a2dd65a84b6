"""Word lists that facts need, one entry a line; ``#`` begins a comment, ``word~`` stands for all forms of the word."""

from __future__ import annotations

import os
from functools import cache

from newslint.text.inflect import forms


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of ``data/NAME.txt``, folded, inflected where the list says so."""
    words: set[str] = set()
    with open(os.path.join(os.path.dirname(__file__), f"{name}.txt"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        entry = line.partition("#")[0].strip().lower()
        if entry.endswith("~"):
            words |= forms(entry[:-1])
        elif entry:
            words.add(entry)
    return frozenset(words)
