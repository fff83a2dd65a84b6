"""Files of records, and what a run finds in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import run

FLAW = "Sales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said."
ONLY = ("--isolated", "--select", "percent-change-mismatch")
RECORDS: Sequence[Mapping[str, Any]] = [
    {"text": f"Brewer opens bar\n\n{FLAW}"},
    {"id": 7, "title": "Brewer opens bar", "text": FLAW, "date": "2026-03-02", "author": "Ines Roy"},
    {"headline": "Brewer opens “bar”", "summary": "A new bar", "Body": f"One.\r\n\r\n{FLAW}\r\n"},
    {"content_html": f"<h1>Brewer opens bar</h1><p>{FLAW.replace('up', '<b>u&#112;</b>')}</p>"},
    {"output": f"# Brewer opens\n\nIt is *here*.\n\n{FLAW}", "prompt": "Write of a brewer, up 20%."},
    {"messages": [{"role": "user", "content": FLAW}, {"role": "assistant", "content": f"Brewer opens\n\n{FLAW}"}]},
    {"messages": [{"role": "assistant", "content": [{"type": "text", "text": f"Brewer opens\n\n{FLAW}"}]}]},
    {"text": ["Brewer opens", "The bar is new.", FLAW]},
    {"text": {"en/gb": 1, "text": FLAW}},
    {"text": f"---\ntitle: Brewer opens\n---\n\n{FLAW}", "format": "markdown"},
    {"title": "Brewer opens bar", "text": f"Brewer opens bar\n\n{FLAW}"},
]


def lines(path: Path, *records: object) -> None:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")


def articles(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> list[dict[str, Any]]:
    assert run(["check", "--isolated", "--no-cache", "--output-format", "json", *arguments]) == code
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["articles"]
    return found


def at(record: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        record = record[int(step)] if isinstance(record, list) else record[step.replace("~1", "/").replace("~0", "~")]
    return record
