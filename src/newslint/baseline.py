"""Baselines: the flaws that were there when a repository adopted newslint, so that only new ones fail.

One entry a flaw, found again by its fingerprint, whose text is the words and not the place: edits elsewhere and moved
files do not wake it. Where the words round it were edited, an entry of the same path and rule with the same excerpt
stands in, as often as it was counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.named import NamedTuple

VERSION = 1
"""Of the file's form and of the fingerprint in it."""

EXCERPT = 60
"""Code points of each flaw that the file shows, for people."""


class Entry(NamedTuple):
    """One kind of flaw in one file, `times` times."""

    path: str
    rule: str
    fingerprint: str
    """Without the ordinal: equal flaws are counted."""
    excerpt: str
    times: int = 1
    reason: str = ""


class Match(NamedTuple):
    """What a baseline makes of the findings of one run."""

    new: list[Finding]
    known: list[Finding]
    stale: list[Entry]
    """Entries (with the count left over) for which this run found nothing, in files that it read or that are gone."""


def entries_of(findings: Iterable[Finding]) -> list[Entry]:
    """The findings as entries, sorted, equal ones counted."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for f in findings:
        counted[_path(f.path), f.rule, _print(f), _shown(f.excerpt)] += 1
    return [Entry(*key, count) for key, count in sorted(counted.items())]


def match(entries: Sequence[Entry], findings: Sequence[Finding], seen: Iterable[str]) -> Match:
    """Part the findings into known and new ones; `seen` are the paths that this run read."""
    left: dict[Entry, int] = {entry: entry.times for entry in entries}
    paths = {_path(path) for path in seen}
    exact: dict[tuple[str, str], list[Entry]] = {}
    moved: dict[str, list[Entry]] = {}
    similar: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        exact.setdefault((entry.path, entry.fingerprint), []).append(entry)
        similar.setdefault((entry.path, entry.rule, entry.excerpt), []).append(entry)
        if entry.path not in paths:
            moved.setdefault(entry.fingerprint, []).append(entry)

    def take(candidates: Iterable[Entry]) -> bool:
        for entry in candidates:
            if left[entry]:
                left[entry] -= 1
                return True
        return False

    known: set[int] = set()
    for i, f in enumerate(findings):
        if take(exact.get((_path(f.path), _print(f)), ())):
            known.add(i)
    for i, f in enumerate(findings):
        if i not in known and take(moved.get(_print(f), ())):
            known.add(i)
    for i, f in enumerate(findings):
        if i not in known and take(similar.get((_path(f.path), f.rule, _shown(f.excerpt)), ())):
            known.add(i)
    stale = [
        entry._replace(times=count)
        for entry, count in left.items()
        if count and (entry.path in paths or not Path(entry.path).exists())
    ]
    return Match(
        [f for i, f in enumerate(findings) if i not in known],
        [f for i, f in enumerate(findings) if i in known],
        stale,
    )


def updated(entries: Sequence[Entry], findings: Sequence[Finding], seen: Iterable[str]) -> list[Entry]:
    """The baseline after `update`: the files of this run as they are now, the others as they were, reasons kept."""
    paths = {_path(path) for path in seen}
    reasons = {(e.rule, e.fingerprint): e.reason for e in entries if e.reason}
    fresh = [e._replace(reason=reasons.get((e.rule, e.fingerprint), "")) for e in entries_of(findings)]
    return sorted([*(e for e in entries if e.path not in paths), *fresh])


def pruned(entries: Sequence[Entry], stale: Sequence[Entry]) -> list[Entry]:
    """The baseline without what is stale."""
    gone: Mapping[tuple[str, ...], int] = {e[:4]: e.times for e in stale}
    kept = [e._replace(times=e.times - gone.get(e[:4], 0)) for e in entries]
    return [e for e in kept if e.times > 0]


def load(path: Path) -> list[Entry]:
    """Read a baseline file. ConfigError when it is broken or of another version."""
    import json

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such baseline; make one with: newslint baseline create") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from None
    except ValueError as error:
        raise ConfigError(f"{path}: not valid JSON ({error}); make it anew with: newslint baseline create") from None
    if not isinstance(data, dict) or data.get("newslint_baseline") != VERSION:
        found = data.get("newslint_baseline") if isinstance(data, dict) else None
        cure = "make it anew with: newslint baseline create"
        raise ConfigError(f"{path}: baseline of version {found!r}, this newslint reads {VERSION}; {cure}")
    rows = data.get("entries")
    if not isinstance(rows, list):
        raise ConfigError(f"{path}: no list of entries in it; make it anew with: newslint baseline create")
    entries = []
    for n, row in enumerate(rows):
        try:
            entries.append(
                Entry(
                    row["path"],
                    row["rule"],
                    row["fingerprint"],
                    row["excerpt"],
                    int(row.get("times", 1)),
                    row.get("reason", ""),
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise ConfigError(
                f"{path}: entry {n + 1} is broken ({error!r}); make it anew with: newslint baseline create"
            ) from None
    return entries


def dump(entries: Sequence[Entry]) -> str:
    """The file's text: sorted, one entry a line, so that merges stay small."""
    import json

    def row(entry: Entry) -> str:
        kept = {k: v for k, v in entry._asdict().items() if v and not (k == "times" and v == 1)}
        return "  " + json.dumps(kept, ensure_ascii=False)

    body = ",\n".join(row(entry) for entry in sorted(entries))
    return (
        f'{{"newslint_baseline": {VERSION}, "entries": [\n{body}\n]}}\n'
        if entries
        else f'{{"newslint_baseline": {VERSION}, "entries": []}}\n'
    )


def _path(path: str) -> str:
    clean = path.replace("\\", "/")
    return clean.removeprefix("./")


def _print(finding: Finding) -> str:
    return finding.fingerprint.partition(":")[0]


def _shown(excerpt: str) -> str:
    return " ".join(excerpt.split())[:EXCERPT]
