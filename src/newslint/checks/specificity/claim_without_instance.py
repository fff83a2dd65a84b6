from __future__ import annotations

from bisect import bisect_left

from newslint import (
    MODALS,
    Article,
    Hit,
    Iterator,
    PhraseHit,
    Sentence,
    Span,
    has_instance,
    inside,
    is_participle,
    name_table,
    nameless,
    names,
    names_instance,
    phrases,
    rule,
    sourced_sentences,
    tells,
    word_list,
)

_INSTANCE = frozenset(("including", "include", "includes", "namely", "like", "e.g", "notably", "especially"))
_INSTANCE_PAIRS = frozenset((("such", "as"), ("for", "example"), ("for", "instance"), ("among", "them")))
_ANY = frozenset(("various", "numerous"))
_WEIGHTY = frozenset(("significant", "severe", "substantial", "considerable"))
_OPEN = MODALS | {"no", "not", "any", "without", "if"}
"""Before what did not happen, or may yet."""
_LABEL = 50
"""Code points of a paragraph in which its label ends."""
_BEHIND = 400
"""Code points of the sentence behind a claim in which a name or a figure makes up for it."""
_BESIDE = 28
"""Code points behind a party in which its name begins ..."""
_OPENER = 3
"""... and words before it that may open the sentence."""


@rule(
    "warning",
    wakes=["unnamed-instances", "unnamed-parties", "loose-instances", "nameless-actors", "nameless-scenes"],
    why="AP on specifics; profiles written without reporting praise in the plural.",
    exceptions="Quotations; a name, figure, title or “such as” in the sentence or the next one.",
    bad=[
        "The lab has <<made substantial contributions>> to the field.",
        "He <<has won numerous awards>> and is known for his work.",
        "The firm stands behind <<numerous technological innovations>>.",
        "The limit is set anew every year, based on <<various factors>>.",
        "The storm led to <<significant delays>> in the port.",
        "The raid was the work of <<a militant group>>.",
        "The app has signed agreements <<with several rental firms>> and a savings bank.",
        "The cover is written <<by a leading global insurer>>.",
        "<<Some mills have closed>>. The rest work two shifts.",
        "The app was <<launched by two friends>>. It was made <<together with a domestic bank>>.",
        "The pier features <<a mix of established names>>. <<Delegates from many countries>> came.",
        "<<Necessary steps have been taken>>. The fair was <<attended by senior officials>>.",
        "The price <<depends on several factors>>. They spoke of <<matters of mutual interest>>.",
        "The speaker <<touched on a variety of subjects>>. <<The interview also explored>> the price of rope.",
        "The <<rollout will take place in phases>>. Tapes are wiped <<after a set period>> of time.",
        "The hearing <<comes after a number of other ferry accidents in recent years>>.",
        "The yard <<holds various patents>>. Berg, <<winner of many awards>>, opens the hall in Graz on 2 August.",
        "<<Among its customers are several food brands>>. <<Notable alumni>> abound. She <<has published widely>>.",
        """Drone maker wins order

<<A family-owned manufacturer>> of drones has won an order for surveys of forests from the air.

"""
        + "The firm will build the drones in its own works and train the crews that fly them. " * 7,
        """Coffee chain to open shops

<<A fast-growing coffee chain>> plans 40 shops in Holm County.

There are three in streets such as the Holm Road and the Leith Pike.

"""
        + "Rents near the Holm Canal are low, and the chain has asked the council of Holm for leave to build. " * 6,
        """Child hurt

A child was bitten by a dog <<at a home>> on Sunday, police said.

"""
        + "The child was taken to hospital and is doing well, and the dog was caught by two officers. " * 6,
    ],
    good=[
        "The lab has made substantial contributions to the field. It released Orca-2, which reads maps, in May.",
        "He won the 2021 Gairdner award and two prizes of the city of Holm.",
        "The firm stands behind several innovations, such as the folding crane.",
        "Without a new pier the port could face significant delays.",
        "Berg has published several novels, of which the last, Low Tide, is the shortest.",
        "Rents rose in various sectors, with Leith Steel far ahead.",
        "The season opens in May.\n\nIt brings significant changes, with the departure of Ana Ruiz.",
        """The app was launched by two friends, Ada
Brandt and Ola Berg. Delegates from many countries came, such as Norland and Estmark.""",
        'Brandt said the lab had "made substantial contributions to the field".',
        """The app has signed agreements with several rental firms. One of
them is Berg Hire. The cover is written by a leading insurer, Ruiz Mutual.""",
        """Some mills have closed, among them
those of Holm. Some mills have warned of more, their union said.""",
        """Drone maker wins order

Kestrel Works, a family-owned manufacturer of drones, has won an order.

"""
        + "The firm will build the drones in its own works and train the crews that fly them. " * 7,
    ],
)
def claim_without_instance(article: Article) -> Iterator[Hit]:
    """An achievement is claimed in the plural and not one is named.

    "Numerous innovations" costs the writer nothing and tells the reader nothing. Name one, with its date; if none can
    be named, the claim has no ground. What every report says now and then ("in a public speech", "various measures")
    counts in copy full of other flaws alone, where no figure stands behind it; "various factors" and "significant
    delays" count everywhere, unless they are denied or may yet come. So do parties that are promised and not named
    ("agreements with several operators", "some mills have closed"), and a firm or a place on which the whole article
    keeps silent, whatever towns and public bodies it names.
    """
    claimed = _by_sentence(article, "unnamed-instances")
    loose = _by_sentence(article, "loose-instances")
    sure = list(_empty(article, claimed, doubtful=False)) if claimed else []
    spoken = {article.sentence_index(hit.span.start) for hit in sure}
    hidden = {i: spans for i, spans in _hidden(article).items() if i not in spoken}
    for first, *more in hidden.values():
        said = article.one_line(first)
        yield Hit(first, f"Which? Say it instead of “{said}”: name, place, date or figure.", also_here=tuple(more))
    yield from sure
    loose = {i: spans for i, spans in loose.items() if i not in claimed and i not in hidden}
    if loose:
        yield from _empty(article, loose, doubtful=True)


def _hidden(article: Article) -> dict[int, list[Span]]:
    """Parties that get no name where they stand, nor in the next sentence; who and what the article never names."""
    found: dict[int, list[Span]] = {}
    parties = phrases(article, "unnamed-parties")
    new = sorted([row.mentions[0].start for row in name_table(article) if row.kind != "place"]) if parties else []
    for hit in parties:
        i = article.sentence_index(hit.span.start)
        if i < 0 or _is_named(article, hit, article.sentences[i]):
            continue
        block = article.sentences[i].block
        beside = [after.span for after in article.sentences[i + 1 : i + 2] if after.block == block]
        if any(bisect_left(new, start) < bisect_left(new, end) for start, end in beside):
            continue
        if not beside and _listed_below(article, block):
            continue
        if hit.data.get("hint") != "deed" or _is_deed(article, hit, i):
            found.setdefault(i, []).append(hit.span)
    for span in nameless(article):
        found.setdefault(article.sentence_index(span.start), []).append(span)
    return found


def _is_named(article: Article, hit: PhraseHit, sentence: Sentence) -> bool:
    """ "With several banks, Holm Bank among them": names stand right behind, or behind "such as" and its like."""
    deed = hit.data.get("hint") == "deed"
    end, stop = hit.span.end, sentence.span.end
    if article.text.startswith((":", " –", " —", " ("), end):
        return True  # "various factors: rain and frost"
    first = hit.span.start if deed else end
    behind = [name.span.start for name in inside(names(article), Span(first, stop)) if name.kind != "place"]
    if not behind:
        return False
    return deed or behind[0] - end < _BESIDE or end <= _last_instance(article, sentence)


def _is_deed(article: Article, hit: PhraseHit, i: int) -> bool:
    """ "Some publishers have closed", at the head of a sentence that nobody is quoted for; what they say is asked
    elsewhere."""
    if "," in article.text[slice(*hit.span)]:
        return False
    verb = article.words.folded[hit.last]
    says = verb in word_list("verdict-verbs") or verb in word_list("view-verbs")
    opens = hit.first - article.sentence_words[i].start <= _OPENER
    return opens and not says and (verb == "had" or is_participle(verb)) and i not in sourced_sentences(article)


def _by_sentence(article: Article, lexicon: str) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for hit in phrases(article, lexicon):
        if hit.data.get("hint") != "feat" or "," not in article.text[slice(*hit.span)]:
            found.setdefault(article.sentence_index(hit.span.start), []).append(hit.span)
    found.pop(-1, None)
    return found


def _empty(article: Article, claimed: dict[int, list[Span]], *, doubtful: bool) -> Iterator[Hit]:
    """What is claimed in sentences without an instance, and without one right behind."""
    named = {name.span.start for name in names(article)} if doubtful else set()
    feats = {hit.span for hit in phrases(article, "unnamed-instances") if hit.data.get("hint") == "feat"}
    for i, spans in claimed.items():
        here, after = article.sentences[i], article.sentences[i + 1 : i + 2]
        if not doubtful:
            spans = [span for span in spans if not _has_instance(article, i, span, feats)]
        beside = [sentence for sentence in after if sentence.block == here.block]
        if not doubtful and any(tells(article, i + 1) or _goes_on(article, sentence) for sentence in beside):
            continue
        if doubtful and any(tells(article, i + 1) and sentence.span.start in named for sentence in beside):
            continue
        if not beside and _listed_below(article, here.block):
            continue
        instance = _last_instance(article, here)
        stop = here.span.end
        kinds = doubtful and instance >= 0 and not names_instance(article.text[instance:stop])
        if kinds:
            instance, spans = -1, [span for span in spans if article.text[span.end - 1] == "s"]
        empty = []
        for span in spans:
            rest = Span(span.end, min(stop, span.end + _BEHIND))
            explained = _is_told(article, rest) or (doubtful and _is_explained(article, span, rest))
            if span.start > instance and not explained:
                empty.append(span)
        if empty:
            first, *more = empty
            said = article.one_line(first)
            message = f"Name one: “{said}” without an instance is an empty claim."
            if doubtful:
                message = f"Which? Say it instead of “{said}”: name, place, date or figure."
            unsure = doubtful and (kinds or not _hides_all(article, first))
            yield Hit(first, message, "doubtful" if unsure else None, also_here=() if doubtful else tuple(more))


def _has_instance(article: Article, i: int, span: Span, feats: set[Span]) -> bool:
    """What stands before a feat is whose it is, and a day is none of its instances."""
    feat, (start, end) = span in feats, article.sentences[i].span
    return has_instance(article, i, Span(span.end if feat else start, end), feat=feat)


def _hides_all(article: Article, span: Span) -> bool:
    """ "Various factors", "a militant group", "significant delays": who has no more to say of them leaves them out."""
    near, folded = article.words.between(*span), article.words.folded
    said, before = folded[near.start : near.stop], folded[max(0, near.start - 3) : near.start]
    if said[0] in _ANY or (said[0] == "a" and "group" in said):
        return True
    return said[-1].endswith("s") and not _WEIGHTY.isdisjoint(said) and _OPEN.isdisjoint((said[0], *before))


def _listed_below(article: Article, block: int) -> bool:
    """True where the next block is the item of a list, or opens with a label ("Code Red Drill: ...")."""
    if block + 1 >= len(article.blocks):
        return False
    below = article.blocks[block + 1]
    opening = article.text[below.span.start : min(below.span.end, below.span.start + _LABEL)]
    return below.kind == "list-item" or ": " in opening or (below.kind == "heading" and opening.endswith(":"))


def _last_instance(article: Article, sentence: Sentence) -> int:
    """Where the sentence last begins to name instances (such as, including, a colon), or -1."""
    words = article.words
    near = words.between(*sentence.span)
    last = article.text.rfind(":", *sentence.span)
    for i in reversed(near):
        word, following = words.folded[i], words.folded[i + 1] if i + 1 < near.stop else ""
        if word in _INSTANCE or (word, following) in _INSTANCE_PAIRS:
            return max(last, words.starts[i])
    return last


def _is_told(article: Article, rest: Span) -> bool:
    """ "Significant changes, with the departure of Ana Ruiz": a name follows."""
    behind = article.text[slice(*rest)]
    return behind.startswith(", with ") and any(word[0].isupper() for word in behind.split())


def _is_explained(article: Article, span: Span, rest: Span) -> bool:
    """Behind a comma, "a group of locals" explains whom the words before it name; before a dash, names follow; and so
    may a figure in the rest. (One before the words is an age or a year, or part of a name.)"""
    if article.text.startswith(("—", " —", " –", " (", ":"), rest.start) or _has_digit(article, rest):
        return True
    if not (article.text.endswith(", ", 0, span.start) and article.folded.startswith(("a ", "an "), span.start)):
        return False
    words = article.words
    return article.text[words.starts[words.at(span.start) - 1]].isupper()


def _goes_on(article: Article, sentence: Sentence) -> bool:
    """True when the sentence speaks of the same one and has a number: "It released Orca-2"."""
    first = article.words.folded[article.words.at(sentence.span.start)]
    return first in ("it", "he", "she", "they", "its", "his", "her", "their") and _has_digit(article, sentence.span)


def _has_digit(article: Article, span: Span) -> bool:
    return any(map(str.isdigit, article.text[span.start : span.end]))
