"""What every rule must have, and what is said of one that lacks it or names what is not there."""

from __future__ import annotations

from newslint.errors import RuleError, did_you_mean
from newslint.finding import SEVERITIES
from newslint.formats.frontkeys import meant_kind
from newslint.packs.source import place_in
from newslint.rules import Rule
from newslint.typed import Any, Sequence


def examine(rule: Rule) -> None:
    """RuleError when a rule lacks what every rule must have."""
    if rule.severity not in SEVERITIES:
        near = did_you_mean(str(rule.severity), SEVERITIES)
        raise RuleError(
            f"{rule.source}: rule {rule.name!r}: severity {rule.severity!r}: use error, warning or info{near}"
        )
    if rule.fixes not in ("", "unsafe", "safe"):
        raise RuleError(f"{rule.source}: rule {rule.name!r}: fixes {rule.fixes!r}: use safe or unsafe, or leave it out")
    if len(rule.bad) < 2 or len(rule.good) < 2:
        raise RuleError(f"{rule.source}: rule {rule.name!r} needs at least two bad and two good examples")
    if any("<<" not in example for example in rule.bad) or any("<<" in example for example in rule.good):
        raise RuleError(
            f"{rule.source}: rule {rule.name!r}: bad examples carry << >> round what is found, good ones none"
        )
    if not rule.summary:
        raise RuleError(f"{rule.source}: rule {rule.name!r} has no docstring")
    for option in rule.options:
        if not rule.option_texts.get(option, "").strip() or "\n" in rule.option_texts[option]:
            raise RuleError(
                f"{rule.source}: rule {rule.name!r}: say in one line what the option {option!r} is, in"
                f" @rule(options={{{option!r}: “…”}})"
            )
    for option in rule.option_texts:
        if option not in rule.options:
            near = did_you_mean(option, list(rule.options))
            raise RuleError(f"{rule.source}: rule {rule.name!r} describes {option!r}, and has no such option{near}")


def examine_names(rules: Sequence[dict[str, Any]], lexicons: set[str]) -> None:
    """RuleError when a rule waits for a lexicon that is not there, and would sleep for good, or yields to no rule; and
    on a kind of article that looks like a slip for one of ours."""
    names = {rule["name"] for rule in rules}
    for rule in rules:
        wakes = [wake for wake in rule.get("wakes", ()) if ":" not in wake]
        for said, kind, known in (("wakes on", "lexicon", lexicons), ("yields to", "rule", names)):
            for nth, name in enumerate(wakes if kind == "lexicon" else rule["yields_to"]):
                if name not in known:
                    near = did_you_mean(name, sorted(known))
                    raise _wrong(rule, "yields-to", nth, f"{said} {name!r}: no such {kind}{near}")
        for nth, name in enumerate(rule["not_types"]):
            if meant := meant_kind(name):
                said = f"is silent in {name!r}: no such kind of article (did you mean {meant!r}?)"
                raise _wrong(rule, "not-types", nth, said)


def _wrong(rule: dict[str, Any], field: str, nth: int, said: str) -> RuleError:
    """What to raise on the entry of a list, with its line where that is in a pack."""
    return RuleError(f"{place_in(rule['source'], rule['name'], field, nth)}: rule {rule['name']!r} {said}")
