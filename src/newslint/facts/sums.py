"""Sums: totals and their parts."""

from __future__ import annotations

from itertools import pairwise

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, parts_clash, sum_reach
from newslint.facts.changes import MOST_FIGURES, figures_by_sentence
from newslint.facts.figures import Figure
from newslint.text.span import Span
from newslint.typed import Iterator, Literal

_POLL_VERBS = frozenset("said say think believe surveyed polled respondents own use play prefer compared".split())
OVERLAP = frozenset("both also some multiple several overlap overlapping respectively".split())
"""Words of parts that may have members in common, or are told in pairs."""
_EXACT = frozenset(
    "comprising comprise comprises comprised consist consisting shared covers cover consists split divided".split()
)
_SUM_FOLLOWS = (
    " of the ", " makes ", " making ", " total of ", " have ", " them ", " made up the ", " make up the ",
    " add up to ", " added up to ",
)  # fmt: skip
_SPEAKS = frozenset("said says say shows show showed states stated reported reports found announced".split())
_LONGEST_SOURCE = 14
"""Words of a source behind what it says."""
_TIMES = ("d", "wk", "mo", "y", "h", "min")
"""Units of time, which stand beside sums and are none of their parts."""
_UNCOUNTED = frozenset(("one", "rest", "remainder"))
"""Parts without a figure: ``nine times: six for snow, two for pigeons and one for a reason nobody knows``."""
_FAR = 1.67
"""How far, as a multiple, parts may lie from a total that is theirs."""
_PLACING = frozenset("in at from for to on".split())
OPPOSITES = (
    ("accepted", "rejected"), ("accepted", "refused"), ("approved", "rejected"), ("passed", "failed"),
    ("sold", "unsold"), ("survived", "died"), ("won", "lost"), ("succeeded", "failed"), ("granted", "refused"),
    ("granted", "denied"), ("men", "women"), ("boys", "girls"), ("male", "female"), ("vaccinated", "unvaccinated"),
    ("for", "against"), ("adults", "children"), ("first", "second"), ("passengers", "crew"), ("urban", "rural"),
    ("north", "south"), ("east", "west"), ("abroad", "home"),
)  # fmt: skip
"""Words for two sides of which nothing is on both."""
_RATE_NOT = frozenset("than another more further additional extra compared last earlier previous".split())


@fact
def miscounted_sums(article: Article) -> tuple[Clash, ...]:
    """Totals that their parts do not make."""
    found: list[Clash] = []
    for i, here in figures_by_sentence(article).items():
        if len(here) < 3:
            continue
        kinds = [figure.kind for figure in here]
        if len(here) <= MOST_FIGURES and (kinds.count("count") > 2 or kinds.count("money") > 2):
            inside = article.sentence_words[i]
            said = set(article.words.folded[inside.start : past_the_last(article, i, here)])
            found += list(_listed(article, here, said)) or _beside(article, here, said, article.sentences[i].span)
    return tuple(found)


def past_the_last(article: Article, sentence: int, here: list[Figure]) -> int:
    """The word at which the source behind the last figure begins (``…, the union said``), or the sentence's end."""
    inside, words = article.sentence_words[sentence], article.words
    last = here[-1].words[1]
    comma = article.folded.rfind(",", words.ends[last], article.sentences[sentence].span.end)
    at = words.at(comma) if comma >= 0 else inside.stop
    tag = words.folded[at : inside.stop]
    sourced = len(tag) <= _LONGEST_SOURCE and not _SPEAKS.isdisjoint(tag[-1:] + tag[:1])
    return at if sourced and at > last else inside.stop


def _may_be_part(total: Figure, part: Figure) -> bool:
    if part.high or part.kind != total.kind or part.kind not in ("count", "money"):
        return False
    return part.unit == total.unit if part.kind == "money" else not part.noun or part.noun == total.noun


def _misses(total: Figure, parts: list[Figure], complete: bool) -> bool:
    """The parts make more than the total, or, where they are all of it, less."""
    (low, high), (t_low, t_high) = sum_reach(parts), sum_reach([total])
    return low > t_high or (complete and high < t_low)


def _listed(article: Article, here: list[Figure], said: set[str]) -> Iterator[Clash]:
    """``$10 million: $6 million on roads and $5 million on schools``; ``comprising …``; ``of which …``: the first total
    that a list follows, where the list misses it."""
    for n, total in enumerate(here[:-2]):
        parts = here[n + 1 :]
        led = _led_by(article, total, parts)
        if led and _are_parts(article.folded, total, parts, led == "all"):
            if led != "of which" or _apart(article, parts):
                yield from _missed(article, here, total, parts, led != "of which" and not said & _UNCOUNTED)
            return


def _led_by(article: Article, total: Figure, parts: list[Figure]) -> Literal["", "colon", "all", "of which"]:
    """What leads from a total to its parts: a colon, words that say that they are all of it, or none such."""
    if total.kind not in ("count", "money") or total.about or total.high:
        return ""
    folded = article.words.folded
    gap = article.folded[total.span.end : parts[0].span.start]
    between = folded[total.words[1] + 1 : parts[0].words[0]]
    if "including" in between:
        return ""
    if ":" in gap[:60] and len(between) <= 6:
        return "colon" if gap.partition(":")[2].strip() in ("", "about", "some", "nearly") else ""
    if len(between) <= 7 and (_EXACT & set(between) or "made up of" in gap):
        return "all"
    of_which = len(between) <= 4 and gap.endswith((" of which ", " of whom ", ", ")) and _of_them(folded, parts)
    return "of which" if of_which else ""


def _are_parts(text: str, total: Figure, parts: list[Figure], complete: bool) -> bool:
    """All are of the total's kind, and each follows the one before as in a list."""
    if len(parts) > 8:
        return False
    alike = all(_may_be_part(total, p) or (total.kind == p.kind == "count" and complete) for p in parts)
    return alike and all(_next_in_list(text, a, b, complete) for a, b in pairwise(parts))


def _missed(
    article: Article, here: list[Figure], total: Figure, parts: list[Figure], complete: bool
) -> Iterator[Clash]:
    """The parts of a list do not make its total, but come near it, and make no other figure of the sentence."""
    made = sum(part.value for part in parts)
    if any(f.value == made for f in here if f is not total and f not in parts):
        return  # some 1,300 of the 4,200 posts: 800 in Oslo and 500 in Bergen
    if total.value / _FAR <= made <= total.value * _FAR and _misses(total, parts, complete):
        inside = article.words.folded[total.words[1] : parts[-1].words[0]]
        if _RATE_NOT.isdisjoint(inside):
            yield parts_clash(total, parts, total)


def _next_in_list(text: str, a: Figure, b: Figure, complete: bool) -> bool:
    gap = text[a.span.end : b.span.start]
    if complete:  # roads ($11 million) and schools ($4 million)
        return len(gap) < 60 and (" and " in gap or ", " in gap)
    return len(gap) < 90 and gap.rstrip().endswith((",", "and", ";", "the other", "another")) and "(" not in gap


def _of_them(folded: list[str], parts: list[Figure]) -> bool:
    """``102 boats, 49 of them in Arlow and 59 in Bexted``; ``67 buses, of which 17 are ...``."""
    first = parts[0]
    before = folded[first.words[0] - 2 : first.words[0]]
    return before in (["of", "which"], ["of", "whom"]) or folded[first.words[1] + 1 : first.words[1] + 3] == [
        "of",
        "them",
    ]


def _apart(article: Article, parts: list[Figure]) -> bool:
    """Whether nothing can be in two of the parts: each is at a place of its own (``49 in Arlow and 59 in Bexted``), or
    the two are told apart by their words (``49 men and 59 women``)."""
    if all(_at_a_place(article, part) for part in parts):
        return True
    folded = article.words.folded
    if all(part.kind == "money" for part in parts):
        ways = [next((w for w in folded[p.words[1] + 1 : p.words[1] + 4] if w in _PLACING), "") for p in parts]
        return ways[0] != "" and len(set(ways)) == 1  # $7 million spent on the roof and $7 million on the tower
    after = [frozenset(folded[part.words[1] + 1 : part.words[1] + 5]) for part in parts]
    return len(parts) == 2 and any(
        (one in after[0] and two in after[1]) or (two in after[0] and one in after[1]) for one, two in OPPOSITES
    )


def _at_a_place(article: Article, part: Figure, stop: int = 0) -> bool:
    """The figure is followed, within a few words and before word `stop`, by a preposition of place and a name."""
    words = article.words
    for k in range(part.words[1] + 1, min(part.words[1] + 6, stop or part.words[1] + 6, len(words.folded) - 1)):
        if "," in article.text[words.ends[k - 1] : words.starts[k]]:
            return False
        if words.folded[k] in _PLACING:
            return article.text[words.starts[k + 1]].isupper()
    return False


def _beside(article: Article, here: list[Figure], said: set[str], span: Span) -> Iterator[Clash]:
    """A total and its parts in any order, where the parts are set side by side: ``40 in Arlow and 35 in Bexted``."""
    here = _summable(here)
    if not 3 <= len(here) <= 5 or said & OVERLAP or said & _RATE_NOT or said & _POLL_VERBS:
        return
    total = max(here, key=lambda f: f.value)
    parts = [f for f in here if f is not total]
    kinds = {(f.kind, f.unit if f.kind != "count" else "") for f in here}
    nouns = {f.noun for f in here if f.noun}
    if len(kinds) > 1 or len(nouns) > 1 or total.kind == "measure" or any(f.high or f.about for f in here):
        return
    text, at = article.folded, here.index(total)
    if at == 0:
        boxed = _boxed(text, total, parts)
        joined = _side_by_side(article.words.folded, parts, boxed) and (
            boxed or (_apart(article, parts) and not _at_a_place(article, total, parts[0].words[0]))
        )
        cue, complete = _total_before(text, total, parts, text[span.start : span.end])
        complete = complete and not said & _UNCOUNTED
    elif at == len(here) - 1:
        gap = text[parts[-1].span.end : total.span.start]
        joined = gap.endswith(" together they have ") or _side_by_side(article.words.folded, parts)
        cue = complete = _total_behind(gap)
    else:
        return
    plain = sum(part.value for part in parts)
    spent = text[total.span.end : parts[0].span.start] == ", with "
    far = abs(plain - total.value) > (0.8 if spent else 0.3) * total.value
    if not (joined and cue) or far or (plain < total.value and not complete):
        return
    if _misses(total, parts, complete):
        yield parts_clash(total, parts, total)


def _summable(here: list[Figure]) -> list[Figure]:
    """The figures that can be a total or a part of it; of "two gifts of $3 million" not the two."""
    if any(f.kind == "money" for f in here):
        here = [f for f in here if not (f.kind == "count" and f.value <= 12 and f.text.isalpha())]
    return [f for f in here if f.kind in ("count", "money", "measure") and f.unit not in _TIMES]


def _total_before(text: str, total: Figure, parts: list[Figure], sentence: str) -> tuple[bool, bool]:
    """Whether the words behind a total make parts of what follows, and whether these are all of its parts."""
    if sentence.startswith("of "):
        return False, False
    gap = text[total.span.end : parts[0].span.start]
    whole = gap.endswith((" - ", ": ", " into ", " with ", ", ", " between ")) and len(gap) < 70
    lead = gap.removesuffix(" with ").removesuffix(" ").removesuffix(",")
    if any(mark in lead for mark in ",;("):
        return False, False  # health follows with 38 billion (18%), education with 27 billion
    cue = whole or " include" in gap or sentence.startswith(("altogether ", "in all "))
    return cue, " - " in gap or ": " in gap or "breaks down" in gap or sentence.startswith("altogether ")


def _total_behind(gap: str) -> bool:
    """Whether the words between parts and a total say that it is theirs."""
    together = gap.endswith(" together they have ") or " between them " in gap
    return gap.endswith(_SUM_FOLLOWS) and len(gap) < 60 and (together or not gap.endswith((" have ", " them ")))


def _side_by_side(folded: list[str], parts: list[Figure], boxed: bool = False) -> bool:
    """Each part is followed by the same preposition, or the last two are joined by ``and`` without one.

    `boxed`: all stand between two dashes or in brackets, where a comma may join the last two.
    """
    found = []
    for part in parts:
        after = folded[part.words[1] + 1 : part.words[1] + 5]
        found.append(next((w for w in after if w in ("in", "for", "from", "to", "on", "at", "by")), ""))
    joined = folded[parts[-2].words[1] + 1 : parts[-1].words[0]]
    return ("and" in joined or boxed) and len(joined) <= 8 and (len(set(found)) == 1 or not (found[0] and found[-1]))


def _boxed(text: str, total: Figure, parts: list[Figure]) -> bool:
    """``85 lamps - 18 in Arlow, 67 in Bexted - were stolen``."""
    opening = text[total.span.end : parts[0].span.start]
    closing = text[parts[-1].span.end : parts[-1].span.end + 40]
    if " - " in opening:
        return opening.endswith(" - ") and " - " in closing and "." not in closing[: closing.find(" - ")]
    return opening.endswith(" (") and ")" in closing
