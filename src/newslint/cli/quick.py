"""The quick lane: ``newslint check`` with the options that hooks and scripts use, read without a parser.

Whatever is not surely plain is left to the parser, which alone complains of mistakes. A test holds both to the same
answers.
"""

from __future__ import annotations

from newslint.typed import Any

FLAGS = {
    "--isolated": "isolated", "--force-exclude": "force_exclude", "--exit-zero": "exit_zero", "-q": "quiet",
    "--quiet": "quiet", "--statistics": "statistics", "--no-baseline": "no_baseline",
    "--no-cache": "no_cache",
}  # fmt: skip
LISTS = {
    "--output-format": "output_format", "--select": "select", "--extend-select": "extend_select", "--ignore": "ignore",
    "--extend-ignore": "extend_ignore", "--exclude": "exclude",
}  # fmt: skip


def plain_check(arguments: list[str]) -> tuple[tuple[str, ...], dict[str, Any]] | None:
    """Paths and options of a plain ``check``, as the parser would give them; None: ask the parser."""
    if not arguments or arguments[0] != "check":
        return None
    given = defaults()
    paths: list[str] = []
    rest = iter(arguments[1:])
    for argument in rest:
        if not argument.startswith("-") or argument == "-":
            paths.append(argument)
        elif argument in FLAGS:
            given[FLAGS[argument]] = True
        else:
            name, equals, value = argument.partition("=")
            if name not in LISTS:
                return None
            if not equals:
                value = next(rest, "-")
            if not value or value.startswith("-"):
                return None
            given[LISTS[name]] += (value,)
    return tuple(paths), given


def defaults() -> dict[str, Any]:
    """Every option of ``check`` as the parser leaves it when it is not given."""
    return {
        "config_file": None, "isolated": False, "profile": None, "input_format": None, "encoding": None,
        "stdin_filename": "", "exclude": (), "force_exclude": False, "date": "", "select": (), "extend_select": (),
        "ignore": (), "extend_ignore": (), "preview": False,
        "output_format": (), "output_file": None, "fail_on": None, "max_warnings": None,
        "exit_zero": False, "baseline": None, "no_baseline": False, "diff_base": None, "diff_from": None,
        "staged": False, "new_only": False, "fix": False, "unsafe": False, "diff": False, "add_suppressions": False,
        "corpus": False, "jobs": 0, "no_cache": False, "statistics": False, "timings": False, "show_settings": None,
        "color": "auto", "quiet": False, "verbose": 0,
    }  # fmt: skip
