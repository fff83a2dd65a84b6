"""Attribution: which words stand on whose authority (PolNeAR's source, cue, content).

Most speech in news is indirect, so verbs lead and quotation marks help: each word of reporting outside quotation marks
is asked whether it is a verb here and who its subject is. Quotations then carry their speaker on.
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.cue_frames import CueKind
from newslint.facts.cue_verbs import cue_at
from newslint.facts.cues import CueSentence, cue_candidates, vocabulary
from newslint.facts.links import links
from newslint.facts.quote_marks import quoted
from newslint.facts.speakers import SOURCED, Cast, SourceClass, Speaker
from newslint.named import NamedTuple
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator


class Attribution(NamedTuple):
    """A cue, its source and the words it covers."""

    span: Span
    """Content, cue and source together, as a rule the sentence or the part of it that is reported."""
    cue: Span
    source: Span | None
    source_class: SourceClass
    sentence: int
    """Index in `Article.sentences`."""
    quoted: bool
    carried: bool = False
    """True where the sentence has no cue of its own and carries the one before over."""
    kind: CueKind = "speech"
    head: str = ""
    """The chief word of the source, folded."""


@fact
def attributions(article: Article) -> tuple[Attribution, ...]:
    """Every attribution, in order of place."""
    cast = Cast(article)
    found: list[Attribution] = []
    for clause in cue_candidates(article):
        found += _in_clause(cast, clause)
    found += _by_marks(article, found)
    found.sort()
    return tuple(found)


def _in_clause(cast: Cast, clause: CueSentence) -> list[Attribution]:
    out: list[Attribution] = []
    spoken: Speaker | None = None
    for i in clause.candidates:
        got = cue_at(cast, clause, i, spoken)
        if got is None:
            continue
        kind, first, last, speaker = got
        if speaker is not None and speaker.head in ("i", "we"):
            continue
        sentence, cue = cast.article.sentences[clause.sentence].span, Span(cast.starts[first], cast.ends[last])
        if speaker is None:
            out.append(Attribution(sentence, cue, None, "none", clause.sentence, False, False, kind))
        else:
            told = Attribution(
                sentence, cue, speaker.span, speaker.source_class, clause.sentence, False, False, kind, speaker.head
            )
            out.append(told)
            if kind == "nominal" and spoken is not None:
                continue  # "according to critics, the refusal by the union": the critics speak on
            spoken = speaker
            cast.heard(speaker)
    return out


def _by_marks(article: Article, found: list[Attribution]) -> list[Attribution]:
    """Quotations: mark the cue that stands by one, and carry the speaker to sentences that have no cue."""
    sentences = article.sentences
    by_sentence: dict[int, int] = {}
    for k, attribution in enumerate(found):
        held = by_sentence.get(attribution.sentence)
        better = held is None or (
            found[held].kind not in ("speech", "frame") and attribution.kind in ("speech", "frame")
        )
        if better:
            by_sentence[attribution.sentence] = k
    out: list[Attribution] = []
    ends = article.sentence_ends
    last: Attribution | None = None
    last_sentence = -9
    for marks in quoted(article):
        first = bisect_left(ends, marks.span.start + 1)
        if first >= len(sentences) or sentences[first].span.start > marks.span.end:
            continue
        touched = [first]
        while touched[-1] + 1 < len(sentences) and sentences[touched[-1] + 1].span.start < marks.span.end:
            touched.append(touched[-1] + 1)
        own = next((by_sentence[s] for s in reversed(touched) if by_sentence.get(s, -1) >= 0), None)
        if own is None and marks.words >= 4:
            near = _neighbour(article, touched, by_sentence)
            own = near
        if own is not None:
            voice = found[own]
            if not voice.quoted and (voice.kind != "stance" or marks.words >= 4):
                found[own] = voice = voice._replace(quoted=True)
        elif last is not None and (marks.words >= 4) and first - last_sentence <= 3:
            voice = last
        elif marks.words >= 4:
            voice = Attribution(marks.span, marks.span, None, "none", first, True, False, "quote")
        else:
            continue
        for s in touched:
            if s not in by_sentence:
                span = Span(max(sentences[s].span.start, marks.span.start), min(sentences[s].span.end, marks.span.end))
                carried = voice._replace(span=span, sentence=s, quoted=True, carried=True)
                by_sentence[s] = -1
                out.append(carried)
        if voice.source is not None:
            last = voice
        last_sentence = touched[-1]
    return out


def _neighbour(article: Article, touched: list[int], by_sentence: dict[int, int]) -> int | None:
    """The cue of the sentence before or after a quotation, in its paragraph."""
    sentences = article.sentences
    block = sentences[touched[0]].block
    for s in (touched[0] - 1, touched[-1] + 1):
        if 0 <= s < len(sentences) and sentences[s].block == block and by_sentence.get(s, -1) >= 0:
            return by_sentence[s]
    return None


_BACKWARD = frozenset("he she they it this that these those his her their its such both".split())
_SAME_BODY = frozenset(
    "company firm report study survey agency bank ministry group council court police union statement paper "
    "researchers authors team document filing lawsuit complaint order regulator organisation organization university "
    "poll data figures findings results department department's company's firm's pair two official spokesman "
    "spokeswoman minister president mayor judge executive chairman director professor analyst".split()
)
_SPOKEN_NOUNS = frozenset(
    "claim claims statement statements assertion assertions allegation allegations argument arguments warning warnings "
    "announcement prediction predictions forecast forecasts estimate estimates testimony conclusion conclusions "
    "finding findings assessment admission denial denials suggestion recommendation contention complaint "
    "complaints".split()
)
"""Nouns that stand for something said; a decision or a plan is nobody's word for the facts."""
_SEES = frozenset("see sees saw seen".split())
_HELD_SO = (" as ", " that ", " in ")
_HAPPENS = frozenset(
    "surge rise increase growth drop fall decline jump spike boom influx shift resurgence slump upturn downturn change "
    "return wave".split()
)
"""What a time or a place, too, is said to have seen."""
_MEANS = frozenset(
    "signalled signaled signals suggests suggested shows showed demonstrates demonstrated highlights highlighted "
    "underscores underscored underlines underlined reflects reflected marks marked reveals revealed proves proved "
    "represents represented illustrates illustrated indicates indicated".split()
)
"""Behind "this": what somebody said or did is read, and by the writer."""
_MAYBE = frozenset("will would could may might can should must".split())
_AFTER_CUE = 60
_CARRIED_FOR = 2
"""Sentences for which a source holds without being named again."""


@fact
def sourced_sentences(article: Article) -> dict[int, Attribution]:
    """For each sentence that S1, S2 or S3 stands behind (carry-over included), the attribution that does it.

    A link or a footnote on the sentence counts as well.

    Carry-over lasts two sentences of a paragraph: each must open with a pronoun, the speaker's surname or "the company"
    and its like.
    """
    belief = vocabulary().belief
    folded = article.folded
    known: dict[int, Attribution] = {}
    for attribution in attributions(article):
        if attribution.source_class not in SOURCED or attribution.sentence in known:
            continue
        cue = folded[attribution.cue.start : attribution.cue.end]
        if (attribution.kind == "stance" and cue not in belief) or (
            attribution.kind == "nominal" and cue.partition(" ")[0] not in _SPOKEN_NOUNS
        ):
            continue
        if cue in _SEES:
            behind = folded[attribution.cue.end : attribution.cue.end + _AFTER_CUE]
            happened = behind.startswith((" a ", " an ")) and not _HAPPENS.isdisjoint(behind.split()[:4])
            if happened or not any(held in behind for held in _HELD_SO):
                continue  # "shares saw a rise" is nobody's view
        if attribution.kind == "act" and not _MAYBE.isdisjoint(
            folded[max(attribution.span.start, attribution.cue.start - 20) : attribution.cue.start].split()
        ):
            continue  # what somebody may yet demand
        known[attribution.sentence] = attribution
    for attribution in _cited(article):
        known.setdefault(attribution.sentence, attribution)
    words = article.words
    carried: dict[int, tuple[Attribution, int]] = {}
    for n in sorted(known):
        attribution, run = known[n], 0
        block = article.sentences[n].block
        if attribution.kind == "link":
            continue
        while run < _CARRIED_FOR:
            n, run = n + 1, run + 1
            if n in known or n >= len(article.sentences) or article.sentences[n].block != block:
                break
            span = article.sentences[n].span
            first = words.at(span.start)
            if first >= len(words.folded) or not _goes_on(article, words.folded, first, attribution):
                break
            carried[n] = attribution._replace(span=span, sentence=n, carried=True), run
    known.update((n, attribution) for n, (attribution, _) in carried.items())
    return known


def _cited(article: Article) -> Iterator[Attribution]:
    """Sentences with a link or a footnote."""
    places = [link.span for link in links(article)]
    if "[" in article.text:
        places += [Span(*match.span()) for match in pattern(r"\[\d{1,3}\]").finditer(article.text)]
    for place in places:
        n = article.sentence_index(place.start)
        if n < 0 and place.start:
            n = article.sentence_index(place.start - 1)
        if n >= 0:
            yield Attribution(article.sentences[n].span, place, place, "organisation", n, False, kind="link")


def _goes_on(article: Article, folded: list[str], first: int, attribution: Attribution) -> bool:
    opening = folded[first]
    if opening in ("this", "that") and first + 1 < len(folded) and folded[first + 1] in _MEANS:
        return False
    if opening in _BACKWARD:
        return True
    if opening in ("the", "but", "and", "in", "also") and first + 1 < len(folded):
        follower = folded[first + 1]
        return follower in _SAME_BODY or (opening != "the" and follower in _BACKWARD)
    return attribution.source is not None and opening == attribution.head


@fact
def vouched_sentences(article: Article) -> frozenset[int]:
    """Sentences that are sourced, or whose source stands in the very next one, as news writing often has it.

    The next sentence is that of the paragraph; where a paragraph is one sentence, the next paragraph's, if a person
    speaks there.
    """
    known = sourced_sentences(article)
    sentences = article.sentences
    out = set(known)
    for n, attribution in known.items():
        if not n or attribution.carried or attribution.kind in ("stance", "act", "link"):
            continue
        before = sentences[n - 1].block
        alone = n == 1 or sentences[n - 2].block != before
        if before == sentences[n].block or (alone and attribution.source_class == "person"):
            out.add(n - 1)
    return frozenset(out)
