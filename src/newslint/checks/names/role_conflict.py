from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Introduction,
    Iterator,
    Seat,
    Span,
    Tally,
    covering,
    dates,
    exclusive,
    foundings,
    introductions,
    name_table,
    office_of,
    phrases,
    quotations,
    rule,
    seats,
    word_list,
)

_OF_ONE_PLACE = frozenset(("mayor", "governor", "sheriff", "coroner"))
_NO_PLACE = frozenset(
    "mayor governor sheriff coroner chief executive republican democratic democrat labour conservative tory liberal "
    "green independent socialist former deputy lord lady acting vice state city county town local lt then later now "
    "popular outgoing new metro regional".split()
)
_THEN = frozenset("when then while until born died since ago".split())
"""Words of a sentence whose ages may be of another time."""
_SEXES = (("boy", "girl"), ("man", "woman"), ("son", "daughter"), ("brother", "sister"))
_SEVERAL = frozenset("boys girls men women sons daughters brothers sisters couple both pair twins siblings".split())
_NEAR = 2
"""Sentences from one to the other at most."""
_CHANGES = frozenset(
    "former formerly ex previously previous then later now became become becomes becoming acting interim until since "
    "deputy vice also past once outgoing incoming next new appointed named replaced replace succeeded successor "
    "designate elect moved promoted resigned both and candidate shadow joint assistant served".split()
)


@rule(
    "error",
    wakes=[introductions, foundings, seats, "definite-sexes"],
    why="Two offices, ages, seats or founding years: one of them is wrong, and readers will ask which",
    exceptions="Former, acting and later offices; two offices joined by 'and'; people who share a surname; seats in a "
    "region or a country, or of a branch.",
    bad=[
        "Chief executive Ana Ruiz opened the plant on Monday. Costs had doubled, said Ruiz, <<the finance director>>.",
        'Chief executive Ana Ruiz opened the plant. "We looked and drank," said Ruiz, <<the finance director>>.',
        "Lumora, founded in 2019, makes sensors. It has 40 staff. Lumora, <<founded in 2021>>, is based in Lyon.",
        "Lumora, based in Lyon, makes sensors. It has 40 staff. Lumora, headquartered in <<Turin>>, was sold in May.",
        "The mayor of Arlow, Ana Ruiz, opened the fair. It had rained, said Glint <<Mayor>> Ana Ruiz.",
        "The baker Lars Holm, 43, lit the oven on Monday. The court fined Holm, <<47>>, for the smoke.",
        "The baker Lars Holm, 43, lit the oven on Monday. The <<34>>-year-old Holm has two shops.",
        "The baker Lars Holm, 43, lit the oven on Monday. Holm, who is <<34>>, has two shops.",
        "A child fell into the lock. The name of the boy is not known. Flowers lie where <<the girl>> had played.",
    ],
    good=[
        """A boy fell into the lock, and a girl pulled him out.
The boy is well. The girl was praised.""",
        "Chief executive Ana Ruiz, finance director until May, opened the plant.",
        "Former chief executive Ana Ruiz opened the plant. Ruiz, now the finance director, said costs had doubled.",
        "Prime minister Ana Ruiz is dead. As foreign secretary in the 1970s, Ruiz signed the treaty.",
        "The mayor of Arlow, Ana Ruiz, opened the fair. It had rained, said the Republican mayor, Ana Ruiz.",
        "The baker Lars Holm, 43, lit the oven. The shop was 20 when the 34-year-old Holm came back.",
        "Lumora, based in Lyon, makes sensors. Lumora has its European headquarters in Turin.",
        "Lumora, founded in 2019, makes sensors. Its rival Kettle Works was founded in 2021.",
        "Chief executive Ana Ruiz opened the plant. Her cousin Ines Ruiz, the finance director, was away.",
    ],
)
def role_conflict(article: Article) -> Iterator[Hit]:
    """One person has two offices, ages or sexes in the article, or one company two founding years or two seats.

    Such slips come from notes that were mixed up or from text that a machine made up. Check both at the source and mend
    the wrong one; if both were true at different times, say when.
    """
    yield from _people(article)
    yield from _companies(article)
    yield from _seats(article)
    yield from _sexes(article)


def _people(article: Article) -> Iterator[Hit]:
    table = name_table(article)
    held: dict[int, dict[str, Introduction]] = {}
    reported = set()
    told = Tally(found.entity for found in introductions(article))
    for found in introductions(article):
        if (
            told[found.entity] < 2
            or not found.alone
            or found.entity in reported
            or article.sentence_index(found.mention.start) < 0
        ):
            continue
        said = article.folded[found.role.start : found.role.end].replace("-", " ")
        kind = "age" if said.isdigit() else "office"
        if kind == "office" and (said.startswith("as ") or any(map(str.isdigit, said))):
            continue  # "as foreign secretary in the 1970s"
        office = said if kind == "age" else office_of(said)
        if not office or (_of_earlier if kind == "age" else _in_motion)(article, found.mention):
            continue
        before = held.setdefault(found.entity, {}).setdefault(kind, found)
        first = article.folded[before.role.start : before.role.end].replace("-", " ")
        known = first if kind == "age" else office_of(first)
        elsewhere = known == office in _OF_ONE_PLACE and _two_places(article, before, found)
        if elsewhere or (known != office and exclusive(known, office)):
            reported.add(found.entity)
            a, b = (_told(article, intro, bool(elsewhere)) for intro in (found, before))
            line = article.line_of(before.role.start)
            yield Hit(
                found.role,
                f"{table[found.entity].name} is {a} here and {b} in line {line}.",
                see=((before.role, f"{b} here"),),
            )


def _companies(article: Article) -> Iterator[Hit]:
    table = name_table(article)
    known: dict[int, tuple[int, Span]] = {}
    for found in foundings(article):
        if _in_motion(article, found.span):
            continue
        year, span = known.setdefault(found.entity, (found.year, found.span))
        if year != found.year:
            yield Hit(
                found.span,
                f"{table[found.entity].name} is founded in {found.year} here and in {year} in line "
                f"{article.line_of(span.start)}.",
                see=((span, f"{year} here"),),
            )


def _seats(article: Article) -> Iterator[Hit]:
    table = name_table(article)
    known: dict[int, Seat] = {}
    for found in seats(article):
        first = known.setdefault(found.entity, found)
        one, other = first.town, found.town
        if one in other or other in one:
            continue
        line = article.line_of(first.span.start)
        a, b = (article.text[s.start : s.end] for s in (found.span, first.span))
        yield Hit(
            found.span,
            f"{table[found.entity].name} has its seat in {a} here and in {b} in line {line}.",
            severity=None if first.known and found.known else "warning",
            see=((first.span, f"{b} here"),),
        )


def _sexes(article: Article) -> Iterator[Hit]:
    """``The name of the boy … the house where the girl lived``: neither was brought in, nobody else is spoken of."""
    hits = phrases(article, "definite-sexes")
    if len(hits) < 2 or article.holds(_SEVERAL):
        return
    told: dict[str, list[Span]] = {}
    for hit in hits:
        told.setdefault(article.words.folded[hit.last], []).append(hit.span)
    for pair in _SEXES:
        if any(word not in told or len(told[word]) < len(article.places[word]) for word in pair):
            continue
        first, second = sorted(told[word][0] for word in pair)
        apart = article.sentence_index(second.start) - article.sentence_index(first.start)
        if 0 < apart <= _NEAR and article.sentence_index(first.start) >= 0:
            here, there = (article.folded[slice(*span)] for span in (second, first))
            message = f"“{here}” here, “{there}” in line {article.line_of(first.start)}. Is it one person?"
            yield Hit(second, message, severity="warning", see=((first, f"{there} here"),))


def _told(article: Article, found: Introduction, of_place: bool) -> str:
    """The office as the text gives it, with its place where that is the flaw."""
    said = article.one_line(found.role)
    place = " ".join(article.text[i.start : i.end] for i in _place_of(article, found)) if of_place else ""
    return said if place in said else f"{place} {said}"


def _two_places(article: Article, one: Introduction, other: Introduction) -> bool:
    """The office is of one place here and of another there: the mayor of Arlow, Glint's mayor."""
    regions = word_list("countries") | word_list("regions") | word_list("demonyms")
    a, b = (
        {article.folded[w.start : w.end].removesuffix("'s") for w in _place_of(article, intro)}
        for intro in (one, other)
    )
    if not a or not b or a & b or {"city", "county", "state", "town"} & (a | b):
        return False
    return bool({" ".join(a), *a} & regions) == bool({" ".join(b), *b} & regions)


def _place_of(article: Article, found: Introduction) -> list[Span]:
    """The words of the place of which somebody holds an office."""
    words, text = article.words, article.text
    row = words.between(*found.role)
    place = [i for i in row if text[words.starts[i]].isupper() and words.folded[i] not in _NO_PLACE]
    if "of" in words.folded[row.start : row.stop]:
        place = [i for i in place if i > row.start and "of" in words.folded[row.start : i]]
    elif place and place[0] != row.start:
        place = []
    if not place:
        i = row.start - 1
        while i >= 0 and text[words.ends[i] : words.starts[i + 1]] == " " and text[words.starts[i]].isupper():
            place.insert(0, i)
            i -= 1
    sentence = article.sentence_at(found.role.start)
    opens = words.at(sentence.span.start) if sentence else -1
    known = word_list("places")
    if any(words.folded[i] in _NO_PLACE for i in place) or len(place) > 3:
        return []
    if place[:1] == [opens] and words.folded[opens] not in known and not _a_name(article, opens):
        return []
    return [Span(words.starts[i], words.ends[i]) for i in place]


def _a_name(article: Article, i: int) -> bool:
    """The word that opens the sentence is no common one: nowhere with a small letter, and known to open none."""
    lowered = article.remember("words-in-small-letters", _in_small_letters)
    return article.words.folded[i] not in lowered and article.words.folded[i] not in word_list("openers")


def _in_small_letters(article: Article) -> frozenset[str]:
    words, text = article.words, article.text
    return frozenset(word for word, start in zip(words.folded, words.starts, strict=True) if text[start].islower())


def _of_earlier(article: Article, span: Span) -> bool:
    """The sentence tells of another time: ``in 2019, when the 23-year-old Holm``."""
    sentence = article.sentences[article.sentence_index(span.start)].span
    row = article.words.between(*sentence)
    if not _THEN.isdisjoint(article.words.folded[row.start : row.stop]):
        return True
    return any(date.year_given and sentence.start <= date.span.start < sentence.end for date in dates(article))


def _in_motion(article: Article, span: Span) -> bool:
    """The sentence tells of a change of office, or of two at once."""
    at = article.sentence_index(span.start)
    words = article.words
    sentence = article.sentences[at].span
    near = words.between(max(sentence.start, span.start - 60), min(sentence.end, span.end + 80))
    opener = words.at(sentence.start)  # "Later the chairman left" tells of no change of office
    quoted = [quotation.span for quotation in quotations(article)]
    return any(
        words.folded[i] in _CHANGES
        for i in near
        if i != opener and covering(quoted, words.starts[i], words.ends[i]) < 0
    )
