"""GitLab Code Quality: a JSON array that merge requests compare with the target branch's."""

from __future__ import annotations

import json

from newslint.finding import Finding
from newslint.reporters import Options, Report, aside, in_file
from newslint.typed import Any, TextIO

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the array; a fingerprint holds the path, since GitLab shows equal ones as one."""
    from hashlib import blake2b

    def row(path: str, record: int | None, f: Finding) -> dict[str, Any]:
        line, _ = in_file(f)
        name = f"{path}\0{record}\0{f.fingerprint}".encode("utf-8", "surrogateescape")
        return {
            "description": f.message + aside(f),
            "check_name": f.rule,
            "fingerprint": blake2b(name, digest_size=16).hexdigest(),
            "severity": _SEVERITIES[f.severity],
            "location": {"path": path, "lines": {"begin": line, "end": line if f.field else f.end_line}},
        }

    between = "[\n "
    for article in report.articles:
        path = article.path.replace("\\", "/").removeprefix("./")
        for f in article.findings:
            out.write(between + json.dumps(row(path, article.record, f), ensure_ascii=False))
            between = ",\n "
    out.write("\n]\n" if between[0] == "," else "[]\n")
