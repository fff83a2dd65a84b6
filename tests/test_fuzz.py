"""Broken input of every kind, drawn by hypothesis: no crash, no hang, no finding out of place, and one line where
something is refused. ``python tools/fuzz.py --minutes 10`` draws the same for as long as one likes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

import fuzz_files as files
import fuzz_laws as laws
import fuzz_texts as texts

pytestmark = pytest.mark.slow

EXAMPLES = 60
RANDOM = st.randoms(use_true_random=False)
bounded = settings(
    derandomize=True,  # one machine's tests are all machines'; `tools/fuzz.py` goes looking
    max_examples=EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # the seed says enough; shrinking takes minutes
)


@bounded
@given(RANDOM)
def test_articles(random: Random) -> None:
    kind, text = texts.article(random)
    laws.article_keeps_the_laws(text, kind, random)


@bounded
@given(RANDOM)
def test_soup(random: Random) -> None:
    laws.article_keeps_the_laws(texts.soup(random, 60), random.choice(texts.FORMATS), random)


@bounded
@given(RANDOM)
def test_front_matter(random: Random) -> None:
    laws.article_keeps_the_laws(texts.front_matter(random) + "\nCouncil sells its museum\n", "markdown", random)


@settings(bounded, max_examples=EXAMPLES // 3)
@given(RANDOM, st.booleans())
def test_fixes(random: Random, unsafe: bool) -> None:
    kind, text = texts.article(random)
    laws.fixes_settle(text, kind, unsafe)


@settings(bounded, max_examples=EXAMPLES // 3)
@given(RANDOM)
def test_suppressions(random: Random) -> None:
    kind, text = texts.article(random)
    laws.suppressions_silence(text, kind)


@bounded
@given(RANDOM)
def test_bytes(random: Random) -> None:
    laws.bytes_keep_the_laws(texts.as_bytes(random, texts.article(random)[1]), random.choice((None, *texts.ENCODINGS)))


@bounded
@given(RANDOM)
def test_packs(tmp_path: Path, random: Random) -> None:
    file = tmp_path / "house.yaml"
    file.write_text(files.pack(random), "utf-8", "surrogatepass")
    laws.pack_keeps_the_laws(file)


@bounded
@given(RANDOM)
def test_configurations(tmp_path: Path, random: Random) -> None:
    file = tmp_path / "newslint.toml"
    file.write_text(files.config(random), "utf-8", "surrogatepass")
    laws.configuration_keeps_the_laws(file, texts.seeds()[0][2][:2000])


@bounded
@given(RANDOM)
def test_baselines(tmp_path: Path, random: Random) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(files.baseline(random), "utf-8", "surrogatepass")
    laws.baseline_keeps_the_laws(file)


@bounded
@given(RANDOM)
def test_diffs(random: Random) -> None:
    laws.diff_keeps_the_laws(files.diff(random).encode("utf-8", "surrogatepass").decode("utf-8", "replace"))


@bounded
@given(RANDOM)
def test_patterns(random: Random) -> None:
    laws.pattern_keeps_the_laws(files.pattern(random), random)


# -- what it found -----------------------------------------------------------------------------------------------------

BOMB = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))
BODY = "\nCouncil sells its museum\n\nThe council met.\n"


@pytest.mark.parametrize(
    "front",
    [
        "---\nx: !!timestamp x\n---\n",
        "---\nx: !!bool x\n---\n",
        "---\nx: !!binary é\n---\n",
        "---\ntitle: &a [*a]\n---\n",
        "---\ntitle: &a {name: *a}\n---\n",
        f"---\na0: &a0 [x]\n{BOMB}title: *a11\n---\n",
        "---\na: " + "[" * 100_000 + "\n---\n",
        "+++\na = " + "[" * 3000 + "]" * 3000 + "\n+++\n",
        "+++\na = " + "9" * 5000 + "\n+++\n",
        "+++\n" + "a." * 5000 + "a = 1\n+++\n",
        '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}\n",
        '{"a": ' + "9" * 5000 + "}\n",
    ],
)
def test_front_matter_that_nobody_can_use_is_refused_in_one_line(front: str) -> None:
    assert laws.article_keeps_the_laws(front + BODY, "markdown", Random(1)) == "refused"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("markdown", "---\nweight: " + "9" * 5000 + "\n---\n" + BODY),
        ("markdown", '{"title": "\\ud800 council sells its museum"}\n' + BODY),
        ("html", "<script type='application/ld+json'>" + "[" * 900 + "]" * 900 + "</script><p>a b c</p>"),
        ("html", '<script type=\'application/ld+json\'>{"@type":[1,{}],"@graph":5}</script><p>a b c</p>'),
        ("html", "<p>She founded Otters\nThe Lynx in Calder, and Otters\nThe Lynx raised $5 million.</p>"),
        ("plain", "Report of the day\n\n# \x1cnot only that\n\nThe council met.\n"),
        ("plain", "²² things to know\n\nIt was founded in 19²². ISBN 978²²²²²²²²²² and ISBN ²²²²²²²²²².\n"),
        ("markdown", "---\nfacts: {founded: ²², amount: ','}\n---\n" + BODY),
        ("plain", "Report of the day\n\n" + "€. " * 6),
        ("html", "<a href=x>one <a href=y>two</a> three</a><p>four"),
    ],
)
def test_odd_texts_are_linted(kind: str, text: str) -> None:
    assert laws.article_keeps_the_laws(text, kind, Random(1)) == "linted"


@pytest.mark.parametrize(
    "regex",
    [
        "(a+)+$", "(a|a)*", "(.*)*", "([a-z]+)*x", "a*a*a*b", "(a{1,60}){1,60}b", "(a|a){1,60}b", "a?" * 30 + "a" * 30, "(a?){0,60}b",
        "(a{0,60}){0,60}b", "(?=(a{1,60}){1,60}b)a", "(?!(a|a){1,60}b)a", r"(a{1,60})\1{1,60}b", r"(\w{1,20}\s{0,3}){1,20}!", "(?:a|b|ab){1,30}c",
        "(x|x|x){8}y", "a{,60}?a{,60}?a{,60}?b", "(?i)(a|A|ab){1,60}c", "(" * 40 + "a" + "{1,2})" * 40, "(" * 500 + "a" + ")" * 500, "a{1,99999999999}",
        "[[a]", "[", "(?P<a>a", "a{0,5}", r"\b", "(?:)", "a" * 6000, "(?:(?:a|ab)(?:c|bcd)d{0,3}){1,30}x", "(?:(?>a{1,60}){1,60}){1,60}[^a]", "((a?){0,9}){0,9}b",
    ],
)  # fmt: skip
def test_evil_patterns_are_refused(regex: str) -> None:
    from newslint.text.backtracking import trouble

    assert trouble(regex)


@pytest.mark.parametrize(
    "regex",
    [
        r"\bnot only \b.{1,60}\bbut also\b", r"(?:\w{1,20} ){0,6}x", r"(?:\w{1,20}(?:, | and )){1,6}\w{1,20}", ".{1,60}a.{1,60}b", "(?<![\\w-])pro-(?:hamas|terror)",
        r"\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,2})? million", r"(?:the |a |an )?(?:\w{1,15} ){0,3}firm", "(?:very |really |quite ){1,3}\\w{3,20}", "(a)|b(?(1)c|d)",
        "(?:" + "|".join(f"word{i}" for i in range(300)) + ") more",
    ],
)  # fmt: skip
def test_usual_patterns_are_admitted_and_cheap(regex: str) -> None:
    assert laws.pattern_keeps_the_laws(regex, Random(1)) == "loaded"


@pytest.mark.parametrize(
    "words", ["(" * 30 + "a" + ")" * 30, "a *** b *** c *** d *** e", "(a|b)(c|d)?" * 12, "a" * 6000]
)
def test_phrases_that_unfold_are_refused(words: str) -> None:
    from newslint.text.notation import parse

    with pytest.raises(ValueError, match="phrase"):
        parse(words)


def test_on_off_yes_and_no_are_words_of_a_pack(tmp_path: Path) -> None:
    from newslint.packs import compile_pack

    file = tmp_path / "house.yaml"
    file.write_text(files.PACK.replace("a storm of (protest|criticism)", "no").replace("on the horizon", "off"))
    found = [row[1] for row in compile_pack(file).phrases if row[0] == "house-style"]
    assert (frozenset({"no"}),) in found


def test_the_pack_that_is_fuzzed_compiles(tmp_path: Path) -> None:
    """Or every change of it would be refused for the same reason, and find nothing."""
    from newslint.packs import compile_pack

    file = tmp_path / "house.yaml"
    file.write_text(files.PACK)
    assert compile_pack(file).phrases
