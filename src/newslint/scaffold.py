"""New rules: a file to start from, whose test exists already and fails until its examples are true."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.errors import ConfigError

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

_CHECK = '''\
from newslint import Article, Hit, Iterator, rule


@rule(
    "warning",
    wakes=[],  # lexicons ("name") or facts (figures, quotations, …) without which the rule can sleep
{family}    bad=[
        "A sentence with <<exactly what must be found>> in marks.",
        "Another one, <<unlike>> the first.",
    ],
    good=[
        "A sentence that is right.",
        "A near miss: what looks like the flaw and is none.",
    ],
    why="The style guide or study that asks for it",
)
def {function}(article: Article) -> Iterator[Hit]:
    """What is found, in one sentence that ends with a stop.

    Why a reader suffers.

    What to do.
    """
    yield from ()
'''

_WORDS = """\
{name}:
  summary: What is found, in one sentence that ends with a stop.
  doc: |
    Why a reader suffers. What to do.
  why: The style guide or study that asks for it
  severity: warning
  message: 'What to do about “{{span}}”.'
  words:
    - exactly what must be found
    - words: [unlike the first]
      unless: [evidence]
  bad:
    - A sentence with <<exactly what must be found>> in marks.
    - Another one, <<unlike the first>>.
  good:
    - A sentence that is right.
    - 'A near miss with evidence: unlike the first.'
"""


def python_rule(name: str, family: str, checkout: Path | None, folder: Path) -> Path:
    """Write the file of a Python rule, in a checkout of newslint or in the folder of a plug-in, and return its path.

    ConfigError when the name is no rule name, or the file exists.
    """
    _examine(name, family)
    function = name.replace("-", "_")
    if checkout:
        folder = checkout / "src" / "newslint" / "checks" / family
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    path = folder / f"{function}.py"
    if path.exists():
        raise ConfigError(f"{path}: there is such a file already")
    text = _CHECK.format(function=function, family="" if checkout else f'    family="{family}",\n')
    path.write_text(text, encoding="utf-8")
    return path


def word_rule(name: str, family: str, checkout: Path | None, folder: Path) -> Path:
    """Add a rule of words to the family's pack, which is made when it is not there, and return its path."""
    _examine(name, family)
    path = (checkout / "rules" if checkout else folder) / f"{family}.yaml"
    text = path.read_text(encoding="utf-8") if path.exists() else "lang: en\n"
    if re.search(rf"^{re.escape(name)}:", text, re.MULTILINE):
        raise ConfigError(f"{path}: there is a rule {name!r} already")
    path.write_text(f"{text.rstrip()}\n\n{_WORDS.format(name=name)}", encoding="utf-8")
    return path


def checkout_above(folder: Path) -> Path | None:
    """The checkout of newslint that the folder lies in, if any."""
    for candidate in (folder, *folder.parents):
        if (candidate / "src" / "newslint" / "checks").is_dir() and (candidate / "rules").is_dir():
            return candidate
    return None


def _examine(name: str, family: str) -> None:
    for word, what in ((name, "rule"), (family, "family")):
        if not _NAME.fullmatch(word):
            suggestion = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
            hint = f"; {suggestion!r} would" if _NAME.fullmatch(suggestion) else ""
            raise ConfigError(f"{word!r} cannot name a {what}: lower-case words joined by hyphens{hint}")
