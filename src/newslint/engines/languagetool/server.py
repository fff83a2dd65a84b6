"""A LanguageTool server of our own on loopback, started from a folder of jars and stopped with the run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newslint import store
from newslint.engines.languagetool.client import Client
from newslint.errors import Unavailable

PATIENCE = 60.0
"""Seconds that a server may take to start; a cold machine needs fifteen."""
_MEMORY = "-Xmx1g"


class Server:
    """A running server. `stop` ends it; so does the end of the process that started it."""

    def __init__(self, process: subprocess.Popen[bytes], url: str, log: str) -> None:
        self._process = process
        self._owner = os.getpid()
        self._log = log
        self._note = ""
        self.url = url

    @property
    def running(self) -> bool:
        """True while the process lives."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the server and wait for it. Does nothing in a forked worker, whose server it is not."""
        if os.getpid() != self._owner:
            return
        if self.running:
            self._process.terminate()
            try:
                self._process.wait(5)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        Path(self._log).unlink(missing_ok=True)
        if self._note and _read(self._note).rpartition(" ")[2] == self.url:
            Path(self._note).unlink(missing_ok=True)

    def announce(self, jars: str) -> None:
        """Let other runs on this machine use the server while it is there."""
        self._note = _note()
        try:
            Path(self._note).parent.mkdir(parents=True, exist_ok=True)
            Path(self._note).write_text(f"{jars} {self.url}", encoding="utf-8")
        except OSError:
            self._note = ""


def running(jars: str) -> str:
    """The address of a server that another run has started from the same folder, or the empty string."""
    theirs, _, url = _read(_note()).rpartition(" ")
    return url if url and theirs == jars and Client(url, timeout=2).alive() else ""


def _note() -> str:
    return os.path.join(store.folder(), "languagetool-running")


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def start(jars: str, patience: float = PATIENCE) -> Server:
    """Start a server from a folder of jars: an unpacked LanguageTool release, or its Maven artefacts side by side.

    Unavailable when there is no Java, an old one, no LanguageTool in the folder, or no answer in time.
    """
    path = class_path(jars)
    java = _java()
    for _ in range(3):
        try:
            server = _start(java, path, patience)
            server.announce(jars)
            return server
        except _PortTaken:
            continue
    raise Unavailable("no free port on this machine for the LanguageTool server")


class _PortTaken(Exception):
    """Somebody else took the port between our choosing it and the server's opening it."""


def class_path(jars: str) -> str:
    """What Java needs to find LanguageTool in a folder. Unavailable when it is not there."""
    folder = Path(jars).expanduser()
    if not folder.is_dir():
        raise Unavailable(f"no such folder of jars: {jars}")
    if not any(folder.glob("languagetool-server*.jar")):
        inside = sorted(folder.glob("*/languagetool-server*.jar"))
        if not inside:
            raise Unavailable(f"{jars}: no languagetool-server.jar there")
        folder = inside[-1].parent
    return os.pathsep.join((str(folder), str(folder / "*"), str(folder / "libs" / "*")))


def _java() -> str:
    home = os.environ.get("JAVA_HOME", "")
    found = shutil.which("java", path=os.path.join(home, "bin")) if home else None
    found = found or shutil.which("java")
    if not found:
        raise Unavailable("needs Java 17 or newer, and there is none (no “java” on the path)")
    return found


def _lifeline() -> list[str]:
    """On Linux: let the kernel end the server when its run is killed and cannot do so itself."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []


def _start(java: str, path: str, patience: float) -> Server:
    port = _free_port()
    log, name = tempfile.mkstemp(prefix="newslint-languagetool-", suffix=".log")
    command = [*_lifeline(), java, _MEMORY, "-cp", path, "org.languagetool.server.HTTPServer", "--port", str(port)]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise Unavailable(f"{java}: {(error.strerror or str(error)).lower()}") from None
    finally:
        os.close(log)
    server = Server(process, f"http://127.0.0.1:{port}", name)
    try:
        _await(server, process, patience, name)
    except BaseException:
        server.stop()
        raise
    return server


def _await(server: Server, process: subprocess.Popen[bytes], patience: float, log: str) -> None:
    end = time.monotonic() + patience
    client = Client(server.url, timeout=5)
    while time.monotonic() < end:
        if process.poll() is not None:
            raise _complaint(Path(log).read_text(encoding="utf-8", errors="replace"), process.returncode)
        if client.alive():
            client.close()
            return
        time.sleep(0.1)
    raise Unavailable(f"the LanguageTool server did not start within {patience:g} seconds")


def _complaint(said: str, code: int) -> Exception:
    """Why Java gave up, from what it wrote."""
    if "UnsupportedClassVersionError" in said or "Unrecognized option" in said:
        return Unavailable("needs Java 17 or newer; the one on this machine is older")
    if "Address already in use" in said or "BindException" in said:
        return _PortTaken()
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith(("\t", " "))]
    why = next((line for line in lines if "Exception" in line or "rror" in line), lines[-1] if lines else "")
    return Unavailable(f"the LanguageTool server ended with code {code}{f': {why[:160]}' if why else ''}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
