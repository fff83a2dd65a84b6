"""What the names of HTML elements, roles and classes stand for."""

from __future__ import annotations

from newslint.parts import Zone

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end."""
SKIPPED = frozenset(
    "script style noscript template nav footer aside form button select iframe svg math object canvas video audio "
    "dialog textarea head datalist menu".split()
)
"""Elements whose text is never the story's."""
BREAKS = frozenset(
    "p div section article main header footer aside nav ul ol li dl dt dd table thead tbody tr blockquote figure "
    "figcaption h1 h2 h3 h4 h5 h6 pre hr form address details summary fieldset body html caption center".split()
)
"""Elements that begin and end a block of text."""
IMPLIED = frozenset("p li dt dd tr td th option".split())
"""Elements that end where the next of their kind begins."""
_ROLES = frozenset("navigation banner complementary contentinfo search dialog alert menu toolbar".split())
_CLUTTER = frozenset(
    "ad ads advert adverts advertisement ad-slot ad-container sponsored sponsor promo promotion newsletter "
    "newsletter-signup signup related related-articles related-posts related-stories share sharing share-buttons "
    "social social-share social-links cookie cookie-banner cookie-notice breadcrumb breadcrumbs comments comment-list "
    "sidebar nav navbar menu navigation footer site-footer site-header popup modal subscribe recirc outbrain taboola "
    "most-read most-popular read-more read-next toc table-of-contents tags tag-list post-tags pagination pager "
    "visually-hidden sr-only screen-reader-text author-bio skip-link cta".split()
)
_NAMED: dict[str, Zone] = {
    "byline": "byline", "author": "byline", "article-author": "byline", "post-author": "byline", "dek": "dek",
    "deck": "dek", "standfirst": "dek", "subtitle": "dek", "subheadline": "dek", "article-dek": "dek",
    "article-subtitle": "dek", "post-subtitle": "dek", "caption": "caption", "wp-caption-text": "caption",
    "credit": "caption", "dateline": "dateline", "post-meta": "meta", "article-meta": "meta", "entry-meta": "meta",
    "timestamp": "meta", "published": "meta", "read-time": "meta", "reading-time": "meta",
}  # fmt: skip
"""Class names of content systems, with the zone they stand for."""


def is_clutter(tag: str, given: dict[str, str]) -> bool:
    """True for a hidden element and for one that a page puts round its stories: adverts, menus, sharing."""
    if "hidden" in given or given.get("aria-hidden", "").lower() == "true":
        return True
    if tag in ("html", "body", "article", "main") or "itemprop" in given:
        return False
    style = given.get("style", "")
    if style and "display:none" in style.replace(" ", "").lower():
        return True
    if given.get("role", "").lower() in _ROLES:
        return True
    names = f"{given.get('class', '')} {given.get('id', '')}".lower()
    return not names.isspace() and not _CLUTTER.isdisjoint(names.split())


def zone_of(tag: str, given: dict[str, str]) -> Zone | None:
    """The zone that an element's name or class stands for."""
    if tag == "figcaption" or tag == "caption":
        return "caption"
    if tag == "address":
        return "byline"
    names = given.get("class", "").lower()
    if names and tag in ("div", "p", "span", "section", "h2", "h3"):
        for name in names.split():
            if name in _NAMED:
                return _NAMED[name]
    return None
