"""Support: whether a rank or superlative is measured and bounded, sourced or linked; also `clause_of` and `inside`,
which look round a place."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts.attribution import sourced_sentences
from newslint.facts.dates import dates
from newslint.facts.figures import figures
from newslint.facts.links import links
from newslint.facts.names import names
from newslint.lean import attrgetter, cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern, Protocol, Sequence, TypeVar


class Placed(Protocol):
    """Whatever stands at a place of the text."""

    @property
    def span(self) -> Span: ...


F = TypeVar("F", bound=Placed)
_start = attrgetter("span.start")

_MEASURE = frozenset(
    "revenue revenues sales turnover value volume assets market capitalisation capitalization number capacity output "
    "population length height weight area size share units users circulation membership production income profit votes "
    "seats points goals wins audience ratings tonnage deaths passengers customers employees staff headcount "
    "exports".split()
)
_LONGEST = 400
"""Code points that a clause reaches to either side at most."""
_OPENS = 40
"""Code points within which the next sentence must name its source to carry a superlative before it."""
_FEW = 10
"""A count below this is spelled out, and measures nothing."""
_SET = frozenset("of since in among outside for after between across until before".split())


@cache
def _clause_end() -> Pattern[str]:
    return pattern(r"[;:]|\s[-–—]+\s|—|,? (?:while|but|although|though|whereas|which|who|whose)\b")


def clause_of(article: Article, span: Span) -> Span:
    """The clause that holds the span: its sentence cut at ``;``, ``:``, dashes, relatives, "while" and "but"."""
    sentence = article.sentence_at(span.start)
    whole = sentence.span if sentence else article.blocks[article.block_at(span.start)].span
    start, end = max(whole.start, span.start - _LONGEST), min(whole.end, span.end + _LONGEST)
    for cut in _clause_end().finditer(article.folded, start, end):
        if cut.end() <= span.start:
            start = cut.end()
        elif cut.start() >= span.end:
            end = cut.start()
            break
    return Span(start, end)


def part_of(article: Article, span: Span) -> Span:
    """The part of the clause between commas that holds the span: a figure beyond them is of something else
    (``the first anywhere to swim, it weighs 11 grams``)."""
    clause, text = clause_of(article, span), article.text
    start = text.rfind(", ", clause.start, span.start) + 1 or clause.start
    end = text.find(", ", span.end, clause.end)
    return Span(start, end if end >= 0 else clause.end)


def supported(article: Article, span: Span, within: Span | None = None) -> bool:
    """True when the rank or superlative at `span` is measured and bounded (in its clause; where `within` is given,
    there, and by more than a few), sourced, or linked."""
    if _sourced(article, span):
        return True
    clause = within or clause_of(article, span)
    if inside(links(article), clause):
        return True
    measured = measured_by_figure(article, clause, span) if within else _measured(article, clause, span)
    return measured and _bounded(article, clause, span)


def inside(facts: Sequence[F], reach: Span) -> Sequence[F]:
    """The facts (given in order of place) that start within the reach."""
    first = bisect_left(facts, reach.start, key=_start)
    return facts[first : bisect_left(facts, reach.end, lo=first, key=_start)]


def _sourced(article: Article, span: Span) -> bool:
    i = article.sentence_index(span.start)
    sourced = sourced_sentences(article)
    if i < 0:  # a headline's, which the text repeats on somebody's word
        word = article.folded[slice(*span)].rpartition(" ")[2]
        again = article.sentence_indexes([article.words.starts[k] for k in article.where(frozenset((word,)))])
        return any(at in sourced for at in again)
    if i in sourced:
        return True
    following = article.sentences[i + 1 : i + 2]
    if not following or following[0].block != article.sentences[i].block or i + 1 not in sourced:
        return False
    source = sourced[i + 1].source
    return source is not None and source.start - following[0].span.start < _OPENS


def _measured(article: Article, clause: Span, span: Span) -> bool:
    words = article.words
    near = words.between(*clause)
    if any(words.folded[i] == "by" and words.folded[i + 1] in _MEASURE for i in near[:-1]):
        return True
    return any(f.kind not in ("rank", "age") and not f.span.overlaps(span) for f in inside(figures(article), clause))


def measured_by_figure(article: Article, reach: Span, span: Span) -> bool:
    """True when a figure that could measure what is said at `span` stands within the reach: no rank, no age, and no few
    of something (``after the sale of two warehouses``)."""
    return any(
        f.kind not in ("rank", "age") and not f.span.overlaps(span) and not (f.kind == "count" and f.value < _FEW)
        for f in inside(figures(article), reach)
    )


def _bounded(article: Article, clause: Span, span: Span) -> bool:
    if any(d.kind != "vague" for d in inside(dates(article), clause)):
        return True
    words = article.words
    if not _SET.isdisjoint(words.folded[words.at(span.end) : words.at(clause.end)]):
        return True
    return bool(inside(names(article), Span(clause.start, span.start)))


def names_instance(said: str) -> bool:
    """True of words that give what is counted a name or a figure, or open with a colon; "including climate change and
    disease" is no instance of "various factors" that anybody can look up."""
    return said.startswith(":") or any(map(str.isupper, said)) or any(map(str.isdigit, said))
