"""What the user can mend. Every message is one line: the place, what is wrong, what would be right."""

from __future__ import annotations

LONGEST = 1500
"""Signs of a message; of longer ones the middle is left out."""


class NewslintError(Exception):
    """The tool could not do its job; shown as one line on stderr, exit code 2, no traceback."""

    path = ""
    """Of the file, where one of its records cannot be read."""

    def __str__(self) -> str:
        said = super().__str__()
        if not said.isprintable():  # a value or a name with line ends in it
            said = " ".join(map(str.strip, said.splitlines()))
        return said if len(said) <= LONGEST else f"{said[: LONGEST // 2]} … {said[-LONGEST // 2 :]}"


class UsageError(NewslintError):
    """Options that contradict each other."""


class ConfigError(NewslintError):
    """A configuration file or option that cannot be used."""


class RuleError(NewslintError):
    """A pack, a plug-in or a rule that cannot be loaded."""


class InputError(NewslintError):
    """An article that cannot be read."""


class NoText(InputError):
    """A record that has no field with an article's text."""


class RecordError(InputError):
    """A record of a file that cannot be read; the others can."""


class Unavailable(NewslintError):
    """An engine outside newslint that a rule needs and cannot have. The rule is left out; the run goes on."""


def did_you_mean(name: str, known: list[str] | tuple[str, ...]) -> str:
    """`` (did you mean 'x'?)`` for the nearest known name, or the empty string."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""
