"""Word lists that facts need, one entry a line; ``#`` begins a comment, ``word~`` stands for all forms of the word."""

from __future__ import annotations

from newslint.text.inflect import forms
from newslint.text.table import cached_on_disk, read_table


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


@cached_on_disk
def spelling_pairs() -> list[tuple[str, str, str]]:
    """British form, American form and mark (see ``spelling.txt``), about 1,850 rows."""
    cells = read_table("spelling").partition("\n")[2].split()
    return list(zip(cells[::3], cells[1::3], cells[2::3], strict=True))
