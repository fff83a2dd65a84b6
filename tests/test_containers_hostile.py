"""Wire formats, feeds, exports and Word that mean harm, or are merely odd: nothing in them is trusted."""

from __future__ import annotations

import shutil
import time
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT
from containers import checked, read
from newslint.errors import NewslintError

pytestmark = pytest.mark.slow

FIXTURES = ROOT / "fixtures" / "formats"


LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE nitf [\n<!ENTITY a "ha ha ha ha ha ha ha ha">\n'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 9}">\n' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>\n<nitf><body><body.content><p>&j;</p></body.content></body></nitf>"
)


def test_entities_are_not_expanded_and_nothing_is_fetched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "laughs.xml").write_text(LAUGHS)
    (folder / "secret.txt").write_text("the secret")
    (folder / "file.xml").write_text(
        f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{(folder / "secret.txt").as_uri()}">]>'
        "<nitf><body><body.content><p>&x;</p></body.content></body></nitf>"
    )
    (folder / "dtd.xml").write_text(
        f'<!DOCTYPE nitf SYSTEM "{(folder / "secret.txt").as_uri()}">'
        "<nitf><body><body.content><p>It is new&hellip; &unknown;</p></body.content></body></nitf>"
    )
    started = time.process_time()
    code, said, err = checked(capsys, "laughs.xml", "file.xml", "dtd.xml", "--select", "numbers")
    assert time.process_time() - started < 5
    assert code == 2
    assert "laughs.xml:3: declares the entity 'a'" in err
    assert "file.xml:1: declares the entity 'x'" in err
    assert [article["path"] for article in said["articles"]] == ["dtd.xml"]
    assert read(folder / "dtd.xml")[0].text == "It is new… &unknown;"


def test_a_zip_bomb_is_not_unpacked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (
        zipfile.ZipFile(folder / "a.docx", "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(80):
            part.write(b" " * (1 << 20))
    code, _, err = checked(capsys, "a.docx")
    assert code == 2
    assert "larger than 64 MiB unpacked" in err


def test_a_directory_that_points_nowhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray((FIXTURES / "story.docx").read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 16 : end + 20] = (1 << 20).to_bytes(4, "little")
    (folder / "a.docx").write_bytes(data)
    code, _, err = checked(capsys, "a.docx")
    assert code == 2
    assert err.startswith("newslint: a.docx: no Word document that can be unpacked")


def test_a_bug_of_ours_spoils_one_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.formats import xmlnews

    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(xmlnews, "_kind_of", broken)
    shutil.copy(FIXTURES / "feed.rss.xml", folder / "a.rss")
    (folder / "b.txt").write_text("Brewer opens bar\n\nIt is new.")
    code, said, err = checked(capsys, ".")
    assert code == 2
    assert err.startswith(
        "newslint: a.rss: internal error, please report it: KeyError: 'x' (test_containers_hostile.py:"
    )
    assert [article["path"] for article in said["articles"]] == ["b.txt"]


def test_a_file_of_another_kind_inside_a_docx(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(folder / "a.docx", "w") as package:
        package.writestr("a.txt", "no")
    assert "no word/document.xml in it" in checked(capsys, "a.docx")[2]
    with zipfile.ZipFile(folder / "a.docx", "w") as package:
        package.writestr("word/document.xml", "<w:document")
    assert "a.docx: word/document.xml:1:" in checked(capsys, "a.docx")[2]


def test_a_hundred_thousand_items_are_read_one_by_one(folder: Path) -> None:
    from newslint.formats.containers import records

    class Endless:
        sent = 0

        def read(self, size: int = -1) -> bytes:
            self.sent += 1
            item = b"<item><title>Brewer opens bar</title><description>It is new.</description></item>\n"
            return (b"<rss><channel>" if self.sent == 1 else b"") + item * 100

    stream = Endless()
    found = records(stream, "a.rss", "rss")  # type: ignore[arg-type]
    for nth in range(1000):
        record = next(found)
        assert not isinstance(record, NewslintError)
        assert record.nth == nth
    assert stream.sent <= 11
