"""Hunspell's American dictionary, by way of chunspell (the extra ``spelling``): no Java, loaded in 0.1 seconds."""

from __future__ import annotations

from newslint.article import Article
from newslint.errors import Unavailable
from newslint.lean import cache
from newslint.text.span import Span
from newslint.typed import Any, Callable, Sequence

_PREFIXES = ("re", "un", "de", "pre", "non", "over", "under", "out", "anti", "super", "multi", "counter", "mega")


@cache
def _dictionary() -> Any:
    try:
        import hunspell
    except ImportError:
        raise Unavailable("needs a dictionary: pip install “newslint[spelling]”, or set up LanguageTool") from None
    try:
        return hunspell.Hunspell("en_US")
    except Exception as error:  # another package of that name, or no dictionary in it
        raise Unavailable(f"the module “hunspell” is not chunspell's: {type(error).__name__}: {error}") from None


def unknown(article: Article) -> list[Span]:
    """Every word of the article that the dictionary does not have. Unavailable without the package."""
    knows = _dictionary().spell
    text = article.text
    words = article.words
    known: dict[str, bool] = {}
    found = []
    for start, end in zip(words.starts, words.ends, strict=True):
        if "-" in (text[start - 1 : start], text[end : end + 1]):
            continue  # half a compound is often no word
        word = text[start:end].replace("’", "'").removesuffix("'s")
        if word not in known:
            known[word] = not word.isascii() or knows(word) or _is_prefixed(word, knows)
        if not known[word]:
            found.append(Span(start, end))
    return found


def _is_prefixed(word: str, knows: Callable[[str], bool]) -> bool:
    """True for what anybody may coin of a known word: rebrand, unpatched, defund."""
    return any(
        word.startswith(prefix) and len(word) - len(prefix) > 3 and knows(word[len(prefix) :]) for prefix in _PREFIXES
    )


def suggestions(word: str) -> Sequence[str]:
    """What the dictionary has that is like the word, likeliest first. Takes up to some 0.2 seconds."""
    plain = word.replace("’", "'")
    found: Sequence[str] = _dictionary().suggest(plain) if plain.isascii() else ()
    return found
