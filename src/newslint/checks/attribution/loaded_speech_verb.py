from __future__ import annotations

from newslint import Article, Hit, Iterator, attributions, phrases, rule

_LEGAL = ("claim", "admit", "confess", "conced")
"""Verbs that are terms of law beside a court."""

_CLAIMABLE = frozenset("cost costs damages expenses benefit benefits sum compensation".split())
"""What is claimed as one's due: ``the costs claimed by Norva``."""
_OPENS_SAID = (" that ", ",", " he ", " she ", " it ", " they ", " the ", " there ", ":")
_NEAR = 6
"""Words before the verb in which it stands."""


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
        "Costs of 4,000 euros claimed by Norva were not awarded.\n\nDamages claimed by Ola Berg were.",
        "The driver was admitted to hospital, police said.",
        "Norva admitted bribery and paid a fine.",
        "The plaintiffs claimed in their lawsuit that the bridge is unsafe.",
    ],
)
def loaded_speech_verb(article: Article) -> Iterator[Hit]:
    """A verb of speech that judges the speaker.

    "Claimed" doubts, "admitted" accuses, "slammed" referees a fight. "Said" leaves the judgement to the reader; use
    another verb only where the text shows why it is right.
    """
    court = {article.sentence_index(hit.span.start) for hit in phrases(article, "court-words")}
    cues = {a.cue.start: a for a in attributions(article) if a.kind in ("speech", "act") and a.source is not None}
    for hit in phrases(article, "loaded-verbs"):
        attribution = cues.get(hit.span.start)
        if attribution is None or attribution.source_class == "none" or attribution.carried:
            continue
        said = article.words.folded[hit.first]
        if said.startswith(_LEGAL) and article.sentence_index(hit.span.start) in court:
            continue
        if said.startswith("claim") and hit.first and article.words.folded[hit.first - 1].endswith(("'s", "s'")):
            continue  # a noun: "the mayor's claim"
        if said == "claimed" and not _CLAIMABLE.isdisjoint(article.words.folded[max(0, hit.first - _NEAR) : hit.first]):
            continue
        if said.startswith("conced") and not article.folded.startswith(_OPENS_SAID, hit.span.end):
            continue  # an election, a goal
        verb = article.text[hit.span.start : hit.span.end]
        yield Hit(hit.span, f"Use “said” unless you can show why “{verb}” is right: {hit.data['hint']}.")
