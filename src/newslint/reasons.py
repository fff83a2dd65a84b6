"""Why a rule says nothing of words that it met."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.answerable import IN_WORDS, answered_for, excuse, finders_named, vouched_for
from newslint.facts.attribution import Attribution, attributions
from newslint.facts.conditions import ASKED, stands
from newslint.rules import Rule
from newslint.text.phrases import PhraseHit
from newslint.wording import condition_against

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
