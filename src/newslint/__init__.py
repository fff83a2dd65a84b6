"""newslint: what a strict news editor would mend before an article is published.

Checks and plug-ins import from here only. Names are loaded when first asked for, so that starting costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

api = 1
"""The plug-in interface's version."""

if TYPE_CHECKING:
    from newslint.article import PROSE, Article, Block, Meta, Run, Sentence
    from newslint.data import word_list
    from newslint.errors import ConfigError, InputError, NewslintError, RuleError
    from newslint.facts import fact, phrases
    from newslint.facts.attribution import Attribution, Source, attributions, sourced_sentences, sources
    from newslint.facts.claims import Claim, claims
    from newslint.facts.dates import Date, dates
    from newslint.facts.figures import Figure, figures
    from newslint.facts.masks import masks
    from newslint.facts.names import Entity, Name, name_table, names
    from newslint.facts.quotes import Quotation, quotations
    from newslint.finding import Edit, Finding, Fix, Severity
    from newslint.rule import Hit, Rule, rule
    from newslint.text.inflect import forms
    from newslint.text.phrases import PhraseHit
    from newslint.text.span import Span, covering, merged

_HOMES = {
    "article": "PROSE Article Block Meta Run Sentence",
    "data": "word_list",
    "errors": "ConfigError InputError NewslintError RuleError",
    "facts": "fact phrases",
    "facts.attribution": "Attribution Source attributions sourced_sentences sources",
    "facts.claims": "Claim claims",
    "facts.dates": "Date dates",
    "facts.figures": "Figure figures",
    "facts.masks": "masks",
    "facts.names": "Entity Name name_table names",
    "facts.quotes": "Quotation quotations",
    "finding": "Edit Finding Fix Severity",
    "rule": "Hit Rule rule",
    "text.inflect": "forms",
    "text.phrases": "PhraseHit",
    "text.span": "Span covering merged",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [  # noqa: PLE0604, RUF022
    *_HOME,
    "__version__",
    "api",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"newslint.{_HOME[name]}"), name)
    globals()[name] = value
    return value
