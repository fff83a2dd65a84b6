from __future__ import annotations

from bisect import bisect_right

from newslint import (
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    NamedTuple,
    Span,
    by_word,
    cache,
    cached_on_disk,
    masks,
    rule,
    spelling_pairs,
)


class _Form(NamedTuple):
    variety: str
    other: str
    ize: bool
    """One of the -ise/-ize pairs, of which British copy knows both."""


class _Use(NamedTuple):
    word: int
    form: _Form


@cached_on_disk
def _spellings() -> tuple[str, str]:
    """Every spelling that tells a variety: all in a row, and each with what it tells on its own line. (Thousands of
    words, of which an article holds five, are unpacked faster so than as a table.)"""
    table: dict[str, str] = {}
    for british, american, mark in spelling_pairs():
        if mark == "u":
            table[british] = f"unusual {american} {mark}"
            continue
        if mark != "a":
            table.setdefault(british, f"British {american} {mark}")
        if mark != "b":
            table.setdefault(american, f"American {british} {mark}")
    return " ".join(table), "".join(f"\n{word} {told}" for word, told in table.items()) + "\n"


@cache
def _known() -> frozenset[str]:
    return frozenset(_spellings()[0].split())


@by_word
def _form(word: str) -> _Form:
    lines = _spellings()[1]
    start = lines.index(f"\n{word} ") + len(word) + 2
    variety, other, mark = lines[start : lines.index("\n", start)].split()
    return _Form(variety, other, mark == "z")


@rule(
    "info",
    why="Consistency within an article, whatever the house's variety",
    exceptions="Quotations, names, titles; -ize beside British spellings (Oxford) where nothing has -ise.",
    bad=[
        "The labor court heard the case. The judges saw no <<colour>> of right.",
        "The firm centred its defence on the harbour. Its <<neighbor>> sued.",
        "Farmers have <<benefitted>> from the law.",
        "The union organised a vote. The members realised later that nobody had <<authorized>> it.",
    ],
    good=[
        "The labour court heard the case. The judges saw no colour of right.",
        "Farmers have benefited from the law.",
        "Voters in the Labour party saw the color of the money.",
        "The harbour board organized a vote.",
        "The union organised a vote, and the program of the meeting was printed.",
    ],
    fixes="safe",
)
def mixed_spelling(article: Article) -> Iterator[Hit]:
    """American and British spellings stand in one article, or a doubled form that neither uses much.

    A mixture looks pasted together. The article's own variety is what most of its words tell, or `lang:` in front
    matter (en-GB, en-US); the others are reported, each with the form to use.
    """
    folded, starts, text = article.words.folded, article.words.starts, article.text
    here = article.where(_known())
    uses = [_Use(i, _form(folded[i])) for i in here if not text[starts[i]].isupper()]
    if not uses:
        return
    silent = masks(article)
    uses = [use for use in uses if not _inside(silent, starts[use.word])]
    house = _house(article.meta.lang.lower(), uses)
    for use in uses:
        if use.form.variety == "unusual" or use in house:
            span = Span(starts[use.word], article.words.ends[use.word])
            word, other = text[span.start : span.end], use.form.other
            fix = Fix(f"Write “{other}”", (Edit(span, other),), safe=True)
            if use.form.variety == "unusual":
                yield Hit(span, f"“{word}” is the less usual form. Use “{other}”.", fix=fix)
            else:
                theirs = "American" if use.form.variety == "British" else "British"
                is_so = "writes -ise" if theirs == "British" and use.form.ize else f"is {theirs}"
                yield Hit(span, f"“{word}” is {use.form.variety}; the article {is_so}. Use “{other}”.", fix=fix)


def _inside(silent: tuple[Span, ...], place: int) -> bool:
    i = bisect_right(silent, (place, 1 << 60)) - 1
    return i >= 0 and silent[i][1] > place


def _house(lang: str, uses: list[_Use]) -> set[_Use]:
    """The uses that go against the article's variety."""
    british = [u for u in uses if u.form.variety == "British" and not u.form.ize]
    american = [u for u in uses if u.form.variety == "American" and not u.form.ize]
    ise = [u for u in uses if u.form.variety == "British" and u.form.ize]
    ize = [u for u in uses if u.form.variety == "American" and u.form.ize]
    if lang in ("en-us", "en_us"):
        return {*british, *ise}
    if lang in ("en-gb", "en_gb", "en-ie", "en-au", "en-nz"):
        return {*american, *(ize if ise else [])}
    against = set(_minority([*british, *ise], american) if american else [])
    if not against and ise and ize:
        against = set(_minority(ise, ize))
    return against


def _minority(one: list[_Use], other: list[_Use]) -> list[_Use]:
    """The rarer side; of two equals the one that comes later."""
    if not one or not other:
        return []
    if len(one) == len(other):
        return one if one[0].word > other[0].word else other
    return one if len(one) < len(other) else other
