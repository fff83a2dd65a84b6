from __future__ import annotations

from bisect import bisect_left

from newslint import Article, Deal, Hit, Iterator, deal, figures, name_table, names, phrases, rule

_USE = frozenset(
    "use uses using used spend spending proceeds fund finance hire hiring build open opening expand expanding buy "
    "double triple refinance repay launch employ pay pays cover go goes".split()
)
_MAKES = frozenset("build open buy hire employ launch refinance repay".split())
"""What money is raised "to" do that a reader can go and look at."""
_OF_IT = frozenset("in at near on for with of by that which and to from".split())
_HOW = frozenset(("how",))
_SPEND = frozenset(("spend", "use", "spent"))
_REACH = 60
"""Words before the thing that is bought in which the buying is told."""
_PLAN = frozenset("will would plans plan intends intend to aims wants said says".split())
_PLANNERS = frozenset(
    "it they he she we money funds cash proceeds company firm startup group business maker one two three four "
    "five six seven eight nine ten".split()
)
_MEANT = frozenset("will would to plans planned intends intended aims wants hopes means".split())
"""What stands before any verb that tells what is planned, whatever the verb."""
_PLANNED = frozenset("is are plans planned intends intended aims wants hopes due agreed able set ready".split())
_NO_DEED = frozenset(
    "be close bring lead take have hold own join continue remain value total date reach grow rise become receive get "
    "raise lift the a an its their this that one".split()
)
"""Words behind it with which nothing is bought."""
_MONEY = frozenset("money funds cash proceeds sum funding capital rest remainder it".split())
_DUE = frozenset("for into towards toward earmarked goes go buys pays".split())
"""Words that tie the money to what it is for: ``the money is for six depots``."""
_NEAR = 25
"""Words between a plan and the thing at most."""


@rule(
    "warning",
    wakes=[deal],
    why="What the money buys is what a reader can check a year later; growth is not an answer",
    exceptions="A place, a product or a number; 'did not say how it would spend the money'; refinancing.",
    bad=[
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. The funds will <<fuel its growth>>.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. With this boost, it can <<further "
        "its "
        "research>> and <<develop cutting-edge applications>>.",
        "The start-up Lumora raised <<$40 million>> in a round led by Harrow Capital.",
    ],
    good=[
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. It will use the money to hire 60 "
        "engineers.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. It will spend $15 million on a "
        "plant in Graz.",
        "The start-up Lumora raised $40 million in funding from Harrow Capital to build a mill in Graz.",
        "The start-up Lumora raised $40 million in funding from Harrow Capital to build its first paper mill. The mill "
        "makes 900 rolls a day.",
        "The start-up Lumora raised $40 million in a round led by Harrow Capital. It did not say how it would spend "
        "the money.",
    ],
)
def use_of_proceeds_missing(article: Article) -> Iterator[Hit]:
    """A funding story does not say what the money is for, or says it in set words only.

    "Fuel growth" and "expand operations" hold for every company that ever raised a cent. Give a place, a product or a
    number, and who says so; or write that the company did not say.
    """
    story = deal(article)
    if story is None or _concrete(article, story):
        return
    about = {article.sentence_index(hit.span.start) for hit in phrases(article, "deal-money")}
    vague = [hit.span for hit in phrases(article, "vague-uses") if _of_the_money(article, hit.span.start, about)]
    message = "What will the money buy? Give a place, product or number, and who says so."
    if vague:
        for span in vague:
            yield Hit(span, message)
    else:
        yield Hit(story.told, message, scope="document", key="use")


def _of_the_money(article: Article, offset: int, about: set[int]) -> bool:
    """The sentence, or the one before in its paragraph, is one of those about the money."""
    at = article.sentence_index(offset)
    if at < 0:
        return False
    return at in about or (at - 1 in about and article.sentences[at - 1].block == article.sentences[at].block)


def _concrete(article: Article, story: Deal) -> bool:
    """Some sentence says what will be bought, or that nobody would say."""
    folded, starts, table = article.words.folded, article.words.starts, name_table(article)
    for i in article.where(_HOW):
        if not _SPEND.isdisjoint(folded[i + 1 : i + 5]):
            return True
    investors = {span.start for span in story.investors}
    amount = story.amount.value if story.amount else None
    things = sorted(
        [f.span.start for f in figures(article) if f.value != amount and f.kind not in ("percent", "rank")]
        + [
            n.span.start
            for n in names(article)
            if n.entity != story.recipient and n.span.start not in investors and table[n.entity].kind != "person"
        ]
    )
    told = {article.sentence_index(hit.span.start) for hit in phrases(article, "vague-uses")}
    planners = _PLANNERS.union(table[story.recipient].name.lower().split() if story.recipient >= 0 else ())
    for start, at in zip(things, article.sentence_indexes(things), strict=True):
        if at < 0:
            continue
        first = article.sentence_words[at].start
        here = bisect_left(starts, start, first)
        before = folded[max(first, here - _REACH) : here]
        if at == story.sentence and _raised_to(before):
            return True
        if at in told and at != story.sentence and article.text[start].isdigit():
            return True  # set words, and what they mean: "research means a trial with 900 patients"
        if at != story.sentence and _is_planned(before[-_NEAR:], planners):
            return True
        if _USE.isdisjoint(before) or _PLAN.isdisjoint(before):
            continue
        last = max(k for k, w in enumerate(before) if w in _USE)
        if not _PLAN.isdisjoint(before[:last]):
            return True
    return _told_of(article, story, {at for at in article.sentence_indexes(things) if at >= 0})


def _is_planned(before: list[str], planners: frozenset[str]) -> bool:
    """``it is to place 700 scanners in Austria``, ``six are to be built from Graz``, ``the money is for six depots``:
    somebody's plan, and not that ``this development will shift the balance``."""
    for k, word in enumerate(before):
        behind = before[k + 1 : k + 3]
        if word in _MEANT and behind and not planners.isdisjoint(before[:k]) and _is_deed(behind):
            return word != "to" or before[k - 1] in _PLANNED
        if word in _DUE and not _MONEY.isdisjoint(before[max(0, k - 4) : k]):
            return True
    return False


def _is_deed(behind: list[str]) -> bool:
    """``place``, ``be built``: something is bought by it."""
    return behind[-1] != "be" if behind[0] == "be" else behind[0] not in _NO_DEED


def _raised_to(before: list[str]) -> bool:
    """ "Has raised $40 million to build a plant in Graz"."""
    return any(word in _MAKES and before[k - 1 : k] == ["to"] for k, word in enumerate(before))


def _told_of(article: Article, story: Deal, specific: set[int]) -> bool:
    """Raised "to build a plant", and a later sentence, one of the `specific` ones, tells of "the plant"."""
    words = article.words
    near = article.sentence_words[story.sentence] if story.sentence >= 0 else range(0)
    rows = [article.sentence_words[at].start for at in specific if at > story.sentence]
    openings = {tuple(words.folded[first : first + 2]) for first in rows}
    for i in near:
        if words.folded[i] not in _MAKES or words.folded[i - 1] != "to":
            continue
        last = i
        while last + 1 < near.stop and words.folded[last + 1] not in _OF_IT and _spaced(article, last):
            last += 1
        if last > i and ("the", words.folded[last]) in openings:
            return True
    return False


def _spaced(article: Article, i: int) -> bool:
    return article.text[article.words.ends[i] : article.words.starts[i + 1]] in (" ", "-")
