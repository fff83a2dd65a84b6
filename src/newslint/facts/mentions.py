"""Mentions of names: runs of capitalised words, cut and classed one by one. `names` joins them into entities."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from newslint.article import PROSE, Article
from newslint.text.span import Span
from newslint.text.words import Words

NameKind = Literal["person", "organisation", "place", "other"]

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun "
    "tues thurs easter christmas ramadan gmt bst est edt pst cet ad bc am pm".split()
)
_ALSO_SURNAMES = frozenset(("may", "march", "august", "june", "april"))
HONORIFICS = frozenset(
    "mr mrs ms miss mme dr sir dame lord lady messrs monsieur madame señor señora herr frau hon".split()
)
"""Forms of address: they prove a person and say nothing of what the person is."""
_OFFICES = frozenset(
    "prof professor president vice-president premier chancellor minister secretary governor gov senator sen rep "
    "representative congressman congresswoman mayor ambassador judge sheriff captain capt colonel col lieutenant lt "
    "sergeant sgt general gen admiral adm king queen prince princess pope cardinal archbishop bishop rev reverend "
    "rabbi chairman chairwoman ceo inspector superintendent detective constable commissioner coach sheikh "
    "emperor sultan "
    "ayatollah imam pastor baroness baron duke duchess attorney spokesman spokeswoman speaker councillor leader".split()
)
_ALSO_FAMILY = frozenset("king prince pope bishop judge coach marshall".split())
_PARTICLES = frozenset("de del della di da dos du la le van von der den ten ter bin ibn al el bint y".split())
_OF_HEADS = frozenset(
    "bank university department ministry house bureau board court council institute college school academy church "
    "city state states kingdom republic union federation association society office secretary minister chamber "
    "lords league museum confederation institution commission committee centre center chancellor bay isle gulf "
    "statue tower chambers council authority duke duchess prince earl archbishop bishop fund party foundation "
    "national international royal federal us un uk "
    "american british european nations order knights hall gallery trust campaign group mayor".split()
)
_BODY_ADJECTIVES = frozenset(
    "world national first central international global general federal royal american british european chinese "
    "japanese german french united social public western eastern northern southern north south east west".split()
)
_TAILS = frozenset("inc ltd llc plc jr sr corp".split())
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr st sen rep gov gen col lt sgt capt prof rev jr sr hon adm maj cmdr messrs mt ft".split()
)
_STARTS = frozenset(".!?…:;\"“”‘'«—–-•*>\n(")


class Mention(NamedTuple):
    """A name in one place: words ``first`` to ``last`` (inclusive), the words folded, and a guess at its kind."""

    span: Span
    words: tuple[str, ...]
    kind: NameKind
    sure: bool
    """The kind is certain from the mention alone, by a title, a suffix or the gazetteer."""
    first: int
    last: int
    title: Span | None = None
    """The words of a title before it: ``President``, ``Dr``."""


class _Seen(NamedTuple):
    """Words of the article with a small letter, and with a capital in mid-sentence."""

    lowered: set[str]
    inner: set[str]
    doubtful: list[int]
    """Words that open a sentence with a capital and are neither known names nor known words."""


@cache
def plain_list(name: str) -> frozenset[str]:
    """A list of ``data/NAME.txt`` that has no inflection, read without looking at each line."""
    table = (Path(__file__).parents[1] / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in table.split("\n") if line and line[0] != "#")


class Read(NamedTuple):
    """What was read of an article's names."""

    mentions: list[Mention]
    """In running text and sentence-case headings, in order."""
    headings: list[tuple[int, int]]
    """First and last capitalised word of each title-case heading, which tells no names by itself."""
    doubtful: list[int]
    """Words that open a sentence and may be names."""


def mentions(article: Article) -> Read:
    """Every mention of a name that the text itself shows."""
    words, text = article.words, article.text
    starts = words.starts
    capital = [i for i, start in enumerate(starts) if text[start].isupper()]
    folded, ends = words.folded, words.ends
    seen = _Seen(
        set(itertools.compress(folded, map(str.islower, map(text.__getitem__, starts)))),
        {_bare(folded[i]) for i in capital if i and starts[i] - ends[i - 1] == 1},
        [],
    )
    found: list[Mention] = []
    unread: list[tuple[int, int]] = []
    at = 0
    for block in article.blocks:
        zone = block.zone
        reads = zone in PROSE or zone in ("headline", "dek", "subhead", "faq-q", "caption")
        first = at
        end = block.span.end
        while at < len(capital) and starts[capital[at]] < end:
            at += 1
        if not reads or first == at:
            continue
        chunk = capital[first:at]
        if zone not in PROSE and zone != "caption" and _title_case(words, chunk, block.span):
            unread.append((chunk[0], chunk[-1]))
            continue
        _runs(article, chunk, seen, block.span.start, found)
    return Read(found, unread, seen.doubtful)


def _title_case(words: Words, capital: list[int], block: Span) -> bool:
    """More than three fifths of the longer words have capitals."""
    inside = words.between(*block)
    long = [i for i in inside if words.ends[i] - words.starts[i] > 3]
    if len(long) < 2:
        return len(inside) < 4
    upper = set(capital)
    return sum(i in upper for i in long) > 0.6 * len(long)


def _runs(article: Article, capital: list[int], seen: _Seen, block: int, found: list[Mention]) -> None:
    words, text = article.words, article.text
    run: list[int] = []
    for i in capital:
        if run and _linked(words, text, run, i):
            run.append(i)
            continue
        if run:
            _read_run(article, run, seen, block, found)
        run = [i]
    if run:
        _read_run(article, run, seen, block, found)


def _linked(words: Words, text: str, run: list[int], i: int) -> bool:
    """True when the capitalised word `i` goes on with the name that the run has begun."""
    last = run[-1]
    folded = words.folded
    if i - last > 3 or folded[last].endswith("'s"):
        return False
    if i == last + 1:
        gap = text[words.ends[last] : words.starts[i]]
        if gap in (" ", "-", " & ", "\n", "\u00a0", "‑"):
            return True
        if gap == ". ":
            return words.ends[last] - words.starts[last] == 1 or "." in folded[last] or folded[last] in _ABBREVIATIONS
        if gap == ".":
            return words.ends[last] - words.starts[last] == 1
        return gap == ", " and folded[i] in _TAILS
    if text[words.ends[last]] not in " -" or text[words.starts[i] - 1] not in " -’'":
        return False
    between = folded[last + 1 : i]
    if any(text[words.ends[k]] not in " -’'" for k in range(last + 1, i)):
        return False
    if all(w in _PARTICLES for w in between):
        return True
    if between in (["of"], ["of", "the"], ["for"], ["for", "the"]):
        head = folded[last]
        return head in _OF_HEADS or head in plain_list("organisation-words") or (
            len(run) > 1 and between[0] == "of" and folded[run[0]] in _OF_HEADS
        )
    # "Department of Health and Human Services"
    return between == ["and"] and len(run) > 1 and folded[run[0]] in _OF_HEADS and run[-1] - run[0] >= len(run)


def _read_run(article: Article, run: list[int], seen: _Seen, block: int, found: list[Mention]) -> None:
    """Cut one run of capitalised words into mentions."""
    words, text = article.words, article.text
    folded = words.folded
    first = run[0]
    start = words.starts[first]
    opening = start == block or text[start - 1] in _STARTS or (text[start - 1].isspace() and _opens(text, start, block))
    calendar = [k for k, i in enumerate(run) if _bare(folded[i]) in _CALENDAR]
    if calendar:
        first_names = plain_list("first-names")
        for k in calendar:
            named = k > 0 and folded[run[k]] in _ALSO_SURNAMES and folded[run[k - 1]] in first_names
            if not named:
                if k:
                    _read_run(article, run[:k], seen, block, found)
                if k + 1 < len(run):
                    _read_run(article, run[k + 1 :], seen, block, found)
                return
    if opening:
        word = _bare(folded[first])
        common = word in plain_list("openers") or (len(run) > 1 and word in seen.lowered)
        tail = _bare(folded[run[-1]])
        heads_body = len(run) > 1 and word in _BODY_ADJECTIVES and tail in plain_list("organisation-words")
        if common and not heads_body and (word not in plain_list("first-names") or len(run) == 1):
            run = run[1:]
            if not run:
                return
            opening = False
        elif len(run) == 1 and _merely_opens(text, words, first, word, seen):
            if word not in seen.lowered and word.isalpha():
                seen.doubtful.append(first)
            return
    elif len(run) == 1 and _bare(folded[first]) in ("i", "i'm", "i've", "i'd", "i'll", "internet", "web", "ok"):
        return
    _class_run(article, run, found)


def _opens(text: str, start: int, block: int) -> bool:
    at = start - 1
    while at > block and text[at].isspace():
        at -= 1
    return at <= block or text[at] in _STARTS


def _bare(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word


def _merely_opens(text: str, words: Words, i: int, word: str, seen: _Seen) -> bool:
    """A single capitalised word at the head of a sentence that is a common word as far as anyone can tell."""
    if word in seen.lowered or word.endswith(("ly", "ing", "ed", "tion", "n't")):
        return True
    written = text[words.starts[i] : words.starts[i] + len(word)]
    if any(c.isupper() for c in written[1:]):
        return False
    if words.folded[i].endswith("'s"):
        return False
    return not (word in plain_list("places") or word in plain_list("first-names") or word in seen.inner)


def _class_run(article: Article, run: list[int], found: list[Mention]) -> None:
    words = article.words
    demonyms, org_words = plain_list("demonyms"), plain_list("organisation-words")
    bare = [_bare(words.folded[i]) for i in run]
    is_org = len(run) > 1 and (bare[-1] in org_words or bare[-1] in _TAILS)
    if not is_org:
        while len(run) > 1 and bare[0] in demonyms:
            run, bare = run[1:], bare[1:]
    if len(run) == 1 and (bare[0] in demonyms or bare[0].rstrip("s") in demonyms or bare[0] in plain_list("acronyms")):
        return
    titles = plain_list("titles")
    title: Span | None = None
    if not is_org or any(w in HONORIFICS for w in bare):
        offices = [k for k, w in enumerate(bare) if w in _OFFICES or w in HONORIFICS]
        if offices:
            k = max(offices)
            while k + 1 < len(bare) and bare[k + 1] in titles and bare[k + 1] not in plain_list("first-names"):
                k += 1
            begin = min(offices)
            while begin > 0 and bare[begin - 1] in titles:
                begin -= 1
            if k + 1 < len(bare):
                title = Span(words.starts[run[begin]], words.ends[run[k]])
                if begin:
                    _class_run(article, run[:begin], found)
                run, bare = run[k + 1 :], bare[k + 1 :]
            elif begin and bare[k] not in _ALSO_FAMILY and bare[begin - 1] not in plain_list("first-names"):
                run, bare = run[:begin], bare[:begin]  # "Microsoft President said"
            elif not begin:
                return
        elif all(w in titles for w in bare):
            return
    found.append(_mention(article, run, bare, title, is_org))


def _mention(article: Article, run: list[int], bare: list[str], title: Span | None, is_org: bool) -> Mention:
    words, text = article.words, article.text
    first, last = run[0], run[-1]
    start, end = words.starts[first], words.ends[last]
    if words.folded[last].endswith("'s"):
        end -= 2
    if first > 0 and words.folded[first - 1] in _PARTICLES and text[start - 1] in " -" and not is_org:
        before = words.folded[first - 1]
        if before in (("al", "el") if text[start - 1] == "-" else ("van", "von", "bin", "de")):
            first -= 1
            start = words.starts[first]
    row = tuple(_bare(w) for w in words.folded[first : last + 1])
    kind, sure = _kind(article, row, Span(start, end), first, last, title, is_org)
    return Mention(Span(start, end), row, kind, sure, first, last, title)


def _kind(
    article: Article, row: tuple[str, ...], span: Span, first: int, last: int, title: Span | None, is_org: bool
) -> tuple[NameKind, bool]:
    text = article.text
    if title is not None:
        return "person", True
    phrase = " ".join(row)
    if phrase in plain_list("places"):
        return "place", True
    if is_org or (len(row) > 2 and ("of" in row or "for" in row) and row[0] in _OF_HEADS):
        return "organisation", True
    first_names = plain_list("first-names")
    if 2 <= len(row) <= 5 and (row[0] in first_names or len(row[0]) == 1) and "of" not in row:
        return "person", row[0] in first_names
    written = text[span.start : span.end]
    if len(row) == 1:
        if 2 <= len(written) <= 6 and written.isupper():
            return "organisation", False
        if text.startswith("'s ", span.end) or text.startswith("’s ", span.end):
            return "other", False
        return "other", False
    if "&" in written or row[-1] in ("brothers", "sons"):
        return "organisation", True
    folded = article.words.folded
    after = article.folded[span.end : span.end + 6]
    if after[:2] == ", " and after[2:4].isdigit() and after[4:5] in (",", " ", "."):
        return "person", True
    if 2 <= len(row) <= 3 and "of" not in row:
        if first and folded[first - 1] in plain_list("roles") and text[span.start - 1] == " ":
            return "person", True
        follows = folded[last + 1] if last + 1 < len(folded) else ""
        if row[0] in _BODY_ADJECTIVES or row[0] in plain_list("openers"):
            return "other", False
        if follows in ("said", "says", "told", "who", "added", "wrote", "himself", "herself"):
            return "person", follows in ("who", "himself", "herself")
    if first and folded[first - 1] in ("in", "at", "near", "from") and len(row) <= 2:
        return "place", False
    return "other", False
