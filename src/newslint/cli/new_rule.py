"""``newslint new-rule``."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.catalog import load
from newslint.config import shown
from newslint.errors import ConfigError
from newslint.typed import Iterator


@click.command()
@click.argument("name")
@click.option("--family", default="house", metavar="NAME", help="Family of the rule (default: house).")
@click.option("--words", is_flag=True, help="A rule of words: a few lines of YAML, no Python.")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    metavar="FOLDER",
    help="Folder of the plug-in or pack.",
)
def command(name: str, family: str, words: bool, into: Path) -> None:
    """Start a rule from a template.

    The file holds everything that a rule needs, to be filled in; its test is there already.
    """
    from newslint.scaffold import checkout_above, python_rule, word_rule

    known = load().rules
    if name in known:
        raise ConfigError(f"there is a rule {name!r} already: {known[name].source}")
    if not into.is_dir():
        raise ConfigError(f"no such folder: {into}")
    checkout = checkout_above(into.resolve())
    path = (word_rule if words else python_rule)(name, family, checkout, into)
    place = shown(path.resolve())
    if checkout or words:
        click.echo(f"{place}: fill it in, then run: newslint test {name if checkout else place}")
        if not checkout:
            click.echo(f'To use it, add to newslint.toml: packs = ["{place}"]')
        return
    click.echo(f"{place}: fill it in")
    for line in _plug_in(path.resolve()):
        click.echo(line)
    click.echo(f"Install that (pip install -e .), then run: newslint test {name}")


def _plug_in(file: Path) -> Iterator[str]:
    """What a ``pyproject.toml`` needs so that the rule in the file is found; nothing where one says so already."""
    module = file.stem if not (file.parent / "__init__.py").exists() else file.parent.name
    project = next((above / "pyproject.toml" for above in file.parents if (above / "pyproject.toml").is_file()), None)
    if project and "newslint.rules" in project.read_text(encoding="utf-8", errors="replace"):
        return
    yield f"To make it a plug-in, put into {shown(project) if project else 'pyproject.toml'}:"
    yield ""
    if not project:
        yield from ("[project]", 'name = "newslint-house"', 'version = "1.0.0"', 'dependencies = ["newslint"]', "")
    yield from ('[project.entry-points."newslint.rules"]', f'house = "{module}"', "")
