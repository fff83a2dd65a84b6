"""Names: who and what the article speaks of, mention by mention and joined into one table."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.introductions import age, introduction
from newslint.facts.mention_kinds import Mention, NameKind, plain_list
from newslint.facts.mentions import mentions
from newslint.lean import defaultdict
from newslint.named import NamedTuple
from newslint.text.span import Span


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
    sure: bool = False
    """The kind is certain from a title, a first name, a suffix or the gazetteer."""


class _Found(NamedTuple):
    names: tuple[Name, ...]
    table: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    doubtful: tuple[int, ...]
    introduced: dict[int, Span | None]
    """What `introduction` said of the mentions that it was asked about, by their first words."""


@fact
def names(article: Article) -> tuple[Name, ...]:
    """Every mention of a proper name in headline, dek, subheads and running text, in order."""
    return _all_names(article).names


@fact
def name_starts(article: Article) -> list[int]:
    """Where each of the `names` starts."""
    return [start for (start, _), _, _, _ in names(article)]


@fact
def name_table(article: Article) -> tuple[Entity, ...]:
    """The article's people, organisations and places, each once, in order of first mention."""
    return _all_names(article).table


class Introduction(NamedTuple):
    """A person and the words beside one mention that say who it is."""

    entity: int
    mention: Span
    role: Span
    alone: bool
    """Nobody else of that surname is named in the article."""


@fact
def introductions(article: Article) -> tuple[Introduction, ...]:
    """Every introduction of every person, in order: titles, offices, ages and relations."""
    found = _all_names(article)
    people: dict[str, set[str]] = {}
    for mention, name in zip(found.mentions, found.names, strict=True):
        if name.kind == "person" and len(mention.words) > 1:
            people.setdefault(mention.words[-1], set()).add(mention.words[0])
    out: list[Introduction] = []
    for mention, name in zip(found.mentions, found.names, strict=True):
        if name.kind == "person":
            alone = len(people.get(mention.words[-1], ())) <= 1
            if mention.first not in found.introduced:
                found.introduced[mention.first] = introduction(article, mention)
            told = dict.fromkeys((found.introduced[mention.first], age(article, mention)))
            out += [Introduction(name.entity, name.span, role, alone) for role in told if role]
    return tuple(out)


@fact
def named_words(article: Article) -> dict[int, int]:
    """The words that stand in names, as indexes in `Article.words`, each with its row in `name_table`."""
    found = _all_names(article)
    return {
        i: entity
        for (_, _, _, _, first, last, _), (_, _, _, entity) in zip(found.mentions, found.names, strict=True)
        for i in range(first, last + 1)
    }


def name_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions as they were read, parallel to `names`."""
    return _all_names(article).mentions


def doubtful_names(article: Article) -> tuple[int, ...]:
    """Words (indexes) that open a sentence with a capital and are neither known names nor known words."""
    return _all_names(article).doubtful


@fact
def _all_names(article: Article) -> _Found:
    read, unread, doubtful = mentions(article)
    keys = _join(article, read)
    if unread:
        more, more_keys = _headings(article, unread, read, keys)
        both = sorted(zip(read + more, keys + more_keys, strict=True), key=lambda pair: pair[0].span)
        read, keys = [m for m, _ in both], [k for _, k in both]
    members: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention, key in zip(read, keys, strict=True):
        members[key].append(mention)
    introduced: dict[int, Span | None] = {}
    table = tuple([_entity(article, group, introduced) for group in members.values()])
    rows = {key: (row, entity.kind) for row, (key, entity) in enumerate(zip(members, table, strict=True))}
    text = article.text
    found: list[Name] = []
    for (span, _, _, _, _, _, _), key in zip(read, keys, strict=True):
        (start, end), (row, kind) = span, rows[key]
        found.append(Name(span, text[start:end], kind, row))
    return _Found(tuple(found), table, tuple(read), tuple(doubtful), introduced)


def _join(article: Article, read: list[Mention]) -> list[tuple[str, ...]]:
    """For each mention the row of words that names its entity: the full name where one is known."""
    text = article.text
    surnames: dict[str, tuple[str, ...]] = {}
    given: dict[str, tuple[str, ...]] = {}
    heads: dict[str, tuple[str, ...]] = {}
    initials: dict[str, tuple[str, ...]] = {}
    people: dict[tuple[str, str], tuple[str, ...]] = {}
    kinds: dict[tuple[str, ...], NameKind] = {}
    for _, row, kind, sure, _, _, _ in read:
        if len(row) < 2:
            continue
        if kind == "person" or kinds.get(row) == "person":
            kinds[row] = "person"
            people.setdefault((row[0], row[-1]), row)
            surnames.setdefault(row[-1], row)
            given.setdefault(row[0], row)
            if row[-2] in ("al", "el", "van", "von", "de", "bin"):
                surnames.setdefault(" ".join(row[-2:]), row)
            if row[0] not in plain_list("first-names"):
                surnames.setdefault(row[0], row)  # family name first: Xi Jinping
        else:
            kinds.setdefault(row, kind)
            if kind == "organisation" or not sure:
                heads.setdefault(row[0], row)
                if len(row) > 2 or kind == "organisation":
                    initials.setdefault("".join(w[0] for w in row if w not in ("of", "and", "the", "for")), row)
    keys: list[tuple[str, ...]] = []
    latest: dict[str, tuple[str, ...]] = {}
    for (start, end), row, kind, sure, _, _, _ in read:
        key = row
        single = " ".join(row) if len(row) > 1 else row[0]
        if len(row) > 1 and kinds.get(row) == "person":
            key = people.get((row[0], row[-1]), row)
            latest[row[-1]] = key
        elif len(row) == 1 or single in surnames:
            if kind == "person" or (not sure and single in surnames):
                # "Sir Edward" is Edward Heath, and so is "Mr Heath".
                key = latest.get(single) or surnames.get(single) or given.get(single, row)
            elif single in initials and text[start:end].isupper():
                key = initials[single]
            elif not sure and single in heads and single not in plain_list("demonyms"):
                key = heads[single]
        keys.append(key)
    return keys


def _headings(
    article: Article, unread: list[tuple[int, int]], read: list[Mention], keys: list[tuple[str, ...]]
) -> tuple[list[Mention], list[tuple[str, ...]]]:
    """Names in title-case headings: those that the text knows, places, and acronyms."""
    known: dict[str, list[tuple[tuple[str, ...], Mention, tuple[str, ...]]]] = {}
    for m, key in zip(read, keys, strict=True):
        forms = known.setdefault(m.words[0], [])
        if len(forms) < 8 and all(m.words != form for form, _, _ in forms):
            forms.append((m.words, m, key))
    places = plain_list("places")
    words, text = article.words, article.text
    more: list[Mention] = []
    more_keys: list[tuple[str, ...]] = []
    for first, last in unread:
        i = first
        while i <= last:
            bare = words.folded[i].removesuffix("'s")
            step = 1
            best: tuple[tuple[str, ...], Mention, tuple[str, ...]] | None = None
            for candidate in known.get(bare, ()):
                n = len(candidate[0])
                there = tuple(w.removesuffix("'s") for w in words.folded[i : i + n])
                if there == candidate[0] and (best is None or n > len(best[0])) and text[words.starts[i]].isupper():
                    best = candidate
            if best is not None:
                step = len(best[0])
                more.append(_at(article, i, i + step - 1, best[0], best[1].kind, best[1].sure))
                more_keys.append(best[2])
            elif text[words.starts[i]].isupper():
                after = words.folded[i + 1].removesuffix("'s") if i + 1 < len(words.folded) else ""
                pair = f"{bare} {after}"
                if pair in places:
                    step = 2
                if step == 2 or bare in places:
                    row = tuple((pair if step == 2 else bare).split())
                    more.append(_at(article, i, i + step - 1, row, "place", True))
                    more_keys.append(row)
            i += step
    return more, more_keys


def _at(article: Article, first: int, last: int, row: tuple[str, ...], kind: NameKind, sure: bool) -> Mention:
    words = article.words
    end = words.ends[last] - (2 if words.folded[last].endswith("'s") else 0)
    return Mention(Span(words.starts[first], end), row, kind, sure, first, last)


def _entity(article: Article, group: list[Mention], introduced: dict[int, Span | None]) -> Entity:
    text = article.text
    spans = [m.span for m in group]
    forms = tuple(dict.fromkeys([text[start:end] for start, end in spans]))
    sure = [m.kind for m in group if m.sure]
    votes = sure or [m.kind for m in group if m.kind != "other"]
    kind: NameKind = "other"
    if votes:
        kind = max(dict.fromkeys(votes), key=votes.count)
    role = ""
    role_span = None
    if kind == "person":
        for m in group[:3]:
            role_span = introduced[m.first] = introduction(article, m)
            if role_span is not None:
                role = " ".join(text[role_span.start : role_span.end].split())
                break
    full = max(forms, key=lambda form: (form.count(" "), len(form))) if len(forms) > 1 else forms[0]
    return Entity(full, kind, tuple(spans), forms, role, role_span, bool(sure))
