"""Word lists that facts need.

One entry a line, or in sections, whose entries are parted by spaces; ``#`` begins a comment, and ``word~`` stands for
all forms of the word.
"""

from __future__ import annotations

from itertools import product

from newslint.text.inflect import forms
from newslint.text.table import cached_on_disk, read_table
from newslint.typed import Iterator


@cached_on_disk
def word_list(name: str) -> frozenset[str]:
    """The words of ``data/NAME.txt``, folded, inflected where the list says so."""
    words: set[str] = set()
    for entry in read_table(name).lower().split("\n"):
        if "#" in entry:
            entry = entry.partition("#")[0].rstrip()
        if entry[-1:] == "~":
            words |= forms(entry[:-1])
        elif entry:
            words.add(entry)
    return frozenset(words)


def word_sections(name: str) -> Iterator[tuple[str, set[str]]]:
    """The sections of ``data/NAME.txt``: what their ``[head]`` says, and the words and phrases (``a_b``) below it."""
    head, entries = "", set[str]()
    for line in read_table(name).split("\n"):
        if line[:1] == "[":
            if head:
                yield head, entries
            head, entries = line[1:-1], set()
        elif line[:1] != "#":
            for entry in line.split():
                entries.update(_written_out(entry))
    yield head, entries


def _written_out(entry: str) -> Iterator[str]:
    """``shed light`` and the like for ``shed~_light``."""
    if "~" not in entry:
        return iter((entry.replace("_", " "),))
    words = [forms(word[:-1]) if word.endswith("~") else (word,) for word in entry.split("_")]
    return map(" ".join, product(*words))


@cached_on_disk
def spelling_pairs() -> list[tuple[str, str, str]]:
    """British form, American form and mark (see ``spelling.txt``), about 1,850 rows."""
    cells = read_table("spelling").partition("\n")[2].split()
    return list(zip(cells[::3], cells[1::3], cells[2::3], strict=True))
