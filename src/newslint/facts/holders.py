"""Holders: who, beside words of belief or reputation, holds what they say."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.names import names
from newslint.facts.tense import is_participle
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering
from newslint.typed import Pattern

_LEADS_HOLDER = ((" by ", 120), (" from ", 40), (" among ", 40))
"""What leads to whoever holds the view, and within how many code points: "seen as a sign of intent from Norva" is not
Norva's view."""
_PASSIVE = ("is ", "are ", "was ", "were ", "be ", "been ", "being ")
"""Forms of "be" at the start of a view; only "by" leads to its holder."""
_BEHIND = 200
"""Code points behind the words within which something shows the view, or a name in brackets holds it."""
_SUBJECT = 20
"""Code points before words in which a name that is their subject ends."""
_HAS = frozenset("has have had also".split())


def held_beside(article: Article, span: Span, sentence: int) -> bool:
    """True where "by", "from" or "among" and a name follow, or a name in brackets.

    "By" leads to whoever did what the word before it says: "is thought to be the cup used by the saint" has no holder.
    Nor has an adverb: "was reportedly stopped by Norva Police".
    """
    end = min(article.sentences[sentence].span.end, span.end + _BEHIND)
    if _shown().search(article.folded, span.end, end) or article.text.startswith(": ", span.end):
        return True  # "not every one was admired: a ruling of 1996 was overturned"
    if article.folded.startswith("raise", span.start) and _raised_by(article, span.start):
        return True
    if not article.folded.endswith("ly", span.start, span.end):
        behind = article.folded[span.end : min(end, span.end + 120)]
        passive = article.folded.startswith(_PASSIVE, span.start)
        for led, most in _LEADS_HOLDER[:1] if passive else _LEADS_HOLDER:
            at = behind.find(led, 0, most)
            of_another = at > 0 and led == " by " and is_participle(behind[:at].rpartition(" ")[2])
            if (
                at >= 0
                and not of_another
                and covering(_named(article), span.end + at, min(end, span.end + at + 60)) >= 0
            ):
                return True
    return held_in_brackets(article, span, sentence)


def _raised_by(article: Article, start: int) -> bool:
    """A name is the subject of the words at `start`: "Berg Bank has raised concerns"; but not "the Holm Plan"."""
    named = _named(article)
    i = covering(named, max(0, start - _SUBJECT), start)
    while 0 <= i < len(named) and named[i].start < start:
        between = article.folded[named[i].end : start].split()
        if not between or (len(between) == 1 and between[0] in _HAS):
            return not article.folded.endswith(("the ", "’s ", "'s "), 0, named[i].start)
        i += 1
    return False


@cache
def _shown() -> Pattern[str]:
    """What shows it ("as evidenced by a map"), or that somebody is described ("is thought to be in his fifties")."""
    return pattern(
        r", as (?:evidenced|shown|documented|recorded|attested|confirmed) (?:by|in|on) "
        r"| be (?:aged |in (?:his|her|their) [a-z -]{0,12}(?:teens|ties)\b"
        r"|(?:between )?\d+(?: (?:and|to|or) \d+)? years old)"
    )


def held_in_brackets(article: Article, span: Span, sentence: int) -> bool:
    """``is projected to reach $2bn (Vantor)``, but not the short form of a name: ``the Holm Port Authority (HPA)``."""
    named = _named(article)
    opens = article.text.find(" (", span.end, min(article.sentences[sentence].span.end, span.end + _BEHIND)) + 2
    i = covering(named, opens, opens + 1) if opens > 1 and covering(named, opens - 3, opens - 2) < 0 else -1
    return i >= 0 and named[i].start == opens and article.text.startswith((")", ", "), named[i].end)


@fact
def _named(article: Article) -> list[Span]:
    return [name.span for name in names(article)]
