"""One flaw, one finding: the table of flaw tags, case by case."""

from __future__ import annotations

from newslint import arbitrate as arbitration, doubt, rules, tags
from newslint.arbitrate import arbitrate
from newslint.article import Article
from newslint.catalog import Catalog
from newslint.config.profiles import SEVERITIES_BY_PROFILE
from newslint.finding import Finding, Place
from newslint.parts import Block, Run
from newslint.rules import TRAITS, Trait
from newslint.tags import TAGS
from newslint.text.span import Span
from newslint.typed import get_args

TEXT = "Investors are visionary giants here. Experts say it will change everything soon. Done."


def article(text: str = TEXT, zone: str = "body") -> Article:
    span = Span(0, len(text))
    return Article(
        source=text,
        text=text,
        runs=[Run(0, len(text), 0, len(text), True)],
        blocks=[Block(span, "paragraph", zone)],  # type: ignore[arg-type]
    )


def finding(
    rule: str,
    words: str,
    family: str = "hype",
    severity: str = "warning",
    scope: str = "span",
    text: str = TEXT,
    zone: str = "body",
) -> Finding:
    at = text.index(words)
    span = Span(at, at + len(words))
    return Finding(
        rule=rule, family=family, severity=severity, message="", path="", span=span, line=1, column=at + 1, end_line=1,  # type: ignore[arg-type]
        end_column=span.end + 1, excerpt=words, scope=scope, zone=zone, prose=span,  # type: ignore[arg-type]
    )  # fmt: skip


def settled(*findings: Finding, text: str = TEXT, zone: str = "body") -> list[tuple[str, list[str]]]:
    return [(f.rule, [a.rule for a in f.also]) for f in arbitrate(article(text, zone), findings)]


def test_the_better_placed_rule_speaks_for_overlapping_ones() -> None:
    got = settled(finding("stock-phrase", "visionary giants", "stock"), finding("hype-adjective", "visionary"))
    assert got == [("hype-adjective", ["stock-phrase"])]


def test_one_loaded_word_is_one_finding_whichever_lists_hold_it() -> None:
    got = settled(
        finding("editorialising", "visionary giants", "loaded", "info"),
        finding("hype-adjective", "visionary"),
        finding("loaded-label", "giants", "loaded", "info"),
    )
    assert got == [("hype-adjective", ["editorialising"]), ("loaded-label", [])]


def test_an_unowned_certainty_is_one_finding_at_its_gravest() -> None:
    got = arbitrate(
        article(),
        [
            finding("absolute-claim", "Experts say", severity="info"),
            finding("agentless-attribution", "Experts say", "attribution"),
            finding("editorialising", "Experts", "loaded", "info"),
        ],
    )
    assert [(f.rule, f.severity, [a.rule for a in f.also]) for f in got] == [
        ("agentless-attribution", "warning", ["absolute-claim", "editorialising"])
    ]


def test_an_earlier_tag_does_not_spoil_the_order_for_a_later_one() -> None:
    text = "A vote of confidence. Experts say so. It got a significant boost here."
    got = settled(
        finding("importance-inflation", "significant boost", text=text),
        finding("hype-adjective", "significant boost", severity="info", text=text),
        finding("money-as-proof", "vote of confidence", "funding", text=text),
        finding("vague-attribution", "Experts say", "attribution", text=text),
        text=text,
    )
    assert [rule for rule, _ in got] == ["money-as-proof", "vague-attribution", "importance-inflation"]


def test_a_loser_of_graver_severity_lifts_the_winner() -> None:
    won = arbitrate(
        article(),
        [
            finding("hype-adjective", "visionary", severity="info"),
            finding("stock-phrase", "visionary giants", "stock", "warning"),
        ],
    )
    assert [(f.rule, f.severity) for f in won] == [("hype-adjective", "warning")]


def test_who_says_so_is_asked_once_a_sentence() -> None:
    got = settled(
        finding("unsourced-prediction", "will change", "attribution"),
        finding("amount-unsourced", "everything", "funding"),
        finding("vague-quantity", "Experts", "specificity"),
        finding("vague-attribution", "Experts say", "attribution"),
    )
    assert got == [("vague-attribution", ["amount-unsourced"])]  # a vague source is one: the forecast has it


def test_the_same_flaw_in_two_sentences_stands_twice() -> None:
    got = settled(
        finding("unsourced-claim", "visionary", "attribution"),
        finding("vague-attribution", "Experts say", "attribution"),
    )
    assert [rule for rule, _ in got] == ["unsourced-claim", "vague-attribution"]


def test_a_leftover_silences_everything_on_its_span() -> None:
    got = settled(
        finding("citation-debris", "Experts say it", "leftovers", "error"),
        finding("vague-attribution", "Experts say", "attribution"),
    )
    assert got == [("citation-debris", ["vague-attribution"])]


def test_words_that_are_to_be_cut_need_no_other_remark() -> None:
    got = settled(
        finding("empty-conclusion", "Experts say it will change everything soon.", "structure", scope="sentence"),
        finding("vague-attribution", "Experts say", "attribution"),
        finding("absolute-claim", "everything"),
        finding("name-variant", "soon", "names"),
        finding("hype-adjective", "visionary"),
    )
    assert got == [
        ("hype-adjective", []),
        ("empty-conclusion", ["vague-attribution", "absolute-claim"]),
        ("name-variant", []),
    ]


def test_advice_to_cut_silences_nothing() -> None:
    got = settled(
        finding("empty-conclusion", "Experts say it", "structure", "info", scope="sentence"),
        finding("vague-attribution", "Experts say", "attribution"),
    )
    assert [rule for rule, _ in got] == ["empty-conclusion", "vague-attribution"]


def test_the_same_words_are_one_finding() -> None:
    got = settled(
        finding("unsourced-claim", "will change everything", "attribution"),
        finding("claim-without-instance", "everything", "specificity"),
        finding("stock-phrase", "change everything", "stock"),
    )
    assert got == [("stock-phrase", ["claim-without-instance", "unsourced-claim"])]


def test_at_most_two_big_words_a_sentence() -> None:
    text = "A staggering, seamless, robust and visionary plan."
    words = [finding("hype-adjective", w, text=text) for w in ("staggering", "seamless", "robust", "visionary")]
    got = settled(*words, text=text)
    assert got == [("hype-adjective", ["hype-adjective", "hype-adjective"]), ("hype-adjective", [])]


def test_one_empty_paragraph_finding() -> None:
    got = settled(
        finding("content-free-paragraph", "Investors", "specificity", scope="paragraph"),
        finding("challenges-formula", "Experts say", "structure"),
        finding("unsourced-claim", "visionary", "attribution"),
    )
    assert [rule for rule, _ in got] == ["challenges-formula"]


def test_questions_and_answers_fold_into_one_finding() -> None:
    text = "Who pays? The city pays a lot."
    got = settled(
        finding("faq-residue", "Who pays?", "structure", text=text),
        finding("vague-quantity", "a lot", "specificity", text=text),
        text=text, zone="faq-a",
    )  # fmt: skip
    assert got == [("faq-residue", ["vague-quantity"])]


def test_the_document_says_it_once() -> None:
    got = settled(
        finding("investors-unnamed", "Investors", "funding", "error", "document"),
        finding("vague-investors", "visionary giants", "funding", "error"),
    )
    assert got == [("vague-investors", ["investors-unnamed"])]


def test_the_whole_lists_what_nothing_else_is_said_of() -> None:
    def listed(*others: Finding) -> list[str]:
        whole = finding("no-sources", "Investors", "attribution", "error", "document")
        places = [Place("also-here", Span(at, at + 4), 1, at + 1) for at in (TEXT.index("will"), TEXT.index("Done"))]
        [found] = [
            f for f in arbitrate(article(), [whole._replace(related=tuple(places)), *others]) if f.rule == "no-sources"
        ]
        return [TEXT[place.span.start : place.span.end] for place in found.related]

    assert listed() == ["will", "Done"]
    assert listed(finding("mind-reading", "Experts", "attribution")) == ["Done"]
    assert listed(finding("mind-reading", "Experts", "attribution", "info")) == ["will", "Done"]


def test_a_rule_yields_to_those_that_it_names() -> None:
    house = [finding("house-words", words, "house") for words in ("visionary giants", "Experts", "Done")]
    others = [finding("hype-adjective", "visionary"), finding("stock-phrase", "Experts say", "stock")]
    got = arbitrate(article(), [*house, *others], [("house-words", ("hype-adjective",))])
    assert [(f.rule, len(f.also)) for f in got] == [
        ("hype-adjective", 1),
        ("house-words", 0),
        ("stock-phrase", 0),
        ("house-words", 0),
    ]


def test_engines_give_way() -> None:
    got = settled(finding("grammar-engine", "visionary giants", "language"), finding("hype-adjective", "visionary"))
    assert got == [("hype-adjective", [])]


def test_thousands_in_one_sentence_stay_linear() -> None:
    import time

    def seconds(n: int) -> float:
        text = "robust " * n
        a = article(text)
        found = [
            finding("hype-adjective", "robust", text=text)._replace(
                span=Span(7 * i, 7 * i + 6), prose=Span(7 * i, 7 * i + 6)
            )
            for i in range(n)
        ]
        started = time.process_time()
        arbitrate(a, found)
        return time.process_time() - started

    assert seconds(10_000) < 25 * max(seconds(1_000), 0.02)


def test_policies_name_rules_and_families_that_are_there(catalog: Catalog) -> None:
    sets = [value for module in (arbitration, doubt, rules, tags) for value in vars(module).values()]
    named = {name for value in sets if isinstance(value, frozenset) for name in value}
    named |= {name for tag in TAGS for row in tag.order for name in row.split("=")}
    named |= {name for profile in SEVERITIES_BY_PROFILE.values() for name in profile}
    assert len(named) > 50
    assert named <= {*catalog.rules, *catalog.families}
    assert TRAITS.keys() <= {*catalog.families}
    assert {trait for traits in TRAITS.values() for trait in traits.split()} == set(get_args(Trait))


def test_no_rule_stands_twice_in_a_tag() -> None:
    assert TAGS
    for tag in TAGS:
        names = [name for row in tag.order for name in row.split("=")]
        assert len(names) == len(set(names)), tag.name


def test_a_tail_speaks_for_the_big_words_in_it_at_their_severity() -> None:
    text = "It bought a rival, marking a pivotal moment for the trade. Done."
    tail = finding("participial-tail", ", marking a pivotal moment for the trade", "stock", "info", text=text)
    (got,) = arbitrate(article(text), [finding("importance-inflation", "pivotal moment", text=text), tail])
    assert (got.rule, got.severity) == ("participial-tail", "warning")
    assert [a.rule for a in got.also] == ["importance-inflation"]


def test_money_as_proof_speaks_for_the_stock_phrase_that_claims_it() -> None:
    text = "The sum demonstrates their commitment to the town. Done."
    proof = finding("money-as-proof", "demonstrates their commitment", "funding", text=text)
    got = settled(finding("stock-phrase", "their commitment", "stock", text=text), proof, text=text)
    assert got == [("money-as-proof", ["stock-phrase"])]


def test_a_slip_in_a_word_does_not_silence_what_is_said_of_the_paragraph() -> None:
    slip = finding("truncated-text", "Done", family="leftovers", severity="error")
    whole = finding("empty-conclusion", TEXT, family="structure", scope="paragraph")
    assert {f.rule for f in arbitrate(article(), [slip, whole])} == {"truncated-text", "empty-conclusion"}
    label = finding("production-label", TEXT[:60], family="leftovers", severity="error")
    assert [f.rule for f in arbitrate(article(), [label, whole])] == ["production-label"]
