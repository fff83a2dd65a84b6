"""Writing suppressions into files, for an old article that is to pass as it is."""

from __future__ import annotations

from pathlib import Path

from newslint import fixes
from newslint.article import Article
from newslint.errors import InputError
from newslint.finding import Finding
from newslint.formats.decode import encode
from newslint.reporters import Report
from newslint.run import Session, inputs
from newslint.typed import Iterator, Sequence

_BESIDE = frozenset(("lede", "body", "conclusion", "faq-q", "faq-a", "subhead"))
"""Zones before whose blocks a comment can stand without breaking the markup."""


def add_suppressions(session: Session, report: Report) -> Iterator[str]:
    """Silence every finding of the report in its file; yields a line for each file that was changed."""
    refused: set[str] = set()
    for found in report.articles:
        if found.findings and inputs.container(session, found.path):
            if found.path in refused:  # another record of it
                continue
            refused.add(found.path)
            yield f"{found.path}: no suppressions can be written into this kind of file"
        elif found.findings and found.path != "-":
            article = inputs.read(session, found.path)
            text = silenced(article, found.findings)
            try:
                inputs.read_text(session, text, found.path)
            except InputError as error:  # what it begins with would then be front matter
                yield f"{found.path}: no suppressions written, for it could not be read with them: {error}"
                continue
            data = Path(found.path).read_bytes()
            fixes.write(Path(found.path), encode(text, data, encoding=session.request.encoding))
            yield f"{found.path}: suppressions added; give each its reason after “--”"


def silenced(article: Article, findings: Sequence[Finding]) -> str:
    """The source with a comment before each block that has findings, and one for the file where that is no place."""
    source = article.source
    end = "\r\n" if "\r\n" in source else "\n"
    whole: set[str] = set()
    by_place: dict[int, set[str]] = {}
    for finding in findings:
        block = article.blocks[article.block_at(finding.prose.start)] if article.blocks else None
        beside = block is not None and block.zone in _BESIDE and block.kind != "list-item"
        if finding.scope in ("document", "corpus") or block is None or not beside:
            whole.add(finding.rule)
            continue
        start = article.to_source((block.span.start, block.span.start + 1)).start
        line = article.position(start)[0]
        begin = start - (article.position(start)[1] - 1)
        if line == 1:
            whole.add(finding.rule)
        else:
            by_place.setdefault(begin, set()).add(finding.rule)
    for begin in sorted(by_place, reverse=True):
        rules = sorted(by_place[begin] - whole)
        if rules:
            comment = _comment(article.format, "disable-next-line", rules)
            source = f"{source[:begin]}{comment}{end}{end}{source[begin:]}"
    if whole:
        gap = "" if source.endswith(("\n", "\r")) or not source else end
        source = f"{source}{gap}{end}{_comment(article.format, 'disable-file', sorted(whole))}{end}"
    return source


def _comment(format: str, word: str, rules: Sequence[str]) -> str:
    said = f"{word} {' '.join(rules)} -- accepted as it was"
    if format == "plain":
        return f"#newslint: {said}"
    if format == "mdx":
        return f"{{/* newslint-{said} */}}"
    return f"<!-- newslint-{said} -->"
