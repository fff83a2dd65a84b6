"""Suppressions: what a file's own comments and front matter switch off, and which of them switch off nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.article import Article, Suppression
from newslint.errors import did_you_mean
from newslint.finding import Finding, Severity
from newslint.rule import Hit, rule
from newslint.text.span import Span

_FRONT = "---\ntitle: Council sells its museum\n---\n\n"


@rule(
    "warning",
    family="lint",
    masked=False,
    bad=[
        _FRONT + "<<<!-- newslint-disable-next-line hype-adjective -->>>\n\nThe council sold its museum on Monday.\n",
        _FRONT + "<<<!-- newslint-disable-next-line no-such-rule -->>>\n\nThe council sold its museum on Monday.\n",
    ],
    good=[
        _FRONT + "The council sold its museum on Monday.\n",
        "The council sold its museum on Monday, 3 March 2025.",
    ],
    exceptions="A suppression of a rule that is not selected in this run.",
)
def unused_suppression(article: Article) -> Iterator[Hit]:
    """A suppression that silences nothing, or names a rule that does not exist.

    It stays behind when the sentence is mended, and then hides the next flaw.

    Delete it. With `require-reason` on, one without a reason is reported too.
    """
    yield from ()  # the engine alone knows what was silenced


def apply(
    article: Article,
    findings: Sequence[Finding],
    families: Mapping[str, str],
    active: Mapping[str, object],
    require_reason: bool,
) -> tuple[list[Finding], list[Finding], list[tuple[Span, str, Severity | None]]]:
    """Kept findings, silenced findings, and complaints about suppressions (source span, message, severity).

    `families` maps each known rule to its family; `active` holds the rules of this run. A bare `disable` is an error.
    """
    if not article.suppressions:
        return list(findings), [], []
    kept: list[Finding] = []
    silenced: list[Finding] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        hits = [
            (i, name)
            for i, s in enumerate(article.suppressions)
            if _covers(s, finding)
            for name in s.rules
            if name in (finding.rule, finding.family, "all")
        ]
        used.update(hits)
        (silenced if hits else kept).append(finding)
    return kept, silenced, list(_complaints(article, used, families, active, require_reason))


def _covers(suppression: Suppression, finding: Finding) -> bool:
    if suppression.scope == "file":
        return True
    if finding.scope in ("document", "corpus"):
        return False
    return suppression.covers.start <= finding.span.start < max(suppression.covers.end, suppression.covers.start + 1)


def _complaints(
    article: Article,
    used: set[tuple[int, str]],
    families: Mapping[str, str],
    active: Mapping[str, object],
    require_reason: bool,
) -> Iterator[tuple[Span, str, Severity | None]]:
    known = [*families, *set(families.values()), "all"]
    live_families = {families[name] for name in active if name in families}
    for i, s in enumerate(article.suppressions):
        if s.bare:
            yield s.span, "Name the rules that this switches off: a bare disable hides everything.", "error"
            continue
        for name in s.rules:
            if name not in known:
                yield s.span, f"There is no rule {name!r}{did_you_mean(name, known)}.", None
            elif (i, name) not in used and (name == "all" or name in active or name in live_families):
                yield s.span, f"Nothing here for {name!r} to silence. Delete the suppression.", None
        if require_reason and not s.reason:
            yield s.span, "Give the reason after “--”.", None
