from __future__ import annotations

from newslint import (
    COUNTED,
    Article,
    Hit,
    Iterator,
    Pattern,
    Span,
    blanks,
    cache,
    crosses,
    in_code,
    is_quoted,
    missing_nouns,
    pattern,
    phrases,
    rule,
)

_ORDERS = frozenset(
    "insert add enter your placeholder fill tbd tbc tk todo include provide replace describe specify xx xxx".split()
)
_SLOTS = frozenset(
    "name names date dates city state town location place team company organization organisation quote link url source "
    "number amount title headline caption email phone address position role product price figure statistic percentage "
    "time venue score publication byline author newspaper spokesperson surname firstname lastname details information "
    "stat value event topic day month year weekday quarter credit".split()
)
_BARE = frozenset("amount number name date company city location figure percentage price".split())
"""In lower case these are slots as well, outside quotations, where an editor's word may stand so."""
_LEGAL = frozenset(
    "court judge lawsuit sued suing plaintiff lawyer attorney filed anonymous pseudonym unidentified unnamed".split()
)
_SAYING = frozenset("said says told according explained added wrote noted stated tells adds".split())
_PARTS = frozenset(
    "buyer seller vendor owner landlord tenant customer client employer manager director chairman chairwoman president "
    "minister mayor governor senator official spokesperson spokesman spokeswoman expert analyst witness victim suspect "
    "defendant plaintiff winner loser opponent team club coach player striker goalkeeper scorer candidate incumbent "
    "party country region county district street village river school college university hospital charity theatre "
    "theater artist song band hotel restaurant shop airline bank firm startup agency department ministry council "
    "investor founder borrower lender bidder supplier resident neighbour neighbor".split()
)
"""Who or what takes part in a story: alone in brackets, with a capital, outside quotations, a slot of a template."""
_MONEY = "$€£¥"
_LACKING = frozenset(
    "of in at on to from a an the about cost costs nearly almost over under than totalled aged".split()
)
_WIKI = frozenset(("wiki", "mediawiki"))


@cache
def _brackets() -> Pattern[str]:
    return pattern(r"\[\[[^\[\]\n]{1,80}\]\]|\[[^\[\]\n]{1,120}\](?!\()")


@cache
def _braces() -> Pattern[str]:
    return pattern(
        r"\{\{[^{}\n]{1,80}\}\}|(?<![\\\w}$_^])\$?\{[A-Za-z][A-Za-z0-9_. -]{2,40}\}(?![{(])"
        r"|(?<![\w%])%(?:\(\w{1,30}\))?s(?!\w)"
    )


@cache
def _tags() -> Pattern[str]:
    return pattern(
        r"\((?:INSERT|ADD|ENTER) [A-Z][A-Z ]{2,40}\)"
        r"|<(?:[A-Z][A-Z_ -]{2,30}|(?:insert|your|enter)\b[^<>\n]{1,60}|INSERT [^<>\n]{1,60})>"
    )


@rule(
    "error",
    lang="any",
    why="The recaps of 2023 in which [[WINNING_TEAM_MASCOT]] won (Gannett); Wikipedia, speedy deletion G15",
    exceptions="Code; an editor's brackets in a quotation; wiki links; roman numerals; Doe in court reports.",
    bad=[
        "The <<[[WINNING_TEAM]]>> beat Ridge High 3-1.",
        "<<[Insert quote from CEO here]>>",
        "The grant came to <<$XX>> million, the mayor of <<{city}>> said.",
        "The hall opened on <<[Date]>> with <<TK people>> in the stands.",
        "Sed quia: <<lorem ipsum dolor>> sit amet.",
        '"We are pleased," said <<John Doe>>, a resident.',
        "The bridge took <<X years>> to build and replaced one that had stood for 40.",
        "The mill cost <<£TK>>, paid by <<«LAST_NAME»>>, and rose <<#REF!>> metres; rents rose <<undefined per cent>>.",
        "The owner <<(name to come)>> wrote in <<(journal name)>> that <<[Buyer]>> had paid.",
        "Tickets are at <<www.example.com/tickets>> until noon.",
        "The bridge was shut in May <<(verify date)>>, and opened in June <<[check]>>.",
    ],
    good=[
        "Lincoln High beat Ridge High 3-1.",
        '"[The board] knew," Shaw said of the plan [sic].',
        "Generation X people drive the Model X more than X users do.",
        "A store of TK Maxx opens where Super Bowl XX was shown.",
        "The plaintiff, called Jane Doe in the lawsuit, said she would appeal.",
        "«NATO» is a word; (name withheld) is a note; an undefined number of owners (names below) sold.",
        "The council (no. 3 on the list) voted for option {a}.",
        'Rowers (check the tides first) may pass. "He paid with a [check]," the clerk said.',
    ],
)
def unfilled_placeholder(article: Article) -> Iterator[Hit]:
    """A slot in the copy that nobody filled.

    A template, a desk note or a chatbot left a blank for a name, a date or a figure. The reader gets the blank. Find
    the fact or take the sentence out; a story that cannot be finished without it waits. Asked of every article, by
    the brackets and letters that a slot needs.
    """
    for span in sorted(set(_slots(article))):
        if not in_code(article, span):
            said = article.one_line(span)
            # In lower case a writer may mean the blank: "I got [insert score]".
            meant = said.startswith("[insert ") or (said[0] in "[(" and said[1:2].islower()) or "example." in said
            yield Hit(
                span,
                f"Placeholder left in: {said}. Fill it or hold the story.",
                severity="warning" if meant else None,
            )


def _slots(article: Article) -> Iterator[Span]:
    text = article.text
    yield from blanks(text, article.folded)
    if "(" in text:
        yield from (span for span in missing_nouns(article.folded) if not is_quoted(article, span))
    if "[" in text:
        for match in _brackets().finditer(text):
            if _is_slot(article, match.group(), Span(*match.span())):
                yield Span(*match.span())
    if "{" in text or "%s" in text or "%(" in text:
        yield from (Span(*match.span()) for match in _braces().finditer(text))
    if "<" in text or "(INSERT " in text or "(ADD " in text or "(ENTER " in text:
        yield from (Span(*match.span()) for match in _tags().finditer(text))
    if "____" in text:
        yield from _rules(article)
    yield from (hit.span for hit in phrases(article, "placeholder-words") if not is_quoted(article, hit.span))
    yield from _orders(article)
    yield from _desk_marks(article)
    # Courts give the name to real people.
    nobody = phrases(article, "nobody")
    for hit in nobody if nobody and not article.holds(_LEGAL) else ():
        if text[hit.span.start].isupper() and _speaks(article, hit.first, hit.last):
            yield hit.span


def _is_slot(article: Article, said: str, span: Span) -> bool:
    inner = said.strip("[]").strip()
    if said.startswith("[["):
        if article.format in _WIKI:
            return False
        return article.format == "plain" or inner == inner.upper()
    words = inner.replace("/", " ").replace(",", " ").split()
    if not words or len(words) > 16:
        return False
    first, last = words[0].lower().strip(":'\""), words[-1].lower().rstrip("s.:")
    if first in ("insert", "placeholder", "tbd", "tbc", "tk", "todo", "xx", "xxx"):
        return True
    if "_" in inner and inner == inner.upper() and any(c.isalpha() for c in inner):
        return True
    quoted = is_quoted(article, span)
    if inner == inner.upper() and words[-1].lower() in _SLOTS:
        return True
    if quoted:
        return len(words) > 1 and first in ("your", "enter") and last in _SLOTS
    if first in _ORDERS and words[0][0].isupper() and (first != "your" or last in _SLOTS or len(words) <= 4):
        return len(words) > 1
    if first == "your" and last in _SLOTS:
        return True
    if len(words) == 1 and inner.istitle() and inner.lower() in _PARTS:
        return True
    if len(words) == 1 and (inner in _BARE or inner in ("X", "XX", "XXX", "Y", "N")):
        return True
    return all(word[0].isupper() for word in words) and last in _SLOTS and len(words) <= 4


def _rules(article: Article) -> Iterator[Span]:
    """Blanks to be filled in by hand: a rule of low lines within a sentence."""
    for match in pattern(r"_{4,200}").finditer(article.text):
        block = article.blocks[article.block_at(match.start())]
        if block.span.end - block.span.start > 3 * (match.end() - match.start()) and block.kind in (
            "paragraph",
            "list-item",
        ):
            yield Span(*match.span())


def _orders(article: Article) -> Iterator[Span]:
    """ "(verify date)", "[check]", "(spelling?)": what somebody was to do before this went out."""
    text = article.text
    for lexicon, brackets in (("desk-orders", "(["), ("desk-words", "[")):
        for hit in phrases(article, lexicon):
            start, end = hit.span
            if start and text[start - 1] in brackets and not is_quoted(article, hit.span):
                closes = text.find(")" if text[start - 1] == "(" else "]", end, end + _ORDER)
                if closes == end or (closes > end and brackets == "([" and "\n" not in text[start:closes]):
                    yield Span(start - 1, closes + 1)
    if "?)" in text or "?]" in text:
        yield from (Span(*match.span()) for match in _doubts().finditer(article.folded))


_ORDER = 60
"""Code points of an order behind its first words."""


@cache
def _doubts() -> Pattern[str]:
    return pattern(
        r"[(\[](?:spelling|sp|name|date|source|figure|year|age|title|correct|who|which|when|name withheld)\?[)\]]"
    )


def _desk_marks(article: Article) -> Iterator[Span]:
    """TK, TODO, TBD, XX and YYYY-MM-DD, which are words like others until one sees what stands beside them."""
    text = article.text
    crossed = False
    for hit in phrases(article, "tokens-of-desks"):
        start, end = hit.span
        said = text[start:end]
        if not said.isupper() and not said.startswith("X"):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if "X" in said[:3] or said in ("MM", "DD", "YYYY"):
            crossed = crossed or "X" in said
            if (
                said == "YYYY"
                and pattern(r"[-/.]MM[-/.]DD").match(text[end : end + 6])
                and "format" not in text[max(0, start - 80) : end + 80].lower()
            ):
                yield Span(start, end + 6)
            elif (
                said == "DD"
                and pattern(r"[-/.]MM[-/.]YYYY").match(text[end : end + 8])
                and "format" not in text[max(0, start - 80) : end + 80].lower()
            ):
                yield Span(start, end + 8)
            continue
        bracketed = (before, after) in (("(", ")"), ("[", "]"))
        if said.startswith("TKTK") or (bracketed and before == "("):
            yield Span(start - 1, end + 1) if bracketed else hit.span
        elif said == "TK":
            counted = pattern(r" " + COUNTED + r"\b").match(text[end : end + 12])
            paid = before in _MONEY and before != ""
            if paid or counted or (after in ",.;" and _lacks_noun(article, hit.first)):
                yield Span(start - paid, end + (counted.end() if counted else 0))
        elif said in ("TODO", "FIXME", "TBD", "TBC") and after == ":":
            yield Span(start, end + 1)
    if crossed:
        yield from crosses(text)


def _lacks_noun(article: Article, word: int) -> bool:
    """True behind a word that wants a noun: "was born in TK." """
    return bool(word) and article.words.folded[word - 1] in _LACKING


def _speaks(article: Article, first: int, last: int) -> bool:
    """True where John Doe is a source."""
    folded = article.words.folded
    near = folded[max(0, first - 2) : first] + folded[last + 1 : last + 3]
    return not _SAYING.isdisjoint(near)
