"""Suppressions: what a file's own comments and front matter switch off, and which of them switch off nothing."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.errors import did_you_mean
from newslint.finding import Finding, Severity
from newslint.named import NamedTuple
from newslint.parts import Suppression
from newslint.rules import Hit, rule
from newslint.text.span import Span, covering, merged
from newslint.typed import Iterator, Mapping, Sequence

GUESSES = 20
"""Unknown names for which a file is told the nearest known one; looking for it costs milliseconds."""

_OF_THE_WHOLE = frozenset(("document", "corpus"))
"""Scopes that only a suppression of the whole file silences."""

_FRONT = "---\ntitle: Council sells its museum\n---\n\n"


@rule(
    "warning",
    family="lint",
    masked=False,
    bad=[
        _FRONT + "<<<!-- newslint-disable-next-line hype-adjective -->>>\n\nThe council sold its museum on Monday.\n",
        _FRONT + "<<<!-- newslint-disable-nextline hype-adjective -->>>\n\nThe council sold its museum on Monday.\n",
        _FRONT + "<<<!-- newslint-disable-next-line no-such-rule -->>>\n\nThe council sold its museum on Monday.\n",
    ],
    good=[
        _FRONT + "The council sold its museum on Monday.\n",
        "The council sold its museum on Monday, 3 March 2025.",
    ],
    exceptions="A suppression of a rule that is not selected in this run.",
)
def unused_suppression(article: Article) -> Iterator[Hit]:
    """A suppression that silences nothing, is misspelt, or names a rule that does not exist.

    It stays behind when the sentence is mended, and then hides the next flaw.

    Delete it. With `require-reason` on, one without a reason is reported too.
    """
    yield from ()  # the engine alone knows what was silenced


class Complaint(NamedTuple):
    """What is wrong with a suppression."""

    span: Span
    """In the source."""
    message: str
    severity: Severity | None = None
    """Where it is not that of the rule."""


def apply(
    article: Article,
    findings: Sequence[Finding],
    families: Mapping[str, str],
    active: Mapping[str, object],
    require_reason: bool,
    renamed: Mapping[str, str],
) -> tuple[list[Finding], list[Finding], list[Complaint]]:
    """Kept findings, silenced findings, and complaints about suppressions.

    `families` maps each known rule to its family; `active` holds the rules of this run; `renamed` leads from old names
    of rules, which still work, to new ones. A bare `disable` is an error.
    """
    if not article.suppressions:
        return list(findings), [], []
    directives = [s._replace(rules=tuple(renamed.get(name, name) for name in s.rules)) for s in article.suppressions]
    used, everywhere, regions = _reach(directives, findings)
    kept: list[Finding] = []
    silenced: list[Finding] = []
    for finding in findings:
        at = finding.span.start
        here = finding.scope not in _OF_THE_WHOLE
        hit = any(
            name in everywhere or (here and name in regions and covering(regions[name], at, at + 1) >= 0)
            for name in (finding.rule, finding.family, "all")
        )
        (silenced if hit else kept).append(finding)
    old = [
        Complaint(s.span, f"Rule {name!r} is now called {renamed[name]!r}.", "info")
        for s in article.suppressions
        for name in s.rules
        if name in renamed
    ]
    return kept, silenced, [*old, *_complaints(directives, used, families, active, require_reason)]


def _reach(
    suppressions: Sequence[Suppression], findings: Sequence[Finding]
) -> tuple[set[tuple[int, str]], set[str], dict[str, list[Span]]]:
    """The suppressions that silence something, each with the name that does; the names silenced in the whole file;
    where the others are silenced, by name. In one pass over each, since a file may hold thousands of both."""
    anywhere: set[str] = set()
    starts: dict[str, list[int]] = {}
    for finding in findings:
        for name in (finding.rule, finding.family, "all"):
            anywhere.add(name)
            if finding.scope not in _OF_THE_WHOLE:
                starts.setdefault(name, []).append(finding.span.start)
    for places in starts.values():
        places.sort()
    used: set[tuple[int, str]] = set()
    everywhere: set[str] = set()
    regions: dict[str, list[Span]] = {}
    for i, s in enumerate(suppressions):
        low, high = s.covers.start, max(s.covers.end, s.covers.start + 1)
        for name in s.rules:
            if s.scope == "file":
                everywhere.add(name)
                hit = name in anywhere
            else:
                regions.setdefault(name, []).append(Span(low, high))
                there = starts.get(name, [])
                first = bisect_left(there, low)
                hit = first < len(there) and there[first] < high
            if hit:
                used.add((i, name))
    return used, everywhere, {name: merged(spans) for name, spans in regions.items()}


def _complaints(
    directives: Sequence[Suppression],
    used: set[tuple[int, str]],
    families: Mapping[str, str],
    active: Mapping[str, object],
    require_reason: bool,
) -> Iterator[Complaint]:
    known = {*families, *families.values(), "all"}
    unknown: dict[str, str] = {}
    live_families = {families[name] for name in active if name in families}
    for i, s in enumerate(directives):
        if s.flaw:
            yield Complaint(s.span, s.flaw)
            continue
        if s.bare:
            yield Complaint(s.span, "Name the rules that this switches off: a bare disable hides everything.", "error")
            continue
        for name in s.rules:
            if name not in known:
                if name not in unknown:
                    unknown[name] = did_you_mean(name, sorted(known)) if len(unknown) < GUESSES else ""
                yield Complaint(s.span, f"There is no rule {name!r}{unknown[name]}.")
            elif (i, name) not in used and (name == "all" or name in active or name in live_families):
                yield Complaint(s.span, f"Nothing here for {name!r} to silence. Delete the suppression.")
        if require_reason and not s.reason:
            yield Complaint(s.span, "Give the reason, after “--” in a comment, as “reason: …” in front matter.")
