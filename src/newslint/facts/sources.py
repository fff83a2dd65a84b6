"""Sources: everybody whom the article quotes or cites, with all mentions of one joined."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import Attribution, attributions, sourced_sentences
from newslint.facts.cues import vocabulary
from newslint.facts.names import Name, name_starts, name_table, names
from newslint.facts.speakers import SOURCED, SourceClass
from newslint.named import NamedTuple
from newslint.text.span import Span


class Source(NamedTuple):
    """One source of the article, all its mentions joined."""

    name: str
    source_class: SourceClass
    role: str
    mentions: tuple[Span, ...]


@fact
def sources(article: Article) -> tuple[Source, ...]:
    """Who is quoted or cited, each once, in order of first mention; mentions are joined by name, role and pronoun."""
    table = name_table(article)
    owners = names(article)
    starts = name_starts(article)
    rows: dict[tuple[str, object], list[Attribution]] = {}
    roles = vocabulary().role
    person: tuple[str, object] | None = None
    body: tuple[str, object] | None = None
    for attribution in attributions(article):
        if attribution.source is None or attribution.carried or attribution.source_class == "none":
            continue
        key = _identity(attribution, owners, starts, person, body)
        if attribution.source_class == "person" or attribution.head in roles:
            person = key
        if attribution.source_class == "organisation":
            body = key
        rows.setdefault(key, []).append(attribution)
    out = []
    for (kind, what), group in rows.items():
        first = group[0].source
        assert first is not None
        entity = table[what] if kind == "name" and isinstance(what, int) else None
        out.append(
            Source(
                entity.name if entity else article.one_line(first),
                group[0].source_class,
                entity.role if entity else "",
                tuple(dict.fromkeys([a.source for a in group if a.source is not None])),
            )
        )
    return tuple(out)


def _identity(
    attribution: Attribution,
    owners: tuple[Name, ...],
    starts: list[int],
    person: tuple[str, object] | None,
    body: tuple[str, object] | None,
) -> tuple[str, object]:
    """What joins the mentions of one source: its row in the name table, or its chief word."""
    span, head = attribution.source, attribution.head
    assert span is not None
    if head in ("he", "she", "who") and person is not None:
        return person
    if (head == "it" or head in ("company", "firm", "ministry", "agency")) and body is not None:
        named = bisect_left(starts, span.start) < bisect_left(starts, span.end)
        if not named:
            return body
    held = owners[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    if held and attribution.source_class in SOURCED:
        by_kind = {name.kind: name for name in reversed(held)}
        chosen = by_kind.get("person") or by_kind.get("organisation") or held[0]
        return "name", chosen.entity
    return attribution.source_class, head


_DEEDS = frozenset(("act", "stance"))


@fact
def answered_sentences(article: Article) -> frozenset[int]:
    """Sentences whose source can tell what others think and want: it speaks there or right behind, in the paragraph or
    in its own words.

    Whoever backs a motion or criticises a plan says nothing of why others did so.
    """
    found: set[int] = set()
    for index, source in sourced_sentences(article).items():
        if source.kind in _DEEDS and not (source.quoted or source.carried):
            continue
        found.add(index)
        if index and not source.carried:
            beside = article.sentences[index - 1].block == article.sentences[index].block
            found.update([index - 1] if beside or source.quoted else ())
    return frozenset(found)
