"""What programs that fetch and write text leave in it: tokens of models, tags of prompts, records, escapes."""

from __future__ import annotations

from newslint.lean import cache
from newslint.text.pattern import pattern
from newslint.text.span import Span
from newslint.typed import Iterator, Pattern

_PROMPT = (
    "think|thinking|answer|final_answer|scratchpad|reasoning|reflection|response|output|result|results|instructions?|"
    "tool_(?:call|calls|use|result|response|output)|function_(?:calls?|results?|response)|invoke|parameter|context|"
    "search_(?:results?|quality_score|quality_reflection)|user_query|query|documents?|document_content[s]?|"
    "source_text|article|translation|headline|lede|article_text|news_article|artifact|ant[a-z]{4,12}|"
    "(?:start|end)_of_turn|system|assistant|user"
)


@cache
def _tokens() -> Pattern[str]:
    return pattern(
        r"<\|[a-zA-Z_0-9]{2,30}\|>|</s>|<s>|<(?:unk|eos|bos|pad|mask|sep|cls)>|<0x[0-9A-Fa-f]{2}>"
        r"|\[(?:UNK|PAD|SEP|CLS|MASK|EOS|BOS|DONE|/?INST)\]"
        r"|</?(?:" + _PROMPT + r")(?:\s[^<>\n]{0,200})?/?>"
        r"|\w?▁\w|(?<=[a-z.,])Ġ(?=[a-z])|(?<=[a-z])@@ (?=[a-z])"
    )


@cache
def _records() -> Pattern[str]:
    """Keys of records at the start of a line, the brackets that close them, and what a failed value prints as."""
    return pattern(
        r"(?m)^[ \t{\[]*\"[A-Za-z_]{2,30}\" ?: ?(?=[\"\[{\d]|true|false|null)"
        r"|^[ \t]*(?:\"[ \t]?)?(?:[}\]][ \t]?){1,4},?[ \t]*$|^[ \t]*[{\[]{1,3}[ \t]*$"
        r"|\bpage_content ?= ?(?=['\"])|\bmetadata ?= ?(?=\{)"
        r"|\[object Object\]|\bNaN(?=%)|(?<=[$€£])NaN\b|\bby (?:undefined|null)\b(?=[.,]| on\b| at\b|$)"
    )


@cache
def _escapes() -> Pattern[str]:
    return pattern(r"\\n(?=\\n|[A-Z\"“]|$)|\\u[0-9a-fA-F]{4}|\\\"")


def residue(text: str, *, plain: bool) -> Iterator[Span]:
    """Where such remains stand, kind by kind. (Markdown may show a record, and a backslash is a mark of its own.)"""
    if any(map(text.__contains__, ("<", "[", "▁", "Ġ", "@@ "))):
        yield from (Span(*match.span()) for match in _tokens().finditer(text))
    if plain:
        yield from (Span(*match.span()) for match in _records().finditer(text))
    if plain and "\\" in text:
        yield from (Span(*match.span()) for match in _escapes().finditer(text))
