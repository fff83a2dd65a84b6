"""What was written for others than readers of the story: the labels of a plan ("Background:") that were left before the
sentences written from it, notes of the desk, calls for comments."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact, phrases, phrases_in_sentences
from newslint.facts.own_voice import own_account
from newslint.facts.voice import in_code, is_quoted
from newslint.lean import cache
from newslint.parts import PROSE
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

_HEAD = 40
"""Code points of a paragraph in which its label stands."""
_STYLE = 3
"""Paragraphs with labels of other kinds from which labels are a manner of the house."""
_LEAST = 4
"""Words behind a label that make a sentence."""
_ASIDE = 120
"""Code points of a note in brackets behind its first words."""


@fact
def outline_labels(article: Article) -> tuple[Span, ...]:
    """Labels of an outline before whole sentences, with their colons, where the copy has no labels of its own."""
    text = article.text
    found = [
        Span(hit.span.start, hit.span.end + 1)
        for hit in phrases(article, "outline-labels")
        if text.startswith(": ", hit.span.end)
        and text[hit.span.start].isupper()
        and _heads_sentence(article, hit.span)
        and not is_quoted(article, hit.span)
    ]
    if not found:
        return ()
    heads = [text[block.span.start : block.span.start + _HEAD] for block in article.blocks if block.zone in PROSE]
    labelled = sum(bool(_labelled().match(head)) for head in heads)
    return tuple(found) if labelled - len(found) < _STYLE else ()


@cache
def _labelled() -> Pattern[str]:
    return pattern(r"\*{0,2}[A-Z][\w'’-]{1,20}(?: [\w'’-]{1,20}){0,3}:")


def _heads_sentence(article: Article, span: Span) -> bool:
    """The label opens a paragraph or stands behind a sentence, and a whole one follows."""
    block = article.blocks[article.block_at(span.start)]
    start, end = block.span
    text = article.text
    whole = text[end - 1] in '.!?"”' and len(article.words.between(span.end, end)) >= _LEAST
    before = text[max(start, span.start - 3) : span.start].rstrip(" ")
    return whole and block.zone in PROSE and block.kind == "paragraph" and (not before or before[-1] in '.!?"”)')


def desk_waits(article: Article) -> Iterator[Span]:
    """Sentences that only say that more is to come: ``More details are awaited.``"""
    for hit, row in phrases_in_sentences(article, "desk-waits"):
        if row == range(hit.first, hit.last + 1) and not is_quoted(article, hit.span):
            yield article.sentences[article.sentence_index(hit.span.start)].span


def reader_calls(article: Article) -> Iterator[Span]:
    """Sentences that ask readers for their views in the last paragraph of copy that has no writer's I."""
    last = max([block.span.start for block in article.blocks if block.zone in PROSE], default=0)
    asked = {article.sentence_index(hit.span.start) for hit in phrases(article, "reader-questions")}
    calls = {article.sentence_index(hit.span.start) for hit in phrases(article, "reader-calls")}
    for i in sorted((asked | calls) - {-1}):
        span = article.sentences[i].span
        asks = article.text[span.end - 1] == "?" or i in calls
        if asks and span.start >= last and not (is_quoted(article, span) or own_account(article)):
            yield span


def desk_asides(article: Article) -> Iterator[Span]:
    """What is said in brackets to the maker of the page, or belongs under a picture or over the text."""
    for lexicon in ("aside-credits", "aside-stamps", "aside-notes"):
        for hit in phrases(article, lexicon):
            span = _aside(article, hit.span)
            if span is None or article.blocks[article.block_at(span.start)].zone not in PROSE:
                continue
            rest = article.text[hit.span.end : span.end - 1].strip()
            if lexicon == "aside-credits":
                wanted = (rest[:1] == ":" or (rest and hit.last > hit.first)) and _closes(article, span)
            else:
                wanted = lexicon == "aside-notes" or not rest or bool(_date().match(rest))
            if wanted:
                yield span


@cache
def _date() -> Pattern[str]:
    return pattern(r"[:,]? ?(?:on |at |as of )?(?:\w{1,9}day,? )?(?:the )?(?:\d|[A-Z][a-z]{2,8}\.? \d)")


def _closes(article: Article, span: Span) -> bool:
    """A credit behind sentences of copy. (Behind one alone it stands where it should: under a picture.)"""
    sentences = article.sentences_of(article.block_at(span.start))
    return len(sentences) > 1 and sentences[1].span.end <= span.start


def _aside(article: Article, span: Span) -> Span | None:
    """The brackets that open with these words, unless they are quoted or lead to a link."""
    text = article.text
    opens = text[span.start - 1 : span.start]
    if opens not in ("(", "["):
        return None
    end = text.find(")" if opens == "(" else "]", span.end, span.end + _ASIDE)
    if end < 0 or "\n" in text[span.start : end] or text[end + 1 : end + 2] == "(" or is_quoted(article, span):
        return None
    aside = Span(span.start - 1, end + 1)
    return None if in_code(article, aside) else aside
