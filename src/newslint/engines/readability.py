"""textstat's own figures, for those who compare with other tools that use it.

textstat 0.7 wants the CMU pronouncing dictionary, which nltk fetches from the network at the first call; without a
network 12 of its 20 English functions fail. It gets our syllables in the dictionary's place, and then works offline.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.facts.readability import paragraph_counts
from newslint.text.syllables import syllables
from newslint.typed import Any


class _Pronunciation:
    """Looks to textstat like the CMU dictionary: for each word a list of phones, syllables ending in a digit."""

    def __getitem__(self, word: str) -> tuple[tuple[str, ...]]:
        return (("0",) * syllables(word),)


def _textstat() -> Any:
    import textstat
    from textstat.backend.counts import _count_syllables

    dictionary = _Pronunciation()
    _count_syllables.get_cmudict = lambda lang: dictionary
    return textstat


def textstat_panel(article: Article) -> dict[str, float]:
    """textstat's figures for the article's running text, by textstat's own names; empty without words."""
    text = "\n\n".join(article.text[slice(*article.blocks[i].span)] for i in paragraph_counts(article))
    return panel(text) if text else {}


def panel(text: str) -> dict[str, float]:
    """textstat's figures for a plain text, by textstat's own names. `reading_time` in seconds."""
    textstat = _textstat()
    names = (
        "flesch_reading_ease", "flesch_kincaid_grade", "gunning_fog", "smog_index", "automated_readability_index",
        "coleman_liau_index", "dale_chall_readability_score", "linsear_write_formula", "spache_readability",
        "mcalpine_eflaw", "lix", "rix", "reading_time", "lexicon_count", "sentence_count", "syllable_count",
        "difficult_words",
    )  # fmt: skip
    return {name: round(float(getattr(textstat, name)(text)), 2) for name in names}
