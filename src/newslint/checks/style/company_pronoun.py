from __future__ import annotations

from newslint import Article, Edit, Fix, Hit, Iterator, Span, covering, name_table, phrases, quotations, rule

_SINGULAR = frozenset(
    "bank company firm agency ministry government council university retailer airline regulator charity".split()
)
_PLURAL = frozenset(
    "and people workers shareholders investors owners founders executives managers officials residents members both "
    "customers staff employees teams players directors brothers sisters partners men women families analysts "
    "they".split()
)
_FARTHEST = 100
"""Words before the pronoun, in which there must be no plural."""
_FORMS = {"they": "it", "their": "its", "them": "it", "themselves": "itself", "theirs": "its"}


@rule(
    "info",
    wakes=["group-pronouns"],
    on=False,
    why="AP Stylebook, collective nouns: a company takes “it”",
    exceptions="British style; teams and bands; persons, or any plural, in reach.",
    bad=[
        "The bank said <<their>> profit fell.",
        "The retailer cut prices. <<They>> also closed a shop.",
    ],
    good=[
        "The bank said its profit fell.",
        "The retailer cut prices. It also closed a shop.",
        "The bank told customers that their cards were safe.",
    ],
    fixes="unsafe",
)
def company_pronoun(article: Article) -> Iterator[Hit]:
    """A company, a bank or an agency is called "they".

    AP takes a company for one thing: it, its. Where the sentence means the people in it, name them.
    """
    words, folded = article.words, article.words.folded
    companies = {
        form.lower() for entity in name_table(article) if entity.kind == "organisation" for form in entity.forms
    }
    quoted = [q.span for q in quotations(article)]
    for hit in phrases(article, "group-pronouns"):
        i = article.sentence_index(hit.span.start)
        if i < 0 or covering(quoted, *hit.span) >= 0:
            continue
        start = words.at(article.sentences[i].span.start)
        if hit.first == start:
            if not i or article.sentences[i - 1].block != article.sentences[i].block:
                continue
            start = words.at(article.sentences[i - 1].span.start)
        if not 2 <= hit.first - start <= _FARTHEST:
            continue
        before = folded[start : hit.first]
        if any(w in _PLURAL or (w.endswith("s") and w not in _ALLOWED) for w in before[1:]):
            continue
        if (before[0] in ("the", "a") and any(w in _SINGULAR for w in before[1:3])) or _opens(before, companies):
            form = _FORMS[folded[hit.first]]
            written = article.text[hit.span.start : hit.span.end]
            form = form.capitalize() if written[:1].isupper() else form
            span = Span(*hit.span)
            yield Hit(span, "AP: a company is “it”.", fix=Fix(f"Write “{form}”", (Edit(span, form),)))


_ALLOWED = frozenset("has was is says prices its this costs sales profits as plans shops jobs plants".split())


def _opens(before: list[str], companies: set[str]) -> bool:
    return bool(before) and (before[0] in companies or " ".join(before[:2]) in companies)
