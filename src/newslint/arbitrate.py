"""One flaw, one finding. Losers go into the winner's `also`; only what an outside engine says of the
same words is dropped.

Tags are settled in the order in which they stand in the table (`tags.TAGS`): who lost under one is not asked under the
next. What no row can say has a pass of its own before or behind them.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.finding import SEVERITIES, Finding, Folded
from newslint.lean import Tally
from newslint.rules import GRAVE, families
from newslint.tags import BIG_WORDS, TAGS, Tag, ranks
from newslint.text.span import covering, merged
from newslint.typed import Callable, Container, Iterable, Sequence

BIG_WORDS_A_SENTENCE = 2

_HEADLINE = ("headline-not-supported", "headline-overstates", "clickbait-headline")
_BIG_WORD_RULES = frozenset([name for row in BIG_WORDS for name in row.split("=")])
_IN_FAQ = frozenset(
    ("repeated-sentence", "repeated-phrase", "vague-quantity", "content-free-paragraph", "unsourced-claim")
)
_ENGINE = frozenset(("grammar-engine", "spelling"))
_CUT = families("cut")
_LISTS = frozenset(("no-sources",))
"""Rules on the whole article that list claims as further places."""
_SOMEBODY = frozenset(("agentless-attribution", "anonymous-source", "unnamed-study", "vague-attribution"))
"""Rules on a source that is too vague ..."""
_NOBODY = frozenset(("mind-reading", "unsourced-claim", "unsourced-figure", "unsourced-prediction", "vague-quantity"))
"""... beside which no claim of the sentence is said to have no source, and nobody asks how many there are."""


def arbitrate(
    article: Article, findings: Iterable[Finding], yielding: Sequence[tuple[str, Container[str]]] = ()
) -> list[Finding]:
    """The findings that speak, in order of place, with those that they stand for in `also`.

    `yielding` are rules that name, in their own `yields-to`, those that speak for them.
    """
    left = folded(article, findings, yielding)
    left = _engines_give_way(left)
    left = _listed_once(article, left)
    left = [_with_a_source(article, f) if f.also and f.rule in _SOMEBODY else f for f in left]
    return sorted(left, key=lambda f: (f.span.start, f.rule, f.span.end))


def folded(
    article: Article, findings: Iterable[Finding], yielding: Sequence[tuple[str, Container[str]]] = ()
) -> list[Finding]:
    """The findings that speak, each with all that folds into it, also what nobody needs to be told of."""
    left = sorted(findings, key=lambda f: (f.prose.start, f.prose.end, f.rule))
    left = _silence(left, [f for f in left if f.family == "leftovers"])
    conclusions = [f for f in left if f.rule == "empty-conclusion" and f.severity != "info"]
    left = _silence(left, conclusions, lambda f: f.family in _CUT and f.rule not in GRAVE)
    for name, speakers in yielding:
        left = _give_way(left, name, speakers)
    left = _investors_once(left)
    present = Tally([f.rule for f in left])
    for tag in TAGS:
        rank = ranks()[tag.name]
        if sum([present[name] for name in rank.keys() & present.keys()]) > 1:
            left = _settle(article, left, tag, rank)
    left = _faq(article, left)
    left = _headline(left)
    return _two_big_words(article, left)


def fold_into(winner: Finding, losers: Sequence[Finding]) -> Finding:
    """The winner with the losers in its `also`, at the gravest of the severities."""
    if not losers:
        return winner
    also, severity = list(winner.also), winner.severity
    for loser in losers:
        also.append(Folded(loser.rule, loser.family, loser.span))
        also += [Folded(loser.rule, loser.family, place.span) for place in loser.related if place.role == "also-here"]
        also += loser.also
        severity = max(severity, loser.severity, key=SEVERITIES.index)
    return winner._replace(severity=severity, also=tuple(also))


def _settle(article: Article, findings: list[Finding], tag: Tag, rank: dict[str, int]) -> list[Finding]:
    ours: list[Finding] = []
    out: list[Finding] = []
    for f in findings:
        (ours if f.rule in rank and f.scope not in ("document", "corpus") else out).append(f)
    if len(ours) < 2:
        return findings
    ours.sort(key=lambda f: f.prose)
    if tag.reach == "overlap":
        for group in _overlapping(ours):
            out += _best_of_overlapping(group, rank) if len(group) > 1 else group
        return out
    place: Callable[[int], int] = article.sentence_index if tag.reach == "sentence" else article.block_at
    by_place: dict[int, list[Finding]] = {}
    for f in ours:
        by_place.setdefault(place(f.prose.start), []).append(f)
    for where, group in by_place.items():
        out += group if where < 0 else _best_of_place(group, rank, one=tag.reach == "paragraph")
    return out


def _with_a_source(article: Article, finding: Finding) -> Finding:
    """A finding on a vague source, without the claims of its sentence: they have that source."""
    sentence = article.sentence_at(finding.prose.start)
    end = article.to_source(sentence.span).end if sentence else 0
    return finding._replace(also=tuple([f for f in finding.also if f.rule not in _NOBODY or f.span.end > end]))


def _best_of_overlapping(group: list[Finding], rank: dict[str, int]) -> list[Finding]:
    """Greedily by rank, then length; what overlaps one that was kept folds into it."""
    kept: list[Finding] = []
    losers: list[list[Finding]] = []
    for finding in sorted(group, key=lambda f: (rank[f.rule], -(f.prose.end - f.prose.start), f.prose.start)):
        winner = next((i for i, k in enumerate(kept) if _beats(k, finding, rank)), -1)
        if winner < 0:
            kept.append(finding)
            losers.append([])
        else:
            losers[winner].append(finding)
    return [fold_into(winner, folded) for winner, folded in zip(kept, losers, strict=True)]


def _beats(winner: Finding, other: Finding, rank: dict[str, int]) -> bool:
    """Rules of one rank stand beside each other; one rule says a thing once."""
    if not winner.prose.overlaps(other.prose):
        return False
    return rank[winner.rule] < rank[other.rule] or winner.rule == other.rule


def _best_of_place(group: list[Finding], rank: dict[str, int], *, one: bool) -> list[Finding]:
    """The findings of the best rule of a sentence (or `one` of a paragraph); the rest folds into the first of them."""
    best = min([rank[f.rule] for f in group])
    kept: list[Finding] = []
    losers: list[Finding] = []
    for finding in group:  # in order of place
        if rank[finding.rule] > best or (kept and (one or kept[-1].prose.overlaps(finding.prose))):
            losers.append(finding)
        else:
            kept.append(finding)
    kept[0] = fold_into(kept[0], losers)
    return kept


def _overlapping(findings: list[Finding]) -> list[list[Finding]]:
    """Groups that hang together by overlap; the findings are in order of place."""
    groups: list[list[Finding]] = []
    reach = -1
    for finding in findings:
        if groups and finding.prose.start < reach:
            groups[-1].append(finding)
        else:
            groups.append([finding])
        reach = max(reach, finding.prose.end)
    return groups


def _silence(
    findings: list[Finding], speakers: list[Finding], idle: Callable[[Finding], bool] | None = None
) -> list[Finding]:
    """Some findings (leftovers, a paragraph to be cut) leave nothing to say of the words that they stand on: others,
    those that are `idle` there or all, fold into them."""
    speakers = [f for f in speakers if f.scope != "document"]
    if not speakers:
        return findings
    silenced: list[list[Finding]] = [[] for _ in speakers]
    others: list[Finding] = []
    spoken = set(map(id, speakers))
    i = 0
    for finding in findings:
        if id(finding) in spoken:
            continue
        while i < len(speakers) and speakers[i].prose.end <= finding.prose.start:
            i += 1
        if (
            i < len(speakers)
            and finding.scope not in ("document", "corpus")
            and (finding.scope == "span" or _covers_half(speakers[i], finding))
            and (idle is None or idle(finding))
            and speakers[i].prose.overlaps(finding.prose)
        ):
            silenced[i].append(finding)
        else:
            others.append(finding)
    kept = [fold_into(speaker, folded) for speaker, folded in zip(speakers, silenced, strict=True)]
    return sorted([*kept, *others], key=lambda f: (f.prose.start, f.prose.end, f.rule))


def _give_way(findings: list[Finding], rule: str, speakers: Container[str]) -> list[Finding]:
    """What the rule finds where one of the speakers finds the same words folds into that."""
    return _silence(findings, [f for f in findings if f.rule in speakers], lambda f: f.rule == rule)


def _covers_half(speaker: Finding, other: Finding) -> bool:
    """A slip in a word or two does not silence what is said of the whole sentence or paragraph."""
    both = min(speaker.prose.end, other.prose.end) - max(speaker.prose.start, other.prose.start)
    return both * 2 >= other.prose.end - other.prose.start


def _investors_once(findings: list[Finding]) -> list[Finding]:
    """`investors-unnamed` says of the article what `vague-investors` says of a sentence."""
    vague = next((i for i, f in enumerate(findings) if f.rule == "vague-investors"), -1)
    if vague < 0:
        return findings
    findings[vague] = fold_into(findings[vague], [f for f in findings if f.rule == "investors-unnamed"])
    return [f for f in findings if f.rule != "investors-unnamed"]


def _faq(article: Article, findings: list[Finding]) -> list[Finding]:
    """One finding for the whole question-and-answer block; sourcing and leftovers stand."""
    head = next((i for i, f in enumerate(findings) if f.rule == "faq-residue"), -1)
    if head < 0:
        return findings
    folded = [
        f
        for f in findings
        if f.rule in _IN_FAQ
        and f.scope != "document"
        and f.prose.start >= findings[head].prose.start
        and article.blocks[article.block_at(f.prose.start)].zone in ("faq-q", "faq-a")
    ]
    gone = set(map(id, folded))
    return [fold_into(f, folded) if i == head else f for i, f in enumerate(findings) if id(f) not in gone]


def _headline(findings: list[Finding]) -> list[Finding]:
    """In the headline one finding of the family speaks for the rest, wording before shape."""
    ours = [
        f
        for f in findings
        if f.zone == "headline" and (f.family == "headline" or f.rule in _BIG_WORD_RULES) and f.scope != "document"
    ]
    if len(ours) < 2:
        return findings
    order = {name: i for i, name in enumerate(_HEADLINE)}
    ordered = sorted(ours, key=lambda f: (order.get(f.rule, 9 if f.rule == "headline-shape" else 5), f.prose.start))
    gone = set(map(id, ours))
    return [*(f for f in findings if id(f) not in gone), fold_into(ordered[0], ordered[1:])]


def _two_big_words(article: Article, findings: list[Finding]) -> list[Finding]:
    by_sentence: dict[int, list[int]] = {}
    for i, f in enumerate(findings):
        if f.rule in _BIG_WORD_RULES and f.scope in ("span", "sentence"):
            by_sentence.setdefault(article.sentence_index(f.prose.start), []).append(i)
    gone: set[int] = set()
    for sentence, indexes in by_sentence.items():
        if sentence < 0 or len(indexes) <= BIG_WORDS_A_SENTENCE:
            continue
        indexes.sort(key=lambda i: findings[i].prose.start)
        over = indexes[BIG_WORDS_A_SENTENCE:]
        findings[indexes[0]] = fold_into(findings[indexes[0]], [findings[i] for i in over])
        gone.update(over)
    return [f for i, f in enumerate(findings) if i not in gone]


def _engines_give_way(findings: list[Finding]) -> list[Finding]:
    """Findings of outside engines on words of which a rule of ours has spoken are dropped."""
    engines = [f for f in findings if f.rule in _ENGINE]
    if not engines:
        return findings
    own = merged([f.prose for f in findings if f.rule not in _ENGINE and f.scope in ("span", "sentence")])
    return [f for f in findings if f.rule not in _ENGINE or covering(own, *f.prose) < 0]


def _listed_once(article: Article, findings: list[Finding]) -> list[Finding]:
    """What is said of the whole article lists no claim in a sentence of which something else is said already."""
    if _LISTS.isdisjoint([f.rule for f in findings]):
        return findings
    sure = [f for f in findings if f.severity != "info" and f.scope in ("span", "sentence")]
    sentences = {i for i in article.sentence_indexes([f.prose.start for f in sure]) if i >= 0}
    spoken_of = merged([article.to_source(article.sentences[i].span) for i in sentences])
    return [
        f._replace(related=tuple([place for place in f.related if covering(spoken_of, *place.span) < 0]))
        if f.rule in _LISTS
        else f
        for f in findings
    ]
