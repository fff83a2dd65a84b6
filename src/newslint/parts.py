"""What an article is made of: blocks, sentences, links, what the file and those who lint it say about it, and where
each part came from."""

from __future__ import annotations

from newslint.named import NamedTuple
from newslint.text.span import Span
from newslint.typed import TYPE_CHECKING, Any, Literal, Mapping, Sequence

if TYPE_CHECKING:
    from newslint.ledger import Ledger
    from newslint.text.phrases import Noted, PhraseHit

Kind = Literal["heading", "paragraph", "list-item", "blockquote", "table", "caption", "code", "meta"]
"""What the markup says. ``meta`` is a front-matter value, a byline, a slug or another line on the copy."""

Zone = Literal[
    "headline", "dek", "byline", "dateline", "meta", "lede", "body", "subhead", "faq-q", "faq-a", "conclusion",
    "list", "quote", "table", "caption", "code",
]  # fmt: skip
"""What a block is in the article."""

FAQ_TITLES = (
    "faq", "frequently asked", "q&a", "q & a", "questions and answers", "questions answered", "common questions",
)  # fmt: skip
"""In subheads that say that questions and their answers follow."""

PROSE: frozenset[Zone] = frozenset(("lede", "body", "conclusion", "faq-a", "list", "quote"))
"""Zones of running text, in which sentences make claims."""

STORY: frozenset[Zone] = frozenset(("lede", "body", "conclusion", "faq-a"))
"""Zones of the story itself: running text without lists and quotations set apart."""


class Block(NamedTuple):
    """A piece of the article: one paragraph, one heading, one list item. Spans cover text only, no markup."""

    span: Span
    kind: Kind
    zone: Zone
    level: int = 0
    """Heading level 1 to 6, or nesting depth of a list item; else 0."""


class Sentence(NamedTuple):
    """A sentence and the index of its block in `Article.blocks`."""

    span: Span
    block: int


class Run(NamedTuple):
    """A stretch of prose and the stretch of source it came from.

    `exact`: both are equal code point for code point, so that places inside map one to one. Otherwise (an entity, an
    escape) the run maps as a whole. What stands nowhere in the source, as the blank line put between two blocks, has
    no run.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    exact: bool


class Link(NamedTuple):
    """A link: its words in the prose (empty for an image without text), its target, and where the target stands."""

    span: Span
    url: str
    source: Span


class Meta(NamedTuple):
    """What the file says about the article outside its prose. Strings as written; `date` as ISO ``YYYY-MM-DD``."""

    headline: str = ""
    dek: str = ""
    byline: str = ""
    date: str = ""
    updated: str = ""
    lang: str = ""
    type: str = ""
    raw: Mapping[str, Any] = {}
    """All front matter (or JSON-LD and meta elements), keys as written."""
    lines: Mapping[str, Span] = {}
    """Where a front-matter key's value stands, in source offsets."""


class Heard(NamedTuple):
    """The phrases of all lexicons and rules that the article holds."""

    found: dict[str, list[Noted]]
    """Every one, by its lexicon or rule."""
    asked: dict[str, list[PhraseHit]]
    """Those that somebody asked for, as `facts.phrases` gives them."""


class Context:
    """What an article's facts and rules are told by others: its reader, the run, the engine."""

    __slots__ = ("corpus_hits", "desk_names", "heard", "languagetool", "ledger", "markup_links")

    def __init__(self) -> None:
        self.markup_links: Sequence[Link] = ()
        """The links that the markup makes (the reader)."""
        self.corpus_hits: Mapping[str, Sequence[Any]] = {}
        """The hits of the rules that compare articles, by rule (a run)."""
        self.desk_names: Sequence[str] = ()
        """Names that the desk uses, never to be taken for words (the engine, as configured)."""
        self.languagetool: Mapping[str, Any] = {}
        """Where the engine for grammar and spelling is (the engine, as configured)."""
        self.heard: Heard | None = None
        """The phrases that the article holds (the engine)."""
        self.ledger: Ledger | None = None
        """Who took how long (the engine, with ``--timings``)."""


class Field(NamedTuple):
    """A stretch of `Article.source` that stands in a field of its own in the file: of a record, an element, a
    paragraph."""

    pointer: str
    """JSON pointer, XPath or paragraph number."""
    start: int
    end: int
    line: int
    """Of the file, where the field or its record begins."""


class Suppression(NamedTuple):
    """A comment or front-matter entry that switches rules off; spans are source offsets."""

    rules: tuple[str, ...]
    span: Span
    """The comment itself."""
    scope: Literal["next-block", "region", "file"]
    covers: Span
    """The source that it covers."""
    reason: str = ""
    bare: bool = False
    """A `disable` that names no rule, which is an error."""
    flaw: str = ""
    """What is wrong with an order that silences nothing at all: a misspelt one, or an end without a beginning."""
