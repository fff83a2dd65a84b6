"""Markdown, GFM and MDX: front matter, what is prose and what is not, orders to the linter, links."""

from __future__ import annotations

import pytest

from newslint.article import Article
from newslint.errors import InputError
from newslint.facts.links import links
from newslint.facts.voice import masks
from newslint.formats import read_text


def markdown(source: str, path: str = "") -> Article:
    return read_text(source, path=path, input_format="markdown")


def mdx(source: str) -> Article:
    return read_text(source, input_format="mdx")


def zones(article: Article) -> list[tuple[str, str]]:
    return [(b.zone, article.text[b.span.start : b.span.end]) for b in article.blocks]


# -- front matter ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: Sloop sinks\ndate: 2025-03-03\n", ("Sloop sinks", "2025-03-03")),
        ("title: 'Sloop sinks'\ndate: 2025-03-03T10:00:00+01:00\n", ("Sloop sinks", "2025-03-03")),
        ('title: "Sloop \\"sinks\\""\npubDate: "Jun 19 2025"\n', ('Sloop "sinks"', "2025-06-19")),
        ("title: >-\n  Sloop\n  sinks\npublished: true\ndate: 3 March 2025\n", ("Sloop sinks", "2025-03-03")),
        ("title: Sloop sinks # for now\ndate: 2025-03-03 10:00:00\n", ("Sloop sinks", "2025-03-03")),
        (
            "headline: Sloop sinks\ntitle: sloop\npublishDate: Mon, 03 Mar 2025 10:00:00 GMT\n",
            ("Sloop sinks", "2025-03-03"),
        ),
        ("title: 1984\nlastmod: 2025-03-03\n", ("1984", "")),
        ("Title: Sloop sinks\ntags:\n  - a\n  - b\ndraft: yes\n", ("Sloop sinks", "")),
        ("author: {name: Jane}\n", ("", "")),
        ("", ("", "")),
    ],
)
def test_yaml(front: str, expected: tuple[str, str]) -> None:
    article = markdown(f"---\n{front}---\n\nIt sank.\n")
    assert (" ".join(article.meta.headline.split()), article.meta.date) == expected
    assert article.text.endswith("It sank.")


DIGEST = """---
title: Week in ferries
stories:
- title: Sloop sinks
  summary: 'The sloop sank off Leith on Monday, the harbour''s clerk said
    ([clerk](https://leith.test/a?utm_source=openai)) in a note to owners.'
- title: Quay opens
  summary: It is the best quay.
---

Two stories.
"""


def test_summaries_of_stories_are_read_and_not_shown() -> None:
    article = markdown(DIGEST)
    (told,) = [(zone, text) for zone, text in zones(article) if text.startswith("The sloop")]
    assert told[0] == "meta"
    assert "harbour's clerk said\n([clerk]" in told[1]
    (link,) = links(article)
    assert DIGEST[slice(*article.to_source(link.span))] == "https://leith.test/a?utm_source=openai"
    assert any(block.span.within(mask) for block in article.blocks if block.zone == "meta" for mask in masks(article))


def test_values_keep_their_places() -> None:
    source = '---\ntitle: "Café sinks"\ndescription: It was\n  a sloop\nauthor: [Jane Doe, John Roe]\n---\nIt sank.\n'
    article = markdown(source)
    assert zones(article)[:2] == [("headline", "Café sinks"), ("dek", "It was\na sloop")]
    assert article.position(article.to_source(article.blocks[0].span).start) == (2, 9)
    assert source[slice(*article.meta.lines["title"])] == "Café sinks"
    assert article.meta.byline == "Jane Doe, John Roe"
    assert article.meta.raw["author"] == ["Jane Doe", "John Roe"]


def test_toml_and_json() -> None:
    toml = '+++\ntitle = "Sloop sinks"\ndate = 2025-03-03\n[params]\nauthor = "Jane"\n+++\nIt sank.\n'
    json = '{\n  "title": "Sloop sinks",\n  "date": "2025-03-03"\n}\n\nIt sank.\n'
    for source in (toml, json):
        article = markdown(source)
        assert zones(article) == [("headline", "Sloop sinks"), ("lede", "It sank.")]
        assert article.meta.date == "2025-03-03"
        assert source[slice(*article.to_source(article.blocks[0].span))] == "Sloop sinks"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("---\ntitle: Sloop: sinks\n---\nIt sank.", r"a\.md:2: the front matter is not YAML .*quotes"),
        (
            '---\ntitle: "Sloop sinks\ndate: 2026-03-04\n---\nIt sank.',
            r"a\.md:2: the front matter is not YAML .*quotes",
        ),
        ("---\ntitle: x\ntags: [a\n---\nIt sank.", r"a\.md:\d: the front matter is not YAML"),
        ("---\ntitle: Sloop sinks\n\nIt sank.", r"a\.md:1: the front matter is never closed; add a line ---"),
        ("---\n- a\n- b: c\nd: e\n---\nIt sank.", r"a\.md:\d: the front matter is not YAML"),
        ('+++\ntitle = "x\n+++\nIt sank.', r"a\.md:2: the front matter is not TOML"),
        ("+++\ntitle = 1\n", r"a\.md:1: the front matter is never closed; add a line \+\+\+"),
        ('{"title": "x",\n}\nIt sank.', r"a\.md:\d: the front matter is not JSON"),
    ],
)
def test_broken_front_matter_is_told_with_line_and_cure(source: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        markdown(source, "a.md")


def test_a_rule_off_is_no_front_matter() -> None:
    assert zones(markdown("---\n\nIt sank.\n\n---\n\nIt rose.\n")) == [("lede", "It sank."), ("conclusion", "It rose.")]


def test_the_first_heading_is_the_headline_unless_the_front_matter_has_one() -> None:
    assert zones(markdown("# Sloop *sinks*\n\nIt sank.\n"))[0] == ("headline", "Sloop sinks")
    assert zones(markdown("---\ntitle: Sloop sinks\n---\n# Sloop sinks!\n\nIt sank.\n")) == [
        ("headline", "Sloop sinks"), ("lede", "It sank."),
    ]  # fmt: skip
    assert zones(markdown("---\ntitle: Sloop sinks\n---\n# Off Leeds\n\nIt sank.\n"))[1] == ("subhead", "Off Leeds")


def test_a_summary_copied_from_the_story_is_no_dek() -> None:
    front = "---\ntitle: A\nexcerpt: The sloop sank\n---\n"
    assert zones(markdown(f"{front}The *sloop* sank off Leeds.\n"))[1] == ("meta", "The sloop sank")
    assert zones(markdown(f"{front}A sloop sank off Leeds.\n"))[1] == ("dek", "The sloop sank")


def test_names_of_files_hold_dates_and_keys_hold_types_and_languages() -> None:
    assert markdown("It sank.", "_posts/2025-03-03-sloop.md").meta.date == "2025-03-03"
    assert markdown("It sank.", "2025-99-03-sloop.md").meta.date == ""
    meta = markdown("---\ntype: Press Release\nlanguage: German\nlastmod: 2025-03-04\n---\nX.").meta
    assert (meta.type, meta.lang, meta.updated) == ("press-release", "de", "2025-03-04")
    assert markdown("---\ncategories: [City, Opinion]\n---\nX.").meta.type == "opinion"
    assert markdown("---\nlanguage: rustic\n---\nX.").meta.lang == ""


def test_a_newsroom_may_name_its_own_keys() -> None:
    source = "---\nkop: Sloop sinks\nschreiber: Jane\n---\nX."
    article = read_text(source, input_format="markdown", fields={"headline": ["kop"], "byline": ["schreiber"]})
    assert (article.headline, article.meta.byline) == ("Sloop sinks", "Jane")


# -- prose -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("un*bear*able **he**at", "unbearable heat"),
        ("fish &amp; chips, caf&eacute; &#8220;x&#8221;", "fish & chips, café “x”"),
        ("\\*not\\* it", "*not* it"),
        ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
        ("a [link](http://x.y 'T') here", "a link here"),
        ("see `code` and ~~gone~~", "see code and gone"),
        ("note[^1] it\n\n[^1]: Minutes.", "note it"),
        ("it <!-- hidden --> sank", "it sank"),
        ("it <b>sank</b><br>there", "it sank\nthere"),
        ("it {{ site.name }} sank", "it sank"),
        ('{{< note "x" >}}It sank{{< /note >}}.', "It sank."),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\nIt sank.", "It sank."),
        ("It sank.{:target='_blank'}\n{: .lead}", "It sank."),
        ("It sank. {.lead #x}", "It sank."),
        (":::note\nIt sank.\n:::", "It sank."),
        ("    ", ""),
    ],
)
def test_what_is_prose(source: str, prose: str) -> None:
    article = markdown(source)
    told = [b for b in article.blocks if b.zone != "meta"]
    assert "\n\n".join(article.text[b.span.start : b.span.end] for b in told) == prose


def test_kinds_and_levels() -> None:
    article = markdown(
        "# A\n\nB.\n\n- c\n  - d\n\n> e\n>\n> - f\n\n| g | h |\n|---|---|\n| i | j |\n\n![k](l)\n\n```\nm\n```\n"
    )
    told = [(b.kind, b.level, article.text[b.span.start : b.span.end]) for b in article.blocks]
    assert told == [
        ("heading", 1, "A"), ("paragraph", 0, "B."), ("list-item", 1, "c"), ("list-item", 2, "d"),
        ("blockquote", 0, "e"),
        ("blockquote", 0, "f"), ("table", 0, "g | h"), ("table", 0, "i | j"), ("caption", 0, "k"), ("code", 0, "m"),
    ]  # fmt: skip


def test_a_short_bold_paragraph_is_a_subhead() -> None:
    assert ("subhead", "The sale") in zones(markdown("# A\n\nIt sank.\n\n**The sale**\n\nIt rose.\n\nIt fell.\n"))
    assert ("body", "It is gone.") in zones(markdown("# A\n\nIt sank.\n\n**It is gone.**\n\nIt rose.\n"))
    assert ("body", "The sale it was") in zones(markdown("# A\n\nIt sank.\n\n**The sale** it was\n\nIt rose.\n"))


def test_an_image_does_not_cut_its_paragraph() -> None:
    found = zones(markdown("# A\n\nIt ![a *sloop*](x.png) sank.\n"))
    assert found[1][1].split() == ["It", "sank."]
    assert found[2] == ("caption", "a sloop")


def test_places_survive_markup() -> None:
    source = "# A\n\nThe *mu*seum &amp; its 😀 [quay](http://x.y).\n"
    article = markdown(source)
    for words, expected in (("museum", "mu*seum"), ("& its", "&amp; its"), ("😀 quay", "😀 [quay"), ("quay", "quay")):
        at = article.text.index(words)
        assert source[slice(*article.to_source((at, at + len(words))))] == expected
    at = article.text.index("quay")
    assert article.one_run((at, at + 4)) and not article.one_run((at - 2, at + 4))


def test_html_in_markdown_is_read() -> None:
    block = "<div class='x'>\n<p>It &mdash; the <b>sl</b>oop &mdash; sank.</p>\n<script>no()</script></div>"
    source = f"# A\n\n{block}\n\nIt rose.\n"
    assert zones(markdown(source))[1:] == [("lede", "It — the sloop — sank."), ("conclusion", "It rose.")]


def test_mdx() -> None:
    source = (
        "import A from './a';\nexport const b = {\n  c: 1,\n};\n\n# A\n\n"
        "<A b={{c: 1}} d='>'>\n  It sank{' '}in {1966}.\n</A>\n\n"
        "It cost {b.c} euros.\n\nimport duties rose.\n\n`{code}` stays.\n\n<A\n  b='It rose.'\n/>\n"
    )
    assert zones(mdx(source)) == [
        ("headline", "A"), ("lede", "It sank in 1966."), ("body", "It cost euros."), ("body", "import duties rose."),
        ("conclusion", "{code} stays."),
    ]  # fmt: skip


# -- orders and links --------------------------------------------------------------------------------------------------


def test_a_comment_that_names_the_model_is_read() -> None:
    article = markdown("Ferries stop.\n\n<!--  Written by an AI model -->\n\n<!-- Written by Ada -->\n")
    (block,) = (b for b in article.blocks if b.zone == "meta")
    assert article.text[block.span.start : block.span.end] == "Written by an AI model"
    assert article.source[article.to_source(block.span).start :].startswith("Written by an AI")
    assert "Ada" not in article.text


def test_suppressions_in_comments() -> None:
    source = (
        "# A\n\n<!-- newslint-disable-next-line hype, stock-phrase -- quoted -->\nIt is stunning.\n\n"
        "It <!-- newslint-disable vague-time --> rose.\n\nIt fell.\n\n<!-- newslint-enable -->\n\n"
        "<!-- newslint-disable -->\n"
    )
    article = markdown(source)
    first, second, third = article.suppressions
    assert (first.rules, first.reason) == (("hype", "stock-phrase"), "quoted")
    assert source[slice(*first.covers)] == "It is stunning."
    assert (second.scope, source[second.covers.end :].startswith("<!-- newslint-enable")) == ("region", True)
    assert third.bare
    assert "newslint" not in article.text


def test_suppressions_in_mdx_and_front_matter() -> None:
    front = "---\ntitle: A\nnewslint:\n  ignore: [no-sources]\n  reason: a list\n---\n\n"
    source = f"{front}{{/* newslint-disable-file hype */}}\n\nIt sank.\n"
    first, second = mdx(source).suppressions
    assert (first.rules, first.reason, first.scope) == (("no-sources",), "a list", "file")
    assert (second.rules, second.scope) == (("hype",), "file")
    assert source[slice(*second.span)] == "{/* newslint-disable-file hype */}"
    (bare,) = markdown("---\nnewslint: {ignore: []}\n---\nX.").suppressions
    assert bare.bare


def test_links() -> None:
    source = (
        "See [the *quay*](http://x.y/é?a=(1) 'T'), [it][ref], [ref] and <http://q.w>, or http://bare.example/a_(b).\n\n"
        "[ref]: <http://r.s/ü> 'T'\n"
    )
    article = markdown(source)
    told = [(article.text[slice(*x.span)], x.url, source[slice(*x.source)]) for x in links(article)]
    assert told == [
        ("the quay", "http://x.y/é?a=(1)", "http://x.y/é?a=(1)"),
        ("it", "http://r.s/ü", "http://r.s/ü"),
        ("ref", "http://r.s/ü", "http://r.s/ü"),
        ("http://q.w", "http://q.w", "http://q.w"),
        ("http://bare.example/a_(b)", "http://bare.example/a_(b)", "http://bare.example/a_(b)"),
    ]
