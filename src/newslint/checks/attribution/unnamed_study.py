from __future__ import annotations

from newslint import (
    Article,
    Attribution,
    Hit,
    Iterator,
    Mapping,
    NamedTuple,
    Severity,
    Span,
    attributions,
    covering,
    links,
    names,
    own_account,
    pattern,
    phrases,
    quotations,
    rule,
    sourced_sentences,
    studies_in_passing,
    vouched_sentences,
)

_PRESS = frozenset("reports accounts speculation rumour rumours rumor rumors gossip hearsay conjecture chatter".split())
"""What goes round."""
_STUDIES = frozenset("industry market scientific academic research annual government official clinical".split())
"""Words that make studies of reports."""
_BODIES = frozenset(
    "agency airport army authority bank club commission company council court customs exchange federation hospital "
    "league military ministry navy police port school union university".split()
)
"""Whose own figures need no author: ``port authority figures show``."""
_HOUSE = frozenset(
    "committee council councillors cabinet board governors meeting trustees members shareholders court".split()
)
_STAFF = frozenset("officers officials engineers inspectors auditors surveyors planners staff".split())
_TRIED = ("trial", "trials", "test", "tests")
_VOTES = frozenset("election elections referendum ballots".split())
_ON_SITE = frozenset("sea harbour harbor dock road track flight field load pressure acceptance crash brake".split())
"""Trials of a thing by those who make or use it, which are no studies."""
_MAKER = pattern(r" by (?:the|this|our) ")
_RECORDED = frozenset("tracking radar satellite gps sensor seismic flight ais tide gauge".split())
"""Before data that instruments take down."""
_THE_SAME = frozenset(f"the {paper}" for paper in "study research survey poll report analysis data".split())
_UNNAMED = "Name the study: who did it, when, on whom; link it."
_WHICH = "Which one? Name the paper, the station or the site; link it."
_WHOSE = "Name the paper, the agency or the office; link it."
_TELLING = frozenset("saying suggesting showing indicating claiming revealing confirming detailing".split())
_APPOSED = 3
"""Code points behind a paper within which its name begins."""
_NEAR = 40
"""Code points before a study in which its author is named."""
_SAID_BEFORE = ("the ", "this ", "that ", "these ", "those ", "its ", "their ")
_EXIT_POLL = "exit poll"
"""Broadcasters share one a vote; its takers need no name."""


@rule(
    "warning",
    wakes=["study-heads", "study-forms", "press"],
    why="SPJ: identify sources clearly, use original ones; BBC guidance on statistics.",
    exceptions=(
        "Author, body, title or link in the sentence or the next; a study named before in the paragraph; a lede with "
        "its source in the three sentences below. Advice on exit polls."
    ),
    bad=[
        "Ana Ruiz <<told a newspaper>> that the boss had left.\n\n<<Other reports do not give>> his name.",
        "<<Studies show>> that coffee extends life.",
        "<<According to a recent report>>, demand doubled.",
        "Sleep makes people kind, <<research suggests>>.",
        "The boss may go, with <<reports suggesting>> that he is tired.",
        "<<A new report suggests>> that the post is a muddle. The report recommends a split.",
        "<<Speculation suggests>> that the boss may go. Ana Ruiz said that a study of it would come.",
        "<<An initial assessment suggests>> that the pump failed.",
        "Vantor lost money in May.\n\nThe boss may go, <<according to reports>>. Ana Ruiz said she would stay.",
        "Hens like blue light, as <<shown in several experiments>>. Staff work longer, <<per a new survey>>.",
        "<<One newspaper wrote>> that the boss had left. He is in Holm, <<according to local media>>.",
    ],
    good=[
        "A 2024 study in The Berg Journal of 12,000 adults linked coffee to lower mortality.",
        "Demand doubled in 2025, the Energy Forum's June report says.",
        "Coffee extends life, research suggests.\n\nA study by Holm University followed 12,000 adults.\n\nIt was long.",
        "Coffee extends life, a study has found.\n\nIt followed 12,000 adults.\n\nTheir hearts were sound, "
        "said Ada Brandt of Holm University, who led it.",
        "Bosses are glum, a survey of 300 firms suggests.\n\nTrade is slow. When Harrow Partners Ltd held the same "
        "survey in 2024, nobody was glum.\n\nIt was long.",
        "The schools are half empty, according to a report by officers.\n\nA report to the committee puts the cost at "
        "3,000 euros.\n\nHarbour trials showed that the charger was short.",
        "Studies show that coffee extends life. A team at Holm University said in May that it followed 12,000 adults.",
        "A study by Holm University found no effect. The study said more data were needed.",
        "The boss may go, local media reported. The Norva Times said he had packed.\n\nA magazine, Tide Watch, agreed.",
        "The ferry had left Holm at noon, according to tracking data.\nShe was late.",
        "An analysis of the registers by this newspaper shows\nthat 46 shops have shut.",
        "Ships unloaded 3 million tonnes.\n\nThat was 6% more than in 2024, port authority figures show.",
    ],
)
def unnamed_study(article: Article) -> Iterator[Hit]:
    """A study, a survey, data or a paper without a name.

    A finding is worth what its method is worth, and a reader cannot look up "studies". Say who did it, when and on
    whom, and link it. "Media reports" and "one newspaper" are no better: name the paper.
    """
    heads = [hit.span for hit in phrases(article, "study-heads")]
    cited = [
        (attribution, attribution.source)
        for attribution in attributions(article)
        if attribution.source is not None
        and attribution.source_class == "generic"
        and attribution.kind in ("show", "frame", "speech")
        and covering(heads, *attribution.source) >= 0
    ]
    yield from _in_passing(article, heads)
    told: set[int] = set()
    for span in (*studies_in_passing(article), *_nameless_press(article)):
        told.add(article.sentence_index(span.start))
        yield Hit(span, _WHICH, "info" if own_account(article) else None)
    if not cited:
        return
    case = _case(article, heads)
    mild: Severity | None = "info" if own_account(article) else None
    for attribution, source in cited:
        study = _study(article, attribution, source)
        if study.at in told or any(is_known(case, study) for is_known in _KNOWN):
            continue
        told.add(study.at)
        message = f"Whose {attribution.head}? {_WHOSE}" if study.rumours else _UNNAMED
        exits = _EXIT_POLL in article.folded[source.start : source.end + 5]
        yield Hit(attribution.said_by, message, "info" if exits else mild)


class _Case(NamedTuple):
    """The article, and what is asked of it for all its studies."""

    article: Article
    known: Mapping[int, Attribution]
    """Sources by sentence."""
    vouched: frozenset[int]
    linked: list[Span]
    authors: list[Span]
    """Names of people and bodies."""
    pollsters: list[Span]
    """Names of anything but places: ``the Tasker Dunn survey``."""
    placed: set[int]
    """Sentences that speak of a study."""
    opening: set[int]
    """Blocks of the lede."""


def _case(article: Article, heads: list[Span]) -> _Case:
    return _Case(
        article,
        known=sourced_sentences(article),
        vouched=vouched_sentences(article),
        linked=[link.span for link in links(article)],
        authors=[name.span for name in names(article) if name.kind in ("organisation", "person")],
        pollsters=[name.span for name in names(article) if name.kind != "place"],
        placed={article.sentence_index(head.start) for head in heads},
        opening={i for i, _ in article.zoned("lede")},
    )


class _Study(NamedTuple):
    """What is cited."""

    source: Span
    said: list[str]
    """The words of `source`, folded."""
    rumours: bool
    """``Media reports``, which go round and are no study."""
    cue: Span
    at: int
    """Index of its sentence."""


def _study(article: Article, attribution: Attribution, source: Span) -> _Study:
    said = article.folded[slice(*source)].replace("-", " ").split()
    rumours = not _PRESS.isdisjoint(said) and _STUDIES.isdisjoint(said) and "of" not in said
    return _Study(source, said, rumours, attribution.cue, attribution.sentence)


def _by_its_maker(case: _Case, study: _Study) -> bool:
    """``Port authority figures``, ``our analysis``, ``an analysis by this newspaper``."""
    start, end = study.source.start, max(study.source.end, study.cue.start)
    if case.article.folded.startswith("our ", start) or (study.said[-1] == "results" and case.article.holds(_VOTES)):
        return True  # "final results showed", of an election
    return not _BODIES.isdisjoint(study.said) or _MAKER.search(case.article.folded, start, end) is not None


def _taken_on_site(case: _Case, study: _Study) -> bool:
    """``Harbour trials``, ``tracking data``."""
    tried = study.said[-1] in _TRIED and not _ON_SITE.isdisjoint(study.said)
    return tried or (study.said[-1] == "data" and not _RECORDED.isdisjoint(study.said))


def _sourced(case: _Case, study: _Study) -> bool:
    """The sentence has a source that tells of it."""
    other = case.known.get(study.at)
    return other is not None and (study.rumours or not _does(other))


def _sourced_behind(case: _Case, study: _Study) -> bool:
    """The next sentence has a source, and it is not the study."""
    other = case.known.get(study.at + 1) if study.at in case.vouched and not study.rumours else None
    return other is not None and not _itself(case.article, other)


def _back_in_the_text(case: _Case, study: _Study) -> bool:
    """``The study``: named, or missed, at its first mention."""
    return case.article.folded.startswith(_SAID_BEFORE, study.source.start)


def _linked(case: _Case, study: _Study) -> bool:
    """The sentence links it."""
    return covering(case.linked, *case.article.sentences[study.at].span) >= 0


def _with_an_author(case: _Case, study: _Study) -> bool:
    """A name stands before it or between it and its verb."""
    start = max(case.article.sentences[study.at].span.start, study.source.start - _NEAR)
    return covering(case.authors, start, study.cue.start) >= 0


def _nameless_press(article: Article) -> Iterator[Span]:
    """``According to local media``, ``one newspaper wrote``, where neither this sentence nor the next one names it."""
    known, quoted = sourced_sentences(article), [q.span for q in quotations(article)]
    bodies = [name.span for name in names(article) if name.kind in ("organisation", "person")]
    for hit in phrases(article, "press"):
        at, (start, end) = article.sentence_index(hit.span.start), hit.span
        if at < 0 or covering(quoted, start, end) >= 0 or covering(bodies, start, end + _APPOSED) >= 0:
            continue
        if article.folded.endswith("'s ", 0, start):
            continue  # "Russia's newspapers claimed"
        here, below = known.get(at), known.get(at + 1)
        if article.folded.startswith("tell", start) or article.folded.startswith("told", start):
            here = None  # whoever tells it may be known, and the paper is not
            if article.text[end : end + 2] == ", " and article.text[end + 2 : end + 3].isupper():
                continue  # "told a daily, La Gola"
        if here is not None and not here.carried and not (here.source and here.source.overlaps(hit.span)):
            continue  # "Ruiz said that a newspaper had called her"
        if below is None or below.carried or below.source is None or covering(bodies, *below.source) < 0:
            yield hit.span


def _of_the_house(case: _Case, study: _Study) -> bool:
    """A paper of the body in the news: ``a report to the committee``, ``a report by officers``."""
    start, end = study.source
    behind = case.article.folded[start : end + _NEAR].partition(" report ")[2].split()[:3]
    if behind[:1] == ["by"]:
        return behind[1:2] != [] and behind[1].strip(".,;") in _STAFF
    return behind[:1] in (["to"], ["for"], ["before"]) and not _HOUSE.isdisjoint(w.strip(".,;") for w in behind[1:])


def _in_passing(article: Article, heads: list[Span]) -> Iterator[Hit]:
    """``with reports suggesting that he may go``: counted in copy full of other flaws."""
    for head in heads:
        telling = article.folded[head.end + 1 : head.end + 1 + _NEAR].partition(" ")[0]
        if telling not in _TELLING:
            continue
        at = article.sentence_index(head.start)
        if at < 0 or at in sourced_sentences(article):
            continue
        near = Span(max(article.sentences[at].span.start, head.start - _NEAR), head.end)
        if covering([name.span for name in names(article) if name.kind in ("organisation", "person")], *near) < 0:
            yield Hit(Span(head.start, head.end + 1 + len(telling)), _UNNAMED, "doubtful")


def _named_below(case: _Case, study: _Study) -> bool:
    """The sentence sums up what is named in one of the next three, which cites its source.

    In a lede any source will do, and so will a name beside a study.
    """
    if study.rumours:
        return False
    article, known = case.article, case.known
    lede = article.sentences[study.at].block in case.opening
    for n in range(study.at + 1, study.at + 4):
        again = n in case.placed
        if (again or lede) and n in known and not (known[n].carried or _itself(article, known[n])):
            return True
        if again and lede and covering(case.pollsters, *article.sentences[n].span) >= 0:
            return True  # "When Harrow Partners held the same survey"
    return False


def _does(other: Attribution) -> bool:
    """What people do or hope is what the study has found of them: ``According to a survey, the Danes favour it``."""
    return other.kind in ("act", "stance") and not (other.quoted or other.carried)


def _itself(article: Article, attribution: Attribution) -> bool:
    """ "The report said", of the one that nobody has named."""
    source = attribution.source
    if source is None or article.folded[slice(*source)] not in _THE_SAME:
        return False
    places = [name.span for name in names(article) if name.kind != "place"]
    return covering(places, *article.sentences[attribution.sentence].span) < 0


_KNOWN = (
    _by_its_maker, _of_the_house, _taken_on_site, _sourced, _sourced_behind, _named_below, _back_in_the_text,
    _linked, _with_an_author,
)  # fmt: skip
"""How a reader can know whose study it is, or need not."""
