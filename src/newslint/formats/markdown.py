"""Markdown, GFM and MDX with front matter. Parsed by pulldown-cmark, which says of every event where it stands."""

from __future__ import annotations

from newslint.article import Article
from newslint.formats.comments import suppressions
from newslint.formats.dates import iso
from newslint.formats.events import EventReader, bare
from newslint.formats.frontkeys import meta_of, suppressions_of
from newslint.formats.frontmatter import FrontMatter, front_matter
from newslint.formats.prose import Prose
from newslint.formats.zones import Part, blocks_of
from newslint.lean import cache
from newslint.parts import Kind, Meta, Suppression, Zone
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Mapping, Pattern, Sequence

COPIED = 60
"""Letters and figures by which a summary is known to be a copy of the first paragraph."""
DEK_WORDS = 50
"""A summary of more words is an abstract, which no page shows under its headline."""


def read_markdown(
    source: str, *, path: str = "", mdx: bool = False, fields: Mapping[str, Sequence[str]] | None = None
) -> Article:
    """The article in a Markdown text. InputError when its front matter is broken."""
    prose = Prose(source)
    meta = Meta()
    switched_off: list[Suppression] = []
    body = 0
    front = front_matter(source, path)
    if front:
        body = front.body
        meta, keys = meta_of(front, fields)
        _titles(prose, front, keys)
        switched_off += suppressions_of(front, len(source))
    if not meta.date:
        meta = meta._replace(date=iso(path.rpartition("/")[2][:10]))
    reader = EventReader(prose, body, mdx=mdx, titled=bool(prose.parts and prose.parts[0].zone == "headline"))
    reader.read()
    text, runs = prose.text(), prose.runs()
    _weigh_dek(text, prose.parts)
    blocks = blocks_of(text, prose.parts)
    article = Article(
        source=source, text=text, runs=runs, blocks=blocks, path=path, format="mdx" if mdx else "markdown", meta=meta
    )
    article.context.markup_links = tuple(prose.links)
    if not meta.headline or not meta.byline:
        spoken = {b.zone: text[b.span.start : b.span.end] for _, b in article.zoned("headline", "byline")}
        article.meta = meta._replace(
            headline=meta.headline or spoken.get("headline", ""), byline=meta.byline or spoken.get("byline", "")
        )
    orders = sorted(reader.orders, key=lambda said: said.span)
    places = [article.to_source(part.span) for part in prose.parts] if orders else []
    article.suppressions = (*switched_off, *suppressions(orders, places, len(source)))
    return article


def _titles(prose: Prose, front: FrontMatter, keys: Mapping[str, str]) -> None:
    """Headline and dek of the front matter become the first blocks of the prose; summaries of its stories follow, in
    which leftovers are found and no more."""
    zones: tuple[tuple[str, Zone], ...] = (("headline", "headline"), ("dek", "dek"))
    for field, zone in zones:
        key = keys.get(field, "")
        value, span = front.values.get(key), front.spans.get(key)
        if not isinstance(value, str) or span is None:
            continue
        _write_value(prose, value, span)
        prose.titles[field] = value
        # A summary that fills several lines is an abstract for lists of articles, not a line of display type.
        abstract = key in ("excerpt", "summary") and "\n" in prose.source[slice(*span)]
        kind: Kind = "meta" if zone == "dek" else "heading"
        prose.end(kind, 1 if zone == "headline" else 0, "meta" if abstract else zone)
    for value, span in front.told:
        _write_value(prose, value, span)
        prose.end("meta", 0, "meta")


def _weigh_dek(text: str, parts: list[Part]) -> None:
    """A summary that is an abstract, or the opening over again, is no dek: the story would seem to repeat itself."""
    told = next((i for i, part in enumerate(parts) if part.zone == "dek"), -1)
    if told < 0:
        return
    dek = text[slice(*parts[told].span)]
    first = next((part.span for part in parts if part.kind == "paragraph" and part.zone is None), Span(0, 0))
    opening = text[first.start : min(first.end, first.start + 3 * COPIED)]
    if len(dek.split()) > DEK_WORDS or (opening and bare(opening).startswith(bare(dek)[:COPIED])):
        parts[told] = parts[told]._replace(zone="meta")


def _write_value(prose: Prose, value: str, span: Span) -> None:
    """Write a value word by word, so that each keeps its place in a value folded over lines or with escapes."""
    low, high = span
    if prose.source[low] in "\"'" and high - low > 1:
        low, high = low + 1, high - 1
    places: list[tuple[int, int]] = []
    for space in _spaces().finditer(prose.source, low, high):
        places.append((low, space.start()))
        low = space.end()
    places = [place for place in (*places, (low, high)) if place[0] < place[1]]
    if places and prose.source[places[0][0]] in "|>":
        del places[0]
    words = value.split()
    if len(words) != len(places):
        prose.inexact(value, *span)
        return
    for i, (start, end) in enumerate(places):
        if i:
            behind = places[i - 1][1]
            if prose.source[behind].isspace():
                prose.exact(behind, behind + 1)
            else:
                prose.gap(" ")
        prose.inexact(words[i], start, end)


@cache
def _spaces() -> Pattern[str]:
    """White space, and what stands for it in a value in double quotes."""
    return pattern(r"(?:\s|\\[\sntr])+")
