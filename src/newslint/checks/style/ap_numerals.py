from __future__ import annotations

from newslint import PROSE, Article, Edit, Figure, Fix, Hit, Iterator, covering, figures, names, quotations, rule

_WORDS = "zero one two three four five six seven eight nine".split()
_LARGE = {
    word: n
    for n, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
} | {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}


@rule(
    "info",
    wakes=[figures],
    on=False,
    why="AP Stylebook, numerals; “%” with a figure since 2019",
    exceptions=(
        "Ages, dates, money, measures, scores, ranks, headlines, quotations; numbers that begin a sentence or end a "
        "name."
    ),
    bad=[
        "The board heard <<5>> people before it voted.",
        "She bought <<twelve>> chairs for the hall.",
        "Turnout was <<52 percent>> in the town.",
        "<<14>> people voted.",
    ],
    good=[
        "The board heard five people before it voted.",
        "She bought 12 chairs for the hall.",
        "Turnout was 52% in the town.",
        "The 5-year-old ran 3 miles.",
        "Rovers won 3-1.",
        "The Lumo 4 phone costs 400 euros.",
    ],
    fixes="unsafe",
)
def ap_numerals(article: Article) -> Iterator[Hit]:
    """A number is not written as the Associated Press writes it.

    AP spells out one to nine and gives figures from 10; it never begins a sentence with a figure, and writes the
    percent sign after one. Ages, money, measures, scores and percentages always take figures.
    """
    quoted, named = [q.span for q in quotations(article)], [n.span for n in names(article) if n.kind == "other"]
    for figure in figures(article):
        block = article.blocks[article.block_at(figure.span.start)]
        if block.zone not in PROSE or figure.high or covering(quoted, *figure.span) >= 0:
            continue
        start = figure.span.start
        if article.text[start - 1 : start] == " " and covering(named, start - 2, start - 1) >= 0:
            continue  # "the Lumo 4"
        form = _form(article, figure)
        if form:
            fix = Fix(f"Write “{form}”", (Edit(figure.span, form),))
            yield Hit(figure.span, f"AP: {form}.", fix=fix)


def _form(article: Article, figure: Figure) -> str:
    """The figure in AP style, or the empty string where it already is."""
    text = figure.text
    if figure.kind == "percent":
        number = text.removesuffix(" percent").removesuffix(" per cent")
        return f"{number}%" if number != text and number[:1].isdigit() else ""
    if figure.kind != "count" or figure.scale != 1.0:
        return ""
    sentence = article.sentence_at(figure.span.start)
    opens = sentence is not None and sentence.span.start == figure.span.start
    if text.isdecimal() and len(text) == 1 and text != "0" and figure.noun:
        return _WORDS[int(text)].capitalize() if opens else _WORDS[int(text)]
    if opens and text.isdecimal() and len(text) == 2 and figure.value < 100:
        return _spelled(int(text)).capitalize()
    if (
        not text[:1].isdigit()
        and not opens
        and figure.noun
        and 10 <= figure.value < 1000
        and figure.value == int(figure.value)
    ):
        first = text.lower().replace("-", " ").split()[0]
        return str(int(figure.value)) if first in _LARGE or first in _WORDS else ""
    return ""


def _spelled(number: int) -> str:
    names = {n: word for word, n in _LARGE.items()}
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{_WORDS[number % 10]}" if number >= 20 else _WORDS[number]
