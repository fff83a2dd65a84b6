"""GitLab Code Quality: a JSON array that merge requests compare with the target branch's."""

from __future__ import annotations

import json

from newslint.finding import Finding
from newslint.reporters import Options, Report
from newslint.typed import Any, TextIO

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report(report: Report, out: TextIO, options: Options) -> None:
    """Write the array; a fingerprint holds the path, since GitLab shows equal ones as one."""
    from hashlib import blake2b

    def row(path: str, record: int | None, f: Finding) -> dict[str, Any]:
        name = f"{path}\0{record}\0{f.fingerprint}".encode("utf-8", "surrogateescape")
        return {
            "description": f.message,
            "check_name": f.rule,
            "fingerprint": blake2b(name, digest_size=16).hexdigest(),
            "severity": _SEVERITIES[f.severity],
            "location": {"path": path, "lines": {"begin": f.line, "end": f.end_line}},
        }

    rows = [
        row(article.path.replace("\\", "/").removeprefix("./"), article.record, f)
        for article in report.articles
        for f in article.findings
    ]
    json.dump(rows, out, ensure_ascii=False, indent=1)
    out.write("\n")
