"""A rule's examples are its tests, for us, for packs and for plug-ins. Needs no pytest.

from newslint.testing import examples

@pytest.mark.parametrize("example", examples(my_rule))
def test_example(example):
    assert example.found == example.expected
"""

from __future__ import annotations

import re

from newslint.article import Article
from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.named import NamedTuple
from newslint.rules import Rule
from newslint.text.span import Span
from newslint.typed import Iterator, Sequence

HEADLINE = "Report of the day"
"""Stands over an example of one paragraph."""

_BETWEEN = "\n=====\n"
"""Between the articles of an example for a rule across files; the last one is linted."""


class Example(NamedTuple):
    """One example, what it should give, and what it gives. Spans count code points of `text`."""

    rule: str
    side: str
    number: int
    text: str
    expected: tuple[Span, ...]
    found: tuple[Span, ...]
    error: str = ""
    fixes: str = ""
    """The best fix that it was offered: ``safe``, ``unsafe`` or none, as `Rule.fixes`."""
    skipped: str = ""
    """Why the example could not be run on this machine; it then counts neither way."""

    @property
    def passed(self) -> bool:
        """True when exactly the marked stretches were found."""
        return not self.error and not self.skipped and self.found == self.expected

    @property
    def name(self) -> str:
        """For test reports: ``vague-time-bad-2``."""
        return f"{self.rule}-{self.side}-{self.number}"

    def explain(self) -> str:
        """What was wrong, in one line."""
        if self.error or self.skipped:
            return f"{self.name}: {self.error or self.skipped}"

        def shown(spans: tuple[Span, ...]) -> str:
            return ", ".join(f"“{self.text[s.start : s.end]}” ({s.start}-{s.end})" for s in spans) or "nothing"

        return f"{self.name}: expected {shown(self.expected)}, found {shown(self.found)}"


def examples(rule: Rule, catalog: Catalog | None = None) -> Iterator[Example]:
    """The rule's examples, each linted with this rule alone. `rule` carries its page (`Catalog.page`)."""
    if catalog is None:
        from newslint.catalog import load

        catalog = load()
    if rule.name not in catalog.rules:
        catalog = Catalog({**catalog.rules, rule.name: rule}, catalog.lexicon, catalog.renamed)
    for side, texts in (("bad", rule.bad), ("good", rule.good)):
        for number, marked in enumerate(texts, 1):
            yield _run(rule, catalog, side, number, marked)


def _run(rule: Rule, catalog: Catalog, side: str, number: int, marked: str) -> Example:
    text, expected = unmark(marked)
    *earlier, last = text.split(_BETWEEN)
    article, shift = article_of(last)
    if earlier:
        _compare([article_of(part)[0] for part in earlier], article, rule)
        shift -= len(text) - len(last)
    # What is left unused can only be said of a run in which the other rules run too.
    active = catalog.rules if rule.family == "lint" else {rule.name: rule}
    outcome = lint(article, catalog, Settings({name: active[name].severity for name in active}))
    if outcome.crashes:
        return Example(rule.name, side, number, text, expected, (), outcome.crashes[0].error)
    if outcome.skipped and rule.family != "lint":
        return Example(rule.name, side, number, text, expected, (), skipped=outcome.skipped[0])
    own = [f for f in outcome.findings if f.rule == rule.name]
    found = tuple(sorted({Span(f.span.start - shift, f.span.end - shift) for f in own}))
    fixes = min(("safe" if f.fix.safe else "unsafe" for f in own if f.fix), default="")
    untold = fixes and rule.fixes not in ("safe", fixes)
    error = f"it has a fix that is {fixes}; say so in @rule: fixes={fixes!r}" if untold else ""
    return Example(rule.name, side, number, text, expected, found, error, fixes)


def _compare(earlier: Sequence[Article], article: Article, rule: Rule) -> None:
    """Give the article what a corpus rule finds when it comes after the others."""
    from newslint.corpus import compare, signature

    article.path = f"example {len(earlier) + 1}"
    signatures = [signature(other)._replace(path=f"example {n}") for n, other in enumerate(earlier, 1)]
    hits = compare([*signatures, signature(article)], {rule.name: rule.options})
    article.context.corpus_hits = hits.get((article.path, None), {})


def unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its ``<<marks>>``, and the spans that stood between them."""
    spans: list[Span] = []
    plain: list[str] = []
    at = length = 0
    for match in re.finditer(r"<<(.*?)>>(?!>)", marked, re.DOTALL):
        plain += [marked[at : match.start()], match[1]]
        length += match.start() - at
        spans.append(Span(length, length + len(match[1])))
        length += len(match[1])
        at = match.end()
    plain.append(marked[at:])
    return "".join(plain), tuple(spans)


def article_of(text: str) -> tuple[Article, int]:
    """An example as an article, and how far its offsets are shifted.

    One paragraph stands under a neutral headline; several are a whole plain-text article; front matter makes it
    Markdown and a tag makes it HTML.
    """
    from newslint.formats import read_text

    stripped = text.strip("\n")
    if text.startswith(("---\n", "+++\n")):
        return read_text(text, input_format="markdown"), 0
    if text.startswith("<"):
        return read_text(text, input_format="html"), 0
    if "\n\n" in stripped:
        return read_text(text, input_format="plain"), 0
    head = f"{HEADLINE}\n\n"
    return read_text(f"{head}{text}\n", input_format="plain"), len(head)
