"""Texts that nobody would write: the project's own articles, bent and broken.

Every function takes a `Random`, so that hypothesis can shrink what it draws and ``tools/fuzz.py`` can run for hours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".txt": "plain", ".md": "markdown", ".mdx": "mdx", ".html": "html"}
FORMATS = ("plain", "markdown", "mdx", "html")

ENCODINGS = (
    "utf-8", "latin-1", "cp1252", "utf-16", "utf-7", "ascii", "gb18030", "shift_jis", "idna", "punycode", "rot13", "base64",
    "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "no such", "", "a\0b", "utf-8-sig", "hex", "é" * 20,
)  # fmt: skip
"""Names of encodings, most of which are none for text."""

MARKS = (
    "“", "”", "‘", "’", '"', "'", "«", "»", "(", ")", "[", "]", "{", "}", "<", ">", "<<", ">>", "*", "**", "_", "`",
    "```\n", "~~~\n", "#", "\n# ", "\n## ", "> ", "\n> ", "\n- ", "\n1. ", "\n    ", "\t", "|", "\n|-|-|\n", "---\n",
    "\n---\n", "+++\n", "===", "...", "…", ".", ",", ";", ":", "?", "!", "—", "–", "-", "\\", "/", "&", "%", "$", "€",
    "@", "^", "~", "=", "\n\n", "\n", "\r\n", "\r", "\r\n\r\n", " ", "  ", "\u00a0", "\u2028", "\x85", "\x0b", "\x0c",
)  # fmt: skip
MARKUP = (
    "<p>", "</p>", "<div hidden>", "</div>", "<b>", "</b>", "<a href='", "<a href=x>", "</a>", "<br>", "<br/>", "<h1>",
    "</h1>", "<ul><li>", "<table><tr><td>", "</table>", "<script>", "</script>", "<style>", "<title>", "<pre>", "</pre>",
    "<blockquote>", "</blockquote>", "<article>", "</article>", "<main>", "<nav>", "<img alt='a b' src=x>", "<!--", "-->",
    "<!-->", "<![CDATA[", "]]>", "<?x", "?>", "</", "<!DOCTYPE html>", "<svg>", "<meta name=author content=x>",
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\"", "<time datetime='2024-02-30'>", "<p itemprop=author>",
    "&amp;", "&", "&#8220;", "&#x1F600;", "&#0;", "&#xD800;", "&#99999999;", "&nbsp;", "&rdquo", "&lt;", "&zzz;",
    "[a](b)", "[a][b]", "[b]: http://c.test\n", "![a](b)", "[^1]", "\n[^1]: a\n", "[](", "](", "![", "<http://a.b>",
    "https://a.test/?utm_source=x", "{{< a >}}", "{{ a }}", "{{", "}}", "{% raw %}", "{% endraw %}", "{%", "{a}", '{"a"}',
    "{/* a */}", "{/*", "<A b={c}>", "</A>", "import a from 'b'\n", "export const a = {\n", "{: .a}", "\n:::note\n",
    "<!-- newslint-disable-next-line hype -->", "<!-- newslint-disable -->", "<!-- newslint-disable all -- a -->",
    "<!-- newslint-enable -->", "{/* newslint-disable hype */}", "\n#newslint: disable-file all\n",
    "\n#newslint: disable-next-line doubled-word -- a\n", "\n#newslint: enable\n", "\n#newslint:", "newslint: {ignore: [",
)  # fmt: skip
SIGNS = (
    "\0", "\ufeff", "\u200b", "\u200d", "\u202e", "\u2066", "\u0301", "\u0301" * 40, "\U0001f469\u200d\U0001f467", "\U0001f600",
    "İ", "ẞ", "ﬃ", "ſ", "ª", "²", "½", "１２", "Ⅻ", "𝐀", "Ａ", "한국", "新闻", "שלום", "ก็", "\ud800", "\udfff", "\uffff",
    "\U0010ffff", "\ue000", "\x00", "\x07", "\x1b[31m", "\x7f", "\xad", "Ã©", "â€™", "\ufffd", "ǅ", "ŉ", "ΐ", "ς", "ß", "ﬁ",
)  # fmt: skip
WORDS = (
    "the", "the the", "said", "he said", "according to", "Ana Ruiz", "Mayor Ana Ruiz", "Acme Inc.", "$5 million", "5%",
    "rose 5% to $6 from $4", "1/2", "1,000,000,000,000,000,000", "9" * 400, "1." * 50, "2024-02-30", "30 February 1999",
    "on Monday", "last week", "in 0000", "the 1st", "10:61 p.m.", "per cent", "a", "A", "I", "experts say", "world-class",
    "not only", "but also", "In conclusion,", "As an AI language model", "[INSERT NAME]", "[1]", "U.S.", "Mr.", "Q:", "A:",
    "a.k.a.", "34-year-old", "5 miles (8 km)", "first-ever", "zero", "minus one", "half of", "twice", "0", "-0", "0%",
    "$0", "1e999", "one hundred and", "million million", "a total of 0", "up 100% from 0", "www.", "http://", "a@b",
)  # fmt: skip


@cache
def seeds() -> tuple[tuple[str, str, str], ...]:
    """Name, format and text of the articles in ``fixtures/``."""
    return tuple(
        (path.name, SUFFIXES[path.suffix], path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "fixtures").rglob("*"))
        if path.suffix in SUFFIXES
    )


@cache
def examples() -> tuple[str, ...]:
    """The examples of every rule, without their marks."""
    from newslint.catalog import load

    catalog = load(plugins=False)
    pages = [catalog.page(name) for name in sorted(catalog.rules)]
    return tuple(text.replace("<<", "").replace(">>", "") for page in pages for text in (*page.bad, *page.good))


def soup(random: Random, length: int) -> str:
    """Code points of every kind."""
    kinds: Sequence[Callable[[], str]] = (
        lambda: chr(random.randrange(0x20, 0x7F)),
        lambda: chr(random.randrange(0x20)),
        lambda: chr(random.randrange(0x80, 0x3000)),
        lambda: chr(random.choice((random.randrange(0x3000, 0xD800), random.randrange(0xE000, 0x110000)))),
        lambda: random.choice(MARKS),
        lambda: random.choice(MARKUP),
        lambda: random.choice(SIGNS),
        lambda: random.choice(WORDS) + " ",
    )
    return "".join(random.choice(kinds)() for _ in range(length))


def made(random: Random, pieces: int) -> str:
    """Sentences that rules look for, with marks between them that do not belong there."""
    out = []
    for _ in range(pieces):
        out.append(random.choice(examples()))
        out.append(random.choice((" ", " ", "\n\n", "\n", random.choice(MARKS), random.choice(MARKUP), "")))
    return "".join(out)


def mutated(random: Random, text: str, times: int) -> str:
    """The text after some accidents."""
    for _ in range(times):
        text = random.choice(_ACCIDENTS)(random, text)
    return text


def _cut(random: Random, text: str) -> tuple[int, int]:
    """A stretch of the text: mostly short, sometimes any."""
    low = random.randrange(len(text) + 1)
    most = random.choice((1, 3, 20, 200, len(text)))
    return low, min(len(text), low + random.randrange(most + 1))


def _delete(random: Random, text: str) -> str:
    low, high = _cut(random, text)
    return text[:low] + text[high:]


def _double(random: Random, text: str) -> str:
    low, high = _cut(random, text)
    times = random.choice((1, 1, 2, 30)) if high - low < 300 else 1
    return text[:high] + text[low:high] * times + text[high:]


def _swap(random: Random, text: str) -> str:
    a, b = _cut(random, text)
    c, d = _cut(random, text)
    if b <= c:
        return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    return text[:c] + text[c:d] + text[c:]


def _truncate(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] if random.random() < 0.5 else text[at:]


def _insert(random: Random, text: str) -> str:
    at = random.randrange(len(text) + 1)
    what = random.choice(random.choice((MARKS, MARKUP, SIGNS, WORDS)))
    return text[:at] + what * random.choice((1, 1, 1, 2, 40)) + text[at:]


def _replace_all(random: Random, text: str) -> str:
    low, high = _cut(random, text[:2000])
    old = text[low : min(high, low + 3)]
    return text.replace(old, random.choice(random.choice((MARKS, SIGNS, ("", " ")))), 200) if old else text


def _ends(random: Random, text: str) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\r", "\u2028", " ", "\n\n", "\x85", "\x0b")))


def _case(random: Random, text: str) -> str:
    low, high = _cut(random, text)
    way: Callable[[str], str] = random.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:low] + way(text[low:high]) + text[high:]


def _wrap(random: Random, text: str) -> str:
    low, high = _cut(random, text)
    opener, closer = random.choice(
        (("“", "”"), ('"', '"'), ("‘", "’"), ("<b>", "</b>"), ("**", "**"), ("`", "`"), ("(", ")"), ("<!--", "-->"), ("[", "](x)"),
         ("{{", "}}"), ("{", "}"), ("> ", ""), ("    ", ""), ("```\n", "\n```"), ("<pre>", "</pre>"), ("#", ""))
    )  # fmt: skip
    times = random.choice((1, 1, 2, 60))
    return text[:low] + opener * times + text[low:high] + closer * times + text[high:]


def _splice(random: Random, text: str) -> str:
    other = random.choice(seeds())[2]
    low, high = _cut(random, other)
    at = random.randrange(len(text) + 1)
    return text[:at] + other[low:high] + text[at:]


def _front(random: Random, text: str) -> str:
    return front_matter(random) + text


_ACCIDENTS: Sequence[Callable[[Random, str], str]] = (
    _delete, _double, _swap, _truncate, _insert, _insert, _insert, _replace_all, _ends, _case, _wrap, _splice, _front,
)  # fmt: skip

_KEYS = (
    "title", "headline", "date", "author", "lang", "type", "description", "tags", "newslint", "facts", "categories", "draft",
    "weight", "? [a]", "<<", "null", "1", "a b", '"title"', "'", "", "!!str x", "&a title", "é",
)  # fmt: skip
_VALUES = (
    "A b", "'A: b'", '"a\\"b"', "2024-01-01", "2024-13-45", "0000-00-00", "2024-01-01T00:00:00Z", "[a, b", "[a, b]", "{a: b}",
    "{a: b", "{ignore: [hype], reason: x}", "{ignore: hype}", "{ignore: }", "{ignore: {a: b}}", "&x [*x]", "*x", "&x {a: *x}", "|\n  a\n  b",
    ">-\n  a", "\n  - a\n  - b: c", "\n- a", "!!python/object:os.system x", "!!binary =", "!!timestamp x", "!!int x", "!x y", "~", "yes",
    "1_0", "0x1F", "1:30", ".inf", ".nan", "9" * 5000, "-" + "9" * 5000, "1e400", "a: b", "'", '"', "@", "`", "%", "\t", "\\ud800",
    '"\\ud800"', '"\\x00"', "[" * 30 + "]" * 30, "[" * 3000, "{" * 3000, "- " * 400 + "a", "en", "EN_us", "de", "opinion", "press-release", "[[]]", "[~]", "[1, {a: 2}]",
)  # fmt: skip


def front_matter(random: Random) -> str:
    """YAML, TOML or JSON that is mostly wrong."""
    rows = [(random.choice(_KEYS), random.choice(_VALUES)) for _ in range(random.randrange(6))]
    kind = random.randrange(4)
    if kind == 0:
        return (
            "---\n"
            + "".join(f"{key}: {value}\n" for key, value in rows)
            + random.choice(("---\n", "...\n", "", "--- "))
        )
    if kind == 1:
        return "+++\n" + "".join(f"{key} = {value}\n" for key, value in rows) + random.choice(("+++\n", ""))
    if kind == 2:
        return "{" + ", ".join(f'"{key}": {value}' for key, value in rows) + random.choice(("}\n", "}\n\n", ""))
    return "---\n" + mutated(random, "title: A b\nauthor: Ana Ruiz\ndate: 2024-03-01\ntags: [a, b]\n", 3) + "\n---\n"


def article(random: Random) -> tuple[str, str]:
    """A format, and a text to be read in it; mostly of that format."""
    name = random.randrange(10)
    if name < 6:
        _, kind, text = random.choice(seeds())
        if len(text) > 3000 and random.random() < 0.8:
            at = random.randrange(len(text) - 1500)
            text = text[:200] + text[at : at + 1500]
    elif name < 9:
        kind, text = random.choice(FORMATS), "Council sells its museum\n\n" + made(random, 1 + random.randrange(6))
    else:
        kind, text = random.choice(FORMATS), soup(random, 1 + random.randrange(120))
    text = mutated(random, text, random.choice((0, 1, 2, 4, 10)))
    if random.random() < 0.1:
        kind = random.choice(FORMATS)
    return kind, text[:20_000]


def as_bytes(random: Random, text: str) -> bytes:
    """The text as a file might hold it: with a mark, in UTF-16, cut in the middle of a character, or spoilt."""
    data = text.encode("utf-8", "surrogatepass")
    way = random.randrange(8)
    if way == 0:
        return b"\xef\xbb\xbf" + data
    if way == 1:
        return b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")
    if way == 2:
        return b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass")[: random.choice((-1, None))]  # type: ignore[misc]
    if way == 3 and data:
        at = random.randrange(len(data))
        return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
    return data


def unit(random: Random) -> str:
    """A few words or marks, to be said again and again."""
    way = random.randrange(4)
    if way == 0:
        return soup(random, 1 + random.randrange(4))
    if way == 1:
        return "".join(random.choice((*MARKS, *MARKUP, *WORDS)) for _ in range(1 + random.randrange(3)))
    if way == 2:
        text = random.choice(examples())
        return mutated(random, text, random.randrange(3))[:200]
    _, _, text = random.choice(seeds())
    low, high = _cut(random, text)
    return text[low : min(high, low + 60)]
