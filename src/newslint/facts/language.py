"""The language of an article: stated, or told by its commonest words where it is plainly not English."""

from __future__ import annotations

from newslint.article import Article

READ = 400
"""Words that are looked at."""
_FEW = 20
"""Words, or letters of another script, below which nothing is said."""
_ENGLISH = frozenset("the of and to is that with from by was it are this have has said".split())
_ENOUGH = 0.08
"""Share of such words that English prose never falls below; lists and tables may."""
_OTHERS = {
    "de": "der die und den das ist nicht mit von dem des sich für auf ein eine einen auch im zu wird sind",
    "fr": "le la les des et est une un dans pour que qui du pas sur au aux par ne ce il elle sont l d",
    "es": "el la los las y del que por con una un para se su al lo es en como más",
    "it": "il la di che e un una non sono della del per con le dei gli nel da al è",
    "pt": "o os da do das dos em um uma não para com que e de por se no na ao é",
    "nl": "het een van de en dat niet zijn voor met op te is aan er door ook",
    "sv": "och att det som på av en ett är för inte med den till har de",
    "da": "og det er til på af ikke en et der at som for med den de har",
    "pl": "i w na z nie się że do jest to o za po od jak przez dla",
}
_PLAINLY = 0.16
"""Share of one language's commonest words from which the article is in it."""
_NOT_LATIN = "\u0370"
"""Letters from here on are Greek, Cyrillic, Arabic, Chinese and so on."""


def language(article: Article) -> str:
    """The two letters that the article states for its language, or seems to be in.

    ``und`` in letters that are not Latin, ``en`` when in doubt.
    """
    stated = article.meta.lang[:2].lower()
    if stated:
        return stated
    words = article.words.folded[:READ]
    english = sum(map(_ENGLISH.__contains__, words))
    if english >= _ENOUGH * len(words):
        return "en"
    strange = sum(len(word) for word in words if word[0] >= _NOT_LATIN)
    if strange >= _FEW and 2 * strange > sum(map(len, words)):
        return "und"
    if len(words) < _FEW:
        return "en"
    small = [w for w, at in zip(words, article.words.starts, strict=False) if article.text[at].islower()]  # no names
    shares = {}
    for name, common in _OTHERS.items():
        known = frozenset(common.split())
        shares[name] = sum(word in known for word in small)
    nearest = max(shares, key=shares.__getitem__)
    return nearest if shares[nearest] >= max(_PLAINLY * len(words), 2 * english) else "en"
