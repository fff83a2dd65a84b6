from __future__ import annotations

from newslint import PROSE, Article, Edit, Figure, Fix, Hit, Iterator, covering, figures, quotations, rule

_SCALES = {"mn": "million", "bn": "billion", "tn": "trillion", "m": "million", "b": "billion", "t": "trillion"}


@rule(
    "info",
    wakes=[figures],
    on=False,
    why="AP Stylebook, money",
    exceptions="Headlines, tables and quotations; other house styles (Reuters, BBC) differ.",
    bad=[
        "The firm closed a <<$300M>> round in May.",
        "Entry costs a <<$5.00>> fee.",
        "He paid <<USD 300 million>> for it.",
        "The fine is <<$1500>>.",
    ],
    good=[
        "The firm closed a $300 million round in May.",
        "Entry costs a $5 fee.",
        "The fine is $1,500, or $12.50 a day.",
    ],
    fixes="safe",
)
def ap_money(article: Article) -> Iterator[Hit]:
    """A sum is not written as the Associated Press writes it: $300M, $5.00, USD 300 million, $1500.

    AP writes the dollar sign, a comma in thousands, no noughts for cents, and spells million and billion. Headlines
    may keep M and B.
    """
    quoted = [q.span for q in quotations(article)]
    for figure in figures(article):
        if (
            figure.kind != "money"
            or figure.high
            or article.blocks[article.block_at(figure.span.start)].zone not in PROSE
        ):
            continue
        form = _form(figure)
        if form and covering(quoted, *figure.span) < 0:
            fix = Fix(f"Write “{form}”", (Edit(figure.span, form),), safe=True)
            yield Hit(figure.span, f"AP: {form}.", fix=fix)


def _form(figure: Figure) -> str:
    text = figure.text
    if text.startswith("USD "):
        return "$" + text[4:]
    if text[:1] not in "$£€":
        return ""
    lower = text.lower()
    if lower.endswith((" dollars", " pounds", " euros")):
        return text.rpartition(" ")[0]
    for letters, word in _SCALES.items():
        if lower.endswith(letters) and lower[-len(letters) - 1].isdigit():
            return f"{text[: -len(letters)]} {word}"
    if text.endswith(".00"):
        return text[:-3]
    digits = text[1:]
    return f"{text[0]}{int(digits):,}" if digits.isdecimal() and len(digits) > 3 else ""
