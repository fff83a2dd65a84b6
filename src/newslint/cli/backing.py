"""Who stands behind a sentence, for ``newslint why``: its source, its claim and its quotation."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.attribution import attributions, sourced_sentences, vouched_sentences
from newslint.facts.claims import claims
from newslint.facts.quotes import quotations, quoted_sentences
from newslint.facts.speakers import IN_WORDS
from newslint.typed import Any, Mapping


def backing_of(article: Article, index: int) -> dict[str, Any]:
    """Source, claim and quotation of a sentence."""
    said = sourced_sentences(article).get(index)
    nobody = [a for a in attributions(article) if a.sentence == index] if said is None else []
    chief = said or next(iter(nobody), None)
    claim = next((claim for claim in claims(article) if claim.sentence == index), None)
    partly = any(q.span.overlaps(article.sentences[index].span) for q in quotations(article))
    return {
        "sourced": said is not None,
        "source": article.one_line(chief.source) if chief and chief.source else None,
        "class": chief.source_class if chief else None,
        "cue": article.one_line(chief.cue) if chief else None,
        "carried": bool(said and said.carried),
        "vouched": index in vouched_sentences(article),
        "claim": [trigger for trigger, _ in claim.triggers] if claim else None,
        "quoted": "whole" if index in quoted_sentences(article) else "part" if partly else "no",
    }


def in_words(backing: Mapping[str, Any]) -> str:
    """The same for people."""
    who, cue = backing["source"], backing["cue"]
    shown = f"“{who}” ({IN_WORDS[backing['class']]}{f', “{cue}”' if cue else ''})" if who else f"“{cue}”"
    if backing["carried"]:
        source = f"sourced: {shown}, from the sentence before"
    elif backing["sourced"]:
        source = f"sourced: {shown}"
    elif backing["vouched"]:
        source = "no source of its own; the next sentence has one"
    elif cue:
        source = f"not sourced: nobody can ask {shown}"
    else:
        source = "not sourced"
    if backing["claim"] is None:
        claim = "no claim"
    else:
        claim = f"a claim ({', '.join(backing['claim']) or 'reports a deed or a state'})"
    return f"{source}; {claim}; {({'whole': 'quoted', 'part': 'partly quoted', 'no': 'not quoted'})[backing['quoted']]}"
