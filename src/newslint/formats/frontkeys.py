"""What the keys of front matter say: the article's headline, date and other metadata, and which rules are off."""

from __future__ import annotations

from newslint.errors import did_you_mean
from newslint.formats.dates import iso
from newslint.formats.frontmatter import FrontMatter
from newslint.parts import Meta, Suppression
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Mapping, Sequence

FIELDS: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline", "title", "linktitle", "seo_title"),
    "dek": ("dek", "deck", "standfirst", "subtitle", "subhead", "subheadline", "description", "summary", "excerpt"),
    "byline": ("byline", "author", "authors", "contributors", "creator"),
    "date": ("date", "publishdate", "pubdate", "published", "published_at", "publishedat", "datepublished",
             "publish_date", "published_date", "publisheddate", "created", "created_at"),
    "updated": ("lastmod", "updated", "updateddate", "updated_at", "updatedat", "modified", "datemodified",
                "last_modified_at", "last_updated"),
    "lang": ("lang", "language", "locale"),
    "type": ("type", "article_type", "articletype", "genre"),
}  # fmt: skip
"""Keys, in lower case and in order of trust (Hugo, Jekyll, Astro, Eleventy, Docusaurus, Decap)."""

_LANGUAGES = {"english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "italian": "it",
              "portuguese": "pt", "dutch": "nl", "polish": "pl", "chinese": "zh", "japanese": "ja"}  # fmt: skip
_ORDERS = ("ignore", "reason")
_ALIKE = 0.82
"""How like a kind a word must be to be a slip for it: "opinon" is, "note" and "sports-report" are the house's own."""
KINDS = frozenset(
    "academic analysis brief changelog column comment commentary corrections court-report editorial essay explainer "
    "faq feature fiction guide how-to index interview legal letter listing live live-blog liveblog news news-brief "
    "newsletter nib obituary obituary-notice op-ed oped opinion page paper poem press-conference press-release profile "
    "q&a quiz recipe reference release review short speech sponsored sport study table tutorial".split()
)
"""What an article may call itself so that a profile or a built-in rule takes notice; in the plural, too."""
_OPINION = frozenset(("opinion", "opinions", "editorial", "editorials", "op-ed", "column", "columns", "commentary"))


def meta_of(front: FrontMatter, fields: Mapping[str, Sequence[str]] | None = None) -> tuple[Meta, dict[str, str]]:
    """What the keys say, and which key gave each field."""
    by_name: dict[str, str] = {}
    for key in front.values:
        by_name.setdefault(key.lower(), key)
    given: dict[str, str] = {}
    keys: dict[str, str] = {}
    for field in FIELDS:
        for name in (fields or {}).get(field, FIELDS[field]):
            key = by_name.get(name.lower(), "")
            value = front.values.get(key)
            said = iso(value) if field in ("date", "updated") else _said(value)
            if said:
                given[field], keys[field] = said, key
                break
    lang = given.get("lang", "").lower()
    given["lang"] = _LANGUAGES.get(lang, lang if pattern(r"[a-z]{2,3}(?:[-_]|$)").match(lang) else "")
    given["type"] = kind_of(given.get("type", ""))
    labels = {
        word.strip().lower()
        for name in ("category", "categories", "section", "tags")
        for word in _said(front.values.get(by_name.get(name, ""), "")).split(",")
    }
    if labels & _OPINION and given["type"] in ("", "post", "posts", "article", "page", "blog"):
        given["type"] = "opinion"
    return Meta(**given, raw=front.values, lines=front.spans), keys


def kind_of(said: str) -> str:
    """The kind of copy as rules and profiles know it: ``Press releases`` is ``press-release``."""
    kind = said.strip().lower().replace(" ", "-").replace("_", "-")
    return kind[:-1] if kind not in KINDS and kind.endswith("s") and kind[:-1] in KINDS else kind


def meant_kind(kind: str, others: Sequence[str] = ()) -> str:
    """The known kind for which this one is a slip; empty where it is known, or may be a word of the house's own."""
    known = [*sorted(KINDS), *others]
    if not kind or kind in known or any(other in kind for other in known):  # a preview is no review
        return ""
    from difflib import get_close_matches

    return "".join(get_close_matches(kind, known, n=1, cutoff=_ALIKE))


def undated(meta: Meta) -> str:
    """The key of front matter that should date the article and does not; empty where there is none."""
    from newslint.facts.calendar import parse_iso

    if parse_iso(meta.date):
        return ""
    keys = {key.lower(): key for key in meta.lines if isinstance(meta.raw.get(key), str) and meta.raw[key].strip()}
    return next((keys[name] for name in FIELDS["date"] if name in keys), "")


def _said(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return _said(value.get("name") or value.get("title") or "")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_said, value)))
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def suppressions_of(front: FrontMatter, length: int) -> Iterator[Suppression]:
    """``newslint: {ignore: [RULE, …], reason: …}`` in the front matter, and what else stands there."""
    if "newslint" not in front.values:
        return
    given = front.values["newslint"]
    span = front.spans.get("newslint", Span(0, front.body))
    if not isinstance(given, Mapping):
        flaw = "This switches nothing off: write newslint: {ignore: [RULE], reason: …}."
        yield Suppression((), span, "file", Span(0, length), flaw=flaw)
        return
    for key in given:
        if key not in _ORDERS:
            name = str(key)[:40]
            flaw = f"There is no key {name!r} here{did_you_mean(name, _ORDERS)}; there are ignore and reason."
            yield Suppression((), span, "file", Span(0, length), flaw=flaw)
    if "ignore" not in given:
        return
    names = given["ignore"]
    rules = (
        tuple(map(str, names)) if isinstance(names, list | tuple) else tuple(str(names or "").replace(",", " ").split())
    )
    yield Suppression(rules, span, "file", Span(0, length), str(given.get("reason") or ""), not rules)
