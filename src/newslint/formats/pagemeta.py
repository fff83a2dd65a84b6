"""What an HTML page says about its article: JSON-LD, then microdata, then meta elements, then the visible page."""

from __future__ import annotations

from newslint.formats.dates import iso
from newslint.formats.nested import too_much
from newslint.parts import Meta
from newslint.typed import Any, Iterator, Mapping

_TYPES = {
    "newsarticle": "news", "reportagenewsarticle": "news", "analysisnewsarticle": "analysis",
    "opinionnewsarticle": "opinion", "backgroundnewsarticle": "explainer", "reviewnewsarticle": "review",
    "advertisercontentarticle": "advertisement", "satiricalarticle": "satire", "liveblogposting": "live",
    "blogposting": "", "article": "", "pressrelease": "press-release",
}  # fmt: skip
"""schema.org types, in lower case, with the kind of article they stand for."""
_METAS: Mapping[str, str] = {
    "og:title": "headline", "twitter:title": "headline", "parsely-title": "headline", "sailthru.title": "headline",
    "dc.title": "headline", "og:description": "dek", "description": "dek", "twitter:description": "dek",
    "sailthru.description": "dek", "author": "byline", "article:author": "byline", "parsely-author": "byline",
    "sailthru.author": "byline", "dc.creator": "byline", "article:published_time": "date", "parsely-pub-date": "date",
    "sailthru.date": "date", "dc.date": "date", "date": "date", "pubdate": "date", "article:modified_time": "updated",
    "og:updated_time": "updated", "lastmod": "updated",
}  # fmt: skip
_PROPERTIES: Mapping[str, str] = {
    "headline": "headline", "alternativeheadline": "dek", "description": "dek", "author": "byline",
    "datepublished": "date", "datemodified": "updated", "inlanguage": "lang",
}  # fmt: skip


class PageMeta:
    """Collects while the page is read; `meta` weighs what was found."""

    def __init__(self) -> None:
        self.raw: dict[str, Any] = {}
        self.lang = ""
        self.time = ""
        self._linked: list[str] = []
        self._is_data = False
        self._in_title = False
        self._title: list[tuple[int, int]] = []
        self._properties: dict[str, str] = {}

    def element(self, tag: str, given: Mapping[str, str]) -> None:
        """See a start tag."""
        self._is_data = tag == "script" and given.get("type", "").strip().lower() == "application/ld+json"
        if self._is_data:
            self._linked.append("")
        self._in_title = tag == "title" and not self._title
        if tag == "html":
            self.lang = given.get("lang", given.get("xml:lang", ""))
        elif tag == "meta":
            name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            if name and given.get("content"):
                self.raw.setdefault(name, given["content"])
        elif tag == "time" and given.get("datetime") and not self.time:
            self.time = given["datetime"]
        for name in given.get("itemprop", "").lower().split():
            value = given.get("content") or given.get("datetime")
            if name in _PROPERTIES and value:
                self._properties.setdefault(_PROPERTIES[name], value)

    def data(self, text: str, at: int) -> bool:
        """Take the text of a script or title; False when it is somebody else's."""
        if self._is_data:
            self._linked[-1] += text
        elif self._in_title:
            self._title.append((at, at + len(text)))
        else:
            return False
        return True

    def title_span(self, source: str) -> tuple[int, int]:
        """Where the page's title stands, without the site's name behind a bar or dash."""
        if not self._title:
            return 0, 0
        low, high = self._title[0][0], self._title[-1][1]
        title = source[low:high]
        for bar in (" | ", " — ", " – ", " - ", " :: "):
            cut = title.rfind(bar)
            if cut > 0 and len(title[:cut].split()) >= 3:
                title = title[:cut]
                break
        bare = title.strip()
        low += title.index(bare)
        return low, low + len(bare)

    def meta(self, headline: str, dek: str, byline: str) -> Meta:
        """The answer, given what the visible page shows."""
        linked, kind = self._from_linked()
        found: dict[str, str] = {}
        metas = {field: self.raw[name] for name, field in reversed(list(_METAS.items())) if name in self.raw}
        for given in (linked, self._properties, metas):
            for field, value in given.items():
                found.setdefault(field, value)
        lang = found.get("lang") or self.lang
        return Meta(
            headline=headline or found.get("headline", ""),
            dek=dek or found.get("dek", ""),
            byline=byline or found.get("byline", ""),
            date=iso(found.get("date", "")) or iso(self.time),
            updated=iso(found.get("updated", "")),
            lang=lang.strip().lower() if lang[:2].isalpha() else "",
            type=kind,
            raw=self.raw,
        )

    def _from_linked(self) -> tuple[dict[str, str], str]:
        import json

        for text in self._linked:
            try:
                known = json.loads(text)
            except (ValueError, RecursionError):
                continue
            if too_much(known):
                continue
            for item in _items(known):
                names = item.get("@type", "")
                kinds = [str(name).lower() for name in (names if isinstance(names, list) else [names])]
                kind = next((k for k in kinds if k in _TYPES), None)
                if kind is None:
                    continue
                self.raw.update({key: value for key, value in item.items() if key not in self.raw})
                fields = {"headline": "headline", "description": "dek", "author": "byline", "datePublished": "date",
                          "dateModified": "updated", "inLanguage": "lang"}  # fmt: skip
                said = {field: _said(item[key]) for key, field in fields.items() if key in item}
                return {field: value for field, value in said.items() if value}, _TYPES[kind]
        return {}, ""


def _items(known: Any) -> Iterator[Mapping[str, Any]]:
    """Every typed item of a JSON-LD document, at most two levels down."""
    for item in known if isinstance(known, list) else [known]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph", ())
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return value if isinstance(value, str) else ""
