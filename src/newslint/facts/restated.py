"""Restated: what the text takes up as known (``the 14 injured firefighters``) with another figure than it first told
(``twelve firefighters were hurt``)."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_sections
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, agree
from newslint.facts.changes import MOST_FIGURES, figures_by_sentence
from newslint.facts.figures import Figure
from newslint.facts.quote_marks import quoted
from newslint.facts.sizes import OTHER_QUANTITY
from newslint.lean import cache
from newslint.text.closed_classes import DEFINITE, POSSESSIVES
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering
from newslint.text.stem import stem
from newslint.text.table import cached_on_disk
from newslint.typed import Iterator, Pattern

_TAKEN_UP = DEFINITE | {"all", "both"}
_KINDS = ("count", "measure", "money", "percent", "age")
_NARROWED = frozenset(
    "in at on by from since last this during between under for so to across throughout with within over after before "
    "who that which whose where left remaining near outside above below more of".split()
)
"""Words behind what is taken up that make it a part, or another thing."""
_ELSE = OTHER_QUANTITY | frozenset("far now new overall already also additional roughly original only just".split())
"""Words beside either figure that tell of another quantity or another time."""
_BARE = ("", "people")
"""Units of counts that may be of those whom the text calls by a name of their own next: ``a crowd of 31,000``."""
_LEAD = 4
"""Words before an age at the head of a sentence."""
_ACROSS = frozenset("across long wide tall high deep thick".split())
_CLAUSE_OPENS = frozenset("it he she they we".split())
"""Words that open a clause behind what is taken up: ``the €1.1m it owes``."""
_GOES_ON = frozenset(
    "has have had is are was were will would can could may might must did do does been being and or but".split()
) | frozenset("led made meant took take takes makes means got came come went began closed opened fall ended".split())
"""Words with which the sentence goes on behind it."""
_SCORES = frozenset("scored had made won took got hit".split())
_LARGEST = 1.6
"""Of two figures, by how much the one may be larger, so that both can be meant to be the same."""
_PHRASE = 3
"""Words of what is taken up behind its figure at most."""
_CLAUSE = 25
"""Code points at least between two figures of different clauses."""
_BACK = 2
"""Sentences before the one that takes a figure up in which it was told."""


_FAR = 60
"""Sentences before it within which the figure itself may have been told."""


@fact
def restated(article: Article) -> tuple[Clash, ...]:
    """Figures taken up as known that were told otherwise just before."""
    by_sentence = {i: here for i, here in figures_by_sentence(article).items() if len(here) <= MOST_FIGURES}
    quotes = [marks.span for marks in quoted(article)]
    folded = article.words.folded
    found: list[Clash] = []
    for j, here in by_sentence.items():
        for figure in here:
            first = figure.words[0]
            if figure.kind not in _KINDS or figure.about or figure.high or first == 0:
                continue
            if folded[first - 1] not in _TAKEN_UP and not folded[first - 1].endswith("'s"):
                continue
            if covering(quotes, *figure.span) < 0:
                found += _told_otherwise(article, by_sentence, quotes, j, figure)
    found += _votes(article)
    return tuple(found)


def _told_otherwise(
    article: Article, by_sentence: dict[int, list[Figure]], quotes: list[Span], j: int, figure: Figure
) -> Iterator[Clash]:
    """The figure of one of the sentences before that must be the same one, and is not."""
    near = [i for i in range(j - 1, j - 1 - _BACK, -1) if i in by_sentence]
    told = next((like for i in near if (like := [(i, f) for f in by_sentence[i] if _alike(f, figure)])), [])
    alone = [f for f in by_sentence[j] if f is not figure and _alike(f, figure)]
    if len(alone) == 1 and _in_another_clause(article, alone[0], figure):
        told = [(j, alone[0])]
    elif not told and figure.kind == "count" and j - 1 in by_sentence:
        named = {*_BARE, *map(stem, article.words.folded[figure.words[1] + 1 : _noun_at(article.words.folded, figure)])}
        told = [(j - 1, f) for f in by_sentence[j - 1] if f.kind == "count" and f.unit in named]
    if len(told) != 1 or (alone and told[0][0] != j):
        return
    i, before = told[0]
    if before.about or before.high or agree(before, figure) or covering(quotes, *before.span) >= 0:
        return
    if not _could_be_meant(before, figure) or not (_free(article, i, before) and _free(article, j, figure)):
        return
    others = [f.value for k in near for f in by_sentence[k] if f is not before and f.kind == figure.kind]
    others += [f.value for f in by_sentence[j] if f is not figure and f.kind == figure.kind]
    if any(
        abs(before.value + other - figure.value) < 1 or abs(before.value - other - figure.value) < 1 for other in others
    ):
        return
    there = [f for k in range(max(0, j - _FAR), j) for f in by_sentence.get(k, ()) if _alike(f, figure)]
    if any(agree(f, figure) for f in there):
        return
    if any(same(article, i, before, figure) for same in _SAME):
        line = article.line_of(before.span.start)
        yield Clash(
            figure.span,
            f"{figure.text} here, {before.text} in line {line}. Which?",
            ((before.span, "the other figure"),),
            sure=False,
        )


def _in_another_clause(article: Article, before: Figure, figure: Figure) -> bool:
    """``Seven ships are waiting, and the crews of the nine waiting ships …``; not ``two of the nine``."""
    between = article.folded[before.span.end : figure.span.start]
    return len(between) > _CLAUSE and ", " in between and not between.startswith(" of ")


def _alike(a: Figure, b: Figure) -> bool:
    """Figures of one kind and unit: people, litres, dollars."""
    return a.kind == b.kind and a.unit == b.unit and bool(a.unit)


def _could_be_meant(a: Figure, b: Figure) -> bool:
    """Near each other, or the same digits in another order."""
    if min(a.value, b.value) <= 0:
        return False
    digits = [sorted(c for c in f.text if c.isdecimal() and c != "0") for f in (a, b)]
    return max(a.value, b.value) <= _LARGEST * min(a.value, b.value) or (len(digits[0]) > 1 and digits[0] == digits[1])


def _free(article: Article, sentence: int, figure: Figure) -> bool:
    inside = article.sentence_words[sentence]
    first, last = figure.words
    return _ELSE.isdisjoint(article.words.folded[max(inside.start, first - 8) : min(inside.stop, last + 8)])


# -- what makes two figures one ----------------------------------------------------------------------------------------


def _one_act(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """``Twelve firefighters were hurt``, ``the 14 injured firefighters``; ``will close 46 branches``, ``the 64 branches
    to close``; ``took 6,000 litres``, ``the 9,000 litres taken``."""
    folded = article.words.folded
    at = _noun_at(folded, figure)
    act, end = "", at + 1
    if at == figure.words[1] + 2:
        act = folded[at - 1]
    elif folded[at + 1 : at + 2] == ["to"]:
        act, end = folded[at + 2], at + 3
    elif folded[at + 1 : at + 3] == ["on", "board"]:
        act, end = "aboard", at + 3
    elif at == figure.words[1] or at == figure.words[1] + 1:
        act, end = "".join(folded[at + 1 : at + 2]), at + 2
    if end >= len(folded):
        return False
    if not (act in _acts() or act.endswith("ed")) or (
        folded[end] in _NARROWED and article.text[article.words.ends[end - 1]] == " "
    ):
        return False
    inside = article.sentence_words[sentence]
    first, last = before.words[0], _noun_at(folded, before)
    round_it = folded[max(inside.start, first - 4) : first] + folded[last + 1 : min(last + 5, inside.stop)]
    acts = _acts_of(act)
    return any(not acts.isdisjoint(_acts_of(word)) for word in round_it if len(word) > 2)


def _noun_at(folded: list[str], figure: Figure) -> int:
    """The place of the figure's noun; its last word where it has none."""
    last = figure.words[1]
    if figure.kind != "count":
        return last
    return next((i for i in range(last, min(last + 3, len(folded))) if folded[i] == figure.noun), last)


def _acts_of(word: str) -> frozenset[str]:
    return _acts().get(word, frozenset()) | {stem(word)}


@cached_on_disk
def _acts() -> dict[str, frozenset[str]]:
    acts: dict[str, set[str]] = {}
    for act, words in word_sections("acts"):
        for word in words:
            acts.setdefault(word, set()).add("=" + act)
    return {word: frozenset(names) for word, names in acts.items()}


def _one_price(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """``the pool would cost £3.5m``, ``the £5.3m pool``."""
    folded = article.words.folded
    if figure.kind != "money" or folded[figure.words[0] - 1] not in ("the", "this", "that", "its", "their"):
        return False
    noun = folded[figure.words[1] + 1 : figure.words[1] + 2]
    lead = article.folded[article.sentences[sentence].span.start : before.span.start]
    priced = _priced().search(lead)
    tail = article.folded[before.span.end : before.span.end + 1]
    return priced is not None and [priced[1]] == noun and tail in (".", ",", ";", "")


@cache
def _priced() -> Pattern[str]:
    return pattern(
        r"\b([a-z]+)(?:, (?:to be )?| (?:which |that )?(?:(?:would|will|is to|was to|should|is expected to) )?"
        r"(?:be |is |was )?)(?:cost|costs|costing|priced at|valued at|worth) $"
    )


def _one_size(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """``The asteroid, 340 metres across``, ``the 430-metre asteroid``."""
    folded = article.words.folded
    if figure.kind != "measure" or "-" not in figure.text or folded[before.words[1] + 1] not in _ACROSS:
        return False
    at = figure.words[1] + 1
    noun, start = folded[at], article.sentence_words[sentence].start
    return folded[at + 1] not in _NARROWED and noun in folded[max(start, before.words[0] - 4) : before.words[0]]


def _one_owner(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """``There are 19 beds on the children's ward``, ``nine of the ward's 21 beds``; ``scored 27 points … His 25 points
    were``."""
    folded = article.words.folded
    first, owner = before.words[0], folded[figure.words[0] - 1]
    after = folded[_noun_at(folded, figure) + 1 :][:1]
    if figure.kind != "count" or not after or after[0] in _NARROWED:
        return False
    inside = article.sentence_words[sentence]
    if owner.endswith("'s"):
        had = folded[first - 1] in ("are", "has", "have", "had", "were", "with")
        return had and owner[:-2] in folded[inside.start : inside.stop]
    opens = article.sentence_at(figure.span.start)
    return (
        owner in POSSESSIVES
        and opens is not None
        and article.words.at(opens.span.start) == figure.words[0] - 1
        and folded[first - 1] in _SCORES
        and after[0] in ("were", "was", "are", "made", "put", "came")
    )


def _one_ballot(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """``92 percent of the members voted for the contract``, ``the 89% yes vote``."""
    if figure.kind != "percent" or not article.folded.startswith(
        (" yes vote", " approval", " yes-vote"), figure.span.end
    ):
        return False
    behind = article.folded[before.span.end : before.span.end + 60]
    return any(said in behind for said in (" voted for", " voted in favo", " voted yes", " backed ", " approved "))


def _one_thing(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """All that is said of what is taken up was said where it was told: ``owes the city
    €900,000``, ``the €1.1m it owes``; ``the strike lasted 19 days``, ``the 23-day stoppage``."""
    folded, ends = article.words.folded, article.words.ends
    stop = figure.words[1] + 1
    while stop < len(folded) and article.text.startswith(" ", ends[stop - 1]):
        stop += 1
        if stop > figure.words[1] + _PHRASE:
            break
    said = folded[figure.words[1] + 1 : stop]
    if said[:1] and said[0] in _CLAUSE_OPENS:
        told = said[1:2]
    else:
        cut = next((k for k, word in enumerate(said) if word in _GOES_ON or word in _NARROWED), len(said))
        if cut < len(said) and said[cut] in _NARROWED:
            return False
        told = said[:cut]
    inside = article.sentence_words[sentence]
    acts = frozenset[str]().union(*[_acts_of(word) for word in folded[inside.start : inside.stop] if len(word) > 2])
    if figure.kind == "count" and before.unit == figure.unit:
        told = [word for word in told if word != figure.noun]
    known = [not acts.isdisjoint(_acts_of(word)) for word in told]
    return bool(known) and all(known)


def _one_person(article: Article, sentence: int, before: Figure, figure: Figure) -> bool:
    """``Ana Ruiz, 47, has led it for three years. Before that the 44-year-old was a judge.``"""
    words, text = article.words, article.text
    if figure.kind != "age" or "old" not in figure.text or text[before.span.start - 2 : before.span.start] != ", ":
        return False
    opens = article.sentence_words[sentence].stop
    lead = range(opens, figure.words[0])
    return len(lead) <= _LEAD and not any(text[words.starts[k]].isupper() for k in lead[1:])


_SAME = (_one_act, _one_price, _one_size, _one_owner, _one_ballot, _one_thing, _one_person)


# -- votes -------------------------------------------------------------------------------------------------------------


@cache
def _ballot() -> Pattern[str]:
    """A vote as it is first told, and one that is taken up."""
    sides = r"(\d{2,3})(?: votes)?(?:-| to )(\d{2,3})"
    return pattern(
        rf"\b(?:voted?|by|passed(?: it)?|approved(?: it)?|rejected(?: it)?) {sides}\b|"
        rf"\b(?:its|their|the|that|this) {sides} (?:vote|decision|defeat|majority|result|tally)\b"
    )


def _votes(article: Article) -> Iterator[Clash]:
    """``voted 213 to 198 … After its 231-198 vote``: of one side told twice alike, the other told in two ways."""
    if "vote" not in article.folded:
        return
    told: list[tuple[Span, tuple[str, str]]] = []
    for match in _ballot().finditer(article.folded):
        if match[1]:
            told.append((Span(match.start(1), match.end(2)), (match[1], match[2])))
            continue
        again, span = (match[3], match[4]), Span(match.start(3), match.end(4))
        if len(told) == 1 and again not in (told[0][1], told[0][1][::-1]):
            (one, other), before = told[0][1], told[0][0]
            if sum(a == b for a, b in zip(again, (one, other), strict=True)) == 1:
                line = article.line_of(before.start)
                message = f"{article.text[span.start : span.end]} here, {one}-{other} in line {line}. Which?"
                yield Clash(span, message, ((before, "the other figure"),), sure=False)
