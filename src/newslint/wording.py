"""How a rule made of words runs: phrases that were found, less those that their conditions silence."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import phrases
from newslint.facts.conditions import stands
from newslint.finding import Edit, Fix
from newslint.lean import cache, partial
from newslint.rules import Check, Hit, Rule, doubtful_of, families
from newslint.text.pattern import pattern
from newslint.text.phrases import PhraseHit
from newslint.text.span import Span, covering, merged
from newslint.typed import Any, Callable, Iterator, Sequence

_SILENT_ZONES = frozenset(("meta", "code", "byline", "dateline"))
_MASKED = families("masked", "masked-words")


def word_rule(compiled: dict[str, Any]) -> Rule:
    """The rule of a compiled pack entry; its page is read from the pack when somebody asks for it."""
    name, family = compiled["name"], compiled["family"]
    return Rule(
        name=name,
        family=family,
        severity=compiled["severity"],
        check=_checker(compiled),
        wakes=(name, *([doubtful_of(name)] * compiled["doubtful"]), *(p["key"] for p in compiled["patterns"])),
        on=compiled["on"],
        masked=family in _MASKED and not compiled["in_quotes"],
        not_types=compiled["not_types"],
        yields_to=compiled["yields_to"],
        since=compiled["since"],
        status=compiled["status"],
        renamed_from=compiled["renamed_from"],
        lang=compiled["lang"],
        fixes=compiled["fixes"],
        source=compiled["source"],
        **compiled.get("page", {}),
    )


def _checker(compiled: dict[str, Any]) -> Check:
    return partial(_consistent if compiled["consistent"] else _check, compiled)


def _check(compiled: dict[str, Any], article: Article) -> Iterator[Hit]:
    found = [
        (hit.span, hit.data)
        for hit in phrases(article, compiled["name"])
        if stands(article, hit, compiled["conditions"])
    ]
    for entry in compiled["patterns"]:
        found += _matches(article, entry, compiled["conditions"])
    found = [(span, data) for span, data in _unnested(found) if _in_zone(article, span, data, compiled)]
    if compiled["unless_near"]:
        found = [(span, data) for span, data in found if not evidence(article, span, compiled["unless_near"])]
    if len(found) < compiled["min"] and not (compiled["min"] == 1 and compiled["doubtful"]):
        return
    for span, data in found:
        yield _hit(article, compiled, span, data)
    if compiled["doubtful"]:
        yield from _doubtful(compiled, article, [span for span, _ in found])


def _doubtful(compiled: dict[str, Any], article: Article, told: Sequence[Span]) -> Iterator[Hit]:
    """What counts only in the company of other findings, where nothing was found for sure."""
    for hit in phrases(article, doubtful_of(compiled["name"])):
        if (
            covering(told, *hit.span) < 0
            and stands(article, hit, compiled["conditions"])
            and _in_zone(article, hit.span, hit.data, compiled)
        ):
            yield _hit(article, compiled, hit.span, {**hit.data, "severity": "doubtful"})


def _hit(article: Article, compiled: dict[str, Any], span: Span, data: dict[str, Any]) -> Hit:
    said = article.one_line(span)
    plain = data.get("plain", "")
    fix = None
    if plain:
        text = _cased(plain, article.text[span.start : span.end])
        fix = Fix(f"Use “{plain}”", (Edit(span, text),), bool(data.get("safe")))
    message = compiled["message"].format_map(
        {
            "span": said, "word": said, "plain": plain, "suggestion": plain or data.get("hint", ""),
            "hint": data.get("hint", "say the plain thing"), "note": data.get("note", ""),
        }
    )  # fmt: skip
    return Hit(span, message, severity=data.get("severity"), scope=compiled["scope"], fix=fix)


def _cased(plain: str, said: str) -> str:
    """The plain form with a capital where the text has one."""
    return plain[:1].upper() + plain[1:] if said[:1].isupper() else plain


def _consistent(compiled: dict[str, Any], article: Article) -> Iterator[Hit]:
    by_pair: dict[int, tuple[list[PhraseHit], list[PhraseHit]]] = {}
    for hit in phrases(article, compiled["name"]):
        if (
            _in_zone(article, hit.span, hit.data, compiled)
            and article.blocks[article.block_at(hit.span.start)].zone != "headline"
        ):
            by_pair.setdefault(hit.data["pair"], ([], []))[hit.data["side"]].append(hit)
    for sides in by_pair.values():
        if not all(sides):
            continue
        # The rarer form is reported; of equally frequent ones the one that came second.
        rare, usual = sorted(sides, key=lambda side: (len(side), -side[0].span.start))
        other = article.one_line(usual[0].span)
        for hit in rare:
            said = article.one_line(hit.span)
            line = article.line_of(usual[0].span.start)
            yield Hit(
                hit.span,
                compiled["message"].format_map(
                    {"span": said, "word": said, "other": other, "line": line, "plain": other, "hint": ""}
                ),
                see=((usual[0].span, f"“{other}” here"),),
                fix=Fix(
                    f"Write “{other}”",
                    (Edit(hit.span, _cased(other.lower(), article.text[hit.span.start : hit.span.end])),),
                    True,
                ),
            )


def _in_zone(article: Article, span: Span, data: dict[str, Any], compiled: dict[str, Any]) -> bool:
    zone = article.blocks[article.block_at(span.start)].zone
    wanted = data.get("zones") or compiled["conditions"].get("zones")
    return zone in wanted if wanted else zone not in _SILENT_ZONES


def condition_against(rule: Rule, article: Article, hit: PhraseHit) -> str:
    """What in a rule made of words silences a phrase of its own that was found, in words; empty where nothing does, and
    for rules of code."""
    compiled: dict[str, Any] = getattr(rule.check, "args", ({},))[0]
    if not compiled:
        return ""
    for condition, rows in compiled["conditions"].items():
        if condition != "zones" and not stands(article, hit, {condition: rows}):
            return f"“{condition}” of {rule.name} leaves it alone"
    if not _in_zone(article, hit.span, hit.data, compiled):
        zone = article.blocks[article.block_at(hit.span.start)].zone
        return f"{rule.name} leaves {zone} alone"
    if compiled["unless_near"] and evidence(article, hit.span, compiled["unless_near"]):
        return (
            f"“unless-near” of {rule.name} leaves it alone: the sentence holds {' or '.join(compiled['unless_near'])}"
        )
    if compiled["min"] > 1:
        return f"the article holds fewer than {compiled['min']}"
    return ""


def _matches(article: Article, entry: dict[str, Any], conditions: dict[str, Any]) -> list[tuple[Span, dict[str, Any]]]:
    """What an entry's pattern finds round the words it needs. Windows that meet are one, so that the work stays
    linear."""
    found: list[tuple[Span, dict[str, Any]]] = []
    folded, held = article.folded, entry["held"]
    if held not in folded:
        return found
    for low, high in _windows(article, phrases(article, entry["key"]), entry["reach"]):
        if folded.find(held, low, high) < 0:
            continue
        regex = pattern(entry["regex"])  # no sooner: most patterns find no word to start from
        named = "span" if "span" in regex.groupindex else 0
        for match in regex.finditer(folded, low, high):
            span = Span(*match.span(named if match.start(named) >= 0 else 0))
            if span.start == span.end:
                continue
            at = PhraseHit(span, article.words.at(span.start), article.words.at(span.end) - 1, {})
            if stands(article, at, entry["conditions"]) and stands(article, at, conditions):
                found.append((span, entry["data"]))
    return found


def _windows(article: Article, hits: Sequence[PhraseHit], reach: int) -> list[Span]:
    """The surroundings of the words within their blocks, joined where they overlap: `reach` code points on either side,
    which hold every match with such a word."""
    windows = []
    for hit in hits:
        block = article.blocks[article.block_at(hit.span.start)].span
        windows.append((max(block.start, hit.span.start - reach), min(block.end, hit.span.end + reach)))
    return merged(windows)


def _unnested(found: list[tuple[Span, dict[str, Any]]]) -> list[tuple[Span, dict[str, Any]]]:
    """In order; of overlapping ones the longest."""
    kept: list[tuple[Span, dict[str, Any]]] = []
    for span, data in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        if kept and span.start < kept[-1][0].end:
            if span.end - span.start > kept[-1][0].end - kept[-1][0].start:
                kept[-1] = (span, data)
            continue
        kept.append((span, data))
    return kept


def evidence(article: Article, span: Span, kinds: Sequence[str]) -> bool:
    """True when the sentence of the span holds one of: figure, date, name, quote, link, source; or the part of it
    between commas a figure that could measure something (figure-beside)."""
    sentence = article.sentence_at(span.start)
    reach = sentence.span if sentence else article.blocks[article.block_at(span.start)].span
    from newslint.facts.attribution import sourced_sentences
    from newslint.facts.support import inside, measured_by_figure, part_of

    for kind in kinds:
        if kind == "figure-beside":
            if measured_by_figure(article, part_of(article, span), span):
                return True
            continue
        if kind == "source":
            if article.sentence_index(span.start) in sourced_sentences(article):
                return True
        elif any(not found.span.overlaps(span) for found in inside(_kinds()[kind](article), reach)):
            return True
    return False


@cache
def _kinds() -> dict[str, Callable[[Article], Sequence[Any]]]:
    from newslint.facts.dates import dates
    from newslint.facts.figures import figures
    from newslint.facts.links import links
    from newslint.facts.names import names
    from newslint.facts.quotes import quotations

    return {"figure": figures, "date": dates, "name": names, "quote": quotations, "link": links}
