"""The engine: wakes rules, masks, places, arbitrates and suppresses what they say.

Rules say where and what; name, severity, line and fingerprint come from here.
"""

from __future__ import annotations

from newslint import suppress
from newslint.arbitrate import arbitrate
from newslint.article import Article
from newslint.catalog import Catalog
from newslint.doubt import in_company
from newslint.errors import Unavailable
from newslint.facts import Heard
from newslint.facts.language import language
from newslint.finding import Finding, Severity
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.placing import Held, complaints_of, place
from newslint.rule import Hit, Rule
from newslint.text.phrases import Lexicon
from newslint.text.span import Span
from newslint.typed import TYPE_CHECKING, Any, Callable, Mapping, Sequence

if TYPE_CHECKING:
    from newslint.ledger import Ledger

_AROUND = 1000
"""Code points on either side of a finding that name it, where its sentence is longer than any sentence is."""


class Settings(NamedTuple):
    """What a run asks for, for one article."""

    rules: Mapping[str, Severity]
    """The rules that run, each with its severity."""
    options: Mapping[str, Mapping[str, Any]] = {}
    """Options that differ from the rules' defaults."""
    require_reason: bool = False
    """Complain of suppressions without a reason."""
    names: tuple[str, ...] = ()
    """Names that the desk uses, never to be taken for words."""
    timed: bool = False
    """Measure each rule."""
    asked: frozenset[str] = frozenset()
    """Rules that the user named one by one: when one of them cannot run, that is an error."""
    languagetool: Mapping[str, Any] = {}
    """Where the engine for grammar and spelling is."""


class Crash(NamedTuple):
    """A rule that threw: our bug, or a plug-in's. It spoils its own result only."""

    rule: str
    path: str
    error: str
    source: str


class Outcome(NamedTuple):
    """What came of one article."""

    findings: list[Finding]
    suppressed: int = 0
    crashes: tuple[Crash, ...] = ()
    skipped: tuple[str, ...] = ()
    """Rules or the whole article left out, with the reason."""
    seconds: Mapping[str, float] = {}
    """Time by rule and shared fact, each without what it asked of others; when asked for."""
    errors: tuple[str, ...] = ()
    """Rules that were asked for by name and cannot run, with the reason."""


def lint(article: Article, catalog: Catalog, settings: Settings) -> Outcome:
    """Every finding of the article that the settings ask for, in order of place."""
    spoken = language(article)
    crashes: list[Crash] = []
    skipped: list[str] = []
    errors: list[str] = []
    found: list[Finding] = []
    doubtful: list[Held] = []
    ledger = _ledger(article) if settings.timed else None
    article.facts["desk-names"] = settings.names
    article.facts["languagetool"] = settings.languagetool
    if ledger:
        ledger.charge("phrases (shared)", listen, article, catalog.lexicon)
    else:
        listen(article, catalog.lexicon)
    roster = _roster(catalog, settings, spoken, article.meta.type)
    if roster.foreign:
        said = "written" if article.meta.lang else "seems to be written"
        skipped.append(f"{article.path or 'the article'}: {said} in {spoken!r}, for which there are no rules")
    heard = article.facts["phrases"].found.keys()
    for name, severity, rule, options, wakes, facts in roster.duties:
        try:
            if wakes and heard.isdisjoint(wakes):  # else a fact may wake it; a loop, since a call a rule would cost
                for fact in facts:
                    if fact(article):
                        break
                else:
                    continue
            hits = (
                ledger.charge(name, _heard, rule, article, options) if ledger else list(rule.check(article, **options))
            )
            if hits:
                place(article, rule, severity, hits, found, doubtful)
        except Unavailable as error:
            (errors if name in settings.asked else skipped).append(f"{name}: {error}")
        except Exception as error:
            crashes.append(Crash(name, article.path, f"{type(error).__name__}: {error}", rule.source))
    found = in_company(article, found, doubtful, lambda name: settings.rules[name] == catalog.rules[name].severity)
    settled = arbitrate(article, found)
    families = {name: rule.family for name, rule in catalog.rules.items()} if article.suppressions else {}
    kept, silenced, complaints = suppress.apply(
        article, settled, families, settings.rules, settings.require_reason, catalog.renamed
    )
    if complaints and "unused-suppression" in settings.rules:
        kept += complaints_of(article, complaints, settings.rules["unused-suppression"])
        kept.sort(key=lambda f: (f.span.start, f.rule, f.span.end))
    seconds = ledger.seconds if ledger else {}
    kept = with_fingerprints(article, kept)
    if article.fields:
        from newslint.fields import in_field

        kept = [in_field(article, finding) for finding in kept]
    return Outcome(kept, len(silenced), tuple(crashes), tuple(skipped), seconds, tuple(errors))


def listen(article: Article, lexicon: Lexicon) -> None:
    """Find every phrase of the lexicon in one pass; `facts.phrases` and the wakes of rules then know them."""
    article.facts["phrases"] = Heard(lexicon.find(article.folded, article.words), {})


def _ledger(article: Article) -> Ledger:
    """A ledger that the article's facts will find."""
    from newslint.ledger import Ledger

    ledger: Ledger = article.facts.setdefault("ledger", Ledger())
    return ledger


def _heard(rule: Rule, article: Article, options: Mapping[str, Any]) -> list[Hit]:
    return list(rule.check(article, **options))


class _Duty(NamedTuple):
    """A rule that a run asks, and what wakes it."""

    name: str
    severity: Severity
    rule: Rule
    options: Mapping[str, Any]
    wakes: tuple[str, ...]
    facts: tuple[Callable[[Article], Any], ...]


class _Roster(NamedTuple):
    """The rules for every article of one language and kind."""

    duties: list[_Duty]
    foreign: bool
    """Some rules were left out because they are not for this language."""
    made_of: tuple[object, ...]
    """Held on to, so that nothing else gets the identity by which the roster is found."""


_rosters: dict[tuple[object, ...], _Roster] = {}
_MOST_ROSTERS = 200


def _roster(catalog: Catalog, settings: Settings, language: str, kind: str) -> _Roster:
    """Who is on duty; worked out once for all articles that share rules, options, language and kind."""
    made_of = (catalog.rules, settings.rules, settings.options)
    key = (*map(id, made_of), language, kind)
    if key not in _rosters:
        duties: list[_Duty] = []
        foreign = False
        for name, severity in settings.rules.items():
            rule = catalog.rules[name]
            if rule.lang not in (language, "any"):
                foreign = True
            elif kind not in rule.not_types:
                options = {**rule.options, **settings.options.get(name, {})}
                duties.append(_Duty(name, severity, rule, options, rule.wakes, _facts(rule.wakes)))
        if len(_rosters) >= _MOST_ROSTERS:
            _rosters.clear()
        _rosters[key] = _Roster(duties, foreign, made_of)
    return _rosters[key]


@cache
def _facts(wakes: tuple[str, ...]) -> tuple[Callable[[Article], Any], ...]:
    """The facts that the wakes name. The other ones are lexicons, known by what the article holds of them."""
    import newslint

    return tuple(getattr(newslint, wake) for wake in wakes if newslint._HOME.get(wake, "").startswith("facts."))


def with_fingerprints(article: Article, findings: Sequence[Finding]) -> list[Finding]:
    """Name each finding by its rule and its words, so that edits elsewhere leave the name alone.

    64 bits of blake2b over rule, scope, and the folded prose of the span and of its sentence (document findings: rule
    and key), then ``:n`` for the n-th equal one.
    """
    try:
        from _blake2 import blake2b  # without hashlib, which would load OpenSSL
    except ImportError:  # pragma: no cover - other Python implementations
        from hashlib import blake2b
    seen: dict[str, int] = {}
    sentences: dict[int, str] = {}
    out = []
    for finding in findings:
        parts: tuple[str, ...] = (finding.rule, finding.scope, finding.key)
        if finding.scope not in ("document", "corpus") and not finding.key:
            said = _folded(article, finding.prose)
            i = article.sentence_index(finding.prose.start)
            around = article.sentences[i].span if i >= 0 else finding.prose
            if around.end - around.start > 2 * _AROUND:  # keeps hostile text linear
                low, high = finding.prose.start - _AROUND, finding.prose.start + _AROUND
                context = _folded(article, Span(max(around.start, low), min(around.end, high)))
            elif i < 0:
                context = said
            else:
                context = sentences.get(i) or sentences.setdefault(i, _folded(article, around))
            parts = (finding.rule, finding.scope, said, context)
        digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
        out.append(finding._replace(fingerprint=f"{digest}:{seen[digest]}"))
    return out


def _folded(article: Article, span: Span) -> str:
    return " ".join(article.folded[span.start : span.end].split())
