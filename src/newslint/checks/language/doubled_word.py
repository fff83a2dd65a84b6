from __future__ import annotations

from itertools import compress, count, islice

from newslint import (
    Article,
    Edit,
    Fix,
    Hit,
    Iterator,
    Pattern,
    Severity,
    Span,
    by_word,
    cache,
    covering,
    pattern,
    quotations,
    rule,
    word_list,
)

_GRAMMAR = frozenset(
    "the a an of to and for with from by at as or but nor are were be been has have they we you she their our your its "
    "his my this these those which who whose when where while because than into it's between during after "
    "before about through also would should could can may might must".split()
)
"""Words that never stand twice in a row by intent."""

_IS = frozenset(("is", "was"))
_SUBJECTS = frozenset(("which", "who", "it", "he", "she", "there", "this"))
"""Behind these "is is" is a slip, though not in "what it is is"."""

_SILENT_H = ("hour", "honest", "honor", "honour", "heir")
_ARTICLES = frozenset(("a", "an"))
_SMALL = frozenset(
    "a an and as at in is it of on or if i are was am any all about under up out into over after e o u us u's el al ad "
    "ante est et en es era ii iii iv".split()
)


@rule(
    "error",
    why="Proof-reading",
    exceptions="had had, that that and the doubles of speech and of names; acronyms; quotations are advice only.",
    bad=[
        "<<The the>> minister left.",
        "The mill employs <<a>> engineer and closes in May.",
        "The bridge closed in\nMay <<and\nand>> opens in June.",
        "The ferry sails <<an>> week later.",
        "The ferry sails <<a>> hour later.",
        "The ferry sails at noon<<,,>> the harbour said.",
        "The pact, which <<is is>> not binding, ends in May.",
    ],
    good=[
        "The minister left an hour later with an MBA and a European passport.",
        "What it is is a ferry, and what the trouble is is its age.",
        "He had had no choice but to say that that bridge was unsafe.",
        "Duran Duran played in Baden-Baden, a one-off in a US tour.",
        "A historic vote, an historic vote; a unit, an uncle, a UN envoy, an FBI agent, a use, an $8 ticket.",
        "Vitamin A is in carrots; it rose 0..5 and so on...",
    ],
    fixes="safe",
)
def doubled_word(article: Article) -> Iterator[Hit]:
    """A word or a mark stands twice, or "a" and "an" are mixed up.

    Slips that a spelling program passes over, left by cutting and pasting. Asked of every article: any word can slip.
    """
    quoted = None
    found = [*_doubles(article), *_articles(article)]
    text = article.text
    if ",," in text or ".." in text or ";;" in text:
        found += _marks(text)
    for span, message, severity, fix in found:
        block = article.blocks[article.block_at(span.start)]
        if block.zone in ("code", "table", "meta") or span.end > block.span.end:
            continue
        if quoted is None:
            quoted = [q.span for q in quotations(article)]
        yield Hit(span, message, severity="info" if covering(quoted, *span) >= 0 else severity, fix=fix)


_Slip = tuple[Span, str, Severity | None, Fix]


def _doubles(article: Article) -> Iterator[_Slip]:
    words, text = article.words, article.text
    folded, starts, ends = words
    twice = word_list("doubled")
    for i in compress(count(), map(str.__eq__, folded, islice(folded, 1, None))):
        word = folded[i]
        between = text[ends[i] : starts[i + 1]]
        if not between.isspace() or "\n\n" in between or not word[0].isalpha() or (len(word) < 2 and word != "a"):
            continue
        first, second = text[starts[i] : ends[i]], text[starts[i + 1] : ends[i + 1]]
        if (
            (word in twice and not (word in _IS and i and folded[i - 1] in _SUBJECTS and folded[i - 2] != "what"))
            or (first[0].isupper() and second[0].isupper())
            or (second[0].isupper() and not first[0].isupper())
        ):
            continue
        if (i and folded[i - 1] == word) or (i + 2 < len(folded) and folded[i + 2] == word):
            continue  # three times and more is a chant
        if text[ends[i + 1] : ends[i + 1] + 1] == "-" or text[starts[i] - 1 : starts[i]] == "-":
            continue
        sure = word in _GRAMMAR
        span = Span(starts[i], ends[i + 1])
        fix = Fix("Remove the double", (Edit(Span(ends[i], ends[i + 1]), ""),), safe=sure)
        yield (
            span,
            f"“{' '.join(text[span.start : span.end].split())}”: remove the double.",
            None if sure else "warning",
            fix,
        )


def _articles(article: Article) -> Iterator[_Slip]:
    """ "a" before a vowel's sound, "an" before a consonant's."""
    words, text = article.words, article.text
    folded, starts, ends = words
    last = len(folded) - 1
    for i in article.where(_ARTICLES):
        if i == last:
            break
        word, following = folded[i], folded[i + 1]
        if word == _before(following):
            continue
        if text[ends[i] : starts[i + 1]] != " ":
            continue
        said = text[starts[i + 1] : ends[i + 1]]
        here = text[starts[i] : ends[i]]
        if (
            not _is_wrong(word, following, said)
            or (here == "A" and i and text[starts[i] - 2 : starts[i] - 1] not in '.!?"”\n:')
            or here == "AN"
        ):
            continue
        before = text[starts[i] - 1 : starts[i]]
        if before and not before.isspace() and before not in "\"“‘'(—–[":
            continue
        if (
            i
            and here == "An"
            and text[starts[i - 1]].isupper()
            and text[starts[i] - 1] == " "
            and text[starts[i] - 2].isalpha()
        ):
            continue
        right = "an" if word == "a" else "a"
        right = right.capitalize() if here[0].isupper() else right
        span = Span(starts[i], ends[i])
        yield (
            span,
            f"“{here} {said}”: use “{right}”.",
            "warning",
            Fix(f"Write “{right}”", (Edit(span, right),), safe=said[0].islower()),
        )


@cache
def _vowel_a() -> Pattern[str]:
    """Vowels after which "a" is right."""
    return pattern(
        r"(?:eu|ew|once|one(?!i|s?rou)|ones\b|oui|[aefhilmnorsx]-"
        r"|u(?:ni(?!n|m|d(?!i))|nan|na\b|nary|lys|tr|bi|f|k|r[aieou]|s[aeiu]|t[aeio]|ga))"
    )


@cache
def _you_or_one() -> Pattern[str]:
    """Vowels that sound as consonants, beyond doubt."""
    return pattern(
        r"(?:uni(?:on|t|v|q|f|l(?!l))|use(?:d|r|s|f|l)|usual|europ|euro\b|once\b|one\b|utopia|ubiquit|uranium|"
        r"ukrain)"
    )


@cache
def _consonant_an() -> Pattern[str]:
    return pattern(r"(?:h(?:our|eir|on(?:e?st|ou?r)|omage|ist|ot[eé]l|abit|ero|yst|yp|orr|erb|ar)|[fhlmnrsx](?:\b|-))")


@by_word
def _before(word: str) -> str:
    """The article that the word takes by its first letters; the empty string where they leave it open."""
    if word[0] not in "aeiou" and not word.startswith(_SILENT_H):
        return "a"
    return "" if _you_or_one().match(word) else "an"


def _is_wrong(word: str, following: str, said: str) -> bool:
    """True only where the spelling leaves no doubt of the sound."""
    if following in _SMALL or len(following) < 3 or not following.isalpha() or not following.isascii():
        return False
    if said.isupper() or any(c.isupper() for c in said[1:]):
        return False
    if word == "a":
        return not _vowel_a().match(following) and any(c in "aeiouy" for c in following[1:])
    if following[0] in "ueo":
        return bool(_you_or_one().match(following))
    if following[0] not in "bcdfgjklmnpqrstvwyz" and following[0] != "h":
        return False
    return not said[0].isupper() and not _consonant_an().match(following) and any(c in "aeiou" for c in following)


@cache
def _mark_pairs() -> Pattern[str]:
    return pattern(r"(?<=[^\W\d_])(?:,,|;;|(?<!\.)\.\.(?![.\w/]))(?=\s|$)")


def _marks(text: str) -> Iterator[_Slip]:
    for match in _mark_pairs().finditer(text):
        span = Span(*match.span())
        fix = Fix("Remove the double", (Edit(Span(span.start + 1, span.end), ""),), safe=match.group() != "..")
        yield span, f"“{match.group()}”: remove the double.", "warning", fix
