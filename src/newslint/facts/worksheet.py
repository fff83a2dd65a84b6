"""The fact sheet on paper: every claim, figure and quotation in order, with who says so or a blank to fill."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.attribution import attributions, sourced_sentences
from newslint.facts.claims import claims
from newslint.facts.dates import dates
from newslint.facts.figures import figures
from newslint.facts.names import name_table
from newslint.facts.quotes import quotations
from newslint.facts.sheet import who
from newslint.facts.sources import sources
from newslint.facts.speakers import IN_WORDS
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Iterator, Sequence

BLANK = "_" * 32


class Item(NamedTuple):
    """One passage to verify: a sentence, a headline, or a quotation of several sentences."""

    line: int
    place: str
    """The line, or in a Word document the paragraph; in a record its field too."""
    text: str
    is_claim: bool
    figures: tuple[str, ...]
    quoted: bool
    says: str
    """Who says so; empty where nobody does."""


class Heading(NamedTuple):
    """What stands over the sheet."""

    path: str
    headline: str
    words: int
    claims: int
    unsourced: int
    figures: int
    quotes: int


def heading(article: Article) -> Heading:
    """The article in figures."""
    found = claims(article)
    return Heading(
        article.path, " ".join(article.headline.split()), article.word_count, len(found),
        sum(not c.sourced for c in found), len(figures(article)), len(quotations(article)),
    )  # fmt: skip


def items(article: Article) -> list[Item]:
    """The passages to verify, in order of place."""
    passages: dict[Span, list[Span]] = {}
    marked: list[tuple[Span, str]] = [(c.span, "claim") for c in claims(article)]
    marked += [(f.span, "figure") for f in figures(article)]
    marked += [(q.span, "quote") for q in quotations(article)]
    kinds: dict[Span, set[str]] = {}
    numbers: dict[Span, dict[str, None]] = {}
    for span, kind in sorted(marked):
        passage = _passage(article, span)
        passages.setdefault(passage, []).append(span)
        kinds.setdefault(passage, set()).add(kind)
        if kind == "figure":
            numbers.setdefault(passage, {})[article.one_line(span)] = None
    speakers = _speakers(article, passages)
    quotes = {_passage(article, q.span): q.span for q in reversed(quotations(article))}
    out = []
    for passage in sorted(passages):
        end = max(passage.end, quotes[passage].end if passage in quotes else 0)
        out.append(
            Item(
                article.line_of(passage.start),
                place(article, passage.start),
                article.one_line(Span(passage.start, end)),
                "claim" in kinds[passage],
                tuple(numbers.get(passage, ())),
                "quote" in kinds[passage],
                speakers.get(passage, ""),
            )
        )
    return out


def place(article: Article, offset: int) -> str:
    """Where a place of the prose stands, as ``check`` says it: the field or paragraph of a text made of several."""
    line = f"line {article.line_of(offset)}"
    if not article.fields:
        return line
    pointer = article.field_at(article.to_source((offset, offset + 1)).start).pointer
    return f"paragraph {pointer}" if pointer.isdigit() else f"{pointer} {line}"


def _passage(article: Article, span: Span) -> Span:
    """The sentence that a span begins in, or its block where there are no sentences."""
    sentence = article.sentence_at(span.start)
    if sentence:
        return sentence.span
    return article.blocks[article.block_at(span.start)].span if article.blocks else span


def _speakers(article: Article, passages: dict[Span, list[Span]]) -> dict[Span, str]:
    """Who stands behind each passage, by name."""
    said: dict[Span, str] = {}
    by_sentence = sourced_sentences(article)
    for attribution in attributions(article):
        passage = _passage(article, attribution.span)
        if passage in passages and attribution.source and attribution.source_class == "generic":
            said[passage] = f"{article.one_line(attribution.source)} (who?) {BLANK}"
    for i, sentence in enumerate(article.sentences):
        if sentence.span in passages and i in by_sentence and (source := by_sentence[i].source):
            said[sentence.span] = who(article, source)
    for quotation in quotations(article):
        passage = _passage(article, quotation.span)
        if quotation.speaker and passage not in said:
            said[passage] = who(article, quotation.speaker)
    return said


def as_text(article: Article, width: int = 80) -> Iterator[str]:
    """The sheet in lines, to print and work through with a pen."""
    from textwrap import wrap

    head = heading(article)
    yield head.headline or "(no headline)"
    yield head.path
    yield _counts(head)
    yield from _section("Sources: reach each of them", _sources(article), "nobody is named")
    yield ""
    yield "CLAIMS, FIGURES AND QUOTATIONS, in order"
    found = items(article)
    if not found:
        yield "  none"
    for number, item in enumerate(found, 1):
        yield ""
        label = f"{number:>3}. {item.place}"
        yield f"{label:<15} {_kind(item)}"
        yield from wrap(item.text, width, initial_indent="     ", subsequent_indent="     ", break_on_hyphens=False)
        if item.figures:
            ticks = "   ".join(f"[ ] {figure}" for figure in item.figures)
            yield from wrap(ticks, width, initial_indent="     figures:  ", subsequent_indent=" " * 15)
        yield f"     says so:  [ ] {item.says or BLANK}"
        yield f"     checked:  [ ] {BLANK}"
    yield from _section("Dates", [f"{text}  ({at})" for text, at in _dates(article)], "none")
    yield from _section("Names: check the spelling", _names(article), "none")


def as_markdown(article: Article) -> Iterator[str]:
    """The sheet as Markdown task lists, to paste into a document."""
    head = heading(article)
    yield f"# {head.headline or 'No headline'}"
    yield ""
    yield f"`{head.path}`: {_counts(head)}"
    for title, rows in (
        ("Sources", _sources(article)),
        ("Claims, figures and quotations", None),
        ("Dates", [f"{text} ({at})" for text, at in _dates(article)]),
        ("Names", _names(article)),
    ):
        yield ""
        yield f"## {title}"
        yield ""
        if rows is None:
            for item in items(article):
                yield f"- [ ] **{_plain(item.place[:1].upper() + item.place[1:])}**, {_kind(item)}: {_plain(item.text)}"
                yield from (f"  - [ ] {_plain(figure)}" for figure in item.figures)
                yield f"  - Says so: {_plain(item.says or BLANK)}"
        else:
            yield from ([f"- [ ] {_plain(row)}" for row in rows] or ["None."])


def _plain(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)


def _kind(item: Item) -> str:
    kinds = ["claim"] * item.is_claim + ["quotation"] * item.quoted + ["figure"] * bool(item.figures)
    return ", ".join(kinds)


def _counts(head: Heading) -> str:
    return (
        f"{_many(head.words, 'word')}; {_many(head.claims, 'claim')}, {head.unsourced} with nobody behind "
        f"{'it' if head.claims == 1 else 'them'}; {_many(head.figures, 'figure')}; {_many(head.quotes, 'quotation')}"
    )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _section(title: str, rows: Sequence[str], none: str) -> Iterator[str]:
    yield ""
    name, _, hint = title.partition(":")
    yield name.upper() + (f":{hint}" if hint else "")
    yield from ([f"  [ ] {row}" for row in rows] or [f"  {none}"])


def _sources(article: Article) -> list[str]:
    rows = []
    for source in sources(article):
        if source.source_class == "none":
            continue
        role = f", {source.role}" if source.role else ""
        rows.append(f"{source.name}{role} ({IN_WORDS[source.source_class]}; {_places(article, source.mentions)})")
    return rows


def _places(article: Article, mentions: Sequence[Span]) -> str:
    """Lines or paragraphs, the word said once; each place in full in a record of several fields."""
    places = list(dict.fromkeys(place(article, start) for start in sorted(mention.start for mention in mentions)))
    unit = {at.rpartition(" ")[0] for at in places}
    shown = [at.rpartition(" ")[2] for at in places] if len(unit) == 1 else places
    word = f"{unit.pop()}{'s' * (len(places) > 1)} " if len(unit) == 1 else ""
    return word + ", ".join(shown[:6]) + (", …" if len(shown) > 6 else "")


def _dates(article: Article) -> list[tuple[str, str]]:
    rows = []
    for date in dates(article):
        resolved = f" = {date.iso}" if date.iso and date.iso != date.text else ""
        rows.append((f"{article.one_line(date.span)}{resolved}", place(article, date.span.start)))
    return rows


def _names(article: Article) -> list[str]:
    return [
        f"{entity.name}{f', {entity.role}' if entity.role else ''} ({entity.kind}, {len(entity.mentions)}×)"
        for entity in name_table(article)
    ]
