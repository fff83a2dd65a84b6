"""Files that nobody would write: packs, configurations, baselines, diffs and patterns, bent and broken.

Every function takes a `Random`, as those in `fuzz_texts` do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from fuzz_texts import mutated

PACK = """\
lang: en
house-style:
  summary: Words of the house.
  doc: The house writes plainly.
  why: House style
  severity: warning
  on: true
  message: 'Write "{plain}" for "{span}". {hint} {note}'
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
  yields-to: [stock-phrase]
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
  heads: [expert~, {words: [observer~], hint: x}, "new {boats}?"]
groups: {boats: ferry|barge~}
"""
_PACK_PIECES = (
    "true", "no", "on", "~", "1", "-1", "1.5", "2024-01-01", "[]", "{}", "[[a]]", "{a: b}", "[a, {b: c}]", "''", "' '", "?", "!!int x",
    "&a [*a]", "*a", "<<: {a: b}", "? [a]\n: b", "[" * 40, "\t", ":", "- ", "|", ">", '"', "'", "#", "@", "`", "%", "\0", "\ufeff", "é", "{span.x}",
    "{boats}", "groups: [a]", "groups: {boats: '{boats}'}", "{0}", "{", "}", "{zzz}", "{span!r}", "{span:>999999999}", "(a|", ")?", "***", "*** *** *** *** a", "(" * 30 + "a" + ")" * 30, "a" * 3000, "(a|b)(c|d)?" * 12,
    "regex: '(a|a){1,60}b'", "regex: '(a{1,60}){1,60}'", "regex: '['", "regex: 'a{1,99999999999}'", "regex: '[[a]'", "regex: '(?P<span>a)'", "needs: 5",
    "severity: fatal", "severity: [error]", "scope: planet", "scope: document", "min: no", "status: old", "zones: lede", "zones: [lead]", "unless: {a: b}",
    "words: x", "words: {a: b}", "replace: [a]", "patterns: {a: b}", "consistent: 3", "consistent: [[a]]", "bad: []", "good: x", "renamed-from: house-style",
    "lang: [en]", "lang: klingon", "not-types: 3", "safe: {a: b}", "in-quotes: maybe", "since: {a: b}", "message: ''", "message: [a]", "lexicons: [a]",
)  # fmt: skip


def pack(random: Random) -> str:
    """A rule pack with a few mistakes."""
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
max-words = 40
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
    "[rules.zzz]", "[rules.long-sentence]\nmax-words = 'x'", "[rules.long-sentence]\nmax-words = true", "[rules.hype-adjective]\nx = 1", "profile = ['news']", "fail-on = {}", "severity = {zzz = 'info'}",
    "severity = {hype = 3}", "required-version = '9'", "required-version = '>=" + "9" * 5000 + "'", "required-version = ''", "[languagetool]\nurl = 3", "[languagetool]\nport = -1", "names = ['']", "baseline = 3",
    "ignore = ['all']", "select = ['']", "select = [' ']", "preview = 'x'", "[tool.newslint]",
)  # fmt: skip


_OPTION_VALUES = (
    "0", "-1", "1", "1000000000000", "0.0", "-0.5", "nan", "inf", "[]", "['']", "['a']", "''", "true", "9" * 400,
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
    """A configuration with a few mistakes, and options of rules with values that they may not have."""
    """A configuration with some accidents, and with options that nobody would choose."""
    text = CONFIG
    for rule, option in random.sample(_options(), random.randrange(4)):
        value = random.choice(_OPTION_VALUES)
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
    """A baseline with values that do not belong there."""
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
    """A diff as no program writes it."""
    """A diff with some accidents."""
    return _of_lines(random, DIFF, _DIFF_PIECES)


def _of_lines(random: Random, text: str, pieces: Sequence[str]) -> str:
    """The text with a few lines lost, doubled, moved or spoilt by the pieces."""
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
    """A regular expression, harmless or not."""
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
