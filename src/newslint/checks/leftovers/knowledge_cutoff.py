from __future__ import annotations

from newslint import Article, Hit, Iterator, in_code, is_quoted, no_writer, phrases, rule, sourced_sentences, unreported


@rule(
    "error",
    wakes=["cutoff-plain", "cutoff-alone", "cutoff-hints"],
    lang="any",
    why=(
        "NewsGuard, signs of unreliable generated news sites; Wikipedia, signs of AI writing (knowledge-cutoff "
        "disclaimers)"
    ),
    exceptions=(
        "Quotations; “as of 3 May, the agency said”. The softer forms are warnings and stand with a named source."
    ),
    bad=[
        "<<As of my last update>> in 2023, Ines Roy is the chief executive.",
        "<<Specific details about the merger remain scarce>>, and no price is given.",
        "<<I do not have access to real-time>> data on the election.",
        "The mill stands idle, though <<I could not access the>> register.",
        "The mill made paper, <<based on the text you provided>>.",
        "The mill employs 300 people, although <<the provided search results do not>> say since when.",
    ],
    good=[
        "He was still chief executive on 3 May, the filing shows.",
        "The company did not answer questions about the price.",
        "As of 3 May, 41 schools were closed, the ministry said.",
        "I could not open the gate of the mill. My key was gone.",
        '"As of my last update, the road is shut," Constable Mira Lund said.',
    ],
)
def knowledge_cutoff(article: Article) -> Iterator[Hit]:
    """The text admits that nobody looked: a training date, missing access, "the provided search results".

    A reader wants to know how things stand today. Find out, and say who told you; where it cannot be found out, say
    whom you asked. The softer forms ("details remain scarce") hide the same gap and are warnings. So is what a reporter
    may say as well ("I could not open the file"), where nobody else says "I" outside quotations.
    """
    for hit in phrases(article, "cutoff-plain"):
        if not in_code(article, hit.span) and not is_quoted(article, hit.span):
            yield Hit(hit.span, "The text admits it was not checked. Find the current fact or cut it.")
    alone = phrases(article, "cutoff-alone")
    for hit in alone if alone and no_writer(article) else ():
        if unreported(article, hit.span) and not in_code(article, hit.span) and not is_quoted(article, hit.span):
            yield Hit(hit.span, "The text admits it was not checked. Ask somebody, or cut it.", severity="warning")
    for hit in phrases(article, "cutoff-hints"):
        if in_code(article, hit.span) or is_quoted(article, hit.span):
            continue
        if article.sentence_index(hit.span.start) in sourced_sentences(article):
            continue
        yield Hit(hit.span, "Nobody looked, the text says. Ask somebody, and say who did not know.", severity="warning")
