from __future__ import annotations

from newslint import (
    COUNTED,
    Article,
    Attribution,
    Hit,
    Iterator,
    NamedTuple,
    Severity,
    Span,
    attributions,
    covering,
    crowd_moods,
    crowd_reactions,
    crowd_responses,
    empty_sentences,
    figures,
    hollow,
    is_anybody,
    is_plural_of_people,
    is_view,
    named_below,
    own_account,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    sourced_share,
    speaks_its_mind,
    trade_of,
    trades_named,
    voices,
    vouched_sentences,
)

_JUDGES = frozenset("argue warn suggest caution contend claim believe".split())
"""Analysts who argue or warn have an opinion; "analysts said" may only be a wire's way to put a fact."""
_SIDES = frozenset(
    "critics opponents supporters proponents detractors sceptics skeptics others charities ngos groups organisations "
    "organizations associations bodies outfits".split()
)
"""Groups that have an opinion whatever they do."""
_NOBODY = ("anonymous", "generic", "organisation")
"""Classes of source behind which unnamed people may stand."""
_PARTED = (", ", "; ", " but ", " while ", " although ")
_FINDERS = ("researchers", "scientists", "academics", "astronomers", "archaeologists", "doctors")
_BACK = 1500
"""Code points within which a group was spoken of before."""
_BRIEF = 5
"""Sentences below which a share says nothing."""
_ASKED = frozenset("interviews interviewed questionnaire questionnaires respondents surveyed polled".split())
_ROOM = 60
"""Code points of the article's words in a message."""
_EMPTY = 1
"""Sentences that praise, guess or cite nobody; in an article without them a crowd may do as it likes."""
_FELT = "name one of them, or cite a count"
_OFFICE = ("official", "officials", "authorities")
_FORGIVEN = 0.35
"""Share of sourced sentences from which a lapse is advice, if the next is reached, too."""
_HEARD = 3
"""Named people and bodies that speak."""
_LEANING = 0.4
"""Share of sourced sentences below which any plural of people counts as a group."""
_KINDS = frozenset(
    "news media press agency agencies regional local national international foreign online various several multiple "
    "other social blog blogs post posts report reports article articles website websites site sites web internet "
    "release releases outlet outlets interview interviews expert experts analysts wire wires service services publicly "
    "public available open information newspaper newspapers broadcasters tv radio search results ai generated summary "
    "forums general knowledge the and or of from two three a".split()
)
"""What a list of sources holds that names none."""
_MARKS = 8
"""Signs of markup before the word "Sources"."""
_BARE = 0.25
"""Share of sourced sentences from which the authorities of a crime report are known."""


@rule(
    "warning",
    wakes=["group-heads", "crowds", "source-lists", crowd_reactions, crowd_responses, attributions],
    why="AP and Reuters: name the source, never a plural for one; Wikipedia, Words to watch (weasel words).",
    exceptions=(
        "Groups named in the sentence or the next one or told of before (“both firms”), officials of a named place or "
        "in the news of police and courts, quotations, and polls with their pollster."
    ),
    bad=[
        "<<Experts say>> the chip will change everything.",
        "<<Some critics have questioned>> the plan.",
        "The bridge will not last the winter, <<according to analysts>>.",
        "<<The town is buzzing>> about the fair, and <<fans are eagerly awaiting>> the final.",
        "<<Many believe>> that the tax will fall.",
        "<<Analysts say>> that Vantor has criticised the plan.",
        "Vantor said that it would stay, but <<observers say>> that it will sell.",
        "<<Human rights groups say>> that nobody was asked.",
        "<<Animal charities say>> that any dog can bite.",
        "Nobody was asked.\n\n<<Sources: [1] news agencies; [2] local press>>",
    ],
    good=[
        "Mei Lin, a chip analyst at Berg Bank, said the part uses half the power.",
        "Two unions, Nordhand and Ropewalk, have questioned the plan.",
        "Analysts at Berg Bank said the bridge would last ten winters.",
        'Critics said the plan was too dear. "It doubles the rent," said Ana Ruiz of the tenants\' union.',
        "Experts from Holm University, including Ola Berg, said the dam was safe.",
        "Police held a man on Monday. The shot came from the roof, authorities said.",
        "A comet may be seen in May, astronomers said.\n\nDr Ada Brandt of Holm University said it might fade.",
        '"Experts say so, and I say no," Ruiz told the council.',
        "Nobody was asked.\n\nSources: the Orford Courier; agencies",
        "Officers responded to reports of gunfire in Dock Street.",
        "Norva and Vantor sold it.\n\nBoth companies claim that the pump fails.\n\nOfficials from both towns said so.",
    ],
)
def vague_attribution(article: Article) -> Iterator[Hit]:
    """A group without a name is made to say it.

    "Experts say" gives the reader nobody to check and the writer nobody to ring. Name one of them with title and
    employer, cite a count, or cut the sentence. Advice in a text of the first person, and where three named people
    or bodies speak and a third of the sentences has a source, but not of a trade of which nobody is named. Where fewer
    than two in five have one, any plural of people ("dealers", "tenants") counts as a group, and not only those that
    reporters wear out.
    """
    yield from _listed(article)
    generic = [a for a in attributions(article) if a.source_class == "generic" and a.source is not None]
    felt = [(span, _FELT) for span in crowd_moods(article)]
    felt += [(hit.span, hit.data["hint"]) for hit in phrases(article, "crowds")]
    some = [a for a in attributions(article) if a.source is not None and a.source_class in _NOBODY and not a.carried]
    if not (generic or felt or some or crowd_reactions(article) or crowd_responses(article)):
        return
    share = sourced_share(article)
    own = own_account(article)
    known_crime = len(article.sentences) < _BRIEF or share >= _BARE
    case = _Case(
        article,
        severity="info" if own or (share >= _FORGIVEN and voices(article) >= _HEARD) else None,
        own=own,
        thin=share < _LEANING,
        crime=known_crime and bool(phrases(article, "court-words")),
        empty=len(empty_sentences(article)) >= _EMPTY and not own,
        polled={article.sentence_index(f.span.start) for f in figures(article) if f.kind == "percent"},
        told=set(),
        moved=set(),
    )
    yield from _groups(case, generic)
    yield from _moods(case, felt)
    if case.empty:
        yield from _who_view(case)
        yield from _people_of_a_kind(case, some)
        yield from _reactions(case)


def _listed(article: Article) -> Iterator[Hit]:
    """ "Sources: news agencies; regional press": kinds in place of names."""
    text, words = article.text, article.words
    for hit in phrases(article, "source-lists"):
        block = article.blocks[article.block_at(hit.span.start)].span
        opens = hit.span.start - block.start <= _MARKS and not text[block.start : hit.span.start].strip("([*_ ")
        if not opens or not text.startswith(":", hit.span.end):
            continue
        kinds = words.folded[hit.last + 1 : words.between(*block).stop]
        if kinds and _KINDS.issuperset(word for word in kinds if not word.isdigit()):
            yield Hit(block, "Kinds of sources lead a reader nowhere. Name each, with date and title.")


class _Case(NamedTuple):
    """An article as this rule sees it."""

    article: Article
    severity: Severity | None
    """Advice, where a lapse is forgiven."""
    own: bool
    """A text of the first person."""
    thin: bool
    """Any plural of people counts as a group."""
    crime: bool
    """News of police and courts, whose authorities are known."""
    empty: bool
    """It has sentences that praise, guess or cite nobody: what good reports say, too, counts among many flaws."""
    polled: set[int]
    """Sentences that give a share, as of those whom a poll asked."""
    told: set[int]
    """Sentences with a finding on who says it."""
    moved: set[int]
    """Sentences with a finding on who feels it."""

    def hit(self, span: Span, hint: str, trade: str = "") -> Hit:
        """The finding on a group that nobody can ask; a lapse is forgiven where one of its trade is named."""
        said = " ".join(self.article.text[slice(*span)].split())
        shown = said if len(said) <= _ROOM else said[:_ROOM].rpartition(" ")[0] + " …"
        return Hit(span, f"Who? “{shown}” gives the reader nobody to check: {hint}.", self._severity(trade))

    def _severity(self, trade: str) -> Severity | None:
        forgiven = self.own or not trade or trade in trades_named(self.article)
        return self.severity if forgiven else None

    def doubt(self, span: Span) -> Hit:
        """A hit on words that only copy full of other flaws is asked about."""
        return self.hit(span, _FELT)._replace(severity="doubtful")


def _groups(case: _Case, generic: list[Attribution]) -> Iterator[Hit]:
    """``Experts say``, and ``they`` in the next sentence."""
    article, told = case.article, case.told
    heads = phrases(article, "group-heads")
    places = [hit.span for hit in heads]
    vouched, known, lax = vouched_sentences(article), sourced_sentences(article), hollow(article)
    for attribution in generic:
        at, head = attribution.sentence, attribution.head
        if at in told or (at in vouched and not _beside(article, attribution, known.get(at))):
            continue
        if head == "they":
            if case.empty and at - 1 in told:
                told.add(at)
                yield Hit(attribution.said_by, "Who are “they”? Name one of them, or cut it.", "doubtful")
            continue
        i = _group(article, places, attribution)
        if i < 0 and not (case.thin and is_plural_of_people(article, attribution)):
            continue
        group = heads[i].data if i >= 0 else {}
        note = "" if lax else group.get("note", "")  # in hollow copy a crowd may do more than say
        if not speaks_its_mind(article, attribution, note == "crowd"):
            continue
        if head in _OFFICE and (case.crime or _police(article, attribution)):
            told.add(at)
            continue
        if _introduced(case, attribution) or _counted(article, attribution):
            continue
        told.add(at)
        trade = _trade(article, attribution)
        hit = case.hit(attribution.said_by, group.get("hint", "name one of them") + ", or cut it", trade)
        cue = article.folded[slice(*attribution.cue)]
        opinion = not (case.own or trade) and (cue in _JUDGES or (cue == "say" and head in _SIDES))
        yield hit._replace(severity=None) if opinion else hit


def _trade(article: Article, attribution: Attribution) -> str:
    """The trade of the group, but for "observers from 14 countries" and what "analysts had expected" of a firm."""
    source, cue = attribution.source, attribution.cue
    if source is None or article.folded.endswith(" had ", 0, cue.start) or " from " in article.folded[slice(*source)]:
        return ""
    return trade_of(attribution.head)


def _counted(article: Article, attribution: Attribution) -> bool:
    """ "212 users had complained": a figure, which asks for a source and not for names."""
    return attribution.source is not None and article.text[attribution.source.start].isdigit()


def _moods(case: _Case, felt: list[tuple[Span, str]]) -> Iterator[Hit]:
    """``Fans are eager``, ``the town is buzzing``."""
    article, end = case.article, -1
    vouched, quoted = vouched_sentences(article), [q.span for q in quotations(article)]
    for span, hint in sorted(felt):
        at = article.sentence_index(span.start)
        if at < 0 or at in case.told or at in vouched or covering(quoted, *span) >= 0 or span.start < end:
            continue
        end = span.end
        case.moved.add(at)
        trade = max(map(trade_of, article.folded[slice(*span)].split()))
        yield case.hit(span, hint, trade)


def _who_view(case: _Case) -> Iterator[Hit]:
    """``in line with critics who see it as a threat``."""
    article = case.article
    known = sourced_sentences(article)
    for hit in phrases(article, "group-heads"):
        if not article.folded.startswith(" who ", hit.span.end):
            continue
        view = article.folded[hit.span.end + 5 : hit.span.end + 5 + _ROOM].partition(" ")[0]
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in case.told or at in case.moved or at in known:
            continue
        if is_view(view):
            case.told.add(at)
            yield case.doubt(Span(hit.span.start, hit.span.end + 5 + len(view)))


def _people_of_a_kind(case: _Case, some: list[Attribution]) -> Iterator[Hit]:
    """``According to eyewitnesses``."""
    article, known = case.article, sourced_sentences(case.article)
    for attribution in some:
        at = attribution.sentence
        if at in case.told or at in case.moved:
            continue
        if at in known and article.folded.startswith("citing ", attribution.cue.start):
            continue  # "The Courier, citing aides, said": it answers for them
        if is_anybody(article, attribution) and not _introduced(case, attribution):
            case.told.add(at)
            yield case.doubt(attribution.said_by)


def _reactions(case: _Case) -> Iterator[Hit]:
    """``Many fans wonder``, ``applauded by many``."""
    article = case.article
    known, vouched = sourced_sentences(article), vouched_sentences(article)
    quoted = [q.span for q in quotations(article)]
    for span in sorted((*crowd_reactions(article), *crowd_responses(article))):
        at = article.sentence_index(span.start)
        if article.folded.startswith(_FINDERS, span.start) and (at in vouched or named_below(article, at)):
            continue  # "Researchers have found", and the next sentence names their study
        if not (at in case.told or at in case.moved or at in known) and covering(quoted, *span) < 0:
            case.moved.add(at)
            yield case.doubt(span)


def _beside(article: Article, attribution: Attribution, other: Attribution | None) -> bool:
    """``according to critics``, in a sentence in which somebody else is cited for what they do; or somebody else in
    what the group says (``Experts say that Vantor has criticised``) or in another clause (``Ruiz agreed, but``)."""
    if other is None or other.carried:
        return False
    deed = other.kind in ("act", "stance") and not other.quoted
    if attribution.kind in ("speech", "stance") and deed and attribution.cue.end < other.cue.start:
        return True
    assert attribution.source is not None
    if attribution.cue.start > attribution.source.start and attribution.kind == "speech":
        between = article.folded[other.cue.end : attribution.source.start]
        return any(part in between for part in _PARTED)
    if attribution.kind != "frame" or article.folded[attribution.cue.start] != "a":
        return False
    return other.kind in ("act", "stance", "speech") and not other.quoted


def _group(article: Article, places: list[Span], attribution: Attribution) -> int:
    """The index of the group that is the source's chief word, or -1."""
    assert attribution.source is not None
    i = covering(places, *attribution.source)
    while 0 <= i < len(places) and places[i].start < attribution.source.end:
        if places[i].overlaps(attribution.source) and attribution.head in article.folded[slice(*places[i])]:
            return i
        i += 1
    return -1


def _introduced(case: _Case, attribution: Attribution) -> bool:
    """ "The researchers", of whom the text has spoken before, and "most" of those whom a poll has just counted."""
    article, source, head = case.article, attribution.source, attribution.head
    assert source is not None
    said = article.folded[slice(*source)]
    if said.startswith("both ") or " from both " in said or article.folded.endswith("both ", 0, source.start):
        return True
    if head in COUNTED and source.end - source.start < 20:
        at = attribution.sentence
        asked = at - 1 in case.polled or (at > 0 and _asked_them(article, at - 1))
        return asked and article.sentences[at - 1].block == article.sentences[at].block
    if head in _FINDERS and named_below(article, attribution.sentence):
        return True
    if not article.folded.startswith("the ", source.start) or not head:
        return False
    start = article.sentences[attribution.sentence].span.start
    return f" {head}" in article.folded[max(0, start - _BACK) : start]


def _asked_them(article: Article, sentence: int) -> bool:
    return not _ASKED.isdisjoint(map(article.words.folded.__getitem__, article.sentence_words[sentence]))


def _police(article: Article, attribution: Attribution) -> bool:
    """ "Police officials" of the story's place can be rung up."""
    source = attribution.source
    return source is not None and "police" in article.folded[source.start : source.end]
