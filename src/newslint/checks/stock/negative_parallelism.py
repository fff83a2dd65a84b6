from __future__ import annotations

from bisect import bisect_left

from newslint import (
    DO,
    FINITE_BE,
    HAVE,
    MODALS,
    Article,
    Hit,
    Iterator,
    PhraseHit,
    Severity,
    Span,
    figures,
    inside,
    merged,
    names,
    phrases,
    rule,
)

_REACH = 30
"""Words within which the second half must begin."""
_TURN = frozenset(
    ("but", "it's", "it", "they", "they're", "he", "he's", "she", "she's", "this", "that's", "we're", "rather", "also")
)
_AGAIN = frozenset("it's it they're they this that's".split())
_SHORT = 14
"""Words of a denial that only makes room for the assertion."""
_SUBJECT = 5
"""Words of what is denied to be something."""
_SOMEBODY = frozenset("he she he's she's we".split())
_PERSONS = _AGAIN | _SOMEBODY | {"these", "those"}
"""What a second sentence opens with that turns to what the thing is."""
_DENIES = frozenset("isn't wasn't aren't weren't doesn't didn't don't hasn't haven't won't".split())
_NOTS = tuple([be, "not"] for be in sorted(FINITE_BE))
_SHARPER = frozenset("even a an the just about".split())
"""What a denial that is said once more goes on with."""
_FRAGMENT = 12
"""Words of "No this, no that", which has no verb."""
_VERBS = FINITE_BE | HAVE | DO | MODALS | _DENIES
_LANDS = frozenset("just only simply merely but more rather".split())
"""What the sentence after "No this, no that" opens with."""
_CONJUNCTIONS = frozenset("although though while whilst if because since when as even whether unless".split())
"""What makes of the denial a clause of its own."""
_OPEN_AGAIN = frozenset("not also to still being expected due likely unclear".split())
"""What goes on with the news in place of turning it round."""
_ALONE = ("more than", "your", "goes beyond", "not about", "n't about", "less ", "so much ", "whether ")
_BUILT_UP = ("not just", "more than just", "not only", "not merely", "not simply")
"""Words of a denial that are named; others go without saying."""


@rule(
    "info",
    wakes=["not-just", "denials", "flat-denials"],
    why="Wikipedia, Signs of AI writing (negative parallelisms).",
    exceptions=(
        "Quotations; both halves carry a name or a figure; a stated belief that is put right with a source; “not only "
        "… but also” in a sober report, where it joins two facts."
    ),
    options={
        "warning_from": "How many in an article are warnings (“not only” not counted).",
    },
    bad=[
        "It's <<not just a company; it's>> a movement.",
        "The app is <<more than just>> a tool.",
        "The plan is <<not only about money but>> about pride.",
        "<<This isn't luck. It's>> the fruit of years of work.",
        "The strike <<was never just about pay. It>> tested who runs the port.",
        "The fair looks <<less like a party and more like>> a trade show.",
        "<<No stage, no stewards. Just>> forty singers in a field.",
        "<<She isn't a senator. She isn't>> even a member.",
        "It sounds cheap. <<It isn't.>>",
    ],
    good=[
        "The company also runs a school in Leeds.",
        "Not only Shell but BP too cut its dividend.",
        "The fire did not just happen, the inquiry found.",
        "It is not open yet. It is to be painted in May.",
        "Although it is not cheap, it is quick to build.",
        "The mill no longer makes flour; it makes gears.\nNo fish were caught, no nets were lost.\n"
        "The office isn't open on Sunday. It isn't open on Monday in May.",
    ],
)
def negative_parallelism(article: Article, *, warning_from: int = 2) -> Iterator[Hit]:
    """A thing is built up by saying what it is not.

    "Not just X but Y" denies something that nobody said, so that Y may sound larger. Once is a figure of speech, often
    is a habit, and a warning.

    Drop the "not just" and state what it is.
    """
    just = [span for hit in phrases(article, "not-just") if (span := _whole(article, hit.span, hit.last))]
    denied = [_denied(article, hit) for hit in phrases(article, "denials")]
    taken = merged(just)
    found = _first_ones(just)
    denied += _flat(article)
    for span in _first_ones(sorted(filter(None, denied))):
        i = bisect_left(taken, span.end, key=lambda held: held.start)
        if i == 0 or taken[i - 1].end <= span.start:
            found.append(span)
    # "Not only … but" also joins two facts; the rest is figure of speech.
    figures_of_speech = sum(not article.folded.startswith("not only", span.start) for span in found)
    level: Severity | None = "warning" if figures_of_speech >= warning_from else None
    for span in found:
        joins = article.folded.startswith("not only", span.start) and article.folded.startswith(" also ", span.end)
        said = article.folded[slice(*span)]
        denial = next((f"“{words}”" for words in _BUILT_UP if words in said), "denial")
        yield Hit(span, f"Drop the {denial}; state what it is.", "doubtful" if joins else level)


def _first_ones(spans: list[Span]) -> list[Span]:
    """The spans that begin behind the end of all before them."""
    kept, reached = [], -1
    for span in spans:
        if span.start >= reached:
            kept.append(span)
        reached = max(reached, span.end)
    return kept


def _whole(article: Article, span: Span, last: int) -> Span | None:
    """From the "not" to the word that turns to the second half; None where there is no second half to be puffed up."""
    if span.end - span.start > 5 and any(mark in article.folded[span.start : span.end] for mark in _ALONE):
        return span
    sentence = article.sentence_at(span.start)
    if sentence is None:
        return None
    words, folded = article.words, article.folded
    end = sentence.span.end
    n = article.sentence_index(span.start) + 1
    after = [s.span for s in article.sentences[n : n + 1] if s.block == sentence.block]
    for i in range(last + 1, min(last + _REACH, len(words.folded))):
        start = words.starts[i]
        if start >= end:
            break
        word = words.folded[i]
        if word not in _TURN:
            continue
        if words.folded[i + 1 : i + 2] == ["said"]:  # somebody else denies it
            return None
        gap = folded[words.ends[i - 1] : start]
        if word == "but" or (word != "also" and any(c in gap for c in ";,–—-")):
            return (
                None if _concrete(article, Span(span.end, start), Span(start, end)) else Span(span.start, words.ends[i])
            )
    if after:
        first = words.at(after[0].start)
        turn, following = words.folded[first], words.folded[first + 1 : first + 2]
        is_again = turn in _AGAIN and ("'s" in turn or not FINITE_BE.isdisjoint(following))
        if turn in _PERSONS and following != ["also"] and (is_again or "only" not in folded[span.start : span.end]):
            both = _concrete(article, Span(span.end, end), after[0])
            return None if both else Span(span.start, words.ends[first])
    return None


def _denied(article: Article, hit: PhraseHit) -> Span | None:
    """ "This isn't A. It's B.": from the subject to where it is named again, in few and plain words."""
    span, last = hit.span, hit.last
    sentence = article.sentence_at(span.start)
    words, folded = article.words, article.words.folded
    if sentence is None or len(words.between(*sentence.span)) > 2 * _SHORT:
        return None
    subject = folded[words.at(sentence.span.start) : hit.first]
    if "more than" not in article.folded[span.start : span.end] and (
        (len(subject) > _SUBJECT and subject[0] != "what") or not _CONJUNCTIONS.isdisjoint(subject)
    ):
        return None
    n = article.sentence_index(span.start) + 1
    after = article.sentences[n] if n < len(article.sentences) else None
    for i in range(last + 2, min(last + _SHORT, len(folded) - 1)):
        start = words.starts[i]
        gap = article.folded[words.ends[i - 1] : start]
        if start >= sentence.span.end:
            if after is None or after.block != sentence.block:
                return None
        elif not any(mark in gap for mark in ",;—–"):
            continue
        again = _named_again(folded, i, _subject(folded, words.at(sentence.span.start)))
        turns = again and folded[again] in FINITE_BE and folded[i] not in _SOMEBODY
        if turns or (folded[i] in _AGAIN and "'" in folded[i]):
            follow = after.span.end if after and start >= sentence.span.end else sentence.span.end
            whole = Span(sentence.span.start, follow)
            plain = not inside(figures(article), whole) and not inside(names(article), Span(span.start, follow))
            open_again = _OPEN_AGAIN.intersection(folded[i + 1 + ("'" not in folded[i]) : i + 3])
            if plain and not open_again:
                return Span(span.start, words.ends[i])
        if start >= sentence.span.end:
            return Span(sentence.span.start, words.ends[again]) if again and _sharper(folded, again) else None
    return None


def _subject(folded: list[str], first: int) -> list[str]:
    """What the sentence denies something of: the words before its verb."""
    end = next((i for i in range(first, first + _SUBJECT) if folded[i : i + 1] and folded[i] in _VERBS), first)
    return folded[first:end]


def _named_again(folded: list[str], i: int, subject: list[str]) -> int:
    """The word behind the subject where it is named again from word `i` on, or 0."""
    if folded[i] in _PERSONS:
        return i + 1
    behind = i + len(subject)
    return behind if subject and folded[i:behind] == subject and behind < len(folded) else 0


def _sharper(folded: list[str], verb: int) -> bool:
    """Denied once more: "She isn't a senator. She isn't even a member." """
    not_it = folded[verb] in _DENIES or folded[verb : verb + 2] in _NOTS
    return not_it and not _SHARPER.isdisjoint(folded[verb + 1 : verb + 3])


def _flat(article: Article) -> Iterator[Span | None]:
    """ "It isn't." alone, or "No this, no that" before the text says what it is."""
    read = -1
    """The sentence up to which "No this" has been called: what begins within a roll is told with it, or nothing."""
    for hit in phrases(article, "flat-denials"):
        n = article.sentence_index(hit.span.start)
        if n < 0 or hit.first != article.sentence_words[n].start:
            continue
        if hit.data.get("hint") != "roll":
            yield article.sentences[n].span if hit.last + 1 == article.sentence_words[n].stop else None
        elif n >= read:
            span, read = _roll(article, n)
            yield span


def _roll(article: Article, n: int) -> tuple[Span | None, int]:
    """ "No stage, no stewards. Just …", in one sentence without a verb or several, and the sentence that ends it."""
    start, block = article.sentences[n].span.start, article.sentences[n].block
    folded, refused = article.words.folded, 0
    while n < len(article.sentences) and article.sentences[n].block == block:
        where = article.sentence_words[n]
        said = folded[where.start : where.stop]
        if said[0] != "no":
            lands = refused > 1 and said[0] in _LANDS
            return (Span(start, article.words.ends[where.start]) if lands else None), n
        if len(said) > _FRAGMENT or any(word in _VERBS or word.endswith("ed") for word in said):
            return None, n
        refused += sum(word == "no" != after for word, after in zip(said, [*said[1:], ""], strict=True))
        n += 1
    return (Span(start, article.sentences[n - 1].span.end) if refused > 2 else None), n


def _concrete(article: Article, one: Span, other: Span) -> bool:
    return all(inside(names(article), half) or inside(figures(article), half) for half in (one, other))
