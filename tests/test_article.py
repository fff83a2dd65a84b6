"""The article: places, words, sentences and blocks."""

from __future__ import annotations

from newslint.article import Article, line_starts
from newslint.formats import read_text
from newslint.parts import Block, Run
from newslint.text.span import Span

SOURCE = "It &amp; *they*\r\n\r\nleft. Then\rthey came."
TEXT = "It & they\n\nleft. Then\rthey came."
ARTICLE = Article(
    source=SOURCE,
    text=TEXT,
    runs=[
        Run(0, 3, 0, 3, True), Run(3, 4, 3, 8, False), Run(4, 5, 8, 9, True), Run(5, 9, 10, 14, True),
        Run(11, 32, 19, 40, True),
    ],
    blocks=[Block(Span(0, 9), "heading", "headline", 1), Block(Span(11, 32), "paragraph", "lede")],
)  # fmt: skip


def shown(start: int, end: int) -> str:
    return SOURCE[slice(*ARTICLE.to_source((start, end)))]


def test_places_in_the_source() -> None:
    assert shown(0, 2) == "It"
    assert shown(3, 4) == "&amp;"
    assert shown(2, 5) == " &amp; "
    assert shown(3, 9) == "&amp; *they"
    assert shown(5, 9) == "they"
    assert shown(7, 14) == "ey*\r\n\r\nlef"
    assert shown(9, 15) == "left"
    assert shown(5, 11) == "they"
    assert ARTICLE.to_source((11, 11)) == Span(19, 19)


def test_fixes_stay_in_one_run() -> None:
    assert ARTICLE.one_run((5, 9)) and ARTICLE.one_run((11, 15))
    assert not ARTICLE.one_run((3, 4))
    assert not ARTICLE.one_run((4, 6))
    assert not ARTICLE.one_run((9, 12))


def test_lines_end_at_lf_crlf_and_cr_alone() -> None:
    assert line_starts("a\nb\r\nc\rd\u2028e\x85f\n") == [0, 2, 5, 7, 13]
    assert line_starts("a\nb") == [0, 2]
    assert ARTICLE.position(0) == (1, 1)
    assert ARTICLE.position(10) == (1, 11)
    assert ARTICLE.position(SOURCE.index("left")) == (3, 1)
    assert ARTICLE.position(len(SOURCE)) == (4, 11)
    assert ARTICLE.line_of(TEXT.index("came")) == 4


def test_columns_count_code_points() -> None:
    article = read_text("Cafe\u0301 😀 sinks\n\nIt sank.", input_format="plain")
    assert article.position(article.text.index("sinks")) == (1, 9)


def test_sentences_and_their_blocks() -> None:
    assert [TEXT[slice(*s.span)] for s in ARTICLE.sentences] == ["left.", "Then\rthey came."]
    assert ARTICLE.sentence_at(0) is None
    assert ARTICLE.sentence_at(12) == ARTICLE.sentences[0]
    assert ARTICLE.sentence_index(18) == 1
    assert ARTICLE.sentence_index(16) == -1
    every = range(len(TEXT) + 2)
    assert ARTICLE.sentence_indexes(every) == [ARTICLE.sentence_index(at) for at in every]
    assert {-1, 0, 1} <= set(ARTICLE.sentence_indexes(every))
    assert ARTICLE.sentences_of(1) == ARTICLE.sentences and ARTICLE.sentences_of(0) == ()
    assert (ARTICLE.block_at(3), ARTICLE.block_at(10), ARTICLE.block_at(30)) == (0, 0, 1)


def test_headline_and_count() -> None:
    assert ARTICLE.headline == "It & they"
    assert ARTICLE.word_count == 4


def test_facts_are_worked_out_once() -> None:
    calls: list[Article] = []

    def work_out(article: Article) -> int:
        calls.append(article)
        return 7

    assert [ARTICLE.remember("seven", work_out) for _ in range(3)] == [7, 7, 7]
    assert len(calls) == 1


def test_an_article_of_nothing() -> None:
    nothing = read_text("")
    assert nothing.to_source((0, 0)) == Span(0, 0)
    assert nothing.position(0) == (1, 1)
    assert nothing.sentences == () and not nothing.one_run((0, 0))


def test_the_index_of_words() -> None:
    article = read_text("Ferry stops\n\nThe ferry stops in May. It had 40 seats, the port said.", input_format="plain")
    folded = article.words.folded
    assert article.holds({"ferry", "tram"}) and not article.holds(frozenset(("tram", "Ferry")))
    assert [folded[i] for i in article.where({"seats", "the", "tram"})] == ["the", "seats", "the"]
    assert article.where({"tram": 1}.keys()) == []
    assert article.numbers == {"40"}
    assert [list(row) for row in article.block_words] == [[0, 1], list(range(2, len(folded)))]
    assert [list(row) for row in article.sentence_words] == [[2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12, 13]]
