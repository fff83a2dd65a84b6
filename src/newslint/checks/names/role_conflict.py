from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Hit, Introduction, Span, foundings, introductions, name_table, rule

_OFFICES = (
    ("chief executive", ("chief executive", "ceo")),
    ("finance director", ("finance director", "chief financial officer", "cfo", "finance chief")),
    ("operating chief", ("chief operating officer", "coo")),
    ("technology chief", ("chief technology officer", "cto", "technology director")),
    ("marketing chief", ("chief marketing officer", "marketing director", "head of marketing")),
    ("general counsel", ("general counsel",)),
    ("spokesperson", ("spokesman", "spokeswoman", "spokesperson")),
    ("prime minister", ("prime minister",)),
    ("foreign minister", ("foreign minister", "foreign secretary")),
    ("finance minister", ("finance minister", "treasury secretary")),
    ("interior minister", ("interior minister", "home secretary")),
    ("health minister", ("health minister", "health secretary")),
    ("mayor", ("mayor",)),
    ("governor", ("governor",)),
    ("sheriff", ("sheriff",)),
    ("ambassador", ("ambassador",)),
    ("chair", ("chairman", "chairwoman", "chairperson")),
    ("treasurer", ("treasurer",)),
    ("head teacher", ("head teacher", "headteacher", "headmaster", "headmistress")),
    ("caretaker", ("caretaker", "janitor")),
    ("captain", ("captain", "skipper")),
    ("coach", ("head coach",)),
    ("goalkeeper", ("goalkeeper",)),
    ("referee", ("referee",)),
    ("coroner", ("coroner",)),
    ("conductor", ("conductor",)),
    ("curator", ("curator",)),
    ("librarian", ("librarian",)),
    ("vicar", ("vicar",)),
    ("midwife", ("midwife",)),
    ("prosecutor", ("prosecutor",)),
)
"""Offices of which a person holds one at a time."""
_UNDER_A_CHAIR = frozenset(("captain", "treasurer", "caretaker", "goalkeeper", "coach", "spokesperson"))
_IN_A_TEAM = frozenset(("captain", "goalkeeper", "coach"))
_CHANGES = frozenset(
    "former formerly ex previously previous then later now became become becomes becoming acting interim until "
    "since deputy "
    "vice also past once outgoing incoming next new appointed named replaced replace succeeded successor designate "
    "elect "
    "moved promoted resigned both and candidate shadow joint assistant served".split()
)


@rule(
    "error",
    wakes=[introductions, foundings],
    why="Two offices, two ages or two founding years: one of them is wrong, and readers will ask which",
    exceptions="Former, acting and later offices; two offices joined by 'and'; people who share a surname.",
    bad=[
        "Chief executive Ana Ruiz opened the plant on Monday. Costs had doubled, said Ruiz, <<the finance director>>.",
        "Lumora, founded in 2019, makes sensors. It has 40 staff. Lumora, <<founded in 2021>>, is based in Lyon.",
        "The baker Lars Holm, 43, lit the oven on Monday. The court fined Holm, <<47>>, for the smoke.",
    ],
    good=[
        "Chief executive Ana Ruiz, finance director until May, opened the plant.",
        "Former chief executive Ana Ruiz opened the plant. Ruiz, now the finance director, said costs had doubled.",
        "Prime minister Ana Ruiz is dead. As foreign secretary in the 1970s, Ruiz signed the treaty.",
        "Lumora, founded in 2019, makes sensors. Its rival Kettle Works was founded in 2021.",
        "Chief executive Ana Ruiz opened the plant. Her cousin Ines Ruiz, the finance director, was away.",
    ],
)
def role_conflict(article: Article) -> Iterator[Hit]:
    """One person has two offices or ages in the article, or one company two founding years.

    Such slips come from notes that were mixed up or from text that a machine made up. Check both at the source and mend
    the wrong one; if both were true at different times, say when.
    """
    yield from _people(article)
    yield from _companies(article)


def _people(article: Article) -> Iterator[Hit]:
    table = name_table(article)
    held: dict[int, dict[str, Introduction]] = {}
    reported = set()
    for found in introductions(article):
        if not found.alone or found.entity in reported or article.sentence_index(found.mention.start) < 0:
            continue
        said = article.folded[found.role.start : found.role.end].replace("-", " ")
        kind = "age" if said.isdigit() else "office"
        if kind == "office" and (said.startswith("as ") or any(c.isdigit() for c in said)):
            continue  # "as foreign secretary in the 1970s"
        office = said if kind == "age" else _office(said)
        if not office or _in_motion(article, found.mention):
            continue
        before = held.setdefault(found.entity, {}).setdefault(kind, found)
        first = article.folded[before.role.start : before.role.end].replace("-", " ")
        known = first if kind == "age" else _office(first)
        if known != office and _exclusive(known, office):
            reported.add(found.entity)
            a, b = (" ".join(article.text[s.start : s.end].split()) for s in (found.role, before.role))
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


def _office(role: str) -> str:
    """The office that the words stand for, or the empty string; none when they stand for two."""
    held = {office for office, forms in _OFFICES if any(f" {form} " in f" {role} " for form in forms)}
    return held.pop() if len(held) == 1 else ""


def _exclusive(a: str, b: str) -> bool:
    """False for offices that one person often holds at once: a mayor chairs this and that, a captain keeps goal."""
    if "chair" in (a, b):
        return bool({a, b} & _UNDER_A_CHAIR)
    return not {a, b} <= _IN_A_TEAM


def _in_motion(article: Article, span: Span) -> bool:
    """The sentence tells of a change of office, or of two at once."""
    at = article.sentence_index(span.start)
    words = article.words
    sentence = article.sentences[at].span
    near = words.between(max(sentence.start, span.start - 60), min(sentence.end, span.end + 80))
    opener = words.at(sentence.start)  # "Later the chairman left" tells of no change of office
    return any(words.folded[i] in _CHANGES for i in near if i != opener)
