"""Bytes to text. UTF-8, or UTF-16 with a byte-order mark; anything else must be named by the user."""

from __future__ import annotations

from newslint.errors import InputError

_ZIP = b"PK\x03\x04"
_DOCUMENTS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (_ZIP, "a zip archive, as documents of Word and LibreOffice are"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
)
"""How files begin that editors have articles in and that are no text."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, *, path: str, encoding: str | None = None) -> str:
    """The text, without its byte-order mark and otherwise untouched.

    InputError with the file, the encoding tried, the byte offset and the cure; also for binary data (NUL bytes).
    """
    name, skip = encoding or "utf-8", 0
    if encoding is None:
        for start, what in _DOCUMENTS:
            if data.startswith(start):
                word = ", or say --input-format docx if it is of Word" if data.startswith(_ZIP) else ""
                raise InputError(f"{path}: {what}, not text; save it as .docx, .txt or .md{word}")
        name, skip = next(((n, len(mark)) for mark, n in _MARKS if data.startswith(mark)), ("utf-8", 0))
    try:
        text = data[skip:].decode(name).removeprefix("\ufeff" if encoding else "")
    except UnicodeDecodeError as error:
        if data.find(b"\0", 0, 8192) >= 0 and encoding is None:
            raise _binary(path, data.find(b"\0")) from None
        cure = "try another --encoding"
        if encoding is None:
            cure = "name the encoding with --encoding, for files from Windows mostly cp1252, or save it as UTF-8"
        at = f"at byte {error.start + skip}"
        if name == "utf-8":
            before = data.count(b"\n", 0, error.start + skip)
            at = f"{at}, line {before + 1}"
        raise InputError(f"{path}: not {name.upper()} ({at}); {cure}") from None
    except (LookupError, ValueError):  # codecs that are none for text throw errors of their own
        raise InputError(f"{path}: unknown encoding {name!r}; --encoding takes names such as utf-8 or cp1252") from None
    nul = text.find("\0")
    if nul >= 0:
        raise _binary(path, nul)
    return text


def _binary(path: str, nul: int) -> InputError:
    return InputError(
        f"{path}: binary, not text (NUL at offset {nul}); if it is text, name its encoding with --encoding"
    )


def encode(text: str, original: bytes, *, encoding: str | None = None) -> bytes:
    """The text as bytes in the encoding of `original`, with its byte-order mark if it had one.

    UnicodeEncodeError when the encoding has no such character.
    """
    if encoding is not None:
        mark = "\ufeff" if original.decode(encoding, "ignore").startswith("\ufeff") else ""
        return (mark + text).encode(encoding)
    mark_bytes, name = next(((mark, n) for mark, n in _MARKS if original.startswith(mark)), (b"", "utf-8"))
    return mark_bytes + text.encode(name)
