"""Lists beside their number: announced (``three cities - Oslo, Bergen and Moss``), in apposition (``both sons, Leo and
Dan,``), or numbered under a headline (``Five reasons to …``)."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash
from newslint.facts.changes import figures_by_sentence
from newslint.facts.figures import Figure, figures
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

_OPENINGS = (" - ", " – ", " — ", "—", ": ", " (", " as ", ", namely ", " are ", " were ")
"""What stands between the noun and its list."""
_NO_LIST = frozenset(
    "in at for after over within during by with across on of than from between every all per under until about".split()
)
"""Words before a number that say that what follows is no list of so many."""
_NO_NOUNS = frozenset(
    "days years weeks months hours minutes times points votes goals percent miles people metres kilometres seconds "
    "games matches decades degrees dollars pounds euros".split()
)
_COUNTED = frozenset(
    "ways tips reasons things steps lessons ideas rules signs mistakes facts questions myths tricks hacks habits "
    "places dishes books films trends takeaways benefits secrets recipes foods apps gadgets strategies "
    "recommendations".split()
)
_BOTH = frozenset(("both",))
_PARTS = frozenset("one two three four five six seven eight nine ten both most some".split())
_BEFORE_WHOLE = 4
"""Words from a part to the number of its whole at most."""
_PARTY = r"\b[RDI]-[A-Z]"
"""``Ana Ruiz, R-Fla.``: what stands between two commas is no name."""
_MARKED = r"(?:#+ |\*\*)?(\d{1,2})[.)] "
_FARTHEST = 1000
"""Code points behind a number within which its list has an "and"; sentences without end stay cheap."""


@fact
def miscounted_lists(article: Article) -> tuple[Clash, ...]:
    """Lists that are longer or shorter than their number says."""
    found: list[Clash] = []
    for i, here in figures_by_sentence(article).items():
        end = article.sentences[i].span.end
        for figure in here:
            small = figure.kind == "count" and 2 <= figure.value <= 12
            if small and not figure.about and not figure.high and figure.noun:
                found += _announced(article, figure, end)
    told = {clash.span for clash in found}
    found += [clash for clash in (*_apposed(article), *_numbered(article)) if clash.span not in told]
    return tuple(found)


def _announced(article: Article, figure: Figure, end: int) -> Iterator[Clash]:
    """``Three cities - Oslo, Bergen, Moss and Hamar - bid.``"""
    words, text = article.words, article.text
    last = figure.words[1]
    while last < figure.words[1] + 3 and words.folded[last] != figure.noun:
        last += 1
    if words.folded[last] != figure.noun or figure.unit in ("time", "day", "way"):
        return
    at = words.ends[last]
    opening = next(o for o in _OPENINGS if text.startswith(o, at)) if text.startswith(_OPENINGS, at) else ""
    if not opening:
        stop = _past_of(article, figure, last)
        if stop:
            opening, at = " (", stop
    if not opening:
        yield from _between_commas(article, figure, at)
        return
    begin = at + len(opening)
    stop = end
    closing = ")" if opening == " (" else opening.strip() if opening.strip() in "-–—" else ""
    if opening[-1] == " " and opening.strip() in (", namely", "as", "are", "were"):
        joined = text.find(" and ", begin, end)
        comma = text.find(",", joined, end) if joined > 0 else -1
        stop = comma if comma > 0 else end
    elif closing:
        stop = text.find(closing, begin, end)
        if stop < 0:
            stop = end if text[end - 1] in ".!?" and opening != " (" else -1
        if stop < 0:
            return
    items = _names_in(text[begin:stop].rstrip(" .!?"))
    if items and items != figure.value:
        said = f"The list has {items}, the text says {figure.text}."
        yield Clash(figure.span, said, see=((Span(begin, stop), "list"),))


def _past_of(article: Article, figure: Figure, noun: int) -> int:
    """In ``the five members of the league (A, B and C)`` the place after the body; 0 where it may be another list."""
    words, text, folded = article.words, article.text, article.words.folded
    if figure.noun not in ("members", "states", "partners") or folded[figure.words[0] - 1] not in ("the", "its", "all"):
        return 0
    if folded[noun + 1 : noun + 2] != ["of"]:
        return 0
    for i in range(noun + 2, min(noun + 6, len(folded))):
        if not folded[i].isalpha() or text[words.ends[i - 1] : words.starts[i]] != " ":
            return 0
        if text.startswith(" (", words.ends[i]):
            return words.ends[i]
    return 0


def _between_commas(article: Article, figure: Figure, at: int) -> Iterator[Clash]:
    """``The mayors of four towns, Arlow, Bexted and Glint, signed.``: names only, three or more, then the verb."""
    text = article.text
    before = article.words.folded[figure.words[0] - 1] if figure.words[0] else ""
    if before in ("in", "at", "for", "after", "over", "within", "during", "by", "with", "across", "on"):
        return
    if before in ("the", "all", "these", "its"):  # the six countries that signed, …
        clause = _clause().match(text, at)
        at = clause.end() if clause else at
    if text[at : at + 2] != ", ":
        return
    joined = text.find(" and ", at, at + 200)
    stop = text.find(",", joined, joined + 60) if joined > 0 else -1
    if stop < 0 or not text[stop + 2 : stop + 3].islower():
        return
    items = _names_in(text[at + 2 : stop])
    if items >= 3 and items != figure.value:
        said = f"The list has {items}, the text says {figure.text}."
        yield Clash(figure.span, said, see=((Span(at + 2, stop), "list"),))


@cache
def _clause() -> Pattern[str]:
    """``that signed``, ``who will take part``: all lower-case, up to the comma."""
    return pattern(r" (?:that|which|who|to|taking|chosen|affected|involved|concerned)(?: [a-z]+){0,4}(?=, )")


def _names_in(listed: str) -> int:
    """How many names a plain list of names holds; 0 when it is anything else."""
    if len(listed) > 400 or any(mark in listed for mark in ';:()"“”'):
        return 0
    head, joined, tail = listed.rpartition(" and ")
    if not joined or " and " in head:
        return 0
    parts = [*(part.strip() for part in head.rstrip(", ").split(",")), tail.strip()]
    if len(parts) < 2 or any(not part or not part[0].isupper() or len(part.split()) > 4 for part in parts):
        return 0
    if any(
        word[0].islower() and word not in ("of", "the", "de", "la", "du", "van", "von", "upon", "del", "al")
        for part in parts
        for word in part.split()
    ):
        return 0
    return len(parts)


@cache
def _plural_and_names() -> Pattern[str]:
    """A noun in the plural, a comma or a colon, and names."""
    item = r"(?:the |The )?[A-Z][\w'’.-]*(?: (?:of |the |de |on |and the )?[A-Z][\w'’.-]*){0,3}"
    return pattern(
        rf"(?P<noun>(?: [a-z][a-z'-]*){{0,4}} [a-z-]+s|(?: of (?:the|its|their|his|her) [a-z-]+s)| [a-z]+ren)"
        rf"(?: (?:this|last|next) (?:year|week|month|season|summer|winter|spring|autumn))?(?P<open>, |: )"
        rf"(?P<list>{item}(?:, {item}){{0,9}},? and {item})(?P<close>[,.;)]| -| –)"
    )


def _apposed(article: Article) -> Iterator[Clash]:
    """``three of the suspects, Leo Marsh and Dan Price,``; ``both countries, Peru, Chile and Bolivia,``."""
    words = article.words
    for i, here in figures_by_sentence(article).items():
        end = article.sentences[i].span.end
        for figure in here:
            if figure.kind == "count" and 2 <= figure.value <= 12 and not figure.about and not figure.high:
                yield from _apposition(article, figure.span, figure.value, end)
    for k in article.where(_BOTH):
        sentence = article.sentence_at(words.starts[k])
        if sentence and (three := _three().match(article.text, words.ends[k], sentence.span.end)):
            said = f"“Both” is of two, the list has {three[0].count(',') + 2 - three[0].count(', and ')}."
            yield Clash(Span(words.starts[k], three.end()), said, sure=False)
        elif sentence:
            yield from _apposition(article, Span(words.starts[k], words.ends[k]), 2, sentence.span.end)


@cache
def _three() -> Pattern[str]:
    """``both the A35, the B3081 and the A354``; not ``both Paris, the capital, and Lyon``."""
    item = r"(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?"
    return pattern(rf" {item}(?:, {item}){{1,3}} and {item}(?=[.;]| [a-z])")


def _apposition(article: Article, span: Span, value: float, end: int) -> Iterator[Clash]:
    """``three suspects, Leo Marsh and Dan Price``, and not ``two of the four banks, Folk and Norland``."""
    if article.text.find(" and ", span.end, min(end, span.end + _FARTHEST)) < 0:
        return
    words = article.words
    k = words.at(span.start)
    match = _plural_and_names().match(article.text, span.end, end)
    if match is None or (k and words.folded[k - 1] in _NO_LIST and words.starts[k] - words.ends[k - 1] == 1):
        return
    if _of_more(words.folded[max(0, k - _BEFORE_WHOLE) : k]):
        return
    noun = match["noun"].split()[-1]
    if noun in _NO_NOUNS or noun.endswith(("ss", "us", "'s")) or "and" in match["noun"].split():
        return
    names = pattern(r",? and (?!the )|, | and (?=the [A-Z])").split(match["list"])
    if pattern(_PARTY).search(match["list"]):
        return
    if len(names) == 2 and match["open"] == ", " and match["close"] not in (",", "."):
        return
    if match["close"] == "," and article.text[match.end() : match.end() + 5] in (" and ", " amon"):
        return
    if len(names) != value:
        said = f"The list has {len(names)}, the text says {article.text[span.start : span.end]}."
        yield Clash(span, said, ((Span(match.start("list"), match.end("list")), "list"),))


def _of_more(before: list[str]) -> bool:
    """The words lead from a part to its whole: ``two of the country's`` four banks."""
    return "of" in before[1:] and before[before.index("of", 1) - 1] in _PARTS


def _numbered(article: Article) -> Iterator[Clash]:
    """``Five reasons to …`` over items that are numbered from 1 to 4."""
    head = next((block.span for _, block in article.zoned("headline")), None)
    if head is None:
        return
    counted = [f for f in figures(article) if f.kind == "count" and 3 <= f.value <= 30 and f.span.within(head)]
    if len(counted) != 1 or not _opens(article, counted[0], head):
        return
    items = _item_numbers(article)
    figure = counted[0]
    if len(items) >= 3 and items == list(range(1, len(items) + 1)) and len(items) != figure.value:
        yield Clash(figure.span, f"The headline says {figure.text}, the text has {len(items)}.")


def _opens(article: Article, figure: Figure, head: Span) -> bool:
    """The number and its noun stand at the head of the headline: ``5 easy ways to …``."""
    after = article.words.folded[figure.words[1] + 1 : figure.words[1] + 4]
    return figure.span.start - head.start < 12 and not figure.about and bool(_COUNTED & set(after))


def _item_numbers(article: Article) -> list[int]:
    """The numbers with which paragraphs, headings and items of the article begin, in order."""
    found = []
    source = article.source
    for line in source.splitlines():
        match = pattern(_MARKED).match(line.lstrip())
        if match:
            found.append(int(match[1]))
    return found
