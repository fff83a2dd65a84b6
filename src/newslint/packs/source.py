"""The file of a pack: its YAML with the lines on which everything stands, so that complaints can name them."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.errors import RuleError
from newslint.formats.nested import too_much
from newslint.lean import cache
from newslint.packs.fields import wrong_field
from newslint.typed import Any


class Source:
    """One pack while it is read; knows where it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.line = 1

    def wrong(self, message: str, line: int | None = None) -> RuleError:
        """What to raise: the message behind the place, on one line."""
        return RuleError(f"{self.path}:{line or self.line}: {' '.join(message.split())}")

    def check(self, whose: str, body: dict[Any, Any], known: dict[str, str], lines: dict[str, int]) -> None:
        """RuleError at the first field that cannot be used."""
        field, problem = wrong_field(whose, body, known)
        if problem:
            raise self.wrong(problem, lines.get(field))


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


def mappings(source: Source) -> list[tuple[str, int, Any, dict[str, int]]]:
    """Top-level keys with line, value and the lines of the value's own keys."""
    import yaml

    try:
        text = source.path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise RuleError(f"{source.path}: no such pack") from None
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{source.path}: cannot be read as UTF-8 ({error})") from None
    loader = _loader()(text)
    try:
        root = loader.get_single_node()
        if root is None:
            return []
        if not isinstance(root, yaml.MappingNode):
            raise source.wrong("a pack maps rule names to rules")
        out = []
        seen: dict[str, int] = {}
        for key, node in root.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise source.wrong("a pack maps rule names to rules; a name is one word", line)
            if key.value in seen:
                raise source.wrong(f"{key.value!r} stands twice (first in line {seen[key.value]})", line)
            seen[key.value] = source.line = line
            fields = {}
            if isinstance(node, yaml.MappingNode):
                fields = {k.value: k.start_mark.line + 1 for k, _ in node.value if isinstance(k, yaml.ScalarNode)}
            value = loader.construct_document(node)
            if why := too_much(value):
                raise source.wrong(f"{key.value!r} cannot be used: {why}")
            out.append((str(key.value), line, value, fields))
        return out
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be read"
        raise source.wrong(f"not valid YAML: {said}", mark.line + 1 if mark else None) from None
    except RuleError:
        raise
    except Exception as error:  # PyYAML throws whatever a tag's value makes it stumble over
        said = str(error).partition("\n")[0] or type(error).__name__
        raise source.wrong(f"not valid YAML: {said}") from None
    finally:
        loader.dispose()
