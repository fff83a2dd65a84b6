"""Suppressions: what the comments of a file say to the linter, in every format's clothes."""

from __future__ import annotations

from newslint.errors import did_you_mean
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import Suppression
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.text.words import by_word
from newslint.typed import Iterable, Iterator, Pattern, Sequence

WORDS = ("disable-next-line", "disable-file", "disable", "enable")
MARK = "#newslint:"
"""Begins a line of plain text that is an order."""


class Order(NamedTuple):
    """One order to the linter: ``disable-next-line``, ``disable``, ``enable`` or ``disable-file``."""

    span: Span
    """The whole comment, in source offsets."""
    word: str
    """Empty where it is none of them."""
    rules: tuple[str, ...]
    reason: str
    flaw: str = ""
    """What is wrong with the word."""


@cache
def _order() -> Pattern[str]:
    return pattern(
        r"(?s)\s*(newslint-)?(disable-next-line|disable-file|disable|enable)(?![\w-])([^\r\n]{0,2000})"
        r"|\s*newslint(?!\w)[\s:-]{0,20}([\w-]{0,40})"
    )


@cache
def _maker() -> Pattern[str]:
    return pattern(
        r"\s*(?:[Cc]reated|[Dd]rafted|[Gg]enerated|[Mm]ade|[Pp]roduced|[Ww]ritten) (?:by|from|using|with) [^\n]{0,40}?"
        r"\b(?:AI|LLM|[Aa]rtificial [Ii]ntelligence|[Ll]anguage [Mm]odel|ChatGPT|Claude|Copilot|Gemini|GPT|OpenAI)\b"
    )


def names_a_model(words: str) -> bool:
    """The comment says that a model wrote the text, which no template and no editor's mark does: it is left over.

    (Names of models: those of the lexicon `maker-notes`, which finds it in the prose.)
    """
    return _maker().match(words) is not None


def order(words: str, span: tuple[int, int], *, bare: bool = False) -> Order | None:
    """The order in the words of a comment (without its marks), or None when they are no order.

    `bare`: the mark has said that newslint is meant, which otherwise the first word says.
    A comment that speaks to newslint and says no known word is an order with a flaw.
    """
    match = _order().match(words)
    if not match:
        return None
    if match[2] is None:
        return Order(Span(*span), "", (), "", _no_order(match[4]))
    if not (match[1] or bare):
        return None
    names, _, reason = match[3].partition("--")
    return Order(Span(*span), match[2], tuple(names.replace(",", " ").split()), reason.strip())


def line_order(line: str, start: int) -> Order | None:
    """The order that a line or paragraph of plain text is, or None. `start`: of the line, in source offsets."""
    bare = line.strip()
    where = start + len(line) - len(line.lstrip())
    span = (where, where + len(bare))
    if bare.startswith("<!--") and bare.endswith("-->"):
        return order(bare[4:-3], span)
    if bare.startswith("# newslint:"):  # as in code
        bare = bare.replace(" ", "", 1)
    if not bare.startswith(MARK):
        return None
    words = bare[len(MARK) :]
    said = order(words, span, bare=True)
    if said is None and (first := words[:80].split(None, 1)[:1]) and _near(first[0][:40]):
        return Order(Span(*span), "", (), "", _no_order(first[0][:40]))  # another line is a hashtag
    return said


@by_word
def _near(word: str) -> str:
    # Never an order wider than the one meant: of lines, `disable-line` names one, and looks like `disable-file`.
    narrow = "f" not in word or "line" in word
    return did_you_mean(word, [known for known in WORDS if known != "disable-file"] if narrow else WORDS)


def _no_order(word: str) -> str:
    if word in WORDS:
        return f"This switches nothing: write newslint-{word}."
    near = _near(word) or f"; there are {', '.join(WORDS)}"
    block = ", and that covers the whole next block" if "disable-next-line" in near and "line" in word else ""
    return f"There is no order {word!r} to newslint{near}{block}."


def suppressions(orders: Sequence[Order], blocks: Iterable[tuple[int, int]], length: int) -> tuple[Suppression, ...]:
    """What the orders cover. `blocks`: source spans of the article's blocks in order; `length`: of the source."""
    if not orders:
        return ()
    found: list[Suppression] = []
    running: dict[str, list[int]] = {}  # the orders that switched a rule off, by rule, until it is switched on again
    spans = sorted(blocks)
    at = 0
    sound = True  # no order so far that switched nothing off, whose end is no second flaw
    for n, given in enumerate(orders):
        if given.flaw:
            found.append(_faulty(given, given.flaw))
            sound = False
        elif given.word == "enable":
            idle = [rule for rule in given.rules or running or ("anything",) if rule not in running]
            found += _ended(orders, running, given.rules or tuple(running), given.span.start)
            if idle and sound:
                found.append(_faulty(given, f"Nothing above switches {', '.join(idle[:5])} off. Delete the order."))
        elif not given.rules:
            sound = False
            found.append(
                Suppression((), given.span, "region", Span(given.span.end, given.span.end), given.reason, True)
            )
        elif given.word == "disable":
            for rule in dict.fromkeys(given.rules):
                running.setdefault(rule, []).append(n)
        elif given.word == "disable-file":
            found.append(Suppression(given.rules, given.span, "file", Span(0, length), given.reason))
        else:
            while at < len(spans) and spans[at][1] <= given.span.end:
                at += 1
            covers = Span(*spans[at]) if at < len(spans) else Span(given.span.end, given.span.end)
            found.append(Suppression(given.rules, given.span, "next-block", covers, given.reason))
    found += _ended(orders, running, tuple(running), length)
    return tuple(sorted(found, key=lambda s: s.span))


def _faulty(given: Order, flaw: str) -> Suppression:
    return Suppression((), given.span, "region", Span(given.span.end, given.span.end), given.reason, flaw=flaw)


def _ended(
    orders: Sequence[Order], running: dict[str, list[int]], rules: Iterable[str], end: int
) -> Iterator[Suppression]:
    """What was switched off until `end`, as one suppression for each order."""
    ended: dict[int, list[str]] = {}
    for rule in rules:
        for n in running.pop(rule, ()):
            ended.setdefault(n, []).append(rule)
    for n, names in ended.items():
        opener = orders[n]
        yield Suppression(tuple(names), opener.span, "region", Span(opener.span.end, end), opener.reason)
