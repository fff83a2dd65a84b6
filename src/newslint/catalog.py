"""All rules there are: built-in checks and packs, plug-ins, and the packs of a configuration.

The folders are the registry; nobody keeps a list. What was read is kept on disk, keyed by the files it was made of,
because reading YAML and importing every check would cost more than linting an article.
"""

from __future__ import annotations

import os
import sys

from newslint import __version__, store
from newslint.errors import RuleError
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.rules import Check, Rule
from newslint.text.packed import Packed
from newslint.text.phrases import Lexicon
from newslint.typed import TYPE_CHECKING, Any, Iterable, Iterator, Sequence
from newslint.wording import word_rule

if TYPE_CHECKING:
    from pathlib import Path  # not at run time: it costs 2 ms of every start, and strings do

Stamp = tuple[Any, ...]


class Catalog(NamedTuple):
    """Rules by name, and every phrase they wake up on."""

    rules: dict[str, Rule]
    lexicon: Lexicon
    renamed: dict[str, str]
    """Old names that still work, with the new ones."""
    yielding: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Rules for which others speak, each with those (`Rule.yields_to`)."""
    stamp: Stamp = ()
    """Another one whenever the rules may be others."""

    def page(self, name: str) -> Rule:
        """The rule with its whole page (doc, examples), which running it does not need."""
        return _full(self.rules[name])

    @property
    def families(self) -> tuple[str, ...]:
        """The families' names, sorted."""
        return tuple(sorted({rule.family for rule in self.rules.values()}))


def builtin_packs() -> Path:
    """Where the built-in packs lie: inside the package in a wheel, at the top of the tree in a checkout."""
    from pathlib import Path

    return Path(_builtin_packs())


def _builtin_packs() -> str:
    home = store.HERE if store.INSTALLED else os.path.dirname(os.path.dirname(store.HERE))
    return os.path.join(home, "rules")


def load(packs: Sequence[Path] = (), *, plugins: bool = True) -> Catalog:
    """Every rule: built in, of plug-ins, and of the packs (YAML files or folders of them) given.

    RuleError on a pack or plug-in that cannot be used, or on two rules of one name.
    """
    extra = list(_pack_files(packs))
    stamp = _stamp(extra, plugins)
    file = store.path_of("rules", *(str(path.absolute()) for path in extra), str(plugins))
    kept = store.kept(file, stamp)
    if kept is None or _seen(kept[0]["watched"]) != kept[0]["seen"]:
        compiled, pieces = _compile(extra, plugins)
        store.keep(file, stamp, compiled, pieces)
        kept = compiled, store.Parts.of(file, pieces)
    return _catalog(*kept)._replace(stamp=(*stamp, kept[0]["seen"]))


def _catalog(compiled: dict[str, Any], pieces: store.Parts) -> Catalog:
    rules: dict[str, Rule] = {}
    renamed: dict[str, str] = {}
    for row in compiled["words"]:
        _add(rules, renamed, word_rule(row))
    for row in compiled["checks"]:
        _add(rules, renamed, Rule(**{**row, "check": _Sleeping(row["check"])}))
    yielding = tuple([(name, rule.yields_to) for name, rule in rules.items() if rule.yields_to])
    return Catalog(rules, Packed(pieces, *compiled["phrases"]).lexicon(), renamed, yielding)


def _add(rules: dict[str, Rule], renamed: dict[str, str], rule: Rule) -> None:
    if rule.name in rules:
        raise RuleError(f"{rule.source}: rule {rule.name!r} is also defined in {rules[rule.name].source}")
    rules[rule.name] = rule
    for old in rule.renamed_from:
        renamed[old] = rule.name


class _Sleeping:
    """A check that is imported when it first runs."""

    __slots__ = ("_check", "address")

    def __init__(self, address: tuple[str, str]) -> None:
        self.address = address
        """Its module, and the name of the rule there."""
        self._check: Check | None = None

    def __call__(self, article: Any, **options: Any) -> Any:
        if self._check is None:
            self._check = _awake(self.address).check
        return self._check(article, **options)


def _awake(address: tuple[str, str]) -> Rule:
    __import__(address[0])
    found: Rule = getattr(sys.modules[address[0]], address[1])
    return found


# -- reading everything ------------------------------------------------------------------------------------------------


def _compile(extra: Sequence[Path], plugins: bool) -> tuple[dict[str, Any], list[bytes]]:
    from newslint.demands import examine_names
    from newslint.packs import compile_pack

    words: list[dict[str, Any]] = []
    checks: list[dict[str, Any]] = []
    rows: list[tuple[Any, ...]] = []
    sources = [*sorted(builtin_packs().glob("*.yaml")), *extra]
    modules = list(_builtin_modules())
    foreign: list[str] = []
    watched: list[str] = []
    if plugins:
        from newslint.plugins import entry_points, homes, plugin

        for name, value in entry_points():
            found, packs = plugin(name, value)
            foreign += found
            sources += packs
            watched += map(str, packs)
    for path in sources:
        pack = compile_pack(path)
        words += [{key: value for key, value in rule.items() if key != "page"} for rule in pack.rules]
        rows += pack.phrases
    for module in modules + foreign:
        checks += _checks_of(module)
    if foreign:
        watched += homes(foreign)
    seen = _seen(watched)
    examine_names(words + checks, {owner for owner, *_ in rows})
    pieces, numbers = Packed.pieces(rows)
    return {"words": words, "checks": checks, "phrases": numbers, "watched": watched, "seen": seen}, pieces


def _builtin_modules() -> Iterator[str]:
    yield "newslint.suppress"
    from pathlib import Path

    folder = Path(store.HERE) / "checks"
    for path in sorted(folder.glob("*/*.py")):
        if not path.stem.startswith("_"):
            yield f"newslint.checks.{path.parent.name}.{path.stem}"


def _checks_of(module_name: str) -> list[dict[str, Any]]:
    """The rules that a module defines (not those that it only imports), as plain values."""
    from importlib import import_module

    from newslint.demands import examine

    try:
        module = import_module(module_name)
    except Exception as error:
        from newslint.plugins import told

        raise RuleError(f"{module_name}: cannot be imported: {told(error)}") from error
    found = []
    for name, value in vars(module).items():
        if isinstance(value, Rule) and getattr(value.check, "__module__", "") == module.__name__:
            examine(value)
            row = value._asdict()
            for page_field in ("doc", "why", "bad", "good", "exceptions", "summary", "option_texts"):
                row.pop(page_field)
            found.append({**row, "options": dict(value.options), "check": (module_name, name)})
    return found


def _full(rule: Rule) -> Rule:
    where = rule.source.rpartition(":")[0]
    if where.endswith((".yaml", ".yml")):
        return _pages(where, os.stat(where).st_mtime_ns).get(rule.name, rule)
    return _awake(rule.check.address) if isinstance(rule.check, _Sleeping) else rule


@cache
def _pages(pack: str, stamp: int) -> dict[str, Rule]:
    """The rules of a pack with their pages; `stamp` changes when the file does."""
    from pathlib import Path

    from newslint.packs import compile_pack

    return {compiled["name"]: word_rule(compiled) for compiled in compile_pack(Path(pack)).rules}


def _pack_files(packs: Iterable[Path]) -> Iterator[Path]:
    for path in packs:
        if path.is_dir():
            yield from sorted([*path.glob("*.yaml"), *path.glob("*.yml")])
        else:
            yield path


# -- what is kept on disk ----------------------------------------------------------------------------------------------


def _stamp(extra: Sequence[Path], plugins: bool) -> Stamp:
    """Changes whenever anything changes that the rules are made of."""
    parts: list[Any] = [__version__, sys.version_info[:3]]
    packs = _builtin_packs()
    checks = os.path.join(store.HERE, "checks")
    if store.INSTALLED:
        parts.append(_mtimes([packs, checks]))
    else:
        parts += map(store.changed, (packs, "", "packs", "text", *store.folders_in("checks")))
    parts.append(tuple((str(path), *_mtimes([path])) for path in extra))
    if plugins:
        # A package that is installed or removed touches its folder on the path. The first entry is the script's.
        parts.append(tuple(sys.path[1:]))
        parts.append(_mtimes(sys.path[1:]))
        parts.append(_seen(filter(None, os.environ.get("NEWSLINT_PLUGIN_PATH", "").split(os.pathsep))))
    return tuple(parts)


def _mtimes(paths: Iterable[Path | str]) -> tuple[int, ...]:
    out = []
    for path in paths:
        try:
            out.append(os.stat(path).st_mtime_ns)
        except OSError:
            out.append(0)
    return tuple(out)


def _seen(watched: Iterable[str]) -> Stamp:
    """The files of plug-ins as they are now: those that the last compilation met, and, for plug-ins under development,
    those in the folders that the environment variable ``NEWSLINT_PLUGIN_PATH`` names."""
    paths = list(watched)
    if not paths:
        return ()
    from newslint.plugins import state

    return state(paths)
