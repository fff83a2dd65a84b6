"""Lists of names beside their number, in more places than `lists` looks at, and numbered items under a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newslint.article import Article
from newslint.facts.arithmetic import Clash
from newslint.facts.changes import figures_by_sentence
from newslint.facts.figures import Figure, figures
from newslint.text.pattern import pattern
from newslint.text.span import Span

_NO_LIST = frozenset(
    "in at for after over within during by with across on of than from between every all per under until about".split()
)
"""Words before a number that say that what follows is no list of so many."""
_NO_NOUNS = frozenset(
    "days years weeks months hours minutes times points votes goals percent miles people metres kilometres seconds "
    "games matches decades degrees dollars pounds euros".split()
)
_COUNTED = frozenset(
    "ways tips reasons things steps lessons ideas rules signs mistakes facts questions myths tricks hacks habits "
    "places dishes books films trends takeaways benefits secrets recipes foods apps gadgets strategies "
    "recommendations".split()
)
_BOTH = frozenset(("both",))
_PARTY = r"\b[RDI]-[A-Z]"
"""``Ana Ruiz, R-Fla.``: what stands between two commas is no name."""
_MARKED = r"(?:#+ |\*\*)?(\d{1,2})[.)] "
_FARTHEST = 1000
"""Code points behind a number within which its list has an "and"; sentences without end stay cheap."""


@cache
def _listed() -> re.Pattern[str]:
    """A noun in the plural, a comma or a colon, and names."""
    item = r"(?:the |The )?[A-Z][\w'’.-]*(?: (?:of |the |de |on |and the )?[A-Z][\w'’.-]*){0,3}"
    return pattern(
        rf"(?P<noun>(?: [a-z][a-z'-]*){{0,4}} [a-z-]+s|(?: of (?:the|its|their|his|her) [a-z-]+s)| [a-z]+ren)"
        rf"(?: (?:this|last|next) (?:year|week|month|season|summer|winter|spring|autumn))?(?P<open>, |: )"
        rf"(?P<list>{item}(?:, {item}){{0,9}},? and {item})(?P<close>[,.;)]| -| –)"
    )


def listed(article: Article) -> Iterator[Clash]:
    """``three of the suspects, Leo Marsh and Dan Price,``; ``both countries, Peru, Chile and Bolivia,``."""
    words = article.words
    for i, here in figures_by_sentence(article).items():
        end = article.sentences[i].span.end
        for figure in here:
            if figure.kind == "count" and 2 <= figure.value <= 12 and not figure.about and not figure.high:
                yield from _names(article, figure.span, figure.value, end)
    for k in article.where(_BOTH):
        sentence = article.sentence_at(words.starts[k])
        if sentence:
            yield from _names(article, Span(words.starts[k], words.ends[k]), 2, sentence.span.end)


def _names(article: Article, span: Span, value: float, end: int) -> Iterator[Clash]:
    if article.text.find(" and ", span.end, min(end, span.end + _FARTHEST)) < 0:
        return
    words = article.words
    k = words.at(span.start)
    match = _listed().match(article.text, span.end, end)
    if match is None or (k and words.folded[k - 1] in _NO_LIST and words.starts[k] - words.ends[k - 1] == 1):
        return
    noun = match["noun"].split()[-1]
    if noun in _NO_NOUNS or noun.endswith(("ss", "us", "'s")) or "and" in match["noun"].split():
        return
    names = re.split(r",? and (?!the )|, | and (?=the [A-Z])", match["list"])
    if pattern(_PARTY).search(match["list"]):
        return
    if len(names) == 2 and match["open"] == ", " and match["close"] not in (",", "."):
        return
    if match["close"] == "," and article.text[match.end() : match.end() + 5] in (" and ", " amon"):
        return
    if len(names) != value:
        said = f"The list has {len(names)}, the text says {article.text[span.start : span.end]}."
        yield Clash(span, said, ((Span(match.start("list"), match.end("list")), "list"),))


def numbered(article: Article) -> Iterator[Clash]:
    """``Five reasons to …`` over items that are numbered from 1 to 4."""
    head = next((block.span for _, block in article.zoned("headline")), None)
    if head is None:
        return
    counted = [f for f in figures(article) if f.kind == "count" and 3 <= f.value <= 30 and f.span.within(head)]
    if len(counted) != 1 or not _opens(article, counted[0], head):
        return
    items = _items(article)
    figure = counted[0]
    if len(items) >= 3 and items == list(range(1, len(items) + 1)) and len(items) != figure.value:
        yield Clash(figure.span, f"The headline says {figure.text}, the text has {len(items)}.")


def _opens(article: Article, figure: Figure, head: Span) -> bool:
    """The number and its noun stand at the head of the headline: ``5 easy ways to …``."""
    after = article.words.folded[figure.words[1] + 1 : figure.words[1] + 4]
    return figure.span.start - head.start < 12 and not figure.about and bool(_COUNTED & set(after))


def _items(article: Article) -> list[int]:
    """The numbers with which paragraphs, headings and items of the article begin, in order."""
    found = []
    source = article.source
    for line in source.splitlines():
        match = pattern(_MARKED).match(line.lstrip())
        if match:
            found.append(int(match[1]))
    return found
