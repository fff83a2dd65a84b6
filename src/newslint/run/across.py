"""Rules across the files of a run: compare what each article left behind, then give each its findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint import walk
from newslint.corpus import compare
from newslint.errors import NewslintError
from newslint.run.session import Linted, Session


def settled(
    session: Session, paths: Sequence[str], results: Sequence[Linted | NewslintError]
) -> list[Linted | NewslintError]:
    """The results with the findings across files. Articles that have some are linted again, so that suppressions,
    arbitration and order are the same as for any other finding."""
    out = list(results)
    signed = {i: r.signature for i, r in enumerate(results) if isinstance(r, Linted) and r.signature}
    rules: dict[str, dict[str, Any]] = {}
    for i in signed:
        rules |= session.corpus_rules(paths[i])
    session.corpus_hits = compare(signed.values(), rules)
    for i, one in signed.items():
        if (one.path, one.record) in session.corpus_hits and paths[i] != walk.STDIN:
            out[i] = session.lint_path(paths[i])
    return out
