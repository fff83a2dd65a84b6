"""What a run of capitalised words names: titles and demonyms are taken off, and the rest is classed."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list
from newslint.named import NamedTuple
from newslint.text.closed_classes import PARTICLES
from newslint.text.span import Span, of_pair
from newslint.text.words import Words, by_word
from newslint.typed import Literal

NameKind = Literal["person", "organisation", "place", "other"]

HONORIFICS = frozenset(
    "mr mrs ms miss mme dr sir dame lord lady messrs monsieur madame señor señora herr frau hon".split()
)
"""Forms of address: they prove a person and say nothing of what the person is."""
_HOLIDAYS = frozenset(
    (("new", "year"), ("new", "year's"), ("good", "friday"), ("boxing", "day"), ("labor", "day"), ("memorial", "day"))
) | {("valentine's", "day"), ("mother's", "day"), ("father's", "day"), ("independence", "day"), ("world", "war")}
_ALSO_FAMILY = frozenset("justice king prince pope bishop judge coach marshall".split())
TAILS = frozenset("inc ltd llc plc jr sr corp".split())
BODY_ADJECTIVES = frozenset(
    "world national first central international global general federal royal american british european chinese "
    "japanese german french united social public western eastern northern southern north south east west".split()
)
_HOLDERS = frozenset(
    "head chief director president chairman chairwoman chair editor secretary minister mayor professor dean governor "
    "commander captain treasurer curator".split()
)
_GROUNDS = frozenset(
    "park canyon river lake mountain mountains valley island islands street road avenue bridge airport stadium square "
    "beach bay county forest castle station harbour harbor peninsula desert ocean sea province district".split()
)
"""Last words of places."""
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC".split()
)


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


@by_word
def without_possessive(word: str) -> str:
    """``baichuan`` for ``baichuan's``."""
    return word[:-2] if word.endswith("'s") else word


@by_word
def _names_nobody(word: str) -> bool:
    """A capitalised word that is no name by itself: ``Danish``, ``Danes``, ``CEO``, ``President``."""
    word = without_possessive(word)
    demonyms = word_list("demonyms")
    return (
        word in demonyms or word.rstrip("s") in demonyms or word in word_list("acronyms") or word in word_list("titles")
    )


def classify_run(article: Article, run: list[int], found: list[Mention]) -> None:
    """Read a run of capitalised words (indexes) as a name, or as several with titles between, into `found`."""
    words = article.words
    if len(run) == 1:
        if not _names_nobody(words.folded[run[0]]):
            found.append(_mention(article, run, None, False))
        return
    if len(run) > 2 and run[0] > 1 and words.folded[run[0] - 1] == "of":
        begins = _name_begins(words, run)
        if begins:
            classify_run(article, run[:begins], found)
            run = run[begins:]
    if tuple(words.folded[run[0] : run[1] + 1]) in _HOLIDAYS:
        if run[2:]:
            classify_run(article, run[2:], found)
        return
    demonyms = word_list("demonyms")
    bare = [without_possessive(words.folded[i]) for i in run]
    is_org = bare[-1] in word_list("organisation-words") or bare[-1] in TAILS
    while len(run) > 1 and bare[0] in demonyms and not is_org:
        run, bare = run[1:], bare[1:]
    if len(run) == 1 and (bare[0] in demonyms or bare[0].rstrip("s") in demonyms or bare[0] in word_list("acronyms")):
        return
    title: Span | None = None
    entitled = _title_in(bare) if not is_org or not HONORIFICS.isdisjoint(bare) else None
    if entitled:
        if entitled.start and entitled.stop < len(run):
            classify_run(article, run[: entitled.start], found)
        run, title = _without_title(words, run, bare, entitled)
    if run:
        found.append(_mention(article, run, title, is_org))


def _without_title(words: Words, run: list[int], bare: list[str], entitled: range) -> tuple[list[int], Span | None]:
    """The words of a run that are a name, and the title before them; none where all are a title."""
    begin, after = entitled.start, entitled.stop
    if after < len(run):
        return run[after:], Span(words.starts[run[begin]], words.ends[run[after - 1]])
    if begin and (bare[after - 1] in _ALSO_FAMILY or bare[begin - 1] in word_list("first-names")):
        return run, None
    return run[:begin], None  # "Microsoft President said"


def _title_in(bare: list[str]) -> range | None:
    """Which of the words are a title, with what stands before and behind an office: ``vice``, ``general``."""
    titles, ranks = word_list("titles"), word_list("offices")
    offices = [k for k, word in enumerate(bare) if word in ranks or word in HONORIFICS]
    if not offices:
        return range(len(bare)) if titles.issuperset(bare) else None
    begin, after = offices[0], offices[-1] + 1
    while after < len(bare) and bare[after] in titles and bare[after] not in word_list("first-names"):
        after += 1
    while begin > 0 and bare[begin - 1] in titles:
        begin -= 1
    return range(begin, after)


def _name_begins(words: Words, run: list[int]) -> int:
    """In ``the mayor of Arlow Ana Haldane`` where in the run the person's name begins; 0 when there is none."""
    first_names = word_list("first-names")
    if words.folded[run[0] - 2] not in word_list("roles") or words.folded[run[0]] in first_names:
        return 0
    return next((k for k in range(1, len(run) - 1) if words.folded[run[k]] in first_names), 0)


def _mention(article: Article, run: list[int], title: Span | None, is_org: bool) -> Mention:
    text = article.text
    folded, starts, ends = article.words
    first, last = run[0], run[-1]
    start, end = starts[first], ends[last]
    if folded[last].endswith("'s"):
        end -= 2
    if first > 0 and folded[first - 1] in PARTICLES and text[start - 1] in " -" and not is_org:
        before = folded[first - 1]
        if before in (("al", "el") if text[start - 1] == "-" else ("van", "von", "bin", "de")):
            first -= 1
            start = starts[first]
    row = tuple(map(without_possessive, folded[first : last + 1]))
    span = of_pair((start, end))
    if title is not None:
        return Mention(span, row, "person", True, first, last, title)
    kind, sure = _kind(article, row, span, first, last, is_org)
    return Mention(span, row, kind, sure, first, last)


def _kind(
    article: Article, row: tuple[str, ...], span: Span, first: int, last: int, is_org: bool
) -> tuple[NameKind, bool]:
    """The kind of a name without a title, and whether it is certain."""
    start, end = span
    written = article.text[start:end]
    if len(row) == 1:
        if row[0] in word_list("places") or (written in _STATES and article.text[start - 2 : start] == ", "):
            return "place", True
        return ("organisation" if 2 <= len(written) <= 6 and written.isupper() else "other"), False
    return _kind_by_form(row, written, is_org) or _kind_by_neighbours(article, row, span, first, last)


def _kind_by_form(row: tuple[str, ...], written: str, is_org: bool) -> tuple[NameKind, bool] | None:
    """What the words of a name tell of it, with the gazetteer; None where they tell nothing."""
    if " ".join(row) in word_list("places"):
        return "place", True
    first_names = word_list("first-names")
    if row[-1] in _GROUNDS and (len(row) > 2 or row[0] not in first_names):
        return "place", True
    if is_org or (len(row) > 2 and ("of" in row or "for" in row) and row[0] in word_list("of-heads")):
        return "organisation", True
    if 2 <= len(row) <= 5 and (row[0] in first_names or len(row[0]) == 1) and "of" not in row:
        return "person", row[0] in first_names
    if "&" in written or row[-1] in ("brothers", "sons"):
        return "organisation", True
    return None


def _kind_by_neighbours(
    article: Article, row: tuple[str, ...], span: Span, first: int, last: int
) -> tuple[NameKind, bool]:
    """What the words beside a name tell of it: an age, an office, a verb of speech, a preposition."""
    folded, (start, end) = article.words.folded, span
    after = article.folded[end : end + 6]
    if after[:2] == ", " and after[2:4].isdigit() and after[4:5] in (",", " ", "."):
        return "person", True
    before = folded[first - 1] if first else ""
    if 2 <= len(row) <= 3 and "of" not in row:
        roles = word_list("roles")
        if first and before in roles and article.text[start - 1] == " ":
            return "person", True
        follows = folded[last + 1] if last + 1 < len(folded) else ""
        if row[0] in BODY_ADJECTIVES or row[0] in word_list("openers"):
            return "other", False
        if after[:2] == ", " and (follows == "who" or (follows in _HOLDERS and folded[last + 2 : last + 3] == ["of"])):
            return "person", True  # Mitch Bainwol, head of
        if before in ("said", "says", "added"):  # said Maeve Haldane, the mayor
            return "person", after[:2] == ", " and any(word in roles for word in folded[last + 1 : last + 6])
        if follows in ("said", "says", "told", "who", "added", "wrote", "himself", "herself"):
            return "person", follows in ("who", "himself", "herself")
    if before in ("in", "at", "near", "from") and len(row) <= 2:
        if before in ("at", "from") and len(row) == 2:
            return "other", False  # at Harrow Capital
        return "place", False
    return "other", False
