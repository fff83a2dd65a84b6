"""A server in the place of LanguageTool's: what it answers, and what is made of that."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from newslint import Unavailable
from newslint.article import Article
from newslint.engines.languagetool import proofread
from newslint.engines.languagetool.engine import Setup
from newslint.formats import read_text

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "languagetool"
BAR = (FIXTURES / "bar.txt").read_text(encoding="utf-8")
RECORDED = json.loads((FIXTURES / "bar.json").read_text(encoding="utf-8"))

Answer = tuple[int, dict[str, str], bytes]


class Stub(ThreadingHTTPServer):
    """Answers as told: `answer` gets the fields of the question and its number, from 1."""

    daemon_threads = True

    def __init__(self, answer: Callable[[dict[str, str], int], Answer]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.asked: list[dict[str, str]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    server: Stub

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = {name: values[0] for name, values in parse_qs(body).items()}
        self.server.asked.append(fields)
        status, headers, data = self.server.answer(fields, len(self.server.asked))
        if not status:
            self.connection.close()
            return
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def said(matches: list[dict[str, Any]] | None = None) -> Answer:
    return 200, {}, json.dumps(RECORDED if matches is None else {"matches": matches}).encode()


def bar() -> Article:
    return read_text(BAR, input_format="plain")


def complaint(setup: Setup = Setup()) -> str:  # noqa: B008
    article = bar()
    article.context.languagetool = setup._asdict()
    with pytest.raises(Unavailable) as caught:
        proofread(article)
    return str(caught.value)
