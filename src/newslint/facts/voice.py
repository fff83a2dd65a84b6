"""Voice: whose words a stretch is, the writer's own, somebody's quotation, a name, or code."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.attribution import Attribution, attributions
from newslint.facts.names import names
from newslint.facts.quote_marks import quoted
from newslint.text.pattern import pattern
from newslint.text.span import Span, covering, merged
from newslint.typed import Iterator

_BACK = 300
"""Code points of source looked back over for the mark that opens code in a line."""
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
_RELATIVES = (" which ", " what ")
"""Before a name and a verb of speech: ``a rule which Ana Ruiz says is vital``."""
_FARTHEST_OPEN = 1000
"""Code points that words after an unclosed mark may have; a longer stretch is a slip of the keyboard."""


def in_code(article: Article, span: tuple[int, int]) -> bool:
    """True inside a code block, inline code or a ``<code>`` element."""
    if article.blocks and article.blocks[article.block_at(span[0])].zone == "code":
        return True
    if article.format == "plain":
        return False
    at = article.to_source(span).start
    head = article.source[max(0, at - _BACK) : at]
    if article.format == "html":
        return head.rfind("<code") > head.rfind("</code")
    line = head[head.rfind("\n") + 1 :]
    return line.count("`") % 2 == 1


def is_quoted(article: Article, span: tuple[int, int]) -> bool:
    """True inside quotation marks or a block quote."""
    stretches = article.remember("quoted-stretches", lambda a: [q.span for q in quoted(a)])
    i = covering(stretches, *span)
    return i >= 0 and stretches[i].start <= span[0] and span[1] <= stretches[i].end


def _last_opened(text: str, start: int, end: int) -> int:
    """Where the last straight mark between the two opens a quotation, which nothing closes; or -1."""
    at = text.rfind('"', start, end)
    if (
        at <= start
        or text[at - 1] != " "
        or not text[at + 1 : at + 2].isalpha()
        or text.count('"', start, end) % 2 == 0
    ):
        return -1
    return at


def sentence_round(article: Article, span: Span) -> Span:
    """The sentence round the span; in display type and where sentences are not cut, the span itself."""
    sentence = article.sentence_at(span.start)
    return sentence.span if sentence and sentence.span.end >= span.end else span


@fact
def masks(article: Article) -> tuple[Span, ...]:
    """Quotations, titles, names, code, addresses and what is not shown (abstracts in front matter), joined and sorted:
    there rules on wording have nothing to say."""
    spans: list[tuple[int, int]] = [q.span for q in quoted(article)]
    spans += _left_open(article)
    spans += [n.span for n in names(article)]
    spans += [block.span for _, block in article.zoned("code", "quote", "meta")]
    text = article.text
    if "://" in text or "www." in text or "@" in text:
        spans += [match.span() for match in pattern(_ADDRESS).finditer(text)]
    return tuple(merged(spans))


def _left_open(article: Article) -> Iterator[Span]:
    """From an opening mark without its fellow to the end of its paragraph: somebody's words all the same."""
    text = article.text
    if "“" not in text and '"' not in text:
        return
    for block in article.blocks:
        start, end = block.span
        opened = text.rfind("“", start, end)
        if opened < 0 and text[start : start + 1] == '"' and text.find('"', start + 1, end) < 0:
            opened = start
        elif opened < 0:
            opened = _last_opened(text, start, end)
        if opened >= 0 and text.find("”", opened, end) < 0 and end - opened < _FARTHEST_OPEN:
            yield Span(opened, end)


@fact
def retold_clauses(article: Article) -> tuple[Span, ...]:
    """What a named person is said to have said, behind “that”, or to think of something, behind “which she believes”:
    the words are the speaker's, as in a quotation."""
    told = [a for a in attributions(article) if a.source_class == "person" and _retells(article, a)]
    return tuple(merged([Span(a.cue.end, article.sentences[a.sentence].span.end) for a in told]))


@fact
def retold_masks(article: Article) -> tuple[Span, ...]:
    """`masks` and `retold_clauses`, joined."""
    clauses = retold_clauses(article)
    return tuple(merged([*masks(article), *clauses])) if clauses else masks(article)


def _retells(article: Article, attribution: Attribution) -> bool:
    if attribution.kind == "speech" and article.folded.startswith(" that ", attribution.cue.end):
        return True
    source = attribution.source
    return (
        attribution.kind in ("speech", "stance")
        and source is not None
        and article.folded.endswith(_RELATIVES, 0, source.start)
    )
