from __future__ import annotations

from newslint import (
    PROSE,
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    Span,
    in_code,
    is_quoted,
    pattern,
    phrases,
    rule,
    sentence_round,
)

_LINES = frozenset((*PROSE, "headline", "dek", "subhead", "meta", "caption", "faq-q"))
_OF_A_PAGE = "This line belongs to a page and not to the story. Delete it."
_LINE = 400
"""Code points of a line that a fix may cut, on either side of the label."""
_DESCRIBES = frozenset("of showing with from by depicting here placeholder".split())


@rule(
    "error",
    wakes=["production-labels", "production-talk", "bracket-labels", "site-furniture", "page-labels"],
    why=(
        "The Cody Enterprise, 2024, which printed how its text was built; the duty to edit (Journalism Trust "
        "Initiative)"
    ),
    exceptions=(
        "Front matter; quotations; “This article was amended” notes; the labels of recipes, reviews and fact boxes."
    ),
    bad=[
        "Ferries stop at noon\n\nThe last boat leaves at 11:40.\n\n<<Meta description:>> Why ferries stop at noon.",
        "<<This structure ensures>> the key facts come first.",
        "The mill closed in May.\n\n<<[Image: the mill at dusk]>>\n\nIts owner has not said why.",
        "<<Headline:>> Mill closes after 90 years\n\nThe mill at Orford closed on Monday.\n\n"
        "Its owner has not said why.",
        "The mill closed in May.\n\nIts owner has not said why.\n\n<<Related stories>>:",
    ],
    good=[
        "---\ntitle: Mill closes\ndescription: The mill at Orford closed on Monday.\n---\n\n"
        "The mill at Orford closed on Monday, its owner said.",
        "This article was amended on 3 May: the fund holds $2 million.",
        "The tone: cheerful. The word count of the speech was 600.",
        "This structure on the pier was built in 1904.",
    ],
)
def production_label(article: Article) -> Iterator[Hit]:
    """A note for the people who make the page stands in the copy that readers get.

    Labels of a brief ("Meta description:", "Word count: 600"), of an outline ("Section 2:"), of a missing picture, or
    a sentence on how well the text is built. Move it to the front matter or delete it.
    """
    message = "Production note in the copy. Move it to front matter or delete it."
    for hit in phrases(article, "production-labels"):
        if _is_label(article, hit.span):
            at = article.text.index(":", hit.span.end, hit.span.end + 4)
            yield Hit(Span(hit.span.start, at + 1), message, fix=_without_line(article, hit.span))
    for hit in phrases(article, "bracket-labels"):
        span = _bracketed(article, hit.span)
        if span and not in_code(article, span):
            yield Hit(span, message, fix=Fix("Delete the note", (Edit(span, ""),)))
    for hit in phrases(article, "site-furniture"):
        zone = article.blocks[article.block_at(hit.span.start)].zone
        if (zone in PROSE or zone == "meta") and not is_quoted(article, hit.span):
            yield Hit(hit.span, _OF_A_PAGE, severity="warning")
    for hit in phrases(article, "page-labels"):
        block = article.blocks[article.block_at(hit.span.start)].span
        rest = article.text[block.start : hit.span.start] + article.text[hit.span.end : block.end]
        if not rest.strip(" \n:.#*_»›>-–—") and not in_code(article, hit.span):
            yield Hit(hit.span, _OF_A_PAGE, severity="warning")
    for hit in phrases(article, "production-talk"):
        if in_code(article, hit.span) or is_quoted(article, hit.span):
            continue
        if article.folded[hit.span.start] == "h" and not _opens_copy(article, hit.span):
            continue
        if article.folded.startswith("this structure", hit.span.start) and not _of_the_text(article, hit.span):
            continue
        yield Hit(hit.span, message, fix=_without_line(article, hit.span))


def _is_label(article: Article, span: Span) -> bool:
    """True at the start of a line, before a colon with something behind it."""
    text = article.text
    if not pattern(r"\*{0,2}:").match(text[span.end : span.end + 3]):
        return False
    block = article.blocks[article.block_at(span.start)]
    if block.zone not in _LINES or not block.span.start <= span.start < block.span.end:
        return False
    at = span.start
    while at > block.span.start and text[at - 1] in '*_#>("“ \t-•':
        at -= 1
    return (
        (at == block.span.start or text[at - 1] == "\n") and text[span.start].isupper() and not in_code(article, span)
    )


def _bracketed(article: Article, span: Span) -> Span | None:
    """The note between square brackets that opens with the words, where it is a note and not an editor's word."""
    text = article.text
    if span.start == 0 or text[span.start - 1] != "[":
        return None
    end = text.find("]", span.end, span.end + 200)
    if end < 0 or "\n" in text[span.start : end] or text[end + 1 : end + 2] == "(":
        return None
    rest = text[span.end : end].strip()
    label = rest[:1] in (":", "-", "–", "—") or rest.split(" ")[0].lower() in _DESCRIBES
    return Span(span.start - 1, end + 1) if label and not is_quoted(article, span) else None


def _opens_copy(article: Article, span: Span) -> bool:
    """ "Here are the key takeaways:" at the very top."""
    first = next((block.span.start for block in article.blocks if block.zone in PROSE), -1)
    return span.start == first and ":" in article.text[span.end : span.end + 30]


_OF_TEXT = frozenset(
    "reader readers article facts fact information key clarity readability narrative story headline lede seo important "
    "structure pyramid paragraph paragraphs journalistic concise flow audience content".split()
)


def _of_the_text(article: Article, span: Span) -> bool:
    sentence = sentence_round(article, span)
    words = article.words
    near = words.between(span.end, min(sentence.end, span.end + _LINE))
    return not _OF_TEXT.isdisjoint(words.folded[near.start : near.stop])


def _without_line(article: Article, span: Span) -> Fix | None:
    """Cut the line, when it is one and not half an article."""
    block = article.blocks[article.block_at(span.start)].span
    low, high = max(block.start, span.start - _LINE), min(block.end, span.end + _LINE)
    stop = article.text.find("\n", span.end, high) + 1 or (high if high == block.end else 0)
    start = article.text.rfind("\n", low, span.start) + 1 or (low if low == block.start else -1)
    return Fix("Delete the line", (Edit(Span(start, stop), ""),)) if stop and start >= 0 else None
