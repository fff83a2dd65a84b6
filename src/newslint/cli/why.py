"""``newslint why``."""

from __future__ import annotations

import re

import click

from newslint.cli.near import Choice
from newslint.cli.options import configuring, selecting
from newslint.typed import Any


class _Command(click.Command):
    """Takes ``-:12``, a line of what comes on stdin, for a place and not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with such a place put last."""
        places = [arg for arg in args if re.fullmatch(r"-(:\d+){1,2}", arg)]
        return super().parse_args(ctx, [*(arg for arg in args if arg not in places), *(["--", *places] * bool(places))])


@click.command(cls=_Command)
@click.argument("place", metavar="PATH:LINE[:COL]")
@click.option("--rule", metavar="NAME", help="Only what this rule met, with the words that its patterns start from.")
@click.option("--output-format", type=Choice(("text", "json")), default="text", help="text or json.")
@configuring
@selecting
@click.option("--baseline", metavar="F", help="Take this baseline.")
@click.option("--no-baseline", is_flag=True, help="Take no baseline.")
@click.option("--color", type=Choice(("auto", "always", "never")), default="auto", help="Colour.")
def command(place: str, rule: str | None, output_format: str, **given: Any) -> int:
    """Show why something was said at a place, and why something was not.

    For each sentence there: the findings; what was met and stayed silent, each with the reason (a comment, the
    configuration, the baseline, a quotation, the benefit of the doubt, another rule that speaks for it); words that a
    rule knows and leaves alone, with their line in the pack; and whether the sentence has a source.

    Exit code 0, or 2 when newslint could not do its job, as where a rule breaks.
    """
    from newslint.cli.answering import answer

    asked = answer(place, rule, output_format, given)
    for line in asked.lines:
        click.echo(line, color=True)
    for note in asked.notes:
        click.echo(f"newslint: {note}", err=True)
    if asked.crashes:
        from newslint.cli.checking import show_crashes

        show_crashes(asked.crashes)
    return 2 if asked.crashes else 0
