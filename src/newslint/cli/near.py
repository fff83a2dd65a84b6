"""What a mistyped command, option or value was meant to be; told in one form by every command."""

from __future__ import annotations

import click

from newslint.errors import did_you_mean
from newslint.typed import Any

OTHERS = {
    "extend-exclude": "exclude", "format": "output-format", "reporter": "output-format", "rule": "select",
    "stdin-filepath": "stdin-filename", "unsafe-fixes": "unsafe",
}  # fmt: skip
"""Options of other linters -> those that do the same here."""


class Group(click.Group):
    """A group of commands that knows what a mistyped one was meant to be."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with our hint."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            ctx.fail(f"no such command: {args[0]}{self.meant(ctx, args[0])}")
        return super().resolve_command(ctx, args)

    def meant(self, ctx: click.Context, name: str) -> str:
        """What to say after a name that is no command."""
        return did_you_mean(name, self.list_commands(ctx))


class Choice(click.Choice):  # type: ignore[type-arg, unused-ignore]
    """One of a few values."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """As click does, with our hint."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            hint = did_you_mean(str(value), [str(choice) for choice in self.choices])
            raise click.BadParameter(f"{error.message.rstrip('.')}{hint}", ctx, param) from None


def told(error: click.UsageError) -> str:
    """The mistake in one line, without a full stop."""
    if isinstance(error, click.NoSuchOption) and error.ctx:
        shown = [p for p in error.ctx.command.get_params(error.ctx) if not getattr(p, "hidden", False)]
        known = [name[2:] for p in shown for name in p.opts if name.startswith("--")]
        name = error.option_name.lstrip("-")
        hint = did_you_mean(name, known).replace("'", "'--", 1)  # dashes are no likeness
        if OTHERS.get(name, "") in known:
            hint = f"; here it is --{OTHERS[name]}"
        return f"no such option: {error.option_name}{hint}"
    message = error.format_message().rstrip(".")
    return message[:1].lower() + message[1:]
