from __future__ import annotations

import marshal

from newslint import (
    Article,
    Hit,
    Iterator,
    Pattern,
    Severity,
    Span,
    Tally,
    by_word,
    cache,
    cached_on_disk,
    empty_sentences,
    essay,
    pattern,
    phrases,
    rule,
    running_coverage,
    sourced_sentences,
    word_list,
    word_sections,
)

_ENOUGH = 3.2
"""From this sum on a headline baits; no other single cue reaches it."""
_MOST = 3
"""A kind counts at most so often."""

_SAYS = {
    "quiz": "it is a quiz", "feeling": "it tells how to feel", "pointing": "it points at what it does not name",
    "why": "it promises the news in place of giving it", "number-first": "it counts a list", "question-word": "it asks",
    "you": "it speaks to “you”", "people": "somebody stands for a name", "react": "it tells of watching, not of news",
    "yes-or-no": "it asks what the story should answer", "sure": "it chats", "me": "it speaks of “me”",
    "bang": "it shouts", "this-first": "it points at what it does not name", "life": "it names a theme and no news",
    "searched": "it lists what readers search for",
}  # fmt: skip
"""What is said of a kind of cue, or of what stands behind the news."""
_QUESTION = frozenset("what which why how when who where what's who's where's how's".split())
_YES_NO = frozenset("is are can could do does did will would should has have".split())
_NAMES = ("yahoo!", "jeopardy!", "mamma mia!", "oklahoma!", "oliver!", "wham!", "airplane!", "okay!", "ok!", "hello!")
"""Names that end in a mark which is no shout."""
_LABELS = ("explainer: ", "explained: ", "factbox: ", "timeline: ", "q&a: ", "analysis: ")
"""What a headline may open with that says what the piece is."""
_SERVICE = frozenset(("why", "question-word", "list", "when", "news", "you"))
"""Cues of a headline that promises instructions or an explanation, and neither a feeling nor a secret."""
_EXPLAINED = ("how ", "why ", "what ")
_ANSWERED = 3
"""Sentences with a source of a piece that explains, and no more of them that praise or cite nobody."""
_INSTRUCTIONS = 100
"""Words of a piece that can hold them."""
_FACETS = 2
"""Items of a list behind the news that people search for, from which it is there to be found."""
_ITEM_WORDS = 4
_REST = frozenset(("all", "everything", "how", "more", "what"))
"""What an item of such a list may begin with that says no facet."""
_LINKS = frozenset("that you you'll every only who for to if we will from about".split())


@rule(
    "warning",
    lang="en",
    not_types=["quiz", "guide", "how-to", "tutorial", "explainer", "opinion", "column", "newsletter", "review"],
    why=(
        "Stop Clickbait (Chakraborty and others, 2016) and the Webis clickbait studies for the cues; SPJ code of ethics"
    ),
    exceptions=(
        "Words in quotation marks; quizzes, guides and columns that say so, explainers in the headline; instructions "
        "(“How to read a tide table”) over a hundred words or more."
    ),
    bad=[
        "<<You won't believe what this bank did>>\n\nThe bank froze 4,000 accounts on Monday, a court paper shows.",
        "<<17 signs that your landlord is actually a genius>>\n\nThe council listed the rents on Monday, 3 March.",
        "<<Here's why everyone is talking about this ferry>>\n\nThe ferry stops on Friday, its owner said.",
        "---\ntitle: Bank freezes 4,000 accounts\ndescription: The bank froze them on Monday. <<Here's why>> it "
        "matters more than you think.\n---\n\nThe bank froze 4,000 accounts on Monday, a court paper shows.",
        "<<Ferry sails again!>>\n\nThe ferry sails from Friday, its owner said.",
        "Ferry sails again: <<Fares, Timings, Route and Map>>\n\nThe ferry sails from Friday, its owner said.",
        "Bank freezes 4,000 accounts - <<What Savers Need to Know>>\n\nThe bank froze them on Monday, it said.",
        "<<Is your money at risk?>>\n\nDeposits above 100,000 euros are not insured, the central bank said on Monday.",
    ],
    good=[
        "Bank freezes 4,000 accounts\n\nThe bank froze 4,000 accounts on Monday, a court paper shows.",
        "Deposits above $100,000 are not insured\n\nThe central bank said so on Monday.",
        "Ferry line to close: mayor, union and owners in talks\n\nThe ferry stops on Friday, its owner said.",
        "Farm sold to Yahoo!\n\nThe farm was sold on Monday, its owner said.",
        "19 hurt as ferry hits pier\n\nThe ferry hit the pier on Monday, the coast guard said.",
        "Explainer: Why the bank is closing, and what happens to its branches\n\nThe judge fined the bank on Monday.",
        "How to read a tide table\n\n"
        + "The table gives the height of each tide, and the time at which it turns. " * 8,
        "One in six people who hold an account learned of it late\n\nThe bank froze 4,000 accounts on Monday.",
        "'You lied to us', judge tells bank\n\nThe judge fined the bank on Monday.",
    ],
)
def clickbait_headline(article: Article) -> Iterator[Hit]:
    """The headline withholds the news to be clicked.

    It speaks to "you", counts a list, points at "this" without naming it, promises a feeling. A reader who clicks is
    let down, and one who stays away has learned nothing. Say who did what. One such word makes no bait; several do, and
    words of hard news weigh against them. Advice over a text in the writer's own voice, which may hold no news. Asked
    of every article with a headline.
    """
    weights = _weights()
    mild: Severity | None = "info" if essay(article) else None
    for _, block in article.zoned("headline"):
        cues = _cues(article, block.span)
        score = sum(weights[kind] * min(_MOST, count) for kind, count in cues.items())
        if _explains(article, block.span, cues):
            continue
        if score < _ENOUGH:
            tail = _search_tail(article, block.span)
            if tail and not running_coverage(article):
                span, kind = tail
                kept = kind != "searched" and _answers(article)
                yield Hit(span, f"Put the news in the headline: {_SAYS[kind]}.", severity="info" if kept else mild)
            continue
        main = max((kind for kind in cues if kind in _SAYS), key=lambda kind: weights[kind] * cues[kind], default="")
        yield Hit(
            block.span,
            f"Put the news in the headline: {_SAYS[main]}." if main else "Put the news in the headline.",
            severity=mild,
        )
    for _, block in article.zoned("dek"):
        bait = _dek_bait().search(article.folded, *block.span)
        if bait:
            yield Hit(Span(*bait.span()), "Put the news in the dek: it promises the news in place of giving it.")


def _explains(article: Article, headline: Span, cues: dict[str, int]) -> bool:
    """An explainer that says so, instructions (``How to read a tide table``) with a text that gives them, and why or
    how something is with sources that tell it."""
    said = article.folded[slice(*headline)]
    if said.startswith(_LABELS):
        return True
    serves = _SERVICE.issuperset(kind for kind, count in cues.items() if count) and cues.get("why", 0) < 2
    if not serves or article.word_count < _INSTRUCTIONS:
        return False
    return said.startswith("how to ") or (said.startswith(_EXPLAINED) and _answers(article))


def _answers(article: Article) -> bool:
    """Sources tell what the headline asks or promises."""
    return len(sourced_sentences(article)) >= max(_ANSWERED, len(empty_sentences(article)) + 1)


def _search_tail(article: Article, headline: Span) -> tuple[Span, str] | None:
    """What stands behind the news to be found by a search (``: Route, Toll Price and Map``) or to be clicked
    (``- What to Expect``, ``: Is Your City on the List?``), and its kind."""
    text = article.folded[slice(*headline)]
    ends = [match.end() for match in pattern(r"(?<=\w)[)\"']?(?:: | [-–—|] |[?!] )").finditer(text)]
    if not ends or ends[-1] <= len(text) // 4:
        return None
    tail, words = Span(headline.start + ends[-1], headline.end), text[ends[-1] :].split()
    if any(hit.span.start == tail.start for hit in phrases(article, "search-tails")):
        return tail, "why"
    if words[-1].endswith("?") and len(words) >= _ITEM_WORDS and words[0] in _QUESTION | _YES_NO:
        return tail, "yes-or-no"
    items = [
        item.split() for item in pattern(r", and |, & |, |/| and | & | \+ ").split(_bare(text[ends[-1] :])) if item
    ]
    facets = [_is_facet(item) for item in items]
    listed = sum(facets) >= _FACETS and sum(facets) * 2 >= len(items)
    listed = listed and (facets[-1] or items[-1][0] in _REST)  # else it is what happened to them: "Route and map lost"
    return (tail, "searched") if listed else None


def _is_facet(item: list[str]) -> bool:
    """``toll price``, ``documents required``; but “the price of war” is something."""
    head = item[-2] if len(item) > 1 and item[-1] in ("explained", "needed", "required", "revealed") else item[-1]
    return len(item) <= _ITEM_WORDS and head in word_list("search-facets") and item[0] not in ("a", "an", "the")


def _bare(tail: str) -> str:
    """The list without what stands in brackets behind it, and whom it is for."""
    return pattern(r" ?[(\[].{0,60}$| (?:for|of|in|to|at|on) [^,&]{1,60}$|\.$").sub("", tail)


@cache
def _dek_bait() -> Pattern[str]:
    """What baits in a dek too, where most other cues may stand."""
    return pattern(
        r"\b(?:here's|here is|this is|that's) (?:why|how|what)\b|\byou won't believe\b|\bwhat happens? next\b"
        r"|\bwill (?:surprise|shock|amaze|stun) you\b|\bthe (?:answer|reason|result) (?:may|might|will) surprise\b"
    )


def _cues(article: Article, span: Span) -> dict[str, int]:
    """How often each kind of cue stands in the headline, quotations left out."""
    text = article.folded[span.start : span.end]
    quoted = [match.span() for match in _quotes().finditer(text)] if '"' in text or "'" in text else []
    words = article.words
    said = [
        words.folded[i]
        for i in words.between(*span)
        if not any(low <= words.starts[i] - span.start < high for low, high in quoted)
    ]
    cues: Tally[str] = Tally()
    i = 0
    while i < len(said):
        step = 1
        known, sizes = _opened_by(said[i])
        for size in sizes:
            kinds = known.get(" ".join(said[i : i + size])) if i + size <= len(said) else None
            if kinds:
                one_in_six = said[i] == "people" and i > 1 and said[i - 2] == "in"
                for kind in () if one_in_six else kinds:
                    cues[kind] += 1
                step = size
                break
        i += step
    toll = cues.pop("toll", 0)
    if said:
        _first(said, text, bool(toll), cues)
    cues["shout"] = "!" in text
    cues["bang"] = text.rstrip().endswith("!") and not text.endswith(_NAMES)
    cues["asks"] = text.rstrip("\"') ").endswith("?")
    return cues if cues["news"] else {kind: count for kind, count in cues.items() if count > 0}


def _first(said: list[str], text: str, toll: bool, cues: Tally[str]) -> None:
    """What the headline opens with tells most."""
    first = said[0]
    counted = first.isdecimal() and 2 < int(first[:6]) <= 150
    counted = counted or (len(said) > 1 and first in ("the", "these", "here") and said[1].isdigit())
    if counted and not (toll and any("toll" in _kinds(word) for word in said[1:4])) and "," not in text[:6]:
        cues["number-first"] = 1
        cues["listed"] = any("list" in _kinds(word) for word in said[1:7])
        cues["that-you"] = not _LINKS.isdisjoint(said[2:9])
    cues["this-first"] = first in ("this", "these")
    cues["here-first"] = first in ("here's", "here")
    cues["question-word"] = first in _QUESTION
    cues["yes-or-no"] = first in _YES_NO
    cues["if-first"] = first in ("if", "when")
    cues["self-first"] = first in ("we", "i", "my", "our")


@cache
def _quotes() -> Pattern[str]:
    return pattern(r"\"[^\"]{0,200}\"|(?<!\w)'[^']{1,200}(?:'\w[^']{0,100}){0,3}'(?!\w)")


@by_word
def _opened_by(first: str) -> tuple[dict[str, frozenset[str]], list[int]]:
    """Kinds of cue by word or phrase, of those that begin with a word, and how many words they have, most first."""
    packed = _packed().get(first)
    known: dict[str, frozenset[str]] = marshal.loads(packed) if packed else {}
    return known, sorted({phrase.count(" ") + 1 for phrase in known}, reverse=True)


def _kinds(word: str) -> frozenset[str]:
    return _opened_by(word)[0].get(word, frozenset())


@cached_on_disk
def _packed() -> dict[str, bytes]:
    """What is known, apart for each first word: a headline holds few of them."""
    apart: dict[str, dict[str, frozenset[str]]] = {}
    for phrase, kinds in _known().items():
        apart.setdefault(phrase.split(" ")[0], {})[phrase] = kinds
    return {first: marshal.dumps(known) for first, known in apart.items()}


def _known() -> dict[str, frozenset[str]]:
    """Kinds of cue by word or phrase."""
    known: dict[str, frozenset[str]] = {}
    for head, entries in word_sections("clickbait"):
        kind = frozenset(head.split()[:1])
        for entry in entries:
            known[entry] = known.get(entry, kind) | kind
    return known


@cached_on_disk
def _weights() -> dict[str, float]:
    """What each kind of cue weighs."""
    heads = [head.removeprefix("=").split() for head, _ in word_sections("clickbait")]
    return {kind: float(weight[0]) for kind, *weight in heads if weight}
