from __future__ import annotations

from newslint import Article, Hit, Iterator, Mapping, Severity, rule

_AUTHORS = ("author", "authors", "byline", "by", "writer", "creator", "contributors", "contributor", "writers")
_DATES = (
    "date",
    "published",
    "publishdate",
    "publish_date",
    "pubdate",
    "datepublished",
    "published_at",
    "created",
    "created_at",
    "publishedat",
)
_MACHINE = (
    "ai",
    "ai_generated",
    "ai-generated",
    "aigenerated",
    "generated",
    "generator_model",
    "ai_assisted",
    "ai-assisted",
    "llm",
)
_NO_AUTHOR = frozenset(
    "staff admin administrator editor webmaster author guest anonymous unknown root user team newsroom bot editorial "
    "default test".split()
)
_TELLS = (
    "software",
    "generated",
    "artificial intelligence",
    " ai ",
    "ai-",
    "chatbot",
    "language model",
    "automat",
    "machine",
)
_NO = frozenset(("false", "no", "none", "0", ""))


@rule(
    "warning",
    not_types=["page", "index", "changelog"],
    why="The Trust Project; Journalism Trust Initiative; NewsGuard criterion on authors; AP on generative AI",
    exceptions="Files without front matter; fields that the site's system adds (`provides`).",
    options={
        "provides": "Fields that the site fills in by itself, such as author and date.",
    },
    bad=[
        "---\ntitle: <<Mill closes>>\ndate: 2026-03-03\nauthor: Admin\n---\n\nThe mill at Orford closed on Monday.",
        "---\ntitle: <<Mill closes>>\ndate: 2026-03-03\nauthor: Ana Ruiz\nai: drafted\n---\n\n"
        "The mill at Orford closed on Monday.",
    ],
    good=[
        "---\ntitle: Mill closes\ndate: 2026-03-03\nauthor: Ana Ruiz\n---\n\nThe mill at Orford closed on Monday.",
        "---\ntitle: Mill closes\ndate: 2026-03-03\nauthor: Ana Ruiz\nai: drafted\n---\n\n"
        "The mill at Orford closed on Monday.\n\nThis article was drafted with software and edited by Ana Ruiz.",
        "The mill at Orford closed on Monday.",
    ],
)
def missing_disclosure(article: Article, *, provides: tuple[str, ...] = ()) -> Iterator[Hit]:
    """Readers cannot see who wrote this, when, or with what.

    A name that stands for nobody ("Admin"), no name, no date, or a text that was drafted by software and does not say
    so. Only the fields of the file are read; nothing is guessed from style. Asked of every article with front matter.
    """
    raw = article.meta.raw
    if not raw or article.format == "html":
        return
    keys = {str(key).lower(): key for key in raw}
    author = next((keys[key] for key in _AUTHORS if key in keys), None)
    if author is not None and "author" not in provides and _is_nobody(raw[author]):
        yield _missing(article, f"who “{raw[author]}” is", "warning")
    elif author is None and not article.meta.byline and "author" not in provides:
        dated = article.meta.date or "date" in provides or any(key in keys for key in _DATES)
        yield _missing(article, "who wrote this" if dated else "who wrote this and when", "info")
    machine = next((keys[key] for key in _MACHINE if key in keys), None)
    if machine is not None and str(raw[machine]).strip().lower() not in _NO and not _tells(article):
        yield _missing(article, "that software drafted this", "warning")


def _missing(article: Article, what: str, severity: Severity) -> Hit:
    """The finding, at the headline: a field of the front matter is no prose."""
    return Hit(article.top, f"Readers cannot see {what}. Add it.", severity=severity, scope="document", key=what)


def _is_nobody(value: object) -> bool:
    if isinstance(value, (list, tuple)):
        return bool(value) and all(_is_nobody(one) for one in value)
    if isinstance(value, Mapping):
        return _is_nobody(value.get("name", ""))
    words = str(value).lower().replace("-", " ").split()
    return bool(words) and all(word in _NO_AUTHOR or word in ("the", "writer", "account") for word in words)


def _tells(article: Article) -> bool:
    """True where a sentence tells readers of it."""
    folded = article.folded
    return any(tell in folded for tell in _TELLS) and any(
        word in folded
        for word in (
            "drafted",
            "written with",
            "generated",
            "produced with",
            "with the help of",
            "edited by",
            "created with",
            "assisted",
        )
    )
