from __future__ import annotations

from newslint import PROSE, Article, Edit, Fix, Hit, Iterator, Span, covering, phrases, quotations, rule


@rule(
    "info",
    wakes=["job-titles", "capital-nouns"],
    on=False,
    why="AP Stylebook, titles",
    exceptions="Titles before a name; quotations; proper names of bodies.",
    bad=[
        "Ana Ruiz, <<Chief Executive Officer>>, said so in Reno.",
        "On Monday <<the Company>> announced a plant.",
    ],
    good=[
        "Ana Ruiz, chief executive officer, said so in Reno.",
        "On Monday the company announced a plant.",
        "On Monday Chief Executive Ana Ruiz announced a plant.",
    ],
    fixes="unsafe",
)
def ap_titles(article: Article) -> Iterator[Hit]:
    """A title after the name, or "the Company", is capitalised.

    AP capitalises a formal title directly before a name only. After the name, set off by commas, and alone it is
    lower case; a company is "the company".
    """
    text = article.text
    quoted = [q.span for q in quotations(article)]
    for hit in phrases(article, "job-titles"):
        start, end = hit.span
        written = text[start:end]
        after = text[end : end + 2]
        if not written[:1].isupper() or text[start - 2 : start] != ", " or not text[max(0, start - 3)].islower():
            continue
        follows = text[end + 1 : end + 2]
        if after[:1] != "," and not after.startswith((" o", " a", " f")) and follows.isupper():
            continue
        if _in_prose(article, start) and covering(quoted, start, end) < 0:
            yield _hit(Span(start, end), written.lower())
    for hit in phrases(article, "capital-nouns"):
        start, end = hit.span
        written = text[start:end]
        noun = written.rpartition(" ")[2]
        following = text[end + 1 : end + 2]
        if noun[:1].isupper() and noun[1:].islower() and not following.isupper() and _in_prose(article, start):
            if text[end : end + 1] == " " and text[end + 1 : end + 4] == "of ":
                continue
            if covering(quoted, start, end) < 0:
                yield _hit(Span(start, end), written[: -len(noun)] + noun.lower())


def _in_prose(article: Article, place: int) -> bool:
    return article.blocks[article.block_at(place)].zone in PROSE


def _hit(span: Span, form: str) -> Hit:
    return Hit(span, f"AP: lower case, “{form}”.", fix=Fix(f"Write “{form}”", (Edit(span, form),)))
