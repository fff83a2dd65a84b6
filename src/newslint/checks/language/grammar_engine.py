"""grammar-engine: what LanguageTool sees in the article's own sentences."""

from __future__ import annotations

from newslint import Article, Edit, Fix, Hit, Iterator, grammar_matches, rule


@rule(
    "warning",
    on=False,
    options={
        "off": "Rules of LanguageTool that are not to speak, by their ids.",
    },
    bad=(
        "The committee <<could of>> voted on Tuesday, but it put the matter off.",
        "The outcome <<depends of>> the weather, the harbour master said.",
    ),
    good=(
        "The committee could have voted on Tuesday, but it put the matter off.",
        "The outcome depends on the weather, the harbour master said.",
        "“We could of won,” the coach said after the match on Sunday.",
    ),
    why="LanguageTool, by its rules for English grammar and confused words",
    exceptions="Quotations, names, headings, code and addresses; forms that the article's dialect allows.",
    fixes="unsafe",
)
def grammar_engine(article: Article, *, off: tuple[str, ...] = ()) -> Iterator[Hit]:
    """A slip of grammar, or a word taken for another, that LanguageTool sees.

    A reader who meets “there” for “their” in the second paragraph trusts the figures in the third one less. Mend it,
    or name the engine's rule in the option `off` when the house writes so.

    Needs LanguageTool, on this machine or on a server: see the guide. Only rules that are right on news run: grammar,
    confused words, agreement, articles. Its rules on style, typography and clichés are off.
    """
    for match in grammar_matches(article, off):
        fix = None
        if match.replacements:
            best = match.replacements[0]
            fix = Fix(f"Write “{best}”" if best else "Delete it", (Edit(match.span, best),))
        yield Hit(match.span, f"{match.message} ({match.rule})", fix=fix)
