"""Attribution: which words stand on whose authority (rules catalogue, Part 1, 2; PolNeAR's source, cue, content).

Most speech in news is indirect, so verbs lead and quotation marks help: each word of reporting outside quotation marks
is asked whether it is a verb here and who its subject is. Quotations then carry their speaker on.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal, NamedTuple

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.cues import Clause, cue_candidates, vocabulary
from newslint.facts.names import Name, name_table, names
from newslint.facts.quote_marks import quoted
from newslint.facts.speakers import Cast, SourceClass, Speaker
from newslint.text.span import Span

CueKind = Literal["speech", "act", "stance", "show", "frame", "nominal", "quote", "link"]
"""What reports: a verb of speech, a criticism or promise, a belief, a document, "according to", a noun, marks, a link."""


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


class Source(NamedTuple):
    """One source of the article, all its mentions joined."""

    name: str
    source_class: SourceClass
    role: str
    mentions: tuple[Span, ...]


SOURCED: frozenset[SourceClass] = frozenset(("person", "organisation", "anonymous"))
"""Classes that a reader can call, or whose basis the reader knows: S1, S2 and S3."""

_BE = frozenset("is was were are be been being 's gets got get".split())
_OBJECT_OPENERS = frozenset(
    "that the a an this these those he she it they his her their its there no not how why what whether if to for on in "
    "all some more i we you our my as about him them us".split()
)
_AFTER_NOUN = frozenset("of by and were is are was from has have had between against over or".split())
_MODALS = frozenset("to will would could can did does do not didn't doesn't don't won't wouldn't should may might".split())
_OPENS_CONTENT = frozenset("that the he she it they his her their its there for on him them this a an".split())


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


def _in_clause(cast: Cast, clause: Clause) -> list[Attribution]:
    out: list[Attribution] = []
    spoken: Speaker | None = None
    for i in clause.hot:
        got = _cue(cast, clause, i, spoken)
        if got is None:
            continue
        kind, first, last, speaker = got
        if speaker is not None and speaker.head in ("i", "we"):
            continue
        sentence = cast.article.sentences[clause.sentence]
        source_class: SourceClass = speaker.source_class if speaker else "none"
        out.append(
            Attribution(
                sentence.span,
                Span(cast.starts[first], cast.ends[last]),
                speaker.span if speaker else None,
                source_class,
                clause.sentence,
                False,
                kind=kind,
                head=speaker.head if speaker else "",
            )
        )
        if speaker is not None:
            spoken = speaker
            cast.heard(speaker)
    return out


def _cue(cast: Cast, clause: Clause, i: int, spoken: Speaker | None) -> tuple[CueKind, int, int, Speaker | None] | None:
    """The kind, first and last word and speaker of the cue at word `i`, or None where it is no cue."""
    folded, v = cast.folded, vocabulary()
    word = folded[i]
    if word in ("according", "per", "citing", "quoting"):
        return _frame(cast, clause, i)
    if word in ("reportedly", "allegedly"):
        return "frame", i, i, None
    before = folded[i - 1] if i > clause.first else ""
    after = folded[i + 1] if i + 1 < clause.last else ""
    if before == "to" or (before and cast.capital(i)) or cast.gap(i)[:1] == "-":
        return None
    if word in v.paper and not (word in v.noun and _is_verb(cast, clause, i, before, after)):
        return _paper(cast, clause, i, after) or (_nominal(cast, clause, i, before, after) if word in v.nominal else None)
    if word in _SEEMS:
        return ("stance", i, i, None) if after in ("to", "that", "like", "as") and before != "to" else None
    if word in v.noun and not _is_verb(cast, clause, i, before, after):
        return _nominal(cast, clause, i, before, after) if word in v.nominal else None
    if word in v.nominal and word not in v.speech and word not in v.act and word not in v.stance:
        return _nominal(cast, clause, i, before, after)
    kind: CueKind = "speech" if word in v.speech else "act" if word in v.act else "stance" if word in v.stance else "show"
    led_by_be = _led_by_be(cast, clause, i)
    if (got := _passive(cast, clause, i, kind, led_by_be)) is not None or led_by_be:
        return got
    gap_before = cast.gap(i - 1) if i > clause.first else ""
    if ("," in gap_before or '"' in gap_before or "”" in gap_before) and (speaker := _inverted(cast, clause, i, kind)):
        return kind, i, i, speaker
    speaker = cast.before(clause, i)
    if word.endswith("ing"):
        # "He left early, saying": the speaker is the subject of the sentence.
        led = "," in gap_before or before in _BE or before in ("while", "as", "when", "after", "before")
        if kind == "stance" and before in _BE and after in ("to", "that"):
            speaker = cast.before(clause, i)
            return (kind, i, i, speaker) if speaker and speaker.source_class != "none" else None
        if kind not in ("speech", "act") or not (led or after in _OPENS_CONTENT) or (word == "adding" and after == "to"):
            return None
        return kind, i, i, spoken or speaker
    if word in ("continued", "continues") and not (_beside_marks(gap_before) or _beside_marks(cast.gap(i))):
        return None
    if speaker is None and before in ("and", "but") and kind in ("speech", "act") and after not in v.noun:
        speaker = spoken or cast.opening(clause)
    if speaker is None:
        return (kind, i, i, spoken) if kind == "speech" and word in ("said", "says", "told", "wrote") else None
    if kind == "show" and not (speaker.document or (speaker.named and (after == "that" or _puts_at(cast, clause, i)))):
        return None
    if speaker.source_class == "none":
        if kind == "stance":
            return None
        if word in _SAID and not speaker.pronoun and speaker.head not in ("which", "that") and speaker.definite:
            speaker = speaker._replace(source_class="person")
    elif speaker.head == "it" and cast.last_body is None and word not in _SAID_BY_BODIES:
        speaker = speaker._replace(source_class="none")
    return kind, i, i, speaker


def _puts_at(cast: Cast, clause: Clause, i: int) -> bool:
    """``Gartner puts the market at``, ``Moody's ranks it third``."""
    if cast.folded[i] not in _PUTS:
        return False
    return not cast.folded[i].startswith("put") or "at" in cast.folded[i + 1 : min(i + 10, clause.last)]


def _is_verb(cast: Cast, clause: Clause, i: int, before: str, after: str) -> bool:
    """A form that is as often a noun (``states``, ``claims``) reads as a verb here."""
    v = vocabulary()
    if before in ("also", "still", "then", "later", "never", "now", "again", "always", "often") or before.endswith("ly"):
        i -= 1
        before = cast.folded[i - 1] if i > clause.first else ""
        if before in v.pronoun:
            return True
    if before in v.pronoun or before in _MODALS:
        return True
    if before in ("has", "have", "had", "also", "then", "later"):
        return True
    if i == clause.first or after in _AFTER_NOUN or before in ("the", "a", "an", "of", "in", "on", "for", "with"):
        return False
    gap = cast.gap(i - 1)
    word = cast.folded[i]
    if cast.proper(i - 1, clause.first) or "," in gap or "”" in gap or '"' in gap:
        return after in _OBJECT_OPENERS or '"' in cast.gap(i) or "“" in cast.gap(i) or word.endswith("ed")
    person = before in v.generic or before in v.role or before in v.witness or before in v.institution
    document = before in v.document and word in v.show
    if not document and before.endswith("s") and not word.endswith("s") and after in _OBJECT_OPENERS:
        person = True
    if document and before in _MANY_PAPERS and not word.endswith("ed"):
        return True
    if (person or document) and word != before:
        if before in _COUNTING and word.endswith("s"):
            return False
        return after in _OBJECT_OPENERS or word.endswith("ed") or _beside_marks(cast.gap(i))
    return False


_MANY_PAPERS = frozenset("data figures records filings documents statistics studies surveys polls reports results".split())
_PUTS = frozenset("put puts rank ranks ranked rate rates estimate value values lists measured link links".split())
_SAID = frozenset("said says say told tells added adds explained recalled replied wrote asked insisted testified".split())
_SAID_BY_BODIES = _SAID | frozenset("announced expects expected plans warned reported estimates confirmed denied".split())
_SEEMS = frozenset("seem seems seemed appear appears appeared".split())
_COUNTING = frozenset("many some most several few all both".split())
_HELD = frozenset("expected believed thought known considered asked seen regarded viewed".split())
_IN = frozenset("in on from by via through to under".split())


def _paper(cast: Cast, clause: Clause, i: int, after: str) -> tuple[CueKind, int, int, Speaker | None] | None:
    """``in a survey by Kantar``, ``data from the ministry``, ``in an interview with the paper``."""
    folded = cast.folded
    if after in ("from", "by", "of") and i + 2 < clause.last:
        speaker = cast.after(clause, i + 2)
        if speaker is not None and speaker.named and speaker.source_class in SOURCED and not (
            after == "of" and folded[i] not in ("survey", "poll", "analysis", "review")
        ):
            return "frame", i, i + 1, speaker._replace(document=True)
    j = i
    while j > clause.first and i - j < 7:
        if any(c in cast.gap(j - 1) for c in ",;:()"):
            return None
        j -= 1
        if folded[j] in _IN:
            break
        if folded[j] in ("said", "of", "that", "and"):
            return None
    if folded[j] not in _IN or j == i - 1 and not folded[i].endswith("s"):
        return None
    speaker = cast.classified(j + 1, i, clause.first)
    if speaker.named and speaker.source_class in SOURCED:
        return "frame", j, i, speaker
    if folded[i] in ("interview", "statement", "speech", "testimony", "tweet", "filing") and folded[j] in ("in", "on"):
        return "frame", j, i, cast.last
    return None


def _frame(cast: Cast, clause: Clause, i: int) -> tuple[CueKind, int, int, Speaker | None] | None:
    word = cast.folded[i]
    start = i + 1
    if word == "according":
        if start >= clause.last or cast.folded[start] != "to":
            return None
        start += 1
    speaker = cast.after(clause, start)
    if word == "per" and not (speaker and speaker.named):
        return None
    return "frame", i, start - 1, speaker


def _led_by_be(cast: Cast, clause: Clause, i: int) -> bool:
    """``was criticised``, ``is widely believed``: a participle whose subject is not the speaker."""
    folded = cast.folded
    if folded[i].endswith(("ing", "s")):
        return False
    j = i - 1
    while j > clause.first and (folded[j].endswith("ly") or folded[j] in ("also", "now", "often", "still")):
        j -= 1
    return j >= clause.first and folded[j] in _BE


def _passive(
    cast: Cast, clause: Clause, i: int, kind: CueKind, led_by_be: bool
) -> tuple[CueKind, int, int, Speaker | None] | None:
    """``was criticised by unions``, ``it is believed that``."""
    folded = cast.folded
    word = folded[i]
    if word.endswith(("ing", "s")):
        return None
    for k in range(i + 1, min(i + 4, clause.last)):
        if folded[k] == "by" and (led_by_be or kind != "stance"):
            return kind, i, k, cast.after(clause, k + 1)
        if any(c in cast.gap(k - 1) for c in ",;:"):
            break
    if led_by_be and (kind == "speech" or word in _HELD):
        return kind, i, i, None
    return None


def _beside_marks(gap: str) -> bool:
    return '"' in gap or "“" in gap or "”" in gap


def _inverted(cast: Cast, clause: Clause, i: int, kind: CueKind) -> Speaker | None:
    """``said Ruiz``: the subject follows, as it may after a quotation or a comma."""
    if kind not in ("speech", "act") or i + 1 >= clause.last:
        return None
    if any(c in cast.gap(i) for c in ",.:;\"“”"):
        return None
    word = cast.folded[i]
    if word.endswith("ing") or word in ("told", "tell"):
        return None
    v = vocabulary()
    after = cast.folded[i + 1]
    if cast.capital(i + 1) or after in v.role or after in v.generic or after in v.institution:
        return cast.after(clause, i + 1)
    if after in ("the", "a", "an", "one", "two", "his", "her", "its", "their", "some", "many"):
        speaker = cast.after(clause, i + 1)
        known = speaker is not None and (
            speaker.head in v.role or speaker.head in v.generic or speaker.head in v.institution
            or speaker.head in v.witness or speaker.head in v.document
        )  # fmt: skip
        return speaker if known else None
    return None


def _nominal(
    cast: Cast, clause: Clause, i: int, before: str, after: str
) -> tuple[CueKind, int, int, Speaker | None] | None:
    """``her claim that``, ``the statement by the union``."""
    folded = cast.folded
    word = folded[i]
    owned = before in ("his", "her", "their", "its") or before.endswith("'s") or before == "s"
    if (after == "by" or (after == "from" and word not in ("demand", "demands", "promises"))) and i + 2 < clause.last:
        speaker = cast.after(clause, i + 2)
        if speaker is not None and (speaker.named or speaker.source_class in SOURCED):
            return "nominal", i, i + 1, speaker
    if owned and after in ("that", "to", "of", "about", "on", "for", "in"):
        if before in ("his", "her", "their", "its"):
            pronoun = {"his": "he", "her": "she", "their": "they", "its": "it"}[before]
            referred = cast.last_person if pronoun in ("he", "she") else cast.last
            if referred is None:
                return None
            place = Span(cast.starts[i - 1], cast.ends[i - 1])
            return "nominal", i, i, Speaker(place, referred.source_class, pronoun, True, pronoun=True)
        speaker = cast.before(clause, i)
        return ("nominal", i, i, speaker) if speaker else None
    if after == "that" and i + 2 < clause.last and before in ("the", "a", "no", "any", "of", "with", "despite", "raised"):
        return "nominal", i, i, None
    return None


def _by_marks(article: Article, found: list[Attribution]) -> list[Attribution]:
    """Quotations: mark the cue that stands by one, and carry the speaker to sentences that have no cue."""
    sentences = article.sentences
    by_sentence: dict[int, int] = {}
    for k, attribution in enumerate(found):
        held = by_sentence.get(attribution.sentence)
        better = held is None or (found[held].kind not in ("speech", "frame") and attribution.kind in ("speech", "frame"))
        if better:
            by_sentence[attribution.sentence] = k
    out: list[Attribution] = []
    ends = [s.span.end for s in sentences]
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
            voice = Attribution(marks.span, marks.span, None, "none", first, True, kind="quote")
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
    "company firm report study survey agency bank ministry group council court police union statement paper researchers "
    "authors team document filing lawsuit complaint order regulator organisation organization university poll data "
    "figures findings results department department's company's firm's pair two official spokesman spokeswoman minister "
    "president mayor judge executive chairman director professor analyst".split()
)
_CARRIED_FOR = 2
"""Sentences for which a source holds without being named again."""


@fact
def sourced_sentences(article: Article) -> dict[int, Attribution]:
    """For each sentence that S1, S2 or S3 stands behind (carry-over included), the attribution that does it.

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
        if (attribution.kind == "stance" and cue not in belief) or (attribution.kind == "nominal" and "from" in cue):
            continue
        known[attribution.sentence] = attribution
    words = article.words
    carried: dict[int, tuple[Attribution, int]] = {}
    for n in sorted(known):
        attribution, run = known[n], 0
        block = article.sentences[n].block
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


def _goes_on(article: Article, folded: list[str], first: int, attribution: Attribution) -> bool:
    opening = folded[first]
    if opening in _BACKWARD:
        return True
    if opening in ("the", "but", "and", "in", "also") and first + 1 < len(folded):
        follower = folded[first + 1]
        return follower in _SAME_BODY or (opening != "the" and follower in _BACKWARD)
    return attribution.source is not None and opening == attribution.head


@fact
def vouched_sentences(article: Article) -> frozenset[int]:
    """Sentences that are sourced, or whose source stands in the very next one, as news writing often has it.

    The next sentence is that of the paragraph; where a paragraph is one sentence, the next paragraph's.
    """
    known = sourced_sentences(article)
    sentences = article.sentences
    out = set(known)
    for n, attribution in known.items():
        if not n or attribution.carried or attribution.kind == "stance":
            continue
        before = sentences[n - 1].block
        if before == sentences[n].block or n == 1 or sentences[n - 2].block != before:
            out.add(n - 1)
    return frozenset(out)


@fact
def sources(article: Article) -> tuple[Source, ...]:
    """Who is quoted or cited, each once, in order of first mention; mentions are joined by name, role and pronoun."""
    table = name_table(article)
    owners = names(article)
    starts = [name.span.start for name in owners]
    rows: dict[tuple[str, object], list[Attribution]] = {}
    person: tuple[str, object] | None = None
    body: tuple[str, object] | None = None
    for attribution in attributions(article):
        if attribution.source is None or attribution.carried:
            continue
        key = _identity(article, attribution, owners, starts, person, body)
        if attribution.source_class == "person":
            person = key
        elif attribution.source_class == "organisation":
            body = key
        rows.setdefault(key, []).append(attribution)
    out = []
    for (kind, what), group in rows.items():
        first = group[0].source
        assert first is not None
        entity = table[what] if kind == "name" and isinstance(what, int) else None
        out.append(
            Source(
                entity.name if entity else article.text[first.start : first.end],
                group[0].source_class,
                entity.role if entity else "",
                tuple(dict.fromkeys(a.source for a in group if a.source is not None)),
            )
        )
    return tuple(out)


def _identity(
    article: Article,
    attribution: Attribution,
    owners: tuple[Name, ...],
    starts: list[int],
    person: tuple[str, object] | None,
    body: tuple[str, object] | None,
) -> tuple[str, object]:
    """What joins the mentions of one source: its row in the name table, or its chief word."""
    span, head = attribution.source, attribution.head
    assert span is not None
    if head in ("he", "she", "who") and person is not None:
        return person
    if (head == "it" or head in ("company", "firm", "ministry", "agency")) and body is not None:
        named = bisect_left(starts, span.start) < bisect_left(starts, span.end)
        if not named:
            return body
    held = owners[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    if held and attribution.source_class in SOURCED:
        chosen = next((n for n in held if n.kind == "person"), held[0])
        return "name", chosen.entity
    return attribution.source_class, head
