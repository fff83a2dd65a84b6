"""``newslint config``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newslint.cli.near import Choice, Group
from newslint.config import FILE_NAMES, find, load, shown
from newslint.config.keys import KEYS, PROFILES
from newslint.config.selection import Policy
from newslint.errors import ConfigError, NewslintError
from newslint.run import Request, Session


@click.group(cls=Group)
def command() -> None:
    """Show, check or begin the configuration."""


@command.command()
@click.argument("path", default="")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="F", help="Read this file.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
def show(path: str, config_file: Path | None, isolated: bool) -> None:
    """Show what holds for a file, or for this folder: where it comes from, and every rule that runs."""
    from newslint.cli.settings import show

    show(Session(Request(config=config_file, isolated=isolated)), path)


@command.command()
@click.argument("paths", nargs=-1, metavar="[FILE]...")
def validate(paths: tuple[str, ...]) -> int:
    """Check configuration files; without any, the one that holds here."""
    from newslint.catalog import load as load_catalog

    found = [Path(path) for path in paths] or [path for path in [find(Path.cwd())] if path]
    if not found:
        raise ConfigError(f"no {', '.join(FILE_NAMES)} or pyproject.toml with [tool.newslint] here or above")
    failed = False
    for path in found:
        try:
            config = load(path)
            policy = Policy(config, load_catalog(config.packs))
            for note in policy.notes:
                click.echo(note, err=True)
            run = len(policy.choice("").rules)
            click.echo(f"{shown(path.absolute())}: good, {run} rule{'s run' if run != 1 else ' runs'}")
        except NewslintError as error:
            failed = True
            click.echo(f"newslint: {error}", err=True)
    return 2 if failed else 0


@command.command()
def schema() -> None:
    """Print the JSON schema of the configuration, for editors."""
    from json import dump

    from newslint.config.schema import schema

    dump(schema(Session(Request()).policy().catalog), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


@command.command()
@click.option("--profile", type=Choice(PROFILES), help="What kind of copy all of it is.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def init(profile: str | None, force: bool) -> None:
    """Write a newslint.toml to start from."""
    path = Path(FILE_NAMES[0])
    if path.exists() and not force:
        raise ConfigError(f"{path}: there is such a file already (--force replaces it)")
    lines = ["# newslint.toml: what newslint does below this folder. All keys are optional.", ""]
    for name, key in KEYS.items():
        if key.default and name not in ("select",):
            value = f'"{profile}"' if name == "profile" and profile else key.default
            comment = "" if name == "fail-on" or (name == "profile" and profile) else "# "
            lines += [f"# {key.text}", f"{comment}{name} = {value}", ""]
    lines += [
        "# Names of the house, never to be taken for plain words.", '# names = ["Acme", "Ines Roy"]', "",
        "# Rules that this desk does not want, and rules that it takes more seriously.",
        '# ignore = ["complex-wording"]', "", "# [severity]", '# no-sources = "warning"', "",
        "# Columns may judge.", "# [[overrides]]", '# paths = ["opinion/**"]', '# profile = "opinion"',
    ]  # fmt: skip
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    click.echo(f"{path} written; “newslint config show” says what now holds")
