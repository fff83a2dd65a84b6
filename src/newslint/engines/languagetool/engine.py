"""The one engine of a run, started when the first article needs it.

Where it comes from, in this order: a server that is named (``[languagetool] url``), a folder of jars (``jars``), the
environment (``NEWSLINT_LANGUAGETOOL_URL``, ``NEWSLINT_LANGUAGETOOL_JARS``), the package language-tool-python (the extra
``languagetool``), which downloads LanguageTool and runs it. Its HTTP interface is spoken here in every case.
"""

from __future__ import annotations

import atexit
import os

from newslint.engines.languagetool.text import Remark, Unit, annotation, remarks
from newslint.errors import Unavailable
from newslint.named import NamedTuple
from newslint.typed import TYPE_CHECKING, Any, Callable, Iterator, Mapping, NoReturn, Sequence

if TYPE_CHECKING:
    from newslint.engines.languagetool.cache import Kept
    from newslint.engines.languagetool.client import Client

OFF = (
    "STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "WIKIPEDIA", "CREATIVE_WRITING", "GENDER_NEUTRALITY", "REPETITIONS_STYLE",
    "TYPOGRAPHY", "TEXT_ANALYSIS", "ACADEMIC", "AMERICAN_ENGLISH_STYLE", "MISUSED_TERMS_EU_PUBLICATIONS",
)  # fmt: skip
"""LanguageTool's categories that are never asked: matters of style have rules of our own."""

_AT_ONCE = 20_000
"""Code points in one question."""
_HANDED_OVER = "NEWSLINT_LANGUAGETOOL_RUNNING"
"""The environment variable by which worker processes learn of the server that the run has started."""


class Setup(NamedTuple):
    """``[languagetool]`` of the configuration."""

    url: str = ""
    jars: str = ""
    public: bool = False
    """The user's word that text may leave for a service on the internet."""
    language: str = ""
    """The dialect of articles that do not state theirs: ``en-GB``."""


def setup_of(table: Mapping[str, Any]) -> Setup:
    """The configured table, completed from the environment."""
    setup = Setup(**table)
    if setup.url or setup.jars:
        return setup
    url, jars = (os.environ.get(f"NEWSLINT_LANGUAGETOOL_{name}", "") for name in ("URL", "JARS"))
    return setup._replace(url=url, jars="" if url else jars)


class Engine:
    """One way to LanguageTool. It is not started before a sentence comes that is not kept from an earlier run."""

    def __init__(self, setup: Setup) -> None:
        """Unavailable when the setup asks for what it does not allow."""
        self._setup = setup._replace(language="")
        self._client: Client | None = None
        self._kept: Kept | None = None
        self._stop: Callable[[], None] | None = None
        self._pid = self._owner = os.getpid()
        self._broken = ""
        self._slow = 0
        self._restarts = 0

    def ask(self, asked: Sequence[Unit], language: str) -> list[list[Remark]]:
        """The engine's remarks, unit by unit. Unavailable when there is no engine, or none any more."""
        if os.getpid() != self._pid:  # a forked worker has the server in common, not the connections
            self._client, self._kept, self._pid = None, None, os.getpid()
        kept = self._cache()
        keys = [kept.key(unit, language) for unit in asked]
        answers = kept.get(keys)
        left = {key: unit for key, unit in zip(keys, asked, strict=True) if key not in answers}
        for batch in _batches(left):
            told = self._check([left[key] for key in batch], language)
            new = {key: said for key, said in zip(batch, told, strict=True) if said is not None}
            kept.put(new)
            answers.update(new)
        return [answers.get(key, []) for key in keys]

    def open(self) -> Client:
        """The connection, with the server behind it started where it is ours."""
        from newslint.engines.languagetool.client import Client

        if self._broken:
            raise Unavailable(self._broken)
        if self._client is None:
            try:
                self._client = Client(self._address())
            except Unavailable as error:
                self._broken = str(error)
                raise
        return self._client

    def close(self) -> None:
        """Hang up, and stop the server if it is ours."""
        if self._kept:
            self._kept.close()
            self._kept = None
        self._stop_server()

    def _stop_server(self) -> None:
        if self._client:
            self._client.close()
            self._client = None
        if self._stop and os.getpid() == self._owner:
            self._stop()
        self._stop = None
        os.environ.pop(_HANDED_OVER, None)

    def _cache(self) -> Kept:
        if self._kept is None:
            from newslint.engines.languagetool.cache import Kept

            self._kept = Kept(repr((*self._setup[:2], _age(self._setup.jars))))
        return self._kept

    def _check(self, batch: list[Unit], language: str) -> list[list[Remark] | None]:
        """Remarks by unit; None for a unit that the server cannot take."""
        from newslint.engines.languagetool.client import Dead, Slow, TooLarge

        client = self.open()
        try:
            return [*remarks(batch, client.check(annotation(batch), language, OFF))]
        except (TooLarge, Slow) as error:
            if isinstance(error, Slow):
                self._slow += 1
                if self._slow > 1:
                    self._give_up(str(error))
            if len(batch) == 1:
                return [None]
            half = len(batch) // 2
            return self._check(batch[:half], language) + self._check(batch[half:], language)
        except Dead as error:
            if self._setup.url:
                self._give_up(f"{error}; is the server running?")
            if self._restarts:
                self._give_up("the LanguageTool server ended in the middle, and its successor too")
            self._restarts += 1
            self._stop_server()
            return self._check(batch, language)
        except Unavailable as error:
            self._give_up(str(error))

    def _give_up(self, why: str) -> NoReturn:
        self._broken = why
        raise Unavailable(why)

    def _address(self) -> str:
        url, jars, public, _ = self._setup
        if url:
            refuse_public(url, public)
            return url
        handed, _, at = os.environ.get(_HANDED_OVER, "").rpartition(" ")
        if handed == repr(self._setup):
            return at
        at = self._start_jars(jars) if jars else self._start_package()
        atexit.register(self.close)
        os.environ[_HANDED_OVER] = f"{self._setup!r} {at}"
        return at

    def _start_jars(self, jars: str) -> str:
        from newslint.engines.languagetool.server import running, start

        others = running(jars) if not self._restarts else ""
        if others:
            return others
        server = start(jars)
        self._stop = server.stop
        return server.url

    def _start_package(self) -> str:
        try:
            import language_tool_python
        except ImportError:
            raise Unavailable(
                "needs LanguageTool: pip install “newslint[languagetool]”, or set url or jars under [languagetool]"
            ) from None
        try:
            tool = language_tool_python.LanguageTool("en-US")
        except Exception as error:  # the package raises what its parts raise: downloads, Java, ports
            said = str(error).strip().partition("\n")[0] or type(error).__name__
            raise Unavailable(f"language-tool-python could not start LanguageTool: {said[:200]}") from None
        self._stop = tool.close
        url: str = tool.url
        return url


_engines: dict[Setup, Engine] = {}


def engine_of(setup: Setup) -> Engine:
    """The engine of a setup, one in the process."""
    setup = setup._replace(language="")
    if setup not in _engines:
        _engines[setup] = Engine(setup)
    return _engines[setup]


def close_all() -> None:
    """Hang up everywhere, and stop the servers that this process has started."""
    for engine in _engines.values():
        engine.close()


def begin(table: Mapping[str, Any]) -> None:
    """Start the engine now, so that worker processes share it. What is wrong with it they will say."""
    try:
        engine_of(setup_of(table)).open()
    except Unavailable:
        return


def leaves_for(table: Mapping[str, Any]) -> str:
    """The host that the articles' text is sent to, when that is not this machine; else the empty string."""
    url = setup_of(table).url
    if not url:
        return ""
    from newslint.engines.languagetool.client import Client

    try:
        host = Client(url).host
    except Unavailable:
        return ""
    return "" if host in ("localhost", "::1") or host.startswith("127.") else host


def refuse_public(url: str, public: bool) -> None:
    """Unavailable for LanguageTool's service on the internet, unless the user has said that text may go there."""
    from newslint.engines.languagetool.client import Client

    host = Client(url).host
    if not public and (host == "languagetool.org" or host.endswith((".languagetool.org", ".languagetoolplus.com"))):
        raise Unavailable(
            f"{host} is a service on the internet, and the articles' text would leave this machine; "
            "“public = true” under [languagetool] allows it"
        )


def _batches(left: Mapping[bytes, Unit]) -> Iterator[list[bytes]]:
    batch: list[bytes] = []
    size = 0
    for key, unit in left.items():
        if batch and size + len(unit.text) > _AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(key)
        size += len(unit.text)
    if batch:
        yield batch


def _age(jars: str) -> int:
    try:
        return os.stat(os.path.expanduser(jars)).st_mtime_ns if jars else 0
    except OSError:
        return 0
