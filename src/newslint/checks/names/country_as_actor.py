from __future__ import annotations

from bisect import bisect_left

from newslint import Article, Hit, Iterator, Span, covering, name_table, names, phrases, quotations, rule, word_list

_STATE = frozenset(
    "government governments ministry minister ministers state sovereign central bank treasury parliament president "
    "premier prime army military fund funds pension regulator agency council commission embassy treaty sanctions war "
    "weapons troops aid tariff tariffs foreign policy education roads railways infrastructure health defence "
    "defense".split()
)
_COMPANY = frozenset("startup startups company firm maker stake developer chipmaker carmaker venture business".split())
_BETWEEN = frozenset("has have had also recently heavy huge big latest".split())


@rule(
    "warning",
    wakes=["company-acts"],
    why="Countries do not buy companies; firms, funds and ministries do, and each has a name (Reuters)",
    exceptions="Acts of state; teams; central banks; quotations; the fund or ministry is named in the sentence.",
    bad=[
        "<<China's investment in Lumora>> will pay off. Lumora makes sensors.",
        "<<Norway bought>> 5% of the firm on Monday.",
        "<<Germany has invested in>> the start-up Lumora.",
    ],
    good=[
        "China Investment Corp's stake in Lumora will pay off, its chief said.",
        "Norway's sovereign fund bought 5% of the firm.",
        "Germany has invested in roads and schools.",
        "China's investment in education rose by a tenth.",
        "Chinese investment in Europe fell in 2024, the ministry said.",
    ],
)
def country_as_actor(article: Article) -> Iterator[Hit]:
    """A country or city does what a company or an investor did.

    "China's investment in Lumora" hides who paid. Name the company, the fund or the ministry; if it is not known, say
    so and who would not tell.
    """
    places = word_list("places")
    words, folded = article.words, article.words.folded
    quoted = [q.span for q in quotations(article)]
    table = name_table(article)
    named = names(article)
    starts = [n.span for n in named]
    seen = set()
    for hit in phrases(article, "company-acts"):
        at = article.sentence_index(hit.span.start)
        if at < 0 or covering(quoted, *hit.span) >= 0:
            continue
        row = words.between(*article.sentences[at].span)
        near = row[max(0, hit.first - row.start - 40) : hit.last - row.start + 40]
        if not _STATE.isdisjoint(folded[near.start : near.stop]):
            continue
        i = hit.first - 1
        while i > row.start and folded[i] in _BETWEEN:
            i -= 1
        place = covering(starts, words.starts[i], words.ends[i]) if i >= row.start else -1
        if place < 0:
            continue
        country = named[place]
        noun = folded[hit.first] in ("investment", "investments", "stake", "bet")
        if noun != folded[i].endswith("'s") or table[country.entity].kind != "place":
            continue
        if country.text.lower() not in places:
            continue
        before = words.at(country.span.start) - 1
        if before >= row.start and folded[before] in ("in", "of", "from", "at"):
            continue
        company = _company(article, hit.last, row.stop)
        if not company or at in seen:
            continue
        seen.add(at)
        said = article.one_line(country.span)
        end = company.end if noun else words.ends[hit.last]
        yield Hit(
            Span(country.span.start, end), f"Who exactly? Name the company, fund or ministry instead of “{said}”."
        )


def _company(article: Article, last: int, stop: int) -> Span | None:
    """A company in the words that follow: a name that is no place, or a word for one."""
    words, folded = article.words, article.words.folded
    table = name_table(article)
    end = words.ends[min(last + 7, stop - 1)]
    named = names(article)
    first = bisect_left(named, words.ends[last], key=lambda n: n.span.start)
    for name in named[first : first + 9]:
        if name.span.start > end:
            break
        if table[name.entity].kind in ("organisation", "other"):
            return name.span
    for i in range(last, min(last + 7, stop)):
        if folded[i] in _COMPANY or (folded[i] == "start" and folded[i + 1 : i + 2] == ["up"]):
            return Span(words.starts[i], words.ends[i])
    return None
