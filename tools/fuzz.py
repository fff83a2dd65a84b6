"""Feed newslint broken input for as long as one likes; every failure is told with the seed that makes it again.

``python tools/fuzz.py --minutes 5`` takes all kinds in turn; ``--only packs --seed 1234`` runs one. A failure becomes a
test in ``tests/test_fuzz.py``. Texts said again and again (``units``) are measured against news.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
os.environ.setdefault("NEWSLINT_CACHE_DIR", tempfile.mkdtemp(prefix="newslint-fuzz-"))

import fuzz_files as files  # noqa: E402
import fuzz_laws as laws  # noqa: E402
import fuzz_texts as texts  # noqa: E402

DEAR = 10.0
"""How much dearer than news a text of one unit may be."""
SIZE = 20_000


def articles(random: Random, folder: Path) -> str:
    """Mutated articles, mended and silenced now and then."""
    kind, text = texts.article(random)
    done = laws.article_keeps_the_laws(text, kind, random)
    if random.random() < 0.2:
        laws.fixes_settle(text, kind, random.random() < 0.5)
    if random.random() < 0.1:
        laws.suppressions_silence(text, kind)
    return done


def data(random: Random, folder: Path) -> str:
    """Bytes in every encoding."""
    return laws.bytes_keep_the_laws(
        texts.as_bytes(random, texts.article(random)[1]), random.choice((None, *texts.ENCODINGS))
    )


def packs(random: Random, folder: Path) -> str:
    """Packs."""
    file = folder / "house.yaml"
    file.write_text(files.pack(random), "utf-8", "surrogatepass")
    return laws.pack_keeps_the_laws(file)


def configurations(random: Random, folder: Path) -> str:
    """Configurations."""
    file = folder / "newslint.toml"
    file.write_text(files.config(random), "utf-8", "surrogatepass")
    return laws.configuration_keeps_the_laws(file, random.choice(texts.seeds())[2])


def baselines(random: Random, folder: Path) -> str:
    """Baselines."""
    file = folder / "baseline.json"
    file.write_text(files.baseline(random), "utf-8", "surrogatepass")
    return laws.baseline_keeps_the_laws(file)


def diffs(random: Random, folder: Path) -> str:
    """Diffs."""
    return laws.diff_keeps_the_laws(files.diff(random).encode("utf-8", "surrogatepass").decode("utf-8", "replace"))


def patterns(random: Random, folder: Path) -> str:
    """Regular expressions."""
    return laws.pattern_keeps_the_laws(files.pattern(random), random)


def units(random: Random, folder: Path) -> str:
    """A few words or marks, said again and again: not dearer than news, each code point for itself."""
    import test_hostile as hostile

    unit, kind = texts.unit(random), random.choice(texts.FORMATS)
    if not unit or laws.read("Report of the day\n\n" + unit * 3, kind) is None:
        return "refused"
    text = "Report of the day\n\n" + unit * (SIZE // len(unit))
    usual = _usual()
    times = min(hostile.cost(text, kind) for _ in range(2)) / usual
    assert times < DEAR, f"{times:.1f} times the cost of news: {kind} {unit!r}"
    return "linted"


def _usual(known: list[float] = []) -> float:  # noqa: B006 - a memory
    import test_hostile as hostile

    if not known:
        known.append(min(hostile.cost(hostile.news(SIZE)) for _ in range(3)))
    return known[0]


KINDS: dict[str, Callable[[Random, Path], str]] = {
    f.__name__: f for f in (articles, data, packs, configurations, baselines, diffs, patterns, units)
}


def main() -> int:
    """Run until the time is over; 1 when something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--only", nargs="*", choices=[*KINDS], default=[*KINDS])
    given = parser.parse_args()
    done: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    end = time.monotonic() + 60 * given.minutes
    seed = given.seed
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            name = given.only[seed % len(given.only)]
            try:
                done[f"{name} {KINDS[name](Random(seed), Path(folder))}"] += 1
            except Exception as error:
                at = error.__traceback__
                while at and at.tb_next:
                    at = at.tb_next
                where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else ""
                failed[f"{name} {where} {type(error).__name__}"] += 1
                if failed[f"{name} {where} {type(error).__name__}"] <= 3:
                    print(f"{name} --seed {seed}: {where} {type(error).__name__}: {str(error)[:300]!r}", flush=True)
            seed += 1
    print("\n".join(f"{count:8} {what}" for what, count in [*done.most_common(), *failed.most_common()]))
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
