"""Texts that nobody would write: the project's own articles, packs and configurations, bent and broken.

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


# -- packs, configurations, baselines, diffs ---------------------------------------------------------------------------

PACK = """\
lang: en
house-style:
  summary: Words of the house.
  doc: The house writes plainly.
  why: House style
  severity: warning
  on: true
  message: 'Write "{plain}" for "{span}". {hint}'
  words:
    - a storm of (protest|criticism)
    - words: [cloud~ on the horizon, "*** rain"]
      hint: say what happened
      unless: [rain, forecast]
      zones: [lede, body]
      case: exact
  replace:
    utilise~: use
    in order to: {use: to, note: short}
  safe: [in order to]
  patterns:
    - regex: '\\bnot only \\b.{1,60}\\bbut also\\b'
      needs: [only]
      hint: say it
  unless-near: [figure, source]
  not-types: [opinion]
  in-quotes: true
  min: 1
  bad: [They <<utilised>> it., They met <<a storm of protest>>.]
  good: [They used it., The utility used it.]
pairs:
  message: 'Write "{other}" as in line {line}.'
  consistent: [[e-mail, email], [web site, website]]
  bad: ["An e-mail, an email and an <<e-mail>>.", "A <<web site>>, a website and a website."]
  good: [An email and an email., A website.]
lexicons:
  heads: [expert~, {words: [observer~], hint: x}]
"""
_PACK_PIECES = (
    "true", "no", "on", "~", "1", "-1", "1.5", "2024-01-01", "[]", "{}", "[[a]]", "{a: b}", "[a, {b: c}]", "''", "' '", "?", "!!int x",
    "&a [*a]", "*a", "<<: {a: b}", "? [a]\n: b", "[" * 40, "\t", ":", "- ", "|", ">", '"', "'", "#", "@", "`", "%", "\0", "\ufeff", "é", "{span.x}",
    "{0}", "{", "}", "{zzz}", "{span!r}", "{span:>999999999}", "(a|", ")?", "***", "*** *** *** *** a", "(" * 30 + "a" + ")" * 30, "a" * 3000, "(a|b)(c|d)?" * 12,
    "regex: '(a|a){1,60}b'", "regex: '(a{1,60}){1,60}'", "regex: '['", "regex: 'a{1,99999999999}'", "regex: '[[a]'", "regex: '(?P<span>a)'", "needs: 5",
    "severity: fatal", "severity: [error]", "scope: planet", "scope: document", "min: no", "status: old", "zones: lede", "zones: [lead]", "unless: {a: b}",
    "words: x", "words: {a: b}", "replace: [a]", "patterns: {a: b}", "consistent: 3", "consistent: [[a]]", "bad: []", "good: x", "renamed-from: house-style",
    "lang: [en]", "lang: klingon", "not-types: 3", "safe: {a: b}", "in-quotes: maybe", "since: {a: b}", "message: ''", "message: [a]", "lexicons: [a]",
)  # fmt: skip


def pack(random: Random) -> str:
    """A pack with some accidents: values of other kinds, lines gone or twice, what no YAML parser likes."""
    return _of_lines(random, PACK, _PACK_PIECES)


CONFIG = """\
select = ["default"]
extend-select = ["style"]
ignore = ["hype-adjective"]
fail-on = "warning"
exclude = ["drafts/**"]
names = ["Acme"]
max-warnings = 10
max-warnings-per-1000 = 5.5
profile = "news"
require-reason = true
required-version = ">=0.1"
severity = {hype = "info"}
baseline = "b.json"
[rules.long-sentence]
words = 40
[fields]
headline = ["title"]
[readability]
engine = "newslint"
[[overrides]]
paths = ["opinion/**"]
ignore = ["loaded"]
"""
_CONFIG_PIECES = (
    "true", "0", "-1", "1e400", "nan", "inf", "9" * 5000, '"x"', "[]", "{}", "[[1]]", "[1, 'a']", "2024-01-01", "''", '"""', "'", '"', "=", "[", "]",
    "[[", "]]", "{", "}", "#", "\n", ".", "a.b.c", "[" * 3000, "a." * 3000, "\0", "\ufeff", "\r", "é", '"\\ud800"', '"\\u0000"', "select = 3", "packs = ['no.yaml']",
    "packs = ['.']", "extend = 'newslint.toml'", "extend = 3", "extend = '.'", "extend = '\\u0000'", "exclude = ['[']", "exclude = ['**' , '!']", "exclude = ['\\\\']", "paths = ['[!']",
    "[rules.zzz]", "[rules.long-sentence]\nwords = 'x'", "[rules.long-sentence]\nwords = true", "[rules.hype-adjective]\nx = 1", "profile = ['news']", "fail-on = {}", "severity = {zzz = 'info'}",
    "severity = {hype = 3}", "required-version = '9'", "required-version = '>=" + "9" * 5000 + "'", "required-version = ''", "[languagetool]\nurl = 3", "[languagetool]\nport = -1", "names = ['']", "baseline = 3",
    "ignore = ['all']", "select = ['']", "select = [' ']", "preview = 'x'", "[tool.newslint]",
)  # fmt: skip


@cache
def _options() -> tuple[tuple[str, str], ...]:
    """Every rule with the name of each of its options."""
    from newslint.catalog import load

    rules = load(plugins=False).rules.values()
    return tuple(
        (rule.name, option.replace("_", "-"))
        for rule in rules
        for option in rule.options
        if rule.name != "long-sentence"
    )


def config(random: Random) -> str:
    """A configuration with some accidents, and with options that nobody would choose."""
    text = CONFIG
    for rule, option in random.sample(_options(), random.randrange(4)):
        value = random.choice(
            (
                "0",
                "-1",
                "1",
                "1000000000000",
                "0.0",
                "-0.5",
                "nan",
                "inf",
                "[]",
                "['']",
                "['a']",
                "''",
                "true",
                "9" * 400,
            )
        )
        text += f"[rules.{rule}]\n{option} = {value}\n"
    return _of_lines(random, text, _CONFIG_PIECES) if random.random() < 0.7 else text


BASELINE = """\
{"newslint_baseline": 1, "entries": [
  {"path": "a.txt", "rule": "doubled-word", "fingerprint": "0123456789abcdef", "excerpt": "the the", "times": 2},
  {"path": "b.txt", "rule": "hype-adjective", "fingerprint": "fedcba9876543210", "excerpt": "world-class", "reason": "x"}
]}
"""
_JSON_PIECES = (
    "null", "true", "-1", "1e400", "NaN", "Infinity", "9" * 5000, '"x"', "[]", "{}", "[" * 3000, '{"a":' * 3000, '"\\ud800"', '"\\u0000"', "\0", "\ufeff", ",", ":", '"', "[", "]",
    "{", "}", "'", "//", "1", '"newslint_baseline": 2', '"entries": {}', '"entries": [1]', '"path": 3', '"path": ["a"]', '"path": null', '"times": "x"', '"times": -5', '"times": 1e308',
    '"rule": {}', '"fingerprint": []', '"excerpt": 7', '"reason": []',
)  # fmt: skip


def baseline(random: Random) -> str:
    """A baseline with some accidents."""
    text = BASELINE
    for _ in range(random.randrange(3)):
        value = random.choice(
            ("null", "true", "3", "-5", "1.5", "1e308", "[]", '["a"]', "{}", '"\\ud800"', '""', "1e999")
        )
        old = random.choice(('"a.txt"', '"doubled-word"', '"0123456789abcdef"', '"the the"', "2", '"x"', "1", "{"))
        text = text.replace(old, value, 1)
    return _of_lines(random, text, _JSON_PIECES) if random.random() < 0.5 else text


DIFF = """\
diff --git a/a.txt b/a.txt
index 1111111..2222222 100644
--- a/a.txt
+++ b/a.txt
@@ -1,3 +1,4 @@
 Council sells its museum
+
 The council met.
-It voted.
+It voted on Monday.
diff --git a/b.txt b/c.txt
similarity index 90%
rename from b.txt
rename to c.txt
--- a/b.txt
+++ b/c.txt
@@ -0,0 +1 @@
+The the plan.
\\ No newline at end of file
diff --git a/d.png b/d.png
Binary files a/d.png and b/d.png differ
--- "a/\\303\\251.txt"
+++ "b/\\303\\251.txt"
@@ -3 +3,2 @@ heading
-a
+b
+c
"""
_DIFF_PIECES = (
    "@@", "@@ -1 +1 @@", "@@ -0,0 +0,0 @@", "@@ -1,999999999 +1,999999999 @@", "@@ -1,9999999999 +1 @@", "@@ -a +b @@", "+++ ", "+++ /dev/null", "--- /dev/null", '+++ "b/\\', '+++ "b/\\777"',
    '+++ "', "+", "-", " ", "\\", "\r", "\0", "\x1b", "é", "diff ", "rename to ", "Binary files", "+++ b/../../x", "+++ b/" + "a" * 5000, "\t", "\n\n",
)  # fmt: skip


def diff(random: Random) -> str:
    """A diff with some accidents."""
    return _of_lines(random, DIFF, _DIFF_PIECES)


def _of_lines(random: Random, text: str, pieces: Sequence[str]) -> str:
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        lines = text.split("\n")
        at = random.randrange(len(lines))
        way = random.randrange(8)
        if way == 0:
            del lines[at]
        elif way == 1:
            lines.insert(at, lines[random.randrange(len(lines))])
        elif way == 2:
            lines[at] = " " * random.randrange(6) + lines[at].lstrip()
        elif way <= 4:  # another value in the place of one
            head, sign, _ = lines[at].partition(random.choice((": ", " = ", ":", "=", ", ")))
            lines[at] = head + sign + random.choice(pieces)
        elif way == 5:
            lines.insert(at, " " * random.randrange(6) + random.choice(pieces))
        elif way == 6:
            column = random.randrange(len(lines[at]) + 1)
            lines[at] = lines[at][:column] + random.choice(pieces) + lines[at][column:]
        text = "\n".join(lines)
        if way == 7:
            text = mutated(random, text, 1)
    return text


def pattern(random: Random, depth: int = 0) -> str:
    """A small regular expression, harmless or not, whose repeats are bounded."""
    parts = []
    for _ in range(random.choice((1, 2, 2, 3))):
        way = random.randrange(8 if depth < 3 else 5)
        if way < 3:
            part = random.choice(("a", "b", "ab", r"\w", ".", "[ab]", "[^a]", r"\d", " ", r"\s", "1"))
        elif way == 3:
            part = random.choice((r"\b", "(?=a)", "(?!b)", "(?<=a)", "^", "$"))
        elif way == 4:
            part = random.choice("ab1 ") + "?"
        elif way == 5:
            part = "(?:" + "|".join(pattern(random, depth + 1) for _ in range(random.choice((2, 2, 3)))) + ")"
        else:
            part = f"(?:{pattern(random, depth + 1)})"
        if way != 3 and random.random() < 0.5:
            low = random.choice((0, 0, 1, 2))
            part = f"(?:{part}){{{low},{low + random.choice((1, 3, 10, 40))}}}" + random.choice(("", "", "?", "+"))
        parts.append(part)
    return "".join(parts)
