"""Checkstyle XML, which Jenkins and many others read."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from newslint.reporters import Options, Report, aside, in_file
from newslint.reporters.xml import printable
from newslint.typed import TextIO


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write one ``file`` an article, also for clean ones."""
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
    for article in report.articles:
        out.write(f"  <file name={quoteattr(printable(article.path))}>\n")
        for f in article.findings:
            line, column = in_file(f)
            said = quoteattr(printable(f.message + aside(f)))
            out.write(
                f'    <error line="{line}" column="{column}" severity="{f.severity}"'
                f" message={said} source={quoteattr(f'newslint.{f.family}.{f.rule}')}/>\n"
            )
        out.write("  </file>\n")
    out.write("</checkstyle>\n")
