from __future__ import annotations

from newslint import Article, Hit, Iterator, covering, masks, own_account, phrases, rule

_SHOWN = 5


@rule(
    "warning",
    wakes=["office-words"],
    not_types=["study", "paper", "reference", "guide", "tutorial"],
    why="Orwell, rule 2: never use a long word where a short one will do; AP, Reuters and Guardian guides.",
    exceptions="Quotations and names; writers who say “I”; one or two such words.",
    options={
        "min_count": "How many such words there must be.",
        "min_kinds": "How many different ones.",
        "rate": "How many in 1,000 words.",
    },
    bad=[
        """<<Man hurt on pier>>

Approximately twelve individuals were in the vicinity when the incident occurred on Monday, police said.

The man was subsequently transported to Leith. He sustained injuries to both legs, the coast guard said.""",
        """<<Council plans pier>>

The council will commence work on the pier in May, regarding which it informed residents on Monday.

Numerous shops are situated there. Furthermore, the plan necessitates a wall prior to the winter, the clerk said.""",
    ],
    good=[
        """Man hurt on pier

About twelve people stood near when it happened on Monday, police said. “Approximately twelve individuals,” the clerk
wrote, “were in the vicinity when the incident occurred.”

The man was later taken to Leith. He hurt both legs, the coast guard said.""",
        """Council plans pier

The council will commence work on the pier in May, the clerk said on Monday. There are many shops, and the plan needs
a wall before the winter.""",
    ],
)
def officialese(article: Article, *, min_count: int = 3, min_kinds: int = 3, rate: float = 15.0) -> Iterator[Hit]:
    """The copy speaks the language of offices: individuals, approximately, subsequently, commence.

    Each of these has a short word beside it that everybody uses: people, about, later, begin. One is a slip. Where they
    stand thick the reader has to translate, and suspects that nobody told the writer what happened.

    Reported once an article.
    """
    hits = phrases(article, "office-words")
    if len(hits) < min_count or own_account(article):
        return
    silent = masks(article)
    used: dict[str, int] = {}
    plain: dict[str, str] = {}
    for hit in hits:
        if covering(silent, *hit.span) < 0:
            said = " ".join(article.folded[hit.span.start : hit.span.end].split())
            used[said] = used.get(said, 0) + 1
            plain[said] = hit.data.get("hint", "")
    total = sum(used.values())
    if total < min_count or len(used) < min_kinds or 1000 * total < rate * article.word_count:
        return
    worst = sorted(used, key=lambda word: (-used[word], word))[:_SHOWN]
    shown = "; ".join(f"“{word}”: {plain[word]}" for word in worst)
    yield Hit(
        article.top,
        f"{total} words of offices in {article.word_count} words. Write the plain ones ({shown}).",
        scope="document",
        key="officialese",
    )
