"""Tables: their cells, and totals and shares of a hundred that the cells do not make."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.arithmetic import Clash, number
from newslint.facts.units import SYMBOLS
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern, Sequence

_TOTALS = frozenset(("total", "totals", "all", "sum", "overall", "grand total", "in total", "together", "altogether"))
_REST = frozenset(("other", "others", "rest", "the rest", "remainder", "all others", "everything else"))
_LARGEST = 400
"""Rows beyond which a table is data, not prose, and is left alone."""


class Cell(NamedTuple):
    """One cell of a table."""

    span: Span
    text: str
    value: float | None
    """Its number in plain units; None where it holds none, or more than one."""
    rounding: float
    """Half of the last place given."""
    unit: str
    """ISO 4217 code, ``%`` or empty."""
    blank: bool
    """Empty or a dash."""


class Table(NamedTuple):
    """A table: its first row and the rows below it, all of one length."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@cache
def _no_sum() -> Pattern[str]:
    """Headings of columns that do not add up to a total."""
    return pattern(
        r"%|per ?cent|change|rate|average|avg|mean|median|\bper\b|year|rank|price|ratio|margin|growth|index|score|"
        r"swing|\+/-|\bpos|\bage|date|turnout|density|cost of|\bno\b|number"
    )


@cache
def _partial() -> Pattern[str]:
    return pattern(r"\bof which\b|\bincluding\b|\bincl\b|\bsub-?total\b|\bof whom\b|^-")


@cache
def _share() -> Pattern[str]:
    return pattern(
        r"\bshare of (?:the )?(?:votes?|total|market|all|seats|sales|revenue|whole)\b|\b(?:vote|market) share\b|"
        r"^share\b|% of (?:the )?(?:votes?|total|all)"
    )


@cache
def _number() -> Pattern[str]:
    signs = "".join(SYMBOLS)
    return pattern(
        rf"([+\-−]?)([{signs}]?)(\d{{1,3}}(?:[, \u00a0\u202f\u2009]\d{{3}})+|\d+)(\.\d+)?"
        r"(?: ?(%|k|m|mn|bn|million|billion|thousand))?"
        r"(?:\*{1,2}|†|‡|\[\d+\]| ?\([a-z]\))?"
    )


_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "million": 1e6, "billion": 1e9, "thousand": 1e3}


@fact
def tables(article: Article) -> tuple[Table, ...]:
    """Every table of two columns and three rows at least whose rows have one length."""
    found: list[Table] = []
    rows: list[tuple[Cell, ...]] = []
    at = -2
    for i, block in article.zoned("table"):
        if i != at + 1:
            found += _made(rows)
            rows = []
        at = i
        if len(rows) <= _LARGEST:
            rows.append(_cells(article, block.span))
    found += _made(rows)
    return tuple(found)


def _made(rows: list[tuple[Cell, ...]]) -> list[Table]:
    if not 3 <= len(rows) <= _LARGEST:
        return []
    width = len(rows[1])
    head = rows[0]
    if len(head) == width - 1:  # the empty corner is not in the text
        head = (Cell(Span(head[0].span.start, head[0].span.start), "", None, 0.0, "", True), *head)
    if width < 2 or any(len(row) != width for row in (head, *rows[1:])):
        return []
    return [Table(head, tuple(rows[1:]))]


def _cells(article: Article, span: Span) -> tuple[Cell, ...]:
    text = article.text
    out = []
    start = span.start
    while start <= span.end:
        stop = text.find("|", start, span.end)
        stop = span.end if stop < 0 else stop
        low, high = start, stop
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        out.append(_cell(text[low:high], Span(low, high)))
        start = stop + 1
    return tuple(out)


def _cell(text: str, span: Span) -> Cell:
    blank = text in ("", "-", "–", "—", "n/a", "N/A")
    match = _number().fullmatch(text.lower()) if text and len(text) < 40 else None
    if match is None:
        return Cell(span, text, None, 0.0, "", blank)
    sign, symbol, whole, decimals, scale = match.groups()
    factor = _SCALES.get(scale or "", 1.0)
    digits = "".join(sign for sign in whole if sign.isdecimal())
    value = float(digits + (decimals or "")) * factor * (-1 if sign in ("-", "−") else 1)
    rounding = 0.5 * 10.0 ** -(len(decimals) - 1 if decimals else 0) * factor
    return Cell(span, text, value, rounding, "%" if scale == "%" else SYMBOLS.get(symbol, ""), False)


@fact
def miscounted_tables(article: Article) -> tuple[Clash, ...]:
    """Total rows and columns that the cells do not make, and shares that make more, or with the rest less, than 100."""
    found: list[Clash] = []
    for table in tables(article):
        if any(_partial().search(row[0].text.lower()) for row in table.rows):
            continue
        found += _total_row(table)
        found += _total_column(table)
        found += _hundred(table)
    return tuple(found)


def is_total(label: str) -> bool:
    """Whether the row or column so headed holds sums."""
    folded = label.lower().strip(" :.*")
    return folded in _TOTALS or folded.startswith(("total ", "total(", "total,")) or folded.endswith(" total")


def _total_row(table: Table) -> Iterator[Clash]:
    """The total row, where more columns add up than do not."""
    places = [i for i, row in enumerate(table.rows) if is_total(row[0].text)]
    if len(places) != 1 or places[0] not in (0, len(table.rows) - 1):
        return
    total = table.rows[places[0]]
    parts = [row for i, row in enumerate(table.rows) if i != places[0]]
    fits: list[bool] = []
    misses: list[Clash] = []
    for k in range(1, len(total)):
        if _no_sum().search(table.head[k].text.lower()) or _a_year(total[k]):
            continue
        column = [row[k] for row in parts]
        made = _summed(column, total[k])
        if made is None:
            continue
        plain, slack = made
        stated = total[k].value or 0.0
        fits.append(abs(plain - stated) <= slack)
        if not fits[-1]:
            name = table.head[k].text or "this column"
            message = f"The rows of “{name}” make {number(plain, 6)}, the table says {total[k].text}."
            misses.append(Clash(total[k].span, message, ((column[0].span, "first part"),)))
    if len(misses) <= max(1, sum(fits)):
        yield from misses


def _total_column(table: Table) -> Iterator[Clash]:
    """The total column, where at least two rows in three add up."""
    width = len(table.head)
    if width < 4 or not is_total(table.head[-1].text):
        return
    if any(_no_sum().search(cell.text.lower()) for cell in table.head[1:-1]):
        return
    fits = 0
    misses: list[Clash] = []
    for row in table.rows:
        made = _summed(row[1:-1], row[-1])
        if made is None:
            continue
        plain, slack = made
        if abs(plain - (row[-1].value or 0.0)) <= slack:
            fits += 1
        else:
            message = f"The cells of “{row[0].text}” make {number(plain, 6)}, the table says {row[-1].text}."
            misses.append(Clash(row[-1].span, message, ((row[1].span, "first part"),)))
    if len(misses) <= fits // 2:
        yield from misses


def _summed(cells: Sequence[Cell], total: Cell) -> tuple[float, float] | None:
    """What the cells make and how far rounding may put it off; None where a cell is no number, or no sum is meant."""
    known = [cell for cell in cells if not cell.blank]
    if len(known) < 2 or total.value is None or any(cell.value is None for cell in known):
        return None
    if total.unit == "%" or any(cell.unit != known[0].unit for cell in known):
        return None
    values = [cell.value or 0.0 for cell in known]
    plain = sum(values)
    whole = all(cell.rounding == 0.5 for cell in (*known, total)) and not total.unit
    slack = 0.0 if whole and abs(plain) < 1000 else sum(cell.rounding for cell in known) + total.rounding
    slack += 1e-6 * abs(plain)
    biggest = max(map(abs, values))
    if not 0.5 * abs(plain) <= abs(total.value) <= 2 * abs(plain) or min(values) < 0 or plain < 2:
        return None  # an average, a balance or another sort of total
    return None if total.value < biggest else (plain, slack)


def _a_year(cell: Cell) -> bool:
    return cell.value is not None and not cell.unit and cell.text.isdecimal() and 1900 <= cell.value <= 2100


def _hundred(table: Table) -> Iterator[Clash]:
    """Shares of one whole: over a hundred, or with “others” among them under a hundred."""
    parts = [row for row in table.rows if not is_total(row[0].text)]
    whole = any(row[0].text.lower() in _REST for row in parts)
    for k in range(1, len(table.head)):
        head = table.head[k].text.lower()
        cells = [row[k] for row in parts if not row[k].blank]
        percent = all(cell.unit == "%" for cell in cells) or "%" in head or "per cent" in head or "percent" in head
        if not _share().search(head) or not percent or len(cells) < 3 or "change" in head:
            continue
        if any(cell.value is None or not 0 <= cell.value <= 100 for cell in cells):
            continue
        total = sum(cell.value or 0.0 for cell in cells)
        slack = sum(cell.rounding for cell in cells)
        if 100 + slack < total < 160 or (whole and 50 < total < 100 - slack):
            message = f"The shares of “{table.head[k].text}” make {number(total, 4)}%, of a whole of 100%."
            yield Clash(table.head[k].span, message, ((cells[-1].span, "last part"),))
