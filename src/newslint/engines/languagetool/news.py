"""Which of LanguageTool's remarks stand in news copy: slips, and neither names, nor dialect, nor taste."""

from __future__ import annotations

from newslint.article import Article
from newslint.engines.languagetool import Match, proofread
from newslint.facts.names import names
from newslint.text.span import Span, covering
from newslint.typed import Iterator, Sequence

GRAMMAR = frozenset(("GRAMMAR", "CONFUSED_WORDS", "TYPOS", "COLLOCATIONS", "NONSTANDARD_PHRASES", "MISC"))
"""LanguageTool's categories that hold slips. The rest (punctuation, casing, compounds, variants) is house style."""

NOT_NEWS = (
    "MERCEDES_BENZ", "DECISION_MAKING", "CA_DUTY_FREE", "THE_SUPERLATIVE", "POSSESSIVE_APOSTROPHE", "LISTEN_TO_MOVIES",
    "EN_WORD_COHERENCY", "EN_COMPOUNDS", "OXFORD_SPELLING", "EN_DIACRITICS", "DIACRITICS", "CONDITIONAL_CLAUSE",
    "GRADUATE_FROM",
)  # fmt: skip
"""Rules, by how their ids begin, that prefer one usage to another where both are in order, or that nouns mislead."""

HOUSE_STYLE = ("_HYPHEN", "_COMPOUNDS")
"""How the ids of rules end that join words, which every house does in its own way."""


def grammar_matches(article: Article, off: Sequence[str] = ()) -> Iterator[Match]:
    """The slips of grammar, in order. Unavailable when there is no engine. `off`: LanguageTool's rule ids."""
    named = [name.span for name in names(article)]
    for match in proofread(article):
        if match.misspelling or match.display or match.category not in GRAMMAR or match.rule in off:
            continue
        if match.rule.startswith(NOT_NEWS) or match.rule.endswith(HOUSE_STYLE) or _inside(named, match.span):
            continue
        yield match


def _inside(spans: Sequence[Span], span: Span) -> bool:
    i = covering(spans, *span)
    return i >= 0 and span.within(spans[i])
