"""``newslint test``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from newslint.catalog import Catalog, load
from newslint.errors import ConfigError, did_you_mean
from newslint.run import Request, Session
from newslint.typed import Sequence


@click.command()
@click.argument("names", nargs=-1, metavar="[PACK|RULE]...")
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="F", help="Use this configuration.")
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("-v", "--verbose", is_flag=True, help="Show each example.")
def command(names: Sequence[str], config_file: Path | None, isolated: bool, verbose: bool) -> int:
    """Run the examples that rules carry.

    Names are rules, families, or packs (YAML files or folders of them); without any, every rule there is.
    """
    from newslint.testing import examples

    packs = tuple(
        Path(name) for name in names if name.endswith((".yaml", ".yml")) or "/" in name or os.path.isdir(name)
    )
    catalog = _catalog(packs, config_file, isolated)
    failed = ran = 0
    skipped: dict[str, str] = {}
    rules = _rules(catalog, [name for name in names if Path(name) not in packs], packs)
    for name in rules:
        for example in examples(catalog.page(name), catalog):
            if example.skipped:
                skipped[name] = example.skipped
                continue
            ran += 1
            if not example.passed:
                failed += 1
                click.echo(f"FAILED {example.explain()}")
            elif verbose:
                click.echo(f"passed {example.name}")
    for reason in skipped.values():
        click.echo(f"skipped {reason}")
    count = f"{ran} example{'s' * (ran != 1)} of {len(rules)} rule{'s' * (len(rules) != 1)}"
    click.echo(f"{count}: {f'{failed} failed' if failed else 'all good'}.")
    return 1 if failed else 0


def _catalog(packs: Sequence[Path], config_file: Path | None, isolated: bool) -> Catalog:
    """The configured rules with those of the packs named; a pack that is configured anyway is read once."""
    missing = next((pack for pack in packs if not os.path.exists(pack)), None)
    if missing:
        raise ConfigError(f"no such pack: {missing}")
    configured = Session(Request(config=config_file, isolated=isolated)).config().packs
    known = {path.resolve() for path in configured}
    more = [pack for pack in packs if known.isdisjoint(_homes(pack)) and not _is_built_in(pack)]
    return load([*configured, *more])


def _is_built_in(pack: Path) -> bool:
    from newslint.catalog import builtin_packs

    return builtin_packs().resolve() in _homes(pack)


def _homes(pack: Path) -> tuple[Path, Path]:
    """By which a pack may have been read: itself, or the folder that it is in."""
    return pack.resolve(), pack.resolve().parent


def _rules(catalog: Catalog, names: Sequence[str], packs: Sequence[Path]) -> list[str]:
    wanted: dict[str, None] = {}
    for name in names:
        name = catalog.renamed.get(name, name)
        found = [rule.name for rule in catalog.rules.values() if name in (rule.name, rule.family, "all")]
        if not found:
            near = did_you_mean(name, [*catalog.rules, *catalog.families])
            raise ConfigError(f"unknown rule or family {name!r}{near or '; “newslint rules” lists them'}")
        wanted.update(dict.fromkeys(found))
    for pack in packs:
        home = pack.resolve()
        for rule in catalog.rules.values():
            file = Path(rule.source.rpartition(":")[0]).resolve()
            if file == home or file.parent == home:
                wanted[rule.name] = None
        if not wanted:
            raise ConfigError(f"{pack}: no rules in it; a pack is a YAML file that maps rule names to rules")
    return list(wanted) if names or packs else list(catalog.rules)
