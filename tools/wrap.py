#!/usr/bin/env python3
"""Fill the entries of rules/*.yaml to 120 columns; with --check say which packs have others.

Between words, and behind the bar of a choice: neither means anything to YAML or to the notation of phrases. Examples,
prose, regular expressions, texts in quotes (but for phrases that begin with a group) and entries with a comment stay as
they are, and so does what fits into its line.
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
PIECE = re.compile(r"[^ |]*(?:\| ?| |$)")
BREAK = re.compile(r"(?<=\|)\s*\n\s*|(\s*\n\s*)")
FIXED = ("bad", "good", "summary", "doc", "why", "exceptions", "message", "regex")


def main() -> int:
    """Fill every pack, or with --check count those that would change; 1 when there are any."""
    check = "--check" in sys.argv[1:]
    changed = 0
    for path in sorted(PACKS.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        wrapped = wrap(text)
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


def wrap(text: str) -> str:
    """The pack with its entries filled, each that is too long or stands in several lines."""
    for node in reversed(list(entries(yaml.compose(text, yaml.SafeLoader)))):
        start, end = node.start_mark.index, node.end_mark.index
        line = text.rfind("\n", 0, start) + 1
        behind = text.find("\n", end)
        before, body = text[line:start], BREAK.sub(lambda gap: " " if gap[1] else "", text[start:end])
        if text[end:behind].strip() or " #" in text[line:end] or ("\n" not in body and behind - line <= WIDTH):
            continue
        indent = len(before) - len(before.lstrip())
        below = " " * (indent + 2 * (("- " in before) + before.endswith(": ") or 1))
        text = text[:line] + "\n".join(filled(before, PIECE.findall(body), below)) + text[end:]
    return text


def entries(node: Any) -> Iterator[Any]:
    """Texts without quotes, or that begin with a group, and lists and mappings in brackets, in order."""
    if isinstance(node, yaml.ScalarNode):
        if not node.style or (node.style in "'\"" and node.value.startswith("{")):
            yield node
    elif node.flow_style:
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from entries(one)
    else:
        for key, value in node.value:
            if key.value not in FIXED:
                yield from entries(value)


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
