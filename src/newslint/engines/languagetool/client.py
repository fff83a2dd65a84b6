"""LanguageTool's HTTP interface: one question, its answer, and every way in which it may fail.

Written from the public description of the interface (https://languagetool.org/http-api/); needs no package.
"""

from __future__ import annotations

import json
import time
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from newslint.errors import NewslintError, Unavailable
from newslint.typed import Any, Sequence

TIMEOUT = 30.0
"""Seconds that one answer may take."""
_ATTEMPTS = 3
_LONGEST_WAIT = 10.0
"""Seconds waited at most because a server asks for it."""


class TooLarge(NewslintError):
    """The server takes less text at a time (413, or its own limit on characters)."""


class Dead(NewslintError):
    """Nobody answers at the address any more."""


class Slow(NewslintError):
    """No answer within the time there was."""


class Client:
    """A connection to one server, kept open between questions. Not for several threads."""

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        """Unavailable when the address is none."""
        parts = urlsplit(url if "//" in url else f"http://{url}")
        try:
            port = parts.port
        except ValueError:
            port = -1
        if parts.scheme not in ("http", "https") or not parts.hostname or port == -1:
            raise Unavailable(f"{url!r} is no address of a server; write it as “http://localhost:8081”")
        self.host = parts.hostname
        path = parts.path.rstrip("/")
        self._path = path if path.endswith("/v2") else f"{path}/v2"
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._connection = kind(parts.hostname, port, timeout=timeout)
        self.url = f"{parts.scheme}://{parts.netloc}{self._path}"

    def alive(self) -> bool:
        """True when the server answers at all."""
        try:
            return self._ask("GET", "/languages")[0] == 200
        except (OSError, HTTPException):
            return False

    def check(self, parts: Sequence[dict[str, str]], language: str, off: Sequence[str] = ()) -> dict[str, Any]:
        """The server's answer about an annotated text, categories `off` left out.

        TooLarge, Dead or Slow for what a smaller or a second question may mend; Unavailable for what it cannot.
        """
        fields = {"language": language, "data": json.dumps({"annotation": list(parts)})}
        if off:
            fields["disabledCategories"] = ",".join(off)
        body = urlencode(fields).encode("ascii")
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                status, data, wait = self._ask("POST", "/check", body)
            except TimeoutError:
                raise Slow(f"{self.url}: no answer within {self._connection.timeout:g} seconds") from None
            except (OSError, HTTPException) as error:
                if attempt == _ATTEMPTS or isinstance(error, ConnectionRefusedError):
                    raise Dead(f"{self.url}: {_said(error)}") from None
                time.sleep(0.1 * attempt)
                continue
            if status == 200:
                return _answer(self.url, data)
            if status == 413 or (status == 400 and b"limit" in data):
                raise TooLarge(f"{self.url}: the text is too long for this server")
            if status in (429, 502, 503, 504) and attempt < _ATTEMPTS:
                time.sleep(min(wait if wait is not None else 0.5 * attempt, _LONGEST_WAIT))
                continue
            break
        if status == 429:
            raise Unavailable(f"{self.url}: too many requests; the server asks to be left alone (429)")
        said = data.decode("utf-8", "replace").strip().partition("\n")[0][:120]
        raise Unavailable(f"{self.url}: answered {status}{f', “{said}”' if said else ''}")

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes, float | None]:
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        try:
            self._connection.request(method, self._path + path, body, headers)
            response = self._connection.getresponse()
            data = response.read()
        except BaseException:
            self._connection.close()  # the next question gets a new line
            raise
        wait = response.getheader("Retry-After") or ""
        return response.status, data, float(wait) if wait.isdigit() else None


def _answer(url: str, data: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(data)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("matches"), list):
        raise Unavailable(f"{url}: what answers there is no LanguageTool server")
    return answer


def _said(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
