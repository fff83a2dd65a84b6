"""Attribution: which words stand on whose authority (PolNeAR's source, cue, content).

Most speech in news is indirect, so verbs lead and quotation marks help: each word of reporting outside quotation marks
is asked whether it is a verb here and who its subject is. Quotations then carry their speaker on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.cue_frames import CueKind
from newslint.facts.cue_verbs import cue_at
from newslint.facts.cues import CueSentence, cue_candidates, vocabulary
from newslint.facts.links import citations, links
from newslint.facts.quote_marks import quoted
from newslint.facts.speakers import SOURCED, Cast, SourceClass, Speaker
from newslint.lean import itemgetter
from newslint.named import NamedTuple
from newslint.text.closed_classes import DEMONSTRATIVES, MODALS, OF_OTHERS
from newslint.text.span import Span, of_pair
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

    @property
    def said_by(self) -> Span:
        """From cue to source, whichever comes first: ``said Ana Ruiz``; the cue alone where nobody speaks."""
        cue, source = self.cue, self.source or self.cue
        return Span(min(source.start, cue.start), max(source.end, cue.end))


@fact
def attributions(article: Article) -> tuple[Attribution, ...]:
    """Every attribution, in order of place."""
    cast = Cast(article)
    found: list[Attribution] = []
    for clause in cue_candidates(article):
        found += _in_clause(cast, clause)
    found += _by_marks(article, found)
    found.sort(key=itemgetter(0, 1))  # span and cue
    return tuple(found)


def _in_clause(cast: Cast, clause: CueSentence) -> list[Attribution]:
    """The attributions of one sentence; who speaks is remembered for those that follow."""
    out: list[Attribution] = []
    spoken: Speaker | None = None
    span = cast.article.sentences[clause.sentence].span
    for i in clause.candidates:
        found = cue_at(cast, clause, i, spoken)
        if found is None:
            continue
        kind, first, last, speaker = found
        if speaker is not None and speaker.head in ("i", "we"):
            continue
        cue = of_pair((cast.starts[first], cast.ends[last]))
        if speaker is None:
            out.append(Attribution(span, cue, None, "none", clause.sentence, False, kind=kind))
            continue
        source, source_class, head = speaker[:3]
        out.append(Attribution(span, cue, source, source_class, clause.sentence, False, kind=kind, head=head))
        if kind == "nominal" and spoken is not None:
            continue  # "according to critics, the refusal by the union": the critics speak on
        spoken = speaker
        cast.heard(speaker)
    return out


_SPEECH_WORDS = 4
"""Words in quotation marks from which they are speech; fewer may be a term."""
_SPEAKS_ON = 3
"""Sentences behind a quotation within which the next one, of which nobody says whose it is, has the same speaker."""
_CARRIED = -1
"""In the place of an index: a sentence that has its attribution from a quotation."""


def _by_marks(article: Article, found: list[Attribution]) -> list[Attribution]:
    """Quotations: mark the cue that stands by one, and carry the speaker to sentences that have no cue."""
    sentences = article.sentences
    by_sentence = _chief_cues(found)
    out: list[Attribution] = []
    last: Attribution | None = None
    last_sentence = -9
    for marks in quoted(article):
        touched = _touched(article, marks.span)
        if not touched:
            continue
        speech = marks.words >= _SPEECH_WORDS
        own = next((by_sentence[s] for s in reversed(touched) if by_sentence.get(s, _CARRIED) != _CARRIED), None)
        if own is None and speech:
            own = _neighbour(article, touched, by_sentence)
        if own is not None:
            voice = found[own]
            if not voice.quoted and (voice.kind != "stance" or speech):
                found[own] = voice = voice._replace(quoted=True)
        elif not speech:
            continue
        elif last is not None and touched[0] - last_sentence <= _SPEAKS_ON:
            voice = last
        else:
            voice = Attribution(marks.span, marks.span, None, "none", touched[0], True, kind="quote")
        for s in touched:
            if s not in by_sentence:
                span = Span(max(sentences[s].span.start, marks.span.start), min(sentences[s].span.end, marks.span.end))
                out.append(voice._replace(span=span, sentence=s, quoted=True, carried=True))
                by_sentence[s] = _CARRIED
        if voice.source is not None:
            last = voice
        last_sentence = touched[-1]
    return out


def _chief_cues(found: list[Attribution]) -> dict[int, int]:
    """For each sentence the index of its first attribution, or of the first that reports speech."""
    chief: dict[int, int] = {}
    for k, attribution in enumerate(found):
        held = chief.get(attribution.sentence)
        speech = attribution.kind in ("speech", "frame")
        if held is None or (speech and found[held].kind not in ("speech", "frame")):
            chief[attribution.sentence] = k
    return chief


def _touched(article: Article, span: Span) -> range:
    """The sentences, by index, that share a character with the span."""
    first = bisect_right(article.sentence_ends, span.start)
    return range(first, bisect_left(article.sentence_starts, span.end, lo=first))


def _neighbour(article: Article, touched: range, by_sentence: dict[int, int]) -> int | None:
    """The cue of the sentence before or after a quotation, in its paragraph."""
    sentences = article.sentences
    block = sentences[touched[0]].block
    for s in (touched[0] - 1, touched[-1] + 1):
        if 0 <= s < len(sentences) and sentences[s].block == block and by_sentence.get(s, _CARRIED) != _CARRIED:
            return by_sentence[s]
    return None


_BACKWARD = DEMONSTRATIVES | OF_OTHERS | {"he", "she", "they", "it", "such", "both"}
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
_POINTS = frozenset("this that these those such".split())
_TELLS = frozenset("is isn't are aren't was wasn't were weren't will would means".split())
"""Behind "this": it goes on with what somebody said; "this surge has" and "this reflects" are the writer's reading."""
_MEASURED = ("than ", "than the ", "as ", "as the ")
"""What a holder of hopes stands behind who is no source: ``it is dearer than the maker hoped``."""
_AFTER_CUE = 60
_BEFORE_CUE = 20
_CARRIED_FOR = 2
"""Sentences for which a source holds without being named again."""


@fact
def sourced_sentences(article: Article) -> dict[int, Attribution]:
    """For each sentence that a source stands behind which can be called or is known (`SOURCED`), the attribution.

    A link or a footnote on the sentence counts as well.

    Carry-over lasts two sentences of a paragraph: each must open with a pronoun, the speaker's surname or "the company"
    and its like.
    """
    known: dict[int, Attribution] = {}
    for attribution in attributions(article):
        if attribution.source_class in SOURCED and attribution.sentence not in known and _stands(article, attribution):
            known[attribution.sentence] = attribution
    for attribution in _cited(article):
        known.setdefault(attribution.sentence, attribution)
    known.update(_carried_over(article, known))
    return known


def _stands(article: Article, attribution: Attribution) -> bool:
    """What the source does is to say something: neither to have a mood, nor to see a rise, nor to be about to ask."""
    folded, (start, end), kind = article.folded, attribution.cue, attribution.kind
    cue = folded[start:end]
    if kind == "stance" and cue not in vocabulary().belief:
        return False
    if kind == "nominal" and cue.partition(" ")[0] not in _SPOKEN_NOUNS:
        return False
    if cue in _SEES:
        behind = folded[end : end + _AFTER_CUE]
        happened = behind.startswith((" a ", " an ")) and not _HAPPENS.isdisjoint(behind.split()[:4])
        if happened or not any(held in behind for held in _HELD_SO):
            return False  # "shares saw a rise" is nobody's view
    source = attribution.source
    if kind == "stance" and source is not None and folded.endswith(_MEASURED, 0, source.start):
        return False  # "slower than Norva hoped": what is measured is not what Norva says
    if kind == "act" and cue.endswith(" by") and folded.endswith(", ", 0, start):
        return False  # "The trend, supported by Norva, is"
    before = folded[max(attribution.span.start, start - _BEFORE_CUE) : start] if kind in ("act", "stance") else ""
    return MODALS.isdisjoint(before.split())  # what somebody may yet demand, or can expect


def _carried_over(article: Article, known: dict[int, Attribution]) -> dict[int, Attribution]:
    """The attributions of sentences that go on with what a source said before them."""
    words, sentences = article.words, article.sentences
    carried: dict[int, Attribution] = {}
    for n, attribution in sorted(known.items()):
        if attribution.kind == "link":
            continue
        if article.text[sentences[n].span.end - 1] == ":":
            for m in range(n + 1, len(sentences)):
                if article.blocks[sentences[m].block].kind != "list-item" or m in known:
                    break
                carried[m] = attribution._replace(span=sentences[m].span, sentence=m, carried=True)
        for m in range(n + 1, min(n + 1 + _CARRIED_FOR, len(sentences))):
            if m in known or sentences[m].block != sentences[n].block:
                break
            span = sentences[m].span
            first = words.at(span.start)
            if first >= len(words.folded) or not _goes_on(article, words.folded, first, attribution):
                break
            carried[m] = attribution._replace(span=span, sentence=m, carried=True)
    return carried


def _cited(article: Article) -> Iterator[Attribution]:
    """Sentences with a link, a footnote or a body in brackets."""
    places = [*(link.span for link in links(article)), *citations(article)]
    for place in places:
        n = article.sentence_index(place.start)
        if n >= 0:
            yield Attribution(article.sentences[n].span, place, place, "organisation", n, False, kind="link")


def _goes_on(article: Article, folded: list[str], first: int, attribution: Attribution) -> bool:
    opening = folded[first]
    if opening in _POINTS:
        return first + 1 < len(folded) and folded[first + 1] in _TELLS
    if opening in _BACKWARD:
        return opening != "it" or not _told_by_nobody(folded, first)
    if opening in ("the", "but", "and", "in", "also") and first + 1 < len(folded):
        follower = folded[first + 1]
        return follower in _SAME_BODY or (opening != "the" and follower in _BACKWARD)
    return attribution.source is not None and opening == attribution.head


def _told_by_nobody(folded: list[str], first: int) -> bool:
    """``It is claimed that``, which goes on with nobody's words."""
    behind = folded[first + 2 : first + 7]
    led = "that" in behind and folded[first + 1] in ("is", "was", "has", "had")
    return led and behind[behind.index("that") - 1].endswith(("ed", "nown", "aid", "hought", "nderstood"))


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
        if attribution.source_class == "anonymous":
            continue
        before = sentences[n - 1].block
        alone = n == 1 or sentences[n - 2].block != before
        if before == sentences[n].block or (alone and attribution.source_class == "person"):
            out.add(n - 1)
    return frozenset(out)
