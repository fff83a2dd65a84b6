"""A rule is a value. A decorated function, a YAML pack and a plug-in all make the same one."""

from __future__ import annotations

from newslint.facts import address
from newslint.finding import Fix, Scope, Severity
from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import Any, Callable, Iterable, Literal, Mapping, Sequence

Check = Callable[..., "Iterable[Hit]"]


class Hit(NamedTuple):
    """All that a rule says: where and what, in offsets of `Article.text`."""

    span: Span
    message: str
    severity: Severity | Literal["doubtful"] | None = None
    """When the rule is surer or less sure of this one than of the rest. ``doubtful``: good reports say so, too; it
    counts only in an article whose sure findings stand thick, and is a warning there."""
    scope: Scope = "span"
    also_here: tuple[Span, ...] = ()
    """Further places of the same flaw."""
    see: tuple[tuple[Span, str], ...] = ()
    """Places to look at, each with a word of why."""
    fix: Fix | None = None
    key: str = ""
    """For document findings: what names this one among the rule's findings (no text, no line)."""
    shown: Span | None = None
    """The words of `span` to point at, where the hit speaks of more than one need look at."""


class Rule(NamedTuple):
    """A rule as the engine runs it."""

    name: str
    family: str
    severity: Severity
    check: Check
    """``check(article, **options)`` yields hits."""
    wakes: tuple[str, ...] = ()
    """Lexicons, by name, and facts, by address (``module:name``), one of which must be there for the rule to run; none:
    it runs on every article."""
    on: bool = True
    options: Mapping[str, Any] = {}
    """Option names with their defaults."""
    option_texts: Mapping[str, str] = {}
    """What each option is, in a line."""
    masked: bool = False
    """Silent inside quotations, titles, names, code and URLs."""
    not_types: tuple[str, ...] = ()
    """Kinds of article (``type:`` in front matter) in which it is silent."""
    yields_to: tuple[str, ...] = ()
    """Rules that speak for it where both find the same words. (Those built in stand in `tags.TAGS`.)"""
    summary: str = ""
    doc: str = ""
    """The rule's page: why a reader suffers, what to do."""
    why: str = ""
    """The standard behind it."""
    bad: tuple[str, ...] = ()
    """Examples with ``<<marks>>`` round what must be found."""
    good: tuple[str, ...] = ()
    exceptions: str = ""
    fixes: Literal["", "unsafe", "safe"] = ""
    """The best fix that it has for any of its hits; empty: it has none."""
    since: str = "0.1.0"
    status: str = "stable"
    renamed_from: tuple[str, ...] = ()
    lang: str = "en"
    source: str = ""
    """``file:line``, for complaints and for `explain`."""


Trait = Literal["masked", "masked-words", "wording", "mild", "raised", "cut"]

TRAITS: Mapping[str, str] = {
    "attribution": "raised cut",
    "hype": "masked wording mild raised cut",
    "language": "masked-words",
    "loaded": "masked wording mild cut",
    "readability": "masked-words",
    "repetition": "masked cut",
    "specificity": "masked mild raised cut",
    "stock": "masked wording mild raised cut",
}
"""How the engine takes the rules of a family; one that is not named here has none of these traits.

``masked``: silent in words that are not the writer's own: quotations, titles, names, code and addresses.
``masked-words``: the same of its rules of words; those that are functions read quotations, too.
``wording``: it weighs more in headline and lede, and is advice in a column or a blog (`placing.py`).
``mild``: one finding alone is pardoned in a sober report (`doubt.py`).
``raised``: its advice is a warning in an article full of flaws (`doubt.py`).
``cut``: idle in words that are to be cut as a whole (`arbitrate.py`).
"""

GRAVE = frozenset(("inclusive-term",))
"""Rules of such families that are neither mild nor idle in words to be cut: what they see hurts somebody."""


def families(*traits: Trait) -> frozenset[str]:
    """The families that have one of the traits."""
    return frozenset([family for family, own in TRAITS.items() if not frozenset(traits).isdisjoint(own.split())])


_MASKED = families("masked")


def rule(
    severity: Severity,
    *,
    wakes: Sequence[str | Callable[..., Any]] = (),
    family: str = "",
    bad: Sequence[str],
    good: Sequence[str],
    why: str = "",
    exceptions: str = "",
    fixes: Literal["", "unsafe", "safe"] = "",
    options: Mapping[str, str] | None = None,
    on: bool = True,
    masked: bool | None = None,
    not_types: Sequence[str] = (),
    yields_to: Sequence[str] = (),
    since: str = "0.1.0",
    status: str = "stable",
    renamed_from: Sequence[str] = (),
    lang: str = "en",
) -> Callable[[Check], Rule]:
    """Make a rule of a function ``check(article, *, option=default, …) -> Iterable[Hit]``.

    The function's name is the rule's name, its folder the family (``house`` where there is none), its docstring the
    page, its keyword-only parameters the options, each of which `options` describes in a line. `wakes` names lexicons
    (strings) and facts (functions): the rule sleeps where all of them are empty. `fixes`: some of its hits carry a fix,
    the best of which is this.
    """

    def make(check: Check) -> Rule:
        doc = unindented(check.__doc__ or "")
        summary, _, rest = doc.partition("\n")
        code = check.__code__
        home = family or check.__module__.rpartition(".")[0].rpartition(".")[2] or "house"  # a plug-in of one file
        defaults = dict(check.__kwdefaults__ or {})
        return Rule(
            name=check.__name__.replace("_", "-"),
            family=home,
            severity=severity,
            check=check,
            wakes=tuple(w if isinstance(w, str) else address(w) for w in wakes),
            on=on,
            options=defaults,
            option_texts=options or {},
            masked=home in _MASKED if masked is None else masked,
            not_types=tuple(not_types),
            yields_to=tuple(yields_to),
            summary=summary,
            doc=rest.strip(),
            why=why,
            bad=tuple(bad),
            good=tuple(good),
            exceptions=exceptions,
            fixes=fixes,
            since=since,
            status=status,
            renamed_from=tuple(renamed_from),
            lang=lang,
            source=f"{code.co_filename}:{code.co_firstlineno}",
        )

    return make


def unindented(docstring: str) -> str:
    """The docstring without the indentation of its code (`inspect.cleandoc` would load five modules at start-up)."""
    lines = docstring.expandtabs().strip().splitlines()
    margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
    return "\n".join([*lines[:1], *(line[margin:].rstrip() for line in lines[1:])])


def doubtful_of(name: str) -> str:
    """The lexicon of a rule's phrases that count only in an article full of other flaws."""
    return f"{name}#doubtful"
