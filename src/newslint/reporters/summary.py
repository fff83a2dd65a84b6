"""What the reports for people share: colours, the closing lines, and text that cannot play tricks on a terminal."""

from __future__ import annotations

from newslint.finding import SEVERITIES, Finding
from newslint.lean import cache
from newslint.reporters import ArticleReport, Options, Report
from newslint.text.pattern import pattern
from newslint.typed import Match, Pattern, Sequence, TextIO

_CODES = {
    "red": "31", "yellow": "33", "blue": "34", "cyan": "36", "green": "32", "bold": "1", "dim": "2",
    "red-bold": "1;31", "yellow-bold": "1;33", "blue-bold": "1;34",
}  # fmt: skip
_COLORS = {"error": "red-bold", "warning": "yellow-bold", "info": "blue-bold"}

SHOWN_INFO = 5
"""Info findings of one rule in one article that are shown; the others are counted."""


@cache
def _unseen() -> Pattern[str]:
    return pattern(
        "[\x00-\x08\x0a-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0001-\U000e007f]"
    )


def painted(text: str, color: str, on: bool) -> str:
    """The text in a colour."""
    return f"\x1b[{_CODES[color]}m{text}\x1b[0m" if on else text


def severity_color(severity: str) -> str:
    """Red, yellow or blue."""
    return _COLORS[severity]


def visible(text: str) -> str:
    """The text with control and invisible characters spelled out, so that nothing moves a cursor or hides a word."""
    if text.isprintable():
        return text
    return _unseen().sub(_spelled, text)


def _spelled(match: Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else f"<U+{code:04X}>"


def folded(article: ArticleReport) -> tuple[list[Finding], dict[str, int]]:
    """The findings to show, and how many more info findings there are of each rule."""
    seen: dict[str, int] = {}
    shown: list[Finding] = []
    for finding in article.findings:
        if finding.severity == "info":
            seen[finding.rule] = seen.get(finding.rule, 0) + 1
            if seen[finding.rule] > SHOWN_INFO:
                continue
        shown.append(finding)
    return shown, {rule: count - SHOWN_INFO for rule, count in seen.items() if count > SHOWN_INFO}


def summary(report: Report, out: TextIO, options: Options) -> None:
    """The closing lines: how many findings of which severity, what was silenced, what was left out."""
    if options.quiet:
        return
    where = counted(report.read, "article")
    found = [counted(n, s) for s in reversed(SEVERITIES) if (n := report.count(s))]
    if not report.read:
        if not report.errors:
            out.write("No article was read.\n")
    elif found:
        out.write(f"Found {_listed(found)} in {where}{_silenced(report)}.\n")
    else:
        nothing = "Nothing to mend" if not report.crashes else "The rules that ran have found nothing"
        out.write(f"{nothing} in {where}{_silenced(report)}.\n")
    out.write(_fixable(report, options))
    for line in report.skipped:
        out.write(f"skipped: {visible(line)}\n")


def starred(f: Finding, options: Options) -> str:
    """``[*]`` before the message of a finding that ``newslint fix`` would mend, as Ruff has it; else nothing."""
    fits = f.fix is not None and f.fix.safe and f.field is None and not options.fixed
    return f"{painted('[*]', 'cyan', options.color)} " if fits else ""


def _fixable(report: Report, options: Options) -> str:
    """How many fixes wait to be asked for, and how to ask."""
    unsafe, safe = report.fixable
    if options.fixed:
        safe = 0
    if options.fixed == "unsafe":
        unsafe = 0
    star = painted("[*]", "cyan", options.color)
    if safe:
        more = f" ({unsafe:,} more with --unsafe)" if unsafe else ""
        return f"{star} {safe:,} fixable with “newslint fix”{more}.\n"
    return f"{unsafe:,} fixable with “newslint fix --unsafe”; check the sense.\n" if unsafe else ""


def _silenced(report: Report) -> str:
    parts = []
    if report.suppressed:
        parts.append(f"{report.suppressed} suppressed")
    if report.baselined:
        parts.append(f"{report.baselined} in the baseline")
    return f" ({', '.join(parts)})" if parts else ""


def counted(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``; notes for info."""
    if noun == "info":
        noun = "note"
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
