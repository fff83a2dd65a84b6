from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newslint import (
    Article,
    Hit,
    Span,
    dates,
    deal,
    figures,
    foundings,
    listed_facts,
    name_table,
    one_letter_apart,
    rule,
)

_AMOUNT = re.compile(
    r"(\d[\d,]{0,20}(?:\.\d{1,6})?)\s{0,3}(k|thousand|m|mn|million|bn?|billion|tn|trillion)?\b", re.IGNORECASE
)
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

    A `facts:` block holds what was checked: `investors` and `names` (lists), `people` (names with roles), `amount`,
    `founded` (a year), `date`. Whatever the text says otherwise is an error; a name that it never mentions is a
    warning. Mend the text, or the list if the list was wrong.
    """
    listed = listed_facts(article)
    people = _people(listed.get("people"))
    for name in [*_names(listed.get("investors")), *_names(listed.get("names")), *people]:
        yield from _name(article, name)
    if "amount" in listed:
        yield from _amount(article, str(listed["amount"]))
    if "founded" in listed:
        yield from _founded(article, str(listed["founded"]))
    if "date" in listed:
        yield from _date(article, str(listed["date"])[:10])


def _names(value: Any) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return [str(item) for item in value] if isinstance(value, list) else []


def _people(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [str(name) for name in value]
    if isinstance(value, list):
        return [str(item.get("name", "")) if isinstance(item, Mapping) else str(item) for item in value]
    return _names(value)


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
    match = _AMOUNT.search(stated)
    sums = [f for f in figures(article) if f.kind == "money"]
    if match is None or not sums:
        return
    scale = (match[2] or " ").lower()
    value = float(match[1].replace(",", "")) * _SCALES.get(scale[:2], _SCALES.get(scale[0], 1.0))
    if any(abs(f.value - value) <= max(f.step, 1e-9 * value) for f in sums):
        return
    story = deal(article)
    yield Hit((story.amount if story else sums[0]).span, f"The facts say {stated}.")


def _founded(article: Article, year: str) -> Iterator[Hit]:
    for found in foundings(article):
        if year.isdigit() and found.year != int(year):
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
