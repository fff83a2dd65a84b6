from __future__ import annotations

from newslint import (
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    covering,
    in_code,
    is_quoted,
    pattern,
    phrases,
    rule,
)

_LITERALS = {
    "": ("oaicite", "contentreference", "turn0", "turn1", "turn2", "attributableindex", "filecite", "navlist",
         "【", "†"),
    "_": ("oai_citation", "grok_card", "attached_file", "[span_", "source_group"),
    "[": ("[cite",),
    "+": ("+1", "+2", "+3", "+4", "+5"),
}  # fmt: skip
"""One of these stands in every match; by a rare mark that they hold, which is looked for first."""


@cache
def _debris() -> Pattern[str]:
    return pattern(
        r":{0,2}contentreference\[oaicite:\d{0,6}\]\{index=\d{1,6}\}"
        r"|\[?oai_citation[:‡†]?\d{0,4}(?:[‡†:][^\s\])]{0,120})?\]?(?:\([^\s)]{0,300}\))?"
        r"|[\ue200-\ue2ff]?(?:cite|filecite|navlist)?[\ue200-\ue2ff]?turn\d{1,3}(?:search|view|news|image|file|"
        r"fetch|academia|reddit|forecast|finance|sports)\d{1,3}"
        r"(?:[\ue200-\ue2ff,]{0,2}turn\d{1,3}(?:search|view|news|image|file|fetch|academia|"
        r"reddit)\d{1,3}){0,20}[\ue200-\ue2ff]?"
        r"|【\d{1,4}(?::\d{1,4})?†[^】\n]{0,120}】|\[\d{1,4}†[^\]\n]{0,80}\]"
        r"|\[cite(?:_start|_end|: ?\d{1,4}(?:[,-] ?\d{1,4}){0,20})?\]"
        r"|</?grok[:_]?(?:render|card)[^>\n]{0,200}>?|grok_card\w{0,40}"
        r"|\(?\[?\{?\"?attributableindex\"?:? ?\"?[\d-]{0,12}\"?\}?\]?\)?"
        r"|\[?attached_file(?::\d{1,4})?\]?|\[span_\d{1,4}\]\((?:start|end)_span\)"
        r"|oaicite:?\d{0,6}"
    )


@cache
def _chips() -> Pattern[str]:
    """ "... on Monday. Reuters+2AP News+1": names of sources with the number of further ones behind them."""
    return pattern(r"(?<=[.!?\"”’)] )(?:[A-Z][\w.&’'-]{1,30}(?: [A-Z][\w.&’'-]{1,30}){0,3}\+\d{1,2}){1,8}(?=[\sA-Z]|$)")


_NAMES = r"(?:sources?|docs?|snippets?|chunks?|excerpts?)"
_NUMBERED = (
    "(source",
    "[",
    "{",
    "(doc",
    "(snippet",
    "(chunk",
    "(excerpt",
    "(see source",
    "(from source",
    "(per ",
    "<cite",
)


@cache
def _numbered() -> Pattern[str]:
    """ "(Source 2)", "[web:1]", "[^1^]": the number that a program gave to what it was fed."""
    return pattern(
        r"[(\[{](?:cf\.? |see |from |per |source: )?" + _NAMES + r"[ _:#-]{0,2}(?:id|no\.?)?[ _:#-]{0,2}\d{1,4}"
        r"(?: ?(?:,|;|and|&|-|–) ?" + _NAMES + r"?[ _:#]?\d{1,4}){0,8}[)\]}]"
        r"|\((?:see |source: )?document \d{1,4}\)"
        r"|[\[{](?:web|page|documents?|article|passage|result|context|node|file|s|cite|ref|url|site|text|attached_image|"
        r"image|memory|attachment)(?:_id)?[ _:#]{0,2}\d{1,4}(?:, ?(?:[a-z]{1,10}[ _:#]?)?\d{1,4}){0,8}[\]}]"
        r"|\[\^\d{1,3}\^\]"
        r"|</?cite(?:\s[^<>\n]{0,200})?>|[(<]cite index=[^>)\n]{0,60}[>)]{1,2}"
    )


@rule(
    "error",
    lang="any",
    why="Wikipedia, signs of AI writing (markup and citation bugs of chat tools)",
    exceptions="Code; numbered footnotes, which dangling-reference looks after.",
    bad=[
        "The bill passed on Tuesday. <<:contentReference[oaicite:2]{index=2}>>",
        "Sales rose 4% <<turn0search1>>.",
        "Rents fell in May.<<【12†source】>>",
        "The mayor resigned on Monday. <<Reuters+2>>\nHer deputy takes over.",
        "Rents fell in May <<(Source 2)>> and rose in June <<[web:3]>>.",
        "Rents fell in May, <<according to Source 2>>.",
    ],
    good=[
        "The bill passed 51-49, the Senate record shows.",
        "Sales rose 4%, the filing shows.",
        "The bridge reopened [3] after nine months.",
        '"[Article 5] is clear," she said of the treaty (Article 5).',
        "The film streams on Vision+ from May, and a C+1 grade is a pass.",
    ],
    fixes="unsafe",
)
def citation_debris(article: Article) -> Iterator[Hit]:
    """Citation code of a chat tool stands in the copy.

    The codes point to pages that only the tool saw; for a reader they lead nowhere, and they show that the sources
    were not opened. Open the source, and name it in words. Asked of every article: the marks are symbols, not words.
    """
    folded = article.folded
    if any(map(folded.__contains__, _NUMBERED)):
        for match in _numbered().finditer(folded):
            if not in_code(article, match.span()) and not is_quoted(article, match.span()):
                yield _hit(Span(*match.span()))
    for hit in phrases(article, "numbered-sources"):
        if not in_code(article, hit.span) and not is_quoted(article, hit.span):
            yield Hit(hit.span, "The number of a source that only a program knows. Name it.", severity="warning")
    for span in _private_use(article):
        yield _hit(span)
    here = [literal for mark in _LITERALS if mark in folded for literal in _LITERALS[mark] if literal in folded]
    if not here:
        return
    found: list[Span] = []
    if any(literal[0] != "+" for literal in here):
        found += [Span(*match.span()) for match in _debris().finditer(folded)]
    if any(literal[0] == "+" for literal in here):
        found += [Span(*match.span()) for match in _chips().finditer(article.text)]
    for span in sorted(found):
        if not in_code(article, span):
            yield _hit(span)


def _hit(span: Span) -> Hit:
    return Hit(
        span,
        "Chat-tool citation code left in. Replace it by the real source.",
        fix=Fix("Delete the code", (Edit(span, ""),)),
    )


def _private_use(article: Article) -> list[Span]:
    """Runs of characters that mean something in one program only; Apple's logo is one that people type."""
    if article.text.isascii():
        return []
    spans = [Span(*m.span()) for m in pattern("[\ue000-\uf8fe]{1,200}").finditer(article.text)]
    if not spans:
        return []
    known = [Span(*m.span()) for m in _debris().finditer(article.folded)]
    return [span for span in spans if covering(known, *span) < 0]
