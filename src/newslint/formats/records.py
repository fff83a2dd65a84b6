"""A record of JSON Lines or Parquet: which of its fields hold the article, and what they say of it."""

from __future__ import annotations

from newslint.errors import InputError, NoText
from newslint.formats.compose import Piece, Story, dek, headline, language
from newslint.formats.frontkeys import FIELDS, meta_of
from newslint.formats.frontmatter import FrontMatter
from newslint.typed import Any, Iterator, Mapping, Sequence

TEXTS = (
    "text", "content", "body", "article", "article_body", "articlebody", "article_text", "maintext", "full_text",
    "document", "story", "markdown", "html", "content_html", "content_text", "body_html", "body_text", "generated",
    "generated_text", "completion", "output", "response", "generation", "answer",
)  # fmt: skip
"""Names of the field with the article's text, in lower case and in order of trust."""
CHATS = ("messages", "conversation", "conversations")
"""Names of lists of messages, of which those of the assistant are the article."""
_KINDS = ("format", "content_type", "contenttype", "mime_type", "mimetype")
_FORMATS = {
    "md": "markdown", "markdown": "markdown", "text/markdown": "markdown", "gfm": "markdown", "mdx": "mdx",
    "html": "html", "text/html": "html", "xhtml": "html", "application/xhtml+xml": "html",
    "plain": "plain", "text": "plain", "txt": "plain", "text/plain": "plain",
}  # fmt: skip
_TITLES = ("headline", "dek")
_META = (*FIELDS,)


def story_of(
    record: Mapping[str, Any], *, place: str, line: int, fields: Mapping[str, Sequence[str]] | None = None
) -> Story:
    """The article in a record. InputError when no field of it holds a text."""
    names: dict[str, str] = {}
    for key in record:
        names.setdefault(str(key).lower(), key)
    given = fields or {}
    bodies = _bodies(record, names, given.get("text", ()), place)
    shape = next(
        (_FORMATS.get(str(record[names[key]]).lower(), "") for key in given.get("format", _KINDS) if key in names), ""
    )
    used = {pointer.split("/")[1] for pointer, _ in bodies}
    rest = {key: value for key, value in record.items() if _escaped(str(key)) not in used}
    wanted = {field: keys for field, keys in given.items() if field in _META}
    meta, keys = meta_of(FrontMatter(rest, {}, 0), wanted)
    pieces: list[Piece] = []
    for field, piece in zip(_TITLES, (headline, dek), strict=True):
        value = rest.get(keys.get(field, ""))
        if isinstance(value, str):
            pieces.append(piece(f"/{_escaped(keys[field])}", value, line))
    pieces += [Piece(pointer, text, shape or _by_name(pointer), line=line) for pointer, text in bodies]
    return Story(
        pieces, meta._replace(raw=rest if meta.byline else {}, lines={}, headline="", dek="", lang=language(meta.lang))
    )


def _bodies(
    record: Mapping[str, Any], names: Mapping[str, str], asked: Sequence[str], place: str
) -> list[tuple[str, str]]:
    """Pointer and text of each field that holds a part of the text."""
    empty = ""
    for name in asked or (*TEXTS, *CHATS):
        if name.startswith("/"):
            pointer, value = name, _at(record, name)
        else:
            key = names.get(name.lower())
            pointer, value = f"/{_escaped(key or name)}", record.get(key) if key is not None else _NOTHING
        if value is _NOTHING:
            continue
        if value is None or value == "" or value == []:
            empty = empty or pointer
            continue
        found = list(_texts(value, pointer))
        if found:
            return found
        if asked:
            raise InputError(f"{place}: {pointer} holds {_called(value)}, no text")
    if empty:
        return [(empty, "")]
    wanted = ", ".join(asked or ("text", "content", "body"))
    more = "" if asked else ' and the like; name it in the configuration: [fields] text = ["…"]'
    raise NoText(f"{place}: no field with the article's text (looked for {wanted}{more})")


_NOTHING = object()


def _at(record: Any, pointer: str) -> Any:
    """What a JSON pointer leads to."""
    at = record
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        if isinstance(at, Mapping) and step in at:
            at = at[step]
        elif isinstance(at, list) and step.isascii() and step.isdigit() and int(step) < len(at):
            at = at[int(step)]
        else:
            return _NOTHING
    return at


def _texts(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """The texts in a value: itself, its items, the assistant's messages, the text parts of a message."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, list):
        said = [m for m in value if isinstance(m, Mapping) and ("role" in m or "from" in m)]
        for i, item in enumerate(value):
            if isinstance(item, str):
                yield f"{pointer}/{i}", item
            elif not isinstance(item, Mapping) or (
                said and item.get("role", item.get("from")) not in ("assistant", "gpt", "model")
            ):
                continue
            else:
                for key in ("content", "text", "value"):
                    if isinstance(item.get(key), str | list):
                        yield from _texts(item[key], f"{pointer}/{i}/{key}")
                        break
    elif isinstance(value, Mapping):
        for key in ("text", "content", "body", "value", "html", "rendered"):
            if isinstance(value.get(key), str):
                yield f"{pointer}/{key}", value[key]
                return


def _by_name(pointer: str) -> str:
    """The format that a field's name gives away."""
    name = pointer.split("/")[1].lower()
    return "html" if "html" in name else "markdown" if "markdown" in name else "plain" if name.endswith("_text") else ""


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _called(value: Any) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"), (int, "a number"), (float, "a number"), (list, "a list"), (dict, "an object"),
        (bytes, "bytes"),
    )  # fmt: skip
    return next((said for kind, said in kinds if isinstance(value, kind)), "something")
