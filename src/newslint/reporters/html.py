"""A report that a desk can open, filter and print: one HTML file, no network, no trust in the article's text."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from pathlib import Path

from newslint.finding import SEVERITIES, Finding, Severity
from newslint.lean import Tally
from newslint.reporters import ArticleReport, Options, Report, rule_url
from newslint.typed import Iterator, Mapping, TextIO

_LONG = 400_000
"""Code points of source beyond which an article is shown by its findings alone."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the page. Highlights are buttons' targets: each card leads to its words and back."""
    assets = Path(__file__).parents[1] / "data"
    style = (assets / "report.css").read_text(encoding="utf-8")
    script = (assets / "report.js").read_text(encoding="utf-8")
    counts = {severity: report.count(severity) for severity in reversed(SEVERITIES)}
    families = Tally(f.family for article in report.articles for f in article.findings)
    title = f"newslint: {_number(report.read, 'article')}, {_number(sum(counts.values()), 'finding')}"
    out.write(
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#articles">Skip to the articles</a>\n'
        f"<header>\n<h1>{escape(title)}</h1>\n<p>"
        + ", ".join(_number(n, severity) for severity, n in counts.items())
        + f". Made by newslint {escape(report.version)}.</p>\n"
    )
    for trouble in report.troubles:
        out.write(f'<p class="trouble" role="alert">{escape(trouble)}</p>\n')
    _filters(out, counts, families)
    out.write('</header>\n<main id="articles">\n')
    for n, article in enumerate(report.articles):
        _article(out, n, article)
    out.write(f"</main>\n<script>\n{script}</script>\n</body>\n</html>\n")


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 or noun == "info" else "s")


def _filters(out: TextIO, counts: Mapping[Severity, int], families: Tally[str]) -> None:
    out.write('<form class="filters" aria-label="Show findings">\n<fieldset><legend>Severity</legend>\n')
    for severity, n in counts.items():
        out.write(_box("severity", severity, n))
    out.write("</fieldset>\n<fieldset><legend>Family</legend>\n")
    for family, n in sorted(families.items()):
        out.write(_box("family", family, n))
    out.write(
        '</fieldset>\n<label class="search">Words <input type="search" name="words" autocomplete="off"></label>\n'
        '<p id="shown" role="status" aria-live="polite"></p>\n</form>\n'
    )


def _box(kind: str, value: str, n: int) -> str:
    return (
        f'<label class="chip {kind}-{value}"><input type="checkbox" name="{kind}" value="{escape(value)}" checked> '
        f"{escape(value)} ({n})</label>\n"
    )


def _article(out: TextIO, n: int, article: ArticleReport) -> None:
    name = article.headline or article.path
    where = article.path if article.record is None else f"{article.path}, record {article.record}"
    out.write(f'<article aria-labelledby="a{n}">\n<h2 id="a{n}">{escape(name)}</h2>\n')
    length, found = _number(article.words, "word"), _number(len(article.findings), "finding")
    out.write(f'<p class="path">{escape(where)}, {length}, {found}</p>\n')
    if not article.findings:
        out.write("<p>Nothing to mend.</p>\n</article>\n")
        return
    out.write('<div class="columns">\n')
    if 0 < len(article.source) + sum(map(len, article.fields.values())) <= _LONG:
        out.write(f'<div class="text" role="region" aria-label="Text of {escape(name)}" tabindex="0">')
        out.writelines(_marked(n, article))
        out.write("</div>\n")
    out.write('<ol class="cards">\n')
    for i, f in enumerate(article.findings):
        out.write(_card(n, i, f))
    out.write("</ol>\n</div>\n</article>\n")


def _card(n: int, i: int, f: Finding) -> str:
    also = ", ".join(sorted({a.rule for a in f.also}))
    place = escape(f"{f.field} {f.line}:{f.column}".removeprefix("None "))
    related = "; ".join(f"line {p.line}" + (f": {escape(p.message)}" if p.message else " also") for p in f.related[:12])
    return (
        f'<li class="card severity-{f.severity}" id="c{n}-{i}" data-severity="{f.severity}"'
        f' data-family="{escape(f.family)}">\n'
        f'<p class="what"><strong>{f.severity}</strong> <a href="#m{n}-{i}">{place}</a> '
        f'<a class="rule" href="{escape(rule_url(f.rule))}">{escape(f.rule)}</a></p>\n'
        f"<p>{escape(f.message)}</p>\n"
        + (f"<blockquote>{escape(f.excerpt)}</blockquote>\n" if f.excerpt else "")
        + (f'<p class="more">See {related}.</p>\n' if related else "")
        + (f'<p class="more">Also: {escape(also)}.</p>\n' if also else "")
        + (f'<p class="more">Fix: {escape(f.fix.title)}.</p>\n' if f.fix else "")
        + "</li>\n"
    )


def _marked(n: int, article: ArticleReport) -> Iterator[str]:
    """The source with marks. Overlapping findings are cut into stretches, each marked by the gravest of them."""
    for field, source in [(None, article.source), *article.fields.items()]:
        if source:
            yield from _marked_field(n, article, field, source)
            yield "\n\n" if field else ""


def _marked_field(n: int, article: ArticleReport, field: str | None, source: str) -> Iterator[str]:
    spans = [
        (f.span.start, max(f.span.end, f.span.start + 1), i) for i, f in enumerate(article.findings) if f.field == field
    ]
    cuts = sorted({0, len(source), *(s for s, _, _ in spans), *(min(e, len(source)) for _, e, _ in spans)})
    starts = sorted(spans)
    live: list[int] = []
    named: set[int] = set()
    at = 0
    for start, end in pairwise(cuts):
        live = [i for i in live if article.findings[i].span.end > start]
        while at < len(starts) and starts[at][0] <= start:
            live.append(starts[at][2])
            at += 1
        piece = escape(source[start:end])
        if not live:
            yield piece
            continue
        top = max(live, key=lambda i: SEVERITIES.index(article.findings[i].severity))
        f = article.findings[top]
        fresh = [i for i in live if i not in named]
        named.update(fresh)
        anchors = "".join(f'<a id="m{n}-{i}"></a>' for i in fresh)
        said = escape(f"{f.severity}: {f.message}")
        yield (
            f'{anchors}<mark class="severity-{f.severity}" title="{said}" data-card="c{n}-{top}">'
            f'<span class="sr">[{f.rule}: </span>{piece}<span class="sr">]</span></mark>'
        )
