"""Why a rule says nothing of words that it met."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.answerable import Excuse, answered_for, excuse, finders_named, vouched_for
from newslint.facts.attribution import Attribution, attributions
from newslint.facts.conditions import ASKED, stands
from newslint.rules import Rule
from newslint.text.phrases import PhraseHit
from newslint.typed import Final, Mapping
from newslint.wording import condition_against

IN_WORDS: Final[Mapping[Excuse, str]] = {
    "authorities": "in news of police, courts and disasters readers know which authorities speak",
    "an office": "who holds such an office can be asked",
    "a figure": "so many of them is a figure, which needs a source and no names",
    "both": "“both” are named before",
    "asked": "they are those whom the poll before has asked",
    "named at once": "a name comes right behind",
    "named below": "the next sentence says whose they are",
    "in print": "the sentence says where they wrote it",
    "at work": "the sentence says how many of them were asked, and where",
    "told why": "the text says why they are not named",
    "told of": "the text has told of them before",
}
"""Each excuse of a crowd as a sentence."""
_CROWDS = "group-heads"
"""The lexicon of words for people without names."""
_BY_CODE = "met, and the code of the rule leaves it alone"


def against(article: Article, rule: Rule, hit: PhraseHit) -> str:
    """What speaks against a phrase that was met: a condition of its entry or of its rule, or else the rule's code."""
    for condition in sorted(ASKED & hit.data.keys()):
        if not stands(article, hit, {condition: hit.data[condition]}):
            return f"the entry's “{'case' if condition == 'exact' else condition}” leaves it alone"
    return condition_against(rule, article, hit) or _excused(article, rule, hit) or _BY_CODE


def _excused(article: Article, rule: Rule, hit: PhraseHit) -> str:
    """Why a crowd that was met need not be named; empty for other words, and where no reason is known."""
    if _CROWDS not in rule.wakes:
        return ""
    if finders_named(article, hit.span.start, article.sentence_index(hit.span.start)):
        return "the sentence or the next one names their study or their house"
    speaking = [a for a in attributions(article) if a.source and a.source.overlaps(hit.span)]
    if not speaking:
        return "no word of speech or opinion is taken for theirs here"
    return next(filter(None, (_excuse_of(article, attribution) for attribution in speaking)), "")


def _excuse_of(article: Article, attribution: Attribution) -> str:
    source = attribution.source
    if source and attribution.source_class not in ("generic", "anonymous"):
        return f"“{' '.join(article.text[slice(*source)].split())}” can be asked"
    if answered_for(article, attribution) or vouched_for(article, attribution):
        return "somebody with a name stands behind the sentence"
    return IN_WORDS.get(excuse(article, attribution), "")
