"""The report for people at a terminal: each finding with its words, paragraph by paragraph, the gravest first."""

from __future__ import annotations

from bisect import bisect_right

from newslint.finding import SEVERITIES, Finding, Place
from newslint.reporters import ArticleReport, Options, Report, aside, in_file
from newslint.reporters.snippet import cells, rows
from newslint.reporters.summary import folded, painted, severity_color, starred, summary, visible
from newslint.text.pattern import pattern
from newslint.typed import Sequence, TextIO

PLACES = 8
"""Further places of one flaw that are listed."""

_PARAGRAPH = pattern(r"\n[ \t\r]{0,80}\n|\r\r")


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write every finding with a window of its source, then the counts and where to read more."""
    gravest: Finding | None = None
    for article in report.articles:
        shown, more = folded(article)
        for finding in _by_paragraph(article, shown):
            out.write(_finding(article, finding, options))
            if gravest is None or SEVERITIES.index(finding.severity) > SEVERITIES.index(gravest.severity):
                gravest = finding
        for rule, count in more.items():
            name = painted(rule, "bold", options.color)
            out.write(f"{visible(article.path)}: and {count} more of {name}\n")
        if more:
            out.write("\n")
    summary(report, out, options)
    if gravest and not options.quiet:
        out.write(f"Why, with examples: newslint explain {gravest.rule}\n")


def _by_paragraph(article: ArticleReport, findings: Sequence[Finding]) -> list[Finding]:
    texts = {None: article.source} if not article.fields else article.fields
    breaks = {field: [match.start() for match in _PARAGRAPH.finditer(text)] for field, text in texts.items()}
    order = {field: i for i, field in enumerate(breaks)}
    return sorted(
        findings,
        key=lambda f: (
            order.get(f.field, 0),
            bisect_right(breaks.get(f.field, ()), f.span.start),
            -SEVERITIES.index(f.severity),
            f.span.start,
        ),
    )


def _finding(article: ArticleReport, f: Finding, options: Options) -> str:
    color = severity_color(f.severity)
    star = starred(f, options)
    message = _wrapped(visible(f.message), len(f"{f.severity} {f.rule}: ") + len("[*] ") * bool(star), options.width)
    lines = [f"{painted(f.severity, color, options.color)} {painted(f.rule, 'bold', options.color)}: {star}{message}"]
    gutter = len(str(f.end_line))
    line, column = in_file(f)
    bar = painted(f"{'':{gutter}} |", "blue", options.color)
    lines.append(f"{'':{gutter}}{painted('-->', 'blue', options.color)} {visible(f.path)}:{line}:{column}{aside(f)}")
    found = rows(article.text_of(f.field), f.span, f.line, f.column, options.width - gutter - 4)
    if found:
        lines.append(bar)
    before = 0
    for row in found:
        if before and row.number > before + 1:
            lines.append(painted("...", "blue", options.color))
        lines.append(f"{painted(f'{row.number:>{gutter}} |', 'blue', options.color)} {row.text}")
        lines.append(f"{bar} {_marks(row.marks, color, options.color)}")
        before = row.number
    equals = painted(" " * gutter + " =", "blue", options.color)
    lines += [f"{equals} {note}" for note in _notes(f, options)]
    return "\n".join(lines) + "\n\n"


def _wrapped(text: str, used: int, width: int) -> str:
    """The text broken between words so that no line passes the width; `used` cells of the first are taken."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and used + cells(lines[-1]) + 1 + cells(word) > width:
            lines.append("")
            used = 4
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n    ".join(lines)


def _marks(marks: str, color: str, on: bool) -> str:
    carets = marks.lstrip()
    return " " * (len(marks) - len(carets)) + painted(carets, color, on)


def _notes(f: Finding, options: Options) -> list[str]:
    """Further places, what to compare with, and what a fix would do."""
    notes = []
    here = [place for place in f.related if place.role == "also-here"]
    if here:
        listed = ", ".join(_place(place, f) for place in here[:PLACES])
        more = f" and {len(here) - PLACES} more" if len(here) > PLACES else ""
        notes.append(f"also here: {listed}{more}")
    notes += [
        f"see {f'{place.field} ' if place.field else ''}{place.line}:{place.column}"
        + (f": {visible(place.message)}" if place.message else "")
        for place in f.related
        if place.role == "see"
    ]
    if f.fix:
        label = painted("help:", "cyan", options.color)
        notes.append(f"{label} {visible(f.fix.title)}" + ("" if f.fix.safe else " (check the sense)"))
    return notes


def _place(place: Place, f: Finding) -> str:
    if place.line == f.line and not place.field:
        return f"column {place.column}"
    return f"{_in(place)}{place.line}:{place.column}"


def _in(place: Place) -> str:
    return f"{place.field} " if place.field else ""
