"""Baselines: the flaws that were there when a repository adopted newslint, so that only new ones fail.

One entry a flaw, found again by its fingerprint, whose text is the words and not the place: edits elsewhere and moved
files do not wake it. Where the words round it were edited, an entry of the same path and rule with the same excerpt
stands in, as often as it was counted.
"""

from __future__ import annotations

from collections import Counter, deque
from itertools import groupby
from pathlib import Path

from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.named import NamedTuple
from newslint.typed import Any, Callable, Iterable, Mapping, Sequence

VERSION = 1
"""Of the file's form and of the fingerprint in it."""

EXCERPT = 60
"""Code points of each flaw that the file shows, for people."""

_WHOLE = frozenset(("document", "corpus"))
"""Scopes of findings that are named by their rule and not by words of their article."""


class Entry(NamedTuple):
    """One kind of flaw in one file, `times` times."""

    path: str
    rule: str
    fingerprint: str
    """Without the ordinal: equal flaws are counted."""
    excerpt: str
    times: int = 1
    reason: str = ""
    record: int | None = None
    """The index of the record, in a file of many articles."""


class Match(NamedTuple):
    """What a baseline makes of the findings of one run."""

    new: list[Finding]
    known: list[Finding]
    stale: list[Entry]
    """Entries (with the count left over) for which this run found nothing, in files that it read or that are gone."""


def entries_of(findings: Iterable[Finding]) -> list[Entry]:
    """The findings as entries, sorted, equal ones counted."""
    counted: Counter[Entry] = Counter()
    for f in findings:
        counted[Entry(_path(f.path), f.rule, _print(f), _shown(f.excerpt), record=f.record)] += 1
    return sorted((entry._replace(times=count) for entry, count in counted.items()), key=_order)


class CrossedOff:
    """The entries of a baseline, crossed off while a run goes from file to file."""

    def __init__(self, entries: Sequence[Entry], seen: Iterable[str]) -> None:
        """`seen`: the paths that the run reads; entries of other paths may have moved to one of them."""
        paths = {_path(path) for path in seen}
        self._left: dict[Entry, int] = {entry: entry.times for entry in entries}
        self._exact: dict[tuple[str, int | None, str], deque[Entry]] = {}
        self._elsewhere: dict[tuple[str, str], deque[Entry]] = {}
        self._moved: dict[str, deque[Entry]] = {}
        self._similar: dict[tuple[str, int | None, str, str], deque[Entry]] = {}
        for entry in entries:
            self._exact.setdefault((entry.path, entry.record, entry.fingerprint), deque()).append(entry)
            self._similar.setdefault((entry.path, entry.record, entry.rule, entry.excerpt), deque()).append(entry)
            if entry.record is not None:
                self._elsewhere.setdefault((entry.path, entry.fingerprint), deque()).append(entry)
            if entry.path not in paths:
                self._moved.setdefault(entry.fingerprint, deque()).append(entry)

    def parted(self, findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The new and the known ones of the findings of one article."""
        known: set[int] = set()

        def cross_off(candidates: Callable[[Finding], deque[Entry] | None]) -> None:
            for i, f in enumerate(findings):
                if i not in known and self._take(candidates(f)):
                    known.add(i)

        cross_off(lambda f: self._exact.get((_path(f.path), f.record, _print(f))))
        cross_off(lambda f: self._moved.get(_print(f)))
        cross_off(lambda f: self._similar.get((_path(f.path), f.record, f.rule, _shown(f.excerpt))))
        if any(f.record is not None for f in findings):  # records move when one is put before them
            cross_off(lambda f: None if f.scope in _WHOLE else self._elsewhere.get((_path(f.path), _print(f))))
        return (
            [f for i, f in enumerate(findings) if i not in known],
            [f for i, f in enumerate(findings) if i in known],
        )

    def _take(self, candidates: deque[Entry] | None) -> bool:
        """Cross off the first of the entries that is left."""
        while candidates:
            if self._left[candidates[0]]:
                self._left[candidates[0]] -= 1
                return True
            candidates.popleft()
        return False

    def stale(self, read: Iterable[str]) -> list[Entry]:
        """What is left of files that were read or are gone."""
        paths = {_path(path) for path in read}
        return [
            entry._replace(times=count)
            for entry, count in self._left.items()
            if count and (entry.path in paths or not Path(entry.path).exists())
        ]


def match(entries: Sequence[Entry], findings: Sequence[Finding], seen: Sequence[str]) -> Match:
    """Part the findings of a whole run into known and new ones; `seen` are the paths that it read."""
    crossed_off = CrossedOff(entries, seen)
    new: list[Finding] = []
    known: list[Finding] = []
    for _, of_article in groupby(findings, key=lambda f: (f.path, f.record)):
        fresh, old = crossed_off.parted(list(of_article))
        new += fresh
        known += old
    return Match(new, known, crossed_off.stale(seen))


def updated(entries: Sequence[Entry], findings: Sequence[Finding], seen: Iterable[str]) -> list[Entry]:
    """The baseline after `update`: the files of this run as they are now, the others as they were, reasons kept."""
    paths = {_path(path) for path in seen}
    reasons = {(e.rule, e.fingerprint): e.reason for e in entries if e.reason}
    fresh = [e._replace(reason=reasons.get((e.rule, e.fingerprint), "")) for e in entries_of(findings)]
    return sorted([*(e for e in entries if e.path not in paths), *fresh], key=_order)


def pruned(entries: Sequence[Entry], stale: Sequence[Entry]) -> list[Entry]:
    """The baseline without what is stale."""
    gone = {_name(e): e.times for e in stale}
    kept = [e._replace(times=e.times - gone.get(_name(e), 0)) for e in entries]
    return [e for e in kept if e.times > 0]


def load(path: Path, renamed: Mapping[str, str] | None = None) -> list[Entry]:
    """Read a baseline file; rules that were `renamed` since (old name to new) have their new name. ConfigError when it
    is broken or of another version."""
    import json

    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path}: no such baseline; make one with: newslint baseline create") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read ({error})") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid JSON ({error}); make it anew with: newslint baseline create") from None
    cure = "make it anew with: newslint baseline create"
    if not isinstance(data, dict) or "newslint_baseline" not in data:
        raise ConfigError(f"{path}: no baseline of newslint; {cure}")
    if data["newslint_baseline"] != VERSION:
        found = data["newslint_baseline"]
        raise ConfigError(f"{path}: baseline of version {found!r}, this newslint reads {VERSION}; {cure}")
    rows = data.get("entries")
    if not isinstance(rows, list):
        raise ConfigError(f"{path}: no list of entries in it; {cure}")
    entries = []
    for n, row in enumerate(rows):
        try:
            entry = _entry(row)
        except (KeyError, TypeError, AttributeError) as error:
            raise ConfigError(
                f"{path}: entry {n + 1} is broken ({error!r}); make it anew with: newslint baseline create"
            ) from None
        entries.append(entry._replace(rule=(renamed or {}).get(entry.rule, entry.rule)))
    return entries


def _entry(row: Any) -> Entry:
    """A row of the file. KeyError, TypeError or AttributeError when something else stands there."""
    path, rule, fingerprint, excerpt = (row[key] for key in ("path", "rule", "fingerprint", "excerpt"))
    times, reason, record = row.get("times", 1), row.get("reason", ""), row.get("record")
    texts = (path, rule, fingerprint, excerpt, reason)
    counts = type(times) is int and times > 0 and (record is None or type(record) is int)  # true is no number
    if not counts or not all(isinstance(text, str) for text in texts):
        raise TypeError("texts and a number of times are wanted")
    return Entry(path, rule, fingerprint, excerpt, times, reason, record)


def dump(entries: Sequence[Entry]) -> str:
    """The file's text: sorted, one entry a line, so that merges stay small."""
    import json

    def row(entry: Entry) -> str:
        kept = {k: v for k, v in entry._asdict().items() if v not in ("", None) and not (k == "times" and v == 1)}
        return "  " + json.dumps(kept, ensure_ascii=False)

    body = ",\n".join(row(entry) for entry in sorted(entries, key=_order))
    return (
        f'{{"newslint_baseline": {VERSION}, "entries": [\n{body}\n]}}\n'
        if entries
        else f'{{"newslint_baseline": {VERSION}, "entries": []}}\n'
    )


def _name(entry: Entry) -> tuple[str, str, str, str, int | None]:
    return *entry[:4], entry.record


def _order(entry: Entry) -> tuple[str, int, Entry]:
    return entry.path, -1 if entry.record is None else entry.record, entry._replace(record=None)


def _path(path: str) -> str:
    clean = path.replace("\\", "/")
    return clean.removeprefix("./")


def _print(finding: Finding) -> str:
    return finding.fingerprint.partition(":")[0]


def _shown(excerpt: str) -> str:
    return " ".join(excerpt.split())[:EXCERPT]
