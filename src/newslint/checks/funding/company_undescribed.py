from __future__ import annotations

from newslint import Article, Entity, Hit, Iterator, Span, deal, name_table, names, rule

_MAKES = frozenset(
    "makes make develops develop builds build provides provide offers offer sells sell designs design operates operate "
    "runs run produces produce manufactures creates supplies specialises specializes maker developer provider operator "
    "supplier manufacturer lender broker publisher retailer builder making developing providing offering selling "
    "building designing operating rents rent leases lends delivers ships recycles grows installs repairs teaches "
    "tests processes distributes product products".split()
)
_WHERE = frozenset("based headquartered headquarters seat".split())
_SEAT = frozenset("in startup start company firm maker".split())
_FIRM = frozenset("company firm startup start maker group business".split())
"""What the place stands before: ``the Newport company``."""
_AGENT = ("er", "or", "ers", "ors", "grower", "ist")
"""How words for those end who do something for a living: ``a printer of quay walls``."""
_OPENS = frozenset("a an the based".split())
_BY = frozenset(("she", "he"))
_WHO = frozenset(
    "founder founders founded cofounder ceo chief president chairman chairwoman director run runs led leads "
    "boss".split()
)
_NO_TRADE = frozenset(
    "is was has does as its this values leader number member founder investor supporter winner order power corner "
    "helps plans wants aims hopes believes says calls needs sees leads".split()
)
"""Words of that form which tell no trade."""
_WHEN = frozenset(
    "founded established launched started start formed incorporated since set birth begun began born".split()
)


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


def _told_by_form(here: list[str]) -> bool:
    """``which bakes glass tiles``, ``a printer of quay walls``, whatever the trade."""
    for i in range(1, len(here) - 1):
        if here[i - 1] in ("which", "that") and here[i].endswith("s") and here[i] not in _NO_TRADE:
            return True
        if here[i + 1] == "of" and here[i].endswith(_AGENT) and not _OPENS.isdisjoint(here[max(0, i - 3) : i]):
            return here[i] not in _NO_TRADE
    return False


def _before_firm(article: Article, row: range) -> bool:
    """``the Newport company``: a name between the article and the word for the firm."""
    words = article.words
    for i in row[2:]:
        if words.folded[i] in _FIRM and words.folded[i - 2] == "the":
            return article.text[words.starts[i - 1]].isupper()
    return False


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
        person = at in people or (at - 1 in people and not _BY.isdisjoint(here[:1]))
        who = who or (person and not _WHO.isdisjoint(here))
        if not _WHEN.isdisjoint(here):
            when = when or any(len(w) == 4 and w.isdigit() and w[:2] in ("19", "20") for w in here)
        if at in near:
            makes = makes or not _MAKES.isdisjoint(here) or _told_by_form(here)
            where = where or not _WHERE.isdisjoint(here) or (at in places and not _SEAT.isdisjoint(here))
            where = where or _before_firm(article, row)
    slots = {"what it makes": makes, "where it is based": where, "who founded or runs it": who, "since when": when}
    return [name for name, found in slots.items() if not found]
