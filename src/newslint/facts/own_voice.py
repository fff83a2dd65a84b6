"""The writer's own voice: texts in which somebody argues, advises or tells what happened to them."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.quote_marks import quoted
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import covering
from newslint.typed import Pattern

_FIRST_PERSON = frozenset("i i'm i've i'd i'll me my myself we we're we've we'll us our ours".split())
_SECOND_PERSON = frozenset("you you're you'll you've your yours".split())
_WE = frozenset(("we", "we'll", "we've"))
_GENERAL = frozenset(("as", "how", "way"))
_OF_MANKIND = frozenset(
    "ancestors atmosphere bodies body brain brains cells century climate dna earth galaxy genes moon oceans origin "
    "origins planet seas skin society solar species sun universe world".split()
)
"""What all readers have, too: ``our own bodies``, ``our Sun``."""
_DESK_DOES = frozenset(
    "answer break bring compare compiled cover cut delve dig dive examine explain explore gathered go keep list look "
    "outline review round rounded show sum take track unpack update walk".split()
)
"""What an article says of itself: ``we explain``, ``below we go through``, ``we will update this story``."""
_OF_DESK = frozenset(
    "article checklist condolences correspondent coverage editors guide hearts live newsletter newsroom prayers "
    "reporter reporters site staff story sympathies team thoughts website".split()
)
"""What it has: ``our newsroom``; ``our thoughts are with`` is said for everybody, too."""
_SHARED = _OF_MANKIND | _OF_DESK
_NOT_OWN = frozenset(("dek", "subhead", "faq-q", "meta"))
"""Where the desk or the reader speaks: "What we know", "Will my doctor stay?"; "could you tell us" is an interview."""
_OWN_ACCOUNT = 0.005
"""Share of words in the first and second person from which a text is no report (measured: reports have 0 to 0.003)."""
_OWN_VOICE = 3
"""Words in the first person that it must have: copy that only says “you” sells, and has no writer to answer for it."""
_TALKS = frozenset(("conversation", "interview"))
_ARGUES = 0.0025
"""Share of words in the first person from which a text is an essay (measured: one in fifty made-up articles)."""
_ASKS = 2
"""Questions of the writer's own that make one, too, where I or we is said at all."""
_RUNNING = ("lede", "body", "conclusion")
_LISTINGS = 2
"""Pieces of code from which a text shows its readers how to do something."""
_CALLS = 3
"""Names of code and calls (``run()``) within its sentences from which it does so as well."""


@fact
def own_account(article: Article) -> bool:
    """True for a text whose writer says I or we outside quotations: a column, a letter, a blog; for "my conversation
    with" somebody; and for one that says whose material it retells: "The following is based on material from the Holm
    Port Authority"."""
    if " based on " in article.folded and _basis().search(article.text):
        return True
    if article.holds(_TALKS) and pattern(r"\b(?:my|our) (?:conversation|interview) with\b").search(article.folded):
        return True
    first = _spoken(article, _FIRST_PERSON)
    if first < _OWN_VOICE:
        return False
    second = _spoken(article, _SECOND_PERSON)
    return first * 4 >= second and first + second > _OWN_ACCOUNT * len(article.words.folded)


@cache
def _basis() -> Pattern[str]:
    return pattern(
        r"(?:[Tt]he following|[Tt]h(?:is|e|ese) (?:answers?|article|explainer|guide|overview|page|piece|summary)) "
        r"(?:is|are|was|were) based on [^.\n]{0,60}?\b[A-Z]"
    )


def _spoken(article: Article, person: frozenset[str]) -> int:
    """How often the writer says one of the words outside quotations."""
    words = article.words
    at = [i for i in article.where(person) if not (is_country(article, i) or _is_everybody(words.folded, i))]
    zones = [(i, article.blocks[article.block_at(words.starts[i])].zone) for i in at]
    at = [i for i, zone in zones if zone not in _NOT_OWN or (zone == "faq-q" and words.folded[i] == "us")]
    marks = [q.span for q in quoted(article)] if at else []
    return sum(covering(marks, words.starts[i], words.ends[i]) < 0 for i in at)


def _is_everybody(folded: list[str], word: int) -> bool:
    """True for the “we” of mankind and of a desk, for whom any copy speaks: “as we move on”, “the way we live”, “we
    all”, “our Sun”, “we will update this story”."""
    said, behind = folded[word], folded[word + 1 : word + 3]
    if said == "we" and (folded[max(0, word - 1)] in _GENERAL or behind[:1] == ["all"]):
        return True
    if said in _WE:
        return not _DESK_DOES.isdisjoint(behind[1:] if behind[:1] in (["will"], ["have"]) else behind[:1])
    return said == "our" and not _SHARED.isdisjoint(behind[behind[:1] == ["own"] :][:1])


def is_country(article: Article, word: int) -> bool:
    """True for “US”, which folds to “us”."""
    return article.words.folded[word] == "us" and article.text.startswith("US", article.words.starts[word])


@fact
def shows_code(article: Article) -> bool:
    """True for a text with pieces of code between its paragraphs or in them: what it says of them can be tried."""
    if sum(1 for _ in article.zoned("code")) >= _LISTINGS:
        return True
    if article.format not in ("markdown", "mdx") or article.source.count("`") < 2 * _CALLS:
        return False
    return len(pattern(r"`[\w.]{1,40}(?:[_(=]| =)[^`\n]{0,80}`").findall(article.source)) >= _CALLS


@fact
def essay(article: Article) -> bool:
    """True for a text that argues: its writer says I or we now and then, or once and asks questions.

    The readers of a column, an analysis or a guide know whose judgement they get; a report has no such voice.
    """
    if own_account(article):
        return True
    first = _spoken(article, _FIRST_PERSON)
    if first >= _OWN_VOICE and first >= _ARGUES * len(article.words.folded):
        return True
    return first > 0 and len(own_questions(article)) >= _ASKS


@fact
def own_questions(article: Article) -> list[int]:
    """Sentences of the running text that are questions, and the writer's own: no quotation touches them."""
    asked = [
        i
        for i, (span, block) in enumerate(article.sentences)
        if article.text[span.end - 1] == "?" and article.blocks[block].zone in _RUNNING
    ]
    marks = [q.span for q in quoted(article)] if asked else []
    return [i for i in asked if covering(marks, *article.sentences[i].span) < 0]
