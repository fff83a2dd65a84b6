from __future__ import annotations

from itertools import pairwise

from newslint import (
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    Severity,
    Span,
    in_code,
    is_quoted,
    joints,
    pattern,
    repeats,
    rule,
    slips,
)

_INVISIBLE = {
    "\u200b": "zero-width space", "\u2060": "word joiner", "\ufeff": "byte-order mark", "\u00ad": "soft hyphen",
    "\u200e": "left-to-right mark", "\u200f": "right-to-left mark", "\u202a": "bidi control", "\u202b": "bidi control",
    "\u202c": "bidi control", "\u202d": "bidi control", "\u202e": "bidi control", "\u2066": "bidi control",
    "\u2067": "bidi control", "\u2068": "bidi control", "\u2069": "bidi control", "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
}  # fmt: skip
_DAMAGE = "ÃÂâãðÐÑÅÄÎÏ"
"""With which mojibake begins."""
_WATCHED = "".join(_INVISIBLE) + _DAMAGE + '\ufffd"“”'
_GRAVE = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
"""Controls that turn the order of what is read."""
_REMAINS = ("<", "{", "}", "[", "\\", '":', '" :', "▁", "Ġ", "@@ ", "NaN", "undefined", "page_content")
"""What programs leave holds one of them."""
_MARKUP = ("&", "<", "**", "__", "](", "## ", "```", "\\", "[/", "=", "'''", "<ref")
"""Markup that shows holds one of them."""
_EMPTY = frozenset(("|", "||", "/", "\\", "{}", "[]", "()", "| |", "<>"))
_BROKEN = "Broken or invisible characters"
_SHOWN = 50
"""Further places that one finding lists at most."""
_WRITTEN_IN = 6
"""Marks of Markdown from which a whole text is written in it, and one finding says so."""


@rule(
    "error",
    lang="any",
    why="Clean copy; bidi controls can hide text from the eye (Unicode Technical Standard 39)",
    exceptions=(
        "Markdown in Markdown files; code; joiners in emoji and in scripts that need them; curly quotation marks."
    ),
    bad=[
        "The caf<<Ã©>> opened on Monday.",
        "The bank didn<<â€™>>t say.",
        "The <<**minister**>> resigned on Monday.",
        "The min<<\u200b>>ister resigned, a spokesman said.",
        "We couldn<<?>>t see the <<'''Sund Marine'''>>.",
        "She read <<\\textit{Salt}>> on Monday, a [b]ook by Holm.",
        "Smith <<&amp;>> Sons closed on Monday.",
        "The minister<<<br>>> resigned on Monday.",
        "<article><h1>Minister goes</h1><p>The <<**minister**>> resigned on Monday.</p></article>",
        "The price rose by <<\ufffd>>12.",
        "After the storm, the flood and the frost<<,.>> the mill shut.",
        "We <<didn t>> wait for the ferry.",
        "The ferry comes from Leith.\n\nOla Berg, head of <<Ola Berg, head of>> Orford Pier, was late, he said.",
        "The ferry sails at noon.\n\n<<www.orford-ferries.example>>\n\nIt is full, the harbour said.",
        "The mill closed in May.<<<|endoftext|>>>",
        'The mill closed in May.\n\n<<"author": >>"Staff",',
        "The mill closed in May.<<\\n>>\\nIts owner has not said why.",
        "---\ntitle: Two records\n---\n\nThe band made two records in May, <<*>>Salt on Glass\n\n- and another.",
    ],
    good=[
        "The café didn't open.",
        "The minister resigned on Monday.",
        "He could row and sing and row and sing and row and sing.\n\nMake a cut, press down, make a cut, press down.",
        "A family 👨\u200d👩\u200d👧 waved; Smith & Sons opened at 5 * 3.",
        "---\ntitle: Minister goes\n---\n\nThe **minister** resigned on Monday, her office said.",
    ],
    fixes="safe",
)
def broken_text(article: Article) -> Iterator[Hit]:
    """Characters that were damaged on the way, that nobody sees, or markup that shows as text.

    "â€™" for an apostrophe, a zero-width space in a word, "&amp;amp;", asterisks round a word in plain copy: the reader
    sees dirt, search and speech programs stumble, and hidden controls can turn the order of what is read. Asked of
    every article, and cheap where all characters are plain. So are marks that cannot stand together and short forms
    without their apostrophe. Curly and straight quotation marks mixed in one article, and spaces that are missing
    between two sentences, are advice only.
    """
    text = article.text
    if not text.isascii():
        characters = frozenset(c for c in _WATCHED if c in text)
        yield from _damaged(article, characters)
        yield from _unseen(article, characters)
        yield from _mixed(article, characters)
    if "?" in text:
        yield from _lost(article)
    yield from _debris(article)
    yield from _typing(article)
    if any(map(text.__contains__, _REMAINS)):
        yield from _remains(article)
    if any(map(text.__contains__, _MARKUP)):
        yield from _markup(article)


def _markup(article: Article) -> Iterator[Hit]:
    from newslint import entities, foreign_marks, html_tags, markdown_marks  # here, since few texts need it

    text = article.text
    for span in entities(text):
        if not in_code(article, span):
            yield Hit(span, f"{_BROKEN}: {text[slice(*span)]} shows as text.")
    shown = html_tags(text) if article.format == "plain" else []
    if article.format in ("plain", "html"):
        marks = [span for span in markdown_marks(text) if not in_code(article, span)]
        if len(marks) >= _WRITTEN_IN:
            yield Hit(
                marks[0],
                f"{_BROKEN}: Markdown that shows as text, in {len(marks)} places. Save the text "
                "as .md, or take the marks out.",
            )
        else:
            shown += marks
    shown += [span for span in foreign_marks(text) if not in_code(article, span)]
    if shown:
        shown.sort()
        yield Hit(shown[0], f"{_BROKEN}: markup that shows as text.", also_here=tuple(shown[1:_SHOWN]))


def _remains(article: Article) -> Iterator[Hit]:
    from newslint import residue  # here, since few texts need it

    plain = article.format in ("plain", "html")
    spans = sorted(span for span in residue(article.text, plain=plain) if not in_code(article, span))
    if spans:
        what = "code of a program shows as text"
        yield Hit(spans[0], f"{_BROKEN}: {what}. Delete it.", also_here=tuple(spans[1:_SHOWN]))


def _debris(article: Article) -> Iterator[Hit]:
    """What a template or a paste left: a block that is a bar or a bracket, a code fence that closes nothing."""
    text, plain = article.text, article.format == "plain"
    for block in article.blocks:
        start, end = block.span
        if end - start <= 3 and block.kind != "code" and text[start:end] in _EMPTY:
            yield Hit(block.span, f"{_BROKEN}: “{text[start:end]}” alone.", severity="warning")
        elif plain and text.startswith("www.", start) and " " not in text[start:end]:
            yield Hit(block.span, "An address that no sentence leads up to. Delete it.", severity="warning")
    if article.format in ("markdown", "mdx") and article.blocks:
        if "*" in text:
            yield from _unclosed(article)
        tail = article.source.rstrip()
        if tail.endswith("\n```") and len(pattern(r"(?m)^\s{0,3}```").findall(tail)) % 2:
            last = article.blocks[-1].span
            fence = text.endswith("```")
            yield Hit(
                last if fence else Span(max(last.start, last.end - 1), last.end),
                f"{_BROKEN}: a code fence behind the last line closes nothing.",
                severity="warning",
            )


def _unclosed(article: Article) -> Iterator[Hit]:
    """The one asterisk of a paragraph, before a word: italics that were opened and cut off."""
    text = article.text
    for match in pattern(r"(?<= )\*(?=[^\W\d_]{2})").finditer(text):
        block = article.blocks[article.block_at(match.start())]
        if block.kind == "paragraph" and text.count("*", *block.span) == 1 and not in_code(article, match.span()):
            yield Hit(
                Span(*match.span()),
                f"{_BROKEN}: italics are opened here and never closed.",
                severity="warning",
            )


def _typing(article: Article) -> Iterator[Hit]:
    """What went wrong between two words: marks that collide, an apostrophe or a space that is not there.

    Once is a slip, and advice; several times something has gone through the text.
    """
    text, words = article.text, article.words
    for places, size in repeats(article):
        for first, second in pairwise(places):
            if second - first == size and text[words.ends[second - 1] : words.starts[second]] == " ":
                twice = Span(words.starts[second], words.ends[second + size - 1])
                chant = words.folded[second] in words.folded[second + size : second + size + 1]
                if not chant and not is_quoted(article, twice):
                    yield Hit(twice, "These words stand twice in a row. Delete one.", severity="warning")
    level: Severity
    for found, level, what in (
        (slips(text), "warning", "a mark too many, or an apostrophe that is missing"),
        (joints(text), "info", "a space is missing"),
    ):
        spans = [span for span in found if not in_code(article, span)]
        if spans:
            yield Hit(
                spans[0],
                f"{_BROKEN}: {what}.",
                severity=level if len(spans) > 1 else "info",
                also_here=tuple(spans[1:_SHOWN]),
            )


def _damaged(article: Article, characters: frozenset[str]) -> Iterator[Hit]:
    text = article.text
    if "\ufffd" in characters:
        for match in pattern("\ufffd{1,50}").finditer(text):
            yield Hit(Span(*match.span()), f"{_BROKEN}: a character was lost here.")
    if characters.isdisjoint(_DAMAGE):
        return
    from newslint import mojibake  # here, since few texts need it

    found = [(span, meant) for span, meant in mojibake(text) if not in_code(article, span)]
    if found:
        span, meant = found[0]
        often = f" ({len(found)} such places)" if len(found) > 1 else ""
        yield Hit(
            span,
            f"{_BROKEN}: {text[span.start : span.end]} for {meant.strip() or 'a space'}{often}.",
            also_here=tuple(span for span, _ in found[1:_SHOWN]),
            fix=Fix("Write what was meant", tuple(Edit(span, meant) for span, meant in found), safe=True),
        )


def _lost(article: Article) -> Iterator[Hit]:
    from newslint import lost_apostrophes  # here, since few texts need it

    found = [span for span in lost_apostrophes(article.text) if not in_code(article, span)]
    if found:
        yield Hit(found[0], f"{_BROKEN}: ? for an apostrophe.", also_here=tuple(found[1:_SHOWN]))


def _unseen(article: Article, characters: frozenset[str]) -> Iterator[Hit]:
    """One finding for each kind of character, at its first place."""
    text = article.text
    here = characters.intersection(_INVISIBLE)
    found: dict[str, list[Span]] = {}
    if here:
        for at, character in enumerate(text):
            if character in here and not _needed(text, at) and not in_code(article, (at, at + 1)):
                found.setdefault(character, []).append(Span(at, at + 1))
    for character, spans in found.items():
        name = _INVISIBLE[character]
        often = f" ({len(spans)} of them)" if len(spans) > 1 else ""
        yield Hit(
            spans[0],
            f"{_BROKEN}: {name}{often}.",
            severity=None if character in _GRAVE else "warning",
            also_here=tuple(spans[1:_SHOWN]),
            fix=Fix("Delete the characters nobody sees", tuple(Edit(span, "") for span in spans), safe=True),
        )


def _needed(text: str, at: int) -> bool:
    """True where a script or an emoji needs the character, and where it does no harm: beside right-to-left letters."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return any(
        c
        and (
            "\u0590" <= c <= "\u08ff"
            or "\u0900" <= c <= "\u109f"
            or "\u1780" <= c <= "\u17ff"
            or c >= "\U0001f000"
            or c in "\ufe0f♀♂❤⚕⚖✈"
        )
        for c in (before, after)
    )


def _mixed(article: Article, characters: frozenset[str]) -> Iterator[Hit]:
    """Curly and straight marks in one article: two sources, or two programs."""
    if article.format in ("markdown", "mdx") or not ('"' in characters and characters.intersection("“”")):
        return
    text = article.text
    straight, curly = text.count('"'), text.count("“") + text.count("”")
    if min(straight, curly) < 2:
        return
    at = text.index('"') if straight <= curly else min(i for i in (text.find("“"), text.find("”")) if i >= 0)
    yield Hit(
        Span(at, at + 1),
        "Curly and straight quotation marks in one article. Choose one.",
        severity="info",
        key="mixed-marks",
    )
