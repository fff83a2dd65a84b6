"""Put together a LanguageTool server from Maven artefacts: about 130 MB, once.

    python tools/languagetool.py [FOLDER]      # default: .languagetool

Then: newslint with ``[languagetool] jars = ".languagetool"``, or NEWSLINT_LANGUAGETOOL_JARS=.languagetool in the
environment. Needs Maven and Java 17. Exit code 0 when the folder is ready, 1 when it could not be made.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

POM = Path(__file__).with_name("languagetool.pom.xml")
SECONDS = 900


def main(arguments: list[str]) -> int:
    """Make the folder, unless it is there and of this POM."""
    folder = Path(arguments[0] if arguments else ".languagetool").resolve()
    made_of = folder / "made-of.xml"
    if made_of.is_file() and made_of.read_bytes() == POM.read_bytes():
        return 0
    missing = [tool for tool in ("mvn", "java") if not shutil.which(tool)]
    if missing:
        print(f"LanguageTool: not put together, there is no {' and no '.join(missing)} here", file=sys.stderr)
        return 1
    shutil.rmtree(folder, ignore_errors=True)
    command = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={folder}"]
    try:
        done = subprocess.run([*command, "-DincludeScope=runtime"], timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print(f"LanguageTool: Maven took longer than {SECONDS} seconds", file=sys.stderr)
        return 1
    if done.returncode or not any(folder.glob("languagetool-server-*.jar")):
        print("LanguageTool: Maven could not get it", file=sys.stderr)
        return 1
    shutil.copyfile(POM, made_of)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
