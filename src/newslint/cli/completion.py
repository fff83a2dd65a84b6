"""``newslint completion``: commands and options at the press of Tab."""

from __future__ import annotations

import click

from newslint.cli.near import Choice

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    bash (4.4 or newer), in ~/.bashrc:  eval "$(newslint completion bash)"
    zsh, in ~/.zshrc:                   eval "$(newslint completion zsh)"
    fish:                               newslint completion fish > ~/.config/fish/completions/newslint.fish
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(found(context.find_root().command, {}, "newslint", "_NEWSLINT_COMPLETE").source())
