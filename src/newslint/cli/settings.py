"""What holds for one file: for ``check --show-settings`` and ``config show``."""

from __future__ import annotations

import click

from newslint.run import Session


def show(session: Session, path: str) -> None:
    """Print, as TOML that could be read back, the configuration that decides for a file and every rule that runs."""
    config = session.config(path)
    choice = session.policy(path).choice(path)
    click.echo(f"# what holds for {path or 'this folder'}")
    for layer in config.layers:
        if layer.path:
            click.echo(f"# read from {layer.path}")
    if not config.path:
        click.echo("# no configuration file was found; these are the defaults")
    click.echo(f'profile = "{choice.profile}"')
    click.echo(f'fail-on = "{choice.fail_on or "never"}"')
    click.echo(f"require-reason = {str(choice.require_reason).lower()}")
    if choice.max_warnings_per_1000 is not None:
        click.echo(f"max-warnings-per-1000 = {choice.max_warnings_per_1000:g}")
    if choice.names:
        click.echo(f"names = {_toml(list(choice.names))}")
    click.echo("\n[severity]  # of every rule that runs")
    for name in sorted(choice.rules):
        click.echo(f'{name} = "{choice.rules[name]}"')
    for name in sorted(choice.options):
        click.echo(f"\n[rules.{name}]")
        for option, value in choice.options[name].items():
            click.echo(f"{option.replace('_', '-')} = {_toml(value)}")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        from json import dumps

        return dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return str(value)
