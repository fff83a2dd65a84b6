"""``newslint facts``."""

from __future__ import annotations

import sys

import click

from newslint.article import Article
from newslint.cli.given import overlooked, request_of
from newslint.cli.options import Command, ineffective, reading, section, showing
from newslint.cli.output import written
from newslint.cli.terminal import width
from newslint.errors import ConfigError, NewslintError, did_you_mean
from newslint.run import Session, files, inputs
from newslint.typed import Any, Iterable, Iterator, Sequence

FORMATS = ("text", "json", "markdown")


@click.command(cls=Command)
@reading
@section(
    "The sheet",
    click.option(
        "--output-format", multiple=True, metavar="NAME[:FILE]", help="text, json or markdown; repeatable with files."
    ),
    click.option("--output-file", metavar="F", help="Write the sheet here instead of to stdout."),
    click.option("--readability", is_flag=True, help="Add textstat's readability figures."),
)
@ineffective
@showing
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Show what an article rests on: a sheet to verify it by.

    Sources, claims, figures, quotations, dates and names in order, each with who says so or a blank to fill.
    """
    session = Session(request_of(given))
    errors: list[NewslintError] = []
    outputs = _outputs(given["output_format"], given["output_file"])
    foreign: dict[str, int] = {}
    articles: Iterable[Article] = _english(_articles(session, paths, errors), foreign)
    if len(outputs) > 1:
        articles = list(articles)
    for name, file in outputs:
        with written(file) as out:
            for chunk in _sheets(name, articles, given["readability"], errors):
                out.write(chunk)
    sys.stdout.flush()
    notes = [] if given["quiet"] else [*_on_languages(foreign), *overlooked(given, paths)]
    for line in dict.fromkeys([*notes, *map(str, errors)]):
        click.echo(f"newslint: {line}", err=True)
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
    if output_file and formats and output_file not in (file for _, file in outputs):
        raise click.UsageError(
            f"--output-file {output_file} would stay empty: every --output-format names its own file"
        )
    if len({file for _, file in outputs}) < len(outputs):
        raise click.UsageError(
            "several outputs would share one stream; give all but one a file: --output-format NAME:FILE"
        )
    return outputs


def _articles(session: Session, paths: tuple[str, ...], errors: list[NewslintError]) -> Iterator[Article]:
    for path in files(session, paths):
        if not isinstance(path, str):
            errors.append(path)
            continue
        found = inputs.articles(session, path)
        while True:
            try:
                article = next(found, None)
                if article is None:
                    break
                if isinstance(article, NewslintError):
                    errors.append(article)
                    continue
                article.context.desk_names = session.choice(article.path, article.meta.type).names
            except NewslintError as error:
                errors.append(error)
            except Exception as error:
                errors.append(inputs.our_bug(path, error))
                break
            else:
                yield article


def _english(articles: Iterable[Article], foreign: dict[str, int]) -> Iterator[Article]:
    """The articles as they come; those in other languages are counted."""
    from newslint.facts.language import language

    for article in articles:
        code = language(article)
        if code != "en":
            foreign[code] = foreign.get(code, 0) + 1
        yield article


def _on_languages(foreign: dict[str, int]) -> Iterator[str]:
    for code, times in foreign.items():
        seem = "1 article seems" if times == 1 else f"{times} articles seem"
        yield f"{seem} to be in {code!r}; sheets are made by what is known of English"


def _sheets(name: str, articles: Iterable[Article], readability: bool, errors: list[NewslintError]) -> Iterator[str]:
    """The output in pieces, article by article. One that we fail on is named among the errors and left out."""
    of_one = {"json": _json, "markdown": _markdown}.get(name, _text)
    opening, between, closing = "", "\n" if name == "markdown" else "\n\f\n", ""
    if name == "json":
        from newslint.reporters import SCHEMA_VERSION

        opening, between, closing = f'{{"schema_version": {SCHEMA_VERSION}, "articles": [', ",\n", "\n]}\n"
    yield opening
    first = True
    for article in articles:
        try:
            sheet = of_one(article, readability)
        except NewslintError:
            raise
        except Exception as error:  # our bug: it spoils this article only
            errors.append(inputs.our_bug(article.path, error))
            continue
        yield ("\n" if name == "json" else "") if first else between
        yield sheet
        first = False
    yield closing


def _text(article: Article, readability: bool) -> str:
    from newslint.facts.worksheet import as_text

    lines = _lines(as_text(article, min(width(), 96)))
    if readability:
        lines += "\nREADABILITY (textstat)\n" + _measures(article, "  ")
    return lines


def _markdown(article: Article, readability: bool) -> str:
    from newslint.facts.worksheet import as_markdown

    lines = _lines(as_markdown(article))
    if readability:
        lines += "\n## Readability (textstat)\n\n" + _measures(article, "- ")
    return lines


def _json(article: Article, readability: bool) -> str:
    from json import JSONEncoder

    from newslint.facts.sheet import sheet

    row = sheet(article) | ({"readability": _panel(article)} if readability else {})
    return JSONEncoder(ensure_ascii=False, check_circular=False).encode(row)


def _lines(lines: Iterable[str]) -> str:
    from newslint.reporters.summary import visible

    return "".join(visible(line) + "\n" for line in lines)


def _measures(article: Article, bullet: str) -> str:
    return "".join(f"{bullet}{figure.replace('_', ' ')}: {value:g}\n" for figure, value in _panel(article).items())


def _panel(article: Article) -> dict[str, float]:
    from newslint.engines.readability import textstat_panel

    return textstat_panel(article)
