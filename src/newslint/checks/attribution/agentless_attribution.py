from __future__ import annotations

from newslint import (
    Article,
    Attribution,
    Hit,
    Iterator,
    Mapping,
    NamedTuple,
    Pattern,
    Span,
    cache,
    covering,
    expected_by_nobody,
    held_beside,
    held_in_brackets,
    is_adverb,
    judged_by_nobody,
    names,
    names_its_sources,
    own_account,
    pattern,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    unsourced_claims,
    vouched_sentences,
)

_HINT = "name the holder, or give the fact that shows it"
_OF_ITSELF = (
    "reportedly", "supposedly", "purportedly", "is believed", "believed to", "are believed", "was estimated",
    "is thought", "are thought", "is said", "are said", "was said", "were said", "said to", "is understood",
    "are understood", "understood to", "reported to", "it is said", "it was said", "it is understood", "it is believed",
    "it is expected", "it is anticipated", "it is reported", "it was reported", "it has been reported", "it is claimed",
    "is reported", "are reported", "was reported", "were reported", "is rumoured", "is rumored",
)  # fmt: skip
"""Words that the next sentence's speaker does not stand behind, nor the habit of naming sources."""
_TENSED = ("is ", "are ", "was ", "were ", "be ", "been ", "being ", "it ")
_NAMED = 40
"""Code points behind a body or a journal in which its name stands."""
_PAPERS = frozenset(
    "announcement article bulletin circular communique complaint decision declaration decree document explanation file "
    "indictment judgment letter message minutes note notice paper petition post report ruling statement study "
    "text verdict".split()
)
"""In which something is stated."""
_STOP = 2
"""Code points behind the last word of a sentence at most: ``…, Ruiz said.”``."""
_LEGAL = ("allegedly", "alleged", "accused", "is said", "are said", "is alleged", "are alleged", "was alleged")


@rule(
    "warning",
    wakes=["agentless", "judged", "expectations"],
    why='NPR: never just "reportedly"; Wikipedia, Words to watch; IPSO 1 (comment, conjecture and fact).',
    exceptions=(
        "A named holder in the sentence; one quoted in the next; what shows it (“as evidenced by”); allegations in "
        "court; questions; quotations."
    ),
    bad=[
        "In <<poll after poll>>, people want a lime. <<Suspicion fell on>> the cook.\n\nThe results <<were described "
        "as very positive>>.",
        "The firm <<is widely regarded>> as a pioneer.",
        "<<By common consent>> it is dull, and <<the feeling is that>> it will close.\n\nIt is, <<as is well "
        "known>>, damp.",
        "<<It is no secret>> that the sector is struggling.",
        "The mayor <<reportedly>> left the meeting early.",
        "The plan has <<sparked debate>> in the town.",
        "The fire was <<probably>> laid.",
        "The cup <<is believed to>> be the one used by Saint Ola.",
        "The pilot was <<reportedly>> held by Norva Police.",
        "The plan has <<sparked debate>>. Ana Ruiz said that she would plant a lime in Dock Street.",
        "<<It is expected that>> the pier will reopen. Talks <<are expected in the coming days>>.",
        "The mine, <<said to>> hold coal, opens in May. The pump <<was also said to>> have failed.",
        "Ruiz, who <<is also believed>> to be a smith, agreed. The cook, <<believed to>> be a Dane, left.",
        "The man was <<reportedly>> armed and is being questioned by Norva Police.",
        "<<It was learned that>> the pump had failed.\n\n<<According to the information received>>, the crew left.\n\n"
        "<<As per reports>>, it sank. <<It was noted that>> Ana Ruiz had said so to the crew.",
    ],
    good=[
        "Vantor ranks the firm second by revenue.",
        "Sector revenue fell 8% in 2025, the trade body Motorkreis said.",
        "The firm is widely regarded as a pioneer by Berg Bank.",
        'The plan drew criticism. "It doubles the rent," said Ana Ruiz of the tenants\' union.',
        "The driver allegedly fled, police said in court.",
        "Sales have been reported to the data firm,\nRuiz said.",
        "A paper form\nis still accepted at the counter.",
        "The theft was reported to the police, and Ruiz said to them that she would stay.",
        'The plan has drawn 31 objections.\n\nThe sum drew most of the questions. Ola Berg said it was "thin ice for a '
        'house beside a river" and voted against it.\n\nThe driver was cited for failure to stop.',
        "The sums were published in a journal, Tide Watch.\n\nIt was raided by a gang.",
        "Why is the firm widely regarded as a pioneer?",
        "In the letter of the clubs, it was stated that the hall is cold.\n\nThe pump failed, according to information "
        "from Berg Bank.\n\nIt was learned that the crew had left, Ana Ruiz said.",
        "The garden is believed to be the oldest, as evidenced by a map of 1755.\n\nThe pilot is charged with fraud "
        "and is alleged to have fled.\n\nNot every vote was admired: one was taken twice.",
    ],
)
def agentless_attribution(article: Article) -> Iterator[Hit]:
    """A belief, a reputation or a debate that nobody holds.

    "Is widely seen as" and "has raised concerns" hide who sees and who worries, so that nobody can be asked. Name the
    holder, or give the fact that shows it. In a sober report a guess ("probably") is advice, and so is all of this in a
    text of the first person; elsewhere, too, where three named people or bodies speak and a third of the sentences has
    a source, but not words that hide their source of themselves ("reportedly", "is said to").
    """
    hidden = [(hit.span, hit.data["hint"], hit.data.get("note", "")) for hit in phrases(article, "agentless")]
    hidden += [(span, _HINT, "") for span in judged_by_nobody(article)]
    forecasts = [claim for claim in unsourced_claims(article) if claim.trigger == "forecast"]
    if not hidden and not forecasts:
        return
    case = _Case(
        article,
        known=sourced_sentences(article),
        vouched=vouched_sentences(article),
        quoted=[q.span for q in quotations(article)],
        named=[name.span for name in names(article)],
        courts={article.block_at(hit.span.start) for hit in phrases(article, "court-words")},
        own=own_account(article),
    )
    end = -1
    for span, hint, note in sorted(hidden):
        words = _words(article, span, note)
        if words.at < 0 or span.start < end or any(is_clear(case, words) for is_clear in _CLEAR):
            continue
        end = span.end
        yield _hit(case, words, hint)
    for claim in forecasts:
        if expected_by_nobody(article, claim) and not held_in_brackets(article, claim.span, claim.sentence):
            message = "Who expects this? Name the forecaster, or cut it."
            yield Hit(claim.span, message, None if claim.sure else "info")


class _Case(NamedTuple):
    """The article, and what is asked of it for all the words that hide somebody."""

    article: Article
    known: Mapping[int, Attribution]
    """Sources by sentence."""
    vouched: frozenset[int]
    quoted: list[Span]
    named: list[Span]
    courts: set[int]
    """Blocks that tell of a court."""
    own: bool
    """Told in the writer's own voice."""


class _Words(NamedTuple):
    """Words that hide who thinks or tells something."""

    span: Span
    said: str
    """The same, folded."""
    note: str
    """What the lexicon remarks on them."""
    at: int
    """Index of their sentence, or -1."""
    hides: bool
    """True where the next sentence's speaker does not stand behind them, nor the habit of naming sources."""


def _words(article: Article, span: Span, note: str) -> _Words:
    said = article.folded[span.start : span.end]
    hides = said.startswith(_OF_ITSELF) or (said.startswith(_TENSED) and _plain(said).startswith(_OF_ITSELF))
    return _Words(span, said, note, article.sentence_index(span.start), hides or note == "told")


def _hit(case: _Case, words: _Words, hint: str) -> Hit:
    """The words, with as much as is made of them."""
    question = "Whose guess is this?" if words.note == "guess" else "Who holds this view?"
    hit = Hit(words.span, f"{question} {hint.capitalize()}.")
    source = case.known.get(words.at)
    if (source is not None and source.carried) or words.note in ("weak", "nameless"):
        return hit._replace(severity="doubtful")
    if words.note == "guess" or case.own or (not words.hides and names_its_sources(case.article)):
        return hit._replace(severity="doubtful" if _vouched_below(case, words) else "info")
    return hit


def _vouched_below(case: _Case, words: _Words) -> bool:
    """No source in the sentence, but one in the next."""
    return not words.hides and words.at in case.vouched and words.at not in case.known


def _told_below(case: _Case, words: _Words) -> bool:
    """The source in the next sentence tells it in its own words."""
    if not _vouched_below(case, words):
        return False
    behind = words.at + 1
    return case.known[behind].quoted or case.article.text[case.article.sentences[behind].span.start] in '"“'


def _counted(case: _Case, words: _Words) -> bool:
    """``Drew 31 objections``."""
    return any(map(str.isdigit, words.said))


def _backed(case: _Case, words: _Words) -> bool:
    """The source of the sentence stands behind them."""
    source = case.known.get(words.at)
    if source is None or source.carried or (words.hides and _of_another(source)):
        return False
    that = (
        words.note == "told" or words.said.endswith(" that") or case.article.folded.startswith(" that ", words.span.end)
    )
    return not (that and _within(case.article, words.span, source))


def _quoted(case: _Case, words: _Words) -> bool:
    """They are somebody's who is quoted."""
    return covering(case.quoted, *words.span) >= 0


def _done(case: _Case, words: _Words) -> bool:
    """``Reported to the police``, and not ``reported to be``."""
    return words.note == "infinitive" and not _infinitive().match(case.article.folded, words.span.end)


def _in_court(case: _Case, words: _Words) -> bool:
    """An allegation in a paragraph on a court."""
    return words.said.startswith(_LEGAL) and case.article.sentences[words.at].block in case.courts


def _asked(case: _Case, words: _Words) -> bool:
    """The sentence is a question."""
    return case.article.text[case.article.sentences[words.at].span.end - 1] == "?"


def _title_behind(case: _Case, words: _Words) -> bool:
    """``Published in a journal, Tide Watch``."""
    start, end = words.span
    return words.note == "nameless" and covering(case.named, start, end + _NAMED) >= 0


def _plain(said: str) -> str:
    """The words without their adverbs: of ``is also widely believed`` ``is believed``."""
    first, _, rest = said.partition(" ")
    return " ".join((first, *(word for word in rest.split() if not is_adverb(word))))


def _of_another(other: Attribution) -> bool:
    """Whoever praises, asks or hopes in the sentence does not say the rest of it."""
    return other.kind in ("act", "stance") and not (other.quoted or other.carried)


def _in_a_paper(case: _Case, words: _Words) -> bool:
    """``In the letter of the two clubs, it is stated that``."""
    if words.note != "told":
        return False
    row = case.article.words
    before = [row.folded[i] for i in row.between(case.article.sentences[words.at].span.start, words.span.start)]
    return "in" in before and not _PAPERS.isdisjoint(before)


def _within(article: Article, span: Span, other: Attribution) -> bool:
    """What the other says is told by nobody, too: ``It was learned that Ruiz said so to the board``."""
    end = article.sentences[other.sentence].span.end
    return other.kind != "frame" and other.said_by.start > span.end and end - other.said_by.end > _STOP


@cache
def _infinitive() -> Pattern[str]:
    """What a thing is said to be, to have or to do."""
    return pattern(
        r" (?:be|have|amount|stand|run|come|date|weigh|measure|number|total|contain|include|hold|house|cost|cover|"
        r"involve|comprise|own|employ|live|belong|carry|support|exceed|reach|earn|want|favou?r|feature|originate|stem|rest|"
        r"lie)\b(?! of\b)"
    )


def _held(case: _Case, words: _Words) -> bool:
    """By somebody named behind them."""
    return held_beside(case.article, words.span, words.at)


_CLEAR = (
    _in_a_paper, _told_below, _counted, _backed, _quoted, _done, _in_court, _asked, _title_behind, _held,
)  # fmt: skip
"""What makes clear who holds or tells it, or leaves nobody to be named."""
