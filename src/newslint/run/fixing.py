"""Fixing files: lint, mend, lint again, write once."""

from __future__ import annotations

import os
from pathlib import Path

from newslint import fixes
from newslint.errors import InputError, NewslintError
from newslint.finding import Finding
from newslint.formats.decode import decode, encode
from newslint.named import NamedTuple
from newslint.run import Session, inputs
from newslint.run.linting import lint
from newslint.typed import Sequence


class FixedFile(NamedTuple):
    """One file after fixing."""

    path: str
    applied: Sequence[Finding] = ()
    refused: Sequence[Finding] = ()
    """Findings whose fix would have brought another finding."""
    difference: str = ""
    """As a unified diff; empty when nothing changed."""
    error: str = ""


def fix_file(session: Session, path: str, *, unsafe: bool = False, write: bool = True) -> FixedFile:
    """Mend a file in place, or only say what would change. The file's encoding, mark, line ends and mode are kept."""
    try:
        if inputs.container(session, path):
            raise InputError(
                f"{path}: not fixed: only plain text, Markdown, MDX and HTML are; mend it where it was made"
            )
        with open(path, "rb") as file:
            data = file.read()
        text = decode(data, path=path, encoding=session.request.encoding)
        fixed = fixes.in_rounds(text, lambda source: _findings(session, source, path), unsafe)
        if fixed.text == text:
            return FixedFile(path, refused=fixed.refused)
        if write:
            fixes.write(Path(path), encode(fixed.text, data, encoding=session.request.encoding))
        return FixedFile(
            path, fixed.applied, fixed.refused, fixes.difference(path.replace(os.sep, "/"), text, fixed.text)
        )
    except OSError as error:
        return FixedFile(path, error=f"{path}: {(error.strerror or str(error)).lower()}")
    except UnicodeEncodeError as error:
        name = session.request.encoding or "its encoding"
        said = f"{path}: a fix needs {error.object[error.start]!r}, which {name} does not have; nothing was changed"
        return FixedFile(path, error=said)
    except NewslintError as error:
        return FixedFile(path, error=str(error))


def fix_text(session: Session, text: str, path: str, unsafe: bool = False) -> fixes.Fixed:
    """Mend a text that came on stdin."""
    return fixes.in_rounds(text, lambda source: _findings(session, source, path), unsafe)


def _findings(session: Session, source: str, path: str) -> list[Finding]:
    outcome = lint(session, inputs.read_text(session, source, path)).outcome
    if outcome.crashes:
        crash = outcome.crashes[0]
        raise InputError(f"{path}: internal error in rule {crash.rule}: {crash.error}; nothing was changed")
    return outcome.findings
