from __future__ import annotations

from newslint import Article, Hit, Iterator, Pattern, Span, cache, in_code, links, pattern, phrases, rule

_CHAT_SHARES = (
    "chatgpt.com/share", "chat.openai.com/share", "claude.ai/share", "g.co/gemini/share", "gemini.google.com/share",
    "grok.com/share", "x.com/i/grok/share", "perplexity.ai/search", "poe.com/s/",
    "copilot.microsoft.com/shares", "chat.deepseek.com/share",
)  # fmt: skip
_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0", "::1")
_STAND_INS = frozenset(
    "example.com example.org example.net www.example.com www.example.org yourdomain.com yourwebsite.com yoursite.com "
    "website.com www.yourwebsite.com www.yourdomain.com link.com url.com insertlink.com".split()
)


@rule(
    "warning",
    lang="any",
    why=(
        "ISO 2108, 3297, 27729 and 13616 (check digits); RFC 3986; Wikipedia, speedy deletion G15 (references "
        "that cannot exist)"
    ),
    exceptions="Code; numbers of nine digits from before 1970.",
    bad=[
        "The book (<<ISBN 978-3-16-148410-1>>) costs 20 euros.",
        "The report is at <<https://https://gov.test/report>> now.",
        "The study (<<doi:10.12/x>>) names no author.",
        "Write to <<desk@orford..test>> or see <<www..orford.test/mill>>.",
        "Pay into <<GB82 WEST 1234 5698 7654 33>> by noon.",
        "The map is at <<https://www.orford>> mill.test/map.",
        "The journal has the number <<ISSN 0317-8472>>.",
    ],
    good=[
        "The book (ISBN 978-3-16-148410-0) costs 20 euros.",
        "The report is at https://gov.test/report now.",
        "The study (doi:10.1000/182) names two authors.",
        "Pay into GB82 WEST 1234 5698 7654 32; write to desk@orford.test or see www.orford.test.",
        "The journal has the number ISSN 0317-8471.",
    ],
)
def malformed_identifier(article: Article) -> Iterator[Hit]:
    """An identifier or address that cannot be valid: a wrong check digit, no host, a doubled scheme.

    Typing errors do this, and invented references. A reader who follows it finds nothing. Look the source up, and copy
    its number from there. Nothing is fetched: the arithmetic is enough.
    """
    for link in links(article):
        why = _wrong_address(link.url)
        if why and not in_code(article, link.span):
            yield Hit(link.span, _message(link.url, why))
    for match in _accounts().finditer(article.text):
        why = _account(match.group())
        if why and not in_code(article, match.span()):
            yield Hit(Span(*match.span()), _message(f"IBAN {match.group()}", why))
    if "@" in article.text:
        for match in _mails().finditer(article.text):
            if not in_code(article, match.span()):
                yield Hit(Span(*match.span()), _message(match.group(), "an address of mail with a slip"))
    done = -1
    for hit in phrases(article, "identifiers"):
        if hit.span.start < done:
            continue
        number = _number().match(article.text, hit.span.start, hit.span.end + 80)
        if not number or in_code(article, number.span()):
            continue
        done = number.end()
        kind = number["kind"].upper()
        why = _wrong_number(kind, number["number"])
        if why:
            yield Hit(Span(*number.span()), _message(f"{kind} {number['number']}", why))


_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "TR": 26,
    "UA": 29,
}  # fmt: skip
"""Characters of an account number in each country."""


@cache
def _accounts() -> Pattern[str]:
    """Numbers of accounts, in groups of four, without the word IBAN before them."""
    return pattern(
        r"(?<!IBAN)(?<!IBAN[: ])(?<!IBAN: )\b(?:"
        + "|".join(_LENGTHS)
        + r")\d\d(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?\b"
    )


def _account(number: str) -> str:
    digits = number.replace(" ", "")
    wrong = "the number of its characters" if len(digits) != _LENGTHS[digits[:2]] else ""
    return wrong or _iban(digits)


@cache
def _mails() -> Pattern[str]:
    return pattern(
        r"\b[\w.+-]{1,64}@(?:@[\w.-]{1,100}|[\w-]{1,60}(?:\.\.[\w.-]{1,60}|,(?:com|org|net|co)\b|\.(?:con|cmo|ocm|"
        r"comm)\b))"
    )


def _message(what: str, why: str) -> str:
    return f"{what if len(what) <= 80 else what[:77] + '...'} cannot be valid ({why}). Check the source exists."


@cache
def _number() -> Pattern[str]:
    return pattern(
        r"(?i)(?P<kind>E?ISSN|ISBN|DOI|ORCID|IBAN)(?:-1[03]|(?: 1[03])(?=:))?(?:\.org/|[:\s]{1,3}|\s?iD:?\s)"
        r"(?:https?://(?:dx\.)?(?:doi|orcid)\.org/)?(?P<number>10\.[^\s,;\"<>)\]]{1,100}(?<![.])|"
        r"[A-Z]{2}\d{2}[A-Z0-9 ]{11,36}\d|[\dXx][\d -]{6,20}[\dXx])"
    )


def _wrong_number(kind: str, number: str) -> str:
    digits = number.replace("-", "").replace(" ", "").upper()
    if kind == "DOI":
        registrant = pattern(r"10\.(\d{4,9})(?:\.\d{1,9}){0,3}/\S").match(number)
        return "" if registrant or not number.startswith("10.") else "no registrant of four digits and a name behind it"
    if kind == "IBAN":
        return _iban(digits)
    if kind.endswith("ISSN"):
        return "" if len(digits) != 8 or _weighed(digits, 8) else "the check digit is wrong"
    if kind == "ORCID":
        return "" if len(digits) != 16 or _mod11_2(digits) else "the check digit is wrong"
    if len(digits) == 13 and digits.isdecimal():
        odd, even = sum(map(int, digits[::2])), sum(map(int, digits[1::2]))
        return "" if (odd + 3 * even) % 10 == 0 else "the check digit is wrong"
    if len(digits) == 10:
        return "" if _weighed(digits, 10) else "the check digit is wrong"
    return "" if len(digits) == 9 else f"{len(digits)} digits"


def _weighed(digits: str, most: int) -> bool:
    """ISBN-10 and ISSN: the sum of the digits, each times its place from the right, divides by 11."""
    if not digits[:-1].isdecimal():
        return False
    return sum((most - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits)) % 11 == 0


def _mod11_2(digits: str) -> bool:
    """ISO 7064, MOD 11-2."""
    total = 0
    for c in digits[:-1]:
        if not c.isdecimal():
            return False
        total = (total + int(c)) * 2
    left = (12 - total % 11) % 11
    return digits[-1] == ("X" if left == 10 else str(left))


def _iban(digits: str) -> str:
    if not digits.isalnum() or not 15 <= len(digits) <= 34:
        return "its length"
    turned = "".join(str(int(c, 36)) for c in digits[4:] + digits[:4])
    return "" if int(turned) % 97 == 1 else "the check digits are wrong"


def _wrong_address(url: str) -> str:
    """Why an address leads nowhere; empty when its form is good."""
    low = url.lower()
    if low.startswith(("mailto:", "tel:", "#", "/", "./", "../", "data:", "javascript:")):
        return ""
    scheme, colon, rest = pattern(r"^www\.").sub("https://www.", low).partition("://")
    if not colon:
        return "a mistyped scheme" if pattern(r"(?:htt|hhtp|htpp|ttp)s?:?/{1,2}\w").match(low) else ""
    if scheme not in ("http", "https"):
        return "a mistyped scheme" if pattern(r"h?t?tt?ps?s?|hhttps?|htps?|htpps?").fullmatch(scheme) else ""
    if rest.startswith(("http://", "https://", "http//", "https//")):
        return "the scheme stands twice"
    host = pattern(r"[/?#]").split(rest, maxsplit=1)[0].rpartition("@")[2]
    name = host.partition(":")[0] if not host.startswith("[") else host
    if not host:
        return "no host"
    if name in _LOCAL or name.endswith((".local", ".localhost")):
        return "an address on somebody's own computer"
    if name in _STAND_INS:
        return "a stand-in for an address"
    if any(share in rest for share in _CHAT_SHARES):
        return "a chat, which is no source"
    if "." not in name.removeprefix("www.") and not name.startswith("["):
        return "no host"
    if ".." in name or "%20" in name or " " in name or name.startswith((".", "-")):
        return "a host that cannot exist"
    return ""
