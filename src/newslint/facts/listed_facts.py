"""Facts that the article's front matter lists for the text to be held to."""

from __future__ import annotations

from newslint.article import Article
from newslint.facts import fact
from newslint.typed import Any, Mapping


@fact
def listed_facts(article: Article) -> Mapping[str, Any]:
    """The `facts:` block of the front matter, empty when there is none."""
    listed = article.meta.raw.get("facts")
    return listed if isinstance(listed, Mapping) else {}
