"""The word tables that lie in ``data/``, as they are written."""

from __future__ import annotations

import os

_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def read_table(name: str) -> str:
    """The text of ``data/NAME.txt``. (Read without pathlib, which every start would pay 2 ms for.)"""
    with open(os.path.join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        return file.read()
