from __future__ import annotations

from newslint import Article, Edit, Fix, Hit, Iterator, Pattern, Span, cache, in_code, links, pattern, rule

_CHAT = ("chatgpt", "openai", "copilot", "perplexity", "gemini.google", "claude.ai", "grok.com", "deepseek", "mistral")


@cache
def _parameters() -> Pattern[str]:
    return pattern(
        r"(?i)(?<=[?&;])(?:utm_\w{1,30}|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid?|"
        r"yclid|twclid|ttclid|"
        r"_hsenc|_hsmi|mkt_tok|oly_(?:enc|anon)_id|vero_id|cmpid|srsltid|"
        r"referrer(?==(?:https?%3a%2f%2f)?grok))=[^&#\s;]{0,400}"
    )


@rule(
    "warning",
    wakes=[links],
    lang="any",
    not_types=["newsletter", "sponsored"],
    why="Wikipedia, signs of AI writing (utm_source); privacy of readers",
    exceptions="Code; newsletters and sponsored pieces, which count their readers on purpose.",
    bad=[
        "The plan is at https://site.test/a?<<utm_source=chatgpt.com>> in full.",
        "The plan is at https://site.test/b?id=3&<<fbclid=xyz>> in full.",
        "---\ntitle: Mill closes\n---\n\nThe mill closes in May, [<<a "
        "notice>>](https://site.test/c?utm_campaign=feed) says.",
    ],
    good=[
        "The plan is at https://site.test/a in full.",
        "The plan is at https://site.test/b?id=3 in full.",
    ],
    fixes="safe",
)
def tracking_parameter(article: Article) -> Iterator[Hit]:
    """A link carries marks that follow the reader.

    They are of no use to readers, tell where the link was copied, and break some pages. Take the marks off. Where the
    mark names a chat tool, open the page as well: the tool chose it, and may have misread it.
    """
    for link in links(article):
        marks = list(_parameters().finditer(link.url))
        if not marks or in_code(article, link.span):
            continue
        chat = any(name in mark.group().lower() for mark in marks for name in _CHAT)
        message = "Remove the tracking part" + (" - and open the link: a chat tool chose it." if chat else ".")
        if article.text[link.span.start : link.span.end] != link.url:
            yield Hit(link.span, message)
            continue
        first, last = (link.span.start + marks[0].start(), link.span.start + marks[-1].end())
        clean = _clean(link.url)
        fix = Fix(f"Link to {clean}", (Edit(link.span, clean),), safe=True)
        yield Hit(Span(first, last), message, fix=fix)


def _clean(url: str) -> str:
    """The address without the marks and without the separators that they leave."""
    bare = _parameters().sub("", url)
    bare = pattern(r"&{2,}").sub("&", bare)
    return pattern(r"\?&").sub("?", pattern(r"[?&]+(?=#|$)").sub("", bare))
