"""Wire formats, feeds, exports and Word: what each one's article is, and where findings stand."""

from __future__ import annotations

import json
import re
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from conftest import ROOT, SHARED
from containers import checked, read
from newslint.cli import run
from newslint.errors import NewslintError
from newslint.facts.worksheet import as_markdown, as_text, items
from newslint.run import Request, Session, inputs

FIXTURES = ROOT / "fixtures" / "formats"
SAMPLES = SHARED / "samples"
KINDS = ("nitf.xml", "newsml.xml", "rss.xml", "atom.xml", "wxr.xml", "ninjs.json", "docx")
OURS = sorted(path for path in FIXTURES.iterdir() if path.name.endswith(KINDS))
REAL = [
    path for name in ("ninjs", "nitf", "newsml-g2", "rss-atom", "wxr", "docx") for path in (SAMPLES / name).glob("*.*")
]
FLAW = "Sales rose from $40 million to $50 million, up 20%, the brewer Ines Roy said."


def field(path: Path, pointer: str) -> str:
    """The text of a field, found by a reader of others."""
    if path.suffix == ".json":
        at: Any = json.loads(path.read_text(encoding="utf-8"))
        for step in pointer.split("/")[1:]:
            at = at[int(step)] if isinstance(at, list) else at[step]
        return str(at)
    if path.suffix == ".docx":
        w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
        tree = ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
        drop = [box for box in tree.iter() if box.tag.endswith("}Fallback")]
        for box in drop:
            box.clear()
        paragraph = list(tree.iter(f"{w}p"))[int(pointer) - 1]
        return "".join(
            "\n" if at.tag == f"{w}br" else at.text or "" for at in paragraph.iter() if at.tag in (f"{w}t", f"{w}br")
        )
    source = path.read_text(encoding="utf-8").replace("&nbsp;", "\u00a0")
    element = ElementTree.fromstring(re.sub("<!DOCTYPE.*", "", source))
    for step in pointer.split("/")[2:]:
        name, _, nth = step.rstrip("]").partition("[")
        local = name.rpartition(":")[2]
        here = [child for child in element if child.tag.rpartition("}")[2] == local]
        if ":" in name and local == "encoded":
            here = [child for child in here if name.partition(":")[0] in child.tag]
        element = here[int(nth) - 1]
    return "".join(element.itertext())


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_blocks_and_zones(path: Path, request: pytest.FixtureRequest) -> None:
    told = ""
    for article in read(path):
        meta = article.meta
        told += f"== {article.container} {article.record} {meta.lang} {meta.date} {meta.byline}\n"
        for block in article.blocks:
            where = article.field_at(article.to_source(block.span).start)
            words = article.text[block.span.start : block.span.end]
            told += f"{block.zone:<10} {where.line:>3} {where.pointer} {words!r}\n"
    expected = path.with_name(path.name + ".zones")
    if request.config.getoption("--update"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_places_count_in_the_field(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = checked(capsys, "--select", "percent-change-mismatch,doubled-word", str(path))
    found = [f for article in said["articles"] for f in article["findings"]]
    assert code == 1
    assert found
    for finding in found:
        assert finding["excerpt"] == "20%"
        text = field(path, finding["field"])
        assert text[finding["start"] : finding["end"]] in ("20%", "<b>20%</b>")
        before = text[: finding["start"]]
        assert (finding["line"], finding["column"]) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
        for place in finding["related"]:
            assert field(path, place.get("field", finding["field"]))[place["start"] : place["end"]].startswith("$")


def test_annotations_lead_to_the_element(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--isolated", "--select", "numbers", "--output-format", "concise", str(FIXTURES / "story.nitf.xml")])
    said = capsys.readouterr().out
    assert "story.nitf.xml:17:1: error" in said
    assert "[/nitf/body[1]/body.content[1]/p[2] 2:" in said


@pytest.mark.parametrize("path", [*OURS, *REAL], ids=lambda path: path.name)
def test_files_are_read_or_refused_with_a_reason(path: Path) -> None:
    for article in inputs.articles(Session(Request(isolated=True)), str(path)):
        if isinstance(article, NewslintError):
            assert path.name.startswith(("crazy-cdata", "LISTING_25", "LISTING_28"))
            assert str(article).startswith(str(path))
            continue
        assert article.container
        for block in article.blocks:
            span = article.to_source(block.span)
            where = article.field_at(span.start)
            assert where.start <= span.start < span.end <= where.end


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("ninjs/3.0_dpa_text.de.json", "de"),
        ("nitf/NTB_nitf_sample.no.xml", "nb"),
        ("newsml-g2/TT_newsmlg2_sample.sv.xml", "sv"),
    ],
)
def test_other_languages_are_left_alone(name: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    if not SAMPLES.exists():
        pytest.skip("no samples beside the project")
    code, said, _ = checked(capsys, str(SAMPLES / name))
    assert code == 0
    assert {f["rule"] for article in said["articles"] for f in article["findings"]} <= {
        "broken-text"
    }  # of any language
    [skipped] = said["summary"]["skipped"]  # in a file for several stories with the number of this one
    assert skipped.removesuffix(" (record 0)") == f"{SAMPLES / name}: written in {lang!r}, for which there are no rules"


# -- which files are read ----------------------------------------------------------------------------------------------


def test_other_json_and_xml_stays_silent(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "package.json").write_text('{"name": "x", "uri": "y"}')
    (folder / "broken.json").write_text('{"uri": "x", "headline": ')
    (folder / "list.json").write_text('[{"uri": "x", "headline": "y"}]')
    (folder / "pom.xml").write_text('<?xml version="1.0"?><project><item>The the.</item></project>')
    (folder / "sitemap.xml").write_text('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>')
    (folder / "empty.xml").write_text("")
    (folder / "a.txt").write_text("Brewer opens bar\n\nIt is new.")
    for path in OURS:
        shutil.copy(path, folder)
    _, said, err = checked(capsys, "--select", "numbers", ".")
    assert {article["path"] for article in said["articles"]} == {"a.txt", *(path.name for path in OURS)}
    assert err == ""
    _, said, err = checked(capsys, "--select", "numbers", "*.json", "*.xml")
    assert {article["path"] for article in said["articles"]} == {p.name for p in OURS if p.suffix != ".docx"}
    assert err == ""


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.json", b'{"name": "x"}', "a.json: JSON, but not ninjs"),
        ("a.json", b'{"uri": "x",\n "headline": }', "a.json:2:14: not valid JSON: expecting value"),
        ("a.json", b"", "a.json:1:1: not valid JSON"),
        ("a.json", b"[" * 100_000, "a.json: not JSON that can be read"),
        ("a.xml", b"", "a.xml:1:1: not well-formed XML: no element found"),
        ("a.xml", b"<project/>", "a.xml: XML with the root <project>, which holds no news"),
        ("a.xml", b"<rss><item><title>A & B</title></item></rss>", "a.xml:1:22: not well-formed XML"),
        ("a.xml", b"<rss><channel><item>", "a.xml:1:21: not well-formed XML: no element found"),
        ("a.xml", b"<nitf>" + b"<block>" * 500, "a.xml:1: elements nested too deeply"),
        ("a.xml", b'<?xml version="1.0" encoding="latin-77"?><nitf/>', "unknown encoding"),
        ("a.docx", b"", "a.docx: empty, no Word document"),
        ("a.docx", b"PK\x03\x04 no", "a.docx: no Word document that can be unpacked"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "a.docx: an old Word document"),
    ],
)  # fmt: skip
def test_bad_files_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, said: str
) -> None:
    (folder / name).write_bytes(data)
    (folder / "b.txt").write_text(f"Brewer opens bar\n\n{FLAW}")
    code, report, err = checked(capsys, name, "b.txt")
    assert code == 2
    assert err.count("\n") == 1
    assert said in err
    assert [len(article["findings"]) > 0 for article in report["articles"]] == [True]


def test_articles_before_the_break_are_linted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (FIXTURES / "feed.rss.xml").read_text(encoding="utf-8")
    (folder / "a.rss").write_text(text.replace("desk@example.org", "<desk@example.org"), encoding="utf-8")
    code, said, err = checked(capsys, "--select", "numbers", "a.rss")
    assert code == 2
    assert "a.rss:17:" in err
    assert [article["record"] for article in said["articles"]] == [0]


def test_a_package_or_picture_has_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.xml").write_text('<newsMessage><itemSet><packageItem guid="a"/></itemSet></newsMessage>')
    code, said, _ = checked(capsys, "a.xml")
    assert (code, said["summary"]["skipped"]) == (0, ["a.xml: no text in it"])


def test_formats_by_name_and_on_stdin(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    for path, name in [
        ("story.nitf.xml", "nitf"),
        ("feed.rss.xml", "rss"),
        ("one.ninjs.json", "ninjs"),
        ("story.docx", "docx"),
    ]:
        data = (FIXTURES / path).read_bytes()
        (folder / "copy.txt").write_bytes(data)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        for given in ("copy.txt", "-"):
            code, said, _ = checked(capsys, "--select", "numbers", "--input-format", name, given)
            assert code == 1
            assert {article["format"] for article in said["articles"]} == {name}
    (folder / "copy.txt").write_text("It is new.")
    assert run(["check", "--isolated", "--input-format", "nift", "copy.txt"]) == 2
    assert "did you mean 'nitf'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("description", "shown"),
    [
        ("<![CDATA[<!-- SC_OFF --><div><p>It rose.</p><p>It fell.</p></div>]]>", ["It rose.", "It fell."]),
        ("It rose.&lt;br/&gt;It fell &amp;amp; rose.", ["It rose.\nIt fell & rose."]),
        ("It rose.\n\nIt fell.", ["It rose.", "It fell."]),
    ],
)
def test_a_feed_says_html_without_saying_so(description: str, shown: list[str], folder: Path) -> None:
    item = f"<item><title>Brewer opens bar</title><description>{description}</description></item>"
    (folder / "a.rss").write_text(f'<rss version="2.0"><channel><title>N</title>{item}</channel></rss>')
    [article] = read(folder / "a.rss")
    assert [article.text[slice(*b.span)] for b in article.blocks if b.kind == "paragraph"] == shown


def docx(path: Path, *paragraphs: str) -> None:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")


def test_a_paragraph_of_word_is_an_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    order = "#newslint: disable-next-line percent-change-mismatch -- checked"
    docx(folder / "a.docx", "It was sold.", order, FLAW, "It was late.", FLAW)
    [article] = read(folder / "a.docx")
    assert "newslint" not in article.text
    asked = ["--select", "percent-change-mismatch,unused-suppression", "a.docx"]
    _, said, _ = checked(capsys, *asked)
    assert [f["field"] for f in said["articles"][0]["findings"]] == ["5"]
    assert said["summary"]["suppressed"] == 1
    docx(folder / "a.docx", "It was sold.", order.replace("next-line", "nxt-line"), FLAW)
    _, said, _ = checked(capsys, *asked)
    assert [(f["rule"], f["field"]) for f in said["articles"][0]["findings"]] == [
        ("unused-suppression", "2"), ("percent-change-mismatch", "3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraphs", "headline"),
    [
        (("Brewer opens bar", "By Ines Roy", "It was late.", FLAW), "Brewer opens bar"),
        (("By Ines Roy", "#newslint: disable-file hype -- checked", "Brewer opens bar", FLAW), "Brewer opens bar"),
        (("It was sold.", FLAW), ""),
        (("Brewer opens bar",), "Brewer opens bar"),
        ((), ""),
    ],
)
def test_a_document_without_styles_has_a_headline(folder: Path, paragraphs: tuple[str, ...], headline: str) -> None:
    docx(folder / "a.docx", *paragraphs)
    [article] = read(folder / "a.docx")
    assert article.headline == headline


def test_a_fact_sheet_names_the_paragraph(folder: Path) -> None:
    docx(folder / "a.docx", "It was sold.", FLAW, "The bar cost $3 million in 2024, Roy said.")
    [article] = read(folder / "a.docx")
    assert [item.place for item in items(article)] == ["paragraph 2", "paragraph 3"]
    for text in ("\n".join(as_text(article)), "\n".join(as_markdown(article))):
        assert "paragraphs 2, 3)" in text and "line 1" not in text.lower() and "(paragraph 3)" in text
    assert "- [ ] **Paragraph 2**" in "\n".join(as_markdown(article))


def test_a_fact_sheet_names_the_field_of_a_record(folder: Path) -> None:
    (folder / "a.jsonl").write_text(json.dumps({"title": "Brewer opens", "text": f"It was sold.\n\n{FLAW}"}) + "\n")
    [article] = read(folder / "a.jsonl")
    assert [item.place for item in items(article)] == ["/text line 3"]
