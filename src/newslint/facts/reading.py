"""Reading an article word by word: gaps, capitals and names, and the small words that bound a noun phrase."""

from __future__ import annotations

from bisect import bisect_right

from newslint.article import Article
from newslint.facts.cues import vocabulary
from newslint.facts.names import names

BREAKS = frozenset(
    "that but while because as when if although though whereas so before after since where than whether until unless "
    "and or nor yet despite amid given how why what".split()
)
PREPOSITIONS = frozenset(
    "of for at from in with on by within inside near to close familiar briefed among who whose involved working based "
    "represented against about over under into across using living seeking facing".split()
)
DEFINITE = frozenset("the this that these those his her its their our my your both such".split())
INDEFINITE = frozenset(
    "a an one some many several most few other another two three four five dozens hundreds thousands multiple "
    "numerous various certain countless more different any".split()
)
ASIDE = frozenset("however meanwhile though too instead nevertheless nonetheless moreover therefore".split())


class Reading:
    """The article's words and names, looked at one by one; words are indexes in `Article.words`."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.folded, self.starts, self.ends = article.words
        self.vocabulary = vocabulary()
        self.names = names(article)
        self.name_starts = [name.span.start for name in self.names]
        self._first_seen: dict[str, int] = {}
        self._last = len(self.starts) - 1

    def gap(self, i: int) -> str:
        """What stands between word `i` and the next one."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i < self._last else ""

    def capital(self, i: int) -> bool:
        """Word `i` begins with a capital."""
        return self.text[self.starts[i]].isupper()

    def name_at(self, i: int) -> str:
        """The kind of the name that holds word `i`, or the empty string."""
        k = bisect_right(self.name_starts, self.starts[i]) - 1
        return self.names[k].kind if k >= 0 and self.starts[i] < self.names[k].span.end else ""

    def proper(self, i: int, first: int) -> bool:
        """Word `i` belongs to a name; at a sentence's start the capital alone proves nothing."""
        word = self.folded[i]
        if not self.text[self.starts[i]].isupper():
            return "." in word and word[-1].isalpha() and len(word) > 6  # an address: data from city.gov
        if i > first:
            return not word.endswith(("ese", "ican", "ish")) or bool(self.name_at(i))
        return bool(self.name_at(i))

    def alone_a_name(self, word: str) -> bool:
        """A single word in the singular that is the whole subject, without an article: ``Norva said``."""
        v = self.vocabulary
        return not (
            word.endswith(("s", "ing")) or word in DEFINITE or word in INDEFINITE or word in PREPOSITIONS
            or word in BREAKS or word in v.pronoun or word in v.generic or word in v.document or word in v.witness
            or word in v.role or word in v.skip or word in v.institution or word in ASIDE
        )  # fmt: skip

    def seen_before(self, i: int, place: int) -> bool:
        """The article has used word `i` before the word at `place`: "the poll" is then one that it introduced."""
        if not self._first_seen:
            for n in range(len(self.folded) - 1, -1, -1):
                self._first_seen[self.folded[n]] = n
        return self._first_seen.get(self.folded[i], place) < place
