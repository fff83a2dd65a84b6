"""Folding for matching: lower case, straight quotes, plain spaces and hyphens. Never changes the length."""

from __future__ import annotations

_TYPOGRAPHY = {
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'", "`": "'",
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u2002": " ", "\u2003": " ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-",
    "…": ".",
}  # fmt: skip


def fold(text: str) -> str:
    """A copy for matching with the same length and the same offsets.

    `str.lower` makes two code points of some one (``İ``); such texts are lowered one by one.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    if not lowered.isascii():
        for mark, plain in _TYPOGRAPHY.items():
            lowered = lowered.replace(mark, plain)
    return lowered
