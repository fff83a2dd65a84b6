from __future__ import annotations

from newslint import PROSE, Article, Edit, Fix, Hit, Iterator, PhraseHit, Severity, Span, masks, phrases, rule

_GUIDES = frozenset(("guide", "review", "how-to", "howto", "tutorial", "advertorial", "sponsored"))
_BRANDS = frozenset("yahoo jeopardy mamma oklahoma airplane moulin westward hurrah panic".split())
"""Names that carry their own exclamation mark."""

_LEADS_CALL = frozenset("need needs then so and just please should to you but can".split())
"""Words behind which the reader is called to something in the middle of a clause."""
_TITLES = {"": "Cut exclamation marks", ".": "Write full stops"}
"""What a fix is called, by what it puts in a mark's place."""


@rule(
    "warning",
    why="SPJ Code (separate news from advertising); IPSO; Wikipedia, promotional tone.",
    exceptions="Quotations; names that end in an exclamation mark; guides and reviews (then info).",
    bad=[
        "<<Good news for coffee lovers>> in Holm: the kiosk is open, and the room upstairs <<is ideal for couples>>.",
        "Film lovers <<are encouraged to book early>>, and <<visitors can enjoy>> a walk by the quay.",
        "Readers are told: <<don't miss the>> sale at the harbour.",
        "The account lets savers <<unlock the potential>> of cash<<!>>",
        "<<Look no further>> than the shop on Pier Road.",
        "The case has four ports, <<enabling teams to adapt>> to new tasks.",
        "A lock is <<one of the easiest ways to>> keep a bike.",
        "The form has six boxes, <<so you can focus on what>> you do. It is <<an absolute steal>>.",
        "Seen an otter? <<Let us know in the>> comments.",
    ],
    good=[
        "Applications close on 12 May.",
        "Girls Rock! aired on Tuesday.\n\nThe prize of Girls Rock! goes to Ola Brandt.\n\nNobody else saw Rock!",
        '"Don\'t miss it!" said Ola Brandt, who runs the fair.',
        "Many skiers look no further.\n\nI don't miss the mutton, the cook wrote.",
        "Passengers were asked to let the crew know.\nThe ramp was built so that users of wheelchairs could board, "
        "which took a few minutes.",
        "The form asks whether you are a tenant or an owner.",
        "The account pays 4.1% on balances up to $10,000, the bank said.",
    ],
    fixes="safe",
)
def promotional_language(article: Article) -> Iterator[Hit]:
    """The copy sells.

    Calls to act, guarantees, offers and exclamation marks belong to advertising. In news they tell the reader that the
    writer is on somebody's side.

    Tell the fact (price, date, place) and let the reader decide. In guides and reviews this is advice only. Exclamation
    marks are reported once an article, and once in its headline.
    """
    level: Severity | None = "info" if article.meta.type.lower() in _GUIDES else None
    for hit in phrases(article, "calls-to-action"):
        if hit.data.get("note") == "call" and _told(article, hit):
            continue
        yield Hit(
            hit.span, "This sells. Tell the reader the fact and let them decide.", level or hit.data.get("severity")
        )
    if "!" in article.text:
        found = list(_exclamations(article))
        heads = [mark for mark in found if _heads(article, mark)]
        ends = [mark for mark in found if not _heads(article, mark)]
        for marks, put, cure in ((heads, "", "Cut the mark"), (ends, ".", "Write a full stop")):
            if marks:
                yield Hit(
                    marks[0],
                    f"News does not exclaim. {cure}.",
                    level,
                    also_here=tuple(marks[1:]),
                    fix=Fix(_TITLES[put], tuple(Edit(mark, put) for mark in marks), safe=True),
                )


def _told(article: Article, hit: PhraseHit) -> bool:
    """The words have a subject and call nobody: ``many skiers look no further``."""
    words = article.words
    if not hit.first or article.text[words.ends[hit.first - 1] : hit.span.start] != " ":
        return False
    return words.folded[hit.first - 1] not in _LEADS_CALL


def _exclamations(article: Article) -> Iterator[Span]:
    """Exclamation marks that end a headline or a sentence of the writer's own prose."""
    text, silent, k = article.text, masks(article), 0
    named = {text[text.rfind(" ", 0, m) + 1 : m] for m in _in_mid_sentence(text)}
    at = text.find("!")
    while at >= 0:
        while k < len(silent) and silent[k].end <= at:
            k += 1
        ends = at + 1 == len(text) or text[at + 1].isspace()
        if ends and text[at - 1 : at].isalpha() and not (k < len(silent) and silent[k].start <= at):
            word = article.words.at(at) - 1
            mark = Span(at, at + 1)
            own = article.blocks[article.block_at(at)].zone in PROSE or _heads(article, mark)
            called = text[article.words.starts[word] : at] in named
            if article.words.folded[word] not in _BRANDS and own and not called:
                yield mark
        at = text.find("!", at + 1)


def _in_mid_sentence(text: str) -> Iterator[int]:
    """Marks that belong to a name: ``Girls Rock! aired``."""
    at = text.find("! ")
    while at >= 0:
        if text[at + 2 : at + 3].islower() and text[text.rfind(" ", 0, at) + 1].isupper():
            yield at
        at = text.find("! ", at + 2)


def _heads(article: Article, mark: Span) -> bool:
    return article.blocks[article.block_at(mark.start)].zone in ("headline", "dek")
