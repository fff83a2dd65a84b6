from __future__ import annotations

from newslint import (
    DO,
    FINITE_BE,
    HANGING,
    HAVE,
    MODALS,
    STOPS,
    Article,
    Block,
    Hit,
    Iterator,
    Pattern,
    Span,
    broken_off,
    cache,
    in_code,
    is_quoted,
    open_brackets,
    pattern,
    rule,
    unpaired_marks,
)

_OPENS = frozenset(
    "a additionally after again also although amid an and as at because before both but by despite during each even "
    "every finally following for from furthermore given he her his however i if in instead it its many meanwhile "
    "moreover most my nevertheless no now on once only other our over overall she similarly since some still such that "
    "the their then there these they this those though through throughout thus to ultimately under unless until we "
    "what when whenever where whether while who why with without yet you your".split()
)
"""How a sentence begins, and a credit, a signature or a title that is no sentence seldom does."""
_FINITE = FINITE_BE | HAVE | DO | MODALS
"""A sentence has one of these, or another verb; early on it may be a note on the writer ("Ina Roy is our reporter")."""
_WHOLE = 8
"""Words of a line that is a sentence, whatever it begins with."""
_LINE = 4
"""Words of a line that is a sentence where other sentences lead up to it."""
_NEVER_ENDS = "This quotation begins and never ends. Put the closing mark where it belongs."
_NEVER_BEGAN = "This quotation ends and never began. Put the opening mark where it belongs."
_WRITES = frozenset("writes covers edits reports teaches presents works is was runs reviews".split())
_NAMES = 4
"""Words of a writer's name at most."""
_TAIL = 3
"""The part of the text, counted from its end, in which a page keeps what leads to others: one in so many."""
_TEASERS = 2


@rule(
    "error",
    lang="any",
    why="Proof-reading; Wikipedia, signs of AI writing (abrupt cut-offs)",
    exceptions=(
        "Lists, captions, tables, verse and credits; a quotation of several paragraphs, which opens anew in each."
    ),
    bad=[
        "The council met on Monday.\n\nThe bridge is to be closed for a year, engineers told the meeting.\n\n"
        "The minister said the plan <<would>>",
        "The council met on Monday.\n\nIt will close the bridge. The mayor said the plan of the council <<had>>\n\n"
        "Drivers must use the ferry <<[>>or the tunnel, engineers said.",
        "---\ntitle: Bridge shut\n---\n\nThe bridge closes in May, the council said.\n\n"
        "## <<What happens next>>\n\n## Who pays\n\nThe county pays.\n",
        "---\ntitle: Bridge shut\n---\n\nThe bridge closes in May, the council said.\n\n"
        "## <<What happens next>>\n\n## Who pays\n\n## How long it takes\n",
        "The council met on Monday.\n\nIt will close the bridge in May, engineers said.\n\n"
        "Drivers must use the ferry, the tunnel or<<,>>",
        "The council met on Monday.\n\nIt will close the bridge in May, engineers said.\n\nAs drivers <<wait>>",
        "The council met on Monday in the old hall of the harbour and spoke of bridges. <<Orford Bridge to Close>>"
        "\n\nIt closes for a year, engineers said.\n\nDrivers must use the ferry.",
        "The council met on Monday.\n\nIt will close the bridge in May, engineers said.\n\n"
        "The county pays for a ferry. Its <<pilot>>",
        'Berg, the mayor, is against it. <<">>We close it in May, he said.\n\nThe county pays for the '
        "ferry until the bridge opens.",
        'The bridge closes in May, engineers said. It has stood for 90 years,<<">> the mayor, Ola Berg, said.',
        "---\ntitle: Bridge shut\n---\n\nThree ways are left, the council said:\n\n"
        "- the ferry,\n- the tunnel <<and>>\n\nThe bridge opens in May.\n",
        "---\ntitle: Bridge shut\n---\n\nThe council has three ways left:\n\n- the ferry;\n- the tunnel<<;>>\n",
        "The council met on Monday.\n\nIt will close the bridge for a year from May. <<(continued)>>",
        "The council met on Monday.\n\nIt will close the bridge for a year… <<[+2310 chars]>>",
        "The council met on Monday.\n\nIt will close the bridge from May, the clerk said.\n\n"
        "<<The Orford rowers meet those of Leith on…>>\n\nA new cook at the Pier Inn serves what…",
    ],
    good=[
        "---\ntitle: Bridge shut\n---\n\nTwo ways are left:\n\n- the ferry;\n- the tunnel;\n\nIt opens in May.\n",
        "The minister said the plan would start in May.",
        "The council met on Monday.\n\nThe bridge closes in May, engineers said.\n\nAna Ruiz, Lisbon",
        "The council met on Monday.\n\nThe bridge closes in May, engineers said.\n\nBridge correspondent",
        '"The bridge is old.\n\n"It has stood for 90 years," the mayor, Ola Berg, said. "We close it in May."',
        "The council met on Monday.\n\nNine drivers came. They gave their reasons and\n\n- left.\n\nIt closes in May.",
        "The council met on Monday.\n\nThe report is one that drivers had waited for.",
        "Two Bridges, by Ola Berg. Holm House, 288pp, $34.99\n\nBerg walks over both.\n\nShe counts the cars.\n\n"
        "She is best as a listener.\n\nAda Brandt writes about life in the town",
        "Ana Ruiz drew maps.\n\nShe sold them in Orford and Leith. She is survived by a niece.\n\n"
        "Ana Maria Ruiz, maker of maps, born 2 May 1930; died 11 November 2024",
    ],
)
def truncated_text(article: Article) -> Iterator[Hit]:
    """The text breaks off: a last sentence without an end, a subhead over nothing, "(continued)".

    A generator that ran out of room, a paste that missed a line or took the teasers of a page along, a section that was
    planned and not written. Finish it or cut it back to the last whole sentence.

    Asked of every article: an end that is missing has no words.
    """
    yield from _last_words(article)
    yield from _first_paragraph(article)
    for at, opens in unpaired_marks(article):
        yield Hit(Span(at, at + 1), _NEVER_ENDS if opens else _NEVER_BEGAN, severity="warning")
    for at in open_brackets(article):
        yield Hit(Span(at, at + 1), "This bracket is opened and never closed. Close it, or cut it.", severity="warning")
    for last, hangs in broken_off(article):
        if hangs:
            yield Hit(last, f"The paragraph stops at “{article.one_line(last)}”. Finish or cut it.")
        else:
            yield Hit(last, "The last sentence of this paragraph has no end. Finish it.", severity="warning")
    if article.format != "plain":
        yield from _empty_sections(article)
    yield from _open_lists(article)
    yield from _teasers(article)
    tail = article.folded[-400:]
    if "(continued" in tail or "[continued" in tail:
        match = _continued().search(article.folded, max(0, len(article.folded) - 400))
        if match and not in_code(article, match.span()):
            yield Hit(Span(*match.span()), "The text is to be continued and is not. Finish or cut it.")
    if "truncated" in article.folded or "char" in article.folded:
        for match in _cut_off().finditer(article.folded):
            if not in_code(article, match.span()):
                yield Hit(Span(*match.span()), "A program cut the text here. Get the whole of it.")


def _empty_sections(article: Article) -> Iterator[Hit]:
    from newslint import empty_sections  # here, since subheads of plain text are guesses, and never asked

    for first, *others in empty_sections(article):
        under = "this subhead" + {0: "", 1: " and the next"}.get(len(others), f" and the next {len(others)}")
        cure = "Write the sections or cut them." if others else "Write the section or cut it."
        yield Hit(first, f"Nothing stands under {under}. {cure}", also_here=tuple(others[:20]))


@cache
def _continued() -> Pattern[str]:
    return pattern(r"[(\[](?:to be )?continued(?: in next [a-z]{1,12}| below)?[)\]](?=\s{0,40}$)")


@cache
def _cut_off() -> Pattern[str]:
    """ "[+2310 chars]", "[TRUNCATED]"."""
    return pattern(
        r"[(\[][^()\[\]\n]{0,30}(?:\btruncated|\d chars|\d characters (?:omitted|removed|remaining|cut))[)\]]"
    )


def _last_words(article: Article) -> Iterator[Hit]:
    """A last paragraph that stops in the middle of a sentence."""
    at, block = _last_prose(article)
    if block is None or in_code(article, (block.span.end - 1, block.span.end)):
        return
    text, (start, end) = article.text, block.span
    if text[end - 1] in STOPS or not (text[end - 1].isalnum() or text[end - 1] in ",-–—"):
        return
    words = article.words
    here = words.between(start, end)
    if len(here) < 2 or text[words.starts[here[-1]] - 1] not in " \n-":
        return
    last = Span(words.starts[here[-1]], words.ends[here[-1]])
    said = words.folded[here[-1]]
    if text[end - 1] in ",-–—":
        if text[end - 1] == "," and len(here) >= 4:
            yield Hit(Span(end - 1, end), "The text stops at a comma. Finish or cut it.")
        elif text[end - 2] == " " and len(here) >= _WHOLE and _others_end(article, at):
            yield Hit(Span(end - 1, end), "The text stops at a dash. Finish or cut it.")
    elif said in HANGING and text[last.start].islower() and (len(here) >= 4 or _others_end(article, at)):
        yield Hit(last, f"The text stops at “{said}”. Finish or cut it.")
    elif _others_end(article, at) and _is_unfinished(article, at, here):
        yield Hit(last, "The last sentence has no end. Finish or cut it.", severity="warning")


def _first_paragraph(article: Article) -> Iterator[Hit]:
    """A first paragraph whose last sentence has no end, or is a headline that ran into it."""
    at, block = next(article.zoned("lede"), (-1, None))
    if block is None or not article.text[block.span.end - 1].isalnum() or at + 1 == len(article.blocks):
        return
    *before, last = [sentence.span for sentence in article.sentences_of(at)] or [block.span]
    if _of_a_book(article.folded[slice(*last)]) or article.text.startswith("By ", last.start):
        return  # "Four stars. By Ana Ruiz, 2 May 2026"
    if before and article.text[before[-1].end - 1] in STOPS and len(article.words.between(*last)) >= _LINE:
        yield Hit(last, "This has no end, or is a headline. Finish or cut it.", severity="warning")


def _is_unfinished(article: Article, at: int, here: range) -> bool:
    """True when a last paragraph without a stop ends in a sentence, and not in a name, a credit or a title."""
    text, words = article.text, article.words
    sentences = article.sentences_of(at)
    whole = sentences[:-1]
    begun = words.between(sentences[-1].span.start, article.blocks[at].span.end) if sentences else here[:0]
    if begun and (_lived(words.folded[begun[0] : begun[-1] + 1]) or _on_the_writer(article, begun)):
        return False
    if not begun or not all(text[sentence.span.end - 1] in STOPS for sentence in whole):
        return False
    opens = words.folded[begun[0]] in _OPENS
    if not (len(begun) >= _WHOLE or opens or (whole and len(begun) > 1)):
        return False
    if text[words.starts[here[-1]]].islower():
        return opens or bool(whole) or text[words.starts[here[-1]] - 1] != "-"
    # A name or a figure: the sentence had begun, and a little word leads up to it; or it has its verb.
    before = words.folded[here[-2]]
    led = len(begun) > 3 and before in HANGING and before != "by" and (bool(whole) or opens or before == "and")
    said = words.folded[begun[0] : begun[-1] + 1]
    return led or (len(begun) >= _WHOLE and _FINITE.isdisjoint(said[:3]) and not _FINITE.isdisjoint(said))


def _lived(said: list[str]) -> bool:
    """The line that ends an obituary: "Ana Ruiz, botanist, born 2 May 1930; died 11 November 2024"."""
    return "born" in said and "died" in said and said[-1][:4].isdigit()


def _on_the_writer(article: Article, begun: range) -> bool:
    """ "Ola Berg writes about life in the town": a name, and what its bearer does."""
    words = article.words
    names = 0
    while names < len(begun) and article.text[words.starts[begun[names]]].isupper():
        names += 1
    return 2 <= names <= _NAMES and names < len(begun) and words.folded[begun[names]] in _WRITES


def _last_prose(article: Article) -> tuple[int, Block | None]:
    """The last block of the story, when it is a paragraph."""
    for i in range(len(article.blocks) - 1, -1, -1):
        block = article.blocks[i]
        if block.zone in ("meta", "caption", "byline"):
            continue
        return (i, block) if block.zone in ("body", "conclusion", "faq-a") and block.kind == "paragraph" else (i, None)
    return -1, None


def _others_end(article: Article, at: int) -> bool:
    """True when the paragraphs before end in stops, as sentences do."""
    text = article.text
    before = [b.span for b in article.blocks[max(0, at - 12) : at] if b.zone in ("lede", "body", "faq-a")]
    return len(before) >= 2 and all(text[span.end - 1] in STOPS for span in before)


def _of_a_book(line: str) -> bool:
    """What stands over a review: ``Holm House, 288pp, $34.99``."""
    return bool(pattern(r"\b\d{2,4} ?(?:pp|pages)\b").search(line))


@cache
def _ellipses() -> Pattern[str]:
    return pattern(r"(?<=[a-z])(?:…|\.\.\.)(?=\s*[A-Z“]|\s*$)")


def _teasers(article: Article) -> Iterator[Hit]:
    """Openings of other stories behind this one, each broken off by three dots."""
    text = article.text
    if "…" not in text and "..." not in text:
        return
    marks = [m.end() for m in _ellipses().finditer(text, len(text) - len(text) // _TAIL)]
    spans: list[Span] = []
    for end in marks:
        sentence = article.sentence_at(end - 1)
        if sentence and not is_quoted(article, (end - 1, end)):
            spans.append(Span(max(sentence.span.start, spans[-1].end if spans else 0), end))
    if len(spans) >= _TEASERS:
        yield Hit(
            spans[0],
            "Openings of other stories stand here, broken off. Delete them.",
            severity="warning",
            also_here=tuple(spans[1:20]),
        )


def _open_lists(article: Article) -> Iterator[Hit]:
    """Lists whose last item promises another one."""
    text, blocks = article.text, article.blocks
    for i, block in enumerate(blocks):
        if block.kind != "list-item" or (i + 1 < len(blocks) and blocks[i + 1].kind == "list-item"):
            continue
        tail = text[max(block.span.start, block.span.end - 5) : block.span.end].lower()
        size = 3 if tail.endswith(" and") else 2 if tail.endswith(" or") else 0
        if not size and tail.endswith(";") and i + 1 == len(blocks):
            size = 1
        if size:
            span = Span(block.span.end - size, block.span.end)
            yield Hit(span, "The list stops here and promises more. Finish or cut it.")
