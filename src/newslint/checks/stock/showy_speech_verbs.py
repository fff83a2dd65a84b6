from __future__ import annotations

from newslint import Article, Hit, Iterator, attributions, own_account, phrases, rule

_PLAIN = frozenset("said says say saying told tells tell added adds adding asked asks wrote writes according".split())
_LEAST = 3
"""Showy verbs from which there is a habit, unless the copy is short."""
_SHORT = 100
"""Words that copy has for each showy verb at most where two are a habit."""


@rule(
    "warning",
    wakes=["showy-speech"],
    not_types=["opinion", "column", "essay", "review", "feature"],
    why="AP, Reuters and Guardian guides: “said” is neutral, short and not noticed.",
    exceptions="Copy in which “said” and “told” are as frequent; writers who say “I”; quotations.",
    bad=[
        """<<Council backs pier>>

The council expressed support for a new pier on Monday. Its leader, Ada Brandt, stated that work starts in May.

“The old one is closed,” the clerk, Ola Berg, remarked. He emphasized that 40 shops pay rent there.

The builder, Ines Calder, noted that oak is cheap this year.""",
        """<<Ferry firm buys two ships>>

Ana Ruiz, who runs the ferries, asserted that two ships would do. She highlighted the price of 4 million euros.

The mayor, Ola Holm, voiced relief. “The quay is ready,” he commented, and affirmed that it opens in June.""",
    ],
    good=[
        """Council backs pier

The council voted for a new pier on Monday. Its leader, Ada Brandt, said that work starts in May.

“The old one is closed,” the clerk, Ola Berg, said. He stressed that 40 shops pay rent there.""",
        """Ferry firm buys two ships

Ana Ruiz, who runs the ferries, stated that two ships would do. She told the council that they cost 4 million euros.

The mayor, Ola Holm, said the quay was ready.""",
    ],
)
def showy_speech_verbs(article: Article) -> Iterator[Hit]:
    """Speakers state, remark, emphasize and express, and hardly one of them says anything.

    A reader looks through "said" at the words. "Stated", "noted" and "emphasized" stand in the way, and some of them
    take sides: who notes something is right, who asserts it may not be. "Expressed relief" hides the words altogether.

    Say "said" or "told", and quote the words that made you write "expressed". Reported once an article, where such
    verbs outnumber the plain ones: three or more, or two in very short copy.
    """
    showy = {hit.span.start: article.words.folded[hit.last] for hit in phrases(article, "showy-speech")}
    used: dict[str, int] = {}
    plain = 0
    for cue in {a.cue for a in attributions(article) if a.cue}:
        words = article.folded[cue.start : cue.end].split()
        said = next((word for at, word in showy.items() if cue.start <= at < cue.end), "")
        if said:
            used[said] = used.get(said, 0) + 1
        elif words and not _PLAIN.isdisjoint(words):
            plain += 1
    total = sum(used.values())
    if len(used) < 2 or 2 * total < 3 * plain or own_account(article):
        return
    if total >= _LEAST or total * _SHORT >= article.word_count:
        often = ", ".join(f"“{word}”" for word in sorted(used, key=lambda word: (-used[word], word))[:4])
        yield Hit(
            article.top,
            f"{total} showy verbs of saying ({often}) and {plain or 'no'} plain. Write “said”; quote what was meant.",
            scope="document",
            key="showy-speech",
        )
