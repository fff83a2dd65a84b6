"""WordPress exports (WXR): posts and pages, each an article; menus, pictures and the bin are left out."""

from __future__ import annotations

import re

from newslint.formats.compose import Piece, Story, language
from newslint.formats.feeds import title
from newslint.formats.xmltree import Element, day
from newslint.parts import Meta

_NO_TEXT = frozenset((
    "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request",
    "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation", "wp_font_family",
    "wp_font_face",
))  # fmt: skip
_GONE = frozenset(("trash", "auto-draft", "inherit"))
_PARAGRAPHS = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|figure|pre|section)\b|<!--\s*wp:", re.IGNORECASE)
_SHORTCODE = re.compile(r"\[(?=[^\]]{5})/?[a-z][\w-]{1,40}(?:\s[^\[\]<>]{0,2000})?/?\]")
"""``[gallery ids="1"]``: a call of a plug-in, no words. Long enough to put a comment of the same length there."""


def story_of(item: Element) -> Story | None:
    """The article in an item; None when it is none."""
    if item.said("post_type") in _NO_TEXT or item.said("status") in _GONE:
        return None
    pieces = title(item)
    body = next((at for at in item.children if at.local == "encoded" and not at.name.startswith("excerpt")), None)
    if body is not None and body.text.strip():
        text = body.text
        shown = _SHORTCODE.sub(lambda match: f"<!--{' ' * (len(match[0]) - 7)}-->", text)
        # Old posts have no paragraphs in their markup: WordPress makes them of blank lines, and so does Markdown.
        shape = "html" if _PARAGRAPHS.search(text) else "markdown"
        pieces.append(Piece(body.xpath, text, shape, line=body.line, read=shown))
    around = item.parent
    return Story(
        pieces,
        Meta(
            byline=item.said("creator"),
            date=day(item.said("post_date") or item.said("pubDate")),
            lang=language(around.said("language") if around is not None else ""),
        ),
    )
