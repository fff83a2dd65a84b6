"""From a hit to a finding: silenced where the words are not the writer's, weighed by its place, with line and column.

Rules speak in offsets of the prose; here they become places in the source.
"""

from __future__ import annotations

from bisect import bisect_right

from newslint.article import Article
from newslint.facts.voice import masks, retold_masks
from newslint.finding import Edit, Finding, Fix, Place, Severity
from newslint.named import NamedTuple
from newslint.parts import Zone
from newslint.rules import Hit, Rule, families
from newslint.suppress import Complaint
from newslint.text.span import Span, covering
from newslint.typed import Literal, Sequence

EXCERPT = 200
"""Code points of prose that a finding shows at most."""

_WORDING = families("wording")

_RESTORING = frozenset(("broken-text",))
"""Rules whose fixes may work inside a quotation: they bring back the characters that were there."""

_BLATANT = frozenset(("hype-adjective", "importance-inflation"))
"""Rules whose sure words are the writer's choice also where somebody's speech is retold."""

_LEDE = 320
"""Code points of a first paragraph that are its lede; an article in one paragraph is not all lede."""


class PendingHit(NamedTuple):
    """A doubtful hit, of which the company that it is in will make a finding or not."""

    rule: Rule
    severity: Severity
    """As configured."""
    hit: Hit


def take(
    article: Article,
    rule: Rule,
    severity: Severity,
    hits: Sequence[Hit],
    found: list[Finding],
    doubtful: list[PendingHit],
) -> None:
    """Add the hits of one rule, less those on words that are not the writer's, to the findings; hold the doubtful ones
    back, which most articles have no use for. ValueError, and nothing is added, when a hit lies outside the article."""
    last = len(article.text)
    for hit in hits:
        start, end = hit.span
        if not 0 <= start <= end <= last:
            raise ValueError(f"it found something at {start}-{end} of a text of {last}")
    silent: Sequence[Span] = masks(article) if rule.masked else ()
    retold = retold_masks(article) if rule.masked and rule.family in _WORDING else silent
    blatant = rule.name in _BLATANT
    for hit in hits:
        others = silent if blatant and hit.severity != "doubtful" else retold
        if others and hit.scope in ("span", "sentence") and _is_masked(others, hit.span):
            continue
        if hit.severity == "doubtful":
            doubtful.append(PendingHit(rule, severity, hit))
        else:
            found.append(finding_of(article, rule, severity, hit))


def _is_masked(silent: Sequence[Span], span: Span) -> bool:
    i = covering(silent, span.start, span.start + 1)
    return i >= 0 and (span.end <= silent[i].end or span.start > silent[i].start)


def finding_of(article: Article, rule: Rule, severity: Severity, hit: Hit) -> Finding:
    """The finding that a hit comes to."""
    if hit.scope == "document" and _below_the_first_line(article, hit.span):
        hit = hit._replace(span=article.top)
    span, message, of_its_own, scope, also_here, see, fix, key, shown = hit
    zone = article.blocks[article.block_at(span.start)].zone if article.blocks else None
    level = severity if of_its_own is None else _severity_of(rule, severity, of_its_own)
    family = rule.family
    if severity == rule.severity:
        if family in _WORDING:
            level = _in_this_text(article, level, zone, hit)
        elif family == "specificity" and level == "warning":
            level = _of_own(article)
    start, end = shown or span
    at = article.to_source(shown or span)
    line, column, end_line, end_column = article.positions(at)
    return Finding(
        rule=rule.name,
        family=family,
        severity=level,
        message=message if message.isprintable() else _on_one_line(message),
        path=article.path,
        span=at,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=article.text[start : min(end, start + EXCERPT)],
        scope=scope,
        zone=zone,
        prose=span,
        related=_related(article, hit) if also_here or see else (),
        fix=fix and _fix(article, rule, fix),
        key=key,
    )


def _below_the_first_line(article: Article, span: Span) -> bool:
    """True for a place where nobody looks for what is said of the whole article."""
    if not article.sentences:
        return False
    first = article.to_source(article.sentences[0].span).start
    here = article.to_source(span).start
    return here > first and article.position(here)[0] > article.position(first)[0]


def _on_one_line(message: str) -> str:
    """The message without the line ends that words of the article brought into it."""
    return " ".join(map(str.strip, message.splitlines()))


def _in_this_text(article: Article, level: Severity, zone: Zone | None, hit: Hit) -> Severity:
    """Wording weighs more at the top of a report, and is the writer's own in a text that says I or we."""
    raised = level == "info" and hit.scope == "span" and _at_the_top(article, zone, hit.span)
    if level == "error" or (level == "info" and not raised):
        return level
    return _of_own(article)


def _of_own(article: Article) -> Severity:
    """Advice in an essay, whose writer answers for its words, else a warning."""
    from newslint.facts.own_voice import essay

    return "info" if essay(article) else "warning"


def _at_the_top(article: Article, zone: Zone | None, span: Span) -> bool:
    if zone != "lede":
        return zone == "headline"
    return span.start - article.blocks[article.block_at(span.start)].span.start < _LEDE


def _severity_of(rule: Rule, configured: Severity, of_its_own: Severity | Literal["doubtful"]) -> Severity:
    """A hit's own severity counts unless the user set the rule's severity by hand."""
    if of_its_own == "doubtful":
        return "info" if configured == "info" and rule.severity != "info" else "warning"
    return of_its_own if configured == rule.severity else configured


def _related(article: Article, hit: Hit) -> tuple[Place, ...]:
    places = []
    for span in hit.also_here:
        at = article.to_source(span)
        places.append(Place("also-here", at, *article.position(at.start)))
    for span, message in hit.see:
        at = article.to_source(span)
        places.append(Place("see", at, *article.position(at.start), _on_one_line(message)))
    return tuple(places)


def _fix(article: Article, rule: Rule, fix: Fix) -> Fix | None:
    """The fix in source offsets; none when it would cut through markup or change what somebody is quoted as saying."""
    if not all(article.one_run(edit.span) for edit in fix.edits):
        return None
    if rule.name not in _RESTORING and any(_in_quotation(article, edit.span) for edit in fix.edits):
        return None
    return fix._replace(edits=tuple(Edit(article.to_source(edit.span), edit.text) for edit in fix.edits))


def _in_quotation(article: Article, span: Span) -> bool:
    """True when the span touches words in a quotation, and does not hold the quotation whole."""
    from newslint.facts.quote_marks import quoted

    marked = quoted(article)
    i = bisect_right(marked, span.start, key=lambda q: q.span.start) - 1
    return any(
        span.start < q.inner.end and q.inner.start < max(span.end, span.start + 1)
        and not (span.start <= q.span.start and q.span.end <= span.end)
        for q in marked[max(i, 0) : bisect_right(marked, span.end, key=lambda q: q.span.start)]
    )  # fmt: skip


def complaints_of(article: Article, complaints: Sequence[Complaint], severity: Severity) -> list[Finding]:
    """Findings about suppressions, which stand in the source and not in the prose."""
    out = []
    for span, message, of_its_own in complaints:
        excerpt = article.source[span.start : min(span.end, span.start + EXCERPT)]
        line, column, end_line, end_column = article.positions(span)
        out.append(
            Finding(
                rule="unused-suppression",
                family="lint",
                severity=of_its_own or severity,
                message=message,
                path=article.path,
                span=span,
                line=line,
                column=column,
                end_line=end_line,
                end_column=end_column,
                excerpt=excerpt,
                scope="span",
                zone="meta",
                prose=Span(0, 0),
                key=excerpt,
            )
        )
    return out
