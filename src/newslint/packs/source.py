"""The file of a pack: its YAML with the lines on which everything stands, so that complaints can name them."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.errors import RuleError
from newslint.formats.nested import too_much
from newslint.lean import cache
from newslint.named import NamedTuple
from newslint.packs.fields import wrong_field
from newslint.text.notation import Row
from newslint.typed import Any, Mapping


class Groups(dict[str, "list[Row]"]):
    """The named groups of a pack, and in `asked` the names of those that its phrases ask for."""

    __slots__ = ("asked",)

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> list[Row]:
        self.asked.add(name)
        return super().__getitem__(name)


class Place(NamedTuple):
    """Where a value stands in its pack. Its line is looked up when somebody complains."""

    path: Path
    top: int = 1
    """The line of the top-level key that it stands under."""
    node: Any = None
    """What YAML made of that key's value."""
    keys: tuple[str | int, ...] = ()
    """The fields that lead to it from there, and the numbers of entries."""
    groups: Groups = Groups()
    """What the pack names in braces."""

    def within(self, *keys: str | int) -> Place:
        """The place of what stands in it."""
        return self._replace(keys=self.keys + keys)

    @property
    def line(self) -> int:
        """Its line, or that of the nearest thing round it which is written down in the pack itself."""
        line, node = self.top, self.node
        for key in self.keys:
            kind = getattr(node, "id", "")
            if kind == "sequence" and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                line = _line(node)
            elif kind == "mapping":
                line, node = next(((_line(k), value) for k, value in node.value if k.value == key), (line, None))
        return line

    def wrong(self, message: str) -> RuleError:
        """What to raise: the message behind the place, on one line."""
        return RuleError(f"{self}: {' '.join(message.split())}")

    def check(self, whose: str, body: dict[Any, Any], known: dict[str, str]) -> None:
        """RuleError at the first field that cannot be used."""
        keys, problem = wrong_field(whose, body, known)
        if problem:
            raise self.within(*keys).wrong(problem)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


_BARE = re.compile(r"\s*(?:- )?\{[a-z0-9-]+\}")
"""A phrase that begins with a group, where YAML sees a mapping."""


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


@cache
def _loader() -> Any:
    """YAML in which *on*, *off*, *yes* and *no* are words, and only *true* and *false* are not."""
    import yaml

    plain: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    words = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    kept = {sign: [row for row in rows if row[0] not in words] for sign, rows in plain.yaml_implicit_resolvers.items()}
    loader: Any = type("Loader", (plain,), {"yaml_implicit_resolvers": kept})
    loader.add_implicit_resolver(words[0], re.compile("(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
    return loader


def mappings(path: Path) -> list[tuple[str, Any, Place]]:
    """Top-level keys with value and place."""
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RuleError(f"{path}: no such pack") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: cannot be read as UTF-8 ({error})") from None
    loader = _loader()(text)
    place = Place(path)
    seen: dict[str, int] = {}
    try:
        root = loader.get_single_node()
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            raise place.wrong("a pack maps rule names to rules")
        out = []
        for key, node in root.value:
            place = Place(path, _line(key), node)
            _check_keys(place, key, node, seen)
            seen[key.value] = place.line
            value = loader.construct_document(node)
            if why := too_much(value):
                raise place.wrong(f"{key.value!r} cannot be used: {why}")
            out.append((str(key.value), value, place))
        return out
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be read"
        place = Place(path, mark.line + 1) if mark else place
        line = "".join(text.splitlines()[mark.line : mark.line + 1]) if mark else ""
        cure = "; quote what begins with a brace" if _BARE.match(line) else ""
        raise place.wrong(f"not valid YAML: {said}{cure}") from None
    except RuleError:
        raise
    except Exception as error:  # PyYAML throws whatever a tag's value makes it stumble over
        said = str(error).partition("\n")[0] or type(error).__name__
        raise place.wrong(f"not valid YAML: {said}") from None
    finally:
        loader.dispose()


def _check_keys(place: Place, key: Any, node: Any, seen: Mapping[str, int]) -> None:
    """RuleError on a name that is no word or stands twice; `seen` has the line of each before."""
    if key.id != "scalar":
        raise place.wrong("a pack maps rule names to rules; a name is one word")
    if key.value in seen:
        raise place.wrong(f"{key.value!r} stands twice (first in line {seen[key.value]})")
    if doubled := _doubled(node):
        name, again, first = doubled
        raise place._replace(top=again).wrong(f"{name!r} of {key.value!r} stands twice (first in line {first})")


def _doubled(node: Any) -> tuple[str, int, int] | None:
    """The first key that stands twice in a mapping below the node, with both lines; YAML takes the last in silence."""
    waiting, met = [node], set()
    while waiting:
        at = waiting.pop()
        if id(at) in met:  # an alias
            continue
        met.add(id(at))
        if at.id == "mapping":
            first: dict[Any, int] = {}
            for key, value in at.value:
                if key.id == "scalar" and key.value in first:
                    return key.value, _line(key), first[key.value]
                first[key.value if key.id == "scalar" else id(key)] = _line(key)
                waiting.append(value)
        elif at.id == "sequence":
            waiting += at.value
    return None


def place_in(source: str, name: str, *keys: str | int) -> str:
    """``file:line`` of a field of a rule in the pack that `source` (``file:line``, too) names; `source` itself where
    that is no pack."""
    path = Path(source.rpartition(":")[0])
    if path.suffix not in (".yaml", ".yml"):
        return source
    return next((str(place.within(*keys)) for key, _, place in mappings(path) if key == name), source)
