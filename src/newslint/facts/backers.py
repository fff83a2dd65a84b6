"""Where a funding story speaks of those who pay, by name, as a class or as people, and where of the payment."""

from __future__ import annotations

from bisect import bisect_left

from newslint.article import Article
from newslint.facts import fact
from newslint.facts.deal import deal, is_house
from newslint.facts.names import name_table, names

_CLASS = frozenset(
    "investor investors investor's backer backers backer's financier financiers funder funders "
    "shareholder shareholders vc vcs fund funds fund's angel angels lender lenders syndicate financier's "
    "capitalist capitalists underwriters benefactor benefactors patron patrons sponsors sponsor".split()
)
_PERSONS = frozenset("those people men women pair trio duo team partners minds names heads figures hands".split())
_PAID = frozenset(
    "signed wrote paid put backed funded invested financed bankrolled behind backing pay back fund "
    "invest putting".split()
)
"""What makes persons those who paid: ``the people who signed the cheques``."""
_THEY = frozenset("they these those its their".split())
_PAYMENT = frozenset(
    "investment investments funding fundraising fundraise round raise backing financing money deal capital infusion "
    "injection cash sum valuation figure amount series cheque cheques check checks stake payment commitment "
    "oversubscription oversubscribed transaction millions support".split()
)
_WINNING = frozenset("winning attracting landing securing raising drawing luring gaining convincing persuading".split())
"""Gerunds that stand for the payment: ``winning over Harrow Capital``."""


@fact
def spoken_backers(article: Article) -> dict[int, list[int]]:
    """By sentence, the words at which it speaks of investors; none where the article is no funding story."""
    story = deal(article)
    if story is None:
        return {}
    folded, starts, table = article.words.folded, article.words.starts, name_table(article)
    at = article.where(_CLASS)
    at += [i for i in article.where(_PERSONS) if not _PAID.isdisjoint(folded[i + 1 : i + 4])]
    paid = {span.start for span in story.investors}
    owners = {n.entity for n in names(article) if n.span.start in paid}
    for n in names(article):
        house = is_house(n.text)
        place = table[n.entity].kind == "place" and not house
        if n.entity != story.recipient and (n.entity in owners or house) and not place:
            at.append(bisect_left(starts, n.span.start))
    found: dict[int, list[int]] = {}
    for i in sorted({*at}):
        found.setdefault(article.sentence_index(starts[i]), []).append(i)
    found.pop(-1, None)
    for k in range(1, len(article.sentences)):
        row = article.sentence_words[k]
        if k not in found and k - 1 in found and len(row) and folded[row.start] in _THEY:
            found[k] = [row.start]
    return found


@fact
def spoken_payments(article: Article) -> dict[int, list[int]]:
    """By sentence, the words at which it speaks of the payment, or by which it takes it up: ``It shows``."""
    if deal(article) is None:
        return {}
    folded, starts = article.words.folded, article.words.starts
    backers = spoken_backers(article)
    found: dict[int, list[int]] = {}
    for i in article.where(_PAYMENT | _WINNING):
        at = article.sentence_index(starts[i])
        if at < 0 or (folded[i] in _WINNING and at not in backers):
            continue
        found.setdefault(at, []).append(i)
    for k in range(1, len(article.sentences)):
        row = article.sentence_words[k]
        if k in found or not len(row) or folded[row.start] not in ("it", "this", "that", "such"):
            continue
        if k - 1 in found and article.sentences[k - 1].block == article.sentences[k].block:
            found[k] = [row.start]
    return found
