"""All commands, under the parser."""

from __future__ import annotations

import os
from importlib import import_module

import click

from newslint import __version__
from newslint.cli.near import Group, told

COMMANDS = {
    "check": "check", "facts": "facts", "fix": "fix", "rules": "rules", "explain": "explain", "why": "why",
    "test": "test", "new-rule": "new_rule", "config": "config", "baseline": "baseline", "ci": "ci",
    "completion": "completion",
}  # fmt: skip
"""Command -> module here with the click command ``command``, in the order in which help shows them."""

OTHERS = {
    "lint": "check", "run": "check", "scan": "check", "format": "fix", "list": "rules", "init": "config init",
    "validate": "config validate", "schema": "config schema",
}  # fmt: skip
"""Commands of other linters -> those that do the same here."""


class Lazy(Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands that are built."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, if there is one."""
        if name not in COMMANDS:
            return None
        found: click.Command = import_module(f"newslint.cli.{COMMANDS[name]}").command
        return found

    def meant(self, ctx: click.Context, name: str) -> str:
        """Another command, or ``check`` where a file is named."""
        hint = f"; here it is {OTHERS[name]}" if name in OTHERS else super().meant(ctx, name)
        if not hint and (os.path.exists(name) or "." in name):
            hint = f"; to lint it: newslint check {name}"
        return hint


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="newslint %(version)s")
def group() -> None:
    """Find in news articles what a strict editor would mend before they are published."""


def run_group(arguments: list[str] | None = None) -> int:
    """Parse and run a command; usage errors are one line and exit code 2."""
    if arguments and arguments[0] in ("help", "version"):
        arguments = ["--version"] if arguments[0] == "version" else [*arguments[1:], "--help"]
    try:
        code = group.main(arguments, prog_name="newslint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = 2
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "newslint"
        click.echo(f"newslint: {told(error)} (see {where} --help)", err=True)
        code = 2
    except click.ClickException as error:
        click.echo(f"newslint: {error.format_message()}", err=True)
        code = 2
    except SystemExit:  # click leaves so when the reader of a pipe has gone
        raise BrokenPipeError from None
    except click.Abort:
        raise KeyboardInterrupt from None
    return code if isinstance(code, int) else 0
