"""``newslint fix`` and ``newslint check --fix``."""

from __future__ import annotations

import sys

import click

from newslint import walk
from newslint.cli.checking import run_check
from newslint.cli.given import request_of
from newslint.cli.options import Command, reading, section, selecting, showing
from newslint.cli.quick import defaults
from newslint.errors import InputError
from newslint.run import Session, chosen, inputs
from newslint.typed import TYPE_CHECKING, Any, Sequence

if TYPE_CHECKING:
    from newslint.run.gate import Gate


@click.command(cls=Command)
@reading
@selecting
@section(
    "Fixes",
    click.option("--unsafe", is_flag=True, help="Apply also fixes that delete or swap words; read what they did."),
    click.option("--diff", is_flag=True, help="Show what would change, and write nothing."),
)
@showing
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Apply safe fixes, those that cannot change the meaning, and report what is left: the same as check --fix. What
    comes on stdin is written to stdout, fixed, and not reported.

    Exit code 0: nothing left that fails a check; 1: something, or, with --diff, something would change; 2: a file could
    not be fixed.
    """
    if walk.STDIN not in paths and (paths or not given["stdin_filename"]):
        return run_check(paths, {**defaults(), **given, "fix": not given["diff"]})
    session = Session(request_of(given))
    changed, errors = fix_all(session, paths, unsafe=given["unsafe"], diff=given["diff"], quiet=given["quiet"])
    for error in errors:
        click.echo(f"newslint: {error}", err=True)
    return 2 if errors else int(given["diff"] and changed > 0)


def fix_all(
    session: Session, paths: Sequence[str], *, unsafe: bool, diff: bool, quiet: bool, gate: Gate | None = None
) -> tuple[int, list[str]]:
    """Fix every file that the paths lead to, or of these the ones that the gate's change touches; how many changed and
    why others could not be fixed."""
    from newslint.run.fixing import fix_file

    changed = applied = refused = 0
    errors: list[str] = []
    for path in chosen(session, paths, gate):
        if path == walk.STDIN:
            mended, times = _stdin(session, unsafe, diff)
            changed += mended
            applied += times
            continue
        if isinstance(path, InputError):
            errors.append(str(path))
            continue
        if inputs.container(session, path) and path not in paths:  # found below a folder: nobody asked to fix it
            continue
        done = fix_file(session, path, unsafe=unsafe, write=not diff)
        refused += len(done.refused)
        if done.error:
            errors.append(str(done.error))
        elif done.difference:
            changed += 1
            applied += len(done.applied)
            if diff:
                sys.stdout.write(done.difference)
    if not quiet:
        verb = "would be applied" if diff else "applied"
        fixes, where = "fix" if applied == 1 else "fixes", "file" if changed == 1 else "files"
        click.echo(f"newslint: {applied} {fixes} {verb} in {changed} {where}", err=True)
    if refused and not quiet:
        click.echo(f"newslint: {refused} left out, since the fix would bring another finding", err=True)
    return changed, errors


def _stdin(session: Session, unsafe: bool, diff: bool) -> tuple[bool, int]:
    """Fix what comes on stdin and write it to stdout, or the difference; whether it changed, and by how many fixes."""
    from newslint.fixes import difference
    from newslint.run.fixing import fix_text

    if inputs.container(session, walk.STDIN):
        raise InputError("-: not fixed: only plain text, Markdown, MDX and HTML are")
    article = inputs.read(session, walk.STDIN)
    fixed = fix_text(session, article.source, article.path, unsafe)
    sys.stdout.write(difference(article.path, article.source, fixed.text) if diff else fixed.text)
    return fixed.text != article.source, len(fixed.applied)
