from __future__ import annotations

from newslint import (
    LEAST_NOTES,
    PROSE,
    Article,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    covering,
    in_code,
    is_quoted,
    links,
    listed_notes,
    pattern,
    phrases,
    rule,
    unreported,
)

_NOWHERE = frozenset(
    ("#", "", "javascript:void(0)", "javascript:void(0);", "javascript:;", "about:blank", "link", "url", "todo")
)
_SHOWN = (
    "![",
    "<img",
    "<figure",
    "<svg",
    "<iframe",
    "<table",
    "<canvas",
    "<picture",
    "<video",
    "<embed",
    "<object",
    "{{<",
    "{{%",
    "{%",
)
_OPENERS = (
    "(source",
    "[source",
    "(via",
    "[via",
    "(photo credit",
    "(credit",
    "(citation",
    "[citation",
    "(cite",
    "[cite",
    "[reference",
    "(ref",
    "[ref",
    "(link",
    "[link",
    "[url",
    "(ibid",
    "(need",
    "[need",
)


@rule(
    "warning",
    lang="any",
    why="Trust Project, citations and references; Wikipedia (references that are named and not defined)",
    exceptions="Code and quotations; years and law in brackets; links behind the numbers.",
    bad=[
        "Rents rose 9% in May <<[4]>>.\n\nWages rose 2% in May [1].\n\nReferences\n\n"
        "[1] Office of Statistics, May bulletin.",
        "<<As the chart below shows>>, rents rose in May.",
        "Rents rose 9% in May <<(Source: )>>.",
        "Rents rose 9% in May, the bulletin says.<<²>>",
        "Rents rose 9% in May <<(Fig. 3)>>, wages by 2% <<(see note b)>> and tax by 4% <<(ibid., p. 9)>>.",
        "Send a form by <<clicking the link below>> until noon; its stops are on <<the map on the right>>.",
        "Rents rose 9% in May <<[2]>>, the bulletin says.",
        "Rents rose 9% in May <<(see table)>>, and wages by 2% <<(see: wages)>>.",
        "---\ntitle: Rents rise\n---\n\nRents rose 9% in May, [<<the bulletin>>](#) says.",
    ],
    good=[
        "Rents rose 9% in May [1].\n\nWages rose 2%.\n\nReferences\n\n[1] Office of Statistics, May bulletin.",
        "Rents rose 9% in May, the Office of Statistics said.",
        "---\ntitle: Rents rise\n---\n\nThe chart below shows the rise.\n\n![Rents by month](rents.png)",
        "Orford covers 40 km² and 9000 m²; the table on the right bank stood in note form (in note form, at least).",
        'The clause reads "tenants [2] pay on the first".',
        "---\ntitle: Tool mends links\n---\n\nThe tool writes `[url]` where a link was, and `(source)` behind it.",
        "Rents rose 9% (see below), and in Leith (see page 4 of the bulletin) by 11% (see: Holm, 1902).",
    ],
)
def dangling_reference(article: Article) -> Iterator[Hit]:
    """A reference that leads nowhere: a number without its note, a chart that is not there, a dead link.

    A reader who wants to check is sent off empty-handed, and an invented reference looks just like this. Put the note,
    the chart or the address where the text says it is, or name the source in the sentence. Asked of every article:
    what marks a reference are brackets.
    """
    text = article.text
    if "[" in text:
        yield from _numbers(article)
    if "[^" in text:
        yield from (
            Hit(Span(*m.span()), f"Reference {m.group()} leads nowhere.")
            for m in _undefined().finditer(text)
            if not in_code(article, m.span())
        )
    if ("[" in text or "(" in text) and [opener for opener in _OPENERS if opener in article.folded]:
        linked = [link.span for link in links(article)]
        for match in _empty().finditer(article.folded):
            if covering(linked, *match.span()) < 0 and not in_code(article, match.span()):
                yield Hit(Span(*match.span()), "The source is missing. Name it.")
    yield from _pointers(article)
    if not article.text.isascii():
        yield from _raised(article)
    yield from _things(article)
    dead = [link.span for link in links(article) if link.url.strip().lower() in _NOWHERE]
    dead = [
        span for span in dead if span.end > span.start and article.blocks[article.block_at(span.start)].zone in PROSE
    ]
    if dead:
        number = "This link leads" if len(dead) == 1 else f"{len(dead)} links lead"
        more = tuple((span, "and here") for span in dead[1:50])
        yield Hit(dead[0], f"{number} nowhere. Give the address or take the link off.", see=more)


@cache
def _marks() -> Pattern[str]:
    return pattern(r"(?P<mark>\[(?:note )?(\d{1,2})(?:[,–-] ?\d{1,2}){0,6}\])(?![(:\[])")


def _things(article: Article) -> Iterator[Hit]:
    """Something to look at, or to follow, that is not there."""
    shown = phrases(article, "show-references")
    if shown and not _shows(article):
        for hit in shown:
            if not in_code(article, hit.span) and not is_quoted(article, hit.span):
                said = article.one_line(hit.span)
                yield Hit(hit.span, f"Reference “{said}” leads nowhere: there is nothing to look at.")
    for hit in phrases(article, "link-references"):
        if (
            not links(article)
            and unreported(article, hit.span)
            and not in_code(article, hit.span)
            and not is_quoted(article, hit.span)
        ):
            yield Hit(hit.span, f"Reference “{article.one_line(hit.span)}” leads nowhere: there is no link.")


@cache
def _superscripts() -> Pattern[str]:
    return pattern(
        r"(?<=[^\W\d_]{4})[¹²³⁴-⁹⁰]{1,3}(?=[\s.,;:]|$)|(?<=[.,;!?\"”’])[¹²³⁴-⁹⁰]{1,3}(?=\s|$)|"
        r"(?<=[^\W\d_]{4})[†‡]{1,2}(?=[\s.,;:]|$)"
        r"|(?<=[.,;!?\"”’])[†‡]{1,2}(?=\s|$)"
    )


def _raised(article: Article) -> Iterator[Hit]:
    """Raised numbers and daggers behind words, where no line begins with one and no list gives notes."""
    spans = [
        Span(*match.span())
        for match in _superscripts().finditer(article.text)
        if article.blocks[article.block_at(match.start())].zone in PROSE
        and not in_code(article, match.span())
        and not is_quoted(article, match.span())
    ]
    if spans and not listed_notes(article) and not pattern(r"(?m)^\W{0,3}[¹²³⁴-⁹⁰†‡]").search(article.text):
        said = article.text[spans[0].start : spans[0].end]
        yield Hit(spans[0], f"Reference {said} leads nowhere.", also_here=tuple(spans[1:50]))


@cache
def _undefined() -> Pattern[str]:
    return pattern(r"\[\^[\w-]{1,30}\](?!:)")


@cache
def _empty() -> Pattern[str]:
    return pattern(
        r"[(\[](?:sources?|refs|references?|citations?(?: needed)?|cite|ibid\.?|links?(?: to [a-z ]{1,30})?|url"
        r"|needs? (?:an? )?(?:citation|source|reference|link)|(?:source|reference|link) (?:needed|required|missing))"
        r"\s?:?\s?[)\]]"
    )


_TURNS = (
    "(fig",
    "(table ",
    "(map ",
    "(diagram",
    "(graph ",
    "(plate ",
    "(illus",
    "(inset ",
    "(note",
    "(footn",
    "(endn",
    "(ibid",
    "(op. ",
    "(op.c",
    "(loc. ",
    "(see",
    "[see",
    "(read",
    "(watch",
    "(listen",
    "(click",
    "(more",
    "(full",
    "(details",
    "(story",
    "(video",
    "(photo",
    "(map)",
    "(chart",
    "(graphic",
    "(info",
    "(slide",
    "(gallery",
    "(pdf",
    "(tweet",
    "(embed",
    "(archive",
    "(link",
)
_THINGS = (
    r"(?:time ?lines?|maps?|(?:info)?graphics?|charts?|graphs?|tables?|diagrams?|box|sidebar|panel|fact ?box|inset|"
    r"videos?|clips?|footage|photos?|pictures?|images?|galler(?:y|ies)|slideshow|stor(?:y|ies)|articles?|reports?|"
    r"coverage|interviews?|profiles?|explainer|analysis|features?|transcripts?|lists?|links?|results|details|advice|"
    r"appendix|annex|figures?|fig\.|footnotes?|attachments?|captions?|key|legend|factsheet|q&a|column|background)"
)


@cache
def _turns() -> Pattern[str]:
    """ "(see chart)", "(see: travel advice)", "(full story here)": where a page of old led on to."""
    return pattern(
        r"[(\[](?:see(?: also)?: ?(?!page|p\.|chapter|[^()\[\]\n]{0,46}\d{4})[^()\[\]\n]{3,50}"
        r"|see (?:also )?(?:the |our |a |an |this )?(?:(?!to |in |on )[a-z]{3,12} ){0,2}"
        + _THINGS
        + r"(?:,? (?:above|below|right|left|opposite|overleaf|here|attached|\d{1,2}|[a-z]))?"
        r"|(?:read|watch|listen|click|tap)(?: [a-z]{2,9})?(?: here| more| also| video| on| below)(?: [a-z ]{2,30})?"
        r"|(?:more|full|further|details|story|video|report)(?: (?:story|report|list|details|text|info|information|on "
        r"this))?(?: here| below)|full (?:story|report|text|list|article|interview|coverage)"
        r"|(?:fig(?:ure|\.)?|table|chart|map|graphic|diagram|graph|plate|illustration|inset) ?(?:\d{1,2}|[a-d])[a-d]?"
        r"|(?:see )?(?:foot|end)?notes? (?:\d{1,2}|[a-h]|above|below|\*)"
        r"|(?:ibid|op\. ?cit|loc\. ?cit)\b[^()\[\]\n]{0,30}"
        r"|(?:embedded )?(?:tweet|photos?|video|map|chart|graphic|infographic|slideshow|gallery|pdf)"
        r"|archived? (?:version|copy|link)|link in bio)\.?[)\]]"
    )


_SHOWS = ("see", "fig", "table", "chart", "map ", "graphic", "diagram", "graph ", "plate", "illus", "inset")
_NOTES = ("note", "footn", "endn", "see note", "see foot", "see endn", "ibid", "op.", "loc.")


def _pointers(article: Article) -> Iterator[Hit]:
    """Asides to something that should stand beside the text, or under a link, and does not."""
    folded = article.folded
    if not any(map(folded.__contains__, _TURNS)):
        return
    linked = [link.span for link in links(article)]
    shown = _shows(article)
    for match in _turns().finditer(folded):
        start, end = match.span()
        if (
            article.blocks[article.block_at(start)].zone in PROSE
            and not (shown and folded.startswith(_SHOWS, start + 1))
            and not (folded.startswith(_NOTES, start + 1) and listed_notes(article))
            and covering(linked, start, end) < 0
            and not in_code(article, (start, end))
            and not is_quoted(article, (start, end))
        ):
            yield Hit(Span(start, end), "This leads nowhere: put what it speaks of there, or delete it.")


def _numbers(article: Article) -> Iterator[Hit]:
    """Numbers in brackets without an entry in a list of notes."""
    linked = [link.span for link in links(article)]
    marks = [
        (Span(*m.span("mark")), int(m[2]))
        for m in _marks().finditer(article.text)
        if covering(linked, *m.span("mark")) < 0
        and _follows_words(article.text, m.start())
        and article.blocks[article.block_at(m.start())].zone in PROSE
        and not in_code(article, m.span("mark"))
        and not is_quoted(article, m.span("mark"))
    ]
    if not marks:
        return
    entries = listed_notes(article)
    if not entries and len(marks) < LEAST_NOTES and not _closes(article.text, marks[0][0]):
        return
    lost = [(span, number) for span, number in marks if number not in entries]
    if lost and (entries or len(lost) == len(marks)):
        span, number = lost[0]
        yield Hit(span, f"Reference [{number}] leads nowhere.", also_here=tuple(s for s, _ in lost[1:50]))


def _closes(text: str, mark: Span) -> bool:
    """A lone mark at the end of a clause, where a note stands; within one it may be anything."""
    return text[mark.start - 1] in '.!?”"' or text[mark.end : mark.end + 1] in ".,;"


def _follows_words(text: str, at: int) -> bool:
    """True for a mark behind a word or a stop, with a space at most between them."""
    before = text[max(0, at - 2) : at].rstrip(" ")
    return bool(before) and not before[-1].isspace() and before[-1] not in "[("


def _shows(article: Article) -> bool:
    """True when something to look at stands in the article, or where markup puts it."""
    if any(block.kind in ("table", "caption", "code") for block in article.blocks):
        return True
    return article.format != "plain" and any(mark in article.source for mark in _SHOWN)
