"""``newslint facts``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import click

from newslint.article import Article
from newslint.cli.given import request_of
from newslint.cli.options import ineffective, reading, showing
from newslint.cli.output import written
from newslint.cli.terminal import width
from newslint.errors import ConfigError, NewslintError, did_you_mean
from newslint.run import Session, files

FORMATS = ("text", "json", "markdown")


@click.command()
@reading
@click.option(
    "--output-format", multiple=True, metavar="NAME[:FILE]", help="text, json or markdown; repeatable with files."
)
@click.option("--output-file", metavar="F", help="Write the sheet here instead of to stdout.")
@click.option("--readability", is_flag=True, help="Add textstat's readability figures.")
@ineffective
@showing
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Show what an article rests on: a sheet to verify it by.

    Sources, claims, figures, quotations, dates and names in order, each with who says so or a blank to fill.
    """
    session = Session(request_of(given))
    errors: list[NewslintError] = []
    outputs = _outputs(given["output_format"], given["output_file"])
    articles: Iterable[Article] = _articles(session, paths, errors)
    if len(outputs) > 1:
        articles = list(articles)
    for name, file in outputs:
        with written(file) as out:
            for chunk in _sheets(name, articles, given["readability"]):
                out.write(chunk)
    sys.stdout.flush()
    for error in errors:
        click.echo(f"newslint: {error}", err=True)
    return 2 if errors else 0


def _outputs(formats: Sequence[str], output_file: str | None) -> list[tuple[str, str | None]]:
    """Each output with its file; None is stdout."""
    outputs = []
    for name, _, file in (value.partition(":") for value in formats or ["text"]):
        if name not in FORMATS:
            raise ConfigError(
                f"unknown output format {name!r}{did_you_mean(name, FORMATS)}; there are {', '.join(FORMATS)}"
            )
        outputs.append((name, file or output_file))
    if len({file for _, file in outputs}) < len(outputs):
        raise click.UsageError(
            "several outputs would share one stream; give all but one a file: --output-format NAME:FILE"
        )
    return outputs


def _articles(session: Session, paths: tuple[str, ...], errors: list[NewslintError]) -> Iterator[Article]:
    for path in files(session, paths):
        if isinstance(path, str):
            try:
                article = session.read(path)
                article.facts["desk-names"] = session.choice(article).names
                yield article
            except NewslintError as error:
                errors.append(error)
        else:
            errors.append(path)


def _sheets(name: str, articles: Iterable[Article], readability: bool) -> Iterator[str]:
    if name == "json":
        yield from _json(articles, readability)
        return
    from newslint.facts.worksheet import as_markdown, as_text
    from newslint.reporters.summary import visible

    for i, article in enumerate(articles):
        if i:
            yield "\n\f\n" if name == "text" else "\n"
        lines = as_markdown(article) if name == "markdown" else as_text(article, min(width(), 96))
        for line in lines:
            yield visible(line) + "\n"
        if readability:
            yield "\n## Readability (textstat)\n\n" if name == "markdown" else "\nREADABILITY (textstat)\n"
            bullet = "- " if name == "markdown" else "  "
            for figure, value in _panel(article).items():
                yield f"{bullet}{figure.replace('_', ' ')}: {value:g}\n"


def _panel(article: Article) -> dict[str, float]:
    from newslint.engines.readability import textstat_panel

    return textstat_panel(article)


def _json(articles: Iterable[Article], readability: bool) -> Iterator[str]:
    from json import JSONEncoder

    from newslint.facts.sheet import sheet
    from newslint.reporters import SCHEMA_VERSION

    encode = JSONEncoder(ensure_ascii=False, check_circular=False).encode
    yield f'{{"schema_version": {SCHEMA_VERSION}, "articles": ['
    for i, article in enumerate(articles):
        row = sheet(article) | ({"readability": _panel(article)} if readability else {})
        yield (",\n" if i else "\n") + encode(row)
    yield "\n]}\n"
