"""What Markdown files hold besides Markdown: Hugo shortcodes, Liquid, kramdown attributes, MDX. Found to be blanked."""

from __future__ import annotations

from newslint.formats.comments import Order, order
from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span, merged
from newslint.typed import Iterator, Pattern, Sequence

REACH = 4000
"""Code points that one tag or expression may hold."""

MISSES = 200
"""Braces and tags that nothing closes, after which a file is taken for no MDX: keeps hostile text linear."""

_RAW = ("highlight", "comment", "raw", "endraw", "script", "style", "schema", "mermaid", "code")
"""Liquid and Hugo blocks whose content is not prose."""


def templated(source: str, start: int, *, mdx: bool) -> tuple[list[Span], list[Order]]:
    """Stretches from `start` on that are template and not prose, and the orders to the linter among them."""
    found: list[tuple[int, int]] = []
    orders: list[Order] = []
    if "{{" in source:
        found += _pairs(source, start, "{{", "}}")
    if "{%" in source:
        found += _blocks(source, _pairs(source, start, "{%", "%}"))
    if "{:" in source or "{." in source or "{#" in source:
        found += [match.span() for match in _attributes().finditer(source, start)]
    if "\n:::" in source:
        found += [match.span() for match in _fences().finditer(source, start)]
    if mdx:
        found += _mdx(source, start, orders)
    return merged(found), orders


def _pairs(source: str, start: int, opener: str, closer: str) -> list[tuple[int, int]]:
    """Stretches from an opener to the next closer, at most `REACH` long. Linear, whatever the text."""
    found: list[tuple[int, int]] = []
    close = -1
    at = source.find(opener, start)
    while at >= 0:
        if close < at + len(opener):
            close = source.find(closer, at + len(opener))
            if close < 0:
                break
        if close - at > REACH:
            at = source.find(opener, max(at + 1, close - REACH))
            continue
        end = close + len(closer)
        found.append((at, end))
        at = source.find(opener, end)
    return found


def _blocks(source: str, tags: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Liquid tags; of blocks like ``{% highlight %} … {% endhighlight %}`` the whole."""
    opened: tuple[int, str] | None = None
    for start, end in tags:
        words = source[start + 2 : end - 2].strip("-% ").split(None, 1)
        name = words[0] if words else ""
        if opened and name == f"end{opened[1]}":
            yield opened[0], end
            opened = None
        elif not opened and name in _RAW:
            opened = (start, name)
        yield start, end


@cache
def _attributes() -> Pattern[str]:
    return pattern(r"\{(?::|[.#][A-Za-z_-])[^{}\r\n]{0,200}\}")


@cache
def _fences() -> Pattern[str]:
    return pattern(r"(?m)^:::[^\r\n]{0,200}")


# -- MDX ---------------------------------------------------------------------------------------------------------------


@cache
def _mdx_mark() -> Pattern[str]:
    return pattern(
        r"(?m)(?P<fence>^[ \t]{0,3}(?:```+|~~~+))|(?P<tick>`+)|(?P<brace>\{)|(?P<tag></?[A-Za-z>])"
        r"|(?P<module>^(?:import|export)\b(?=[ {*\"']))|(?P<escape>\\.)"
    )


@cache
def _blank_line() -> Pattern[str]:
    return pattern(r"(?:\r\n|\r|\n)[ \t]*(?=\r|\n|\Z)")


def _mdx(source: str, start: int, orders: list[Order]) -> Iterator[tuple[int, int]]:
    """Imports, exports, JSX tags and expressions outside code."""
    mark = _mdx_mark()
    missing: set[str] = set()
    misses = 0
    match = mark.search(source, start)
    while match:
        at, end = match.span()
        kind = match.lastgroup
        if kind in ("fence", "tick"):
            run = match.group().strip()
            close = -1 if run in missing else source.find(f"\n{run}" if kind == "fence" else run, end)
            if close < 0:
                missing.add(run)
            else:
                end = close + len(run) + 1
        elif misses > MISSES and kind in ("brace", "tag"):
            pass
        elif kind == "brace":
            close = _balanced(source, at)
            misses += close < 0
            if close > 0:
                end = close
                yield from _expression(source, at, end, orders)
        elif kind == "tag":
            close = _tag_end(source, at)
            misses += close < 0
            if close > 0:
                end = close
                yield at, end
        elif kind == "module":
            blank = _blank_line().search(source, end)
            stop = blank.start() if blank else len(source)
            if _is_module(source[at : min(stop, at + 300)]):
                end = stop
                yield at, end
        match = mark.search(source, end)


def _expression(source: str, at: int, end: int, orders: list[Order]) -> Iterator[tuple[int, int]]:
    """An expression but for the words that it stands for; what it says to us as a comment goes into `orders`."""
    inner = source[at + 1 : end - 1].strip()
    if inner.startswith("/*") and (said := order(inner[2:].removesuffix("*/"), (at, end))):
        orders.append(said)
    if literal := _literal(source, at, end):
        yield at, literal.start
        yield literal.end, end
    else:
        yield at, end


def _literal(source: str, at: int, end: int) -> Span | None:
    """The words of an expression that is its own value: ``{"words"}``, ``{1966}``."""
    bare = source[at + 1 : end - 1].strip()
    low = source.index(bare, at + 1)
    if bare.replace(".", "", 1).isdigit():
        return Span(low, low + len(bare))
    quoted = len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "\"'`"
    if quoted and bare[0] not in bare[1:-1] and "\\" not in bare and "${" not in bare:
        return Span(low + 1, low + len(bare) - 1)
    return None


def _is_module(line: str) -> bool:
    return bool(
        pattern(r"import\s*(?:[\"']|[\w*{][^\r\n;]{0,250}?\bfrom\s*[\"']|\{\s*[\r\n])").match(line)
        or pattern(r"export\s+(?:const|let|var|default|function|class|async|\{|\*)").match(line)
    )


def _balanced(source: str, at: int) -> int:
    """Behind the brace that closes the one at `at`; -1 when there is none in reach. Strings are stepped over."""
    depth = 0
    place, stop = at, min(len(source), at + REACH)
    while match := _brace_or_string().search(source, place, stop):
        found, place = match.group(), match.end()
        if found == "/*":
            place = source.find("*/", place, stop) + 2
            if place < 2:
                return -1
        elif found == "{":
            depth += 1
        elif found == "}":
            depth -= 1
            if not depth:
                return place
    return -1


@cache
def _brace_or_string() -> Pattern[str]:
    return pattern(r"(?s)[{}]|/\*|\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|`[^`]{0,1000}`")


def _tag_end(source: str, at: int) -> int:
    """Behind the ``>`` of a JSX tag; -1 when this is no tag."""
    i, stop = at + 1, min(len(source), at + REACH)
    while i < stop:
        char = source[i]
        if char == ">":
            return i + 1
        if char in "\"'":
            close = source.find(char, i + 1, stop)
            if close < 0:
                return -1
            i = close
        elif char == "{":
            close = _balanced(source, i)
            if close < 0:
                return -1
            i = close - 1
        elif char == "<":
            return -1
        i += 1
    return -1


# -- what the parser sees instead --------------------------------------------------------------------------------------

_FILL = "\x01"


def stand_in(source: str, holes: Sequence[Span]) -> str:
    """A text of the same length for a parser that counts bytes, with the holes blanked.

    A letter stands for each letter beyond ASCII, a quotation mark for every other sign there.
    """
    shape = source
    if not source.isascii():
        signs, letters = _beyond_ascii()
        shape = letters.sub("a", signs.sub('"', source))
    return _blanked(shape, holes) if holes else shape


@cache
def _beyond_ascii() -> tuple[Pattern[str], Pattern[str]]:
    return pattern(r"[^\x00-\x7f\w]"), pattern(r"[^\x00-\x7f]")


def _blanked(shape: str, spans: Sequence[Span]) -> str:
    """The text with the spans blanked, as long as before.

    Lines of nothing else become empty. Elsewhere letters stand in, since spaces would make code of an indented line.
    """
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [shape[at:start], _inked().sub(_FILL, shape[start:end])]
        at = end
    pieces.append(shape[at:])
    filled = _filled_line().sub(lambda match: " " * len(match.group()), "".join(pieces))
    return filled.replace(_FILL, "a")


@cache
def _inked() -> Pattern[str]:
    return pattern(r"[^\r\n]")


@cache
def _filled_line() -> Pattern[str]:
    return pattern(r"(?m)^[ \t]*\x01[\x01 \t]*(?=[\r\n]|\Z)")
