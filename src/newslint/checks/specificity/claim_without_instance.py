from __future__ import annotations

from newslint import (
    Article,
    Hit,
    Iterator,
    Sentence,
    Span,
    name_table,
    names,
    names_instance,
    phrases,
    quotations,
    rule,
)

_INSTANCE = frozenset(("including", "include", "includes", "namely", "like", "e.g", "notably", "especially"))
_INSTANCE_PAIRS = frozenset((("such", "as"), ("for", "example"), ("for", "instance"), ("among", "them")))
_ANY = frozenset(("various", "numerous"))
_WEIGHTY = frozenset(("significant", "severe", "substantial", "considerable"))
_OPEN = frozenset("no not any without could would may might can will should must if".split())
"""Before what did not happen, or may yet."""
_LABEL = 50
"""Code points of a paragraph in which its label ends."""
_BEHIND = 400
"""Code points of the sentence behind a claim in which a name or a figure makes up for it."""


@rule(
    "warning",
    wakes=["unnamed-instances", "loose-instances"],
    why="AP on specifics; profiles written without reporting praise in the plural.",
    exceptions="Quotations; a name, figure, title or “such as” in the sentence or the next one.",
    bad=[
        "The lab has <<made substantial contributions>> to the field.",
        "He has <<won numerous awards>> and is known for his work.",
        "The firm stands behind <<numerous technological innovations>>.",
        "The limit is set anew every year, based on <<various factors>>.",
        "The storm led to <<significant delays>> in the port.",
        "The raid was the work of <<a militant group>>.",
    ],
    good=[
        "The lab has made substantial contributions to the field. It released Orca-2, which reads maps, in May.",
        "He won the 2021 Gairdner award and two prizes of the city of Holm.",
        "The firm stands behind several innovations, such as the folding crane.",
        "Without a new pier the port could face significant delays.",
        "Rents rose in various sectors, with Leith Steel far ahead.",
        "The season opens in May.\n\nIt brings significant changes, with the departure of Ana Ruiz.",
        'Brandt said the lab had "made substantial contributions to the field".',
    ],
)
def claim_without_instance(article: Article) -> Iterator[Hit]:
    """An achievement is claimed in the plural and not one is named.

    "Numerous innovations" costs the writer nothing and tells the reader nothing. Name one, with its date; if none can
    be named, the claim has no ground. What every report says now and then ("in a public speech", "various measures")
    counts in copy full of other flaws alone, where no figure stands behind it; "various factors" and "significant
    delays" count everywhere, unless they are denied or may yet come.
    """
    claimed = _by_sentence(article, "unnamed-instances")
    loose = _by_sentence(article, "loose-instances")
    if not (claimed or loose):
        return
    told = _told(article)
    yield from _empty(article, claimed, told, doubtful=False)
    yield from _empty(article, {i: spans for i, spans in loose.items() if i not in claimed}, told, doubtful=True)


def _by_sentence(article: Article, lexicon: str) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for hit in phrases(article, lexicon):
        found.setdefault(article.sentence_index(hit.span.start), []).append(hit.span)
    found.pop(-1, None)
    return found


def _empty(article: Article, claimed: dict[int, list[Span]], told: set[int], *, doubtful: bool) -> Iterator[Hit]:
    """What is claimed in sentences without an instance, and without one right behind."""
    named = {name.span.start for name in names(article)} if doubtful else set()
    for i, spans in claimed.items():
        here, after = article.sentences[i], article.sentences[i + 1 : i + 2]
        if not doubtful and (i in told or _has_digit(article, here.span)):
            continue
        beside = [sentence for sentence in after if sentence.block == here.block]
        if not doubtful and any(i + 1 in told or _goes_on(article, sentence) for sentence in beside):
            continue
        if doubtful and any(i + 1 in told and sentence.span.start in named for sentence in beside):
            continue
        if not beside and _listed_below(article, here.block):
            continue
        instance = _last_instance(article, here)
        stop = here.span.end
        kinds = doubtful and instance >= 0 and not names_instance(article.text[instance:stop])
        if kinds:
            instance, spans = -1, [span for span in spans if article.text[span.end - 1] == "s"]
        empty = []
        for span in spans:
            rest = Span(span.end, min(stop, span.end + _BEHIND))
            explained = _is_told(article, rest) or (doubtful and _is_explained(article, span, rest))
            if span.start > instance and not explained:
                empty.append(span)
        if empty:
            first, *more = empty
            said = " ".join(article.text[first.start : first.end].split())
            message = f"Name one: “{said}” without an instance is an empty claim."
            if doubtful:
                message = f"Which? Say it instead of “{said}”: name, place, date or figure."
            unsure = doubtful and (kinds or not _hides_all(article, first))
            yield Hit(first, message, "doubtful" if unsure else None, also_here=() if doubtful else tuple(more))


def _hides_all(article: Article, span: Span) -> bool:
    """ "Various factors", "a militant group", "significant delays": who has no more to say of them leaves them out."""
    near, folded = article.words.between(*span), article.words.folded
    said, before = folded[near.start : near.stop], folded[max(0, near.start - 3) : near.start]
    if said[0] in _ANY or (said[0] == "a" and "group" in said):
        return True
    return said[-1].endswith("s") and not _WEIGHTY.isdisjoint(said) and _OPEN.isdisjoint((said[0], *before))


def _listed_below(article: Article, block: int) -> bool:
    """True where the next block is the item of a list, or opens with a label ("Code Red Drill: ...")."""
    if block + 1 >= len(article.blocks):
        return False
    below = article.blocks[block + 1]
    opening = article.text[below.span.start : min(below.span.end, below.span.start + _LABEL)]
    return below.kind == "list-item" or ": " in opening or (below.kind == "heading" and opening.endswith(":"))


def _last_instance(article: Article, sentence: Sentence) -> int:
    """Where the sentence last begins to name instances (such as, including, a colon), or -1."""
    words = article.words
    near = words.between(*sentence.span)
    last = article.text.rfind(":", *sentence.span)
    for i in reversed(near):
        word, following = words.folded[i], words.folded[i + 1] if i + 1 < near.stop else ""
        if word in _INSTANCE or (word, following) in _INSTANCE_PAIRS:
            return max(last, words.starts[i])
    return last


def _is_told(article: Article, rest: Span) -> bool:
    """ "Significant changes, with the departure of Ana Ruiz": a name follows."""
    behind = article.text[slice(*rest)]
    return behind.startswith(", with ") and any(word[0].isupper() for word in behind.split())


def _is_explained(article: Article, span: Span, rest: Span) -> bool:
    """Behind a comma, "a group of locals" explains whom the words before it name; before a dash, names follow; and so
    may a figure in the rest. (One before the words is an age or a year, or part of a name.)"""
    if article.text.startswith(("—", " —", " –", " (", ":"), rest.start) or _has_digit(article, rest):
        return True
    if not (article.text.endswith(", ", 0, span.start) and article.folded.startswith(("a ", "an "), span.start)):
        return False
    words = article.words
    return article.text[words.starts[words.at(span.start) - 1]].isupper()


def _goes_on(article: Article, sentence: Sentence) -> bool:
    """True when the sentence speaks of the same one and has a number: "It released Orca-2"."""
    first = article.words.folded[article.words.at(sentence.span.start)]
    return first in ("it", "he", "she", "they", "its", "his", "her", "their") and _has_digit(article, sentence.span)


def _has_digit(article: Article, span: Span) -> bool:
    return any(map(str.isdigit, article.text[span.start : span.end]))


def _told(article: Article) -> set[int]:
    """Sentences that tell something: a quotation, or a name not heard before."""
    told = {*article.sentence_indexes([quotation.span.start for quotation in quotations(article)])}
    for i in article.sentence_indexes([entity.mentions[0].start for entity in name_table(article)]):
        if i >= 0 and article.blocks[article.sentences[i].block].zone != "lede":
            told.add(i)
    return told
