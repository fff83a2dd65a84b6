"""A Markdown summary: for the job summary of a CI run, or a comment on a pull request."""

from __future__ import annotations

import os
import re
from heapq import nlargest

from newslint.finding import SEVERITIES, Finding
from newslint.lean import Tally
from newslint.reporters import ArticleReport, Options, Report, aside, in_file, rule_url
from newslint.typed import Iterable, TextIO

LIMIT = 900_000
"""Characters; GitHub takes one MiB a step."""

_LEAST = 200
"""Characters that an article with findings takes at least, so that no more than can show are kept."""

_SHOWN = 10
"""Findings of one article that stand open; the rest is folded away."""


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write a verdict, a table of families, and each article's findings, worst first."""
    errors, warnings = report.count("error"), report.count("warning")
    if report.troubles:
        verdict = "newslint could not read everything"
    elif errors:
        verdict = f"{_number(errors, 'error')} to mend before publishing"
    else:
        verdict = "Nothing here must stop publication" if warnings else "Nothing to mend"
    parts = [f"## {verdict}\n"]
    counts = ", ".join(_number(report.count(severity), severity) for severity in reversed(SEVERITIES))
    parts.append(f"{_number(report.read, 'article')}: {counts}.\n")
    parts += [f"- {_text(trouble)}" for trouble in report.troubles]
    parts += _families(f for article in report.articles for f in article.findings)
    for article in nlargest(LIMIT // _LEAST, (a for a in report.articles if a.findings), key=_weight):
        parts += _article(article)
    text = "\n".join(parts) + "\n"
    if len(text) > LIMIT:
        text = text[:LIMIT].rpartition("\n")[0] + "\n\n(cut here: too long for a summary)\n"
    out.write(text)


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" + ("" if n == 1 or noun == "info" else "s")


def _weight(article: ArticleReport) -> tuple[int, ...]:
    return tuple(sum(f.severity == severity for f in article.findings) for severity in reversed(SEVERITIES))


def _families(findings: Iterable[Finding]) -> list[str]:
    counted = Tally((f.family, f.severity) for f in findings)
    families = sorted({family for family, _ in counted})
    if not families:
        return []
    rows = ["| family | error | warning | info |", "|---|--:|--:|--:|"]
    for family in families:
        cells = " | ".join(str(counted[family, s] or "") for s in ("error", "warning", "info"))
        rows.append(f"| {family} | {cells} |")
    return [*rows, ""]


def _article(article: ArticleReport) -> list[str]:
    worst = sorted(article.findings, key=lambda f: (-SEVERITIES.index(f.severity), f.span.start))
    lines = [
        f"### {_text(article.headline or article.path)}\n",
        f"{_code(article.path)}, {article.words} word{'s' * (article.words != 1)}\n",
    ]
    lines += [_line(f) for f in worst[:_SHOWN]]
    if len(worst) > _SHOWN:
        lines += [
            "",
            f"<details><summary>{len(worst) - _SHOWN} more</summary>",
            "",
            *(_line(f) for f in worst[_SHOWN:]),
            "",
            "</details>",
        ]
    return [*lines, ""]


def _line(f: Finding) -> str:
    line, column = in_file(f)
    place = f"{line}:{column}"
    server, repository, commit = (os.environ.get(f"GITHUB_{key}") for key in ("SERVER_URL", "REPOSITORY", "SHA"))
    if server and repository and commit:
        from urllib.parse import quote

        path = quote(os.fsencode(f.path.removeprefix("./")))
        place = f"[{place}]({server}/{repository}/blob/{commit}/{path}#L{line})"
    return f"- **{f.severity}** {place} {_text(f.message + aside(f))} ([{f.rule}]({rule_url(f.rule)}))"


def _text(text: str) -> str:
    """Article text that cannot act as markup: escaped, on one line."""
    return re.sub(r"([\\`*_{}\[\]<>#|~@])", r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    ticks = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    return f"{ticks}{' '.join(text.split())}{ticks}"
