from __future__ import annotations

from newslint import UNITS, Article, Figure, Hit, Iterator, amount, figures_by_sentence, past_the_last, reach, rule

_TALK = frozenset(
    "interest earn earns earned earning yield yields yielded yielding loan loans mortgage deposit deposits deposited "
    "savings certificate borrow borrows borrowed borrowing repay repays repaid principal compounded".split()
)
_PAYS = frozenset(("pays", "paying", "paid"))
_SPEAKS = _TALK | _PAYS
_LENDING = frozenset("loan loans mortgage borrow borrows borrowed borrowing repay repays repaid".split())
_GROWN = frozenset(
    "total becomes become grow grows grew worth balance reach reaches reached altogether repay repays repaid back "
    "leaves owe owes owed".split()
)
_SILENT = frozenset(
    "fee fees tax taxes taxed variable floating tracker inflation withdraws insurance discount "
    "raised stake shares profit revenue sales".split()
)
_ANNUAL = frozenset("year annual annually yearly apy apr".split())
_ANNUALLY = frozenset("year annual annually yearly".split())
_TERM_UNITS = {UNITS[n].symbol: UNITS[n].size / UNITS["year"].size for n in ("year", "month", "week", "day")}


@rule(
    "error",
    wakes=[figures_by_sentence],
    why="The sums on savings and loans that CNET had to correct in 2023",
    exceptions="Fees, taxes and variable rates; passages without a term.",
    bad=[
        "A saver who puts $10,000 at 3% into the account earns <<$10,300>> in interest in a year.",
        "A $20,000 loan at 4% over five years costs <<$800>> in interest.",
        "At 6% a year, a loan of $20,000 over five years costs <<$1,200>> in interest.",
        "Put £5,000 into a two-year bond at 5% interest and you will earn <<£900>>.",
    ],
    good=[
        "A saver who puts $10,000 at 3% into the account earns $300 in interest in a year.",
        "A $20,000 loan at 4% over five years costs about $2,100 in interest.",
        "At 6% a year, $20,000 brings $1,200 a year for five years.",
        "$10,000 at 3% interest grows to $10,300 in a year.",
        "The bank lent the firm $20 million at 4% interest and bought $5 million of its shares in a year.",
    ],
)
def interest_arithmetic(article: Article) -> Iterator[Hit]:
    """Interest does not follow from the principal, the rate and the term beside it.

    Savers act on such sums. Work it out again: principal times rate times years for simple interest; for compound
    interest and for loans repaid by instalments use a calculator, and say which it is. Simple, yearly, monthly and
    daily compound interest and level instalments are all tried; only what fits none of them is reported.
    """
    if not article.holds(_SPEAKS):
        return
    by_sentence = figures_by_sentence(article)
    words = article.words
    for i, here in by_sentence.items():
        rates = [f for f in here if f.kind == "percent" and 0 < f.value <= 60 and not f.high]
        sums = [f for f in here if f.kind == "money" and not f.high]
        if len(rates) != 1 or not 1 <= len(sums) <= 2:
            continue
        start, stop = article.sentence_words[i].start, past_the_last(article, i, here)
        said = set(words.folded[start:stop])
        yearly = _yearly(words.folded[start:stop], rates[0].words[1] - start)
        if len(sums) == 1 and i + 1 in by_sentence and article.sentences[i + 1].block == article.sentences[i].block:
            following = by_sentence[i + 1]
            sums = sums + [f for f in following if f.kind == "money" and not f.high]
            later = article.sentences[i + 1].span
            said |= set(words.folded[words.at(later.start) : words.at(later.end)])
            yearly = yearly or not _ANNUALLY.isdisjoint(words.folded[words.at(later.start) : words.at(later.end)])
            here = here + following
            if any(f.kind == "percent" for f in following):
                continue
        if len(sums) != 2 or sums[0].unit != sums[1].unit or said & _SILENT:
            continue
        if not said & _TALK and not _pays(words.folded, rates[0]):
            continue
        years = _years(here, said)
        if years and _is_rate(words.folded, rates[0]):
            principal, result = sums
            if result.value > principal.value * 1.9 and words.folded[result.words[0] - 1] == "on":
                principal, result = result, principal  # $300 a year on $10,000
            yield from _interest_hit(principal, result, rates[0].value / 100, years, said, yearly)


def _pays(folded: list[str], rate: Figure) -> bool:
    """``The fund pays 3% a year``."""
    first, last = rate.words
    yearly = folded[last + 1 : last + 3] in (["a", "year"], ["per", "year"])
    return yearly and folded[first - 1] in _PAYS


def _is_rate(folded: list[str], rate: Figure) -> bool:
    """``at 3%``, ``3% interest``, ``3% a year``: a rate, and no rise of so much."""
    first, last = rate.words
    return (
        folded[first - 1] in ("at", "pays", "paying")
        or folded[first - 2 : first] == ["rate", "of"]
        or bool(
            {"interest", "apr", "apy", "yield", "return", "bond", "annual", "deposit", "certificate"}
            & set(folded[last + 1 : last + 3])
            or folded[last + 1 : last + 3] == ["a", "year"]
        )
    )


def _years(here: list[Figure], said: set[str]) -> float:
    terms = [f for f in here if f.kind == "measure" and f.unit in _TERM_UNITS and not f.high and not f.about]
    if len(terms) == 1:
        return terms[0].value * _TERM_UNITS[terms[0].unit]
    return 1.0 if not terms and said & _ANNUAL else 0.0


def _yearly(said: list[str], rate: int) -> bool:
    """The sentence tells of a year, other than behind its rate (``6% a year``) and as a half of one."""
    return any(
        word in _ANNUALLY and not rate < i <= rate + 2 and said[i - 1 : i] not in (["half"], ["half-year"])
        for i, word in enumerate(said)
    )


def _interest_hit(
    principal: Figure, result: Figure, rate: float, years: float, said: set[str], yearly: bool
) -> Iterator[Hit]:
    """The interest that is none of those that the terms can make."""
    if principal.value < result.value * 0.05 or years > 60:
        return
    interests = [principal.value * rate * years]
    interests += [principal.value * ((1 + rate / n) ** (n * years) - 1) for n in (1, 2, 4, 12, 365)]
    monthly = rate / 12
    months = round(years * 12)
    repaid = principal.value * monthly / (1 - (1 + monthly) ** -months) if months else 0.0
    lending = bool(said & _LENDING)
    accepted = list(interests)
    if lending and months:
        interests.append(repaid * months - principal.value)
        accepted += [repaid * months - principal.value, repaid]
    if years != 1 and yearly:
        accepted += [principal.value * rate]
    if said & {"month", "monthly"}:
        accepted += [principal.value * rate / 12]
    if said & _GROWN or not said & {"interest", "earn", "earns", "earned", "earning"}:
        accepted += [principal.value + interest for interest in interests]
    low, high = reach(result)
    if any(low - 0.01 * sum_ <= sum_ <= high + 0.01 * sum_ for sum_ in accepted):
        return
    said_by = interests[-1] if lending and months else interests[0]
    about = "about " if lending else ""
    message = (
        f"At {amount(rate * 100, '%')} on {principal.text} this is {about}{amount(_rounded(said_by), result.unit)}."
    )
    yield Hit(result.span, message, see=((principal.span, "principal"),))


def _rounded(value: float) -> float:
    return round(value, -1) if value >= 1000 else round(value)
