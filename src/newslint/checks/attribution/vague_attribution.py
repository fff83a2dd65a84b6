from __future__ import annotations

from newslint import (
    WELL_SOURCED,
    Article,
    Attribution,
    Hit,
    Iterator,
    NamedTuple,
    Severity,
    Span,
    answered_for,
    attributions,
    covering,
    crowd_frames,
    crowd_moods,
    crowd_reactions,
    crowd_responses,
    crowd_views,
    empty_sentences,
    excuse,
    finders_named,
    gives_an_opinion,
    hollow,
    is_anybody,
    is_plural_of_people,
    is_view,
    names_its_sources,
    own_account,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    sourced_share,
    speaks_its_mind,
    trade_of,
    trades_named,
    vouched_for,
    vouched_sentences,
    word_list,
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
_ROOM = 60
"""Code points of the article's words in a message."""
_KNOWN = ("", "authorities", "an office", "in print", "at work")
_EMPTY = 1
"""Sentences that praise, guess or cite nobody; in an article without them a crowd may do as it likes."""
_FELT = "name one of them, or cite a count"
_SINGLE = ("a ", "an ")
_MARKS = 8
"""Signs of markup before the word "Sources"."""


@rule(
    "warning",
    wakes=["group-heads", "crowds", "crowd-frames", "source-lists", crowd_reactions, crowd_responses, attributions],
    why="AP and Reuters: name the source, never a plural for one; Wikipedia, Words to watch (weasel words).",
    exceptions=(
        "Groups named in the sentence or the next one or told of before (“both firms”), officials of a named place or "
        "in the news of police, courts and disasters, quotations, and polls with their pollster."
    ),
    bad=[
        "<<Rival growers grumble>> that it is handed out.\n\nThe seal <<won warm praise from retail leaders>>.",
        "<<Experts say>> the chip will change everything.",
        "<<Some critics have questioned>> the plan.",
        "The bridge will not last the winter, <<according to analysts>>.",
        "<<The town is buzzing>> about the fair, and <<fans are eagerly awaiting>> the final.",
        "<<Many believe>> that the tax will fall.",
        "<<Analysts say>> that Vantor has criticised the plan.",
        "Vantor said that it would stay, but <<observers say>> that it will sell.",
        "<<Human rights groups say>> that nobody was asked.",
        "<<Animal charities say>> that any dog can bite.",
        "<<Experts draw attention to>> the date.\n\n<<Campaigners greeted the plan with relief>>.",
        "<<Critics have argued>> that it costs too much. Ana Ruiz rejected this, saying that it is cheap.",
        "It is safe <<in the opinion of most doctors>>.\n\n<<There are those who argue>> that it fails.",
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
        "It is safe in the opinion of most doctors at Holm University.",
        '"Experts say so, and I say no," Ruiz told the council.',
        "Nobody was asked.\n\nSources: the Orford Courier; agencies",
        "Officers responded to reports of gunfire in Dock Street.",
        "Ruiz and other supporters said so.\n\nDoctors at the city hospital said that he would live.\n\nEconomists "
        "call it the paradox of thrift. The pump failed twice, according to army figures.",
        "A gecko is new to science, researchers report in the journal Reptile Letters.\n\nThe hill is for sale.",
        "Rents fell, dealers at three banks said.\n\nDealers cited the weather.",
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
    felt = [(span, _FELT) for span in (*crowd_moods(article), *crowd_views(article))]
    framed = crowd_frames(article)
    felt += [(hit.span, hit.data["hint"]) for hit in phrases(article, "crowds")]
    some = [a for a in attributions(article) if a.source is not None and a.source_class in _NOBODY and not a.carried]
    if not (generic or felt or framed or some or crowd_reactions(article) or crowd_responses(article)):
        return
    own = own_account(article)
    case = _Case(
        article,
        severity="info" if own or names_its_sources(article) else None,
        own=own,
        thin=sourced_share(article) < WELL_SOURCED,
        empty=len(empty_sentences(article)) >= _EMPTY and not own,
        told=set(),
    )
    yield from _groups(case, generic)
    yield from _moods(case, felt)
    yield from _frames(case, framed)
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
        if kinds and word_list("source-kinds").issuperset(word for word in kinds if not word.isdigit()):
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
    empty: bool
    """It has sentences that praise, guess or cite nobody: what good reports say, too, counts among many flaws."""
    told: set[int]
    """Sentences of whose crowd something is said already."""

    def hit(self, span: Span, hint: str, trade: str = "") -> Hit:
        """The finding on a group that nobody can ask; a lapse is forgiven where one of its trade is named."""
        said = self.article.one_line(span)
        shown = said if len(said) <= _ROOM else said[:_ROOM].rpartition(" ")[0] + " …"
        return Hit(span, f"Who? “{shown}” gives the reader nobody to check: {hint}.", self._severity(trade))

    def _severity(self, trade: str) -> Severity | None:
        forgiven = self.own or not trade or trade in trades_named(self.article)
        return self.severity if forgiven else None

    def doubt(self, span: Span) -> Hit:
        """A hit on words that only copy full of other flaws is asked about."""
        return self.hit(span, _FELT)._replace(severity="doubtful")


def _frames(case: _Case, framed: tuple[Span, ...]) -> Iterator[Hit]:
    """``In the opinion of most doctors``."""
    for span in framed:
        if (at := case.article.sentence_index(span.start)) not in case.told:
            case.told.add(at)
            yield case.hit(span, _FELT)._replace(severity="info" if case.own else None)


def _groups(case: _Case, generic: list[Attribution]) -> Iterator[Hit]:
    """``Experts say``, and ``they`` in the next sentence."""
    article, told = case.article, case.told
    heads = phrases(article, "group-heads")
    places = [hit.span for hit in heads]
    lax = hollow(article)
    for attribution in generic:
        at, head = attribution.sentence, attribution.head
        if at in told or vouched_for(article, attribution):
            continue
        if head == "they":
            if case.empty and at - 1 in told:
                told.add(at)
                yield Hit(attribution.said_by, "Who are “they”? Name one of them, or cut it.", "doubtful")
            continue
        i = _group(article, places, attribution)
        if i < 0 and not (
            (case.thin and is_plural_of_people(article, attribution)) or gives_an_opinion(article, attribution)
        ):
            continue
        group = heads[i].data if i >= 0 else {}
        note = "" if lax else group.get("note", "")  # in hollow copy a crowd may do more than say
        if not speaks_its_mind(article, attribution, note == "crowd"):
            continue
        if article.folded.startswith(_SINGLE, attribution.source.start if attribution.source else 0):
            continue  # of whom anonymous-source asks
        excused = excuse(article, attribution)
        if excused in _KNOWN:  # known in all that the sentence says of them
            told.add(at)
        if excused:
            continue
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


def _moods(case: _Case, felt: list[tuple[Span, str]]) -> Iterator[Hit]:
    """``Fans are eager``, ``the town is buzzing``."""
    article, end = case.article, -1
    felt_in: set[int] = set()
    vouched, quoted = vouched_sentences(article), [q.span for q in quotations(article)]
    for span, hint in sorted(felt):
        at = article.sentence_index(span.start)
        if at < 0 or at in case.told or at in vouched or covering(quoted, *span) >= 0 or span.start < end:
            continue
        end = span.end
        felt_in.add(at)
        trade = max(map(trade_of, article.folded[slice(*span)].split()))
        yield case.hit(span, hint, trade)
    case.told.update(felt_in)


def _who_view(case: _Case) -> Iterator[Hit]:
    """``in line with critics who see it as a threat``."""
    article = case.article
    known = sourced_sentences(article)
    for hit in phrases(article, "group-heads"):
        if not article.folded.startswith(" who ", hit.span.end):
            continue
        view = article.folded[hit.span.end + 5 : hit.span.end + 5 + _ROOM].partition(" ")[0]
        at = article.sentence_index(hit.span.start)
        if at < 0 or at in case.told or at in known:
            continue
        if is_view(view):
            case.told.add(at)
            yield case.doubt(Span(hit.span.start, hit.span.end + 5 + len(view)))


def _people_of_a_kind(case: _Case, some: list[Attribution]) -> Iterator[Hit]:
    """``According to eyewitnesses``."""
    article = case.article
    for attribution in some:
        at = attribution.sentence
        if at in case.told:
            continue
        if answered_for(article, attribution):
            continue
        if is_anybody(article, attribution) and not excuse(article, attribution):
            case.told.add(at)
            yield case.doubt(attribution.said_by)


def _reactions(case: _Case) -> Iterator[Hit]:
    """``Many fans wonder``, ``applauded by many``."""
    article = case.article
    known, quoted = sourced_sentences(article), [q.span for q in quotations(article)]
    for span in sorted((*crowd_reactions(article), *crowd_responses(article))):
        at = article.sentence_index(span.start)
        if at in case.told or at in known or covering(quoted, *span) >= 0:
            continue
        if not finders_named(article, span.start, at):
            case.told.add(at)
            yield case.doubt(span)


def _group(article: Article, places: list[Span], attribution: Attribution) -> int:
    """The index of the group that is the source's chief word, or -1."""
    assert attribution.source is not None
    i = covering(places, *attribution.source)
    while 0 <= i < len(places) and places[i].start < attribution.source.end:
        if places[i].overlaps(attribution.source) and attribution.head in article.folded[slice(*places[i])]:
            return i
        i += 1
    return -1
