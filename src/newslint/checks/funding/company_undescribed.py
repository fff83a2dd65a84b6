from __future__ import annotations

from newslint import Article, Entity, Hit, Iterator, Span, deal, name_table, names, rule

_MAKES = frozenset(
    "makes make develops develop builds build provides provide offers offer sells sell designs design operates operate "
    "runs run produces produce manufactures creates supplies specialises specializes maker developer provider operator "
    "supplier manufacturer lender broker publisher retailer builder making developing providing offering selling "
    "building designing operating rents rent leases lends delivers ships recycles grows installs repairs teaches "
    "tests processes distributes".split()
)
_WHERE = frozenset("based headquartered headquarters".split())
_SEAT = frozenset("in startup start company firm maker".split())
_WHO = frozenset("founder founders founded cofounder ceo chief president chairman chairwoman director run led".split())
_WHEN = frozenset("founded established launched started formed incorporated since set".split())


@rule(
    "warning",
    wakes=[deal],
    why="Who, what, where: every wire brief on a deal says what the company is",
    exceptions="Listed companies with a ticker.",
    options={
        "min_count": "How many of the four (product, place, people, year) must be missing.",
    },
    bad=[
        "The start-up raised $40 million in a round led by Harrow Capital.\n\n<<Lumora>> is not just another "
        "start-up; it is a "
        "powerhouse of ideas. The $40 million funding round will change Lumora.",
        "<<Kettle Works>> works in technology. The start-up raised $9 million in seed funding from Bluegate.",
    ],
    good=[
        "Lumora, a Lyon-based maker of battery sensors founded in 2019 by Ines Roy, raised $40 million in a round "
        "led by "
        "Harrow Capital. The start-up employs 40 people.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. Founded in April 2023 by Ines "
        "Roy, Lumora "
        "builds sensors in Lyon.",
    ],
)
def company_undescribed(article: Article, *, min_count: int = 2) -> Iterator[Hit]:
    """A funding story never says what the company makes, where it is, who runs it, or since when.

    "A powerhouse in AI" describes nobody. One clause is enough: "Lumora, a Lyon-based maker of battery sensors founded
    in 2019 by Ines Roy".
    """
    story = deal(article)
    if story is None or story.recipient < 0:
        return
    company = name_table(article)[story.recipient]
    lacking = _lacking(article, company)
    if len(lacking) >= min_count:
        yield Hit(_place(article, company), f"Introduce {company.name}: missing {', '.join(lacking)}.", key="company")


def _place(article: Article, company: Entity) -> Span:
    """The name where a sentence sets out to describe it, else its first mention in the text."""
    first = None
    for span in company.mentions:
        at = article.sentence_index(span.start)
        if at < 0:
            continue
        first = first or span
        if article.sentences[at].span.start == span.start:
            follows = article.words.folded[article.words.at(span.end) : article.words.at(span.end) + 1]
            if follows and follows[0] in ("is", "was", "has", "works", "aims", "wants"):
                return span
    return first or company.mentions[0]


def _lacking(article: Article, company: Entity) -> list[str]:
    folded = article.words.folded
    table = name_table(article)
    near = {*article.sentence_indexes([span.start for span in company.mentions])} - {-1}
    near |= {at + 1 for at in near if at + 1 < len(article.sentences)}
    named = names(article)
    people = {*article.sentence_indexes([n.span.start for n in named if table[n.entity].kind == "person"])}
    places = {*article.sentence_indexes([n.span.start for n in named if table[n.entity].kind == "place"])}
    makes = where = who = when = False
    for at, row in enumerate(article.sentence_words):
        here = folded[row.start : row.stop]
        who = who or (at in people and not _WHO.isdisjoint(here))
        if not _WHEN.isdisjoint(here):
            when = when or any(len(w) == 4 and w.isdigit() and w[:2] in ("19", "20") for w in here)
        if at in near:
            makes = makes or not _MAKES.isdisjoint(here)
            where = where or not _WHERE.isdisjoint(here) or (at in places and not _SEAT.isdisjoint(here))
    slots = {"what it makes": makes, "where it is based": where, "who founded or runs it": who, "since when": when}
    return [name for name, found in slots.items() if not found]
