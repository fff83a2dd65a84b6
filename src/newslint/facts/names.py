"""Names: who and what the article speaks of, mention by mention and joined into one table."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.facts import fact
from newslint.facts.introductions import age, introduction
from newslint.facts.mention_kinds import Mention, NameKind
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


_Row = tuple[str, ...]
"""The words of a name, folded."""


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


class _Known(NamedTuple):
    """Full names of the text by what may stand for them. A full name is its row of words."""

    kinds: dict[_Row, NameKind]
    people: dict[tuple[str, str], _Row]
    """By first and last word: ``Donald Trump`` for "Donald J. Trump"."""
    surnames: dict[str, _Row]
    given: dict[str, _Row]
    heads: dict[str, _Row]
    """Bodies and things by their first word: ``Harrow`` for "Harrow Capital"."""
    initials: dict[str, _Row]


def _full_names(read: list[Mention]) -> _Known:
    """The full names among the mentions."""
    kinds, people, surnames, given, heads, initials = known = _Known({}, {}, {}, {}, {}, {})
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
            if row[0] not in word_list("first-names"):
                surnames.setdefault(row[0], row)  # family name first: Xi Jinping
        else:
            kinds.setdefault(row, kind)
            if kind == "organisation" or not sure:
                heads.setdefault(row[0], row)
                if len(row) > 2 or kind == "organisation":
                    initials.setdefault("".join([w[0] for w in row if w not in ("of", "and", "the", "for")]), row)
    return known


def _join(article: Article, read: list[Mention]) -> list[_Row]:
    """For each mention the row of words that names its entity: the full name where one is known."""
    text = article.text
    kinds, people, surnames, given, heads, initials = _full_names(read)
    keys: list[_Row] = []
    latest: dict[str, _Row] = {}
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
            elif not sure and single in heads and single not in word_list("demonyms"):
                key = heads[single]
        keys.append(key)
    return keys


_Form = tuple[Mention, _Row]
"""A mention and the row that names its entity."""
_FORMS = 8
"""Forms remembered of names with one first word."""


def _headings(
    article: Article, unread: list[tuple[int, int]], read: list[Mention], keys: list[_Row]
) -> tuple[list[Mention], list[_Row]]:
    """Names in title-case headings: those that the text knows, places, and acronyms."""
    known: dict[str, list[_Form]] = {}
    for mention, key in zip(read, keys, strict=True):
        forms = known.setdefault(mention.words[0], [])
        if len(forms) < _FORMS and all(mention.words != form.words for form, _ in forms):
            forms.append((mention, key))
    words, text = article.words, article.text
    more: list[Mention] = []
    more_keys: list[_Row] = []
    for first, last in unread:
        i = first
        while i <= last:
            found = _in_heading(article, i, known) if text[words.starts[i]].isupper() else None
            if found is None:
                i += 1
                continue
            mention, key = found
            more.append(mention)
            more_keys.append(key)
            i = mention.last + 1
    return more, more_keys


def _in_heading(article: Article, i: int, known: dict[str, list[_Form]]) -> _Form | None:
    """The name that begins with word `i` of a heading: the longest that the text knows, or a place."""
    folded = article.words.folded
    bare = folded[i].removesuffix("'s")
    best: _Form | None = None
    for mention, key in known.get(bare, ()):
        size = len(mention.words)
        there = tuple(word.removesuffix("'s") for word in folded[i : i + size])
        if there == mention.words and (best is None or size > len(best[0].words)):
            best = mention, key
    if best is not None:
        mention, key = best
        return _at(article, i, mention.words, mention.kind, mention.sure), key
    places = word_list("places")
    after = folded[i + 1].removesuffix("'s") if i + 1 < len(folded) else ""
    row = (bare, after) if f"{bare} {after}" in places else (bare,)
    return (_at(article, i, row, "place", True), row) if " ".join(row) in places else None


def _at(article: Article, first: int, row: _Row, kind: NameKind, sure: bool) -> Mention:
    """A mention of the words of the row, from word `first` on."""
    words, last = article.words, first + len(row) - 1
    end = words.ends[last] - (2 if words.folded[last].endswith("'s") else 0)
    return Mention(Span(words.starts[first], end), row, kind, sure, first, last)


def _entity(article: Article, group: list[Mention], introduced: dict[int, Span | None]) -> Entity:
    text = article.text
    first = group[0]
    kind: NameKind
    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    if len(group) == 1:  # most names stand once
        (start, end), kind, sure = first.span, first.kind, first.sure
        spans, forms = (first.span,), (text[start:end],)
    else:
        spans = tuple([m.span for m in group])
        forms = tuple(dict.fromkeys([text[start:end] for start, end in spans]))
        certain = [m.kind for m in group if m.sure]
        votes = certain or [m.kind for m in group if m.kind != "other"]
        kind = max(dict.fromkeys(votes), key=votes.count) if votes else "other"
        sure = bool(certain)
    role = ""
    role_span = None
    if kind == "person":
        for m in group[:3]:
            role_span = introduced[m.first] = introduction(article, m)
            if role_span is not None:
                role = article.one_line(role_span)
                break
    full = max(forms, key=lambda form: (form.count(" "), len(form))) if len(forms) > 1 else forms[0]
    return Entity(full, kind, spans, forms, role, role_span, sure)
