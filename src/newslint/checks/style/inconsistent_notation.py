from __future__ import annotations

from bisect import bisect_right

from newslint import PROSE, Article, Edit, Figure, Fix, Hit, Iterator, NamedTuple, Span, figures, masks, phrases, rule

_SCALE_WORDS = {1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"}
_LETTERS = {"m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12, "k": 1e3}


class _Use(NamedTuple):
    span: Span
    variant: str
    cure: tuple[tuple[str, str], ...]
    """What to write instead, by variant."""


@rule(
    "info",
    wakes=[figures, "joined-words", "hyphened-words"],
    why="One way of writing a thing within an article, whatever the house style",
    exceptions="Headlines, tables, quotations and names.",
    bad=[
        "The firm raised $300 million in May. Of the <<$300M>>, half is spent. The rest, $150 million, is lent.",
        "Sales rose 10% in May and 12% in June. Costs rose <<8 percent>>.",
        "The start-up hired ten people. Another start-up, and a <<startup>> from Bern, hired five.",
    ],
    good=[
        "The firm raised $300 million in May. Of the $300 million, half is spent.",
        "Sales rose 10% in May and 12% in June.",
        'Sales rose 10% in May and 12% in June. "We grew 8 percent," he said.',
        "The startup hired ten people. They start up the mill in May.",
    ],
    fixes="safe",
)
def inconsistent_notation(article: Article) -> Iterator[Hit]:
    """One thing is written in two ways: $300M and $300 million, 10% and 10 percent, email and e-mail.

    Readers take two spellings for two things, or for two writers. The rarer form in the running text is reported,
    and the fix writes the commoner one.
    """
    found = (*_scales(article), *_percents(article), *_hyphens(article))
    if len({(key, use.variant) for key, use in found}) == len({key for key, _ in found}):
        return
    silent = masks(article)
    by_class: dict[str, list[_Use]] = {}
    for key, use in found:
        zone = article.blocks[article.block_at(use.span.start)].zone
        if zone in PROSE and not any(s[0] <= use.span.start < s[1] for s in _near(silent, use.span.start)):
            by_class.setdefault(key, []).append(use)
    for uses in by_class.values():
        variants: dict[str, list[_Use]] = {}
        for use in uses:
            variants.setdefault(use.variant, []).append(use)
        if len(variants) < 2:
            continue
        house = max(variants.values(), key=lambda rows: (len(rows), -rows[0].span.start))
        for use in uses:
            if use.variant != house[0].variant:
                yield _hit(article, use, house[0])


def _near(silent: tuple[Span, ...], place: int) -> tuple[Span, ...]:
    i = bisect_right(silent, (place, 1 << 60)) - 1
    return silent[max(0, i) : i + 1]


def _hit(article: Article, use: _Use, other: _Use) -> Hit:
    said = article.text[other.span.start : other.span.end]
    form = dict(use.cure).get(other.variant, "")
    fix = Fix(f"Write “{form}”", (Edit(use.span, form),), safe=True) if form else None
    line = article.line_of(other.span.start)
    return Hit(
        use.span, f"You also write “{said}” (line {line}). Choose one.", see=((other.span, "the other form"),), fix=fix
    )


def _scales(article: Article) -> Iterator[tuple[str, _Use]]:
    """``$300M``, ``$300mn``, ``$300 million``."""
    capital = _capital(article)
    for figure in figures(article):
        if figure.kind != "money" or figure.scale < 1e6 or figure.high:
            continue
        text = figure.text
        letters = text.rstrip().lower()
        tail = next(
            (t for t in ("mn", "bn", "tn", "m", "b", "t") if letters.endswith(t) and letters[-len(t) - 1].isdigit()), ""
        )
        number = text[: -len(tail)] if tail else text
        if tail:
            yield (
                f"scale {figure.scale:g}",
                _Use(figure.span, "letter" + str(len(tail)), (("word", f"{number} {_SCALE_WORDS[_LETTERS[tail]]}"),)),
            )
        elif text.lower().endswith(_SCALE_WORDS.get(figure.scale, "-")):
            plain = text[: -len(_SCALE_WORDS[figure.scale])].rstrip()
            short = _SCALE_WORDS[figure.scale][0]
            cure = (("letter1", plain + (short.upper() if capital else short)), ("letter2", plain + short + "n"))
            yield f"scale {figure.scale:g}", _Use(figure.span, "word", cure)


def _capital(article: Article) -> bool:
    """True for ``M``, False for ``m``: as the article's first sum with a letter has it."""
    for figure in figures(article):
        if figure.kind == "money" and figure.text[-1:].lower() in "mbt" and figure.text[-2:-1].isdigit():
            return figure.text[-1].isupper()
    return False


def _percents(article: Article) -> Iterator[tuple[str, _Use]]:
    for figure in figures(article):
        if figure.kind != "percent" or figure.high or not figure.text[:1].isdigit():
            continue
        number, variant = _percent(figure)
        if variant:
            cure = [(v, number + v) for v in ("%", " percent", " per cent") if v != variant]
            yield "percent", _Use(figure.span, variant, tuple(cure))


def _percent(figure: Figure) -> tuple[str, str]:
    for variant in ("%", " percent", " per cent"):
        if figure.text.endswith(variant):
            return figure.text.removesuffix(variant), variant
    return figure.text, ""


def _hyphens(article: Article) -> Iterator[tuple[str, _Use]]:
    """``email`` and ``e-mail``: the hint of a lexicon entry is the other form of its first word form."""
    for lexicon, variant in (("joined-words", "joined"), ("hyphened-words", "hyphened")):
        for hit in phrases(article, lexicon):
            written = article.folded[hit.span.start : hit.span.end]
            if variant == "hyphened" and "-" not in written:
                continue
            joined = written.replace("-", "")
            other = "hyphened" if variant == "joined" else "joined"
            form = joined if other == "joined" else _hyphened(joined, hit.data["hint"])
            shown = form.capitalize() if article.text[hit.span.start].isupper() else form
            yield hit.data["hint"], _Use(hit.span, variant, ((other, shown),))


def _hyphened(joined: str, pattern: str) -> str:
    """``emails`` after the pattern ``e-mail`` is ``e-mails``."""
    at = pattern.index("-")
    return f"{joined[:at]}-{joined[at:]}"
