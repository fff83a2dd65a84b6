#!/usr/bin/env python3
"""Wrap the entries of rules/*.yaml to 120 columns; with --check say which lines are too long.

Between words, and behind the bar of a choice: neither means anything to YAML or to the notation of phrases. Regular
expressions, texts in quotes and lines with a comment stay as they are, but for phrases that begin with a group.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

PACKS = Path(__file__).resolve().parents[1] / "rules"
WIDTH = 120
ENTRY = re.compile(r"(?P<indent> *)(?P<dash>(?:- )?)(?P<key>(?:[\w-]+: )?)(?P<body>.*)")
QUOTED = re.compile("['\"](?!{)")
PIECE = re.compile(r"[^ |]*(?:\| ?| |$)")
BLOCK = re.compile(r":\s*[|>][-+]?\s*$")


def main() -> int:
    """Wrap every pack, or with --check count the lines that would change; 1 when there are any."""
    check = "--check" in sys.argv[1:]
    changed = 0
    for path in sorted(PACKS.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        wrapped = "\n".join(lines_of(text.split("\n")))
        if said(wrapped) != said(text):
            sys.exit(f"{path}: wrapped, it would say something else")
        if wrapped != text:
            changed += 1
            print(f"{path.name} has lines to be wrapped" if check else f"{path.name} wrapped")
            if not check:
                path.write_text(wrapped, encoding="utf-8")
    return int(check and changed > 0)


def said(text: str) -> Any:
    """What a pack says, without the spaces behind bars."""
    return squeezed(yaml.load(text, yaml.BaseLoader))


def squeezed(value: Any) -> Any:
    if isinstance(value, str):
        return re.sub(r"\|\s+", "|", value)
    if isinstance(value, list):
        return [squeezed(one) for one in value]
    return {squeezed(key): squeezed(one) for key, one in value.items()} if isinstance(value, dict) else value


def lines_of(lines: Iterable[str]) -> Iterator[str]:
    """The lines, each entry that is too long in several; what stands in a block (``doc: |``) is prose and stays."""
    block = -1
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if block >= 0 and line.strip() and indent <= block:
            block = -1
        if block < 0 and BLOCK.search(line):
            block = indent
        entry = ENTRY.fullmatch(line)
        fixed = block >= 0 or "regex:" in line or " #" in line
        if fixed or len(line) <= WIDTH or entry is None or QUOTED.match(entry["body"]):
            yield line
        else:
            below = entry["indent"] + "  " * (bool(entry["dash"]) + bool(entry["key"]) or 1)
            yield from filled(entry["indent"] + entry["dash"] + entry["key"], PIECE.findall(entry["body"]), below)


def filled(start: str, pieces: Iterable[str], below: str) -> Iterator[str]:
    """The pieces behind the start, in lines as long as they may be; further lines begin with `below`."""
    line, empty = start, True
    for piece in pieces:
        if not empty and len(line) + len(piece.rstrip()) > WIDTH:
            yield line.rstrip()
            line = below
        line, empty = line + piece, False
    yield line.rstrip()


if __name__ == "__main__":
    sys.exit(main())
