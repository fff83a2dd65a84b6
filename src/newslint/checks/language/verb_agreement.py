"""verb-agreement: a subject at the head of its sentence, and a verb of the other number."""

from __future__ import annotations

from newslint import ARTICLES, POSSESSIVES, Article, Hit, Iterator, Span, is_quoted, rule, word_list

_DETERMINERS = ARTICLES | POSSESSIVES | {"this", "that", "each", "every"}
_PLURAL_VERBS = {"have": "has", "were": "was", "are": "is", "don't": "doesn't", "haven't": "hasn't"}
_SINGULAR_VERBS = {"has": "have", "was": "were", "hasn't": "haven't", "wasn't": "weren't"}
_NUMBERS = frozenset("two three four five six seven eight nine ten several many both these those".split())
_AMOUNTS = frozenset(
    "years days weeks months hours minutes seconds thirds quarters halves pounds dollars euros points goals miles "
    "metres meters kilometres times cents percent news series species politics economics athletics means".split()
)
_OBJECTS = {"him": "he", "them": "they", "me": "I", "us": "we"}
_OPENERS = _DETERMINERS | _NUMBERS | _OBJECTS.keys()
_BETWEEN = 2
"""Words that may stand between the determiner and its noun."""


@rule(
    "warning",
    bad=(
        "<<The bridge were>> closed on Monday after the storm.",
        "<<Her brother have>> lived in the town since 2004, neighbours said.",
        "<<The two firms has>> agreed to merge, a filing shows.",
        "<<Him was>> the first to leave the building.",
    ),
    good=(
        "The bridge was closed on Monday after the storm.",
        "The team were tired, and the company have said so.",
        "Two years was a long time, and the three men have aged.",
        "The rail and bridge works are late; the bridge they have is old.",
    ),
    why="Every grammar: a verb agrees with its subject in number",
    exceptions="Quotations; teams, companies and other bodies, which British English may take in the plural.",
)
def verb_agreement(article: Article) -> Iterator[Hit]:
    """The verb is plural and its subject is not, or the other way round.

    Most come from a subject that was changed after the sentence was written. Only subjects that open their sentence and
    stand directly before the verb are looked at, so that no engine is needed; grammar-engine sees the others.
    """
    words = article.words
    folded = words.folded
    for sentence, near in zip(article.sentences, article.sentence_words, strict=True):
        if not near or folded[near.start] not in _OPENERS or words.starts[near.start] != sentence.span.start:
            continue
        i = near.start
        found = _clash(folded, i, min(i + 5, near.stop))
        if found:
            verb, cure = found
            span = Span(words.starts[i], words.ends[verb])
            head = article.text[words.starts[verb - 1] : words.ends[verb - 1]]
            plain = head.islower() or verb == i + 1
            if plain and not _parted(article, i, verb) and not is_quoted(article, span):
                yield Hit(span, f"“{article.text[span.start : span.end]}”: {cure}?")


def _clash(folded: list[str], i: int, end: int) -> tuple[int, str] | None:
    """The index of the verb that does not agree with the subject from word `i` on, and what it should be."""
    first = folded[i]
    if first in _OBJECTS:
        if i + 1 < end and folded[i + 1] in (*_PLURAL_VERBS, *_SINGULAR_VERBS, "is"):
            return i + 1, _OBJECTS[first]
        return None
    number = i if first in _NUMBERS else i + 1
    if number < end and folded[number] in _NUMBERS:
        for verb in range(number + 2, min(number + _BETWEEN + 2, end)):
            noun = folded[verb - 1]
            if folded[verb] in _SINGULAR_VERBS:
                plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s")) and noun not in _AMOUNTS
                return (verb, _SINGULAR_VERBS[folded[verb]]) if plural else None
            if noun in word_list("function-words"):
                return None
        return None
    for verb in range(i + 2, min(i + 2 + _BETWEEN, end)):
        noun = folded[verb - 1]
        if folded[verb] in _PLURAL_VERBS:
            return (verb, _PLURAL_VERBS[folded[verb]]) if _is_one(noun) else None
        if noun in word_list("function-words"):
            return None
    return None


def _is_one(noun: str) -> bool:
    """True for a noun that names one person or thing, and no body of people."""
    person = noun in word_list("roles") and not noun.endswith(("s", "men", "people", "staff", "police"))
    return person or noun in word_list("singular-nouns")


def _parted(article: Article, i: int, verb: int) -> bool:
    """True when a comma or another mark stands between subject and verb."""
    starts, ends = article.words.starts, article.words.ends
    return any(not article.text[ends[n] : starts[n + 1]].isspace() for n in range(i, verb))
