"""The command line. One file a command, imported when the command is used; no logic of the linter lives here."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from newslint import __version__
from newslint.errors import NewslintError

COMMANDS = {
    "check": "check", "facts": "facts", "fix": "fix", "rules": "rules", "explain": "explain", "test": "test",
    "new-rule": "new_rule", "config": "config", "baseline": "baseline", "ci": "ci",
}  # fmt: skip
"""Command -> module here with the click command ``command``, in the order in which help shows them."""


class Lazy(click.Group):
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

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with a hint for a mistyped command."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from newslint.errors import did_you_mean

            hint = did_you_mean(args[0], list(COMMANDS))
            if not hint and (os.path.exists(args[0]) or "." in args[0]):
                hint = f"; to lint it: newslint check {args[0]}"
            ctx.fail(f"no such command: {args[0]}{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="newslint %(version)s")
def group() -> None:
    """Find in news articles what a strict editor would mend before they are published."""


def run(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 clean, 1 findings, 2 the tool could not do its job, 130 interrupted."""
    _plain_streams()
    try:
        code = group.main(arguments, prog_name="newslint", standalone_mode=False)
        sys.stdout.flush()
    except NewslintError as error:
        click.echo(f"newslint: {error}", err=True)
        code = 2
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = 2
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "newslint"
        message = error.format_message().rstrip(".")
        click.echo(f"newslint: {message[:1].lower() + message[1:]} (see {where} --help)", err=True)
        code = 2
    except click.ClickException as error:
        click.echo(f"newslint: {error.format_message()}", err=True)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = 130
    except BrokenPipeError:
        # Whoever read us has seen enough. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    return code if isinstance(code, int) else 0


def _plain_streams() -> None:
    """UTF-8 and bare LF everywhere; what cannot be written is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
