"""Grammar and spelling by LanguageTool: what it says of an article's own words, in the article's dialect.

`engine` is the server and the way to it, `text` what goes over the wire, `news` which remarks stand in news copy.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.data import spelling_pairs
from newslint.engines.languagetool.engine import Setup, engine_of, setup_of
from newslint.engines.languagetool.text import Unit, units
from newslint.facts import fact
from newslint.facts.quote_marks import quoted
from newslint.named import NamedTuple
from newslint.text.span import Span, covering, merged
from newslint.typed import Sequence

_DIALECTS = frozenset(("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA"))
_BRITISH = frozenset(("en-IE", "en-IN", "en-UK", "en-MT", "en-HK", "en-SG"))


class Match(NamedTuple):
    """What LanguageTool says of a stretch of the article's own words, in offsets of `Article.text`."""

    span: Span
    rule: str
    """LanguageTool's rule id: ``MODAL_OF``."""
    category: str
    kind: str
    """LanguageTool's issue type."""
    message: str
    replacements: tuple[str, ...]
    display: bool
    """In a heading, whose grammar is its own."""
    opens: bool
    """At the start of its sentence, where every word has a capital."""

    @property
    def misspelling(self) -> bool:
        """True when the engine does not know the word at all."""
        return self.rule.startswith("MORFOLOGIK_RULE") or self.rule.startswith("HUNSPELL_RULE")


@fact
def proofread(article: Article) -> tuple[Match, ...]:
    """Everything LanguageTool finds outside quotations, in order of place. Unavailable when there is no engine."""
    setup = setup_of(article.context.languagetool)
    engine = engine_of(setup)
    asked = list(units(article))
    answers = engine.ask(asked, dialect(article, setup))
    silent = merged([q.span for q in quoted(article)])
    found = []
    for unit, told in zip(asked, answers, strict=True):
        for remark in told:
            span = Span(unit.span.start + remark.start, unit.span.start + remark.end)
            if covering(silent, *span) < 0 and not any(a < remark.end and remark.start < b for a, b in unit.hidden):
                opens = not any(c.isalnum() for c in unit.text[: remark.start])
                found.append(Match(span, *remark[2:], unit.display, opens))
    return tuple(found)


def known_elsewhere(article: Article, words: Sequence[str]) -> frozenset[str]:
    """Those of the words that the other English knows: variants, which are not misspelt."""
    setup = setup_of(article.context.languagetool)
    other = "en-US" if dialect(article, setup) == "en-GB" else "en-GB"
    asked = [Unit(Span(0, len(word)), word, True) for word in words]
    answers = engine_of(setup).ask(asked, other)
    return frozenset(
        word
        for word, told in zip(words, answers, strict=True)
        if not any(remark.rule.startswith(("MORFOLOGIK_RULE", "HUNSPELL_RULE")) for remark in told)
    )


def dialect(article: Article, setup: Setup) -> str:
    """The article's English: as it states, as configured, or as most of its spellings have it."""
    stated = article.meta.lang.replace("_", "-")
    for name in (stated[:2].lower() + stated[2:].upper(), setup.language):
        if name in _DIALECTS:
            return name
        if name in _BRITISH:
            return "en-GB"
    words = set(article.words.folded)
    british = sum(pair[0] in words for pair in spelling_pairs())
    american = sum(pair[1] in words for pair in spelling_pairs())
    return "en-GB" if british > american else "en-US"
