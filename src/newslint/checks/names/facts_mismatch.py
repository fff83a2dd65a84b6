from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    Mapping,
    Span,
    dates,
    deal,
    exclusive,
    figures,
    foundings,
    introductions,
    listed_facts,
    name_table,
    office_of,
    one_letter_apart,
    pattern,
    rule,
    word_list,
)

_AMOUNT = r"(\d[\d,]{0,20}(?:\.\d{1,6})?)\s{0,3}(k|thousand|m|mn|million|bn?|billion|tn|trillion)?\b"
_SCALES = {"k": 1e3, "th": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}


@rule(
    "error",
    wakes=[listed_facts],
    why="A list of facts that the reporter has checked is worth having only if the text keeps to it",
    exceptions="Facts of which the text says nothing are a warning, since an article need not say all.",
    bad=[
        "---\ntitle: Sensor maker raises money\nfacts:\n  amount: $40 million\n---\n\nThe start-up Lumora raised "
        "<<$14 million>> "
        "in a round led by Harrow Capital.\n",
        "---\ntitle: Sensor maker opens a plant\nfacts:\n  founded: 2019\n---\n\nLumora, <<founded in 2021>>, "
        "opened a plant "
        "in Graz.\n",
        "---\ntitle: Union loses vote\nfacts:\n  people:\n    Elena Petrova: president of the union\n---\n\nThe "
        "plan has "
        "failed, said Elena <<Petrowa>>, the union's president.\n",
        "---\ntitle: Union loses vote\nfacts:\n  people:\n    Elena Petrova: treasurer of the union\n---\n\nThe "
        "plan has failed, said Elena Petrova, <<the union's chairwoman>>.\n",
    ],
    good=[
        "---\ntitle: Sensor maker raises money\nfacts:\n  amount: 40 million dollars\n  investors: [Harrow "
        "Capital]\n---\n\n"
        "The start-up Lumora raised $40 million in a round led by Harrow Capital.\n",
        "---\ntitle: Union loses vote\nfacts:\n  people: [{name: Elena Petrova, role: president}]\n---\n\nThe plan "
        "has failed, "
        "said Elena Petrova, the union's president.\n",
    ],
)
def facts_mismatch(article: Article) -> Iterator[Hit]:
    """The text departs from the facts listed in the article's front matter.

    A `facts:` block holds what was checked: `investors` and `names` (lists), `people` (names with roles or ages),
    `amount`, `founded` (a year), `date`. Whatever the text says otherwise is an error; a name that it never mentions
    is a warning. Mend the text, or the list if the list was wrong.
    """
    listed = listed_facts(article)
    people = _people(listed.get("people"))
    for name in [*_names(listed.get("investors")), *_names(listed.get("names")), *people]:
        yield from _name(article, name)
    yield from _roles(article, people)
    if "amount" in listed:
        yield from _amount(article, str(listed["amount"]))
    if "founded" in listed:
        yield from _founded(article, str(listed["founded"]))
    if "date" in listed:
        yield from _date(article, str(listed["date"])[:10])


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [str(item) for item in value] if isinstance(value, list) else []


def _people(value: object) -> dict[str, str]:
    """Each person's name with role or age as listed, empty where none is."""
    if isinstance(value, Mapping):
        return {str(name): _role(told) for name, told in value.items()}
    if isinstance(value, list):
        rows = [item if isinstance(item, Mapping) else {"name": item} for item in value]
        return {str(row.get("name", "")): _role(row) for row in rows}
    return dict.fromkeys(_names(value), "")


def _role(told: object) -> str:
    if isinstance(told, Mapping):
        told = told.get("role", told.get("title", told.get("age", "")))
    return str(told).strip() if isinstance(told, str | int) and not isinstance(told, bool) else ""


def _roles(article: Article, people: Mapping[str, str]) -> Iterator[Hit]:
    """A person whom the text gives another office or age than the list does."""
    table = name_table(article)
    listed = {name.lower().split()[-1]: (name, role) for name, role in people.items() if name.strip() and role}
    told: set[str] = set()
    for found in introductions(article) if listed else ():
        entity = table[found.entity]
        name, role = listed.get(entity.name.lower().split()[-1], ("", ""))
        if not role or name in told or not _one_person(name, entity.name):
            continue
        said = article.folded[found.role.start : found.role.end].replace("-", " ")
        if said.isdecimal() or role.isdecimal():
            differ, sure = said.isdecimal() and role.isdecimal() and said != role, True
        else:
            differ, sure = _differ(role.lower().replace("-", " "), said)
        if differ and not {"former", "then", "later", "now", "until"} & {*said.split(), *role.lower().split()}:
            told.add(name)
            yield Hit(found.role, f"The facts say of {name}: {role}.", None if sure else "warning")


def _one_person(one: str, other: str) -> bool:
    """Ana Ruiz and Ruiz, Ana Ruiz and A. Ruiz, but not Ana Ruiz and Ines Ruiz."""
    a, b = one.lower().split(), other.lower().split()
    return a[-1] == b[-1] and (len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0])


def _differ(listed: str, said: str) -> tuple[bool, bool]:
    """Whether the text's role is another, and whether the two cannot be held at once."""
    known, told = office_of(listed), office_of(said)
    if known and told:
        return known != told and exclusive(known, told), True
    roles = word_list("roles")
    a, b = ({w for w in words.split() if w in roles} for words in (listed, said))
    return bool(a and b) and not a & b, False


def _name(article: Article, name: str) -> Iterator[Hit]:
    folded = name.lower().strip()
    if not folded or folded in article.folded:
        return
    wanted = folded.split()
    words = article.words
    for entity in name_table(article):
        for span in entity.mentions:
            row = words.between(*span)
            for i in row:
                close = next((w for w in wanted if one_letter_apart(w, words.folded[i])), "")
                if close and len(close) > 3 and (len(wanted) == 1 or len(row) > 1 or close == wanted[-1]):
                    yield Hit(Span(words.starts[i], words.ends[i]), f"The facts spell it “{name}”.")
                    return
    message = f"“{name}” stands in the facts and nowhere in the text."
    yield Hit(article.top, message, "warning", scope="document", key=f"name {name}")


def _amount(article: Article, stated: str) -> Iterator[Hit]:
    match = pattern(f"(?i){_AMOUNT}").search(stated)
    sums = [f for f in figures(article) if f.kind == "money"]
    if match is None or not sums:
        return
    scale = (match[2] or " ").lower()
    value = float(match[1].replace(",", "")) * _SCALES.get(scale[:2], _SCALES.get(scale[0], 1.0))
    if any(abs(f.value - value) <= max(f.rounding, 1e-9 * value) for f in sums):
        return
    story = deal(article)
    yield Hit((story.amount if story and story.amount else sums[0]).span, f"The facts say {stated}.")


def _founded(article: Article, year: str) -> Iterator[Hit]:
    for found in foundings(article):
        if year.isdecimal() and found.year != int(year):
            yield Hit(found.span, f"The facts say {year}.")
            return


def _date(article: Article, day: str) -> Iterator[Hit]:
    """The deal's date, or the only full date of the text, against the date listed."""
    full = [d for d in dates(article) if len(d.iso) == 10 and d.kind in ("day", "weekday")]
    if not full or any(d.iso == day for d in full):
        return
    story = deal(article)
    told = [d for d in full if story is not None and d.span == story.date] or (full if len(full) == 1 else [])
    if told:
        yield Hit(told[0].span, f"The facts say {day}.")
