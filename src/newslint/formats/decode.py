"""Bytes to text. UTF-8, or UTF-16 with a byte-order mark; anything else must be named by the user."""

from __future__ import annotations

from newslint.errors import InputError

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, *, path: str, encoding: str | None = None) -> str:
    """The text, without its byte-order mark and otherwise untouched.

    InputError with the file, the encoding tried, the byte offset and the cure; also for binary data (NUL bytes).
    """
    name, skip = encoding or "utf-8", 0
    if encoding is None:
        name, skip = next(((n, len(mark)) for mark, n in _MARKS if data.startswith(mark)), ("utf-8", 0))
    try:
        text = data[skip:].decode(name).removeprefix("\ufeff" if encoding else "")
    except UnicodeDecodeError as error:
        if data.find(b"\0", 0, 8192) >= 0 and encoding is None:
            raise _binary(path, data.find(b"\0")) from None
        cure = "name the encoding with --encoding" if encoding is None else "try another --encoding"
        raise InputError(f"{path}: not {name.upper()} (at byte {error.start + skip}); {cure}") from None
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
