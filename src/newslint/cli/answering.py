"""The work of ``newslint why``: what was met at a place, and what became of it, for people or as JSON."""

from __future__ import annotations

import os
import re
import sys
from textwrap import fill

from newslint import baseline
from newslint.article import Article, line_starts
from newslint.cli.backing import backing_of, in_words
from newslint.cli.gate import baseline_file
from newslint.cli.given import request_of
from newslint.cli.terminal import wants_color, width
from newslint.config.off import is_graded, why_off
from newslint.config.selection import Policy
from newslint.doubt import DOUBTED_AT
from newslint.engine import Crash
from newslint.errors import ConfigError, InputError, NewslintError, UsageError, did_you_mean
from newslint.inquiry import Inquiry, Note, asleep, inquire, places_of_entries, weighed
from newslint.named import NamedTuple
from newslint.reporters import SCHEMA_VERSION
from newslint.reporters.json import finding_row
from newslint.reporters.summary import painted, severity_color, visible
from newslint.run import Session, files, inputs
from newslint.run.linting import settings
from newslint.text.span import Span
from newslint.typed import Any, Callable, Iterator, Mapping, Sequence

_PLACE = re.compile(r"(.+?):(\d+)(?::(\d+))?", re.S)
_OF_PATTERN = re.compile(r".*#\d+")
"""The lexicon of the words that a pattern starts from; that a pattern does not match is worth a line when its rule is
asked for."""
_SPOKEN = ("said", "listed")
_SILENT = ("folded", "doubtful", "pardoned", "masked", "suppressed", "baseline", "off")
_LEFT = ("left",)


class Answer(NamedTuple):
    """What to tell whoever asks."""

    lines: Iterator[str]
    notes: list[str]
    """For stderr."""
    crashes: tuple[Crash, ...]


def answer(place: str, rule: str | None, output_format: str, given: Mapping[str, Any]) -> Answer:
    """UsageError or InputError when the place is none in an article."""
    session = Session(request_of(given))
    path, line, column = _parsed(place)
    article, at = _found(session, path, line, column)
    policy = session.policy(article.path)
    rule = rule and _known(policy, rule)
    inquiry = _inquiry(session, article, rule, given)
    passages = list(_passages(article, at, inquiry, rule))
    places = places_of_entries(policy.catalog)
    broken = {crash.rule for crash in inquiry.crashes}

    def entry_of(note: Note) -> str:
        entry = places.of(article, *note.met) if note.met else ""
        return entry.removeprefix(f"{os.getcwd()}{os.sep}")

    def lines() -> Iterator[str]:
        if not passages:
            yield f"{place}: nothing of the article stands here"
        for passage in passages:
            yield from _told(article, passage, entry_of, wants_color(given["color"], sys.stdout))
        if passages:
            yield f"The article is {'' if inquiry.standing.doubted else 'not '}doubted: {weighed(inquiry.standing)}."
        for reason in inquiry.skipped:
            yield f"Left out: {reason}"
        if rule and rule not in broken and not any(passage.notes for passage in passages):
            missing = ", ".join(asleep(article, policy.catalog.rules[rule]))
            yield f"{rule} sleeps: the article has none of {missing}" if missing else f"{rule} met nothing here"

    if output_format == "json":
        from json import dumps

        row = {
            "schema_version": SCHEMA_VERSION, "path": article.path, "record": article.record,
            "errors": [crash.told for crash in inquiry.crashes], "article": _standing(inquiry),
            "passages": [_row(article, passage, entry_of) for passage in passages],
        }  # fmt: skip
        told = iter([dumps(row, ensure_ascii=False, indent=1)])
    else:
        told = lines()
    ignored = f"{place}: columns do not count in records; all of line {line} is meant"
    # Column 1 is what the reports print of a record: nobody means more by it than the line.
    return Answer(told, [ignored] if column > 1 and article.fields else [], inquiry.crashes)


# -- the place ---------------------------------------------------------------------------------------------------------


def _parsed(place: str) -> tuple[str, int, int]:
    """Path, line and column; the column is 0 where none is given."""
    match = _PLACE.fullmatch(place)
    if not match:
        raise UsageError(f"{place!r} names no line; write PATH:LINE or PATH:LINE:COL")
    if match[3] and not int(match[3]):
        raise InputError(f"{place}: no such column; the first one is 1")
    return match[1], int(match[2]), int(match[3] or 0)


def _found(session: Session, path: str, line: int, column: int) -> tuple[Article, list[Span]]:
    """The article, and the stretches of its source that the place means."""
    [name, *more] = files(session, [path])
    if isinstance(name, NewslintError):
        raise name
    if more:
        raise UsageError(f"{path}: names several articles; name one")
    for article in inputs.articles(session, name):
        if isinstance(article, NewslintError):
            raise article
        if not article.fields:
            return article, [_stretch(article, line, column)]
        fields = [Span(field.start, field.end) for field in article.fields if field.line == line]
        if fields:
            return article, fields
    raise InputError(f"{path}:{line}: no article has a field that begins in this line")


def _stretch(article: Article, line: int, column: int) -> Span:
    starts = [*line_starts(article.source), len(article.source)]
    if not 0 < line < len(starts):
        raise InputError(f"{article.path}:{line}: no such line; the last one is {len(starts) - 1}")
    start, end = starts[line - 1], starts[line]
    if column > max(1, end - start):
        raise InputError(f"{article.path}:{line}:{column}: no such column; the last one is {max(1, end - start)}")
    return Span(start + column - 1, start + column) if column else Span(start, max(end, start + 1))


def _known(policy: Policy, name: str) -> str:
    name = policy.catalog.renamed.get(name, name)
    if name not in policy.catalog.rules:
        near = did_you_mean(name, list(policy.catalog.rules))
        raise ConfigError(f"unknown rule {name!r}{near or '; “newslint rules” lists them'}")
    return name


# -- the answer --------------------------------------------------------------------------------------------------------


class _Passage(NamedTuple):
    """A sentence, or a heading, or what is no prose at all."""

    sentence: int
    """Its index; -1 for what is none."""
    text: str
    at: Span
    notes: list[Note]


def _inquiry(session: Session, article: Article, rule: str | None, given: Mapping[str, Any]) -> Inquiry:
    policy = session.policy(article.path)
    choice = session.choice(article.path, article.meta.type)
    file = baseline_file(given, session)
    entries = baseline.load(file, policy.catalog.renamed) if file else []
    off: dict[str, str] = {}
    for name, row in policy.catalog.rules.items():
        if (name not in choice.rules or article.meta.type in row.not_types) and row.family != "corpus":
            why = why_off(policy, article.path, article.meta.type, name)
            if why or name == rule:  # a rule that is off by default is worth a line when it is asked for
                off[name] = why or f"off by default; --extend-select {name} asks for it"
    set_by = {
        name: f"the profile {choice.profile!r} makes it {level}"
        for name, level in choice.rules.items()
        if level != policy.catalog.rules[name].severity and not is_graded(policy, article.path, name)
    }
    return inquire(article, policy.catalog, settings(choice), entries, off, set_by)


def _passages(article: Article, stretches: Sequence[Span], inquiry: Inquiry, rule: str | None) -> Iterator[_Passage]:
    notes = [
        note
        for note in inquiry.notes
        if (rule and note.finding.rule == rule) or (not rule and not (note.met and _OF_PATTERN.fullmatch(note.met[0])))
    ]
    told: set[int] = set()
    for index, span in _pieces(article):
        at = article.to_source(span)
        if any(_meet(at, stretch) for stretch in stretches):
            here = [note for note in notes if _meet(note.at, at)]
            told.update(map(id, here))
            yield _Passage(index, article.one_line(span), at, here)
    for stretch in stretches:  # what is said of a comment, or of front matter
        rest = [note for note in notes if id(note) not in told and _meet(note.at, stretch)]
        if rest:
            yield _Passage(-1, "", stretch, rest)


def _pieces(article: Article) -> Iterator[tuple[int, Span]]:
    """Sentences with their indexes, and blocks that have none, in order."""
    index = 0
    for i, block in enumerate(article.blocks):
        sentences = article.sentences_of(i)
        if not sentences:
            yield -1, block.span
        for sentence in sentences:
            yield index, sentence.span
            index += 1


def _meet(one: Span, other: Span) -> bool:
    """Whether they overlap; an empty one is a place."""
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)


# -- output ------------------------------------------------------------------------------------------------------------


def _standing(inquiry: Inquiry) -> dict[str, Any]:
    standing = inquiry.standing
    return {
        "doubted": standing.doubted, "weight": round(standing.weight, 2), "doubted_at": DOUBTED_AT,
        "sober": standing.sober, "own_voice": standing.own, "skipped": list(inquiry.skipped),
    }  # fmt: skip


def _row(article: Article, passage: _Passage, entry_of: Callable[[Note], str]) -> dict[str, Any]:
    backing = backing_of(article, passage.sentence) if passage.sentence >= 0 else {}
    return {
        "start": passage.at.start, "end": passage.at.end, "text": passage.text, **backing,
        "notes": [
            {"state": note.state, "why": note.why, "by": note.by or None, "entry": entry_of(note) or None}
            | finding_row(note.finding)
            for note in passage.notes
        ],
    }  # fmt: skip


def _told(article: Article, passage: _Passage, entry_of: Callable[[Note], str], color: bool) -> Iterator[str]:
    columns = min(width(), 96)
    head = f"{_place_of(article, passage.at.start)}" + f" “{passage.text}”" * bool(passage.text)
    yield fill(painted(visible(head), "bold", color), columns, subsequent_indent="  ")
    if passage.sentence >= 0:
        yield f"  {in_words(backing_of(article, passage.sentence))}"
    for title, states in (("Said", _SPOKEN), ("Not said", _SILENT), ("Met and left alone", _LEFT)):
        notes = sorted([note for note in passage.notes if note.state in states], key=lambda note: note.at)
        if notes:
            yield f"  {title}:"
        for note in notes:
            text = _line(note, entry_of(note), color)
            yield fill(text, columns, initial_indent="    ", subsequent_indent="      ")


def _place_of(article: Article, offset: int) -> str:
    line, column = article.position(offset)
    if not article.fields:
        return f"{article.path}:{line}:{column}"
    field = article.field_at(offset)
    return f"{article.path}:{max(1, field.line)} [{field.pointer}]"


def _line(note: Note, entry: str, color: bool) -> str:
    f = note.finding
    rule = painted(f.rule, "bold", color)
    if note.state in _SPOKEN:
        others = ", ".join(dict.fromkeys(other.rule for other in f.also))
        asides = "; ".join(filter(None, (note.why, others and f"speaks for {others}")))
        severity = painted(f.severity, severity_color(f.severity), color)
        return f"{f.line}:{f.column} {severity} {rule}: {visible(f.message)}" + f" ({asides})" * bool(asides)
    words = visible(" ".join(f.excerpt.split()))
    lexicon = f" of {note.met[0]}" if note.met and note.met[0].partition("#")[0] != f.rule else ""
    hint = f"hint “{visible(f.message)}”" if note.met and f.message else ""
    asides = "; ".join(filter(None, (entry, hint)))
    return f"{f.line}:{f.column} {rule} “{words}”{lexicon}: {note.why}" + f" ({asides})" * bool(asides)
