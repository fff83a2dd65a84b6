"""Every key of a configuration file: what it may hold and what it is for. Reading and the schema follow this table."""

from __future__ import annotations

from newslint.named import NamedTuple
from newslint.typed import Literal, Mapping

Kind = Literal[
    "strings",
    "selectors",
    "string",
    "level",
    "gate",
    "bool",
    "number",
    "levels",
    "rules",
    "overrides",
    "profile",
    "fields",
    "languagetool",
    "readability",
]
"""``selectors``: names of rules and families, ``all`` or ``default``. ``level``: error, warning, info or off. ``gate``:
what fails a run. ``levels``: a table rule = level. ``rules``: a table of tables, options by rule. ``fields``: a table
of lists of keys. ``languagetool``: a table of what `LANGUAGETOOL` names. ``readability``: a table with the key
``engine``."""

LEVELS = ("error", "warning", "info", "off")
READABILITY_ENGINES = ("newslint", "textstat")
GATES = ("error", "warning", "info", "never")
PROFILES = ("news", "opinion", "press-release", "brief")


class Key(NamedTuple):
    """One key."""

    kind: Kind
    text: str
    """What it is for, in one sentence."""
    in_overrides: bool = False
    default: str = ""
    """As it would be written in TOML; empty when there is none."""


KEYS: Mapping[str, Key] = {
    "extend": Key("string", "Another configuration file, read first; a path from this file's folder."),
    "required-version": Key("string", "Versions of newslint that may read this file, such as “>=0.1, <2”."),
    "profile": Key(
        "profile",
        "What kind of copy this is, whatever type an article gives itself; each kind has its own severities.",
        True,
        '"news"',
    ),
    "select": Key("selectors", "Rules and families to run, in place of the default set.", True, '["default"]'),
    "extend-select": Key("selectors", "Rules and families to run besides.", True),
    "ignore": Key("selectors", "Rules and families not to run; every layer adds to what the others ignore.", True),
    "extend-ignore": Key("selectors", "The same as “ignore”.", True),
    "severity": Key("levels", "Severity by rule or family; “off” switches off.", True),
    "rules": Key("rules", "Options by rule; “newslint explain RULE” lists them.", True),
    "fail-on": Key("gate", "The mildest severity that fails a run.", True, '"error"'),
    "max-warnings": Key("number", "A run with more warnings fails."),
    "max-warnings-per-1000": Key("number", "An article with more warnings in 1,000 words fails.", True),
    "overrides": Key("overrides", "Settings for some paths only; later ones win."),
    "packs": Key("strings", "Rule packs of the house: YAML files, or folders of them, from this file's folder."),
    "names": Key("strings", "Names of people, firms and products, never to be taken for plain words.", True),
    "exclude": Key("strings", "Files and folders to leave alone, written as in .gitignore."),
    "baseline": Key("string", "The file of known flaws.", False, '".newslint-baseline.json"'),
    "preview": Key("bool", "Run rules that are still on trial.", False, "false"),
    "require-reason": Key("bool", "Ask every suppression for its reason.", True, "false"),
    "languagetool": Key(
        "languagetool",
        "Where LanguageTool is: url or jars, public, language; the table switches grammar-engine and spelling on.",
    ),
    "readability": Key("readability", "Whose figures grade-level goes by: engine, newslint or textstat."),
    "fields": Key(
        "fields",
        "Keys of front matter and records that hold headline, dek, byline, date, updated, lang, type, text or format.",
    ),
}
"""All keys, in the order in which documentation shows them."""

OTHERS = {
    "per-file-ignores": "[[overrides]] with paths and ignore",
    "extend-exclude": "exclude, to which every layer adds",
    "lint": "no table: its keys stand at the top",
    "newslint": "no table: its keys stand at the top",
    "tool": "no table: its keys stand at the top; [tool.newslint] is for pyproject.toml",
}
"""Keys of other linters -> what does the same here."""

FIELDS = ("headline", "dek", "byline", "date", "updated", "lang", "type", "text", "format")
"""What `fields` may name; the last two are for records."""

LANGUAGETOOL: Mapping[str, Key] = {
    "url": Key("string", "A server that runs already, such as “http://localhost:8081”."),
    "jars": Key("string", "A folder of LanguageTool's jars, from this file's folder, to run a server from."),
    "public": Key("bool", "Let the articles' text leave for LanguageTool's public service.", False, "false"),
    "language": Key("string", "The English of articles that do not state theirs, such as en-GB."),
}
"""What `languagetool` may hold."""
