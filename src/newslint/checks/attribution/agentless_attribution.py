from __future__ import annotations

from newslint import (
    Article,
    Attribution,
    Hit,
    Iterator,
    Pattern,
    Severity,
    Span,
    cache,
    covering,
    expected_by_nobody,
    is_adverb,
    is_participle,
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
    "reportedly",
    "supposedly",
    "purportedly",
    "is believed",
    "believed to",
    "are believed",
    "was estimated",
    "is thought",
    "are thought",
    "is said",
    "are said",
    "was said",
    "were said",
    "said to",
    "is understood",
    "are understood",
    "understood to",
    "reported to",
    "it is said",
    "it was said",
    "it is understood",
    "it is believed",
    "it is expected",
    "it is anticipated",
    "it is reported",
    "it was reported",
    "it has been reported",
    "it is claimed",
    "is reported",
    "are reported",
    "was reported",
    "were reported",
    "is rumoured",
    "is rumored",
)
"""Words that the next sentence's speaker does not stand behind, nor the habit of naming sources."""
_LEADS_HOLDER = ((" by ", 120), (" from ", 40), (" among ", 40))
"""What leads to whoever holds the view, and within how many code points: "seen as a sign of intent from Norva" is not
Norva's view."""
_PASSIVE = ("is ", "are ", "was ", "were ", "be ", "been ", "being ")
"""Forms of "be" at the start of a view; only "by" leads to its holder."""
_TENSED = (*_PASSIVE, "it ")
_BEHIND = 200
"""Code points behind the words within which something shows the view, or a name in brackets holds it."""
_SUBJECT = 20
"""Code points before words in which a name that is their subject ends."""
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
_HAS = frozenset("has have had also".split())
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
    own = own_account(article)
    severity: Severity | None = "info" if own or names_its_sources(article) else None
    vouched, known = vouched_sentences(article), sourced_sentences(article)
    quoted = [q.span for q in quotations(article)]
    court = {article.block_at(hit.span.start) for hit in phrases(article, "court-words")}
    named = [name.span for name in names(article)]
    told: list[Span] = []
    for span, hint, note in sorted(hidden):
        index = article.sentence_index(span.start)
        said = article.folded[span.start : span.end]
        told_by = note == "told"
        if told_by and _in_a_paper(article, span, index):
            continue
        hides = said.startswith(_OF_ITSELF) or (said.startswith(_TENSED) and _plain(said).startswith(_OF_ITSELF))
        hides = hides or told_by
        below = not hides and index in vouched and index not in known  # the next sentence has a source
        if below and (known[index + 1].quoted or article.text[article.sentences[index + 1].span.start] in '"“'):
            continue  # which tells it in its own words
        if any(map(str.isdigit, said)):
            continue  # "drew 31 objections" was counted
        carried = index in known and known[index].carried
        backed = index in known and not carried and not (hides and _of_another(known[index]))
        that = told_by or (said.startswith("it ") and said.endswith(" that"))
        backed = backed and not (that and _within(article, span, known[index]))
        if index < 0 or backed or covering(quoted, *span) >= 0 or (told and span.overlaps(told[-1])):
            continue
        if note == "infinitive" and not _infinitive().match(article.folded, span.end):
            continue  # "reported to the police"
        if said.startswith(_LEGAL) and article.sentences[index].block in court:
            continue
        if article.text[article.sentences[index].span.end - 1] == "?":
            continue
        if note == "nameless" and covering(named, span.start, span.end + _NAMED) >= 0:
            continue  # "published in a journal, Tide Watch"
        if _held(article, span, index, named):
            continue
        told.append(span)
        guess = note == "guess"
        question = "Whose guess is this?" if guess else "Who holds this view?"
        known_as = None if hides and not own else severity
        level = "doubtful" if carried or note in ("weak", "nameless") else "info" if guess else known_as
        if below and level == "info":
            level = "doubtful"
        yield Hit(span, f"{question} {hint.capitalize()}.", level)
    for claim in forecasts:
        if expected_by_nobody(article, claim) and not _in_brackets(article, claim.span, claim.sentence, named):
            message = "Who expects this? Name the forecaster, or cut it."
            yield Hit(claim.span, message, None if claim.sure else "info")


def _plain(said: str) -> str:
    """The words without their adverbs: of ``is also widely believed`` ``is believed``."""
    first, _, rest = said.partition(" ")
    return " ".join((first, *(word for word in rest.split() if not is_adverb(word))))


def _of_another(other: Attribution) -> bool:
    """Whoever praises, asks or hopes in the sentence does not say the rest of it."""
    return other.kind in ("act", "stance") and not (other.quoted or other.carried)


def _in_a_paper(article: Article, span: Span, index: int) -> bool:
    """``In the letter of the two clubs, it is stated that``."""
    if index < 0:
        return False
    words = article.words
    before = [words.folded[i] for i in words.between(article.sentences[index].span.start, span.start)]
    return "in" in before and not _PAPERS.isdisjoint(before)


def _within(article: Article, span: Span, other: Attribution) -> bool:
    """What the other says is told by nobody, too: ``It was learned that Ruiz said so to the board``."""
    end = article.sentences[other.sentence].span.end
    return other.kind != "frame" and other.said_by.start > span.end and end - other.said_by.end > _STOP


def _held(article: Article, span: Span, index: int, named: list[Span]) -> bool:
    """True where "by", "from" or "among" and a name follow, or a name in brackets.

    "By" leads to whoever did what the word before it says: "is thought to be the cup used by the saint" has no holder.
    Nor has an adverb: "was reportedly stopped by Norva Police".
    """
    end = min(article.sentences[index].span.end, span.end + _BEHIND)
    if _shown().search(article.folded, span.end, end) or article.text.startswith(": ", span.end):
        return True  # "not every one was admired: a ruling of 1996 was overturned"
    if article.folded.startswith("raise", span.start) and _raised_by(article, span.start, named):
        return True
    if not article.folded.endswith("ly", span.start, span.end):
        behind = article.folded[span.end : min(end, span.end + 120)]
        passive = article.folded.startswith(_PASSIVE, span.start)
        for led, most in _LEADS_HOLDER[:1] if passive else _LEADS_HOLDER:
            at = behind.find(led, 0, most)
            of_another = at > 0 and led == " by " and is_participle(behind[:at].rpartition(" ")[2])
            if at >= 0 and not of_another and covering(named, span.end + at, min(end, span.end + at + 60)) >= 0:
                return True
    return _in_brackets(article, span, index, named)


def _raised_by(article: Article, start: int, named: list[Span]) -> bool:
    """A name is the subject of the words at `start`: "Berg Bank has raised concerns"; but not "the Holm Plan"."""
    i = covering(named, max(0, start - _SUBJECT), start)
    while 0 <= i < len(named) and named[i].start < start:
        between = article.folded[named[i].end : start].split()
        if not between or (len(between) == 1 and between[0] in _HAS):
            return not article.folded.endswith(("the ", "’s ", "'s "), 0, named[i].start)
        i += 1
    return False


@cache
def _infinitive() -> Pattern[str]:
    """What a thing is said to be, to have or to do."""
    return pattern(
        r" (?:be|have|amount|stand|run|come|date|weigh|measure|number|total|contain|include|hold|house|cost|cover|"
        r"involve|comprise|own|employ|live|belong|carry|support|exceed|reach|earn|want|favou?r|feature|originate|stem|rest|"
        r"lie)\b(?! of\b)"
    )


@cache
def _shown() -> Pattern[str]:
    """What shows it ("as evidenced by a map"), or that somebody is described ("is thought to be in his fifties")."""
    return pattern(
        r", as (?:evidenced|shown|documented|recorded|attested|confirmed) (?:by|in|on) "
        r"| be (?:aged |in (?:his|her|their) [a-z -]{0,12}(?:teens|ties)\b"
        r"|(?:between )?\d+(?: (?:and|to|or) \d+)? years old)"
    )


def _in_brackets(article: Article, span: Span, index: int, named: list[Span]) -> bool:
    """``is projected to reach $2bn (Vantor)``, but not the short form of a name: ``the Holm Port Authority (HPA)``."""
    opens = article.text.find(" (", span.end, min(article.sentences[index].span.end, span.end + _BEHIND)) + 2
    i = covering(named, opens, opens + 1) if opens > 1 and covering(named, opens - 3, opens - 2) < 0 else -1
    return i >= 0 and named[i].start == opens and article.text.startswith((")", ", "), named[i].end)
