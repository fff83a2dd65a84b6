"""The article: the file as it stands, its prose, and the map between the two.

`source` is the file as decoded and is never altered. `text` is the prose: markup gone, entities decoded, blocks joined
by blank lines. Rules and facts read `text` and speak in its offsets; the engine alone maps them to the source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from newslint.lean import defaultdict, partial
from newslint.parts import PROSE, Block, Context, Field, Meta, Run, Sentence, Suppression, Zone
from newslint.text.fold import fold
from newslint.text.pattern import pattern
from newslint.text.segment import sentences as split_sentences
from newslint.text.span import Span
from newslint.text.words import split_words
from newslint.typed import Any, Callable, Iterable, Iterator, Sequence, Set, TypeVar

T = TypeVar("T")


class Article:
    """An article as every rule sees it. Treat it as frozen; `facts` is its memory of what was worked out once."""

    __slots__ = (
        "_block_starts", "_line_starts", "_run_starts", "_zones", "block_words", "blocks", "container", "context",
        "facts", "fields", "folded", "format", "is_plain", "meta", "numbers", "path", "places", "record", "runs",
        "sentence_ends", "sentence_starts", "sentence_words", "sentences", "source", "suppressions", "text",
        "vocabulary", "words",
    )  # fmt: skip

    def __init__(
        self,
        *,
        source: str,
        text: str,
        runs: Sequence[Run],
        blocks: Sequence[Block],
        path: str = "",
        format: str = "plain",
        meta: Meta | None = None,
        suppressions: Sequence[Suppression] = (),
    ) -> None:
        """What a format read, and an index of its words and sentences, which nearly every rule asks."""
        self.path = path
        self.format = format
        self.source = source
        self.text = text
        self.folded = fold(text)
        self.runs = tuple(runs)
        self.blocks = tuple(blocks)
        self.meta = meta or Meta()
        self.suppressions = tuple(suppressions)
        self.facts: dict[str, Any] = {}
        """Answers, by the address of the fact (`facts.address`)."""
        self.context = Context()
        """What others tell its facts."""
        self.is_plain = text == source
        """The prose is the file as it stands: offsets in the one are offsets in the other."""
        self.record: int | None = None
        """The index of the record, from 0, in a file of many articles."""
        self.container = ""
        """The format of the file, where the article is only a part of it: ``jsonl``, ``docx``."""
        self.fields: Sequence[Field] = ()
        """Where the source was put together of several fields: each one's stretch, in order."""
        self._run_starts = [run.start for run in self.runs]
        self._block_starts = [block.span.start for block in self.blocks]
        self._line_starts: list[int] = []
        self._zones = [block.zone for block in self.blocks]
        self.words = split_words(self.folded)
        """All words of the article, headings and tables included, with their places."""
        self.sentences = _sentences(self)
        """The sentences of all running text (zones in `PROSE`), in order."""
        self.sentence_starts = [start for (start, _), _ in self.sentences]
        """Where each sentence starts."""
        self.sentence_ends = [end for (_, end), _ in self.sentences]
        """Where each sentence ends."""
        word_at = partial(bisect_left, self.words.starts)
        self.sentence_words = list(map(range, map(word_at, self.sentence_starts), map(word_at, self.sentence_ends)))
        """The indexes in `words` of each sentence's words."""
        block_ends = [block.span.end for block in self.blocks]
        self.block_words = list(map(range, map(word_at, self._block_starts), map(word_at, block_ends)))
        """The indexes in `words` of each block's words."""
        self.places: dict[str, list[int]] = defaultdict(list)
        """The different words, folded, each with its indexes in `words`."""
        places = self.places
        for i, word in enumerate(self.words.folded):
            places[word].append(i)
        self.vocabulary = frozenset(self.places)
        self.numbers = frozenset([word for word in self.places if word < ":"])
        """Those that begin with a digit."""

    def __repr__(self) -> str:
        return f"Article({self.path!r}, {len(self.blocks)} blocks, {len(self.text)} code points)"

    def remember(self, key: str, work_out: Callable[[Article], T]) -> T:
        """The fact of that name, worked out at the first call only."""
        try:
            answer: T = self.facts[key]
        except KeyError:
            answer = self.facts[key] = work_out(self)
        return answer

    # -- words and sentences ---------------------------------------------------------------------------------------

    def holds(self, words: Set[str]) -> bool:
        """True when one of the words, folded, stands anywhere in the article."""
        return not self.vocabulary.isdisjoint(words)

    def where(self, words: Set[str], *, numbers: bool = False) -> list[int]:
        """The indexes of these words, folded, in `Article.words`, in order: at the cost of those that are there.

        `numbers`: of whatever begins with a digit, too.
        """
        present = self.vocabulary & words
        found: list[int] = []
        for word in present | self.numbers if numbers else present:
            found += self.places[word]
        found.sort()
        return found

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the offset, or None outside running text."""
        i = self.sentence_index(offset)
        return self.sentences[i] if i >= 0 else None

    def sentence_index(self, offset: int) -> int:
        """The index in `sentences` of the one that holds the offset, or -1 outside running text."""
        i = bisect_right(self.sentence_starts, offset) - 1
        return i if i >= 0 and offset < self.sentence_ends[i] else -1

    def sentence_indexes(self, offsets: Iterable[int]) -> list[int]:
        """`sentence_index` of each of the offsets: one call for all of them."""
        starts, ends = self.sentence_starts, self.sentence_ends
        return [i if (i := bisect_right(starts, at) - 1) >= 0 and at < ends[i] else -1 for at in offsets]

    def sentences_of(self, block: int) -> tuple[Sentence, ...]:
        """The sentences of one block, by its index."""
        by_block = self.remember("sentences-by-block", _by_block)
        return by_block.get(block, ())

    def block_at(self, offset: int) -> int:
        """The index of the block at or before the offset (0 when there is none before)."""
        i = bisect_right(self._block_starts, offset)
        return i - 1 if i else 0

    def zoned(self, *zones: Zone) -> Iterator[tuple[int, Block]]:
        """Index and block of each block in one of the zones."""
        return iter([(i, self.blocks[i]) for i, zone in enumerate(self._zones) if zone in zones])

    @property
    def headline(self) -> str:
        """The headline's words, or the empty string."""
        return next((self.text[b.span.start : b.span.end] for _, b in self.zoned("headline")), self.meta.headline)

    @property
    def top(self) -> Span:
        """Where a finding on the whole article stands: the headline, else the first sentence, else the first block."""
        headline = next((block.span for _, block in self.zoned("headline")), None)
        if headline is not None:
            return headline
        if self.sentences:
            return self.sentences[0].span
        return self.blocks[0].span if self.blocks else Span(0, 0)

    @property
    def word_count(self) -> int:
        """Words of running text (zones in `PROSE`), markup and headings left out."""
        return self.remember("word-count", _word_count)

    def one_line(self, span: Span) -> str:
        """What is written there, as a message shows it: each run of spaces and line breaks is one space."""
        return " ".join(self.text[span.start : span.end].split())

    # -- places ----------------------------------------------------------------------------------------------------

    def to_source(self, span: tuple[int, int]) -> Span:
        """The stretch of source that encloses the stretch of prose."""
        start, end = span
        if not self.runs:
            return Span(0, 0)
        if self.is_plain:
            if start <= end <= len(self.text):
                return span if isinstance(span, Span) else Span(start, end)
            return Span(start, max(start, min(end, len(self.text))))
        i = max(0, bisect_right(self._run_starts, start) - 1)
        while i + 1 < len(self.runs) and self.runs[i].end <= start < end:
            i += 1
        j = max(i, bisect_right(self._run_starts, max(start, end - 1)) - 1)
        first, last = self.runs[i], self.runs[j]
        inside = min(max(start, first.start), first.end) - first.start
        low = first.source_start + (inside if first.exact else 0)
        high = last.source_start + (min(end, last.end) - last.start) if last.exact else last.source_end
        return Span(low, max(low, high))

    def one_run(self, span: tuple[int, int]) -> bool:
        """True when the span lies in a single exact run, so that a fix may be made there."""
        i = max(0, bisect_right(self._run_starts, span[0]) - 1)
        return (
            i < len(self.runs) and self.runs[i].exact and self.runs[i].start <= span[0] and span[1] <= self.runs[i].end
        )

    def line_of(self, offset: int) -> int:
        """The line of the source, or of the field, from 1, in which a place of the prose stands."""
        at = self.to_source((offset, offset + 1)).start
        return self.position(at)[0] - (self.position(self.field_at(at).start)[0] - 1 if self.fields else 0)

    def field_at(self, source_offset: int) -> Field:
        """The field that holds the offset of an article that has fields."""
        i = bisect_right(self.fields, source_offset, key=lambda field: field.start) - 1
        return self.fields[max(0, i)]

    def position(self, source_offset: int) -> tuple[int, int]:
        """Line and column of a source offset, both from 1, columns in code points. Lines end at LF, CRLF or lone CR."""
        starts = self._line_starts or self._read_lines()
        line = bisect_right(starts, source_offset) - 1
        return line + 1, source_offset - starts[line] + 1

    def positions(self, source: Span) -> tuple[int, int, int, int]:
        """Line and column of both ends of a stretch of source."""
        start, end = source
        starts = self._line_starts or self._read_lines()
        line = last = bisect_right(starts, start) - 1
        if line + 1 < len(starts) and starts[line + 1] <= end:
            last = bisect_right(starts, end) - 1
        return line + 1, start - starts[line] + 1, last + 1, end - starts[last] + 1

    def _read_lines(self) -> list[int]:
        self._line_starts = line_starts(self.source)
        return self._line_starts


def line_starts(source: str) -> list[int]:
    """Offsets at which lines start."""
    starts = [0]
    if "\r" not in source:
        find, at = source.find, source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    starts.extend(match.end() for match in pattern(r"\r\n|\r|\n").finditer(source))
    return starts


def _sentences(article: Article) -> tuple[Sentence, ...]:
    text = article.text
    return tuple(
        [
            Sentence(span, i)
            for i, block in enumerate(article.blocks)
            if block.zone in PROSE
            for span in split_sentences(text, *block.span)
        ]
    )


def _by_block(article: Article) -> dict[int, tuple[Sentence, ...]]:
    grouped: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        grouped.setdefault(sentence.block, []).append(sentence)
    return {block: tuple(found) for block, found in grouped.items()}


def _word_count(article: Article) -> int:
    blocks = zip(article.blocks, article.block_words, strict=True)
    return sum([len(row) for block, row in blocks if block.zone in PROSE])
