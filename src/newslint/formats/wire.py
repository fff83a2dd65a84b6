"""Copy furniture: the lines of wire copy and press releases that are about the story and not of it.

Slugs, bylines, datelines, release notes and end marks, as the AP and Reuters style books and press-release services set
them.
"""

from __future__ import annotations

from newslint.formats.dates import iso
from newslint.lean import cache
from newslint.parts import Zone
from newslint.text.closed_classes import PARTICLES
from newslint.text.pattern import pattern
from newslint.typed import Pattern

_ENDS = frozenset((
    "###", "##", "# # #", "-30-", "- 30 -", "--30--", "30", "ends", "-ends-", "- ends -", "end", "-end-", "(end)",
    "(ends)", "more", "(more)", "-more-", "- more -", "--more--", "more follows", "more to come", "advertisement",
))  # fmt: skip
_LABELS = frozenset((
    "contact", "contacts", "media contact", "media contacts", "press contact", "media inquiries", "media enquiries",
    "slug", "slugline", "embargo", "embargoed", "notes to editors", "note to editors", "editor's note",
    "editors' note", "word count", "words", "tags", "tag", "keywords", "category", "categories", "section",
    "published", "updated", "last updated", "posted", "date", "source", "sources", "url", "author", "by",
    "priority", "meta description", "seo title", "filed under", "reading time", "read time",
    "estimated reading time", "location", "image", "tel", "phone", "email", "e-mail",
))  # fmt: skip
_OPENERS = (
    "for immediate release", "for release", "embargoed until", "embargoed for", "not for release",
    "hold for release", "news release", "press release", "reporting by ", "(reporting by ", "editing by ",
    "(editing by ", "writing by ", "additional reporting by ",
)  # fmt: skip
_CAPTIONS = (
    "photo:", "photo by ", "photo credit", "image:", "image credit", "caption:", "picture:", "credit:", "graphic:",
    "(photo by ", "(photo:", "video:",
)  # fmt: skip
_BUTTONS = frozenset(
    "facebook twitter x whatsapp email e-mail linkedin pinterest reddit instagram threads bluesky telegram messenger "
    "print share save copy link tweet".split()
)
_SALUTATION = 6
"""Words of the line that opens a letter at most: ``Dear readers,``."""
_MENU = (" | ", " • ", " · ", " » ", " › ")
_PARTICLES = PARTICLES | {"and", "the", "of", "for", "in", "with", "&"}
_TAKES = (" ld-writethru", "1st ld", "2nd ld", "3rd ld", "1st-ld", "2nd-ld", "(urgent)")
_DASHES = (" - ", " – ", " — ", "-- ", "— ", "– ", ")- ", "/- ")


def role(line: str) -> Zone | None:
    """``meta``, ``byline`` or ``caption`` for a line of furniture; None for a line of the story."""
    if len(line) > 200:
        return None
    low = line.strip().lower().strip("*_ ").replace("’", "'")
    if low in _ENDS:
        return "meta"
    if low.startswith(_OPENERS):
        return "meta" if len(low) < 160 else None
    if low.startswith(_CAPTIONS):
        return "caption"
    if low.startswith(("by ", "by: ")) and _is_byline(line.strip().strip("*_ ")):
        return "byline"
    label, colon, rest = low.partition(":")
    if (
        colon
        and label in _LABELS
        and (rest[:1] == " " or not rest)
        and not rest.endswith((".", "!", "?"))
        and len(rest) < 140
    ):
        return "meta" if label not in ("by", "author") else "byline"
    if _is_page_furniture(low):
        return "meta"
    if low.startswith("dear ") and low.endswith((",", ":")) and len(low.split()) <= _SALUTATION:
        return "meta" if low[5:-1].replace(" ", "").isalpha() else None  # "Dear [name]," asks to be filled in
    if _is_slug(line.strip()) or (len(low) <= 60 and iso(low)):
        return "meta"
    return None


def _is_page_furniture(low: str) -> bool:
    """``Home | News | Sport``, ``Facebook Twitter Email``, ``Share this story``, ``© 2025 The Post``."""
    if low.startswith(("©", "copyright ©", "share this ")) and len(low.split()) <= 10:
        return True
    words = low.replace(",", " ").split()
    if len(words) > 1 and _BUTTONS.issuperset(words):
        return True
    for mark in _MENU:
        if mark not in low:
            continue
        items = low.split(mark)
        if len(items) > 2 and all(len(item.split()) <= 3 and not any(map(str.isdigit, item)) for item in items):
            return not low.endswith((".", "!", "?"))
    return False


def _is_byline(line: str) -> bool:
    """``By Jane Doe``, ``By JANE DOE and John Roe, Staff Writers``: names only, no final stop."""
    words = line.split()[1:]
    stopped = line.endswith((".", "!", "?", ":")) and not line.endswith(("Jr.", "Sr."))
    if not 1 <= len(words) <= 14 or stopped or not words[0][:1].isupper():
        return False
    names = line.split("|")[0].split(",")[0].split()[1:]
    if len(names) > 9 or not all(word[:1].isupper() or word.lower() in _PARTICLES for word in names):
        return False
    return len(names) >= 2 or "," in line or len(words) == 1


def _is_slug(line: str) -> bool:
    """``BC-EU--Bank Fees, 2nd Ld-Writethru``, ``museum-sale``: a story's name in the newsroom."""
    if len(line) >= 80 or ("-" not in line and "ld" not in line.lower() and "urgent" not in line.lower()):
        return False
    if " " not in line:
        bare = line.replace("-", "")
        return (
            2 <= line.count("-") <= 8 and bare.isalnum() and not bare.isdigit() and (line.islower() or line.isupper())
        )
    if "--" in line and line[:3].strip("-").isupper() and not line.endswith("."):
        return True
    low = line.lower()
    return any(mark in low for mark in _TAKES)


@cache
def _dateline() -> Pattern[str]:
    months = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}"
    return pattern(
        r"(?P<place>[A-Z][^\W\d_'’.-]*(?:[ ./’'-]{1,2}[^\W\d_'’.-]+){0,5}\.?)"
        r"(?P<region>, [A-Z][\w.’' -]{1,30}?)?"
        rf"(?P<date>,? (?:[A-Z][a-z]+day,? )?(?:{months}\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {months}(?: \d{{4}})?))?"
        r"(?P<desk>\s?(?:--)?\s?(?:\((?:[A-Z][^()\n]{1,40})\)|/[A-Z][\w -]{1,30}/))?"
        r"\s?(?P<dash>--|[-–—])\s"
    )


@cache
def _desk() -> Pattern[str]:
    return pattern(r"\([A-Z][A-Za-z]{1,20}(?: [A-Z][A-Za-z]{1,20}){0,2}\) ?(?:--|[-–—]) ")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins behind the dateline of a first paragraph; `start` when it has none.

    ``LISBON, May 3 (Newswire) - ``, ``ST. LOUIS (AP) — ``, ``Porto, Portugal, 3 March 2025 – ``, ``(Newswire) - ``.
    """
    head = text[start : min(end, start + 140)]
    if head[:1] == "(":
        desk = _desk().match(head)
        return start + desk.end() if desk else start
    if not head[:1].isupper() or not any(dash in head for dash in _DASHES):
        return start
    match = _dateline().match(head)
    if not match:
        return start
    place = match["place"]
    shouted = len(place) >= 3 and place.upper() == place
    if not all(word[:1].isupper() or word in _PARTICLES for word in place.split()):
        return start
    if not (shouted or match["date"] or (match["desk"] and len(place.split()) <= 4)):
        return start
    if shouted and not (match["date"] or match["desk"]) and match["dash"] == "-" and len(place) < 4:
        return start
    return start + match.end()
