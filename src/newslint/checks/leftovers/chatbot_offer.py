from __future__ import annotations

from newslint import (
    PROSE,
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    Pattern,
    Span,
    cache,
    in_code,
    is_quoted,
    no_writer,
    pattern,
    phrases,
    rule,
    sentence_round,
    unreported,
)

_AFTER_OPENER = frozenset(("here", "here's", "below", "i'll", "i'd", "i", "let's"))


@rule(
    "error",
    wakes=["bot-offers", "bot-offers-weak", "offers-alone", "bot-openers", "bot-tasks"],
    lang="any",
    not_types=["newsletter"],
    why="Lines printed by Dawn and Der Spiegel in 2025, for which both apologised; Wikipedia, speedy deletion G15",
    exceptions="Quotations and block quotes; newsletters; a writer who says “I” elsewhere may hope that this helps.",
    bad=[
        "<<Here is a 500-word article on the merger:>> The two banks will merge in May.",
        "The strike ends on Friday.\n\nBuses run again on Saturday, the union said.\n\n"
        "<<Would you like a shorter version?>>",
        "<<Certainly! Here is the report you asked for.>>\n\nThe dam was finished in March.\n\n"
        "It holds 40 million cubic metres.",
        "The match ended 2-2. <<If you want, I can also write a livelier headline.>>",
        "<<Here's a summary of the matches of Monday:>>\n\nHolm beat Leith 2-1. Orford lost at home.",
        "The mill closed in May.\n\n<<Sure! Here is a short piece on the mill:>> it made paper.\n\nIt is for sale.",
        "The mill closed in May. <<Shall I draft a headline as well?>>",
        "The mill closed in May. <<I've tightened the lede for you.>>",
        "Der Verein hat 300 Mitglieder. <<Wenn du möchtest, kann ich den Text kürzen.>>",
    ],
    good=[
        "Readers can write to letters@paper.test.",
        '"Let me know if you need me to help," he wrote to the mayor.',
        "She asked the clerk whether he would like a copy of the older version.",
        "Can I turn my draft into a book? Should I add a title? My aunt did both.",
        "I have kept bees for nine years.\n\nMy hives stand behind the school, and I feed them in March.\n\n"
        "I hope this helps, and I will answer letters.",
    ],
    fixes="unsafe",
)
def chatbot_offer(article: Article) -> Iterator[Hit]:
    """A line talks to the person who prompted the text, not to the reader.

    "Here is a revised version", "Would you like me to add quotes?": service talk that stood round a draft and was
    copied with it. Delete the line, and look at what else came along: the same copy has as a rule not been checked.

    General courtesies ("I hope this helps") count only in the first or last paragraph, and they and what a writer may
    say of a text ("I've added a table") only where nobody else says "I" outside quotations.
    """
    found = [h.span for h in phrases(article, "bot-offers")]
    alone = phrases(article, "offers-alone")
    if alone and no_writer(article):
        found += (hit.span for hit in alone if unreported(article, hit.span) and _to_somebody(article, hit.span))
    found += _courtesies(article)
    found += _openers(article)
    found += _replies(article)
    found += _tasks(article)
    reported = -1
    for span in sorted(found):
        if span.start < reported or in_code(article, span) or is_quoted(article, span):
            continue
        line = sentence_round(article, span)
        colon = article.text.find(": ", span.end, line.end)
        if colon >= 0 and article.folded.startswith(("here", "below"), span.start):
            line = line._replace(end=colon + 1)
        reported = line.end
        cut = line.end + (article.text[line.end : line.end + 1] == " ")
        fix = Fix("Delete the line", (Edit(Span(line.start, cut), ""),))
        yield Hit(
            line, "This line talks to the person who prompted it. Delete it and check what else came along.", fix=fix
        )


def _courtesies(article: Article) -> list[Span]:
    """Service talk that a person may use too: only at either end of copy in which nobody else says "I"."""
    weak = phrases(article, "bot-offers-weak")
    prose = [block.span for block in article.blocks if block.zone in PROSE] if weak else []
    if len(prose) < 2:
        return []
    if not no_writer(article):
        return []
    ends = (prose[0], prose[-1])
    return [hit.span for hit in weak if any(hit.span.start >= e.start and hit.span.end <= e.end for e in ends)]


def _to_somebody(article: Article, span: Span) -> bool:
    """An offer, and not what somebody wonders: "Want me to add a table?", but "they want me to turn back"."""
    line = sentence_round(article, span)
    if article.folded.startswith("want", span.start):
        return line.start == span.start and article.text[line.end - 1] == "?"
    asks = article.folded.startswith(_ASKS, span.start)
    return not asks or (line.start == span.start and article.text[line.end - 1] == "?")


_ASKS = ("shall", "should", "may", "can", "could", "might")


def _replies(article: Article) -> list[Span]:
    """ "Certainly! Here is a report on ..." at the head of a paragraph further down."""
    found = []
    for hit in phrases(article, "bot-openers"):
        block = article.blocks[article.block_at(hit.span.start)]
        if hit.span.start == block.span.start and block.zone in PROSE and article.text[hit.span.end] in "!.,:":
            match = _hands_over().match(article.folded, hit.span.end, block.span.end)
            if match:
                end = sentence_round(article, Span(match.end() - 1, match.end())).end
                colon = article.text.find(":", match.end(), end)
                found.append(Span(hit.span.start, end if colon < 0 else colon + 1))
    return found


@cache
def _hands_over() -> Pattern[str]:
    return pattern(
        r"[!.,:] (?:here(?:'s| is| are)|below (?:is|are)) (?:an?|the|your|my|some|three|two) (?:[\w'-]{1,16} ){0,4}"
        r"(?:articles?|drafts?|stor(?:y|ies)|pieces?|reports?|summar(?:y|ies)|versions?|headlines?|paragraphs?|text|"
        r"copy|rewrites?|outlines?|introductions?|ledes?|openings?|posts?|press releases?|captions?)\b"
    )


def _openers(article: Article) -> list[Span]:
    """ "Sure! Here is ..." as the first words of all."""
    hits = phrases(article, "bot-openers")
    if not hits or hits[0].first > 40:
        return []
    first = next((block.span for block in article.blocks if block.zone in PROSE), None)
    headline = next((block.span for block in article.blocks if block.zone == "headline"), None)
    for hit in hits[:3]:
        if not any(start and hit.span.start == start.start for start in (first, headline)):
            continue
        following = article.words.folded[hit.last + 1 : hit.last + 2]
        if article.text[hit.span.end : hit.span.end + 1] in ("!", ",", ".", ":", "—") and _AFTER_OPENER.intersection(
            following
        ):
            at = article.words.starts[hit.last + 1]
            last = sentence_round(article, Span(at, at + 1))
            block = article.blocks[article.block_at(at)].span
            return [Span(hit.span.start, last.end if last.end > at + 1 else block.end)]
    return []


def _tasks(article: Article) -> list[Span]:
    """ "Here's a summary of Monday's matches:" as the first line of all."""
    hits = phrases(article, "bot-tasks")
    first = next((block for block in article.blocks if block.zone == "headline" or block.zone in PROSE), None)
    if not hits or first is None or hits[0].span.start != first.span.start:
        return []
    return [first.span] if article.text[first.span.end - 1] == ":" else []
