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
from newslint.facts import fact_at
from newslint.facts.language import language
from newslint.finding import Finding, Severity
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.parts import Heard
from newslint.placing import PendingHit, complaints_of, take
from newslint.rules import Hit, Rule
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
    traced: bool = False
    """Remember what every step made of the hits."""


class Crash(NamedTuple):
    """A rule that threw: our bug, or a plug-in's. It spoils its own result only."""

    rule: str
    path: str
    error: str
    source: str

    @property
    def told(self) -> str:
        """What to say of it, behind the path."""
        return f"internal error in rule {self.rule} ({self.source}): {self.error}"


class Steps(NamedTuple):
    """What became of the hits, step by step; offsets of findings count in the article, not in its fields."""

    said: list[tuple[Rule, Hit]]
    """Everything that the rules said."""
    found: list[Finding]
    """... less what stands on words that are not the writer's."""
    doubtful: list[PendingHit]
    """What was held back for an article full of flaws."""
    judged: list[Finding]
    """In company of each other: raised, pardoned or dropped, with the doubtful ones that count."""
    settled: list[Finding]
    """One for each flaw."""
    silenced: list[Finding]
    """Those of them that a comment silences."""


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
    steps: Steps | None = None
    """When asked for."""


def lint(article: Article, catalog: Catalog, settings: Settings) -> Outcome:
    """Every finding of the article that the settings ask for, in order of place."""
    ledger = _prepare(article, catalog, settings)
    active = _active_rules(catalog, settings, language(article), article.meta.type)
    answers = _ask(article, active.rules, ledger, settings.traced)
    judged = in_company(
        article, answers.found, answers.doubtful, lambda name: settings.rules[name] == catalog.rules[name].severity
    )
    settled = arbitrate(article, judged, catalog.yielding)
    kept, silenced = _unsuppressed(article, settled, catalog, settings)
    kept = with_fingerprints(article, kept)
    if article.fields:
        from newslint.fields import in_field

        kept = [in_field(article, finding) for finding in kept]
    skipped = [_foreign(article)] if active.foreign else []
    skipped += [f"{name}: {why}" for name, why in answers.unable if name not in settings.asked]
    errors = [f"{name}: {why}" for name, why in answers.unable if name in settings.asked]
    seconds = ledger.seconds if ledger else {}
    steps = None
    if settings.traced:
        steps = Steps(answers.said, answers.found, answers.doubtful, judged, settled, silenced)
    return Outcome(kept, len(silenced), tuple(answers.crashes), tuple(skipped), seconds, tuple(errors), steps)


def _prepare(article: Article, catalog: Catalog, settings: Settings) -> Ledger | None:
    """Hand the facts what they need to know from outside; the ledger is there where time is to be measured."""
    context = article.context
    context.desk_names = settings.names
    context.languagetool = settings.languagetool
    if not settings.timed:
        listen(article, catalog.lexicon)
        return None
    from newslint.ledger import Ledger

    context.ledger = context.ledger or Ledger()
    context.ledger.charge("phrases (shared)", listen, article, catalog.lexicon)
    return context.ledger


def _foreign(article: Article) -> str:
    how = "written" if article.meta.lang else "seems to be written"
    return f"{article.path or 'the article'}: {how} in {language(article)!r}, for which there are no rules"


class _Answers(NamedTuple):
    """What the active rules said of an article."""

    found: list[Finding]
    doubtful: list[PendingHit]
    crashes: list[Crash]
    unable: list[tuple[str, str]]
    """Rules that cannot run here, each with the reason."""
    said: list[tuple[Rule, Hit]]
    """Every hit; only where somebody wants to know."""


def _ask(article: Article, rules: Sequence[_ActiveRule], ledger: Ledger | None, traced: bool) -> _Answers:
    """Ask each rule that something in the article wakes."""
    answers = _Answers([], [], [], [], [])
    answered = article.facts
    heard = article.context.heard
    lexicons = frozenset(heard.found if heard else ())
    for active in rules:
        name, severity, rule, options, wakes, facts = active
        try:
            if wakes and lexicons.isdisjoint(wakes):  # else a fact may wake it; a loop, since a call a rule would cost
                for fact, work_out in facts:
                    if answered[fact] if fact in answered else work_out(article):
                        break
                else:
                    continue
            hits = ledger.charge(name, _hits, active, article) if ledger else list(rule.check(article, **options))
            if hits:
                if traced:
                    answers.said.extend((rule, hit) for hit in hits)
                take(article, rule, severity, hits, answers.found, answers.doubtful)
        except Unavailable as error:
            answers.unable.append((name, str(error)))
        except Exception as error:
            answers.crashes.append(Crash(name, article.path, f"{type(error).__name__}: {error}", rule.source))
    return answers


def _hits(active: _ActiveRule, article: Article) -> list[Hit]:
    return list(active.rule.check(article, **active.options))


def _unsuppressed(
    article: Article, findings: Sequence[Finding], catalog: Catalog, settings: Settings
) -> tuple[list[Finding], list[Finding]]:
    """The findings that no comment silences, with complaints of such comments, and those that one does."""
    families = {name: rule.family for name, rule in catalog.rules.items()} if article.suppressions else {}
    kept, silenced, complaints = suppress.apply(
        article, findings, families, settings.rules, settings.require_reason, catalog.renamed
    )
    if complaints and "unused-suppression" in settings.rules:
        kept += complaints_of(article, complaints, settings.rules["unused-suppression"])
        kept.sort(key=lambda f: (f.span.start, f.rule, f.span.end))
    return kept, silenced


def listen(article: Article, lexicon: Lexicon) -> None:
    """Find every phrase of the lexicon in one pass; `facts.phrases` and the wakes of rules then know them."""
    article.context.heard = Heard(lexicon.find(article.folded, article.words), {})


class _ActiveRule(NamedTuple):
    """A rule that a run asks, and what wakes it."""

    name: str
    severity: Severity
    rule: Rule
    options: Mapping[str, Any]
    wakes: tuple[str, ...]
    facts: tuple[tuple[str, Callable[[Article], Any]], ...]
    """Each by the address under which the article remembers it, so that what is answered already costs no call."""


class _ActiveRules(NamedTuple):
    """The rules for every article of one language and kind."""

    rules: list[_ActiveRule]
    foreign: bool
    """Some rules were left out because they are not for this language."""
    made_of: tuple[object, ...]
    """Held on to, so that nothing else gets the identity by which they are found."""


_remembered: dict[tuple[object, ...], _ActiveRules] = {}
_MOST_REMEMBERED = 200


def _active_rules(catalog: Catalog, settings: Settings, language: str, kind: str) -> _ActiveRules:
    """The rules for an article, worked out once for all that share rules, options, language and kind."""
    made_of = (catalog.rules, settings.rules, settings.options)
    key = (*map(id, made_of), language, kind)
    if key not in _remembered:
        active: list[_ActiveRule] = []
        foreign = False
        for name, severity in settings.rules.items():
            rule = catalog.rules[name]
            if rule.lang not in (language, "any"):
                foreign = True
            elif kind not in rule.not_types:
                options = {**rule.options, **settings.options.get(name, {})}
                active.append(_ActiveRule(name, severity, rule, options, rule.wakes, _facts(rule.wakes)))
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        _remembered[key] = _ActiveRules(active, foreign, made_of)
    return _remembered[key]


@cache
def _facts(wakes: tuple[str, ...]) -> tuple[tuple[str, Callable[[Article], Any]], ...]:
    """The facts among the wakes. The other ones are lexicons, known by what the article holds of them."""
    return tuple((wake, fact_at(wake)) for wake in wakes if ":" in wake)


def with_fingerprints(article: Article, findings: Sequence[Finding]) -> list[Finding]:
    """Name each finding by its rule and its words, so that edits elsewhere leave the name alone.

    64 bits of blake2b over rule, scope, and the folded prose of the span and of its sentence (document findings: rule
    and key), then ``:n`` for the n-th equal one.
    """
    from _blake2 import blake2b  # without hashlib, which would load OpenSSL

    seen: dict[str, int] = {}
    sentences: dict[int, str] = {}
    out = []
    for finding in findings:
        parts: tuple[str, ...] = (finding.rule, finding.scope, finding.key)
        if finding.scope not in ("document", "corpus") and not finding.key:
            words = _folded(article, finding.prose)
            i = article.sentence_index(finding.prose.start)
            around = article.sentences[i].span if i >= 0 else finding.prose
            if around.end - around.start > 2 * _AROUND:  # keeps hostile text linear
                low, high = finding.prose.start - _AROUND, finding.prose.start + _AROUND
                context = _folded(article, Span(max(around.start, low), min(around.end, high)))
            elif i < 0:
                context = words
            else:
                context = sentences.get(i) or sentences.setdefault(i, _folded(article, around))
            parts = (finding.rule, finding.scope, words, context)
        digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        seen[digest] = seen.get(digest, 0) + 1
        out.append(finding._replace(fingerprint=f"{digest}:{seen[digest]}"))
    return out


def _folded(article: Article, span: Span) -> str:
    return " ".join(article.folded[span.start : span.end].split())
