"""Groups without a name that speak: which plurals mean people, and whether they say what they think."""

from __future__ import annotations

from newslint.article import Article
from newslint.data import word_list, word_sections
from newslint.facts import fact
from newslint.facts.attribution import Attribution, attributions
from newslint.facts.names import name_table, names
from newslint.facts.sources import sources
from newslint.facts.speakers import CHIEF
from newslint.facts.support import inside
from newslint.lean import cache
from newslint.text.closed_classes import DEFINITE
from newslint.text.span import Span, covering

COUNTED = frozenset("many most some few several others all".split())
"""Words that count people without saying who they are."""

_CROWD_SAYS = frozenset(
    "say says said argue argues argued claim claims claimed complain complained suggest suggests suggested to express "
    "expressed voice voiced applaud applauded hail hailed condemn condemned denounce denounced".split()
)
_SEES = frozenset("observe observed observes notice noticed notices detect detected discover discovered".split())
_FAITHFUL = frozenset("followers follower adherents adherent believers disciples practitioners".split())
_FIGURE_IN = frozenset("senior leading key top prominent opposition party industry religious public political".split())
"""Before "figures" that are people."""
_NOT_YET = frozenset("can could should will shall must didn't don't doesn't not never if".split())
AGENTS = ("ers", "ors", "ists", "ians", "ants", "agents", "groups", "representatives", "women", "families", "parties")
"""Ends of plurals that mean people: dealers, tutors, chemists, musicians, tenants."""
_NAMES_FOLLOW = (
    " including ", " such as ", " among them", " like ", " led by ", " for example", " for instance", " notably ",
)  # fmt: skip

_ROOM = 60
"""Code points behind "researchers at" in which the name of their house stands."""
_BELOW = 4
"""Sentences below a lede in which one of those it speaks of is heard."""


@cache
def _trades() -> dict[str, set[str]]:
    return dict(word_sections("trades"))


def trade_of(plural: str) -> str:
    """The trade for which a plural speaks, or nothing: of ``economists`` "expert"."""
    one = plural.removesuffix("s")
    return next((head for head, words in _trades().items() if one in words and not head.startswith("of ")), "")


@fact
def trades_named(article: Article) -> frozenset[str]:
    """Trades (those of ``data/trades.txt``: "expert", "official") of which somebody is named with office or place of
    work, or a body of theirs is cited: an institute by its name, an office also without."""
    said = {word for entity in name_table(article) for word in entity.role.lower().replace(",", " ").split()}
    cited = [source.name for source in sources(article) if source.source_class == "organisation"]
    said.update(word.lower() for name in cited for word in name.split() if word[0].isupper())
    offices = said.union(*map(str.split, cited))
    return frozenset(
        trade
        for head, words in _trades().items()
        if not words.isdisjoint(offices if (trade := head.removeprefix("of ")) == "official" else said)
    )


def is_view(word: str) -> bool:
    """True of a verb by which a crowd says or thinks something."""
    return word in word_list("view-verbs") or word in _CROWD_SAYS


def is_plural_of_people(article: Article, attribution: Attribution) -> bool:
    """True of a plural of people without a name: ``Real estate agents say``."""
    source, head = attribution.source, attribution.head
    if source is None or attribution.kind not in ("speech", "act"):
        return False
    if not head.endswith(AGENTS) or head in word_list("no-people"):
        return False
    return not article.folded.startswith(("the ", "its ", "their ", "his ", "her ", "these ", "those "), source.start)


def is_anybody(article: Article, attribution: Attribution) -> bool:
    """True where people of a kind speak or judge: ``According to eyewitnesses``, ``some Norva drivers complain``."""
    assert attribution.source is not None
    head, kinds = attribution.head, word_list("crowd-nouns")
    said = article.folded[slice(*attribution.source)].split()
    definite = said[0] == "both" or (said[0] in DEFINITE and CHIEF.isdisjoint(said))
    placed = head in word_list("house-people") or head not in kinds
    if attribution.source_class == "organisation":
        anybody = head in kinds and not definite and (not placed or said[0] in COUNTED)
    elif attribution.source_class == "generic" and definite:
        anybody = not placed
    else:
        anybody = any(word.strip(",") in kinds or word in COUNTED for word in said)
    return anybody and "whom" not in said and speaks_its_mind(article, attribution)


def speaks_its_mind(article: Article, attribution: Attribution, crowd: bool = False) -> bool:
    """True where the group reports or holds a view, and is not named right behind; a `crowd` must say it aloud."""
    if _are_numbers(article, attribution) or _gives_a_term(article, attribution):
        return False
    return _views(article, attribution, crowd) and _is_anyones(article, attribution)


def _views(article: Article, attribution: Attribution, crowd: bool) -> bool:
    """What the group does is to report, to judge or to think."""
    cue, end = article.folded[slice(*attribution.cue)].rpartition(" ")[2], attribution.cue.end
    if cue.endswith("ing"):
        cue = next((form for form in (cue[:-3], cue[:-3] + "e") if form in word_list("verdict-verbs")), cue)
    if crowd and cue not in _CROWD_SAYS:
        return False
    if attribution.kind == "stance" and cue not in word_list("view-verbs"):
        return False
    if attribution.kind == "act" and cue not in word_list("verdict-verbs"):
        return False
    if cue.startswith("respond") and article.folded.startswith(" to ", end):
        return False  # to a call, to the scene
    return cue not in _SEES or article.folded.startswith(" that ", end)  # "astronomers observed a burst"


def _is_anyones(article: Article, attribution: Attribution) -> bool:
    """Nothing beside the group tells which people hold the view, that they do not, or that this is asked."""
    source, cue = attribution.source, attribution.cue
    assert source is not None
    if attribution.head in _FAITHFUL and " of " in article.folded[source.start : source.end + 4]:
        return False  # what the followers of a teaching believe is the teaching
    between = article.folded[source.start : cue.start].replace("-", " ").split()
    if "who" in between:
        return False  # "those who said they were angry" are told apart by what they said
    if cue.start > source.start and ("us" in between or not _NOT_YET.isdisjoint(between)):
        return False
    if article.text[article.sentences[attribution.sentence].span.end - 1] == "?":
        return False
    behind = article.folded[source.end : source.end + 40]
    return not any(word in behind for word in _NAMES_FOLLOW)


def _are_numbers(article: Article, attribution: Attribution) -> bool:
    """``Agency figures show``, ``according to army figures``, and not "senior figures"."""
    if attribution.head != "figures" or attribution.kind not in ("show", "frame"):
        return False
    assert attribution.source is not None
    said = article.folded[slice(*attribution.source)].split()
    return attribution.kind == "show" or _FIGURE_IN.isdisjoint(said)


def _gives_a_term(article: Article, attribution: Attribution) -> bool:
    """``Called "the Goat" by his supporters``; ``economists call it the paradox of thrift``: a word of their trade, and
    nobody's view."""
    if '"' in article.text[slice(*attribution.cue)]:
        return True
    cue = article.folded[slice(*attribution.cue)]
    return cue in ("call", "calls", "term") and trade_of(attribution.head) == "expert"


def named_below(article: Article, sentence: int) -> bool:
    """Whose the finders are is said in the next sentence ("A team of researchers at Holm University"), or, of those in
    a lede, where one of them is heard ("Dr Ada Brandt of Holm University said")."""
    if sentence + 1 >= len(article.sentences):
        return False
    span, block = article.sentences[sentence + 1].span, article.sentences[sentence].block
    said = article.folded[slice(*span)]
    at = max(said.find(f"{who} {where} ") for who in ("researchers", "scientists", "team") for where in ("at", "from"))
    if at >= 0 and inside(names(article), Span(span.start + at, span.start + at + _ROOM)):
        return True
    if article.blocks[block].zone != "lede":
        return False
    return not _heard_of_a_body(article).isdisjoint(range(sentence + 1, sentence + 1 + _BELOW))


@fact
def _heard_of_a_body(article: Article) -> frozenset[int]:
    """Sentences in which somebody with a name speaks whose house is named, too."""
    bodies = [name.span for name in names(article) if name.kind not in ("person", "place")]
    heard = [a for a in attributions(article) if a.source_class == "person" and a.source]
    return frozenset(a.sentence for a in heard if a.source and covering(bodies, *a.source) >= 0)
