from __future__ import annotations

from newslint import (
    WELL_SOURCED,
    Article,
    Hit,
    Iterator,
    Span,
    dates,
    figures,
    own_account,
    pattern,
    rule,
    sourced_share,
)

_DAY = r"(?<!\d)(?:19|20)\d\d[-/_]\d\d?[-/_]\d\d?(?!\d)"
"""A day in a file's name or address."""


@rule(
    "warning",
    not_types=("guide", "recipe", "opinion", "quiz", "review", "page"),
    why="Journalism Trust Initiative and The Trust Project ask for dates; “when” is one of the five Ws",
    exceptions=(
        "Guides, recipes, opinion, quizzes by `type:`; texts in the first person; texts under 100 words; a dateline "
        "dates a story."
    ),
    options={
        "min_words": "Shorter articles may go undated.",
    },
    bad=[
        "Ferry firm buys a rival\n\n<<The ferry firm Nordlys has bought its rival Sund and all its boats and crews.>>"
        + " The ferry firm Nordlys has bought its rival Sund and all its boats and crews." * 8,
        "Storm\n\n<<The storm took the roof of the school and the town hall, but nobody in the town was hurt.>>"
        + " The storm took the roof of the school and the town hall, but nobody in the town was hurt." * 7,
    ],
    good=[
        "Ferry firm buys a rival\n\nThe ferry firm Nordlys bought its rival Sund on Tuesday.\n\n"
        + "The ferry firm Nordlys has bought its rival Sund and all its boats, it said. " * 9,
        "Storm\n\nThe storm took the roof of the school, the mayor said.",
        "Quay\n\n"
        + "The quay was built in 1911 and has been mended since by the port, whose boats lie there in winter. " * 7,
    ],
)
def undated_story(article: Article, *, min_words: int = 100) -> Iterator[Hit]:
    """Nothing in the story says when it happened: no date, no weekday, no year, no dateline.

    "When" is one of the five Ws. A story without a date cannot be checked, cannot be filed, and comes back as new
    when it is old. Date the news in the first two paragraphs. Advice where the text has a relative time ("last
    week") or a score, or the file a date of its own (in front matter, name or address), and where a report has sources
    who can be asked; silent where both is so.
    """
    if article.word_count < min_words or own_account(article):
        return
    reported = sourced_share(article) >= WELL_SOURCED
    relative = bool(article.meta.date) or _dated_by_name(article) or "score" in [f.kind for f in figures(article)]
    for date in dates(article):
        if date.kind in ("time", "vague"):
            continue
        if date.kind != "relative" or date.weekday >= 0:
            return
        relative = True
    if any(True for _ in article.zoned("dateline")) or (reported and relative):
        return
    first = article.sentences[0].span if article.sentences else Span(0, 0)  # where the date belongs
    message = "Nothing here says when it happened. Date the news in the first two paragraphs."
    yield Hit(first, message, severity="info" if relative or reported else "warning", scope="document", key="undated")


def _dated_by_name(article: Article) -> bool:
    """True where the file's name or an address in its front matter holds a day: ``2026-03-14-bridge.md``."""
    day = pattern(_DAY)
    values = (article.path, *(value for value in article.meta.raw.values() if isinstance(value, str)))
    return any(day.search(value) for value in values)
