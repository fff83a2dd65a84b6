"""Blanks of a template: fields of a mail merge, values that a program did not have, XX for a figure."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

COUNTED = (
    r"(?:percent|per cent|%|million|billion|thousand|hundred|people|years?|months|days|hours|minutes|points|dollars|"
    r"euros|pounds|votes|goals|seats|jobs)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|"
    r"Sept\.|Oct\.|Nov\.|Dec\.)"
)
_SLOT = r"(?:name|surname|date|figure|amount|venue|title|location|percentage)"
_SIGNS = frozenset("«#@%|?<")


@cache
def _fields() -> Pattern[str]:
    """«LAST_NAME», %FIRST_NAME%, *|FNAME|*; errors of a spreadsheet; question marks for a figure."""
    field = r"[A-Z][A-Z0-9]{0,20}(?:_[A-Z0-9]{1,20}){1,4}"
    word = r"(?:[Ff]irst|[Ll]ast|FIRST|LAST)? ?(?:NAME|DATE|CITY|AMOUNT|TITLE|COMPANY)"
    return pattern(
        rf"«(?:{field}|{word})»|<<(?:{field}|{word})>>|%%?{field}%%?|##{field}##|@@{field}@@"
        r"|\*\|[A-Z_]{2,30}\|\*|#(?:REF!|N/A\b|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)"
        r"|(?<=[$€£])\?{2,5}|(?<= )\?{2,5}(?= [a-z]{2})"
    )


@cache
def _no_value() -> Pattern[str]:
    """What a program prints where it has no value."""
    return pattern(
        r"(?<![\w.(])(?:undefined|NaN) (?:degrees|met(?:re|er)s|miles|kilomet(?:re|er)s|tonnes|litres|" + COUNTED[3:]
    )


@cache
def _stand_ins() -> Pattern[str]:
    """An address that nobody has."""
    return pattern(r"(?<![\w.@/-])(?:https?://)?(?:www\.)?example\.(?:com|org|net)(?:/[\w./?=&%-]{0,100})?\b")


@cache
def _missing_nouns() -> Pattern[str]:
    """A bracket for the noun that the sentence lacks, or what is to come."""
    return pattern(
        rf"\b(?:in|on|at|by|of|from|for|with|than|called|named) \((?:(?:the )?(?:[a-z]{{3,14}} ){{0,2}}{_SLOT}"
        r"|city|company|journal|town|name of (?:the )?[a-z ]{3,24})\)(?=[.,;:]| (?:on|in|at|by|with|for|and|to|that|"
        r"said|says|is|was|has|had|will)\b)"
        r"|\((?:(?:full|first|last|job|exact|correct) )?(?:name|surname|age|spelling|figure|number|source|quote|link|"
        r"caption|byline|amount|percentage|affiliation|reference|attribution|comment|response|title)s? "
        r"(?:to come|tk|missing|needed|to follow|to be (?:added|supplied|inserted|filled in)|goes here|here)\)"
    )


@cache
def _crosses() -> Pattern[str]:
    return pattern(
        r"(?<![\w.])(?:\d{4}-XX(?:-XX)?|20XX\b|XX?/XX?/(?:XX){1,2}|X{2,4}-X{2,4}-X{2,4}|aged XX\b|XX-year|"
        + _MONTH
        + r" XX\b|XX "
        + _MONTH
        + r"|XX(?:th|st)\b|[$€£]x{2,3}m?\b|[$€£]X{1,3}(?:[.,]X{1,3}){0,3}(?:\b|[kmbn]{1,2}\b)|X{2,3}%|XX{1,4} "
        + COUNTED
        + r"\b|XX:XX)"
        # "took X years", but neither Generation X people nor a Model X
        r"|(?<= (?:of|to|by|in|at) )X "
        + COUNTED
        + r"\b|(?<= (?:took|than|over|some|with|from|last|next|cost) )X "
        + COUNTED
        + r"\b|(?<= about )X "
        + COUNTED
        + r"\b"
    )


def blanks(text: str, folded: str) -> Iterator[Span]:
    """Fields, failed values and addresses of examples, kind by kind."""
    if not _SIGNS.isdisjoint(text):
        yield from (Span(*match.span()) for match in _fields().finditer(text))
    if "undefined" in folded or "NaN" in text:
        yield from (Span(*match.span()) for match in _no_value().finditer(text))
    if "example." in folded:
        yield from (Span(*match.span()) for match in _stand_ins().finditer(folded))


def missing_nouns(folded: str) -> Iterator[Span]:
    """Brackets that hold a word of a template: ``in (journal name) on Monday``, ``(name to come)``."""
    for match in _missing_nouns().finditer(folded):
        yield Span(folded.index("(", match.start()), match.end())


def crosses(text: str) -> Iterator[Span]:
    """XX for figures and dates: ``$XX million``, ``XX people``, ``2025-XX-XX``."""
    return (Span(*match.span()) for match in _crosses().finditer(text))
