"""Names: who and what the article speaks of, mention by mention and joined into one table."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.text.span import Span

NameKind = Literal["person", "organisation", "place", "other"]


class Name(NamedTuple):
    """One mention of a name. `entity` is the index of its row in `name_table`."""

    span: Span
    text: str
    kind: NameKind
    entity: int


class Entity(NamedTuple):
    """Everything one name stands for in the article."""

    name: str
    """The fullest form seen."""
    kind: NameKind
    mentions: tuple[Span, ...]
    forms: tuple[str, ...]
    """All forms seen: full name, surname, acronym, alias."""
    role: str = ""
    """Title, office or relation given with the name, as written."""
    role_span: Span | None = None


@fact
def names(article: Article) -> tuple[Name, ...]:
    """Every mention of a proper name in headline, dek and running text, in order."""
    return ()


@fact
def name_table(article: Article) -> tuple[Entity, ...]:
    """The article's people, organisations and places, each once, in order of first mention."""
    return ()
