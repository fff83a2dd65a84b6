"""spelling: words that no dictionary has."""

from __future__ import annotations

from newslint import Article, Edit, Fix, Hit, Iterator, misspellings, rule

_SHOWN = 3


@rule(
    "warning",
    on=False,
    options={
        "known": "Words that this paper writes so.",
    },
    bad=(
        "The <<goverment>> resigned on Tuesday after a vote in the lower house.",
        "The court ordered a <<seperate>> inquiry into the port's accounts.",
    ),
    good=(
        "The government resigned on Tuesday after a vote in the lower house.",
        "Ilse Vandermolen of Zorgwerk said the colour of the new trams was a matter of taste.",
        "“It was definately him,” a sign outside the court read.",
    ),
    why="Clean copy: a misspelt word is the first thing that a reader writes in about",
    exceptions=(
        "Names that the article uses, capitalised words, quotations, addresses and code; British and American "
        "variants, which are mixed-spelling's matter; what the article writes three times or more."
    ),
    fixes="unsafe",
)
def spelling(article: Article, *, known: tuple[str, ...] = ()) -> Iterator[Hit]:
    """A word that is in no dictionary, and that a slip of the pen explains.

    Readers take a misspelt word for a sign of how the rest was checked. Mend it; or put what the house writes so into
    the option `known`, and names into `names` of the configuration.

    Needs a dictionary: LanguageTool where it is set up, or the extra `spelling`. One finding a word, with all its
    places.
    """
    allowed = {word.lower() for word in known}
    for found in misspellings(article):
        if found.word.lower() in allowed:
            continue
        offered = [_match_case(found.word, word) for word in found.suggestions[:_SHOWN]]
        edits = tuple(Edit(place, offered[0]) for place in found.places)
        yield Hit(
            found.places[0],
            f"“{found.word}”: {' or '.join(f'“{word}”' for word in offered)}?",
            also_here=found.places[1:],
            fix=Fix(f"Write “{offered[0]}”", edits),
        )


def _match_case(written: str, suggested: str) -> str:
    """The suggestion with a capital where the word has one."""
    return suggested[:1].upper() + suggested[1:] if written[:1].isupper() else suggested
