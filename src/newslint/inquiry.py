"""Why something was said of an article, and why something was not: what each step of the engine made of the hits.

``newslint why`` shows it. The engine's steps are compared with each other, so that no rule and no step need know that
somebody asks.
"""

from __future__ import annotations

from pathlib import Path

from newslint import arbitrate, baseline, engine
from newslint.article import Article
from newslint.baseline import Entry
from newslint.catalog import Catalog, builtin_packs
from newslint.doubt import DOUBTED_AT, Standing, standing_of
from newslint.engine import Crash, Settings, Steps
from newslint.errors import Unavailable
from newslint.facts import fact_at, lexicons_here
from newslint.facts.names import names
from newslint.facts.voice import in_code, is_quoted, retold_clauses
from newslint.fields import in_field
from newslint.finding import Finding
from newslint.named import NamedTuple
from newslint.packs.places import Places
from newslint.parts import Suppression
from newslint.placing import finding_of, take
from newslint.reasons import against
from newslint.rules import Hit, Rule, doubtful_of
from newslint.text.phrases import PhraseHit, hits_of
from newslint.text.span import Span, covering
from newslint.typed import Iterator, Literal, Mapping, Sequence

State = Literal["said", "listed", "folded", "doubtful", "pardoned", "masked", "suppressed", "baseline", "off", "left"]
"""What became of something that a rule met. ``listed``: a further place of a finding elsewhere. ``folded``: another
rule speaks for it. ``pardoned``: advice that a sober report can do without. ``off``: the rule does not run. ``left``:
words that wake the rule, of which it said nothing."""


class Note(NamedTuple):
    """Something that a rule met."""

    finding: Finding
    """As it is reported, or would have been."""
    at: Span
    """Its place in the article's source, which is not that in a field."""
    state: State
    why: str = ""
    """In plain words; of what was said, what changed its severity."""
    by: str = ""
    """The rule that speaks for it."""
    met: tuple[str, PhraseHit] | None = None
    """Words that were left, and the lexicon that has them."""


class Inquiry(NamedTuple):
    """All that was met in an article."""

    notes: list[Note]
    standing: Standing
    skipped: tuple[str, ...]
    """What could not run, and why."""
    crashes: tuple[Crash, ...] = ()


def inquire(
    article: Article,
    catalog: Catalog,
    settings: Settings,
    entries: Sequence[Entry],
    off: Mapping[str, str],
    set_by: Mapping[str, str],
) -> Inquiry:
    """Lint the article, and note what became of every hit. `entries` are those of the baseline; `off` says of rules
    that do not run why, and `set_by` of rules what changes their severity, where that is not the configuration."""
    outcome = engine.lint(article, catalog, settings._replace(traced=True))
    steps = outcome.steps or Steps([], [], [], [], [], [])
    broken = {crash.rule for crash in outcome.crashes}  # their hits may be anything, and their silence means nothing
    steps = steps._replace(said=[(rule, hit) for rule, hit in steps.said if rule.name not in broken])
    standing = standing_of(article, steps.found, steps.doubtful)
    changed = {**_configured(steps, catalog, settings, set_by), **dict(_changed(steps, standing))}
    notes = [*_said(steps, outcome.findings, entries, changed)]
    notes += _masked(article, steps, settings)
    notes += _doubtful(article, steps, standing)
    notes += _pardoned(steps)
    notes += _folded(article, catalog, steps)
    notes += [Note(f, f.span, "suppressed", _silencer(article, f)) for f in steps.silenced]
    found_off, broken_off = _off(article, catalog, off)
    notes += found_off
    notes += _left(article, catalog, steps, [name for name in settings.rules if name not in broken])
    if article.fields:
        placed_already = ("said", "listed", "baseline")
        notes = [n if n.state in placed_already else n._replace(finding=in_field(article, n.finding)) for n in notes]
    return Inquiry(notes, standing, outcome.skipped + outcome.errors + broken_off, outcome.crashes)


Name = tuple[str, Span, str, str]


def _name(f: Finding) -> Name:
    """What a finding is known by from step to step, whatever becomes of its severity and its place in a field."""
    return f.rule, f.prose, f.key, f.message


def _said(
    steps: Steps, findings: Sequence[Finding], entries: Sequence[Entry], changed: Mapping[Name, str]
) -> Iterator[Note]:
    known = baseline.CrossedOff(entries, [f.path for f in findings[:1]]).parted(findings)[1] if entries else []
    baselined = {_name(f) for f in known}
    unplaced = {_name(f): f for f in steps.settled}
    for f in findings:
        raw = unplaced.get(_name(f), f)
        if _name(f) in baselined:
            yield Note(f, raw.span, "baseline", "the baseline knows it")
            continue
        yield Note(f, raw.span, "said", changed.get(_name(f), ""))
        for further in raw.related:
            if further.role == "also-here":
                yield Note(f, further.span, "listed", f"a further place of the finding at {f.line}:{f.column}")


def _configured(steps: Steps, catalog: Catalog, settings: Settings, set_by: Mapping[str, str]) -> dict[Name, str]:
    """Of findings whose severity the configuration sets, or the profile: the rule's own."""
    own = {name: catalog.rules[name].severity for name in settings.rules}
    return {
        _name(f): f"{set_by.get(f.rule, 'its severity is configured')}; it would be {own[f.rule]}"
        for f in steps.settled
        if settings.rules[f.rule] != own[f.rule]
    }


def _changed(steps: Steps, standing: Standing) -> Iterator[tuple[Name, str]]:
    """Of findings whose severity depends on the company that they are in, what was made of it."""
    before = {_name(f): f for f in steps.found}
    doubted = f"the article is doubted: {weighed(standing)}"
    for f in steps.judged:
        old = before.get(_name(f))
        if old is None:
            yield _name(f), f"doubtful, and counts here, as {doubted}"
        elif old.severity == "info" and f.severity != "info":
            yield _name(f), f"raised from {old.severity}, as {doubted}"
        elif old.severity != f.severity:
            yield _name(f), f"pardoned from {old.severity}: in a report with so few sure findings it is advice"


def weighed(standing: Standing) -> str:
    """What weighs against an article, in words."""
    if standing.own and not standing.doubted:
        return "it says I or we, which is not doubted for its weight, and it does not gush"
    if standing.own and standing.weight < DOUBTED_AT:
        return "it says I or we, and it gushes"
    return f"{standing.weight:.2f} sure findings in a hundred words weigh against it, and it takes {DOUBTED_AT:g}"


# -- what fell silent --------------------------------------------------------------------------------------------------


def _masked(article: Article, steps: Steps, settings: Settings) -> Iterator[Note]:
    passed = {(f.rule, f.prose) for f in steps.found} | {(rule.name, hit.span) for rule, _, hit in steps.doubtful}
    for rule, hit in steps.said:
        if hit.scope in ("span", "sentence") and (rule.name, hit.span) not in passed:
            f = finding_of(article, rule, settings.rules[rule.name], hit)
            yield Note(f, f.span, "masked", _whose(article, hit.span))


def _whose(article: Article, span: Span) -> str:
    """Why the words are not the writer's."""
    i = article.block_at(span.start)
    if covering(retold_clauses(article), *span) >= 0:
        return "stands in what a named person is said to have said"
    if is_quoted(article, span) or article.blocks[i].zone == "quote":
        return "stands in a quotation"
    if in_code(article, span):
        return "stands in code"
    if article.blocks[i].zone == "meta":
        return "readers are not shown it"
    if any(name.span.overlaps(span) for name in names(article)):
        return "stands in a name"
    return "stands in an address, a title or an open quotation"


def _doubtful(article: Article, steps: Steps, standing: Standing) -> Iterator[Note]:
    counted = {(f.rule, f.prose) for f in steps.judged}
    seconded = {(a.rule, a.span): f.rule for f in steps.judged for a in f.also}
    for pending in steps.doubtful:
        rule, _, hit = pending
        if (rule.name, hit.span) in counted:
            continue
        f = finding_of(article, *pending)
        by = seconded.get((rule.name, f.span), "")
        if by:
            yield Note(f, f.span, "folded", f"doubtful, and {by} speaks for the sentence", by)
        elif standing.doubted:
            yield Note(f, f.span, "doubtful", "doubtful, and another rule has spoken of the sentence or the words")
        elif standing.own:
            yield Note(f, f.span, "doubtful", "doubtful, and a text in the first person is not doubted for its weight")
        else:
            yield Note(f, f.span, "doubtful", f"doubtful, and the article is not doubted: {weighed(standing)}")


def _pardoned(steps: Steps) -> Iterator[Note]:
    judged = {_name(f) for f in steps.judged}
    for f in steps.found:
        if _name(f) not in judged:
            yield Note(f, f.span, "pardoned", "advice that an article without many flaws can do without")


def _folded(article: Article, catalog: Catalog, steps: Steps) -> Iterator[Note]:
    settled = {_name(f) for f in steps.settled}
    whole = arbitrate.folded(article, steps.judged, catalog.yielding)
    speakers = {(a.rule, a.span): f for f in whole for a in f.also}
    for f in steps.judged:
        if _name(f) not in settled:
            # What is in no `also` is an outside engine's, of words of which a rule of ours has spoken.
            own = (s for s in steps.settled if s.scope in ("span", "sentence") and s.prose.overlaps(f.prose))
            speaker = speakers.get((f.rule, f.span)) or next(own)
            why = f"{speaker.rule} speaks for it, at {speaker.line}:{speaker.column}"
            yield Note(f, f.span, "folded", why, speaker.rule)


def _silencer(article: Article, f: Finding) -> str:
    """The comment or the front matter that silences the finding."""
    here = [s for s in article.suppressions if s.scope == "file" or s.covers.start <= f.span.start < s.covers.end]
    for suppression in here:
        if not {f.rule, f.family, "all"}.isdisjoint(suppression.rules):
            return _by_hand(article, suppression)
    return _by_hand(article, here[0]) if here else "a comment silences it"


def _by_hand(article: Article, suppression: Suppression) -> str:
    reason = f" ({suppression.reason})" if suppression.reason else ""
    return f"switched off in line {article.position(suppression.span.start)[0]}{reason}"


def _off(article: Article, catalog: Catalog, off: Mapping[str, str]) -> tuple[list[Note], tuple[str, ...]]:
    """What rules would have said that do not run, and those of them that would break."""
    notes: list[Note] = []
    broken: list[str] = []
    for name, why in off.items():
        rule = catalog.rules[name]
        found: list[Finding] = []
        try:
            take(article, rule, rule.severity, list(rule.check(article, **rule.options)), found, [])
        except Unavailable:  # it needs what is not here, as a dictionary; nobody asked for it
            continue
        except Exception as error:
            broken.append(f"{name}: {why}; it would break ({type(error).__name__}: {error}; {rule.source})")
        notes += [Note(f, f.span, "off", why) for f in found]
    return notes, tuple(broken)


# -- words that were met -----------------------------------------------------------------------------------------------


def _left(article: Article, catalog: Catalog, steps: Steps, names: Sequence[str]) -> Iterator[Note]:
    """Phrases of a rule, or of a lexicon that wakes it, on which the rule said nothing."""
    found = article.context.heard.found if article.context.heard else {}
    said: dict[str, list[Span]] = {}
    for speaker, told in steps.said:
        said.setdefault(speaker.name, []).extend(Span(*span) for span in (told.span, *told.also_here))
    for lexicon, rules in _owners(catalog, names).items():
        for hit in hits_of(article.words, found.get(lexicon, [])):
            silent = [rule for rule in rules if not any(span.overlaps(hit.span) for span in said.get(rule.name, ()))]
            if len(silent) == len(rules):  # of two that share a lexicon one has spoken
                rule = silent[0]
                f = finding_of(article, rule, rule.severity, Hit(hit.span, hit.data.get("hint", "")))
                yield Note(f, f.span, "left", against(article, rule, hit), met=(lexicon, hit))


def asleep(article: Article, rule: Rule) -> tuple[str, ...]:
    """What would wake a rule, where the article has nothing of it; empty for a rule that is awake."""
    if any(fact_at(wake)(article) if ":" in wake else lexicons_here(article, [wake]) for wake in rule.wakes):
        return ()
    return tuple(wake.rpartition(":")[2].replace("_", " ") for wake in rule.wakes)


def _owners(catalog: Catalog, names: Sequence[str]) -> dict[str, list[Rule]]:
    """The rules of those names by the lexicons that they are made of or woken by."""
    owners: dict[str, list[Rule]] = {}
    for name in names:
        rule = catalog.rules[name]
        for lexicon in dict.fromkeys((name, doubtful_of(name), *rule.wakes)):
            if ":" not in lexicon:
                owners.setdefault(lexicon, []).append(rule)
    return owners


def places_of_entries(catalog: Catalog) -> Places:
    """Where in the packs of a catalog the words stand that were met."""
    sources = [Path(rule.source.rpartition(":")[0]) for rule in catalog.rules.values()]
    packs = [*builtin_packs().glob("*.yaml"), *(path for path in sources if path.suffix in (".yaml", ".yml"))]
    return Places(sorted({pack.resolve() for pack in packs}))
