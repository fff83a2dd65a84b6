"""What a regular expression cannot match without, read off its parse tree: words, and a string."""

from __future__ import annotations

import re
from re import _constants as sre, _parser as parser  # type: ignore[attr-defined]

from newslint.typed import Any, Sequence

_MOST = 400
"""Strings that one stretch of a pattern may stand for."""
_SIGN = 4
"""How many letters are as rare as a sign."""
_TOKEN = re.compile(r"[a-z][a-z0-9'.&]*|[,:()]")
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT)


def held(regex: str) -> str:
    """The rarest string, as far as one can tell, of those that stand in every match, or right behind it; or none."""
    tree = parser.parse(regex)
    strings = [""] if tree.state.flags & re.IGNORECASE else _held(tree)
    return max(strings, key=lambda string: sum(1 if c.isalnum() else _SIGN for c in string if c != " "))


def _held(items: Sequence[Any]) -> list[str]:
    found = [""]
    for op, value in items:
        if op is sre.LITERAL:
            found[-1] += chr(value)
            continue
        if op is sre.SUBPATTERN and not value[1] & re.IGNORECASE:
            found += _held(value[3])
        elif op is sre.BRANCH:
            ways = [set("".join(_held(way))) for way in value[1]]
            found += sorted(set.intersection(*ways))
        elif op in _REPEATS and value[0] > 0:
            found += _held(value[2])
        elif op is sre.ASSERT and value[0] > 0:  # ahead; what stands behind may lie outside the window that is searched
            found += _held(value[1])
        if op is not sre.AT:
            found.append("")
    return found


def spells(regex: str, word: str, *, anything: bool = False) -> bool:
    """True when the word, in small letters, can stand in a match. Only letters that the pattern names spell it; with
    `anything` what stands for any letter does, too."""
    return len(word) in _behind_all(parser.parse(regex), frozenset((0,)), word, anything)


def _behind_all(items: Sequence[Any], met: frozenset[int], word: str, anything: bool) -> frozenset[int]:
    """How many letters of the word may have been met behind the pieces, of what was met before them."""
    for op, value in items:
        met = _behind(op, value, met, word, anything) | (met & {len(word)}) | {0}
    return met


def _behind(op: Any, value: Any, met: frozenset[int], word: str, anything: bool) -> frozenset[int]:
    """The same of one piece."""
    whole = len(word)
    if op is sre.SUBPATTERN:
        return _behind_all(value[3], met, word, anything)
    if op is sre.BRANCH:
        return frozenset().union(*[_behind_all(way, met, word, anything) for way in value[1]])
    if op is sre.ASSERT:
        return met | _behind_all(value[1], met, word, anything)
    if op in (*_REPEATS, sre.POSSESSIVE_REPEAT):
        found = met if value[0] == 0 else frozenset()
        for _ in range(min(value[1], whole)):
            met = _behind_all(value[2], met, word, anything)
            found |= met
        return found
    if op is sre.AT:
        return met & {0, whole}
    if op is sre.ASSERT_NOT:
        return met
    if op in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
        return frozenset([k + 1 for k in met if k < whole and _spells_letter(op, value, ord(word[k]), anything)])
    return frozenset(range(whole + 1))  # what was matched before, and the like


def _spells_letter(op: Any, value: Any, letter: int, anything: bool) -> bool:
    if op is sre.LITERAL:
        return bool(value == letter)
    named = op is sre.IN and value[0][0] is not sre.NEGATE and (sre.LITERAL, letter) in value
    return named or anything


def needed(regex: str, common: frozenset[str]) -> list[frozenset[str]]:
    """Sets of words of each of which one stands in every match, for a pattern over words parted by single spaces.

    Where there is a choice, the words are not `common`.
    """
    found = []
    for strings in _stretches(list(parser.parse(regex))):
        rarest = [
            min(words, key=lambda w: (w in common, -len(w), w)) if words else "" for words in map(_words, strings)
        ]
        if all(rarest):
            found.append(frozenset(rarest))
    return found


def _words(string: str) -> list[str]:
    """Those that stand in it from space to space."""
    return [word for word in string.split(" ")[1:-1] if _TOKEN.fullmatch(word)]


def _stretches(items: Sequence[Any]) -> list[set[str]]:
    """What every match holds, in order: for each stretch the strings that may stand there, ends of words as spaces."""
    out: list[set[str]] = []
    here = {""}
    for i, item in enumerate(items := _opened(items)):
        strings = _strings(item, last=i == len(items) - 1)
        if strings is None or len(here) * len(strings) > _MOST:
            out.append({string + " " for string in here} if _begins_with_space(items[i:]) else here)
            here = strings or {""}
        else:
            here = {string + more for string in here for more in strings}
    return [*out, here]


def _opened(items: Sequence[Any]) -> list[Any]:
    """The pieces with those of groups in their place."""
    return [one for op, value in items for one in (_opened(value[3]) if op is sre.SUBPATTERN else [(op, value)])]


def _strings(item: Any, last: bool = False) -> set[str] | None:
    """All that a piece can match, or None where that is a great many."""
    op, value = item
    if op is sre.LITERAL:
        return {chr(value)}
    if op is sre.AT:
        return {" "}
    if op is sre.IN and all(kind is sre.LITERAL for kind, _ in value):
        return {chr(code) for _, code in value}
    if op is sre.SUBPATTERN:
        return _joined(value[3])
    if op is sre.ASSERT and last:
        return _joined(value[1])
    if op is sre.BRANCH:
        ways = [_joined(way) for way in value[1]]
        return None if None in ways else set().union(*ways)  # type: ignore[arg-type]
    if op in _REPEATS and value[:2] == (0, 1):
        once = _joined(value[2])
        return None if once is None else once | {""}
    return None


def _joined(items: Sequence[Any]) -> set[str] | None:
    here = {""}
    for item in items:
        strings = _strings(item)
        if strings is None or len(here) * len(strings) > _MOST:
            return None
        here = {string + more for string in here for more in strings}
    return here


def _begins_with_space(items: Sequence[Any]) -> bool:
    """True when a space, or the end, comes first in whatever the pieces match."""
    if not items:
        return False
    (op, value), rest = items[0], items[1:]
    if op is sre.SUBPATTERN:
        return _begins_with_space([*value[3], *rest])
    if op is sre.BRANCH:
        return all(_begins_with_space([*way, *rest]) for way in value[1])
    if op in _REPEATS:
        return _begins_with_space([*value[2], *rest]) and (value[0] > 0 or _begins_with_space(rest))
    if op is sre.ASSERT:
        return _begins_with_space(value[1])
    return op is sre.AT or (op is sre.LITERAL and value == ord(" "))
