"""Offices of which a person holds one at a time, by the words for them."""

from __future__ import annotations

from newslint.text.words import by_word

_OFFICES = (
    ("chief executive", ("chief executive", "ceo")),
    ("finance director", ("finance director", "chief financial officer", "cfo", "finance chief")),
    ("operating chief", ("chief operating officer", "coo")),
    ("technology chief", ("chief technology officer", "cto", "technology director")),
    ("marketing chief", ("chief marketing officer", "marketing director", "head of marketing")),
    ("general counsel", ("general counsel",)),
    ("spokesperson", ("spokesman", "spokeswoman", "spokesperson")),
    ("prime minister", ("prime minister",)),
    ("foreign minister", ("foreign minister", "foreign secretary")),
    ("finance minister", ("finance minister", "treasury secretary")),
    ("interior minister", ("interior minister", "home secretary")),
    ("health minister", ("health minister", "health secretary")),
    ("mayor", ("mayor",)),
    ("governor", ("governor",)),
    ("sheriff", ("sheriff",)),
    ("ambassador", ("ambassador",)),
    ("chair", ("chairman", "chairwoman", "chairperson")),
    ("treasurer", ("treasurer",)),
    ("head teacher", ("head teacher", "headteacher", "headmaster", "headmistress")),
    ("caretaker", ("caretaker", "janitor")),
    ("captain", ("captain", "skipper")),
    ("coach", ("head coach",)),
    ("goalkeeper", ("goalkeeper",)),
    ("referee", ("referee",)),
    ("coroner", ("coroner",)),
    ("conductor", ("conductor",)),
    ("curator", ("curator",)),
    ("librarian", ("librarian",)),
    ("vicar", ("vicar",)),
    ("midwife", ("midwife",)),
    ("prosecutor", ("prosecutor",)),
)
"""Offices of which a person holds one at a time."""
_UNDER_A_CHAIR = frozenset(("captain", "treasurer", "caretaker", "goalkeeper", "coach", "spokesperson"))
_IN_A_TEAM = frozenset(("captain", "goalkeeper", "coach"))


@by_word
def office_of(role: str) -> str:
    """The office that the words stand for, or the empty string; none when they stand for two."""
    held = {office for office, forms in _OFFICES if any(f" {form} " in f" {role} " for form in forms)}
    return held.pop() if len(held) == 1 else ""


def exclusive(a: str, b: str) -> bool:
    """False for offices that one person often holds at once: a mayor chairs this and that, a captain keeps goal."""
    if "chair" in (a, b):
        return bool({a, b} & _UNDER_A_CHAIR)
    return not {a, b} <= _IN_A_TEAM
