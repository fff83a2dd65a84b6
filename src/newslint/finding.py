"""Findings: what the engine makes of a rule's hit, ready for every report."""

from __future__ import annotations

from newslint.named import NamedTuple
from newslint.parts import Zone
from newslint.text.span import Span
from newslint.typed import Literal

Severity = Literal["error", "warning", "info"]
Scope = Literal["span", "sentence", "paragraph", "section", "document", "corpus"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""From the mildest to the gravest."""


class Edit(NamedTuple):
    """Put `text` in the place of a stretch. Offsets are prose in a `Hit`, source in a `Finding`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A cure. *Safe*: the meaning cannot change; anything else waits for ``--unsafe``."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Place(NamedTuple):
    """A further place of the same flaw (``also-here``) or where to look (``see``), in source offsets."""

    role: Literal["also-here", "see"]
    span: Span
    line: int
    column: int
    message: str = ""
    field: str | None = None
    """Where it stands in another field than the finding."""


class Folded(NamedTuple):
    """A finding that arbitration folded into another one; span in source offsets."""

    rule: str
    family: str
    span: Span


class Finding(NamedTuple):
    """One flaw at one place. `span` counts code points of the source; lines and columns count from 1."""

    rule: str
    family: str
    severity: Severity
    message: str
    path: str
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    scope: Scope
    zone: Zone | None
    prose: Span
    """The same stretch in the prose, for arbitration and fingerprints."""
    also: tuple[Folded, ...] = ()
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    key: str = ""
    """What names a document finding across edits; no text and no line."""
    field: str | None = None
    fingerprint: str = ""
    record: int | None = None
    """The index of the record, in a file of many articles."""
    file_line: int = 0
    """Where offsets count in a field: the line of the file on which it, or its record, begins."""
