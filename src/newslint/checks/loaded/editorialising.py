from __future__ import annotations

from newslint import (
    PROSE,
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    PhraseHit,
    Span,
    figures,
    inside,
    names,
    phrases,
    rule,
    sourced_sentences,
)

_MEASURED = frozenset(("significantly", "notably", "importantly", "critically", "arguably", "clearly"))

_NEVER_MANNER = frozenset(
    "unfortunately regrettably ironically luckily unluckily thankfully interestingly unsurprisingly arguably "
    "inexplicably fortunately undeservedly".split()
)
"""Adverbs that say what the writer thinks wherever they stand; others may say how a thing was done ..."""
_BEFORE_VERB = frozenset(
    "sadly wisely rightly bravely generously graciously cleverly sensibly happily conveniently predictably shamefully "
    "mercifully".split()
)
"""... unless they stand before the verb: "she wisely refused", not "she spent it wisely"."""

_DEGREES = frozenset("somewhat rather quite very perhaps a bit most more almost slightly deeply just equally".split())
"""Words that may stand between the comma and the adverb: ``, somewhat bizarrely,``."""


@rule(
    "info",
    wakes=["comment-adverbs", "verdicts", "euphemisms"],
    why="Wikipedia, Words to watch (editorialising); IPSO Editors' Code, clause 1 (comment and fact).",
    exceptions='Quotations; opinion pieces; "notably" before a name; "significantly" with a figure.',
    not_types=["opinion", "editorial", "column", "review", "analysis", "commentary", "op-ed"],
    bad=[
        "<<Unfortunately>>, the vote failed.",
        "The vote, <<ironically>>, failed by one voice.",
        "The minister gave a <<ridiculous>> answer.",
        "The motion was lost, <<sadly>>. The city will, somewhat <<bizarrely>>, raise the rent.",
    ],
    good=[
        "The vote failed 48-52. The shilling held.",
        "Sales rose 3% although the shops closed for a week.",
        "Several towns, notably Leith, have raised the fee.",
        '"It is a ridiculous answer," said Ola Brandt, who asked the question.',
        "The two sums differ significantly in the second year.",
        "The phone has a screwed-in battery.\n\nA door was slammed, and one screw over the left hinge fell out. The "
        "glacier smears them. Turn to the left.",
    ],
    fixes="unsafe",
)
def editorialising(article: Article) -> Iterator[Hit]:
    """A word lets the writer's opinion into a report.

    "Unfortunately" and "ridiculous" tell readers whose side the paper is on. Those on the other side stop reading;
    the rest learn nothing that the fact did not tell them.

    Cut the word and let the fact carry the comment, or quote somebody who holds the view.
    """
    for hit in phrases(article, "comment-adverbs"):
        if _comments(article, hit):
            said = article.text[hit.span.start : hit.span.end]
            yield Hit(hit.span, f"Cut “{said}”: let the fact carry the comment.", fix=_cut(article, hit))
    for hit in phrases(article, "verdicts"):
        if article.sentence_index(hit.span.start) in sourced_sentences(article) or _says_otherwise(article, hit.span):
            continue
        said = article.text[hit.span.start : hit.span.end]
        yield Hit(hit.span, f"“{said}” is a verdict. Say what was done, or who calls it that.")

    for hit in phrases(article, "euphemisms"):
        said = article.text[hit.span.start : hit.span.end]
        yield Hit(hit.span, f"“{said}” softens the fact. Say: {hit.data['hint']}.")


def _comments(article: Article, hit: PhraseHit) -> bool:
    """Opens its sentence, or stands between commas."""
    sentence = article.sentence_at(hit.span.start)
    if sentence is None:
        return False
    if article.words.folded[hit.last] in _NEVER_MANNER and hit.first == hit.last:
        return True
    if hit.first == hit.last and article.words.folded[hit.last] in _BEFORE_VERB and _before_verb(article, hit.last):
        return True
    text, words, start = article.text, article.words, hit.span.start
    if hit.first and words.folded[hit.first - 1] in _DEGREES and text[words.ends[hit.first - 1] : start] == " ":
        start = words.starts[hit.first - 1]
    comma = text[hit.span.end : hit.span.end + 1] == ","
    opens = start - sentence.span.start <= 1
    parted = article.folded[max(0, start - 2) : start].strip() in (",", "and,", "but,", "–", "—", ";", ":", "(")
    if parted and text[hit.span.end : hit.span.end + 1] in (".", ")") and hit.first == hit.last:
        return words.folded[hit.last] not in _MEASURED
    if not ((opens and (comma or hit.first == hit.last)) or (parted and comma)):
        return False
    if article.words.folded[hit.last] in _MEASURED:
        rest = Span(hit.span.end, sentence.span.end)
        return not inside(figures(article), rest) and not inside(names(article), Span(rest.start, rest.start + 8))
    return True


def _says_otherwise(article: Article, span: Span) -> bool:
    """The first part of a longer word, which says something else (``screwed-in``), or denied (``not absurd``)."""
    if article.folded.endswith(("not ", "n't "), 0, span.start):
        return True
    return article.text[span.end : span.end + 1] == "-" and article.text[span.end + 1 : span.end + 2].isalpha()


def _before_verb(article: Article, i: int) -> bool:
    folded = article.words.folded
    return folded[i + 1 : i + 2] != [] and len(folded[i + 1]) > 4 and folded[i + 1].endswith("ed")


def _cut(article: Article, hit: PhraseHit) -> Fix | None:
    words, text = article.words, article.text
    sentence = article.sentence_at(hit.span.start)
    if sentence is None or text[hit.span.end : hit.span.end + 1] != "," or hit.last + 1 >= len(words.folded):
        return None
    if article.blocks[sentence.block].zone not in PROSE or words.starts[hit.last + 1] >= sentence.span.end:
        return None
    if hit.span.start == sentence.span.start:
        start = words.starts[hit.last + 1]
        return Fix("Cut the comment", (Edit(Span(hit.span.start, start + 1), text[start].upper()),))
    return None
