"""Reading: a file, bytes or a text becomes an `Article`.

Each way to read has its module; what a block is in the article is decided in one place, `zones`.
"""

from __future__ import annotations

from newslint.article import Article
from newslint.errors import InputError, did_you_mean
from newslint.formats.decode import decode
from newslint.typed import Mapping, Sequence

FORMATS = ("plain", "markdown", "mdx", "html")
"""Names for ``--input-format`` of files that are an article."""
CONTAINERS = ("jsonl", "parquet", "docx", "ninjs", "nitf", "newsml-g2", "rss", "atom", "wxr")
"""Names for ``--input-format`` of files that hold articles (`containers` reads them)."""

SUFFIXES: Mapping[str, str] = {
    "txt": "plain", "text": "plain", "md": "markdown", "markdown": "markdown", "mdown": "markdown", "mkd": "markdown",
    "mkdn": "markdown", "mdx": "mdx", "html": "html", "htm": "html", "xhtml": "html", "jsonl": "jsonl",
    "ndjson": "jsonl", "jsonl.gz": "jsonl", "ndjson.gz": "jsonl", "parquet": "parquet", "docx": "docx",
    "ninjs": "ninjs", "nitf": "nitf", "rss": "rss", "atom": "atom", "wxr": "wxr", "json": "json", "xml": "xml",
}  # fmt: skip
"""File suffixes, without the stop and in lower case, with the format they stand for. Of ``json`` and ``xml`` only the
content says whether it is news."""
RECORDS = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".parquet")
"""Ends of names of files of records."""
UNSURE = (".json", ".xml", *RECORDS)
"""Ends of names of files that are left alone, unless they are named outright or hold news."""
_ALIASES = {"ndjson": "jsonl", "newsml": "newsml-g2", "word": "docx"}

Fields = Mapping[str, Sequence[str]]
"""The front-matter keys to look in for ``headline``, ``dek``, ``byline``, ``date``, ``updated``, ``lang``, ``type``."""


def read(path: str) -> Article:
    """The article in a file. InputError when there is no such file, or it cannot be opened, decoded or parsed."""
    return read_bytes(file_bytes(path), path=path)


def file_bytes(path: str) -> bytes:
    """The bytes of a file. InputError when there is none, or it cannot be opened."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from None


def read_bytes(
    data: bytes,
    *,
    path: str,
    encoding: str | None = None,
    input_format: str | None = None,
    date: str = "",
    fields: Fields | None = None,
) -> Article:
    """The article in bytes that came from `path` (or from stdin under that name).

    `date` (``YYYY-MM-DD``) counts where the article states none.
    """
    source = decode(data, path=path, encoding=encoding)
    return read_text(source, path=path, input_format=input_format or "", date=date, fields=fields)


def read_text(
    source: str, *, path: str = "", input_format: str = "", date: str = "", fields: Fields | None = None
) -> Article:
    """The article in a decoded text. Without `input_format` the suffix of `path` decides, then the text itself."""
    kind = input_format or format_of(path) or sniff(source)
    if kind == "plain":
        from newslint.formats.plain import read_plain

        article = read_plain(source, path=path)
    elif kind in ("markdown", "mdx"):
        from newslint.formats.markdown import read_markdown

        article = read_markdown(source, path=path, mdx=kind == "mdx", fields=fields)
    elif kind == "html":
        from newslint.formats.html import read_html

        article = read_html(source, path=path)
    else:
        raise InputError(
            f"{path or 'input'}: unknown format {kind!r}{did_you_mean(kind, FORMATS + CONTAINERS)}; "
            f"there are {', '.join(FORMATS + CONTAINERS)}"
        )
    if date and not article.meta.date:
        article.meta = article.meta._replace(date=date)
    return article


def format_of(path: str) -> str:
    """The format that the file's suffix stands for, or the empty string."""
    name = path.lower()
    if name.endswith(".gz"):
        return SUFFIXES.get(".".join(name.rsplit(".", 2)[1:]), "")
    return SUFFIXES.get(name.rpartition(".")[2], "") if "." in name else ""


def container_of(path: str, input_format: str | None = None) -> str:
    """The kind of a file that holds articles and is none itself; empty for a file that is one."""
    kind = _ALIASES.get(input_format, input_format) if input_format else format_of(path)
    return kind if kind in CONTAINERS or (kind in ("json", "xml") and not input_format) else ""


def sniff(source: str) -> str:
    """The format that a text of unknown name looks like."""
    head = source[:4000].lstrip()
    start = head[:200].lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body", "<article", "<main")):
        return "html"
    if head.startswith(("---\n", "---\r", "+++\n", "+++\r", "# ", "## ")) or "\n# " in head or "\n## " in head:
        return "markdown"
    return "markdown" if "](http" in head or "\n```" in head else "plain"
