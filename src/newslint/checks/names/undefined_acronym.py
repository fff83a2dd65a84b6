from __future__ import annotations

from newslint import (
    PROSE,
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    Span,
    covering,
    names,
    noun_before,
    pattern,
    quotations,
    rule,
    word_list,
)

_DEFINED = r"\(([A-Z][A-Za-z&]{1,7})s?\)"
_ACRONYM = r"[A-Z](?=[A-Z&])(?<![\w&./@#$-].)[A-Z&]{1,5}(?![\w&/@]|[.-]\w)"
"""(The second capital is looked at first: most have none.)"""
_SMALL = frozenset("of the and for in on to de du des la le a an at".split())
_CALLED = frozenset("boss chief chairman president director spokesman spokeswoman analyst economist".split())
"""Words that tell a reader that the letters before them are a firm or body."""


@rule(
    "info",
    wakes=[names],
    why="Reuters and AP: spell out at first mention, unless everybody knows the short form better",
    exceptions="Well-known bodies and things (BBC, NATO, GDP); tickers; words on either side that say what it is.",
    options={
        "known": "Acronyms that this paper's readers know.",
    },
    bad=[
        "The <<FCRA>> rejected the bid on Monday. The bidder said the FCRA was wrong.",
        "The Fair Credit Review Authority <<(FCRA)>> rejected the bid on Monday. The bidder will appeal.",
        "The Fair Credit Review Authority (FCRA) rejected the bid. Last year the Fair Credit Review Authority "
        "<<(FCRA)>> "
        "let it pass. The FCRA gave no reason.",
    ],
    good=[
        "The Fair Credit Review Authority (FCRA) rejected the bid. The FCRA gave no reason.",
        "The BBC and NATO signed. GDP rose by a tenth, the UN said.",
        "The trade body SMMT counted 40,000 cars.",
        "TRKX chief Ada Brandt said Norva's DXL had sold well, and so had MNPR, a rival.",
        "STOP PRESS: ALL TRAINS HALT, the board read.",
    ],
    fixes="unsafe",
)
def undefined_acronym(article: Article, *, known: tuple[str, ...] = ()) -> Iterator[Hit]:
    """An acronym is never spelt out, spelt out twice, or spelt out and never used.

    Letters that a reader cannot resolve stop the reading. Give the name in full at first mention with the short form in
    brackets, once; and leave the brackets away where the short form does not return.
    """
    defined, used = _defined(article), _used(article)
    for short, brackets in defined.items():
        for again in brackets[1:]:
            yield Hit(again, f"Expand {short} at first use; once is enough.", fix=_without(again))
        if len(brackets) == 1 and len(used.get(short, ())) <= 1:
            yield Hit(brackets[0], f"{short} is not used again; leave it away.", fix=_without(brackets[0]))
    unknown = _unknown(article, used.keys() - defined.keys(), known) if used else frozenset()
    if not unknown:
        return
    quoted = [q.span for q in quotations(article)]
    longer = [name.span for name in names(article) if " " in name.text or "-" in name.text]
    for short, places in used.items():
        if short not in unknown or any(_beside_brackets(article.text, place) for place in places):
            continue
        first = next((place for place in places if covering(quoted, *place) < 0), None)
        if first is None or _shouted(article, first) or _described(article, first) or _is_explained(article, first):
            continue
        if covering(longer, *first) >= 0 or (len(places) == 1 and _is_code(article.text, first)):
            continue
        yield Hit(first, f"Expand {short} at first use.")


def _defined(article: Article) -> dict[str, list[Span]]:
    """The acronyms that stand in brackets behind their names, each with its brackets."""
    text = article.text
    found: dict[str, list[Span]] = {}
    for match in pattern(_DEFINED).finditer(text) if "(" in text else ():
        if match[1].isupper() and _in_prose(article, match.start()) and _expands(article, match.start(), match[1]):
            found.setdefault(match[1], []).append(Span(*match.span()))
    return found


def _used(article: Article) -> dict[str, list[Span]]:
    """All acronyms, each with its places."""
    found: dict[str, list[Span]] = {}
    for match in pattern(_ACRONYM).finditer(article.text):
        if _in_prose(article, match.start()):
            found.setdefault(match[0], []).append(Span(*match.span()))
    return found


def _unknown(article: Article, acronyms: set[str], known: tuple[str, ...]) -> frozenset[str]:
    """The acronyms that neither everybody nor this paper's readers know."""
    everybody = (word_list("acronyms"), word_list("known-bodies"), word_list("places"), {k.lower() for k in known})
    desk = " ".join(article.context.desk_names)
    return frozenset(
        [short for short in acronyms if short not in desk and not any(short.lower() in listed for listed in everybody)]
    )


def _beside_brackets(text: str, place: Span) -> bool:
    """It is explained one way or the other."""
    return text[place.start - 1] == "(" or text[place.end : place.end + 2] == " ("


def _in_prose(article: Article, place: int) -> bool:
    return article.blocks[article.block_at(place)].zone in PROSE


def _without(bracket: Span) -> Fix:
    return Fix("Leave the brackets away", (Edit(Span(bracket.start - 1, bracket.end), ""),))


def _expands(article: Article, bracket: int, short: str) -> bool:
    """The words before the bracket begin with the acronym's letters."""
    words = article.words
    i = words.at(bracket) - 1
    letters = [c for c in short.lower() if c.isalpha()]
    row: list[str] = []
    while i >= 0 and len(row) < 12 and len(letters) > sum(w not in _SMALL for w in row):
        row.insert(0, words.folded[i])
        i -= 1
    initials = [w[0] for w in row if w not in _SMALL]
    return initials == letters or [w[0] for w in row][-len(letters) :] == letters


def _shouted(article: Article, span: Span) -> bool:
    """A neighbour is all capitals too, so that this is no acronym."""
    words, text = article.words, article.text
    i = words.at(span.start)
    for k in (i - 1, i + 1):
        if 0 <= k < len(words.folded):
            near = text[words.starts[k] : words.ends[k]]
            if len(near) > 1 and near.isupper() and abs(words.starts[k] - span.start) < 40:
                return True
    return False


def _described(article: Article, span: Span) -> bool:
    """A noun right before says what it is: the carmaker BMW, trade body SMMT."""
    return noun_before(article, span)[:1].islower()


def _is_explained(article: Article, span: Span) -> bool:
    """Its owner stands before it (Sony's PSP), or what it is behind it: "TAB, the lender's rival", "TAB chief"."""
    words, folded = article.words, article.folded
    i = words.at(span.start)
    if i and words.folded[i - 1].endswith(("'s", "s'")) and folded[words.ends[i - 1] : span.start] == " ":
        return True
    behind = folded[span.end : span.end + 8]
    if behind.startswith((", a ", ", an ", ", the ", ", which", " - a ", " - an ", " - the ")):
        return True
    return i + 1 < len(words.folded) and behind[:1] == " " and words.folded[i + 1] in _CALLED


def _is_code(text: str, span: Span) -> bool:
    """Part of a product's name or a code: "XPS 13", "the HTC One"."""
    after = text[span.end : span.end + 2]
    return len(after) == 2 and after[0] == " " and (after[1].isdigit() or after[1].isupper())
