"""Reading as a whole: bytes and names, bad input, the laws of the map, the zones of the fixtures."""

from __future__ import annotations

import html
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from conftest import ROOT, SHARED
from newslint.article import Article
from newslint.errors import InputError
from newslint.formats import read, read_bytes, read_text

FIXTURES = ROOT / "fixtures" / "formats"
SUFFIXES = (".txt", ".md", ".mdx", ".html", ".markdown")
REAL = [
    path
    for folder in ("corpora/markdown-human", "corpora/generated-wild", "samples", "gold/articles")
    for path in sorted((SHARED / folder).rglob("*"))
    if path.suffix in SUFFIXES and path.name != "README.md"
]
OURS = sorted(path for path in FIXTURES.iterdir() if path.suffix in SUFFIXES)


def meaning(source: str) -> set[str]:
    """What a stretch of source may stand for: entities, backslash escapes, doubled YAML quotes, folded lines."""
    return {
        html.unescape(source),
        re.sub(r"\\(.)", r"\1", source),
        source.replace("''", "'"),
        re.sub(r"[ \t]*\r?\n[> \t]*", " ", source.strip("`")),
    }


def check_laws(article: Article) -> None:
    at = 0
    for run in article.runs:
        assert at <= run.start < run.end <= len(article.text)
        at = run.end
        source, text = article.source[run.source_start : run.source_end], article.text[run.start : run.end]
        if run.exact:
            assert source == text
        else:
            assert text in meaning(source)
    places = sorted((run.source_start, run.source_end) for run in article.runs)
    assert all(first[1] <= second[0] for first, second in pairwise(places))
    at = 0
    for block in article.blocks:
        assert at <= block.span.start < block.span.end <= len(article.text)
        at = block.span.end
        words = article.text[block.span.start : block.span.end]
        assert words == words.strip()
    for suppression in article.suppressions:
        assert 0 <= suppression.span.start < suppression.span.end <= len(article.source)
        assert suppression.covers.start <= suppression.covers.end <= len(article.source)


@pytest.mark.parametrize("path", [*OURS, *REAL], ids=lambda path: path.name)
def test_the_map_of_real_files_is_exact(path: Path) -> None:
    article = read(str(path))
    check_laws(article)
    for sentence in article.sentences[:400]:
        span = article.to_source(sentence.span)
        first, last = article.text[sentence.span.start], article.text[sentence.span.end - 1]
        assert article.source[span.start] in (first, "&", "\\")
        assert article.source[span.end - 1] in (last, ";")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_zones_of_the_fixtures(path: Path) -> None:
    article = read(str(path))
    told = "".join(f"{b.zone:<10} {article.text[b.span.start : b.span.end]!r}\n" for b in article.blocks)
    assert told == path.with_name(path.name + ".zones").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["CRLF", "CR"])
@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_line_ends_change_places_and_nothing_else(path: Path, end: str) -> None:
    source = path.read_text(encoding="utf-8")
    article, crlf = read(str(path)), read_text(source.replace("\n", end), path=str(path))
    check_laws(crlf)
    words = [(b.zone, article.text[b.span.start : b.span.end].split()) for b in article.blocks]
    assert [(b.zone, crlf.text[b.span.start : b.span.end].split()) for b in crlf.blocks] == words
    for a, b in zip(article.blocks, crlf.blocks, strict=True):
        assert article.position(article.to_source(a.span).start) == crlf.position(crlf.to_source(b.span).start)


MARKUP = st.lists(
    st.sampled_from(
        [
            "word ", "Word. ", "é", "𝒳", "\u0301", "\u2028", "\n", "\n\n", "\r\n", "\r", "*", "**", "_", "`",
            "[a](http://x.y)", "![alt](p)", "> ", "- ", "1. ", "# ", "&amp;", "&eacute;", "&#8220;", "\\*",
            "<b>", "</b>", "<p>", "<br>", "<!-- c -->", "{{< x >}}", "{% y %}", "|", "---\n", "```\n", "    ",
            "\t", "[^1]", "[^1]: ", "<div>", "</div>", "{a}", "{/* c */}", "import a from 'b'\n", "&", "<", ">",
            "“", "”", "?", "title: x\n", "#newslint: disable x\n", "<!-- newslint-disable-file x -->", "~~",
            "\xa0", "-30-\n",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("kind", ["plain", "markdown", "mdx", "html"])
def test_the_map_of_any_text_is_exact(kind: str) -> None:
    @given(MARKUP)
    def holds(source: str) -> None:
        try:
            check_laws(read_text(source, input_format=kind))
        except InputError:
            assert source.startswith(("---", "{"))

    holds()


def test_plain_text_is_its_own_prose() -> None:
    source = "A line\r\n\r\nCafe\u0301 \u2028 😀 said so.\rNo.\n"
    assert read_text(source, input_format="plain").text == source


# -- bytes -----------------------------------------------------------------------------------------------------------


def test_byte_order_marks_are_removed_before_anything_is_counted() -> None:
    for codec in ("utf-8-sig", "utf-16"):
        article = read_bytes("Sloop sinks\n\nIt sank on Monday.\n".encode(codec), path="a.txt")
        assert article.source.startswith("Sloop")
        assert article.position(0) == (1, 1)


def test_another_encoding_must_be_named() -> None:
    data = "A café".encode("cp1252")
    with pytest.raises(InputError, match=r"a\.txt: not UTF-8 \(at byte 5, line 1\); name the encoding with --encoding"):
        read_bytes(data, path="a.txt")
    assert read_bytes(data, path="a.txt", encoding="cp1252").source == "A café"
    with pytest.raises(InputError, match="unknown encoding 'latin-99'"):
        read_bytes(data, path="a.txt", encoding="latin-99")
    with pytest.raises(InputError, match=r"not ASCII \(at byte 5\); try another"):
        read_bytes(data, path="a.txt", encoding="ascii")


def test_binary_data_is_refused() -> None:
    for data in (b"PNG\0\x01\x02", b"\x89PNG\xff\0\x01", b"MZ\0"):
        with pytest.raises(InputError, match=r"a\.txt: binary, not text"):
            read_bytes(data, path="a.txt")


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no\.txt: no such file"):
        read(str(tmp_path / "no.txt"))
    with pytest.raises(InputError, match="is a directory"):
        read(str(tmp_path))


@pytest.mark.parametrize("suffix", ["txt", "md", "mdx", "html"])
def test_an_empty_file_is_an_article_of_nothing(suffix: str) -> None:
    for data in (b"", b"\n\n", b"\xef\xbb\xbf", b"  \r\n"):
        article = read_bytes(data, path=f"a.{suffix}")
        assert (article.blocks, article.headline, article.word_count) == ((), "", 0)
        assert article.to_source((0, 0)) == (0, 0)


def test_formats_by_name_suffix_and_look() -> None:
    assert read_text("# A\n\nB.", path="a.MD").format == "markdown"
    assert read_text("x", path="a.htm").format == "html"
    assert read_text("<!DOCTYPE html><p>x", path="-").format == "html"
    assert read_text("---\ntitle: x\n---\nB.").format == "markdown"
    assert read_text("Sloop sinks\n\nIt sank.").format == "plain"
    assert read_text("# A", path="a.md", input_format="plain").format == "plain"
    with pytest.raises(InputError, match=r"unknown format 'markdwon' \(did you mean 'markdown'\?\)"):
        read_text("x", input_format="markdwon")


def test_the_given_date_counts_where_the_article_has_none() -> None:
    assert read_text("Sloop sinks", date="2025-03-03").meta.date == "2025-03-03"
    assert read_text("---\ndate: 2024-01-02\n---\n", date="2025-03-03").meta.date == "2024-01-02"


# -- cost ------------------------------------------------------------------------------------------------------------

HOSTILE = {
    "headings": ("markdown", "# A\n\n" * 50_000),
    "quotes": ("markdown", ">" * 50_000 + "a"),
    "brackets": ("markdown", "[" * 100_000),
    "shortcodes": ("markdown", "{{" * 200_000 + "}}"),
    "braces": ("mdx", "{" * 100_000),
    "jsx": ("mdx", "<a b={" * 50_000),
    "fences": ("mdx", "```\n````\n" * 30_000),
    "comments": ("html", "<!--" * 200_000 + ">"),
    "tags": ("html", '<a b="' * 50_000 + ">"),
    "divs": ("html", "<div>" * 100_000),
    "ends": ("html", "<b></p>" * 50_000),
    "sections": ("html", "<![x" * 100_000 + ">"),
    "one line": ("plain", "The council met. " * 60_000),
    "lines": ("plain", "A Heading\n\n" * 50_000),
    "lists": ("plain", "- a b\n" * 50_000),
    "asked": ("plain", "What is it that you want? It is this.\n\n" * 10_000),
    "keys": ("markdown", "---\n" + "a: b\n" * 20_000 + "---\n"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_seconds(name: str) -> None:
    kind, source = HOSTILE[name]
    started = time.process_time()
    read_text(source, input_format=kind)
    assert time.process_time() - started < 5
