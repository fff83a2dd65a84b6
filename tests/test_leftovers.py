"""What must not be printed: the near misses and the hostile texts that examples are too short for."""

from __future__ import annotations

import time

import pytest

from newslint.catalog import Catalog
from newslint.engine import Settings, lint
from newslint.finding import Finding
from newslint.formats import read_text

RULES = (
    "unfilled-placeholder", "chatbot-self-reference", "chatbot-offer", "knowledge-cutoff", "citation-debris",
    "production-label", "truncated-text", "broken-text",
)  # fmt: skip


def found(catalog: Catalog, text: str, form: str = "plain") -> list[Finding]:
    return lint(read_text(text, input_format=form), catalog, Settings(dict.fromkeys(RULES, "error"))).findings


def named(catalog: Catalog, text: str, form: str = "plain") -> list[tuple[str, str]]:
    return [(f.rule, f.excerpt) for f in found(catalog, text, form)]


def test_a_text_written_in_markdown_throughout_is_one_finding(catalog: Catalog) -> None:
    rows = "\n\n".join(f"**Mill {n}** closes." for n in range(9))
    (one,) = found(catalog, f"Mills close\n\n{rows}\n")
    assert "in 9 places" in one.message and not one.related
    (few,) = found(catalog, "Mills close\n\n**Mill 1** closes.\n\n**Mill 2** closes.\n")
    assert len(few.related) == 1


@pytest.mark.parametrize(
    ("end", "excerpt"),
    [
        ("As the owner", "owner"), ("Overall, this", "this"), ("Talks are", "are"), ("It opens again. Its new", "new"),
        ("The owner spoke of a sale, and Berg", "Berg"), ("If sold, the mill could be a game-ch", "ch"),
        ("It will be sold. Workers go to the Orford", "Orford"),
        ("Forty workers have left the old mill for good", "good"),
        ("Not every worker of the mill will go to Orford", "Orford"),
    ],
)  # fmt: skip
def test_a_last_sentence_may_break_off_after_a_few_words(catalog: Catalog, end: str, excerpt: str) -> None:
    assert named(catalog, STORY.format("He was sad.") + f"\n{end}") == [("truncated-text", excerpt)]


@pytest.mark.parametrize(
    "end",
    [
        "Mill correspondent",
        "Ines Roy writes on mills",
        "Ines Roy is the correspondent for mills of the Orford Times",
        "It is sold. By Ines Roy",
        "— Orford Times",
        "The Orford Times",
    ],
)
def test_a_credit_at_the_end_is_no_sentence(catalog: Catalog, end: str) -> None:
    assert named(catalog, STORY.format("He was sad.") + f"\n{end}") == []


STORY = (
    "Mill closes after ninety years\n\nThe mill at Orford closed on Monday, its owner said.\n\n{}\n\nIts "
    "forty workers get six months' pay.\n"
)


@pytest.mark.parametrize(
    ("text", "rule", "excerpt"),
    [
        ("The price was [Insert price here].", "unfilled-placeholder", "[Insert price here]"),
        ("The owner, {{owner_name}}, would not say.", "unfilled-placeholder", "{{owner_name}}"),
        ("It rose by XX% in May.", "unfilled-placeholder", "XX%"),
        ("He wrote to <INSERT NAME>.", "unfilled-placeholder", "<INSERT NAME>"),
        ("It opened on 2025-XX-XX.", "unfilled-placeholder", "2025-XX-XX"),
        ("TODO: ask the owner.", "unfilled-placeholder", "TODO:"),
        ("The clerk (TK) would not say.", "unfilled-placeholder", "(TK)"),
        ("It was built in DD/MM/YYYY by hand.", "unfilled-placeholder", "DD/MM/YYYY"),
        ("Its roof cost ________ euros, and the county paid for it.", "unfilled-placeholder", "________"),
        ("The new owner is Bank XYZ.", "unfilled-placeholder", "Bank XYZ"),
        ("The type of article is sports.", "production-label", "type of article is"),
        ("Follow the sale with our exclusive guide.", "production-label", "our exclusive guide"),
        ("For the latest sales visit our page.", "production-label", "visit our page"),
        ("##  The sale", "broken-text", "##  "),
        ("I'm just an AI model and cannot say.", "chatbot-self-reference", "I'm just an AI"),
        ("Como modelo de lenguaje, no puedo decirlo.", "chatbot-self-reference", "Como modelo de lenguaje, no puedo"),
        (
            "En tant que modèle de langage, je ne sais pas.",
            "chatbot-self-reference",
            "En tant que modèle de langage, je",
        ),
        ("I cannot fulfill this request.", "chatbot-self-reference", "I cannot fulfill this request"),
        ("Would you like me to add a quotation?", "chatbot-offer", "Would you like me to add a quotation?"),
        (
            "Note: This revised version adds detail and context.",
            "chatbot-offer",
            "Note: This revised version adds detail and context.",
        ),
        (
            "Si vous voulez, je peux raccourcir le texte.",
            "chatbot-offer",
            "Si vous voulez, je peux raccourcir le texte.",
        ),
        ("As of my last knowledge update, it stood open.", "knowledge-cutoff", "As of my last knowledge update"),
        ("It was sold twice. [cite: 3, 4]", "citation-debris", "[cite: 3, 4]"),
        ("It was sold twice. citeturn0search3", "citation-debris", "citeturn0search3"),
        ("It was sold twice [oai_citation:1‡mill.test](https://mill.test).", "citation-debris", None),
        ("Word count: 600", "production-label", None),
        ("[Photo of the mill here]", "production-label", "[Photo of the mill here]"),
        ("Its owner&#8217;s son left.", "broken-text", "&#8217;"),
        ("He wept, \u202eflesmih dellik\u202c.", "broken-text", "\u202e"),
        ("See [the deed](https://mill.test/deed).", "broken-text", "[the deed](https://mill.test/deed)"),
    ],
)
def test_found(catalog: Catalog, text: str, rule: str, excerpt: str | None) -> None:
    said = named(catalog, STORY.format(text))
    assert any(name == rule and (excerpt is None or part == excerpt) for name, part in said), said


@pytest.mark.parametrize(
    "text",
    [
        'The bot answered: "As an AI language model, I cannot say."',
        "“I cannot fulfil this request,” the clerk, Ana Ruiz, said.",
        "She founded it as an AI company, and I met her there.",
        "As an AI start-up, the firm hires forty people a month.",
        "Would you like a shorter working week? Two in three would, a poll found.",
        "Here is a summary of what the court decided on Monday.",
        "TK Elevator built the lift, and the chapel dates from Henry XX's time.",
        "He said [sic] the [then] mayor knew [laughter].",
        "The formula f(x) = {x} is older; 5 < 6 and 7 > 6.",
        "The form asks for the date in the format YYYY-MM-DD.",
        "Jane Doe, as the court papers call the plaintiff, said she would appeal.",
        "As of May, forty people worked there, the owner said.",
        "Its slogan was Paper+ and its grade was B+2 at best.",
        "The café, the naïve Señor Núñez and SÃO PAULO stand as they are.",
        "A family 👨\u200d👩\u200d👧\u200d👦 waved; نمی\u200cدانم.",
        "Smith & Sons; R&D; AT&T; he sold 5 * 3 ** boxes.",
        "The headline: a mill closes. The tone: sad.",
    ],
)
def test_left_alone(catalog: Catalog, text: str) -> None:
    assert named(catalog, STORY.format(text)) == []


def test_code_is_no_copy(catalog: Catalog) -> None:
    text = (
        "---\ntitle: Templates\n---\n\nWrite `[[NAME]]` or `As an AI, I` here, with `&amp;` for the "
        "sign.\n\n```\n{{name}} [Insert date]\n```\n\nThat is all.\n"
    )
    assert named(catalog, text, "markdown") == []


def test_markup_of_the_format_is_its_own(catalog: Catalog) -> None:
    assert (
        named(
            catalog, "# Mill closes\n\nThe **mill** closed on __Monday__, [he](https://mill.test) said.\n", "markdown"
        )
        == []
    )


def test_fix_mends_mojibake_and_unseen_characters(catalog: Catalog) -> None:
    text = STORY.format("The cafÃ© didnâ€™t open, it\u200bs cook said.")
    fixes = [f.fix for f in found(catalog, text) if f.fix]
    assert all(fix.safe for fix in fixes)
    for span, new in sorted((edit for fix in fixes for edit in fix.edits), reverse=True):
        text = text[: span.start] + new + text[span.end :]
    assert "The café didn’t open, its cook said." in text
    assert named(catalog, text) == []


def test_one_finding_for_a_text_full_of_mojibake(catalog: Catalog) -> None:
    hits = found(catalog, STORY.format("It cost Â£5, Â£6 and Â£7."))
    assert [f.rule for f in hits] == ["broken-text"]
    assert len(hits[0].related) == 2


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "[Date] {city} ",
        "[[a ",
        "As an AI language model, I am. ",
        "【1†a】",
        "Ã©",
        'a," b\n\n',
        "&amp;",
        "<p>",
        "**a ",
        "Word count: x\n\n",
        "I hope this article helps. ",
    ],
)
def test_cost_stays_linear(catalog: Catalog, piece: str) -> None:
    def seconds(times: int) -> float:
        article = read_text(piece * times, input_format="plain")
        start = time.process_time()
        lint(article, catalog, Settings(dict.fromkeys(RULES, "error")))
        return time.process_time() - start

    seconds(200)
    small, large = seconds(1000), seconds(4000)
    assert large < 12 * small + 0.2


def test_a_fence_that_opens_nothing_is_shown_where_it_stands(catalog: Catalog) -> None:
    source = "---\ntitle: Mill closes\n---\n\nThe mill at Orford closed on Monday.\n```\n"
    article = read_text(source, input_format="markdown")
    (hit,) = lint(article, catalog, Settings({"broken-text": "error"})).findings
    assert (source[hit.span.start : hit.span.end], hit.line) == ("```", 6)
    closed = source.replace("Monday.\n", "Monday.\n\n```\nmake\n")
    assert lint(read_text(closed, input_format="markdown"), catalog, Settings({"broken-text": "error"})).findings == []
