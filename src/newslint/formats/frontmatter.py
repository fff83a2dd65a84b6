"""Front matter: YAML, TOML or JSON at the very start of a Markdown file, with the place of every value.

Most front matter is a list of ``key: value`` lines, read here; anything richer is left to PyYAML, tomllib and json.
What the keys mean is in `frontkeys`.
"""

from __future__ import annotations

from newslint.errors import InputError
from newslint.formats.nested import too_much
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Any, Mapping, Pattern

_TOLD = ("summary", "description", "text", "content", "excerpt")
_SENTENCE = 8
"""Spaces in a value from which it is a sentence."""

LONGEST_NUMBER = 1000
"""Digits; Python refuses to read numbers of more than 4,300."""


class FrontMatter(NamedTuple):
    """What stands before the body. Offsets are source code points."""

    values: Mapping[str, Any]
    spans: Mapping[str, Span]
    """Where each top-level value stands, without its quotes where it has simple ones."""
    body: int
    """Where the body starts."""
    told: tuple[tuple[str, Span], ...] = ()
    """Summaries of a list of stories (``stories: [{title: …, summary: …}]``), each with its place."""


def front_matter(source: str, path: str) -> FrontMatter | None:
    """The file's front matter, or None. InputError with file, line and cure when it is broken."""
    if source.startswith(("---\n", "---\r", "--- ", "---\t")):
        return _fenced(source, path, "---")
    if source.startswith(("+++\n", "+++\r")):
        return _fenced(source, path, "+++")
    if source.startswith("{") and source[1:40].lstrip()[:1] in ('"', "}"):
        return _json(source, path)
    return None


def _fenced(source: str, path: str, fence: str) -> FrontMatter | None:
    closing = _closing(fence).search(source, len(fence))
    start = source.find("\n") + 1 or source.find("\r") + 1
    if not closing:
        if fence == "+++" or _has_key(source[start : start + 200]):
            raise InputError(f"{path}:1: the front matter is never closed; add a line {fence} below it")
        return None
    if fence == "---" and source[3:start].strip():
        return None
    end = closing.start(1)
    text = source[start:end]
    if fence == "---" and text.strip() and not _has_key(text):
        return None  # two thematic breaks
    if fence == "+++":
        return FrontMatter(*_toml(text, start, path), closing.end())
    if simple := _simple_yaml(text, start):
        return FrontMatter(*simple, closing.end())
    values, spans, told = _yaml(text, start, path)
    return FrontMatter(values, spans, closing.end(), told)


@cache
def _closing(fence: str) -> Pattern[str]:
    ends = r"(?:---|\.\.\.)" if fence == "---" else r"\+\+\+"
    return pattern(rf"(?:\r\n|\r|\n)({ends}[ \t]*(?=[\r\n]|\Z)(?:\r\n|\r|\n)?)")


@cache
def _key() -> Pattern[str]:
    return pattern(r"([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+|$)")


def _has_key(text: str) -> bool:
    return bool(pattern(r"(?m)^[\"']?[A-Za-z_][\w.-]*[\"']?[ \t]*:(?:\s|$)").search(text))


def _simple_yaml(text: str, base: int) -> tuple[dict[str, Any], dict[str, Span]] | None:
    """Flat keys with plain or quoted values and lists of such; None when there is anything else."""
    values: dict[str, Any] = {}
    spans: dict[str, Span] = {}
    at = 0
    listed = ""
    for line in text.splitlines(keepends=True) if text.isascii() else pattern(r"(?<=\n)|(?<=\r)(?!\n)").split(text):
        offset, at = at, at + len(line)
        bare = line.strip()
        if not bare or bare[0] == "#":
            continue
        if listed and bare.startswith("- ") and ":" not in bare:
            item = _scalar(bare[2:].strip())
            if item is None:
                return None
            values[listed] = values[listed] or []
            values[listed].append(item[0])
            spans[listed] = Span(min(spans[listed].start, base + offset), base + offset + len(line.rstrip()))
            continue
        match = _key().match(line.rstrip())
        if not match or match[1] in values:
            return None
        raw = line.rstrip()[match.end() :]
        start = base + offset + match.end()
        listed = ""
        if not raw:
            listed = match[1]
            values[listed] = None
            spans[listed] = Span(start, start)
            continue
        if raw[0] == "[":
            row = _flow_list(raw)
            if row is None:
                return None
            values[match[1]], spans[match[1]] = row, Span(start, start + len(raw))
            continue
        scalar = _scalar(raw)
        if scalar is None:
            return None
        values[match[1]] = scalar[0]
        spans[match[1]] = Span(start + scalar[1], start + len(raw) - scalar[1])
    return values, spans


def _scalar(raw: str) -> tuple[Any, int] | None:
    """A value of one line and the width of its quotes; None when only a YAML parser can tell."""
    first = raw[0]
    if first in "\"'":
        inner = raw[1:-1]
        if len(raw) < 2 or raw[-1] != first or first in inner or (first == '"' and "\\" in inner):
            return None
        return inner, 1
    if first in "&*!|>%@`{}[],?#-" or ": " in raw or " #" in raw or raw[-1] == ":":
        return None
    low = raw.lower()
    if low in ("true", "false", "yes", "no", "on", "off"):
        return low in ("true", "yes", "on"), 0
    if low in ("null", "~"):
        return None, 0
    whole = raw.isdecimal() and (raw[0] != "0" or raw == "0") and len(raw) < LONGEST_NUMBER
    return (int(raw), 0) if whole else (raw, 0)


def _flow_list(raw: str) -> list[Any] | None:
    inner = raw[1:-1].strip()
    if raw[-1] != "]" or "[" in inner or "{" in inner:
        return None
    items = [item.strip() for item in inner.split(",")] if inner else []
    out = [_scalar(item) if item else None for item in items]
    return None if None in out else [item[0] for item in out if item]


def _yaml(text: str, base: int, path: str) -> tuple[dict[str, Any], dict[str, Span], tuple[tuple[str, Span], ...]]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        values = yaml.load(text, loader)
        node = yaml.compose(text, loader)
    except yaml.MarkedYAMLError as error:
        # Of a quotation mark that is never closed the parser's problem is the end; the mark is the context.
        endless = "end of stream" in (error.problem or "")
        mark = (endless and error.context_mark) or error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        said = (error.problem or error.context or "it cannot be read").strip()
        raise InputError(
            f"{path}:{line}: the front matter is not YAML ({said}); put values with a colon or quotes in quotes"
        ) from None
    except Exception as error:  # PyYAML throws whatever a tag's value makes it stumble over
        raise InputError(f"{path}:1: the front matter is not YAML ({_first_line(error)}); mend it") from None
    if values is None:
        return {}, {}, ()
    _refuse(too_much(values), path)
    if not isinstance(values, dict):
        raise InputError(f"{path}:2: the front matter is no list of keys; write `title: …`")
    spans: dict[str, Span] = {}
    told: list[tuple[str, Span]] = []
    for key, value in node.value if node else ():
        spans[str(key.value)] = _span_of(value, text, base)
        for item in value.value if value.id == "sequence" else ():
            for name, said in item.value if item.id == "mapping" else ():
                if name.value in _TOLD and said.id == "scalar" and said.value.count(" ") >= _SENTENCE:
                    told.append((said.value, _span_of(said, text, base)))
    return {str(key): value for key, value in values.items()}, spans, tuple(told)


def _span_of(node: Any, text: str, base: int) -> Span:
    """Where the value stands, without its quotes where it has simple ones."""
    low, high = node.start_mark.index, node.end_mark.index
    if getattr(node, "style", None) in ("'", '"') and node.value == text[low + 1 : high - 1]:
        low, high = low + 1, high - 1
    return Span(base + low, base + low + len(text[low:high].rstrip()))


def _toml(text: str, base: int, path: str) -> tuple[dict[str, Any], dict[str, Span]]:
    import tomllib

    text = pattern(r"\r(?!\n)").sub("\n", text)  # no line end of TOML's, but one of ours
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        line = pattern(r"at line (\d+)").search(said)
        where = int(line[1]) + 1 if line else 1
        raise InputError(
            f'{path}:{where}: the front matter is not TOML ({said.partition(" (at")[0]}); write `title = "…"`'
        ) from None
    except (ValueError, RecursionError) as error:  # a number or a nest beyond what Python reads
        raise InputError(f"{path}:1: the front matter is not TOML ({_first_line(error)}); mend it") from None
    _refuse(too_much(values), path)
    spans: dict[str, Span] = {}
    for match in pattern(r"(?m)^[ \t]*\"?([\w.-]+)\"?[ \t]*=[ \t]*([^\r\n]*)").finditer(text):
        raw = match[2].rstrip()
        if match[1] in values and match[1] not in spans:
            spans[match[1]] = _unquoted(base + match.start(2), raw, values[match[1]])
    return values, spans


def _json(source: str, path: str) -> FrontMatter | None:
    import json

    try:
        values, end = json.JSONDecoder().raw_decode(source)
    except (ValueError, RecursionError) as error:
        line, said = getattr(error, "lineno", 1), getattr(error, "msg", "") or _first_line(error)
        raise InputError(f"{path}:{line}: the front matter is not JSON ({said}); close it or mend it") from None
    _refuse(too_much(values), path)
    spans: dict[str, Span] = {}
    for match in pattern(r"\"([\w.-]+)\"\s{0,99}:\s{0,99}(\"(?:[^\"\\]|\\.)*\"|[^\s,\]}]+)").finditer(source[:end]):
        if match[1] in values and match[1] not in spans:
            spans[match[1]] = _unquoted(match.start(2), match[2], values[match[1]])
    return FrontMatter(values, spans, end)


def _refuse(why: str, path: str) -> None:
    if why:
        raise InputError(f"{path}:1: the front matter cannot be used ({why}); write out what the article needs")


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:200]


def _unquoted(start: int, raw: str, value: object) -> Span:
    if len(raw) >= 2 and raw[0] in "\"'" and raw[1:-1] == value:
        return Span(start + 1, start + len(raw) - 1)
    return Span(start, start + len(raw))
