from __future__ import annotations

from newslint import PROSE, Article, Block, Hit, Iterator, rule

_GENERIC = frozenset((
    "introduction", "overview", "background", "conclusion", "summary", "final thoughts", "key takeaways", "takeaways",
    "the bottom line", "bottom line", "the basics", "the details", "context", "government support", "challenges",
    "the challenges", "the challenges ahead", "challenges ahead", "future outlook", "looking ahead", "the road ahead",
    "ethical considerations", "market impact", "industry impact", "key features", "benefits", "implications",
    "economic impact", "global impact", "community response", "public reaction", "reactions", "expert opinions",
    "expert opinion", "the way forward", "why it matters", "the big picture", "what this means", "what's next",
    "what comes next", "international collaborations", "economic growth", "historical context", "legacy",
    "moving forward", "in conclusion", "analysis",
))  # fmt: skip
_GENERIC_STARTS = (
    "the future of", "the rise of", "the role of", "the impact of", "the importance of", "the power of",
    "understanding ", "exploring ", "the significance of", "the need for", "implications for", "a look at",
    "the evolution of",
)  # fmt: skip
_ANNOUNCES = (
    "introduction", "conclusion", "in conclusion", "summary", "in summary", "overview", "final thoughts",
    "closing thoughts", "key takeaways", "takeaways", "the bottom line", "looking ahead", "moving forward",
    "the road ahead", "the path forward", "the way forward", "challenges", "future outlook", "future directions",
    "key features", "why it matters", "what this means",
)  # fmt: skip
"""Labels of a part, alone or before a colon or "and"."""
_ENDS = frozenset((
    "conclusion", "conclusions", "in conclusion", "final thoughts", "closing thoughts", "concluding thoughts",
    "concluding remarks", "closing remarks", "parting thoughts", "final word", "the final word", "final words",
    "wrapping up", "in summary", "summary", "the bottom line", "bottom line", "takeaway", "the takeaway", "takeaways",
    "key takeaways", "the key takeaways", "the verdict", "final verdict", "our verdict", "looking ahead",
    "looking forward", "looking to the future", "a look ahead", "the road ahead", "the path ahead", "the path forward",
    "the way forward", "moving forward", "what lies ahead", "future outlook", "the future outlook",
))  # fmt: skip
"""Labels over a part that sums up or looks ahead."""
_PARTS = frozenset((
    "introduction", "overview", "why it matters", "why this matters", "what this means", "what it means",
    "the big picture", "the bigger picture", "challenges and opportunities", "opportunities and challenges",
    "challenges and considerations", "challenges and limitations",
    "key features", "broader implications", "the broader implications",
    "a broader perspective", "broader context", "the broader context", "a deeper dive", "a closer look",
    "setting the stage", "a balancing act", "a new chapter", "a new era", "a growing trend", "the human element",
    "the human touch", "frequently asked questions", "faq", "faqs", "common questions", "questions answered",
    "your questions answered", "questions", "answers",
))  # fmt: skip
"""Labels over any other part of an essay."""
_HEADINGS = frozenset(("subhead", "body", "conclusion"))
"""A line in bold is a paragraph, and reads as a subhead."""
_LONGEST = 80
"""Code points of a subhead at most."""


@rule(
    "info",
    not_types=["guide", "explainer", "live", "liveblog", "how-to", "tutorial", "review", "reference"],
    why="Newspaper layout: a subhead carries news; Wikipedia, signs of AI writing (outline left standing)",
    exceptions="Guides, explainers and live blogs; texts under 150 words.",
    yields_to=["faq-residue"],
    options={
        "words_each": "Words of text that a subhead needs.",
        "min_count": "Subheads from which the rule speaks.",
        "section": "Words under which a section is too short for a subhead.",
    },
    bad=[
        "The mill was sold\n\nThe Orford fund bought the mill on Monday for 4 million euros, a deed shows, and "
        "takes it over in May.\n\n<<Introduction>>\n\nThe mill makes paper, and has made it for ninety years, "
        "first from rags and then from wood. It stands on the river, and its wheel, which still turns, is shown "
        "to schools twice in the year, on the first days of May and of June.\n\nBackground\n\n"
        "The fund buys mills. It has bought nine of them in the county, and has shut two, which are flats now. A "
        "third burnt down in a storm before it could be let. It keeps the others as they are, and lets them to "
        "the people who ran them.\n\nThe Future of Paper\n\nPaper sells badly. Fewer people write letters, the "
        "post office says, and the newspapers that the mill served are gone. Those who still want paper want it "
        "thick and white, for weddings and for books that are given and not read.",
        "---\ntitle: The mill was sold\n---\n\nThe Orford fund bought the mill on Monday for 4 million euros, a "
        "deed shows, and takes it over in May.\n\n## <<Overview>>\n\n"
        "The mill makes paper, and has made it for ninety years, first from rags and then from wood. It stands "
        "on the river, and its wheel, which still turns, is shown to schools twice in the year, on the first "
        "days of May and of June.\n\n## Government support\n\nThe fund buys mills. It has bought nine of them in "
        "the county, and has shut two, which are flats now. A third burnt down in a storm before it could be "
        "let. It keeps the others as they are, and lets them to the people who ran them.\n\n## Conclusion\n\n"
        "Paper sells badly. Fewer people write letters, the post office says, and the newspapers that the mill "
        "served are gone. Those who still want paper want it thick and white, for weddings and for books that "
        "are given and not read.",
    ],
    good=[
        "The mill was sold\n\nThe Orford fund bought the mill on Monday for 4 million euros.\n\n"
        "Union sues over night shifts\n\nThe union sued the mill in May.",
        "The mill was sold\n\nThe Orford fund bought the mill on Monday for 4 million euros.\n\nIntroduction\n\n"
        "The mill makes paper.",
    ],
)
def heading_scaffold(
    article: Article, *, words_each: int = 100, min_count: int = 3, section: int = 60
) -> Iterator[Hit]:
    """Too many subheads, or subheads that say nothing: the outline was left standing.

    A subhead is a second headline, and carries news. "Introduction", "Background" and "The future of ..." carry none,
    and a subhead over every paragraph cuts the story to pieces. Asked of every article: subheads are zones. Advice; a
    warning where subheads have not half of the text that they need. In copy full of other flaws "Conclusion", "Looking
    ahead" or "FAQ" is one by itself, and so is each of several that ask.
    """
    heads = [(i, block) for i, block in article.zoned("subhead")]
    total = article.word_count
    asks = sum(article.text.endswith("?", *block.span) for _, block in heads)
    for block in article.blocks:
        if block.zone not in _HEADINGS or block.span.end - block.span.start > _LONGEST:
            continue
        labels = {_said(article, block), *_labels(article, block)}
        if not labels.isdisjoint(_ENDS):
            yield Hit(block.span, "News has no conclusion. Stop at the last fact.", "doubtful", scope="section")
        elif not labels.isdisjoint(_PARTS):
            yield Hit(block.span, "A subhead carries news. Say what this part tells.", "doubtful", scope="section")
        elif asks > 1 and block.zone == "subhead" and article.text.endswith("?", *block.span):
            yield Hit(block.span, "A subhead carries news. Put the answer here.", "doubtful", scope="section")
    if len(heads) < min_count or total < 150:
        return
    generic = [block for _, block in heads if _is_generic(article, block)]
    short = sum(_section_words(article, i) < section for i, _ in heads)
    crowded = len(heads) * words_each > total
    if not (crowded or 2 * short > len(heads) or len(generic) >= 2):
        return
    many = crowded or 2 * short > len(heads)
    first = heads[0][1] if many else generic[0]
    yield Hit(
        first.span,
        f"{len(heads)} subheads for {total} words. Keep those that carry news; merge the rest.",
        "warning" if len(heads) * words_each > 2 * total else None,
        scope="section",
        key="heading-scaffold",
        also_here=tuple(block.span for block in generic[:40] if block is not first),
    )


def _is_generic(article: Article, block: Block) -> bool:
    said = _said(article, block)
    return said in _GENERIC or _labels(article, block)[0] in _ANNOUNCES or said.startswith(_GENERIC_STARTS)


def _said(article: Article, block: Block) -> str:
    return " ".join(article.folded[block.span.start : block.span.end].split()).strip(":.# ")


def _labels(article: Article, block: Block) -> list[str]:
    """What stands on either side of a colon, a dash or "and"."""
    said = _said(article, block)
    for joint in (" & ", " and ", " – "):
        said = said.replace(joint, ":")
    return [part.strip() for part in said.split(":")]


def _section_words(article: Article, head: int) -> int:
    words = 0
    blocks = article.blocks
    for i in range(head + 1, len(blocks)):
        block = blocks[i]
        if block.kind == "heading":
            break
        if block.zone in PROSE:
            words += len(article.words.between(*block.span))
    return words
