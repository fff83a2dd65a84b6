"""HTML pages: which part is the story, what is clutter, what the page says of itself."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.facts.links import links
from newslint.formats import read_text

LONG = "The council sold its museum on Monday to a hotel group, ending a dispute that had lasted for eleven years."


def page(body: str, head: str = "") -> Article:
    return read_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", input_format="html")


def zones(article: Article) -> list[tuple[str, str]]:
    return [(b.zone, article.text[b.span.start : b.span.end]) for b in article.blocks]


def words(article: Article) -> str:
    return " / ".join(text for _, text in zones(article))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>Menu</p><article><h1>A</h1><p>{LONG}</p></article><p>More</p>", f"A / {LONG}"),
        (f"<main><h1>A</h1><p>{LONG}</p></main><div>More</div>", f"A / {LONG}"),
        (f"<h1>A</h1><div itemprop='articleBody'><p>{LONG}</p></div><p>More</p>", f"A / {LONG}"),
        (f"<article><p>Teaser.</p></article><article><h1>A</h1><p>{LONG}</p></article>", f"A / {LONG}"),
        (f"<header><p>Logo</p><h1>A</h1></header><p>{LONG}</p>", f"A / {LONG}"),
        (f"<h1>A</h1><p class='byline'>By Jane Doe</p><article><p>{LONG}</p></article>", f"A / By Jane Doe / {LONG}"),
    ],
)
def test_the_story_is_found(body: str, expected: str) -> None:
    assert words(page(body)) == expected


@pytest.mark.parametrize(
    "clutter",
    [
        "<nav>x</nav>", "<footer>x</footer>", "<aside>x</aside>", "<script>x</script>", "<style>x</style>",
        "<p hidden>x</p>",
        "<p aria-hidden='true'>x</p>", "<p style='display: none'>x</p>", "<div class='ad wide'>x</div>",
        "<div id='newsletter'><p>x</p></div>", "<div role='navigation'>x</div>", "<form>x</form>", "<button>x</button>",
        "<template>x</template>", "<noscript>x</noscript>", "<svg><title>x</title></svg>", "<!-- x -->",
        "<iframe>x</iframe>",
        "<ul class='breadcrumbs'><li>x</ul>", "<![CDATA[x]]>", "<![if !mso]><![endif]>", "<?php x ?>",
    ],
)  # fmt: skip
def test_clutter_is_left_out(clutter: str) -> None:
    article = page(f"<article><h1>A</h1><p>{LONG}</p>{clutter}<p>It rose.</p></article>")
    assert words(article) == f"A / {LONG} / It rose."


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("caf&eacute; &amp; bar &#8212; &#x1F600;&nbsp;x", "café & bar — 😀\xa0x"),
        ("AT&T &copy 2025 &unknown; &", "AT&T © 2025 &unknown; &"),
        ("un<em>bear</em>able <b>he</b>at", "unbearable heat"),
        ("one\n      two \n  three", "one two three"),
        ("one<br>two<br><br>three", "one\ntwo / three"),
        ("one <i> two </i> three", "one two three"),
        ("1 < 2", "1 < 2"),
    ],
)
def test_what_is_prose(source: str, prose: str) -> None:
    told = words(page(f"<p>{source}</p>"))
    assert told == prose


def test_a_break_after_white_space_keeps_its_place() -> None:
    source = f"<p>{LONG}</p><p>It &ldquo;sa<b>nk</b>&rdquo;\n    there.</p>"
    article = read_text(source, input_format="html")
    for said, expected in (("sank", "sa<b>nk"), ("“sank”", "&ldquo;sa<b>nk</b>&rdquo;"), ("there", "there")):
        at = article.text.index(said)
        assert source[slice(*article.to_source((at, at + len(said))))] == expected


def test_unclosed_elements() -> None:
    article = page("<h1>A</h1><p>One.<p>Two.<ul><li>three<li>four</ul></div></p>Five.<blockquote>Six.</blockquote>")
    assert zones(article) == [
        ("headline", "A"), ("lede", "One."), ("body", "Two."), ("list", "three"), ("list", "four"),
        ("conclusion", "Five."), ("quote", "Six."),
    ]  # fmt: skip


def test_zones_named_by_classes() -> None:
    article = page(
        f"<article><h1>A</h1><h2 class='subtitle'>B c</h2><span class='byline'>By Jane Doe</span><p>{LONG}</p>"
        "<figure><img alt='D e' src=x><figcaption>F g</figcaption></figure><pre>h\n  i</pre></article>"
    )
    assert zones(article) == [
        ("headline", "A"), ("dek", "B c"), ("byline", "By Jane Doe"), ("lede", LONG), ("caption", "D e"),
        ("caption", "F g"), ("code", "h\n  i"),
    ]  # fmt: skip


def test_the_title_stands_in_for_a_missing_heading() -> None:
    article = page(f"<p>{LONG}</p>", "<title>Council sells its museum | The Sloop</title>")
    assert zones(article) == [("headline", "Council sells its museum"), ("lede", LONG)]
    assert article.position(article.to_source(article.blocks[0].span).start) == (1, 35)


def test_json_ld_before_microdata_before_meta() -> None:
    linked = (
        '<script type="application/ld+json">[{"@type": ["ReviewNewsArticle"], "headline": "L", "inLanguage": "en-GB",'
        '"author": [{"name": "Jane Doe"}, "John Roe"], "datePublished": "2025-03-03"}]</script>'
    )
    metas = (
        '<meta property="og:title" content="M"><meta name="description" content="D"><meta name="author" content="X">'
        '<meta property="article:published_time" content="2024-01-01T00:00:00Z">'
    )
    micro = f'<p>{LONG}</p><meta itemprop="dateModified" content="2025-03-04"><time datetime="2023-01-01">x</time>'
    meta = page(micro, metas + linked).meta
    assert (meta.headline, meta.dek, meta.byline, meta.date) == ("L", "D", "Jane Doe, John Roe", "2025-03-03")
    assert (meta.updated, meta.lang, meta.type) == ("2025-03-04", "en-gb", "review")
    meta = page(micro, metas).meta
    assert (meta.headline, meta.byline, meta.date, meta.type) == ("M", "X", "2024-01-01", "")
    assert page(micro).meta.date == "2023-01-01"
    assert page(micro, '<script type="application/ld+json">{"@type": </script>').meta.date == "2023-01-01"


def test_suppressions_and_links() -> None:
    source = (
        f"<article><h1>A</h1><!-- newslint-disable-next-line hype -- theirs --><p>{LONG}</p>"
        "<p>See <a href='http://x.y/a?b=1&amp;c'>the <b>quay</b></a> <a href='#x'></a>.</p></article>"
    )
    article = read_text(source, input_format="html")
    (found,) = article.suppressions
    assert (source[slice(*found.covers)], found.reason) == (LONG, "theirs")
    (link,) = links(article)
    assert article.text[slice(*link.span)] == "the quay"
    assert link.url == "http://x.y/a?b=1&c"
    assert source[slice(*link.source)] == "http://x.y/a?b=1&amp;c"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("It rose &amp; fell &#8212; twice", "It rose & fell — twice"),
        ("<b>It</b> rose<br>R&D &mdash; fell &nosuch; &amp;", "It rose\nR&D — fell &nosuch; &"),
    ],
)
def test_entities_behind_the_last_tag(source: str, shown: str) -> None:
    article = read_text(source, input_format="html")
    assert article.text == shown
    at = article.text.index("—")
    assert source[slice(*article.to_source((at, at + 1)))] in ("&#8212;", "&mdash;")
