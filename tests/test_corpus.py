"""Rules across files: the result never depends on order, batches or processes."""

from __future__ import annotations

import itertools
import pickle
import random
from collections.abc import Callable

import pytest

from newslint.corpus import PHRASE, Signature, compare, signature
from newslint.formats import read_text

PARAGRAPH = (
    "The council of Holm will raise the dyke by a metre, move the road behind it and buy up the houses nearest to the "
    "water. Work starts in May and lasts for two years. Buses will stop at the church while the work goes on, and the "
    "ferry will take cars for the price of a ticket. Engineers found cracks in the old dyke after the flood of March."
)
RULES = {"near-duplicate": {}, "shared-template": {}, "fact-conflict": {}}


def sign(path: str, body: str, head: str = "Holm raises dyke", *, front: str = "") -> Signature:
    text = f"---\ntitle: {head}\n{front}---\n\n{body}\n"
    return signature(read_text(text, path=path, input_format="markdown"))


def words(seed: int, count: int = 300) -> str:
    """Text without meaning, different for every seed."""
    letters = random.Random(seed)
    return " ".join("".join(letters.choices("abcdefghijk", k=6)) for _ in range(count)) + "."


def test_the_later_of_two_copies_is_reported() -> None:
    hits = compare([sign("b.md", PARAGRAPH), sign("a.md", PARAGRAPH)], RULES)
    assert list(hits) == [("b.md", None)]
    (hit,) = hits["b.md", None]["near-duplicate"]
    assert hit.message == "100% the same as a.md. Merge, or mark as update."
    assert hit.scope == "corpus"


def test_the_date_decides_which_is_later() -> None:
    old, new = sign("z.md", PARAGRAPH, front="date: 2026-01-02\n"), sign("a.md", PARAGRAPH, front="date: 2026-02-03\n")
    assert list(compare([old, new], RULES)) == [("a.md", None)]


def test_an_update_may_repeat() -> None:
    assert not compare([sign("a.md", PARAGRAPH), sign("b.md", PARAGRAPH, front="update-of: a.md\n")], RULES)


@pytest.mark.parametrize(("changed", "reported"), [(5, True), (120, False)])
def test_how_much_may_be_changed(changed: int, reported: bool) -> None:
    text = words(1).split()
    for i in random.Random(7).sample(range(len(text)), changed):
        text[i] = "otherwise"
    hits = compare([sign("a.md", words(1)), sign("b.md", " ".join(text))], {"near-duplicate": {}})
    assert bool(hits) is reported


def test_quotations_may_be_shared() -> None:
    said = (
        '"'
        + " ".join(["We waited long for this day and now it has come to us all at last, friends"] * 6)
        + '," she said.'
    )
    assert not compare([sign(f"{n}.md", said, f"Story {n}") for n in range(4)], RULES)


def test_a_phrase_in_three_articles() -> None:
    tail = "in a close encounter of the athletic kind on a night of rain"
    bodies = [f"{words(n, 60)[:-1]} {tail}." for n in range(3)]
    hits = compare([sign(f"{n}.md", body) for n, body in enumerate(bodies)], RULES)
    assert set(hits) == {("0.md", None), ("1.md", None), ("2.md", None)}
    for n, body in enumerate(bodies):
        (hit,) = hits[f"{n}.md", None]["shared-template"]
        text = read_text(f"---\ntitle: Holm raises dyke\n---\n\n{body}\n", path="x", input_format="markdown").text
        assert text[slice(*hit.span)] == tail
    assert not compare([sign(f"{n}.md", body) for n, body in enumerate(bodies[:2])], RULES)
    assert not compare([sign(f"{n}.md", body) for n, body in enumerate(bodies)], {"shared-template": {"known": [tail]}})


def test_copies_of_one_article_are_no_template() -> None:
    hits = compare([sign(f"{n}.md", PARAGRAPH) for n in range(5)], RULES)
    assert {rule for by_rule in hits.values() for rule in by_rule} == {"near-duplicate"}


def shuffled(signatures: list[Signature]) -> list[Signature]:
    random.Random(3).shuffle(signatures)
    return signatures


def through_another_process(signatures: list[Signature]) -> list[Signature]:
    return [pickle.loads(pickle.dumps(s)) for s in signatures]


@pytest.mark.parametrize("travel", [shuffled, through_another_process])
def test_order_and_process_change_nothing(travel: Callable[[list[Signature]], list[Signature]]) -> None:
    tail = " ".join(itertools.islice(itertools.cycle(["only", "time", "will", "tell"]), PHRASE + 2))
    signatures = [sign(f"{n}.md", f"{words(n // 2, 80)[:-1]} {tail}.") for n in range(8)]
    expected = compare(list(signatures), RULES)
    assert expected
    assert compare(travel(list(signatures)), RULES) == expected


def test_a_signature_is_small() -> None:
    assert len(pickle.dumps(sign("a.md", words(1, 800)))) < 25_000
