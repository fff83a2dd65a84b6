"""What holds for every text, pack, configuration, baseline and diff, however broken. Each law raises AssertionError."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from io import StringIO
from pathlib import Path
from random import Random
from time import process_time
from xml.etree import ElementTree

from newslint import baseline, diffs, fixes
from newslint.article import Article
from newslint.catalog import Catalog, load
from newslint.config import load as load_config
from newslint.config.selection import Policy
from newslint.engine import Outcome, Settings, lint
from newslint.errors import InputError, NewslintError
from newslint.finding import Finding
from newslint.formats import read_text
from newslint.formats.decode import decode, encode
from newslint.packs import compile_pack
from newslint.placing import EXCERPT
from newslint.reporters import REPORTERS, ArticleReport, Options, Report, reporter
from newslint.run.linting import settings
from newslint.text.backtracking import trouble
from newslint.text.phrases import Lexicon
from newslint.wording import word_rule

DEAREST = 100e-6
"""Seconds that a code point may cost a pattern; news costs all rules together 5e-6."""
OUTSIDE = ("spelling", "grammar-engine")
"""Rules that ask other programs."""


@cache
def everything() -> tuple[Catalog, Settings]:
    """All rules, those that are off by default included."""
    catalog = load(plugins=False)
    ours = {name: rule.severity for name, rule in catalog.rules.items() if name not in OUTSIDE}
    return catalog, Settings(ours, require_reason=True, names=("Acme", "the Holm", ""))


def one_line(error: NewslintError) -> None:
    """A complaint is one line that a terminal can show."""
    said = str(error)
    assert said.strip(), "an empty complaint"
    assert "\n" not in said and "\r" not in said, f"a complaint of several lines: {said!r}"
    assert len(said) < 2000, f"a complaint of {len(said)} characters"


def read(text: str, kind: str, path: str = "") -> Article | None:
    """The article, or None where the text is refused as it should be."""
    try:
        return read_text(text, path=path, input_format=kind)
    except InputError as error:
        one_line(error)
        return None


def linted(article: Article) -> Outcome:
    """What all rules find; none of them may throw."""
    outcome = lint(article, *everything())
    assert not outcome.crashes, f"{outcome.crashes[0].rule}: {outcome.crashes[0].error}"
    return outcome


def is_sound(article: Article) -> None:
    """The map between prose and source, and the blocks, are in order."""
    text, source = article.text, article.source
    end = 0
    for run in article.runs:
        assert end <= run.start < run.end <= len(text), run
        assert 0 <= run.source_start <= run.source_end <= len(source), run
        if run.exact:
            assert text[run.start : run.end] == source[run.source_start : run.source_end], run
        end = run.end
    assert len(article.folded) == len(text)
    end = 0
    for block in article.blocks:
        assert end <= block.span.start < block.span.end <= len(text), block
        assert not text[block.span.start].isspace() and not text[block.span.end - 1].isspace(), block
        end = block.span.end
    end = 0
    for sentence in article.sentences:
        assert end <= sentence.span.start < sentence.span.end, sentence
        assert sentence.span.within(article.blocks[sentence.block].span), sentence
        end = sentence.span.end
    for suppression in article.suppressions:
        assert 0 <= suppression.span.start <= suppression.span.end <= len(source), suppression


def place(source: str, offset: int) -> tuple[int, int]:
    """Line and column, counted without any of newslint."""
    above = re.split(r"\r\n|\r|\n", source[:offset])
    line, column = len(above), len(above[-1]) + 1
    if source[:offset].endswith("\r") and source[offset : offset + 1] == "\n":  # between the two of one line end
        column = len(re.split(r"\r\n|\r|\n", source[: offset - 1])[-1]) + 2
        line -= 1
    return line, column


def are_placed(article: Article, findings: Sequence[Finding]) -> None:
    """Every offset is inside the file, and says the same as line, column and excerpt."""
    source, text = article.source, article.text
    order = [(f.span.start, f.rule, f.span.end) for f in findings]
    assert order == sorted(order)
    for f in findings:
        assert 0 <= f.span.start <= f.span.end <= len(source), f
        assert (f.line, f.column) == place(source, f.span.start), f
        assert (f.end_line, f.end_column) == place(source, f.span.end), f
        assert f.message and "\n" not in f.message, f
        assert re.fullmatch(r"[0-9a-f]{16}:\d+", f.fingerprint), f
        if f.rule != "unused-suppression":
            assert 0 <= f.prose.start <= f.prose.end <= len(text), f
            assert f.excerpt == text[f.prose.start : min(f.prose.end, f.prose.start + EXCERPT)], f
            if article.format == "plain":
                shown = source[f.span.start : f.span.end]
                assert shown == text[f.prose.start : f.prose.end] or "#newslint:" in shown, f
        for other in (*f.also, *f.related):
            assert 0 <= other.span.start <= other.span.end <= len(source), other
        for near in f.related:
            assert (near.line, near.column) == place(source, near.span.start), near
        if f.fix:
            at = 0
            for edit in sorted(f.fix.edits, key=lambda e: e.span):
                assert at <= edit.span.start <= edit.span.end <= len(source), f
                at = edit.span.end


def has_facts(article: Article) -> None:
    """The fact sheet can be made, in both its forms, and its offsets are in the file."""
    from newslint.facts.sheet import sheet
    from newslint.facts.worksheet import as_markdown, as_text

    facts = sheet(article)
    for kind, rows in json.loads(json.dumps(facts)).items():
        for row in rows if isinstance(rows, list) else ():
            if "start" in row:
                assert 0 <= row["start"] <= row["end"] <= len(article.source), (kind, row)
    assert "".join(as_text(article)) and "".join(as_markdown(article))


def is_reported(article: Article, findings: Sequence[Finding], random: Random) -> None:
    """Every output can be written, and the ones that programs read can be read."""
    report_ = ArticleReport(
        "a\n“b”.txt", None, article.format, article.headline, article.word_count, {}, findings, article.source
    )
    catalog = everything()[0]
    report = Report([report_], rules=catalog.rules, page=catalog.page, version="0")
    for name in random.sample(REPORTERS, 4):
        out = StringIO()
        reporter(name)(report, out, Options(color=random.random() < 0.5, width=random.choice((1, 40, 100))))
        said = out.getvalue().encode("utf-8", "backslashreplace").decode()
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(said)
        elif name in ("jsonl", "rdjsonl"):
            for line in said.split("\n")[:-1]:
                json.loads(line)
        elif name in ("checkstyle", "junit"):
            ElementTree.fromstring(said)


def article_keeps_the_laws(text: str, kind: str, random: Random) -> str:
    """Everything that holds for an article; says what became of it."""
    article = read(text, kind)
    if article is None:
        return "refused"
    is_sound(article)
    findings = linted(article).findings
    are_placed(article, findings)
    again = read(text, kind)
    assert again is not None and linted(again).findings == findings, "another result the second time"
    has_facts(again)
    is_reported(article, findings, random)
    return "linted"


def fixes_settle(text: str, kind: str, unsafe: bool) -> None:
    """Fixing ends, a second run has nothing left to do, and nothing new came."""

    def found(source: str) -> Sequence[Finding]:
        article = read(source, kind)
        assert article is not None, "a fix broke the front matter"
        return linted(article).findings

    if read(text, kind) is None:
        return
    done = fixes.in_rounds(text, found, unsafe)
    assert fixes.in_rounds(done.text, found, unsafe).text == done.text, "a second run changed more"


def suppressions_silence(text: str, kind: str) -> None:
    """Comments that ``--add-suppressions`` writes silence what was found."""
    from newslint.run.suppressing import silenced

    article = read(text, kind)
    if article is None:
        return
    findings = linted(article).findings
    after = read(silenced(article, findings), kind)
    if after is not None:  # else the command leaves the file as it is
        linted(after)


def bytes_keep_the_laws(data: bytes, encoding: str | None) -> str:
    """Bytes are a text or refused; a text can be written back."""
    try:
        text = decode(data, path="a.txt", encoding=encoding)
    except InputError as error:
        one_line(error)
        return "refused"
    assert encoding is not None or encode(text, data) == data
    return "decoded"


def loads_or_complains(load: Callable[[], object], place: str) -> str:
    """What `load` reads is read, or refused in one line that names the place."""
    try:
        load()
    except NewslintError as error:
        one_line(error)
        assert place in str(error), f"no place in {error}"
        return "refused"
    return "loaded"


def pack_keeps_the_laws(path: Path) -> str:
    """A pack is refused in one line with its place, or its rules run on their own examples."""

    def used() -> None:
        pack = compile_pack(path)
        rules = {row["name"]: word_rule(row) for row in pack.rules}
        catalog = Catalog(rules, Lexicon.of(pack.phrases), {})
        settings = Settings({name: rule.severity for name, rule in rules.items()})
        for text in [t.replace("<<", "").replace(">>", "") for rule in rules.values() for t in (*rule.bad, *rule.good)]:
            article = read_text(f"Council sells its museum\n\n{text}\n", input_format="plain")
            outcome = lint(article, catalog, settings)
            assert not outcome.crashes, f"{outcome.crashes[0].rule}: {outcome.crashes[0].error}"
            are_placed(article, outcome.findings)

    return loads_or_complains(used, f"{path}:")


def configuration_keeps_the_laws(path: Path, text: str) -> str:
    """A configuration is refused in one line with its place, or an article is linted by it."""

    def used() -> None:
        config = load_config(path)
        policy = Policy(config, everything()[0])
        policy.choice("opinion/a.txt", "")
        policy.active("a.txt")
        chosen = settings(policy.choice("a.txt", "opinion"))
        rules = {name: level for name, level in chosen.rules.items() if name not in OUTSIDE}
        outcome = lint(read_text(text, input_format="plain"), everything()[0], chosen._replace(rules=rules))
        assert not outcome.crashes, f"{outcome.crashes[0].rule}: {outcome.crashes[0].error}"

    return loads_or_complains(used, path.name)


def baseline_keeps_the_laws(path: Path) -> str:
    """A baseline is refused in one line with its place, or what it says can be used and written again."""

    def used() -> None:
        entries = baseline.load(path)
        baseline.match(entries, [], ["a.txt"])
        baseline.pruned(entries, entries)
        path.write_text(baseline.dump(baseline.updated(entries, [], ["a.txt"])), "utf-8", "surrogatepass")

    return loads_or_complains(used, str(path))


def diff_keeps_the_laws(text: str) -> str:
    """A diff is refused in one line, or names lines of files."""

    def used() -> None:
        for lines in diffs.parse_diff(text).values():
            assert all(1 <= first <= last for first, last in lines), lines

    return loads_or_complains(used, "diff")


def pattern_keeps_the_laws(regex: str, random: Random) -> str:
    """A pattern that packs may hold is never dear: at most `DEAREST` seconds a code point, on any food."""
    if trouble(regex):
        return "refused"
    compiled = re.compile(regex)
    for food in ("a", "b", "ab", "a ", "1", "a1 b", "aab ", "".join(random.choices("ab1 ", k=40))):
        text = (food * 2000)[:2000]
        for again in (True, True, False):
            started = process_time()
            for _ in compiled.finditer(text):
                pass
            if process_time() - started < DEAREST * len(text):
                break
            assert again, f"dear on {food!r}: {regex}"
    return "loaded"
