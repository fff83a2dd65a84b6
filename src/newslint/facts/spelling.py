"""Spellings that tell British from American English."""

from __future__ import annotations

from newslint.text.table import cached_on_disk, read_table


@cached_on_disk
def spelling_pairs() -> list[tuple[str, str, str]]:
    """British form, American form and mark (see ``data/spelling.txt``), about 1,850 rows."""
    table = read_table("spelling")
    cells = table.partition("\n")[2].split()
    return list(zip(cells[::3], cells[1::3], cells[2::3], strict=True))
