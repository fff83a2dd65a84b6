"""Markup that shows as text: entities, tags, and marks of Markdown."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Pattern


@cache
def _entities() -> Pattern[str]:
    return pattern(
        r"&(?:amp|quot|apos|nbsp|lt|gt|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip|eacute|egrave|uuml|ouml|auml|"
        r"pound|euro|copy|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
    )


@cache
def _tags() -> Pattern[str]:
    return pattern(
        r"</?(?:p|br|div|section|header|main|body|html|head|span|strong|em|b|i|h[1-6]|ul|ol|li|a|img|blockquote|"
        r"table|tr|td)(?:\s[^<>\n]{0,300})?/?>"
    )


@cache
def _markdown() -> Pattern[str]:
    return pattern(
        r"(?m)(?<![*\w])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?!\*)|(?<![_\w])__(?=[^\W_])[^_\n]{1,200}__(?![_\w])"
        r"|!?\[[^\[\]\n]{1,200}\]\(https?://[^\s()]{1,500}\)|^#{2,6} {1,3}(?=\S)|^```"
    )


def entities(text: str) -> list[Span]:
    """``&amp;``, ``&#8217;``, in order."""
    return _found(_entities(), text) if "&" in text and ";" in text else []


def html_tags(text: str) -> list[Span]:
    """``<br>``, ``</p>``, in order."""
    return _found(_tags(), text) if "<" in text and ">" in text else []


def markdown_marks(text: str) -> list[Span]:
    """Words in bold with their marks, links, and the marks of subheads and code, in order."""
    return _found(_markdown(), text) if any(map(text.__contains__, ("**", "__", "](", "## ", "```"))) else []


def _found(mark: Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in mark.finditer(text)]


@cache
def _foreign() -> Pattern[str]:
    """Commands of LaTeX, BBCode, shortcodes of a content system, bold of a wiki."""
    return pattern(
        r"\\(?:text(?:it|bf|tt|sc|rm|sf|sl)|emph|underline|cite[pt]?|footnote|href|url|(?:sub){0,2}section\*?|"
        r"paragraph|"
        r"chapter|title|author|label|ref|caption|enquote|begin|end|item)\{[^{}\n]{0,200}\}"
        r"|\[(?:[biu]|quote|url|img|color|size|center)(?:=[^\[\]\n]{1,200})?\][^\[\]\n]{1,200}"
        r"\[/(?:[biu]|quote|url|img|color|size|center)\]"
        r"|\[(?:caption|embed|gallery|audio|video|vc_row|vc_column|et_pb_\w{1,30}|su_\w{1,30}) "
        r"\w{1,20}=[^\[\]\n]{1,300}\]"
        r"|'{3}(?=[^'\s])[^'\n]{1,100}'{3}(?!')|(?m:^)={2,4} ?[^=\n]{2,80}? ?={2,4}(?=\n|$)|<ref(?:>| name=|/>)"
    )


def foreign_marks(text: str) -> list[Span]:
    """``\\textit{...}``, ``[b]...[/b]``, ``'''...'''``: markup of which no format of ours makes anything, in order."""
    return _found(_foreign(), text) if any(map(text.__contains__, ("\\", "[/", "=", "'''", "<ref"))) else []
