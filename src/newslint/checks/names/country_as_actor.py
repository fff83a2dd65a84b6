from __future__ import annotations

from bisect import bisect_left

from newslint import (
    Article,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    covering,
    name_table,
    names,
    phrases,
    quotations,
    rule,
    word_list,
)

_STATE = frozenset(
    "government governments ministry minister ministers state sovereign central bank treasury parliament president "
    "premier prime army military fund funds pension regulator agency council commission embassy treaty sanctions war "
    "weapons troops aid tariff tariffs foreign policy education roads railways infrastructure health defence "
    "defense".split()
)
_COMPANY = frozenset("startup startups company firm maker stake developer chipmaker carmaker venture business".split())
_BETWEEN = frozenset("has have had also recently quietly now heavy huge big latest".split())
_NEAR = 8
"""Words between the act and the company at most."""


@rule(
    "warning",
    wakes=["company-acts", "company-deeds", "done-by"],
    why="Countries do not buy companies; firms, funds and ministries do, and each has a name (Reuters)",
    exceptions="Acts of state; teams; central banks; quotations; the fund or ministry is named in the sentence.",
    bad=[
        "<<China's investment in Lumora>> will pay off. Lumora makes sensors.",
        "<<Norway bought>> 5% of the firm on Monday.",
        "<<Germany has invested in>> the start-up Lumora.",
        "The cable maker turned down <<Italy's offer for Lumora>>.",
        "Hopes are high at Lumora, <<acquired last month by Canada>>.",
    ],
    good=[
        "China Investment Corp's stake in Lumora will pay off, its chief said.",
        "Norway's sovereign fund bought 5% of the firm.",
        "Germany has invested in roads and schools.",
        "Lumora is owned by Norway's sovereign fund.",
        "China's investment in education rose by a tenth.",
        "Chinese investment in Europe fell in 2024, the ministry said.",
    ],
)
def country_as_actor(article: Article) -> Iterator[Hit]:
    """A country or city does what a company or an investor did.

    "China's investment in Lumora" hides who paid. Name the company, the fund or the ministry; if it is not known, say
    so and who would not tell.
    """
    words = article.words
    quoted = [q.span for q in quotations(article)]
    seen = set()
    for lexicon, actor_of in (("company-acts", _subject), ("company-deeds", _owner), ("done-by", _agent)):
        for hit in phrases(article, lexicon):
            at = article.sentence_index(hit.span.start)
            if at < 0 or at in seen or covering(quoted, *hit.span) >= 0:
                continue
            row = words.between(*article.sentences[at].span)
            near = row[max(0, hit.first - row.start - 40) : hit.last - row.start + 40]
            if not _STATE.isdisjoint(words.folded[near.start : near.stop]):
                continue
            actor = actor_of(article, hit, row)
            company = _company(article, hit, row, before=lexicon == "done-by")
            if actor is None or company is None:
                continue
            seen.add(at)
            ends = {"company-acts": hit.span.end, "company-deeds": company.end, "done-by": actor.end}
            yield Hit(
                Span(min(actor.start, hit.span.start), ends[lexicon]),
                f"Who exactly? Name the company, fund or ministry instead of “{article.one_line(actor)}”.",
            )


def _subject(article: Article, hit: PhraseHit, row: range) -> Span | None:
    """The place before the verb: ``Norway has recently bought``."""
    i = hit.first - 1
    while i > row.start and article.words.folded[i] in _BETWEEN:
        i -= 1
    return None if article.words.folded[i].endswith("'s") else _place(article, i, row)


def _owner(article: Article, hit: PhraseHit, row: range) -> Span | None:
    """The place whose deed it is: ``China's latest investment in``."""
    i = hit.first - 1
    while i > row.start and article.words.folded[i] in _BETWEEN:
        i -= 1
    return _place(article, i, row) if article.words.folded[i].endswith("'s") else None


def _agent(article: Article, hit: PhraseHit, row: range) -> Span | None:
    """The place behind "by": ``bought last month by Canada``."""
    return _place(article, hit.last + 1, row)


def _place(article: Article, i: int, row: range) -> Span | None:
    """The country or city that word `i` belongs to; none where something is in it or from it."""
    if i not in row:
        return None
    words, named = article.words, names(article)
    at = covering([name.span for name in named], words.starts[i], words.ends[i])
    if at < 0 or name_table(article)[named[at].entity].kind != "place":
        return None
    if named[at].text.lower() not in word_list("places"):
        return None
    before = words.at(named[at].span.start) - 1
    if before in row and words.folded[before] in ("in", "of", "from", "at"):
        return None
    return named[at].span


def _company(article: Article, hit: PhraseHit, row: range, *, before: bool) -> Span | None:
    """A company in the words behind the act, or before it: a name that is no place, or a word for one."""
    words, table, named = article.words, name_table(article), names(article)
    near = range(max(row.start, hit.first - _NEAR), hit.first) if before else row[hit.last - row.start :][:_NEAR]
    if not near:
        return None
    low, high = words.starts[near[0]], words.ends[near[-1]]
    for name in named[bisect_left(named, low, key=lambda n: n.span.start) :]:
        if name.span.start >= high:
            break
        if table[name.entity].kind in ("organisation", "other"):
            return name.span
    for i in near:
        if words.folded[i] in _COMPANY or (words.folded[i] == "start" and words.folded[i + 1 : i + 2] == ["up"]):
            return Span(words.starts[i], words.ends[i])
    return None
