from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    Severity,
    Span,
    attributions,
    covering,
    figures,
    name_table,
    noun_before,
    quotations,
    rule,
    word_list,
)

_ACTS = frozenset(
    "welcomed praised criticised criticized rejected denied backed dismissed defended condemned questioned attacked "
    "hailed thanked urged".split()
)
_CLAIMED = frozenset(("responsibility",))
_CLIENTS = frozenset(("client", "clients", "client's"))
_IN_COURT = (
    "in mitigation, ", "mitigating, ", "defending, ", "prosecuting, ", "for the defence, ", "for the defense, ",
    "for the prosecution, ", "for the crown, ", "opening the case, ", "opening the prosecution case, ",
)  # fmt: skip
_SIDES = (", for the ", ", prosecuting", ", defending", ", representing ", ", acting for ", ", appearing for ")
"""In court."""
_CROWDS = frozenset(
    "traders mothers fathers parents tenants shopkeepers stallholders vendors farmers growers fishermen nurses "
    "teachers pupils students passengers commuters drivers riders workers miners villagers neighbours neighbors "
    "residents survivors evacuees refugees migrants pensioners patients customers shoppers diners visitors voters "
    "protesters protestors marchers strikers pickets mourners worshippers walkers cyclists swimmers anglers "
    "volunteers".split()
)
"""People on the spot, of whom one is heard: ``traders had stocked up. Ms Wairimu said she had lost 14 bales``."""
_WORKS = frozenset(
    "study studies paper papers report reports book books novel article articles column columns essay essays analysis "
    "research poll survey editorial opinion commentary review blog post memo film song album photograph".split()
)


@rule(
    "warning",
    wakes=[attributions, "person-acts"],
    why="Reuters and AP: full name and position at first mention, surname afterwards",
    exceptions=(
        "People whom everybody knows; lawyers who speak for a client; authors of a study, a book or a column; "
        "headlines; quotations; names on the desk's list. Advice in sports copy, whose readers know the players."
    ),
    options={
        "known": "Names that need no introduction in this paper.",
    },
    bad=[
        "The council met on Monday. <<Lars Holm>> welcomed the vote. The session took an hour.",
        "The plan has failed, <<Elena Petrova>> said on Monday. Members will vote on it again.",
        "The bridge is safe, <<Mr Holm>> said. It was built in 1962.",
    ],
    good=[
        "Elena Petrova, the union's president, said the plan had failed.",
        "Lars Holm, who owns the shop, welcomed the vote.",
        "Traders had stocked up for the fair.\n\nThe stalls belong to traders. Ada Brandt said she had lost 14 bales.",
        "According to Lars Holm from the toolmaker Norva, the saw is safe.",
        "The plan has failed, Elena Petrova said. Petrova is the union's president.",
        "The baker Lars Holm said the oven was cold. Mr Holm lit it again.",
        "Tony Blair said the plan had failed.",
        "In mitigation, Lars Holm said the theft was small.\n\nAda Brandt said that her client had sold the saw.",
        "Al-Noor in Norva said it had planted the bomb. Harak Zan has claimed responsibility for another.",
        "A study by Lars Holm and Ada Brandt found that the saw was safe.",
    ],
)
def unintroduced_person(article: Article, *, known: tuple[str, ...] = ()) -> Iterator[Hit]:
    """Somebody speaks or acts whom the article has not introduced.

    Readers weigh words by who says them. Give the full name and what the person is (office, trade, age, relation to the
    story) in the sentence of the first mention or the next.
    """
    strangers = [
        person for person in name_table(article) if person.kind == "person" and person.sure and not person.role
    ]
    if not strangers:
        return
    quoted = [q.span for q in quotations(article)]
    spoken = {a.source.start for a in attributions(article) if a.source and a.source_class == "person"}
    household = word_list("household-names")
    if known:
        household |= {name.lower() for name in known}
    severity: Severity | None = "info" if "score" in {figure.kind for figure in figures(article)} else None
    met: dict[str, int] = {}
    for person in strangers:
        first = next((s for s in person.mentions if article.sentence_index(s.start) >= 0), None)
        if first is None or covering(quoted, *first) >= 0:
            continue
        if _is_household_name(article, person.name, household) or _is_movement(article, person.name, first):
            continue
        if not _acts(article, first, spoken) or _said_who(article, first):
            continue
        if article.text.startswith((" / ", "/"), first.end):  # a photographer's credit
            continue
        if not met:
            folded = article.words.folded
            met = dict(zip(reversed(folded), reversed(range(len(folded))), strict=True))
        surname = article.words.at(first.end) - 1
        if met[article.words.folded[surname]] >= article.words.at(first.start):
            yield Hit(_titled(article, first), f"Introduce {person.name}: full name and role.", severity)


def _is_household_name(article: Article, name: str, household: frozenset[str]) -> bool:
    """The paper's readers, or everybody, know the person by this name."""
    name = name.lower().replace("-", " ").replace(". ", " ")
    parts = name.split()
    short = f"{parts[0]} {parts[-1]}"  # Donald J. Trump
    if name in household or short in household:
        return True
    if any(name == known.lower() for known in article.context.desk_names):
        return True
    return len(parts) == 1 and bool([full for full in household if full.endswith(" " + name)])


def _is_movement(article: Article, name: str, first: Span) -> bool:
    """ "Al-Noor" and who claims responsibility are movements, as a rule."""
    if name[:3].lower() == "al-" and " " not in name:
        return True
    claims = article.where(_CLAIMED)
    sentence = article.sentence_at(first.start) if claims else None
    return sentence is not None and any(first.end <= article.words.starts[i] < sentence.span.end for i in claims)


def _said_who(article: Article, first: Span) -> bool:
    """The words beside the first mention tell what the person is, or that there are more of them."""
    return (
        _affiliated(article, first)
        or _described(article, first)
        or _role_before(article, first)
        or _wrote(article, first)
        or _one_of(article, first)
        or _for_client(article, first)
    )


def _for_client(article: Article, first: Span) -> bool:
    """A lawyer, who speaks for somebody: ``In mitigation, Ola Berg said that her client``."""
    at = article.sentence_index(first.start)
    if article.folded.startswith(_IN_COURT, article.sentences[at].span.start):
        return True
    row, folded = article.sentence_words[at], article.words.folded
    return any(row.start < i < row.stop and folded[i - 1] in ("his", "her", "their") for i in article.where(_CLIENTS))


def _role_before(article: Article, first: Span) -> bool:
    """The sentence before speaks of an office whose holder this is, or of people of whom this is one."""
    at = article.sentence_index(first.start)
    words, roles = article.words, word_list("roles")
    if at <= 0:
        return False
    before = [words.folded[i] for i in words.between(article.sentences[at - 1].span.start, first.start)[-60:]]
    own = len(words.between(article.sentences[at].span.start, first.start))
    told = before[: len(before) - own]
    return not roles.isdisjoint(told) or not _CROWDS.isdisjoint(before)


def _acts(article: Article, span: Span, spoken: set[int]) -> bool:
    words = article.words
    i = words.at(span.start)
    if any(words.starts[k] in spoken for k in (i, i - 1) if k >= 0):
        return True
    after = words.at(span.end)
    return after < len(words.folded) and words.folded[after] in _ACTS


def _affiliated(article: Article, span: Span) -> bool:
    """The name goes on with a house or a side: "Ola Berg of Unite", "Ada Brandt, for the prosecution,"."""
    words = article.words
    after = words.at(span.end)
    if article.folded.startswith(_SIDES, span.end):
        return True
    return article.text[span.end : span.end + 1] == " " and words.folded[after] in ("of", "from", "at")


def _one_of(article: Article, span: Span) -> bool:
    """Named as one of a group that was just spoken of: "one of the mothers, Ola Berg, said"."""
    before = article.folded[max(0, span.start - 60) : span.start]
    return before.endswith(", ") and "one of the" in before.removesuffix(", ").rpartition(",")[2]


def _wrote(article: Article, span: Span) -> bool:
    """Named as the author of a work: "a study by Ola Berg"."""
    words = article.words
    i = words.at(span.start)
    return words.folded[i - 1 : i] == ["by"] and not _WORKS.isdisjoint(words.folded[max(0, i - 6) : i - 1])


def _described(article: Article, span: Span) -> bool:
    """A word that belongs to the name stands before it: "frontbencher Ola Berg", "ABN's Ola Berg"."""
    return noun_before(article, span).lower() not in ("", "mr", "mrs", "ms", "dr", "miss")


def _titled(article: Article, span: Span) -> Span:
    """The name with the form of address before it."""
    words = article.words
    i = words.at(span.start) - 1
    if i >= 0 and words.folded[i] in ("mr", "mrs", "ms", "miss", "dr") and span.start - words.ends[i] <= 2:
        return Span(words.starts[i], span.end)
    return span
