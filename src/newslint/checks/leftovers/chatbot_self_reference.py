from __future__ import annotations

from bisect import bisect_left

from newslint import Article, Hit, Iterator, in_code, is_quoted, no_writer, phrases, rule, sentence_round, unreported


@rule(
    "error",
    wakes=["bot-as-a-model", "bot-refusals", "bot-alone", "bot-buttons"],
    lang="any",
    why="NewsGuard, which met this line on all of the first 49 sites it tracked; Wikipedia, speedy deletion G15",
    exceptions="Quotations and block quotes, which a story on chatbots may need; code.",
    bad=[
        "<<As an AI language model, I>> cannot verify how many people attended the fair.",
        "<<I'm sorry, but I can't complete>> this request.",
        "The harbour was closed at noon.\n\n<<As an AI, I>> have no opinion on the strike.\n\n"
        "Ferries sail again on Monday.",
        "The fair opens at noon. <<I am not able to predict>> how many will come.",
        "The soup is free, and, <<being a language model, I>> have not tried it.",
        "The fair opens at noon. <<I lack the ability>> to attend it.",
        "<<Als KI-Sprachmodell kann ich>> keine Prognose zur Wahl abgeben.",
    ],
    good=[
        'The assistant answered: "As an AI language model, I cannot verify this."',
        "The bot refused the request, and the council dropped the trial.",
        "As an AI researcher, she has tested forty of these systems.",
        "I am unable to offer a room, the host wrote to me. My bag stayed in the car.",
        "The firm sells the tool as an AI assistant for lawyers.",
    ],
)
def chatbot_self_reference(article: Article) -> Iterator[Hit]:
    """A chatbot speaks of itself, or refuses, in the copy.

    Nothing tells a reader faster that nobody read the article before it was published. The sentence is not the only
    damage: whatever stands round it came from the same place and was not read either. Delete it and check everything.

    What a person may say as well ("I am unable to predict") counts where nobody else says "I" outside quotations.

    A story about such systems quotes them, between quotation marks, and is left alone.
    """
    message = "Chatbot text left in. Delete it and recheck the whole article by hand."
    speakers = [hit.span for hit in phrases(article, "first-person")]
    for hit in phrases(article, "bot-as-a-model"):
        if in_code(article, hit.span) or is_quoted(article, hit.span):
            continue
        sentence = sentence_round(article, hit.span)
        if article.folded[hit.span.start] == "i" and article.folded[hit.span.start + 1] in "' ":
            if _goes_on_as_one(article, hit.last):
                yield Hit(hit.span, message)
            continue
        stop = sentence.end if sentence != hit.span else article.blocks[article.block_at(hit.span.start)].span.end
        following = article.words.folded[hit.last + 1 : hit.last + 2]
        if not _PEOPLE.isdisjoint(following):
            continue
        i = bisect_left(speakers, hit.span.end, key=lambda span: span.start)
        near = article.words.starts[
            min(
                hit.last + (1 if article.folded.startswith("being", hit.span.start) else _REACH),
                len(article.words.starts) - 1,
            )
        ]
        if i < len(speakers) and speakers[i].start < stop and speakers[i].start <= near:
            yield Hit(hit.span._replace(end=speakers[i].end), message)
    alone = phrases(article, "bot-alone")
    if alone:
        alone = [hit for hit in alone if no_writer(article) and unreported(article, hit.span)]
    for hit in (*phrases(article, "bot-refusals"), *alone):
        if not in_code(article, hit.span) and not is_quoted(article, hit.span):
            yield Hit(hit.span, message)
    for hit in phrases(article, "bot-buttons"):
        block = article.blocks[article.block_at(hit.span.start)].span
        if block.end - block.start <= hit.span.end - hit.span.start + 60 and block.start == hit.span.start:
            yield Hit(hit.span, message)


_REACH = 5
"""Words from the model's name to its "I": as an AI developed by a firm, I."""
_PEOPLE = frozenset(
    "researcher scientist engineer expert company firm start startup student developer professor enthusiast ethicist "
    "policy lab team skeptic sceptic optimist pessimist investor consultant specialist reporter writer user "
    "maker makers vendor "
    "manager director lead editor correspondent journalist coach founder entrepreneur teacher architect safety ethics "
    "believer".split()
)


def _goes_on_as_one(article: Article, last: int) -> bool:
    """False for "I'm an AI researcher": the one who speaks has a trade."""
    following = article.words.folded[last + 1 : last + 3]
    return _PEOPLE.isdisjoint(following)
