"""Articles for the benchmark: news put together of this project's sample articles, no two alike; and hostile texts."""

from __future__ import annotations

import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def articles(folder: Path | None, count: int, size: int) -> list[str]:
    """So many articles of about `size` characters, made of the sample articles or of the text files in `folder`."""
    if folder:
        found = [*folder.rglob("*.txt"), *folder.rglob("*.md")]
    else:
        found = [*(ROOT / "fixtures/articles").glob("*.txt"), *(ROOT / "fixtures/clean").glob("*.txt")]
    texts = [path.read_text(encoding="utf-8", errors="replace").strip().split("\n\n") for path in sorted(found)]
    texts = [text for text in texts if len(text) > 3]
    order = random.Random(3)
    made = []
    for n in range(count):
        head, *body = order.choice(texts)
        while sum(map(len, body)) < size:
            body += order.choice(texts)[1:5]
        order.shuffle(body)
        while len(body) > 3 and sum(map(len, body)) > 1.2 * size:
            body.pop()
        made.append("\n\n".join([head, *body, f"This is report {n}."]) + "\n")
    return made


def of_words(folder: Path | None, words: int) -> str:
    """One article of about so many words."""
    head, *body = articles(folder, 1, 10 * words)[0].split("\n\n")
    while len(" ".join(body).split()) > words:
        body.pop()
    return "\n\n".join([head, *body]) + "\n"


def hostile(size: int) -> dict[str, tuple[str, str]]:
    """Texts that nobody writes, of so many characters: by name, each with its file's ending."""
    sys.path.insert(0, str(ROOT / "tests"))
    import test_hostile  # type: ignore[import-not-found]

    kinds = {".txt": test_hostile.FOOD, ".md": test_hostile.MARKDOWN, ".html": test_hostile.HTML}
    return {
        f"{name} ({ending})": ("Report of the day\n\n" + unit * (size // len(unit)), ending)
        for ending, food in kinds.items()
        for name, unit in food.items()
    }
