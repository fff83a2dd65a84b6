from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, attributions, phrases, rule


@rule(
    "info",
    wakes=["loaded-verbs"],
    why='AP, Reuters and Wikipedia prefer "said"; "admit" and "claim" imply guilt or doubt.',
    exceptions="Claims of responsibility, insurance and law; admissions to hospital, court or the bar; quotations.",
    bad=[
        "The mayor <<claimed>> the bridge is safe.",
        "Norva <<slammed>> the tariff.",
    ],
    good=[
        "The mayor said the bridge is safe.",
        "Two rivals, Norva and Teldo, opposed the tariff.",
        "The group claimed responsibility for the fire.",
        "The driver was admitted to hospital, police said.",
    ],
)
def loaded_speech_verb(article: Article) -> Iterator[Hit]:
    """A verb of speech that judges the speaker.

    "Claimed" doubts, "admitted" accuses, "slammed" referees a fight. "Said" leaves the judgement to the reader; use
    another verb only where the text shows why it is right.
    """
    cues = {a.cue.start: a for a in attributions(article) if a.kind in ("speech", "act") and a.source is not None}
    for hit in phrases(article, "loaded-verbs"):
        attribution = cues.get(hit.span.start)
        if attribution is None or attribution.source_class == "none" or attribution.carried:
            continue
        if _followed(article, hit.last, hit.data.get("not-before", ())):
            continue
        verb = article.text[hit.span.start : hit.span.end]
        yield Hit(hit.span, f'Use "said" unless you can show why "{verb}" is right: {hit.data["hint"]}.')


def _followed(article: Article, last: int, rows: tuple[tuple[frozenset[str], ...], ...]) -> bool:
    """True when one of the rows of words stands directly behind."""
    folded = article.words.folded
    return any(
        all(word in element for word, element in zip(folded[last + 1 : last + 1 + len(row)], row, strict=False))
        for row in rows
    )
